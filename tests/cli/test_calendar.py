"""`snia calendar list` and `snia calendar check`: JSON, exit codes, and what is never passed over in silence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from snia_advisor.law.model.values import DATE_RE
from snia_advisor.messages import LANGUAGES

RULES = ("--rules", "rules")
GOLDEN = Path(__file__).parents[1] / "golden"


def test_a_year_as_json(snia) -> None:
    ran = snia("calendar", "list", "2026", "--json", *RULES)
    assert (ran.code, ran.err) == (0, "")
    year = ran.json()
    assert set(year) == {"year", "lists", "covered", "table", "weekly_rest", "days", "unknown", "corrected", "sources"}
    assert (year["year"], year["lists"], year["covered"]) == (2026, ["public", "private"], True)
    assert year["table"] == {"from": "2025-01-01", "to": "2027-12-31", "as_of": "2026-06-30", "version": 3}
    assert year["weekly_rest"][0]["days"] == ["saturday", "sunday"]
    by_id = {(day["id"], day["day_of_feast"]): day for day in year["days"]}
    feast = by_id["lanterns_2026", 1]
    assert (feast["date"], feast["weekday"], feast["certain"], feast["within"]) == ("2026-05-27", "wednesday", False, 1)
    assert feast["alternatives"] == ["2026-05-26", "2026-05-28"]
    assert by_id["closure_2026_05_29", None]["only_if_feast_begins"] == "2026-05-27"
    assert by_id["closure_2026_05_29", None]["certain"] is False
    assert all(DATE_RE.fullmatch(day["date"]) and day["sources"] for day in year["days"])
    assert [day["date"] for day in year["days"]] == sorted(day["date"] for day in year["days"])


@pytest.mark.parametrize(("which", "names"), [("public", {"work_day", "river_day"}), ("private", {"work_day"})])
def test_one_list(snia, which: str, names: set[str]) -> None:
    year = snia("calendar", "list", "2026", "--list", which, "--json", *RULES).json()
    assert {day["id"] for day in year["days"] if day["kind"] == "closed_day"} == names
    assert all(day["lists"] == [which] for day in year["days"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_year_outside_the_table_is_stated(snia, lang: str) -> None:
    ran = snia("calendar", "list", "2031", "--lang", lang, *RULES)
    assert ran.code == 0
    assert "2031" in ran.out.splitlines()[1]
    year = snia("calendar", "list", "2031", "--lang", lang, "--json", *RULES).json()
    assert year["covered"] is False
    assert {day["kind"] for day in year["days"]} == {"closed_day"}
    assert any("2031" in text for text in year["unknown"])


def test_a_day_in_doubt_is_marked_with_its_other_days(snia) -> None:
    text = snia("calendar", "list", "2026", *RULES).out.replace("\u00a0", " ")
    assert "Fête des lanternes, jour 1 (±1 jour)" in text
    assert "mardi 26 mai 2026, jeudi 28 mai 2026" in text


def test_days_of_the_user_win_and_it_is_said(snia, tmp_path) -> None:
    file = tmp_path / "days.yaml"
    file.write_text("feasts: [{feast_day: lanterns_2026, first_day: 2026-05-28}]\n", encoding="utf-8")
    year = snia("calendar", "list", "2026", "--days", str(file), "--json", *RULES).json()
    (first, second) = [day for day in year["days"] if day["id"] == "lanterns_2026"]
    assert (first["date"], first["status"], first["certain"]) == ("2026-05-28", "own", True)
    assert second["date"] == "2026-05-29"
    assert year["corrected"] is True
    assert "closure_2026_05_29" not in {day["id"] for day in year["days"]}  # decided for the 27th
    text = snia("calendar", "list", "2026", "--days", str(file), *RULES).out
    assert "Votre propre fichier" in text.splitlines()[1]
    assert "Votre propre fichier" not in snia("calendar", "list", "2025", "--days", str(file), *RULES).out


@pytest.mark.parametrize("year", ["26", "20266", "x", "0999", "-2026", "٢٠٢٦"])
def test_what_is_not_a_year(snia, year: str) -> None:
    ran = snia("calendar", "list", *RULES, "--", year)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert "2026" in ran.err


def test_what_is_not_a_list(snia) -> None:
    ran = snia("calendar", "list", "2026", "--list", "prive", *RULES)
    assert (ran.code, ran.out) == (2, "")
    assert "public" in ran.err
    assert "private" in ran.err


def test_check_says_what_waits(snia) -> None:
    ran = snia("calendar", "check", "--on", "2026-11-24", "--json", *RULES)
    assert (ran.code, ran.err) == (1, "")
    document = ran.json()
    assert [f["id"] for f in document["findings"] if f["severity"] != "note"] == ["lanterns_2026"]
    assert [row["year"] for row in document["years"]] == [2025, 2026, 2027]
    assert snia("calendar", "check", "--on", "2026-11-24", *RULES).code == 1
    assert snia("calendar", "check", "--on", "soon", *RULES).code == 2


def test_check_is_silent_about_nothing_and_exits_with_zero_when_nothing_is_left_to_do(snia, tmp_path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    for name in ("law.yaml", "calendar.yaml"):
        text = (GOLDEN / "rules" / name).read_text(encoding="utf-8")
        text = text.replace("  status: forecast\n  within: 1\n", "  status: official\n")
        (rules / name).write_text(text, encoding="utf-8")
    ran = snia("calendar", "check", "--on", "2026-11-24", "--rules", str(rules))
    assert ran.code == 0
    assert "Début 2027" in ran.out  # what cannot be known is still said
    assert "Rien à corriger" in ran.out


def test_rules_without_a_calendar(snia, tmp_path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    shutil.copy(GOLDEN / "rules" / "law.yaml", rules)
    ran = snia("calendar", "list", "2026", "--rules", str(rules))
    assert (ran.code, ran.out) == (2, "")
    assert "calendar" in ran.err
    ran = snia("calendar", "check", "--rules", str(rules))
    assert ran.code == 1
    assert "K001" in ran.out
