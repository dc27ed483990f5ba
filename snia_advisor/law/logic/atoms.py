"""Deciding one comparison: the only place where a value is compared.

`decide` is the whole truth about a comparison: True, False, or None for unknown. Comparison with `none` by order is false:
a paper that is not held is neither before nor after a day.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from ..model.values import NONE, Records
from .comparison import compare
from .conditions import Compare, RecordTest, Ref
from .facts import UNKNOWN, Facts
from .operators import OPERATORS
from .records import compare_range, count_range, record_truth, sum_range
from .truth import Kleene


def decide(comparison: Compare, facts: Facts, at: str) -> Kleene:
    """The truth of `comparison`; parameters are read on the date fact `at` (or `on`)."""
    value = facts.value(comparison.fact)
    if isinstance(value, Records) and isinstance(comparison.operand, RecordTest):
        return decide_records(comparison.op, comparison.operand, comparison.fact, value, facts, at)
    return compare(comparison, value, facts, at)


def member_truths(where: Any, records: Records, facts: Facts, at: str) -> list[Kleene]:
    """For each record, whether it satisfies the condition."""

    def one(comparison: Compare, record: Any) -> Kleene:
        return compare(comparison, record.get(comparison.fact.rsplit(".", 1)[1], UNKNOWN), facts, at)

    return [record_truth(where, record, one) for record in records.items]


def decide_records(op: str, test: RecordTest, fact: str, records: Records, facts: Facts, at: str) -> Kleene:
    """The truth of `any_of`, `every`, `count` or `sum` of a list."""
    truths = member_truths(test.where, records, facts, at)
    members = OPERATORS[op].members
    if members is not None:
        return members(records, truths)
    limit = facts.ref(test.operand, facts.value(at)) if isinstance(test.operand, Ref) else test.operand
    if limit is UNKNOWN or limit is NONE:
        return None if limit is UNKNOWN else False
    low, high = aggregate(op, test, fact, records, truths, facts)
    return compare_range(low, high, test.op, limit)


def aggregate(
    op: str, test: RecordTest, fact: str, records: Records, truths: list[Kleene], facts: Facts
) -> tuple[Decimal | None, Decimal | None]:
    """The range of a count or of a sum."""
    if not OPERATORS[op].of_column:
        return count_range(records, truths)
    field = (facts.law.facts[fact].fields or {})[str(test.of)]
    values = [_number(record.get(str(test.of), UNKNOWN)) for record in records.items]
    low, high = (None if bound is None else Decimal(bound) for bound in (field.minimum, field.maximum))
    if field.none_allowed:
        low, high = low and min(low, Decimal(0)), high and max(high, Decimal(0))
    return sum_range(records, truths, values, low, high)


def _number(value: Any) -> Decimal | None:
    if value is UNKNOWN:
        return None
    return Decimal(0) if value is NONE else Decimal(value)
