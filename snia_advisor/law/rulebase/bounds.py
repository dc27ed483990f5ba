"""What is usual for a number or a date: a value beyond it is taken, and the person is asked to check it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..logic.functions import OutOfCalendar, add_years
from ..model.case import Case
from ..model.values import Records, Usual
from .base import RuleBase


@dataclass(frozen=True)
class Unusual:
    """A value of a case that is outside what is usual, and what would be; None where there is no limit."""

    name: str
    value: Any
    low: Any
    high: Any


def outside(usual: Usual | None, value: Any, on: date) -> tuple[Any, Any] | None:
    """The usual limits where `value` is beyond them; None where it is within, or where it has none (`none`, yes/no)."""
    if usual is None or isinstance(value, bool):
        return None
    low: Any
    high: Any
    if isinstance(value, date):
        low = None if usual.years_before is None else _years_from(on, -usual.years_before)
        high = None if usual.years_after is None else _years_from(on, usual.years_after)
    elif hasattr(value, "real"):  # an integer or a decimal
        low, high = usual.at_least, usual.at_most
    else:
        return None
    if (low is not None and value < low) or (high is not None and value > high):
        return low, high
    return None


def _years_from(on: date, years: int) -> date | None:
    """The day so many years away; None beyond the calendar, where there is no limit to pass."""
    try:
        return add_years(on, years)
    except OutOfCalendar:
        return None


def unusual(base: RuleBase, case: Case, on: date) -> Iterator[Unusual]:
    """Each unusual value of a case, columns of lists included."""
    for name, value in case.facts.items():
        fact = base.facts[name]
        if isinstance(value, Records):
            for record in value.items:
                for column, item in record.items():
                    field = fact.column(column)
                    limits = outside(field.usual, item, on)
                    if limits is not None:
                        yield Unusual(field.id, item, *limits)
        else:
            limits = outside(fact.usual, value, on)
            if limits is not None:
                yield Unusual(name, value, *limits)
