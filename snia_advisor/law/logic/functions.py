"""The arithmetic of the functions that derived facts may use: dates and exact numbers. Their records are in `operators`.

Each takes values and gives a value; `none` in gives `none` out (there is no age without a birth date). Numbers are exact
fractions until a derived fact rounds them, once. Months run day to day, clipped at the end of the month: 31 January plus one
month is the last day of February.
"""

from __future__ import annotations

import calendar
import math
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


def end_of_month(start: date, months: int) -> date:
    """The last day of the month that comes `months` months after that of `start` (negative: before).

    >>> end_of_month(date(2026, 2, 3), 1)
    datetime.date(2026, 3, 31)
    """
    moved = add_months(start.replace(day=1), months)
    return moved.replace(day=calendar.monthrange(moved.year, moved.month)[1])


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
