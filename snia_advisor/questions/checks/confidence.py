"""What may decide: a `choose` never rests on low confidence, nor on texts nobody read, but for open questions."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.logic.conditions import ReadingIs
from ...law.logic.network import LabelKind, Network, NodeKind, positive
from ...law.rulebase.base import RuleBase
from .findings import RuleFinding, finding


def check_confidence(base: RuleBase) -> Iterator[RuleFinding]:
    """Findings L001 and L002, on the determination that decides."""
    network = Network(base)
    for name, declared in base.determinations.items():
        if declared.choose is None:
            continue
        for rule in sorted(_rules_read(network, network.determination(name).values())):
            entry = base.rules[rule]
            raw = base.raws["determination"][name]
            if entry.confidence.value == "low":
                yield finding("L001", raw, name=name, rule=rule)
            if entry.sources and all(base.sources[cite.split("#")[0]].read == "not_read" for cite in entry.sources):
                yield finding("L002", raw, name=name, rule=rule)


def _rules_read(network: Network, roots: object) -> set[str]:
    """The rules under some nodes, those left out that themselves pass through an open question."""
    rules: set[str] = set()
    stack = list(roots)  # type: ignore[call-overload]
    seen: set[int] = set()
    while stack:
        index = positive(stack.pop())
        if index in seen:
            continue
        seen.add(index)
        node = network.nodes[index]
        if node.label and node.label.kind == LabelKind.RULE:
            if _asks(network, index):
                continue
            rules.add(node.label.name)
        stack += node.children
    return rules


def _asks(network: Network, index: int) -> bool:
    """Whether a rule's own condition demands a reading: an open question that must be answered for it to hold."""
    for edge in network.nodes[index].children:
        node = network.nodes[positive(edge)]
        if isinstance(node.atom, ReadingIs):
            return True
        if node.label is None and node.kind == NodeKind.ALL and edge >= 0 and _asks(network, edge):
            return True
    return False
