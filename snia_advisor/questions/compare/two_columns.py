"""Two cells side by side: in two columns where they fit, one under the other where the screen is narrow or reads from the
right (a column of Arabic beside another one is read line by line across both).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable
from typing import TypeVar

from ...answer.telling.look import Look
from ...answer.telling.page import STEP, TITLE, StyledText
from ...answer.telling.view import View
from ...law.model.advice import Advice
from ...law.rulebase.base import RuleBase
from .differences import Difference

NARROWEST_CELL = 30
BETWEEN = " | "
T = TypeVar("T")


class CellView(View):
    """A page as wide as a cell. Sources are not listed beside each other: `why` and `check` give them."""

    def cites(self, citations: Iterable[str], limit: int | None = 2) -> str:
        """No citation."""
        return ""


class Beside:
    """The page of a comparison: titles over the whole width, and rows of two cells."""

    def __init__(self, base: RuleBase, look: Look, a: Advice, b: Advice) -> None:
        self.base = base
        self.advices = (a, b)
        self.view = View(base, a.lang, look)
        self.page = self.view.page
        self.labels = (self.view.say("side_a"), self.view.say("side_b"))
        across = (look.width - len(STEP) - len(BETWEEN)) // 2
        self.columns = a.lang != "ar" and across >= NARROWEST_CELL
        under = look.width - max(map(len, self.labels)) - 2 * len(STEP)
        self.cell = dataclasses.replace(look, width=across if self.columns else under)

    def section(self, key: str) -> None:
        """A section, with the letters of the two sides above their columns."""
        self.page.heading(self.view.say(key))
        if self.columns:
            a, b = ([(label, TITLE)] for label in self.labels)
            self._line(a, b)

    def row(self, title: str, difference: Difference[T], write: Callable[[CellView, T], None]) -> None:
        """A title, and what `write` makes of each side; a side that does not have it says so."""
        self.page.para(title, style=TITLE)
        self.cells(self._cell(0, difference.a, write), self._cell(1, difference.b, write))

    def _cell(self, side: int, value: T | None, write: Callable[[CellView, T], None]) -> CellView:
        view = self.cell_view(side)
        if value is not None:
            write(view, value)
        return view

    def cell_view(self, side: int) -> CellView:
        """An empty cell for the first (0) or second (1) side."""
        return CellView(self.base, self.view.lang, self.cell, advice=self.advices[side])

    def cells(self, a: CellView, b: CellView) -> None:
        """Two written cells."""
        for view in (a, b):
            if not view.page.lines:
                view.page.para(view.say("side_without"))
        if self.columns:
            for position in range(max(len(a.page.lines), len(b.page.lines))):
                self._line(*(_at(view, position) for view in (a, b)))
            return
        width = max(map(len, self.labels)) + len(STEP)
        for label, view in zip(self.labels, (a, b), strict=True):
            for position, line in enumerate(view.page.lines):
                opening = label if position == 0 else ""
                self.page.lines.append([(STEP, ""), (opening.ljust(width), TITLE), *line])

    def _line(self, a: list[StyledText], b: list[StyledText]) -> None:
        used = sum(len(text) for text, _ in a)
        self.page.lines.append([(STEP, ""), *a, (" " * (self.cell.width - used) + BETWEEN, ""), *b])


def _at(view: View, position: int) -> list[StyledText]:
    """A line of a cell, empty below its last one."""
    return view.page.lines[position] if position < len(view.page.lines) else []
