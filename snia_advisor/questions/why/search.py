"""What would have to be otherwise, so that something is no longer so: the smallest sets of changes.

A fault is a node with a truth that is not wanted: an unfavourable outcome that is true, a constraint that is false, an
outcome that is not established. Each fault has a reason: a set of comparisons that are enough for it, whatever the rest is.
Whoever wants to remove the fault has to answer one of them otherwise. So the search takes the reason with the fewest
comparisons, tries each of them, and goes on from there with the faults that remain. Every set of facts that would do is
found by this, the smaller before the larger, and where no comparison of a reason can be answered otherwise there is none.

A `Mover` says which facts may change, to which values, and what follows from a change. Sets of the same size are evaluated
together, one bit each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from ...answer.deciding.cases import Cases
from ...answer.deciding.situation import Situation
from ...law.logic.facts import Facts
from ...law.logic.network import NodeKind, positive
from ...law.logic.truth import Kleene, Masks, masks_of


class Side(StrEnum):
    """Where a node can be: it has a truth, or it has it not (and is the other, or unknown)."""

    TRUE = "true"
    FALSE = "false"
    NOT_TRUE = "not true"
    NOT_FALSE = "not false"

    @property
    def opposite(self) -> Side:
        """The side of the negation."""
        return _OPPOSITE[self]


TRUE, FALSE, NOT_TRUE, NOT_FALSE = Side
_OPPOSITE = {TRUE: FALSE, FALSE: TRUE, NOT_TRUE: NOT_FALSE, NOT_FALSE: NOT_TRUE}
# Where a child is enough for the side of its parent (`any`), and where it takes every child (`all`).
ONE_CHILD = {(NodeKind.ALL, FALSE), (NodeKind.ALL, NOT_TRUE), (NodeKind.ANY, TRUE), (NodeKind.ANY, NOT_FALSE)}
BATCH, FEW = 1 << 9, 8  # sets that are evaluated together
AGAIN = 3  # how much rather a fact is tried that has not changed yet than one that has
NewValues = Mapping[str, Any]


@dataclass(frozen=True)
class Fault:
    """Something that must no longer be so: that the signed `edge` is on this `side`."""

    edge: int
    side: Side
    real_life: bool = False  # a constraint: what breaks it may follow from a change without being one


class Mover(Protocol):
    """Which changes are open."""

    def inputs(self, index: int) -> Iterable[str]:
        """Everything that the truth of an atom rests on and that may differ."""

    def prepare(self, reading: Mapping[str, Sequence[int]]) -> None:
        """Take notice of the atoms that a search evaluates, by what they rest on."""

    def variables(self, index: int, fault: Fault) -> Sequence[str]:
        """What may change, of what an atom reads."""

    def values(self, facts: Facts, changes: NewValues, name: str, index: int, fault: Fault) -> Iterable[Any]:
        """The values to which a variable may move, so that the atom is answered otherwise."""

    def given(self, changes: NewValues) -> tuple[dict[str, Any], frozenset[str]]:
        """The facts under some changes, and those of them that differ from the facts without any."""

    def answer(self, index: int, facts: Facts, changes: NewValues) -> Kleene:
        """The truth of an atom."""

    def size(self, changes: NewValues) -> int:
        """How many facts change."""


class Search:
    """One search. About `most` sets of changes are looked at, of at most `size` facts; `first`: one that does is enough."""

    def __init__(
        self, situation: Situation, mover: Mover, faults: Sequence[Fault], most: int, size: int, first: bool = False
    ) -> None:
        self.situation = situation
        self.network = situation.network
        self.mover = mover
        self.faults = faults
        self.most, self.largest = most, size
        self.first = first
        self.order = self.network.below([fault.edge for fault in faults])
        self.atoms = list(self.network.atoms(self.order))
        self.inputs = {index: frozenset(mover.inputs(index)) for index in self.atoms}
        self.reading: dict[str, list[int]] = {}  # for each thing that may differ, the atoms that rest on it
        for index, names in self.inputs.items():
            for name in names:
                self.reading.setdefault(name, []).append(index)
        mover.prepare(self.reading)
        self.base = {index: mover.answer(index, situation.facts, {}) for index in self.atoms}
        self.looked = 0

    def run(self) -> Iterator[list[dict[str, Any]]]:
        """The sets that remove every fault, size by size; a caller that has enough stops.

        What the caller puts into `accepted` is not looked for again in larger sets. `size` is the size being looked at,
        `whole` whether every set of that size was, `exhausted` turns true when no larger set can remove the faults.
        """
        self.whole = True
        self.accepted: list[frozenset[str]] = []
        self.exhausted = False
        levels: dict[int, list[dict[str, Any]]] = {0: [{}]}
        seen: set[frozenset[Any]] = {frozenset()}
        for size in range(self.largest + 1):
            self.size = size
            reached, queue = [], levels.pop(size, [])
            while queue and self.looked <= self.most:
                if self.first:  # what was begun last is finished first
                    batch, queue = queue[-FEW:], queue[:-FEW]
                else:
                    batch, queue = queue[:BATCH], queue[BATCH:]
                self.looked += len(batch)
                for changes, branches in self._looked_at(batch):
                    if branches is None:
                        reached.append(changes)
                        continue
                    for new in branches:
                        key = frozenset(new.items())
                        if key not in seen and not self._larger(new):
                            seen.add(key)
                            larger = self.mover.size(new)
                            (queue if larger <= size else levels.setdefault(larger, [])).append(new)
                if reached and self.first:
                    break
            self.whole = not queue
            yield reached
            if queue:
                return
            levels = {n: [c for c in sets if not self._larger(c)] for n, sets in levels.items()}
            if not any(levels.values()):
                self.exhausted = True
                return

    def _larger(self, changes: NewValues) -> bool:
        return any(names < changes.keys() for names in self.accepted)

    # --- looking at some sets of changes -------------------------------------------------------------------------

    def _looked_at(self, batch: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]] | None]]:
        """Each set of the batch with the sets to look at next; None where no fault is left."""
        facts, truth = self.evaluated(batch)
        for bit, changes in enumerate(batch):
            reason = Reason(self, truth, bit, changes)
            present = [fault for fault in self.faults if reason.holds(fault.edge, fault.side)]
            if not present:
                yield changes, None
                continue
            reasons = [(reason.of(fault), fault) for fault in present]
            atoms, fault = min(reasons, key=lambda pair: reason.weight(pair[0]))
            yield changes, list(self._branches(facts[bit], changes, sorted(atoms), fault))

    def evaluated(self, batch: Sequence[NewValues]) -> tuple[list[Facts], Mapping[int, Masks]]:
        """The facts under each set of changes, and the truth of every node with a bit for each set."""
        cases = Cases(self.network, self.order, len(batch), {index: masks_of(truth) for index, truth in self.base.items()})
        facts = []
        for bit, changes in enumerate(batch):
            given, differing = self.mover.given(changes)
            facts.append(Facts(given, self.situation.on, self.situation.base))
            for index in {index for name in differing for index in self.reading.get(name, ())}:
                cases.decide(index, self.mover.answer(index, facts[-1], changes), 1 << bit)
        return facts, cases.truth

    def clear(self, batch: Sequence[NewValues]) -> list[bool]:
        """For each set of changes, whether it removes every fault."""
        _, truth = self.evaluated(batch)
        reasons = [Reason(self, truth, bit, changes) for bit, changes in enumerate(batch)]
        return [not any(reason.holds(fault.edge, fault.side) for fault in self.faults) for reason in reasons]

    def _branches(self, facts: Facts, changes: NewValues, atoms: Sequence[int], fault: Fault) -> Iterator[dict[str, Any]]:
        for index in atoms:
            for name in self.mover.variables(index, fault):
                for value in self.mover.values(facts, changes, name, index, fault):
                    yield {**changes, name: value}


class Reason:
    """Why a node is on a side, in one set of changes: the atoms that are enough for it, as few as can be told apart."""

    def __init__(self, search: Search, truth: Mapping[int, Masks], bit: int, changes: NewValues) -> None:
        self.search = search
        self.changes = changes
        self.nodes = search.network.nodes
        self.truth = truth
        self.bit = bit
        self._known: dict[tuple[int, Side, bool], frozenset[int]] = {}

    def holds(self, edge: int, side: Side) -> bool:
        """Whether a signed edge is on a side."""
        side = side if edge >= 0 else side.opposite
        true, false = self.truth[positive(edge)]
        mask = true if side in (TRUE, NOT_TRUE) else false
        return bool(mask >> self.bit & 1) is (side in (TRUE, FALSE))

    def of(self, fault: Fault) -> frozenset[int]:
        """The atoms of the smallest reason found for a fault; those that cannot change are left out."""
        return self.edge(fault.edge, fault.side, fault)

    def edge(self, edge: int, side: Side, fault: Fault) -> frozenset[int]:
        """The atoms that keep a signed edge on a side where it is."""
        index, side = (edge, side) if edge >= 0 else (~edge, side.opposite)
        key = (index, side, fault.real_life)
        if key not in self._known:
            self._known[key] = self._node(index, side, fault)
        return self._known[key]

    def _node(self, index: int, side: Side, fault: Fault) -> frozenset[int]:
        node = self.nodes[index]
        if not node.children:
            return frozenset({index}) if self.movable(index, fault) else frozenset()
        parts = [(edge, inner) for edge, inner in self._parts(index, side) if self.holds(edge, inner)]
        facts = [self.edge(edge, inner, fault) for edge, inner in parts]
        if (node.kind, side) in ONE_CHILD or (node.kind == NodeKind.OUTCOMES and side in (NOT_TRUE, NOT_FALSE)):
            return min(facts, key=self.weight)
        return frozenset().union(*facts)

    def _parts(self, index: int, side: Side) -> list[tuple[int, Side]]:
        """The children that bear on a side of a node, and on which side each does."""
        node = self.nodes[index]
        if node.kind != NodeKind.OUTCOMES:
            return [(edge, side) for edge in node.children]
        if side in (FALSE, NOT_FALSE):
            return [(edge, side) for edge in node.children[: node.split]]
        others = node.children[node.split :]
        return [(e, side if self.nodes[positive(e)].kind == NodeKind.COVERED else side.opposite) for e in others]

    def weight(self, atoms: Iterable[int]) -> int:
        """How many atoms there are; those that rest on something that has changed already count more.

        Otherwise an option after the other would be added to the same set, in every combination.
        """
        inputs = self.search.inputs
        return sum(1 if inputs[index].isdisjoint(self.changes) else AGAIN for index in atoms)

    def movable(self, index: int, fault: Fault) -> bool:
        """Whether an atom can be answered otherwise."""
        return bool(self.search.mover.variables(index, fault))
