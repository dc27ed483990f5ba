"""When steps can be taken, are due, or are answered: order, waits, events, closed days, the moon, what has happened."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from dated import BEFORE_THE_FEAST, THURSDAY, Dated, law_of, procedure, step

from snia_advisor.law.model.closed_days import LocalDays

MONDAY, TUESDAY, WEDNESDAY = date(2026, 11, 9), date(2026, 11, 10), date(2026, 11, 11)
LODGE = step("lodge", desk=True, brings=["file_complete"])
ANSWER = step("answer", "authority", desk=True, clock=["file_complete"], delay="2 working_days")
COLLECT = step("collect", desk=True)


# --- order and waits ---------------------------------------------------------------------------------------------


def test_the_example_of_the_attestation(tmp_path: Path) -> None:
    """Complete on Thursday: the holiday and the weekend do not count, two working days end on Tuesday."""
    found = Dated(law_of(tmp_path, procedure("get", LODGE, ANSWER, COLLECT)), THURSDAY)
    answer = found.step("answer")
    assert (answer.due, answer.earliest, answer.latest) == (TUESDAY, TUESDAY, TUESDAY)
    dates = found.dates("answer")
    assert (dates.claim_from, dates.certainty) == (WEDNESDAY, ("planned",))  # the file is still to be lodged
    assert [(day.day, day.rest) for day in dates.closed] == [
        (date(2026, 11, 6), False),
        (date(2026, 11, 7), True),
        (date(2026, 11, 8), True),
    ]
    assert found.dates("lodge").possible_from == THURSDAY
    assert found.dates("collect").possible_from == TUESDAY
    assert found.dates("collect").rests_on == ("planned",)


def test_each_step_comes_after_the_one_before(tmp_path: Path) -> None:
    found = Dated(law_of(tmp_path, procedure("get", step("a"), step("b"), step("c"))), THURSDAY)
    assert [found.dates(name).wave for name in "abc"] == [1, 2, 3]
    assert found.dates("c").follows == ("get.b",)


def test_steps_that_name_the_same_first_step_run_together(tmp_path: Path) -> None:
    steps = [step("a"), step("b", after=["a"]), step("c", after=["a"]), step("d", after=["b", "c"])]
    found = Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY)
    assert [found.dates(name).wave for name in "abcd"] == [1, 2, 2, 3]
    assert set(found.dates("d").follows) == {"get.b", "get.c"}


def test_a_step_at_a_desk_waits_for_an_open_day(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", LODGE, step("post", after=["lodge"]), step("home", desk=True, office="no")))
    found = Dated(base, date(2026, 11, 7))
    assert found.dates("lodge").possible_from == MONDAY
    assert found.dates("post").possible_from == MONDAY  # it comes after the desk
    alone = Dated(law_of(tmp_path / "b", procedure("get", step("home", desk=True, office="no"))), date(2026, 11, 7))
    assert alone.dates("home").possible_from == date(2026, 11, 7)


def test_what_comes_after_an_authority_without_a_delay_has_no_date(tmp_path: Path) -> None:
    steps = [LODGE, step("think", "authority", desk=True), COLLECT, step("use")]
    found = Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY)
    assert (found.dates("think").possible_from, found.dates("think").done_by) == (THURSDAY, None)
    for name in ("collect", "use"):
        dates = found.dates(name)
        assert (dates.possible_from, dates.done_by, dates.waits_for) == (None, None, ("get.think",))


def test_a_circle_does_not_hang(tmp_path: Path) -> None:
    """Two procedures that wait for each other: nonsense in the law, but an answer all the same."""
    one = procedure("get", step("a", after_procedures=["other"]))
    other = procedure("other", step("b", after_procedures=["get"]))
    found = Dated(law_of(tmp_path, one, other), THURSDAY)
    assert {found.dates("get.a").possible_from, found.dates("other.b").possible_from} == {THURSDAY}


def test_a_procedure_waits_for_the_end_of_another(tmp_path: Path) -> None:
    first = procedure("first", LODGE, ANSWER, step("beside", beside="yes"))
    then = procedure("get", step("prepare"), step("go", after_procedures=["first"]))
    found = Dated(law_of(tmp_path, first, then), THURSDAY)
    assert found.dates("prepare").possible_from == THURSDAY
    assert found.dates("go").possible_from == TUESDAY
    assert set(found.dates("go").follows) == {"get.prepare", "first.answer"}


def test_a_procedure_that_may_not_apply_is_not_waited_for(tmp_path: Path) -> None:
    condition = {"file.first_day": {"on_or_after": "$on"}}
    first = procedure("first", LODGE, step("think", "authority", desk=True), when=condition)
    then = procedure("get", step("go", after_procedures=["first"]))
    base = law_of(tmp_path, first, then)
    assert Dated(base, THURSDAY).dates("go").possible_from == THURSDAY
    assert Dated(base, THURSDAY, file={"first_day": MONDAY}).dates("go").waits_for == ("first.think",)


# --- beside the way ----------------------------------------------------------------------------------------------


def test_a_limit_stands_beside_the_way(tmp_path: Path) -> None:
    limit = step(
        "limit", "authority", desk=True, clock=["file_complete"], delay="60 full_days", beside="yes", after=["lodge"]
    )
    found = Dated(law_of(tmp_path, procedure("get", LODGE, limit, {**ANSWER, "after": ["lodge"]}, COLLECT)), THURSDAY)
    assert found.dates("limit").beside
    assert found.step("limit").due == date(2027, 1, 5)
    assert found.plan.critical_path == ("get.lodge", "get.answer", "get.collect")


def test_the_longest_chain_is_critical(tmp_path: Path) -> None:
    long = step("long", "authority", desk=True, clock=["file_complete"], delay="20 calendar_days", after=["lodge"])
    steps = [LODGE, long, {**ANSWER, "after": ["lodge"]}, step("end", after=["long", "answer"])]
    found = Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY)
    assert found.plan.critical_path == ("get.lodge", "get.long", "get.end")
    assert found.dates("answer").critical is False


# --- events ------------------------------------------------------------------------------------------------------

THREE = step("answer", "authority", desk=True, clock=["file_complete", "validated", "fee_paid"], delay="2 working_days")


def test_events_without_a_date_are_assumed_the_same_day(tmp_path: Path) -> None:
    found = Dated(law_of(tmp_path, procedure("get", LODGE, THREE)), THURSDAY)
    assert (found.step("answer").due, found.dates("answer").certainty) == (TUESDAY, ("assumed", "planned"))
    clock = {event.id: (event.date, event.basis) for event in found.dates("answer").clock}
    assert clock == {"file_complete": (THURSDAY, "step"), "validated": (None, None), "fee_paid": (None, None)}


def test_the_last_event_starts_the_clock(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", LODGE, THREE))
    told = {"file_complete": THURSDAY, "validated": MONDAY, "fee_paid": TUESDAY}
    found = Dated(base, THURSDAY, told)
    assert found.dates("answer").starts == TUESDAY
    assert (found.step("answer").due, found.dates("answer").certainty) == (date(2026, 11, 12), ("certain",))
    planned = Dated(base, THURSDAY, {"validated": MONDAY, "fee_paid": TUESDAY})
    assert (planned.step("answer").due, planned.dates("answer").certainty) == (date(2026, 11, 12), ("planned",))


def test_no_event_no_date(tmp_path: Path) -> None:
    found = Dated(law_of(tmp_path, procedure("get", step("lodge", desk=True), THREE)), THURSDAY)
    dates = found.dates("answer")
    assert (found.step("answer").due, dates.done_by, dates.starts) == (None, None, None)


def test_a_fact_gives_the_date_of_an_event(tmp_path: Path) -> None:
    appeal = step("appeal", desk=True, clock=["opened"], delay="10 calendar_days")
    base = law_of(tmp_path, procedure("get", appeal))
    found = Dated(base, THURSDAY, file={"opened_on": date(2026, 11, 4)})
    assert found.step("appeal").due == date(2026, 11, 13)  # Saturday 14, moved back
    assert found.dates("appeal").clock[0].basis == "fact"
    told = Dated(base, THURSDAY, {"opened": date(2026, 11, 2)}, file={"opened_on": date(2026, 11, 4)})
    assert (told.step("appeal").due, told.dates("appeal").clock[0].basis) == (date(2026, 11, 12), "told")
    assert Dated(base, THURSDAY).step("appeal").due is None


def test_a_step_that_brought_what_has_happened_is_over_and_so_are_those_before(tmp_path: Path) -> None:
    validate = step("validate", "authority", desk=True, brings=["validated"])
    pay = step("pay", brings=["fee_paid"])
    base = law_of(tmp_path, procedure("get", step("prepare"), LODGE, validate, pay, THREE))
    found = Dated(base, TUESDAY, {"validated": MONDAY})
    assert [found.dates(name).happened for name in ("prepare", "lodge", "validate")] == [MONDAY] * 3
    assert found.dates("pay").happened is None
    assert found.dates("pay").possible_from == TUESDAY
    assert found.dates("answer").starts == TUESDAY
    assert found.dates("answer").certainty == ("planned",)  # the fee is still to be paid


def test_a_step_before_two_events_was_done_by_the_first(tmp_path: Path) -> None:
    steps = [step("a"), step("b", after=["a"], brings=["validated"]), step("c", after=["a"], brings=["fee_paid"])]
    found = Dated(law_of(tmp_path, procedure("get", *steps)), WEDNESDAY, {"validated": MONDAY, "fee_paid": TUESDAY})
    assert [found.dates(name).happened for name in "abc"] == [MONDAY, MONDAY, TUESDAY]
    turned = Dated(law_of(tmp_path / "b", procedure("get", *steps)), WEDNESDAY, {"validated": TUESDAY, "fee_paid": MONDAY})
    assert [turned.dates(name).happened for name in "abc"] == [MONDAY, TUESDAY, MONDAY]


def test_a_step_that_brought_two_events_was_done_by_the_last(tmp_path: Path) -> None:
    both = step("a", brings=["validated", "fee_paid"])
    found = Dated(law_of(tmp_path, procedure("get", both)), WEDNESDAY, {"validated": TUESDAY, "fee_paid": MONDAY})
    assert found.dates("a").happened == TUESDAY


def test_what_is_foreseen_leaves_what_comes_before_on_its_own_day(tmp_path: Path) -> None:
    validate = step("validate", "authority", desk=True, brings=["validated"])
    found = Dated(law_of(tmp_path, procedure("get", LODGE, validate, THREE)), THURSDAY, {"validated": MONDAY})
    assert (found.dates("lodge").happened, found.dates("lodge").possible_from) == (None, THURSDAY)
    assert found.dates("validate").happened == MONDAY


def test_an_incomplete_file_is_not_complete(tmp_path: Path) -> None:
    lodge = {**LODGE, "brings": ["file_complete", "missing"]}
    complete = step("complete", desk=True, clock=["missing"], delay="30 full_days", beside="yes", after=["lodge"])
    base = law_of(tmp_path, procedure("get", lodge, complete, {**ANSWER, "after": ["lodge"]}))
    assert Dated(base, THURSDAY).step("answer").due == TUESDAY
    told = Dated(base, THURSDAY, {"missing": THURSDAY})
    assert told.step("complete").due == date(2026, 12, 4)
    assert told.step("answer").due is None


def test_an_event_of_one_procedure_only(tmp_path: Path) -> None:
    twin = procedure("other", LODGE, ANSWER)
    base = law_of(tmp_path, procedure("get", LODGE, ANSWER), twin)
    found = Dated(base, THURSDAY, {"other.file_complete": date(2026, 11, 3)})
    assert found.step("other.answer").due == THURSDAY
    assert found.step("get.answer").due == TUESDAY


def test_the_event_of_another_procedure_serves_where_none_of_its_own_brings_it(tmp_path: Path) -> None:
    answer = {**ANSWER, "clock": None, "starts_when": {"last_of": ["lodged"]}}
    answer.pop("clock")
    base = law_of(tmp_path, procedure("first", step("send", brings=["lodged"])), procedure("get", answer))
    found = Dated(base, THURSDAY)
    assert found.step("answer").due == TUESDAY
    assert found.dates("answer").follows == ("first.send",)


# --- delays ------------------------------------------------------------------------------------------------------


def test_an_unspecified_unit_gives_both_readings(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", LODGE, {**ANSWER, "delay": {**ANSWER["delay"], "unit": "unspecified"}}))
    found = Dated(base, THURSDAY)
    answer, dates = found.step("answer"), found.dates("answer")
    assert (answer.earliest, answer.latest, answer.due) == (date(2026, 11, 7), TUESDAY, TUESDAY)
    assert dates.certainty == ("unit", "planned")
    assert (dates.claim_from_shorter, dates.claim_from) == (MONDAY, WEDNESDAY)
    readings = {one.reading: one.ends for one in next(s for s in found.plan.steps if s.id == "answer").readings}
    assert readings == {"calendar": (date(2026, 11, 7),), "working": (TUESDAY,)}


def test_a_deadline_of_the_user_is_moved_back_never_forward(tmp_path: Path) -> None:
    act = step("act", desk=True, clock=["lodged"], delay="2 calendar_days")
    base = law_of(tmp_path, procedure("get", act))
    found = Dated(base, date(2026, 11, 1), {"lodged": date(2026, 11, 4)})  # ends on the holiday
    assert found.step("act").due == THURSDAY
    assert found.dates("act").outer_limit == MONDAY
    assert [day.day for day in found.dates("act").closed] == [date(2026, 11, 6)]


@pytest.mark.parametrize(("start", "passed", "late"), [(THURSDAY, False, False), (WEDNESDAY, True, False)])
def test_a_deadline_that_is_over(tmp_path: Path, start: date, passed: bool, late: bool) -> None:
    act = step("act", desk=True, clock=["lodged"], delay="5 calendar_days")
    found = Dated(law_of(tmp_path, procedure("get", act)), start, {"lodged": THURSDAY})
    assert found.step("act").due == TUESDAY
    assert (found.dates("act").passed, found.dates("act").late) == (passed, late)


def test_a_deadline_before_the_step_can_be_taken(tmp_path: Path) -> None:
    act = step("act", desk=True, clock=["lodged"], delay="2 calendar_days")
    base = law_of(tmp_path, procedure("get", LODGE, ANSWER, act))
    found = Dated(base, THURSDAY, {"lodged": date(2026, 11, 4)})
    dates = found.dates("act")
    assert (found.step("act").due, dates.possible_from) == (THURSDAY, TUESDAY)
    assert (dates.passed, dates.late) == (False, True)


def test_a_deadline_on_the_day_on_which_the_step_can_be_taken_is_not_late(tmp_path: Path) -> None:
    act = step("act", desk=True, clock=["lodged"], delay="5 calendar_days")
    found = Dated(law_of(tmp_path, procedure("get", LODGE, ANSWER, act)), THURSDAY, {"lodged": THURSDAY})
    assert (found.step("act").due, found.dates("act").possible_from) == (TUESDAY, TUESDAY)
    assert (found.dates("act").passed, found.dates("act").late) == (False, False)


def test_what_follows_an_authority_may_come_sooner_to_the_end_of_the_chain(tmp_path: Path) -> None:
    appeal = step("appeal", desk=True, clock=["answered"], delay="10 calendar_days", after=["use"])
    answer = {**ANSWER, "brings": ["answered"]}
    base = law_of(tmp_path, procedure("get", LODGE, answer, COLLECT, step("use"), appeal))
    found = Dated(base, THURSDAY)
    assert [found.dates(name).rests_on for name in ("lodge", "answer", "collect", "use")] == [
        (),
        (),
        ("planned",),
        ("planned",),
    ]
    assert found.dates("appeal").certainty == ("planned",)
    told = Dated(base, THURSDAY, {"answered": MONDAY})
    assert (told.dates("use").rests_on, told.dates("appeal").certainty) == ((), ("certain",))


def test_by_and_not_before(tmp_path: Path) -> None:
    act = step("act", desk=True, by="file.last_day", not_before="file.first_day")
    base = law_of(tmp_path, procedure("get", act, step("post", by="file.last_day", after=[])))
    file = {"last_day": date(2026, 11, 8), "first_day": date(2026, 11, 3)}
    found = Dated(base, date(2026, 11, 2), file=file)
    assert (found.step("act").due, found.dates("act").possible_from) == (THURSDAY, date(2026, 11, 3))
    assert found.dates("act").certainty == ("certain",)
    assert found.step("post").due == date(2026, 11, 8)  # no office has to be open
    assert Dated(base, date(2026, 11, 2)).step("act").due is None


def test_a_day_outside_the_table_is_said_to_be_unknown(tmp_path: Path) -> None:
    act = step("act", desk=True, by="file.last_day")
    base = law_of(tmp_path, procedure("get", act, step("post", by="file.last_day", after=[])))
    found = Dated(base, date(2026, 11, 2), file={"last_day": date(2028, 3, 1)})
    assert (found.dates("act").certainty, found.dates("act").unknown_from) == (("outside",), date(2028, 3, 1))
    assert (found.dates("post").certainty, found.dates("post").unknown_from) == (("certain",), None)


def test_the_sooner_of_a_delay_and_a_date(tmp_path: Path) -> None:
    act = step("act", clock=["lodged"], delay="10 calendar_days", by="file.last_day")
    base = law_of(tmp_path, procedure("get", act))
    sooner = Dated(base, THURSDAY, {"lodged": THURSDAY}, file={"last_day": TUESDAY})
    later = Dated(base, THURSDAY, {"lodged": THURSDAY}, file={"last_day": date(2026, 11, 30)})
    assert (sooner.step("act").due, later.step("act").due) == (TUESDAY, date(2026, 11, 15))


def test_an_amount_that_no_text_fixes_gives_no_date(tmp_path: Path) -> None:
    answer = {**ANSWER, "delay": {**ANSWER["delay"], "amount": "none"}}
    found = Dated(law_of(tmp_path, procedure("get", LODGE, answer, COLLECT)), THURSDAY)
    assert found.step("answer").due is None
    assert found.dates("collect").waits_for == ("get.answer",)


# --- the calendar ------------------------------------------------------------------------------------------------


def test_a_date_that_moves_with_the_moon_is_a_range(tmp_path: Path) -> None:
    found = Dated(law_of(tmp_path, procedure("get", LODGE, ANSWER, COLLECT)), BEFORE_THE_FEAST)
    answer, dates = found.step("answer"), found.dates("answer")
    assert dates.certainty == ("moon", "planned")
    assert (answer.earliest, answer.latest) == (date(2027, 5, 17), date(2027, 5, 19))
    assert [(moon.id, len(moon.possible)) for moon in dates.moons] == [("lamb_2027", 3)]
    assert "moon" in found.dates("collect").rests_on
    # Each step is prudent for itself: the ways of the moon are not followed from one to the next.
    assert found.dates("collect").possible_from == date(2027, 5, 20)


def test_the_next_open_day_may_hang_on_the_moon(tmp_path: Path) -> None:
    found = Dated(law_of(tmp_path, procedure("get", LODGE)), date(2027, 5, 17))
    assert (found.dates("lodge").possible_from, found.dates("lodge").rests_on) == (date(2027, 5, 19), ("moon",))


def test_a_closure_decided_after_the_last_update_is_not_known(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", LODGE, ANSWER), changes={'"as_of": "2027-12-31"': '"as_of": "2026-11-06"'})
    assert Dated(base, THURSDAY).dates("answer").certainty == ("planned", "closures")


def test_a_day_outside_the_table_is_not_guessed(tmp_path: Path) -> None:
    found = Dated(law_of(tmp_path, procedure("get", LODGE, ANSWER)), date(2027, 12, 30))
    answer = found.step("answer")
    assert (answer.due, answer.earliest, answer.latest) == (None, None, None)
    assert found.dates("answer").unknown_from == date(2028, 1, 1)


@pytest.mark.parametrize(
    ("start", "due"), [(date.min, date(1, 1, 3)), (date(1, 1, 3), date(1, 1, 5)), (date(9999, 12, 31), None)]
)
def test_no_date_is_too_far(tmp_path: Path, start: date, due: date | None) -> None:
    papers = [{"document": "extract", "originals": 1, "copies": 0, "provided_by": "worker", "sources": ["river-act#8"]}]
    steps = [{**LODGE, "documents": papers}, {**ANSWER, "delay": {**ANSWER["delay"], "unit": "calendar_days"}}]
    assert Dated(law_of(tmp_path, procedure("get", *steps)), start, on=THURSDAY).step("answer").due == due


def test_the_user_s_own_days_count(tmp_path: Path) -> None:
    base = law_of(tmp_path, procedure("get", LODGE, ANSWER))
    found = Dated(base, THURSDAY, local=LocalDays(closed={MONDAY: "strike"}))
    assert (found.step("answer").due, found.dates("answer").certainty) == (WEDNESDAY, ("planned", "corrected"))
    assert found.advice.receipt.calendar is not None
    assert "local" in found.advice.receipt.calendar


def test_without_a_calendar_there_are_no_dates() -> None:
    from fishing import ask

    assert all(one.dates is None for procedure in ask().procedures for one in procedure.steps)


# --- papers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("until", "expired"), [(MONDAY, True), (TUESDAY, False), (None, False)])
def test_a_paper_must_be_valid_when_it_is_handed_in(tmp_path: Path, until: date | None, expired: bool) -> None:
    card = {"document": "card", "originals": 0, "copies": 1, "provided_by": "worker", "sources": ["river-act#8"]}
    base = law_of(tmp_path, procedure("get", LODGE, ANSWER, {**COLLECT, "documents": [card]}))
    (found,) = Dated(base, THURSDAY, file={"card_until": until}).step("collect").documents
    assert (found.valid_until, found.expired) == (until, expired)


def test_a_paper_must_be_recent_when_it_is_handed_in(tmp_path: Path) -> None:
    extract = {"document": "extract", "originals": 1, "copies": 0, "provided_by": "worker", "sources": ["river-act#8"]}
    base = law_of(tmp_path, procedure("get", {**LODGE, "documents": [extract]}))
    assert Dated(base, THURSDAY).step("lodge").documents[0].issued_after == date(2026, 8, 5)
    later = THURSDAY + timedelta(days=4)
    assert Dated(base, later).step("lodge").documents[0].issued_after == date(2026, 8, 9)
