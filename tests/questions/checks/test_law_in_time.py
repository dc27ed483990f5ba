"""The law in time: no gap and no overlap in any quarter, and the report sees both when they are there."""

from __future__ import annotations

from pathlib import Path

from fishing import altered

from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_yaml
from snia_advisor.questions.checks.law_in_time import quarters, time_json, time_report


def test_no_gap_and_no_overlap_in_the_real_law(rules: RuleBase) -> None:
    report, found = time_report(rules)
    assert found == []
    assert len(quarters(rules)) > 40
    assert {row.determination for row in report} == set(rules.determinations)
    assert all(0 <= row.covered <= row.quarters for row in report)


def test_an_overlap_is_seen(tmp_path: Path) -> None:
    """A period that begins before the one before ends: two values on one day."""
    law = from_yaml(altered(tmp_path, {"to: 2025-12-31, value: 90.50": "to: 2026-01-31, value: 90.50"}))
    report, found = time_report(law)
    assert "D002" in {f.code for f in found}
    assert {f["code"] for f in time_json(report, found)["findings"]} == {f.code for f in found}
