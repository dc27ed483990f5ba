"""The scenario suite in several processes: it is the longest test, and every core may take its share."""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.questions.scenarios.suite import SuiteReport, load_scenarios, run_scenarios


def share(part: int, parts: int) -> SuiteReport:
    """The report on every `parts`-th scenario, from number `part` on."""
    rules = load_rules()
    return run_scenarios(rules, load_scenarios(rules)[part::parts])


def shares() -> list[SuiteReport]:
    """The reports on all scenarios. The engine must not be carried into a process, so each begins afresh."""
    parts = os.cpu_count() or 1
    with ProcessPoolExecutor(parts, mp_context=get_context("spawn")) as pool:
        return list(pool.map(share, range(parts), [parts] * parts))
