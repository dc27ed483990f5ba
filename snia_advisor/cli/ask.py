"""`snia ask [PATH]`: the interview."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options
from .reply import Reply


def run(
    path: Annotated[str | None, typer.Argument(metavar="PATH", help="arg_path")] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="CASE", help="opt_from")] = None,
    save: Annotated[str | None, typer.Option("--save", metavar="FILE", help="opt_save")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="opt_explain")] = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> Reply:
    """Ask, then advise; the exit code is that of the advice, 0 when the person stopped."""
    from ..answer.page.page import advice_page
    from ..questions.ask.dialogue import converse
    from ..questions.ask.terminal import require_terminal
    from ..questions.why.page_change import section_of
    from ..questions.why.smallest_change import changes_of
    from . import inputs

    require_terminal(from_)
    date = inputs.day(on)
    base = inputs.rule_base(rules)
    case = inputs.case(from_, base, path=path) if from_ is not None else None
    told = converse(base, path, date, case, from_, save)
    if told is None:
        return Reply()
    answer, answered = told
    smallest = changes_of(base, answered, answer.advice)
    return Reply(lambda: advice_page(base, answer, explain, section_of(smallest)), exit_code=answer.advice.exit_code)
