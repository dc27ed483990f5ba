"""Several processes give the report that one gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.questions.scenarios import jobs
from snia_advisor.questions.scenarios.suite import load_scenarios, run_scenarios

GOLDEN = Path(__file__).parents[2] / "golden"


def test_the_report_is_the_same_in_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "SHARE", 1)
    monkeypatch.setattr(jobs, "FEW", 0)
    base = load_rules(GOLDEN / "rules")
    scenarios = load_scenarios(base, GOLDEN / "scenarios")
    assert len(scenarios) > 1
    told: list[tuple[int, int]] = []
    report = jobs.run_in_processes(base, scenarios, 2, lambda done, total, name: told.append((done, total)))
    alone = run_scenarios(base, scenarios)
    assert report == alone
    assert report.failed, "a scenario that fails is among them, and its differences come back too"
    assert told == [(n, len(scenarios)) for n in range(1, len(scenarios) + 1)]


def test_a_few_scenarios_are_run_where_one_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "ProcessPoolExecutor", None)
    base = load_rules(GOLDEN / "rules")
    scenarios = load_scenarios(base, GOLDEN / "scenarios")
    assert jobs.run_in_processes(base, scenarios) == run_scenarios(base, scenarios)
