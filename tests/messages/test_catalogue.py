"""The program's sentences: three languages in step, none unused, none missing, each with what it needs to be said."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path

import pytest

from snia_advisor import messages
from snia_advisor.messages import LANGUAGES, PARTS, catalogue, pick_language, say, set_language
from snia_advisor.messages.formats import date_text, money_text, number_text, range_text

PACKAGE = Path(__file__).parents[2] / "snia_advisor"
MODULES = [import_module(f"snia_advisor.messages.{name}") for name in PARTS]
CATALOGUES = {Path(str(module.__file__)) for module in MODULES}
CODE = sorted(file for file in PACKAGE.rglob("*.py") if file not in CATALOGUES)
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
ARABIC = re.compile(r"[\u0600-\u06ff]")
# Functions and classes whose first argument is a key of the catalogue.
SPEAKING = {
    "say",
    "BadInput",
    "RuleBaseError",
    "EngineFault",
    "EngineLimit",
    "EngineMissing",
    "EngineDisagreement",
    "SniaError",
    "ConditionError",
    "fail",
    "error",
    "finding",
    "known",
    "unknown",
    "named",
}
# Written in Latin letters in every language: a name, and the form of a date. So are commands (`eg_`) and signs (`_ascii`).
LATIN_ALIKE = {"doctor_python", "write_date"}
KEYS = sorted(catalogue())


def fields(text: str) -> set[str]:
    """The placeholders of a sentence."""
    return set(PLACEHOLDER.findall(text))


def calls(file: Path) -> Iterator[ast.Call]:
    """The calls of a file that say something."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in SPEAKING and node.args:
            yield node


# --- three languages ---------------------------------------------------------------------------------------------


def test_no_key_is_in_two_catalogues() -> None:
    assert sum(len(module.TEXTS) for module in MODULES) == len(catalogue())
    assert len(catalogue()) > 200


@pytest.mark.parametrize("key", KEYS)
def test_a_sentence_in_three_languages(key: str) -> None:
    texts = catalogue()[key]
    assert len(texts) == 3
    assert all(isinstance(text, str) and text for text in texts)
    french, arabic, english = texts
    assert fields(french) == fields(arabic) == fields(english)
    assert not ARABIC.search(french + english)
    typed = key == "eg" or key.startswith("eg_") or key.endswith("_ascii") or key in LATIN_ALIKE
    if not typed and re.search(r"[^\W\d_]{3,}", PLACEHOLDER.sub("", french)):
        assert ARABIC.search(arabic), f"{key}: not in Arabic script"
    if not typed and len(PLACEHOLDER.sub("", french)) > 25:
        assert french != english, f"{key}: not translated"


@pytest.mark.parametrize("key", KEYS)
def test_a_sentence_is_cleanly_written(key: str) -> None:
    for lang, text in zip(LANGUAGES, catalogue()[key], strict=True):
        assert "\t" not in text
        assert "  " not in text.strip() or "|" in text
        assert not re.search(r"[\u064b-\u0652\u202a-\u202e\u2066-\u2069\ufeff]", text), "vowel signs or invisible marks"
        if not fields(text):
            assert "{{" not in text, "braces are doubled only where the sentence is filled in"
        if lang == "ar":
            assert "?" not in PLACEHOLDER.sub("", text).replace("--", ""), "the Arabic question mark is ؟"
            assert not re.search(r"[\u0660-\u0669]", text), "figures are written as in Morocco"


@pytest.mark.parametrize("key", KEYS)
def test_a_sentence_can_be_said(key: str) -> None:
    for lang in LANGUAGES:
        args = {name: f"<{name}>" for name in fields(catalogue()[key][0])}
        said = say(key, lang, **args)
        assert all(value in said for value in args.values())


# --- in step with the code ---------------------------------------------------------------------------------------


def test_nothing_unknown_is_said() -> None:
    known = set(catalogue())
    unknown = [
        f"{file.relative_to(PACKAGE)}:{node.lineno}: {node.args[0].value}"
        for file in CODE
        for node in calls(file)
        if isinstance(node.args[0], ast.Constant) and isinstance(node.args[0].value, str) and node.args[0].value not in known
    ]
    assert unknown == []


def test_everything_a_sentence_needs_is_given() -> None:
    """A missing value would be a traceback instead of a sentence."""
    lacking = []
    for file in CODE:
        for node in calls(file):
            key = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            given = {keyword.arg for keyword in node.keywords}
            if key not in catalogue() or None in given:
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            makers = {getattr(argument, "id", "") for argument in node.args}
            if called in ("known", "unknown", "named"):
                given |= {"name", "nearest"}
                called = "BadInput" if "BadInput" in makers or len(node.args) == 2 else "fail"
            # A condition's error is given the entry by whoever knows it.
            given |= {"entry"} if called in ("ConditionError", "fail") else set()
            needed = fields(catalogue()[str(key)][0])
            formatted_later = not given - {"place", "lang"} and "|" in catalogue()[str(key)][0]
            if needed - given and not formatted_later:
                lacking.append(f"{file.relative_to(PACKAGE)}:{node.lineno}: {key} lacks {sorted(needed - given)}")
    assert lacking == []


