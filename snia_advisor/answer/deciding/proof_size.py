"""How many steps a proof by cases takes at most, counted by the specification in one sweep, without the engine.

The interview asks after each answer whether a determination that is decided case by case can also be proved, as `check`
will prove it at the end; the proof itself would take seconds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...law.logic.evaluate import evaluate
from ...law.logic.network import positive
from ...law.logic.truth import Masks
from ..telling.wording import Wording
from .by_cases import MAX_LEAVES, CaseProof, TooManyCases
from .compiled import Advisor
from .cut import Variable
from .dependence import Dependence
from .situation import Situation, case_hash


def provable(advisor: Advisor, situation: Situation, determination: str, dependence: Dependence) -> bool:
    """Whether `check` can prove an outcome that exactness decided case by case; the engine is tried only near the limit."""
    assert dependence.outcome is not None
    index = advisor.nodes[determination][dependence.outcome]
    if proof_size(situation, index, dependence.split) <= MAX_LEAVES:
        return True
    try:
        wording = Wording(situation.base, "fr")
        CaseProof(advisor, wording, determination, dependence.outcome).prove(
            situation, dependence.split, case_hash(situation)
        )
    except TooManyCases:
        return False
    return True


def proof_size(situation: Situation, index: int, variables: Sequence[Variable]) -> int:
    """At most how many steps the proof of node `index` takes: one for each combination, until it is proved.

    More than `MAX_LEAVES` where a variable has no values that could be tried.
    """
    sweep = _Sweep(situation, index, [v for v in variables if v.name not in situation.facts.given])
    size = sweep.step()
    for variable in sweep.variables:
        if not sweep.open_:
            break
        if not variable.readings and not variable.values:
            return MAX_LEAVES + 1
        sweep.split(variable)
        size += sweep.step()
    return size


class _Sweep:
    """All combinations of the variables tried so far, as masks; each new variable multiplies them."""

    def __init__(self, situation: Situation, index: int, variables: Sequence[Variable]) -> None:
        self.network = situation.network
        self.index = index
        self.variables = variables
        touched = {fact for variable in variables if not variable.readings for fact in variable.facts}
        self.constraints = [edge for edge, facts in situation.constraint_edges() if facts & touched]
        self.order = self.network.below([index, *self.constraints])
        self.fixed = situation.masks(self.order)
        self.atoms: dict[int, Masks] = {}
        self.count = 1
        self.open_ = 1  # the combinations that real life allows and that are not proved yet

    def step(self) -> int:
        """Evaluate the combinations; returns how many were looked at, and keeps those still to prove."""
        full = (1 << self.count) - 1
        known: Mapping[int, Masks] = {
            index: (full * true, full * false) if true or false else self.atoms.get(index, (0, 0))
            for index, (true, false) in self.fixed.items()
        }
        truth = evaluate(self.network, self.order, known, full)
        for edge in self.constraints:
            true, false = truth[positive(edge)]
            self.open_ &= ~(false if edge >= 0 else true)
        looked_at = self.open_.bit_count()
        self.open_ &= ~truth[self.index][0]
        return looked_at

    def split(self, variable: Variable) -> None:
        """Each combination with each class of `variable`."""
        rows = variable.rows
        copies = sum(1 << (self.count * position) for position in range(len(rows)))
        self.atoms = {index: (true * copies, false * copies) for index, (true, false) in self.atoms.items()}
        self.open_ *= copies
        block = (1 << self.count) - 1
        for position, row in enumerate(rows):
            selected = block << (self.count * position)
            for index, value in row.items():
                true, false = self.atoms.get(index, (0, 0))
                if value is not None:
                    self.atoms[index] = (true | selected, false) if value else (true, false | selected)
        self.count *= len(rows)
