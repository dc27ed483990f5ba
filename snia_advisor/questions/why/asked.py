"""What `why` is asked about: the determination, the proofs of an outcome, and whether conditions are to be looked for."""

from __future__ import annotations

from ...answer.page.proof import nodes_of
from ...errors import BadInput
from ...law.logic.reading import known, unknown
from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.proof import ProofNode
from ...law.rulebase.base import RuleBase


def determination_of(base: RuleBase, advice: Advice, name: str) -> DeterminationAdvice:
    """The determination asked about. Raises `BadInput` with the nearest name."""
    try:
        return advice.determination(name)
    except KeyError:
        pool = [d.id for d in advice.determinations]
        raise unknown("unknown_determination", name, pool, BadInput) from None


def asked_nodes(base: RuleBase, determination: DeterminationAdvice, outcome: str | None) -> list[ProofNode]:
    """The proofs to show: that of one outcome or rule, or what carries the determination. Raises `BadInput`."""
    declared = base.determinations[determination.id]
    if outcome is None:
        return _carrying(determination)
    pool = list(declared.choose or declared.collect or ())
    known("why_outcome", outcome, pool, BadInput, of=determination.id)
    return [node for node in _each(determination) if node.rule == outcome or node.outcome == f"{determination.id}.{outcome}"]


def _carrying(determination: DeterminationAdvice) -> list[ProofNode]:
    if determination.status == "decided" and determination.because is not None:
        return [determination.because]
    return [node for node in nodes_of(determination) if node.truth != "false"]


def _each(determination: DeterminationAdvice) -> list[ProofNode]:
    """One proof an outcome, or a rule of a collect."""
    collected = list(determination.because.children) if determination.kind == "collect" and determination.because else []
    return [*collected, *nodes_of(determination)]


def exit_code(determination: DeterminationAdvice) -> int:
    """As for an advice, for this determination: 3 facts are missing, 4 a question remains, when it is a headline one."""
    if not determination.headline or determination.status != "depends":
        return 0
    return 3 if determination.missing else 4


def wants_sets(determination: DeterminationAdvice, outcome: str | None) -> bool:
    """Whether there are conditions to look for: an outcome was asked about that is neither established nor struck out."""
    if outcome is None or determination.status == "not_covered" or outcome == determination.outcome:
        return False
    nodes = [n for n in _each(determination) if n.rule == outcome or n.outcome == f"{determination.id}.{outcome}"]
    left = {p.outcome for p in determination.possible} | set(determination.could_also_matter)
    return any(node.truth == "false" or (node.truth == "unknown" and outcome in left) for node in nodes)
