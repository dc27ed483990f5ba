"""From the page to the network: what is shared, which sign an edge has, which level a node, and what goes in a circle."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from itertools import permutations
from pathlib import Path

import pytest
from laws import law_from
from random_law import RandomLaw

from snia_advisor.errors import RuleBaseError
from snia_advisor.law.engine.prove import Engine
from snia_advisor.law.logic.conditions import Compare, Ref, read
from snia_advisor.law.logic.network import DETERMINED, Cycle, Label, LabelKind, Network, Node, positive
from snia_advisor.law.rulebase.base import RuleBase

Law = Callable[[str], RuleBase]

FACTS = """
- fact: a.x
  type: yes_no
- fact: a.y
  type: yes_no
- fact: a.money
  type: decimal
  places: 2
- fact: a.signed
  type: date
- parameter: wage
  type: decimal
  places: 2
  series: [{from: none, to: none, value: 17.10}]
"""


def built(base: RuleBase, name: str = "r") -> tuple[Network, Node]:
    """The network of one rule, and its node."""
    network = Network(base)
    return network, network.nodes[network.rule(name)]


# --- nodes -------------------------------------------------------------------------------------------------------


def test_not_is_a_sign(law: Law) -> None:
    network, node = built(law(FACTS + "- rule: r\n  when: {not: {not: {not: {a.x: yes}}}}\n"))
    assert [network.nodes[positive(edge)].kind for edge in node.children] == ["atom"]
    assert node.children[0] < 0, "three negations are one"


def test_equal_comparisons_and_groups_are_one_node(law: Law) -> None:
    text = "- rule: r\n  when: {any: [{all: [{a.x: yes}, {a.y: no}]}, {all: [{a.x: yes}, {a.y: no}]}, {a.x: yes}]}\n"
    network, node = built(law(FACTS + text))
    (group,) = node.children
    first, second, third = network.nodes[group].children
    assert first == second != third
    assert third in network.nodes[first].children


def test_rules_with_one_condition_stay_apart(law: Law) -> None:
    """Each is a ground of its own, with its own sources."""
    network = Network(law(FACTS + "- rule: one\n  when: {a.x: yes}\n- rule: two\n  when: {a.x: yes}\n"))
    assert network.rule("one") != network.rule("two")
    assert network.rule("one") == network.rule("one")


def test_a_rule_is_its_condition_its_exceptions_and_its_dates(law: Law) -> None:
    text = """
- rule: e
  when: {a.y: yes}
- rule: r
  when: {a.x: yes}
  unless: [e]
  from: 2020-01-01
  to: 2025-12-31
  at: a.signed
"""
    network, node = built(law(FACTS + text))
    condition, exception, first, last = node.children
    assert node.kind == "all"
    assert node.label == Label("rule", "r")
    assert network.nodes[condition].atom == Compare("a.x", "is", True)
    assert exception == ~network.rule("e")
    assert network.nodes[first].atom == Compare("a.signed", "on_or_after", date(2020, 1, 1))
    assert network.nodes[last].atom == Compare("a.signed", "on_or_before", date(2025, 12, 31))


def test_a_rule_without_dates_does_not_ask_for_its_date(law: Law) -> None:
    network, node = built(law(FACTS + "- rule: r\n  when: {a.x: yes}\n  at: a.signed\n"))
    assert len(node.children) == 1
    assert network.nodes[node.children[0]].at == "on", "no parameter is read"


def test_a_parameter_is_read_on_the_date_of_its_rule(law: Law) -> None:
    condition = "{a.money: {at_least: $wage}}"
    text = f"- rule: q\n  when: {condition}\n- rule: r\n  when: {{all: [{condition}, q]}}\n  at: a.signed\n"
    network, node = built(law(FACTS + text))
    (group,) = node.children
    atom, other_rule = network.nodes[group].children
    assert network.nodes[atom].at == "a.signed"
    assert network.nodes[atom].atom == Compare("a.money", "at_least", Ref("parameter", "wage"))
    (other,) = network.nodes[other_rule].children
    assert network.nodes[other].at == "on", "the rule it names keeps its own date"


DETERMINATIONS = """
- rule: one
  when: {a.x: yes}
- rule: two
  when: {a.y: yes}
- determination: grounds
  collect: [one, two]
- determination: route
  from: 2020-01-01
  choose:
    p: {when: one}
    q: {when: {grounds: none}}
    z: {otherwise: yes}
