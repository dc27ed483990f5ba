"""The date on which a delay ends, by every reading of its text and every way of the moon.

Two kinds of delay, two policies. What the user must do has a **prudent date**: the earliest of the defensible readings,
moved back to an open day where an office must be open; it is never rolled forward, the legal extension is only told. What an
authority must do has a **claim date**: the first open day after the longest defensible reading. `plain` is the bare
arithmetic, for who asks only when so many days end.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Literal

from ..logic.functions import add_days, add_months, end_of_month
from .closed import DAY, ClosedDays, Moon, WhyClosed
from .delays import DAYS_OF_A_MONTH, Duration
from .walk import OutsideTable, forward, last_open

Whose = Literal["user", "authority", "plain"]
DelayReading = Literal["working", "calendar", "full", "date_to_date", "thirty_days", "month_end"]
READINGS: Mapping[str, tuple[DelayReading, ...]] = {
    "working_days": ("working",),
    "calendar_days": ("calendar",),
    "full_days": ("full",),
    "months": ("date_to_date", "thirty_days"),
    "month_ends": ("month_end",),
    "unspecified": ("calendar", "working"),
}
Ends = Mapping[date, Mapping[str, date]]  # each possible end, with one way of the moon that leads there


@dataclass(frozen=True)
class End:
    """What one reading of a delay gives: where it ends, and the date to hold to (or from which to claim).

    `due` is empty where the table does not cover the days that decide it.
    """

    reading: DelayReading
    plain: Ends
    due: Ends
    claim: Ends = field(default_factory=dict)
    outside: date | None = None  # the first day that the last of these dates needs and the table does not cover
    read: tuple[date, date] | None = None  # the days of the list that decide it; None: arithmetic alone


@dataclass(frozen=True)
class Counted:
    """A day of the count: its number when it counts, the reasons why it does not, the feasts that put it in doubt."""

    day: date
    number: int | None
    reasons: tuple[WhyClosed, ...]
    doubts: tuple[Moon, ...]


@dataclass(frozen=True)
class Deadline:
    """A computed date. `earliest` and `latest` bracket `due` over readings and moons; None where it cannot be known."""

    start: date
    delay: Duration
    whose: Whose
    which: str
    office: bool
    ends: tuple[End, ...]
    due: date | None
    earliest: date | None
    latest: date | None
    claim_from: date | None = None
    claim_from_shorter: date | None = None
    outer_limit: date | None = None
    moons: tuple[Moon, ...] = ()
    gaps: tuple[Any, ...] = ()
    outside: date | None = None  # the first day needed that the table does not cover
    corrected: bool = False
    assumed: tuple[WhyClosed, ...] = ()  # closures that count only if public establishments follow them, which no text says
    days: tuple[Counted, ...] = ()
    start_closed: tuple[WhyClosed, ...] = ()

    @property
    def readings_differ(self) -> bool:
        """Whether the readings of the text give different dates, whatever the moon."""
        return len({tuple(end.due) for end in self.ends if end.due}) > 1

    @property
    def certain(self) -> bool:
        """One date, and one day to claim, on every reading and under every moon, inside the table."""
        return self.due is not None and self.earliest == self.latest and self.outside is None and not self.moons


def deadline(days: ClosedDays, start: date, delay: Duration, whose: Whose = "plain", office: bool = True) -> Deadline:
    """When `delay`, begun by what happened on `start`, ends. The start day is not counted, open or closed.

    Raises `OutOfCalendar` for a date after the year 9999.
    """
    readings = _readings(delay, whose)
    outside: date | None = None
    ends: list[End] = []
    for reading in readings:
        try:
            ends.append(_end(days, start, delay, reading, whose, office))
        except OutsideTable as problem:
            outside = problem.day
    outside = next((end.outside for end in ends if end.outside), outside)
    whole = len(ends) == len(readings) and all(end.due for end in ends)
    due = _due(whose, ends, whole)
    dues = [day for end in ends for day in end.due]
    claims = [list(end.claim) for end in ends] if whole and all(end.claim for end in ends) else []
    moved = any(len(end.due) > 1 or len(end.claim) > 1 for end in ends)
    read = [day for end in ends if end.read for day in _between(*end.read)]
    return Deadline(
        start=start,
        delay=delay,
        whose=whose,
        which=days.which,
        office=office,
        ends=tuple(ends),
        due=due,
        earliest=min(dues) if due else None,
        latest=max(dues) if due and whole else None,
        claim_from=max(map(max, claims), default=None),
        claim_from_shorter=min(map(max, claims)) if len(claims) > 1 else None,
        outer_limit=_outer(days, delay, ends) if whose == "user" and office else None,
        moons=_moons(days, read) if moved else (),
        gaps=_gaps(days, ends),
        outside=outside,
        corrected=days.corrected(read),
        assumed=_assumed(days, read),
        days=_days(days, start, delay, _told(ends, due), due) if ends else (),
        start_closed=days.reasons(start),
    )


def reads_the_list(delay: Duration, whose: Whose, office: bool) -> bool:
    """Whether the date hangs on which days are closed, or is plain arithmetic."""
    if whose == "authority" or delay.unit in ("working_days", "unspecified"):
        return True
    return office if whose == "user" else delay.unit == "full_days"


def _readings(delay: Duration, whose: Whose) -> tuple[DelayReading, ...]:
    readings = READINGS[delay.unit]
    # Whoever asks for a month asks for a month; the thirty days of the code are a reading against which one is careful.
    return readings[:1] if delay.unit == "months" and whose == "plain" else readings


def _end(days: ClosedDays, start: date, delay: Duration, reading: DelayReading, whose: Whose, office: bool) -> End:
    if whose == "user":
        return _end_of_user(days, start, delay.amount, reading, office)
    plain, first = _plain(days, start, delay.amount, reading)
    if whose == "plain":
        return End(reading, plain, plain, read=(first, max(plain)) if reading in ("working", "full") else None)
    try:
        # One open day more than what brought the end; after an end of plain arithmetic, the next open day.
        counted = delay.amount + 1 if reading == "working" else 2 if reading == "full" else 1
        claim = forward(days, first - DAY, counted)
    except OutsideTable as problem:
        return End(reading, plain, plain, outside=problem.day, read=(first, max(plain)) if first <= max(plain) else None)
    return End(reading, plain, plain, claim, read=(first, max(claim)))


def _plain(days: ClosedDays, start: date, amount: int, reading: DelayReading) -> tuple[Ends, date]:
    """Where a reading ends for who waits, and the first day whose closing bears on it or on what follows it."""
    if reading == "working":
        return forward(days, start, amount), start + DAY
    if reading == "full":  # neither the first nor the last day counts, nor a closed end
        return forward(days, add_days(start, amount), 1), add_days(start, amount + 1)
    end = _arithmetic(start, amount, reading)
    return {end: {}}, add_days(end, 1)


def _end_of_user(days: ClosedDays, start: date, amount: int, reading: DelayReading, office: bool) -> End:
    """What the user must do: on the last day of the delay, or on the last open day before it."""
    if reading == "working":
        plain = forward(days, start, amount)
        return End(reading, plain, plain, read=(start + DAY, max(plain)))
    end = _arithmetic(start, amount, reading)
    if not office:
        return End(reading, {end: {}}, {end: {}})
    due = last_open(days, end)
    outside = next((day for day in (end, min(due)) if not days.covers(day)), None)
    return End(reading, {end: {}}, {} if outside else due, outside=outside, read=None if outside else (min(due), end))


def _arithmetic(start: date, amount: int, reading: DelayReading) -> date:
    if reading == "date_to_date":
        return add_months(start, amount)
    if reading == "month_end":  # "before the end of the month that follows"
        return end_of_month(start, amount)
    # Of a full delay the user takes the last day that counts; the day after it is the law's, not to be relied on.
    return add_days(start, amount * (DAYS_OF_A_MONTH if reading == "thirty_days" else 1))


def _due(whose: Whose, ends: list[End], whole: bool) -> date | None:
    if whose == "user":
        # The prudent date is that of the shortest reading: whatever moves a longer one leaves it where it is.
        shortest = min((end for end in ends if end.reading != "working"), key=lambda e: min(e.plain), default=None)
        known = whole if shortest is None else bool(shortest.due)
        return min(day for end in ends for day in end.due) if known else None
    return max(day for end in ends for day in end.due) if whole else None


def _outer(days: ClosedDays, delay: Duration, ends: list[End]) -> date | None:
    """How far the law itself extends the user's deadline: told as a note, never counted on."""
    if not ends:
        return None
    last = max(day for end in ends for day in end.plain)
    if delay.unit != "full_days" and last in last_open(days, last):  # open, or open if the moon wants
        return None
    try:
        return max(forward(days, last if delay.unit == "full_days" else last - DAY, 1))
    except OutsideTable:
        return None


