"""Which way a comparison goes when one date, or one number, goes up.

The functions of derived facts are monotone: a later birthday never makes an age higher. So `left op right`, read along one
variable, turns at most once (an `equal` at most twice: it is an `at_least` and an `at_most`), and bisection finds the day
on which it does. Where no direction can be told, whoever asks has to look at every value.
"""

from __future__ import annotations

import dataclasses
from typing import Any

from ...law.logic.conditions import ON, Compare, RecordTest, Ref, read_record, refs
from ...law.logic.network import Node
from ...law.logic.operators import FUNCTIONS, OPERATORS
from ...law.model.entries import Derived
from ...law.rulebase.base import RuleBase


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
