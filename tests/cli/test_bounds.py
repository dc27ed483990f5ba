"""Bounds of numbers and dates: beyond the hard ones a case is refused, beyond the usual ones a line says to check it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from terminal import Session

from snia_advisor.law.model.entries import Fact, Field
from snia_advisor.law.model.values import NONE, Usual
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.bounds import outside, unusual
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.messages import LANGUAGES

ON = date(2026, 11, 2)


def declared(base: RuleBase) -> list[Fact | Field]:
    """Every number and every date that a case may give, columns of lists included."""
    columns = [field for fact in base.facts.values() for field in (fact.fields or {}).values()]
    return [one for one in (*base.facts.values(), *columns) if one.type in ("date", "integer", "decimal")]


def test_every_number_and_every_date_declares_its_bounds(rules: RuleBase) -> None:
    missing = {
        one.id
        for one in declared(rules)
        if None in ((one.earliest, one.latest) if one.type == "date" else (one.minimum, one.maximum))
    }
    assert missing == set()
    assert {one.id for one in declared(rules) if one.type == "date" and one.usual is None} == set()


def test_what_is_usual_lies_within_what_is_possible(rules: RuleBase) -> None:
    for one in declared(rules):
        low, high = (one.usual.at_least, one.usual.at_most) if one.usual else (None, None)
        assert one.type == "date" or (one.minimum or 0) <= (low if low is not None else one.minimum or 0), one.id
        assert high is None or one.maximum is None or high <= one.maximum, one.id


@pytest.mark.parametrize(
    "written",
    ["worker.birth_date=1785-01-01", "contract.months_without_leave=3500", "contract.monthly_hours=745",
     "worker.children=51", "contract.visa_expires=2200-01-01", "papers.title_expires=1899-12-31"],
)  # fmt: skip
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_impossible_value_is_refused(snia, case: Path, written: str, lang: str) -> None:
    ran = snia("check", str(case), "--set", written, "--lang", lang)
    assert (ran.code, ran.out) == (2, "")
    assert written.partition("=")[2] in ran.err


@pytest.mark.parametrize("written", ["worker.birth_date=1915-01-01", "business.capital=44", "contract.monthly_hours=700"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_unusual_value_is_taken_with_one_line(snia, case: Path, written: str, lang: str) -> None:
    ran = snia("check", str(case), "--set", written, "--lang", lang)
    assert ran.code in (0, 3)
    assert len(ran.err.splitlines()) == 1
    assert written.partition("=")[0] in ran.err


def test_a_usual_case_says_nothing(snia, case: Path) -> None:
    assert snia("check", str(case)).err == ""


@pytest.mark.parametrize(
    ("usual", "value", "found"),
    [
        (Usual(at_least="20", at_most="260"), 20, None),
        (Usual(at_least="20", at_most="260"), Decimal("19.99"), (20, 260)),
        (Usual(at_most="260"), Decimal("260.01"), (None, 260)),
        (Usual(at_least="1"), NONE, None),
        (Usual(at_least="1"), True, None),
        (Usual(at_least="1"), frozenset({"one"}), None),
        (Usual(years_before="10", years_after="2"), date(2016, 11, 2), None),
        (Usual(years_before="10", years_after="2"), date(2016, 11, 1), (date(2016, 11, 2), date(2028, 11, 2))),
        (Usual(years_after="2"), date(2028, 11, 3), (None, date(2028, 11, 2))),
        (None, 10**9, None),
    ],
)  # fmt: skip
def test_what_is_outside(usual: Usual | None, value: object, found: object) -> None:
    assert outside(usual, value, ON) == found


def test_columns_of_a_list_are_looked_at(rules: RuleBase) -> None:
    clients = [{"turnover": 90_000_000, "kind": "household", "services": True}, {"turnover": 500}]
    case = case_from_values({"business": {"clients": clients}}, rules)
    assert [(one.name, one.value) for one in unusual(rules, case, ON)] == [("business.clients.turnover", 90_000_000)]


@pytest.mark.parametrize(
    ("type_", "bounds"),
    [("date", {"minimum": "1"}), ("integer", {"earliest": "2000-01-01"}), ("yes_no", {"maximum": "1"}),
     ("date", {"usual": {"at_least": "1"}}), ("decimal", {"usual": {"years_after": "1"}})],
)  # fmt: skip
def test_bounds_fit_their_type(type_: str, bounds: dict[str, object]) -> None:
    title = {"fr": "a", "ar": "a", "en": "a"}
    with pytest.raises(ValueError, match="are for"):
        Field.model_validate({"type": type_, "title": title, **bounds})


def test_the_interview_asks_whether_an_unusual_answer_is_right(tmp_path: Path) -> None:
    """A year of birth typed by mistake is asked back; the right one is taken without a word."""
    (tmp_path / "case.yaml").write_text(CASE.replace(", birth_date: 1988-07-08", ""), encoding="utf-8")
    with Session(("check", "case.yaml", "--ask", "--lang", "en"), tmp_path) as talk:
        screen = talk.prompt()
        for _ in range(40):
            if "born" in screen:
                break
            screen = talk.type("u")
        assert "not usual" in talk.type("8/7/1915")
        assert "again" in talk.type("n")
        assert "not usual" not in talk.type("8/7/1988")


CASE = "on: 2026-11-02\npath: hire_employee\nworker: {nationalities: [FR], birth_date: 1988-07-08}\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    file = tmp_path / "case.yaml"
    file.write_text(CASE, encoding="utf-8")
    return file
