"""What to do: from the answer's own acts, from the plan, from what is not known; who, where, by when, at which price."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from dated import THURSDAY, Dated, law_of, procedure, step, text
from fishing import altered, case, unknown

from snia_advisor import advise
from snia_advisor.law.model.act_advice import ActAdvice
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import with_facts
from snia_advisor.law.rulebase.load import from_yaml
from snia_advisor.questions.scenarios.files import read_scenario

SCENARIOS = Path(__file__).parents[3] / "scenarios"
FRIDAY = date(2026, 11, 13)


def act(name: str, **more: Any) -> dict[str, Any]:
    """An act of the worker at home."""
    own = (
        {} if "step" in more else {"text": text(name), "actor": "worker", "place": text("home"), "sources": ["river-act#8"]}
    )
    return {"act": name, **own, **more}


def acts(found: Dated) -> dict[str, ActAdvice]:
    """The acts of an advice by their id, in order."""
    return {one.id: one for one in found.advice.acts}


def river(base: RuleBase, **groups: Any) -> list[ActAdvice]:
    """The acts of a case of the law of the river."""
    return list(advise(case(**groups), base, lang="en").acts)


@pytest.fixture
def base(tmp_path: Path) -> RuleBase:
    return from_yaml(altered(tmp_path))


# --- declared ----------------------------------------------------------------------------------------------------


def test_what_is_being_done_is_stopped_first_with_its_price(base: RuleBase) -> None:
    (first, *_) = river(base, trip={"catch_weight": "6"})
    assert (first.text, first.actor, first.place, first.authority) == ("Put the fish back", "worker", "on the spot", None)
    assert (first.urgency, first.starts, first.due) == ("now", date(2026, 6, 1), None)
    assert first.penalty is not None
    assert first.penalty.endswith("the rod")
    assert "fine: " in first.penalty


def test_an_act_has_the_earliest_last_day_that_is_not_over(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", step("go")), acts=[act("appeal", by=["file.last_day", "file.first_day"])])
    both = {"last_day": FRIDAY, "first_day": date(2026, 11, 20)}
    assert (acts(Dated(base, THURSDAY, file=both))["appeal"].due) == FRIDAY
    later = acts(Dated(base, date(2026, 11, 16), file=both))["appeal"]
    assert (later.due, later.due_rests_on, later.urgency) == (date(2026, 11, 20), "file.first_day en", "by")


def test_after_its_last_day_an_act_falls_away_or_says_what_remains(tmp_path: Path) -> None:
    remains = act("appeal", by=["file.last_day"], too_late=text("court"))
    base = law_of(tmp_path, procedure("get", step("go")), acts=[remains, act("ask", by=["file.last_day"])])
    found = acts(Dated(base, THURSDAY, file={"last_day": date(2026, 11, 4)}))
    assert "ask" not in found
    assert (found["appeal"].text, found["appeal"].over, found["appeal"].due) == ("court en", date(2026, 11, 4), None)
    assert found["appeal"].urgency == "over"
    assert list(found)[-1] == "appeal"


def test_an_act_waits_for_its_event_or_its_day(tmp_path: Path) -> None:
    waits = [act("after", waits_for="opened"), act("from", not_before="file.first_day")]
    base = law_of(tmp_path, procedure("get", step("go")), acts=waits)
    found = acts(Dated(base, THURSDAY, file={"first_day": FRIDAY, "opened_on": "none"}))
    assert (found["after"].starts, found["after"].waits_for) == (None, "opened en")
    assert found["from"].starts == FRIDAY
    assert acts(Dated(base, THURSDAY, file={"opened_on": THURSDAY}))["after"].waits_for is None


def test_an_act_whose_condition_is_not_known_is_not_offered(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", step("go")), acts=[act("heavy", when="heavy_catch"), act("sure")])
    assert "heavy" not in acts(Dated(base, THURSDAY, trip={"catch_weight": unknown}))
    assert "sure" in acts(Dated(base, THURSDAY, trip={"catch_weight": unknown}))


def test_an_act_that_is_a_step_takes_who_where_and_when_from_it(tmp_path: Path) -> None:
    appeal = step("appeal", desk=True, clock=["opened"], delay="10 calendar_days")
    base = law_of(
        tmp_path, procedure("get", step("go"), appeal), acts=[act("do_appeal", step="get.appeal", text=text("now"))]
    )
    found = acts(Dated(base, THURSDAY, file={"opened_on": THURSDAY}))
    one = found["do_appeal"]
    assert (one.step, one.text, one.authority, one.due) == ("get.appeal", "now en", "Water office", FRIDAY)
    assert one.due_rests_on == "opened en"
    assert "get.appeal" not in found  # once
    done = Dated(base, THURSDAY, {"opened": THURSDAY}, file={"opened_on": THURSDAY})
    assert "do_appeal" in acts(done)


# --- the plan ----------------------------------------------------------------------------------------------------


def test_the_steps_of_the_plan_follow_those_with_a_last_day_first(tmp_path: Path) -> None:
    appeal = step("appeal", desk=True, clock=["opened"], delay="10 calendar_days", after=[])
    base = law_of(tmp_path, procedure("get", step("one"), step("two"), appeal))
    found = acts(Dated(base, THURSDAY, file={"opened_on": THURSDAY}))
    assert list(found) == ["get.appeal", "get.one", "get.two"]
    assert [one.urgency for one in found.values()] == ["by", "next", "next"]


def test_a_last_day_of_a_step_that_still_waits_is_no_reason_to_begin_with_it(tmp_path: Path) -> None:
    later = step("later", clock=["lodged"], delay="10 calendar_days")
    base = law_of(tmp_path, procedure("get", step("lodge", brings=["lodged"]), later))
    assert list(acts(Dated(base, THURSDAY))) == ["get.lodge", "get.later"]


def test_what_is_done_is_not_asked_again(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", step("lodge", brings=["lodged"]), step("keep")))
    assert "get.lodge" not in acts(Dated(base, THURSDAY, {"lodged": date(2026, 11, 4)}))


def test_at_most_five(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", *(step(f"s{n}") for n in range(8))))
    assert list(acts(Dated(base, THURSDAY))) == [f"get.s{n}" for n in range(5)]


def test_a_question_is_an_act_when_facts_are_missing(base: RuleBase) -> None:
    asked = [one for one in river(base, angler={"birth_date": unknown, "ties": unknown}) if one.question]
    assert asked
    assert {(one.actor, one.urgency) for one in asked} == {("you", "question")}
    assert all(one.place for one in asked)


def test_the_river_says_what_to_do_when_the_day_has_not_come(base: RuleBase) -> None:
    groups = {"path": "renew_permit", "angler": {"permit_expires": date(2027, 6, 1)}, "trip": {"request": "renewal"}}
    found = advise(case(**groups), base, lang="en")
    assert [one.text for one in found.acts][:1] == ["Wait for that day"]
    assert found.acts[0].starts is not None
    assert found.acts[0].starts > found.on
    assert [(one.id, one.date, one.over) for one in found.deadlines] == [("permit_ends", date(2027, 6, 1), False)]


# --- once --------------------------------------------------------------------------------------------------------


def test_a_twin_is_done_once_with_the_papers_of_both(tmp_path: Path) -> None:
    from dated import paper

    first = procedure("get", step("sign", documents=[paper("contract", 1)], brings=["opened"]), step("keep"))
    other = step("sign_too", same_as=["get.sign"], documents=[paper("contract", 1), paper("card", 0, 1)], brings=["lodged"])
    then = procedure("other", step("before"), other, step("after", needs=["lodged"]))
    plan = Dated(law_of(tmp_path, first, then), THURSDAY).plan
    keys = [one.key for one in plan.steps]
    assert "other.sign_too" not in keys
    sign = next(one for one in plan.steps if one.key == "get.sign")
    assert sign.also == ("other.sign_too",)
    assert {document.id for document in sign.documents} == {"contract", "card"}
    assert keys.index("other.before") < keys.index("get.sign") < keys.index("other.after")
    assert next(one for one in plan.steps if one.key == "other.after").dates.follows == ("get.sign",)  # type: ignore[union-attr]


def test_a_twin_whose_condition_is_open_does_not_stand_for_one_that_is_sure(tmp_path: Path) -> None:
    may = {"when": {"file.first_day": {"on_or_after": "$on"}}}
    base = law_of(
        tmp_path, procedure("get", step("sign", **may)), procedure("other", step("sign_too", same_as=["get.sign"]))
    )
    assert {one.key for one in Dated(base, THURSDAY).plan.steps} == {"get.sign", "other.sign_too"}


# --- events ------------------------------------------------------------------------------------------------------


def test_a_step_needs_what_another_procedure_brings(tmp_path: Path) -> None:
    needy = procedure("a", step("enter", needs=["opened"]))
    bring = procedure("b", step("ask"), step("open", brings=["opened"]))
    base = law_of(tmp_path, needy, bring)
    assert [one.key for one in Dated(base, THURSDAY).plan.steps] == ["b.ask", "b.open", "a.enter"]
    known = Dated(base, THURSDAY, file={"opened_on": date(2026, 11, 2)})
    assert known.advised.schedule is not None
    assert known.advised.schedule.before(("a", "enter")) == ()


def test_what_the_case_says_has_not_happened_starts_no_clock(tmp_path: Path) -> None:
    appeal = step("appeal", desk=True, clock=["opened"], delay="10 calendar_days")
    base = law_of(tmp_path, procedure("get", appeal))
    found = Dated(base, THURSDAY, file={"opened_on": "none"})
    dates = found.dates("appeal")
    assert (found.step("appeal").due, dates.possible_from, dates.awaits) == (None, None, ("opened en",))
    assert found.advice.plan[0].waits_for == "opened en"
    assert "get.appeal" not in acts(found)


def test_one_event_that_has_not_happened_holds_the_clock_of_several(tmp_path: Path) -> None:
    lodge = step("lodge", desk=True, brings=["file_complete"])
    answer = step("answer", "authority", desk=True, clock=["file_complete", "opened"], delay="2 working_days")
    base = law_of(tmp_path, procedure("get", lodge, answer))
    assert Dated(base, THURSDAY).step("answer").due is not None  # nobody has said: the same day is supposed
    assert Dated(base, THURSDAY, file={"opened_on": "none"}).step("answer").due is None


# --- where no outcome is decided ---------------------------------------------------------------------------------


def acts_of(rules: RuleBase, scenario: str) -> list[tuple[str, str]]:
    """The acts of a scenario of the real law, each with its urgency."""
    found = read_scenario(SCENARIOS / scenario, scenario, rules)
    return [(one.id, one.urgency) for one in advise(found.case, rules, lang="fr").acts]


def test_work_that_goes_on_is_suspended_until_the_authority_answers(rules: RuleBase) -> None:
    hostel = "hire_employee/situations/two_weeks_of_help_in_a_hostel.yaml"
    assert acts_of(rules, hostel)[:2] == [("suspend_until_the_answer", "now"), ("volunteer_for_board", "question")]
    case = read_scenario(SCENARIOS / hostel, hostel, rules).case
    not_begun = replace(case, facts={**case.facts, "contract.work_begun": False})
    assert "suspend_until_the_answer" not in [one.id for one in advise(not_begun, rules).acts]


def test_an_authority_is_asked_which_of_several_ways_it_is(rules: RuleBase) -> None:
    offered = acts_of(rules, "hire_employee/exemption_grounds/the_wife_of_an_employee_is_offered_a_post.yaml")
    assert offered[0] == ("attestation_spouse_of_resident", "question")


def test_what_is_done_whichever_outcome_comes_follows_the_questions(rules: RuleBase) -> None:
    assert acts_of(rules, "residence_title/journalists/interviews_on_a_tourist_stay.yaml")[:3] == [
        ("residence.covered_since", "question"),
        ("residence.living_in_morocco_since", "question"),
        ("ask_for_the_press_accreditation", "next"),
    ]


@pytest.mark.parametrize(("others", "offered"), [(7, True), (5, True), (4, False)])
def test_a_cooperative_goes_on_without_a_member_where_the_others_are_enough(
    rules: RuleBase, others: int, offered: bool
) -> None:
    member = {"kind": "natural", "nationality_group": "foreign_resident", "exercises_activity": True}
    members = [{**member, "paper": "registration_card"}] * others + [{**member, "paper": "none"}]
    scenario = "create_cooperative/a_travel_agent_of_thirty_six_with_a_card.yaml"
    case = read_scenario(SCENARIOS / scenario, scenario, rules).case
    with_them = with_facts(case, [f"business.members={json.dumps(members)}", "business.profession=none"], rules)
    found = advise(with_them, rules)
    assert found.answer.id == "member_without_paper"
    assert ("own_without_that_member" in [one.id for one in found.acts]) is offered
