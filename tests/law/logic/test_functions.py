"""The arithmetic of days, months and money, held to slower ways of doing it."""

from __future__ import annotations

import calendar
import math
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snia_advisor.law.logic.functions import (
    OutOfCalendar,
    Row,
    add_days,
    add_months,
    add_years,
    days_between,
    end_of_month,
    last_day_of_months,
    product,
    round_half_up,
    service_hours,
    share,
    total,
    whole_months_between,
    whole_years_between,
)
from snia_advisor.law.logic.operators import FUNCTIONS

days = st.dates(date(1996, 1, 1), date(2032, 12, 31)) | st.sampled_from(
    [date(y, m, d) for y in (2023, 2024, 2025) for m, d in [(1, 29), (1, 30), (1, 31), (2, 28), (3, 1), (8, 31), (12, 31)]]
    + [date(2000, 2, 29), date(2024, 2, 29), date(2028, 2, 29)]
)
money = st.decimals(-(10**6), 10**6, places=2) | st.decimals(-100, 100, places=6) | st.integers(-(10**6), 10**6)
DAY = timedelta(days=1)


def is_month_day(start: date, day: date) -> bool:
    """Whether a month of a period that begins on `start` is over on `day`: the same day, or the last of a short month."""
    last = calendar.monthrange(day.year, day.month)[1]
    return day.day == start.day or (day.day == last < start.day)


def is_birthday(start: date, day: date) -> bool:
    """Whether a year is over: the same day, or 28 February of a common year for who is born on the 29th."""
    if (day.month, day.day) == (start.month, start.day):
        return True
    return (start.month, start.day, day.month, day.day) == (2, 29, 2, 28) and not calendar.isleap(day.year)


def walked(start: date, end: date, counts: Any) -> int:
    """How often `counts` is true on the days after `start` up to `end`, walking day by day."""
    number, day = 0, start
    while day < end:
        day += DAY
        number += counts(start, day)
    return number


# --- days and months ---------------------------------------------------------------------------------------------


@given(days, days)
def test_whole_months_are_those_one_walks_through(one: date, other: date) -> None:
    start, end = sorted([one, other])
    assert whole_months_between(start, end) == walked(start, end, is_month_day)


@given(days, days)
def test_whole_years_are_those_one_walks_through(one: date, other: date) -> None:
    start, end = sorted([one, other])
    assert whole_years_between(start, end) == walked(start, end, is_birthday)


@given(days, st.integers(0, 240))
def test_adding_months_walks_to_the_month_day(start: date, months: int) -> None:
    day, left = start, months
    while left:
        day += DAY
        left -= is_month_day(start, day)
    assert add_months(start, months) == day


@given(days, st.integers(-240, 240))
def test_adding_months_lands_in_the_right_month_on_the_nearest_day(start: date, months: int) -> None:
    moved = add_months(start, months)
    assert (moved.year * 12 + moved.month) - (start.year * 12 + start.month) == months
    assert moved.day == min(start.day, calendar.monthrange(moved.year, moved.month)[1])


@given(days, days)
def test_differences_change_sign_with_their_ends(one: date, other: date) -> None:
    for function in (whole_months_between, whole_years_between, days_between):
        assert function(one, other) == -function(other, one)


@given(days, st.integers(0, 240))
def test_a_period_of_whole_months_is_over_the_day_after_its_last(start: date, months: int) -> None:
    last = last_day_of_months(start, months)
    assert add_days(last, 1) == add_months(start, months)
    assert whole_months_between(start, add_days(last, 1)) == months
    assert months == 0 or whole_months_between(start, last) == months - 1


@given(days, days, days)
def test_an_age_never_falls_as_time_goes(birth: date, one: date, other: date) -> None:
    early, late = sorted([one, other])
    assert whole_years_between(birth, early) <= whole_years_between(birth, late)
    assert whole_months_between(birth, early) <= whole_months_between(birth, late)


@given(days, st.integers(-5000, 5000))
def test_days_are_days(start: date, count: int) -> None:
    assert days_between(start, add_days(start, count)) == count
    assert add_days(start, count).toordinal() - start.toordinal() == count


