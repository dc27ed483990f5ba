"""The plan: steps in order, what runs beside what, papers merged, cover lists, questions for the desk, dates that matter."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from dated import BEFORE_THE_FEAST, THURSDAY, Dated, law_of, paper, procedure, step
from fishing import unknown

from snia_advisor.answer.advice.advise import advised
from snia_advisor.answer.planning.advised import Advised
from snia_advisor.answer.planning.desk import desk_questions
from snia_advisor.answer.planning.plan import plan_of
from snia_advisor.answer.planning.record import Plan, PlanPaper
from snia_advisor.answer.timing.timing import Timing
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import read_case
from snia_advisor.messages import LANGUAGES
from snia_advisor.questions.lawbook.schemas import schema

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 11)
LODGE = step("lodge", desk=True, brings=["file_complete"])
ANSWER = step("answer", "authority", desk=True, clock=["file_complete"], delay="2 working_days")
COLLECT = step("collect", desk=True)
SCENARIOS = Path(__file__).parents[3] / "scenarios"
SIMPLIFIED = SCENARIOS / "hire_employee" / "costs" / "post_found_on_list_a1_date_of_reading_noted.yaml"


def papers(plan: Plan) -> dict[tuple[str, str], PlanPaper]:
    """The papers of the tick list by provider and name."""
    return {(group.provided_by, found.id): found for group in plan.tick_list for found in group.papers}


def parallel(plan: Plan) -> dict[str, set[str]]:
    """What can run at the same time as each step."""
    return {one.key: set(one.parallel_with) for one in plan.steps}


# --- order -------------------------------------------------------------------------------------------------------


def test_steps_stand_after_those_that_come_first(tmp_path: Path) -> None:
    first = procedure("first", LODGE, ANSWER, step("keep"))
    then = procedure("get", step("prepare"), step("go", after_procedures=["first"]))
    plan = Dated(law_of(tmp_path, first, then), THURSDAY).plan
    keys = [one.key for one in plan.steps]
    assert keys == ["first.lodge", "get.prepare", "first.answer", "first.keep", "get.go"]
    assert [one.number for one in plan.steps] == [1, 2, 3, 4, 5]
    assert plan.critical_path == ("first.lodge", "first.answer", "first.keep", "get.go")
    assert [one.key for one in plan.steps if one.critical] == list(plan.critical_path)


def test_what_can_run_at_the_same_time(tmp_path: Path) -> None:
    first = procedure("first", LODGE, ANSWER, step("keep"))
    then = procedure("get", step("prepare"), step("go", after_procedures=["first"]))
    beside = parallel(Dated(law_of(tmp_path, first, then), THURSDAY).plan)
    assert beside["get.prepare"] == {"first.lodge", "first.answer", "first.keep"}
    assert beside["first.answer"] == {"get.prepare"}
    assert beside["get.go"] == set()


def test_what_stands_beside_the_way_is_last_and_runs_beside_nothing(tmp_path: Path) -> None:
    limit = step("limit", "authority", desk=True, clock=["file_complete"], delay="60 full_days", beside="yes")
    plan = Dated(law_of(tmp_path, procedure("get", LODGE, limit, {**ANSWER, "after": ["lodge"]})), THURSDAY).plan
    assert [one.id for one in plan.steps] == ["lodge", "answer", "limit"]
    assert parallel(plan)["get.limit"] == set()
    assert parallel(plan)["get.answer"] == set()


def test_two_steps_of_which_one_may_stand_for_the_other(tmp_path: Path) -> None:
    known = {"file.first_day": {"on_or_after": "$on"}}
    steps = [LODGE, step("short", after=["lodge"], when=known), step("long", after=["lodge"], when={"not": known})]
    beside = parallel(Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY).plan)
    assert beside == {"get.lodge": set(), "get.short": set(), "get.long": set()}


def test_a_step_that_is_over_runs_beside_nothing(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("first", LODGE, ANSWER), procedure("get", step("prepare")))
    told = Dated(base, TUESDAY, {"file_complete": MONDAY}).plan
    assert parallel(told) == {"first.lodge": set(), "first.answer": {"get.prepare"}, "get.prepare": {"first.answer"}}


def test_a_procedure_that_may_apply_stands_apart(tmp_path: Path) -> None:
    may = procedure("may", LODGE, ANSWER, when={"file.first_day": {"on_or_after": "$on"}})
    plan = Dated(law_of(tmp_path, procedure("get", step("go")), may), THURSDAY).plan
    assert [one.key for one in plan.steps] == ["get.go"]
    (found,) = plan.possible_procedures
    assert (found.id, found.steps) == ("may", ("lodge en", "answer en"))
    assert found.only_if is not None
    assert "file.first_day" in found.only_if
    assert plan.cover_lists == ()


def test_a_path_that_is_refused_has_an_empty_plan(tmp_path: Path) -> None:
    plan = Dated(law_of(tmp_path, procedure("get", LODGE)), THURSDAY, trip={"water": "SEA"}).plan
    assert (plan.steps, plan.tick_list, plan.key_dates, plan.critical_path) == ((), (), (), ())


# --- papers ------------------------------------------------------------------------------------------------------


def test_a_paper_stands_once_with_its_steps(tmp_path: Path) -> None:
    steps = [
        {**LODGE, "documents": [paper("contract", 3, 0, "employer", form=["signed"]), paper("card", 0, 1)]},
        {**COLLECT, "documents": [paper("contract", 1, 2, "employer", form=["legalised"]), paper("card", 0, 2)]},
    ]
    plan = Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY).plan
    assert [group.provided_by for group in plan.tick_list] == ["employer", "worker"]
    contract = papers(plan)["employer", "contract"]
    assert (contract.originals, contract.copies, contract.form) == (4, 2, ("signed", "legalised"))
    assert [(use.number, use.step, use.originals, use.copies) for use in contract.uses] == [
        (1, "lodge", 3, 0),
        (2, "collect", 1, 2),
    ]
    assert papers(plan)["worker", "card"].copies == 3


def test_the_original_of_a_paper_that_expires_is_one(tmp_path: Path) -> None:
    steps = [{**LODGE, "documents": [paper("card", 1, 1)]}, {**COLLECT, "documents": [paper("card", 1, 1)]}]
    card = papers(Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY).plan)["worker", "card"]
    assert (card.originals, card.copies) == (1, 2)


def test_steps_that_may_stand_for_each_other_do_not_add_up(tmp_path: Path) -> None:
    known = {"file.first_day": {"on_or_after": "$on"}}
    steps = [
        {**step("short", desk=True, when=known), "documents": [paper("contract", 2)]},
        {**step("long", desk=True, when={"not": known}), "documents": [paper("contract", 3)]},
        {**COLLECT, "documents": [paper("contract", 1)]},
    ]
    contract = papers(Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY).plan)["worker", "contract"]
    assert (contract.originals, contract.only_if) == (4, None)
    assert [use.only_if is None for use in contract.uses] == [False, False, True]


def test_the_same_paper_from_two_people_is_two_lines(tmp_path: Path) -> None:
    steps = [
        {**LODGE, "documents": [paper("contract", 1, 0, "employer")]},
        {**COLLECT, "documents": [paper("contract", 1, 0, "authority")]},
    ]
    plan = Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY).plan
    assert set(papers(plan)) == {("employer", "contract"), ("authority", "contract")}


def test_validity_and_where_to_get_it(tmp_path: Path) -> None:
    steps = [{**LODGE, "documents": [paper("extract", 1), paper("card", 0, 1)]}, ANSWER,
             {**COLLECT, "documents": [paper("extract", 1), paper("card", 0, 1)]}]  # fmt: skip
    found = papers(Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY, file={"card_until": MONDAY}).plan)
    card, extract = found["worker", "card"], found["worker", "extract"]
    assert (card.valid_until, card.expired, card.needed_on) == (MONDAY, True, TUESDAY)
    assert (extract.issued_after, extract.notes) == (date(2026, 8, 10), ("from the court en",))


def test_the_papers_of_what_is_over_are_no_longer_gathered(tmp_path: Path) -> None:
    steps = [{**LODGE, "documents": [paper("contract", 3)]}, ANSWER, {**COLLECT, "documents": [paper("card", 1)]}]
    plan = Dated(law_of(tmp_path, procedure("get", *steps)), TUESDAY, {"file_complete": MONDAY}).plan
    assert set(papers(plan)) == {("worker", "card")}
    assert [cover.step for cover in plan.cover_lists] == ["collect"]


def test_a_cover_list_for_each_file(tmp_path: Path) -> None:
    steps = [
        {**step("home"), "documents": [paper("contract", 1)]},
        {**LODGE, "documents": [paper("contract", 3), paper("card", 0, 2), paper("extract", 1, 0, "authority")]},
        {**ANSWER, "documents": [paper("card", 1)]},
    ]
    (cover,) = Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY).plan.cover_lists
    assert (cover.number, cover.step, cover.authority, cover.date) == (2, "lodge", "water_office", THURSDAY)
    assert [(line.number, line.document, line.originals, line.copies) for line in cover.lines] == [
        (1, "contract", 3, 0),
        (2, "card", 0, 2),
    ]


# --- questions for the desk --------------------------------------------------------------------------------------


def test_questions_by_authority_the_deciding_ones_first(tmp_path: Path) -> None:
    steps = [LODGE, {**ANSWER, "open_questions": ["answer_unit"]}]
    base = law_of(tmp_path, procedure("get", *steps))
    (group,) = Dated(base, THURSDAY).plan.desk_questions
    (unit,) = group.questions
    assert (group.authority, unit.id, unit.deciding, unit.depends) == ("Water office", "answer_unit", False, ("answer en",))
    both = Dated(base, THURSDAY, angler={"ties": ["guest"]}).plan.desk_questions
    guests = both[0].questions[0]
    assert (guests.id, guests.deciding) == ("guests", True)
    assert "Fishing permit" in guests.depends
    assert all(reading.then for reading in guests.readings)


def test_an_answered_question_is_not_asked_again(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", LODGE, {**ANSWER, "open_questions": ["answer_unit"]}))
    (answer, *_) = base.questions["answer_unit"].readings
    answered = Dated(base, THURSDAY, readings={"answer_unit": answer})
    assert [question.recorded for question in answered.advice.open_questions] == [answer]
    assert answered.plan.desk_questions == ()


def test_the_deciding_questions_come_first_wherever_they_stand_in_the_advice(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", LODGE, {**ANSWER, "open_questions": ["answer_unit"]}))
    decided, attached = (Dated(base, THURSDAY, angler={"ties": ties}).advice for ties in (["guest"], []))
    both = decided.model_copy(update={"open_questions": (*attached.open_questions, *decided.open_questions)})
    (group,) = desk_questions(both, base)
    assert [question.deciding for question in group.questions] == [True, False]


# --- the dates that matter ---------------------------------------------------------------------------------------


def test_key_dates_in_order(tmp_path: Path) -> None:
    act = step("act", desk=True, clock=["lodged"], delay="10 calendar_days", after=["lodge"])
    remedy = step("remedy", after=["lodge"], beside="yes")  # never the next thing to do
    steps = [{**LODGE, "documents": [paper("card", 0, 1)]}, ANSWER, act, remedy]
    found = Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY, {"lodged": THURSDAY}, file={"card_until": TUESDAY})
    dates = [(one.date, one.kind, one.step or one.document) for one in found.plan.key_dates]
    assert dates == [
        (THURSDAY, "act_from", "lodge"),
        (THURSDAY, "act_from", "act"),
        (TUESDAY, "answer_by", "answer"),
        (TUESDAY, "paper_expires", "card"),
        (WEDNESDAY, "claim", "answer"),
        (date(2026, 11, 13), "deadline", "act"),
    ]
    assert {one.certainty for one in found.plan.key_dates} == {("certain",), ("planned",)}


def test_a_key_date_says_what_may_move_it(tmp_path: Path) -> None:
    found = Dated(law_of(tmp_path, procedure("get", LODGE, ANSWER, COLLECT)), BEFORE_THE_FEAST).plan
    moved = {(one.kind, one.step): one.certainty for one in found.key_dates}
    assert moved["act_from", "lodge"] == ("certain",)
    assert moved["answer_by", "answer"] == ("moon", "planned")
    assert set(moved["act_from", "collect"]) == {"moon", "planned"}


def test_a_date_that_is_over_is_flagged(tmp_path: Path) -> None:
    act = step("act", desk=True, by="file.last_day", documents=[paper("card", 0, 1)])
    file = {"last_day": date(2026, 11, 2), "card_until": date(2026, 11, 3)}
    found = Dated(law_of(tmp_path, procedure("get", act)), THURSDAY, file=file).plan
    assert [(one.kind, one.passed) for one in found.key_dates] == [
        ("deadline", True),
        ("paper_expires", True),
        ("act_from", False),
    ]


def test_a_step_that_may_fall_away_is_conditional(tmp_path: Path) -> None:
    may = step("may", when={"file.first_day": {"on_or_after": "$on"}})
    found = Dated(law_of(tmp_path, procedure("get", LODGE, may)), THURSDAY).plan
    assert [(one.step, one.conditional) for one in found.key_dates] == [("lodge", False), ("may", True)]


# --- what must be known of the whole -----------------------------------------------------------------------------


def test_a_start_before_the_question_is_said(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", LODGE))
    assert [notice.id for notice in Dated(base, THURSDAY, on=MONDAY).plan.warnings] == ["plan_starts_before"]
    assert Dated(base, MONDAY, on=THURSDAY).plan.warnings == ()


def test_an_event_that_changes_nothing_is_said(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", LODGE, ANSWER))
    assert [notice.id for notice in Dated(base, THURSDAY, {"answered": MONDAY}).plan.warnings] == ["plan_event_unused"]
    assert Dated(base, THURSDAY, {"file_complete": THURSDAY}).plan.warnings == ()


def test_rules_without_a_calendar_have_a_plan_without_dates() -> None:
    from fishing import ask, fishing

    base = fishing()
    plan = plan_of(Advised(ask(base), None), base)
    assert [one.id for one in plan.steps] == ["prepare", "lodge", "collect_card"]
    assert plan.key_dates == ()
    assert "plan_no_calendar" in [notice.id for notice in plan.warnings]


# --- the same plan in three languages, and for a machine ---------------------------------------------------------


def bare(plan: Plan) -> Any:
    """A plan without its words."""
    return {
        "steps": [(s.key, s.number, s.due, s.earliest, s.latest, s.parallel_with, s.critical, s.readings,
                   s.dates.model_dump(exclude={"clock", "moons", "closed", "gaps", "awaits"}) if s.dates else None)
                  for s in plan.steps],
        "papers": [(name, p.originals, p.copies, p.valid_until, p.issued_after) for name, p in papers(plan).items()],
        "covers": [(c.step, c.date, [(n.document, n.originals, n.copies) for n in c.lines]) for c in plan.cover_lists],
        "dates": [(k.date, k.kind, k.procedure, k.step, k.document, k.certainty) for k in plan.key_dates],
        "questions": [[q.id for q in group.questions] for group in plan.desk_questions],
        "possible": [p.id for p in plan.possible_procedures],
        "path": plan.critical_path,
    }  # fmt: skip


def real(rules: RuleBase, file: Path, lang: str, **timing: Any) -> Plan:
    """The plan of a real scenario."""
    told = Timing(**timing)
    return plan_of(
        advised(read_case(file.read_text(encoding="utf-8"), file.name, rules), rules, lang=lang, timing=told), rules, told
    )


@pytest.mark.parametrize(
    "name",
    ["hire_employee/costs/post_found_on_list_a1_date_of_reading_noted", "residence_title/a_move_that_was_not_declared"],
)
def test_the_plan_is_the_same_in_three_languages(rules: RuleBase, name: str) -> None:
    (file,) = SCENARIOS.glob(f"{name}.yaml")
    plans = {lang: real(rules, file, lang, start=date(2027, 5, 12)) for lang in LANGUAGES}
    assert plans["fr"].steps
    assert bare(plans["fr"]) == bare(plans["ar"]) == bare(plans["en"])


def test_the_simplified_attestation_of_the_issue(rules: RuleBase) -> None:
    """File complete on Thursday 5 November 2026: the answer is due on Tuesday 10."""
    plan = real(rules, SIMPLIFIED, "en", start=THURSDAY)
    (answer,) = [one for one in plan.steps if one.procedure == "attestation_simplified" and one.id == "decision"]
    assert (answer.due, answer.critical) == (TUESDAY, True)
    assert answer.dates is not None
    assert [(day.day, day.rest) for day in answer.dates.closed] == [
        (date(2026, 11, 6), False),
        (date(2026, 11, 7), True),
        (date(2026, 11, 8), True),
    ]
    assert {event.id for event in answer.dates.clock if event.date is None} == {"file_validated", "invoice_paid"}
    told = real(rules, SIMPLIFIED, "en", start=THURSDAY, events={"file_validated": MONDAY, "invoice_paid": TUESDAY})
    (answer,) = [one for one in told.steps if one.procedure == "attestation_simplified" and one.id == "decision"]
    assert answer.due == date(2026, 11, 12)


def test_no_real_plan_puts_a_step_before_what_comes_first(rules: RuleBase) -> None:
    for file in sorted(SCENARIOS.glob("*/*.yaml"))[::25]:
        plan = real(rules, file, "fr")
        place = {one.key: position for position, one in enumerate(plan.steps)}
        for one in plan.steps:
            assert one.dates is not None
            assert all(place[key] < place[one.key] for key in one.dates.follows if key in place), (file.name, one.key)


def test_the_plan_fits_its_schema(rules: RuleBase, tmp_path: Path) -> None:
    validator = jsonschema.Draft202012Validator(schema("plan", rules))
    base = law_of(tmp_path, procedure("get", LODGE, ANSWER, COLLECT))
    for plan in (real(rules, SIMPLIFIED, "ar", start=THURSDAY), Dated(base, THURSDAY, trip={"rods": unknown}).plan):
        written = plan.to_json()
        assert [error.message for error in validator.iter_errors(written)] == []
        assert list(written)[:5] == ["schema_version", "lang", "on", "from", "ref"]
        assert set(written) == {
            "schema_version", "lang", "on", "from", "ref", "answers", "verdicts", "acts",
            "deadlines", "steps", "critical_path", "possible_procedures",
            "tick_list", "cover_lists", "desk_questions", "key_dates", "warnings", "receipt",
        }  # fmt: skip
