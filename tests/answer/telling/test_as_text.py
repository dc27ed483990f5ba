"""Documents as text: wrapping, signs, columns, colour."""

from __future__ import annotations

from typing import Any

import pytest

from snia_advisor.answer.telling.as_text import SIGNS, as_text, height
from snia_advisor.answer.telling.document import (
    Answer,
    Block,
    ColumnHeads,
    Determination,
    Document,
    First,
    Mark,
    Note,
    Paragraph,
    SideBySide,
    Step,
)
from snia_advisor.answer.telling.look import Look


def text(*blocks: Block, lang: str = "fr", **look: Any) -> str:
    """The blocks on a screen."""
    document = Document(lang)
    document.add(*blocks)
    return as_text(document, Look(**look))


def test_a_paragraph_hangs_under_its_text() -> None:
    written = text(Paragraph("un deux trois quatre cinq six sept huit neuf dix", 1, Mark.BULLET, lead="Titre"), width=30)
    assert written == "  • Titre\u00a0: un deux trois\n    quatre cinq six sept huit\n    neuf dix\n"


def test_unbreakable_spaces_and_addresses_hold() -> None:
    page = Document("fr")
    page.para("un mot puis le prix de 1\u00a0234\u00a0DH : cher")
    page.address("https://" + "a" * 60, 1)
    lines = as_text(page, Look(width=30)).splitlines()
    assert "1\u00a0234\u00a0DH\u00a0:" in lines[1]
    assert lines[-1] == "  https://" + "a" * 60


@pytest.mark.parametrize(("lang", "no"), [("fr", "NON"), ("ar", "NO"), ("en", "NO")])
def test_ascii_signs(lang: str, no: str) -> None:
    assert text(Paragraph("texte", mark=Mark.YES), ascii=True) == "[OK] texte\n"
    assert text(Paragraph("x", mark=Mark.NO), lang=lang, ascii=True) == f"[{no}] x\n"
    assert text(Paragraph("x", mark=Mark.NO), lang=lang) == "✗ x\n"


def test_every_mark_has_its_signs() -> None:
    assert set(SIGNS) == set(Mark)
    assert "blue" not in {colour for _, _, colour in SIGNS.values()}  # hardly seen on a black screen
    assert all(letters.isascii() for _, letters, _ in SIGNS.values())


def test_blank_lines_never_double() -> None:
    page = Document("fr")
    page.blank()
    page.para("a")
    page.blank()
    page.blank()
    page.heading("b")
    assert as_text(page) == "a\n\nB\n"
    assert text(*page.blocks, lang="ar").endswith("b\n")  # Arabic has no capitals; other letters stay as they are


def test_an_answer_hangs_under_its_word() -> None:
    assert text(Answer(Mark.YES, "YES: hire", "You may."), lang="en") == "✓ YES: HIRE\n  You may.\n"
    assert text(Answer(Mark.YES, "YES: hire", "You may."), lang="en", ascii=True) == "[OK] YES: HIRE\n     You may.\n"
    assert text(Answer(Mark.YES, "YES: hire"), lang="en") == "✓ YES: HIRE\n"


def test_a_determination_a_step_and_notes() -> None:
    told = Determination("Visa", "required", Mark.NO, 1, toned=True, details=("since May",))
    assert text(told, lang="en") == "  ✗ Visa: required\n    since May\n"
    assert text(Step(3, "File"), Note("a"), Note("b", True, 1), Note("c", True, lead="A"), lang="en") == (
        "3. File\n• a\n  ! b\n! A: c\n"
    )


def test_a_long_name_in_a_table_has_its_own_line() -> None:
    page = Document("en")
    page.table([("q", "stop"), ("letter", "help")], First.KEY)
    assert as_text(page, Look(width=78)) == "  q   stop\n  letter\n      help\n"
    assert as_text(page) == "  q   stop\n  letter  help\n"  # one item a line


def test_off_a_terminal_a_line_is_an_item_and_a_space_a_space() -> None:
    page = Document("fr")
    page.para("Loi n° 02-03 : « un texte » de 1\u00a0234\u202fDH, " + "long " * 40 + "!", 1, mark=Mark.BULLET)
    page.add(Answer(Mark.WAIT, "Oui : mais", "Une phrase " * 20))
    lines = as_text(page).splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("  • Loi n° 02-03 : « un texte » de 1 234 DH, long")
    assert lines[1] == "→ OUI : MAIS"


def test_the_height_is_that_of_a_terminal_of_eighty_columns() -> None:
    page = Document("en")
    page.para("word " * 40)
    assert (height(page), as_text(page).count("\n")) == (3, 1)


def test_cells_stand_beside_each_other_where_they_fit() -> None:
    labels = ("A", "B")
    cells = SideBySide(labels, ((Paragraph("one"),), (Paragraph("two"), Paragraph("three"))))
    wide = text(ColumnHeads(labels), cells, lang="en", width=66).splitlines()
    assert [line.split(" | ")[1] for line in wide] == ["B", "two", "three"]
    assert wide[1].startswith("  one   ")
    narrow = "  A  one\n  B  two\n     three\n"
    assert text(ColumnHeads(labels), cells, lang="en", width=64) == narrow  # a cell of 29 is too narrow
    assert text(ColumnHeads(labels), cells, lang="ar", width=200) == narrow
    assert text(ColumnHeads(labels), cells, lang="en") == narrow  # off a terminal each line is one thing


def test_colour_is_that_of_the_mark_when_the_text_is_the_news() -> None:
    news, plain = Paragraph("x", mark=Mark.YES, toned=True), Paragraph("x", mark=Mark.YES)
    assert text(news, colour=True) == "\x1b[36m✓ x\x1b[0m\n"
    assert text(plain, colour=True) == "\x1b[36m✓ \x1b[0mx\n"
    assert text(Paragraph("x", lead="T", strong=True), lang="en", colour=True) == "\x1b[1mT: x\x1b[0m\n"
