"""`snia sources [ID]`: the instruments."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options


def run(
    name: Annotated[str | None, typer.Argument(metavar="ID", help="arg_source")] = None,
    json: options.Json = False,
    rules: options.Rules = None,
) -> int:
    """Show every source, or one with what rests on it."""
    from ..answer.telling.output import emit_document, emit_json
    from ..messages import language
    from ..questions.lawbook.sources import source_page, sources_json, sources_named, sources_page
    from . import inputs

    base = inputs.rule_base(rules)
    names = sources_named(base, name)
    if json:
        emit_json(sources_json(base, names, language()))
    elif name is None:
        emit_document(sources_page(base, language()))
    else:
        emit_document(source_page(base, name, language()))
    return 0
