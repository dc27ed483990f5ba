"""What is found wrong with an answer: each code on the law of the river spoilt on purpose, with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from fishing import GOOD, altered

from snia_advisor import messages
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.messages import LANGUAGES, catalogue
from snia_advisor.questions.checks.answers import check_answers
from snia_advisor.questions.checks.findings import RuleFinding

TODAY = date(2026, 6, 1)
ALARM = "    too_heavy:\n      state: stop\n      alarm: yes\n      when: heavy_catch\n"
HELD = "    permit_held:\n      state: go\n      when: {permit: held}\n"
EARLY = "    too_early:\n      state: no\n      when: {renewal: closed}\n"
WORDS = '{fr: "Essai", ar: "تجربة", en: "Trial"}'
NEVER = "    never:\n      state: go\n      when: {all: [adult, {not: adult}]}\n"
NEVER += f'      title: {WORDS}\n      sources: ["river-act#1"]\n'
STRICT = NEVER.replace("never:", "strict:").replace("go", "no").replace("{all: [adult, {not: adult}]}", "too_many_rods")
BARS = "  bars:\n    - {rules: [heavy_catch]}\n"
LONG = "x" * 61
CODES: dict[str, tuple[dict[str, str], str, str, str]] = {
    # what is changed, what the finding names, and words of the line at which it stands
    "A001": (
        {ALARM: ALARM.replace("when: heavy_catch", "when: {all: [heavy_catch, adult]}")},
        "fish",
        "heavy_catch",
        "at_sea",
    ),
    "A002": ({BARS: ""}, "fish", "heavy_catch", "answer: fish"),
    "A003": (
        {BARS: f"{BARS}  tolerates:\n    - {{rules: [heavy_catch], reason: {WORDS}}}\n"},
        "fish",
        "heavy_catch",
        "answer: fish",
    ),
    "A004": ({HELD: NEVER + HELD}, "fish", "never", "never:"),
    "A005": ({HELD: STRICT + HELD}, "fish", "strict", "strict:"),
    "A006": ({"when: {permit: required}\n      title": "when: too_many_rods\n      title"}, "fish", "fish", "answer: fish"),
    "A007": ({'en: "Yes, at sea"': f'en: "{LONG}"'}, "fish", LONG, "answer: fish"),
}


def check(rules: Path) -> list[RuleFinding]:
    return list(check_answers(load_rules(rules), TODAY))


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_current", "en")


def test_nothing_is_wrong_with_the_answers_of_the_clean_law() -> None:
    assert check(GOOD) == []


@pytest.mark.parametrize("code", CODES)
def test_each_code(tmp_path: Path, code: str) -> None:
    changes, path, named, place = CODES[code]
    rules = altered(tmp_path, changes)
    found = [one for one in check(rules) if one.code == code]
    assert found, [one.code for one in check(rules)]
    lines = (rules / "answers.yaml").read_text(encoding="utf-8").splitlines()
    assert place in lines[found[0].line - 1]
    for one in found:
        assert f'"{path}"' in one.message
        assert named in one.message
        assert one.fix
        assert (one.severity, one.file) == ("error", "rules/answers.yaml")


def test_a_path_without_an_answer(tmp_path: Path) -> None:
    text = (GOOD / "paths.yaml").read_text(encoding="utf-8")
    added = text[: text.index("- path: renew_permit")].replace("- path: fish", "- path: trial")
    (found,) = check(altered(tmp_path, added=added))
    assert (found.code, found.file, found.line) == ("A008", "rules/zz_added.yaml", 1)
    assert '"trial"' in found.message


def test_every_code_of_answers_is_tested() -> None:
    known = {key for key in catalogue() if key[1:].isdigit() and len(key) == 4 and key[0] == "A"}
    assert known == {*CODES, "A008"}


def test_the_pairs_that_nothing_proves_are_named_one_by_one(tmp_path: Path) -> None:
    """The heavy catch is passed over while it is not known whether the angler is of age."""
    changes, *_ = CODES["A001"]
    found = [one for one in check(altered(tmp_path, changes)) if one.code == "A001"]
    outcomes = [one.message.split('"')[3] for one in found]
    assert outcomes == ["at_sea", "permit_held", "exempt", "permit_first"]
    assert len({one.line for one in found}) == 4


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_title_is_measured_with_its_value_in_each_language(tmp_path: Path, lang: str) -> None:
    """Without its value it has room; with the longest date it has not."""
    old = {"fr": "Oui, jusqu'au {", "ar": "نعم، إلى غاية {", "en": "Yes, until {"}[lang]
    for size, wrong in ((60, True), (40, False)):
        new = ("y" if lang != "ar" else "ي") * (size - 1) + " {"
        rules = altered(tmp_path / str(size), {old: new})
        found = [one for one in check(rules) if one.code == "A007"]
        assert bool(found) is wrong
        assert all(f"({lang})" in one.message for one in found)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title_without: {fr: "Oui, avec le permis", ar', f'title_without: {{fr: "{LONG}", ar'),
        ('same:\n      go: {title: {fr: "Oui, sans rien demander", ar', f'same:\n      go: {{title: {{fr: "{LONG}", ar'),
        ('not_covered: {title: {fr: "Avant la loi.", ar', f'not_covered: {{title: {{fr: "{LONG}", ar'),
    ],
)
def test_every_first_line_is_measured(tmp_path: Path, old: str, new: str) -> None:
    assert {one.code for one in check(altered(tmp_path, {old: new}))} == {"A007"}


def test_sixty_characters_have_room(tmp_path: Path) -> None:
    assert check(altered(tmp_path, {'en: "Yes, at sea"': f'en: "{LONG[1:]}"'})) == []
