"""`snia rules list`."""

from __future__ import annotations

from . import options
from .reply import Reply


def run(json: options.Json = False, rules: options.Rules = None) -> Reply:
    """List every rule with its file and line, sources, dossier ids, dates and confidence."""
    from ..messages import language
    from ..questions.lawbook.entries import rule_rows
    from ..questions.lawbook.page import rules_page
    from . import inputs

    base = inputs.rule_base(rules)
    return Reply(lambda: rules_page(base, language()), lambda: rule_rows(base))
