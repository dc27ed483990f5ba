"""Interviews on random laws: only what can matter is asked, the end is that of exactness, the bound holds."""

from __future__ import annotations

import dataclasses
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from laws import TEXT, plain_answer
from small_laws import DOMAINS, ON, Drawn, base_of, laws

from snia_advisor.answer.deciding.dependence import Dependence, depend
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.errors import BadInput
from snia_advisor.law.logic.network import Network
from snia_advisor.law.model.case import Case, RecordedReading
from snia_advisor.law.model.values import NONE
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.questions.ask.interview import Interview
from snia_advisor.questions.ask.what_it_settles import ValueRange, contains

HEADLINE = ("d", "e")
PATH = {"title": TEXT, "question": TEXT, "concerns": {"a.flag": "yes"}, "headline": list(HEADLINE)}
MANY = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
# Most interviews begin with nothing known, so that there is something to ask.
LAWS = st.one_of(laws(), laws(linked=True)).flatmap(
    lambda drawn: st.sampled_from([drawn, *[dataclasses.replace(drawn, given={}, readings={})] * 2])
)


@pytest.fixture(autouse=True)
def _no_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine never gives its memory back; what it can prove by cases has tests of its own."""

    def light(base: RuleBase, paths: tuple[str, ...]) -> Any:
        network = Network(base)
        nodes = {name: network.determination(name) for name in HEADLINE}
        return SimpleNamespace(base=base, paths=paths, network=network, nodes=nodes)

    monkeypatch.setattr("snia_advisor.questions.ask.interview.advisor", light)
    monkeypatch.setattr("snia_advisor.answer.deciding.standing.provable", lambda *_: True)


def law_of(drawn: Drawn) -> RuleBase:
    plain = plain_answer({name: drawn.bodies["determination"][name] for name in HEADLINE})
    return base_of({**drawn.bodies, "path": {"p": PATH}, "answer": {"p": plain}})


def value_of(value: Any) -> Any:
    return NONE if value is None else value


def begun(drawn: Drawn) -> tuple[RuleBase, Interview]:
    """The law, and an interview on what is known of the case."""
    base = law_of(drawn)
    readings = {name: RecordedReading(reading) for name, reading in drawn.readings.items()}
    facts = {name: value_of(value) for name, value in drawn.given.items()}
    try:
        return base, Interview(base, "p", ON, Case(facts, readings=readings))
    except BadInput:
        assume(False)
        raise


def fresh(base: RuleBase, case: Case, network: Network | None = None) -> dict[str, Dependence]:
    """What exactness says of the determinations; without `network`, with nothing kept from before."""
    situation = Situation(base, case, ON, None, network)
    return {name: depend(situation, situation.network.determination(name)) for name in HEADLINE}


@MANY
@given(LAWS, st.data())
def test_only_what_can_matter_is_asked_and_the_bound_holds(drawn: Drawn, data: st.DataObject) -> None:
    base, interview = begun(drawn)
    bounds, asked = [], []
    while (question := interview.next()) is not None:
        found = fresh(base, interview.case)
        assert question.fact in {fact for one in found.values() for fact in one.missing}
        assert set(question.why_asked) == {name for name, one in found.items() if question.fact in one.missing}
        assert question.fact not in asked
        asked.append(question.fact)
        bounds.append((interview.asked, interview.at_most))
        _answer(interview, question.fact, data)
    found = fresh(base, interview.case)
    left = {fact for one in found.values() for fact in one.missing}
    assert left <= set(interview.unknown)  # nothing that still matters was forgotten
    event(f"{len(asked)} questions")
    assert interview.asked == len(asked)
    assert all(number + more >= len(asked) for number, more in bounds)


def _answer(interview: Interview, fact: str, data: st.DataObject) -> None:
    if data.draw(st.integers(0, 4)) == 0:
        interview.dont_know()
        return
    for value in data.draw(st.lists(st.sampled_from(DOMAINS[fact]), min_size=1, max_size=3)):
        try:
            interview.answer(value_of(value))
        except BadInput:
            continue
        return
    interview.dont_know()


@MANY
@given(LAWS)
def test_what_is_said_to_settle_settles(drawn: Drawn) -> None:
    """Any value covered by a line of `settles` decides that determination as it says."""
    base, interview = begun(drawn)
    question = interview.next()
    assume(question is not None and question.settles)
    assert question is not None
    for value in map(value_of, DOMAINS[question.fact]):
        lines = [one for one in question.settles if contains(one.answer, value)]
        case = Case({**interview.case.facts, question.fact: value}, on=ON, readings=interview.case.readings)
        try:
            after = fresh(base, case) if lines else {}
        except BadInput:
            continue
        for one in lines:
            event("span" if isinstance(one.answer, ValueRange) else "value")
            assert after[one.determination].outcome == one.outcome


@MANY
@given(LAWS, st.data())
def test_what_is_kept_is_what_would_be_computed(drawn: Drawn, data: st.DataObject) -> None:
    """One network asked about many cases, in any order, answers as a new one does each time."""
    base = law_of(drawn)
    network = Network(base)
    for _ in range(6):
        known = [name for name in drawn.facts if data.draw(st.booleans())]
        case = Case({name: value_of(data.draw(st.sampled_from(DOMAINS[name]))) for name in known}, on=ON)
        try:
            new = fresh(base, case)
        except BadInput:
            with pytest.raises(BadInput):
                fresh(base, case, network)
            continue
        assert {name: seen(one) for name, one in fresh(base, case, network).items()} == {n: seen(o) for n, o in new.items()}


def seen(one: Dependence) -> tuple[Any, ...]:
    """What a dependence says, without the numbers of the nodes."""
    return (one.outcome, one.possible, one.exact, one.by_cases, one.missing, one.questions, one.under, one.readings)
