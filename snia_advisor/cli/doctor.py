"""`snia doctor`: what runs, from where, and whether the engine proves right."""

from __future__ import annotations

from . import options
from .reply import Reply


def run(json: options.Json = False, rules: options.Rules = None) -> Reply:
    """Look at everything; 1 when something is wrong."""
    from ..messages import language
    from ..questions.checks.doctor import examine, health_json
    from ..questions.checks.page_doctor import health_page

    lines = examine(rules)
    return Reply(
        lambda: health_page(lines, language()),
        lambda: health_json(lines),
        1 if any(line.ok is False for line in lines) else 0,
    )
