"""The nodes of an answer: gates and alarms in their order, each state, what bars, and lists longer than the engine takes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.law.engine.prove import Engine
from snia_advisor.law.logic.network import DETERMINED, GROUP, NO_OUTCOME, Label, LabelKind, Network, Node, positive
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase

Law = Callable[[str], RuleBase]
ON = date(2026, 6, 1)
TEXT = """
- fact: a.refused
  type: yes_no
- fact: a.needed
  type: yes_no
- fact: a.free
  type: yes_no
- rule: refused
  when: {a.refused: yes}
- rule: needed
  when: {a.needed: yes}
- rule: free
  when: {a.free: yes}
- determination: scope
  choose:
    inside: {when: free}
    outside: {otherwise: yes, favourable: no}
- path: p
  concerns: {a.free: yes}
- answer: p
  outcomes:
    too_late: {state: no, alarm: yes, when: refused, still: needed}
    begun: {state: stop, alarm: yes, when: {not: needed}}
    closed: {state: no, when: {scope: outside}}
    open: {state: go, when: {scope: inside}}
  bars:
    - {rules: [refused], still: needed}
    - {outcomes: {scope: [outside]}}
"""


@pytest.fixture
def network(law: Law) -> Network:
    return Network(law(TEXT))


def children(network: Network, edge: int) -> tuple[int, ...]:
    return network.nodes[positive(edge)].children


def test_an_outcome_holds_and_none_before_it_does(network: Network) -> None:
    first, second, third, fourth = (network.holds("p", name) for name in ("too_late", "begun", "closed", "open"))
    assert children(network, network.answered("p", "too_late")) == (first,)
    assert children(network, network.answered("p", "closed")) == (third, ~first, ~second)
    assert children(network, network.answered("p", "open")) == (fourth, ~first, ~second, ~third)
    assert network.nodes[network.answered("p", "open")].label == Label(LabelKind.ANSWER, "p", ("open",))


def test_none_of_them_is_an_answer_of_its_own_and_the_last(network: Network) -> None:
    holds = [network.holds("p", name) for name in ("too_late", "begun", "closed", "open")]
    assert children(network, network.answered("p", NO_OUTCOME)) == tuple(~edge for edge in holds)
    assert list(network.answer("p")) == ["too_late", "begun", "closed", "open", NO_OUTCOME]


def test_a_gate_is_its_condition_and_an_alarm_must_apply_as_well(network: Network) -> None:
    assert network.holds("p", "closed") == network.outcome("scope", "outside")
    refused, needed = network.rule("refused"), network.rule("needed")
    applies, when, still = children(network, network.holds("p", "too_late"))
    assert (when, still) == (refused, needed)
    assert network.nodes[applies] == Node("applies", atom=refused)


def test_whether_an_alarm_applies_is_no_condition_of_the_law(network: Network) -> None:
    """The node reads what is known, so nothing stands below it; and it keeps the sign of what it asks."""
    applies, when = children(network, network.holds("p", "begun"))
    assert when == ~network.rule("needed")
    assert (network.nodes[applies].atom, network.nodes[applies].children) == (when, ())
    assert applies in set(network.atoms(network.below([network.answered("p", "open")])))


def test_a_state_is_that_no_outcome_of_another_state_is_the_answer(network: Network) -> None:
    other = ("too_late", "begun", "closed")
    node = network.answer_state("p", "go")
    assert children(network, node) == tuple(~network.answered("p", name) for name in other)
    assert network.nodes[node].label == Label(LabelKind.ANSWER_STATE, "p", ("go",))


def test_none_of_them_is_another_state_where_everything_is_checked_or_all_have_one(law: Law) -> None:
    everything = Network(law(TEXT.replace("- answer: p\n", "- answer: p\n  checks: everything\n  points: {one: {title: "
                             "{fr: t, ar: t, en: t}, rules: [refused]}}\n")))  # fmt: skip
    assert ~everything.answered("p", NO_OUTCOME) in children(everything, everything.answer_state("p", "go"))
    alike = TEXT.replace("state: stop, alarm: yes", "state: no, alarm: yes").replace("state: go", "state: no")
    same = Network(law(alike))
    assert children(same, same.answer_state("p", "no")) == (~same.answered("p", NO_OUTCOME),)


def test_the_bars_of_a_path_have_their_names(network: Network) -> None:
    assert network.bars("p") == {
        network.rule("refused"): ("rule", "refused"),
        network.outcome("scope", "outside"): ("scope", "outside"),
    }


def test_what_an_answer_reads_is_found_below_it(network: Network) -> None:
    assert network.labels_below(network.answer("p").values(), *DETERMINED) == ["scope"]


def test_a_list_longer_than_the_engine_takes_is_proved_in_groups(law: Law) -> None:
    """The engine takes so many literals at a time; which outcome is the answer is proved all the same."""
    names = [f"o{number}" for number in range(3 * GROUP + 5)]
    text = f"- fact: a.kind\n  type: choice\n  options: [{', '.join(names)}]\n- path: p\n  concerns: {{a.kind: o0}}\n"
    text += "".join(f"- rule: r{name}\n  when: {{a.kind: {name}}}\n" for name in names)
    text += "- answer: p\n  outcomes:\n" + "".join(f"    {name}: {{state: go, when: r{name}}}\n" for name in names)
    base = law(text)
    network = Network(base)
    nodes = network.answer("p")
    assert all(len(node.children) <= GROUP for node in network.nodes)
    engine = Engine(network, [*nodes.values(), network.answer_state("p", "go")])
    for name in (names[0], names[GROUP], names[-1]):
        situation = Situation(base, Case({"a.kind": name}), ON, None, network)
        proved = engine.prove(situation.known_atoms(engine.order), "case")
        assert [one for one, node in nodes.items() if proved.get(node)] == [name]
        assert all(proved.get(node) is not None for node in nodes.values())
