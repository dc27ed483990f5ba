"""The answer in words: its title and the one without a value, the last day, what is forbidden, what nobody has checked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Law
from fishing import ON, altered, ask, unknown

from snia_advisor.answer.advice.advise import advise
from snia_advisor.law.model.advice import AnswerAdvice
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_yaml

HELD = {"permit_expires": date(2027, 1, 31)}
CHILD = date(2020, 1, 1)
TITLE = 'title: {fr: "Arrêter : prise trop lourde", ar: "توقف: صيد ثقيل أكثر من اللازم", en: "Stop: too heavy a catch"}'
WITHOUT = 'title_without: {fr: "Arrêter", ar: "توقف", en: "Stop"}'
COUNTED = (
    f'title: {{fr: "{{found}} faits", ar: "{{found}} وقائع", en: "{{found}} found, {{unchecked}} open"}}\n      {WITHOUT}'
)


def said(base: RuleBase | None = None, **groups: Any) -> AnswerAdvice:
    return ask(base, **groups).answer


# --- titles ------------------------------------------------------------------------------------------------------


def test_a_title_holds_the_values_of_the_case() -> None:
    titles = {lang: ask(lang=lang, angler=HELD).answer.title for lang in ("fr", "ar", "en")}
    assert titles == {
        "fr": "Oui, jusqu'au 31 janv. 2027",
        "ar": "نعم، إلى غاية 31 يناير 2027",
        "en": "Yes, until 31 Jan 2027",
    }


def test_the_title_without_its_value_where_there_is_none(tmp_path: Path) -> None:
    """`none` has no place in a sentence, and what is not known even less."""
    found = said(path="renew_permit", angler={"permit_expires": None})
    assert (found.id, found.title) == ("too_early", "Not yet")
    aged = 'title: {fr: "{angler.age} ans", ar: "{angler.age}", en: "Aged {angler.age}"}'
    law = from_yaml(altered(tmp_path, {TITLE: f"{aged}\n      {WITHOUT}"}))
    assert said(law, trip={"catch_weight": 9}).title == "Aged 36"
    assert said(law, trip={"catch_weight": 9}, angler={"birth_date": unknown}).title == "Stop"


def test_a_title_says_its_value_where_there_is_one() -> None:
    found = said(path="renew_permit", angler=HELD)
    assert (found.id, found.title) == ("too_early", "Not before 30 Nov 2026")


def test_the_sentence_of_an_outcome_and_of_what_is_not_decided() -> None:
    assert said(angler={"birth_date": CHILD}).text == "Carry the proof with you."
    assert said().text is None
    open_ = said(angler={"birth_date": unknown})
    assert (open_.id, open_.title) == (None, "Facts are missing.")
    assert said(angler={"ties": ["guest"]}).title == "A question is open."
    assert said(on=date(2004, 6, 7), trip={"began_on": date(2004, 6, 7)}).title == "Before the law."


def test_one_state_for_several_outcomes_has_a_sentence_of_its_own() -> None:
    """A child, and a fishing ground that is not known: at sea or on the river, nothing is to be asked for."""
    found = said(angler={"birth_date": CHILD}, trip={"water": unknown})
    assert (found.state, found.id, found.title) == ("go", None, "Yes, without asking")
    assert found.possible == ("at_sea", "exempt")
    certain = said(angler=HELD, trip={"water": unknown})  # nobody holds a permit for the sea
    assert (certain.id, certain.possible) == ("permit_held", ("permit_held",))


# --- the last day ------------------------------------------------------------------------------------------------


def by(tmp_path: Path, names: str, **angler: Any) -> AnswerAdvice:
    """The answer on a renewal that is not open yet, with these dates by which to act."""
    title = 'en: "Not before {angler.renewal_from}"'
    changes = {"by: [angler.permit_expires]": f"by: [{names}]", title: 'en: "By {by}"'}
    return said(from_yaml(altered(tmp_path, changes)), path="renew_permit", angler=angler)


def test_the_last_day_is_the_earliest_that_is_not_over(tmp_path: Path) -> None:
    found = by(tmp_path, "angler.birth_date, angler.permit_expires, angler.renewal_from", **HELD)
    assert (found.by, found.title) == (date(2026, 11, 30), "By 30 Nov 2026")


def test_a_day_that_is_over_is_no_last_day(tmp_path: Path) -> None:
    found = by(tmp_path, "angler.birth_date", **HELD)
    assert (found.by, found.title) == (None, "Not yet")


def test_the_day_itself_is_not_over(tmp_path: Path) -> None:
    assert by(tmp_path / "a", "trip.began_on", **HELD).by is None
    law = from_yaml(altered(tmp_path / "b", {"by: [angler.permit_expires]": "by: [trip.began_on]"}))
    assert said(law, path="renew_permit", angler=HELD, trip={"began_on": ON}).by == ON


def test_a_date_that_is_none_is_no_last_day() -> None:
    assert said(path="renew_permit", angler={"permit_expires": None}).by is None
    assert said(path="renew_permit", angler=HELD).by == date(2027, 1, 31)


# --- what is forbidden -------------------------------------------------------------------------------------------


def test_a_bar_that_holds_is_forbidden_with_its_price() -> None:
    (found,) = said(trip={"catch_weight": 9}).forbidden
    assert (found.id, found.text, found.until, found.sources) == ("heavy_catch", "Too heavy a catch", None, ("river-act#9",))
    assert found.penalty is not None
    assert said(trip={"catch_weight": 1}).forbidden[0].id != "heavy_catch"


def test_a_bar_that_does_not_matter_is_not_said_to_be_forbidden(tmp_path: Path) -> None:
    law = from_yaml(altered(tmp_path, {"- {rules: [heavy_catch]}": "- {rules: [heavy_catch], still: adult}"}))
    assert [f.id for f in said(law, trip={"catch_weight": 9}).forbidden] == ["heavy_catch"]
    for birth in (CHILD, unknown):
        assert said(law, trip={"catch_weight": 9}, angler={"birth_date": birth}).forbidden == ()


def test_what_an_outcome_forbids_until_something_happens(tmp_path: Path) -> None:
    (found,) = said().forbidden
    assert (found.id, found.until) == ("no_fishing_before", None)
    law = from_yaml(altered(tmp_path, {"{rule: no_fishing_before}": "{rule: no_fishing_before, until: trip.began_on}"}))
    (dated,) = said(law, trip={"began_on": date(2026, 7, 1)}).forbidden
    assert dated.until == date(2026, 7, 1)


@pytest.mark.parametrize(("weight", "found"), [(9, "1 found, 0 open"), (unknown, None)])
def test_how_many_were_found(tmp_path: Path, weight: Any, found: str | None) -> None:
    law = from_yaml(altered(tmp_path, {TITLE: COUNTED}))
    answer = said(law, trip={"catch_weight": weight})
    assert (answer.title == found) is (found is not None)


# --- what nobody has checked -------------------------------------------------------------------------------------


def test_an_alarm_of_which_nobody_has_spoken_is_counted() -> None:
    found = said(trip={"catch_weight": unknown})
    assert (found.state, found.unchecked, found.unchecked_points) == ("wait", 1, ("Stop: too heavy a catch",))
    assert said(trip={"catch_weight": 1}).unchecked == 0
    assert said(trip={"catch_weight": None}).unchecked == 0
    assert said(trip={"catch_weight": 9}).unchecked == 0


def test_an_alarm_that_no_real_case_raises_is_not_counted(tmp_path: Path) -> None:
    added = """
