"""The calendar that is shipped."""

from __future__ import annotations

import pytest

from snia_advisor.law.calendar.closed import ClosedDays
from snia_advisor.law.rulebase.base import RuleBase


@pytest.fixture(scope="session")
def public(rules: RuleBase) -> ClosedDays:
    """The list of administrations."""
    return ClosedDays(rules.tables(), "public")
