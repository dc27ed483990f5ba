"""A case before the law: its facts completed by what follows from them, and the truth of each atom.

Constraints are statements true of every real case. What follows from one is filled in with its own proof step, so that it
is not asked; a case that breaks one is refused, naming the facts and their lines.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from ...errors import BadInput
from ...law.logic.atoms import decide
from ...law.logic.conditions import ON, All, Compare, ReadingIs, read_value, refs
from ...law.logic.evaluate import evaluate
from ...law.logic.facts import Facts
from ...law.logic.network import Label, LabelKind, Network, Node, NodeKind, positive
from ...law.logic.truth import Kleene, Masks, masks_of, signed, truth_of
from ...law.model.case import Case
from ...law.model.entries import Constraint
from ...law.model.values import NONE
from ...law.rulebase.base import RuleBase
from ..telling.wording import raw


class Situation:
    """The facts of one case on one date, ready to be decided."""

    def __init__(
        self,
        base: RuleBase,
        case: Case,
        on: date,
        path: str | None,
        network: Network | None = None,
        applied: Mapping[int, bool] | None = None,
    ) -> None:
        self.base = base
        self.case = case
        self.on = on
        self.path = path
        self.network = network or Network(base)
        self.readings = {name: recorded.reading for name, recorded in case.readings.items()}
        self.by_path = self._path_facts()
        self.implied: dict[str, str] = {}
        self.facts = Facts({**self.by_path, **case.facts}, on, base)
        self._truths: dict[int, Kleene] = {}
        # Whether each alarm applies. It follows from what is known of the case, not from what could be: the cases into which
        # a case is split take it over.
        self.applied: dict[int, bool] = dict(applied or {})
        self.constraint_atoms: Mapping[str, list[int]] | None = None  # found once, by `cut`
        self._apply_constraints()

    def _path_facts(self) -> dict[str, Any]:
        if self.path is None:
            return {}
        gives = self.base.paths[self.path].gives
        return {
            name: read_value(self.base.facts[name], value, self.base, lambda key, **a: BadInput(key, **a))
            for name, value in gives.items()
            if name not in self.case.facts
        }

    # --- truth ---------------------------------------------------------------------------------------------------

    def atom(self, index: int) -> Kleene:
        """The truth of an atom node, None for unknown."""
        if index not in self._truths:
            self._truths[index] = self.atom_truth(index, self.facts)
        return self._truths[index]

    def atom_truth(self, index: int, facts: Facts) -> Kleene:
        """The truth of an atom node with other facts (those of a case of the exactness search)."""
        node = self.network.nodes[index]
        if node.kind == NodeKind.COVERED:
            return True if self.base.determinations[node.atom].covers(self.on) else None
        if node.kind == NodeKind.APPLIES:
            return self.applies(index)
        if isinstance(node.atom, ReadingIs):
            recorded = self.readings.get(node.atom.question)
            return None if recorded is None else recorded == node.atom.reading
        return decide(node.atom, facts, node.at)

    def applies(self, index: int) -> bool:
        """Whether an alarm applies: its `when` is proved on what is known of the case; otherwise it is passed over."""
        if index not in self.applied:
            self.applied[index] = self.truth(self.network.nodes[index].atom) is True
        return self.applied[index]

    def masks(self, nodes: Iterable[int]) -> dict[int, Masks]:
        """The truth of the atoms among `nodes`, as masks of one case."""
        return {n: masks_of(self.atom(n)) for n in self.network.atoms(nodes)}

    def known_atoms(self, nodes: Iterable[int]) -> dict[int, bool]:
        """The known atoms among `nodes`, for the engine."""
        truths = ((n, self.atom(n)) for n in self.network.atoms(nodes))
        return {n: truth for n, truth in truths if truth is not None}

    def truth(self, edge: int) -> Kleene:
        """The truth of a signed edge by the specification."""
        order = self.network.below([edge])
        return signed(edge, truth_of(evaluate(self.network, order, self.masks(order))[positive(edge)]))

    def given(self, names: Iterable[str]) -> tuple[tuple[str, Any], ...]:
        """What is given of some facts, in an order of its own, so that it can be compared."""
        given = self.facts.given
        return tuple((name, given[name]) for name in sorted(names) if name in given)

    # --- constraints ---------------------------------------------------------------------------------------------

    def constraint_edge(self, constraint: Constraint) -> int:
        """The signed edge of what a constraint tests: its `holds`, or its `when`."""
        written = constraint.holds if constraint.holds is not None else constraint.when
        label = Label(LabelKind.CONSTRAINT, constraint.id)
        return self.network.keep("constraint edge", constraint.id, lambda: self.network.written(written, label))

    def constraint_edges(self) -> list[tuple[int, frozenset[str]]]:
        """Every constraint as signed edges that must not be false, each with the given facts it reads."""
        return self.network.keep("constraint edges", (), self._read_edges)

    def _read_edges(self) -> list[tuple[int, frozenset[str]]]:
        return [
            (edge, frozenset().union(*(self.reads(n) for n in self.network.atoms(self.network.below([edge])))))
            for constraint in self.base.constraints.values()
            for edge in self._constraint_edges(constraint)
        ]

    def reads(self, index: int) -> frozenset[str]:
        """The facts that an atom node is computed from, the date of its parameters included."""
        return self.network.keep("reads", index, lambda: self._reads(index))

    def _constraint_edges(self, constraint: Constraint) -> list[int]:
        edge = self.constraint_edge(constraint)
        if constraint.holds is not None:
            return [edge]
        return [
            self.network.add(Node(NodeKind.ANY, (~edge, self.network.condition(equality(self.base, name, value)))))
            for name, value in self.consequences(constraint).items()
        ]

    def _reads(self, index: int) -> frozenset[str]:
        node = self.network.nodes[index]
        if node.kind == NodeKind.APPLIES:
            below = self.network.atoms(self.network.below([node.atom]))
            return frozenset().union(*(self.reads(other) for other in below))
        return frozenset().union(*(self.facts.inputs(name) for name in (*atom_facts(node.atom), node.at)))

    def consequences(self, constraint: Constraint) -> Mapping[str, Any]:
        """The facts that follow when the constraint applies."""
        return self.network.keep("consequences", constraint.id, lambda: self._consequences(constraint))

    def _consequences(self, constraint: Constraint) -> Mapping[str, Any]:
        fail = lambda key, **a: BadInput(key, **a)  # noqa: E731
        return {
            name: read_value(self.base.facts[name], value, self.base, fail)
            for name, value in (constraint.then or {}).items()
        }

    def _apply_constraints(self) -> None:
        implications = [c for c in self.base.constraints.values() if c.then]
        pending = True
        while pending:
            pending = False
            for constraint in implications:
                if self._concerned(constraint) and self.truth(self.constraint_edge(constraint)):
                    pending |= self._imply(constraint)
        for constraint in self.base.constraints.values():
            if constraint.holds is None or not self._concerned(constraint):
                continue
            if self.truth(self.constraint_edge(constraint)) is False:
                raise self._broken(constraint, ())

    def _concerned(self, constraint: Constraint) -> bool:
        """Whether anything that a constraint tests is given; where nothing is, it is neither true nor false."""

        def tested() -> frozenset[str]:
            atoms = self.network.atoms(self.network.below([self.constraint_edge(constraint)]))
            return frozenset().union(*(self.reads(index) or {ON} for index in atoms))

        facts = self.network.keep("tested", constraint.id, tested)
        return ON in facts or not facts.isdisjoint(self.facts.given)

    def _imply(self, constraint: Constraint) -> bool:
        changed = False
        for name, value in self.consequences(constraint).items():
            if name not in self.facts.given:
                self.implied[name] = constraint.id
                changed = True
            elif self.facts.given[name] != value:
                raise self._broken(constraint, (name,))
        if changed:
            filled = {n: v for n, v in self.consequences(constraint).items() if n not in self.facts.given}
            self.facts = Facts({**self.facts.given, **filled}, self.on, self.base)
            self._truths.clear()
        return changed

    def _broken(self, constraint: Constraint, extra: tuple[str, ...]) -> BadInput:
        from ...messages import language

        order = self.network.below([self.constraint_edge(constraint)])
        named = dict.fromkeys(extra)
        for index in self.network.atoms(order):
            for fact in atom_facts(self.network.nodes[index].atom):
                named.update(dict.fromkeys(sorted(self.facts.inputs(fact))))
        return BadInput("constraint_broken", text=constraint.text.to(language()), facts=self._shown(named))

    def _shown(self, names: Iterable[str]) -> str:
        """The given facts among `names`, each with its place."""
        given = [name for name in names if name in self.facts.given]
        return ", ".join(f"{name} ({self.case.places[name]})" if name in self.case.places else name for name in given)

    def contradiction(self, edges: Iterable[int]) -> BadInput:
        """The error for facts that no single constraint forbids, but several together: those of `edges`."""
        from ...messages import language

        broken = set(edges)
        together = [c for c in self.base.constraints.values() if broken & set(self._constraint_edges(c))]
        text = " ".join(c.text.to(language()) for c in together)
        names = sorted(frozenset().union(*(facts for edge, facts in self.constraint_edges() if edge in broken)))
        return BadInput("constraint_broken", text=text, facts=self._shown(names))


def atom_facts(atom: Any) -> tuple[str, ...]:
    """The facts that a comparison reads; the one that it compares comes first."""
    if not isinstance(atom, Compare):
        return ()
    return (atom.fact, *(ref.name for ref in refs(atom.operand) if ref.kind == "fact"))


def equality(base: RuleBase, name: str, value: Any) -> Any:
    """The condition that a fact has exactly this value."""
    if value is NONE or base.facts[name].type in ("yes_no", "choice"):
        return Compare(name, "is", value)
    if base.facts[name].type != "set":
        return Compare(name, "equal", value)
    includes = tuple(Compare(name, "includes_any", (option,)) for option in sorted(value))
    return All((Compare(name, "only", tuple(sorted(value))), *includes))


def case_hash(situation: Situation) -> str:
    """The hash of what was asked: facts, date, path and recorded readings; the user's own code is not part of it."""
    return _hash({"on": situation.on.isoformat(), "path": situation.path, **_told(situation.case)})


def case_identity(case: Case) -> str:
    """What tells a case from another whatever the day: the user's own code, else the hash of its facts and readings."""
    return case.ref or _hash({"path": case.path, **_told(case)})


def _told(case: Case) -> dict[str, Any]:
    return {
        "facts": {name: raw(value) for name, value in sorted(case.facts.items())},
        "readings": {name: recorded.reading for name, recorded in sorted(case.readings.items())},
    }


def _hash(asked: dict[str, Any]) -> str:
    data = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(data.encode()).hexdigest()
