"""`snia sources [ID]`: the instruments."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options
from .reply import Reply


def run(
    name: Annotated[str | None, typer.Argument(metavar="ID", help="arg_source")] = None,
    json: options.Json = False,
    rules: options.Rules = None,
) -> Reply:
    """Show every source, or one with what rests on it."""
    from ..messages import language
    from ..questions.lawbook.sources import source_page, sources_json, sources_named, sources_page
    from . import inputs

    base = inputs.rule_base(rules)
    names = sources_named(base, name)
    return Reply(
        lambda: sources_page(base, language()) if name is None else source_page(base, name, language()),
        lambda: sources_json(base, names, language()),
    )
