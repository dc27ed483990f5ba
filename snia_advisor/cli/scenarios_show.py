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
    from ..messages import language
    from ..render.scenarios import named, story_json, story_page
    from ..scenarios.suite import load_scenarios
    from . import inputs
    from .output import emit_json, emit_page, look

    base = inputs.rule_base(rules)
    found, where = named(name, lambda where: load_scenarios(base, where))
    if json:
        emit_json(story_json(found, language()))
    else:
        emit_page(story_page(base, found, where, language(), look()))
    return 0
