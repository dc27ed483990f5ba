"""The named functions that derived facts may use: dates and exact numbers.

Each takes values and gives a value; `none` in gives `none` out (there is no age without a birth date). Numbers are exact
fractions until a derived fact rounds them, once. Months run day to day, clipped at the end of the month: 31 January plus one
month is the last day of February.
"""

from __future__ import annotations

import calendar
import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any


@dataclass(frozen=True)
class Row:
    """A row of a table of the law: from a value to a value, both included (`to` None: without end)."""

    from_: Decimal
    to: Decimal | None
    value: Decimal


Scale = tuple[Row, ...]


class OutOfCalendar(ValueError):
    """A date before year 1 or after year 9999."""


def add_days(start: date, days: int) -> date:
    """`start` moved by `days` days (negative: earlier)."""
    try:
        return start + timedelta(days=int(days))
    except OverflowError:
        raise OutOfCalendar from None


def add_months(start: date, months: int) -> date:
    """`start` moved by whole months, clipped to the last day of the month.

    >>> add_months(date(2026, 1, 31), 1)
    datetime.date(2026, 2, 28)
    """
    year, month = divmod(start.year * 12 + start.month - 1 + int(months), 12)
    if not 1 <= year <= 9999:
        raise OutOfCalendar
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def add_years(start: date, years: int) -> date:
    """`start` moved by whole years; 29 February becomes 28 February where it must."""
    return add_months(start, 12 * int(years))


def last_day_of_months(start: date, months: int) -> date:
    """The last day of a period of `months` months that begins on `start`.

    >>> last_day_of_months(date(2026, 1, 1), 6)
    datetime.date(2026, 6, 30)
    """
    return add_days(add_months(start, months), -1)


def whole_months_between(start: date, end: date) -> int:
    """Whole months from `start` to `end`; negative when `end` is earlier."""
    if end < start:
        return -whole_months_between(end, start)
    months = (end.year - start.year) * 12 + end.month - start.month
    return months if add_months(start, months) <= end else months - 1


def whole_years_between(start: date, end: date) -> int:
    """Whole years from `start` to `end`: an age. Who is born on 29 February is a year older on 28 February."""
    months = whole_months_between(start, end)
    return months // 12 if months >= 0 else -(-months // 12)


def days_between(start: date, end: date) -> int:
    """Days from `start` to `end`."""
    return (end - start).days


def round_half_up(value: Fraction | Decimal | int, places: int) -> Decimal:
    """The exact value rounded to `places` decimals, halves away from zero; done once, at the end of a computation.

    >>> round_half_up(Fraction(1, 8), 2)
    Decimal('0.13')
    """
    scaled = abs(Fraction(value)) * 10**places
    whole = (scaled.numerator * 2 + scaled.denominator) // (scaled.denominator * 2)
    return Decimal(f"{'-' if value < 0 else ''}{whole}E-{places}")  # from text: exact, however many digits


def product(*values: Any) -> Fraction:
    """The exact product."""
    return math.prod((Fraction(value) for value in values), start=Fraction(1))


def quotient(left: Any, right: Any) -> Fraction:
    """The exact quotient. Raises `ZeroDivisionError`: nothing is known of it then."""
    return Fraction(left) / Fraction(right)


def total(*values: Any) -> Fraction:
    """The exact sum, of several values or of one column."""
    numbers = values[0] if len(values) == 1 and isinstance(values[0], list) else values
    return sum((Fraction(value) for value in numbers), Fraction(0))


def difference(left: Any, right: Any) -> Fraction:
    """The exact difference."""
    return Fraction(left) - Fraction(right)


def share(value: Any, percent: Any) -> Fraction:
    """`percent` per cent of `value`, exactly."""
    return Fraction(value) * Fraction(percent) / 100


def largest(*values: Any) -> Fraction:
    """The largest value."""
    return max(Fraction(value) for value in values)


def smallest(*values: Any) -> Fraction:
    """The smallest value."""
    return min(Fraction(value) for value in values)


def later_of(first: date, second: date) -> date:
    """The later of two dates."""
    return max(first, second)


def earlier_of(first: date, second: date) -> date:
    """The earlier of two dates."""
    return min(first, second)


def count(column: list[Any]) -> int:
    """How many values a column has."""
    return len(column)


def sum_excess(column: list[Any], limit: Any) -> Fraction:
    """The sum of what each value has above a limit."""
    return sum((max(Fraction(value) - Fraction(limit), Fraction(0)) for value in column), Fraction(0))


def sum_capped(column: list[Any], limit: Any) -> Fraction:
    """The sum of the values, each counted up to a limit."""
    return sum((min(Fraction(value), Fraction(limit)) for value in column), Fraction(0))


def if_at_least(value: Any, threshold: Any, then: Any, otherwise: Any) -> Fraction:
    """`then` where `value` reaches `threshold`, else `otherwise`."""
    return Fraction(then) if Fraction(value) >= Fraction(threshold) else Fraction(otherwise)


def if_yes(answer: bool, then: Any, otherwise: Any) -> Fraction:
    """`then` where the answer to a yes/no fact is yes, else `otherwise`."""
    return Fraction(then) if answer else Fraction(otherwise)


