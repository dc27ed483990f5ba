"""The values of a fact to which one comparison would answer otherwise, nearest to the present value.

A search that asks "what would have to be otherwise?" goes from value to value. From a paper valid until May it goes to the
first day on which "valid today" turns true, from a set of three options to the set without the one that stands in the way,
from a list of four members to one of five. Each step answers one comparison otherwise and moves as little as it can, so any
other value that does so lies beyond one of them, in the same direction.
"""

from __future__ import annotations

import copy
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from ...answer.deciding.cut import NoCut, candidates, unknown_inputs
from ...answer.deciding.line import Line
from ...answer.deciding.situation import Situation, atom_facts
from ...law.logic.atoms import member_truths
from ...law.logic.conditions import Compare, RecordTest
from ...law.logic.facts import UNKNOWN, Facts
from ...law.logic.operators import OPERATORS
from ...law.logic.truth import Kleene
from ...law.model.values import NONE, Records

MOST_RECORDS = 12  # added or left out in one step
MOST_KINDS = 1 << 9  # kinds of record that may be added


class Nearby:
    """The values of facts around a set of facts; `inexact` tells whether a fact could not be cut for certain.

    `reading` are the atoms that read each fact. What was found is kept: it depends on the facts that these atoms read.
    """

    def __init__(self, situation: Situation, reading: Mapping[str, Sequence[int]], floor: date | None = None) -> None:
        self.law = situation
        self.base = situation.base
        self.reading = reading
        self.floor = floor  # the earliest day to which a date may move
        self.inexact = False
        self._partners: dict[str, list[str]] = {}
        self._known: dict[tuple[Any, ...], tuple[Any, ...]] = {}

    def otherwise(self, facts: Facts, name: str, index: int) -> tuple[Any, ...]:
        """The values of `name` nearest to its known value to which the comparison `index` answers otherwise.

        One of each class that the comparisons tell apart.
        """
        return self._kept(facts, name, index, lambda around: around.otherwise(name, index))

    def every(self, facts: Facts, name: str) -> tuple[Any, ...]:
        """One value of `name`, which is not known, for each class that the comparisons tell apart."""
        return self._kept(facts, name, -1, lambda around: around.limits(name))

    def limits(self, facts: Facts, name: str) -> list[Any]:
        """Values of `name` around which a comparison may answer otherwise, one of each class at least."""
        return _Around(self, facts).limits(name)

    def _kept(self, facts: Facts, name: str, index: int, find: Callable[[_Around], Iterable[Any]]) -> tuple[Any, ...]:
        if name not in self._partners:
            inputs = (atom_inputs(self.law, atom) for atom in self.reading[name])
            self._partners[name] = sorted(frozenset({name}).union(*inputs))
        key = (name, index, *(facts.given.get(partner, UNKNOWN) for partner in self._partners[name]))
        if key not in self._known:
            around = _Around(self, facts)
            classes: dict[tuple[Kleene, ...], Any] = {}
            for value in find(around):
                classes.setdefault(around.truths(self.reading[name], name, value), value)
            self._known[key] = tuple(classes.values())
        return self._known[key]


