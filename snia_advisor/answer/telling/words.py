"""Signs, states and quantities in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from ...law.calendar.closed import WEEKDAYS
from ...messages import say
from ...messages.formats import WEEKDAYS as NAMES
from ...messages.formats import list_text, number_text
from .document import Mark

BULLET, ARROW, WARNING = Mark.BULLET, Mark.ARROW, Mark.QUESTION
TONES = {"favourable": Mark.YES, "unfavourable": Mark.AGAINST, "neutral": BULLET}


def number(text: str, lang: str) -> str:
    """A number written by the program (`3422.72`), with the marks of the language; anything else as it is."""
    try:
        return number_text(Decimal(text), lang)
    except InvalidOperation:
        return text


def first_sentence(text: str) -> str:
    """The first sentence of a text; the rest is in the whole advice."""
    match = re.match(r".*?[.!؟?](?=\s+[^\W\d_a-z]|$)", text, re.DOTALL)
    return match.group() if match else text


def weekdays_text(days: Iterable[str], lang: str) -> str:
    """Days of the week, as the entries write them, in words."""
    return list_text((NAMES[lang][WEEKDAYS.index(day)] for day in days), lang)
