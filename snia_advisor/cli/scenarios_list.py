"""`snia scenarios list`."""

from __future__ import annotations

from . import options
from .reply import Reply


def run(
    files: options.Scenarios = None,
    path: options.OnlyPath = None,
    json: options.Json = False,
    rules: options.Rules = None,
) -> Reply:
    """List the scenarios by path."""
    from ..messages import language
    from ..questions.scenarios.as_json import list_json
    from ..questions.scenarios.chosen import of_path
    from ..questions.scenarios.page import list_page
    from ..questions.scenarios.suite import load_scenarios
    from . import inputs

    base = inputs.rule_base(rules)
    scenarios = of_path(base, load_scenarios(base, files), path)
    return Reply(lambda: list_page(base, scenarios, language()), lambda: list_json(scenarios, language()))
