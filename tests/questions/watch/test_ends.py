"""What ends within the horizon of `watch`: the deadlines of the person and the papers of the plan, each day once."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from fishing import case, fishing

from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.look import Look
from snia_advisor.law.model.act_advice import DeadlineAdvice, PaperLine
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.questions.watch.as_json import watch_json
from snia_advisor.questions.watch.ends import deadlines, end_days, papers
from snia_advisor.questions.watch.page import watch_page
from snia_advisor.questions.watch.walk import Watch, watch

ON, UNTIL = date(2026, 6, 1), date(2026, 12, 31)


def look(lang: str = "en", until: date = UNTIL, **angler: Any) -> Watch:
    """The coming days of a fishing trip."""
    return watch(fishing(), case_from_values(case(angler=angler), fishing()), until=until, lang=lang)


def deadline(name: str, day: date, act_by: date | None = None) -> DeadlineAdvice:
    """A deadline of a person."""
    return DeadlineAdvice(id=name, title=name, date=day, act_by=act_by, text="Do it.", sources=())


def paper(name: str, until: date | None, too_old: bool = False) -> PaperLine:
    """A paper of the plan."""
    return PaperLine(
        id=name, title=name, by="worker", originals=1, copies=0, form=(), for_steps=(1,), valid_until=until, too_old=too_old
    )


def with_ends(*ends: DeadlineAdvice | PaperLine, lang: str = "en") -> Watch:
    """A day whose advice has these deadlines and papers."""
    found = look(lang)
    of_person = tuple(one for one in ends if isinstance(one, DeadlineAdvice))
    of_plan = tuple(one for one in ends if isinstance(one, PaperLine))
    return dataclasses.replace(found, today=found.today.model_copy(update={"deadlines": of_person, "papers": of_plan}))


def lines(found: Watch) -> list[str]:
    """The section on the screen, without its heading."""
    section = as_text(watch_page(fishing(), found), Look(width=200)).partition("WHAT ENDS")[2].partition("\n\n")[0]
    return section.splitlines()[1:]


def test_the_last_day_and_the_day_to_act_of_a_permit_are_reported() -> None:
    found = look(permit_expires=date(2026, 9, 30))
    (one,) = deadlines(found)
    assert (one.id, one.date) == ("permit_ends", date(2026, 9, 30))
    assert [day.on for day in end_days(found)] == sorted({one.act_by, one.date} - {None})
    written = watch_json(fishing(), found)
    assert [row["id"] for row in written["deadlines"]] == ["permit_ends"]
    assert written["deadlines"][0]["sources"] == ["river-act#7"]


@pytest.mark.parametrize(
    ("day", "act_by", "expected"),
    [
        (ON, None, []), (date(2026, 6, 2), None, [date(2026, 6, 2)]), (UNTIL, None, [UNTIL]),
        (date(2027, 1, 1), None, []), (date(2027, 1, 1), UNTIL, [UNTIL]), (UNTIL, ON, [UNTIL]),
        (UNTIL, date(2026, 7, 1), [date(2026, 7, 1), UNTIL]), (date(2026, 5, 1), None, []),
    ],
)  # fmt: skip
def test_today_does_not_count_and_the_last_day_does(day: date, act_by: date | None, expected: list[date]) -> None:
    found = with_ends(deadline("x", day, act_by))
    assert [end.on for end in end_days(found)] == expected
    assert [one.id for one in deadlines(found)] == (["x"] if expected else [])
    assert [one.id for one in papers(with_ends(paper("p", day)))] == (["p"] if day in expected else [])


def test_the_dates_come_in_order_and_what_to_do_is_said_once() -> None:
    first, second, third = date(2026, 7, 1), date(2026, 8, 1), date(2026, 9, 1)
    found = with_ends(
        paper("Card", third), deadline("Late", third), deadline("Visa", third, first), paper("Stub", second, too_old=True),
        paper("Pass", third), paper("Undated", None),
    )  # fmt: skip
    assert lines(found) == [
        '• 1 July 2026: act by this day for "Visa", on 1 September 2026. Do it.',
        "• 1 August 2026: last day of validity, before the step that needs it: Stub",
        "• 1 September 2026: Visa",
        "• 1 September 2026: Late. Do it.",
        "• 1 September 2026: last day of validity: Card; Pass",
    ]
    assert [row["id"] for row in watch_json(fishing(), found)["deadlines"]] == ["Visa", "Late"]
    assert [(row["id"], row["valid_until"]) for row in watch_json(fishing(), found)["papers"]] == [
        ("Stub", "2026-08-01"), ("Card", "2026-09-01"), ("Pass", "2026-09-01"),
    ]  # fmt: skip


HEADINGS = {"fr": "CE QUI PREND FIN (1)", "ar": "ما ينتهي (1)", "en": "WHAT ENDS (1)"}


@pytest.mark.parametrize(("lang", "heading"), HEADINGS.items())
def test_the_section_has_its_name_in_three_languages(lang: str, heading: str) -> None:
    text = as_text(watch_page(fishing(), with_ends(deadline("x", UNTIL), lang=lang)), Look(width=78))
    assert heading in text
    assert heading.split(" (")[0] not in as_text(watch_page(fishing(), with_ends(lang=lang)), Look(width=78))
