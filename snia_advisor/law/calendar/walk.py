"""Counting open days while some feasts have no certain date.

The walk goes day by day over all the ways in which the moon may fall, at once. Ways that differ only by a feast that is over
and that have counted the same number of days are one: the number of ways kept stays small however long the walk is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .closed import DAY, ClosedDays

Choice = frozenset[tuple[str, date]]


class OutsideTable(ValueError):
    """The walk left the table of closed days: what lies there is not known."""

    def __init__(self, day: date) -> None:
        super().__init__(day.isoformat())
        self.day = day


@dataclass(frozen=True)
class _Way:
    left: int
    active: Choice  # the feasts near, with the first day that this way gives them
    passed: Choice  # those gone by; kept for the explanation, not told apart


def forward(days: ClosedDays, start: date, count: int) -> dict[date, dict[str, date]]:
    """The days on which the `count`-th open day after `start` may fall, each with one way of the moon that leads there.

    `start` itself is not counted, open or closed. Raises `OutsideTable`.
    """
    if count == 0:
        return {start: {}}
    ends: dict[date, dict[str, date]] = {}
    ways = {(count, frozenset[tuple[str, date]]()): _Way(count, frozenset(), frozenset())}
    day = start
    while ways:
        if day == date.max:
            raise OutsideTable(day)
        day += DAY
        if not days.covers(day):
            raise OutsideTable(day)
        reached: dict[tuple[int, Choice], _Way] = {}
        for way in ways.values():
            for branch in _branches(days, way, day):
                left = branch.left - (not days.shut(day, dict(branch.active)))
                if left == 0:
                    ends.setdefault(day, dict(branch.active | branch.passed))
                else:
                    reached.setdefault((left, branch.active), _Way(left, branch.active, branch.passed))
        ways = reached
    return dict(sorted(ends.items()))


def _branches(days: ClosedDays, way: _Way, day: date) -> Iterator[_Way]:
    # A feast stays near on a day that the user says is open: what it closes after that day hangs on the same first day.
    moons = {moon.entry.id: moon for moon in days.near(day)}
    over = frozenset(choice for choice in way.active if choice[0] not in moons)
    known = way.active - over
    ways = [_Way(way.left, known, way.passed | over)]
    for name in moons.keys() - {name for name, _ in known}:
        candidates = moons[name].candidates
        ways = [_Way(w.left, w.active | {(name, first)}, w.passed) for w in ways for first in candidates]
    yield from ways


def last_open(days: ClosedDays, day: date) -> dict[date, dict[str, date]]:
    """The last open day on or before `day`, under each way of the moon. Outside the table only what is fixed is known."""
    ends: dict[date, dict[str, date]] = {}
    ways: list[dict[str, date]] = [{}]
    while ways:
        ways = [branch for way in ways for branch in _each(days, way, day)]
        for way in [way for way in ways if not days.shut(day, way)]:
            ends.setdefault(day, way)
        ways = [way for way in ways if days.shut(day, way)]
        day -= DAY
    return dict(sorted(ends.items()))


def _each(days: ClosedDays, way: dict[str, date], day: date) -> list[dict[str, date]]:
    ways = [way]
    for moon in days.doubts(day):
        if moon.entry.id not in way:
            ways = [{**w, moon.entry.id: first} for w in ways for first in moon.candidates]
    return ways
