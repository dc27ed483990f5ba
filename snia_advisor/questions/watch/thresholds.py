"""The thresholds of one fact that is not given, and the days on which one passes another.

A missing expiry date is before, on or after the date of the question; another rule compares it with a day in June. As the
question moves past June, the class "after the question, but before June" empties: from then on no answer can fall into it,
and what depends on the fact may be settled. Each comparison is a threshold on the line of the fact's values; the classes
stay the same as long as the thresholds stay in the same order.

Every threshold moves one way only as the date moves, so it passes a fixed one on a day that bisection finds. Two that move
cannot meet while the stretch that one sweeps lies beyond that of the other; where they come close, each day is looked at.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from ...answer.deciding.line import ORDERED, Line, every_turn, first_true, turns
from ...law.logic.atoms import decide
from ...law.logic.conditions import ON, Compare, refs
from ...law.logic.facts import Facts
from ...law.logic.operators import OPERATORS
from ...law.logic.truth import Kleene
from .directions import halves, slope
from .law_days import Horizon, edges


@dataclass
class Curve:
    """Where one comparison turns on the line of the fact's values, day by day; `way` is 1, -1 or None (either).

    `what` is the same for comparisons that turn at the same place: what is before a day is not on or after it. Those of the
    fact with the date itself (`direct`) keep their distance.
    """

    what: tuple[Any, ...]
    direct: bool
    at: Callable[[int, int], int]  # the day, and a guess
    way: int | None
    known: dict[int, int] = field(default_factory=dict)

    def __call__(self, day: int) -> int:
        """The position on `day`. The guess: it has moved with the days since the last look."""
        if day not in self.known:
            last, position = next(reversed(self.known.items()))
            self.known[day] = self.at(day, position + (day - last) * (self.way or 0))
        return self.known[day]


class Thresholds:
    """The thresholds of `fact` among `atoms`, which wait for nothing else."""

    def __init__(self, horizon: Horizon, fact: str, atoms: Sequence[int]) -> None:
        self.horizon = horizon
        self.situation = horizon.situation
        self.fact = fact
        self.line = Line(horizon.base.facts[fact])
        self.atoms = atoms

    def days(self) -> Iterator[int]:
        """The days on which their order changes."""
        if self.horizon.base.facts[self.fact].type not in ORDERED:
            return
        nodes = self.situation.network.nodes
        moving = [index for index in self.atoms if self.horizon.moving(index)]
        if not moving:
            return
        for low, high in self.horizon.stretches(self.atoms):
            levels = sorted({self.line.low, self.line.high, *self._levels(low)})
            curves = list({curve.what: curve for index in moving for curve in self._curves(index, low)}.values())
            for curve in curves:
                yield from self._passes(curve, levels, low, high)
            for position, one in enumerate(curves):
                for other in curves[position + 1 :]:
                    yield from self._meetings(one, other, low, high)
            for index in moving:
                if slope(self.horizon.base, nodes[index], self.fact) is None:
                    yield from self._by_value(index, low, high)

    def truth(self, part: Compare, at: str, position: int, day: int) -> Kleene:
        """The truth of a comparison on `day`, if the fact had the value at `position`."""
        given = {**self.situation.facts.given, self.fact: self.line.value(position)}
        return decide(part, Facts(given, date.fromordinal(day), self.horizon.base), at)

    # --- thresholds ----------------------------------------------------------------------------------------------

    def _levels(self, day: int) -> Iterator[int]:
        """The thresholds that the date does not move."""
        nodes = self.situation.network.nodes
        for index in self.atoms:
            if not self.horizon.moving(index):
                for curve in self._curves(index, day):
                    yield curve(day)
            yield from self._periods(nodes[index])

    def _periods(self, node: Any) -> Iterator[int]:
        """The days on which a parameter changes that is read on the fact itself."""
        if node.at == self.fact:
            for ref in refs(node.atom.operand):
                if ref.kind == "parameter":
                    yield from edges(self.horizon.base.parameters[ref.name].series)

    def _curves(self, index: int, day: int) -> Iterator[Curve]:
        """The thresholds of one comparison; none where the fact does not move it one way."""
        node = self.situation.network.nodes[index]
        rising = slope(self.horizon.base, node, self.fact)
        if not rising:
            return
        moved = slope(self.horizon.base, node, ON)
        for part in halves(node.atom):
            wanted = (rising > 0) == (OPERATORS[part.op].high is True)

            def at(on: int, guess: int, part: Compare = part, wanted: bool = wanted) -> int:
                return first_true(lambda x: self.truth(part, node.at, x, on) is wanted, self.line.low, self.line.high, guess)

            start = self.line.origin(self.situation.on)
            atom: Compare = node.atom
            what = (atom.fact, atom.operand, node.at, OPERATORS[part.op].turns_below)
            direct = {atom.fact, getattr(atom.operand, "name", None)} == {self.fact, ON}
            yield Curve(what, direct, at, None if moved is None else -moved * rising, {day: at(day, start)})

    # --- meetings ------------------------------------------------------------------------------------------------

    def _passes(self, curve: Curve, levels: Sequence[int], low: int, high: int) -> Iterator[int]:
        def rank(day: int) -> tuple[int, int]:
            return bisect_left(levels, curve(day)), bisect_right(levels, curve(day))

        if curve.way is None:
            self.horizon.scanned[self.fact] = None
            yield from every_turn(rank, low, high)
        else:
            yield from turns(rank, low, high)

    def _meetings(self, one: Curve, other: Curve, low: int, high: int) -> Iterator[int]:
        def order(day: int) -> int:
            return (one(day) > other(day)) - (one(day) < other(day))

        if one.way is None or other.way is None:
            yield from every_turn(order, low, high)
        elif not (one.direct and other.direct):
            yield from _near(one, other, order, low, high)

    def _by_value(self, index: int, low: int, high: int) -> Iterator[int]:
        """For a comparison that reads the law of the day that the fact names: its truth under each period of that law."""
        node = self.situation.network.nodes[index]
        self.horizon.scanned[self.fact] = None
        for position in {edge + offset for edge in self._periods(node) for offset in (-1, 0)}:
            yield from every_turn(partial(self.truth, node.atom, node.at, position), low, high)


def _near(one: Curve, other: Curve, order: Callable[[int], int], low: int, high: int) -> Iterator[int]:
    """The days on which the order of two monotone curves changes."""
    if low >= high:
        return
    (a, b), (c, d) = (sorted((curve(low), curve(high))) for curve in (one, other))
    if b < c or d < a or (a == b == c == d):
        return  # one sweeps values beyond those of the other
    if high - low == 1:
        if order(low) != order(high):
            yield high
        return
    middle = (low + high) // 2
    yield from _near(one, other, order, low, middle)
    yield from _near(one, other, order, middle, high)
