"""The specification of the logic: Kleene's tables, and the laws that hold of every network."""

from __future__ import annotations

from functools import cache
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from random_law import RandomLaw

from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.law.logic.evaluate import evaluate
from snia_advisor.law.logic.network import Network, Node, positive
from snia_advisor.law.logic.truth import Masks
from snia_advisor.law.rulebase.case_file import case_from_values

Truth = bool | None
TRUTHS: list[Truth] = [True, False, None]
MASKS: dict[Truth, Masks] = {True: (1, 0), False: (0, 1), None: (0, 0)}
RANK = {False: 0, None: 1, True: 2}


def truth_of(masks: Masks, bit: int = 0) -> Truth:
    """The truth in one case."""
    true, false = masks[0] >> bit & 1, masks[1] >> bit & 1
    assert not (true and false), "a node is never both"
    return bool(true) if true or false else None


def opposite(truth: Truth) -> Truth:
    """Kleene's negation."""
    return None if truth is None else not truth


def one_node(kind: str, truths: tuple[Truth, ...], signs: tuple[bool, ...] | None = None, **more: Any) -> Truth:
    """The truth of one node over atoms of these truths."""
    network = Network(None)
    atoms = [network.add(Node("atom", atom=position)) for position in range(len(truths))]
    edges = tuple(atom if signs is None or signs[atom] else ~atom for atom in atoms)
    root = network.add(Node(kind, edges, **more))
    found = evaluate(network, network.below([root]), {atom: MASKS[truths[atom]] for atom in atoms})
    return truth_of(found[root])


# --- tables ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [1, 2, 3])
def test_all_is_the_weakest_and_any_the_strongest(width: int) -> None:
    for truths in product(TRUTHS, repeat=width):
        assert one_node("all", truths) is min(truths, key=RANK.__getitem__), truths
        assert one_node("any", truths) is max(truths, key=RANK.__getitem__), truths


def test_a_negated_edge_is_the_opposite() -> None:
    for truths in product(TRUTHS, repeat=2):
        expected = one_node("all", (truths[0], opposite(truths[1])))
        assert one_node("all", truths, (True, False)) is expected


@pytest.mark.parametrize(
    ("listed", "other", "covered", "expected"),
    [
        ((None, None), False, True, True),  # one of the two, and it is not known which
        ((None, None), None, True, None),
        ((None, None), False, None, None),  # no law on that day: nothing is true
        ((False, False), None, True, False),
        ((False, False), True, None, False),
        ((False, None), None, True, None),
        ((True, False), False, True, True),
        ((False, None), False, True, True),
    ],
)
def test_one_of_several_outcomes(listed: tuple[Truth, ...], other: Truth, covered: Truth, expected: Truth) -> None:
    network = Network(None)
    nodes = [network.add(Node("atom", atom=position)) for position in range(3)]
    day = network.add(Node("covered", atom="d"))
    root = network.add(Node("outcomes", (*nodes, day), split=2))
    truths = dict(zip([*nodes, day], [*listed, other, covered], strict=True))
    found = evaluate(network, network.below([root]), {node: MASKS[truth] for node, truth in truths.items()})
    assert truth_of(found[root]) is expected


def test_an_atom_without_a_truth_is_an_error() -> None:
    network = Network(None)
    atom = network.add(Node("atom", atom=0))
    with pytest.raises(KeyError):
        evaluate(network, [atom], {})


# --- laws of every network ---------------------------------------------------------------------------------------


@st.composite
def networks(draw: st.DrawFn) -> tuple[Network, int]:
    """A network of `all` and `any` over up to five atoms, and how many atoms it has."""
    network = Network(None)
    width = draw(st.integers(1, 5))
    for position in range(width):
        network.add(Node("atom", atom=position))
    for _ in range(draw(st.integers(1, 12))):
        edges = st.integers(0, len(network.nodes) - 1).flatmap(lambda node: st.sampled_from([node, ~node]))
        network.add(Node(draw(st.sampled_from(["all", "any"])), tuple(draw(st.lists(edges, min_size=1, max_size=4)))))
    return network, width


def truths_of(network: Network, atoms: tuple[Truth, ...]) -> list[Truth]:
    """The truth of every node, given those of the atoms."""
    order = range(len(network.nodes))
    found = evaluate(network, order, {position: MASKS[truth] for position, truth in enumerate(atoms)})
    return [truth_of(found[node]) for node in order]


@given(networks(), st.data())
def test_an_answer_never_changes_a_node_that_was_decided(drawn: tuple[Network, int], data: st.DataObject) -> None:
    """What is proved from part of the facts stays proved when more of them become known."""
    network, width = drawn
    known = tuple(data.draw(st.sampled_from(TRUTHS)) for _ in range(width))
    more = tuple(data.draw(st.booleans()) if truth is None else truth for truth in known)
    before, after = truths_of(network, known), truths_of(network, more)
    assert all(old is None or old is new for old, new in zip(before, after, strict=True))
    assert None not in after, "two-valued where every atom is known"


