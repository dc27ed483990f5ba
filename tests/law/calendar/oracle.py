"""A slow second opinion on every deadline: whole calendars, one for each way the moon may fall, counted one day at a time.

It reads the entries as they stand in the YAML and shares no code with the program: no branches, no merging, no clever
windows. `Almanac` lays out every closed day of twenty-four years; `answer` counts on each possible almanac and puts the
results together.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

ONE = timedelta(days=1)
FIRST, LAST = date(2010, 1, 1), date(2033, 12, 31)
NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
Entries = Sequence[Mapping[str, Any]]


class Unknown(Exception):
    """The count needs a day that the table does not cover."""


def shipped(directory: Path) -> list[dict[str, Any]]:
    """The entries of every calendar file, all values as text."""
    files = sorted(directory.glob("*.yaml"))
    return [entry for file in files for entry in yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)]


@dataclass(frozen=True)
class Own:
    """What a user adds or corrects."""

    closed: frozenset[date] = frozenset()
    open: frozenset[date] = frozenset()
    feasts: Mapping[str, date] = field(default_factory=dict)
    rest: tuple[str, ...] | None = None


class Almanac:
    """The closed days of a list, laid out day by day, and the feasts that may begin on several days."""

    def __init__(self, entries: Entries, which: str, own: Own | None = None) -> None:
        self.own = own or Own()
        self.which = which
        kinds: dict[str, list[Mapping[str, Any]]] = {}
        for entry in entries:
            kinds.setdefault(next(iter(entry)), []).append(entry)
        table = kinds["calendar"][0]
        self.begin, self.end = date.fromisoformat(table["from"]), date.fromisoformat(table["to"])
        self.lengths = {feast["feast"]: int(feast[which]["days"]) for feast in kinds["feast"]}
        self.closures = kinds.get("closure", []) if which == "public" else []
        self.days = [FIRST + n * ONE for n in range((LAST - FIRST).days + 1)]
        self.moons: dict[str, tuple[list[date], int]] = {}
        settled: dict[str, date] = {}
        for entry in kinds["feast_day"]:
            name, first = entry["feast_day"], date.fromisoformat(entry["first_day"])
            if name in self.own.feasts:
                settled[name] = self.own.feasts[name]
            elif entry["status"] in ("official", "announced"):
                settled[name] = first
            else:
                within = int(entry.get("within", "0"))
                may = {first + n * ONE for n in range(-within, within + 1)}
                may |= {date.fromisoformat(day) for day in entry.get("alternatives", [])}
                self.moons[name] = (sorted(may), self.lengths[entry["feast"]])
        self.feast_of = {entry["feast_day"]: entry["feast"] for entry in kinds["feast_day"]}
        self.sure = self._always(kinds) | self._of_feasts(settled)

    def _always(self, kinds: Mapping[str, Entries]) -> set[date]:
        """Rest, fixed days, closures without condition, the user's own days."""
        found = set(self.own.closed)
        fixed = [(entry["month_day"], entry.get(self.which, "none")) for entry in kinds.get("closed_day", [])]
        for day in self.days:
            written = day.isoformat()[5:]
            for month_day, part in fixed:
                if month_day == written and part != "none" and within(part, day):
                    found.add(day)
            if self.which == "private" and self.own.rest is not None:
                if NAMES[day.weekday()] in self.own.rest:
                    found.add(day)
                continue
            for entry in kinds["weekly_rest"]:
                if entry["which"] == self.which and NAMES[day.weekday()] in entry["days"] and within(entry, day):
                    found.add(day)
        return found | {date.fromisoformat(entry["day"]) for entry in self.closures if "condition" not in entry}

    def _of_feasts(self, begun: Mapping[str, date]) -> set[date]:
        """The days that feasts close when they have begun so, and the closures decided for such a date."""
        found = {first + n * ONE for name, first in begun.items() for n in range(self.lengths[self.feast_of[name]])}
        for entry in self.closures:
            condition = entry.get("condition")
            if condition and begun.get(condition["feast_day"]) == date.fromisoformat(condition["first_day"]):
                found.add(date.fromisoformat(entry["day"]))
        return found

    def worlds(self, first: date, last: date) -> Iterator[set[date]]:
        """The closed days of every way the moon may fall, for the feasts that may matter between the two days."""
        near = {
            name: may for name, (may, length) in self.moons.items()
            if may[0] - 10 * ONE <= last and may[-1] + (length + 10) * ONE >= first
        }  # fmt: skip
        sure = {day for day in self.sure if first - 60 * ONE <= day <= last + 60 * ONE}
        for chosen in itertools.product(*near.values()):
            yield (sure | self._of_feasts(dict(zip(near, chosen, strict=True)))) - self.own.open

    def covers(self, day: date) -> bool:
        return self.begin <= day <= self.end


def within(part: Mapping[str, Any], day: date) -> bool:
    """Whether the day lies between `from` and `to`."""
    since, until = part.get("from", "none"), part.get("to", "none")
    return (since == "none" or date.fromisoformat(since) <= day) and (until == "none" or day <= date.fromisoformat(until))


