"""What a person may type instead of an answer: help, back, I don't know, save, stop."""

from __future__ import annotations

from enum import StrEnum

from ...answer.telling.spelling import letters


class Key(StrEnum):
    """A letter that is no answer."""

    help = "?"
    back = "b"
    unknown = "u"
    save = "s"
    quit = "q"


class Pressed(Exception):
    """The person typed a key instead of an answer."""

    def __init__(self, key: Key) -> None:
        super().__init__(key)
        self.key = key


_WORDS = {
    Key.help: ("help", "aide", "مساعدة"),
    Key.back: ("back", "retour", "رجوع"),
    Key.unknown: (
        "je ne sais pas", "sais pas", "ne sais pas", "I don't know", "don't know", "dont know", "لا أعرف", "لا أدري",
    ),
    Key.save: ("save", "enregistrer", "حفظ"),
    Key.quit: ("quit", "stop", "exit", "quitter", "arrêter", "خروج", "توقف"),
}  # fmt: skip
_BY_WORD = {letters(word): key for key, words in _WORDS.items() for word in words}


def key_of(typed: str) -> Key | None:
    """The key that `typed` is, by its letter or by a word; None for an answer.

    >>> key_of(" B "), key_of("؟"), key_of("لا أعرف"), key_of("bénin")
    (<Key.back: 'b'>, <Key.help: '?'>, <Key.unknown: 'u'>, None)
    """
    text = typed.strip().casefold().replace("؟", "?")
    if text in set(Key):
        return Key(text)
    return _BY_WORD.get(letters(typed))
