"""How the order of the questions weighs what an answer closes."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from conftest import Law

from snia_advisor.answer.deciding.order import closed_by, in_order, open_uses
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase

# Everything hangs on the first fact of `all`; the other two only matter together with it.
TEXT = """
- fact: a.gate
  type: yes_no
- fact: a.left
  type: yes_no
- fact: a.right
  type: yes_no
- fact: a.alone
  type: yes_no
- fact: a.after
  type: yes_no
  ask_after: [a.between]
- fact: a.between
  type: yes_no
  ask_after: [a.alone]
- rule: opened
  when: {all: [{a.left: yes}, {a.right: yes}, {a.gate: yes}]}
- rule: lonely
  when: {a.alone: yes}
- rule: later
  when: {a.after: yes}
- determination: d
  choose:
    one: {when: opened}
    other: {otherwise: yes}
- determination: e
  choose:
    one: {when: {any: [lonely, later]}}
    other: {otherwise: yes}
"""


@pytest.fixture
def base(law: Law) -> RuleBase:
    return law(TEXT)


def situation(base: RuleBase, **facts: bool) -> Situation:
    return Situation(base, Case({f"a.{name}": value for name, value in facts.items()}), date(2026, 1, 1), None)


def closes(base: RuleBase, **facts: bool) -> dict[str, Fraction]:
    """What the answers close among the nodes of `d`."""
    found = situation(base, **facts)
    return closed_by(found, list(found.network.determination("d").values()))


def test_what_an_answer_closes_on_the_average(base: RuleBase) -> None:
    """One of the two answers to each of three facts decides, and closes the other two: one of three on the average."""
    assert closes(base) == dict.fromkeys(("a.left", "a.right", "a.gate"), Fraction(2, 2 * 3))
    assert closes(base, gate=False) == {}


def test_what_closes_nothing_else_weighs_nothing(base: RuleBase) -> None:
    assert closes(base, left=True, right=True) == {"a.gate": 0}


def test_uses_count_the_open_determinations_that_wait(base: RuleBase) -> None:
    found = situation(base)
    nodes = {name: found.network.determination(name) for name in ("d", "e")}
    uses = open_uses(found, [(nodes["d"], ("a.gate", "a.left")), (nodes["e"], ("a.gate",))])
    assert int(uses["a.gate"]) == 2
    assert int(uses["a.left"]) == 1
    assert set(uses) == {"a.gate", "a.left"}
    assert all(0 <= use - int(use) < 1 for use in uses.values())


def test_asked_after_a_fact_that_is_not_asked(base: RuleBase) -> None:
    """`after` follows `between`, which nothing asks, and which follows `alone`."""
    assert in_order(situation(base), ["a.after", "a.alone"], {"a.after": 9}) == ["a.alone", "a.after"]
    assert in_order(situation(base), ["a.after"], {}) == ["a.after"]
