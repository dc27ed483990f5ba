"""Proving what is decided case by case: "whatever the answer to F".

Exactness found that every case leads to the same outcome. Here the engine proves it: the first fact that is still live is
given each of its classes of values in turn, until the engine proves the outcome by itself. The tree of these proofs is the
proof.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from ...errors import BadInput, EngineFault
from ...law.model.case import Case, RecordedReading
from ...law.model.proof import ProofNode
from ...messages import say
from ..telling.wording import Wording
from .compiled import Advisor
from .cut import Variable
from .dependence import allowed
from .explanation import Explanation
from .situation import Situation

MAX_LEAVES = 512


class TooManyCases(Exception):
    """The tree of cases is too large to prove; the determination stays open."""


def outcome_proof(advisor: Advisor, wording: Wording, determination: str, outcome: str) -> CaseProof:
    """The proof by cases of one outcome of one determination."""
    index = advisor.nodes[determination][outcome]

    def explain(explanation: Explanation) -> ProofNode:
        return explanation.outcome(determination, outcome, index)

    return CaseProof(advisor, wording, index, f"{determination} {outcome}", explain)


class CaseProof:
    """Proves one node by cases: an outcome of a determination, or of an answer. `name` is for error messages."""

    def __init__(
        self, advisor: Advisor, wording: Wording, index: int, name: str, explain: Callable[[Explanation], ProofNode]
    ) -> None:
        self.advisor = advisor
        self.wording = wording
        self.lang = wording.lang
        self.index = index
        self.name = name
        self.explain = explain
        self.leaves = 0

    def prove(self, situation: Situation, variables: Sequence[Variable], case_hash: str) -> ProofNode:
        """The proof tree. Raises `TooManyCases`, or `EngineFault` where the engine cannot follow."""
        self.leaves += 1
        if self.leaves > MAX_LEAVES:
            raise TooManyCases
        proved = self.advisor.engine.prove(situation.known_atoms(self.advisor.engine.order), case_hash)
        truth = proved.get(self.index)
        if truth is True:
            explanation = Explanation(situation, self.wording, proved)
            return self.explain(explanation)
        if truth is False or not variables:
            raise EngineFault("engine_disagreement", name=self.name, case=case_hash)
        return self._split(situation, variables[0], variables[1:], case_hash)

    def _split(self, situation: Situation, variable: Variable, rest: Sequence[Variable], case_hash: str) -> ProofNode:
        if variable.name in situation.facts.given:
            return self.prove(situation, rest, case_hash)  # the answers so far already imply it
        children = []
        for position in range(len(variable.rows)):
            answered = self._answer(situation, variable, position)
            if answered is None or not allowed(answered, rest):
                continue
            inner = self.prove(answered, rest, case_hash)
            children.append(self._label(variable, position, inner))
        title = self._title(variable)
        text = say("whatever_the_answer", self.lang, title=title)
        return ProofNode(group="cases", text=text, truth="true", children=tuple(children))

    def _answer(self, situation: Situation, variable: Variable, position: int) -> Situation | None:
        """The situation with one more answer; None when real life does not allow it."""
        case = situation.case
        if variable.readings:
            readings = {**case.readings, variable.name: RecordedReading(variable.readings[position])}
            changed: Case = dataclasses.replace(case, readings=readings)
        elif variable.values:
            changed = dataclasses.replace(case, facts={**case.facts, variable.name: variable.values[position]})
        else:
            raise TooManyCases
        try:
            return Situation(situation.base, changed, situation.on, situation.path, situation.network, situation.applied)
        except BadInput:
            return None

    def _title(self, variable: Variable) -> str:
        if variable.readings:
            return self.wording.base.questions[variable.name].title.to(self.lang)
        return self.wording.title(variable.name)

    def _label(self, variable: Variable, position: int, inner: ProofNode) -> ProofNode:
        if variable.readings:
            text = self.wording.reading(variable.name, variable.readings[position])
            return ProofNode(question=variable.name, text=text, truth="true", children=(inner,))
        value = variable.values[position]
        text = say("comparison", self.lang, title=self._title(variable), demand=self.wording.value(variable.name, value))
        return ProofNode(fact=variable.name, text=text, truth="true", children=(inner,))
