"""`snia rules list`."""

from __future__ import annotations

from . import options


def run(json: options.Json = False, rules: options.Rules = None) -> int:
    """List every rule with its file and line, sources, dossier ids, dates and confidence."""
    from ..messages import language
    from ..render.entries import rule_rows, rules_page
    from . import inputs
    from .output import emit_json, emit_page, look

    base = inputs.rule_base(rules)
    if json:
        emit_json(rule_rows(base))
    else:
        emit_page(rules_page(base, language(), look()))
    return 0
