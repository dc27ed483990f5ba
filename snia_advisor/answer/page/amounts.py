"""Amounts of money, each with the lines of its computation."""

from __future__ import annotations

from collections.abc import Sequence

from ...law.model.advice import Amount
from ..telling.view import View
from ..telling.words import BULLET, amount_text, figure_text


def amounts(view: View, due: Sequence[Amount]) -> None:
    """Each amount, then how it was obtained."""
    if not due:
        return
    view.page.heading(view.say("head_amounts"))
    for amount in due:
        view.page.labelled(amount.title, amount_text(amount, view.lang))
        for line in amount.lines:
            text = view.say("amount_line", text=line.text, value=figure_text(line.value, view.lang))
            cited = view.cites(line.sources)
            view.page.para(view.say("with_cites", text=text, cites=cited) if cited else text, 1, mark=BULLET)