class _Around:
    """The search for the values of one fact, the others being as they are."""

    def __init__(self, nearby: Nearby, facts: Facts) -> None:
        self.nearby = nearby
        self.situation = copy.copy(nearby.law)  # the same law and the same day, with these facts
        self.situation.facts = facts
        self.facts = facts
        self.base = nearby.base
        self.floor = nearby.floor

    def otherwise(self, name: str, index: int) -> Iterator[Any]:
        """The values to which a comparison answers otherwise, nearest first."""
        declared, value = self.base.facts[name], self.facts.given[name]
        match declared.type:
            case "yes_no":
                others: Iterator[Any] = iter([not value])
            case "choice":
                others = (option for option in self.base.options(name) if option != value)
            case "set":
                others = self._sets(name, index, value)
            case "records":
                others = self._lists(name, index, value)
            case _:
                others = itertools.chain(self._beside(name, index, value), self._none(name, value))
        now = self.truth(index, name, value)
        return (other for other in others if self.truth(index, name, other) not in (now, None))

    def limits(self, name: str) -> list[Any]:
        """Values around which one of the comparisons that read the fact may answer otherwise."""
        points: dict[Any, None] = {}
        for index in self.nearby.reading[name]:
            if set(unknown_inputs(self.situation, index)) - {name}:
                continue  # whatever the value is, the comparison waits for another fact
            try:
                points.update(dict.fromkeys(candidates(self.situation, name, [index])))
            except NoCut:
                self.nearby.inexact = True
        return [v for v in points if self.floor is None or not isinstance(v, date) or v >= self.floor]

    def truth(self, index: int, name: str, value: Any) -> Kleene:
        """The answer of a comparison if `name` had this value."""
        return self.truths((index,), name, value)[0]

    def truths(self, read: Sequence[int], name: str, value: Any) -> tuple[Kleene, ...]:
        """The answers of several."""
        facts = Facts({**self.facts.given, name: value}, self.facts.on, self.base)
        return tuple(self.situation.atom_truth(index, facts) for index in read)

    # --- dates and numbers ---------------------------------------------------------------------------------------

    def _none(self, name: str, value: Any) -> Iterator[Any]:
        if self.base.facts[name].none_allowed and value is not NONE:
            yield NONE

    def _beside(self, name: str, index: int, value: Any) -> Iterator[Any]:
        """The nearest value above and the nearest below; from `none`, from the day of the question or the least number."""
        line = Line(self.base.facts[name], self.floor)
        start = line.point(value) if value is not NONE else line.origin(self.facts.on)
        now = self.truth(index, name, value)
        try:
            points = {line.point(v) for v in candidates(self.situation, name, [index]) if v is not NONE}
            points |= {line.low} if self.floor is not None else set()
            turned = sorted(p for p in points if line.low <= p <= line.high and self._turns(name, index, line, p, now))
        except NoCut:
            self.nearby.inexact = True
            turned = list(line.turned(start, lambda p: self._turns(name, index, line, p, now)))
        above = [p for p in turned if p >= start][:1]
        below = [p for p in turned if p < start][-1:]
        yield from (line.value(p) for p in (*above, *below))

    def _turns(self, name: str, index: int, line: Line, point: int, now: Kleene) -> bool:
        return self.truth(index, name, line.value(point)) not in (now, None)

    # --- sets ----------------------------------------------------------------------------------------------------

    def _sets(self, name: str, index: int, value: frozenset[str]) -> Iterator[frozenset[str]]:
        """The least that must be taken out or put in; each option that would do."""
        atom: Compare = self.situation.network.nodes[index].atom
        named = frozenset(atom.operand if isinstance(atom.operand, tuple) else ())
        if OPERATORS[atom.op].confines:
            others = [option for option in self.base.options(name) if option not in named]
            yield from [value & named] if value - named else [value | {option} for option in others]
        else:
            yield from [value - named] if value & named else [value | {option} for option in sorted(named)]

    # --- lists ---------------------------------------------------------------------------------------------------

    def _lists(self, name: str, index: int, value: Any) -> Iterator[Records]:
        """The list with records left out, or with new ones of one kind, until the comparison answers otherwise."""
        self.nearby.inexact = True  # which records a list could hold is not cut into classes
        if not isinstance(value, Records):
            return
        now = self.truth(index, name, value)
        for group in self._groups(name, index, value):
            yield from self._until(name, index, now, (_without(value, group[-n:]) for n in range(1, len(group) + 1)))
        for kind in self._kinds(name, self.nearby.reading[name]):
            longer = (Records((*value.items, *[kind] * n), value.complete) for n in range(1, MOST_RECORDS + 1))
            yield from self._until(name, index, now, longer)

    def _until(self, name: str, index: int, now: Kleene, lists: Iterator[Records]) -> Iterator[Records]:
        yield from itertools.islice((v for v in lists if self.truth(index, name, v) not in (now, None)), 1)

    def _groups(self, name: str, index: int, value: Records) -> list[list[int]]:
        """The positions of the records by what the comparison says of each alone."""
        groups: dict[Kleene, list[int]] = {}
        for position, record in enumerate(value.items):
            groups.setdefault(self._member(name, index, record), []).append(position)
        return list(groups.values())

    def _member(self, name: str, index: int, record: Mapping[str, Any]) -> Kleene:
        atom: Compare = self.situation.network.nodes[index].atom
        if not isinstance(atom.operand, RecordTest):
            return None
        return member_truths(atom.operand.where, Records((record,)), self.facts, self.situation.network.nodes[index].at)[0]

    def _kinds(self, name: str, read: Sequence[int]) -> Iterator[Mapping[str, Any]]:
        """A record of each kind that the comparisons tell apart; columns that are not closed lists stay unknown."""
        fields = self.base.facts[name].fields or {}
        closed = {
            column: self._column(name, column) for column, field in fields.items() if field.type in ("yes_no", "choice")
        }
        seen = set()
        for values in itertools.islice(itertools.product(*closed.values()), MOST_KINDS):
            record = dict(zip(closed, values, strict=True))
            truths = tuple(self._member(name, index, record) for index in read)
            if truths not in seen:
                seen.add(truths)
                yield record

    def _column(self, name: str, column: str) -> list[Any]:
        if (self.base.facts[name].fields or {})[column].type == "yes_no":
            return [True, False]
        return list(self.base.options(f"{name}.{column}"))


def _without(value: Records, left_out: Sequence[int]) -> Records:
    return Records(tuple(r for position, r in enumerate(value.items) if position not in left_out), value.complete)


def atom_inputs(situation: Situation, index: int) -> frozenset[str]:
    """The facts that the truth of an atom rests on, the date at which it reads a parameter included."""
    node = situation.network.nodes[index]
    names = [*atom_facts(node.atom), *([node.at] if node.at != "on" else [])]
    return frozenset().union(*(situation.facts.inputs(name) for name in names))