"""


def test_an_outcome_is_its_condition_and_none_of_the_earlier_on_a_covered_day(law: Law) -> None:
    network = Network(law(FACTS + DETERMINATIONS))
    p, q, z = network.determination("route").values()
    covered = network.nodes[p].children[0]
    assert network.nodes[covered].kind == "covered"
    assert network.nodes[p].children == (covered, network.rule("one"))
    assert network.nodes[q].children == (covered, ~network.collect("grounds", "some"), ~p)
    assert network.nodes[z].children == (covered, ~p, ~q)


def test_several_outcomes_are_a_node_of_their_own(law: Law) -> None:
    network = Network(law(FACTS + DETERMINATIONS))
    p, q, z = network.determination("route").values()
    node = network.nodes[network.outcome_in("route", ("p", "z"))]
    assert (node.kind, node.split, node.children[:3]) == ("outcomes", 2, (p, z, q))
    assert network.nodes[node.children[3]].kind == "covered"
    assert network.outcome_in("route", ("p",)) == p, "one outcome is itself"


def test_a_collect_is_some_none_or_a_rule(law: Law) -> None:
    network = Network(law(FACTS + DETERMINATIONS))
    some = network.collect("grounds", "some")
    assert network.nodes[some].kind == "any"
    assert network.nodes[some].children == (network.rule("one"), network.rule("two"))
    assert network.collect("grounds", "none") == ~some
    assert network.collect("grounds", "two") == network.rule("two")


def test_a_collect_with_dates_is_some_only_on_a_covered_day(law: Law) -> None:
    text = "- rule: one\n  when: {a.x: yes}\n- determination: grounds\n  from: 2020-01-01\n  collect: [one]\n"
    network = Network(law(FACTS + text))
    covered, found = network.nodes[network.collect("grounds", "some")].children
    assert (network.nodes[covered].kind, network.nodes[found].kind) == ("covered", "any")


# --- order -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", range(40))
def test_children_come_before_parents_and_stand_lower(seed: int) -> None:
    base = RandomLaw(f"network/{seed}").base()
    network = Network(base)
    roots = [network.rule(name) for name in base.rules]
    roots += [node for name in base.determinations for node in network.determination(name).values()]
    order = network.below(roots)
    seen: set[int] = set()
    for node in order:
        children = {positive(edge) for edge in network.nodes[node].children}
        assert children <= seen
        assert network.level[node] == (1 + max(network.level[child] for child in children) if children else 0)
        seen.add(node)
    assert set(map(positive, roots)) <= seen
    assert set(network.atoms(order)) == {node for node in order if network.level[node] == 0}


def test_below_gives_no_more_than_is_asked(law: Law) -> None:
    network = Network(law(FACTS + DETERMINATIONS))
    one, two = network.rule("one"), network.rule("two")
    assert two not in network.below([~one])
    assert network.below([]) == []


def test_the_names_below(law: Law) -> None:
    network = Network(law(FACTS + DETERMINATIONS))
    p, q, z = network.determination("route").values()
    assert network.labels_below([~p], LabelKind.RULE) == ["one"]
    assert network.labels_below([q, z], LabelKind.RULE) == ["one", "two"]
    assert sorted(network.labels_below([z], *DETERMINED)) == ["grounds", "route"], "each once"
    assert network.labels_below([p], LabelKind.COLLECT) == []


def test_the_order_of_the_page_says_nothing(tmp_path: Path) -> None:
    entries = [
        "- rule: r\n  when: {any: [s, {grounds: some}]}\n",
        "- rule: s\n  when: {a.x: yes}\n",
        "- rule: t\n  when: {not: r}\n  unless: [s]\n",
        "- determination: grounds\n  collect: [s]\n",
    ]
    found = set()
    for order in permutations(entries):
        base = law_from(FACTS + "".join(order), tmp_path)
        network = Network(base)
        engine = Engine(network, [network.rule("t")])
        (atom,) = network.atoms(engine.order)
        found.add(tuple(engine.run({atom: truth})[network.rule("t")] for truth in (True, False)))
    assert found == {(False, True)}


def test_a_node_belongs_to_the_first_named_one_above_it(law: Law) -> None:
    network = Network(law(FACTS + DETERMINATIONS))
    outcome = network.determination("route")["q"]
    order = network.below(network.determination("route").values())
    atom = network.nodes[network.rule("two")].children[0]
    assert network.owner(atom, order) == "two"
    assert network.owner(outcome, order) == "route q"
    assert network.owner(atom, [atom]) == str(atom), "what is under no name has its number"


# --- circles -----------------------------------------------------------------------------------------------------

CIRCLES = {
    "a rule and itself": ("- rule: r\n  when: {any: [{a.x: yes}, r]}\n", "r -> r"),
    "an exception of itself": ("- rule: r\n  when: {a.x: yes}\n  unless: [r]\n", "r -> r"),
    "two rules": ("- rule: r\n  when: s\n- rule: s\n  when: {not: r}\n", "r -> s -> r"),
    "through unless": ("- rule: r\n  when: {a.x: yes}\n  unless: [s]\n- rule: s\n  when: r\n", "r -> s -> r"),
    "a rule and the outcome it leads to": (
        "- rule: r\n  when: {d: p}\n- determination: d\n  choose:\n    p: {when: r}\n    z: {otherwise: yes}\n",
        "r -> d.p -> r",
    ),
    "a rule and the findings it is one of": (
        "- rule: r\n  when: {d: none}\n- determination: d\n  collect: [r]\n",
        "r -> d -> r",
    ),
    "two determinations": (
        "- determination: d\n  choose:\n    p: {when: {e: q}}\n    z: {otherwise: yes}\n"
        "- determination: e\n  choose:\n    q: {when: {d: [p]}}\n    z: {otherwise: yes}\n",
        "d.p -> e.q -> d.p",
    ),
    "an outcome and a later one": (
        "- determination: d\n  choose:\n    p: {when: {d: q}}\n    q: {when: {a.x: yes}}\n    z: {otherwise: yes}\n",
        "d.p -> d.q -> d.p",
    ),
    "an outcome among several": (
        "- determination: d\n  choose:\n    p: {when: {d: [p, z]}}\n    q: {when: {a.x: yes}}\n    z: {otherwise: yes}\n",
        "d.p -> d.p",
    ),
}


@pytest.mark.parametrize("name", CIRCLES)
def test_a_circle_is_told_with_its_names(law: Law, name: str) -> None:
    text, names = CIRCLES[name]
    with pytest.raises(RuleBaseError) as found:
        law(FACTS + text)
    assert (found.value.key, found.value.args_["names"]) == ("cycle", names)
    assert str(found.value.place).startswith("rules/law.yaml:")


def test_a_rule_may_have_the_name_of_a_determination(tmp_path: Path) -> None:
    base = law_from(FACTS + "- rule: d\n  when: {a.x: yes}\n- determination: d\n  collect: [d]\n", tmp_path)
    network = Network(base)
    assert network.nodes[network.collect("d", "some")].children == (network.rule("d"),)


def test_a_network_that_met_a_circle_can_still_be_used(law: Law) -> None:
    base = law(FACTS + "- rule: r\n  when: {a.x: yes}\n- rule: s\n  when: {a.y: yes}\n")
    network = Network(base)
    base.rules._read["s"] = base.rules["s"].model_copy(update={"unless": ("s",)})
    with pytest.raises(Cycle):
        network.rule("s")
    assert network.nodes[network.rule("r")].label == Label("rule", "r")
    base.rules._read["s"] = base.rules["s"].model_copy(update={"unless": ()})
    assert network.nodes[network.rule("s")].label == Label("rule", "s")


def test_a_condition_on_the_page_may_be_labelled(law: Law) -> None:
    base = law(FACTS + "- rule: r\n  when: {a.x: yes}\n")
    network = Network(base)
    words = {"not": "r"}
    plain = network.written(words)
    labelled = network.written(words, Label("path", "p"))
    assert plain == network.condition(read(words, base)) == ~network.rule("r")
    assert network.nodes[labelled].children == (plain,)


def test_outcomes_are_named_one_by_one() -> None:
    """They used to be joined by a bar and split again, so that a name with a bar would have been two."""
    label = Label(LabelKind.OUTCOMES, "route", ("a", "b"))
    assert (label.parts, label.part) == (("a", "b"), "a|b")
    assert Label(LabelKind.RULE, "r").part == ""
    assert label != Label(LabelKind.OUTCOMES, "route", ("b", "a"))


def test_no_kind_of_a_node_is_a_loose_text() -> None:
    loose = re.compile(r"(?:node|child|nodes\[.*\]|label)\.kind (?:==|!=|in|not in) [(\"]|\b(?:Node|Label)\(\"")
    package = Path(__file__).parents[3] / "snia_advisor"
    lines = [line for file in package.rglob("*.py") for line in file.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if loose.search(line) and "Kind." not in line] == []
