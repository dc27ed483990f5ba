"""`snia rules show NAME`."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from . import options


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="arg_entry")],
    json: options.Json = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> int:
    """Show an entry of the rule base in words; parameters are read on the date."""
    from ..answer.telling.output import emit_document, emit_json
    from ..messages import language
    from ..questions.lawbook.page import entries_json, entries_named, entry_page
    from . import inputs

    day = inputs.day(on) or date.today()
    base = inputs.rule_base(rules)
    entries = entries_named(base, name)
    if json:
        emit_json(entries_json(base, entries))
    else:
        emit_document(entry_page(base, entries, language(), day))
    return 0
