"""What turned first between two advices, with the facts behind it; and which of the first acts are not the same.

The answer of a path is the first outcome of a list that holds. So what turned is looked for in the proof of the side whose
outcome comes first: a determination or a finding that it names and that the other side does not have. Where no proof tells,
it is the first headline determination that differs, then another one, then what was found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...answer.page.reasons import given
from ...law.logic.conditions import ON
from ...law.logic.facts import Facts
from ...law.model.act_advice import ActAdvice
from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.answer_advice import AnswerAdvice
from ...law.model.case import Case
from ...law.model.proof import ProofNode
from ...law.rulebase.base import RuleBase
from .differences import Comparison, Difference


@dataclass(frozen=True)
class Turned:
    """A determination that differs, with one of its findings where that is what turned, and the facts that moved.

    `others`: how many other determinations differ.
    """

    determination: Difference[DeterminationAdvice]
    finding: str | None
    facts: tuple[Difference[Any], ...]
    others: int


@dataclass(frozen=True)
class ActChanges:
    """The first acts that only one side has, and those whose day is another."""

    only_a: tuple[ActAdvice, ...]
    only_b: tuple[ActAdvice, ...]
    moved: tuple[tuple[ActAdvice, ActAdvice], ...]


def outcomes(determination: DeterminationAdvice | None) -> tuple[Any, ...] | None:
    """The outcomes that a determination leaves, or what it found; the facts for which it waits are another matter."""
    if determination is None:
        return None
    left = frozenset((*(p.outcome for p in determination.possible), *(f.id for f in determination.findings)))
    return determination.status, determination.outcome, left


def turned_first(base: RuleBase, comparison: Comparison, cases: Sequence[Case], advices: Sequence[Advice]) -> Turned | None:
    """What turned first; None where every determination stays. Without `cases` the facts are not looked for."""
    differ = {d.id: d for d in comparison.determinations if outcomes(d.a) != outcomes(d.b)}
    if not differ:
        return None
    findings = {f.id: f.place for f in comparison.findings if f.place in differ and f.side != "both"}
    name, finding = _named(base, comparison, differ, findings) or (_in_order(base, advices, differ), None)
    determination = differ[name]
    if finding is None and determination.either.kind == "collect":
        finding = next((rule for rule, place in findings.items() if place == name), None)
    facts = _facts(base, determination, finding, cases, advices) if cases else ()
    return Turned(determination, finding, facts, len(differ) - 1)


def _named(
    base: RuleBase,
    comparison: Comparison,
    differ: Mapping[str, Difference[DeterminationAdvice]],
    findings: Mapping[str, str],
) -> tuple[str, str | None] | None:
    """The first thing that differs among those that the proofs of the answers name: a determination, and its finding."""
    for answer in comparison.answers:
        for proof in _first_outcome_first(base, answer):
            for node in _nodes(proof):
                if node.outcome and (name := node.outcome.partition(".")[0]) in differ:
                    return name, None
                if node.rule in findings:
                    return findings[str(node.rule)], node.rule
    return None


def _first_outcome_first(base: RuleBase, answer: Difference[AnswerAdvice]) -> Iterator[ProofNode]:
    order = list(base.answers[answer.id].outcomes)
    sides = [side for side in (answer.a, answer.b) if side is not None and side.id in order and side.because is not None]
    yield from (side.because for side in sorted(sides, key=lambda side: order.index(str(side.id))) if side.because)


def _nodes(proof: ProofNode) -> Iterator[ProofNode]:
    """A proof, the nearest first."""
    pending = [proof]
    while pending:
        node = pending.pop(0)
        yield node
        pending += node.children


def _in_order(base: RuleBase, advices: Sequence[Advice], differ: Mapping[str, Difference[DeterminationAdvice]]) -> str:
    headline = [name for advice in advices for answer in advice.answers for name in base.paths[answer.path].headline]
    first = next((name for name in headline if name in differ), None)
    return first or min(differ, key=lambda name: differ[name].either.kind != "choose")


# --- the facts behind it -----------------------------------------------------------------------------------------


def _facts(
    base: RuleBase,
    determination: Difference[DeterminationAdvice],
    finding: str | None,
    cases: Sequence[Case],
    advices: Sequence[Advice],
) -> tuple[Difference[Any], ...]:
    """The facts that the proofs of both sides read and whose values are not the same."""
    names: dict[str, None] = {}
    for side, advice in zip((determination.a, determination.b), advices, strict=True):
        decided = {d.id: d.because for d in advice.determinations if d.because is not None}
        roots = [side.because] if side is not None and side.because is not None else []
        if finding is not None:
            told = (answer.because for answer in advice.answers if answer.because is not None)
            roots = [node for proof in told for node in _nodes(proof) if node.rule == finding] or roots
        names.update(dict.fromkeys(str(node.fact) for root in roots for node in given(root, decided)))
    a, b = (Facts(case.facts, advice.on, base) for case, advice in zip(cases, advices, strict=True))
    pairs = ((name, a.value(name), b.value(name)) for name in names if name != ON)
    return tuple(Difference(name, before, now) for name, before, now in pairs if before is not now and before != now)


# --- the acts ----------------------------------------------------------------------------------------------------


def act_changes(a: Advice, b: Advice) -> ActChanges:
    """How the first acts differ. One that stands further down in the plan of the other side is not called another."""
    here, there = ({_key(act): act for act in advice.acts} for advice in (a, b))
    return ActChanges(
        tuple(act for key, act in here.items() if key not in there and key not in _ahead(b)),
        tuple(act for key, act in there.items() if key not in here and key not in _ahead(a)),
        tuple((act, there[key]) for key, act in here.items() if key in there and _when(act) != _when(there[key])),
    )


def _key(act: ActAdvice) -> str:
    return act.step or act.id


def _ahead(advice: Advice) -> set[str]:
    """The steps of the plan that are still to be taken."""
    return {line.step for line in advice.plan if line.done is None and line.only_if is None}


def _when(act: ActAdvice) -> tuple[date | str | None, ...]:
    return act.due, act.waits_for if act.starts is None else act.starts, act.over
