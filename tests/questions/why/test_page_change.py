"""The smallest change in words: what becomes of each kind of value, and what is said when there is none."""

from __future__ import annotations

import shlex
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from fishing import ask, case, fishing

from snia_advisor.answer.page.answers import doubt_word
from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.look import Look
from snia_advisor.answer.telling.view import View
from snia_advisor.law.model.case import Case
from snia_advisor.law.model.values import NONE, Records
from snia_advisor.questions.why.as_json import checked_json
from snia_advisor.questions.why.goals import OtherPath
from snia_advisor.questions.why.page_change import assignments, changed_text, options, smallest_change
from snia_advisor.questions.why.smallest_change import Change, Changes
from snia_advisor.questions.why.span import Changed

MAY, JUNE, JULY = (date(2026, month, 1) for month in (5, 6, 7))
PERMIT, RODS, TIES, WATER, WEIGHT = "angler.permit_expires", "trip.rods", "angler.ties", "trip.water", "trip.catch_weight"


def view(lang: str = "en", whole: bool = False) -> View:
    return View(fishing(), lang, whole)


def change(*facts: Changed, **more: Any) -> Change:
    """A change of some facts that leads to a yes."""
    whole: dict[str, Any] = {
        "effort": 1, "asked_anew": (), "state": "yes", "outcomes": {}, "missing": (), "questions": (), "case": Case({}),
    }  # fmt: skip
    return Change(facts=facts, **(whole | more))


def screen(*found: Change, lang: str = "en", whole: bool = False, **more: Any) -> str:
    """The section, one line a paragraph."""
    seen = view(lang, whole)
    given: dict[str, Any] = {"path": "fish", "exhaustive": True, "bound": 1, "other_paths": ()}
    smallest_change(seen, Changes(found=found, **(given | more)))
    return as_text(seen.page, Look(width=500))


@pytest.mark.parametrize(
    ("changed", "text"),
    [
        (Changed(PERMIT, MAY, JUNE), "Permit valid until: 1 June 2026, instead of: 1 May 2026"),
        (Changed(PERMIT, NONE, JUNE, "or_more"), "Permit valid until: on or after 1 June 2026, instead of: none"),
        (Changed(PERMIT, JULY, JUNE, "or_less"), "Permit valid until: on or before 1 June 2026, instead of: 1 July 2026"),
        (Changed(PERMIT, MAY, JUNE, "up_to", JULY),
         "Permit valid until: between 1 June 2026 and 1 July 2026, instead of: 1 May 2026"),
        (Changed(RODS, 5, 3, "or_less"), "Rods: at most 3, instead of: 5"),
        (Changed(RODS, 1, 3, "or_more"), "Rods: at least 3, instead of: 1"),
        (Changed(RODS, 9, 5, "up_to", 3), "Rods: between 3 and 5, instead of: 9"),
        (Changed(WEIGHT, Decimal("9.5"), NONE), "Weight of the catch: none, instead of: 9.5"),
        (Changed(WATER, "RIVER", "SEA", others=("LAKE",)), "Water: sea or lake, instead of: river"),
        (Changed(WATER, "RIVER", "SEA", example=True), "Water: for example: sea, instead of: river"),
        (Changed(TIES, frozenset(), frozenset({"club"})), "Ties: add: member of a club"),
        (Changed(TIES, frozenset({"club", "guest"}), frozenset({"guest", "warden"}), example=True),
         "Ties: take out: member of a club; for example: add: warden"),
    ],
)  # fmt: skip
def test_a_changed_fact_in_words(changed: Changed, text: str) -> None:
    assert changed_text(view(), changed) == text


def test_a_change_and_what_follows() -> None:
    text = screen(change(Changed(RODS, 5, 3, "or_less")))
    assert text.splitlines() == [
        "THE SMALLEST CHANGE THAT WOULD BE ENOUGH", "→ Rods: at most 3, instead of: 5", "  ✓ The answer would then be yes.",
        "  To try it: --set trip.rods=3",
    ]  # fmt: skip


def test_several_facts_together_and_what_is_asked_anew() -> None:
    both = change(Changed(RODS, 5, 3), Changed(WATER, "RIVER", "SEA"), asked_anew=(PERMIT,))
    lines = screen(both, change(Changed(TIES, frozenset(), frozenset({"club"})))).splitlines()
    assert lines[1:4] == ["1. Together:", "  • Rods: 3, instead of: 5", "  • Water: sea, instead of: river"]
    assert "  To be answered anew: Permit valid until" in lines
    assert "  To try it: --set trip.rods=3 --set trip.water=SEA --set angler.permit_expires=" in lines
    assert "2. Ties: add: member of a club" in lines


def test_what_the_answer_would_still_depend_on() -> None:
    facts = screen(change(Changed(RODS, 5, 3), state="depends_on_facts", missing=(TIES, PERMIT)))
    assert "? The answer would still depend on this: Ties; Permit valid until." in facts
    question = screen(change(Changed(RODS, 5, 3), state="depends_on_open_question", questions=("guests",)))
    assert "! The answer would still depend on a question for the authority: Exemption of guests." in question


