"""`docs/answers.md` is what twenty people read today."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from snia_advisor.law.rulebase.base import RuleBase

DOCS = Path(__file__).parents[3] / "docs"


@pytest.fixture(scope="module")
def make_answers() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_answers", DOCS / "make_answers.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_answers_are_current(make_answers: ModuleType, rules: RuleBase) -> None:
    written = (DOCS / "answers.md").read_text(encoding="utf-8")
    assert make_answers.page(rules) == written, "run: python docs/make_answers.py"


def test_twenty_people_and_every_path(make_answers: ModuleType, rules: RuleBase) -> None:
    people = list(make_answers.people())
    assert len(people) == 20
    assert {name.partition("/")[0] for name in make_answers.SCENARIOS} == set(rules.paths)
