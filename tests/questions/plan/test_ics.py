"""The calendar file: its format, read back by another program; what it holds, and what it must never hold."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from dated import BEFORE_THE_FEAST, THURSDAY, Dated, law_of, paper, procedure, step
from hypothesis import given
from hypothesis import strategies as st

from snia_advisor.answer.deciding.situation import case_identity
from snia_advisor.answer.telling.typography import harmless
from snia_advisor.law.model.case import Case
from snia_advisor.messages import LANGUAGES
from snia_advisor.questions.plan.ics import DayEvent, calendar_text, escaped, folded, plan_calendar, plan_events

MONDAY, TUESDAY = date(2026, 11, 9), date(2026, 11, 10)
LODGE = step("lodge", desk=True, brings=["file_complete"])
ANSWER = step("answer", "authority", desk=True, clock=["file_complete"], delay="2 working_days")
ACT = step("act", desk=True, clock=["lodged"], delay="10 calendar_days", after=["lodge"])


def plan_file(tmp_path: Path, start: date = THURSDAY, identity: str = "K", **groups: Any) -> str:
    """The calendar file of a plan with an answer, a deadline and a paper that expires."""
    told = groups.pop("told", {"lodged": THURSDAY})
    steps = [{**LODGE, "documents": [paper("card", 0, 1), paper("secret", 0, 1)]}, ANSWER, ACT]
    found = Dated(law_of(tmp_path, procedure("get", *steps)), start, told, **groups)
    return plan_calendar(found.base, found.plan, identity)


def events(text: str) -> list[Any]:
    """The events of a file, as another program reads them."""
    return list(icalendar.Calendar.from_ical(text.encode()).walk("VEVENT"))


def by_kind(text: str) -> dict[str, Any]:
    """The events by their category."""
    return {str(event["CATEGORIES"].cats[0]): event for event in events(text)}


# --- the format --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_is_as_the_format_wants_it(tmp_path: Path, lang: str) -> None:
    data = plan_file(tmp_path, lang=lang).encode()
    assert data.endswith(b"END:VCALENDAR\r\n")
    lines = data.split(b"\r\n")
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75
    for line in lines:
        line.decode()  # no letter is cut in two
    assert any(line.startswith(b" ") for line in lines), "something was folded"


def test_another_program_reads_it(tmp_path: Path) -> None:
    calendar = icalendar.Calendar.from_ical(plan_file(tmp_path).encode())
    assert calendar["VERSION"] == "2.0"
    assert calendar["PRODID"].startswith("-//snia_advisor//")
    assert calendar.errors == []
    for event in calendar.walk("VEVENT"):
        assert event.errors == []
        assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1)
        assert not hasattr(event.decoded("DTSTART"), "hour"), "an all-day event"
        assert event["TRANSP"] == "TRANSPARENT"
        assert event["CLASS"] == "PRIVATE"
        (alarm,) = event.walk("VALARM")
        assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", timedelta(days=-7))
        assert str(alarm["DESCRIPTION"]) == str(event["SUMMARY"])


def test_a_plan_without_a_date_is_a_valid_file(tmp_path: Path) -> None:
    found = Dated(law_of(tmp_path, procedure("get", step("go", clock=["opened"]))), THURSDAY)
    assert plan_events(found.base, found.plan, "K") == []
    calendar = icalendar.Calendar.from_ical(plan_calendar(found.base, found.plan, "K").encode())
    assert calendar.walk("VEVENT") == []
    assert len(calendar.subcomponents) == 1, "the format wants one component"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a, b; c", r"a\, b\; c"),
        ("back\\slash", r"back\\slash"),
        ("two\nlines", r"two\nlines"),
        ("bell\x07 \x1b[31m\u202eend", r"bell   [31m end"),
    ],
)
def test_escaping(text: str, written: str) -> None:
    assert escaped(text) == written


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_comes_back_as_it_was(text: str) -> None:
    event = DayEvent("u@x", THURSDAY, text, "d", "c")
    data = calendar_text([event], THURSDAY, 1, "fr").encode()
    assert max(map(len, data.split(b"\r\n"))) <= 75
    (read,) = events(data.decode())
    assert str(read["SUMMARY"]) == "\n".join(harmless(part) for part in text.split("\n"))


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_unfolding_gives_the_line_back(line: str) -> None:
    pieces = folded(line).split("\r\n")
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == line
    assert all(piece.startswith(" ") for piece in pieces[1:])


# --- what it holds -----------------------------------------------------------------------------------------------


def test_what_is_dated_and_nothing_else(tmp_path: Path) -> None:
    found = by_kind(plan_file(tmp_path, ref="CASE-7", file={"card_until": TUESDAY}))
    days = {kind: event.decoded("DTSTART") for kind, event in found.items()}
    assert days == {
        "one can act": THURSDAY,  # lodge: the step that has a last day has no other event
        "answer due by this day": TUESDAY,
        "one may ask where the file is": date(2026, 11, 11),
        "to be done by this day": date(2026, 11, 13),
        "the paper expires": TUESDAY,
    }
    assert str(found["to be done by this day"]["SUMMARY"]) == "CASE-7 · to be done by this day: act en"
    assert str(found["the paper expires"]["SUMMARY"]) == "CASE-7 · A paper of the file expires"


def test_of_a_paper_the_kind_is_named(tmp_path: Path) -> None:
    expires = '"expires": "file.card_until"'
    kind = f'"shared_as": {{"fr": "carte", "ar": "بطاقة", "en": "card"}}, {expires}'
    base = law_of(tmp_path, procedure("get", {**LODGE, "documents": [paper("card", 0, 1)]}), changes={expires: kind})
    found = Dated(base, THURSDAY, file={"card_until": TUESDAY})
    assert str(by_kind(plan_calendar(found.base, found.plan, "K"))["the paper expires"]["SUMMARY"]) == "Expires: card"


def test_the_last_day_of_all(tmp_path: Path) -> None:
    expiry = by_kind(plan_file(tmp_path, file={"card_until": date.max}))["the paper expires"]
    assert (expiry.decoded("DTSTART"), "DTEND" in expiry) == (date.max, False)


def test_what_is_over_is_left_out(tmp_path: Path) -> None:
    text = plan_file(tmp_path, date(2026, 11, 20), told={"lodged": THURSDAY}, file={"card_until": TUESDAY})
    assert set(by_kind(text)) == {"one can act", "answer due by this day", "one may ask where the file is"}


def test_the_description_says_how_sure_on_what_and_that_it_is_no_official_paper(tmp_path: Path) -> None:
    answer = by_kind(plan_file(tmp_path))["answer due by this day"]
    assert str(answer["DESCRIPTION"]).split("\n") == [
        "May move: it follows a step still to come, or an answer that may come sooner.",
        "Texts: River Act, art.\xa08",
        "Help document, no official value: information, not legal advice.",
    ]
    moved = str(by_kind(plan_file(tmp_path / "b", BEFORE_THE_FEAST))["answer due by this day"]["DESCRIPTION"]).split("\n")
    assert moved[0].startswith("May move: the moon, it follows a step")
    assert moved[1:2] == ["Between 17 May 2027 and 19 May 2027."]


def test_nothing_of_the_person_is_in_the_file(tmp_path: Path) -> None:
    """Calendars are shared: no paper is named (the card of a refugee tells who holds it), no condition is told."""
    may = {"when": {"file.first_day": {"on_or_after": "$on"}}}
    steps = [{**LODGE, "documents": [paper("card", 0, 1), paper("secret", 0, 1)]}, {**ANSWER, **may}]
    file = {"secret_until": TUESDAY, "card_until": MONDAY}
    found = Dated(law_of(tmp_path, procedure("get", *steps)), THURSDAY, ref="CASE-7", file=file)
    text = plan_calendar(found.base, found.plan, "K")
    assert len(events(text)) == 5
    assert not re.search("secret|card|first_day", text)
    assert "only if the step applies" in re.sub(r"\r\n ", "", text)


def test_without_a_code_the_summary_has_none(tmp_path: Path) -> None:
    assert str(by_kind(plan_file(tmp_path))["answer due by this day"]["SUMMARY"]) == "answer due by this day: answer en"


def test_a_code_cannot_break_the_file(tmp_path: Path) -> None:
    text = plan_file(tmp_path, ref="A;B,C\\D")
    assert str(events(text)[0]["SUMMARY"]).startswith("A;B,C\\D · ")
    assert len(events(text)) == 4


# --- the same event ----------------------------------------------------------------------------------------------


def test_the_same_plan_is_the_same_file(tmp_path: Path) -> None:
    assert plan_file(tmp_path) == plan_file(tmp_path / "b")


def test_a_step_keeps_its_event_when_its_day_moves(tmp_path: Path) -> None:
    first, later = (
        by_kind(plan_file(tmp_path)),
        by_kind(plan_file(tmp_path / "b", MONDAY, told={"lodged": MONDAY}, on=THURSDAY)),
    )
    for kind, event in first.items():
        assert later[kind]["UID"] == event["UID"]
        assert later[kind].decoded("DTSTART") > event.decoded("DTSTART")
        assert int(later[kind]["SEQUENCE"]) > int(event["SEQUENCE"])
    assert len({str(event["UID"]) for event in first.values()}) == len(first) == 4


def test_the_stamp_is_the_day_of_the_question(tmp_path: Path) -> None:
    text = plan_file(tmp_path, MONDAY, on=THURSDAY)
    assert set(re.findall(r"DTSTAMP:(\S+)", text)) == {"20261105T000000Z"}


def test_another_case_has_other_events(tmp_path: Path) -> None:
    one, other = events(plan_file(tmp_path)), events(plan_file(tmp_path / "b", identity="L"))
    assert not {str(event["UID"]) for event in one} & {str(event["UID"]) for event in other}


def test_a_case_is_known_by_its_code_else_by_its_facts() -> None:
    facts = {"a.day": THURSDAY}
    assert case_identity(Case(facts, ref="K", on=THURSDAY)) == "K"
    assert case_identity(Case(facts, on=THURSDAY)) == case_identity(Case(facts, on=MONDAY))
    assert case_identity(Case(facts)) != case_identity(Case({"a.day": MONDAY}))
    assert case_identity(Case(facts)) != case_identity(Case(facts, path="fish"))
