"""What would make the advice more precise: the facts that settle what was passed over, left open or left out.

A headline that is decided does not mean that nothing else depends on facts. Alarms nobody could check, determinations beside
the headline, amounts and papers on condition wait for facts that are not asked before the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...law.logic.evaluate import evaluate
from ...law.logic.facts import UNKNOWN
from ...law.logic.network import positive
from ...law.logic.truth import Masks
from ...law.model.act_advice import SharpenAdvice
from ...law.model.advice import DeterminationAdvice, ProcedureAdvice
from ..deciding.dependence import live_nodes
from ..deciding.situation import Situation
from ..telling.wording import Wording

MOST_FACTS = 5
AT_ONCE = ("set", "choice", "yes_no")  # what a date is tied to, it does not tell
Waiting = list[tuple[str, frozenset[str]]]  # what is not settled, and the facts that are missing for it


def sharpened(
    situation: Situation,
    wording: Wording,
    passed_over: Mapping[str, Sequence[int]],
    determinations: Sequence[DeterminationAdvice],
    amounts: Iterable[str],
    procedures: Sequence[ProcedureAdvice],
    settled: Mapping[int, Masks],
    missing: Iterable[str] = (),
) -> tuple[SharpenAdvice, ...]:
    """Three groups at most: alarms and points passed over, secondary determinations, amounts and papers on condition.

    What an answer or a headline waits for (`missing`) is asked before, and is in none of them. `settled`: outcomes that
    exactness settled, though their conditions are not all known.
    """
    reading = _Reading(situation, settled)
    asked = {*missing, *(fact for d in determinations if d.headline for fact in d.missing)}
    secondary = [d for d in determinations if d.kind == "choose" and not d.headline and d.status == "depends"]
    groups: list[Waiting] = [
        list(reading.waiting(passed_over)),
        [(d.title, frozenset(d.missing)) for d in secondary],
        [*_amounts(situation, wording, amounts), *reading.waiting(_on_condition(situation, procedures))],
    ]
    found = []
    for group in groups:
        made = _group(situation, group, asked)
        if made is not None:
            found.append(made)
            asked |= set(made.facts)
    return tuple(found)


def _group(situation: Situation, waiting: Waiting, asked: set[str]) -> SharpenAdvice | None:
    """A few facts on which as much as possible of the group waits; those that are delicate to ask come last."""
    declared = situation.base.facts
    read = {fact for _, facts in waiting for fact in facts - asked if fact in declared}
    over = _told_at_once(situation, read) if len(read) > 1 else {}
    bears = {name: {n for n, (_, facts) in enumerate(waiting) if facts & over.get(name, {name})} for name in [*over, *read]}
    order = sorted(bears, key=lambda name: (declared[name].sensitive, name in read, list(declared).index(name)))
    chosen: list[str] = []
    left = set(range(len(waiting)))
    while len(chosen) < MOST_FACTS and order:
        best = max(order, key=lambda name: len(bears[name] & left))
        if not bears[best] & left:
            break
        chosen.append(best)
        left -= bears[best]
    settles = dict.fromkeys(title for n, (title, _) in enumerate(waiting) if n not in left)
    return SharpenAdvice(facts=tuple(chosen), settles=tuple(settles)) if chosen else None


def _told_at_once(situation: Situation, read: set[str]) -> dict[str, set[str]]:
    """The facts that a constraint ties to several of those that are read: one answer tells of them all."""
    found: dict[str, set[str]] = {}
    for _, tied in situation.constraint_edges():
        inside = tied & read
        if len(inside) > 1:
            for name in tied - read - situation.facts.given.keys():
                if situation.base.facts[name].type in AT_ONCE:
                    found.setdefault(name, set()).update(inside)
    return found


@dataclass(frozen=True)
class _Reading:
    """Reads which facts are missing for a condition."""

    situation: Situation
    settled: Mapping[int, Masks]

    def waiting(self, conditions: Mapping[str, Sequence[int]]) -> Iterator[tuple[str, frozenset[str]]]:
        """For each unknown condition, the facts that are missing among those that can still change it."""
        situation, network = self.situation, self.situation.network
        order = network.below([positive(edge) for edges in conditions.values() for edge in edges])
        known = {node: self.settled[node] for node in self.settled.keys() & set(order)}
        truth = evaluate(network, order, {**situation.masks(order), **known})
        for title, edges in conditions.items():
            live = live_nodes(situation, map(positive, edges), truth)
            read = frozenset().union(*(situation.reads(atom) for atom in network.atoms(live)))
            yield title, read - situation.facts.given.keys()


def _amounts(situation: Situation, wording: Wording, names: Iterable[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """The amounts that cannot be computed, with the facts that are missing for them."""
    for name in dict.fromkeys(names):
        if situation.facts.value(name) is UNKNOWN:
            yield wording.title(name), situation.facts.inputs(name) - situation.facts.given.keys()


def _on_condition(situation: Situation, procedures: Sequence[ProcedureAdvice]) -> Mapping[str, Sequence[int]]:
    """The steps and papers of the sure procedures that nobody knows to be wanted, by title, with their conditions."""
    found: dict[str, list[int]] = {}
    for procedure in (p for p in procedures if p.certain):
        declared = {step.step: step for step in situation.base.procedures[procedure.id].steps}
        for step in procedure.steps:
            written = declared[step.id]
            papers = {paper.document: paper.when for paper in written.documents}
            if step.only_if:
                found.setdefault(step.title, []).append(situation.network.written(written.when))
            for paper in step.documents:
                if paper.only_if and papers.get(paper.id) is not None:
                    found.setdefault(paper.title, []).append(situation.network.written(papers[paper.id]))
    return found
