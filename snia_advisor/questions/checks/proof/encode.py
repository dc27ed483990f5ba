"""The law of one path as clauses: its nodes, its facts, what naming the path says, and what is true of every real case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ....answer.deciding.situation import Situation, equality
from ....law.logic.conditions import Compare, ReadingIs
from ....law.logic.network import Network, NodeKind, positive
from ....law.model.case import Case
from ....law.rulebase.base import RuleBase
from .clauses import Clauses, Literal
from .theory import Theory


class Encoded:
    """The nodes below some roots as statements of one set of clauses. Every determination is taken to have law."""

    def __init__(self, base: RuleBase, path: str, network: Network, roots: Iterable[int], on: date) -> None:
        self.base = base
        self.network = network
        self.clauses = Clauses()
        self.theory = Theory(base, self.clauses)
        self._statements: dict[int, Literal] = {}
        self._readings: dict[str, dict[str, Literal]] = {}
        situation = Situation(base, Case({}), on, path, network)
        # An empty set is what a path says of a case that declares nothing; a case that declares something is one of it too.
        given = {name: value for name, value in situation.by_path.items() if base.facts[name].type != "set"}
        certain = [network.condition(equality(base, name, value)) for name, value in given.items()]
        certain += [edge for edge, _ in situation.constraint_edges()]
        for index in network.below([*map(positive, roots), *certain]):
            self._statements[index] = self._statement(index)
        self.theory.close()
        for edge in certain:
            self.clauses.add(self.edge(edge))
        self.possible = self.clauses.assume([]) and not self.clauses.contradictory

    def edge(self, edge: int) -> Literal:
        """The literal of a signed edge."""
        return self._statements[edge] if edge >= 0 else -self._statements[~edge]

    def _statement(self, index: int) -> Literal:
        node = self.network.nodes[index]
        if isinstance(node.atom, Compare):
            return self.theory.literal(node.atom, node.at)
        if isinstance(node.atom, ReadingIs):
            return self._reading(node.atom)
        made = self.clauses.statement()
        if node.kind == NodeKind.COVERED:
            self.clauses.add(made)
        if not node.children:
            return made
        children = [self.edge(child) for child in node.children]
        if node.kind == NodeKind.ALL:
            self.clauses.every(made, children)
        elif node.kind == NodeKind.ANY:
            self.clauses.either(made, children)
        else:
            self._outcomes(made, children, node.split)
        return made

    def _outcomes(self, made: Literal, children: list[Literal], split: int) -> None:
        """One of the listed outcomes: exactly one of all of them holds where there is law."""
        others = [child for child in children[split:] if self.clauses.value(child) != 1]
        self.clauses.either(made, children[:split])
        self.clauses.either(-made, others)

    def _reading(self, atom: ReadingIs) -> Literal:
        if atom.question not in self._readings:
            names = self.base.questions[atom.question].readings
            self._readings[atom.question] = {name: self.clauses.statement() for name in names}
            self.clauses.exactly_one(list(self._readings[atom.question].values()))
        return self._readings[atom.question][atom.reading]

    def atoms(self, index: int) -> list[Literal]:
        """The statements of the comparisons and readings below a node."""
        return list(dict.fromkeys(self._statements[n] for n in self.network.atoms(self.network.below([index]))))


def implied(network: Network, node: int) -> Mapping[int, bool]:
    """What the logic of three values proves from one node alone: its parts, and what stands above them."""
    proved: dict[int, bool] = {}
    pending = [(node, True)]
    while pending:
        index, truth = pending.pop()
        if index in proved:
            continue
        proved[index] = truth
        parts = network.nodes[index].children
        if (
            network.nodes[index].kind in (NodeKind.ALL, NodeKind.ANY)
            and (network.nodes[index].kind == NodeKind.ALL) is truth
        ):
            pending += [(positive(edge), truth is (edge >= 0)) for edge in parts]
    return proved
