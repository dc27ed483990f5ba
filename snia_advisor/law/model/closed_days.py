"""The calendar as entries of the rule base: weekly rest, fixed days, feasts that follow the moon, closures, desks.

Two lists are kept apart: the `public` one (administrations, public establishments) and the `private` one (paid days off in
the private sector). Whose delay it is says which one counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, StringConstraints, model_validator
from pydantic import Field as Setting

from .entry import Entry
from .steps import NONE_WORD, Cites, none_word
from .values import Confidence, Date, Dated, Integer, Name, Strict, Text

DayList = Literal["public", "private"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
# official: the communiqué was read; announced: decided, wording not seen; forecast: published before the crescent was
# seen; predicted: computed. Only the first two are certain.
Status = Literal["official", "announced", "forecast", "predicted"]
CERTAIN = ("official", "announced")
MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]


class CalendarTable(Entry, Dated):
    """The days that the table of closed days covers, and the day on which it was last brought up to date."""

    kind: ClassVar[str] = "calendar"
    id: Name
    title: Text
    version: Integer
    as_of: Date
    note: Text | None = None
    sources: Cites

    @model_validator(mode="after")
    def _bounded(self) -> CalendarTable:
        if self.from_ is None or self.to is None:
            raise ValueError("from and to: a table covers so many days and no more")
        return self

    def statements(self) -> list[tuple[str, Cites]]:
        return [(self.id, self.sources)]


class WeeklyRest(Entry, Dated):
    """The days of the week on which the offices of a list are closed."""

    kind: ClassVar[str] = "weekly_rest"
    id: Name
    which: DayList
    days: tuple[Weekday, ...]
    title: Text
    note: Text | None = None
    sources: Cites
    confidence: Confidence

    def statements(self) -> list[tuple[str, Cites]]:
        return [(self.id, self.sources)]


class Closed(Dated):
    """Since when, and until when, a fixed day is on a list."""

    sources: Cites
    confidence: Confidence
    note: Text | None = None


class ClosedDay(Entry):
    """A holiday with the same date every year."""

    kind: ClassVar[str] = "closed_day"
    id: Name
    month_day: MonthDay
    title: Text
    public: Annotated[Closed | None, BeforeValidator(none_word)] = Setting(default=None, json_schema_extra=NONE_WORD)
    private: Annotated[Closed | None, BeforeValidator(none_word)] = Setting(default=None, json_schema_extra=NONE_WORD)
    note: Text | None = None

    def statements(self) -> list[tuple[str, Cites]]:
        return [(self.id, part.sources) for part in (self.public, self.private) if part]


class FeastDays(Strict):
    """How many days of a feast are closed on a list, from its first day on."""

    days: Integer
    sources: Cites
    confidence: Confidence
    note: Text | None = None


class Feast(Entry):
    """A religious feast. Its date is that of the moon as it is seen in Morocco."""

    kind: ClassVar[str] = "feast"
    id: Name
    title: Text
    hijri: Text
    public: FeastDays
    private: FeastDays

    def statements(self) -> list[tuple[str, Cites]]:
        return [(self.id, self.public.sources), (self.id, self.private.sources)]


class FeastDay(Entry):
    """The first day of a feast in one year, and how sure it is: the true day lies within `within` days of it."""

    kind: ClassVar[str] = "feast_day"
    id: Name
    feast: Name
    first_day: Date
    weekday: Weekday | None = None  # written a second time, so that a mistyped date is found
    hijri_year: Integer
    status: Status
    within: Integer = 0
    alternatives: tuple[Date, ...] = ()
    sources: Cites
    confidence: Confidence
    note: Text | None = None

    @model_validator(mode="after")
    def _certain_or_not(self) -> FeastDay:
        if (self.status in CERTAIN) != (self.within == 0 and not self.alternatives):
            raise ValueError("within: 0 and no alternatives for a certain day, and only for it")
        return self

    def candidates(self) -> tuple[date, ...]:
        """Every day that may be the first, in order."""
        around = {date.fromordinal(self.first_day.toordinal() + n) for n in range(-self.within, self.within + 1)}
        return tuple(sorted(around | set(self.alternatives)))

    def statements(self) -> list[tuple[str, Cites]]:
        return [(self.id, self.sources)]


class ClosureCondition(Strict):
    """A closure that was decided for one date of a feast: it holds if the feast began on that day."""

    feast_day: Name
    first_day: Date


class Closure(Entry):
    """A day closed by a decision of its own.

    `public_establishments`: its text names them, or that they follow is only assumed; the later date, hence the prudent one
    for who waits for an answer.
    """

    kind: ClassVar[str] = "closure"
    id: Name
    day: Date
    weekday: Weekday | None = None
    title: Text
    scope: Text
    decided_by: Text | None = None
    condition: ClosureCondition | None = None
    status: Status
    public_establishments: Literal["named", "assumed"]
    sources: Cites
    confidence: Confidence
    note: Text | None = None

    def statements(self) -> list[tuple[str, Cites]]:
        return [(self.id, self.sources)]


class ClosureGap(Entry, Dated):
    """Days about which the table does not know whether a closure was decided."""

    kind: ClassVar[str] = "closure_gap"
    id: Name
    text: Text


class Desk(Entry, Dated):
    """When a desk receives. Hours are information: no delay is ever counted in hours."""

    kind: ClassVar[str] = "desk"
    id: Name
    authority: Name | None = None
    title: Text
    days: tuple[Weekday, ...]
    hours: Text
    season: Literal["ordinary", "ramadan"] = "ordinary"
    sources: Cites
    confidence: Confidence
    note: Text | None = None

    def statements(self) -> list[tuple[str, Cites]]:
        return [(self.id, self.sources)]


@dataclass(frozen=True)
class LocalDays:
    """The days a user adds or corrects. They win over the table, and every answer that used them says so."""

    closed: Mapping[date, str] = field(default_factory=dict)
    open: frozenset[date] = frozenset()
    feasts: Mapping[str, date] = field(default_factory=dict)  # first days, by the id of the feast's entry
    rest: tuple[Weekday, ...] | None = None  # the weekly rest of the contract, for the private list


CALENDAR_KINDS: tuple[type[Entry], ...] = (
    CalendarTable, WeeklyRest, ClosedDay, Feast, FeastDay, Closure, ClosureGap, Desk,
)  # fmt: skip
