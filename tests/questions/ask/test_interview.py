"""The interview on a small law: order, answers, back, don't know, progress."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from fishing import ON, REQUIRED, altered, case, fishing

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.telling.wording import Wording
from snia_advisor.errors import BadInput
from snia_advisor.law.model.case import Case, RecordedReading
from snia_advisor.law.model.values import NONE
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.law.rulebase.load import from_yaml
from snia_advisor.questions.ask.interview import Interview
from snia_advisor.questions.ask.what_it_settles import Alone, Settled, Ticked, ValueRange

ANSWERS: dict[str, Any] = {
    f"{group}.{name}": NONE if value is None else frozenset(value) if isinstance(value, list) else value
    for group, facts in REQUIRED.items()
    if isinstance(facts, dict)
    for name, value in facts.items()
}


def talk(base: RuleBase | None = None, path: str = "fish", lang: str = "en", **groups: Any) -> Interview:
    given = case_from_values(dict(groups), base or fishing()) if groups else None
    return Interview(base or fishing(), path, ON, given, lang)


def play(interview: Interview, answers: dict[str, Any]) -> list[str]:
    """The facts asked, each answered from `answers` or not known."""
    asked = []
    while (question := interview.next()) is not None:
        asked.append(question.fact)
        if question.fact in answers:
            interview.answer(answers[question.fact])
        else:
            interview.dont_know()
    return asked


# --- which question ----------------------------------------------------------------------------------------------


def test_the_first_question_is_the_first_missing_fact_of_check() -> None:
    interview = talk()
    asked: list[str] = []
    while (question := interview.next()) is not None:
        missing = advise(interview.case, fishing(), lang="en").missing
        assert question.fact == missing[0].fact
        assert question.question == missing[0].question
        assert question.hint == missing[0].hint
        assert question.sources == missing[0].sources
        titles = [Wording(fishing(), "en").about(name) for name in question.why_asked]
        assert tuple(titles) == missing[0].decides  # the answer first
        asked.append(question.fact)
        interview.answer(ANSWERS[question.fact])
    assert advise(interview.case, fishing(), lang="en").missing == ()
    assert asked[-1] == "angler.ties"  # sensitive: late


def test_only_what_can_matter_is_asked() -> None:
    """A permit in force, or a child: the rods and the ties are not asked any more. Heavy catches are no headline."""
    rest = {"trip.rods", "trip.tournament", "angler.ties"}
    assert not rest & set(play(talk(), {**ANSWERS, "angler.permit_expires": date(2027, 1, 1)}))
    assert not rest & set(play(talk(), {**ANSWERS, "angler.birth_date": date(2020, 1, 1)}))
    assert rest <= set(play(talk(), ANSWERS))
    assert not {"trip.catch_weight", "trip.began_on"} & set(play(talk(), {}))


def test_what_follows_from_a_constraint_is_not_asked() -> None:
    assert "angler.permit_expires" not in play(talk(), {**ANSWERS, "trip.water": "SEA"})
    assert "angler.permit_expires" in play(talk(), ANSWERS)


def test_what_the_path_says_is_not_asked() -> None:
    assert "trip.request" not in play(talk(), {})


def test_what_is_given_is_not_asked() -> None:
    asked = play(talk(trip={"water": "RIVER", "rods": 2}), ANSWERS)
    assert "trip.water" not in asked
    assert "trip.rods" not in asked


def test_a_complete_case_has_no_question() -> None:
    interview = talk(**{k: v for k, v in case().items() if k not in ("on", "path")})
    assert interview.next() is None
    assert (interview.asked, interview.at_most) == (0, 0)


def test_an_open_question_is_not_asked_from_the_user() -> None:
    """A guest: only the authority can say; the interview ends, and the advice says so."""
    interview = talk()
    play(interview, {**ANSWERS, "angler.ties": frozenset({"guest"})})
    assert interview.advice().exit_code == 4


def test_a_recorded_reading_is_kept() -> None:
    given = Case({}, readings={"guests": RecordedReading("exempt")})
    interview = Interview(fishing(), "fish", ON, given)
    play(interview, {**ANSWERS, "angler.ties": frozenset({"guest"})})
    assert interview.advice().determination("permit").outcome == "not_required"


def test_what_no_law_covers_is_not_asked() -> None:
    """Before the law the permit is not covered; what is left is what `check` lists."""
    interview = Interview(fishing(), "fish", date(1900, 1, 1))
    assert "permit" not in interview.standing.dependences
    assert set(play(interview, {})) == {m.fact for m in interview.advice().missing}


# --- the advice --------------------------------------------------------------------------------------------------


def test_the_advice_is_that_of_check() -> None:
    interview = talk()
    play(interview, ANSWERS)
    found = {d.id: d.outcome for d in interview.advice().determinations if d.headline}
    assert found == {d.id: d.outcome for d in advise(case(), fishing()).determinations if d.headline}
    assert interview.advice().exit_code == 0
    assert interview.case.path == "fish"
    assert interview.case.on == ON


def test_with_every_answer_unknown_it_ends_and_exits_3() -> None:
    interview = talk()
    asked = play(interview, {})
    assert len(asked) == len(set(asked))
    assert set(asked) == {m.fact for m in interview.advice().missing}
    assert interview.unknown == tuple(asked)
    assert interview.advice().exit_code == 3


def test_in_the_language_asked_for() -> None:
    for lang in ("fr", "ar", "en"):
        question = talk(lang=lang).next()
        assert question is not None
        declared = fishing().facts[question.fact]
        assert question.question == declared.question.to(lang)
        assert talk(lang=lang).advice().lang == lang


# --- answers -----------------------------------------------------------------------------------------------------


def test_a_fact_is_asked_once() -> None:
    interview = talk()
    first = interview.next()
    assert first is interview.next()
    interview.dont_know()
    second = interview.next()
    assert first is not None
    assert second is not None
    assert first.fact != second.fact


def test_an_impossible_answer_is_refused_and_the_question_stays() -> None:
    interview = talk()
    while (question := interview.next()) is not None and question.fact != "angler.birth_date":
        interview.answer(ANSWERS[question.fact])
    before = interview.case
    with pytest.raises(BadInput) as refused:
        interview.answer(date(2030, 1, 1))
    assert refused.value.key == "constraint_broken"
    assert interview.next() == question
    assert interview.case == before
    interview.answer(date(1990, 1, 1))


@pytest.mark.parametrize("value", ["PUDDLE", 3, date(2026, 1, 1), ["RIVER"], None])
def test_a_value_of_another_kind_is_refused(value: Any) -> None:
    interview = talk(angler={"birth_date": date(1990, 1, 1)})
    question = interview.next()
    assert question is not None
    assert question.fact == "trip.water"
    with pytest.raises(BadInput):
        interview.answer(value)
    assert interview.next() == question


def test_an_interview_that_is_over_takes_no_answer() -> None:
    interview = talk()
    play(interview, ANSWERS)
    with pytest.raises(ValueError, match="over"):
        interview.answer(True)
    with pytest.raises(ValueError, match="over"):
        interview.dont_know()


def test_a_wrong_path_and_a_wrong_case() -> None:
    with pytest.raises(BadInput, match="fisch"):
        Interview(fishing(), "fisch")
    with pytest.raises(BadInput):
        talk(angler={"birth_date": date(2030, 1, 1)})


def test_the_date_of_the_question() -> None:
    given = Case({}, on=date(2025, 1, 1))
    assert Interview(fishing(), "fish", case=given).on == date(2025, 1, 1)
    assert Interview(fishing(), "fish", ON, given).on == ON
    assert Interview(fishing(), "fish", ON, given).dated
    today = Interview(fishing(), "fish")
    assert (today.on, today.dated, today.case.on) == (date.today(), False, date.today())


# --- back and progress -------------------------------------------------------------------------------------------


def test_back_undoes_answers_and_unknowns() -> None:
    interview = talk()
    assert not interview.back()
    questions, cases = [], []
    for step in range(3):
        questions.append(interview.next())
        cases.append((interview.case, interview.asked, interview.at_most, interview.unknown))
        if step == 1:
            interview.dont_know()
        else:
            interview.answer(ANSWERS[questions[-1].fact])  # type: ignore[union-attr]
    for question, before in zip(reversed(questions), reversed(cases), strict=True):
        assert interview.back()
        assert interview.next() == question
        assert (interview.case, interview.asked, interview.at_most, interview.unknown) == before
    assert not interview.back()


def test_another_answer_after_back_leads_elsewhere() -> None:
    interview = talk(trip={"water": "RIVER", "rods": 2, "tournament": False}, angler={"ties": []})
    first = interview.next()
    assert first is not None
    assert first.fact == "angler.permit_expires"
    interview.answer(date(2027, 1, 1))
    assert interview.next() is None
    interview.back()
    interview.answer(NONE)
    question = interview.next()
    assert question is not None
    assert question.fact == "angler.birth_date"
    assert {one.outcome for one in question.settles} == {
        "required",
        "not_required",
        "now",
        "after_permit",
        "exempt",
        "permit_first",
    }


def test_progress_is_never_too_low() -> None:
    for answers in ({}, ANSWERS, {**ANSWERS, "trip.water": "SEA"}, {**ANSWERS, "angler.birth_date": date(2020, 1, 1)}):
        interview = talk()
        bounds = []
        while (question := interview.next()) is not None:
            bounds.append((interview.asked, interview.at_most))
            if question.fact in answers:
                interview.answer(answers[question.fact])
            else:
                interview.dont_know()
        total = interview.asked
        assert [asked for asked, _ in bounds] == list(range(1, total + 1))
        assert all(asked + more >= total for asked, more in bounds)
        assert bounds[-1][1] >= 0
        assert interview.at_most == 0


# --- what one answer settles -------------------------------------------------------------------------------------


def settled(interview: Interview, fact: str) -> set[tuple[Any, str, str]]:
    question = interview.next()
    assert question is not None
    assert question.fact == fact
    return {(one.answer, one.determination, one.outcome) for one in question.settles}


def test_a_choice_that_settles() -> None:
    found = settled(talk(angler={"birth_date": date(1990, 1, 1)}), "trip.water")
    assert found == {("SEA", "permit", "not_applicable"), ("SEA", "start", "now"), ("SEA", "fish", "at_sea")}


def test_a_date_that_settles_is_a_span() -> None:
    """Whoever is not adult on the day is exempt: born after a day, and not after the question."""
    interview = talk(trip={"water": "RIVER", "rods": 2, "tournament": False}, angler={"ties": [], "permit_expires": None})
    found = settled(interview, "angler.birth_date")
    (adult_age,) = {period.value for period in fishing().parameters["adult_age"].series}
    birthday = ON.replace(year=ON.year - int(adult_age))
    born = {(answer, outcome) for answer, determination, outcome in found if determination == "permit"}
    assert born == {(ValueRange(None, birthday), "required"), (ValueRange(birthday + timedelta(days=1), ON), "not_required")}


def test_no_paper_settles_and_so_do_spans_of_its_date() -> None:
    """Whoever holds no permit needs one, and so does whoever's permit has ended."""
    interview = talk(trip={"water": "RIVER", "rods": 2, "tournament": False},
                     angler={"birth_date": date(1990, 1, 1), "ties": []})  # fmt: skip
    found = settled(interview, "angler.permit_expires")
    assert {(answer, outcome) for answer, determination, outcome in found if determination == "permit"} == {
        (NONE, "required"), (ValueRange(None, ON - timedelta(days=1)), "required"), (ValueRange(ON, None), "held"),
    }  # fmt: skip


