"""`snia why CASE DETERMINATION [OUTCOME]`: why, or why not."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options


def run(
    case: options.Case,
    determination: Annotated[str, typer.Argument(metavar="DETERMINATION", help="arg_determination")],
    outcome: Annotated[str | None, typer.Argument(metavar="OUTCOME", help="arg_outcome")] = None,
    path: options.Path = None,
    set_: options.Set = None,
    json: options.Json = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> int:
    """Explain one determination; the exit code is that of the advice for this determination."""
    from ..advice.advise import advise
    from ..render.why import asked_nodes, determination_of, exit_code, why_json, why_page
    from . import inputs
    from .output import emit_json, emit_page, look

    date = inputs.day(on)
    base = inputs.rule_base(rules)
    advice = advise(inputs.case(case, base, set_), base, date, path=path)
    found = determination_of(base, advice, determination)
    nodes = asked_nodes(base, found, outcome)
    if json:
        emit_json(why_json(advice, found, outcome, nodes))
    else:
        emit_page(why_page(base, advice, found, outcome, nodes, look()))
    return exit_code(found)
