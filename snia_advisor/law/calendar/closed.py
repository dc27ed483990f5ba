"""Which days are closed, for whom, and why; and which may be, since the moon has not been seen yet.

A day is closed by the weekly rest, a fixed day in force, a feast, a closure of its own, or a correction of the user. A
feast that is only forecast or predicted has several possible first days: a day that some of them close is in doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from ...messages import LANGUAGES, say
from ..model.closed_days import CERTAIN, CalendarTable, Closure, DayList, FeastDay, LocalDays, Weekday
from ..model.values import Text

DAY = timedelta(days=1)
WEEKDAYS: tuple[Weekday, ...] = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Chosen = Mapping[str, date]


@dataclass(frozen=True)
class WhyClosed:
    """Why a day is closed. `kind` is that of the entry, or `local` for a correction of the user."""

    kind: str
    id: str
    title: Text
    status: str = "official"
    sources: tuple[str, ...] = ()
    assumed: bool = False  # a closure whose text does not name public establishments


@dataclass(frozen=True)
class Moon:
    """A feast whose first day is not certain: its candidates, and how many days it closes.

    `closures`: days closed by a decision of their own if the feast begins on a given day, as (first day, closed day).
    """

    entry: FeastDay
    title: Text
    length: int
    sources: tuple[str, ...] = ()
    closures: tuple[tuple[date, date], ...] = ()

    @cached_property
    def candidates(self) -> tuple[date, ...]:
        """Every day that may be the first, in order."""
        return self.entry.candidates()

    @cached_property
    def days(self) -> frozenset[date]:
        """Every day that it may close."""
        reached = {first + n * DAY for first in self.candidates for n in range(self.length)}
        return frozenset(reached | {day for first, day in self.closures if first in self.candidates})

    @cached_property
    def first(self) -> date:
        """The first day that it may close."""
        return min(self.days)

    @cached_property
    def last(self) -> date:
        """The last day that it may close."""
        return max(self.days)

    def closes(self, day: date, first_day: date) -> bool:
        """Whether `day` is closed when the feast begins on `first_day`."""
        return first_day <= day < first_day + self.length * DAY or (first_day, day) in self.closures

    def decides(self, day: date) -> bool:
        """Whether `day` is closed under some of its first days and open under others."""
        return len({self.closes(day, first) for first in self.candidates}) > 1


class ClosedDays:
    """One list (public or private) of the calendar of a rule base, with the corrections of the user."""

    def __init__(
        self,
        tables: Mapping[str, Mapping[str, Any]],
        which: DayList = "public",
        local: LocalDays | None = None,
    ) -> None:
        self.which = which
        self.local = local or LocalDays()
        self.tables = tables
        table: CalendarTable = next(iter(tables["calendar"].values()))
        assert table.from_ is not None
        assert table.to is not None
        self.table = table
        self.first, self.last = table.from_, table.to
        self._reasons: dict[date, tuple[WhyClosed, ...]] = {}
        self._fixed = self._fixed_days()
        self._certain: dict[date, list[WhyClosed]] = {}
        self.moons: dict[str, Moon] = {}
        self._feasts()
        self._closures()
        self._near: dict[int, dict[str, Moon]] = {}
        for moon in self.moons.values():
            for day in (moon.first, moon.last):
                self._near.setdefault(day.year, {})[moon.entry.id] = moon

    def _fixed_days(self) -> dict[str, list[Any]]:
        closed: dict[str, list[Any]] = {}
        for entry in self.tables["closed_day"].values():
            if getattr(entry, self.which) is not None:
                closed.setdefault(entry.month_day, []).append(entry)
        return closed

    def _feasts(self) -> None:
        feasts = self.tables["feast"]
        for name, entry in self.tables["feast_day"].items():
            feast = feasts[entry.feast]
            length = getattr(feast, self.which).days
            sources = (*entry.sources, *getattr(feast, self.which).sources)
            corrected = self.local.feasts.get(name)
            if corrected is None and entry.status not in CERTAIN:
                self.moons[name] = Moon(entry, feast.title, length, sources)
                continue
            kind = "feast_day" if corrected is None else "local"
            reason = WhyClosed(kind, name, feast.title, entry.status if corrected is None else "official", sources)
            for offset in range(length):
                self._certain.setdefault((corrected or entry.first_day) + offset * DAY, []).append(reason)

    def _closures(self) -> None:
        if self.which != "public":
            return
        for name, entry in self.tables["closure"].items():
            assumed = entry.public_establishments == "assumed"
            reason = WhyClosed("closure", name, entry.title, entry.status, entry.sources, assumed)
            if self._holds(entry):
                self._certain.setdefault(entry.day, []).append(reason)

    def _holds(self, closure: Closure) -> bool:
        """Whether a closure was decided without condition, or its feast certainly began on the day it was decided for."""
        condition = closure.condition
        if condition is None:
            return True
        moon = self.moons.get(condition.feast_day)
        if moon is not None:
            pair = (condition.first_day, closure.day)
            self.moons[condition.feast_day] = replace(moon, closures=(*moon.closures, pair))
            return False
        began = self.local.feasts.get(condition.feast_day, self.tables["feast_day"][condition.feast_day].first_day)
        return bool(began == condition.first_day)

    # --- one day -------------------------------------------------------------------------------------------------

    def covers(self, day: date) -> bool:
        """Whether the feasts and closures of that day are in the table."""
        return self.first <= day <= self.last

    def reasons(self, day: date) -> tuple[WhyClosed, ...]:
        """Why the day is certainly closed; empty when it is open, or only in doubt."""
        if day not in self._reasons:
            self._reasons[day] = () if day in self.local.open else tuple(self._certainly(day))
        return self._reasons[day]

    def _certainly(self, day: date) -> Iterable[WhyClosed]:
        yield from self._rest(day)
        for entry in self._fixed.get(f"{day:%m-%d}", ()):
            closed = getattr(entry, self.which)
            if closed.covers(day):
                yield WhyClosed("closed_day", entry.id, entry.title, sources=closed.sources)
        yield from self._certain.get(day, ())
        if day in self.local.closed:
            text = self.local.closed[day]
            yield WhyClosed("local", day.isoformat(), Text(fr=text, ar=text, en=text))

    def _rest(self, day: date) -> Iterable[WhyClosed]:
        name = WEEKDAYS[day.weekday()]
        if self.local.rest is not None and self.which == "private":
            if name in self.local.rest:
                yield WhyClosed("weekly_rest", name, rest_title())
            return
        for entry in self.tables["weekly_rest"].values():
            if entry.which == self.which and name in entry.days and entry.covers(day):
                yield WhyClosed("weekly_rest", entry.id, entry.title, sources=entry.sources)

    def near(self, day: date) -> tuple[Moon, ...]:
        """The uncertain feasts between whose first and last possible day the day lies."""
        return tuple(moon for moon in self._near.get(day.year, {}).values() if moon.first <= day <= moon.last)

    def doubts(self, day: date) -> tuple[Moon, ...]:
        """The uncertain feasts that may close the day."""
        if day in self.local.open:
            return ()
        return tuple(moon for moon in self.near(day) if day in moon.days)

    def shut(self, day: date, chosen: Chosen) -> bool:
        """Whether the day is closed when the uncertain feasts begin as `chosen`."""
        if self.reasons(day):
            return True
        return any(moon.closes(day, chosen[moon.entry.id]) for moon in self.doubts(day) if moon.entry.id in chosen)

    # --- many days -----------------------------------------------------------------------------------------------

    def gaps(self, first: date, last: date) -> tuple[Any, ...]:
        """The days between `first` and `last` about which the table does not know whether a closure was decided."""
        if self.which != "public":
            return ()
        return tuple(
            gap
            for gap in self.tables["closure_gap"].values()
            if (gap.from_ is None or gap.from_ <= last) and (gap.to is None or gap.to >= first)
        )

    def corrected(self, days: Iterable[date]) -> bool:
        """Whether a correction of the user bears on one of the days."""
        named = set(self.local.closed) | self.local.open
        for name, first in self.local.feasts.items():
            entry = self.tables["feast_day"][name]
            length = getattr(self.tables["feast"][entry.feast], self.which).days
            named |= {day + n * DAY for day in (first, *entry.candidates()) for n in range(length)}
        return bool(named.intersection(days))


def rest_title() -> Text:
    """The weekly rest of the private sector is in the contract: it has no entry of its own."""
    return Text(**{lang: say("weekly_rest_title", lang) for lang in LANGUAGES})
