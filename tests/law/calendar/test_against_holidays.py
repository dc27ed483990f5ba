"""Our closed days beside those of the `holidays` package (0.109), and why we differ.

Its fixed days are a second opinion, made by others from the same decrees. Its religious days are those of another country's
calendar, computed beforehand (Umm al-Qura): they are counted here to show how wrong they would be, and never taken.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

import holidays
import pytest

from snia_advisor.law.calendar.closed import ClosedDays
from snia_advisor.law.calendar.year import year_of
from snia_advisor.law.model.closed_days import CERTAIN, DayList
from snia_advisor.law.rulebase.base import RuleBase

YEARS = range(2012, 2031)
NAMES = {"Eid al-Fitr": "fitr", "Eid al-Adha": "adha", "Islamic New Year": "moharram", "Prophet's Birthday": "mawlid"}
# Where and why we differ from its list on fixed days: (list, entry) -> the reason. Nothing else may differ.
DIFFERENCES: Mapping[tuple[DayList, str], str] = {
    ("private", "new_year"): "decree 2-04-426 does not name 1 January; the package has one list for everybody",
}
# Where and why we differ beyond the fixed days: what the package does not have, or has from elsewhere.
NOT_COMPARED = {
    "first days of the feasts": "months begin in Morocco when the crescent is seen there; the package computes Umm al-Qura",
    "second days of the feasts": "on the public list only; the package gives them to everybody",
    "closures": "decided case by case for administrations; the package has none",
    "weekly rest": "that of administrations is in decree 2-05-916; the package leaves it out of its list",
}


def theirs(year: int) -> dict[date, list[str]]:
    """The names of their holidays of a year, each without its mark of doubt."""
    found = holidays.MA(years=year, language="en_US")
    return {day: [re.sub(r" \(estimated\)", "", name) for name in names.split("; ")] for day, names in found.items()}


def their_fixed(year: int) -> set[date]:
    return {day for day, names in theirs(year).items() if not set(names) <= set(NAMES)}


def their_first_days(year: int) -> set[tuple[str, date]]:
    """The first of the two days of each feast."""
    found = theirs(year)
    days = {(NAMES[name], day) for day, names in found.items() for name in names if name in NAMES}
    return {(feast, day) for feast, day in days if (feast, day - timedelta(days=1)) not in days}


def our_fixed(rules: RuleBase, which: DayList, year: int) -> dict[date, str]:
    return {day.day: day.id for day in year_of(rules.tables(), year, (which,)).days if day.kind == "closed_day"}


# --- fixed days --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("year", YEARS)
def test_the_fixed_days_of_administrations_are_theirs(rules: RuleBase, year: int) -> None:
    assert set(our_fixed(rules, "public", year)) == their_fixed(year)


@pytest.mark.parametrize("year", YEARS)
def test_the_fixed_days_of_the_private_sector_differ_where_we_say(rules: RuleBase, year: int) -> None:
    ours, explained = our_fixed(rules, "private", year), {name for which, name in DIFFERENCES if which == "private"}
    public = our_fixed(rules, "public", year)
    assert set(ours) <= their_fixed(year)
    assert {public[day] for day in their_fixed(year) - set(ours)} == explained


def test_days_that_the_law_added_appear_in_the_same_year(rules: RuleBase) -> None:
    for name, (last_before, first) in {"amazigh_new_year": (2023, 2024), "unity_day": (2025, 2026)}.items():
        month, day = (int(part) for part in rules.closed_days[name].month_day.split("-"))
        assert date(last_before, month, day) not in their_fixed(last_before)
        assert date(first, month, day) in their_fixed(first)
        assert name not in our_fixed(rules, "public", last_before).values()
        assert name in our_fixed(rules, "public", first).values()


def test_every_difference_has_its_reason() -> None:
    assert all(len(reason) > 20 for reason in (*DIFFERENCES.values(), *NOT_COMPARED.values()))


# --- religious days ----------------------------------------------------------------------------------------------


def test_their_religious_days_are_not_ours(rules: RuleBase) -> None:
    """Of the 43 first days that were announced from 2013 to 2026, they have 15; the 28 others are one day early."""
    off: Counter[int] = Counter()
    for entry in (f for f in rules.feast_days.values() if f.status in CERTAIN):
        found = [day for feast, day in their_first_days(entry.first_day.year) if feast == entry.feast]
        nearest = min((day - entry.first_day).days for day in found if abs((day - entry.first_day).days) < 10)
        off[nearest] += 1
    assert off == {0: 15, -1: 28}


def test_a_day_that_they_have_wrong_is_a_working_day_here(rules: RuleBase) -> None:
    """Eid al-Fitr 2025: they say 30 and 31 March; it was 31 March and 1 April."""
    assert ("fitr", date(2025, 3, 30)) in their_first_days(2025)
    public = ClosedDays(rules.tables(), "public")
    assert "fitr_2025" not in [reason.id for reason in public.reasons(date(2025, 3, 30))]
    assert [reason.id for reason in public.reasons(date(2025, 4, 1))] == ["fitr_2025"]


def test_they_have_no_closure_of_its_own(rules: RuleBase) -> None:
    named = {closure.day: theirs(closure.day.year).get(closure.day, []) for closure in rules.closures.values()}
    # Friday 17 July 2015 is there by mistake: the feast one day early.
    assert {day: names for day, names in named.items() if names} == {date(2015, 7, 17): ["Eid al-Fitr"]}


def test_no_source_of_ours_is_that_package(rules: RuleBase) -> None:
    cited = [cite for entry in rules.feast_days.values() for cite in entry.sources]
    assert not [cite for cite in cited if "holidays" in cite or "umm" in cite]
