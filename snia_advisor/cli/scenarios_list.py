"""`snia scenarios list`."""

from __future__ import annotations

from . import options


def run(
    files: options.Scenarios = None,
    path: options.OnlyPath = None,
    json: options.Json = False,
    rules: options.Rules = None,
) -> int:
    """List the scenarios by path."""
    from ..answer.telling.output import emit_document, emit_json
    from ..messages import language
    from ..questions.scenarios.page import list_json, list_page, of_path
    from ..questions.scenarios.suite import load_scenarios
    from . import inputs

    base = inputs.rule_base(rules)
    scenarios = of_path(base, load_scenarios(base, files), path)
    if json:
        emit_json(list_json(scenarios, language()))
    else:
        emit_document(list_page(base, scenarios, language()))
    return 0
