"""Which facts of a case a person may change, to what, and what follows from it.

A fact declared `changeable` may move, if its value is known: an answer that is missing is not a change. What has happened
has happened: no date moves to a day before the question, and none that is known becomes "never". What only followed
from the other facts (no card, hence no date of the card) follows again from the new ones. And what a new fact brings with
it, such as the request that comes before every card, is asked anew where the old answer was that there is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ...answer.deciding.happened import effort, may_become
from ...answer.deciding.situation import Situation
from ...law.logic.evaluate import evaluate
from ...law.logic.facts import UNKNOWN, Facts
from ...law.logic.network import positive
from ...law.logic.truth import Kleene, masks_of, signed, truth_of
from ...law.model.entries import Constraint
from ...law.model.values import NONE
from .movers import Answers
from .nearest import Nearby, atom_inputs
from .search import Fault, NewValues

NONE_WORD = "none"  # the option that says that there is none


class Lawful:
    """The mover of the smallest change: what the law calls changeable, within what real life allows."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.base = situation.base
        self.network = situation.network
        self.nearby = Nearby(situation, {}, situation.on)
        self._implications = [_Implication(situation, c) for c in self.base.constraints.values() if c.then]
        self._triggers = {name for implication in self._implications for name in implication.reads}
        self._giving: dict[str, list[_Implication]] = {}
        for implication in self._implications:
            for name in implication.then:
                self._giving.setdefault(name, []).append(implication)
        self._inputs: dict[int, frozenset[str]] = {}
        self.explicit = self._without_consequences({**situation.by_path, **situation.case.facts})
        self.known = self._followed(self.explicit)
        self._variables: dict[tuple[int, bool], list[str]] = {}

    # --- the mover -----------------------------------------------------------------------------------------------

    def prepare(self, reading: Mapping[str, Sequence[int]]) -> None:
        """Take notice of the atoms of a search; no date may move to a day before the question."""
        self.nearby = Nearby(self.situation, reading, self.situation.on)

    def inputs(self, index: int) -> frozenset[str]:
        """The facts that an atom reads."""
        if index not in self._inputs:
            self._inputs[index] = atom_inputs(self.situation, index)
        return self._inputs[index]

    def variables(self, index: int, fault: Fault) -> Sequence[str]:
        """The known facts behind an atom that may change; where real life is broken, also what comes with them."""
        key = (index, fault.real_life)
        if key not in self._variables:
            read = self.inputs(index)
            names = read.union(*(implication.reads for name in read for implication in self._giving.get(name, ())))
            never = {name for name in read if fault.real_life and name in self.known and self._never(name)}
            self._variables[key] = sorted(n for n in names if n in self.known and (self.effort(n) or n in never))
        return self._variables[key]

    def values(self, facts: Facts, changes: NewValues, name: str, index: int, fault: Fault) -> Iterator[Any]:
        """The nearest lawful values that answer the atom otherwise, one of each class."""
        if not self.effort(name):
            yield from [UNKNOWN] if name in facts.given else []
            return
        values: list[Any] = []
        if name not in facts.given:
            values += self.nearby.every(facts, name)
        elif name in self.inputs(index):
            values += self.nearby.otherwise(facts, name, index)
        for atom in self._behind(facts, changes, name, index):
            values += self.nearby.otherwise(facts, name, atom)
        for value in dict.fromkeys(values):
            if (
                value != self.known[name]
                and may_become(self.known[name], value)
                and self._keeps({**changes, name: value}, name)
            ):
                yield value

    def _behind(self, facts: Facts, changes: NewValues, name: str, index: int) -> Iterator[int]:
        """The atoms that read `name` and from which a fact now follows that the atom `index` reads."""
        if name in facts.given:
            followed = (n for n in self.inputs(index) if n not in self.explicit and n not in changes)
            for implication in (one for n in followed for one in self._giving.get(n, ()) if one.applies(facts)):
                yield from (atom for atom in implication.atoms if name in self.inputs(atom))

    def given(self, changes: NewValues) -> tuple[dict[str, Any], frozenset[str]]:
        """The facts under some changes, with what follows from them."""
        if not changes:
            return self.known, frozenset()
        explicit = {n: v for n, v in {**self.explicit, **changes}.items() if v is not UNKNOWN}
        given = self._followed(explicit)
        names = given.keys() | self.known.keys()
        return given, frozenset(n for n in names if given.get(n, UNKNOWN) != self.known.get(n, UNKNOWN))

    def answer(self, index: int, facts: Facts, changes: NewValues) -> Kleene:
        """The truth of an atom; readings do not change."""
        return self.situation.atom_truth(index, facts)

    def size(self, changes: NewValues) -> int:
        """How many facts change; what is only asked anew is not counted."""
        return sum(value is not UNKNOWN for value in changes.values())

    # --- what may change -----------------------------------------------------------------------------------------

    def effort(self, name: str) -> int:
        """The effort that the law declares for a change of a fact, 0 for never and for what has happened."""
        return effort(self.situation, name)

    def _never(self, name: str) -> bool:
        """Whether a fact says that something has not happened, or is not held."""
        return name not in self.situation.by_path and self.known[name] in (NONE, NONE_WORD)

    def _keeps(self, changes: NewValues, name: str) -> bool:
        """Whether no fact that cannot change gets another value as a consequence."""
        if name not in self._triggers:
            return True
        given, differing = self.given(changes)
        others = (n for n in differing if n in self.known and n in given and n not in changes)
        return all(self.effort(n) for n in others)

    # --- what follows --------------------------------------------------------------------------------------------

    def _followed(self, explicit: Mapping[str, Any]) -> dict[str, Any]:
        """The facts that are said, and what follows from them; what is said stands."""
        given = dict(explicit)
        pending = list(self._implications)
        applied = True
        while applied:
            applied = False
            facts = Facts(given, self.situation.on, self.base)
            for implication in list(pending):
                if implication.applies(facts):
                    pending.remove(implication)
                    new = {name: value for name, value in implication.then.items() if name not in given}
                    given.update(new)
                    applied |= bool(new)
        return given

    def _without_consequences(self, said: dict[str, Any]) -> dict[str, Any]:
        """What is said, less what would follow anyway: it follows anew when something else changes."""
        kept = dict(said)
        for name in (name for name in said if name in self._giving):
            rest = {other: value for other, value in kept.items() if other != name}
            if self._followed(rest).get(name) == said[name]:
                kept = rest
        return kept


