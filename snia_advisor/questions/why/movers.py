"""The movers that are not about what a person may change: what is not known yet, and what the conditions would want."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...answer.deciding.cut import settled, unknown_inputs
from ...answer.deciding.situation import Situation
from ...law.logic.conditions import ON, Compare, ReadingIs
from ...law.logic.facts import Facts
from ...law.logic.operators import OPERATORS
from ...law.logic.truth import Kleene
from .nearest import Nearby, atom_inputs
from .search import Fault, NewValues


class _Free:
    """What two movers have in common: readings, and comparisons that are answered as a whole.

    A comparison stands for itself, under the name `atom 12`, where the fact behind it has no values to go through: a list,
    or the day of the question.
    """

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.nearby = Nearby(situation, {})
        self._variables: dict[int, tuple[str, ...]] = {}

    def prepare(self, reading: Mapping[str, Sequence[int]]) -> None:
        """Take notice of the atoms of a search."""
        self.nearby = Nearby(self.situation, reading)

    def variables(self, index: int, fault: Fault) -> Sequence[str]:
        """What may differ, of what an atom rests on."""
        if index not in self._variables:
            self._variables[index] = tuple(sorted(self.facts_behind(index)))
        return self._variables[index]

    def facts_behind(self, index: int) -> Iterator[str]:
        """The same, in any order."""
        raise NotImplementedError

    def inputs(self, index: int) -> tuple[str, ...]:
        """Everything that the truth of an atom rests on."""
        atom = self.situation.network.nodes[index].atom
        return (*atom_inputs(self.situation, index), whole(index), *([atom.question] if isinstance(atom, ReadingIs) else []))

    def values(self, facts: Facts, changes: NewValues, name: str, index: int, fault: Fault) -> Iterator[Any]:
        """The values to which a variable may move."""
        if name == whole(index):
            yield from [value for value in (True, False) if value is not self.answer(index, facts, changes)]
        elif name in self.situation.base.questions:
            yield from (r for r in self.situation.base.questions[name].readings if r != self.recorded(name, changes))
        else:
            nearby = self.nearby
            yield from nearby.otherwise(facts, name, index) if name in facts.given else nearby.every(facts, name)

    def given(self, changes: NewValues) -> tuple[dict[str, Any], frozenset[str]]:
        """The facts under some changes."""
        known = self.situation.facts.given
        facts = {name: value for name, value in changes.items() if name in self.situation.base.facts}
        return {**known, **facts}, frozenset(changes)

    def answer(self, index: int, facts: Facts, changes: NewValues) -> Kleene:
        """The truth of an atom under some changes."""
        if whole(index) in changes:
            return bool(changes[whole(index)])
        atom = self.situation.network.nodes[index].atom
        if isinstance(atom, ReadingIs):
            reading = self.recorded(atom.question, changes)
            return None if reading is None else reading == atom.reading
        return self.situation.atom_truth(index, facts)

    def recorded(self, question: str, changes: NewValues) -> str | None:
        """The reading of a question."""
        reading: str | None = changes.get(question, self.situation.readings.get(question))
        return reading

    def size(self, changes: NewValues) -> int:
        """How many things differ."""
        return len(changes)


class Otherwise(_Free):
    """Everything that is known may be otherwise, whether a person can change it or not."""

    def facts_behind(self, index: int) -> Iterator[str]:
        """The known facts behind an atom, its recorded reading, or the atom itself."""
        atom = self.situation.network.nodes[index].atom
        if isinstance(atom, ReadingIs):
            yield from [atom.question] if atom.question in self.situation.readings else []
            return
        names = [name for name in atom_inputs(self.situation, index) if name in self.situation.facts.given]
        if any(self.situation.base.facts[name].type == "records" for name in names) or self._later(index):
            yield whole(index)
        else:
            yield from names

    def _later(self, index: int) -> bool:
        """Whether a later day of the question would answer otherwise; nobody asks on an earlier day."""
        atom, truth = self.situation.network.nodes[index].atom, self.situation.atom(index)
        return isinstance(atom, Compare) and atom.fact == ON and truth is (OPERATORS[atom.op].high is False)


class Answers(_Free):
    """What is not known may turn out to be anything; what is known stays."""

    def facts_behind(self, index: int) -> Iterator[str]:
        """The unknown facts behind an atom, its open question, or the atom itself."""
        atom = self.situation.network.nodes[index].atom
        if isinstance(atom, ReadingIs):
            yield from [] if atom.question in self.situation.readings else [atom.question]
            return
        names = unknown_inputs(self.situation, index)
        facts = self.situation.base.facts
        if any(facts[name].type == "records" for name in names if not settled(self.situation, name)):
            yield whole(index)
        else:
            yield from names


def whole(index: int) -> str:
    """The name under which a comparison stands for itself."""
    return f"atom {index}"
