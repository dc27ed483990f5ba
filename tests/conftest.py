"""What every test may ask for: a small law written in the test, and the real one."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))  # for the modules that tests share

from laws import law_from

from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules

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
