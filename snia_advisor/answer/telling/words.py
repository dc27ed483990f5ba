"""Signs, states and quantities in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from ...law.calendar.closed import WEEKDAYS
from ...law.model.advice import Amount, Figure
from ...messages.formats import WEEKDAYS as NAMES
from ...messages.formats import list_text, money_text, number_text
from .document import Mark

BULLET, ARROW, WARNING = Mark.BULLET, Mark.ARROW, Mark.QUESTION
TONES = {"favourable": Mark.YES, "unfavourable": Mark.AGAINST, "neutral": BULLET}


def figure_text(value: Figure, lang: str) -> str:
    """A number with the marks of the language; a day or a word as it is."""
    return number_text(value, lang) if isinstance(value, Decimal) else str(value)


def amount_text(amount: Amount, lang: str) -> str:
    """An amount, in dirhams where it is one of money."""
    if amount.unit.startswith("MAD") and isinstance(amount.value, Decimal):
        return money_text(amount.value, lang)
    return figure_text(amount.value, lang)


def first_sentence(text: str) -> str:
    """The first sentence of a text; the rest is in the whole advice."""
    match = re.match(r".*?[.!؟?](?=\s+[^\W\d_a-z]|$)", text, re.DOTALL)
    return match.group() if match else text


def weekdays_text(days: Iterable[str], lang: str) -> str:
    """Days of the week, as the entries write them, in words."""
    return list_text((NAMES[lang][WEEKDAYS.index(day)] for day in days), lang)
