"""Many cases looked at together: they are alike but for some atoms, and each has one bit in the masks of every node.

a mask >> n & 1      says it of case number n
full                 has a bit for each case
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from ...law.logic.evaluate import evaluate
from ...law.logic.network import Network, positive
from ...law.logic.truth import UNKNOWN_MASKS, Kleene, Masks
from .cut import Variable
from .situation import Situation


class Cases:
    """So many cases of the nodes in `order` (children first); `known`: what is true or false of some nodes in every case.

    First every `decide`, then `truth`.
    """

    def __init__(self, network: Network, order: Sequence[int], count: int, known: Mapping[int, Masks]) -> None:
        self.network = network
        self.order = order
        self.count = count
        self.full = (1 << count) - 1
        self._known = {n: (self.full * true, self.full * false) for n, (true, false) in known.items() if true or false}

    def decide(self, index: int, truth: Kleene, cases: int) -> None:
        """Give an atom a truth in some of the cases."""
        true, false = self._known.get(index, UNKNOWN_MASKS)
        here, not_here = (cases, 0) if truth else (0, cases) if truth is False else UNKNOWN_MASKS
        self._known[index] = true & ~cases | here, false & ~cases | not_here

    @cached_property
    def truth(self) -> Mapping[int, Masks]:
        """The truth of every node, in each case."""
        unknown = dict.fromkeys(self.network.atoms(self.order), UNKNOWN_MASKS)
        return evaluate(self.network, self.order, unknown | self._known, self.full)

    def false(self, edge: int) -> int:
        """The cases in which a signed edge is false."""
        true, false = self.truth[positive(edge)]
        return false if edge >= 0 else true


def combinations(variables: Iterable[Variable]) -> int:
    """How many combinations the classes of some variables have."""
    count = 1
    for variable in variables:
        count *= len(variable.rows)
    return count


def constraints_on(situation: Situation, variables: Iterable[Variable]) -> list[int]:
    """The signed edges that must not be false, of the constraints that touch a variable."""
    touched = {fact for variable in variables for fact in variable.facts}
    return [edge for edge, facts in situation.constraint_edges() if touched & facts]


class Combinations(Cases):
    """One case for each combination of the classes of some variables; the first is the lowest digit of its number."""

    def __init__(
        self, network: Network, order: Sequence[int], variables: Sequence[Variable], known: Mapping[int, Masks]
    ) -> None:
        super().__init__(network, order, combinations(variables), known)
        self.strides: dict[str, int] = {}
        self._selected: dict[tuple[str, int], int] = {}
        stride = 1
        for variable in variables:
            self.strides[variable.name] = stride
            stride *= len(variable.rows)
            for position, row in enumerate(variable.rows):
                for index, truth in row.items():
                    self.decide(index, truth, self.select(variable, position))

    def select(self, variable: Variable, position: int) -> int:
        """The mask of the cases in which `variable` is in its class number `position`."""
        key = (variable.name, position)
        if key not in self._selected:
            stride = self.strides[variable.name]
            mask, length = ((1 << stride) - 1) << (position * stride), stride * len(variable.rows)
            while length < self.count:  # the block comes again with every higher digit: double it until it fills the cases
                mask |= mask << length
                length *= 2
            self._selected[key] = mask & self.full
        return self._selected[key]
