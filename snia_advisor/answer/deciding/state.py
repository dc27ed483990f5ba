"""How a path stands: the outcome of its answer, or the one state that every possible outcome has, or what it waits for.

The one place where that is decided, for the advice, the interview, the search for changes and the days ahead.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from ...law.logic.network import NO_OUTCOME, Node, NodeKind
from ...law.model.answer import Answer
from ...law.model.answer_advice import DependsOn, StateOfAnswer
from ...law.rulebase.base import RuleBase
from .cases import Combinations
from .dependence import Dependence, depend
from .situation import Situation

FAVOURABLE = ("go", "wait")
AGAINST = ("stop", "no")


@dataclass(frozen=True)
class PathState:
    """The state of a path, the outcome that is reached (None where several, or none, are), and what it depends on."""

    path: str
    state: StateOfAnswer
    outcome: str | None
    depends_on: DependsOn | None
    dependence: Dependence

    @property
    def by_state(self) -> bool:
        """Whether the state is known although the outcome is not proved by itself."""
        return self.dependence.outcome is None and self.state not in ("depends", "not_covered")


def path_state(situation: Situation, path: str) -> PathState:
    """The state of a path. Raises `BadInput` where the facts leave no real case."""
    declared = situation.base.answers[path]
    nodes = situation.network.answer(path)
    dependence = depend(situation, nodes)
    if dependence.outcome is not None:
        if dependence.outcome == NO_OUTCOME:
            return PathState(path, "not_covered", None, None, dependence)
        return PathState(path, declared.outcomes[dependence.outcome].state, dependence.outcome, None, dependence)
    waits = dependence.missing or dependence.questions
    uncovered = _uncovered(situation, nodes.values())
    if not waits or (uncovered and not _attainable(situation, nodes.values(), dependence)):
        # Nothing that anybody could say would settle it: what it reads is not covered on that day.
        return PathState(path, "not_covered", None, None, dependence)
    possible = [name for name in dependence.possible if name != NO_OUTCOME]
    states = {declared.outcomes[name].state for name in possible}
    if len(states) == 1 and _whole(declared, dependence) and not uncovered:
        (state,) = states
        if _certain(situation, situation.network.answer_state(path, state)):
            return PathState(path, state, possible[0] if len(possible) == 1 else None, None, dependence)
    return depends(path, dependence)


def ruled_out(situation: Situation, edge: int) -> bool:
    """Whether a condition of which nothing is proved can hold in no real case with these facts."""
    return _either(situation, edge) == "fails"


def _certain(situation: Situation, edge: int) -> bool:
    """Whether a condition holds in every real case: one in which it stays unknown, whatever is said, is none of them."""
    return _either(situation, edge) == "holds"


def _either(situation: Situation, edge: int) -> str | None:
    network = situation.network
    holds, fails = (network.add(Node(NodeKind.ALL, (signed,))) for signed in (edge, ~edge))
    return depend(situation, {"holds": holds, "fails": fails}).outcome


def depends(path: str, dependence: Dependence) -> PathState:
    """A path that waits for facts, for an open question, or for both."""
    both: DependsOn = "both" if dependence.questions else "facts"
    return PathState(path, "depends", None, both if dependence.missing else "question", dependence)


def _whole(declared: Answer, dependence: Dependence) -> bool:
    """Whether one of the outcomes holds for sure.

    Where everything is checked, "none of them" is a real answer: something is not checked yet. Elsewhere the rule base check
    proves that the outcomes leave nothing out.
    """
    return declared.checks is None or NO_OUTCOME not in dependence.possible


def _uncovered(situation: Situation, nodes: Iterable[int]) -> bool:
    """Whether a determination that the answer reads has no law on the day: then nothing is reached by elimination."""
    network = situation.network
    atoms = network.atoms(network.below(nodes))
    return any(network.nodes[n].kind == NodeKind.COVERED and situation.atom(n) is None for n in atoms)


def _attainable(situation: Situation, nodes: Iterable[int], dependence: Dependence) -> bool:
    """Whether some answers to what is open would prove an outcome."""
    network, edges = situation.network, list(nodes)
    order = network.below(edges)
    cases = Combinations(network, order, dependence.split, situation.masks(order))
    return any(cases.false(~edge) for edge in edges)


# --- one determination -----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Stand:
    """How one determination stands: the outcomes (of a `collect`: the rules) that may hold, and those that do."""

    status: Literal["decided", "depends", "not_covered"]
    missing: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    certain: tuple[str, ...] = ()


def headline(base: RuleBase, paths: Iterable[str]) -> tuple[str, ...]:
    """The headline determinations of some paths, each once."""
    return tuple(dict.fromkeys(name for path in paths for name in base.paths[path].headline))


def stand(situation: Situation, name: str) -> Stand:
    """How a determination stands by the specification. Raises `BadInput` where the facts leave no real case."""
    declared = situation.base.determinations[name]
    if not declared.covers(situation.on):
        return Stand("not_covered")
    nodes = situation.network.determination(name)
    if declared.choose is None:
        truths = {rule: situation.truth(node) for rule, node in nodes.items()}
        possible = tuple(rule for rule, truth in truths.items() if truth is not False)
        certain = tuple(rule for rule, truth in truths.items() if truth)
        return Stand("decided" if possible == certain else "depends", possible=possible, certain=certain)
    dependence = depend(situation, nodes)
    if dependence.outcome is not None:
        reached = (dependence.outcome,)
        return Stand("decided", possible=reached, certain=reached)
    # What nothing that anybody could say would settle is not covered: something that it reads is not.
    waits = dependence.missing or dependence.questions
    return Stand(
        "depends" if waits else "not_covered",
        missing=dependence.missing,
        questions=dependence.questions,
        possible=dependence.possible,
    )
