"""What is true of the comparisons of facts, whatever the case: one option of a choice, one place of a date on a line.

For each fact and each value that a rule compares it with, exactly one of: there is none, less, equal, more. No calendar is
needed: the values are ordered among themselves, a derived date stands after the date it is computed from.
"""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from ....law.logic.conditions import ON, Compare, RecordTest, Ref
from ....law.logic.facts import typed
from ....law.logic.operators import FUNCTIONS, OPERATORS, Function, Operator, Stands
from ....law.model.entries import Derived, Fact
from ....law.model.values import NONE
from ....law.rulebase.base import RuleBase
from .clauses import Clauses, Literal


class Term(NamedTuple):
    """Something on a line: a fact, the date of the question, a parameter on a date, or a value."""

    kind: str
    name: Any
    at: str = ON


class Place(NamedTuple):
    """Where one term stands before another; none of the three where one of them is none."""

    less: Literal
    equal: Literal
    more: Literal

    def turned(self) -> Place:
        """The place of the other term before this one."""
        return Place(self.more, self.equal, self.less)


class Theory:
    """The statements about facts, made as the comparisons ask for them; `close` then ties them together."""

    def __init__(self, base: RuleBase, clauses: Clauses) -> None:
        self.base = base
        self.clauses = clauses
        self._kept: dict[Hashable, Literal] = {}
        self._options: dict[str, dict[Any, Literal]] = {}
        self._places: dict[tuple[Term, Term], Place] = {}
        self._terms: dict[Term, None] = {}
        self._maybe_none: set[str] = set()

    def literal(self, atom: Compare, at: str) -> Literal:
        """The statement that a comparison makes."""
        written = OPERATORS[atom.op]
        if written.by_order and not isinstance(atom.operand, RecordTest):
            return self._ordered(atom, written, at)
        if not (written.meets or written.confines):
            return self._named(("opaque", atom, at))  # a test of a list of records stands for itself
        options: tuple[Any, ...] = atom.operand if isinstance(atom.operand, tuple) else (atom.operand,)
        if not written.meets:
            return self._only(atom.fact, options)
        return self._any(self._is(atom.fact, option) for option in options)

    def _named(self, key: Hashable) -> Literal:
        if key not in self._kept:
            self._kept[key] = self.clauses.statement()
        return self._kept[key]

    def _any(self, parts: Iterable[Literal]) -> Literal:
        listed = tuple(sorted(set(parts)))
        if len(listed) == 1:
            return listed[0]
        key = ("any", listed)
        known = key in self._kept
        result = self._named(key)
        if not known:
            self.clauses.either(result, listed)
        return result

    # --- choices and sets ----------------------------------------------------------------------------------------

    def _is(self, fact: str, value: Any) -> Literal:
        if value is NONE:
            return self.none(fact)
        return self._option(fact, value)

    def _option(self, fact: str, option: Any) -> Literal:
        return self._all_options(fact)[option]

    def _all_options(self, fact: str) -> Mapping[Any, Literal]:
        if fact not in self._options:
            declared = self.base.facts[fact]
            names: list[Any] = [True, False] if declared.type == "yes_no" else list(self.base.options(fact))
            found = {name: self._named(("option", fact, name)) for name in names}
            self._options[fact] = found
            if declared.type != "set":
                self.clauses.exactly_one([*found.values(), *([self.none(fact)] if declared.none_allowed else [])])
        return self._options[fact]

    def _only(self, fact: str, allowed: tuple[str, ...]) -> Literal:
        others = [literal for name, literal in self._all_options(fact).items() if name not in allowed]
        return -self._any(others) if others else -self._never()

    def _never(self) -> Literal:
        known = ("never",) in self._kept
        result = self._named(("never",))
        if not known:
            self.clauses.add(-result)
        return result

    def none(self, name: str) -> Literal:
        """That there is none of a fact; never true of one that must have a value."""
        if name == ON:
            return self._never()
        declared: Fact | Derived = self.base.facts[name] if name in self.base.facts else self.base.derived[name]
        if isinstance(declared, Fact) and not declared.none_allowed:
            return self._never()
        self._maybe_none.add(name)
        return self._named(("none", name))

    # --- lines ---------------------------------------------------------------------------------------------------

    def _ordered(self, atom: Compare, written: Operator, at: str) -> Literal:
        place = self._place(Term("fact", atom.fact), self._operand(atom.operand, at))
        if written.high is None:
            return place.equal
        side, opposite = (place.more, place.less) if written.high else (place.less, place.more)
        if not (written.holds and written.holds(0, 0)):
            return side
        # Said a second time from the other side, so that it propagates: not more, and there is one.
        within = self._any((side, place.equal))
        self.clauses.add(-within, -opposite)
        return within

    def _operand(self, operand: Any, at: str) -> Term:
        if not isinstance(operand, Ref):
            return Term("value", operand)
        if operand.kind == "on":
            return Term("fact", ON)
        if operand.kind == "fact":
            return Term("fact", operand.name)
        series = self.base.parameters[operand.name].series
        if len(series) == 1:
            return Term("value", typed(self.base.parameters[operand.name], series[0].value))
        return Term("parameter", operand.name, at)

    def _place(self, one: Term, other: Term) -> Place:
        if (one, other) in self._places:
            return self._places[one, other]
        if (other, one) in self._places:
            return self._places[other, one].turned()
        place = Place(*(self._named((part, one, other)) for part in ("less", "equal", "more")))
        self._places[one, other] = place
        self._terms |= {one: None, other: None}
        nones = [self.none(term.name) for term in (one, other) if term.kind == "fact"]
        self.clauses.exactly_one([*place, self._any(nones)])
        if one.kind == other.kind == "value":
            self.clauses.add(place[1 + _sign(one.name, other.name)])
        return place

    # --- what ties them together ---------------------------------------------------------------------------------

    def close(self) -> None:
        """Tie derived facts to what they are computed from, then every three terms that are compared among themselves."""
        tied: set[str] = set()
        while pending := self._named_facts() - tied:
            for name in sorted(pending & self.base.derived.keys()):
                self._derived(self.base.derived[name])
            tied |= pending
        around: dict[Term, dict[Term, None]] = {}
        for one, other in list(self._places):
            around.setdefault(one, {})[other] = None
            around.setdefault(other, {})[one] = None
        for term, others in around.items():
            self._line_of(term, [other for other in others if other.kind == "value"])
        for one, other in list(self._places):
            for third in around[one].keys() & around[other].keys():
                if not (one.kind == other.kind == "value"):
                    self._triple(one, other, third)

    def _line_of(self, term: Term, values: list[Term]) -> None:
        """The values with which one term is compared, each before the next."""
        ordered = sorted(values, key=lambda value: value.name)
        for low, high in itertools.pairwise(ordered):
            below, above = self._place(term, low), self._place(term, high)
            for literal in (below.less, below.equal):
                self.clauses.add(-literal, above.less)
            for literal in (above.equal, above.more):
                self.clauses.add(-literal, below.more)

    def _triple(self, one: Term, other: Term, third: Term) -> None:
        first, second, whole = self._place(one, third), self._place(third, other), self._place(one, other)
        for sign in (0, 2):
            self.clauses.add(-first[sign], -second[sign], whole[sign])
            self.clauses.add(-first[1], -second[sign], whole[sign])
            self.clauses.add(-first[sign], -second[1], whole[sign])
        self.clauses.add(-first[1], -second[1], whole[1])

    def _derived(self, derived: Derived) -> None:
        """None in, none out; and a date that is computed by adding stands where the addition puts it."""
        arguments = [written[1:] for written in derived.arguments if written.startswith("$") and written.count(".") == 1]
        function = FUNCTIONS[derived.function]
        if not function.branches:
            for name in arguments:
                self.clauses.add(-self.none(name), self.none(derived.id))
        if function.stands in (Stands.AFTER, Stands.NOT_BEFORE):
            self._added(derived, function, arguments)
        elif function.stands is not None and len(arguments) == len(derived.arguments):
            for name in arguments:
                place = self._place(Term("fact", derived.id), Term("fact", name))
                self.clauses.add(-(place.less if function.stands is Stands.LATEST else place.more))

    def _added(self, derived: Derived, function: Function, arguments: Sequence[str]) -> None:
        """A date to which something is added: none with that date, and after it as far as what is added tells."""
        added = self._least(derived.arguments[1])
        if added is None or not arguments or derived.arguments[0] != f"${arguments[0]}":
            return
        self.clauses.equal(self.none(derived.id), self.none(arguments[0]))
        place = self._place(Term("fact", derived.id), Term("fact", arguments[0]))
        if added > 0 or (added == 0 and function.stands is Stands.AFTER):
            self.clauses.add(-place.less)
        if added > 0 and function.stands is Stands.AFTER:
            self.clauses.add(-place.equal)

    def _least(self, written: str) -> Decimal | None:
        """The least value that an argument has on any day; None where it is a fact."""
        if not written.startswith("$"):
            return Decimal(written)
        name = written[1:]
        if name not in self.base.parameters:
            return None
        parameter = self.base.parameters[name]
        return min(Decimal(str(typed(parameter, period.value))) for period in parameter.series)

    def _named_facts(self) -> set[str]:
        """The facts of which something is said: that there is none, or how they compare."""
        return {term.name for term in self._terms if term.kind == "fact"} | self._maybe_none


def _sign(one: Any, other: Any) -> int:
    if isinstance(one, date) != isinstance(other, date):
        return 0
    return int(one > other) - int(one < other)
