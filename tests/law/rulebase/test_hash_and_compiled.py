"""The hash says what the law says, not where it stands; the compiled form is the same law."""

from __future__ import annotations

import json
import pickle
from datetime import date
from pathlib import Path

import pytest
from fishing import GOOD, altered, ask, fishing

from snia_advisor.answer.advice.advise import advise
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import read_case
from snia_advisor.law.rulebase.load import from_json, from_yaml, to_json

SCENARIO = Path("scenarios/hire_employee/exemption_grounds/a_recognised_refugee_is_hired_as_a_cook_in_rabat.yaml")


def test_the_hash_is_that_of_every_reading() -> None:
    assert from_yaml(GOOD).sha256 == from_yaml(GOOD).sha256 == fishing().sha256
    assert len(fishing().sha256) == 64


def test_files_their_order_and_their_names_do_not_matter(tmp_path: Path) -> None:
    rules = altered(tmp_path)
    for number, file in enumerate(sorted(rules.glob("*.yaml"), reverse=True)):
        (rules / f"sub{number}").mkdir()
        file.rename(rules / f"sub{number}" / f"{number}.yaml")
    assert from_yaml(rules).sha256 == fishing().sha256


def test_the_order_of_entries_and_keys_does_not_matter(tmp_path: Path) -> None:
    rules = altered(tmp_path)
    file = rules / "law.yaml"
    entries = file.read_text(encoding="utf-8").split("\n- ")
    entries[0] = entries[0].removeprefix("- ")
    file.write_text("\n".join(f"- {entry}" for entry in reversed(entries)), encoding="utf-8")
    first = '  sources: ["river-act#1"]\n  basis: [RIV-002]\n'
    second = '  basis: [RIV-002]\n  sources: ["river-act#1"]\n'
    text = file.read_text(encoding="utf-8")
    assert first in text
    file.write_text(text.replace(first, second), encoding="utf-8")
    assert from_yaml(rules).sha256 == fishing().sha256


def test_comments_spaces_and_quotes_do_not_matter(tmp_path: Path) -> None:
    changes = {
        "- rule: permit_in_force\n": "# a comment\n\n- rule:   permit_in_force   # another\n",
        "when: {not: adult}": "when:\n    not: 'adult'",
        "kind: disputed": '"kind": "disputed"',
    }
    assert from_yaml(altered(tmp_path, changes)).sha256 == fishing().sha256


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("when: {not: adult}", "when: adult"),
        ("value: 5.25", "value: 5.26"),
        ("confidence: medium", "confidence: high"),
        ("Permit in force", "Permit in  force"),
        ("to: 2025-12-31, value: 7.50", "to: 2025-12-30, value: 7.50"),
        ("includes: guest", "includes: club"),
        ("collect: [exempt_as_minor, exempt_as_guest, ", "collect: [exempt_as_guest, exempt_as_minor, "),
    ],
)
def test_a_changed_word_changes_the_hash(tmp_path: Path, old: str, new: str) -> None:
    assert from_yaml(altered(tmp_path, {old: new})).sha256 != fishing().sha256


def test_the_order_of_outcomes_is_law(tmp_path: Path) -> None:
    """The first outcome that holds is the answer, so swapping two is another law, and another hash."""
    rules = altered(tmp_path)
    file = rules / "law.yaml"
    text = file.read_text(encoding="utf-8")
    begin, middle, end = (text.index(mark) for mark in ("    held:\n", "    not_required:\n", "    required:\n"))
    swapped = text[:begin] + text[middle:end] + text[begin:middle] + text[end:]
    file.write_text(swapped, encoding="utf-8")
    other = from_yaml(rules)
    both = {"angler": {"birth_date": date(2020, 1, 1), "permit_expires": date(2027, 1, 1)}}
    assert ask(fishing(), **both).determination("permit").outcome == "held"
    assert ask(other, **both).determination("permit").outcome == "not_required"
    assert other.sha256 != fishing().sha256


# --- compiled ----------------------------------------------------------------------------------------------------


def compiled(base: RuleBase, directory: Path) -> RuleBase:
    """The rule base as the wheel carries it."""
    file = directory / "rules.json"
    file.write_text(to_json(base), encoding="utf-8")
    return from_json(file)


def test_the_compiled_form_is_the_same_law(tmp_path: Path) -> None:
    copy = compiled(fishing(), tmp_path)
    assert copy.sha256 == fishing().sha256
    copy.__dict__.pop("sha256")
    assert copy.sha256 == fishing().sha256  # computed again from what was read
    for kind, table in fishing().tables().items():
        assert list(copy.tables()[kind]) == list(table)
        assert [copy.tables()[kind][name] for name in table] == [table[name] for name in table]
        assert [copy.place(kind, name) for name in table] == [fishing().place(kind, name) for name in table]


def test_the_compiled_form_gives_the_same_advice(tmp_path: Path) -> None:
    copy = compiled(fishing(), tmp_path)
    for lang in ("fr", "ar", "en"):
        assert ask(copy, lang).to_json() == ask(fishing(), lang).to_json()


def test_the_real_law_compiles(rules: RuleBase, tmp_path: Path) -> None:
    copy = compiled(rules, tmp_path)
    copy.__dict__.pop("sha256")
    assert copy.sha256 == rules.sha256
    case = read_case(SCENARIO.read_text(encoding="utf-8"), SCENARIO.name, rules)
    again = read_case(SCENARIO.read_text(encoding="utf-8"), SCENARIO.name, copy)
    assert advise(again, copy, lang="fr").to_json() == advise(case, rules, lang="fr").to_json()


def test_the_compiled_form_is_stable() -> None:
    first, second = to_json(from_yaml(GOOD)), to_json(from_yaml(GOOD))
    assert first == second
    assert json.loads(first)["sha256"] == fishing().sha256


def test_a_rule_base_can_cross_a_process() -> None:
    copy = pickle.loads(pickle.dumps(fishing()))
    assert copy.sha256 == fishing().sha256
    assert ask(copy).to_json() == ask(fishing()).to_json()
