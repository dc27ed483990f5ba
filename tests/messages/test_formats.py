"""How values are written, and that each mark of a language has one home."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from snia_advisor.messages.formats import list_text

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
