"""One year of the calendar: its closed days on one list or on both, and for a feast that is not certain every possible day.

The days are those of `ClosedDays`, on which every delay is counted: what is listed is what counts. The weekly rest is said
once, not day by day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ...errors import BadInput
from ..model.closed_days import CERTAIN, CalendarTable, DayList, LocalDays, Weekday
from ..model.values import Text
from .closed import DAY, ClosedDays, Moon, WhyClosed

BOTH: tuple[DayList, ...] = ("public", "private")
OWN = "own"  # the status of a day that the user gives
Tables = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class YearDay:
    """A closed day. `number`: which day of a feast; `others`: the other days on which it may fall, when it is not certain.

    `confidence` is the lowest of the lists shown; `assumed`: that public establishments are closed too is not said.
    """

    day: date
    kind: str
    id: str
    title: Text
    lists: tuple[DayList, ...]
    status: str
    sources: tuple[str, ...]
    confidence: str
    number: int | None = None
    within: int = 0
    others: tuple[date, ...] = ()
    assumed: bool = False
    only_if: tuple[Text, date] | None = None  # a closure decided for a feast that is not certain: the feast, its first day

    @property
    def certain(self) -> bool:
        """Whether its date is settled."""
        return self.status in (*CERTAIN, OWN) and self.only_if is None


@dataclass(frozen=True)
class Year:
    """A year of the table. `covered` is false when its feasts and closures are not in the table."""

    year: int
    lists: tuple[DayList, ...]
    table: CalendarTable
    covered: bool
    days: tuple[YearDay, ...]
    rests: tuple[Any, ...]
    gaps: tuple[Any, ...]
    fixed_from: Mapping[DayList, date]  # lists whose fixed days are not known from the first day of the year on
    rest_from: date | None  # the same for the weekly rest of administrations
    own_rest: tuple[Weekday, ...] | None  # the weekly rest of the private sector, when the user gives it
    corrected: bool

    @property
    def after_table_was_made(self) -> bool:
        """Whether the year has days of which nobody knew, when the table was made, if an office would be closed."""
        return self.covered and "public" in self.lists and date(self.year, 12, 31) > self.table.as_of


def year_of(tables: Tables, year: int, lists: tuple[DayList, ...] = BOTH, local: LocalDays | None = None) -> Year:
    """The closed days of `year` on `lists`, with the corrections of the user. Raises `BadInput` when there is no table."""
    if not tables["calendar"]:
        raise BadInput("calendar_missing")
    closed = {which: ClosedDays(tables, which, local) for which in lists}
    first, last = date(year, 1, 1), date(year, 12, 31)
    merged: dict[tuple[str, str, int | None], YearDay] = {}
    for which, days in closed.items():
        for day in _days(days, first, last):
            key = (day.kind, day.id, day.number)
            merged[key] = _merged(merged[key], day, which) if key in merged else day
    one = next(iter(closed.values()))
    return Year(
        year=year,
        lists=lists,
        table=one.table,
        covered=one.covers(first) and one.covers(last),
        days=tuple(sorted(merged.values(), key=lambda d: (d.day, d.kind, d.id))),
        rests=tuple(r for r in tables["weekly_rest"].values() if r.which in lists and (r.covers(first) or r.covers(last))),
        gaps=tuple(gap for days in closed.values() for gap in days.gaps(first, last)),
        fixed_from={which: known for which in lists if (known := _fixed_from(tables, which)) > first},
        rest_from=known if "public" in lists and (known := _rest_from(tables)) > first else None,
        own_rest=one.local.rest,
        corrected=any(days.corrected(_every(first, last)) for days in closed.values()),
    )


def _every(first: date, last: date) -> Iterator[date]:
    return (first + n * DAY for n in range((last - first).days + 1))


def _days(days: ClosedDays, first: date, last: date) -> Iterator[YearDay]:
    for day in _every(first, last):
        for reason in days.reasons(day):
            if reason.kind != "weekly_rest":
                yield _certain(days, day, reason)
    for moon in days.moons.values():
        yield from (
            uncertain
            for uncertain in _uncertain(days, moon)
            if any(first <= d <= last for d in (uncertain.day, *uncertain.others))
        )


def _certain(days: ClosedDays, day: date, reason: WhyClosed) -> YearDay:
    entry = days.tables.get(reason.kind, {}).get(reason.id)
    number, sources = None, reason.sources
    if reason.id in days.tables["feast_day"]:
        dated = days.tables["feast_day"][reason.id]
        number = (day - (days.local.feasts.get(reason.id) or dated.first_day)).days + 1
        if reason.kind == "local":  # the date is the user's; only the number of days rests on a text
            sources = getattr(days.tables["feast"][dated.feast], days.which).sources
    part = getattr(entry, days.which) if reason.kind == "closed_day" else entry
    confidence = part.confidence.value if part is not None else "high"
    status = OWN if reason.kind == "local" else reason.status
    return YearDay(
        day, reason.kind, reason.id, reason.title, (days.which,), status, sources, confidence, number,
        assumed=reason.assumed,
    )  # fmt: skip


def _uncertain(days: ClosedDays, moon: Moon) -> Iterator[YearDay]:
    entry = moon.entry
    for offset in range(moon.length):
        possible = [day for c in entry.candidates() if (day := c + offset * DAY) not in days.local.open]
        likely = entry.first_day + offset * DAY
        if possible:
            day = likely if likely in possible else possible[0]
            yield YearDay(
                day, "feast_day", entry.id, moon.title, (days.which,), entry.status, moon.sources, entry.confidence.value,
                offset + 1, entry.within, tuple(other for other in possible if other != day),
            )  # fmt: skip
    for closure in days.tables["closure"].values():
        asked = closure.condition
        if days.which == "public" and asked is not None and asked.feast_day == entry.id:
            yield YearDay(
                closure.day, "closure", closure.id, closure.title, (days.which,), closure.status, closure.sources,
                closure.confidence.value, assumed=closure.public_establishments == "assumed",
                only_if=(moon.title, asked.first_day),
            )  # fmt: skip


def _merged(one: YearDay, other: YearDay, which: DayList) -> YearDay:
    order = ("low", "medium", "high")
    return replace(
        one,
        lists=(*one.lists, which),
        sources=tuple(dict.fromkeys((*one.sources, *other.sources))),
        confidence=min(one.confidence, other.confidence, key=order.index),
        assumed=one.assumed or other.assumed,
    )


def _rest_from(tables: Tables) -> date:
    known = [rest.from_ or date.min for rest in tables["weekly_rest"].values() if rest.which == "public"]
    return min(known, default=date.max)


def _fixed_from(tables: Tables, which: DayList) -> date:
    """The day from which the fixed days of a list are known: that of its oldest entry."""
    known = [part.from_ for entry in tables["closed_day"].values() if (part := getattr(entry, which)) is not None]
    return min((day for day in known if day is not None), default=date.max)
