"""What every test may ask for: a small law written in the test, and the real one."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))  # for the modules that tests share

from laws import law_from

from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules

gc.set_threshold(40_960, 20, 50)  # as the command line does: the law is a large tree, and it stays

Law = Callable[[str], RuleBase]

settings.register_profile("project", deadline=None)  # a slow machine is not a failure
settings.load_profile("project")


@pytest.fixture
def law(tmp_path: Path) -> Law:
    """A function that reads a rule base from YAML text; titles, sources and questions may be left out."""
    return lambda text: law_from(text, tmp_path)


@pytest.fixture(scope="session")
def rules() -> RuleBase:
    """The real rule base."""
    return load_rules()


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """`snia` writes as on a terminal of 80 columns, without its colours and without a pager."""
    monkeypatch.setattr("snia_advisor.answer.telling.look.is_terminal", lambda stream: True)
    for name, value in {"COLUMNS": "80", "NO_COLOR": "1", "PAGER": ""}.items():
        monkeypatch.setenv(name, value)
