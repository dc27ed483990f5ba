"""Facts that constraints tie so closely that none of them changes anything alone."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from conftest import Law

from snia_advisor.answer.deciding.dependence import depend
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.errors import BadInput
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase

NAMES = ("w", "x", "y", "z")


def whole(bits: tuple[int, ...]) -> str:
    """The condition that the four facts have these values."""
    return "{all: [" + ", ".join(f"{{a.{n}: {'yes' if b else 'no'}}}" for n, b in zip(NAMES, bits, strict=True)) + "]}"


EVEN = [bits for bits in itertools.product((0, 1), repeat=4) if sum(bits) % 2 == 0]
# Real life allows an even number of yes; all alike is one outcome, two of each the other. `a.free` is read for nothing.
TEXT = (
    "".join(f"- fact: a.{name}\n  type: yes_no\n" for name in (*NAMES, "free"))
    + f"""
- constraint: even
  holds: {{any: [{", ".join(whole(bits) for bits in EVEN)}]}}
- rule: alike
  when: {{any: [{whole((0, 0, 0, 0))}, {whole((1, 1, 1, 1))}]}}
- rule: alike_and_free
  when: {{all: [alike, {{any: [{{a.free: yes}}, {{a.free: no}}]}}]}}
- determination: d
  choose:
    one: {{when: alike_and_free}}
    other: {{otherwise: yes}}
"""
)


@pytest.fixture
def base(law: Law) -> RuleBase:
    return law(TEXT)


def missing(base: RuleBase, **facts: bool) -> set[str]:
    case = Case({f"a.{name}": value for name, value in facts.items()})
    situation = Situation(base, case, date(2026, 1, 1), None)
    found = depend(situation, situation.network.determination("d"))
    assert found.exact
    return set(found.missing)


def test_only_what_is_tied_is_asked(base: RuleBase) -> None:
    """No single fact changes the outcome, the others staying as they are, nor leaves fewer outcomes: each of the four is
    asked, and the one that changes nothing is not."""
    assert missing(base) == {"a.w", "a.x", "a.y", "a.z"}


def test_once_one_is_known_the_others_divide(base: RuleBase) -> None:
    assert missing(base, w=True, x=True) <= {"a.y", "a.z"}
    assert missing(base, w=True, x=False) == set()


def test_a_constraint_that_hangs_on_the_date_alone(law: Law) -> None:
    """Nothing is given, and still it is broken before the law of 2030."""
    base = law("""
- fact: a.flag
  type: yes_no
- rule: later
  when: {a.flag: yes}
  from: 2030-01-01
- constraint: only_later
  holds: later
""")
    Situation(base, Case({}), date(2031, 1, 1), None)
    with pytest.raises(BadInput):
        Situation(base, Case({}), date(2029, 1, 1), None)
