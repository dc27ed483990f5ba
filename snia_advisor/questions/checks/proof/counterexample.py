"""A case in which an outcome stands beside a bar: a scenario of the path with as few facts changed as possible.

Only the facts that the bar reads are changed, and those that a constraint ties to them. Nothing found proves nothing: with
or without a case, the pair stays unproved.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from ....answer.deciding.cut import NoCut, candidates
from ....answer.deciding.situation import Situation
from ....answer.deciding.state import path_state
from ....errors import BadInput
from ....law.logic.facts import UNKNOWN
from ....law.logic.network import Network
from ....law.model.case import Case
from ....law.rulebase.base import RuleBase
from .pairs import BarNode, Pair, Prover

MOST_CHANGES = 3
MOST_VALUES = 8  # of one fact
MOST_TRIES = 4000


def counterexamples(base: RuleBase, today: date, cases: Sequence[Case]) -> Iterator[tuple[str, Case]]:
    """For each pair that is not proved, a case that shows it where one is found, with a name for its file."""
    for path in base.answers:
        of_path = [case for case in cases if case.path == path and case.on is not None]
        for pair in Prover(base, path, today).proof().unproved:
            found = counterexample(base, path, pair, of_path)
            if found is not None:
                yield f"{path}.{pair.outcome}.{pair.bar.name}", found


def counterexample(base: RuleBase, path: str, pair: Pair, cases: Iterable[Case]) -> Case | None:
    """A case whose answer is the outcome of the pair while its bar holds and matters; None where none is found."""
    search = _Search(base, path, pair)
    return next((found for size in range(MOST_CHANGES + 1) for case in cases if (found := search.from_(case, size))), None)


class _Search:
    def __init__(self, base: RuleBase, path: str, pair: Pair) -> None:
        self.base = base
        self.path = path
        self.pair = pair
        self.network = Network(base)
        self.tries = 0
        # The nodes of the pair are numbered by another network: the bar is named again on this one.
        self.bar = _again(self.network, pair.bar)

    def from_(self, case: Case, size: int) -> Case | None:
        """`case` with `size` facts changed, if that is a counter-example."""
        situation = self._situation(case)
        if situation is None:
            return None
        names = self._facts(situation)
        for chosen in itertools.combinations(names, size):
            for values in itertools.product(*(self._values(situation, name) for name in chosen)):
                self.tries += 1
                if self.tries > MOST_TRIES:
                    return None
                changed = dataclasses.replace(case, facts=_with(case.facts, chosen, values), places={})
                if self._stands(changed):
                    return changed
        return None

    def _situation(self, case: Case) -> Situation | None:
        assert case.on is not None
        try:
            return Situation(self.base, case, case.on, self.path, self.network)
        except BadInput:
            return None

    def _facts(self, situation: Situation) -> list[str]:
        """The facts that the bar reads, and those that a constraint ties to them."""
        atoms = list(self.network.atoms(self.network.below([self.bar])))
        read = frozenset().union(*(situation.reads(index) for index in atoms))
        tied = [facts for _, facts in situation.constraint_edges() if facts & read]
        return sorted(read.union(*tied) & set(self.base.facts))

    def _values(self, situation: Situation, name: str) -> Sequence[Any]:
        """Some values that the bar can tell apart, and not known."""
        atoms = [n for n in self.network.atoms(self.network.below([self.bar])) if name in situation.reads(n)]
        try:
            values: Iterator[Any] = candidates(situation, name, atoms)
            return [UNKNOWN, *itertools.islice(values, MOST_VALUES)]
        except NoCut:
            return []

    def _stands(self, case: Case) -> bool:
        situation = self._situation(case)
        if situation is None or situation.truth(self.bar) is not True:
            return False
        still = self.pair.bar.written_still
        if still is not None and situation.truth(self.network.written(still)) is not True:
            return False
        try:
            return path_state(situation, self.path).outcome == self.pair.outcome
        except BadInput:
            return False


def _again(network: Network, bar: BarNode) -> int:
    return network.rule(bar.name) if bar.kind == "rule" else network.outcome(bar.kind, bar.name)


def _with(facts: Any, names: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    changed = {**facts, **dict(zip(names, values, strict=True))}
    return {name: value for name, value in changed.items() if value is not UNKNOWN}
