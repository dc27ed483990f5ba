"""JSON on the screen: one document, in the order of the model, letters as they are."""

from __future__ import annotations

import json
from typing import Any


def dump(value: Any) -> str:
    """`value` as an indented JSON document with its final newline."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
