"""The condition trees as one network of nodes, shared by the evaluator, the engine and the proof.

A node is an atom (a comparison, a reading of an open question, the dates of a determination) or an inner node: `all`,
`any`, or `outcomes` (one of several outcomes of a `choose`). There is no node for `not`: an edge carries a sign, written
like a complement: `n` is the node, `~n` its negation. Equal nodes are one node, so what two rules share is proved once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from ..model.answer import Answer, AnswerOutcome
from ..model.entries import Determination, Rule
from .conditions import All, AnyOf, CollectIs, Compare, ConditionError, Not, OutcomeIn, ReadingIs, RuleIs, read, refs

T = TypeVar("T")
MAX_KEPT = 512
GROUP = 20  # children of a node with many that are proved together
NO_OUTCOME = ""  # in an answer: none of its outcomes holds


class NodeKind(StrEnum):
    """What a node is: one of four kinds of atoms, or how it is made of its children."""

    ATOM = "atom"
    READING = "reading"
    COVERED = "covered"
    APPLIES = "applies"
    ALL = "all"
    ANY = "any"
    OUTCOMES = "outcomes"


class LabelKind(StrEnum):
    """What a node stands for on the page."""

    RULE = "rule"
    OUTCOME = "outcome"
    OUTCOMES = "outcomes"
    COLLECT = "collect"
    CONSTRAINT = "constraint"
    PATH = "path"
    ANSWER = "answer"
    ANSWER_STATE = "answer_state"


DETERMINED = (LabelKind.OUTCOME, LabelKind.OUTCOMES, LabelKind.COLLECT)  # the labels that name a determination


@dataclass(frozen=True)
class Label:
    """What a node stands for on the page, by its name; `parts` are the outcomes of a determination that are meant."""

    kind: LabelKind
    name: str
    parts: tuple[str, ...] = ()

    @property
    def part(self) -> str:
        """The outcomes as an advice writes them."""
        return "|".join(self.parts)


@dataclass(frozen=True)
class Node:
    """One node. `children` are signed; `split` is the number of listed outcomes of an `outcomes` node."""

    kind: NodeKind
    children: tuple[int, ...] = ()
    atom: Any = None  # Compare, ReadingIs, the id of a determination, or the edge of an alarm
    at: str = "on"
    label: Label | None = None
    split: int = 0


def positive(edge: int) -> int:
    """The node of a signed edge."""
    return edge if edge >= 0 else ~edge


class Cycle(Exception):
    """A rule or determination that depends on itself."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(" -> ".join(names))
        self.names = names


