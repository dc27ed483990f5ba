"""`snia check CASE`: the advice."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options
from .reply import Reply


def run(
    case: options.CaseFile,
    path: options.PathName = None,
    set_: options.Set = None,
    explain: Annotated[bool, typer.Option("--explain", help="opt_explain")] = False,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="opt_output")] = None,
    json: options.Json = False,
    ask: Annotated[bool, typer.Option("--ask", help="opt_ask")] = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> Reply:
    """Advise on a case; the exit code says whether facts or an open question remain."""
    from ..answer.advice.advise import advised
    from ..answer.page.page import advice_page
    from ..questions.why.as_json import checked_json
    from ..questions.why.page_change import section_of
    from ..questions.why.smallest_change import changes_of
    from . import inputs

    if ask:
        _require_answers(case, json)
    date = inputs.day(on)
    base = inputs.rule_base(rules)
    given = inputs.case(case, base, set_)
    answer = advised(given, base, date, path=path)
    if ask and answer.advice.missing:
        from ..questions.ask.dialogue import converse

        told = converse(base, path, date, given, source=case)
        if told is None:
            return Reply()
        answer, given = told
    advice = answer.advice
    smallest = changes_of(base, given, advice)
    return Reply(
        lambda: advice_page(base, answer, explain, section_of(smallest)),
        lambda: checked_json(base, advice, smallest),
        advice.exit_code,
    )


def _require_answers(case: str, json: bool) -> None:
    """Refuse `--ask` where it cannot be answered, or where the conversation would stand among the result."""
    from ..errors import BadInput
    from ..questions.ask.terminal import require_terminal

    if json:
        raise BadInput("ask_json")
    require_terminal(case)
