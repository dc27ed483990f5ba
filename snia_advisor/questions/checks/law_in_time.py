"""The law in time: for every determination and every quarter, what is covered, and whether a figure is missing.

On the first day of each quarter, a determination is covered or not. Where it is, every rule in force that it reads must
find a value for each parameter on that day; two values on one day are an overlap.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from ...law.logic.conditions import refs
from ...law.logic.facts import UNKNOWN, parameter_value
from ...law.logic.network import LabelKind, Network, positive
from ...law.model.entries import Parameter
from ...law.rulebase.base import RuleBase
from .findings import RuleFinding, finding


@dataclass(frozen=True)
class CoveredQuarters:
    """One determination over the quarters: how many it covers, and the first and last of them."""

    determination: str
    quarters: int
    covered: int
    first: date | None
    last: date | None


def quarters(base: RuleBase) -> list[date]:
    """The first days of the quarters, from the first day that is checked to the last day of law that is known."""
    last = base.law_known_to
    named = base.parameters.get("law_checked_from")
    first = parameter_value(named, last) if named else last
    years = range(first.year, last.year + 1)
    return [day for year in years for month in (1, 4, 7, 10) if (day := date(year, month, 1)) <= last]


def turns(base: RuleBase) -> set[date]:
    """The days on which a rule or a value of a parameter begins, and their eves, from the first day that is checked on."""
    dated = [*base.rules.values(), *(period for parameter in base.parameters.values() for period in parameter.series)]
    starts = {one.from_ for one in dated if one.from_ is not None and one.from_ >= quarters(base)[0]}
    return starts | {start - timedelta(days=1) for start in starts}


def time_report(base: RuleBase) -> tuple[list[CoveredQuarters], list[RuleFinding]]:
    """The coverage of every determination, and the gaps and overlaps found on the way."""
    network, days = Network(base), quarters(base)
    every = sorted({*days, *turns(base)})
    report: list[CoveredQuarters] = []
    findings: dict[tuple[str, str], RuleFinding] = {}
    for name, declared in base.determinations.items():
        covered = [day for day in days if declared.covers(day)]
        report.append(CoveredQuarters(name, len(days), len(covered), min(covered, default=None), max(covered, default=None)))
        for rule in sorted(network.labels_below(network.determination(name).values(), LabelKind.RULE)):
            for day in filter(declared.covers, every):
                for parameter in gaps(base, network, rule, day):
                    gap = finding("D003", base.raws["rule"][rule], name=rule, parameter=parameter, day=day)
                    findings.setdefault((rule, parameter), gap)
    for name, dated in base.parameters.items():
        twice = next((day for day in every if values_on(dated, day) > 1), None)
        if twice:
            findings[(name, name)] = finding("D002", base.raws["parameter"][name], name=name, day=twice)
    return report, list(findings.values())


def gaps(base: RuleBase, network: Network, rule: str, day: date) -> Iterator[str]:
    """The parameters that a rule in force on `day` reads itself, and that have no value then."""
    declared = base.rules[rule]
    if declared.at != "on" or not declared.covers(day):
        return
    for name in sorted(set(parameters_of(base, network, rule))):
        if parameter_value(base.parameters[name], day) is UNKNOWN:
            yield name


def parameters_of(base: RuleBase, network: Network, rule: str) -> Iterator[str]:
    """The parameters in a rule's own condition."""
    stack = list(network.nodes[network.rule(rule)].children)
    while stack:
        node = network.nodes[positive(stack.pop())]
        if node.label is None:
            stack += node.children
        yield from (ref.name for ref in refs(node.atom) if ref.kind == "parameter")


def values_on(parameter: Parameter, day: date) -> int:
    """How many periods of a parameter hold on a day."""
    return sum(period.covers(day) for period in parameter.series)


def time_json(report: list[CoveredQuarters], findings: list[RuleFinding]) -> dict[str, Any]:
    """`{determinations: [{id, quarters, covered, first, last}], findings}`."""
    rows = [
        {
            "id": row.determination,
            "quarters": row.quarters,
            "covered": row.covered,
            "first": row.first,
            "last": row.last,
        }
        for row in report
    ]
    return {"determinations": rows, "findings": [f.to_json() for f in findings]}