@pytest.mark.parametrize(
    ("function", "arguments", "expected"),
    [
        (add_months, (date(2026, 1, 31), 1), date(2026, 2, 28)),
        (add_months, (date(2024, 1, 31), 1), date(2024, 2, 29)),
        (add_months, (date(2026, 3, 31), -1), date(2026, 2, 28)),
        (add_months, (date(2026, 12, 15), 1), date(2027, 1, 15)),
        (add_months, (date(2026, 1, 15), -1), date(2025, 12, 15)),
        (add_years, (date(2024, 2, 29), 1), date(2025, 2, 28)),
        (add_years, (date(2024, 2, 29), 4), date(2028, 2, 29)),
        (end_of_month, (date(2026, 1, 31), 1), date(2026, 2, 28)),
        (end_of_month, (date(2026, 3, 1), -1), date(2026, 2, 28)),
        (end_of_month, (date(2026, 12, 15), 1), date(2027, 1, 31)),
        (last_day_of_months, (date(2026, 1, 1), 6), date(2026, 6, 30)),
        (last_day_of_months, (date(2025, 8, 31), 6), date(2026, 2, 27)),
        (whole_years_between, (date(2008, 2, 29), date(2026, 2, 27)), 17),
        (whole_years_between, (date(2008, 2, 29), date(2026, 2, 28)), 18),
        (whole_years_between, (date(2008, 3, 1), date(2026, 2, 28)), 17),
        (whole_years_between, (date(2008, 3, 1), date(2026, 3, 1)), 18),
        (whole_years_between, (date(2026, 3, 1), date(2025, 3, 2)), 0),
        (whole_years_between, (date(2026, 3, 1), date(2025, 3, 1)), -1),
        (whole_months_between, (date(2026, 1, 31), date(2026, 2, 27)), 0),
        (whole_months_between, (date(2026, 1, 31), date(2026, 2, 28)), 1),
        (whole_months_between, (date(2026, 5, 5), date(2026, 5, 5)), 0),
        (days_between, (date(2024, 2, 28), date(2024, 3, 1)), 2),
    ],
)
def test_days_that_a_lawyer_would_look_up(function: Any, arguments: tuple[Any, ...], expected: Any) -> None:
    assert function(*arguments) == expected


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        (add_days, (date.max, 1)), (add_days, (date.min, -1)), (add_days, (date(2026, 1, 1), 10**15)),
        (add_months, (date(9999, 12, 1), 1)), (add_months, (date(1, 1, 1), -1)), (add_months, (date(2026, 1, 1), 10**15)),
        (add_years, (date(2026, 1, 1), 7974)), (add_years, (date(2026, 1, 1), -2026)), (last_day_of_months, (date.min, 0)),
    ],
)  # fmt: skip
def test_a_day_outside_the_calendar_is_told(function: Any, arguments: tuple[Any, ...]) -> None:
    with pytest.raises(OutOfCalendar):
        function(*arguments)


def test_the_whole_calendar_can_be_measured() -> None:
    assert whole_years_between(date.min, date.max) == 9998
    assert whole_months_between(date.min, date.max) == 9998 * 12 + 11
    assert days_between(date.min, date.max) == 3_652_058


# --- money -------------------------------------------------------------------------------------------------------


def centimes(amount: Fraction) -> Fraction:
    """Half up to the centime, by fractions."""
    size = math.floor(abs(amount) * 100 + Fraction(1, 2))
    return Fraction(size if amount >= 0 else -size, 100)


@given(money, money)
def test_products_and_shares_are_exact(left: Any, right: Any) -> None:
    assert product(left, right) == Fraction(left) * Fraction(right)
    assert share(left, right) * 100 == Fraction(left) * Fraction(right)


@given(money, money)
def test_the_centime_is_rounded_half_up(left: Any, right: Any) -> None:
    assert Fraction(round_half_up(product(left, right), 2)) == centimes(Fraction(left) * Fraction(right))


@given(st.lists(money, min_size=1, max_size=6))
def test_a_sum_is_exact(values: list[Any]) -> None:
    assert total(*values) == total(values) == sum(map(Fraction, values))


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [("0.005", 1, "0.01"), ("-0.005", 1, "-0.01"), ("0.0049", 1, "0.00"), ("17.92", 191, "3422.72"), ("2.675", 1, "2.68")],
)
def test_products_at_the_half_centime(left: str, right: int, expected: str) -> None:
    assert str(round_half_up(product(Decimal(left), right), 2)) == expected


