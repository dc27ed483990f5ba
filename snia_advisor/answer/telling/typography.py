"""French spaces, put in when a text is shown. Catalogues, rules and JSON keep plain spaces.

What a user wrote may be shown again, so characters that command a terminal or turn its text around are taken out.
"""

from __future__ import annotations

import re
import unicodedata

NBSP = "\u00a0"
NARROW = "\u202f"
_BEFORE = re.compile(r" (?=[:;!?%»])")
_AFTER = re.compile(r"(?<=«) ")
_GLUED = re.compile(r"(?<=\bart\.) (?=\d)|(?<=\bn°) (?=\S)")
_COMMANDS = dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)], " ")
# Signs inside sentences, for a terminal that may not have them.
_PLAIN = {
    ord(sign): plain for sign, plain in {"→": "->", "←": "<-", "—": "-", "–": "-", "·": "-", "…": "...", "×": "x"}.items()
}
# What an encoding without them gets instead of the signs that French typography needs.
_SPELT = {NBSP: " ", NARROW: " ", "«": '"', "»": '"', "’": "'", "→": "->", "×": "x", "·": "-", "•": "-", "—": "-",
          "–": "-", "…": "...", "œ": "oe", "Œ": "OE", "°": "o"}  # fmt: skip


def readable(problem: UnicodeError) -> tuple[str, int]:
    """Codec error handler: letters lose their accents, signs their beauty, and nothing stops the answer."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    letters = problem.object[problem.start : problem.end]
    plain = "".join(
        _SPELT.get(c) or unicodedata.normalize("NFKD", c).encode("ascii", "ignore").decode() or "?" for c in letters
    )
    return plain, problem.end


def plain_spaces(text: str) -> str:
    """`text` with the spaces that a keyboard has, so that what is typed is found.

    >>> plain_spaces("Loi n°\\xa002-03\\u202f!")
    'Loi n° 02-03 !'
    """
    return text.replace(NBSP, " ").replace(NARROW, " ")


def plain_signs(text: str) -> str:
    """`text` with its signs in ASCII; letters stay as they are."""
    return text.translate(_PLAIN)


def harmless(text: str) -> str:
    """`text` without control characters: they become spaces.

    >>> harmless("a\\x1b[31mb")
    'a [31mb'
    """
    return text.translate(_COMMANDS)


def typeset(text: str, lang: str) -> str:
    """`text` with the unbreakable spaces that its language wants.

    >>> typeset("Visa : exigé ?", "fr")
    'Visa\\xa0: exigé\\xa0?'
    >>> typeset("Visa: required?", "en")
    'Visa: required?'
    """
    text = _GLUED.sub(NBSP, text)
    if lang == "fr":
        return _AFTER.sub(NBSP, _BEFORE.sub(NBSP, text))
    return text