def test_a_set_that_settles(tmp_path: Path) -> None:
    """A guest is a matter for the authority, so a club settles only alone; with a rule for wardens, that tie does always."""
    given = {"trip": {"water": "RIVER", "rods": 2, "tournament": False},
             "angler": {"birth_date": date(1990, 1, 1), "permit_expires": None}}  # fmt: skip
    found = {answer for answer, _, _ in settled(talk(**given), "angler.ties")}
    assert found == {frozenset(), Alone("club"), Alone("warden")}
    wardens = {"when: {trip.tournament: yes}": "when: {angler.ties: {includes: warden}}"}
    law = from_yaml(altered(tmp_path, wardens))
    found = {answer for answer, _, outcome in settled(talk(law, **given), "angler.ties") if outcome == "not_required"}
    assert found == {Ticked("warden")}  # alone too, but that goes without saying


def test_what_is_said_to_settle_does(tmp_path: Path) -> None:
    """Every span, option and value that is listed is tried, and `check` proves the outcome."""
    law = from_yaml(altered(tmp_path, {}))
    tried = 0
    for given in ({}, {"trip": {"water": "RIVER"}}, {"trip": {"water": "RIVER", "rods": 2}}, {"trip": {"tournament": True}}):
        interview = talk(law, **given)
        while (question := interview.next()) is not None:
            for one in question.settles:
                for value in examples(one):
                    facts = {**interview.case.facts, question.fact: value}
                    advice = advise(Case(facts, on=ON, path="fish"), law)
                    decided = (
                        advice.determination(one.determination).outcome if one.determination != "fish" else advice.answer.id
                    )
                    assert decided == one.outcome
                    tried += 1
            interview.answer(ANSWERS[question.fact])
    assert tried > 10


def examples(one: Settled) -> list[Any]:
    if isinstance(one.answer, Ticked):
        return [frozenset({one.answer.option}), frozenset({"guest", "club", "warden"})]
    if isinstance(one.answer, Alone):
        return [frozenset({one.answer.option})]
    if isinstance(one.answer, ValueRange):
        return [end for end in (one.answer.low, one.answer.high) if end is not None]
    return [one.answer]
