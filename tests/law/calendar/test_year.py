"""One year of the calendar: what is listed is what counts, the law of each year is that of the year, nothing is assumed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from snia_advisor.errors import BadInput
from snia_advisor.law.calendar.closed import ClosedDays
from snia_advisor.law.calendar.year import BOTH, Year, year_of
from snia_advisor.law.model.closed_days import DayList, LocalDays
from snia_advisor.law.rulebase.base import RuleBase

DAY = timedelta(days=1)


def days(year: int) -> Iterator[date]:
    """Every day of a year."""
    day = date(year, 1, 1)
    while day.year == year:
        yield day
        day += DAY


def named(found: Year) -> dict[str, list[date]]:
    """The days of each entry."""
    rows: dict[str, list[date]] = {}
    for day in found.days:
        rows.setdefault(day.id, []).append(day.day)
    return rows


@pytest.mark.parametrize("which", BOTH)
@pytest.mark.parametrize("year", [2012, 2015, 2020, 2026, 2030, 2031])
def test_what_is_listed_is_what_counts(rules: RuleBase, which: DayList, year: int) -> None:
    """A day is listed as certain when it is certainly closed, as possible when a feast may close it, else not at all."""
    closed, found = ClosedDays(rules.tables(), which), year_of(rules.tables(), year, (which,))
    certain = {day.day for day in found.days if day.certain}
    possible = {day for row in found.days if not row.certain for day in (row.day, *row.others)}
    for day in days(year):
        reasons = [reason for reason in closed.reasons(day) if reason.kind != "weekly_rest"]
        assert (day in certain) is bool(reasons), day
        assert (day in possible) is bool(closed.doubts(day)), day


def test_both_lists_are_one_row_a_day(rules: RuleBase) -> None:
    both = year_of(rules.tables(), 2026)
    keys = [(day.id, day.day) for day in both.days]
    assert len(keys) == len(set(keys))
    by_id = {(day.id, day.number): day for day in both.days}
    assert by_id["new_year", None].lists == ("public",)
    assert by_id["green_march", None].lists == ("public", "private")
    assert by_id["fitr_2026", 1].lists == ("public", "private")
    assert by_id["fitr_2026", 2].lists == ("public",)
    assert by_id["closure_2026_03_23", None].lists == ("public",)
    assert by_id["closure_2026_03_23", None].assumed
    assert by_id["unity_day", None].confidence == "medium"  # the lower of the two
    assert set(by_id["green_march", None].sources) == {"decree-2-77-169#1", "decree-2-04-426"}
    only = year_of(rules.tables(), 2026, ("private",))
    assert {(day.id, day.number) for day in only.days} == {
        (day.id, day.number) for day in both.days if "private" in day.lists
    }
    assert {day.confidence for day in only.days if day.id == "unity_day"} == {"high"}


@pytest.mark.parametrize(
    ("year", "new"),
    [(2023, set()), (2024, {"amazigh_new_year"}), (2025, {"amazigh_new_year"}), (2026, {"amazigh_new_year", "unity_day"})],
)
def test_the_law_of_the_year(rules: RuleBase, year: int, new: set[str]) -> None:
    for which in BOTH:
        found = named(year_of(rules.tables(), year, (which,)))
        assert {"amazigh_new_year", "unity_day"} & found.keys() == new


def test_an_uncertain_feast_names_its_other_days(rules: RuleBase) -> None:
    row = {(day.id, day.number): day for day in year_of(rules.tables(), 2026).days}
    adha = row["adha_2026", 1]
    assert (adha.day, adha.within, adha.status, adha.certain) == (date(2026, 5, 27), 1, "forecast", False)
    assert adha.others == (date(2026, 5, 26), date(2026, 5, 28))
    assert row["adha_2026", 2].others == (date(2026, 5, 27), date(2026, 5, 29))
    assert row["fitr_2026", 1].others == ()
    assert row["fitr_2026", 1].certain


def test_two_mawlids_in_one_year(rules: RuleBase) -> None:
    found = named(year_of(rules.tables(), 2015, ("public",)))
    assert found["mawlid_2015"] == [date(2015, 1, 3), date(2015, 1, 4)]
    assert found["mawlid_2015_december"] == [date(2015, 12, 24), date(2015, 12, 25)]


def test_a_year_outside_the_table_has_only_fixed_days_and_says_so(rules: RuleBase) -> None:
    found = year_of(rules.tables(), 2031)
    assert not found.covered
    assert {day.kind for day in found.days} == {"closed_day"}
    assert len(found.days) == len(rules.closed_days)
    assert not found.after_table_was_made  # the statement about the whole year says it already
    assert year_of(rules.tables(), 2030).covered


def test_what_is_not_known_of_older_years(rules: RuleBase) -> None:
    old = year_of(rules.tables(), 1999)
    assert old.days == ()
    assert old.rests == ()
    assert old.fixed_from == {"public": date(2000, 5, 18), "private": date(2005, 1, 3)}
    assert old.rest_from == date(2005, 7, 21)
    assert year_of(rules.tables(), 2006).fixed_from == {}
    assert year_of(rules.tables(), 2006).rest_from is None
    assert year_of(rules.tables(), 1999, ("private",)).rest_from is None


def test_gaps_and_the_day_of_the_table(rules: RuleBase) -> None:
    gaps = {year: [gap.id for gap in year_of(rules.tables(), year).gaps] for year in (2014, 2015, 2018, 2024, 2025, 2026)}
    assert gaps[2014] == ["closures_before_2015"]
    assert gaps[2018] == ["closures_2017_2022"]
    assert gaps[2025] == ["closures_fitr_2025", "closures_mawlid_2025", "closures_afcon_2025"]
    assert gaps[2026] == ["closures_adha_2026", "closures_mawlid_2026", "closures_unity_day_2026", "closures_afcon_2025"]
    assert gaps[2015] == gaps[2024] == []
    assert year_of(rules.tables(), 2026, ("private",)).gaps == ()
    assert year_of(rules.tables(), 2026).after_table_was_made
    assert not year_of(rules.tables(), 2026, ("private",)).after_table_was_made
    assert not year_of(rules.tables(), 2025).after_table_was_made


def test_corrections_of_the_user_win(rules: RuleBase) -> None:
    local = LocalDays(
        closed={date(2026, 7, 6): "inventaire"},
        open=frozenset({date(2026, 8, 14), date(2026, 8, 25)}),
        feasts={"adha_2026": date(2026, 5, 28)},
        rest=("friday",),
    )
    found = year_of(rules.tables(), 2026, local=local)
    rows = {(day.id, day.number): day for day in found.days}
    assert found.corrected
    assert found.own_rest == ("friday",)
    assert rows["2026-07-06", None].status == "own"
    assert rows["2026-07-06", None].title.fr == "inventaire"
    assert ("oued_eddahab", None) not in rows
    assert (rows["adha_2026", 1].day, rows["adha_2026", 1].certain) == (date(2026, 5, 28), True)
    assert rows["adha_2026", 2].day == date(2026, 5, 29)
    assert rows["adha_2026", 2].sources == ("decree-2-77-169#1",)  # the forecast is no longer what it rests on
    assert rows["mawlid_2026", 1].others == (date(2026, 8, 27),)  # the user says that the 25th is a working day
    assert not year_of(rules.tables(), 2026).corrected
    assert not year_of(rules.tables(), 2025, local=local).corrected


def test_rules_without_a_calendar(rules: RuleBase) -> None:
    with pytest.raises(BadInput) as refused:
        year_of({**rules.tables(), "calendar": {}}, 2026)
    assert refused.value.key == "calendar_missing"
