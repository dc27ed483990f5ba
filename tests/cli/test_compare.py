"""`snia compare` and `snia whatif`: what is said, as text and as JSON, and the exit codes."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from snia_advisor.answer.advice.advise import advised
from snia_advisor.answer.planning.advised import Advised
from snia_advisor.answer.telling.as_text import BETWEEN, NARROWEST_CELL, as_text
from snia_advisor.answer.telling.look import Look
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.messages import LANGUAGES, say
from snia_advisor.questions.compare.differences import compare
from snia_advisor.questions.compare.page import compare_page

YES, STOP, NO, FACTS, QUESTION = (f"cases/{name}.yaml" for name in ("yes", "stop", "no", "facts", "question"))
SCENARIO = "scenarios/a_card_exempts.yaml"
KEYS = {"schema_version", "lang", "same_case", "same_answer", "a", "b", "facts", "readings", "answers", "determinations",
        "findings", "missing", "open_questions", "procedures", "steps", "documents", "delays", "fees", "dates", "amounts",
        "receipts"}  # fmt: skip
LATIN, ARABIC = re.compile(r"[A-Za-zÀ-ÿ]{2,}"), re.compile(r"[\u0600-\u06ff]")


def by(rows: list[dict[str, Any]], key: str) -> dict[str, dict[str, Any]]:
    return {row[key]: row for row in rows}


# --- compare -----------------------------------------------------------------------------------------------------


def test_two_cases_as_json(snia) -> None:
    ran = snia("compare", STOP, QUESTION, "--rules", "rules", "--json")
    assert (ran.code, ran.err) == (0, "")
    told = ran.json()
    assert set(told) == KEYS
    assert told["schema_version"] == 2
    assert (told["same_case"], told["same_answer"]) == (False, False)
    assert (told["a"]["on"], told["b"]["on"], told["a"]["ref"]) == ("2026-09-01", "2026-03-02", "G-1")
    assert (told["a"]["answer"]["id"], told["a"]["answer"]["state"]) == ("work_begun", "stop")
    assert (told["b"]["answer"]["id"], told["b"]["answer"]["state"]) == (None, "depends")
    assert (told["a"]["verdict"]["state"], told["b"]["verdict"]["state"]) == ("no", "depends_on_open_question")
    assert by(told["answers"], "path") == {
        "hire": {"path": "hire", "title": "Recruter", "a": told["a"]["answer"], "b": told["b"]["answer"]}
    }
    facts = {row["fact"]: (row["a"], row["b"]) for row in told["facts"]}
    assert facts == {
        "on": ("2026-09-01", "2026-03-02"),
        "worker.nationality": ("other", "convention"),
        "papers.card_expires": ("2027-03-01", "none"),
        "job.started": (True, False),
    }
    found = by(told["determinations"], "id")
    assert set(found) == {"attestation", "visa", "findings"}
    assert (found["attestation"]["a"]["outcome"], found["attestation"]["b"]["outcome"]) == ("not_required", "required")
    assert found["attestation"]["because_a"][0] == "Carte en cours de validité"
    assert found["attestation"]["because_b"]
    assert (found["visa"]["b"]["outcome"], found["visa"]["because_b"]) == (None, [])
    assert [p["outcome"] for p in found["visa"]["b"]["possible"]] == ["not_required", "required"]
    assert [(f["determination"], f["id"], f["side"]) for f in told["findings"]] == [("findings", "begun_early", "a")]
    assert told["missing"] == {"only_a": [], "only_b": []}
    assert [q["id"] for q in told["open_questions"]["only_b"]] == ["convention_visa"]
    assert [(p["id"], p["change"]) for p in told["procedures"]] == [("ask_visa", "changed"), ("ask_attestation", "added")]
    assert [(d["id"], d["change"], d["b"]) for d in told["documents"]] == [("card", "removed", None)]
    assert told["documents"][0]["a"][0]["copies"] == 2
    assert told["receipts"]["a"]["case_sha256"] == told["a"]["case_sha256"] != told["b"]["case_sha256"]


def test_a_fact_that_one_side_does_not_give_is_null(snia) -> None:
    told = snia("compare", FACTS, NO, "--rules", "rules", "--json").json()
    assert (by(told["facts"], "fact")["worker.nationality"]["a"], told["a"]["answer"]["state"]) == (None, "depends")
    assert {m["fact"] for m in told["missing"]["only_a"]} >= {"worker.nationality", "worker.birth_date"}
    assert told["missing"]["only_b"] == []


def test_the_other_way_round_is_the_mirror(snia) -> None:
    there = snia("compare", YES, QUESTION, "--rules", "rules", "--json").json()
    back = snia("compare", QUESTION, YES, "--rules", "rules", "--json").json()
    turned = {"added": "removed", "removed": "added", "changed": "changed"}
    assert there["a"] == back["b"]
    assert {(d["id"], d["change"]) for d in there["documents"]} == {
        (d["id"], turned[d["change"]]) for d in back["documents"]
    }
    for kind, key in (("facts", "fact"), ("answers", "path"), ("determinations", "id"), ("procedures", "id")):
        first, second = by(there[kind], key), by(back[kind], key)
        assert {name: (row["a"], row["b"]) for name, row in first.items()} == {
            name: (row["b"], row["a"]) for name, row in second.items()
        }


@pytest.mark.parametrize("files", [(YES, NO), (NO, FACTS), (FACTS, QUESTION), (YES, YES)])
def test_comparing_is_no_verdict(snia, files: tuple[str, str]) -> None:
    assert snia("compare", *files, "--rules", "rules").code == 0
    assert snia("compare", *files, "--rules", "rules", "--json").code == 0


def test_a_case_and_itself(snia) -> None:
    ran = snia("compare", YES, YES, "--rules", "rules", "--lang", "en")
    assert say("compare_same_case", "en") in ran.out
    told = snia("compare", YES, YES, "--rules", "rules", "--json").json()
    assert (told["same_case"], told["same_answer"]) == (True, True)
    assert [told[key] for key in ("facts", "answers", "determinations", "procedures", "documents")] == [[]] * 5


def test_a_scenario_and_standard_input(snia, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(Path(YES).read_bytes())))
    ran = snia("compare", SCENARIO, "-", "--rules", "rules", "--lang", "en")
    assert ran.code == 0
    assert say("side_stdin", "en") in ran.out
    assert "expect" not in ran.out


def test_standard_input_cannot_be_both(snia) -> None:
    ran = snia("compare", "-", "-", "--rules", "rules", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "-" in ran.err


@pytest.mark.parametrize(
    "args",
    [
        ["compare", YES],
        ["compare", YES, "nothing.yaml"],
        ["compare", YES, NO, "--on", "2026-02-30"],
        ["compare", YES, NO, "--path", "nothing"],
        ["compare", YES, NO, "--set", "job.rare=yes"],
        ["whatif"],
        ["whatif", YES, "--set", "job.rare"],
        ["whatif", YES, "--set", "job.rarity=yes"],
        ["whatif", YES, "--set", "worker.birth_date=2030-01-01"],
    ],
)
def test_bad_input_is_one_sentence(snia, args: list[str]) -> None:
    ran = snia(*args, "--rules", "rules", "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_the_date_and_the_path_are_those_of_both(snia) -> None:
    told = snia("compare", YES, QUESTION, "--on", "2026-01-15", "--path", "hire", "--rules", "rules", "--json").json()
    assert (told["a"]["on"], told["b"]["on"]) == ("2026-01-15", "2026-01-15")
    assert "on" not in by(told["facts"], "fact")


def test_before_the_law_nothing_is_said_of_the_other_side(snia) -> None:
    told = snia("compare", YES, YES, "--on", "2001-01-01", "--rules", "rules", "--json").json()
    assert told["same_answer"] is True


# --- whatif ------------------------------------------------------------------------------------------------------


def test_a_change_as_json(snia) -> None:
    ran = snia("whatif", STOP, "--set", "papers.card_expires=none", "--set", "job.started=no", "--rules", "rules", "--json")
    told = ran.json()
    assert ran.code == 0
    assert set(told) == KEYS
    assert {row["fact"] for row in told["facts"]} == {"papers.card_expires", "job.started"}
    assert by(told["determinations"], "id")["attestation"]["b"]["outcome"] == "required"
    assert told["a"] == {**snia("compare", STOP, STOP, "--rules", "rules", "--json").json()["a"]}
    (answer,) = told["answers"]
    assert [(answer[side]["id"], answer[side]["state"]) for side in "ab"] == [("work_begun", "stop"), ("both", "wait")]


def test_a_fact_forgotten(snia) -> None:
    told = snia("whatif", YES, "--set", "papers.card_expires=", "--rules", "rules", "--json").json()
    assert [m["fact"] for m in told["missing"]["only_b"]] == ["papers.card_expires"]
    (answer,) = told["answers"]  # the certificate is open, the visa is not: whatever the card says, one waits
    assert (answer["b"]["id"], answer["b"]["state"]) == (None, "wait")


def test_a_change_without_effect_is_said_to_have_none(snia) -> None:
    for lang in LANGUAGES:
        ran = snia("whatif", YES, "--set", "papers.card_expires=2027-03-02", "--rules", "rules", "--lang", lang)
        assert " ".join(say("compare_same_answer", lang).split()) in " ".join(ran.out.replace("\u00a0", " ").split())


def test_every_single_change(snia) -> None:
    told = snia("whatif", YES, "--rules", "rules", "--json").json()
    assert {(c["fact"], c["effort"]) for c in told["changes"]} == {("job.started", 1)}
    # Nobody gains by losing a card, and none ends on a day that is past.
    assert (told["without_effect"], told["happened"]) == (["papers.card_expires"], [])
    states = {c["fact"]: [(a["a"]["state"], a["b"]["state"]) for a in c["answers"]] for c in told["changes"]}
    assert states == {"job.started": [("wait", "stop")]}
    for change in told["changes"]:
        to = {True: "yes", False: "no"}.get(change["to"], change["to"])
        assert change["from"] is False
        after = snia("whatif", YES, "--set", f"{change['fact']}={to}", "--rules", "rules", "--json").json()
        assert after["answers"] == change["answers"]
        assert after["b"]["case_sha256"] == change["case_sha256"]
        headline = [d for d in after["determinations"] if d["headline"]]
        assert [(d["id"], d["a"], d["b"]) for d in headline] == [(d["id"], d["a"], d["b"]) for d in change["determinations"]]


def test_nothing_can_be_changed(snia) -> None:
    ran = snia("whatif", FACTS, "--rules", "rules", "--lang", "en")
    assert ran.code == 0
    assert say("whatif_none_changeable", "en") in ran.out
    ran = snia("whatif", NO, "--rules", "rules", "--lang", "en")
    assert say("whatif_nothing", "en") in ran.out


# --- the screen --------------------------------------------------------------------------------------------------


BORN = {"worker.nationality": "other", "worker.birth_date": date(1990, 5, 1)}
HIRED = Case({**BORN, "papers.card_expires": date(2027, 3, 1), "job.started": True}, date(2026, 6, 1), "hire")
YOUNG = Case({**HIRED.facts, "worker.birth_date": date(2015, 5, 1), "job.started": False}, date(2026, 3, 2), "hire")


def page(lang: str, width: int, **dates: date) -> str:
    """The comparison of two cases on a screen of `width` cells, the steps of the first one having `dates`."""
    base = load_rules("rules")
    a, b = (advised(case, base, lang=lang) for case in (HIRED, YOUNG))
    first, *rest = a.advice.procedures
    steps = tuple(step.model_copy(update=dates) for step in first.steps)
    told = a.advice.model_copy(update={"procedures": (first.model_copy(update={"steps": steps}), *rest)})
    comparison = compare(HIRED, told, YOUNG, b.advice)
    written = compare_page(base, comparison, Advised(told, a.schedule), b, ["a.yaml", "b.yaml"])
    return as_text(written, Look(width=width))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [30, 58, 78])
def test_the_page_fits(lang: str, width: int) -> None:
    for line in page(lang, width).splitlines():
        assert len(line) <= width or " " not in line.strip(), line


def test_two_columns_where_they_fit() -> None:
    assert page("fr", 78).count(BETWEEN) > 10
    assert BETWEEN not in page("fr", 2 * NARROWEST_CELL)
    assert "  A  " in page("fr", 2 * NARROWEST_CELL)


def test_no_line_of_arabic_has_two_cells() -> None:
    written = page("ar", 78)
    assert BETWEEN.strip() not in written
    assert f"  {say('side_a', 'ar')}  " in written
    words = [re.sub(r"\b[0-9a-f]{12}\b", "", line) for line in written.splitlines()]  # a hash is no word
    mixed = [line for line in words if LATIN.search(line) and ARABIC.search(line)]
    assert all("snia_advisor" in line or ".yaml" in line for line in mixed), mixed


def test_dates_are_shown_as_dates() -> None:
    english = page("en", 78, due=date(2026, 7, 1), latest=date(2026, 7, 9))
    assert "Due: 1 July 2026" in english
    assert "At the latest: 9 July 2026" in english
    assert "1er juillet 2026" in page("fr", 78, due=date(2026, 7, 1))


def test_piped_output_is_plain(snia, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in snia("compare", YES, NO, "--rules", "rules").out
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in snia("compare", YES, NO, "--rules", "rules").out