def test_no_sentence_is_unused() -> None:
    """A key stands in the code as it is, or is put together there: `"demand_" + op`, `f"{kind}_expected"`."""
    constants, patterns = words_of_the_code()
    unused = [key for key in KEYS if key not in constants and not any(pattern.fullmatch(key) for pattern in patterns)]
    assert unused == []


def words_of_the_code() -> tuple[set[str], list[re.Pattern[str]]]:
    """Every text of the code, and a pattern for every text that is put together."""
    constants: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for file in CODE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                constants.add(node.value)
            elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
                sides = [part.value if isinstance(part, ast.Constant) else None for part in (node.left, node.right)]
                if any(isinstance(side, str) and re.fullmatch(r"[a-zA-Z_]*_|_[a-zA-Z_]*", side) for side in sides):
                    patterns.append(
                        re.compile("".join(re.escape(s) if isinstance(s, str) else r"[A-Za-z0-9_]+" for s in sides))
                    )
            elif isinstance(node, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else None for part in node.values]
                written = "".join(str(part) for part in parts if part)
                if re.fullmatch(r"[a-z_]{4,}", written) and "_" in written:
                    patterns.append(re.compile("".join(re.escape(str(p)) if p else r"[A-Za-z0-9_]+" for p in parts)))
    return constants, patterns


def test_the_patterns_do_not_swallow_everything() -> None:
    _, patterns = words_of_the_code()
    assert not any(pattern.fullmatch("a_key_that_nobody_uses") for pattern in patterns)


# --- choosing a language -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "environ", "lang"),
    [
        ("ar", {"SNIA_LANG": "en"}, "ar"),
        (None, {"SNIA_LANG": "en", "LANG": "ar_MA.UTF-8"}, "en"),
        (None, {"LC_ALL": "ar_MA.UTF-8", "LANG": "en_GB"}, "ar"),
        (None, {"LC_MESSAGES": "en_GB", "LANG": "ar_MA"}, "en"),
        (None, {"LANG": "en_US.UTF-8"}, "en"),
        (None, {"LANG": "de_DE.UTF-8"}, "fr"),
        (None, {"LANG": "C"}, "fr"),
        (None, {}, "fr"),
        (None, {"SNIA_LANG": ""}, "fr"),
        ("FR", {}, "fr"),
    ],
)
def test_which_language(asked: str | None, environ: dict[str, str], lang: str) -> None:
    assert pick_language(asked, environ) == lang


def test_the_language_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_current", None)
    monkeypatch.setenv("SNIA_LANG", "ar")
    assert messages.language() == "ar"
    set_language("en")
    assert messages.language() == "en"
    assert say("yes") == "yes"


# --- formats -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "texts"),
    [
        (date(2026, 1, 1), ("1er janvier 2026", "1 يناير 2026", "1 January 2026")),
        (date(2026, 8, 31), ("31 août 2026", "31 غشت 2026", "31 August 2026")),
        (date(2026, 5, 2), ("2 mai 2026", "2 ماي 2026", "2 May 2026")),
    ],
)
def test_dates(day: date, texts: tuple[str, str, str]) -> None:
    assert tuple(date_text(day, lang) for lang in LANGUAGES) == texts


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        (0, ("0", "0", "0")),
        (1234567, ("1\u00a0234\u00a0567", "1\u00a0234\u00a0567", "1,234,567")),
        (Decimal("1234.50"), ("1\u00a0234,50", "1\u00a0234,50", "1,234.50")),
        (Decimal("-0.05"), ("-0,05", "-0,05", "-0.05")),
    ],
)
def test_numbers(value: int | Decimal, texts: tuple[str, str, str]) -> None:
    assert tuple(number_text(value, lang) for lang in LANGUAGES) == texts


def test_money() -> None:
    assert [money_text(Decimal("3422.72"), lang) for lang in LANGUAGES] == [
        "3\u00a0422,72\u00a0DH",
        "3\u00a0422,72\u00a0درهم",
        "3,422.72\u00a0MAD",
    ]
    assert [range_text(Decimal("2000.00"), Decimal("5000.50"), lang) for lang in LANGUAGES] == [
        "2\u00a0000 à 5\u00a0000,50\u00a0DH", "من 2\u00a0000 إلى 5\u00a0000,50\u00a0درهم", "2,000 to 5,000.50\u00a0MAD",
    ]  # fmt: skip
