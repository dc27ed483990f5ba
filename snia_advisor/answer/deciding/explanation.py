"""Why: the proof, in the language of the rule.

Three examples say what this does.

1. `attestation: not_required`, because `exemption_grounds` has some, because the rule "recognised refugee" is true, because
   the refugee card is valid until 30 June 2027 (the law wants: on the date of the question or after).
2. Why not `general`? Because `not_required` comes first and is true. Why not `simplified`? Because none of its three
   grounds is true: the post is on no list, and it is a first request.
3. Unknown: the ground stops at the fact that nobody has given, and says so.

A proof node is a node of the tree the author wrote. It shows what carries its truth: every child of a true `all`, the
false children of a false one; the true children of a true `any`, every child of a false one; the unknown children of an
unknown node. A determination that is a premise is named, not repeated: it has its own proof in the same advice.
"""

from __future__ import annotations

from collections.abc import Mapping

from ...law.logic.atoms import member_truths
from ...law.logic.conditions import Compare, ReadingIs, RecordTest, Ref, refs
from ...law.logic.network import LabelKind, Node, NodeKind, positive
from ...law.logic.truth import Kleene, signed, word_of
from ...law.model.proof import ProofNode
from ...law.model.values import Records
from ...messages import say
from ..telling.wording import Wording, raw
from .situation import Situation