- constraint: no_catch_at_sea
  text: {fr: "Rien en mer.", ar: "لا شيء في البحر.", en: "Nothing at sea."}
  holds: {any: [{not: {trip.water: SEA}}, {trip.catch_weight: {at_most: 1}}]}
"""
    law = from_yaml(altered(tmp_path, added=added))
    assert said(law, trip={"water": "SEA", "catch_weight": unknown}).unchecked == 0
    assert said(law, trip={"water": "RIVER", "catch_weight": unknown}).unchecked == 1


# --- procedures --------------------------------------------------------------------------------------------------


def test_a_procedure_is_opened_by_the_answer() -> None:
    assert (said().opens, said().may_open) == (("get_permit",), ())
    assert (said(angler=HELD).opens, said(angler=HELD).may_open) == ((), ())


def test_a_procedure_that_some_possible_outcomes_open_may_be_needed() -> None:
    found = ask(angler={"birth_date": unknown})
    assert (found.answer.opens, found.answer.may_open) == ((), ("get_permit",))
    assert [(p.id, p.certain) for p in found.procedures] == [("get_permit", False)]


def test_a_procedure_that_no_answer_opens_is_not_shown(tmp_path: Path) -> None:
    """Whatever its own condition: a permit is required, and nobody is sent to ask for one while he must stop."""
    found = ask(trip={"catch_weight": 9})
    assert found.determination("permit").outcome == "required"
    assert (found.answer.opens, found.procedures) == ((), ())
    law = from_yaml(altered(tmp_path, {"when: heavy_catch\n": "when: heavy_catch\n      opens: [get_permit]\n"}))
    assert [p.id for p in ask(law, trip={"catch_weight": 9}).procedures] == ["get_permit"]
    assert ask(law, trip={"catch_weight": 9, "water": "SEA"}).procedures == ()  # its own condition still counts


def test_before_the_law_nothing_is_opened() -> None:
    found = said(on=date(2004, 6, 7), trip={"began_on": date(2004, 6, 7)})
    assert (found.state, found.opens, found.may_open) == ("not_covered", (), ())


# --- proof -------------------------------------------------------------------------------------------------------


def test_an_answer_has_its_proof_and_its_sources() -> None:
    for groups in ({}, {"trip": {"catch_weight": 9}}, {"angler": HELD}):
        found = said(**groups)
        assert found.because is not None
        assert (found.because.truth, bool(found.because.children)) == ("true", True)
        assert found.sources
    assert said(angler={"birth_date": unknown}).because is None


EITHER_WAY = """
- parameter: law_known_to
  type: date
  series: [{from: none, to: none, value: 2030-01-01}]
