"""The table of closed days itself: what it must say, day by day, and what must be true of any table."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise

import pytest

from snia_advisor.law.calendar.closed import WEEKDAYS, ClosedDays
from snia_advisor.law.model.closed_days import CERTAIN
from snia_advisor.law.rulebase.base import RuleBase

DAY = timedelta(days=1)
# The 43 first days that were announced, each with its day of the week; an asterisk where the wording was not seen.
ANNOUNCED = """
adha 2013-10-16 wednesday
fitr 2014-07-29 tuesday *
adha 2014-10-05 sunday
fitr 2015-07-18 saturday *
adha 2015-09-24 thursday
moharram 2015-10-15 thursday *
fitr 2016-07-06 wednesday
adha 2016-09-12 monday
mawlid 2016-12-12 monday *
fitr 2017-06-26 monday
adha 2017-09-01 friday
mawlid 2017-12-01 friday
fitr 2018-06-15 friday
adha 2018-08-22 wednesday
moharram 2018-09-11 tuesday
mawlid 2018-11-20 tuesday
fitr 2019-06-05 wednesday
adha 2019-08-12 monday
moharram 2019-09-01 sunday
mawlid 2019-11-10 sunday
fitr 2020-05-24 sunday
adha 2020-07-31 friday
mawlid 2020-10-29 thursday
fitr 2021-05-13 thursday
adha 2021-07-21 wednesday
mawlid 2021-10-19 tuesday
fitr 2022-05-02 monday
adha 2022-07-10 sunday
moharram 2022-07-30 saturday *
mawlid 2022-10-09 sunday
fitr 2023-04-22 saturday
adha 2023-06-29 thursday
moharram 2023-07-19 wednesday
mawlid 2023-09-28 thursday
fitr 2024-04-10 wednesday
adha 2024-06-17 monday
moharram 2024-07-07 sunday
mawlid 2024-09-16 monday
fitr 2025-03-31 monday
adha 2025-06-07 saturday
moharram 2025-06-27 friday
mawlid 2025-09-05 friday
fitr 2026-03-20 friday
"""
# Those of the other dates that follow from no announcement: published before the crescent was seen, or computed.
UNCERTAIN = """
mawlid 2012-02-05 predicted
fitr 2012-08-20 predicted 2012-08-19
adha 2012-10-26 predicted 2012-10-27
moharram 2012-11-15 predicted 2012-11-16
mawlid 2013-01-24 predicted 2013-01-25
fitr 2013-08-09 predicted
moharram 2013-11-05 predicted
mawlid 2014-01-14 predicted
moharram 2014-10-26 predicted 2014-10-25
mawlid 2015-01-03 predicted 2015-01-04
mawlid 2015-12-24 predicted
moharram 2016-10-03 predicted
moharram 2017-09-22 predicted
moharram 2020-08-20 predicted 2020-08-21
moharram 2021-08-10 predicted 2021-08-11
adha 2026-05-27 forecast
moharram 2026-06-17 forecast 2026-06-16
mawlid 2026-08-26 forecast 2026-08-25
fitr 2027-03-10 predicted
adha 2027-05-17 predicted
moharram 2027-06-06 predicted
mawlid 2027-08-15 predicted
fitr 2028-02-27 predicted
adha 2028-05-05 predicted
moharram 2028-05-26 predicted
mawlid 2028-08-04 predicted
fitr 2029-02-15 predicted
adha 2029-04-24 predicted 2029-04-25
moharram 2029-05-15 predicted
mawlid 2029-07-24 predicted 2029-07-25
fitr 2030-02-04 predicted
adha 2030-04-13 predicted 2030-04-14
moharram 2030-05-04 predicted
mawlid 2030-07-14 predicted
"""
CLOSURES = """
2015-07-17 friday named
2016-07-08 friday named fitr_2016
2023-04-24 monday assumed
2024-04-12 friday assumed fitr_2024
2025-06-09 monday assumed
2026-03-23 monday assumed
"""
FIXED = """
01-01 2000-05-18 none
01-11 2000-05-18 2005-01-03
01-14 2024-01-14 2024-01-14
05-01 2000-05-18 2005-01-03
07-30 2000-05-18 2005-01-03
08-14 2000-05-18 2005-01-03
08-20 2000-05-18 2005-01-03
08-21 2000-05-18 2005-01-03
10-31 2026-10-31 2026-10-31
11-06 2000-05-18 2005-01-03
11-18 2000-05-18 2005-01-03
"""


def rows(text: str) -> list[list[str]]:
    """The rows of a table, as words."""
    return [line.split() for line in text.strip().splitlines()]


@pytest.fixture(scope="module")
def public(rules: RuleBase) -> ClosedDays:
    return ClosedDays(rules.tables(), "public")


@pytest.fixture(scope="module")
def private(rules: RuleBase) -> ClosedDays:
    return ClosedDays(rules.tables(), "private")


# --- what it says ------------------------------------------------------------------------------------------------


def test_every_announced_first_day(rules: RuleBase) -> None:
    ours = {
        (f.feast, f.first_day.isoformat(), f.weekday, f.status) for f in rules.feast_days.values() if f.status in CERTAIN
    }
    theirs = {(feast, day, weekday, "announced" if star else "official") for feast, day, weekday, *star in rows(ANNOUNCED)}
    assert ours == theirs
    assert len(ours) == 43


def test_every_other_first_day_is_marked_uncertain_by_one_day(rules: RuleBase) -> None:
    found = [f for f in rules.feast_days.values() if f.status not in CERTAIN]
    ours = {(f.feast, f.first_day.isoformat(), f.status, *(a.isoformat() for a in f.alternatives)) for f in found}
    assert ours == {tuple(row) for row in rows(UNCERTAIN)}
    assert len(found) == 34
    for entry in found:
        assert entry.within == 1
        assert entry.candidates() == (entry.first_day - DAY, entry.first_day, entry.first_day + DAY)


def test_the_statuses(rules: RuleBase) -> None:
    assert Counter(f.status for f in rules.feast_days.values()) == {
        "official": 38,
        "announced": 5,
        "forecast": 3,
        "predicted": 31,
    }


def test_how_long_a_feast_is(rules: RuleBase) -> None:
    lengths = {name: (feast.public.days, feast.private.days) for name, feast in rules.feasts.items()}
    assert lengths == {"fitr": (2, 1), "adha": (2, 1), "moharram": (1, 1), "mawlid": (2, 1)}
    assert {feast.public.confidence.value for feast in rules.feasts.values()} == {"high"}
    assert {feast.private.confidence.value for feast in rules.feasts.values()} == {"medium"}


def test_every_fixed_day(rules: RuleBase) -> None:
    ours = [
        [day.month_day, *(part.from_.isoformat() if part and part.from_ else "none" for part in (day.public, day.private))]
        for day in rules.closed_days.values()
    ]
    assert ours == rows(FIXED)
    assert all(part.to is None for day in rules.closed_days.values() for part in (day.public, day.private) if part)
    unsure = {
        name
        for name, day in rules.closed_days.items()
        for part in (day.public, day.private)
        if part and part.confidence.value != "high"
    }
    assert unsure == {"unity_day"}


def test_every_closure(rules: RuleBase) -> None:
    ours = [
        [c.day.isoformat(), c.weekday, c.public_establishments, *([c.condition.feast_day] if c.condition else [])]
        for c in rules.closures.values()
    ]
    assert ours == rows(CLOSURES)
    for closure in rules.closures.values():
        assert closure.status == "official"
        assert closure.decided_by is not None
        if closure.condition:
            assert rules.feast_days[closure.condition.feast_day].first_day == closure.condition.first_day


def test_what_is_not_known_about_closures(rules: RuleBase) -> None:
    gaps = [(gap.from_, gap.to) for gap in rules.closure_gaps.values()]
    assert gaps[:2] == [(None, date(2014, 12, 31)), (date(2017, 1, 1), date(2022, 12, 31))]
    cup = (date(2025, 12, 21), date(2026, 1, 18))
    gaps.remove(cup)
    near = {"fitr_2025": gaps[2], "mawlid_2025": gaps[3], "adha_2026": gaps[4], "mawlid_2026": gaps[5]}
    for name, (first, last) in near.items():
        entry = rules.feast_days[name]
        length = rules.feasts[entry.feast].public.days
        assert first == entry.candidates()[0] - 3 * DAY
        assert last == entry.candidates()[-1] + (length - 1 + 3) * DAY
    assert gaps[6:] == [(date(2026, 10, 28), date(2026, 11, 3))]


def test_a_closure_is_never_in_a_gap_that_says_none_is_known(rules: RuleBase) -> None:
    for closure in rules.closures.values():
        assert not any(gap.covers(closure.day) for gap in rules.closure_gaps.values()), closure.id


def test_the_cover(rules: RuleBase) -> None:
    (table,) = rules.calendars.values()
    assert (table.from_, table.to) == (date(2012, 1, 1), date(2030, 12, 31))
    assert (table.as_of, table.version) == (date(2026, 11, 23), 1)
    (rest,) = rules.weekly_rests.values()
    assert (rest.which, rest.days, rest.from_) == ("public", ("saturday", "sunday"), date(2005, 7, 21))


def test_the_desks(rules: RuleBase) -> None:
    found = {name: (d.authority, len(d.days), d.hours.en, d.season, d.confidence.value) for name, d in rules.desks.items()}
    assert found == {
        "administrations_ordinary": (
            None,
            5,
            "8:30 to 16:30, half an hour's break at midday, one more hour on Friday for prayer",
            "ordinary",
            "high",
        ),
        "administrations_ramadan": (None, 5, "9:00 to 15:00", "ramadan", "medium"),
        "anapec_deposits": ("anapec", 5, "9:30 to 15:00", "ordinary", "medium"),
        "taechir_contracts": ("taechir_desk", 4, "9:00 to 13:00", "ordinary", "medium"),
        "taechir_contracts_friday": ("taechir_desk", 1, "9:00 to 12:00", "ordinary", "medium"),
    }


# --- what must be true of it -------------------------------------------------------------------------------------


def test_every_written_weekday_is_that_of_its_date(rules: RuleBase) -> None:
    dated = [(f.id, f.first_day, f.weekday) for f in rules.feast_days.values()]
    dated += [(c.id, c.day, c.weekday) for c in rules.closures.values()]
    assert [name for name, day, weekday in dated if weekday != WEEKDAYS[day.weekday()]] == []
    assert len(dated) == 83


def test_lunar_years_follow_one_another(rules: RuleBase) -> None:
    for feast in rules.feasts:
        found = sorted((f for f in rules.feast_days.values() if f.feast == feast), key=lambda f: f.first_day)
        for before, after in pairwise(found):
            assert after.hijri_year == before.hijri_year + 1, after.id
            assert (after.first_day - before.first_day).days in (354, 355), after.id


def test_every_feast_falls_in_every_civil_year(rules: RuleBase) -> None:
    seen = Counter((f.feast, f.first_day.year) for f in rules.feast_days.values())
    assert set(seen) == {(feast, year) for feast in rules.feasts for year in range(2012, 2031)}
    assert {key for key, count in seen.items() if count > 1} == {("mawlid", 2015)}
    assert rules.feast_days["mawlid_2015"].first_day < rules.feast_days["mawlid_2015_december"].first_day


def test_the_ids_say_the_feast_and_the_year(rules: RuleBase) -> None:
    for name, entry in rules.feast_days.items():
        assert name in (f"{entry.feast}_{entry.first_day.year}", "mawlid_2015_december")
    for name, closure in rules.closures.items():
        assert name == f"closure_{closure.day:%Y_%m_%d}"


def test_a_certain_day_rests_on_an_announcement_and_an_uncertain_one_does_not(rules: RuleBase) -> None:
    for entry in rules.feast_days.values():
        of_ministry = [cite for cite in entry.sources if cite.startswith("habous-")]
        assert bool(of_ministry) is (entry.status in CERTAIN), entry.id
        for cite in of_ministry:
            assert cite in (f"habous-{entry.feast}-{entry.first_day.year}", "habous-safar-1444")
        assert ("crescent-model" in entry.sources or "press-calendar-2026" in entry.sources) is (entry.status not in CERTAIN)
        if entry.status == "predicted":
            assert entry.confidence.value in ("medium", "low")


# --- single days -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-07-30", "throne_day"), ("2026-11-18", "independence_day"), ("2026-11-06", "green_march"),
        ("2025-01-14", "amazigh_new_year"), ("2024-01-14", "amazigh_new_year"), ("2026-10-31", "unity_day"),
        ("2019-06-05", "fitr_2019"), ("2019-06-06", "fitr_2019"), ("2018-08-20", "king_and_people"),
        ("2018-08-21", "youth_day"), ("2018-08-22", "adha_2018"), ("2018-08-23", "adha_2018"),
        ("2016-07-08", "closure_2016_07_08"), ("2023-04-24", "closure_2023_04_24"), ("2024-06-18", "adha_2024"),
        ("2025-06-09", "closure_2025_06_09"), ("2026-05-01", "labour_day"), ("2026-03-20", "fitr_2026"),
        ("2026-03-23", "closure_2026_03_23"), ("2019-01-01", "new_year"), ("2016-12-13", "mawlid_2016"),
        ("2026-03-28", "weekend_of_administrations"), ("2026-03-29", "weekend_of_administrations"),
    ],
)  # fmt: skip
def test_an_office_is_closed(public: ClosedDays, day: str, why: str) -> None:
    assert why in [reason.id for reason in public.reasons(date.fromisoformat(day))]


@pytest.mark.parametrize(
    "day",
    ["2023-01-12", "2022-01-14", "2025-10-31", "2019-06-07", "2025-10-13", "2026-11-19", "2026-03-24", "2024-04-15",
     "2017-06-28", "2018-09-12", "2026-07-29"],
)  # fmt: skip
def test_an_office_is_open(public: ClosedDays, day: str) -> None:
    assert public.reasons(date.fromisoformat(day)) == ()
    assert public.doubts(date.fromisoformat(day)) == ()


@pytest.mark.parametrize("day", ["2026-05-26", "2026-05-27", "2026-05-28", "2026-05-29", "2026-06-16", "2026-08-25"])
def test_an_office_may_be_closed(public: ClosedDays, day: str) -> None:
    assert public.reasons(date.fromisoformat(day)) == ()
    assert public.doubts(date.fromisoformat(day))


def test_the_private_list_is_shorter(public: ClosedDays, private: ClosedDays) -> None:
    for day, why in (("2026-01-01", "new_year"), ("2024-06-18", "adha_2024"), ("2025-06-09", "closure_2025_06_09")):
        when = date.fromisoformat(day)
        assert why in [reason.id for reason in public.reasons(when)]
        assert private.reasons(when) == ()
    assert [reason.id for reason in private.reasons(date(2024, 6, 17))] == ["adha_2024"]
    assert private.reasons(date(2026, 3, 28)) == ()  # the weekly rest of the private sector is in the contract
    first = date(2012, 1, 1)
    for day in (first + n * DAY for n in range(19 * 365)):
        if private.reasons(day):
            assert public.reasons(day), day