class Explanation:
    """Builds proof nodes for one case from what the engine proved."""

    def __init__(self, situation: Situation, wording: Wording, proved: Mapping[int, bool]) -> None:
        self.situation = situation
        self.network = situation.network
        self.wording = wording
        self.lang = wording.lang
        self.proved = proved
        self._nodes: dict[int, ProofNode] = {}

    def truth(self, edge: int) -> Kleene:
        """The proved truth of a signed edge."""
        return signed(edge, self.proved.get(positive(edge)))

    def edge(self, edge: int) -> ProofNode:
        """The proof of a signed edge; a negation is a step of its own."""
        if edge >= 0:
            return self.node(edge)
        inner = self.node(~edge)
        text = say("not_clause", self.lang, text=inner.text)
        return ProofNode(group="not", text=text, truth=word_of(self.truth(edge)), children=(inner,))

    def node(self, index: int) -> ProofNode:
        """The proof of a node; rules share nodes, so each is built once."""
        if index not in self._nodes:
            self._nodes[index] = self._node(index)
        return self._nodes[index]

    def _node(self, index: int) -> ProofNode:
        node = self.network.nodes[index]
        if isinstance(node.atom, Compare):
            return self._comparison(index, node, node.atom)
        if isinstance(node.atom, ReadingIs):
            return self._reading(index, node.atom)
        if node.kind == NodeKind.COVERED:
            return self._covered(index, node)
        label = node.label
        if label is None:
            return self._group(index, node)
        match label.kind:
            case LabelKind.RULE:
                return self._rule(index, label.name)
            case LabelKind.CONSTRAINT:
                return self._constraint(index, label.name)
            case LabelKind.COLLECT:
                return self._collect(index, label.name)
        text = self.wording.outcome(label.name, *label.parts)
        return ProofNode(outcome=f"{label.name}.{label.part}", text=text, truth=word_of(self.truth(index)))

    def outcome(self, determination: str, name: str, index: int) -> ProofNode:
        """The proof of an outcome of the determination that is being explained."""
        declared = self.situation.base.determinations[determination]
        assert declared.choose is not None
        return ProofNode(
            outcome=f"{determination}.{name}",
            text=self.wording.outcome(determination, name),
            truth=word_of(self.truth(index)),
            sources=declared.choose[name].sources,
            children=self._children(index),
        )

    def answer(self, path: str, name: str) -> ProofNode:
        """The proof of the outcome of an answer: what it says, or the earlier outcome that comes before it."""
        declared, nodes = self.situation.base.answers[path], self.network.answer(path)
        holds = self.network.holds(path, name)
        earlier = list(nodes)[: list(nodes).index(name)]
        before = next((other for other in earlier if self.proved.get(nodes[other])), None)
        children = (self.answer(path, before),) if before is not None else self._merged(holds)
        return ProofNode(
            outcome=f"{path}.{name}",
            text=(declared.outcomes[name].title_without or declared.outcomes[name].title).to(self.lang),
            truth=word_of(self.truth(nodes[name])),
            sources=declared.outcomes[name].sources,
            children=children,
        )

    def _merged(self, edge: int) -> tuple[ProofNode, ...]:
        """The proof of a signed edge; the parts of an unnamed `all` one by one."""
        node = self.network.nodes[positive(edge)]
        if edge < 0 or node.label is not None or node.kind != NodeKind.ALL:
            return (self.edge(edge),)
        return self._children(edge)

    # --- kinds of steps ------------------------------------------------------------------------------------------

    def _rule(self, index: int, name: str) -> ProofNode:
        rule = self.situation.base.rules[name]
        return ProofNode(
            rule=name,
            text=rule.title.to(self.lang),
            truth=word_of(self.truth(index)),
            sources=rule.sources,
            confidence=rule.confidence.value,
            children=self._children(index),
        )

    def _constraint(self, index: int, name: str) -> ProofNode:
        constraint = self.situation.base.constraints[name]
        return ProofNode(
            rule=name,
            text=constraint.text.to(self.lang),
            truth=word_of(self.truth(index)),
            sources=constraint.sources,
            children=self._children(index),
        )

    def _collect(self, index: int, name: str) -> ProofNode:
        declared = self.situation.base.determinations[name]
        key = {True: "collect_some", False: "collect_none", None: "collect_unknown"}[self.truth(index)]
        text = say("comparison", self.lang, title=declared.title.to(self.lang), demand=say(key, self.lang))
        return ProofNode(outcome=f"{name}.some", text=text, truth=word_of(self.truth(index)), children=self._children(index))

    def _group(self, index: int, node: Node) -> ProofNode:
        kind = "all" if node.kind == NodeKind.ALL else "any"
        return ProofNode(
            group=kind,
            text=say("group_" + kind, self.lang),
            truth=word_of(self.truth(index)),
            children=self._children(index),
        )

    def _covered(self, index: int, node: Node) -> ProofNode:
        title = self.situation.base.determinations[node.atom].title.to(self.lang)
        text = say("covered_clause", self.lang, title=title)
        return ProofNode(group="all", text=text, truth=word_of(self.truth(index)))

    def _reading(self, index: int, atom: ReadingIs) -> ProofNode:
        question = self.situation.base.questions[atom.question]
        recorded = self.situation.readings.get(atom.question)
        return ProofNode(
            question=atom.question,
            text=self.wording.reading(atom.question, atom.reading),
            truth=word_of(self.truth(index)),
            given=recorded,
            given_text=question.readings[recorded].text.to(self.lang) if recorded else None,
            sources=question.readings[atom.reading].sources,
        )

    def _comparison(self, index: int, node: Node, atom: Compare) -> ProofNode:
        facts = self.situation.facts
        value = facts.value(atom.fact)
        truth = self.truth(index)
        return ProofNode(
            fact=atom.fact,
            text=self.wording.comparison(atom, facts, node.at),
            truth=word_of(truth),
            given=raw(value),
            given_text=self.wording.value(atom.fact, value) if raw(value) is not None else None,
            sources=self._parameter_sources(node, atom),
            children=self._members(atom, node.at) or self._origin(atom.fact),
        )

    def _members(self, atom: Compare, at: str) -> tuple[ProofNode, ...]:
        """The records of a list that a comparison used, each with whether it satisfies the condition."""
        records = self.situation.facts.value(atom.fact)
        if not isinstance(atom.operand, RecordTest) or not isinstance(records, Records):
            return ()
        truths = member_truths(atom.operand.where, records, self.situation.facts, at)
        return tuple(
            ProofNode(
                fact=atom.fact,
                text=say("record_number", self.lang, n=number, text=self.wording.record(atom.fact, record)),
                truth=word_of(truth),
                given={name: raw(value) for name, value in record.items()},
            )
            for number, (record, truth) in enumerate(zip(records.items, truths, strict=True), 1)
        )

    def _parameter_sources(self, node: Node, atom: Compare) -> tuple[str, ...]:
        day = self.situation.facts.value(node.at)
        names = dict.fromkeys(ref.name for ref in refs(atom.operand) if ref.kind == "parameter")
        series = (period for name in names for period in self.situation.base.parameters[name].series)
        covering = (period for period in series if hasattr(day, "year") and period.covers(day))
        return tuple(dict.fromkeys(source for period in covering for source in period.sources))

    def _origin(self, fact: str) -> tuple[ProofNode, ...]:
        """Where the value of a fact comes from, when nobody gave it: other facts, or a constraint."""
        base, facts = self.situation.base, self.situation.facts
        if fact in self.situation.implied:
            name = self.situation.implied[fact]
            index = positive(self.situation.constraint_edge(base.constraints[name]))
            return (self._constraint(index, name),)
        if fact in base.derived:
            return tuple(self._given(name) for name in sorted(facts.inputs(fact)))
        return ()

    def _given(self, fact: str) -> ProofNode:
        value = self.situation.facts.value(fact)
        known = raw(value) is not None
        text = self.wording.value(fact, value)
        return ProofNode(
            fact=fact,
            text=say("comparison", self.lang, title=self.wording.title(fact), demand=text),
            truth="true" if known else "unknown",
            given=raw(value),
            children=self._origin(fact) if known else (),
        )

    # --- what carries a truth ------------------------------------------------------------------------------------

    def _children(self, index: int) -> tuple[ProofNode, ...]:
        return tuple(self.edge(edge) for edge in self._support(index) if not self._silent(edge))

    def _support(self, index: int) -> list[int]:
        """The signed edges that carry the truth of a node; an unnamed group of the same kind is merged into it."""
        node = self.network.nodes[index]
        if node.kind == NodeKind.OUTCOMES:
            return []
        truth = self.truth(index)
        conjunctive = node.kind == NodeKind.ALL
        edges = list(node.children)
        if truth is None:
            edges = [edge for edge in edges if self.truth(edge) is None]
        elif truth is not conjunctive:
            edges = [edge for edge in edges if self.truth(edge) is truth]
        merged: list[int] = []
        for edge in edges:
            child = self.network.nodes[positive(edge)]
            if edge >= 0 and child.children and child.label is None and child.kind == node.kind:
                merged += self._support(edge)
            else:
                merged.append(edge)
        return list(dict.fromkeys(merged))

    def _silent(self, edge: int) -> bool:
        """Dates of law that are met need no line."""
        atom = self.network.nodes[positive(edge)].atom
        covered = self.network.nodes[positive(edge)].kind in (NodeKind.COVERED, NodeKind.APPLIES)
        dates = isinstance(atom, Compare) and atom.fact == "on" and not isinstance(atom.operand, Ref)
        return (covered or dates) and self.truth(edge) is True
