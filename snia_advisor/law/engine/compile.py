"""From the network to durable-rules: what proves each node true, what proves it false.

Only the verified core of the engine is used: flat facts of booleans, pure conjunctions of literals, levels, at most sixty
engine rules in an engine ruleset. An unknown atom or node is left out of the fact, so that no rule about it can fire.

    all   true:  one engine rule, every child            false: one engine rule a child
    any   true:  one engine rule a child                 false: one engine rule, every child
    outcomes  true: one, the day covered and every other outcome false;   false: one, every listed outcome false
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ...errors import EngineLimit
from ..logic.network import Network, Node, NodeKind

RULES_A_SHARD = 60
LITERALS_A_RULE = 60
PROPERTIES_A_SHARD = 250

Literal = tuple[int, bool]


@dataclass(frozen=True)
class Conjunction:
    """One engine rule: these literals prove `node` to be `truth`."""

    node: int
    truth: bool
    part: int
    literals: tuple[Literal, ...]

    @property
    def name(self) -> str:
        return f"N{self.node}{'T' if self.truth else 'F'}{self.part}"


@dataclass
class Shard:
    """At most sixty conjunctions of one level, and the nodes they read."""

    level: int
    conjunctions: list[Conjunction] = field(default_factory=list)
    reads: set[int] = field(default_factory=set)

    def definition(self) -> dict[str, object]:
        """The ruleset in the engine's own words."""
        return {
            c.name: {"all": [{"m": {"$and": [{prop(n): truth} for n, truth in c.literals]}}], "pri": position + 1}
            for position, c in enumerate(self.conjunctions)
        }


def prop(node: int) -> str:
    """The name of a node for the engine; it never reaches a user."""
    return f"n{node}"


def fnv1a(name: str) -> int:
    """The 32-bit hash by which alone the engine tells names apart."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def literal(edge: int, truth: bool) -> Literal:
    """The literal that says of a signed edge that it is `truth`."""
    return (edge, truth) if edge >= 0 else (~edge, not truth)


def conjunctions(index: int, node: Node, network: Network) -> list[Conjunction]:
    """The engine rules of one inner node."""

    def every(truth: bool, literals: Iterable[Literal]) -> list[Conjunction]:
        return [Conjunction(index, truth, 0, tuple(dict.fromkeys(literals)))]

    def each(truth: bool, literals: Iterable[Literal]) -> list[Conjunction]:
        return [Conjunction(index, truth, part, (one,)) for part, one in enumerate(dict.fromkeys(literals))]

    edges = node.children
    if node.kind == NodeKind.ALL:
        return every(True, (literal(e, True) for e in edges)) + each(False, (literal(e, False) for e in edges))
    if node.kind == NodeKind.ANY:
        return each(True, (literal(e, True) for e in edges)) + every(False, (literal(e, False) for e in edges))
    listed, others = edges[: node.split], edges[node.split :]
    proofs = [literal(e, network.nodes[e].kind == NodeKind.COVERED) for e in others]
    return every(True, proofs) + every(False, (literal(e, False) for e in listed))


def shards(network: Network, order: Iterable[int]) -> list[Shard]:
    """The compiled form of the inner nodes of `order`, level by level. Raises `EngineLimit`."""
    by_level: dict[int, list[Conjunction]] = {}
    names: dict[int, str] = {}
    nodes = list(order)
    for index in nodes:
        _check_name(prop(index), names)
        node = network.nodes[index]
        if not node.children:
            continue
        for conjunction in conjunctions(index, node, network):
            _check_size(conjunction, network, nodes)
            by_level.setdefault(network.level[index], []).append(conjunction)
    return [shard for level in sorted(by_level) for shard in _fill(level, by_level[level])]


def _fill(level: int, pending: list[Conjunction]) -> list[Shard]:
    filled = [Shard(level)]
    for conjunction in pending:
        shard = filled[-1]
        reads = shard.reads | {node for node, _ in conjunction.literals}
        if len(shard.conjunctions) >= RULES_A_SHARD or len(reads) > PROPERTIES_A_SHARD:
            shard = Shard(level)
            filled.append(shard)
        shard.conjunctions.append(conjunction)
        shard.reads |= {node for node, _ in conjunction.literals}
    return filled


def _check_name(name: str, names: dict[int, str]) -> None:
    clash = names.setdefault(fnv1a(name), name)
    if clash != name:
        raise EngineLimit("engine_name_clash", name=name, other=clash)


def _check_size(conjunction: Conjunction, network: Network, order: list[int]) -> None:
    literals = len(conjunction.literals)
    if 0 < literals <= LITERALS_A_RULE:
        return
    named = network.owner(conjunction.node, order)
    if not literals:
        raise EngineLimit("engine_empty", name=named)
    raise EngineLimit("engine_too_wide", name=named, found=literals, limit=LITERALS_A_RULE)