def test_sixty_per_cent() -> None:
    assert share(Decimal("3422.72"), 60) == Fraction("2053.632")
    assert round_half_up(share(1, Decimal("0.5")), 2) == Decimal("0.01")


def test_the_largest_amounts_that_can_be_written_are_exact() -> None:
    """Fifteen digits and six decimals are accepted from a file, so nothing may be lost or refused here."""
    large = Decimal("999999999999999.999999")
    for exact in (product(large, large), share(large, large), product(large, large, large)):
        assert Fraction(round_half_up(exact, 2)) == centimes(exact)
        assert round_half_up(exact, 2).as_tuple().exponent == -2
    assert total(product(large, large), Decimal("0.000001")) == Fraction(large) ** 2 + Fraction(1, 10**6)


# --- the tables --------------------------------------------------------------------------------------------------


INVERSES = {(name, place): inverse for name, one in FUNCTIONS.items() for place, inverse in one.inverses.items()}
# What cannot be carried back stands alone in the search, which is sound.
WITHOUT_INVERSE = {"later_of", "earlier_of", "service_hours", "service_hours_full_years"}


def test_every_date_argument_of_a_function_has_an_inverse() -> None:
    dates = {(name, place) for name, one in FUNCTIONS.items() for place, kind in enumerate(one.arguments) if kind == "date"}
    assert {place for place in dates if place[0] not in WITHOUT_INVERSE} == set(INVERSES)


def changes(name: str, place: int, other: Any, middle: date, holds: Callable[[Any], bool]) -> int:
    """How often a comparison of the result changes its answer within four days of `middle`."""
    arguments = [middle + timedelta(days=days) for days in range(-4, 5)]
    pairs = [(argument, other) if place == 0 else (other, argument) for argument in arguments]
    answers = [holds(FUNCTIONS[name].compute(*pair)) for pair in pairs]
    return sum(before != after for before, after in pairwise(answers))


def limits(name: str, least: int) -> st.SearchStrategy[Any]:
    """Results to compare with."""
    if FUNCTIONS[name].result == "date":
        return days
    return st.integers(least, 5000 if name == "days_between" else 60)


def others(name: str, place: int) -> st.SearchStrategy[Any]:
    """The other argument of a function."""
    return days if FUNCTIONS[name].arguments[1 - place] == "date" else st.integers(-60, 60)


@pytest.mark.parametrize(("name", "place"), sorted(INVERSES))
@given(data=st.data())
def test_the_result_reaches_a_limit_within_four_days_of_the_inverse(name: str, place: int, data: st.DataObject) -> None:
    """Four days on each side of an inverse are tried; were the change further off, a class of values would be lost."""
    other, limit = data.draw(others(name, place)), data.draw(limits(name, 1))
    assert changes(name, place, other, INVERSES[name, place](other, limit), lambda result: result >= limit) == 1


@pytest.mark.parametrize(("name", "place"), [key for key in sorted(INVERSES) if FUNCTIONS[key[0]].result == "integer"])
@given(data=st.data())
def test_a_number_passes_its_limit_near_the_inverse_of_a_neighbour(name: str, place: int, data: st.DataObject) -> None:
    """Years and months are counted in steps: "more than 59" becomes true at sixty, "at least 0" at a year too early."""
    other, limit = data.draw(others(name, place)), data.draw(limits(name, -60))
    middles = [INVERSES[name, place](other, limit + step) for step in (-1, 0, 1)]
    for holds in (limit.__le__, limit.__lt__):
        assert any(changes(name, place, other, middle, holds) for middle in middles)


def test_whole_years_of_service_earn_whole_years_of_hours() -> None:
    scale = (Row(Decimal(1), Decimal(2), Decimal(10)), Row(Decimal(3), None, Decimal(20)))
    hours = [service_hours(date(2024, 1, 1), end, scale) for end in (date(2024, 1, 1), date(2026, 1, 1), date(2027, 1, 1))]
    assert hours == [0, 20, 40]
    half = service_hours(date(2024, 1, 1), date(2026, 7, 2), scale)
    assert 20 < half < 40
