"""`snia watch`: the dates on which the answer changes, what is missing, exit codes, JSON."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from snia_advisor.messages.formats import date_text

RENEWAL = "../../scenarios/renew_employee/a_singer_of_seventeen_prepares_the_season_at_a_renewal.yaml"
YES, NO, FACTS, QUESTION = (f"cases/{name}.yaml" for name in ("yes", "no", "facts", "question"))
KEYS = [
    "schema_version", "lang", "on", "until", "law_known_to", "notice", "answers", "verdict", "changes", "deadlines",
    "papers", "unknown", "stops", "running", "receipt",
]  # fmt: skip


def document(snia: Any, *args: str) -> Any:
    """The JSON of `snia watch`."""
    return snia("watch", *args, "--rules", "rules", "--json").json()


@pytest.mark.parametrize(("case", "code"), [(YES, 0), (NO, 0), (FACTS, 3), (QUESTION, 4)])
@pytest.mark.parametrize("options", [(), ("--json",)])
def test_the_exit_code_is_that_of_the_advice_on_the_day(snia, case: str, code: int, options: tuple[str, ...]) -> None:
    ran = snia("watch", case, "--rules", "rules", *options)
    assert (ran.code, ran.err) == (code, "")


def test_json_says_when_what_and_why(snia) -> None:
    found = document(snia, YES)
    assert list(found) == KEYS
    assert (found["on"], found["until"], found["law_known_to"]) == ("2026-09-01", "2028-09-01", "2026-06-30")
    (change,) = found["changes"]
    assert (change["date"], change["days"], change["after_law_known_to"]) == ("2027-03-02", 182, True)
    assert [(a["path"], a["id"], a["state"]) for a in found["answers"]] == [("hire", "visa_only", "wait")]
    (answer,) = change["answers"]
    assert [(answer[side]["id"], answer[side]["state"]) for side in ("from", "to")] == [
        ("visa_only", "wait"),
        ("both", "wait"),
    ]
    assert change["verdict"] == {"from": "yes", "to": "yes"}  # of schema_version 1: it does not see this change
    (determination,) = change["determinations"]
    assert (determination["id"], determination["from"]["outcome"], determination["to"]["outcome"]) == (
        "attestation",
        "not_required",
        "required",
    )
    assert determination["sources"] == ["desk-page"]
    (because,) = change["because"]
    assert (because["kind"], because["id"]) == ("fact", "papers.card_expires")
    assert because["sources"] == ["work-law#4", "desk-page"]
    assert "1er mars 2027" in because["text"]
    assert [(p["id"], p["change"]) for p in change["procedures"]] == [("ask_attestation", "added")]
    assert [(p["id"], p["change"]) for p in change["documents"]] == [("card", "removed")]
    check = snia("check", YES, "--rules", "rules", "--json").json()
    assert found["receipt"] == check["receipt"]


def test_what_it_says_of_a_day_is_what_check_says(snia) -> None:
    (change,) = document(snia, NO, "--until", "2031-01-01")["changes"]
    assert change["date"] == "2030-05-01"
    (answer,) = change["answers"]
    assert (change["verdict"], answer["path"]) == ({"from": "no", "to": "yes"}, "hire")
    for day, side in (("2030-04-30", "from"), ("2030-05-01", "to")):
        advice = snia("check", NO, "--rules", "rules", "--json", "--on", day).json()
        said = advice["answers"][0]
        assert {key: said[key] for key in ("id", "state", "title")} == {
            key: answer[side][key] for key in ("id", "state", "title")
        }
        assert advice["verdict"]["state"] == change["verdict"][side]
        for determination in change["determinations"]:
            found = next(d for d in advice["determinations"] if d["id"] == determination["id"])
            assert found["outcome"] == determination[side]["outcome"]


def test_a_change_before_the_law_is_unknown_is_told_from_one_after(snia) -> None:
    found = document(snia, YES, "--set", "papers.card_expires=2026-06-29", "--on", "2026-06-01")
    assert [(c["date"], c["after_law_known_to"]) for c in found["changes"]] == [("2026-06-30", False)]
    assert "30 juin 2026" in found["notice"]
    near = document(snia, YES, "--set", "papers.card_expires=2026-06-28", "--on", "2026-06-01", "--until", "2026-06-30")
    assert near["notice"] is None
    out = snia(
        "watch", YES, "--full", "--rules", "rules", "--on", "2026-06-01", "--set", "papers.card_expires=2026-06-29"
    ).out
    assert out.index("mardi 30 juin 2026") < out.index("sont lus jusqu'au 30 juin 2026")
    late = snia("watch", YES, "--full", "--rules", "rules").out
    assert late.index("sont lus jusqu'au 30 juin 2026") < late.index("mardi 2 mars 2027")


def test_an_amount_that_changes_has_both_values_and_its_parameter(snia) -> None:
    (change,) = document(snia, YES, "--on", "2025-12-01", "--until", "2026-02-01")["changes"]
    assert change["date"] == "2026-01-01"
    assert [(a["from"]["value"], a["to"]["value"]) for a in change["amounts"]] == [("2100.00", "2250.00")]
    assert [(b["kind"], b["id"], b["sources"]) for b in change["because"]] == [("parameter", "hourly", ["work-law#9"])]


def test_facts_on_which_a_change_hangs_are_asked_for(snia) -> None:
    found = document(snia, FACTS)
    assert {row["fact"] for row in found["unknown"]} == {"worker.birth_date", "papers.card_expires"}
    assert all(row["question"].endswith("?") and row["determinations"] for row in found["unknown"])
    out = snia("watch", FACTS, "--full", "--rules", "rules").out
    assert "papers.card_expires=" in out


def test_nothing_changes_is_said_with_the_horizon(snia) -> None:
    ran = snia("watch", QUESTION, "--rules", "rules", "--until", "2026-04-01")
    assert "AUCUN CHANGEMENT" in ran.out
    assert "1er avril 2026" in ran.out
    assert document(snia, QUESTION)["changes"] == []


def test_facts_that_cannot_stay_true_are_told(snia, tmp_path: Path) -> None:
    text = Path("rules/law.yaml").read_text(encoding="utf-8")
    (tmp_path / "law.yaml").write_text(
        text + "\n- constraint: card_to_come\n"
        '  text: {fr: "La carte vaut encore.", ar: "البطاقة صالحة.", en: "The card is still valid."}\n'
        "  holds: {papers.card_expires: {on_or_after: $on}}\n",
        encoding="utf-8",
    )
    ran = snia("watch", YES, "--rules", str(tmp_path), "--json")
    assert ran.json()["stops"]["date"] == "2027-03-02"
    assert "La carte vaut encore." in ran.json()["stops"]["text"]
    assert "La carte vaut encore." in snia("watch", YES, "--full", "--rules", str(tmp_path)).out.replace("\n  ", " ")


@pytest.mark.parametrize("until", ["2026-09-01", "2020-01-01", "2090-01-01", "soon", "2027-02-29"])
def test_a_horizon_that_is_none_is_refused_in_one_sentence(snia, until: str) -> None:
    ran = snia("watch", YES, "--rules", "rules", "--until", until)
    assert (ran.code, ran.out) == (2, "")
    assert until in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_the_screen_fits_and_names_the_day_of_the_week(snia, lang: str) -> None:
    out = snia("watch", YES, "--full", "--rules", "rules", "--lang", lang).out
    assert {"fr": "mardi 2 mars 2027", "ar": "الثلاثاء 2 مارس 2027", "en": "Tuesday 2 March 2027"}[lang] in out
    assert max(map(len, out.splitlines())) <= 78


def test_the_dates_are_the_same_in_three_languages(snia) -> None:
    seen = [
        [(c["date"], [d["id"] for d in c["determinations"]], [b["id"] for b in c["because"]]) for c in found["changes"]]
        for found in (document(snia, NO, "--until", "2031-01-01", "--lang", lang) for lang in ("fr", "ar", "en"))
    ]
    assert seen[0] == seen[1] == seen[2] != []


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_in_short_a_date_is_a_line(snia, lang: str) -> None:
    asked = ("watch", YES, "--rules", "rules", "--on", "2025-12-01", "--until", "2027-12-31")
    changes = snia(*asked, "--json", "--lang", lang).json()["changes"]
    lines = snia(*asked, "--lang", lang).out.splitlines()
    for change in changes:
        day = date_text(date.fromisoformat(change["date"]), lang)
        (line,) = [line for line in lines if day.replace("\u00a0", " ") in line and line[0] in "→•✗✓!?"]
        assert all(answer["to"]["title"] in line.replace("\u00a0", " ") for answer in change["answers"])
    assert len(lines) < len(snia(*asked, "--full", "--lang", lang).out.splitlines())


def test_what_ends_stands_on_the_short_page_too(snia) -> None:
    for options in ((), ("--full",)):
        assert "15 décembre 2026" in snia("watch", RENEWAL, *options).out
