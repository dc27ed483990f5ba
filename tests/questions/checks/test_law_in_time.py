"""The law in time: no gap and no overlap in any quarter, and the report sees both when they are there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from fishing import altered

from snia_advisor.law.logic.network import Network
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_yaml
from snia_advisor.questions.checks.law_in_time import gaps, parameters_of, quarters, time_json, time_report, turns


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


GAP = {"from: 2004-06-08, to: none, value: 3,": "from: 2020-01-01, to: none, value: 3,"}


@pytest.mark.parametrize(
    "condition",
    ["{trip.rods: {more_than: $most_rods}}", "{any: [{not: {trip.rods: {at_most: $most_rods}}}, {trip.rods: {equal: 0}}]}"],
)
def test_a_gap_is_seen_wherever_the_rule_reads_its_figure(tmp_path: Path, condition: str) -> None:
    """From 2004 to 2019 a rule in force finds no figure."""
    law = from_yaml(altered(tmp_path, GAP | {"when: {trip.rods: {more_than: $most_rods}}": f"when: {condition}"}))
    network = Network(law)
    assert list(parameters_of(law, network, "too_many_rods")) == ["most_rods"]
    assert list(gaps(law, network, "too_many_rods", date(2019, 12, 31))) == ["most_rods"]
    assert list(gaps(law, network, "too_many_rods", date(2020, 1, 1))) == []
    # What another rule reads is that rule's own.
    assert list(parameters_of(law, network, "exempt_in_tournament")) == []


def test_the_eve_of_a_turn_is_checked_as_well(rules: RuleBase) -> None:
    """Law that turns between two quarters: both sides of the day are among those that are checked."""
    days = turns(rules)
    assert {
        date(2020, 9, 27),
        date(2020, 9, 28),
        date(2026, 8, 19),
        date(2026, 8, 20),
        date(2026, 8, 23),
        date(2026, 8, 24),
    } <= days
