"""`snia rules check`: everything that can be found wrong with the rule base without a case."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from ...errors import EngineLimit, RuleBaseError
from ...law.engine.compile import shards
from ...law.logic.facts import UNKNOWN, parameter_value
from ...law.logic.network import DETERMINED, Network
from ...law.model.entry import Entry
from ...law.model.values import Dated
from ...law.rulebase.base import RuleBase
from ...law.rulebase.load import load_rules, read_entries, rules_directory
from ...law.rulebase.resolve import problems
from .acts import check_acts
from .answers import check_answers
from .confidence import check_confidence
from .findings import RuleFinding, finding
from .satisfy import Satisfying, days_of, possible
from .texts import check_texts
from .unused import check_usage

Check = Callable[[RuleBase], Iterator[RuleFinding]]


def check_rules(directory: str | os.PathLike[str] | None = None, today: date | None = None) -> list[RuleFinding]:
    """All findings on the rule base in `directory` (default: the one in use), in the order of the files."""
    chosen = Path(directory) if directory is not None else rules_directory()
    try:
        base = RuleBase(read_entries(chosen), str(chosen)) if chosen is not None else load_rules()
        broken = problems(base)
    except RuleBaseError as problem:
        broken = [problem]
    if broken:
        return [_broken(problem) for problem in broken]
    findings = [f for check in CHECKS for f in check(base)]
    day = today or date.today()
    findings += [*check_satisfiable(base, day), *check_answers(base, day)]
    return sorted(findings, key=lambda f: (f.file, f.line, f.code))


def findings_json(findings: list[RuleFinding]) -> dict[str, Any]:
    """`{findings: [{code, severity, file, line, message, fix}]}`."""
    return {"findings": [f.to_json() for f in findings]}


def _broken(problem: RuleBaseError) -> RuleFinding:
    from ...messages import say

    file, _, line = (problem.place or "").rpartition(":")
    place = problem.place
    problem.place = None
    message = say("R001", problem=problem.sentence())
    problem.place = place
    return RuleFinding("R001", "error", file or (place or ""), int(line) if line.isdigit() else 1, message, say("R001_fix"))


def check_statements(base: RuleBase) -> Iterator[RuleFinding]:
    """Every legal statement has a source, with the article where the source has articles."""
    for kind, table in base.tables().items():
        for name, entry in table.items():
            raw = base.raws[kind][name]
            for statement, cites in entry.statements():
                if not cites:
                    yield finding("C001", raw, name=statement)
                for cite in cites:
                    source = base.sources[cite.split("#")[0]]
                    if source.articles and "#" not in cite:
                        yield finding("C002", raw, name=statement, source=cite)


def check_dates(base: RuleBase) -> Iterator[RuleFinding]:
    """Dates in order; the periods of a parameter without gap or overlap; parameters read only where they have a value."""
    for kind, table in base.tables().items():
        for name, entry in table.items():
            if any(part.from_ and part.to and part.to < part.from_ for part in _dated(entry)):
                yield finding("D001", base.raws[kind][name], name=name)
    for name, parameter in base.parameters.items():
        for before, after in zip(parameter.series, parameter.series[1:], strict=False):
            if before.to is None or after.from_ != before.to + timedelta(days=1):
                yield finding("D002", base.raws["parameter"][name], name=name, day=after.from_)
    yield from _parameters_read(base)


def _dated(entry: Entry) -> Iterator[Dated]:
    """What of an entry has a first and a last day: itself, the periods of a parameter, a fixed day on each list."""
    parts = (entry, *getattr(entry, "series", ()), getattr(entry, "public", None), getattr(entry, "private", None))
    return (part for part in parts if isinstance(part, Dated))


def _parameters_read(base: RuleBase) -> Iterator[RuleFinding]:
    network = Network(base)
    for name, rule in base.rules.items():
        edge = network.rule(name)
        for index in network.nodes[edge].children:
            for atom in _own_atoms(network, index):
                operand = network.nodes[atom].atom.operand
                parameter = base.parameters[operand.name]
                for day in (rule.from_ or None, rule.to or None):
                    if day and parameter_value(parameter, day) is UNKNOWN:
                        yield finding("D003", base.raws["rule"][name], name=name, parameter=operand.name, day=day)


def _own_atoms(network: Network, edge: int) -> Iterator[int]:
    """The atoms that a rule writes itself and that read a parameter."""
    index = edge if edge >= 0 else ~edge
    node = network.nodes[index]
    if getattr(getattr(node.atom, "operand", None), "kind", None) == "parameter":
        yield index
    if node.label is None:
        for child in node.children:
            yield from _own_atoms(network, child)


def check_cycles(base: RuleBase) -> Iterator[RuleFinding]:
    """A determination that reads another stands higher: no circle between determinations, even through other outcomes."""
    network = Network(base)
    reads: dict[str, set[str]] = {}
    for name in base.determinations:
        reads[name] = set(network.labels_below(network.determination(name).values(), *DETERMINED)) - {name}
    for name in reads:
        circle = _circle(reads, name)
        if circle:
            yield finding("R002", base.raws["determination"][name], name=name, names=" -> ".join(circle))


def _circle(reads: Mapping[str, set[str]], name: str) -> list[str]:
    """The shortest way from a determination back to itself; empty when there is none."""
    ways = [[name]]
    seen: set[str] = set()
    while ways:
        way = ways.pop(0)
        for other in sorted(reads.get(way[-1], ())):
            if other == name:
                return [*way, name]
            if other not in seen:
                seen.add(other)
                ways.append([*way, other])
    return []


def check_engine(base: RuleBase) -> Iterator[RuleFinding]:
    """Every rule fits the safe core of the engine."""
    network = Network(base)
    for kind, build in (("rule", network.rule), ("determination", network.determination)):
        for name in base.tables()[kind]:
            built = build(name)
            roots = built.values() if isinstance(built, dict) else [built]
            try:
                shards(network, network.below(roots))
            except EngineLimit as problem:
                yield finding("E001", base.raws[kind][name], problem=problem.sentence())


def check_satisfiable(base: RuleBase, today: date) -> Iterator[RuleFinding]:
    """No rule that is never true, none that is never false."""
    network = Network(base)
    searches: dict[date, Satisfying] = {}
    for name in base.rules:
        edge = network.rule(name)
        days = days_of(network, edge, today)
        for truth, code in ((True, "S001"), (False, "S002")):
            if possible(base, network, edge, truth, days, searches) is False:
                yield finding(code, base.raws["rule"][name], name=name)


CHECKS: tuple[Check, ...] = (
    check_statements,
    check_dates,
    check_cycles,
    check_engine,
    check_confidence,
    check_texts,
    check_usage,
    check_acts,
)
