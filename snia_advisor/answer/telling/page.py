"""A page of text: paragraphs with a hanging indent and a styled beginning, wrapped when they are added.

Only spaces break a line, so unbreakable spaces hold and an address stays whole. A line is a list of spans; colour is one
way to write it, plain text another.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .look import Look
from .typography import harmless, plain_signs, typeset

StyledText = tuple[str, str]
TITLE = "bold"
STEP = "  "


@dataclass(frozen=True)
class Mark:
    """A sign in front of a paragraph: its symbol, its ASCII form, its style."""

    symbol: str
    ascii: str
    style: str = ""

    def text(self, look: Look) -> str:
        return self.ascii if look.ascii else self.symbol


class Page:
    """Lines, in the order they are added. `lang` decides the typography, `look` the width and the symbols."""

    def __init__(self, lang: str, look: Look) -> None:
        self.lang = lang
        self.look = look
        self.lines: list[list[StyledText]] = []

    # --- adding --------------------------------------------------------------------------------------------------

    def blank(self) -> None:
        """One empty line, never two."""
        if self.lines and self.lines[-1]:
            self.lines.append([])

    def heading(self, text: str) -> None:
        """A section title, with space above."""
        self.blank()
        self.para(text.upper() if self.lang != "ar" else text, style=TITLE)

    def para(self, text: str, depth: int = 0, *, mark: Mark | None = None, lead: str = "", style: str = "") -> None:
        """A paragraph at `depth`; `mark` and the bold `lead` stand in front, later lines hang under the text."""
        spans = [(self.set(lead), TITLE)] if lead else []
        spans += [(self.set(text), style)] if text else []
        sign = mark.text(self.look) + " " if mark else ""
        opening = [(STEP * depth, "")] + ([(sign, mark.style)] if mark else [])
        hang = STEP * depth + " " * len(sign)
        self.lines += _wrap(opening, hang, spans, self.look.width)

    def item(self, number: int, text: str, depth: int = 0, *, style: str = "") -> None:
        """A numbered paragraph."""
        self.para(text, depth, mark=Mark(f"{number}.", f"{number}."), style=style)

    def labelled(self, label: str, text: str, depth: int = 0) -> None:
        """`Label : text`, the label in bold."""
        colon = " :" if self.lang == "fr" else ":"
        self.para(text, depth, lead=label + colon + " ")

    def entry(self, left: str, right: str, column: int) -> None:
        """A name and what it means, the meaning in a column of its own; a long name has its own line."""
        spans = [(self.set(right), "")]
        if len(left) + 4 > column:
            self.para(left, 1)
            self.lines += _wrap([(" " * column, "")], " " * column, spans, self.look.width)
        else:
            self.lines += _wrap([((STEP + left).ljust(column), "")], " " * column, spans, self.look.width)

    def address(self, url: str, depth: int = 0) -> None:
        """An address on its own line, never broken."""
        self.lines.append([(STEP * depth + harmless(url), "")])

    def set(self, text: str) -> str:
        """A text as it is shown: harmless, with the spaces of its language, and the signs that the terminal has."""
        text = typeset(harmless(text), self.lang)
        return plain_signs(text) if self.look.ascii else text

    # --- writing -------------------------------------------------------------------------------------------------

    def text(self) -> str:
        """The page without colour."""
        return "".join("".join(text for text, _ in line).rstrip() + "\n" for line in self.lines)


def _wrap(opening: list[StyledText], hang: str, spans: Iterable[StyledText], width: int) -> list[list[StyledText]]:
    """The words of `spans` in lines of at most `width` cells; a longer word has a line of its own."""
    lines: list[list[StyledText]] = []
    line, used, empty = list(opening), sum(len(text) for text, _ in opening), True
    for word, style, spaced in _words(spans):
        if spaced and not empty and used + 1 + len(word) > width:
            lines.append(line)
            line, used, empty = [(hang, "")], len(hang), True
        _append(line, (" " if spaced and not empty else "") + word, style)
        used += len(word) + (spaced and not empty)
        empty = False
    return [*lines, line]


def _append(line: list[StyledText], text: str, style: str) -> None:
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
