"""Values as people write them in Morocco: dates, numbers, money, in French, Arabic and English."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

NBSP = "\u00a0"
FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
ARABIC = "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر"
ENGLISH = "January February March April May June July August September October November December"
MONTHS = {"fr": FRENCH.split(" "), "ar": ARABIC.split(" "), "en": ENGLISH.split(" ")}
DECIMAL_MARK = {"fr": ",", "ar": ",", "en": "."}
THOUSANDS = {"fr": NBSP, "ar": NBSP, "en": ","}
CURRENCY = {"fr": "DH", "ar": "درهم", "en": "MAD"}


def date_text(day: date, lang: str) -> str:
    """A date: 5 novembre 2026, 5 نونبر 2026, 5 November 2026 (and 1er in French)."""
    number = "1er" if lang == "fr" and day.day == 1 else str(day.day)
    return f"{number} {MONTHS[lang][day.month - 1]} {day.year}"


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


def range_text(low: Any, high: Any, lang: str) -> str:
    """A range of money: 2 000 à 5 000 DH."""
    joined = {"fr": "{} à {}", "ar": "من {} إلى {}", "en": "{} to {}"}[lang]
    amount = joined.format(number_text(_whole(low), lang), number_text(_whole(high), lang))
    return f"{amount}{NBSP}{CURRENCY[lang]}"


def _whole(value: Any) -> Any:
    return int(value) if value == int(value) else value
