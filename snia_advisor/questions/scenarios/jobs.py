"""The scenarios in several processes: the engine is for one thread at a time, and every core may take its share."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from ...law.rulebase.base import RuleBase
from .record import Scenario
from .suite import Coverage, Progress, ScenarioResult, SuiteReport, run_scenario, run_scenarios, universe

SHARE = 20  # scenarios that a process takes at a time: few enough to end together, enough to make the message worth it
FEW = 2 * SHARE  # under that, one process is done before the others have read the law

_base: RuleBase | None = None


def run_in_processes(
    base: RuleBase, scenarios: Sequence[Scenario], jobs: int | None = None, progress: Progress | None = None
) -> SuiteReport:
    """`run_scenarios` in `jobs` processes (None: one a core); the same report, in the same order."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(scenarios) <= FEW:
        return run_scenarios(base, scenarios, progress)
    shares = [scenarios[start : start + SHARE] for start in range(0, len(scenarios), SHARE)]
    coverage = Coverage(*universe(base))
    results: list[ScenarioResult] = []
    # The engine must not be carried into a process: each begins afresh.
    context = get_context("spawn")
    with ProcessPoolExecutor(
        min(jobs, len(shares)), context, initializer=_begin, initargs=(base, gc.get_threshold())
    ) as pool:
        for share, seen in pool.map(_share, shares):
            results += share
            coverage.add(seen)
            if progress:
                progress(len(results), len(scenarios), results[-1].id)
    return SuiteReport(tuple(results), coverage.to_json(), coverage.seen_true, coverage.seen_false)


def _begin(base: RuleBase, thresholds: tuple[int, int, int]) -> None:
    """What a process begins with: the law, and the parent's way of looking for what nobody holds any more."""
    global _base
    gc.set_threshold(*thresholds)
    _base = base


def _share(scenarios: Sequence[Scenario]) -> tuple[list[ScenarioResult], Coverage]:
    assert _base is not None
    coverage = Coverage(*universe(_base))
    return [run_scenario(_base, scenario, coverage) for scenario in scenarios], coverage
