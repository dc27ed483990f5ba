"""`snia rules check`: what is wrong with the rule base."""

from __future__ import annotations

from . import options
from .reply import Reply


def run(json: options.Json = False, rules: options.Rules = None, time: options.Time = False) -> Reply:
    """Check the rule base; 1 when there is a finding."""
    if time:
        return _time(rules)
    from ..messages import language
    from ..questions.checks.page import checks_page
    from ..questions.checks.rule_base import check_rules, findings_json

    findings = check_rules(rules)
    return Reply(lambda: checks_page(findings, language()), lambda: findings_json(findings), 1 if findings else 0)


def _time(rules: str | None) -> Reply:
    """What is covered in each quarter, and the gaps and overlaps."""
    from ..messages import language
    from ..questions.checks.law_in_time import time_json, time_report
    from ..questions.checks.page import time_page
    from .inputs import rule_base

    report, findings = time_report(rule_base(rules))
    return Reply(lambda: time_page(report, findings, language()), lambda: time_json(report, findings), 1 if findings else 0)
