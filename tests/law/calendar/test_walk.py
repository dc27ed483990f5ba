"""Counting open days while the moon is not known."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_calendar import day, feast_day, small

from snia_advisor.law.calendar.closed import ClosedDays
from snia_advisor.law.calendar.walk import OutsideTable, forward, last_open
from snia_advisor.law.model.closed_days import LocalDays

DAY = timedelta(days=1)
INSIDE = st.dates(date(2012, 1, 1), date(2029, 12, 31))
COUNT = st.integers(1, 60)


def counted(days: ClosedDays, start: date, end: date, way: dict[str, date]) -> int:
    """The open days after `start`, up to `end`, when the moon falls so."""
    return sum(not days.shut(start + n * DAY, way) for n in range(1, (end - start).days + 1))


@given(INSIDE, COUNT)
def test_adding_working_days_is_the_inverse_of_counting_them(public: ClosedDays, start: date, count: int) -> None:
    for end, way in forward(public, start, count).items():
        assert counted(public, start, end, way) == count
        assert not public.shut(end, way)


@given(INSIDE, COUNT)
def test_adding_is_monotone_in_the_start(public: ClosedDays, start: date, count: int) -> None:
    one, next_day = list(forward(public, start, count)), list(forward(public, start + DAY, count))
    assert one[0] <= next_day[0]
    assert one[-1] <= next_day[-1]


@given(INSIDE, COUNT)
def test_adding_is_monotone_in_the_number(public: ClosedDays, start: date, count: int) -> None:
    one, more = list(forward(public, start, count)), list(forward(public, start, count + 1))
    assert one[0] < more[0]
    assert one[-1] < more[-1]


@given(INSIDE, COUNT, COUNT)
def test_adding_twice_is_adding_the_sum(public: ClosedDays, start: date, one: int, more: int) -> None:
    """Where the moon leaves one way; over two ways the second walk forgets which way the first went."""
    first = list(forward(public, start, one))
    if len(first) == 1:
        assert set(forward(public, first[0], more)) >= set(forward(public, start, one + more))


@given(INSIDE)
def test_the_last_open_day_is_open_and_nothing_is_open_after_it(public: ClosedDays, end: date) -> None:
    for found, way in last_open(public, end).items():
        assert found <= end
        assert not public.shut(found, way)
        assert counted(public, found, end, way) == 0


def test_every_way_of_the_moon_is_kept() -> None:
    days = small(feast_day("2026-05-27"))  # a Wednesday: the feast takes two of the days from Tuesday to Friday
    assert list(forward(days, day("2026-05-25"), 1)) == [day("2026-05-26"), day("2026-05-28")]
    assert list(forward(days, day("2026-05-25"), 2)) == [day("2026-05-27"), day("2026-05-29")]
    assert list(forward(days, day("2026-05-25"), 3)) == [day("2026-06-01")]


def test_two_feasts_are_independent() -> None:
    days = small(feast_day("2026-05-27"), feast_day("2026-05-29", name="other"))
    ends = forward(days, day("2026-05-25"), 2)
    # Together from Tuesday to Friday of one week, or Wednesday and Thursday of it and the weekend: two open days, or three.
    assert min(ends) == day("2026-05-27")
    assert max(ends) == day("2026-06-02")


def test_a_day_said_to_be_open_does_not_make_the_moon_forget() -> None:
    """A feast that begins on Tuesday closes Tuesday and Wednesday; the user says Wednesday is open; Thursday then is too."""
    local = LocalDays(open=frozenset({day("2026-05-27")}))
    days = small(feast_day("2026-05-27"), local=local)
    ends = forward(days, day("2026-05-25"), 2)
    assert set(ends) == {day("2026-05-27"), day("2026-05-28")}
    for end, way in ends.items():
        assert counted(days, day("2026-05-25"), end, way) == 2


def test_the_walk_stops_at_the_end_of_the_table() -> None:
    days = small()
    assert list(forward(days, day("2027-12-30"), 1)) == [day("2027-12-31")]
    with pytest.raises(OutsideTable) as caught:
        forward(days, day("2027-12-30"), 2)
    assert caught.value.day == day("2028-01-01")
    with pytest.raises(OutsideTable) as caught:
        forward(days, date.max, 1)


def test_nothing_to_count() -> None:
    assert forward(small(), day("2026-05-30"), 0) == {day("2026-05-30"): {}}


def test_many_feasts_do_not_multiply_the_ways() -> None:
    feasts = [feast_day(f"2026-{month:02}-15", name=f"m{month}") for month in range(1, 13)]
    assert len(forward(small(*feasts), day("2026-01-01"), 230)) < 40  # and it ends: 3 to the twelfth is half a million


def test_the_ends_are_given_in_the_order_of_the_calendar() -> None:
    days = small(feast_day("2026-05-27"))
    for end in ("2026-05-26", "2026-05-27", "2026-05-28"):
        found = list(last_open(days, day(end)))
        assert found == sorted(found)
        assert len(found) > 1
