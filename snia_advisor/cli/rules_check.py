"""`snia rules check`: what is wrong with the rule base."""

from __future__ import annotations

from . import options


def run(json: options.Json = False, rules: options.Rules = None, time: options.Time = False) -> int:
    """Check the rule base; 1 when there is a finding."""
    if time:
        return _time(json, rules)
    from ..answer.telling.output import emit_document, emit_json
    from ..messages import language
    from ..questions.checks.page import checks_page
    from ..questions.checks.rule_base import check_rules, findings_json

    findings = check_rules(rules)
    if json:
        emit_json(findings_json(findings))
    else:
        emit_document(checks_page(findings, language()))
    return 1 if findings else 0


def _time(json: bool, rules: str | None) -> int:
    """What is covered in each quarter, and the gaps and overlaps."""
    from ..answer.telling.output import emit_document, emit_json
    from ..messages import language
    from ..questions.checks.law_in_time import time_json, time_report
    from ..questions.checks.page import time_page
    from .inputs import rule_base

    report, findings = time_report(rule_base(rules))
    if json:
        emit_json(time_json(report, findings))
    else:
        emit_document(time_page(report, findings, language()))
    return 1 if findings else 0
