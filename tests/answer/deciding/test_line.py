"""Dates and numbers as points, and where something turns along them."""

from __future__ import annotations

import bisect
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snia_advisor.answer.deciding.line import LARGEST, Line, every_turn, first_true, turns
from snia_advisor.law.model.entries import Fact

DAY = date(2026, 3, 5)


def line(kind: str, earliest: date | None = None, **more: Any) -> Line:
    """The line of a fact of this type."""
    return Line(
        Fact.model_construct(id="a.b", type=kind, places=0, minimum=None, maximum=None).model_copy(update=more), earliest
    )


WEIGHT = line("decimal", places=2)


def test_points_and_values() -> None:
    assert [WEIGHT.point(value) for value in (Decimal("2.50"), 3, Fraction(1, 3), Decimal("-0.01"), Fraction(-1, 300))] == [
        250, 300, 33, -1, -1,
    ]  # fmt: skip
    assert [str(WEIGHT.value(point)) for point in (250, -1)] == ["2.50", "-0.01"]
    assert (line("integer").point(Fraction(7, 2)), line("integer").value(3)) == (3, 3)
    assert line("date").value(line("date").point(DAY)) == DAY


def test_the_ends() -> None:
    assert (line("integer").low, line("integer").high) == (-LARGEST, LARGEST)
    limited = line("decimal", places=1, minimum=0, maximum=20)
    assert (limited.low, limited.high) == (0, 200)
    assert (line("date").low, line("date").high) == (date.min.toordinal(), date.max.toordinal())
    assert line("date", DAY).low == DAY.toordinal()


def test_where_a_search_starts() -> None:
    assert line("date").origin(DAY) == DAY.toordinal()
    assert [line("integer", minimum=low, maximum=high).origin(DAY) for low, high in ((None, None), (3, 9), (-9, -3))] == [
        0, 3, -3,
    ]  # fmt: skip


def test_the_values_around() -> None:
    assert list(WEIGHT.around(Decimal("1.00"), 1)) == [Decimal("0.99"), Decimal("1.00"), Decimal("1.01")]
    assert list(line("integer").around(Fraction(5, 2), 1)) == [1, 2, 3]
    assert list(line("date").around(date.max, 1)) == [date(9999, 12, 30), date.max]
    assert list(line("date").around(date.min, 1)) == [date.min, date(1, 1, 2)]


@pytest.mark.parametrize(
    ("start", "probe", "found"),
    [
        (5, lambda n: n >= 8, [8]),
        (5, lambda n: n <= 2, [2]),
        (5, lambda n: n in (4, 6), [4, 6]),
        (5, lambda n: n <= 0 or n >= 20, [0, 20]),
        (5, lambda n: False, []),
        (0, lambda n: n >= 1, [1]),
        (20, lambda n: n <= 19, [19]),
        (99, lambda n: n == 19, [19]),
        (-99, lambda n: n == 1, [1]),
    ],
)
def test_the_nearest_on_each_side(start: int, probe: Callable[[int], bool], found: list[int]) -> None:
    assert list(line("integer", minimum=0, maximum=20).turned(start, probe)) == found


@given(st.lists(st.integers(1, 60), max_size=5), st.integers(0, 3), st.booleans())
def test_bisection_finds_every_turn_of_a_monotone_probe(cuts: list[int], low: int, falling: bool) -> None:
    ordered = sorted(cuts)

    def probe(n: int) -> int:
        return bisect.bisect_right(ordered, n) * (-1 if falling else 1)

    expected = sorted({cut for cut in cuts if low < cut <= 50})
    assert list(turns(probe, low, 50)) == expected == list(every_turn(probe, low, 50))
    assert list(turns(probe, 50, 50)) == []


@given(st.integers(-5, 105), st.integers(-20, 120))
def test_the_first_true_is_found_from_any_guess(first: int, guess: int) -> None:
    looks = []

    def probe(n: int) -> bool:
        assert 0 <= n <= 100
        looks.append(n)
        return n >= first

    assert first_true(probe, 0, 100, guess) == min(max(first, 0), 101)
    assert len(looks) <= 2 or guess != first
    assert len(looks) <= 20
