"""`snia rules list`."""

from __future__ import annotations

from . import options


def run(json: options.Json = False, rules: options.Rules = None) -> int:
    """List every rule with its file and line, sources, dossier ids, dates and confidence."""
    from ..answer.telling.output import emit_document, emit_json
    from ..messages import language
    from ..questions.lawbook.page import rule_rows, rules_page
    from . import inputs

    base = inputs.rule_base(rules)
    if json:
        emit_json(rule_rows(base))
    else:
        emit_document(rules_page(base, language()))
    return 0
