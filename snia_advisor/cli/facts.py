"""`snia facts [NAME|GROUP]`: the vocabulary."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options


def run(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="arg_fact")] = None,
    json: options.Json = False,
    rules: options.Rules = None,
) -> int:
    """Show every fact, a group of them, or one."""
    from ..answer.telling.output import emit_document, emit_json
    from ..messages import language
    from ..questions.lawbook.facts import facts_json, facts_named, facts_page, vocabulary_page
    from . import inputs

    base = inputs.rule_base(rules)
    names = facts_named(base, name)
    if json:
        emit_json(facts_json(base, names, language()))
    elif name is None:
        emit_document(vocabulary_page(base, language()))
    else:
        emit_document(facts_page(base, names, language()))
    return 0
