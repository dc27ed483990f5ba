"""The operators and the functions of the language: one record each, to compute, to show, to test.

Whoever adds an operator, or a function of which derived facts are computed, adds its record here, and the sentence that the
record names to the catalogue. What may be written, how it is decided, how it is said, how it is said when it must not hold,
and which way it turns along a line are all read off the record; its `examples` are tests.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from ..model.values import NONE, Records
from . import functions
from .truth import Kleene, conjunction, disjunction

NUMBER = frozenset({"integer", "decimal"})
DATE = frozenset({"date"})
SET = frozenset({"set"})
RECORDS = frozenset({"records"})
EARLY, LATE = date(2026, 1, 31), date(2026, 2, 1)
A, B = frozenset({"a"}), frozenset({"b"})
Example = tuple[Any, Any, bool]  # a value, what it is compared with, the answer
Inverse = Callable[[Any, Any], date]


@dataclass(frozen=True)
class Operator:
    """An operator of a condition: `fact: {name: operand}`; one without `types` is read from a plain value."""

    name: str
    shown: str  # the sentence of the catalogue
    types: frozenset[str] = frozenset()  # declared types of which it may be asked
    holds: Callable[[Any, Any], bool] | None = None  # of known values
    by_order: bool = False  # of a value and a limit: false where either is `none`
    high: bool | None = None  # true for high values, true for low ones, or neither
    opposite: str = ""  # the operator that holds of a value just where this one does not
    both: tuple[str, ...] = ()  # it holds where both of these hold
    shown_many: str = ""  # the sentence for several options, or for a list of which some records count
    denied: str = "wanted_other_than"  # the sentence for options that must not be
    meets: bool = False  # true where the value has one of the options
    confines: bool = False  # true only where the value has no other option
    several: str = ""  # the operator of several options that it is, written with one
    members: Callable[[Records, Sequence[Kleene]], Kleene] | None = None  # of the records that satisfy a condition
    of_column: bool = False  # it adds up a column
    examples: tuple[Example, ...] = ()

    def said(self, many: bool) -> str:
        """The sentence, for one option or for many."""
        return self.shown_many if many and self.shown_many else self.shown

    @property
    def turns_below(self) -> bool:
        """Whether it turns between what is below the limit and the limit itself, not between that and what is above."""
        return self.holds is not None and self.holds(0, 0) is self.high


def any_of(records: Records, truths: Sequence[Kleene]) -> Kleene:
    """Whether some record satisfies the condition."""
    truth = disjunction(truths)
    return None if truth is False and not records.complete else truth


def every(records: Records, truths: Sequence[Kleene]) -> Kleene:
    """Whether each record does."""
    truth = conjunction(truths)
    return None if truth is True and not records.complete else truth


def _ordered(
    name: str, types: frozenset[str], holds: Callable[[Any, Any], bool], high: bool | None, opposite: str = "",
    both: tuple[str, ...] = (),
) -> Operator:  # fmt: skip
    low, limit, top = (EARLY, LATE, date.max) if types == DATE else (1, 2, 3)
    told = {low: high is False, limit: holds(0, 0), top: high is True}
    examples = tuple((value, limit, answer) for value, answer in told.items())
    return Operator(
        name, "demand_" + name, types, holds, by_order=True, high=high, opposite=opposite, both=both,
        examples=(*examples, (NONE, limit, False)),
    )  # fmt: skip


_OPERATORS = (
    Operator("is", "demand_is", holds=operator.eq, meets=True, confines=True,
             examples=(("a", "a", True), ("a", "b", False), (NONE, NONE, True), (NONE, "a", False), (True, True, True))),
    Operator("one_of", "demand_is", holds=lambda value, options: value in options, shown_many="demand_is_any",
             meets=True, confines=True, examples=(("a", ("a", "b"), True), ("c", ("a", "b"), False), (NONE, ("a",), False))),
    _ordered("at_least", NUMBER, operator.ge, high=True, opposite="less_than"),
    _ordered("more_than", NUMBER, operator.gt, high=True, opposite="at_most"),
    _ordered("at_most", NUMBER, operator.le, high=False, opposite="more_than"),
    _ordered("less_than", NUMBER, operator.lt, high=False, opposite="at_least"),
    _ordered("before", DATE, operator.lt, high=False, opposite="on_or_after"),
    _ordered("on_or_before", DATE, operator.le, high=False, opposite="after"),
    _ordered("after", DATE, operator.gt, high=True, opposite="on_or_before"),
    _ordered("on_or_after", DATE, operator.ge, high=True, opposite="before"),
    _ordered("equal", NUMBER | DATE, operator.eq, high=None, both=("at_least", "at_most")),
    Operator("includes", "demand_includes", SET, several="includes_any"),
    Operator("includes_any", "demand_includes", SET, holds=lambda value, options: not value.isdisjoint(options),
             shown_many="demand_includes_any", denied="wanted_without", meets=True,
             examples=((A | B, ("a", "c"), True), (B, ("a", "c"), False), (frozenset(), ("a",), False))),
    Operator("only", "demand_only", SET, holds=lambda value, options: value <= frozenset(options), confines=True,
             examples=((A, ("a", "b"), True), (A | B, ("a",), False), (frozenset(), (), True), (A, (), False))),
    Operator("any_of", "records_any_of", RECORDS, members=any_of),
    Operator("every", "records_every", RECORDS, members=every),
    Operator("count", "records_count", RECORDS, shown_many="records_count_where"),
    Operator("sum", "records_sum", RECORDS, shown_many="records_sum_where", of_column=True),
)  # fmt: skip
OPERATORS: dict[str, Operator] = {one.name: one for one in _OPERATORS}


def operators_of(declared_type: str) -> tuple[str, ...]:
    """The operators that a condition may ask of a declared type, by name."""
    return tuple(sorted(one.name for one in OPERATORS.values() if declared_type in one.types))


def inclusive(declared_type: str) -> tuple[Operator, Operator]:
    """The operators "the limit or more" and "the limit or less" of a type of dates or numbers.

    >>> [one.name for one in inclusive("date")]
    ['on_or_after', 'on_or_before']
    """
    of_type = [one for one in OPERATORS.values() if declared_type in one.types and one.holds and one.holds(0, 0)]
    more, less = (next(one for one in of_type if one.high is high) for high in (True, False))
    return more, less


# --- functions ---------------------------------------------------------------------------------------------------


class Stands(Enum):
    """Where a date that is computed stands before the dates it is computed from."""

    AFTER = "after the first, by what is added where that is more than nothing"
    NOT_BEFORE = "not before the first, where what is added is more than nothing"
    LATEST = "not before any"
    EARLIEST = "not after any"


@dataclass(frozen=True)
class Function:
    """A function of which a derived fact is computed.

    The types of its arguments: a number is an integer or a decimal, a column is `$list.of.records`. `ways` says for each
    argument whether the result never falls (1) or never rises (-1) when the argument rises; the last entry holds for every
    further argument, and None says that a function goes both ways, or that it depends on the sign of another argument.
    `inverses` says where a date argument must stand for a result near a threshold, given the other argument and that.
    """

    name: str
    compute: Callable[..., Any]
    arguments: tuple[str, ...]
    result: str
    example: tuple[tuple[Any, ...], Any]
    repeats: bool = False  # the one type holds for every argument
    or_column: bool = False  # a column may stand for the arguments
    branches: bool = False  # the first argument chooses between the two others
    ways: tuple[int, ...] | None = None
    inverses: Mapping[int, Inverse] = field(default_factory=dict)
    stands: Stands | None = None
    infix: str = ""  # the sign between its arguments; a function without one is said by a sentence
    after: str = ""

    def taken(self, values: list[Any]) -> list[Any]:
        """The arguments with the branch that is not taken replaced by the one that is: it may then be unknown, or none."""
        if not self.branches:
            return values
        chosen = values[0] if not isinstance(values[0], bool) else values[1] if values[0] else values[2]
        return [values[0], chosen, chosen]


def _back(months_a_unit: int) -> Inverse:
    return lambda end, units: functions.add_months(end, -months_a_unit * int(units))


def _forth(months_a_unit: int) -> Inverse:
    return lambda start, units: functions.add_months(start, months_a_unit * int(units))


def _from_limit(months_a_unit: int) -> Inverse:
    return lambda units, limit: functions.add_months(limit, -months_a_unit * int(units))


_SCALE = (functions.Row(Decimal(1), Decimal(2), Decimal(10)), functions.Row(Decimal(3), None, Decimal(20)))
_NEW_YEAR, _THIRD_YEAR = date(2024, 1, 1), date(2027, 1, 1)
_FUNCTIONS = (
    Function("add_days", functions.add_days, ("date", "integer"), "date", ((EARLY, 1), LATE), ways=(1, 1),
             stands=Stands.AFTER, inverses={0: lambda days, limit: functions.add_days(limit, -int(days))}),
    Function("add_months", functions.add_months, ("date", "integer"), "date", ((EARLY, 1), date(2026, 2, 28)), ways=(1, 1),
             stands=Stands.AFTER, inverses={0: _from_limit(1)}),
    Function("add_years", functions.add_years, ("date", "integer"), "date", ((date(2024, 2, 29), 1), date(2025, 2, 28)),
             ways=(1, 1), stands=Stands.AFTER, inverses={0: _from_limit(12)}),
    Function("last_day_of_months", functions.last_day_of_months, ("date", "integer"), "date",
             ((date(2026, 1, 1), 1), EARLY), ways=(1, 1), stands=Stands.NOT_BEFORE,
             inverses={0: lambda months, limit: functions.add_months(functions.add_days(limit, 1), -int(months))}),
    Function("end_of_month", functions.end_of_month, ("date", "integer"), "date", ((EARLY, 1), date(2026, 2, 28)),
             ways=(1, 1), inverses={0: lambda months, limit: functions.add_months(limit.replace(day=1), -int(months))}),
    Function("whole_months_between", functions.whole_months_between, ("date", "date"), "integer",
             ((EARLY, date(2026, 3, 30)), 1), ways=(-1, 1), inverses={0: _back(1), 1: _forth(1)}),
    Function("whole_years_between", functions.whole_years_between, ("date", "date"), "integer",
             ((LATE, date(2028, 1, 31)), 1), ways=(-1, 1), inverses={0: _back(12), 1: _forth(12)}),
    Function("days_between", functions.days_between, ("date", "date"), "integer", ((EARLY, LATE), 1), ways=(-1, 1),
             inverses={0: lambda end, days: functions.add_days(end, -int(days)),
                       1: lambda start, days: functions.add_days(start, int(days))}),
    Function("product", functions.product, ("number",), "decimal", ((2, 3, 4), 24), repeats=True, infix=" × "),
    Function("quotient", functions.quotient, ("number", "number"), "decimal", ((6, 4), Decimal("1.5")), infix=" ÷ "),
    Function("sum", functions.total, ("number",), "decimal", ((2, 3, 4), 9), repeats=True, or_column=True, ways=(1,),
             infix=" + "),
    Function("difference", functions.difference, ("number", "number"), "decimal", ((2, 3), -1), ways=(1, -1), infix=" − "),
    Function("share", functions.share, ("number", "number"), "decimal", ((50, 10), 5), infix=" × ", after=" %"),
    Function("largest", functions.largest, ("number",), "decimal", ((2, 5, 3), 5), repeats=True, ways=(1,)),
    Function("smallest", functions.smallest, ("number",), "decimal", ((2, 5, 3), 2), repeats=True, ways=(1,)),
    Function("later_of", functions.later_of, ("date", "date"), "date", ((EARLY, LATE), LATE), ways=(1,),
             stands=Stands.LATEST),
    Function("earlier_of", functions.earlier_of, ("date", "date"), "date", ((EARLY, LATE), EARLY), ways=(1,),
             stands=Stands.EARLIEST),
    Function("count", functions.count, ("column",), "integer", (([7, 7, 9],), 3)),
    Function("sum_excess", functions.sum_excess, ("column", "number"), "decimal", (([4, 7, 9], 6), 4)),
    Function("sum_capped", functions.sum_capped, ("column", "number"), "decimal", (([4, 7, 9], 6), 16)),
    Function("if_at_least", functions.if_at_least, ("number", "number", "number", "number"), "decimal", ((2, 2, 7, 8), 7)),
    Function("if_yes", functions.if_yes, ("yes_no", "number", "number"), "decimal", ((False, 7, 8), 8), branches=True),
    Function("bracket", functions.bracket, ("number", "table"), "decimal", ((Decimal("2.5"), _SCALE), 20)),
    Function("service_hours", functions.service_hours, ("date", "date", "table"), "decimal",
             ((_NEW_YEAR, _THIRD_YEAR, _SCALE), 40)),
    Function("service_hours_full_years", functions.service_hours_full_years, ("date", "date", "table"), "decimal",
             ((_NEW_YEAR, date(2026, 1, 2), _SCALE), 40)),
)  # fmt: skip
FUNCTIONS: dict[str, Function] = {one.name: one for one in _FUNCTIONS}
