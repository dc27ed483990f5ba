"""Lists of records: conditions and sums that reach into them.

`any_of` and `every` are Kleene over the records. `count` and `sum` give a range, because a record may lack a value and a
list may say that it is not complete; a comparison is true or false when the whole range agrees, else unknown:
`[150000, ?, 90000]` is already over 200,000.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ..model.values import Records
from .conditions import All, AnyOf, Compare, Not
from .operators import OPERATORS
from .truth import Kleene, conjunction, disjunction, either, opposite

Bound = Decimal | None  # None: no bound on that side
Decide = Callable[[Compare, Any], Kleene]


def record_truth(condition: Any, record: Mapping[str, Any], decide: Decide) -> Kleene:
    """The truth of a condition over the columns of one record; `decide` compares one value."""
    match condition:
        case None:
            return True
        case Compare():
            return decide(condition, record)
        case Not(item):
            return opposite(record_truth(item, record, decide))
        case All(items):
            return conjunction(record_truth(item, record, decide) for item in items)
        case AnyOf(items):
            return disjunction(record_truth(item, record, decide) for item in items)
    raise TypeError(condition)


def count_range(records: Records, truths: list[Kleene]) -> tuple[Bound, Bound]:
    """How many records satisfy the condition: at least, at most."""
    low = Decimal(truths.count(True))
    high = low + truths.count(None)
    return low, high if records.complete else None


def sum_range(
    records: Records, truths: list[Kleene], values: list[Decimal | None], minimum: Bound, maximum: Bound
) -> tuple[Bound, Bound]:
    """The sum of a column over the records that satisfy the condition: at least, at most.

    `minimum` and `maximum` are those of the column: a turnover is never negative, so a client whose figure is unknown can
    only add to the sum. Where `none` is an answer it counts for nothing, so 0 must lie between them.
    """
    low: Bound = Decimal(0)
    high: Bound = Decimal(0)
    for truth, value in zip(truths, values, strict=True):
        if truth is False:
            continue
        lowest, highest = (minimum, maximum) if value is None else (value, value)
        if truth is None:
            lowest = None if lowest is None else min(lowest, Decimal(0))
            highest = None if highest is None else max(highest, Decimal(0))
        low = None if low is None or lowest is None else low + lowest
        high = None if high is None or highest is None else high + highest
    if not records.complete:
        low = low if minimum is not None and minimum >= 0 else None
        high = high if maximum is not None and maximum <= 0 else None
    return low, high


def compare_range(lowest: Bound, highest: Bound, op: str, limit: Decimal | Fraction | int) -> Kleene:
    """The truth of a comparison over a whole range, unknown where its ends disagree."""
    asked = OPERATORS[op]
    if asked.both:
        return conjunction(compare_range(lowest, highest, part, limit) for part in asked.both)
    assert asked.holds is not None, op
    # It holds of all where it holds of the end at which it is hardest to hold; of none, where not even of the other end.
    hardest, easiest = (lowest, highest) if asked.high else (highest, lowest)
    exact = Fraction(limit)  # an exact amount is a fraction, which no decimal may be compared with
    true = hardest is not None and asked.holds(Fraction(hardest), exact)
    return either(true, easiest is not None and not asked.holds(Fraction(easiest), exact))
