"""`snia doctor`: what runs, from where, and whether the engine proves right."""

from __future__ import annotations

from . import options


def run(json: options.Json = False, rules: options.Rules = None) -> int:
    """Look at everything; 1 when something is wrong."""
    from ..answer.telling.output import emit_document, emit_json
    from ..messages import language
    from ..questions.checks.doctor import examine
    from ..questions.checks.page_doctor import health_json, health_page

    lines = examine(rules)
    if json:
        emit_json(health_json(lines))
    else:
        emit_document(health_page(lines, language()))
    return 1 if any(line.ok is False for line in lines) else 0
