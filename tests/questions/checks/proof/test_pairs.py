"""The proof of an answer: what it proves is true, what it must not prove it does not; on small laws, then by sabotage."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache
from random import Random
from typing import Any

import pytest
from conftest import Law

from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.answer.deciding.state import FAVOURABLE
from snia_advisor.errors import BadInput
from snia_advisor.law.logic.network import Network, positive
from snia_advisor.law.logic.reading import read_value
from snia_advisor.law.model.answer import Answer
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.questions.checks.proof.pairs import BarNode, PathProof, Prover, bars_of
from snia_advisor.questions.checks.proof.universe import Adverse, adverse_of, forgotten, named_twice
from snia_advisor.questions.scenarios.files import load_scenarios

ON = date(2026, 6, 1)
FACTS = """
- parameter: law_known_to
  type: date
  series: [{from: none, to: none, value: 2030-01-01}]
- fact: a.refused
  type: yes_no
- fact: a.silent
  type: yes_no
- fact: a.needed
  type: yes_no
- fact: a.kind
  type: choice
  options: [p, q, r]
- rule: refused
  when: {a.refused: yes}
- rule: silent
  when: {a.silent: yes}
- rule: needed
  when: {a.needed: yes}
- determination: kind
  choose:
    free: {when: {a.kind: p}}
    paper: {when: {a.kind: q}}
    closed: {otherwise: yes, favourable: no}
- determination: events
  collect: [refused, silent]
  tone: unfavourable
- path: goal
  concerns: {a.kind: p}
  also: [events]
- answer: goal
  outcomes:
