"""Comparing one value: of a fact, or of a column of a record."""

from __future__ import annotations

import operator
from collections.abc import Callable
from fractions import Fraction
from typing import Any, Protocol

from ..model.values import NONE
from .conditions import Compare, Ref
from .truth import Kleene
from .unknown import UNKNOWN

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


class Values(Protocol):
    """What a comparison may refer to."""

    def value(self, name: str) -> Any: ...
    def ref(self, ref: Ref, day: Any) -> Any: ...


def compare(comparison: Compare, value: Any, facts: Values, at: str) -> Kleene:
    """The truth of a comparison of one value, of a fact or of a column of a record."""
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
    if isinstance(value, Fraction) or isinstance(operand, Fraction):
        value, operand = Fraction(value), Fraction(operand)
    return ORDER[comparison.op](value, operand)
