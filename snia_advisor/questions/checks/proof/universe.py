"""What an answer must know of: whatever its determinations hold against somebody is a bar, or tolerated with a reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ....law.logic.network import DETERMINED, Network
from ....law.model.answer import Answer, Bar, Tolerated
from ....law.rulebase.base import RuleBase

UNFAVOURABLE = "unfavourable"


@dataclass(frozen=True, order=True)
class Adverse:
    """Something against somebody: a rule, or the outcome of a determination."""

    kind: str  # "rule", or the name of a determination
    name: str


def determinations_of(base: RuleBase, network: Network, path: str) -> tuple[str, ...]:
    """The determinations of a path and its answer, and every other one that they read."""
    named = dict.fromkeys(base.paths[path].determinations)
    if path in base.answers:
        named |= dict.fromkeys(network.labels_below(network.answer(path).values(), *DETERMINED))
    pending = list(named)
    while pending:
        for other in network.labels_below(network.determination(pending.pop()).values(), *DETERMINED):
            if other not in named:
                named[other] = None
                pending.append(other)
    return tuple(named)


def adverse_of(base: RuleBase, network: Network, path: str) -> dict[Adverse, str]:
    """The universe of a path: what is held against somebody, and the determination that holds it."""
    found: dict[Adverse, str] = {}
    for name in determinations_of(base, network, path):
        declared = base.determinations[name]
        for outcome, body in (declared.choose or {}).items():
            if body.favourable == "no":
                found[Adverse(name, outcome)] = name
        for rule in declared.collect or ():
            if declared.tone == UNFAVOURABLE or base.rules[rule].adverse:
                found.setdefault(Adverse("rule", rule), name)
    return found


def forgotten(base: RuleBase, network: Network, path: str) -> dict[Adverse, str]:
    """What neither bars nor tolerates names."""
    answer = base.answers[path]
    named = {*_named(answer.bars), *_named(answer.tolerates)}
    return {one: by for one, by in adverse_of(base, network, path).items() if one not in named}


def named_twice(answer: Answer) -> list[Adverse]:
    """What both bars and is tolerated."""
    return sorted(set(_named(answer.bars)) & set(_named(answer.tolerates)))


def _named(groups: Iterable[Bar | Tolerated]) -> Iterator[Adverse]:
    for group in groups:
        yield from (Adverse("rule", name) for name in group.rules)
        outcomes: Mapping[str, tuple[str, ...]] = group.outcomes
        yield from (Adverse(of, name) for of, names in outcomes.items() for name in names)
