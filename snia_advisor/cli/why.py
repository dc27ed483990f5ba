"""`snia why CASE [DETERMINATION [OUTCOME]]`: why, why not, or what would turn a no into a yes."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options
from .reply import Reply


def run(
    case: options.CaseFile,
    determination: Annotated[str | None, typer.Argument(metavar="DETERMINATION", help="arg_determination")] = None,
    outcome: Annotated[str | None, typer.Argument(metavar="OUTCOME", help="arg_outcome")] = None,
    path: options.PathName = None,
    set_: options.Set = None,
    json: options.Json = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> Reply:
    """Explain one determination, or the smallest change; the exit code is that of the advice for what was asked."""
    from ..answer.advice.advise import advise
    from ..questions.why.as_json import change_json, why_json
    from ..questions.why.asked import Asked, asked_about, asked_nodes, exit_code, wants_sets
    from ..questions.why.page import why_page
    from ..questions.why.page_case import case_page
    from ..questions.why.smallest_change import changes_of
    from ..questions.why.why_not import why_not
    from . import inputs

    date = inputs.day(on)
    base = inputs.rule_base(rules)
    given = inputs.case(case, base, set_, path)
    advice = advise(given, base, date, path=path)
    about = Asked() if determination is None else asked_about(base, advice, determination, outcome)
    if about.determination is None:
        changes = changes_of(base, given, advice)
        return Reply(lambda: case_page(base, advice, changes), lambda: change_json(base, advice, changes), advice.exit_code)
    asked, outcome = advice.determination(about.determination), about.outcome
    nodes = asked_nodes(base, asked, outcome)
    sets = None
    if outcome is not None and wants_sets(asked, outcome):
        sets = why_not(given, base, advice.on, path or given.path, asked.id, outcome)
    return Reply(
        lambda: why_page(base, advice, asked, outcome, nodes, sets),
        lambda: why_json(base, advice, asked, outcome, nodes, sets),
        exit_code(asked),
    )