"""
ALARM = "    too_late: {state: no, alarm: yes, when: refused}\n"
CLOSED = "    closed: {state: no, when: {kind: closed}}\n"
GOES = "    free: {state: go, when: {kind: free}}\n    paper: {state: wait, when: {kind: paper}}\n"
BARS = "  bars: [{rules: [refused]}, {outcomes: {kind: [closed]}}]\n"


def proof(law: Law, outcomes: str, bars: str = BARS) -> PathProof:
    return Prover(law(FACTS + outcomes + bars), "goal", ON).proof()


def unproved(found: PathProof) -> set[tuple[str, str]]:
    return {(pair.outcome, pair.bar.name) for pair in found.unproved}


def whole(found: PathProof) -> bool:
    return not (found.unproved or found.dead or found.groundless or found.incomplete)


# --- pairs -------------------------------------------------------------------------------------------------------


def test_a_list_in_order_is_proved(law: Law) -> None:
    found = proof(law, ALARM + CLOSED + GOES)
    assert whole(found)
    assert found.pairs == 4  # two favourable outcomes, two bars


def test_a_bar_that_no_alarm_sees_stands_beside_every_favourable_outcome(law: Law) -> None:
    assert unproved(proof(law, CLOSED + GOES)) == {("free", "refused"), ("paper", "refused")}


def test_an_alarm_that_comes_too_late_is_seen(law: Law) -> None:
    first, second = GOES.splitlines(keepends=True)
    assert unproved(proof(law, CLOSED + first + ALARM + second)) == {("free", "refused")}


def test_an_outcome_that_excludes_the_bar_by_itself_is_proved(law: Law) -> None:
    """Outcomes of one determination exclude each other, whatever their order."""
    assert unproved(proof(law, ALARM + GOES + CLOSED)) == set()


@pytest.mark.parametrize(
    ("when", "proved"),
    [
        ("refused", True),
        ("{any: [refused, silent]}", True),
        ("{not: {not: refused}}", True),
        ("{events: some}", True),
        ("{all: [refused, needed]}", False),  # passed over while `needed` is unknown
        ("{all: [refused, {any: [needed, {not: needed}]}]}", False),  # true of every case, but not proved by the bar
        ("silent", False),
    ],
)
def test_an_alarm_counts_only_where_the_bar_raises_it_by_itself(law: Law, when: str, proved: bool) -> None:
    found = proof(law, ALARM.replace("when: refused", f"when: {when}") + CLOSED + GOES)
    assert (unproved(found) == set()) is proved


def test_what_else_must_hold_is_a_gate(law: Law) -> None:
    alarm = ALARM.replace("when: refused", "when: refused, still: needed")
    bars = BARS.replace("{rules: [refused]}", "{rules: [refused], still: needed}")
    assert whole(proof(law, alarm + CLOSED + GOES, bars))
    # The bar matters also where the alarm does not.
    assert unproved(proof(law, alarm + CLOSED + GOES)) == {("free", "refused"), ("paper", "refused")}
    wider = bars.replace("still: needed", "still: {any: [needed, silent]}")
    assert unproved(proof(law, alarm + CLOSED + GOES, wider)) == {("free", "refused"), ("paper", "refused")}


def test_a_bar_that_makes_one_wait_may_stand_under_a_wait_and_one_before_it(law: Law) -> None:
    """Which of two waits comes first is no matter; that a no comes behind a wait is."""
    waits = ALARM.replace("state: no", "state: wait")
    first, second = GOES.splitlines(keepends=True)
    assert whole(proof(law, CLOSED + waits + GOES))
    assert unproved(proof(law, waits + CLOSED + GOES)) == {("too_late", "closed")}
    assert unproved(proof(law, CLOSED + second + waits + first)) == set()
    assert unproved(proof(law, CLOSED + first + waits + second)) == {("free", "refused")}  # a go is no wait


def test_a_bar_does_not_wait_for_less_than_it_says(law: Law) -> None:
    """Asked and refused: an alarm that waits for what was asked is raised as well, and is no excuse for the refusal."""
    refused = "- rule: both\n  when: {all: [silent, refused]}\n"
    waits = "    asked: {state: wait, alarm: yes, when: silent}\n"
    bars = BARS.replace("{rules: [refused]}", "{rules: [both]}")
    no = "    refused: {state: no, alarm: yes, when: both}\n"
    assert unproved(Prover(law(refused + FACTS + CLOSED + no + waits + GOES + bars), "goal", ON).proof()) == set()
    without = Prover(law(refused + FACTS + CLOSED + waits + GOES + bars), "goal", ON).proof()
    assert {pair.bar.name for pair in without.unproved} == {"both"}
    assert "asked" in {pair.outcome for pair in without.unproved}


def test_a_gate_counts_whatever_is_known(law: Law) -> None:
    assert whole(proof(law, ALARM.replace("alarm: yes, ", "") + CLOSED + GOES))


# --- what else must hold of a list -------------------------------------------------------------------------------


def test_an_outcome_that_nobody_reaches_is_dead(law: Law) -> None:
    never = "    never: {state: wait, when: {all: [{kind: free}, {kind: paper}]}}\n"
    behind = "    behind: {state: go, when: {all: [{kind: free}, needed]}}\n"
    assert proof(law, ALARM + CLOSED + never + GOES + behind).dead == ("never", "behind")


def test_a_no_without_any_bar_is_groundless(law: Law) -> None:
    strict = "    strict: {state: no, when: needed}\n"
    assert proof(law, ALARM + CLOSED + strict + GOES).groundless == ("strict",)
    assert proof(law, ALARM + CLOSED + GOES, "  bars: [{rules: [refused]}]\n").groundless == ("closed",)
    sometimes = BARS.replace("{rules: [refused]}", "{rules: [refused], still: needed}")
    assert proof(law, ALARM + CLOSED + GOES, sometimes).groundless == ("too_late",)


def test_a_case_left_without_an_outcome_is_found(law: Law) -> None:
    first, second = GOES.splitlines(keepends=True)
    assert proof(law, ALARM + CLOSED + first).incomplete
    assert not proof(law, ALARM + CLOSED + first + second).incomplete
    # An alarm leaves a case out as soon as nobody has spoken of it.
    assert proof(law, CLOSED.replace("when", "alarm: yes, when") + GOES).incomplete


def test_constraints_and_what_the_path_gives_are_true_of_every_case(law: Law) -> None:
    tied = "- constraint: never_both\n  holds: {any: [{a.refused: no}, {a.kind: r}]}\n"
    found = Prover(law(tied + FACTS + CLOSED + GOES + BARS), "goal", ON).proof()
    assert unproved(found) == set()
    given = FACTS.replace("  also: [events]\n", "  also: [events]\n  gives: {a.refused: no}\n")
    assert unproved(Prover(law(given + CLOSED + GOES + BARS), "goal", ON).proof()) == set()


# --- what an answer must know of ---------------------------------------------------------------------------------


def test_whatever_is_held_against_somebody_must_be_named(law: Law) -> None:
    base = law(FACTS + ALARM + CLOSED + GOES + BARS)
    network = Network(base)
    assert adverse_of(base, network, "goal") == {
        Adverse("kind", "closed"): "kind", Adverse("rule", "refused"): "events", Adverse("rule", "silent"): "events",
    }  # fmt: skip
    assert forgotten(base, network, "goal") == {Adverse("rule", "silent"): "events"}
    tolerated = "  tolerates: [{rules: [silent], reason: {fr: t, ar: t, en: t}}]\n"
    named = law(FACTS + ALARM + CLOSED + GOES + BARS + tolerated)
    assert forgotten(named, Network(named), "goal") == {}
    twice = tolerated.replace("[silent]", "[silent, refused]")
    assert named_twice(law(FACTS + ALARM + CLOSED + GOES + BARS + twice).answers["goal"]) == [Adverse("rule", "refused")]


def test_in_a_neutral_collect_what_is_adverse_must_be_named(law: Law) -> None:
    neutral = FACTS.replace("  tone: unfavourable\n", "")
    base = law(neutral + ALARM + CLOSED + GOES + BARS)
    assert forgotten(base, Network(base), "goal") == {}
    tagged = neutral.replace("when: {a.silent: yes}", "when: {a.silent: yes}\n  adverse: yes")
    base = law(tagged + ALARM + CLOSED + GOES + BARS)
    assert forgotten(base, Network(base), "goal") == {Adverse("rule", "silent"): "events"}


# --- sabotage of the real law ------------------------------------------------------------------------------------

PATHS = tuple(load_rules().answers)
MEMBERS = 12  # dropped from bars and tolerates, of each path
SHOWN = 8  # sabotages of each path that a scenario shows to be a false yes


@contextmanager
def instead(base: RuleBase, answer: Answer) -> Iterator[RuleBase]:
    """The rule base with another answer in place of its own."""
    before = base.answers[answer.id]
    base.answers._read[answer.id] = answer
    try:
        yield base
    finally:
        base.answers._read[answer.id] = before


def without_member(answer: Answer, one: Adverse) -> Answer:
    """The answer of which neither bars nor tolerates names `one`."""

    def less(group: Any) -> Any:
        rules = tuple(name for name in group.rules if one != Adverse("rule", name))
        outcomes = {of: tuple(n for n in names if one != Adverse(of, n)) for of, names in group.outcomes.items()}
        return group.model_copy(update={"rules": rules, "outcomes": outcomes})

    return answer.model_copy(update={"bars": tuple(map(less, answer.bars)), "tolerates": tuple(map(less, answer.tolerates))})


@pytest.mark.parametrize("path", PATHS)
def test_a_member_that_is_dropped_is_found(rules: RuleBase, path: str) -> None:
    network, declared = Network(rules), rules.answers[path]
    before = forgotten(rules, network, path)
    universe = [one for one in adverse_of(rules, network, path) if one not in before]
    assert universe
    for one in Random(f"members/{path}").sample(universe, min(MEMBERS, len(universe))):
        with instead(rules, without_member(declared, one)):
            assert set(forgotten(rules, network, path)) - set(before) == {one}


@dataclass(frozen=True)
class Seen:
    """What is true of one scenario: of each outcome, whether it holds; the bars that hold and matter."""

    holds: Mapping[str, bool | None]
    bars: tuple[BarNode, ...]


def as_the_path_gives(base: RuleBase, path: str, case: Case) -> bool:
    """Whether a case says nothing else than what naming the path gives: the proof is about such cases."""

    def never(key: str, **args: object) -> Exception:
        raise AssertionError(key)

    given = {name: read_value(base.facts[name], value, base, never) for name, value in base.paths[path].gives.items()}
    return all(case.facts.get(name, value) == value for name, value in given.items())


@cache
def seen(path: str) -> tuple[Network, tuple[Seen, ...]]:
    """Every scenario of a path in which a bar holds, by the specification."""
    base = load_rules()
    network, declared = Network(base), base.answers[path]
    bars = bars_of(network, declared)
    found = []
    for scenario in load_scenarios(base):
        if scenario.path != path or not as_the_path_gives(base, path, scenario.case):
            continue
        assert scenario.case.on is not None
        try:
            situation = Situation(base, scenario.case, scenario.case.on, path, network)
        except BadInput:
            continue
        held = [b for b in bars if situation.truth(b.node) and (b.still is None or situation.truth(b.still))]
        if held:
            holds = {name: situation.truth(network.holds(path, name)) for name in declared.outcomes}
            found.append(Seen(holds, tuple(held)))
    return network, tuple(found)


def false_yes(path: str, answer: Answer) -> tuple[str, str] | None:
    """A favourable outcome that is the answer of a scenario, and a bar that holds and matters in it."""
    network, cases = seen(path)
    for case in cases:
        name = first(case, list(answer.outcomes))
        if name is None or answer.outcomes[name].state not in FAVOURABLE:
            continue
        for bar in case.bars:
            if not waits(network, answer, name, bar):
                return name, bar.name
    return None


def first(case: Seen, names: list[str]) -> str | None:
    """The outcome that holds while every earlier one is false."""
    for name in names:
        if case.holds[name] is not False:
            return name if case.holds[name] else None
    return None


def waits(network: Network, answer: Answer, name: str, bar: BarNode) -> bool:
    """Whether the bar is what a wait at that place, or after it, waits for."""
    names = list(answer.outcomes)
    alarms = [n for n in names[names.index(name) :] if answer.outcomes[n].alarm and answer.outcomes[n].state == "wait"]
    read = network.below([positive(network.written(answer.outcomes[n].when)) for n in alarms])
    return answer.outcomes[name].state == "wait" and bar.node in read


def sabotages(answer: Answer) -> Iterator[tuple[str, Answer]]:
    """The answer with one or two unfavourable outcomes less, or a favourable one before an unfavourable one."""
    names = list(answer.outcomes)
    against = [name for name in names if answer.outcomes[name].state not in FAVOURABLE]
    dropped = [(name,) for name in against] + list(itertools.pairwise(against))
    for gone in dropped:
        yield f"without {', '.join(gone)}", reordered(answer, [name for name in names if name not in gone])
    for name in (name for name in names if name not in against):
        for earlier in (other for other in against if names.index(other) < names.index(name)):
            swapped = [{name: earlier, earlier: name}.get(one, one) for one in names]
            yield f"{name} in place of {earlier}", reordered(answer, swapped)


def reordered(answer: Answer, names: list[str]) -> Answer:
    return answer.model_copy(update={"outcomes": {name: answer.outcomes[name] for name in names}})


@pytest.mark.parametrize("path", PATHS)
def test_a_sabotage_that_makes_a_false_yes_is_found(rules: RuleBase, path: str) -> None:
    """A scenario shows the false yes, the proof knows of no scenario: whatever one shows, the other must find."""
    declared = rules.answers[path]
    assert false_yes(path, declared) is None
    assert not Prover(rules, path, ON).proof().unproved
    shown = [(what, broken) for what, broken in sabotages(declared) if false_yes(path, broken)]
    assert len(shown) > 2, "too few to tell anything"
    for what, broken in Random(f"sabotage/{path}").sample(shown, min(SHOWN, len(shown))):
        with instead(rules, broken):
            found = Prover(rules, path, ON).proof()
        assert false_yes(path, broken) in unproved(found), what


def test_a_scenario_has_the_answer_that_the_sabotage_takes_for_it(rules: RuleBase) -> None:
    """The opinion by which sabotages are judged is itself held to what the program answers."""
    from snia_advisor.answer.deciding.state import path_state

    compared = 0
    for scenario in load_scenarios(rules)[::40]:
        path = str(scenario.path)
        assert scenario.case.on is not None
        network = seen(path)[0]
        situation = Situation(rules, dataclasses.replace(scenario.case, places={}), scenario.case.on, path, network)
        names = rules.answers[path].outcomes
        holds = {name: situation.truth(network.holds(path, name)) for name in names}
        answer = path_state(situation, path).outcome
        opinion = first(Seen(holds, ()), list(names))
        assert opinion in (None, answer)
        compared += opinion is not None
    assert compared > 10
