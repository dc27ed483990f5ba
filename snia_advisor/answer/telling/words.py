"""Signs, states and quantities in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from ...law.calendar.closed import WEEKDAYS
from ...law.model.advice import Amount, Figure
from ...messages import language, say
from ...messages.formats import WEEKDAYS as NAMES
from ...messages.formats import date_text, list_text, money_text, number_text
from .document import Mark

BULLET, ARROW, WARNING = Mark.BULLET, Mark.ARROW, Mark.QUESTION
TONES = {"favourable": Mark.YES, "unfavourable": Mark.AGAINST, "neutral": BULLET}


def figure_text(value: Figure, lang: str) -> str:
    """A number with the marks of the language; a day or a word as it is."""
    return number_text(value, lang) if isinstance(value, Decimal) else str(value)


def value_text(value: object) -> str:
    """A value as it is said in the language of the command: a day in words, a number with its marks."""
    if isinstance(value, date):
        return date_text(value, language())
    return number_text(value, language()) if isinstance(value, (int, Decimal)) else str(value)


def usual_text(low: object, high: object) -> str:
    """The limits of what is usual; None where there is none."""
    if low is not None and high is not None:
        return say("usual_from_to", low=value_text(low), high=value_text(high))
    return say("usual_from", low=value_text(low)) if low is not None else say("usual_to", high=value_text(high))


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
