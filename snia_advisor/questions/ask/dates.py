"""Dates as people type them: 5/11/2026, 2026-11-05, 5 novembre 2026, 1er mars 2027, 5 نونبر 2026.

The day comes first, as on Moroccan papers, unless the year does or the month is a word. The year has four digits: of two
digits one would have to guess the century.
"""

from __future__ import annotations

import re
from datetime import date

from ...answer.telling.spelling import digits, letters
from ...errors import BadInput
from ...messages.formats import MONTHS

# Other names of the months: Arabic as in Egypt and the Gulf, in the Levant, in Algeria and Tunisia; other spellings.
_OTHER = (
    "كانون_الثاني جانفي janv jan",
    "شباط فيفري fevr fev feb",
    "آذار mar",
    "إبريل نيسان أفريل ابريل avr apr",
    "مايو أيار",
    "يونيه حزيران جوان jun",
    "يوليو يوليه تموز جويلية juil jul",
    "أغسطس آب أوت aout aug",
    "سبتمبر أيلول sept sep",
    "تشرين_الأول أوكتوبر oct",
    "نوفمبر تشرين_الثاني nov",
    "ديسمبر كانون_الأول dec",
)
_IGNORED = frozenset(["er", "ier", "st", "nd", "rd", "th", "le", "of", "the", "de", "du", "يوم", "من", "سنه", "شهر"])
_SEPARATORS = re.compile(r"[\s/.,،\-‐‑–]+")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
EARLIEST, LATEST = 1900, 2199
MONTHS_OF_YEAR = 12


def _month_names() -> dict[str, int]:
    names: dict[str, int] = {}
    for number, other in enumerate(_OTHER, 1):
        for name in (*(MONTHS[lang][number - 1] for lang in MONTHS), *other.split(" ")):
            names[_joined(name)] = number
    return names


def _joined(name: str) -> str:
    return letters(name.replace("_", " ")).replace(" ", "")


_MONTHS = _month_names()


def read_day(typed: str) -> date:
    """The date that `typed` writes. Raises `BadInput`: not a date, a day that does not exist, a year that is not clear."""
    text = digits(typed).strip()
    if not re.fullmatch(r"[\w\s/.,،\-‐‑–'’]+", text):
        raise BadInput("ask_date_form", value=typed)
    tokens = [_plain(token) for token in _TOKEN.findall(text)]
    numbers = [token for token in tokens if token.isdigit()]
    names = [token for token in tokens if not token.isdigit() and token not in _IGNORED]
    if names:
        return _with_name(typed, tokens, numbers, names)
    if len(numbers) != 3:
        raise BadInput("ask_date_form", value=typed)
    return _in_figures(typed, *numbers)


def _plain(token: str) -> str:
    return token if token.isdigit() else letters(token)


def _with_name(typed: str, tokens: list[str], numbers: list[str], names: list[str]) -> date:
    """A date whose month is a word, alone or in two (kanun al-thani)."""
    month = _month("".join(names), typed)
    if len(numbers) != 2:
        raise BadInput("ask_date_form", value=typed)
    first, second = numbers
    if len(first) == 4:
        return _made(typed, first, month, second)
    return _made(typed, second, month, first)


def _month(name: str, typed: str) -> int:
    """The month of a name, or of its beginning when only one month begins so."""
    if name in _MONTHS:
        return _MONTHS[name]
    begun = {number for known, number in _MONTHS.items() if len(name) > 2 and known.startswith(name)}
    if len(begun) != 1:
        raise BadInput("ask_date_month" if begun else "ask_date_form", value=typed)
    return begun.pop()


def _in_figures(typed: str, first: str, second: str, third: str) -> date:
    """Day, month, year; or year, month, day."""
    year, day = (first, third) if len(first) == 4 else (third, first)
    if not 1 <= int(second) <= MONTHS_OF_YEAR:
        raise BadInput("ask_date_order", value=typed)
    return _made(typed, year, int(second), day)


def _made(typed: str, year: str, month: int, day: str) -> date:
    if len(day) > 2 or len(year) not in (2, 4):
        raise BadInput("ask_date_form", value=typed)
    if len(year) == 2:
        raise BadInput("ask_date_year", value=typed)
    if not EARLIEST <= int(year) <= LATEST:
        raise BadInput("ask_date_far", value=typed)
    try:
        return date(int(year), month, int(day))
    except ValueError:
        raise BadInput("ask_date_impossible", value=typed) from None
