"""Which way a comparison goes when one date, or one number, goes up.

The functions of derived facts are monotone: a later birthday never makes an age higher. So `left op right`, read along one
variable, turns at most once (an `equal` at most twice: it is an `at_least` and an `at_most`), and bisection finds the day
on which it does. Where no direction can be told, whoever asks has to look at every value.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from ...law.logic.conditions import ON, Compare, RecordTest, Ref, read_record, refs
from ...law.logic.network import Node
from ...law.logic.operators import FUNCTIONS, OPERATORS
from ...law.model.entries import Derived
from ...law.rulebase.base import RuleBase

T = TypeVar("T")


def direction(base: RuleBase, name: str, variable: str) -> int | None:
    """1 when the value of `name` never falls as `variable` rises, -1 when it never rises, 0 when it does not depend on it.

    `variable` is a fact or `on`. None: it depends on it in a way that cannot be told. Parameters count as fixed.
    """
    if name == variable:
        return 1
    derived = base.derived.get(name)
    if derived is None:
        return 0
    known = FUNCTIONS[derived.function].ways
    way = 0
    for position, written in enumerate(derived.arguments):
        inner = _argument(base, derived, written, variable)
        if inner == 0:
            continue
        if inner is None or known is None:
            return None
        signed = inner * known[min(position, len(known) - 1)]
        if way == -signed:
            return None
        way = signed
    return way


def _argument(base: RuleBase, derived: Derived, written: str, variable: str) -> int | None:
    name = written.removeprefix("$")
    if written == name or (name != ON and "." not in name):
        return 0  # a number or a parameter
    if name.count(".") < 2:
        return direction(base, name, variable)
    moved = name.rpartition(".")[0] == variable or any(_ref(base, r, variable) != 0 for r in refs(read_where(base, derived)))
    return None if moved else 0


def read_where(base: RuleBase, derived: Derived) -> Any:
    """The condition over the records of which a derived fact takes a column, None where it takes all of them."""
    if derived.where is None:
        return None
    (owner,) = {written[1:].rpartition(".")[0] for written in derived.arguments if written.count(".") == 2}
    return read_record(derived.where, base.facts[owner], base)


def _ref(base: RuleBase, ref: Ref, variable: str) -> int | None:
    """The direction of a value that a comparison refers to; a parameter is looked at by `slope`."""
    return 0 if ref.kind == "parameter" else direction(base, ref.name, variable)


def slope(base: RuleBase, node: Node, variable: str) -> int | None:
    """The direction of the left side of a comparison minus the right one, as `variable` rises.

    0: the comparison does not depend on the variable. None: it does, in a way that cannot be told. A parameter that is read
    on the variable counts as fixed where the variable is `on`: whoever asks keeps within one of its periods.
    """
    atom = node.atom
    if not isinstance(atom, Compare):
        return 0
    read = list(refs(atom.operand))
    read_on_it = any(ref.kind == "parameter" for ref in read) and node.at != ON and direction(base, node.at, variable) != 0
    left = direction(base, atom.fact, variable)
    if isinstance(atom.operand, RecordTest):
        moved = left != 0 or read_on_it or any(_ref(base, ref, variable) != 0 for ref in read)
        return None if moved else 0
    if not isinstance(atom.operand, Ref):
        return left
    right = _ref(base, atom.operand, variable)
    if read_on_it or left is None or right is None or (left and left == right):
        return None
    return left or -right


def halves(atom: Compare) -> tuple[Compare, ...]:
    """The comparison as comparisons that turn at most once along a variable: an `equal` is two of them."""
    return tuple(dataclasses.replace(atom, op=op) for op in OPERATORS[atom.op].both or (atom.op,))


def turns(probe: Callable[[int], T], low: int, high: int) -> Iterator[int]:
    """Where a monotone `probe` takes another value, in order: each n in (low, high] with `probe(n) != probe(n - 1)`.

    Equal at both ends means equal all the way, which is what monotone says; the rest is halved.
    """
    if low < high:
        yield from _turns(probe, low, high, probe(low), probe(high))


def _turns(probe: Callable[[int], T], low: int, high: int, first: T, last: T) -> Iterator[int]:
    if first == last:
        return
    if high - low == 1:
        yield high
        return
    middle = (low + high) // 2
    between = probe(middle)
    yield from _turns(probe, low, middle, first, between)
    yield from _turns(probe, middle, high, between, last)


def every_turn(probe: Callable[[int], Any], low: int, high: int) -> Iterator[int]:
    """The same for a `probe` of which nothing is known: every value is looked at."""
    last = probe(low)
    for n in range(low + 1, high + 1):
        now = probe(n)
        if now != last:
            yield n
        last = now


def first_true(probe: Callable[[int], bool], low: int, high: int, guess: int) -> int:
    """The least n in [low, high] for which a `probe` that turns true once is true; `high + 1` where none is.

    The search widens from `guess`, which costs two looks when the guess is right.
    """
    guess = min(max(guess, low), high)
    step = 1
    if probe(guess):
        no, yes = guess - 1, guess
        while no >= low and probe(no):
            yes, no, step = no, no - 2 * step, 2 * step
        no = max(no, low - 1)
    else:
        no, yes = guess, guess + 1
        while yes <= high and not probe(yes):
            no, yes, step = yes, yes + 2 * step, 2 * step
        yes = min(yes, high + 1)
    while yes - no > 1:
        middle = (no + yes) // 2
        no, yes = (no, middle) if probe(middle) else (middle, yes)
    return yes
