"""One rule base and one set of paths, compiled once and asked many times."""

from __future__ import annotations

import copy
import threading

from ...law.engine.prove import Engine
from ...law.logic.network import DETERMINED, Label, LabelKind, Network, positive
from ...law.rulebase.base import RuleBase

_local = threading.local()
MAX_KEPT = 16


class Advisor:
    """The network and the engine for some paths. For one thread; get it from `advisor`."""

    def __init__(self, base: RuleBase, paths: tuple[str, ...]) -> None:
        self.base = base
        self.paths = paths
        self.network = Network(base)
        self.determinations = self._determinations()
        self.nodes = self._nodes()
        self.engine = Engine(self.network, self._roots())

    def narrowed(self, paths: tuple[str, ...]) -> Advisor:
        """The same compiled law, asked about some of its paths."""
        view = copy.copy(self)
        view.paths = paths
        view.determinations = view._determinations()
        view.nodes = view._nodes()
        return view

    @property
    def shown(self) -> tuple[str, ...]:
        """The determinations that are shown as such: not those that say only where the file stands."""
        answers = [self.base.answers[path] for path in self.paths if path in self.base.answers]
        progress = {name for answer in answers for name in answer.progress}
        return tuple(name for name in self.determinations if name not in progress)

    def _nodes(self) -> dict[str, dict[str, int]]:
        """The outcomes of each determination, and of the answer of each path, by name."""
        found = {name: self.network.determination(name) for name in self.determinations}
        return found | {path: self.network.answer(path) for path in self.paths if path in self.base.answers}

    def _determinations(self) -> tuple[str, ...]:
        """Those of the paths, headline ones first, then every other one that they read."""
        paths = [self.base.paths[name] for name in self.paths]
        named = dict.fromkeys(d for path in paths for d in path.headline)
        named.update(dict.fromkeys(d for path in paths for d in path.also))
        answers = [self.base.answers[path.id] for path in paths if path.id in self.base.answers]
        for answer in answers:
            named.update(dict.fromkeys(self.network.labels_below(self.network.answer(answer.id).values(), *DETERMINED)))
            named.update(dict.fromkeys(answer.progress))
        pending = list(named)
        while pending:
            nodes = self.network.determination(pending.pop()).values()
            for other in self.network.labels_below(nodes, *DETERMINED):
                if other not in named:
                    named[other] = None
                    pending.append(other)
        return tuple(named)

    def _roots(self) -> list[int]:
        roots = [node for nodes in self.nodes.values() for node in nodes.values()]
        for name in self.paths:
            if name in self.base.answers:
                roots += self._of_answer(name)
        for name in self.base.paths:
            roots.append(positive(self.network.written(self.base.paths[name].concerns, Label(LabelKind.PATH, name))))
        for constraint in self.base.constraints.values():
            written = constraint.holds if constraint.holds is not None else constraint.when
            roots.append(positive(self.network.written(written, Label(LabelKind.CONSTRAINT, constraint.id))))
        return roots

    def _of_answer(self, path: str) -> list[int]:
        """The nodes of an answer: its outcomes, its states, and when its bars matter."""
        declared, network = self.base.answers[path], self.network
        stills = [network.written(bar.still) for bar in declared.bars if bar.still is not None]
        checked = [network.rule(name) for point in declared.points.values() for name in point.rules]
        states = {outcome.state for outcome in declared.outcomes.values()}
        return [
            *network.answer(path).values(),
            *checked,
            *(network.answer_state(path, state) for state in sorted(states)),
            *(positive(edge) for edge in stills),
            *network.bars(path),
        ]


def network_of(base: RuleBase) -> Network:
    """The network of this thread for what is read of a case before its paths are known."""
    kept: dict[str, Network] = _local.__dict__.setdefault("networks", {})
    if base.sha256 not in kept:
        if len(kept) >= MAX_KEPT:
            kept.pop(next(iter(kept)))
        kept[base.sha256] = Network(base)
    return kept[base.sha256]


def advisor(base: RuleBase, paths: tuple[str, ...]) -> Advisor:
    """The advisor of this thread for `base` and `paths`, compiled at the first call.

    The engine never gives back the memory of what it compiled, so there is one form for each path and one for all of them
    together, not one for each set of paths.
    """
    if 1 < len(paths) < len(base.paths):
        return advisor(base, tuple(base.paths)).narrowed(paths)
    kept: dict[tuple[str, tuple[str, ...]], Advisor] = _local.__dict__.setdefault("kept", {})
    key = (base.sha256, paths)
    if key not in kept:
        if len(kept) >= MAX_KEPT:
            kept.pop(next(iter(kept)))
        kept[key] = Advisor(base, paths)
    return kept[key]
