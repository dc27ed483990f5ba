"""The specification of the logic, in one function.

Truth is Kleene's: true, false, or unknown. A truth is written as two bit masks `(t, f)`: in which of the cases the node is
true, and in which it is false; a case in neither is unknown there. With one case the masks are 0 or 1; with many, the same
lines evaluate thousands of cases at once, which is what exactness, the interview and the analysis need.

    all      true where every child is true, false where one child is false
    any      true where one child is true, false where every child is false
    not      the two masks change places
    outcomes true where the day is covered and every outcome that is not listed is false,
             false where every listed one is false

The engine (durable-rules) proves the same nodes; a difference between the two is an internal error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from .network import Network, NodeKind
from .truth import Masks


def evaluate(network: Network, order: Iterable[int], atoms: Mapping[int, Masks], full: int = 1) -> dict[int, Masks]:
    """The truth of every node of `order` (children first), given that of the atoms; `full` has a bit for each case."""
    truth: dict[int, Masks] = dict(atoms)

    def edge(signed: int) -> Masks:
        if signed >= 0:
            return truth[signed]
        true, false = truth[~signed]
        return false, true

    for index in order:
        if index in truth:
            continue
        node = network.nodes[index]
        children = [edge(child) for child in node.children]
        match node.kind:
            case NodeKind.ALL:
                true, false = full, 0
                for child_true, child_false in children:
                    true &= child_true
                    false |= child_false
            case NodeKind.ANY:
                true, false = 0, full
                for child_true, child_false in children:
                    true |= child_true
                    false &= child_false
            case NodeKind.OUTCOMES:
                true = false = full
                for _, child_false in children[: node.split]:
                    false &= child_false
                for position, (child_true, child_false) in enumerate(children[node.split :], node.split):
                    true &= child_true if network.nodes[node.children[position]].kind == NodeKind.COVERED else child_false
            case _:
                raise KeyError(f"atom {index} has no truth")
        truth[index] = true, false
    return truth
