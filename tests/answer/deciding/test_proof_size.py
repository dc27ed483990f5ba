"""The size of a proof by cases, counted without the engine, against the proof itself."""

from __future__ import annotations

import dataclasses
from datetime import date
from typing import Any

import pytest
from conftest import Law

from snia_advisor.answer.deciding import by_cases, proof_size
from snia_advisor.answer.deciding.by_cases import MAX_LEAVES, outcome_proof
from snia_advisor.answer.deciding.compiled import Advisor
from snia_advisor.answer.deciding.dependence import depend
from snia_advisor.answer.deciding.proof_size import provable
from snia_advisor.answer.deciding.situation import Situation, case_hash
from snia_advisor.answer.telling.wording import Wording
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase

TEXT = """
- parameter: law_known_to
  type: date
  series: [{from: none, to: none, value: 2030-01-01}]
- fact: a.kind
  type: choice
  options: [p, q, r]
- fact: a.flag
  type: yes_no
- fact: a.other
  type: yes_no
- fact: a.day
  type: date
  none_allowed: yes
- constraint: r_is_flagged
  when: {a.kind: r}
  then: {a.flag: yes}
- rule: covered
  when:
    any:
      - {all: [{a.kind: p}, {a.flag: yes}]}
      - {all: [{a.kind: p}, {a.flag: no}]}
      - {a.kind: [q, r]}
- rule: whatever
  when: {any: [{a.other: yes}, {a.other: no}]}
- determination: d
  choose:
    one: {when: {all: [covered, whatever]}}
    other: {otherwise: yes}
"""


@pytest.fixture
def base(law: Law) -> RuleBase:
    return law(TEXT)


def asked(base: RuleBase, **facts: Any) -> tuple[Any, Situation, Any]:
    """An advisor for the one determination, the situation, and what it depends on."""
    network_of = Advisor.__new__(Advisor)
    network_of.base, network_of.paths = base, ()
    from snia_advisor.law.engine.prove import Engine
    from snia_advisor.law.logic.network import Network

    network_of.network = Network(base)
    network_of.nodes = {"d": network_of.network.determination("d")}
    network_of.engine = Engine(network_of.network, list(network_of.nodes["d"].values()))
    case = Case({f"a.{name}": value for name, value in facts.items()})
    found = Situation(base, case, date(2026, 1, 1), None, network_of.network)
    return network_of, found, depend(found, network_of.nodes["d"])


@pytest.mark.parametrize("facts", [{}, {"kind": "p"}, {"kind": "q"}, {"other": True}, {"flag": False}])
def test_the_size_is_that_of_the_proof(base: RuleBase, facts: dict[str, Any]) -> None:
    advisor, situation, found = asked(base, **facts)
    assert found.by_cases
    assert found.outcome == "one"
    proof = outcome_proof(advisor, Wording(base, "en"), "d", "one")
    proof.prove(situation, found.split, case_hash(situation))
    size = proof_size.proof_size(situation, advisor.nodes["d"]["one"], found.split)
    assert size == proof.leaves
    assert provable(advisor, situation, "d", found)


def test_near_the_limit_the_engine_is_asked(base: RuleBase, monkeypatch: pytest.MonkeyPatch) -> None:
    advisor, situation, found = asked(base)
    for limit in (1, 3, 100):
        monkeypatch.setattr(by_cases, "MAX_LEAVES", limit)
        monkeypatch.setattr(proof_size, "MAX_LEAVES", limit)
        assert provable(advisor, situation, "d", found) == (limit == 100)
    # An estimate that is too high is not the last word.
    monkeypatch.setattr(by_cases, "MAX_LEAVES", MAX_LEAVES)
    monkeypatch.setattr(proof_size, "MAX_LEAVES", 0)
    assert provable(advisor, situation, "d", found)


def test_what_has_no_values_to_try_cannot_be_proved(base: RuleBase) -> None:
    advisor, situation, found = asked(base)
    bare = tuple(dataclasses.replace(variable, values=()) for variable in found.split)
    assert proof_size.proof_size(situation, advisor.nodes["d"]["one"], bare) > MAX_LEAVES
    assert not provable(advisor, situation, "d", dataclasses.replace(found, split=bare))
