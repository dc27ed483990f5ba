"""Documents as text: for a terminal wrapped, with a hanging indent, coloured where that is wanted; else one item a line.

Only spaces break a line, so unbreakable spaces hold and an address stays whole. A line is a list of spans; colour is one
way to write it, plain text another.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from ...messages import say
from .document import (
    Address,
    Answer,
    Block,
    ColumnHeads,
    Command,
    Determination,
    Document,
    First,
    Gap,
    Heading,
    Item,
    KeyValue,
    Mark,
    Note,
    Paper,
    Paragraph,
    SideBySide,
    Step,
    Table,
)
from .look import PROSE, Look
from .typography import harmless, plain_signs, plain_spaces, typeset

StyledText = tuple[str, str]
Line = list[StyledText]
STRONG = "bold"
INDENT = "  "
BETWEEN = " | "
NARROWEST_CELL = 30
DETAILS_DEPTH = 2
FIRST_COLUMN = {First.KEY: 6, First.OPTION: 26, First.DAY: 32}
# Symbol, what stands for it in ASCII, colour. Blue is not among them: on a black screen many terminals hardly show it.
SIGNS = {
    Mark.YES: ("✓", "[OK]", "cyan"),
    Mark.WAIT: ("→", "[->]", "cyan"),
    Mark.NO: ("✗", "[{no}]", "magenta"),
    Mark.FACTS: ("?", "[?]", "yellow"),
    Mark.QUESTION: ("!", "[!]", STRONG),
    Mark.NOT_COVERED: ("–", "[-]", ""),
    Mark.AGAINST: ("✗", "[X]", "magenta"),
    Mark.BULLET: ("•", "-", ""),
    Mark.ARROW: ("→", "->", ""),
    Mark.LEFT_ARROW: ("←", "<-", ""),
}
BOX = ("☐", "[ ]")


def as_text(document: Document, look: Look | None = None) -> str:
    """The document as `look` wants it (default: as in a file)."""
    wanted = look or Look()
    writer = _Writer(document.lang, wanted)
    writer.write(document.blocks)
    span = _coloured() if wanted.colour else _plain
    written = "".join("".join(span(text, style) for text, style in line).rstrip() + "\n" for line in writer.lines)
    return plain_spaces(written) if wanted.width is None else written


def height(document: Document) -> int:
    """How many lines the document takes on a terminal of 80 columns."""
    return as_text(document, Look(width=PROSE)).count("\n")


def _plain(text: str, style: str) -> str:
    return text


def _coloured() -> Callable[[str, str], str]:
    """Colour codes of the sixteen base colours. rich is imported here only, so that plain output does not pay for it."""
    from rich.color import ColorSystem
    from rich.style import Style

    def span(text: str, style: str) -> str:
        return Style.parse(style).render(text, color_system=ColorSystem.STANDARD) if style else text

    return span


class _Writer:
    """The lines of some blocks, in the typography of a language."""

    def __init__(self, lang: str, look: Look) -> None:
        self.lang = lang
        self.look = look
        self.lines: list[Line] = []

    def write(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._write(block)

    def _write(self, block: Block) -> None:
        match block:
            case Gap():
                self._blank()
            case Heading(text):
                self._blank()
                self._set([(text.upper() if self.lang != "ar" else text, STRONG)])
            case Paragraph(text, depth, mark, lead, strong, toned):
                self._paragraph(text, depth, mark, lead, strong, toned)
            case Item(number, text, depth, strong):
                self._set([(text, STRONG if strong else "")], depth, (f"{number}.", ""))
            case KeyValue(label, text, depth) | Command(label, text, depth):
                self._paragraph(text, depth, lead=label)
            case Answer(mark, text, sentence):
                self._answer(mark, text.upper() if self.lang != "ar" else text, sentence)
            case Determination(title, text, mark, depth, toned, details):
                self._paragraph(text, depth, mark, title, toned=toned)
                for detail in details:
                    self._paragraph(detail, DETAILS_DEPTH)
            case Step(number, title, depth):
                self._set([(title, STRONG)], depth, (f"{number}.", ""))
            case Paper(text, depth):
                self._set([(text, "")], depth, (BOX[self.look.ascii], ""))
            case Note(text, doubt, depth, lead):
                self._paragraph(text, depth, Mark.QUESTION if doubt else Mark.BULLET, lead)
            case Address(text, depth):
                self.lines.append([(INDENT * depth + harmless(text), "")])
            case Table(rows, first):
                for left, right in rows:
                    self._row(left, right, FIRST_COLUMN[first])
            case ColumnHeads(labels):
                if self._beside():
                    self._across([[(label, STRONG)] for label in labels])
            case SideBySide(labels, cells):
                self._cells(labels, cells)

    # --- paragraphs ----------------------------------------------------------------------------------------------

    def _blank(self) -> None:
        """One empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def _paragraph(
        self, text: str, depth: int, mark: Mark | None = None, lead: str = "", strong: bool = False, toned: bool = False
    ) -> None:
        sign, tone = self._sign(mark) if mark else ("", "")
        style = " ".join(part for part in (STRONG if strong else "", tone if toned else "") if part)
        spans = [(lead + (" :" if self.lang == "fr" else ":") + " ", STRONG)] if lead else []
        self._set([*spans, *([(text, style)] if text else [])], depth, (sign, tone) if mark else None)

    def _answer(self, mark: Mark, text: str, sentence: str) -> None:
        self._paragraph(text, 0, mark, strong=True, toned=True)
        if sentence:
            self._set([(sentence, "")], 0, (" " * len(self._sign(mark)[0]), ""))

    def _sign(self, mark: Mark) -> StyledText:
        """The sign that the terminal has, and its colour."""
        symbol, letters, colour = SIGNS[mark]
        return (letters.format(no=say("state_no_ascii", self.lang)) if self.look.ascii else symbol), colour

    def _set(self, spans: Iterable[StyledText], depth: int = 0, sign: StyledText | None = None) -> None:
        """Spans at `depth`, later lines hanging under the text: `sign` stands in front."""
        opening: Line = [(INDENT * depth, ""), *([(sign[0] + " ", sign[1])] if sign else [])]
        hang = " " * sum(len(text) for text, _ in opening)
        self._wrap(opening, hang, [(self._typeset(text), style) for text, style in spans])

    def _row(self, left: str, right: str, column: int) -> None:
        """The meaning in a column of its own; a long name has its own line where lines are broken at all."""
        hang = " " * column
        if self.look.width is None:
            left += INDENT
        elif len(left) + 2 * len(INDENT) > column:
            self._set([(left, "")], 1)
            left = ""
        self._wrap([((INDENT + left).ljust(column), "")], hang, [(self._typeset(right), "")])

    def _wrap(self, opening: Line, hang: str, spans: Iterable[StyledText]) -> None:
        self.lines += _wrapped(opening, hang, spans, self.look.width)

    def _typeset(self, text: str) -> str:
        """A text as it is shown: harmless, with the spaces of its language, and the signs that the terminal has."""
        text = typeset(harmless(text), self.lang)
        return plain_signs(text) if self.look.ascii else text

    # --- columns -------------------------------------------------------------------------------------------------

    def _beside(self) -> bool:
        """Whether two cells fit beside each other. A column of Arabic would be read line by line across both."""
        return self.lang != "ar" and self._cell_width() >= NARROWEST_CELL

    def _cell_width(self) -> int:
        """The width of one cell of two; 0 off a terminal, where columns would break every item."""
        return (self.look.width - len(INDENT) - len(BETWEEN)) // 2 if self.look.width else 0

    def _cells(self, labels: Sequence[str], cells: Sequence[Sequence[Block]]) -> None:
        """In columns where they fit, one under the other where the screen is narrow or reads from the right."""
        margin = max(map(len, labels)) + len(INDENT)
        width = self.look.width and (self._cell_width() if self._beside() else self.look.width - margin - len(INDENT))
        written = []
        for blocks in cells:
            writer = _Writer(self.lang, dataclasses.replace(self.look, width=width))
            writer.write(blocks)
            written.append(writer.lines)
        if self._beside():
            for row in zip_longest(*written, fillvalue=[]):
                self._across(row)
            return
        for label, lines in zip(labels, written, strict=True):
            for position, line in enumerate(lines):
                opening = label if position == 0 else ""
                self.lines.append([(INDENT, ""), (opening.ljust(margin), STRONG), *line])

    def _across(self, cells: Sequence[Line]) -> None:
        *first, last = cells
        line: Line = [(INDENT, "")]
        for cell in first:
            line += [*cell, (" " * (self._cell_width() - sum(len(text) for text, _ in cell)) + BETWEEN, "")]
        self.lines.append([*line, *last])