@given(networks(), st.data())
def test_many_cases_at_once_are_the_same_as_one_by_one(drawn: tuple[Network, int], data: st.DataObject) -> None:
    network, width = drawn
    cases = data.draw(st.lists(st.tuples(*[st.sampled_from(TRUTHS)] * width), min_size=1, max_size=70))
    atoms = {position: joined([case[position] for case in cases]) for position in range(width)}
    found = evaluate(network, range(len(network.nodes)), atoms, (1 << len(cases)) - 1)
    for bit, case in enumerate(cases):
        assert [truth_of(found[node], bit) for node in range(len(network.nodes))] == truths_of(network, case)


def joined(truths: list[Truth]) -> Masks:
    """The truths of many cases as two masks."""
    true = sum(1 << bit for bit, truth in enumerate(truths) if truth is True)
    return true, sum(1 << bit for bit, truth in enumerate(truths) if truth is False)


@given(networks(), st.data())
def test_de_morgan(drawn: tuple[Network, int], data: st.DataObject) -> None:
    """`any` is what `all` is not, of the opposites: every node against its dual."""
    network, width = drawn
    atoms = tuple(data.draw(st.sampled_from(TRUTHS)) for _ in range(width))
    dual = Network(None)
    renamed = [dual.add(Node("atom", atom=position)) for position in range(width)]
    for node in network.nodes[width:]:
        kind = "any" if node.kind == "all" else "all"
        edges = tuple(renamed[positive(e)] if e >= 0 else ~renamed[positive(e)] for e in node.children)
        renamed.append(dual.add(Node(kind, edges)))
    opposites = truths_of(dual, tuple(opposite(truth) for truth in atoms))
    assert [opposite(opposites[renamed[node]]) for node in range(len(network.nodes))] == truths_of(network, atoms)


# --- laws of random rule bases -----------------------------------------------------------------------------------


class Drawn:
    """A random law, its network, and the truths of its cases."""

    def __init__(self, seed: int) -> None:
        self.law = RandomLaw(f"evaluate/{seed}")
        self.base = self.law.base()
        self.network = Network(self.base)
        roots = [self.network.rule(name) for name in self.base.rules]
        roots += [node for name in self.base.determinations for node in self.network.determination(name).values()]
        self.order = self.network.below(roots)

    def case(self, seed: int) -> dict[str, Any]:
        """A case; the same seed gives the same one."""
        self.law.random = Random(seed)
        return self.law.case()

    def atoms(self, values: dict[str, Any]) -> dict[int, Masks]:
        """The truths of the atoms in one case."""
        situation = Situation(self.base, case_from_values(values, self.base), values["on"], None, self.network)
        return situation.masks(self.order)

    def truths(self, values: dict[str, Any]) -> dict[int, Truth]:
        """The truths of all nodes in one case."""
        found = evaluate(self.network, self.order, self.atoms(values))
        return {node: truth_of(found[node]) for node in self.order}


@cache
def law_of(seed: int) -> Drawn:
    """One of the random laws of these tests."""
    return Drawn(seed)


laws = st.builds(law_of, st.integers(0, 39))
seeds = st.integers(0, 10**6)


@given(laws, seeds)
def test_a_fact_that_becomes_known_never_changes_what_was_decided(drawn: Drawn, seed: int) -> None:
    """From facts to outcomes: `unless`, dates, coverage, several outcomes and derived facts included."""
    whole, random = drawn.case(seed), Random(seed)
    part = {key: thinned(value, random) if isinstance(value, dict) else value for key, value in whole.items()}
    before, after = drawn.truths(part), drawn.truths(whole)
    assert all(old is None or old is after[node] for node, old in before.items())


def thinned(values: dict[str, Any], random: Random) -> dict[str, Any]:
    """Some of the values."""
    return {name: value for name, value in values.items() if random.random() < 0.5}


@given(laws, seeds, st.integers(1, 40))
def test_many_cases_of_a_law_at_once_are_the_same_as_one_by_one(drawn: Drawn, seed: int, count: int) -> None:
    cases = [drawn.case(seed + position) for position in range(count)]
    each = [drawn.atoms(case) for case in cases]
    atoms = {n: joined([truth_of(masks[n]) for masks in each]) for n in drawn.network.atoms(drawn.order)}
    found = evaluate(drawn.network, drawn.order, atoms, (1 << count) - 1)
    for bit, case in enumerate(cases):
        assert {node: truth_of(found[node], bit) for node in drawn.order} == drawn.truths(case)


@given(laws, seeds)
def test_at_most_one_outcome_is_true_and_never_are_all_false(drawn: Drawn, seed: int) -> None:
    truths = drawn.truths(drawn.case(seed))
    for name, declared in drawn.base.determinations.items():
        if declared.choose is not None:
            found = [truths[node] for node in drawn.network.determination(name).values()]
            assert found.count(True) <= 1
            assert found.count(False) < len(found)
            assert True not in found or None not in found, "when one is true, the others are false"