# --- counting on one almanac -------------------------------------------------------------------------------------


def month_later(start: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    year, month = start.year, start.month
    for _ in range(months):
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    for day in range(start.day, 27, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    return date(year, month, start.day)


def nth_open(almanac: Almanac, closed: set[date], start: date, count: int) -> date:
    """The day on which the last of so many open days after `start` falls."""
    day = start
    while count:
        day += ONE
        if not almanac.covers(day):
            raise Unknown
        if day not in closed:
            count -= 1
    return day


def open_before(almanac: Almanac, closed: set[date], day: date) -> date:
    """The day itself, or the last open one before it."""
    while almanac.covers(day):
        if day not in closed:
            return day
        day -= ONE
    raise Unknown


READINGS = {
    "working_days": ("working",),
    "calendar_days": ("calendar",),
    "full_days": ("full",),
    "months": ("date_to_date", "thirty_days"),
    "month_ends": ("month_end",),
    "unspecified": ("calendar", "working"),
}


def _plain(almanac: Almanac, closed: set[date], start: date, amount: int, reading: str, whose: str) -> date:
    if reading == "working":
        return nth_open(almanac, closed, start, amount)
    if reading == "date_to_date":
        return month_later(start, amount)
    if reading == "month_end":
        year, month = divmod(start.year * 12 + start.month + amount, 12)
        return date(year, month + 1, 1) - ONE
    if reading == "thirty_days":
        return start + 30 * amount * ONE
    if reading == "full" and whose != "user":
        return nth_open(almanac, closed, start + amount * ONE, 1)
    return start + amount * ONE


def _due(almanac: Almanac, closed: set[date], plain: date, reading: str, whose: str, office: bool) -> date:
    moved = whose == "user" and office and reading != "working"
    return open_before(almanac, closed, plain) if moved else plain


@dataclass
class Told:
    """What one reading gives over all almanacs; None where one of them does not know."""

    plain: set[date] | None = field(default_factory=set)
    due: set[date] | None = field(default_factory=set)
    claim: set[date] | None = field(default_factory=set)


@dataclass
class Answer:
    """The answer over all readings and almanacs."""

    readings: dict[str, Told]
    due: date | None = None
    earliest: date | None = None
    latest: date | None = None
    claim_from: date | None = None
    claim_from_shorter: date | None = None
    outer_limit: date | None = None


def answer(almanac: Almanac, start: date, amount: int, unit: str, whose: str, office: bool) -> Answer:
    """Count on every almanac, reading by reading."""
    readings = READINGS[unit][:1] if unit == "months" and whose == "plain" else READINGS[unit]
    far = start + ((amount + 1) * 31 if unit in ("months", "month_ends") else amount * 3 + 60) * ONE
    worlds = list(almanac.worlds(start - 30 * ONE, far))
    told = {reading: _reading(almanac, worlds, start, amount, reading, whose, office) for reading in readings}
    found = Answer(told)
    known = [t for t in told.values() if t.due]
    whole = len(known) == len(told)
    days = [day for t in known for day in t.due or ()]
    if whose == "user":
        # The shortest reading is the calendar, or the earlier of the two months; without it nothing can be said.
        ends = {reading: min(t.plain) for reading, t in told.items() if t.plain}
        first = min(ends, key=lambda r: ends[r]) if ends else None
        found.due = min(days) if first and told[first].due else None
    elif whole:
        found.due = max(days)
    if found.due:
        found.earliest, found.latest = min(days), max(days) if whole else None
    if whose == "authority" and whole and all(t.claim for t in told.values()):
        last = sorted(max(t.claim) for t in told.values() if t.claim)
        found.claim_from = last[-1]
        found.claim_from_shorter = last[0] if len(last) > 1 else None
    if whose == "user" and office:
        found.outer_limit = _outer(almanac, worlds, unit, [day for t in told.values() for day in t.plain or ()])
    return found


def _reading(
    almanac: Almanac, worlds: list[set[date]], start: date, amount: int, reading: str, whose: str, office: bool
) -> Told:
    told = Told()
    for closed in worlds:
        try:
            plain = _plain(almanac, closed, start, amount, reading, whose)
        except Unknown:
            return Told(None, None, None)
        assert told.plain is not None
        told.plain.add(plain)
        try:
            due = _due(almanac, closed, plain, reading, whose, office)
            told.due = None if told.due is None else {*told.due, due}
        except Unknown:
            told.due = None
        if whose != "authority":
            continue
        try:
            claim = nth_open(almanac, closed, plain, 1)
            told.claim = None if told.claim is None else {*told.claim, claim}
        except Unknown:
            told.claim = None
    return told


def _outer(almanac: Almanac, worlds: list[set[date]], unit: str, plain: list[date]) -> date | None:
    if not plain:
        return None
    last = max(plain)
    if unit != "full_days" and not all(last in closed for closed in worlds):
        return None
    try:
        return max(nth_open(almanac, closed, last if unit == "full_days" else last - ONE, 1) for closed in worlds)
    except Unknown:
        return None
