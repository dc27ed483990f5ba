"""`snia rules show NAME`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from . import options
from .reply import Reply


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="arg_entry")],
    json: options.Json = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> Reply:
    """Show an entry of the rule base in words; parameters are read on the date."""
    from ..messages import language
    from ..questions.lawbook.entries import entries_json, entries_named
    from ..questions.lawbook.page import entry_page
    from . import inputs

    day = inputs.day(on) or date.today()
    base = inputs.rule_base(rules)
    entries = entries_named(base, name)
    return Reply(lambda: entry_page(base, entries, language(), day), lambda: entries_json(base, entries))
