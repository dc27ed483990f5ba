"""Counted nouns: two forms in French and English, six in Arabic."""

from __future__ import annotations

from decimal import Decimal

from . import say
from .formats import number_text


def plural_form(n: int, lang: str) -> int:
    """Which form a counted noun takes: two forms in French and English, six in Arabic.

    >>> [plural_form(n, "fr") for n in (0, 1, 2)], [plural_form(n, "ar") for n in (0, 1, 2, 3, 11, 100)]
    ([0, 0, 1], [0, 1, 2, 3, 4, 5])
    """
    if lang == "fr":
        return int(n > 1)
    if lang == "en":
        return int(n != 1)
    if n < 3:
        return n
    return 3 if 3 <= n % 100 <= 10 else 4 if 11 <= n % 100 <= 99 else 5


def quantity(key: str, n: int | Decimal, lang: str) -> str:
    """A counted noun: `count_months` and 2 give "2 mois". The forms stand in the catalogue, separated by `|`.

    A number that is not whole takes the form of many.
    """
    forms = say("count_" + key, lang).split("|")
    whole = int(n) if n == int(n) else None
    form = len(forms) - 1 if whole is None else plural_form(abs(whole), lang)
    return forms[min(form, len(forms) - 1)].format(n=number_text(n, lang))
