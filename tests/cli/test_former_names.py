"""Names of facts of an earlier version on the command line: accepted, with one note on standard error."""

from __future__ import annotations

from pathlib import Path

import pytest

from snia_advisor.messages import LANGUAGES

OLD = """\
on: 2026-11-02
path: hire_employee
worker: {nationalities: [CM], birth_date: 1983-11-15, ties: none, roles: none, salaried_since: none}
request: {authority: ministry, decision: refused, refused_on: 2026-10-27}
"""
NEW = OLD.replace(
    "authority: ministry, decision: refused, refused_on: 2026-10-27",
    "visa: refused, visa_decided_on: 2026-10-27, visa_how: written",
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    file = tmp_path / "old.yaml"
    file.write_text(OLD, encoding="utf-8")
    return file


def test_the_answer_is_the_same_and_one_note_names_both(snia, old: Path, tmp_path: Path) -> None:
    new = tmp_path / "new.yaml"
    new.write_text(NEW, encoding="utf-8")
    said, expected = snia("check", str(old), "--json"), snia("check", str(new), "--json")
    assert expected.err == ""
    assert len(said.err.splitlines()) == 1
    for name in ("request.authority", "request.decision", "request.refused_on", "request.visa", "request.visa_decided_on"):
        assert name in said.err
    assert (said.code, said.json()["determinations"]) == (expected.code, expected.json()["determinations"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_note_is_in_the_language_of_the_answer(snia, old: Path, lang: str) -> None:
    words = {"fr": "version antérieure", "ar": "إصدار سابق", "en": "earlier version"}
    assert words[lang] in snia("check", str(old), "--lang", lang).err


def test_what_cannot_be_carried_over_is_said(snia, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("on: 2026-11-02\npath: hire_employee\nrequest: {decision: refused}\n", encoding="utf-8")
    assert "request.authority" in snia("check", str(file), "--lang", "en").err
    named = snia("check", str(file), "--path", "residence_title", "--lang", "en").err
    assert "request.title" in named


def test_a_former_name_is_set_like_any_other(snia, old: Path) -> None:
    ran = snia("check", str(old), "--set", "request.decision=none_yet", "--set", "request.refused_on=", "--json")
    assert "request.visa" in ran.err
    wrong = snia("check", str(old), "--set", "request.decision=no")
    assert (wrong.code, wrong.out) == (2, "")
    assert "request.decision" in wrong.err


def test_a_former_name_is_no_fact_to_look_up(snia) -> None:
    assert snia("facts", "request.decision").code == 2
    listed = snia("facts", "--json").out
    assert "request.visa" in listed
    assert "request.decision" not in listed


def test_a_fact_that_only_changed_its_name_is_read(snia, tmp_path: Path) -> None:
    """A household of before: since when, through whom, how many months, and the visa of the other contract."""
    former = (
        "on: 2026-11-02\npath: domestic_contract\nresidence: {since: 2025-01-10}\n"
        "household: {broker: individual, broker_paid: yes}\n"
        "contract: {months_of_service: 7, other_visa_expires: 2027-01-10}\n"
    )
    today = (
        "on: 2026-11-02\npath: domestic_contract\nresidence: {living_in_morocco_since: 2025-01-10}\n"
        "household: {introduced_by: individual, introducer_paid: yes}\ncontract: {months_without_leave: 7}\n"
        "other_contract: {visa_expires: 2027-01-10}\n"
    )
    files = tmp_path / "former.yaml", tmp_path / "today.yaml"
    for file, text in zip(files, (former, today), strict=True):
        file.write_text(text, encoding="utf-8")
    said, expected = (snia("check", str(file), "--json") for file in files)
    assert expected.err == ""
    for name in ("residence.since", "residence.living_in_morocco_since"):
        assert name in said.err
    assert (said.code, said.json()["determinations"]) == (expected.code, expected.json()["determinations"])
