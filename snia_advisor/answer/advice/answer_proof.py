"""The proof of an answer: of the outcome that is reached, or of the one state that every possible outcome has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...law.model.answer import Answer, AnswerState
from ...law.model.proof import ProofNode
from ..deciding.by_cases import CaseProof, TooManyCases
from ..deciding.doubt import rests_on_doubt
from ..deciding.explanation import Explanation
from ..deciding.state import PathState, depends
from .determine import Determiner, once


@dataclass(frozen=True)
class ProvedAnswer:
    """The state of an answer, its proof (None where nothing is decided), and whether it rests on a doubt."""

    state: PathState
    because: ProofNode | None = None
    to_confirm: bool = False


class AnswerProof:
    """Proves one answer as far as it is known."""

    def __init__(self, determiner: Determiner, declared: Answer, state: PathState) -> None:
        self.determiner = determiner
        self.declared = declared
        self.path = declared.id
        self.state = state

    def proved(self) -> ProvedAnswer:
        """The state with its proof; what the engine cannot prove is not answered."""
        state, network = self.state.state, self.determiner.situation.network
        if state == "depends" or state == "not_covered":
            return ProvedAnswer(self.state)
        if self.state.outcome is None or self.state.by_state:
            shared = network.answer_state(self.path, state)
            return self._by_engine(shared, lambda explanation: self._shared(explanation, state))
        name = self.state.outcome
        return self._by_engine(network.answered(self.path, name), lambda explanation: explanation.answer(self.path, name))

    def _by_engine(self, index: int, explain: Callable[[Explanation], ProofNode]) -> ProvedAnswer:
        determiner, dependence = self.determiner, self.state.dependence
        readings = determiner.situation.case.readings
        recorded = {name for name, reading in readings.items() if reading.confirmed_by is None}  # an answer is no doubt
        doubts: list[bool] = []

        def explained(explanation: Explanation) -> ProofNode:
            doubts.append(rests_on_doubt(explanation.situation, index, recorded))
            return explain(explanation)

        if determiner.proved.get(index):
            because = explained(determiner.explanation)
        else:
            proof = CaseProof(determiner.advisor, determiner.wording, index, self.path, explained)
            try:
                because = proof.prove(determiner.situation, dependence.split, determiner.case_hash)
            except TooManyCases:
                return ProvedAnswer(depends(self.path, dependence))
        return ProvedAnswer(self.state, because, any(doubts))

    def _shared(self, explanation: Explanation, state: AnswerState) -> ProofNode:
        """The proof of a state: on what each outcome that is still possible rests, as far as it can be told."""
        if self.state.outcome is not None:
            # The only one left but "none of them", which the check of the rule base rules out.
            return explanation.answer(self.path, self.state.outcome).model_copy(update={"truth": "true"})
        nodes = explanation.network.answer(self.path)
        left = [n for n in self.state.dependence.possible if n and explanation.proved.get(nodes[n]) is not False]
        return ProofNode(
            outcome=f"{self.path}.{state}",
            text=self.declared.undecided.same[state].title.to(explanation.lang),
            truth="true",
            children=once(explanation.answer(self.path, name) for name in left),
        )
