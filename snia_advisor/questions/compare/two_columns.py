"""The page of a comparison: titles over the whole width, and rows of two cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from ...answer.planning.advised import Advised
from ...answer.telling.document import ColumnHeads, SideBySide
from ...answer.telling.view import View
from ...law.rulebase.base import RuleBase
from .differences import Difference

T = TypeVar("T")


class CellView(View):
    """The view of a cell. Sources are not listed beside each other: `why` and `check` give them."""

    def __init__(self, base: RuleBase, advised: Advised) -> None:
        super().__init__(base, advised.advice.lang, advice=advised.advice)
        self.schedule = advised.schedule

    def cites(self, citations: Iterable[str], limit: int | None = 2) -> str:
        """No citation."""
        return ""


class Beside:
    """Two advices as sections of rows."""

    def __init__(self, base: RuleBase, a: Advised, b: Advised) -> None:
        self.base = base
        self.sides = (a, b)
        self.advices = (a.advice, b.advice)
        self.view = View(base, a.advice.lang)
        self.page = self.view.page
        self.labels = (self.view.say("side_a"), self.view.say("side_b"))

    def section(self, key: str) -> None:
        """A section, with the letters of the two sides above their columns."""
        self.page.heading(self.view.say(key))
        self.page.add(ColumnHeads(self.labels))

    def row(self, title: str, difference: Difference[T], write: Callable[[CellView, T], None]) -> None:
        """A title, and what `write` makes of each side; a side that does not have it says so."""
        self.page.para(title, strong=True)
        self.cells(self._cell(0, difference.a, write), self._cell(1, difference.b, write))

    def _cell(self, side: int, value: T | None, write: Callable[[CellView, T], None]) -> CellView:
        view = self.cell_view(side)
        if value is not None:
            write(view, value)
        return view

    def cell_view(self, side: int) -> CellView:
        """An empty cell for the first (0) or second (1) side."""
        return CellView(self.base, self.sides[side])

    def cells(self, a: CellView, b: CellView) -> None:
        """Two written cells."""
        for view in (a, b):
            if not view.page.blocks:
                view.page.para(view.say("side_without"))
        self.page.add(SideBySide(self.labels, (tuple(a.page.blocks), tuple(b.page.blocks))))
