"""How values are written, and that each mark of a language has one home."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from snia_advisor.messages.formats import day_beside, list_text, number_text, range_text

PACKAGE = Path(__file__).parents[2] / "snia_advisor"


@pytest.mark.parametrize(("lang", "line"), [("fr", "a, b, c"), ("ar", "a، b، c"), ("en", "a, b, c")])
def test_a_list_has_the_comma_of_its_language(lang: str, line: str) -> None:
    assert list_text(iter("abc"), lang) == line
    assert list_text([], lang) == ""


def test_the_comma_of_a_list_is_chosen_in_one_place() -> None:
    """A page that asks which language it is in, to pick a comma, would forget the next language."""
    chosen = re.compile(r'"، ?"|say\("comma"')
    files = [file for file in PACKAGE.rglob("*.py") if chosen.search(file.read_text(encoding="utf-8"))]
    assert {file.relative_to(PACKAGE).as_posix() for file in files} == {"messages/answer.py", "messages/formats.py"}


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1, "1"), (-1, "-1"), (1234, "1,234"), (Decimal("-1234.50"), "-1,234.50"), (Decimal("0.00"), "0.00")],
)
def test_a_number_has_its_sign_and_its_marks(value: int | Decimal, text: str) -> None:
    assert number_text(value, "en") == text


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 11, 6), "Friday 6"),
        (date(2026, 10, 30), "Friday 30 October"),
        (date(2025, 11, 10), "Monday 10 November 2025"),
    ],
)
def test_a_day_beside_another_says_only_what_differs(day: date, text: str) -> None:
    assert day_beside(day, date(2026, 11, 10), "en") == text


def test_a_range_of_money_has_no_cents_where_there_are_none() -> None:
    assert range_text(Decimal("2000.00"), Decimal("5000.50"), "en") == "2,000 to 5,000.50\u00a0MAD"
