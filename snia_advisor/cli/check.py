"""`snia check CASE`: the advice."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options


def run(
    case: options.Case,
    path: options.Path = None,
    set_: options.Set = None,
    explain: Annotated[bool, typer.Option("--explain", help="opt_explain")] = False,
    output: Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="opt_output")] = None,
    json: options.Json = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> int:
    """Advise on a case; the exit code says whether facts or an open question remain."""
    from ..advice.advise import advise
    from ..render.advice import advice_page
    from ..render.as_json import dump
    from ..render.look import Look
    from . import inputs
    from .output import emit_json, emit_page, look, note_written, write_file

    date = inputs.day(on)
    base = inputs.rule_base(rules)
    advice = advise(inputs.case(case, base, set_), base, date, path=path)
    if output is not None:
        write_file(output, dump(advice.to_json()) if json else advice_page(base, advice, Look(), explain).text())
        note_written(output)
    elif json:
        emit_json(advice.to_json())
    else:
        emit_page(advice_page(base, advice, look(), explain))
    return advice.exit_code
