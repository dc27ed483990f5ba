"""In which order the missing facts are asked, and which open questions are shown where."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fishing import altered, ask, case, fishing, unknown
from hypothesis import given, settings
from hypothesis import strategies as st

from snia_advisor.answer.advice.doubts import in_order
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_yaml

ALL_UNKNOWN: dict[str, Any] = {"angler": dict.fromkeys(("birth_date", "ties", "permit_expires"), unknown),
                               "trip": dict.fromkeys(("water", "rods", "tournament"), unknown)}  # fmt: skip


def order(base: RuleBase, facts: list[str], uses: dict[str, int] | None = None) -> list[str]:
    """The facts in the order in which they are asked."""
    return in_order(Situation(base, Case({}), date(2026, 6, 1), None), facts, uses or {})


# --- order -------------------------------------------------------------------------------------------------------


def test_the_most_decisive_comes_first() -> None:
    assert order(fishing(), ["trip.rods", "trip.water"], {"trip.rods": 1, "trip.water": 5}) == ["trip.water", "trip.rods"]
    assert order(fishing(), ["trip.rods", "trip.water"], {"trip.rods": 5, "trip.water": 1}) == ["trip.rods", "trip.water"]


def test_the_order_of_the_author_decides_between_equals() -> None:
    assert order(fishing(), ["trip.rods", "angler.birth_date"]) == ["angler.birth_date", "trip.rods"]


def test_sensitive_facts_come_late() -> None:
    facts = ["angler.ties", "trip.rods", "trip.water"]
    assert order(fishing(), facts, {"angler.ties": 99}) == ["trip.water", "trip.rods", "angler.ties"]


def test_none_comes_before_the_fact_it_is_asked_after() -> None:
    facts = ["trip.tournament", "trip.rods"]
    assert order(fishing(), facts, {"trip.tournament": 99}) == ["trip.rods", "trip.tournament"]
    assert order(fishing(), ["trip.tournament"]) == ["trip.tournament"]  # what it follows is known


def test_asked_after_a_sensitive_fact(tmp_path: Path) -> None:
    """The fact waits, though it is not sensitive itself."""
    law = from_yaml(altered(tmp_path, {"ask_after: [trip.rods]": "ask_after: [angler.ties]"}))
    assert order(law, ["trip.tournament", "angler.ties", "trip.rods"]) == ["trip.rods", "angler.ties", "trip.tournament"]


def test_a_circle_of_ask_after_still_ends(tmp_path: Path) -> None:
    law = from_yaml(altered(tmp_path, {"ask_after: [trip.rods]": "ask_after: [angler.permit_expires]",
                                       "ask_after: [trip.water]": "ask_after: [trip.tournament]"}))  # fmt: skip
    assert set(order(law, ["trip.tournament", "angler.permit_expires"])) == {"trip.tournament", "angler.permit_expires"}


@settings(max_examples=100)
@given(
    st.lists(st.sampled_from(list(fishing().facts)), unique=True),
    st.dictionaries(st.sampled_from(list(fishing().facts)), st.integers(0, 9)),
)
def test_any_order_keeps_every_fact_and_every_promise(facts: list[str], uses: dict[str, int]) -> None:
    found = order(fishing(), facts, uses)
    assert sorted(found) == sorted(facts)
    for position, name in enumerate(found):
        assert not set(fishing().facts[name].ask_after) & set(found[position + 1 :])


def test_the_real_law_asks_in_a_possible_order(rules: RuleBase) -> None:
    found = order(rules, list(rules.facts))
    places = {name: position for position, name in enumerate(found)}
    for name, fact in rules.facts.items():
        assert all(places[before] < places[name] for before in fact.ask_after), name


# --- what is asked -----------------------------------------------------------------------------------------------


def test_missing_facts_say_what_they_decide() -> None:
    advice = ask(**ALL_UNKNOWN)
    assert [m.fact for m in advice.missing][-1] == "angler.ties"
    by_fact = {m.fact: m for m in advice.missing}
    assert set(by_fact) == {name for d in advice.determinations if d.headline for name in d.missing}
    water = by_fact["trip.water"]
    assert water.question == "Where does the fishing take place?"
    decided = ("To fish", "Fishing permit", "Start")  # the answer first
    assert (water.why_asked, water.decides) == (f"The answer can change: {', '.join(decided)}.", decided)
    assert water.sources == ("river-act#1",)
    assert by_fact["angler.permit_expires"].hint == "The date is on the back."
    assert by_fact["angler.ties"].options == {
        "guest": "guest of a riverside resident",
        "club": "member of a club",
        "warden": "warden",
    }
    assert water.options is None  # a list is long: it is offered, not printed


def test_only_the_answer_and_headline_determinations_ask(tmp_path: Path) -> None:
    """A child may start at once; which of three reasons makes it so is open, and nobody is asked."""
    law = from_yaml(altered(tmp_path, {"headline: [permit, start]\n  also: [": "headline: [start]\n  also: [permit, "}))
    advice = ask(law, angler={"birth_date": date(2020, 1, 1), "permit_expires": unknown}, trip={"water": unknown})
    assert advice.determination("start").outcome == "now"
    assert set(advice.determination("permit").missing) == {"trip.water", "angler.permit_expires"}
    assert (advice.missing, advice.exit_code) == ((), 0)


def test_what_could_also_matter_is_not_missing() -> None:
    advice = ask(trip={"catch_weight": unknown})
    assert advice.determination("breaches").could_also_matter == ("heavy_catch",)
    assert (advice.missing, advice.exit_code) == ((), 0)


def test_a_known_fact_is_never_asked() -> None:
    for name in ("trip.water", "trip.rods", "angler.birth_date"):
        group, _, part = name.partition(".")
        groups = {key: dict(facts) for key, facts in ALL_UNKNOWN.items()}
        groups[group][part] = case()[group][part]
        assert name not in [m.fact for m in ask(**groups).missing]


# --- open questions ----------------------------------------------------------------------------------------------

GUEST = {"angler": {"ties": ["guest"]}}


def test_a_question_that_is_reached() -> None:
    advice = ask(**GUEST)
    assert advice.determination("permit").open_questions == ("guests",)
    (found,) = [q for q in advice.open_questions if q.affects == "determination"]
    assert (found.id, found.kind, found.where, found.recorded) == ("guests", "disputed", ("fish", "permit", "start"), None)
    outcomes = {r.answer: tuple(o for o in r.outcomes if not o.startswith("fish.")) for r in found.readings}
    assert outcomes == {
        "exempt": ("permit.not_required", "start.now"), "not_exempt": ("permit.required", "start.after_permit"),
    }  # fmt: skip
    assert {r.answer: r.sources for r in found.readings} == {"exempt": ("angler-guide",), "not_exempt": ("river-act#3",)}
    assert (found.prudent, found.ask) == ("Ask for a permit.", ("Water office",))
    assert advice.exit_code == 4


def test_the_prudent_reading_is_recommended_never_applied() -> None:
    assert ask(**GUEST).determination("permit").outcome is None


@pytest.mark.parametrize(("reading", "outcome"), [("exempt", "not_required"), ("not_exempt", "required")])
def test_a_recorded_reading_is_applied(reading: str, outcome: str) -> None:
    advice = ask(**GUEST, readings={"guests": {"reading": reading, "confirmed_by": "water office"}})
    assert advice.determination("permit").outcome == outcome
    assert "guests" not in [q.id for q in advice.open_questions]
    assert advice.exit_code == 0


def test_facts_win_over_doubts() -> None:
    advice = ask(**{**GUEST, "trip": {"tournament": unknown}})
    assert (advice.determination("permit").missing, advice.determination("permit").open_questions) == (
        ("trip.tournament",), ("guests",))  # fmt: skip
    assert advice.exit_code == 3
    assert (advice.answer.state, advice.answer.depends_on) == ("depends", "both")


def test_a_question_nobody_reaches_is_not_shown() -> None:
    assert [q.id for q in ask(trip={"water": "SEA"}).open_questions] == []


def test_a_question_of_a_step_is_a_delay_when_it_is_about_its_days() -> None:
    (found,) = ask().open_questions
    assert (found.id, found.affects, found.where) == ("answer_unit", "delay", ("get_permit.lodge",))


def test_a_question_of_a_step_that_is_not_about_days(tmp_path: Path) -> None:
    law = from_yaml(altered(tmp_path, {"open_questions: [answer_unit]": "open_questions: [scales, answer_unit]"}))
    assert [(q.id, q.affects) for q in ask(law).open_questions] == [("scales", "step"), ("answer_unit", "delay")]


def test_a_question_about_days_that_the_delay_says_is_one_of_the_step(tmp_path: Path) -> None:
    law = from_yaml(
        altered(tmp_path, {"amount: $answer_days, unit: unspecified": "amount: $answer_days, unit: working_days"})
    )
    assert [(q.id, q.affects) for q in ask(law).open_questions] == [("answer_unit", "step")]


def test_a_question_of_a_procedure_that_is_not_certain_waits() -> None:
    advice = ask(angler={"birth_date": unknown})
    assert [p.certain for p in advice.procedures] == [False]
    assert [q.id for q in advice.open_questions] == []


def test_a_question_of_a_finding_is_a_note() -> None:
    advice = ask(trip={"catch_weight": 9})
    (found,) = [q for q in advice.open_questions if q.id == "scales"]
    assert (found.affects, found.where) == ("note", ("breaches",))
    assert advice.exit_code == 0


def test_a_question_of_an_outcome_is_a_note(tmp_path: Path) -> None:
    text = '      text: {fr: "Portez la preuve sur vous."'
    law = from_yaml(altered(tmp_path, {text: f"      open_questions: [scales]\n{text}"}))
    advice = ask(law, angler={"birth_date": date(2020, 1, 1)})
    assert [(q.id, q.affects, q.where) for q in advice.open_questions] == [
        ("scales", "note", ("fish", "permit"))
    ]  # both say it
