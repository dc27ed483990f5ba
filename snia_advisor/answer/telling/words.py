"""Signs, states and quantities in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation

from ...law.calendar.closed import WEEKDAYS
from ...messages import say
from ...messages.formats import WEEKDAYS as NAMES
from ...messages.formats import list_text, number_text
from .page import Mark

YES, NO, FACTS, CONFLICT = "blue", "magenta", "yellow", "bold"
STATE_MARKS = {
    "yes": ("✓", "OK", YES),
    "no": ("✗", "state_no_ascii", NO),
    "depends_on_facts": ("?", "?", FACTS),
    "depends_on_open_question": ("!", "!", CONFLICT),
    "not_covered": ("–", "-", ""),
}
BULLET = Mark("•", "-")
BOX = Mark("☐", "[ ]")
ARROW = Mark("→", "->")
WARNING = Mark("!", "[!]", CONFLICT)
TONES = {
    "favourable": Mark("✓", "[OK]", YES),
    "unfavourable": Mark("✗", "[X]", NO),
    "neutral": BULLET,
}


def state_mark(state: str, lang: str) -> Mark:
    """The sign of a state: yes, no, two kinds of doubt, not covered."""
    symbol, letters, style = STATE_MARKS[state]
    if letters.endswith("_ascii"):
        letters = say(letters, lang)
    return Mark(symbol, f"[{letters}]", style)


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
