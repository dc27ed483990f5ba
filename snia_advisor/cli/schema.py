"""`snia schema NAME`: the JSON Schemas."""

from __future__ import annotations

from typing import Annotated

import typer

from . import options
from .reply import Reply


def run(
    name: Annotated[str, typer.Argument(metavar="NAME", help="arg_schema")],
    rules: options.Rules = None,
) -> Reply:
    """Print one schema; facts and paths are those of the rules."""
    from ..errors import BadInput
    from ..questions.lawbook.schemas import NAMES, schema
    from . import inputs

    if name not in NAMES:
        raise BadInput("schema_name", name=name, nearest=", ".join(NAMES))
    base = inputs.rule_base(rules)
    return Reply(record=lambda: schema(name, base))
