"""A date or a number as a point on a line, and where on that line something turns.

The points are whole numbers: days, or the smallest units of a decimal. So what is compared with a threshold needs no step
of its own: the next value is the next point, and bisection finds the one at which an answer changes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from ...law.model.entries import Fact

T = TypeVar("T")
ORDERED = ("date", "integer", "decimal")
LARGEST = 10**12  # where a number ends that declares no limit


class Line:
    """The values of a fact of an ordered type; `earliest`: no date before this one."""

    def __init__(self, declared: Fact, earliest: date | None = None) -> None:
        self.dates = declared.type == "date"
        self.decimal = declared.type == "decimal"
        self.places = declared.places
        if self.dates:
            self.low, self.high = (earliest or date.min).toordinal(), date.max.toordinal()
        else:
            least, most = declared.minimum, declared.maximum
            self.low = -LARGEST if least is None else self.point(least)
            self.high = LARGEST if most is None else self.point(most)

    def point(self, value: Any) -> int:
        """The point of a value; of a number between two points, the lower one."""
        return value.toordinal() if isinstance(value, date) else math.floor(Fraction(value) * 10**self.places)

    def value(self, point: int) -> Any:
        """The value at a point."""
        if self.dates:
            return date.fromordinal(point)
        return Decimal(point).scaleb(-self.places) if self.decimal else point

    def around(self, value: Any, reach: int) -> Iterator[Any]:
        """The values from `reach` points below a value to `reach` above, in order; no day outside the calendar."""
        middle = self.point(value)
        for point in range(middle - reach, middle + reach + 1):
            if not self.dates or date.min.toordinal() <= point <= date.max.toordinal():
                yield self.value(point)

    def origin(self, today: date) -> int:
        """Where to start when there is no value: today, or the number nearest to nothing."""
        return today.toordinal() if self.dates else min(max(0, self.low), self.high)

    def turned(self, start: int, probe: Callable[[int], bool]) -> Iterator[int]:
        """The point nearest to `start` at which a probe is true, on each side where there is one, the lower side first."""
        start = min(max(start, self.low), self.high)
        if start > self.low:
            below = -first_true(lambda point: probe(-point), 1 - start, -self.low, 1 - start)
            yield from [below] if below >= self.low else []
        if start < self.high:
            above = first_true(probe, start + 1, self.high, start + 1)
            yield from [above] if above <= self.high else []


# --- where it turns ----------------------------------------------------------------------------------------------


def turns(probe: Callable[[int], T], low: int, high: int) -> Iterator[int]:
    """Where a monotone `probe` takes another value, in order: each n in (low, high] with `probe(n) != probe(n - 1)`.

    Equal at both ends means equal all the way, which is what monotone says; the rest is halved.
    """
    if low < high:
        yield from _turns(probe, low, high, probe(low), probe(high))


def _turns(probe: Callable[[int], T], low: int, high: int, first: T, last: T) -> Iterator[int]:
    if first == last:
        return
    if high - low == 1:
        yield high
        return
    middle = (low + high) // 2
    between = probe(middle)
    yield from _turns(probe, low, middle, first, between)
    yield from _turns(probe, middle, high, between, last)


def every_turn(probe: Callable[[int], Any], low: int, high: int) -> Iterator[int]:
    """The same for a `probe` of which nothing is known: every value is looked at."""
    last = probe(low)
    for n in range(low + 1, high + 1):
        now = probe(n)
        if now != last:
            yield n
        last = now


def first_true(probe: Callable[[int], bool], low: int, high: int, guess: int) -> int:
    """The least n in [low, high] for which a `probe` that turns true once is true; `high + 1` where none is.

    The search widens from `guess`, which costs two looks when the guess is right.
    """
    guess = min(max(guess, low), high)
    step = 1
    if probe(guess):
        no, yes = guess - 1, guess
        while no >= low and probe(no):
            yes, no, step = no, no - 2 * step, 2 * step
        no = max(no, low - 1)
    else:
        no, yes = guess, guess + 1
        while yes <= high and not probe(yes):
            no, yes, step = yes, yes + 2 * step, 2 * step
        yes = min(yes, high + 1)
    while yes - no > 1:
        middle = (no + yes) // 2
        no, yes = (no, middle) if probe(middle) else (middle, yes)
    return yes
