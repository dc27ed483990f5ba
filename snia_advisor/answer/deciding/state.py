"""How a path stands: the state that its headline determinations make together.

The one place where that is decided: for the advice, for the search for changes, for the table of single facts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

from ...law.model.advice import State
from ...law.rulebase.base import RuleBase
from .dependence import depend
from .situation import Situation


class Stands(Protocol):
    """What the state of a path rests on, of one determination; the advice on a determination has it too."""

    @property
    def status(self) -> Literal["decided", "depends", "not_covered"]: ...
    @property
    def favourable(self) -> str | None: ...
    @property
    def missing(self) -> Collection[str]: ...


@dataclass(frozen=True)
class Stand:
    """How one determination stands: the outcomes (of a `collect`: the rules) that may hold, and those that do."""

    status: Literal["decided", "depends", "not_covered"]
    favourable: str | None = None  # of the outcome that is decided
    missing: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    possible: tuple[str, ...] = ()
    certain: tuple[str, ...] = ()


def headline(base: RuleBase, paths: Iterable[str]) -> tuple[str, ...]:
    """The headline determinations of some paths, each once."""
    return tuple(dict.fromkeys(name for path in paths for name in base.paths[path].headline))


def state_of(stands: Iterable[Stands]) -> State:
    """No as soon as one is decided against the person, yes when all are decided."""
    headline = list(stands)
    if any(one.favourable == "no" for one in headline):
        return "no"
    if any(one.status == "not_covered" for one in headline):
        return "not_covered"
    if any(one.missing for one in headline):
        return "depends_on_facts"
    return "depends_on_open_question" if any(one.status == "depends" for one in headline) else "yes"


def path_state(situation: Situation, path: str) -> State:
    """The state of a path by the specification. Raises `BadInput` where the facts leave no real case."""
    return state_of([stand(situation, name) for name in situation.base.paths[path].headline])


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
        return Stand("decided", declared.choose[dependence.outcome].favourable, possible=reached, certain=reached)
    # What nothing that anybody could say would settle is not covered: something that it reads is not.
    waits = dependence.missing or dependence.questions
    return Stand(
        "depends" if waits else "not_covered",
        missing=dependence.missing,
        questions=dependence.questions,
        possible=dependence.possible,
    )
