"""`snia rules check`: what is wrong with the rule base."""

from __future__ import annotations

from . import options


def run(json: options.Json = False, rules: options.Rules = None) -> int:
    """Check the rule base; 1 when there is a finding."""
    from ..analysis.check import check_rules, findings_json
    from ..messages import language
    from ..render.checks import checks_page
    from .output import emit_json, emit_page, look

    found = check_rules(rules)
    if json:
        emit_json(findings_json(found))
    else:
        emit_page(checks_page(found, language(), look()))
    return 1 if found else 0
