"""Numbers and yes or no as people type them: 3 500,50 or 3500.50; oui, non, o, n, نعم, 1, 2."""

from __future__ import annotations

import re
from decimal import Decimal

from ...answer.telling.spelling import digits, letters
from ...errors import BadInput
from ...law.model.values import NO_WORDS, YES_WORDS

# What people write after an amount or a share.
_UNITS = re.compile(r"(?:dirhams?|dhs?|mad|درهم|دراهم|د\.م\.?|%|٪)\s*$", re.IGNORECASE)
_MARKS = str.maketrans({"٫": ",", "٬": " ", "’": " ", "'": " ", "\u00a0": " ", "\u202f": " ", "−": "-"})
_GROUPED = re.compile(r"-?\d{1,3}([ .,])\d{3}(?:\1\d{3})*")
_PLAIN = re.compile(r"-?\d+")
YES = frozenset({letters(word) for word in YES_WORDS} | {"o", "y", "ن"})
NO = frozenset({letters(word) for word in NO_WORDS} | {"n"})


def read_yes_or_no(typed: str) -> bool:
    """Yes or no, in three languages, by its first letter, or as 1 and 2. Raises `BadInput`."""
    word = letters(typed)
    if word in YES or word == "1":
        return True
    if word in NO or word == "2":
        return False
    raise BadInput("ask_yes_no_form", value=typed)


def read_number(typed: str, places: int) -> Decimal:
    """A number with at most `places` decimals; a comma or a point marks them, spaces part the thousands.

    Raises `BadInput`: not a number, too many decimals, or `1.500`, which is two numbers.
    """
    text = _UNITS.sub("", digits(typed).translate(_MARKS).strip()).strip()
    whole, mark, fraction = _parts(text, typed, places)
    if not _PLAIN.fullmatch(whole) or (mark and not fraction.isdigit()):
        raise BadInput("ask_number_form", value=typed)
    if len(whole) > 15:
        raise BadInput("ask_number_form", value=typed)
    if len(fraction.rstrip("0")) > places:
        raise BadInput("ask_number_places" if places else "ask_number_whole", value=typed, places=places)
    return Decimal(f"{whole}.{fraction[:places]}" if fraction[:places] else whole)


def _parts(text: str, typed: str, places: int) -> tuple[str, str, str]:
    """Whole part, decimal mark, decimals."""
    marks = [c for c in text if c in ".,"]
    if len(set(marks)) == 2:  # both: the last one marks the decimals, the other parts the thousands
        if marks.count(marks[-1]) > 1:
            raise BadInput("ask_number_form", value=typed)
        whole, mark, fraction = text.rpartition(marks[-1])
        return _ungrouped(whole, typed), mark, fraction
    if len(marks) > 1:  # 1.234.567
        return _ungrouped(text, typed), "", ""
    if marks:
        whole, mark, fraction = text.partition(marks[0])
        if len(fraction) == 3 and len(whole.lstrip("-")) <= 3 and whole.lstrip("-") != "0":
            if places:
                raise BadInput("ask_number_ambiguous", value=typed, together=whole + fraction, apart=f"{whole},{fraction}")
            return _ungrouped(text, typed), "", ""
        return _ungrouped(whole, typed), mark, fraction
    return _ungrouped(text, typed), "", ""


def _ungrouped(whole: str, typed: str) -> str:
    """A whole part without what parts its thousands, which must come by three."""
    if re.search(r"[ .,]", whole) and not _GROUPED.fullmatch(whole):
        raise BadInput("ask_number_form", value=typed)
    return re.sub(r"[ .,]", "", whole)
