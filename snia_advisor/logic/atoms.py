"""Deciding one comparison: the only place where a value is compared.

`decide` is the whole truth about a comparison: True, False, or None for unknown. Comparison with `none` by order is false:
a paper that is not held is neither before nor after a day.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any

from ..model.values import NONE
from .conditions import Compare, Ref
from .facts import UNKNOWN, Facts

ORDER: dict[str, Callable[[Any, Any], bool]] = {
    "at_least": operator.ge,
    "more_than": operator.gt,
    "at_most": operator.le,
    "less_than": operator.lt,
    "before": operator.lt,
    "on_or_before": operator.le,
    "after": operator.gt,
    "on_or_after": operator.ge,
    "equal": operator.eq,
}


def decide(comparison: Compare, facts: Facts, at: str) -> bool | None:
    """The truth of `comparison`; parameters are read on the date fact `at` (or `on`)."""
    value = facts.value(comparison.fact)
    if value is UNKNOWN:
        return None
    operand: Any = comparison.operand
    if isinstance(operand, Ref):
        operand = facts.ref(operand, facts.value(at))
        if operand is UNKNOWN:
            return None
    match comparison.op:
        case "is":
            return bool(value is operand if operand is NONE else value == operand)
        case "one_of":
            return value in operand
        case "includes_any":
            return not value.isdisjoint(operand)
        case "only":
            return bool(value <= frozenset(operand))
    if value is NONE or operand is NONE:
        return False
    return ORDER[comparison.op](value, operand)
