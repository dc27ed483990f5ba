"""The named functions that derived facts may use: dates and exact numbers.

Each takes values and gives a value; `none` in gives `none` out (there is no age without a birth date). Months run day to
day, clipped at the end of the month: 31 January plus one month is the last day of February.
"""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import reduce
from typing import Any

CENTIME = Decimal("0.01")
EXACT = Context(prec=120, rounding=ROUND_HALF_UP)  # more digits than any chain of functions of 21-digit values needs


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


def product(left: Any, right: Any) -> Decimal:
    """The exact product, rounded half up to the centime."""
    return EXACT.quantize(EXACT.multiply(Decimal(left), Decimal(right)), CENTIME)


def sum_of(*values: Any) -> Decimal:
    """The exact sum."""
    return reduce(EXACT.add, (Decimal(value) for value in values), Decimal(0))


def share(value: Any, percent: Any) -> Decimal:
    """`percent` per cent of `value`, rounded half up to the centime."""
    return EXACT.quantize(EXACT.multiply(EXACT.multiply(Decimal(value), Decimal(percent)), CENTIME), CENTIME)


FUNCTIONS: dict[str, Callable[..., Any]] = {
    "add_days": add_days,
    "add_months": add_months,
    "add_years": add_years,
    "last_day_of_months": last_day_of_months,
    "whole_months_between": whole_months_between,
    "whole_years_between": whole_years_between,
    "days_between": days_between,
    "product": product,
    "sum": sum_of,
    "share": share,
}

# The types of the arguments and of the result; "+" repeats the last one. A number is an integer or a decimal.
SIGNATURES: dict[str, tuple[tuple[str, ...], str]] = {
    "add_days": (("date", "integer"), "date"),
    "add_months": (("date", "integer"), "date"),
    "add_years": (("date", "integer"), "date"),
    "last_day_of_months": (("date", "integer"), "date"),
    "whole_months_between": (("date", "date"), "integer"),
    "whole_years_between": (("date", "date"), "integer"),
    "days_between": (("date", "date"), "integer"),
    "product": (("number", "number"), "decimal"),
    "sum": (("number", "+"), "decimal"),
    "share": (("number", "number"), "decimal"),
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
