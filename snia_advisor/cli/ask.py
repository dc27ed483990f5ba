"""`snia ask [PATH]`: the interview."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .reply import Reply

if TYPE_CHECKING:
    from ..answer.page.page import Level


SAVED = ("yaml",)


def run(
    path: Annotated[str | None, typer.Argument(metavar="PATH", help="arg_path")] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="CASE", help="opt_from")] = None,
    save: Annotated[str | None, typer.Option("--save", metavar="FILE", help="opt_save")] = None,
    force: options.Force = False,
    explain: Annotated[bool, typer.Option("--explain", help="opt_explain")] = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> Reply:
    """Ask, then advise; the exit code is that of the advice, 0 when the person stopped."""
    from ..answer.page.page import advice_page
    from ..answer.telling.target import format_of
    from ..questions.ask.dialogue import converse
    from ..questions.ask.terminal import require_terminal
    from ..questions.why.page_change import section_of
    from ..questions.why.smallest_change import changes_of
    from . import inputs

    require_terminal(from_)
    if save is not None:
        format_of(save, SAVED)
    date = inputs.day(on)
    base = inputs.rule_base(rules)
    case = inputs.case(from_, base, path=path) if from_ is not None else None
    told = converse(base, path, date, case, from_, save, force)
    if told is None:
        return Reply()
    answer, answered = told
    smallest = changes_of(base, answered, answer.advice)
    level: Level = "whole" if explain else "first"
    named = save or from_
    return Reply(
        lambda: advice_page(base, answer, level, case=named, change=section_of(smallest)),
        exit_code=answer.advice.exit_code,
    )
