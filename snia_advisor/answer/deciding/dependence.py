"""What a determination depends on: facts, open questions, or nothing any more.

Kleene's logic is cautious: `{married: yes} or {not: {married: yes}}` is unknown while marriage is. So a determination that
is not decided is looked at case by case. Each fact that is still live is cut into the few classes of values that the rules
can tell apart (a date, at the days that some rule compares it with), each open question into its readings, and all
combinations that real life allows (the constraints) are evaluated at once, as bit masks.

    an outcome that no case reaches        is struck out; one left means decided, "whatever the answer"
    a fact is missing                      when two of its values lead to different possible outcomes in some case
    an open question is reached            when changing its reading changes the set of possible outcomes

Over `MAX_CASES` combinations Kleene's answer stands, marked `exact: false`. `check`, the interview and the analysis use
this one function.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from operator import mul, or_
from typing import Any

from ...errors import BadInput
from ...law.logic.conditions import ReadingIs
from ...law.logic.evaluate import evaluate
from ...law.logic.network import positive
from ...law.logic.truth import Masks
from .cases import Combinations, combinations, constraints_on
from .cut import Variable, fact_variables
from .situation import Situation

MAX_CASES = 1 << 16


@dataclass(frozen=True)
class Dependence:
    """The state of one `choose`."""

    outcome: str | None
    possible: tuple[str, ...]
    exact: bool = True
    by_cases: bool = False  # decided, but only case by case
    missing: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    under: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)  # outcome -> readings that suffice
    readings: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)  # question -> reading -> outcomes
    split: tuple[Variable, ...] = ()


def depend(situation: Situation, outcomes: Mapping[str, int]) -> Dependence:
    """What the determination whose outcome nodes are `outcomes` still depends on.

    Raises `BadInput` where the facts, together with several constraints, leave no real case.
    """
    known = (tuple(outcomes.items()), situation.on, MAX_CASES, *_read_by(situation, tuple(outcomes.values())))
    return situation.network.keep("dependences", known, lambda: _depend(situation, outcomes))


def _read_by(situation: Situation, roots: tuple[int, ...]) -> tuple[Any, ...]:
    """All that the dependence of some outcomes is computed from: facts and readings, those of the constraints included."""
    network = situation.network

    def names() -> tuple[frozenset[str], tuple[str, ...]]:
        atoms = list(network.atoms(network.below(roots)))
        facts = frozenset().union(*(situation.reads(index) for index in atoms))
        tied = [read for _, read in situation.constraint_edges() if read & facts]
        questions = {network.nodes[i].atom.question for i in atoms if isinstance(network.nodes[i].atom, ReadingIs)}
        return facts.union(*tied), tuple(sorted(questions))

    facts, questions = network.keep("read by", roots, names)
    return situation.given(facts), tuple(situation.readings.get(question) for question in questions)


def _depend(situation: Situation, outcomes: Mapping[str, int]) -> Dependence:
    network = situation.network
    order = network.below(outcomes.values())
    truth = evaluate(network, order, situation.masks(order))
    possible = [name for name, node in outcomes.items() if not truth[node][1]]
    decided = [name for name in possible if truth[outcomes[name]][0]]
    if decided:
        return Dependence(decided[0], (decided[0],))
    live = live_nodes(situation, (outcomes[name] for name in possible), truth)
    atoms = list(network.atoms(live))
    questions = question_variables(situation, atoms)
    facts = fact_variables(situation, atoms, truth)
    if combinations((*questions, *facts)) <= MAX_CASES:
        return _CaseSearch(situation, outcomes, truth, questions, facts).exact()
    if combinations(questions) > MAX_CASES:
        questions = ()
    return _CaseSearch(situation, outcomes, truth, questions, facts).kleene()


def allowed(situation: Situation, variables: Sequence[Variable]) -> bool:
    """Whether real life allows the situation: some values of the variables break no constraint."""
    facts = tuple(v for v in variables if not v.readings and v.name not in situation.facts.given)
    if combinations(facts) > MAX_CASES:
        return True
    search = _CaseSearch(situation, {}, {}, (), facts)
    search._evaluate(facts)
    return search.valid != 0


def live_nodes(situation: Situation, roots: Iterable[int], truth: Mapping[int, Masks]) -> list[int]:
    """The unknown nodes that can still change a root: reached from it through unknown nodes only."""
    nodes = situation.network.nodes
    stack = [root for root in roots if truth[root] == (0, 0)]
    seen: set[int] = set()
    while stack:
        index = stack.pop()
        if index not in seen:
            seen.add(index)
            stack += [positive(c) for c in nodes[index].children if truth[positive(c)] == (0, 0)]
    return sorted(seen)


def question_variables(situation: Situation, atoms: Sequence[int]) -> tuple[Variable, ...]:
    """One variable for each open question among `atoms`; its classes are its readings."""
    by_question: dict[str, list[int]] = {}
    for index in atoms:
        atom = situation.network.nodes[index].atom
        if isinstance(atom, ReadingIs):
            by_question.setdefault(atom.question, []).append(index)
    variables = []
    for question, indexes in by_question.items():
        readings = tuple(situation.base.questions[question].readings)
        rows = tuple(
            {index: situation.network.nodes[index].atom.reading == reading for index in indexes} for reading in readings
        )
        variables.append(Variable(question, (question,), rows, readings))
    return tuple(variables)


class _CaseSearch:
    """All combinations of the variables at once. The lowest digits of a case number are the questions."""

    def __init__(
        self,
        situation: Situation,
        outcomes: Mapping[str, int],
        truth: Mapping[int, Masks],
        questions: tuple[Variable, ...],
        facts: tuple[Variable, ...],
    ) -> None:
        self.situation = situation
        self.outcomes = outcomes
        self.truth = truth
        self.questions = questions
        self.facts = facts

    def exact(self) -> Dependence:
        self._evaluate((*self.questions, *self.facts))
        return self._dependence(exact=True)

    def kleene(self) -> Dependence:
        self._evaluate(self.questions)
        return self._dependence(exact=False)

    def _evaluate(self, variables: tuple[Variable, ...]) -> None:
        self.variables = variables
        network = self.situation.network
        constraints = constraints_on(self.situation, variables)
        order = network.below([*self.outcomes.values(), *constraints])
        self.cases = Combinations(network, order, variables, {**self.situation.masks(order), **self.truth})
        self.forbidden = {edge: self.cases.false(edge) for edge in constraints}  # by constraint, the cases that it forbids
        self.valid = self.cases.full
        for forbidden in self.forbidden.values():
            self.valid &= ~forbidden
        self.may = {name: self.valid & ~self.cases.false(node) for name, node in self.outcomes.items()}

    # --- reading the masks ---------------------------------------------------------------------------------------

    def _dependence(self, exact: bool) -> Dependence:
        sets = self._possible_by_readings()
        union = [name for name in self.outcomes if any(name in outcomes for outcomes in sets.values())]
        if not union:
            raise self._contradiction()
        if len(union) == 1:
            return Dependence(union[0], tuple(union), exact, by_cases=True, split=self.variables)
        reached = self._reached(sets)
        many = any(len(outcomes) > 1 for outcomes in sets.values())
        missing = self._missing(exact) if many else ()
        return Dependence(
            None,
            tuple(union),
            exact,
            missing=missing,
            questions=reached,
            under={name: self._under(name, sets, reached) for name in union},
            readings={q: self._by_reading(q, sets) for q in reached},
            split=self.variables,
        )

    def _contradiction(self) -> BadInput:
        """No case is left: the error that names as few constraints as forbid them all."""
        needed = dict(self.forbidden)
        for edge in self.forbidden:
            others = (mask for other, mask in needed.items() if other != edge)
            if reduce(or_, others, 0) == self.cases.full:
                del needed[edge]
        return self.situation.contradiction(needed)

    def _possible_by_readings(self) -> dict[tuple[int, ...], frozenset[str]]:
        """For each combination of readings, the outcomes that some case still reaches."""
        sets: dict[tuple[int, ...], frozenset[str]] = {}
        strides = [self.cases.strides[question.name] for question in self.questions]
        # The readings are the lowest digits of a case number: one combination of them comes again with every other digit.
        first = self.cases.full // ((1 << combinations(self.questions)) - 1)
        turning = self._turning()
        ranges = (range(len(q.rows) if q.name in turning else 1) for q in self.questions)
        for combination in itertools.product(*ranges):
            mask = first << sum(map(mul, combination, strides))
            outcomes = frozenset(name for name, may in self.may.items() if may & mask)
            if outcomes:
                sets[combination] = outcomes
        return sets

    def _turning(self) -> set[str]:
        """The open questions of which some reading matters: the others are looked at under one reading only.

        All combinations of readings at once: with fifteen questions they are too many to look at one by one.
        """
        size = combinations(self.questions)
        whole = (1 << size) - 1
        left = [self._readings_with(may, size) for may in self.may.values()]
        if reduce(or_, left, 0) != whole:  # readings under which no case is left: nothing is skipped
            return {question.name for question in self.questions}
        found = set()
        for question in self.questions:
            stride, first = self.cases.strides[question.name], self.cases.select(question, 0) & whole
            shifts = [position * stride for position in range(1, len(question.rows))]
            if any(((mask >> shift) ^ mask) & first for mask in left for shift in shifts):
                found.add(question.name)
        return found

    def _readings_with(self, cases: int, size: int) -> int:
        """The combinations of readings under which one of some cases is left; readings are the lowest digits of a case."""
        chunks = -(-self.cases.full.bit_length() // size)
        while chunks > 1:
            half = -(-chunks // 2)
            cases = (cases & ((1 << half * size) - 1)) | (cases >> half * size)
            chunks = half
        return cases

    def _reached(self, sets: Mapping[tuple[int, ...], frozenset[str]]) -> tuple[str, ...]:
        return tuple(question.name for axis, question in enumerate(self.questions) if self._turns(axis, sets))

    @staticmethod
    def _turns(axis: int, sets: Mapping[tuple[int, ...], frozenset[str]]) -> bool:
        """Whether two readings of one question, everything else equal, leave different outcomes."""
        first: dict[tuple[int, ...], frozenset[str]] = {}
        return any(first.setdefault(c[:axis] + c[axis + 1 :], outcomes) != outcomes for c, outcomes in sets.items())

    def _by_reading(self, name: str, sets: Mapping[tuple[int, ...], frozenset[str]]) -> dict[str, tuple[str, ...]]:
        axis = next(i for i, question in enumerate(self.questions) if question.name == name)
        result = {}
        for position, reading in enumerate(self.questions[axis].readings):
            readings: set[str] = set()
            for combination, possible in sets.items():
                if combination[axis] == position:
                    readings |= possible
            result[reading] = tuple(o for o in self.outcomes if o in readings)
        return result

    def _under(
        self, outcome: str, sets: Mapping[tuple[int, ...], frozenset[str]], reached: tuple[str, ...]
    ) -> tuple[Mapping[str, str], ...]:
        """The readings under which `outcome` is possible; empty when it is under all of them."""
        with_it = [c for c, outcomes in sets.items() if outcome in outcomes]
        if len(with_it) == len(sets) or not reached:
            return ()
        axes = [(i, q) for i, q in enumerate(self.questions) if q.name in reached]
        single = [
            {q.name: q.readings[p]}
            for i, q in axes
            for p in range(len(q.rows))
            if any(c[i] == p for c in with_it) and all(outcome in outcomes for c, outcomes in sets.items() if c[i] == p)
        ]
        if all(any(self._matches(c, s) for s in single) for c in with_it):
            return tuple(single)
        unique = {tuple((q.name, q.readings[c[i]]) for i, q in axes) for c in with_it}
        return tuple(dict(pairs) for pairs in sorted(unique))

    def _matches(self, combination: tuple[int, ...], readings: Mapping[str, str]) -> bool:
        return all(
            q.readings[combination[i]] == readings[q.name] for i, q in enumerate(self.questions) if q.name in readings
        )

    def _missing(self, exact: bool) -> tuple[str, ...]:
        some = [variable for variable in self.facts if not exact or self._matters(variable)]
        # Facts that constraints tie together never change alone; then those whose answer leaves other outcomes are asked.
        some = some or [variable for variable in self.facts if self._divides(variable)]
        some = some or [variable for variable in self.facts if self._tied(variable)]
        return tuple(dict.fromkeys(fact for variable in some for fact in variable.facts))

    def _tied(self, variable: Variable) -> bool:
        """Whether a constraint that forbids some case reads a fact of the variable."""
        edges = self.situation.constraint_edges()
        return any(self.forbidden.get(edge) and reads & set(variable.facts) for edge, reads in edges)

    def _divides(self, variable: Variable) -> bool:
        """Whether two values of a fact, everything else as it may be, leave different outcomes."""
        masks = [self.cases.select(variable, position) for position in range(len(variable.rows))]
        left = [frozenset(name for name, may in self.may.items() if may & mask) for mask in masks if self.valid & mask]
        return len(set(left)) > 1

    def _matters(self, variable: Variable) -> bool:
        """Whether two values of a fact, everything else equal, lead to different possible outcomes."""
        stride = self.cases.strides[variable.name]
        base = self.cases.select(variable, 0)
        views = []
        for position in range(len(variable.rows)):
            shift = position * stride
            views.append(((self.valid >> shift) & base, [(may >> shift) & base for may in self.may.values()]))
        for (valid_a, may_a), (valid_b, may_b) in itertools.combinations(views, 2):
            both = valid_a & valid_b
            if any((a ^ b) & both for a, b in zip(may_a, may_b, strict=True)):
                return True
        return False
