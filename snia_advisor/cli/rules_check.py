"""`snia rules check`: what is wrong with the rule base."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .reply import Reply

if TYPE_CHECKING:
    from ..law.model.case import Case
    from ..law.rulebase.base import RuleBase


def run(
    json: options.Json = False,
    rules: options.Rules = None,
    time: options.Time = False,
    counterexamples: Annotated[
        str | None, typer.Option("--counterexamples", metavar="DIRECTORY", help="opt_counterexamples")
    ] = None,
    force: options.Force = False,
) -> Reply:
    """Check the rule base; 1 when there is a finding."""
    if time:
        return _time(rules)
    from ..messages import language
    from ..questions.checks.page import checks_page
    from ..questions.checks.rule_base import check_rules, findings_json

    findings = check_rules(rules)
    unproved = counterexamples is not None and any(one.code == "A001" for one in findings)
    return Reply(
        lambda: checks_page(findings, language()),
        lambda: findings_json(findings),
        1 if findings else 0,
        files=_counterexamples(rules, Path(counterexamples)) if unproved and counterexamples else {},
    )


def _counterexamples(rules: str | None, directory: Path) -> dict[str, Callable[[], str]]:
    """A case file for each pair that is not proved, where a case is found."""
    from datetime import date

    from ..answer.telling.target import signature
    from ..messages import language
    from ..questions.checks.proof.counterexample import counterexamples
    from ..questions.scenarios.files import cases_still_read
    from .inputs import rule_base

    base = rule_base(rules)
    found = dict(counterexamples(base, date.today(), list(cases_still_read(base))))
    last = f"# {signature(language())}\n"
    return {str(directory / f"{name}.yaml"): partial(_signed, case, base, last) for name, case in found.items()}


def _signed(case: Case, base: RuleBase, last: str) -> str:
    """A case with a last line that tells who wrote it, and so who may replace it."""
    from ..law.rulebase.case_text import case_text

    return case_text(case, base) + last


def _time(rules: str | None) -> Reply:
    """What is covered in each quarter, and the gaps and overlaps."""
    from ..messages import language
    from ..questions.checks.law_in_time import time_json, time_report
    from ..questions.checks.page import time_page
    from .inputs import rule_base

    report, findings = time_report(rule_base(rules))
    return Reply(lambda: time_page(report, findings, language()), lambda: time_json(report, findings), 1 if findings else 0)
