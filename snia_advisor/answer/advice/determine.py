"""One determination of one case: decided, or what it depends on, with its proof."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping

from ...law.model.advice import DeterminationAdvice, Finding, Possible
from ...law.model.entries import Determination, Rule
from ...law.model.proof import ProofNode
from ..deciding.by_cases import TooManyCases, outcome_proof
from ..deciding.compiled import Advisor
from ..deciding.dependence import Dependence, depend
from ..deciding.explanation import Explanation
from ..deciding.situation import Situation
from ..telling.wording import Wording


class Determiner:
    """Turns proved nodes into determinations."""

    def __init__(
        self, advisor: Advisor, situation: Situation, wording: Wording, proved: Mapping[int, bool], case_hash: str
    ) -> None:
        self.advisor = advisor
        self.situation = situation
        self.wording = wording
        self.lang = wording.lang
        self.proved = proved
        self.case_hash = case_hash
        self.explanation = Explanation(situation, wording, proved)
        self.dependences: dict[str, Dependence] = {}

    def determine(self, name: str, path: str, headline: bool) -> DeterminationAdvice:
        """The advice on determination `name`."""
        declared = self.situation.base.determinations[name]
        if not declared.covers(self.situation.on):
            return self._blank(declared, path, headline, status="not_covered")
        if declared.choose is not None:
            return self._choose(declared, path, headline)
        return self._collect(declared, path, headline)

    def _blank(self, declared: Determination, path: str, headline: bool, **more: object) -> DeterminationAdvice:
        base: dict[str, object] = {
            "id": declared.id,
            "path": path,
            "headline": headline,
            "kind": "choose" if declared.choose is not None else "collect",
            "title": declared.title.to(self.lang),
            "question": declared.question.to(self.lang),
            "tone": declared.tone,
        }
        return DeterminationAdvice.model_validate({**base, **more})

    # --- choose --------------------------------------------------------------------------------------------------

    def _choose(self, declared: Determination, path: str, headline: bool) -> DeterminationAdvice:
        nodes = self.advisor.nodes[declared.id]
        dependence = depend(self.situation, nodes)
        because: ProofNode | None = None
        if dependence.outcome is not None and dependence.by_cases:
            dependence, because = self._by_cases(declared.id, dependence)
        self.dependences[declared.id] = dependence
        if dependence.outcome is None:
            if not dependence.missing and not dependence.questions:
                # Nothing that anybody could say would settle it: what it reads is not covered on that day.
                return self._blank(declared, path, headline, status="not_covered", exact=dependence.exact)
            return self._depends(declared, path, headline, dependence)
        because = because or self.explanation.outcome(declared.id, dependence.outcome, nodes[dependence.outcome])
        assert declared.choose is not None
        outcome = declared.choose[dependence.outcome]
        others = [name for name in nodes if name != dependence.outcome]
        return self._blank(
            declared,
            path,
            headline,
            status="decided",
            exact=dependence.exact,
            outcome=dependence.outcome,
            outcome_title=outcome.title.to(self.lang),
            outcome_text=outcome.text.to(self.lang) if outcome.text else None,
            favourable=outcome.favourable,
            possible=(Possible(outcome=dependence.outcome, title=outcome.title.to(self.lang)),),
            because=because,
            not_because=() if dependence.by_cases else once(self._node(declared.id, name) for name in others),
            sources=cited(because, *outcome.sources),
            open_questions=outcome.open_questions,
        )

    def _node(self, determination: str, outcome: str) -> ProofNode:
        return self.explanation.outcome(determination, outcome, self.advisor.nodes[determination][outcome])

    def _by_cases(self, name: str, dependence: Dependence) -> tuple[Dependence, ProofNode | None]:
        assert dependence.outcome is not None
        try:
            proof = outcome_proof(self.advisor, self.wording, name, dependence.outcome)
            return dependence, proof.prove(self.situation, dependence.split, self.case_hash)
        except TooManyCases:
            # What the engine cannot prove is not answered: Kleene's answer stands.
            facts = tuple(dict.fromkeys(f for v in dependence.split if not v.readings for f in v.facts))
            nodes = self.advisor.nodes[name]
            possible = tuple(outcome for outcome in nodes if self.proved.get(nodes[outcome]) is not False)
            open_ = dataclasses.replace(
                dependence, outcome=None, possible=possible, exact=False, by_cases=False, missing=facts
            )
            return open_, None

    def _depends(self, declared: Determination, path: str, headline: bool, dependence: Dependence) -> DeterminationAdvice:
        assert declared.choose is not None
        possible = []
        for name in dependence.possible:
            title = declared.choose[name].title.to(self.lang)
            for under in dependence.under.get(name) or (None,):
                possible.append(Possible(outcome=name, title=title, under=dict(under) if under else None))
        unknown = [self._node(declared.id, name) for name in dependence.possible]
        refused = [self._node(declared.id, name) for name in declared.choose if name not in dependence.possible]
        return self._blank(
            declared,
            path,
            headline,
            status="depends",
            exact=dependence.exact,
            possible=tuple(possible),
            because=unknown[0] if unknown else None,
            not_because=once([*unknown[1:], *refused]),
            missing=dependence.missing,
            open_questions=dependence.questions,
            sources=tuple(dict.fromkeys(s for name in dependence.possible for s in declared.choose[name].sources)),
        )

    # --- collect -------------------------------------------------------------------------------------------------

    def _collect(self, declared: Determination, path: str, headline: bool) -> DeterminationAdvice:
        nodes = self.advisor.nodes[declared.id]
        rules = {name: self.situation.base.rules[name] for name in nodes}
        true = [name for name, node in nodes.items() if self.proved.get(node) is True]
        unknown = [name for name, node in nodes.items() if node not in self.proved]
        findings = tuple(self.finding(rules[name]) for name in true)
        proofs = {name: self.explanation.node(node) for name, node in nodes.items()}
        return self._blank(
            declared,
            path,
            headline,
            status="depends" if unknown else "decided",
            findings=findings,
            could_also_matter=tuple(unknown),
            because=ProofNode(
                outcome=f"{declared.id}.some",
                text=declared.title.to(self.lang),
                truth="true" if true else "unknown" if unknown else "false",
                children=tuple(proofs[name] for name in true),
            ),
            not_because=once(proofs[name] for name in nodes if name not in true),
            sources=self._examined(declared, findings, rules),
            open_questions=tuple(dict.fromkeys(q for name in true for q in rules[name].open_questions)),
        )

    @staticmethod
    def _examined(declared: Determination, findings: tuple[Finding, ...], rules: Mapping[str, Rule]) -> tuple[str, ...]:
        """The sources of the findings; where nothing was found, those of every ground that was examined."""
        named = [*(s for f in findings for s in f.sources), *declared.sources]
        return tuple(dict.fromkeys(named or [s for rule in rules.values() for s in rule.sources]))

    def finding(self, rule: Rule) -> Finding:
        """A rule that holds, as it is shown."""
        text = rule.text or rule.title
        amount = self.wording.parameter(rule.amount, self.situation.facts) if rule.amount else None
        return Finding(
            id=rule.id,
            title=rule.title.to(self.lang),
            text=text.to(self.lang),
            amount=amount,
            sources=rule.sources,
            confidence=rule.confidence.value,
            proof_documents=rule.proof_documents,
            open_questions=rule.open_questions,
        )


def once(nodes: Iterable[ProofNode]) -> tuple[ProofNode, ...]:
    """Proofs in which a rule that was shown with its steps is only named when it comes again."""
    seen: set[str] = set()

    def first(node: ProofNode) -> ProofNode:
        if node.rule is not None and node.children:
            if node.rule in seen:
                return node.model_copy(update={"children": ()})
            seen.add(node.rule)
        children = tuple(first(child) for child in node.children)
        same = all(new is old for new, old in zip(children, node.children, strict=True))
        return node if same else node.model_copy(update={"children": children})

    return tuple(first(node) for node in nodes)


def cited(node: ProofNode | None, *first: str) -> tuple[str, ...]:
    """The sources of a proof, those of the outcome first."""
    order = dict.fromkeys(first)
    pending = [node] if node else []
    while pending:
        current = pending.pop(0)
        if current.truth == "true":
            order.update(dict.fromkeys(current.sources))
        pending += current.children
    return tuple(order)
