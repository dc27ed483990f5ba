"""Values as they are written: what the declared type reads, and what it refuses to guess."""

from __future__ import annotations

import copy
import pickle
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from snia_advisor.law.model.case import Case, RecordedReading
from snia_advisor.law.model.entries import KINDS, Determination, Fact, Rule
from snia_advisor.law.model.values import (
    NONE,
    Basis,
    Cite,
    Dated,
    FactName,
    Name,
    Text,
    WrittenOperand,
    read_date,
    read_decimal,
    read_integer,
    read_yes_no,
)

# --- scalars -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["y", "n", "1", "0", "on", "", "oui non", "None", "yess", "ja"])
def test_no_third_word_for_yes_or_no(written: str) -> None:
    with pytest.raises(ValueError, match="yes or no"):
        read_yes_no(written)


@pytest.mark.parametrize(
    "written",
    [
        "2026-2-3",
        "2026-13-01",
        "2025-02-29",
        "20260203",
        "03/02/2026",
        "2026-02-03T00:00",
        "26-02-03",
        "2026-02-03 ",
        "٢٠٢٦-٠٢-٠٣",
        "",
        "none",
        "today",
        "2026-W05-1",
        "-2026-02-03",
        "10000-01-01",
    ],
)
def test_a_date_has_one_form(written: str) -> None:
    with pytest.raises(ValueError, match="date"):
        read_date(written)


@given(st.dates())
def test_every_date_is_read_back(day: date) -> None:
    assert read_date(day.isoformat()) == day == read_date(day)


@pytest.mark.parametrize(
    "written", ["1.0", "1e3", "0x1", "1_000", "+1", " 1", "1 ", "", "١", "--1", "1" * 16, True, None, 1.0]
)
def test_a_whole_number_has_one_form(written: Any) -> None:
    with pytest.raises(ValueError, match="whole number"):
        read_integer(written)


@given(st.integers(-(10**15) + 1, 10**15 - 1))
def test_every_whole_number_is_read_back(number: int) -> None:
    assert read_integer(str(number)) == number == read_integer(number)


@pytest.mark.parametrize(
    "written", ["1,5", ".5", "5.", "1e3", "NaN", "Infinity", "-", "", "1.2.3", "1 000", "1_000.5", "1.1234567", "١"]
)
def test_a_number_has_one_form(written: str) -> None:
    with pytest.raises(ValueError, match="number"):
        read_decimal(written, 9)


def test_a_number_is_never_rounded() -> None:
    assert read_decimal("17.92", 2) == Decimal("17.92")
    assert read_decimal("17.9", 2) == Decimal("17.9")
    with pytest.raises(ValueError, match="at most 2 decimals"):
        read_decimal("17.925", 2)
    with pytest.raises(ValueError, match="at most 0 decimals"):
        read_decimal("17.0", 0)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=2))
def test_every_number_is_read_back(number: Decimal) -> None:
    assert read_decimal(str(number), 2) == number


def test_none_is_one_thing() -> None:
    assert copy.deepcopy(NONE) is NONE
    assert pickle.loads(pickle.dumps(NONE)) is NONE
    assert repr(NONE) == "none"


# --- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "good", "bad"),
    [
        (Name, ["a", "a_1", "exempt_as_refugee"], ["", "A", "1a", "a-b", "a.b", "é", "a b", "a\n"]),
        (FactName, ["a.b", "papers.title_expires"], ["a", "a.b.c", "A.b", ".b", "a."]),
        (Cite, ["law-02-03", "law-02-03#8", "labour-code#17-6"], ["", "Law", "a#", "a#8#9", "a b", "#8", "a#8.1"]),
        (Basis, ["EMP-001", "ST-123", "EMP-001a"], ["EMP-1", "E-001", "emp-001", "EMP001", "EMP-0012"]),
        (WrittenOperand, ["$on", "$a.b", "12", "-1.5"], ["on", "$A", "$", "1,5", "", "$a b"]),
    ],
)
def test_names_and_numbers_of_the_page(kind: Any, good: list[str], bad: list[str]) -> None:
    reader = TypeAdapter(kind)
    for written in good:
        assert reader.validate_python(written) == written
    for written in bad:
        with pytest.raises(ValidationError):
            reader.validate_python(written)


