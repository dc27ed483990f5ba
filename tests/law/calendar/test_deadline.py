"""Deadlines: the worked examples of the dossier, what must be true of every deadline, and a second opinion on thousands."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_calendar import beside, certain, closure, day, feast_day, small

from snia_advisor.law.calendar import deadline as module
from snia_advisor.law.calendar.closed import CERTAIN, ClosedDays, Moon
from snia_advisor.law.calendar.deadline import Deadline, deadline, reads_the_list
from snia_advisor.law.calendar.delays import UNITS, Duration, read_delay
from snia_advisor.law.logic.functions import OutOfCalendar
from snia_advisor.law.model.closed_days import LocalDays
from snia_advisor.law.rulebase.base import RuleBase

DAY = timedelta(days=1)
# --- the worked examples -----------------------------------------------------------------------------------------
# Simplified attestation, 48 hours: file complete, end, what is closed between them besides the weekend.
SIMPLIFIED = """
2025-10-10 2025-10-14
2026-07-28 2026-07-31 throne_day
2026-11-17 2026-11-20 independence_day
2025-01-13 2025-01-16 amazigh_new_year
2019-06-04 2019-06-10 fitr_2019 fitr_2019
2018-08-17 2018-08-27 king_and_people youth_day adha_2018 adha_2018
2016-07-05 2016-07-12 fitr_2016 fitr_2016 closure_2016_07_08
2023-04-21 2023-04-26 closure_2023_04_24
2024-06-14 2024-06-20 adha_2024 adha_2024
"""
# Answers of an administration whose unit is not said: days, start, calendar reading, working reading, claim, shorter claim.
ANSWERS = """
20 2026-02-02 2026-02-22 2026-03-02 2026-03-03 2026-02-23
20 2025-07-21 2025-08-10 2025-08-22 2025-08-25 2025-08-11
10 2025-05-28 2025-06-07 2025-06-12 2025-06-13 2025-06-10
10 2026-04-22 2026-05-02 2026-05-07 2026-05-08 2026-05-04
"""
# What the user must do: delay, start, whether an office must be open, plain ends, prudent date, legal extension.
DEADLINES = """
89d  2026-04-20 office 2026-07-18            2026-07-17 2026-07-20
90d  2026-04-20 office 2026-07-19            2026-07-17 2026-07-20
15d  2026-02-20 office 2026-03-07            2026-03-06 2026-03-09
10d  2026-03-04 office 2026-03-14            2026-03-13 2026-03-16
1m   2026-03-11 office 2026-04-11,2026-04-10 2026-04-10 2026-04-13
1m   2026-05-15 office 2026-06-15,2026-06-14 2026-06-12 -
1m   2026-02-20 office 2026-03-20,2026-03-22 2026-03-19 2026-03-24
1m   2024-01-30 office 2024-02-29,2024-02-29 2024-02-29 -
8d   2026-02-03 none   2026-02-11            2026-02-11 -
60fd 2026-01-27 office 2026-03-28            2026-03-27 2026-03-30
15fd 2026-02-05 office 2026-02-20            2026-02-20 2026-02-23
30fd 2026-02-10 office 2026-03-12            2026-03-12 2026-03-13
"""


def rows(table: str) -> list[list[str]]:
    return [line.split() for line in table.strip().splitlines()]


@pytest.mark.parametrize("row", rows(SIMPLIFIED), ids=lambda row: row[0])
def test_worked_example_of_the_simplified_attestation(public: ClosedDays, row: list[str]) -> None:
    start, end, *closed = row
    found = deadline(public, day(start), read_delay("48h"), "authority")
    assert found.certain
    assert (found.due, found.earliest, found.latest) == (day(end), day(end), day(end))
    named = [r for c in found.days if c.day < day(end) for r in c.reasons]
    at_weekends = {c.day for c in found.days if any(r.kind == "weekly_rest" for r in c.reasons)}
    assert [r.id for c in found.days if c.day < day(end) and c.day not in at_weekends for r in c.reasons] == closed
    assert all(r.status in CERTAIN for r in named)


@pytest.mark.parametrize("row", rows(ANSWERS), ids=lambda row: row[1])
def test_worked_example_of_an_answer(public: ClosedDays, row: list[str]) -> None:
    amount, start, calendar, working, claim, shorter = row
    found = deadline(public, day(start), Duration(int(amount), "unspecified"), "authority")
    assert {end.reading: [str(d) for d in end.due] for end in found.ends} == {"calendar": [calendar], "working": [working]}
    assert (found.earliest, found.latest) == (day(calendar), day(working))
    assert (found.claim_from, found.claim_from_shorter) == (day(claim), day(shorter))
    assert found.readings_differ
    assert not found.certain


@pytest.mark.parametrize("row", rows(DEADLINES), ids=lambda row: f"{row[0]} {row[1]}")
def test_worked_example_of_a_deadline(public: ClosedDays, row: list[str]) -> None:
    delay, start, office, plain, prudent, outer = row
    found = deadline(public, day(start), read_delay(delay), "user", office == "office")
    assert [str(d) for end in found.ends for d in end.plain] == plain.split(",")
    assert str(found.due) == prudent
    assert str(found.outer_limit or "-") == outer


def test_the_example_of_the_green_march(public: ClosedDays) -> None:
    found = deadline(public, day("2026-11-05"), read_delay("48h"), "authority")
    assert str(found.due) == "2026-11-10"
    assert str(found.claim_from) == "2026-11-11"
    assert [(str(c.day), c.number, [r.id for r in c.reasons]) for c in found.days] == [
        ("2026-11-06", None, ["green_march"]),
        ("2026-11-07", None, ["weekend_of_administrations"]),
        ("2026-11-08", None, ["weekend_of_administrations"]),
        ("2026-11-09", 1, []),
        ("2026-11-10", 2, []),
        ("2026-11-11", None, []),
    ]


# --- arithmetic --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "delay", "end"),
    [
        ("2026-01-31", "1m", "2026-02-28"),
        ("2024-01-31", "1m", "2024-02-29"),
        ("2026-01-31", "3m", "2026-04-30"),  # in one step: through February it would be the 28th
        ("2026-11-30", "3m", "2027-02-28"),
        ("2026-02-28", "1m", "2026-03-28"),
        ("2026-02-10", "30fd", "2026-03-13"),  # neither the first nor the last day counts
        ("2026-01-27", "60fd", "2026-03-30"),  # the 29th is a Sunday
        ("2026-02-10", "30d", "2026-03-12"),
        ("2026-03-14", "2d", "2026-03-16"),  # a Saturday is the day not counted, like any other
        ("2026-03-14", "1wd", "2026-03-16"),
    ],
)
def test_bare_arithmetic(public: ClosedDays, start: str, delay: str, end: str) -> None:
    found = deadline(public, day(start), read_delay(delay))
    assert found.certain
    assert str(found.due) == end
    assert found.claim_from is None
    assert found.outer_limit is None


def test_a_closed_start_is_still_the_day_not_counted(public: ClosedDays) -> None:
    found = deadline(public, day("2026-03-14"), read_delay("2wd"))
    assert [r.kind for r in found.start_closed] == ["weekly_rest"]
    assert str(found.due) == "2026-03-17"
    assert found.days[0].day == day("2026-03-15")


def test_a_full_delay_of_an_authority_is_extended_like_the_bare_one(public: ClosedDays) -> None:
    """Its last day is a Sunday: the authority has Monday, and one asks on Tuesday."""
    bare = deadline(public, day("2026-01-27"), read_delay("60fd"))
    found = deadline(public, day("2026-01-27"), read_delay("60fd"), "authority")
    assert found.due == bare.due == day("2026-03-30")
    assert found.claim_from == day("2026-03-31")


def test_full_days_number_what_counts(public: ClosedDays) -> None:
    found = deadline(public, day("2026-02-10"), read_delay("30fd"))
    assert [c.number for c in found.days][-2:] == [30, None]
    user = deadline(public, day("2026-02-10"), read_delay("30fd"), "user")
    assert [c.number for c in user.days][-2:] == [29, 30]


def test_what_does_not_read_the_list_reads_nothing_of_it() -> None:
    gap = {"closure_gap": "g", "from": "2026-01-01", "to": "2027-12-31", "text": {"fr": "t", "ar": "t", "en": "t"}}
    local = LocalDays({day("2026-03-20"): "mine", day("2026-03-23"): "mine too"})
    days = small(gap, feast_day("2026-03-19"), closure("2026-03-18"), local=local)
    for delay, whose, office in (("10d", "plain", True), ("1m", "user", False), ("10fd", "user", False)):
        assert not reads_the_list(read_delay(delay), whose, office)  # type: ignore[arg-type]
        found = deadline(days, day("2026-03-10"), read_delay(delay), whose, office)  # type: ignore[arg-type]
        assert (found.gaps, found.moons, found.assumed, found.corrected, found.outside) == ((), (), (), False, None)
    reading = (("10wd", "plain", True), ("10d", "authority", True), ("10d", "user", True), ("10?", "user", False))
    for delay, whose, office in reading:
        assert reads_the_list(read_delay(delay), whose, office)  # type: ignore[arg-type]
        found = deadline(days, day("2026-03-10"), read_delay(delay), whose, office)  # type: ignore[arg-type]
        assert found.gaps
        assert found.corrected


def test_only_what_bears_on_the_date_is_told() -> None:
    """A deadline in calendar days is moved by what lies at its end, not by what it passes over."""
    gap = {"closure_gap": "g", "from": "2026-03-18", "to": "2026-03-20", "text": {"fr": "t", "ar": "t", "en": "t"}}
    days = small(gap, feast_day("2026-03-19"), closure("2026-03-18"))
    passed = deadline(days, day("2026-03-10"), read_delay("30d"), "user")
    assert (passed.gaps, passed.moons, passed.assumed) == ((), (), ())
    crossed = deadline(days, day("2026-03-10"), read_delay("20wd"), "authority")
    assert [g.id for g in crossed.gaps] == ["g"]
    assert [r.id for r in crossed.assumed] == ["closure"]
    at_the_end = deadline(days, day("2026-03-10"), read_delay("9d"), "user")
    assert [m.entry.id for m in at_the_end.moons] == ["moon"]


# --- the moon ----------------------------------------------------------------------------------------------------


def test_a_range_names_the_feast() -> None:
    days = small(feast_day("2027-05-17"), feast_day("2027-02-01", name="far"))  # Sunday, Monday or Tuesday
    found = deadline(days, day("2027-05-10"), read_delay("5wd"), "authority")
    assert (str(found.earliest), str(found.latest)) == ("2027-05-17", "2027-05-19")
    assert found.due == found.latest
    assert str(found.claim_from) == "2027-05-20"
    assert [m.entry.id for m in found.moons] == ["moon"]
    assert not found.certain
    assert not found.readings_differ


def test_a_feast_that_changes_nothing_is_not_named() -> None:
    """Wherever it falls it takes two days of the same week, and the delay ends after it."""
    found = deadline(small(feast_day("2026-05-27")), day("2026-05-25"), read_delay("5wd"))
    assert found.certain
    assert found.moons == ()
    assert any(c.doubts for c in found.days)


def test_a_claim_that_the_moon_moves_is_not_certain() -> None:
    """The delay ends on Saturday whatever the moon; whether one may ask on Monday is not sure."""
    found = deadline(small(feast_day("2027-05-17")), day("2027-05-06"), read_delay("9d"), "authority")
    assert found.earliest == found.latest == day("2027-05-15")
    assert found.claim_from == day("2027-05-19")
    assert [m.entry.id for m in found.moons] == ["moon"]
    assert not found.certain


def test_the_users_deadline_is_the_earliest() -> None:
    found = deadline(small(feast_day("2027-05-17")), day("2027-05-08"), read_delay("9d"), "user")
    assert (str(found.due), str(found.earliest), str(found.latest)) == ("2027-05-14", "2027-05-14", "2027-05-17")


def test_a_count_of_the_user_is_numbered_to_his_own_date() -> None:
    found = deadline(small(feast_day("2027-05-17")), day("2027-05-10"), read_delay("5wd"), "user")
    assert found.due == found.earliest == day("2027-05-17")
    assert [c.day for c in found.days if c.number == 5] == [found.due]


MOONS = st.dates(date(2026, 4, 1), date(2030, 11, 1))
IN_MONTHS = ("months", "month_ends")
DELAYS = st.builds(Duration, st.integers(1, 70), st.sampled_from([u for u in UNITS if u not in IN_MONTHS])) | st.builds(
    Duration, st.integers(1, 12), st.sampled_from(IN_MONTHS)
)
WHOSE = st.sampled_from(("user", "authority", "plain"))


@given(MOONS, DELAYS, WHOSE, st.booleans(), st.randoms(use_true_random=False))
def test_the_range_brackets_every_way_of_the_moon(
    rules: RuleBase, public: ClosedDays, start: date, delay: Duration, whose: Any, office: bool, dice: random.Random
) -> None:
    found = deadline(public, start, delay, whose, office)
    begun = {name: dice.choice(moon.candidates) for name, moon in public.moons.items()}
    seen = deadline(ClosedDays(rules.tables(), "public", LocalDays(feasts=begun)), start, delay, whose, office)
    assert not seen.moons
    if found.earliest and found.latest and seen.due:
        assert found.earliest <= seen.due <= found.latest
    if found.claim_from and seen.claim_from:
        assert seen.claim_from <= found.claim_from
    for end, one in zip(found.ends, seen.ends, strict=False):
        if end.due and one.due and end.reading == one.reading:
            assert set(one.due) <= set(end.due)


# --- what is true of every deadline ------------------------------------------------------------------------------

STARTS = st.dates(date(2012, 1, 5), date(2031, 3, 1))


@given(STARTS, DELAYS)
def test_no_prudent_date_is_on_a_closed_day_or_after_the_plain_end(public: ClosedDays, start: date, delay: Duration) -> None:
    found = deadline(public, start, delay, "user")
    if found.due is None:
        assert found.outside is not None
        return
    assert not public.reasons(found.due)
    assert found.due <= min(d for end in found.ends for d in end.plain)
    for end in found.ends:
        assert all(not public.shut(d, way) for d, way in end.due.items())
        assert not end.due or max(end.due) <= max(end.plain)
    # Never rolled forward: the legal extension is beside the date, after it.
    assert found.outer_limit is None or found.outer_limit > found.due


@given(STARTS, DELAYS)
def test_no_claim_is_on_a_closed_day_or_before_the_delay_is_over(public: ClosedDays, start: date, delay: Duration) -> None:
    found = deadline(public, start, delay, "authority")
    if found.claim_from is None:
        assert found.outside is not None
        return
    assert not public.reasons(found.claim_from)
    assert found.due is not None
    assert found.claim_from > found.due
    assert found.claim_from_shorter is None or found.claim_from_shorter <= found.claim_from
    for end in found.ends:
        assert all(not public.shut(d, way) for d, way in end.claim.items())


@given(STARTS, DELAYS, WHOSE, st.booleans())
def test_every_day_is_told_and_numbered(public: ClosedDays, start: date, delay: Duration, whose: Any, office: bool) -> None:
    found = deadline(public, start, delay, whose, office)
    assert [c.day for c in found.days] == [start + n * DAY for n in range(1, len(found.days) + 1)]
    numbers = [c.number for c in found.days if c.number is not None]
    assert numbers == list(range(1, len(numbers) + 1))
    if found.due and len(found.ends) == 1 and delay.unit in ("working_days", "calendar_days", "full_days"):
        assert numbers[-1] == delay.amount


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(1, 120))
def test_a_month_later_never_skips_a_month(public: ClosedDays, start: date, months: int) -> None:
    end = deadline(public, start, Duration(months, "months")).due
    assert end is not None
    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end.day < start.day and (end + DAY).day == 1)


@given(STARTS, st.integers(1, 200))
def test_the_calendar_reading_is_never_the_longer_one(public: ClosedDays, start: date, amount: int) -> None:
    found = deadline(public, start, Duration(amount, "unspecified"))
    calendar, *working = found.ends
    assert calendar.reading == "calendar"
    assert all(max(calendar.plain) <= min(end.plain) for end in working)


# --- outside the table -------------------------------------------------------------------------------------------


def test_a_count_that_leaves_the_table_has_no_date(public: ClosedDays) -> None:
    found = deadline(public, day("2030-12-27"), read_delay("5wd"), "authority")
    assert (found.due, found.earliest, found.latest, found.claim_from) == (None, None, None, None)
    assert str(found.outside) == "2031-01-01"
    assert not found.certain
    assert found.days == ()


def test_a_year_outside_the_table(public: ClosedDays) -> None:
    for year in (2008, 2011, 2031, 2060):
        for whose in ("user", "authority", "plain"):
            found = deadline(public, date(year, 6, 2), read_delay("20?"), whose)  # type: ignore[arg-type]
            assert found.due is None
            assert found.outside is not None
            assert [end.reading for end in found.ends] == ["calendar"]  # arithmetic is arithmetic
        assert deadline(public, date(year, 6, 2), read_delay("20d")).certain
        assert deadline(public, date(year, 6, 2), read_delay("1m"), "user", office=False).due == date(year, 7, 2)


def test_an_office_outside_the_table_gives_no_prudent_date(public: ClosedDays) -> None:
    """Whether the office is open is not known: a date would be a silent assumption."""
    found = deadline(public, day("2030-12-20"), read_delay("20d"), "user")
    assert found.due is None
    assert str(found.outside) == "2031-01-09"
    before = deadline(public, day("2011-12-20"), read_delay("12d"), "user")  # 1 January 2012, a Sunday: back into 2011
    assert before.due is None
    assert before.outside is not None
    assert before.outside < day("2012-01-01")


def test_the_shortest_reading_inside_the_table_is_enough_for_the_user(public: ClosedDays) -> None:
    found = deadline(public, day("2030-12-01"), read_delay("1m"), "user")  # 31 December at 30 days, 1 January 2031
    assert str(found.due) == "2030-12-31"
    assert found.latest is None
    assert not found.certain


def test_an_answer_whose_claim_alone_is_outside(public: ClosedDays) -> None:
    found = deadline(public, day("2030-12-27"), read_delay("2wd"), "authority")
    assert str(found.due) == "2030-12-31"
    assert found.claim_from is None
    assert str(found.outside) == "2031-01-01"


def test_the_end_of_time(public: ClosedDays) -> None:
    with pytest.raises(OutOfCalendar):
        deadline(public, date.max, read_delay("5d"))
    assert deadline(public, date.max, read_delay("5wd")).due is None
    assert deadline(public, date.min, read_delay("5d"), "user").due is None


# --- a second opinion --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "amount", "end", "prudent"),
    [
        (date(2026, 3, 31), 1, date(2026, 4, 30), date(2026, 4, 30)),  # a quarter that ends on 31 March
        (date(2026, 1, 31), 1, date(2026, 2, 28), date(2026, 2, 27)),  # a Saturday: on the Friday before
        (date(2026, 12, 5), 1, date(2027, 1, 31), date(2027, 1, 29)),
    ],
)
def test_the_end_of_the_month_that_follows(public: ClosedDays, start: date, amount: int, end: date, prudent: date) -> None:
    found = deadline(public, start, Duration(amount, "month_ends"), "user")
    assert [list(one.plain) for one in found.ends] == [[end]]
    assert found.due == prudent


def test_the_oracle_agrees() -> None:
    """As `python tests/law/calendar/agreement.py --pairs 100000` does, on fewer pairs."""
    pairs, wrong = beside("agreement").compare(2000, seed=20261123)
    assert pairs == 2000
    assert wrong == []


def _one_day_more(self: Moon, day: date, first_day: date) -> bool:
    return first_day <= day <= first_day + self.length * DAY


def _no_closure(self: ClosedDays) -> None:
    return None


def _two_candidates(days: ClosedDays, start: date, count: int) -> Any:
    ends = FORWARD(days, start, count)
    return dict(list(ends.items())[:2])


def _rolled_forward(*args: Any) -> Deadline:
    found = deadline(*args)
    moved = found.outer_limit if found.whose == "user" and found.outer_limit else found.due
    return Deadline(**{**vars(found), "due": moved})


FORWARD = module.forward
SABOTAGE: dict[str, tuple[Any, str, Any]] = {
    "a feast of one day more": (Moon, "closes", _one_day_more),
    "no exceptional closure": (ClosedDays, "_closures", _no_closure),
    "a way of the moon forgotten": (module, "forward", _two_candidates),
    "months of thirty days": (module, "add_months", lambda start, months: start + 30 * months * DAY),
    "offices open on every day": (module, "last_open", lambda days, end: {end: {}}),
}


@pytest.mark.parametrize("name", SABOTAGE)
def test_a_sabotaged_core_is_caught(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(*SABOTAGE[name])
    assert beside("agreement").compare(500, seed=5)[1]


def test_a_deadline_rolled_forward_is_caught() -> None:
    assert beside("agreement").compare(200, seed=5, compute=_rolled_forward)[1]


def test_the_oracle_knows_closures_that_hang_on_a_feast() -> None:
    """The two must not agree by both forgetting something: a closure decided for one first day of a feast."""
    agreement = beside("agreement")
    days = small(certain("2026-05-28"), closure("2026-06-01", condition={"feast_day": "sure", "first_day": "2026-05-28"}))
    assert deadline(days, day("2026-05-29"), read_delay("1wd")).due == day("2026-06-02")
    entries = [*agreement.oracle.shipped(agreement.RULES / "calendar")]
    almanac = agreement.oracle.Almanac(entries, "public")
    assert day("2016-07-08") in almanac.sure
