"""The program's own sentences, in French, Arabic and English.

Texts of the law live in `rules/`. Here are the words around them: labels, help, errors. The three languages stand side
by side, so that they are reviewed in one diff; a test keeps keys and placeholders in step.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import Any

LANGUAGES = ("fr", "ar", "en")
# The modules that hold the sentences, one a subject.
PARTS = (
    "answer",
    "states",
    "screen",
    "errors",
    "checks",
    "cli",
    "calendar",
    "calendar_table",
    "plan",
    "watch",
    "ask",
    "why",
)
_current: str | None = None


def pick_language(asked: str | None = None, environ: Mapping[str, str] = os.environ) -> str:
    """The language to speak: the one asked for, else `SNIA_LANG`, else the locale, else French."""
    candidates = [asked, environ.get("SNIA_LANG")]
    candidates += [environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG")]
    for value in candidates:
        code = (value or "")[:2].lower()
        if code in LANGUAGES:
            return code
    return "fr"


def set_language(lang: str) -> None:
    """Fix the language of the process (the command line does it once)."""
    global _current
    _current = lang


def language() -> str:
    """The language of the process."""
    return _current or pick_language()


@cache
def catalogue() -> dict[str, tuple[str, str, str]]:
    """All sentences by key, each as (fr, ar, en)."""
    merged: dict[str, tuple[str, str, str]] = {}
    for name in PARTS:
        merged.update(import_module(f".{name}", __name__).TEXTS)
    return merged


def say(key: str, lang: str | None = None, **args: Any) -> str:
    """The sentence `key` in `lang`, its placeholders filled."""
    texts = catalogue()[key]
    text = texts[LANGUAGES.index(lang or language())]
    return text.format(**args) if args else text


__all__ = ["LANGUAGES", "PARTS", "catalogue", "language", "pick_language", "say", "set_language"]