- fact: a.refused
  type: yes_no
- fact: a.insured
  type: yes_no
- rule: refused
  when: {a.refused: yes}
- rule: insured
  when: {a.insured: yes}
- rule: named
  when: {not: refused}
- path: goal
  concerns: {a.refused: no}
- answer: goal
  outcomes:
    nothing: {state: no, when: refused, sources: ["s#1"]}
    covered: {state: go, when: {all: [named, insured]}, sources: ["s#2"]}
    at_risk: {state: go, when: named, sources: ["s#3"]}
  bars: [{rules: [refused]}]
"""


def test_an_answer_known_by_its_state_says_on_what_it_rests(law: Law) -> None:
    """Neither outcome is proved, and both would be a yes: each is a step, with what it waits for or what holds already."""
    found = advise(Case({"a.refused": False}, on=ON, path="goal"), law(EITHER_WAY), lang="en").answer
    assert (found.id, found.state, found.possible) == (None, "go", ("covered", "at_risk"))
    assert found.sources[:2] == ("s#2", "s#3")
    assert found.because is not None
    assert (found.because.outcome, found.because.truth) == ("goal.go", "true")
    assert [(node.outcome, node.truth) for node in found.because.children] == [
        ("goal.covered", "unknown"),
        ("goal.at_risk", "unknown"),
    ]
    covered, at_risk = found.because.children
    assert [(node.rule, node.truth) for node in covered.children] == [("insured", "unknown")]
    assert [(node.rule, node.truth) for node in at_risk.children] == [("named", "true")]


def test_a_state_proved_case_by_case_says_in_each_case_on_what_it_rests() -> None:
    found = said(angler={"birth_date": CHILD}, trip={"water": unknown})
    assert (found.id, found.state, found.sources) == (None, "go", ("river-act#1", "river-act#3"))
    assert found.because is not None
    assert found.because.group == "cases"
    states = [state for case in found.because.children for state in case.children]
    assert [state.outcome for state in states] == ["fish.go", "fish.go"]
    assert [(node.outcome, node.truth) for state in states for node in state.children] == [
        ("fish.at_sea", "true"),
        ("fish.exempt", "true"),
    ]


def test_the_answer_of_another_path_does_not_change_an_answer() -> None:
    both = ask(path=unknown)
    assert [(a.path, a.id, a.state) for a in both.answers] == [
        ("fish", "permit_first", "wait"),
        ("renew_permit", "too_early", "no"),
    ]
