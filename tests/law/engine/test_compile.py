"""From nodes to engine rules: what is generated, and what is refused because it would leave the safe core."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from snia_advisor.errors import EngineLimit
from snia_advisor.law.engine.compile import (
    LITERALS_A_RULE,
    PROPERTIES_A_SHARD,
    RULES_A_SHARD,
    Conjunction,
    Shard,
    conjunctions,
    fnv1a,
    literal,
    prop,
    shards,
)
from snia_advisor.law.engine.prove import Engine, specification
from snia_advisor.law.logic.network import Label, Network, Node
from snia_advisor.law.rulebase.base import RuleBase

Law = Callable[[str], RuleBase]


class Nodes:
    """A network built by hand: atoms, and one node above them."""

    def __init__(self, atoms: int) -> None:
        self.network = Network(None)
        self.atoms = [self.network.add(Node("atom", atom=position)) for position in range(atoms)]

    def add(self, kind: str, *edges: int, label: Label | None = None, split: int = 0) -> int:
        """The id of a new inner node."""
        return self.network.add(Node(kind, edges, label=label, split=split))

    def proofs(self, index: int) -> dict[bool, list[tuple[tuple[int, bool], ...]]]:
        """What proves a node true and what proves it false."""
        found = conjunctions(index, self.network.nodes[index], self.network)
        return {truth: [c.literals for c in found if c.truth is truth] for truth in (True, False)}


# --- what is generated -------------------------------------------------------------------------------------------


def test_all_is_proved_by_every_child_and_refuted_by_one() -> None:
    nodes = Nodes(2)
    assert nodes.proofs(nodes.add("all", 0, ~1)) == {True: [((0, True), (1, False))], False: [((0, False),), ((1, True),)]}


def test_any_is_proved_by_one_child_and_refuted_by_every_one() -> None:
    nodes = Nodes(2)
    assert nodes.proofs(nodes.add("any", 0, ~1)) == {True: [((0, True),), ((1, False),)], False: [((0, False), (1, True))]}


def test_outcomes_are_proved_by_the_absence_of_the_others_on_a_covered_day() -> None:
    nodes = Nodes(3)
    covered = nodes.network.add(Node("covered", atom="d"))
    found = nodes.proofs(nodes.add("outcomes", 0, 1, 2, covered, split=2))
    assert found == {True: [((2, False), (covered, True))], False: [((0, False), (1, False))]}


def test_a_literal_written_twice_is_one() -> None:
    nodes = Nodes(1)
    assert nodes.proofs(nodes.add("all", 0, 0)) == {True: [((0, True),)], False: [((0, False),)]}


@pytest.mark.parametrize("truth", [True, False])
def test_a_signed_edge_is_a_literal(truth: bool) -> None:
    assert literal(4, truth) == (4, truth)
    assert literal(~4, truth) == (4, not truth)


def test_the_ruleset_in_the_words_of_the_engine() -> None:
    shard = Shard(1, [Conjunction(7, True, 0, ((1, True), (2, False))), Conjunction(7, False, 1, ((2, True),))])
    assert shard.definition() == {
        "N7T0": {"all": [{"m": {"$and": [{"n1": True}, {"n2": False}]}}], "pri": 1},
        "N7F1": {"all": [{"m": {"$and": [{"n2": True}]}}], "pri": 2},
    }


def test_a_node_stands_in_a_higher_level_than_what_it_reads() -> None:
    nodes = Nodes(2)
    low = nodes.add("any", 0, 1)
    high = nodes.add("all", low, ~0)
    made = shards(nodes.network, nodes.network.below([high]))
    levels = {conjunction.node: shard.level for shard in made for conjunction in shard.conjunctions}
    assert levels == {low: 1, high: 2}
    assert [shard.level for shard in made] == sorted(shard.level for shard in made)


# --- shards ------------------------------------------------------------------------------------------------------


def crowded(count: int, width: int) -> tuple[Network, list[int]]:
    """A network with `count` nodes of one level, each over `width` atoms of its own."""
    nodes = Nodes(count * width)
    roots = [nodes.add("all", *range(start, start + width)) for start in range(0, count * width, width)]
    return nodes.network, roots


@pytest.mark.parametrize(("count", "width"), [(1, 1), (30, 1), (31, 1), (20, 2), (50, 10), (40, 59)])
def test_no_shard_has_more_rules_or_properties_than_the_core_allows(count: int, width: int) -> None:
    network, roots = crowded(count, width)
    made = shards(network, network.below(roots))
    assert all(len(shard.conjunctions) <= RULES_A_SHARD == 60 for shard in made)
    assert all(len(shard.reads) <= PROPERTIES_A_SHARD == 250 for shard in made)
    assert all(shard.reads == {n for c in shard.conjunctions for n, _ in c.literals} for shard in made)
    assert sum(len(shard.conjunctions) for shard in made) == count * (width + 1), "none is lost"


def test_a_shard_is_closed_when_its_properties_are_too_many() -> None:
    """The engine takes 253 properties of a fact; conjunctions that share none reach that before there are sixty."""
    nodes = Nodes(30 * 40)
    roots = [nodes.add("outcomes", *range(start, start + 40), split=20) for start in range(0, 30 * 40, 40)]
    made = shards(nodes.network, nodes.network.below(roots))
    assert [len(shard.reads) for shard in made] == [240] * 5
    engine = Engine(nodes.network, roots)
    known = dict.fromkeys(range(30 * 40), False)
    assert [engine.run({n: False for n in known if n // 20 % 2}).get(root) for root in roots] == [True] * 30
    assert [engine.run({n: False for n in known if not n // 20 % 2}).get(root) for root in roots] == [False] * 30


def test_a_shard_is_filled_before_another_is_begun() -> None:
    network, roots = crowded(30, 1)
    assert [len(shard.conjunctions) for shard in shards(network, network.below(roots))] == [60]
    network, roots = crowded(31, 1)
    assert [len(shard.conjunctions) for shard in shards(network, network.below(roots))] == [60, 2]


def test_the_widest_groups_that_are_allowed_are_proved_rightly() -> None:
    network, roots = crowded(12, LITERALS_A_RULE)
    engine = Engine(network, roots)
    atoms = [node for node in engine.order if not network.nodes[node].children]
    for missing in (None, atoms[0], atoms[LITERALS_A_RULE], atoms[-1]):
        for other in (True, False):
            known = {node: True for node in atoms if node != missing} | ({missing: False} if missing and not other else {})
            assert engine.run(known) == specification(network, engine.order, known)


# --- limits ------------------------------------------------------------------------------------------------------


def wide(width: int, group: str = "any") -> str:
    """A law with one rule over a group of `width` comparisons."""
    items = ", ".join(f"{{a.n: {{at_least: {number}}}}}" for number in range(width))
    return f"- fact: a.n\n  type: integer\n- rule: too_many_grounds\n  when: {{{group}: [{items}]}}\n"


@pytest.mark.parametrize("group", ["any", "all"])
def test_a_group_that_is_too_wide_is_refused_by_the_name_of_its_rule(law: Law, group: str) -> None:
    """A group of its own has no name; the error must still say which rule to change."""
    network = Network(law(wide(LITERALS_A_RULE + 1, group)))
    with pytest.raises(EngineLimit) as limit:
        Engine(network, [network.rule("too_many_grounds")])
    assert limit.value.key == "engine_too_wide"
    assert limit.value.args_ == {"name": "too_many_grounds", "found": LITERALS_A_RULE + 1, "limit": LITERALS_A_RULE}
    assert "too_many_grounds" in limit.value.sentence("en")


def test_a_rule_with_too_many_exceptions_is_refused_by_name(law: Law) -> None:
    exceptions = "".join(f"- rule: e{n}\n  when: {{a.n: {{at_least: {n}}}}}\n" for n in range(LITERALS_A_RULE))
    names = ", ".join(f"e{n}" for n in range(LITERALS_A_RULE))
    text = (
        f"- fact: a.n\n  type: integer\n{exceptions}- rule: ground\n  when: {{a.n: {{less_than: 0}}}}\n  unless: [{names}]\n"
    )
    network = Network(law(text))
    with pytest.raises(EngineLimit) as limit:
        Engine(network, [network.rule("ground")])
    assert limit.value.args_["name"] == "ground"


def test_a_group_as_wide_as_the_limit_is_accepted(law: Law) -> None:
    network = Network(law(wide(LITERALS_A_RULE)))
    root = network.rule("too_many_grounds")
    engine = Engine(network, [root])
    atoms = [node for node in engine.order if not network.nodes[node].children]
    assert engine.run({atoms[-1]: True})[root] is True
    assert engine.run(dict.fromkeys(atoms, False))[root] is False
    assert root not in engine.run(dict.fromkeys(atoms[1:], False))


def test_an_empty_conjunction_is_refused() -> None:
    """An empty conjunction would match everything for ever."""
    nodes = Nodes(2)
    index = nodes.add("outcomes", 0, 1, label=Label("outcomes", "route", ("a", "b")), split=2)
    with pytest.raises(EngineLimit) as limit:
        shards(nodes.network, nodes.network.below([index]))
    assert (limit.value.key, limit.value.args_["name"]) == ("engine_empty", "route a|b")


# --- names -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "expected"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)])
def test_the_hash_is_fnv_1a(text: str, expected: int) -> None:
    assert fnv1a(text) == expected


def test_two_names_with_one_hash_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine would take the one for the other."""
    nodes = Nodes(2)
    index = nodes.add("all", 0, 1)
    names = {"n0": "costarring", "n1": "liquid"}  # a known collision of 32-bit FNV-1a
    assert fnv1a("costarring") == fnv1a("liquid")
    monkeypatch.setattr("snia_advisor.law.engine.compile.prop", lambda node: names.get(prop(node), prop(node)))
    with pytest.raises(EngineLimit) as limit:
        shards(nodes.network, nodes.network.below([index]))
    assert (limit.value.key, limit.value.args_) == ("engine_name_clash", {"name": "liquid", "other": "costarring"})


def test_the_names_of_a_large_network_do_not_clash() -> None:
    reserved = {fnv1a(name) for name in ("id", "sid", "$s", "$m")}
    hashes = {fnv1a(prop(node)) for node in range(50_000)}
    assert len(hashes) == 50_000
    assert not hashes & reserved
