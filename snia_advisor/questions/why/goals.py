"""What a path answers to some facts, without words and without proof: for searches that ask of many facts.

What they find is proved by the engine before it is shown.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from ...answer.advice.advise import advise
from ...answer.deciding.situation import Situation
from ...answer.deciding.state import AGAINST, FAVOURABLE, path_state
from ...errors import BadInput
from ...law.logic.network import Label, LabelKind, Network, Node, NodeKind
from ...law.model.answer_advice import State, verdict_word
from ...law.model.case import Case
from ...law.model.entries import Path
from ...law.rulebase.base import RuleBase
from .movers import Answers
from .search import FALSE, NOT_TRUE, TRUE, Fault, Search

ANSWERS = 1 << 8  # sets of answers that are looked at, to see whether one leads to a yes
MANY = 1 << 10  # more answers than anybody is asked

# The answers that are not a refusal, the best first.
RANK: Mapping[State, int] = {"yes": 0, "depends_on_open_question": 1, "depends_on_facts": 2}


@dataclass(frozen=True)
class OtherPath:
    """Another goal that the same person may have, and the answer to it, with the questions that it leaves open."""

    path: str
    state: State
    questions: tuple[str, ...] = ()


def state_of(situation: Situation, path: Path) -> State:
    """How the path stands. Raises `BadInput` where the facts leave no real case."""
    answer = path_state(situation, path.id)
    return verdict_word(answer.state, answer.depends_on)


def concerns(situation: Situation, path: Path) -> int | None:
    """The edge that says whether the path concerns the case; None where it does not to begin with."""
    edge = situation.network.written(path.concerns, Label(LabelKind.PATH, path.id))
    return edge if situation.truth(edge) is not False else None


def refusals(situation: Situation, path: Path) -> list[Fault]:
    """An outcome against the person; a constraint that is broken; a goal that is no longer the same."""
    faults = [Fault(node, TRUE) for node in _outcomes(situation, path, AGAINST)]
    faults += [Fault(edge, FALSE, real_life=True) for edge, _ in situation.constraint_edges()]
    edge = concerns(situation, path)
    return faults + ([Fault(edge, FALSE)] if edge is not None else [])


def not_established(situation: Situation, path: Path) -> list[Fault]:
    """No favourable outcome is established."""
    return [Fault(situation.network.add(Node(NodeKind.ANY, _outcomes(situation, path, FAVOURABLE))), NOT_TRUE)]


def _outcomes(situation: Situation, path: Path, states: tuple[str, ...]) -> tuple[int, ...]:
    """The nodes of the outcomes of the answer that have one of these states."""
    outcomes = situation.base.answers[path.id].outcomes
    return tuple(situation.network.answered(path.id, name) for name, body in outcomes.items() if body.state in states)


def may_be_yes(situation: Situation, path: Path) -> bool:
    """Whether some answers to what is still open lead to a yes; true also where not all of them could be looked at."""
    faults = [*refusals(situation, path), *not_established(situation, path)]
    search = Search(situation, Answers(situation), faults, ANSWERS, MANY, first=True)
    return any(search.run()) or not search.exhausted


def other_paths(case: Case, base: RuleBase, on: date, path: str, most: int) -> tuple[OtherPath, ...]:
    """At most `most` other goals that are not refused to the same person, certain ones first.

    What a goal says of itself (a first contract, a renewal) is no fact about the person: it is taken from the goal that is
    looked at, not from the case.
    """
    goals = {name for other in base.paths.values() for name in other.gives}
    facts = {name: value for name, value in case.facts.items() if name not in goals}
    network = Network(base)
    ranked: list[tuple[int, Case, OtherPath]] = []
    for name, declared in base.paths.items():
        asked = dataclasses.replace(case, facts=facts, path=name, on=on, places={})
        try:
            state = _open_state(Situation(base, asked, on, name, network), declared) if name != path else "no"
        except BadInput:
            continue
        if state in RANK:
            ranked.append((RANK[state], asked, OtherPath(name, state)))
    ranked.sort(key=lambda pair: pair[0])
    proved = (_proved(base, asked, on, other) for _, asked, other in ranked)
    return tuple(itertools.islice((other for other in proved if other is not None), most))


def _proved(base: RuleBase, asked: Case, on: date, other: OtherPath) -> OtherPath | None:
    """A goal with the questions that it leaves open, if the engine confirms how it stands."""
    advice = advise(asked, base, on, path=other.path)
    if advice.verdict.state != other.state:
        return None
    return dataclasses.replace(other, questions=advice.answer.open_questions)


def _open_state(situation: Situation, path: Path) -> State:
    """The state of a path, no also where it does not concern the case, or where no answer leads to a yes."""
    if concerns(situation, path) is None:
        return "no"
    state = state_of(situation, path)
    return state if state == "yes" or state not in RANK or may_be_yes(situation, path) else "no"
