"""`snia scenarios show NAME`."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options
from .reply import Reply


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="arg_scenario")],
    json: options.Json = False,
    rules: options.Rules = None,
) -> Reply:
    """Show one scenario without its expected answer."""
    from ..messages import language
    from ..questions.scenarios.as_json import story_json
    from ..questions.scenarios.chosen import named
    from ..questions.scenarios.page import story_page
    from ..questions.scenarios.suite import load_scenarios
    from . import inputs

    base = inputs.rule_base(rules)
    scenario, where = named(name, lambda where: load_scenarios(base, where))
    return Reply(lambda: story_page(base, scenario, where, language()), lambda: story_json(scenario, language()))
