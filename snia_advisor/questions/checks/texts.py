"""Texts: three languages, each in its own script, of comparable length; a question is a question."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...law.rulebase.base import Raw, RuleBase
from ...law.rulebase.strict_yaml import line_of
from ...messages import LANGUAGES
from .findings import RuleFinding, finding

ARABIC = re.compile(r"[\u0600-\u06ff]")
TASHKEEL = re.compile(r"[\u064b-\u0652]")
CONTROLS = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
LATIN = re.compile(r"[A-Za-z]")
# Names that are written alike in French and English are short; a long text that is the same was not translated.
SAME_FROM = 25
LENGTHS = {"ar": (0.3, 2.2), "en": (0.45, 2.2)}
LENGTHS_FROM = 60


def check_texts(base: RuleBase) -> Iterator[RuleFinding]:
    """Findings T001, T002 and Q001 on every text of the rule base."""
    for table in base.raws.values():
        for raw in table.values():
            for path, text in _texts(raw.body, ()):
                yield from _one(raw, path, text)


def _texts(node: Any, path: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], dict[str, str]]]:
    if isinstance(node, dict):
        if set(node) == set(LANGUAGES):
            yield path, node
            return
        for key, value in node.items():
            yield from _texts(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _texts(value, (*path, index))


def _one(raw: Raw, path: tuple[Any, ...], text: dict[str, str]) -> Iterator[RuleFinding]:
    line = line_of(raw.body, path, raw.line)
    name = raw.id
    fr, ar, en = (str(text[lang]).strip() for lang in LANGUAGES)
    wrong = None
    if (not ARABIC.search(ar) and LATIN.search(ar) and raw.kind != "source") or TASHKEEL.search(ar) or CONTROLS.search(ar):
        wrong = "ar"
    elif ARABIC.search(fr):
        wrong = "fr"
    elif ARABIC.search(en) or (fr == en and len(fr) > SAME_FROM and raw.kind != "source"):
        wrong = "en"
    if wrong:
        yield finding("T001", raw, line, name=name, which=wrong, text=str(text[wrong])[:60])
    for lang, (low, high) in LENGTHS.items():
        ratio = len(str(text[lang])) / len(fr)
        # The titles of texts are given for convenience in the languages that are not theirs: they may be shorter.
        if raw.kind != "source" and len(fr) >= LENGTHS_FROM and not low <= ratio <= high:
            yield finding("T002", raw, line, name=name, which=lang)
    if path and path[-1] == "question":
        for lang, mark in (("fr", "?"), ("ar", "؟"), ("en", "?")):
            if not str(text[lang]).strip().endswith(mark):
                yield finding("Q001", raw, line, name=name, which=lang)