# --- wrapping ----------------------------------------------------------------------------------------------------


def _wrapped(opening: Line, hang: str, spans: Iterable[StyledText], width: int | None) -> list[Line]:
    """The words of `spans` in lines of at most `width` cells (None: in one); a longer word has a line of its own."""
    lines: list[Line] = []
    line, used, empty = list(opening), sum(len(text) for text, _ in opening), True
    for word, style, spaced in _words(spans):
        if width is not None and spaced and not empty and used + 1 + len(word) > width:
            lines.append(line)
            line, used, empty = [(hang, "")], len(hang), True
        _append(line, (" " if spaced and not empty else "") + word, style)
        used += len(word) + (spaced and not empty)
        empty = False
    return [*lines, line]


def _append(line: Line, text: str, style: str) -> None:
    """Add to the last span when it has the same style: one colour code a phrase, not one a word."""
    if line and line[-1][1] == style:
        line[-1] = (line[-1][0] + text, style)
    else:
        line.append((text, style))


def _words(spans: Iterable[StyledText]) -> Iterable[tuple[str, str, bool]]:
    """Each word with its style, and whether a space stands before it (spans may meet inside a word)."""
    spaced = True
    for text, style in spans:
        for position, word in enumerate(text.split(" ")):
            spaced = spaced or position > 0
            if word:
                yield word, style, spaced
                spaced = False