def _moons(days: ClosedDays, read: list[date]) -> tuple[Moon, ...]:
    """The feasts on which the date hangs: they decide a day that counts and that nothing else closes."""
    open_days = [day for day in read if not days.reasons(day)]
    moons = {moon.entry.id: moon for day in open_days for moon in days.doubts(day) if moon.decides(day)}
    return tuple(sorted(moons.values(), key=lambda moon: moon.first))


def _gaps(days: ClosedDays, ends: list[End]) -> tuple[Any, ...]:
    gaps = {gap.id: gap for end in ends if end.read for gap in days.gaps(*end.read)}
    return tuple(gaps.values())


def _assumed(days: ClosedDays, read: list[date]) -> tuple[WhyClosed, ...]:
    """The closures that decide a day of the count though their text does not name public establishments."""
    closed = {day: days.reasons(day) for day in read}
    assumed = {why[0].id: why[0] for why in closed.values() if why and all(reason.assumed for reason in why)}
    return tuple(assumed.values())


def _between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _told(ends: list[End], due: date | None) -> End:
    """The reading that gives the date printed; the longest where none does."""
    return next((end for end in ends if due in end.due), max(ends, key=lambda end: max(end.plain)))


def _days(days: ClosedDays, start: date, delay: Duration, end: End, due: date | None) -> tuple[Counted, ...]:
    """Day by day, up to the last date that this reading tells; numbered as they count towards the date that is printed."""
    ended = due if due is not None and end.reading == "working" and due in end.plain else max(end.plain)
    witness = end.plain[ended]
    number, counted = 0, []
    for day in _between(start + DAY, max([*end.plain, *end.claim])):
        counts = end.reading != "working" or not days.shut(day, witness)
        number += counts
        told = counts and day <= ended and (end.reading != "full" or number <= delay.amount)
        counted.append(Counted(day, number if told else None, days.reasons(day), days.doubts(day)))
    return tuple(counted)