def taken(function: str, values: list[Any]) -> list[Any]:
    """The arguments with the branch that is not taken replaced by the one that is: it may then be unknown, or none."""
    if function != "if_yes":
        return values
    chosen = values[0] if not isinstance(values[0], bool) else values[1] if values[0] else values[2]
    return [values[0], chosen, chosen]


def bracket(value: Any, table: Scale) -> Fraction:
    """The value of the first row whose upper end is not exceeded; what falls between two rows belongs to the upper one."""
    for row in table:
        if row.to is None or Fraction(value) <= Fraction(row.to):
            return Fraction(row.value)
    raise OutOfCalendar


def service_hours(start: date, end: date, table: Scale) -> Fraction:
    """Hours earned year by year of service by a progressive table, the last year in proportion of its days.

    `end` is the first day out. Row n of the table gives the hours of each year of service from `from_` to `to`.
    """
    years, rest, span = _service(start, end)
    whole = sum((_hours(year, table) for year in range(1, years + 1)), Fraction(0))
    return whole + (_hours(years + 1, table) * Fraction(rest, span) if rest else 0)


def service_hours_full_years(start: date, end: date, table: Scale) -> Fraction:
    """The same, a year begun counting as a whole year."""
    years, rest, _ = _service(start, end)
    return sum((_hours(year, table) for year in range(1, years + 1 + bool(rest))), Fraction(0))


def _service(start: date, end: date) -> tuple[int, int, int]:
    years = max(whole_years_between(start, end), 0)
    last, following = add_years(start, years), add_years(start, years + 1)
    return years, max((end - last).days, 0), (following - last).days


def _hours(year: int, table: Scale) -> Fraction:
    return bracket(year, table)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "add_days": add_days,
    "add_months": add_months,
    "add_years": add_years,
    "last_day_of_months": last_day_of_months,
    "whole_months_between": whole_months_between,
    "whole_years_between": whole_years_between,
    "days_between": days_between,
    "product": product,
    "quotient": quotient,
    "sum": total,
    "difference": difference,
    "share": share,
    "largest": largest,
    "smallest": smallest,
    "later_of": later_of,
    "earlier_of": earlier_of,
    "count": count,
    "sum_excess": sum_excess,
    "sum_capped": sum_capped,
    "if_at_least": if_at_least,
    "if_yes": if_yes,
    "bracket": bracket,
    "service_hours": service_hours,
    "service_hours_full_years": service_hours_full_years,
}

# The types of the arguments and of the result; "+" repeats the one before. A number is an integer or a decimal (a sum takes
# a column as well), a column is `$list.of.records`.
SIGNATURES: dict[str, tuple[tuple[str, ...], str]] = {
    "add_days": (("date", "integer"), "date"),
    "add_months": (("date", "integer"), "date"),
    "add_years": (("date", "integer"), "date"),
    "last_day_of_months": (("date", "integer"), "date"),
    "whole_months_between": (("date", "date"), "integer"),
    "whole_years_between": (("date", "date"), "integer"),
    "days_between": (("date", "date"), "integer"),
    "product": (("number", "+"), "decimal"),
    "quotient": (("number", "number"), "decimal"),
    "sum": (("number", "+"), "decimal"),
    "difference": (("number", "number"), "decimal"),
    "share": (("number", "number"), "decimal"),
    "largest": (("number", "+"), "decimal"),
    "smallest": (("number", "+"), "decimal"),
    "later_of": (("date", "date"), "date"),
    "earlier_of": (("date", "date"), "date"),
    "count": (("column",), "integer"),
    "sum_excess": (("column", "number"), "decimal"),
    "sum_capped": (("column", "number"), "decimal"),
    "if_at_least": (("number", "number", "number", "number"), "decimal"),
    "if_yes": (("yes_no", "number", "number"), "decimal"),
    "bracket": (("number", "table"), "decimal"),
    "service_hours": (("date", "date", "table"), "decimal"),
    "service_hours_full_years": (("date", "date", "table"), "decimal"),
}


def _shift_months(pivot: date, months: int) -> date:
    return add_months(pivot, -int(months))


# Where a date argument must stand for a result near a threshold: used to cut a date fact into the few values that matter.
# (function, position of the unknown argument) -> candidate value, from the other argument and the threshold.
INVERSES: dict[tuple[str, int], Callable[[Any, Any], date]] = {
    ("add_days", 0): lambda days, limit: add_days(limit, -int(days)),
    ("add_months", 0): lambda months, limit: _shift_months(limit, months),
    ("add_years", 0): lambda years, limit: _shift_months(limit, 12 * int(years)),
    ("last_day_of_months", 0): lambda months, limit: _shift_months(add_days(limit, 1), months),
    ("whole_years_between", 0): lambda end, years: add_months(end, -12 * int(years)),
    ("whole_years_between", 1): lambda start, years: add_months(start, 12 * int(years)),
    ("whole_months_between", 0): lambda end, months: add_months(end, -int(months)),
    ("whole_months_between", 1): lambda start, months: add_months(start, int(months)),
    ("days_between", 0): lambda end, days: add_days(end, -int(days)),
    ("days_between", 1): lambda start, days: add_days(start, int(days)),
}
