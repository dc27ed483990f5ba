"""What is usual for a value, on any day of the calendar."""

from __future__ import annotations

from datetime import date

import pytest

from snia_advisor.law.model.values import Usual
from snia_advisor.law.rulebase.bounds import outside

USUAL = Usual(years_before=80, years_after=5)


@pytest.mark.parametrize(
    ("on", "value", "limits"),
    [
        (date(2026, 3, 2), date(1946, 3, 2), None),
        (date(2026, 3, 2), date(1946, 3, 1), (date(1946, 3, 2), date(2031, 3, 2))),
        (date(2026, 3, 2), date(2031, 3, 3), (date(1946, 3, 2), date(2031, 3, 2))),
        (date(50, 1, 1), date(1, 1, 1), None),
        (date(9999, 12, 31), date(9999, 12, 31), None),
        (date(9999, 12, 31), date(1900, 1, 1), (date(9919, 12, 31), None)),
    ],
)
def test_no_limit_lies_beyond_the_calendar(on: date, value: date, limits: tuple[date | None, date | None] | None) -> None:
    assert outside(USUAL, value, on) == limits
