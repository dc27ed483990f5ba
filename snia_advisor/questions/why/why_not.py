"""Why not: the conditions that fail, or that nobody has answered yet, as sets as small as they can be.

An outcome that is refused may be refused for several reasons, and each reason may be removed in several ways. A set names
conditions that, all of them being otherwise, would no longer refuse it; with one of them left as it is, it would be refused
still. An outcome that is open needs answers: a set names conditions that, if they held, would establish it. Nothing is said
here of whether anybody can change them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...answer.deciding.situation import Situation
from ...law.logic.conditions import Compare
from ...law.logic.network import Network
from ...law.logic.operators import OPERATORS
from ...law.logic.truth import Kleene, truth_of
from ...law.model.case import Case
from ...law.rulebase.base import RuleBase
from .movers import Answers, Otherwise
from .search import FALSE, NOT_FALSE, NOT_TRUE, TRUE, Fault, Mover, Reason, Search

MOST = 1 << 10  # sets of facts that are looked at
LARGEST = 12  # facts in one set
SHOWN = 5


@dataclass(frozen=True)
class Wanted:
    """A condition (the number of its node) and the truth that it would have to have."""

    index: int
    truth: bool


@dataclass(frozen=True)
class Sets:
    """Sets of conditions, the shortest first.

    `more` when there are others, or may be; `open` when one of them only makes the outcome possible, other facts missing.
    """

    sets: tuple[tuple[Wanted, ...], ...] = ()
    more: bool = False
    open: bool = False


@dataclass(frozen=True)
class WhyNot:
    """What refuses an outcome (`failing`), or what would establish it (`missing`); the situation gives the words."""

    situation: Situation
    refused: bool
    failing: Sets
    missing: Sets


def why_not(
    case: Case, rules: RuleBase, on: date, path: str | None, determination: str, outcome: str, shown: int = SHOWN
) -> WhyNot:
    """The smallest sets of conditions for one outcome, or for one rule of a `collect`.

    Both are empty when the outcome is established. Raises `BadInput` when the case is wrong.
    """
    situation = Situation(rules, case, on, path, Network(rules))
    index = situation.network.determination(determination)[outcome]
    truth = situation.truth(index)
    if truth is False:
        return WhyNot(situation, True, failing_sets(situation, index, shown), Sets())
    return WhyNot(situation, False, Sets(), missing_sets(situation, index, shown) if truth is None else Sets())


def failing_sets(situation: Situation, index: int, shown: int) -> Sets:
    """The smallest sets of known conditions that, being otherwise, would leave a false node at least possible."""
    return _sets(situation, Otherwise(situation), [Fault(index, FALSE)], Fault(index, NOT_FALSE), shown)


def missing_sets(situation: Situation, index: int, shown: int) -> Sets:
    """The smallest sets of unknown conditions that, answered like this in some real case, make an open node true."""
    faults = [Fault(index, NOT_TRUE), *(Fault(edge, FALSE, real_life=True) for edge, _ in situation.constraint_edges())]
    return _sets(situation, Answers(situation), faults, Fault(index, TRUE), shown)


def _sets(situation: Situation, mover: Mover, faults: Sequence[Fault], reached: Fault, shown: int) -> Sets:
    """The smallest sets; where there are too many to go through before the first is found, one that leaves nothing out."""
    search = Search(situation, mover, faults, MOST, LARGEST)
    smallest = _collected(search, reached, shown)
    if smallest.sets or search.exhausted:
        return smallest
    search = Search(situation, mover, faults, MOST, len(search.atoms), first=True)
    some = next((sets[0] for sets in search.run() if sets), None)
    if some is None:
        return Sets(more=True)
    wanted, certain = _wanted(search, [_least(search, some)], reached)[0]
    return Sets((wanted,), True, not certain)


def _least(search: Search, changes: dict[str, Any]) -> dict[str, Any]:
    """A set of facts that still does, of which none can be left out."""
    for name in list(changes):
        rest = {other: value for other, value in changes.items() if other != name}
        if search.clear([rest])[0]:
            changes = rest
    return changes


def _collected(search: Search, reached: Fault, shown: int) -> Sets:
    """The conditions behind each set of facts; of several for the same facts, those that ask for less."""
    by_conditions: dict[tuple[Wanted, ...], bool] = {}
    for sets in search.run():
        for wanted, certain in _wanted(search, sets, reached):
            by_conditions.setdefault(wanted, certain)
        search.accepted += [frozenset(changes) for changes in sets]
        if len(by_conditions) > shown:
            break
    least = [wanted for wanted in by_conditions if not any(set(other) < set(wanted) for other in by_conditions)]
    more = len(least) > shown or not search.exhausted
    return Sets(tuple(least[:shown]), more, not all(by_conditions[wanted] for wanted in least[:shown]))


def _wanted(search: Search, sets: Sequence[dict[str, Any]], reached: Fault) -> list[tuple[tuple[Wanted, ...], bool]]:
    """The conditions behind each set of changes, and whether the node is true then."""
    _, truth = search.evaluated(sets)
    supports = [_Support(search, truth, bit, changes) for bit, changes in enumerate(sets)]
    return [(support.conditions(reached), support.holds(reached.edge, TRUE)) for support in supports]


class _Support(Reason):
    """What carries a node in one set of changes, of the conditions that changed."""

    def movable(self, index: int, fault: Fault) -> bool:
        """Whether a condition is answered otherwise than before the changes."""
        return self._answer(index) is not self.search.base[index]

    def conditions(self, reached: Fault) -> tuple[Wanted, ...]:
        """The changed conditions that are enough for the node, less those that go without saying."""
        wanted = tuple(Wanted(index, self._answer(index) is True) for index in sorted(self.of(reached)))
        return tuple(one for one in wanted if not any(self._implies(other, one) for other in wanted))

    def _implies(self, one: Wanted, other: Wanted) -> bool:
        """Whether a fact that is one of some options is therefore none of others, and a set of some holds none of others."""
        left, right = (self.nodes[wanted.index].atom for wanted in (one, other))
        both = isinstance(left, Compare) and isinstance(right, Compare) and left.fact == right.fact
        if not both or not one.truth or other.truth:
            return False
        apart = OPERATORS[left.op].confines and OPERATORS[right.op].meets
        return apart and frozenset(_options(left)).isdisjoint(_options(right))

    def _answer(self, index: int) -> Kleene:
        return truth_of(self.truth[index], self.bit)


def _options(atom: Compare) -> tuple[Any, ...]:
    return atom.operand if isinstance(atom.operand, tuple) else (atom.operand,)