def test_a_text_has_three_languages_and_none_is_empty() -> None:
    text = Text(fr=" a ", ar="b", en="c")
    assert [text.to(lang) for lang in ("fr", "ar", "en")] == ["a", "b", "c"]
    for wrong in ({"fr": "a", "ar": "b"}, {"fr": "a", "ar": "b", "en": " "}, {"fr": "a", "ar": "b", "en": "c", "es": "d"}):
        with pytest.raises(ValidationError):
            Text.model_validate(wrong)


# --- dates of law ------------------------------------------------------------------------------------------------

FIRST, LAST = date(2025, 1, 1), date(2025, 12, 31)


@pytest.mark.parametrize(
    ("dates", "inside", "outside"),
    [
        ({"from": "2025-01-01", "to": "2025-12-31"}, [FIRST, LAST], [FIRST - timedelta(1), LAST + timedelta(1)]),
        ({"from": "2025-01-01", "to": "none"}, [FIRST, date.max], [FIRST - timedelta(1)]),
        ({"to": "2025-12-31"}, [date.min, LAST], [LAST + timedelta(1)]),
        ({}, [date.min, date.max], []),
    ],
)
def test_both_days_are_included(dates: dict[str, str], inside: list[date], outside: list[date]) -> None:
    dated = Dated.model_validate(dates)
    assert all(dated.covers(day) for day in inside)
    assert not any(dated.covers(day) for day in outside)


# --- entries and cases -------------------------------------------------------------------------------------------

TEXT = {"fr": "a", "ar": "b", "en": "c"}


def test_every_kind_of_entry_has_its_own_name() -> None:
    assert {kind: model.kind for kind, model in KINDS.items()} == {kind: kind for kind in KINDS}
    assert len(KINDS) == 27


def test_entries_are_frozen() -> None:
    rule = Rule.model_validate({"id": "r", "title": TEXT, "when": "a", "sources": ["s"], "confidence": "low"})
    with pytest.raises(ValidationError):
        rule.at = "on"  # type: ignore[misc]


@pytest.mark.parametrize(("written", "effort"), [("no", 0), ("1", 1), ("2", 2), ("3", 3)])
def test_how_changeable(written: str, effort: int) -> None:
    fact = {"id": "a.b", "type": "date", "title": TEXT, "question": TEXT, "why": ["s"], "sensitive": "no"}
    assert Fact.model_validate({**fact, "changeable": written}).changeable == effort
    for wrong in ("yes", "0", "4", ""):
        with pytest.raises(ValidationError):
            Fact.model_validate({**fact, "changeable": wrong})


@pytest.mark.parametrize(
    "choose",
    [
        {"a": {"when": "r"}},
        {"a": {"otherwise": "yes"}, "b": {"otherwise": "yes"}},
        {"a": {"otherwise": "yes"}, "b": {"when": "r"}},
        {"a": {"when": "r", "otherwise": "yes"}},
        {"a": {"otherwise": "no"}},
    ],
)
def test_a_choose_ends_with_otherwise(choose: dict[str, Any]) -> None:
    outcomes = {name: {"title": TEXT, "sources": ["s"], **body} for name, body in choose.items()}
    with pytest.raises(ValidationError):
        Determination.model_validate({"id": "d", "title": TEXT, "question": TEXT, "choose": outcomes})


def test_a_case_keeps_its_own_copy() -> None:
    facts = {"a.b": 1}
    case = Case(facts, readings={"q": RecordedReading("x")})
    facts["a.b"] = 2
    assert case.facts["a.b"] == 1
    assert pickle.loads(pickle.dumps(case)) == case
