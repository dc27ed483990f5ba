"""`snia compare A B`: two cases side by side, only what differs."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options
from .reply import Reply


def run(
    case_a: Annotated[str, typer.Argument(metavar="A", help="arg_case_a")],
    case_b: Annotated[str, typer.Argument(metavar="B", help="arg_case_b")],
    path: options.PathName = None,
    full: options.FullComparison = False,
    json: options.Json = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> Reply:
    """Compare two cases. Comparing is no verdict: the exit code is 0 whatever the difference."""
    from ..answer.advice.advise import advised
    from ..answer.telling.output import STDIN
    from ..errors import BadInput
    from ..messages import say
    from ..questions.compare.as_json import compare_json
    from ..questions.compare.differences import compare
    from ..questions.compare.page import compare_page
    from ..questions.compare.page_first import compare_first
    from . import inputs

    if case_a == STDIN and case_b == STDIN:
        raise BadInput("compare_stdin_twice")
    date = inputs.day(on)
    base = inputs.rule_base(rules)
    cases = [inputs.case(written, base, path=path) for written in (case_a, case_b)]
    a, b = (advised(case, base, date, path=path) for case in cases)
    comparison = compare(cases[0], a.advice, cases[1], b.advice)
    names = [say("side_stdin") if written == STDIN else written for written in (case_a, case_b)]
    return Reply(
        lambda: (
            compare_page(base, comparison, a, b, names)
            if full
            else compare_first(base, comparison, cases, (a.advice, b.advice), names)
        ),
        lambda: compare_json(base, comparison, a.advice, b.advice),
    )