def test_the_best_two_and_where_the_others_are() -> None:
    found = [change(Changed(RODS, 5, n)) for n in range(4)]
    assert screen(*found).splitlines()[-1] == "The other changes found (2): snia check CASE --explain."
    assert screen(*found).count("To try it") == 2
    assert screen(*found, whole=True).count("To try it") == 4
    assert "snia why" not in screen(*found, whole=True)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        ({}, "Nothing you can change makes this possible."),
        ({"exhaustive": False, "bound": 2}, "No change found of up to 2 facts together; none larger was looked for."),
        ({"exhaustive": False, "bound": 1}, "No change found of up to 1 fact together; none larger was looked for."),
        ({"exhaustive": False, "bound": 0}, "No change found, but not all could be tried (a list, for example)."),
    ],
)
def test_when_there_is_none(given: dict[str, Any], text: str) -> None:
    assert screen(**given).splitlines() == ["WHAT COULD CHANGE THE ANSWER", text]


def test_when_there_is_none_the_other_goals_are_named() -> None:
    lines = screen(other_paths=(OtherPath("renew_permit", "depends_on_facts"),)).splitlines()
    assert lines[-2:] == [
        "What is still open to the same person:",
        "  ? FACTS NEEDED · To renew [--path renew_permit]",
    ]


@pytest.mark.parametrize(
    ("questions", "word"), [(("guests",), "CONFLICT"), (("scales",), "TO BE CONFIRMED"), ((), "TO BE CONFIRMED")]
)
def test_a_conflict_is_one_of_sources_that_contradict_each_other(questions: tuple[str, ...], word: str) -> None:
    waits = "depends_on_open_question"
    assert f"{word} · " in screen(other_paths=(OtherPath("renew_permit", waits, questions),))
    assert doubt_word(view(), waits, questions) == word
    assert doubt_word(view(), "depends_on_facts", questions) == "FACTS NEEDED"


def test_what_to_write() -> None:
    records = Records(({"role": "hand", "paid": True}, {}))
    written = assignments(
        change(
            Changed(PERMIT, MAY, NONE), Changed(TIES, frozenset({"club"}), frozenset()),
            Changed(TIES, frozenset(), frozenset({"warden", "club"})), Changed("a.flag", True, False),
            Changed("a.list", NONE, records),
            Changed(WEIGHT, NONE, Decimal("9.50")), asked_anew=(RODS,),
        )
    )  # fmt: skip
    assert written == [
        f"{PERMIT}=none", f"{TIES}=none", f"{TIES}=club,warden", "a.flag=no", "a.list=[{role: hand, paid: yes}, {}]",
        f"{WEIGHT}=9.50", f"{RODS}=",
    ]  # fmt: skip


def test_an_incomplete_list_stays_incomplete() -> None:
    """Said complete, it would be another case than the one that was proved."""
    assert assignments(change(Changed("a.list", NONE, Records(({"paid": True},), complete=False)))) == [
        "a.list={complete: no, records: [{paid: yes}]}"
    ]


@pytest.mark.parametrize("written", ["SEA", "a b", "[{a: b}]", "$HOME", "it's", "*", "(a)", "a|b", "~", "`a`", '"', "é"])
def test_a_shell_gives_back_what_is_to_be_written(written: str) -> None:
    assert shlex.split(options(change(Changed(WATER, "RIVER", written)))) == ["--set", f"{WATER}={written}"]


def test_beside_an_advice() -> None:
    advice = ask(**case())
    assert checked_json(fishing(), advice, None)["changes"] is None
    found = Changes("fish", (change(Changed(PERMIT, MAY, JUNE, "up_to", JULY)),), False, 3, (OtherPath("fish", "yes"),))
    document = checked_json(fishing(), advice, found)
    assert list(document)[-1] == "changes"
    (fact,) = document["changes"]["found"][0]["facts"]
    assert (fact["before"], fact["after"], fact["span"], fact["until"]) == (
        "2026-05-01",
        "2026-06-01",
        "up_to",
        "2026-07-01",
    )
    assert document["changes"]["other_paths"] == [{"path": "fish", "title": "To fish", "state": "yes"}]


@pytest.mark.parametrize("lang", ["fr", "ar"])
def test_no_sentence_is_left_in_english(lang: str) -> None:
    found = change(Changed(RODS, 5, 3, "up_to", 2), Changed(TIES, frozenset(), frozenset({"club"}), example=True))
    text = screen(found, change(Changed(RODS, 5, 3)), change(Changed(RODS, 5, 2)), lang=lang)
    text += screen(lang=lang) + screen(lang=lang, exhaustive=False, bound=3) + screen(lang=lang, exhaustive=False, bound=0)
    for word in ("answer", "would", "instead", "between", "example", "Together", "change"):
        assert word not in text.replace("changement", "").replace("changer", "").replace("exemple", "")
