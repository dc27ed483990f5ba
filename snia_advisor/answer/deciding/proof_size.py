"""How many steps a proof by cases takes at most, counted by the specification in one sweep, without the engine.

The interview asks after each answer whether a determination that is decided case by case can also be proved, as `check`
will prove it at the end; the proof itself would take seconds.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..telling.wording import Wording
from .by_cases import MAX_LEAVES, TooManyCases, outcome_proof
from .cases import Combinations, combinations, constraints_on
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
        proof = outcome_proof(advisor, wording, determination, dependence.outcome)
        proof.prove(situation, dependence.split, case_hash(situation))
    except TooManyCases:
        return False
    return True


def proof_size(situation: Situation, index: int, variables: Sequence[Variable]) -> int:
    """At most how many steps the proof of node `index` takes: one for each combination, until it is proved.

    More than `MAX_LEAVES` where a variable has no values that could be tried.
    """
    network = situation.network
    variables = [variable for variable in variables if variable.name not in situation.facts.given]
    constraints = constraints_on(situation, variables)
    order = network.below([index, *constraints])
    known = situation.masks(order)
    size, open_ = 0, 1  # the combinations that real life allows and that are not proved yet
    for tried in range(len(variables) + 1):
        cases = Combinations(network, order, variables[:tried], known)
        if tried:
            before = combinations(variables[: tried - 1])
            # Each of them with each class of one more variable.
            open_ *= sum(1 << (before * position) for position in range(len(variables[tried - 1].rows)))
        for edge in constraints:
            open_ &= ~cases.false(edge)
        size += open_.bit_count()
        open_ &= ~cases.truth[index][0]
        if not open_:
            break
        if tried < len(variables) and not (variables[tried].readings or variables[tried].values):
            return MAX_LEAVES + 1
    return size
