"""Can a rule be true at all, and can it be false? A small backtracking search.

The wanted truth is pushed down the tree: a true `all` wants every child, a true `any` tries one child after the other. What
reaches the atoms of one fact must leave that fact at least one value; the constraints that touch those facts must hold too.
The search gives up after a number of steps; giving up is not a finding.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from ...answer.deciding.cut import NoCut, candidates, unknown_inputs
from ...answer.deciding.situation import Situation
from ...law.logic.conditions import Compare, ReadingIs
from ...law.logic.facts import Facts
from ...law.logic.network import Network, NodeKind, positive
from ...law.model.case import Case
from ...law.rulebase.base import RuleBase

MAX_STEPS = 1 << 14
MAX_VALUES = 1 << 12
Goal = tuple[int, bool]


class GaveUp(Exception):
    """Too many steps."""


def possible(
    base: RuleBase,
    network: Network,
    edge: int,
    truth: bool,
    days: Iterable[date],
    searches: dict[date, Satisfying] | None = None,
) -> bool | None:
    """Whether some real case gives `edge` this truth on one of the days; None when the search gave up.

    `searches` keeps what was found out about each day, for whoever asks about many rules.
    """
    gave_up = False
    known = {} if searches is None else searches
    for day in days:
        if day not in known:
            known[day] = Satisfying(Situation(base, Case({}), day, None, network))
        try:
            if known[day].found((positive(edge), truth if edge >= 0 else not truth)):
                return True
        except GaveUp:
            gave_up = True
    return None if gave_up else False


class Satisfying:
    """Searches on one day, from nothing known. What the values of a fact allow is found out once for all searches."""

    def __init__(self, situation: Situation) -> None:
        self.situation = situation
        self.network = situation.network
        self.steps = 0
        self.constraints = situation.constraint_edges()
        self._inputs: dict[int, tuple[str, ...]] = {}
        self._allowed: dict[tuple[str, frozenset[Goal]], bool] = {}

    def found(self, goal: Goal) -> bool:
        """Whether the goal can be met. Raises `GaveUp`."""
        self.steps = 0
        return self.solve([goal], {})

    def solve(self, goals: Sequence[Goal], atoms: dict[int, bool], with_constraints: bool = False) -> bool:
        """Whether the goals can be met together with the atoms already fixed."""
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise GaveUp
        if not goals:
            return with_constraints or self.solve(self._constraint_goals(atoms), atoms, True)
        (index, truth), *rest = goals
        node = self.network.nodes[index]
        if not node.children:
            return self._atom(index, truth, rest, atoms, with_constraints)
        return any(self.solve([*step, *rest], dict(atoms), with_constraints) for step in self._ways(index, truth))

    def _ways(self, index: int, truth: bool) -> Iterator[list[Goal]]:
        """The alternative sets of goals that give an inner node its truth."""
        node = self.network.nodes[index]
        children = node.children
        if node.kind == NodeKind.OUTCOMES:
            if not truth:
                yield [_goal(edge, False) for edge in children[: node.split]]
                return
            others = children[node.split :]
            yield [_goal(edge, self.network.nodes[positive(edge)].kind == NodeKind.COVERED) for edge in others]
        elif (node.kind == NodeKind.ALL) is truth:
            yield [_goal(edge, truth) for edge in children]
        else:
            yield from ([_goal(edge, truth)] for edge in sorted(children, key=self._size))

    def _size(self, edge: int) -> int:
        return self.network.level[positive(edge)]

    def _atom(self, index: int, truth: bool, rest: Sequence[Goal], atoms: dict[int, bool], constrained: bool) -> bool:
        if index in atoms:
            return atoms[index] is truth and self.solve(rest, atoms, constrained)
        known = self.situation.atom(index)
        if known is not None:
            return known is truth and self.solve(rest, atoms, constrained)
        if self.network.nodes[index].kind == NodeKind.COVERED:
            return False
        added = {**atoms, index: truth}
        return self._consistent(index, added) and self.solve(rest, added, constrained)

    def _consistent(self, index: int, atoms: dict[int, bool]) -> bool:
        node = self.network.nodes[index]
        if isinstance(node.atom, ReadingIs):
            return self._readings(node.atom.question, atoms)
        facts = self._unknown(index)
        if len(facts) != 1:
            return True
        group = [n for n in atoms if self._unknown(n) == facts]
        key = (facts[0], frozenset((n, atoms[n]) for n in group))
        if key not in self._allowed:
            self._allowed[key] = any(True for _ in self._values(facts[0], group, atoms))
        return self._allowed[key]

    def _unknown(self, index: int) -> tuple[str, ...]:
        if index not in self._inputs:
            self._inputs[index] = unknown_inputs(self.situation, index)
        return self._inputs[index]

    def _readings(self, question: str, atoms: dict[int, bool]) -> bool:
        said: dict[str, bool] = {}
        for index, truth in atoms.items():
            atom = self.network.nodes[index].atom
            if isinstance(atom, ReadingIs) and atom.question == question:
                said[atom.reading] = truth
        true = sum(said.values())
        return true == 1 or (true == 0 and len(said) < len(self.situation.base.questions[question].readings))

    def _values(self, fact: str, group: Sequence[int], atoms: dict[int, bool]) -> Iterator[Any]:
        try:
            values = itertools.islice(candidates(self.situation, fact, group), MAX_VALUES)
            for value in values:
                facts = Facts({fact: value}, self.situation.on, self.situation.base)
                if all(self.situation.atom_truth(n, facts) is atoms[n] for n in group):
                    yield value
        except NoCut:
            yield None

    def _constraint_goals(self, atoms: dict[int, bool]) -> list[Goal]:
        touched = {fact for index in atoms for fact in self._unknown(index)}
        return [_goal(edge, True) for edge, facts in self.constraints if facts and facts <= touched]


def _goal(edge: int, truth: bool) -> Goal:
    return (edge, truth) if edge >= 0 else (~edge, not truth)


def days_of(network: Network, edge: int, today: date) -> list[date]:
    """The days on which a rule may be tried: today, and the edges of the dates it mentions."""
    days: dict[date, None] = {today: None}
    for index in network.below([edge]):
        atom = network.nodes[index].atom
        if isinstance(atom, Compare) and atom.fact == "on" and isinstance(atom.operand, date):
            for offset in (0, -1, 1):
                days[atom.operand + timedelta(days=offset)] = None
    return list(days)
