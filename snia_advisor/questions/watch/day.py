"""A case on one day: everything that its advice rests on, without words and without proof, so that days can be compared.

Two days with the same `standing` have the same advice; two that differ may still have the same, which only the advices tell.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Any

from ...answer.deciding.compiled import Advisor, advisor
from ...answer.deciding.cut import unknown_inputs
from ...answer.deciding.dependence import Dependence, depend, live_nodes
from ...answer.deciding.situation import Situation
from ...answer.deciding.state import path_state
from ...errors import BadInput
from ...law.logic.evaluate import evaluate
from ...law.logic.facts import parameter_value
from ...law.logic.network import Label, LabelKind, positive
from ...law.logic.truth import Masks
from ...law.model.case import Case
from ...law.model.entries import Procedure
from ...law.rulebase.base import RuleBase


class CaseOnDay:
    """The case on `day`. `named` is the path that was asked for; else the paths are those that concern the case that day.

    `paths` is a guess at them, which spares a second look. Raises `BadInput` where the facts cannot all be true on that day.
    """

    def __init__(self, base: RuleBase, case: Case, day: date, named: str | None, paths: tuple[str, ...]) -> None:
        self.base = base
        self.day = day
        self.named = named
        self.view: Advisor = advisor(base, paths)
        self.situation = Situation(base, dataclasses.replace(case, on=day), day, named, self.view.network)
        concerned = (named,) if named else tuple(name for name in base.paths if self._concerned(name))
        if not concerned:
            raise BadInput("no_path_concerns", paths=", ".join(base.paths))
        if concerned != paths:
            self.view = advisor(base, concerned)
            self.situation = Situation(base, self.situation.case, day, named, self.view.network)
        self.paths = concerned

    def on_network_of(self, other: CaseOnDay) -> Situation:
        """This day on the network of another moment, whose nodes can then be compared."""
        if self.view.network is other.view.network:
            return self.situation
        return Situation(self.base, self.situation.case, self.day, self.named, other.view.network)

    def _concerned(self, path: str) -> bool:
        return self.situation.truth(self._concerns(path)) is not False

    def _concerns(self, path: str) -> int:
        return self.situation.network.written(self.base.paths[path].concerns, Label(LabelKind.PATH, path))

    # --- what the advice reads -----------------------------------------------------------------------------------

    @cached_property
    def conditions(self) -> tuple[int, ...]:
        """The signed edges of the conditions of the procedures, of their steps and of their papers."""
        written = (condition for procedure in self._procedures() for condition in procedure.conditions())
        return tuple(dict.fromkeys(self.situation.network.written(condition) for condition in written))

    def _procedures(self) -> Iterator[Procedure]:
        for name in dict.fromkeys(name for path in self.paths for name in self.base.paths[path].procedures):
            yield self.base.procedures[name]

    @cached_property
    def roots(self) -> tuple[int, ...]:
        """The nodes above everything that the advice reads."""
        outcomes = (node for nodes in self.view.nodes.values() for node in nodes.values())
        return tuple(dict.fromkeys([*outcomes, *map(positive, self.conditions), *self.concerns]))

    @property
    def concerns(self) -> tuple[int, ...]:
        """The nodes that tell which paths concern the case; none where a path is named."""
        return () if self.named else tuple(map(self._concerns, self.base.paths))

    @cached_property
    def values(self) -> tuple[str, ...]:
        """The amounts that are shown, as `$parameter` or `$derived.fact`: of findings, delays and fees, of the paths."""
        collected = (name for name in self.view.determinations for name in self.base.determinations[name].collect or ())
        amounts = [self.base.rules[name].amount for name in collected]
        return tuple(dict.fromkeys([*(name for name in amounts if name), *self._timed, *self.amounts]))

    @cached_property
    def _timed(self) -> tuple[str, ...]:
        """Those of delays and fees."""
        steps = (step for procedure in self._procedures() for step in procedure.steps)
        parts = (part for step in steps for part in (step.delay, step.fee) if part is not None)
        return tuple(dict.fromkeys(part.amount for part in parts if part.amount))

    @property
    def amounts(self) -> tuple[str, ...]:
        """Those of the paths, which are shown with their computation."""
        return tuple(dict.fromkeys(f"${name}" for path in self.paths for name in self.base.paths[path].amounts))

    # --- where it stands -----------------------------------------------------------------------------------------

    @cached_property
    def truth(self) -> dict[int, Masks]:
        """The truth of every node, by the specification."""
        order = self.situation.network.below(self.roots)
        return evaluate(self.situation.network, order, self.situation.masks(order))

    @cached_property
    def dependences(self) -> dict[str, Dependence]:
        """What each `choose` depends on, where the day is covered. Raises `BadInput` when no real case is left."""
        chosen = ((name, self.base.determinations[name]) for name in self.view.determinations)
        return {
            name: depend(self.situation, self.view.nodes[name])
            for name, declared in chosen
            if declared.choose is not None and declared.covers(self.day)
        }

    def standing(self, running: Iterable[str] = ()) -> tuple[Any, ...]:
        """All of it, to be compared with another day; amounts in `running` are left out."""
        outcomes = tuple(self._found(name) for name in self.view.determinations if name not in self.dependences)
        conditions = tuple((self.truth[positive(edge)], edge >= 0) for edge in self.conditions)
        values = tuple(self.value(written) for written in (*self._timed, *self.amounts) if written not in running)
        dependences = {name: _settled(dependence) for name, dependence in self.dependences.items()}
        return self.paths, self._answers(), dependences, outcomes, conditions, values

    def _answers(self) -> tuple[Any, ...]:
        """Of each path, its state and its outcome, and what both depend on."""
        answers = (path_state(self.situation, path) for path in self.paths)
        return tuple((answer.state, answer.outcome, _settled(answer.dependence)) for answer in answers)

    def _found(self, name: str) -> tuple[Any, ...]:
        """Of a `collect`, or of what is not covered: the truth of each node, and the amount of each finding."""
        if not self.base.determinations[name].covers(self.day):
            return (name,)
        rules = ((self.base.rules[rule].amount, self.truth[node]) for rule, node in self.view.nodes[name].items())
        return tuple((truth, self.value(amount) if amount and truth[0] else None) for amount, truth in rules)

    def value(self, written: str) -> Any:
        """An amount on this day."""
        name = written.removeprefix("$")
        return self.situation.facts.value(name) if "." in name else parameter_value(self.base.parameters[name], self.day)

    # --- what is waited for --------------------------------------------------------------------------------------

    def waiting(self, moving: Iterable[int]) -> Mapping[str, list[str]]:
        """The facts that are not given and that a comparison among `moving` waits for, each with the determinations.

        Where a `choose` is undecided, those that it misses; where a `collect` is, those of the rules that may be found yet.
        """
        among = set(moving)
        waiting: dict[str, list[str]] = {}
        for name in self.view.determinations:
            if not self.base.determinations[name].covers(self.day):
                continue
            dependence = self.dependences.get(name)
            if dependence is not None and dependence.outcome is not None:
                continue
            live = live_nodes(self.situation, self.view.nodes[name].values(), self.truth)
            for index in self.situation.network.atoms(live):
                for fact in unknown_inputs(self.situation, index) if index in among else ():
                    if dependence is None or fact in dependence.missing:
                        waiting.setdefault(fact, []).append(name)
        return {fact: list(dict.fromkeys(names)) for fact, names in waiting.items()}


def _settled(dependence: Dependence) -> tuple[Any, ...]:
    """A dependence as a value; the sizes of its cases decide whether the engine can follow them one by one."""
    under = {name: frozenset(tuple(sorted(r.items())) for r in readings) for name, readings in dependence.under.items()}
    cases = tuple((variable.name, len(variable.rows)) for variable in dependence.split) if dependence.by_cases else ()
    return (
        dependence.outcome,
        dependence.possible,
        dependence.exact,
        frozenset(dependence.missing),
        frozenset(dependence.questions),
        under,
        cases,
    )
