"""Proving a case: the levels run from the atoms upwards, and every firing is one node proved true or false.

The specification (`evaluate`) computes the same nodes for the same case. A difference is an internal error that names the
rule: a wrong answer is never given, and neither is a silent one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from ...errors import EngineDisagreement, EngineFault
from ..logic.evaluate import evaluate
from ..logic.network import Network
from ..logic.truth import masks_of, truth_of
from .adapter import Ruleset
from .compile import Shard, prop, shards


class Engine:
    """The compiled form of the nodes under some roots, ready to prove cases. For one thread."""

    def __init__(self, network: Network, roots: Iterable[int]) -> None:
        self.network = network
        self.order = network.below(roots)
        self.shards = shards(network, self.order)
        self._rulesets = [Ruleset(shard.definition()) for shard in self.shards]

    def run(self, atoms: Mapping[int, bool]) -> dict[int, bool]:
        """What the engine proves of the nodes, given the known atoms; a node that is not proved is left out."""
        proved = dict(atoms)
        truths: dict[int, bool] = {}
        level = -1
        for shard, ruleset in zip(self.shards, self._rulesets, strict=True):
            if shard.level != level:
                proved.update(truths)
                truths, level = {}, shard.level
            self._run(shard, ruleset, proved, truths)
        proved.update(truths)
        return proved

    def _run(self, shard: Shard, ruleset: Ruleset, proved: Mapping[int, bool], truths: dict[int, bool]) -> None:
        fact = {prop(node): proved[node] for node in sorted(shard.reads) if node in proved}
        if not fact:
            return
        names = {c.name: c for c in shard.conjunctions}
        for name in ruleset.fire(fact):
            conjunction = names[name]
            if truths.setdefault(conjunction.node, conjunction.truth) != conjunction.truth:
                raise EngineFault("engine_fault", reason=f"{name}: both")

    def prove(self, atoms: Mapping[int, bool], case: str) -> dict[int, bool]:
        """`run`, held to the specification. Raises `EngineDisagreement` naming rule and case."""
        proved = self.run(atoms)
        specified = specification(self.network, self.order, atoms)
        if proved != specified:
            node = next(n for n in self.order if proved.get(n) != specified.get(n))
            raise EngineDisagreement("engine_disagreement", name=self.name(node), case=case)
        return proved

    def name(self, node: int) -> str:
        """The rule or outcome that a node belongs to, for an error message."""
        return self.network.owner(node, self.order)


def specification(network: Network, order: Iterable[int], atoms: Mapping[int, bool]) -> dict[int, bool]:
    """The truth of the nodes by the specification, unknown ones left out."""
    nodes = list(order)
    masks = evaluate(network, nodes, {n: masks_of(atoms.get(n)) for n in network.atoms(nodes)})
    truths = ((n, truth_of(masks[n])) for n in nodes)
    return {n: truth for n, truth in truths if truth is not None}
