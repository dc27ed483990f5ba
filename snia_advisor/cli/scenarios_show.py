"""`snia scenarios show NAME`."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="arg_scenario")],
    json: options.Json = False,
    rules: options.Rules = None,
) -> int:
    """Show one scenario without its expected answer."""
    from ..answer.telling.output import emit_document, emit_json
    from ..messages import language
    from ..questions.scenarios.page import named, story_json, story_page
    from ..questions.scenarios.suite import load_scenarios
    from . import inputs

    base = inputs.rule_base(rules)
    scenario, where = named(name, lambda where: load_scenarios(base, where))
    if json:
        emit_json(story_json(scenario, language()))
    else:
        emit_document(story_page(base, scenario, where, language()))
    return 0
