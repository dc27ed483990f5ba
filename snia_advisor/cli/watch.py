"""`snia watch CASE`: the next dates on which the answer changes."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options
from .reply import Reply


def run(
    case: options.CaseFile,
    path: options.PathName = None,
    until: Annotated[str | None, typer.Option("--until", metavar="DATE", help="opt_watch_until")] = None,
    set_: options.Set = None,
    full: Annotated[bool, typer.Option("--full", help="opt_full_watch")] = False,
    json: options.Json = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> Reply:
    """Look ahead; the exit code is that of the advice on the date of the question."""
    from ..questions.watch.as_json import watch_json
    from ..questions.watch.page import watch_page
    from ..questions.watch.page_first import watch_first
    from ..questions.watch.walk import watch
    from . import inputs

    date, last = inputs.day(on), inputs.day(until)
    base = inputs.rule_base(rules)
    watched = watch(base, inputs.case(case, base, set_, path), date, last, path=path)
    page = watch_page if full else watch_first
    return Reply(lambda: page(base, watched), lambda: watch_json(base, watched), watched.today.exit_code)
