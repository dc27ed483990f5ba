"""What a user adds or corrects wins over the table, and the answer knows that it did."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_calendar import day, feast_day, small

from snia_advisor.law.calendar.closed import ClosedDays
from snia_advisor.law.calendar.deadline import deadline
from snia_advisor.law.calendar.delays import read_delay
from snia_advisor.law.model.closed_days import LocalDays
from snia_advisor.law.rulebase.base import RuleBase

DAY = timedelta(days=1)


def test_a_day_closed_by_the_user_does_not_count(rules: RuleBase) -> None:
    local = LocalDays({day("2026-11-09"): "strike of the office"})
    found = deadline(ClosedDays(rules.tables(), "public", local), day("2026-11-05"), read_delay("48h"), "authority")
    assert str(found.due) == "2026-11-11"
    assert found.corrected
    assert [r.kind for c in found.days for r in c.reasons if c.day == day("2026-11-09")] == ["local"]


def test_a_day_opened_by_the_user_counts(rules: RuleBase) -> None:
    local = LocalDays(open=frozenset({day("2026-11-07")}))
    found = deadline(ClosedDays(rules.tables(), "public", local), day("2026-11-05"), read_delay("48h"))
    assert str(found.due) == "2026-11-09"
    assert found.corrected


def test_an_open_day_moves_no_prudent_date(rules: RuleBase) -> None:
    local = LocalDays(open=frozenset({day("2026-03-14")}))
    found = deadline(ClosedDays(rules.tables(), "public", local), day("2026-03-04"), read_delay("10d"), "user")
    assert str(found.due) == "2026-03-14"
    assert found.corrected
    assert found.outer_limit is None


def test_the_day_of_the_feast_ends_the_doubt() -> None:
    moon = feast_day("2027-05-17")
    for first, end in (("2027-05-16", "2027-05-18"), ("2027-05-17", "2027-05-19"), ("2027-05-18", "2027-05-17")):
        days = small(moon, local=LocalDays(feasts={"moon": day(first)}))
        found = deadline(days, day("2027-05-10"), read_delay("5wd"))
        assert found.certain
        assert str(found.due) == end
        assert found.corrected
        assert found.moons == ()


def test_the_doubt_without_it() -> None:
    found = deadline(small(feast_day("2027-05-17")), day("2027-05-10"), read_delay("5wd"))
    assert (str(found.earliest), str(found.latest)) == ("2027-05-17", "2027-05-19")
    assert not found.corrected


def test_a_correction_elsewhere_is_not_told(rules: RuleBase) -> None:
    local = LocalDays({day("2026-12-24"): "elsewhere"}, frozenset({day("2026-12-26")}), {"adha_2027": day("2027-05-17")})
    found = deadline(ClosedDays(rules.tables(), "public", local), day("2026-11-05"), read_delay("48h"), "authority")
    assert str(found.due) == "2026-11-10"
    assert not found.corrected


@pytest.mark.parametrize(
    ("rest", "end"), [(("sunday",), "2026-05-04"), (("saturday", "sunday"), "2026-05-05"), (("monday",), "2026-05-03")]
)
def test_the_rest_of_the_contract(rules: RuleBase, rest: tuple[str, ...], end: str) -> None:
    local = LocalDays(rest=rest)  # type: ignore[arg-type]
    found = deadline(ClosedDays(rules.tables(), "private", local), day("2026-05-01"), read_delay("2wd"))
    assert str(found.due) == end
    assert not found.corrected


def test_both_lists_take_the_users_days(rules: RuleBase) -> None:
    local = LocalDays({day("2026-05-05"): "closed"}, rest=("sunday",))
    for which in ("public", "private"):
        assert ClosedDays(rules.tables(), which, local).reasons(day("2026-05-05"))  # type: ignore[arg-type]


NEAR = st.dates(date(2026, 3, 1), date(2026, 12, 1))


@given(NEAR, st.integers(1, 30), st.sets(st.integers(1, 30), max_size=8))
def test_more_closed_days_never_bring_an_end_nearer(rules: RuleBase, start: date, count: int, extra: set[int]) -> None:
    delay = read_delay(f"{count}wd")
    plain = deadline(ClosedDays(rules.tables(), "public"), start, delay)
    local = LocalDays({start + n * DAY: "x" for n in extra})
    more = deadline(ClosedDays(rules.tables(), "public", local), start, delay)
    assert plain.earliest is not None
    assert more.earliest is not None
    assert plain.latest is not None
    assert more.latest is not None
    assert plain.earliest <= more.earliest
    assert plain.latest <= more.latest
