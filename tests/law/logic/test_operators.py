"""The record of each operator and of each function: its examples, its words, and what one record says of another."""

from __future__ import annotations

import re
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from snia_advisor.law.logic.comparison import compare
from snia_advisor.law.logic.conditions import Compare
from snia_advisor.law.logic.operators import DATE, FUNCTIONS, NUMBER, OPERATORS, Function, Operator, inclusive, operators_of
from snia_advisor.messages import catalogue

A, B = frozenset("a"), frozenset("b")
PACKAGE = Path(__file__).parents[3] / "snia_advisor"
DECIDED = [one for one in OPERATORS.values() if one.holds is not None]


class Nobody:
    """No facts: the examples refer to nothing."""

    def value(self, name: str) -> Any:
        raise AssertionError(name)

    ref = value


def said(one: Operator, left: Any, right: Any) -> bool | None:
    """The truth that a comparison has by the record."""
    return compare(Compare("a.b", one.name, right), left, Nobody(), "on")  # type: ignore[arg-type]


# --- operators ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("one", DECIDED, ids=lambda one: one.name)
def test_an_operator_does_what_its_examples_say(one: Operator) -> None:
    told = [answer for _, _, answer in one.examples]
    assert {True, False} <= set(told) or one.several
    assert [said(one, left, right) for left, right, _ in one.examples] == told


@pytest.mark.parametrize("one", OPERATORS.values(), ids=lambda one: one.name)
def test_an_operator_can_be_said(one: Operator) -> None:
    for key in (one.said(False), one.said(True), one.denied):
        assert key in catalogue()


@pytest.mark.parametrize("one", [one for one in DECIDED if one.by_order], ids=lambda one: one.name)
def test_an_opposite_answers_otherwise_and_has_its_opposite(one: Operator) -> None:
    values = range(4)
    for value in values:
        if one.opposite:
            other = OPERATORS[one.opposite]
            assert said(one, value, 2) is not said(other, value, 2)
            assert (other.opposite, other.types, other.high) == (one.name, one.types, not one.high)
        else:
            assert said(one, value, 2) is all(said(OPERATORS[part], value, 2) for part in one.both)


@pytest.mark.parametrize("one", [one for one in DECIDED if one.high is not None], ids=lambda one: one.name)
def test_a_turning_operator_turns_once_on_the_side_that_is_told(one: Operator) -> None:
    answers = [said(one, value, 2) for value in range(5)]
    assert answers == sorted(answers, reverse=not one.high)  # type: ignore[type-var]
    assert (answers[1] != answers[2]) is one.turns_below
    assert (answers[2] != answers[3]) is not one.turns_below


def test_a_number_and_a_fraction_are_compared_exactly() -> None:
    assert said(OPERATORS["equal"], Fraction(1, 2), 1) is False
    assert said(OPERATORS["less_than"], 1, Fraction(4, 3)) is True


def test_each_type_has_its_operators() -> None:
    assert operators_of("integer") == operators_of("decimal") == ("at_least", "at_most", "equal", "less_than", "more_than")
    assert operators_of("date") == ("after", "before", "equal", "on_or_after", "on_or_before")
    assert operators_of("set") == ("includes", "includes_any", "only")
    assert operators_of("records") == ("any_of", "count", "every", "sum")
    assert operators_of("yes_no") == operators_of("choice") == ()


@pytest.mark.parametrize("kind", sorted(NUMBER | DATE))
def test_the_limit_belongs_to_both_inclusive_operators(kind: str) -> None:
    more, less = inclusive(kind)
    assert [said(more, value, 2) for value in (1, 2, 3)] == [False, True, True]
    assert [said(less, value, 2) for value in (1, 2, 3)] == [True, True, False]
    assert more.name in operators_of(kind)
    assert less.name in operators_of(kind)


# --- functions ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("one", FUNCTIONS.values(), ids=lambda one: one.name)
def test_a_function_gives_what_its_example_says(one: Function) -> None:
    given, result = one.example
    assert one.compute(*given) == result
    assert len(given) == len(one.arguments) or one.repeats
    assert one.infix or f"function_{one.name}" in catalogue()
    assert set(one.inverses) <= {place for place, kind in enumerate(one.arguments) if kind == "date"}


def test_the_branch_that_is_not_taken_does_not_count() -> None:
    branching, plain = FUNCTIONS["if_yes"], FUNCTIONS["sum"]
    assert branching.taken([True, 1, 2]) == [True, 1, 1]
    assert branching.taken([False, 1, 2]) == [False, 2, 2]
    assert branching.taken([None, 1, 2]) == [None, None, None]
    assert plain.taken([True, 1, 2]) == [True, 1, 2]


@pytest.mark.parametrize("one", [one for one in DECIDED if not (one.by_order or one.several)], ids=lambda one: one.name)
def test_what_an_operator_says_of_the_option_it_names(one: Operator) -> None:
    """`meets`: true wherever the value has it; `confines`: false wherever it has another."""
    values: list[Any] = ["a", "b"] if "choice" in one.types or not one.types else [frozenset(), A, B, A | B]
    operand = "a" if one.name == "is" else ("a",)
    assert one.meets is all(said(one, value, operand) is True for value in values if "a" in value)
    assert one.confines is all(said(one, value, operand) is False for value in values if set(value) - {"a"})


# --- one home ----------------------------------------------------------------------------------------------------


def test_an_operator_is_known_by_its_record_alone() -> None:
    """Nine files asked `if op == "includes_any"`; whoever adds an operator would have had to find them."""
    names = "|".join(name for name in {*OPERATORS, *FUNCTIONS} if "_" in name)  # `before` may be any word
    named = re.compile(rf"[\"']({names})[\"']")
    other = re.compile(r"Compare\(|say\(\"")  # a condition that is written, a sentence of that name
    found = {
        f"{file.relative_to(PACKAGE).as_posix()}:{number}"
        for file in PACKAGE.rglob("*.py")
        if file.name != "operators.py" and file.relative_to(PACKAGE).parts[0] != "messages"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if named.search(line) and not other.search(line)
    }
    assert found == set()
