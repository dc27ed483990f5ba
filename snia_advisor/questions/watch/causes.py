"""Why the answer of one day is not that of the day before: what turned below the determinations that changed.

The tree is followed from what changed down through the nodes whose truth is not that of the day before, to comparisons: a
title that has expired, an age that is reached, a parameter with a new value, a rule that is law no longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from ...answer.deciding.cut import unknown_inputs
from ...law.logic.conditions import ON, Compare
from ...law.logic.evaluate import evaluate
from ...law.logic.facts import UNKNOWN
from ...law.logic.network import Label, Node, NodeKind, positive
from ...law.logic.truth import Kleene, truth_of
from .day import CaseOnDay
from .directions import slope
from .law_days import parameters_of, read_by

CauseKind = Literal["fact", "parameter", "rule", "determination"]


@dataclass(frozen=True)
class Turn:
    """One thing that turned: its kind and id, and its value on either day.

    `node` is the comparison that it turned, `truth` the truth of that on the new day, `rule` the rule or outcome that reads
    it. A fact without comparison and without values is not given: what it may still be has changed.
    """

    kind: CauseKind
    id: str
    before: Any = field(default=UNKNOWN, compare=False)
    now: Any = field(default=UNKNOWN, compare=False)
    node: Node | None = field(default=None, compare=False)
    truth: Kleene = field(default=None, compare=False)
    rule: Label | None = field(default=None, compare=False)


def turned(
    before: CaseOnDay, after: CaseOnDay, determinations: Iterable[str], values: Iterable[str] = ()
) -> tuple[Turn, ...]:
    """What turned below the `determinations` that changed, in the order of the tree; then what changed the `values`.

    Where the paths that concern the case changed, what concerns them is looked at first; where no determination did,
    everything below the conditions of the procedures.
    """
    names = [name for name in determinations if name in after.view.nodes]
    roots = [node for name in names for node in after.view.nodes[name].values()]
    roots = [*(after.concerns if before.paths != after.paths else ()), *roots]
    turns = dict.fromkeys(_of_cover(before, after, names))
    turns.update(dict.fromkeys(_Descent(before, after).turns(roots or after.roots)))
    for written in values:
        turns.update(dict.fromkeys(_of_value(before, after, written)))
    if not turns:
        turns.update(dict.fromkeys(_of_unknown(after, names)))
    return tuple(turns)


def _of_cover(before: CaseOnDay, after: CaseOnDay, determinations: Iterable[str]) -> Iterator[Turn]:
    for name in determinations:
        covered = after.base.determinations[name].covers(after.day)
        if covered is not after.base.determinations[name].covers(before.day):
            yield Turn("determination", name, truth=covered)


class _Descent:
    def __init__(self, before: CaseOnDay, after: CaseOnDay) -> None:
        self.before = before
        self.after = after
        self.past = before.on_network_of(after)
        self.network = after.situation.network
        self.seen: set[int] = set()
        self.implied = {f: c for f, c in after.situation.implied.items() if self.past.implied.get(f) != c}

    def turns(self, roots: Iterable[int]) -> Iterator[Turn]:
        constraints = [self.after.base.constraints[name] for name in dict.fromkeys(self.implied.values())]
        nodes = [*(positive(self.after.situation.constraint_edge(c)) for c in constraints), *roots]
        order = self.network.below(nodes)
        self.then = evaluate(self.network, order, self.past.masks(order))
        self.now = evaluate(self.network, order, self.after.situation.masks(order))
        for node in nodes:
            yield from self._below(node, None)

    def _below(self, index: int, owner: Label | None) -> Iterator[Turn]:
        node = self.network.nodes[index]
        if self.then[index] == self.now[index]:
            return
        if not node.children:
            yield from self._leaf(index, node, owner)
        elif index not in self.seen:
            self.seen.add(index)
            for child in node.children:
                yield from self._below(positive(child), node.label or owner)

    def _leaf(self, index: int, node: Node, owner: Label | None) -> Iterator[Turn]:
        truth = truth_of(self.now[index])
        if node.kind == NodeKind.COVERED:
            yield Turn("determination", str(node.atom), truth=truth is True)
        elif not isinstance(node.atom, Compare) or node.atom.fact in self.implied:
            return  # what follows from a constraint turned with what the constraint reads
        elif node.atom.fact == ON:
            if owner is not None:
                yield Turn("rule", owner.name, truth=truth)
        else:
            changed = [name for name in read_by(self.after.base, node) if _differs(self.before, self.after, name)]
            for name in changed:
                yield _parameter(self.before, self.after, name, owner)
            if not changed:
                before, now = (moment.facts.value(node.atom.fact) for moment in (self.past, self.after.situation))
                yield Turn("fact", node.atom.fact, before, now, node, truth, owner)


def _of_value(before: CaseOnDay, after: CaseOnDay, written: str) -> Iterator[Turn]:
    changed = [name for name in parameters_of(after.base, written) if _differs(before, after, name)]
    for name in changed:
        yield _parameter(before, after, name, None)
    if not changed:
        yield Turn("fact", written.removeprefix("$"), before.value(written), after.value(written))


def _parameter(before: CaseOnDay, after: CaseOnDay, name: str, owner: Label | None) -> Turn:
    return Turn("parameter", name, before.value(name), after.value(name), rule=owner)


def _differs(before: CaseOnDay, after: CaseOnDay, parameter: str) -> bool:
    values = [moment.value(parameter) for moment in (before, after)]
    return values[0] is not values[1] and bool(values[0] != values[1])


def _of_unknown(after: CaseOnDay, determinations: Iterable[str]) -> Iterator[Turn]:
    """Nothing that is known turned: then what unknown facts may still be did, as one of their thresholds passed another.

    The threshold may be one of a constraint; or the day from which a rule is law, measured on a date that is not given.
    """
    situation, network = after.situation, after.situation.network
    nodes = [node for name in determinations for node in after.view.nodes[name].values()]
    below = list(network.atoms(network.below(nodes)))
    bound = [positive(situation.constraint_edge(one)) for one in after.base.constraints.values()]
    moving = [
        one for one in [*below, *network.atoms(network.below(bound))] if slope(after.base, network.nodes[one], ON) != 0
    ]
    for index in moving or below:
        for fact in unknown_inputs(situation, index):
            yield Turn("fact", fact)
