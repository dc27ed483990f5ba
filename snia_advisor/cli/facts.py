"""`snia facts [NAME|GROUP]`: the vocabulary."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options
from .reply import Reply


def run(
    name: Annotated[str | None, typer.Argument(metavar="NAME", help="arg_fact")] = None,
    json: options.Json = False,
    rules: options.Rules = None,
) -> Reply:
    """Show every fact, a group of them, or one."""
    from ..messages import language
    from ..questions.lawbook.facts import facts_json, facts_named, facts_page, vocabulary_page
    from . import inputs

    base = inputs.rule_base(rules)
    names = facts_named(base, name)
    return Reply(
        lambda: vocabulary_page(base, language()) if name is None else facts_page(base, names, language()),
        lambda: facts_json(base, names, language()),
    )
