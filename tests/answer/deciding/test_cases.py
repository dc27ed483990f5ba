"""Many cases looked at together say of each what it would say alone."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from conftest import Law

from snia_advisor.answer.deciding.cases import Cases, Combinations, combinations, constraints_on
from snia_advisor.answer.deciding.cut import Variable
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.law.logic.evaluate import evaluate
from snia_advisor.law.logic.truth import Kleene, masks_of, truth_of
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase

TEXT = """
- fact: a.one
  type: yes_no
- fact: a.two
  type: yes_no
- fact: a.three
  type: yes_no
- fact: a.far
  type: yes_no
- constraint: not_both
  holds: {not: {all: [{a.one: yes}, {a.two: yes}]}}
- constraint: elsewhere
  holds: {any: [{a.far: yes}, {a.far: no}]}
- rule: r
  when: {all: [{a.one: yes}, {any: [{a.two: yes}, {not: {a.three: yes}}]}]}
"""


@pytest.fixture
def situation(law: Law) -> Situation:
    base: RuleBase = law(TEXT)
    return Situation(base, Case({}), date(2026, 1, 1), None)


def atoms(situation: Situation) -> list[int]:
    """The three comparisons of the rule."""
    written = ({f"a.{name}": "yes"} for name in ("one", "two", "three"))
    return [situation.network.written(condition) for condition in written]


def variable(name: str, index: int, *truths: Kleene) -> Variable:
    return Variable(name, (f"a.{name}",), tuple({index: truth} for truth in truths))


def test_each_case_is_what_it_is_alone(situation: Situation) -> None:
    rule, ids = situation.network.rule("r"), atoms(situation)
    order = situation.network.below([rule])
    every = list(itertools.product((None, False, True), repeat=3))
    cases = Cases(situation.network, order, len(every), {})
    for number, truths in enumerate(every):
        for index, truth in zip(ids, truths, strict=True):
            cases.decide(index, truth, 1 << number)
    for number, truths in enumerate(every):
        alone = evaluate(situation.network, order, {i: masks_of(t) for i, t in zip(ids, truths, strict=True)})
        assert {n: truth_of(cases.truth[n], number) for n in order} == {n: truth_of(alone[n]) for n in order}
    assert all(true & false == 0 for true, false in cases.truth.values()), "true or false, never both"


def test_what_is_known_holds_in_every_case_but_those_that_decide_otherwise(situation: Situation) -> None:
    one, two, three = atoms(situation)
    cases = Cases(situation.network, [one, two, three], 4, {one: (1, 0), two: (0, 1)})
    cases.decide(one, False, 0b0010)
    cases.decide(two, None, 0b0100)
    assert cases.truth[one] == (0b1101, 0b0010)
    assert cases.truth[two] == (0, 0b1011)
    assert cases.truth[three] == (0, 0)
    assert (cases.false(one), cases.false(~one)) == (0b0010, 0b1101)


def test_combinations_are_numbered_like_a_figure(situation: Situation) -> None:
    one, two, three = atoms(situation)
    first, second, third = (
        variable("one", one, True, False),
        variable("two", two, True, None, False),
        variable("three", three, True),
    )
    cases = Combinations(situation.network, [one, two, three], [first, second, third], {})
    assert cases.count == combinations([first, second, third]) == 6
    assert cases.full == 0b111111
    assert cases.strides == {"one": 1, "two": 2, "three": 6}
    assert [cases.select(first, n) for n in (0, 1)] == [0b010101, 0b101010]
    assert [cases.select(second, n) for n in (0, 1, 2)] == [0b000011, 0b001100, 0b110000]
    assert cases.select(third, 0) == cases.full
    assert cases.truth[two] == (0b000011, 0b110000)
    assert combinations([]) == 1


def test_the_constraints_that_touch_a_variable(situation: Situation) -> None:
    one, two, _ = atoms(situation)
    (edge,) = constraints_on(situation, [variable("one", one, True, False)])
    both = [variable("one", one, True, False), variable("two", two, True, False)]
    cases = Combinations(situation.network, situation.network.below([edge]), both, {})
    assert cases.false(edge) == 0b0001
    assert constraints_on(situation, []) == []
