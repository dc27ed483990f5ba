"""Text as it is compared: without accents, case, Arabic vowel signs, forms of hamza and alef, or articles."""

from __future__ import annotations

import unicodedata

# Letters that are written in several ways, after accents, vowel signs and hamzas have been taken off.
_SAME = str.maketrans(
    {"ى": "ي", "ی": "ي", "ة": "ه", "ٱ": "ا", "ک": "ك", "گ": "غ", "ڤ": "ف", "پ": "ب", "ء": None, "ـ": None, "œ": "oe",
     "æ": "ae", "ø": "o", "ł": "l", "ı": "i"}
)  # fmt: skip
_ARTICLES = ["le", "la", "les", "l", "un", "une", "de", "du", "des", "d", "et", "en", "au", "aux", "the", "of", "and", "a"]
_SMALL = frozenset([*_ARTICLES, "في", "من", "و"])  # words that people write or leave out
ARTICLE = "ال"
SHORTEST = 3  # letters that must be left when the Arabic article is taken off


def digits(text: str) -> str:
    """`text` with every decimal digit as 0 to 9.

    >>> digits("٥ نونبر ٢٠٢٦")
    '5 نونبر 2026'
    """
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def letters(text: str) -> str:
    """`text` in its plainest spelling, every other sign a space.

    >>> letters("Côte d'Ivoire"), letters("الإمارات")
    ('cote d ivoire', 'الامارات')
    """
    plain = unicodedata.normalize("NFKD", digits(text).casefold())
    kept = "".join(c for c in plain if not unicodedata.combining(c)).translate(_SAME)
    return " ".join("".join(c if c.isalnum() else " " for c in kept).split())


def words(text: str) -> tuple[str, ...]:
    """The words of `text` in their plainest spelling, small words and the Arabic article left out where others remain.

    >>> words("la République du Niger"), words("النيجر")
    (('republique', 'niger'), ('نيجر',))
    """
    spelled = letters(text).split()
    return tuple(_bare(word) for word in [word for word in spelled if word not in _SMALL] or spelled)


def _bare(word: str) -> str:
    return word[len(ARTICLE) :] if word.startswith(ARTICLE) and len(word) >= len(ARTICLE) + SHORTEST else word


def spelt(text: str) -> str:
    """The words of `text` in one line: two texts that are spelt alike are equal."""
    return " ".join(words(text))