class Outlook(Lawful):
    """The same, and what is not known may turn out to be anything: for what a change would make possible, not certain."""

    def __init__(self, situation: Situation) -> None:
        super().__init__(situation)
        self._answers = Answers(situation)

    def prepare(self, reading: Mapping[str, Sequence[int]]) -> None:
        """Take notice of the atoms of a search."""
        super().prepare(reading)
        self._answers.prepare(reading)

    def inputs(self, index: int) -> frozenset[str]:
        """The facts that an atom reads, its open question, the atom itself."""
        return frozenset(self._answers.inputs(index))

    def variables(self, index: int, fault: Fault) -> Sequence[str]:
        """What may change, then what may turn out; what is not asked any more may be answered anew."""
        anew = [n for n in atom_inputs(self.situation, index) if n in self.known and not self.effort(n) and self._never(n)]
        names = [*super().variables(index, fault), *self._answers.variables(index, fault), *sorted(anew)]
        return list(dict.fromkeys(names))

    def values(self, facts: Facts, changes: NewValues, name: str, index: int, fault: Fault) -> Iterator[Any]:
        """Lawful values; for what is not known, any answer."""
        if name in self.known and (self.effort(name) or name in facts.given):
            if self.effort(name) or fault.real_life:
                yield from super().values(facts, changes, name, index, fault)
        else:
            yield from self._answers.values(facts, changes, name, index, fault)

    def given(self, changes: NewValues) -> tuple[dict[str, Any], frozenset[str]]:
        """The facts under some changes and answers."""
        given, differing = super().given({name: value for name, value in changes.items() if name in self.base.facts})
        return given, differing | (changes.keys() - self.base.facts.keys())

    def answer(self, index: int, facts: Facts, changes: NewValues) -> Kleene:
        """The truth of an atom under some changes and answers."""
        return self._answers.answer(index, facts, changes)

    def size(self, changes: NewValues) -> int:
        """How many facts change; answers are not counted."""
        return super().size({name: value for name, value in changes.items() if self.moves(name)})

    def moves(self, name: str) -> bool:
        """Whether a new value of this name is a change, and not an answer."""
        return name in self.known and bool(self.effort(name))


class _Implication:
    """A constraint of the form "when, then"; its answer is kept for the facts that `when` reads."""

    def __init__(self, situation: Situation, constraint: Constraint) -> None:
        self.situation = situation
        self.edge = situation.constraint_edge(constraint)
        self.order = situation.network.below([self.edge])
        self.atoms = list(situation.network.atoms(self.order))
        self.reads = sorted(frozenset().union(*(atom_inputs(situation, index) for index in self.atoms)))
        self.then = situation.consequences(constraint)
        self._known: dict[tuple[Any, ...], bool] = {}

    def applies(self, facts: Facts) -> bool:
        """Whether `when` is true."""
        key = tuple(facts.given.get(name, UNKNOWN) for name in self.reads)
        if key not in self._known:
            atoms = {index: masks_of(self.situation.atom_truth(index, facts)) for index in self.atoms}
            masks = evaluate(self.situation.network, self.order, atoms)[positive(self.edge)]
            self._known[key] = signed(self.edge, truth_of(masks)) is True
        return self._known[key]
