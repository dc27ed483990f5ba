"""Comparing one value: of a fact, or of a column of a record."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Protocol

from ..model.values import NONE
from .conditions import Compare, Ref
from .operators import OPERATORS
from .truth import Kleene
from .unknown import UNKNOWN


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
    asked = OPERATORS[comparison.op]
    assert asked.holds is not None, comparison.op
    if asked.by_order:
        if value is NONE or operand is NONE:
            return False
        if isinstance(value, Fraction) or isinstance(operand, Fraction):
            value, operand = Fraction(value), Fraction(operand)
    return asked.holds(value, operand)
