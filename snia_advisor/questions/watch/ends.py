"""What ends while nobody acts: the deadlines of the person, and the papers of the plan that will be too old.

They are those of the advice of today: an answer may stay the same on a day by which something was to be done.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ...law.model.act_advice import DeadlineAdvice, PaperLine
from .walk import Watch


@dataclass(frozen=True)
class EndDay:
    """One date: the deadlines on it, those for which one is to act by then, and the papers whose last day it is."""

    on: date
    deadlines: tuple[DeadlineAdvice, ...]
    to_act: tuple[DeadlineAdvice, ...]
    papers: tuple[PaperLine, ...]


def deadlines(watch: Watch) -> tuple[DeadlineAdvice, ...]:
    """The deadlines with a date to come within the horizon, or a day by which to act, in the order of the first of them."""
    coming = ((min(days), one) for one in watch.today.deadlines if (days := list(_days(watch, one))))
    return tuple(one for _, one in sorted(coming, key=lambda pair: pair[0]))


def papers(watch: Watch) -> tuple[PaperLine, ...]:
    """The papers whose last day comes within the horizon, in the order of these days."""
    coming = ((one.valid_until, one) for one in watch.today.papers if one.valid_until and _within(watch, one.valid_until))
    return tuple(one for _, one in sorted(coming, key=lambda pair: pair[0]))


def end_days(watch: Watch) -> list[EndDay]:
    """The dates, in order, each with what ends on it."""
    of_person, of_plan = deadlines(watch), papers(watch)
    dates = {day for one in of_person for day in _days(watch, one)} | {one.valid_until for one in of_plan if one.valid_until}
    return [
        EndDay(
            day,
            tuple(one for one in of_person if one.date == day),
            tuple(one for one in of_person if one.act_by == day != one.date),
            tuple(one for one in of_plan if one.valid_until == day),
        )
        for day in sorted(dates)
    ]


def _days(watch: Watch, deadline: DeadlineAdvice) -> Iterator[date]:
    return (day for day in (deadline.act_by, deadline.date) if day is not None and _within(watch, day))


def _within(watch: Watch, day: date) -> bool:
    return watch.today.on < day <= watch.until
