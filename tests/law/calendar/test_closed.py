"""Which days are closed, on which list, and what is only in doubt."""

from __future__ import annotations

from small_calendar import LAW, TEXT, certain, closure, day, feast_day, small

from snia_advisor.law.calendar.closed import ClosedDays
from snia_advisor.law.model.closed_days import LocalDays
from snia_advisor.law.rulebase.base import RuleBase


def ids(days: ClosedDays, text: str) -> list[str]:
    return [reason.id for reason in days.reasons(day(text))]


def test_the_two_lists_are_kept_apart(rules: RuleBase) -> None:
    public, private = ClosedDays(rules.tables(), "public"), ClosedDays(rules.tables(), "private")
    assert public.reasons(day("2026-01-01"))
    assert not private.reasons(day("2026-01-01"))  # not a paid holiday of the private sector
    assert public.reasons(day("2019-06-06"))
    assert not private.reasons(day("2019-06-06"))  # the second day of the feast
    assert public.reasons(day("2026-11-07"))
    assert not private.reasons(day("2026-11-07"))  # the weekly rest is in the contract
    assert public.reasons(day("2026-03-23"))
    assert not private.reasons(day("2026-03-23"))  # closures are those of administrations


def test_a_day_is_closed_from_the_date_of_its_law(public: ClosedDays) -> None:
    assert ids(public, "2024-01-14") == ["weekend_of_administrations", "amazigh_new_year"]
    assert ids(public, "2023-01-14") == ["weekend_of_administrations"]
    assert ids(public, "2025-01-14") == ["amazigh_new_year"]
    assert not public.reasons(day("2025-10-31"))


def test_a_feast_cites_its_notice_and_its_decree(public: ClosedDays) -> None:
    (reason,) = public.reasons(day("2019-06-05"))
    assert reason.status == "official"
    assert reason.sources == ("habous-fitr-2019", "decree-2-77-169#1")
    (assumed,) = public.reasons(day("2026-03-23"))
    assert assumed.assumed


def test_an_uncertain_feast_closes_no_day_for_certain() -> None:
    days = small(feast_day("2026-05-27"))
    assert not days.reasons(day("2026-05-27"))
    doubtful = [n for n in range(20, 32) if days.doubts(day(f"2026-05-{n}"))]
    assert doubtful == [26, 27, 28, 29]
    (moon,) = days.doubts(day("2026-05-27"))
    assert moon.candidates == (day("2026-05-26"), day("2026-05-27"), day("2026-05-28"))
    assert moon.decides(day("2026-05-27"))
    assert days.shut(day("2026-05-28"), {"moon": day("2026-05-27")})
    assert not days.shut(day("2026-05-26"), {"moon": day("2026-05-27")})


def test_alternatives_join_the_days_around() -> None:
    days = small(feast_day("2026-05-27", alternatives=["2026-05-30"]))
    assert days.moons["moon"].last == day("2026-05-31")
    assert day("2026-05-29") in days.moons["moon"].days
    gap = small(feast_day("2026-05-20", within="0", alternatives=["2026-05-25"])).moons["moon"]
    assert day("2026-05-23") not in gap.days  # between its days and closed by none of them


def test_a_day_that_every_way_closes_is_not_for_the_moon_to_decide() -> None:
    long = {"feast": "g", "title": TEXT, "hijri": TEXT, "public": {"days": "3", **LAW}, "private": {"days": "3", **LAW}}
    days = small(long, feast_day("2026-05-27", feast="g"))
    (moon,) = days.doubts(day("2026-05-28"))
    assert [n for n in range(25, 32) if moon.decides(day(f"2026-05-{n}"))] == [26, 27, 29, 30]


def test_a_feast_at_new_year_is_found_in_both_years() -> None:
    days = small(feast_day("2026-12-31"))
    assert days.doubts(day("2026-12-30"))
    assert days.doubts(day("2027-01-01"))


def test_a_closure_decided_for_one_date_of_a_feast() -> None:
    on_monday = closure("2026-06-01", condition={"feast_day": "sure", "first_day": "2026-05-28"})
    assert small(certain("2026-05-28"), on_monday).reasons(day("2026-06-01"))
    assert not small(certain("2026-05-27"), on_monday).reasons(day("2026-06-01"))
    moved = LocalDays(feasts={"sure": day("2026-05-28")})
    assert small(certain("2026-05-27"), on_monday, local=moved).reasons(day("2026-06-01"))


def test_a_closure_that_hangs_on_the_moon_is_in_doubt() -> None:
    on_monday = closure("2026-06-01", condition={"feast_day": "moon", "first_day": "2026-05-28"})
    days = small(feast_day("2026-05-27"), on_monday)
    assert not days.reasons(day("2026-06-01"))
    assert days.doubts(day("2026-06-01"))
    assert days.shut(day("2026-06-01"), {"moon": day("2026-05-28")})
    assert not days.shut(day("2026-06-01"), {"moon": day("2026-05-27")})
    assert not days.doubts(day("2026-05-31"))


def test_gaps_are_of_the_public_list_only() -> None:
    gap = {"closure_gap": "g", "from": "2026-03-01", "to": "2026-03-10", "text": {"fr": "t", "ar": "t", "en": "t"}}
    days = small(gap)
    assert [found.id for found in days.gaps(day("2026-03-10"), day("2026-04-01"))] == ["g"]
    assert days.gaps(day("2026-03-11"), day("2026-04-01")) == ()
    assert small(gap, which="private").gaps(day("2026-03-10"), day("2026-04-01")) == ()


# --- the user's corrections --------------------------------------------------------------------------------------


def test_corrections_win() -> None:
    local = LocalDays({day("2026-04-01"): "bridge"}, frozenset({day("2026-04-04")}), {"moon": day("2026-05-28")})
    days = small(feast_day("2026-05-27"), local=local)
    assert [(r.kind, r.title.fr) for r in days.reasons(day("2026-04-01"))] == [("local", "bridge")]
    assert days.reasons(day("2026-04-04")) == ()  # a Saturday on which the office opens
    assert not days.moons  # the user saw the notice
    assert [r.kind for r in days.reasons(day("2026-05-28"))] == ["local"]
    assert not days.reasons(day("2026-05-27"))


def test_a_day_that_the_user_says_is_open_is_not_in_doubt() -> None:
    local = LocalDays(open=frozenset({day("2026-05-27")}))
    days = small(feast_day("2026-05-27"), local=local)
    assert days.doubts(day("2026-05-27")) == ()
    assert days.near(day("2026-05-27"))
    assert not days.shut(day("2026-05-27"), {"moon": day("2026-05-27")})


def test_a_correction_is_told_where_it_bears() -> None:
    local = LocalDays({day("2026-04-01"): "bridge"}, feasts={"moon": day("2026-05-28")})
    days = small(feast_day("2026-05-27"), local=local)
    assert days.corrected([day("2026-04-01")])
    assert not days.corrected([day("2026-04-02")])
    assert days.corrected([day("2026-05-26")])  # closed no longer
    assert days.corrected([day("2026-05-29")])
    assert not days.corrected([day("2026-05-30")])


def test_the_rest_of_a_contract_is_not_a_correction() -> None:
    days = small(which="private", local=LocalDays(rest=("sunday",)))
    assert days.reasons(day("2026-04-05"))
    assert not days.reasons(day("2026-04-04"))
    assert not days.corrected([day("2026-04-05")])
    assert not small(local=LocalDays(rest=("friday",))).reasons(day("2026-04-03"))  # administrations have their own