class Network:
    """Nodes, built on demand from the rules and determinations that are asked for."""

    def __init__(self, law: Any) -> None:
        self.law = law
        self.nodes: list[Node] = []
        self.level: list[int] = []
        self._index: dict[Node, int] = {}
        self._named: dict[Label, int] = {}
        self._open: list[Label] = []
        self._kept: dict[str, dict[Hashable, Any]] = {}

    def keep(self, kind: str, key: Hashable, compute: Callable[[], T]) -> T:
        """What `compute` gives, computed once for `key`; it must follow from the nodes and the key alone.

        Nodes are added and never changed, so it stays true. A kind that grows too large is forgotten and begun again.
        """
        table = self._kept.setdefault(kind, {})
        if key not in table:
            cached = compute()
            if len(table) >= MAX_KEPT:
                table.clear()
            table[key] = cached
        kept: T = table[key]
        return kept

    # --- construction --------------------------------------------------------------------------------------------

    def add(self, node: Node) -> int:
        """The id of `node`, new or already there."""
        known = self._index.get(node)
        if known is not None:
            return known
        self.nodes.append(node)
        self.level.append(1 + max((self.level[positive(c)] for c in node.children), default=-1))
        self._index[node] = len(self.nodes) - 1
        return len(self.nodes) - 1

    def _build(self, label: Label, build: Any) -> int:
        if label in self._named:
            return self._named[label]
        if label in self._open:
            around = [*self._open[self._open.index(label) :], label]
            raise Cycle([f"{one.name}.{one.part}" if one.part else one.name for one in around])
        self._open.append(label)
        try:
            self._named[label] = build()
        finally:
            self._open.pop()
        return self._named[label]

    def rule(self, name: str) -> int:
        """The node of a rule: its condition, none of its exceptions, within its dates."""
        return self._build(Label(LabelKind.RULE, name), lambda: self._rule(self.law.rules[name]))

    def _rule(self, rule: Rule) -> int:
        children = [self.condition(self._read(rule.when), rule.at)]
        children += [~self.rule(name) for name in rule.unless]
        if rule.from_:
            children.append(self._atom(Compare(rule.at, "on_or_after", rule.from_), rule.at))
        if rule.to:
            children.append(self._atom(Compare(rule.at, "on_or_before", rule.to), rule.at))
        return self.add(Node(NodeKind.ALL, tuple(children), label=Label(LabelKind.RULE, rule.id)))

    def _read(self, written: Any) -> Any:
        try:
            return read(written, self.law)
        except ConditionError as problem:
            raise self.law.condition_error(problem, written) from None

    def condition(self, condition: Any, at: str = "on") -> int:
        """The signed edge of a condition; parameters in it are read on the date `at`."""
        match condition:
            case Compare():
                return self._atom(condition, at)
            case ReadingIs():
                return self.add(Node(NodeKind.READING, atom=condition))
            case RuleIs(name):
                return self.rule(name)
            case Not(item):
                return ~self.condition(item, at)
            case All(items):
                return self.add(Node(NodeKind.ALL, tuple(self.condition(item, at) for item in items)))
            case AnyOf(items):
                return self.add(Node(NodeKind.ANY, tuple(self.condition(item, at) for item in items)))
            case OutcomeIn(name, outcomes):
                return self.outcome_in(name, outcomes)
            case CollectIs(name, what):
                return self.collect(name, what)
        raise TypeError(condition)

    def _atom(self, comparison: Compare, at: str) -> int:
        # The date only matters to an atom that reads a parameter.
        reads_parameter = any(ref.kind == "parameter" for ref in refs(comparison.operand))
        return self.add(Node(NodeKind.ATOM, atom=comparison, at=at if reads_parameter else "on"))

    def _covered(self, declared: Determination) -> list[int]:
        return [self.add(Node(NodeKind.COVERED, atom=declared.id))] if declared.from_ or declared.to else []

    def outcome(self, name: str, outcome: str) -> int:
        """The node of outcome `outcome`: its condition, and none of the earlier ones, on a covered day."""
        return self._build(Label(LabelKind.OUTCOME, name, (outcome,)), lambda: self._outcome(name, outcome))

    def _outcome(self, name: str, outcome: str) -> int:
        declared: Determination = self.law.determinations[name]
        assert declared.choose is not None
        names = list(declared.choose)
        written = declared.choose[outcome].when
        children = self._covered(declared)
        children += [] if written is None else [self.condition(self._read(written))]
        children += [~self.outcome(name, earlier) for earlier in names[: names.index(outcome)]]
        return self.add(Node(NodeKind.ALL, tuple(children), label=Label(LabelKind.OUTCOME, name, (outcome,))))

    def outcome_in(self, name: str, outcomes: tuple[str, ...]) -> int:
        """One of several outcomes: true when every other one is false, false when each of these is."""
        if len(outcomes) == 1:
            return self.outcome(name, outcomes[0])
        declared: Determination = self.law.determinations[name]
        others = [o for o in declared.choose or () if o not in outcomes]
        children = [self.outcome(name, o) for o in (*outcomes, *others)] + self._covered(declared)
        label = Label(LabelKind.OUTCOMES, name, outcomes)
        return self.add(Node(NodeKind.OUTCOMES, tuple(children), label=label, split=len(outcomes)))

    def collect(self, name: str, what: str) -> int:
        """`some` or `none` of a collect, or one of its rules."""
        if what == "none":
            return self._none(self.law.determinations[name])
        if what != "some":
            return self.rule(what)
        return self._build(Label(LabelKind.COLLECT, name), lambda: self._some(self.law.determinations[name]))

    def _some(self, declared: Determination) -> int:
        some = self.add(
            Node(
                NodeKind.ANY,
                tuple(self.rule(rule) for rule in declared.collect or ()),
                label=Label(LabelKind.COLLECT, declared.id),
            )
        )
        covered = self._covered(declared)
        return self.add(Node(NodeKind.ALL, (*covered, some))) if covered else some

    def _none(self, declared: Determination) -> int:
        # On a day that is not covered, no finding is not "none".
        covered, some = self._covered(declared), self.collect(declared.id, "some")
        none = positive(self.nodes[some].children[-1]) if covered else some
        return self.add(Node(NodeKind.ALL, (*covered, ~none))) if covered else ~some

    def determination(self, name: str) -> dict[str, int]:
        """The nodes of a determination: outcome -> node, or finding -> node."""
        declared: Determination = self.law.determinations[name]
        if declared.choose is not None:
            return {outcome: self.outcome(name, outcome) for outcome in declared.choose}
        return {rule: self.rule(rule) for rule in declared.collect or ()}

    # --- answers -------------------------------------------------------------------------------------------------

    def answer(self, path: str) -> dict[str, int]:
        """The nodes of an answer: outcome -> node; the last one, `NO_OUTCOME`, is that none of them holds."""
        return {name: self.answered(path, name) for name in (*self.law.answers[path].outcomes, NO_OUTCOME)}

    def answered(self, path: str, name: str) -> int:
        """The node of one outcome of an answer: it holds, and none of the earlier ones does."""
        return self._build(Label(LabelKind.ANSWER, path, (name,)), lambda: self._answered(self.law.answers[path], name))

    def _answered(self, declared: Answer, name: str) -> int:
        names = [*declared.outcomes, NO_OUTCOME]
        children = [] if name == NO_OUTCOME else [self.holds(declared.id, name)]
        children += [~self.holds(declared.id, other) for other in names[: names.index(name)]]
        return self._every(children, Label(LabelKind.ANSWER, declared.id, (name,)))

    def _every(self, children: list[int], label: Label) -> int:
        """The node that each of many children holds, in groups: the engine takes so many literals at a time, and no more."""
        groups = [tuple(children[start : start + GROUP]) for start in range(0, len(children), GROUP)]
        if len(groups) > 1:
            children = [self.add(Node(NodeKind.ALL, group)) for group in groups]
        return self.add(Node(NodeKind.ALL, tuple(children), label=label))

    def bars(self, path: str) -> dict[int, tuple[str, str]]:
        """The nodes of what bars a path, each with its kind (`rule`, or a determination) and its name."""
        found: dict[int, tuple[str, str]] = {}
        for bar in self.law.answers[path].bars:
            found |= {self.rule(name): ("rule", name) for name in bar.rules}
            found |= {self.outcome(of, name): (of, name) for of, names in bar.outcomes.items() for name in names}
        return found

    def answer_state(self, path: str, state: str) -> int:
        """The node that no outcome of another state is the answer.

        "None of them" is another one only where everything is checked, or where there is no other; elsewhere the outcomes
        leave nothing out, so that the state is then `state`.
        """
        declared: Answer = self.law.answers[path]
        others = [name for name, outcome in declared.outcomes.items() if outcome.state != state]
        others += [NO_OUTCOME] if declared.checks or not others else []
        return self._every([~self.answered(path, name) for name in others], Label(LabelKind.ANSWER_STATE, path, (state,)))

    def holds(self, path: str, name: str) -> int:
        """The signed edge that an outcome of an answer holds, whatever comes before it.

        An alarm holds only when it applies: that is no condition of the law, but what is known of it, so that a prohibition
        of which nobody has spoken leaves the answer alone.
        """
        outcome: AnswerOutcome = self.law.answers[path].outcomes[name]
        when = self.condition(self._read(outcome.when))
        if not outcome.alarm:
            return when
        still = [] if outcome.still is None else [self.condition(self._read(outcome.still))]
        return self.add(Node(NodeKind.ALL, (self.add(Node(NodeKind.APPLIES, atom=when)), when, *still)))

    def written(self, written: Any, label: Label | None = None) -> int:
        """The signed edge of a condition as it is written on the page (a path, a step, a constraint)."""
        edge = self.condition(self._read(written))
        return edge if label is None else self.add(Node(NodeKind.ALL, (edge,), label=label))

    # --- reading -------------------------------------------------------------------------------------------------

    def below(self, roots: Iterable[int]) -> list[int]:
        """The nodes under `roots`, children before parents. Ids grow upwards, so sorting is enough."""
        wanted = tuple(roots)
        return list(self.keep("below", wanted, lambda: self._below(wanted)))

    def _below(self, roots: tuple[int, ...]) -> list[int]:
        seen: set[int] = set()
        stack = [positive(root) for root in roots]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack.extend(positive(child) for child in self.nodes[node].children)
        return sorted(seen)

    def labels_below(self, roots: Iterable[int], *kinds: LabelKind) -> list[str]:
        """The names on the labels of these kinds under `roots`, each once: of rules, or of determinations (`DETERMINED`)."""
        labels = (self.nodes[index].label for index in self.below(roots))
        return list(dict.fromkeys(label.name for label in labels if label and label.kind in kinds))

    def owner(self, node: int, order: Iterable[int]) -> str:
        """The rule or outcome that a node belongs to, for an error message: the first named one at or above it."""
        above = [node]
        for index in order:
            if any(positive(child) in above for child in self.nodes[index].children):
                above.append(index)
        labels = (self.nodes[index].label for index in above)
        return next((f"{label.name} {label.part}".strip() for label in labels if label), str(node))

    def atoms(self, nodes: Iterable[int]) -> Iterator[int]:
        """Those of `nodes` that are atoms, readings or dates."""
        return (node for node in nodes if not self.nodes[node].children)
