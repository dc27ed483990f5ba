"""No `go` and no `wait` stands beside what bars the path: every pair is proved impossible, or it is a finding.

What the logic of three values proves is true in every completion of a case, so a proof about complete cases holds for
incomplete ones too. With one exception, alarms: they are passed over while their `when` is unknown. So an alarm counts
against an outcome only where the bar itself, once proved, proves the `when` of the alarm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ....law.logic.evaluate import evaluate
from ....law.logic.network import Network, NodeKind, positive
from ....law.model.answer import Answer
from ....law.rulebase.base import RuleBase
from .clauses import Literal
from .encode import Encoded, implied

FAVOURABLE = ("go", "wait")


@dataclass(frozen=True)
class BarNode:
    """One thing that bars a path: its node, what it is called, and the edge that says when it matters."""

    node: int
    kind: str  # "rule", or the name of a determination
    name: str
    still: int | None
    written_still: Any = field(default=None, compare=False)


@dataclass(frozen=True)
class Pair:
    """An outcome that may stand beside a bar: not proved impossible."""

    outcome: str
    bar: BarNode


@dataclass(frozen=True)
class PathProof:
    """What was proved of one path, and what was not."""

    path: str
    pairs: int
    unproved: tuple[Pair, ...]
    dead: tuple[str, ...]  # outcomes that no case reaches
    groundless: tuple[str, ...]  # unfavourable outcomes that may be reached with every bar false
    incomplete: bool  # a case may be left without any outcome


def bars_of(network: Network, answer: Answer) -> list[BarNode]:
    """Everything that bars a path, one by one."""
    found: list[BarNode] = []
    for bar in answer.bars:
        still = network.written(bar.still) if bar.still is not None else None
        found += [BarNode(network.rule(name), "rule", name, still, bar.still) for name in bar.rules]
        for of, names in bar.outcomes.items():
            found += [BarNode(network.outcome(of, name), of, name, still, bar.still) for name in names]
    return found


class Prover:
    """Proves one path."""

    def __init__(self, base: RuleBase, path: str, on: date) -> None:
        self.answer: Answer = base.answers[path]
        self.network = Network(base)
        self.bars = bars_of(self.network, self.answer)
        self.when: dict[str, int] = {}
        self.still: dict[str, int | None] = {}
        for name, outcome in self.answer.outcomes.items():
            self.when[name] = self.network.written(outcome.when)
            self.still[name] = self.network.written(outcome.still) if outcome.still is not None else None
        stills = [edge for edge in self.still.values() if edge is not None]
        stills += [bar.still for bar in self.bars if bar.still is not None]
        roots = [*self.when.values(), *stills, *(bar.node for bar in self.bars)]
        self.law = Encoded(base, path, self.network, roots, on)
        self.order = self.network.below(map(positive, roots))
        self._matters = {bar: self._both(bar) for bar in self.bars}
        self._raised = {bar.node: self._alarms_of(bar) for bar in self.bars}

    def proof(self) -> PathProof:
        """Every pair of a favourable outcome and a bar, and what else must hold of the list."""
        unproved = tuple(pair for pair in self.pairs() if not self.refuted(pair))
        names = list(self.answer.outcomes)
        return PathProof(
            path=self.answer.id,
            pairs=sum(1 for _ in self.pairs()),
            unproved=unproved,
            dead=tuple(name for name in names if not self._reachable(name)),
            groundless=tuple(
                name for name in names if self.answer.outcomes[name].state not in FAVOURABLE and self._idle(name)
            ),
            incomplete=self.answer.checks is None and self._holds(self._none_of_them()),
        )

    def pairs(self) -> Iterator[Pair]:
        """The pairs that must be impossible.

        A bar that makes one wait may stand under that outcome, and under a wait before it, nowhere else.
        """
        names = list(self.answer.outcomes)
        for name in names:
            if self.answer.outcomes[name].state in FAVOURABLE:
                for bar in self.bars:
                    if not self._waits(name, bar, names):
                        yield Pair(name, bar)

    def _waits(self, name: str, bar: BarNode, names: list[str]) -> bool:
        raised = [alarm for alarm in self._raised[bar.node] if self.answer.outcomes[alarm].state == "wait"]
        own = [alarm for alarm in raised if self._alternative(self.when[alarm], bar.node)]
        before = any(names.index(name) <= names.index(alarm) for alarm in own)
        return before and self.answer.outcomes[name].state == "wait"

    def _alternative(self, edge: int, node: int) -> bool:
        """Whether a condition is this node, or one of its alternatives is; that the node merely implies it is not enough."""
        if edge == node:
            return True
        if edge < 0:
            return False
        found = self.network.nodes[edge]
        either = found.kind == NodeKind.ANY or (found.kind == NodeKind.ALL and len(found.children) == 1)
        return either and any(self._alternative(child, node) for child in found.children)

    def refuted(self, pair: Pair) -> bool:
        """Whether no case at all has the outcome as its answer while the bar holds and matters."""
        bar = pair.bar
        assumed = [*self._reached(pair.outcome, self._raised[bar.node]), self.law.edge(bar.node)]
        assumed += [self.law.edge(bar.still)] if bar.still is not None else []
        return not self._holds(assumed, self.law.atoms(bar.node))

    # --- assumptions ---------------------------------------------------------------------------------------------

    def _reached(self, name: str, raised: Mapping[str, None]) -> list[Literal]:
        """That `name` holds and nothing earlier does; of the alarms, only those that are raised are known not to."""
        assumed = [self.law.edge(self.when[name])]
        still = self.still[name]
        assumed += [self.law.edge(still)] if still is not None else []
        for earlier in self._earlier(name):
            if not self.answer.outcomes[earlier].alarm:
                assumed.append(-self.law.edge(self.when[earlier]))
            elif earlier in raised:
                matters = self.still[earlier]
                assumed.append(-self.law.edge(matters) if matters is not None else -self.law.edge(self.when[earlier]))
        return assumed

    def _earlier(self, name: str) -> list[str]:
        names = list(self.answer.outcomes)
        return names[: names.index(name)]

    def _none_of_them(self) -> list[Literal]:
        """That no gate holds: with every alarm passed over, some outcome must be left."""
        gates = (name for name, outcome in self.answer.outcomes.items() if not outcome.alarm)
        return [-self.law.edge(self.when[name]) for name in gates]

    def _alarms_of(self, bar: BarNode) -> dict[str, None]:
        """The alarms that the bar raises by itself: once it is proved, so is their `when`."""
        proved = implied(self.network, bar.node)
        atoms = dict.fromkeys(self.network.atoms(self.order), (0, 0))
        known = {index: ((1, 0) if truth else (0, 1)) for index, truth in proved.items()}
        truth = evaluate(self.network, self.order, {**atoms, **known})
        alarms = (name for name, outcome in self.answer.outcomes.items() if outcome.alarm)
        return {name: None for name in alarms if truth[positive(self.when[name])][0 if self.when[name] >= 0 else 1]}

    # --- search --------------------------------------------------------------------------------------------------

    def _holds(self, assumed: list[Literal], atoms: list[Literal] | None = None) -> bool:
        """Whether the assumptions may hold together, as far as propagation, and one look at each atom, can tell."""
        clauses = self.law.clauses
        mark = clauses.mark
        try:
            return clauses.assume(assumed) and not self._dead_end(atoms or [])
        finally:
            clauses.back(mark)

    def _dead_end(self, atoms: list[Literal]) -> bool:
        """Whether some atom can be neither true nor false; what one side excludes is kept for the next atoms."""
        clauses, learned = self.law.clauses, True
        while learned:
            learned = False
            for atom in atoms:
                if clauses.value(atom) == 0:
                    refused = [literal for literal in (atom, -atom) if not self._stands(literal)]
                    if len(refused) == 2 or (refused and not clauses.assume([-refused[0]])):
                        return True
                    learned |= bool(refused)
        return False

    def _stands(self, literal: Literal) -> bool:
        clauses = self.law.clauses
        mark = clauses.mark
        possible = clauses.assume([literal])
        clauses.back(mark)
        return possible

    def _reachable(self, name: str) -> bool:
        return self._holds(self._reached(name, {}), self.law.atoms(positive(self.when[name])))

    def _idle(self, name: str) -> bool:
        """Whether an unfavourable outcome may hold while every bar is false, or does not matter."""
        assumed = self._reached(name, {})
        free = [-self._matters[bar] for bar in self.bars]
        return self._holds([*assumed, *free], self.law.atoms(positive(self.when[name])))

    def _both(self, bar: BarNode) -> Literal:
        """That a bar holds and matters, as one statement."""
        if bar.still is None:
            return self.law.edge(bar.node)
        joined = self.law.clauses.statement()
        self.law.clauses.every(joined, [self.law.edge(bar.node), self.law.edge(bar.still)])
        return joined
