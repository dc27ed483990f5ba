"""JSON on the screen: one document, in the order of the record, letters as they are.

Days, decimals and records of the program stay themselves until they are written here.
"""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import BaseModel


def dump(value: Any, escaped: bool = False) -> str:
    """`value` as an indented JSON document with its final newline; `escaped` writes the other letters as escapes."""
    return json.dumps(value, ensure_ascii=escaped, indent=2, default=plain) + "\n"


def plain(value: Any) -> Any:
    """What JSON has no word for: a day as ISO 8601, an exact number as text, a record as its fields. Raises `TypeError`."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", by_alias=True)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value).__name__)
