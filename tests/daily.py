"""Every day looked at, one after the other: the slow answer to which `watch` is held.

Knows nothing of turning days, thresholds or directions: each day is a case of its own, answered by the specification.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any
from weakref import WeakKeyDictionary

from snia_advisor.answer.advice.amounts import amounts
from snia_advisor.answer.deciding.compiled import Advisor, advisor
from snia_advisor.answer.deciding.dependence import Dependence, depend
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.answer.deciding.state import PathState, path_state
from snia_advisor.answer.telling.wording import Wording
from snia_advisor.errors import BadInput
from snia_advisor.law.logic.evaluate import evaluate
from snia_advisor.law.logic.network import Label
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase

EDGES: WeakKeyDictionary[Any, dict[Any, dict[int, int]]] = WeakKeyDictionary()  # conditions already read


def changes(base: RuleBase, case: Case, first: date, until: date, named: str | None) -> list[date]:
    """Each day after `first` on which the answer is not that of the day before; the last one may be a refusal."""
    found = []
    try:
        last = shadow(base, case, first, named)
        for day in days(first, until):
            now = shadow(base, case, day, named)
            if now != last:
                found.append(day)
            last = now
    except BadInput:
        found.append(day)
    return found


def days(first: date, until: date) -> Iterator[date]:
    """The days after `first`, up to `until`."""
    return (first + timedelta(days=count) for count in range(1, (until - first).days + 1))


def shadow(base: RuleBase, case: Case, day: date, named: str | None) -> Any:
    """What the advice says on a day, without words."""
    paths = (named,) if named else tuple(base.paths)
    view = advisor(base, paths)
    situation = Situation(base, dataclasses.replace(case, on=day), day, named, view.network)
    if named is None:
        edges = {name: view.network.written(path.concerns, Label("path", name)) for name, path in base.paths.items()}
        paths = tuple(name for name, edge in edges.items() if situation.truth(edge) is not False)
        if not paths:
            raise BadInput("no_path_concerns", paths="")
        view = view.narrowed(paths)
    wording = Wording(base, "fr")
    dependences: dict[str, Dependence] = {}
    said: dict[str, Any] = {}
    order = view.network.below(node for nodes in view.nodes.values() for node in nodes.values())
    truth = evaluate(view.network, order, situation.masks(order))
    for name in view.shown:
        declared = base.determinations[name]
        if not declared.covers(day):
            said[name] = "not covered"
        elif declared.choose is not None:
            dependences[name] = depend(situation, view.nodes[name])
            said[name] = chosen(dependences[name])
        else:
            said[name] = collected(base, situation, view.nodes[name], truth, wording)
    answers = {path: path_state(situation, path) for path in paths}
    for path, answer in answers.items():
        said[path] = (answer.outcome, answer.state)
        dependences[path] = answer.dependence
    shown = amounts(situation, wording, [name for path in paths for name in base.paths[path].amounts])
    return paths, said, {a.id: a.value for a in shown}, papers(base, situation, view, dependences, answers)


def chosen(found: Dependence) -> Any:
    """The answer on a `choose`."""
    if found.outcome is not None:
        return found.outcome
    if not found.missing and not found.questions:
        return "not covered"
    under = {name: frozenset(tuple(sorted(one.items())) for one in readings) for name, readings in found.under.items()}
    return found.possible, under, frozenset(found.missing), frozenset(found.questions)


def collected(base: RuleBase, situation: Situation, nodes: dict[str, int], truth: Any, wording: Wording) -> Any:
    """The answer on a `collect`: what is found, with its amount, and what may be."""
    found = []
    for rule, node in nodes.items():
        amount = base.rules[rule].amount
        if truth[node] != (0, 1):
            found.append(
                (rule, truth[node], wording.parameter(amount, situation.facts) if amount and truth[node][0] else "")
            )
    return found


def papers(
    base: RuleBase,
    situation: Situation,
    view: Advisor,
    dependences: dict[str, Dependence],
    answers: dict[str, PathState],
) -> Any:
    """The procedures that an answer opens, with their steps, delays and fees; and every paper in its number and form."""
    settled = {}
    for name, found in dependences.items():
        for outcome, node in view.nodes[name].items():
            if outcome == found.outcome or outcome not in found.possible:
                settled[node] = (1, 0) if outcome == found.outcome else (0, 1)
    possible, sure = opened(base, answers)
    holds = truths(situation, view, tuple(sorted(possible)), settled)
    steps, asked = [], []
    for name in possible:
        procedure = base.procedures[name]
        if holds(procedure.when) is False:
            continue
        kept = [step for step in procedure.steps if holds(step.when) is not False]
        certain = holds(procedure.when) is True and name in sure
        steps.append((name, certain, [(s.step, amount(situation, s.delay), amount(situation, s.fee)) for s in kept]))
        asked += [
            (d.document, d.originals, d.copies, sorted(d.form), d.provided_by, holds(d.when))
            for step in kept
            for d in step.documents
            if holds(d.when) is not False
        ]
    return sorted(steps), sorted(asked, key=str)


def opened(base: RuleBase, answers: dict[str, PathState]) -> tuple[set[str], set[str]]:
    """The procedures that some outcome still possible opens, and those that every outcome of one answer opens."""
    possible: set[str] = set()
    sure: set[str] = set()
    for path, answer in answers.items():
        names = [answer.outcome] if answer.outcome else [name for name in answer.dependence.possible if name]
        opens = [set(base.answers[path].outcomes[name].opens) for name in names] if answer.state != "not_covered" else []
        possible = possible.union(*opens)
        sure |= set.intersection(*opens) if opens else set()
    return possible, sure


def truths(situation: Situation, view: Advisor, procedures: tuple[str, ...], settled: Any) -> Callable[[Any], bool | None]:
    """The truth of the conditions of the procedures, what is settled being taken as settled."""
    edges = EDGES.setdefault(view.network, {}).setdefault(procedures, {})
    if not edges:
        for name in procedures:
            procedure = situation.base.procedures[name]
            for part in (procedure, *procedure.steps, *(d for step in procedure.steps for d in step.documents)):
                if part.when is not None:
                    edges[id(part.when)] = view.network.written(part.when)
    order = view.network.below(edges.values())
    known = {**situation.masks(order), **{node: masks for node, masks in settled.items() if node in set(order)}}
    truth = evaluate(view.network, order, known)

    def holds(written: Any) -> bool | None:
        if written is None:
            return True
        edge = edges[id(written)]
        true, false = truth[edge if edge >= 0 else ~edge]
        return None if true == false else bool(true) is (edge >= 0)

    return holds


def amount(situation: Situation, part: Any) -> Any:
    """The length of a delay, or a fee."""
    return situation.facts.argument(part.amount) if part is not None and part.amount is not None else None
