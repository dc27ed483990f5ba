"""Values as people write them in Morocco: dates, numbers, money, in French, Arabic and English."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from . import say

NBSP = "\u00a0"
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
ARABIC = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر"
ENGLISH = "January February March April May June July August September October November December"
WEEKDAYS = {
    "fr": ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
MONTHS = {"fr": FRENCH.split(" "), "ar": ARABIC.split(" "), "en": ENGLISH.split(" ")}
SHORT_MONTHS = {
    "fr": ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juill.", "août", "sept.", "oct.", "nov.", "déc."],
    "ar": MONTHS["ar"],
    "en": [month[:3] for month in MONTHS["en"]],
}
DECIMAL_MARK = {"fr": ",", "ar": ",", "en": "."}
THOUSANDS = {"fr": NBSP, "ar": NBSP, "en": ","}
CURRENCY = {"fr": "DH", "ar": "درهم", "en": "MAD"}


def date_text(day: date, lang: str) -> str:
    """A date: 5 novembre 2026, 5 نونبر 2026, 5 November 2026 (and 1er in French)."""
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return f"{number} {MONTHS[lang][day.month - 1]} {day.year}"


def short_date(day: date, lang: str) -> str:
    """A date for a line that has no room: 5 nov. 2026, 5 نونبر 2026, 5 Nov 2026."""
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return f"{number} {SHORT_MONTHS[lang][day.month - 1]} {day.year}"


def short_before(day: date, later: date, lang: str) -> str:
    """A short date told before another one: without its year, where the other has the same.

    >>> short_before(date(2026, 2, 12), date(2026, 9, 1), "en"), short_before(date(2025, 2, 12), date(2026, 9, 1), "en")
    ('12 Feb', '12 Feb 2025')
    """
    told = short_date(day, lang)
    return told.rpartition(" ")[0] if day.year == later.year else told


def weekday_text(day: date, lang: str) -> str:
    """The name of the day of the week: jeudi, الخميس, Thursday."""
    return WEEKDAYS[lang][day.weekday()]


def long_date(day: date, lang: str) -> str:
    """A date with its day of the week: jeudi 5 novembre 2026, الخميس 5 نونبر 2026, Thursday 5 November 2026."""
    return f"{weekday_text(day, lang)} {date_text(day, lang)}"


def day_beside(day: date, near: date, lang: str) -> str:
    """A date told beside another one: only the day of the week and of the month, where month and year are the same.

    >>> day_beside(date(2026, 11, 6), date(2026, 11, 10), "en"), day_beside(date(2026, 10, 30), date(2026, 11, 10), "en")
    ('Friday 6', 'Friday 30 October')
    """
    parts = long_date(day, lang).split(" ")
    return " ".join(parts if day.year != near.year else parts[:3] if day.month != near.month else parts[:2])


def number_text(value: int | Decimal, lang: str) -> str:
    """A number with the thousands and decimal marks of the language."""
    text = f"{abs(value):,f}" if isinstance(value, Decimal) else f"{abs(value):,}"
    whole, _, fraction = text.partition(".")
    whole = whole.replace(",", THOUSANDS[lang])
    sign = "-" if value < 0 else ""
    return sign + (f"{whole}{DECIMAL_MARK[lang]}{fraction}" if fraction else whole)


def money_text(value: int | Decimal, lang: str) -> str:
    """An amount in dirhams: 1 234,50 DH."""
    return f"{number_text(value, lang)}{NBSP}{CURRENCY[lang]}"


def list_text(parts: Iterable[str], lang: str) -> str:
    """Parts of a list in one line, with the comma of the language.

    >>> list_text(["a", "b"], "ar")
    'a، b'
    """
    return say("comma", lang).join(parts)


def range_text(low: Any, high: Any, lang: str) -> str:
    """A range of money: 2 000 à 5 000 DH."""
    joined = {"fr": "{} à {}", "ar": "من {} إلى {}", "en": "{} to {}"}[lang]
    amount = joined.format(number_text(_whole(low), lang), number_text(_whole(high), lang))
    return f"{amount}{NBSP}{CURRENCY[lang]}"


def _whole(value: Any) -> Any:
    return int(value) if value == int(value) else value
