"""One comparison at a time: every operator at its limit, one below it and one above; `none`; what is unknown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snia_advisor.law.logic.atoms import decide
from snia_advisor.law.logic.conditions import Compare, Ref, read
from snia_advisor.law.logic.facts import UNKNOWN, Facts
from snia_advisor.law.logic.operators import OPERATORS
from snia_advisor.law.model.values import NONE, Records
from snia_advisor.law.rulebase.base import RuleBase

Law = Callable[[str], RuleBase]
ON = date(2026, 3, 1)

TEXT = """
- fact: a.yes
  type: yes_no
- fact: a.choice
  type: choice
  options: [p, q, r]
- fact: a.set
  type: set
  options: [p, q, r]
- fact: a.date
  type: date
  none_allowed: yes
- fact: a.other_date
  type: date
  none_allowed: yes
- fact: a.signed
  type: date
  none_allowed: yes
- fact: a.whole
  type: integer
  none_allowed: yes
- fact: a.other_whole
  type: integer
- fact: a.money
  type: decimal
  places: 2
  none_allowed: yes
- parameter: wage
  type: decimal
  places: 2
  series:
    - {from: 2025-01-01, to: 2025-12-31, value: 17.10}
    - {from: 2026-01-01, to: 2026-06-30, value: 17.92}
    - {from: 2026-09-01, to: none, value: 18.50}
- derived: a.age
  type: integer
  compute: {whole_years_between: [$a.date, $on]}
"""


class Page:
    """Conditions of the law above, decided for some facts."""

    def __init__(self, base: RuleBase) -> None:
        self.base = base

    def truth(self, condition: dict[str, Any], facts: dict[str, Any], on: date = ON, at: str = "on") -> bool | None:
        """The truth of a written comparison."""
        given = {f"a.{name}": value for name, value in facts.items()}
        return decide(read(condition, self.base), Facts(given, on, self.base), at)


@pytest.fixture
def page(law: Law) -> Page:
    """The law of this file."""
    return Page(law(TEXT))


BELOW, EQUAL, ABOVE = 0, 1, 2
HOLDS = {
    "at_least": {EQUAL, ABOVE}, "more_than": {ABOVE}, "at_most": {BELOW, EQUAL}, "less_than": {BELOW},
    "on_or_after": {EQUAL, ABOVE}, "after": {ABOVE}, "on_or_before": {BELOW, EQUAL}, "before": {BELOW}, "equal": {EQUAL},
}  # fmt: skip
NUMBERS = ["at_least", "more_than", "at_most", "less_than", "equal"]
DATES = ["on_or_after", "after", "on_or_before", "before", "equal"]


def test_the_operators_of_this_file_are_all_there_are() -> None:
    assert set(HOLDS) == {one.name for one in OPERATORS.values() if one.by_order} == {*NUMBERS, *DATES}


# --- limits ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", [BELOW, EQUAL, ABOVE])
@pytest.mark.parametrize("op", NUMBERS)
def test_numbers_at_their_limit(page: Page, op: str, side: int) -> None:
    assert page.truth({"a.whole": {op: "5"}}, {"whole": 4 + side}) is (side in HOLDS[op])
    money = [Decimal("17.91"), Decimal("17.92"), Decimal("17.93")][side]
    assert page.truth({"a.money": {op: "17.92"}}, {"money": money}) is (side in HOLDS[op])
    assert page.truth({"a.money": {op: "$wage"}}, {"money": money}) is (side in HOLDS[op])
    assert page.truth({"a.whole": {op: "$a.other_whole"}}, {"whole": 4 + side, "other_whole": 5}) is (side in HOLDS[op])


@pytest.mark.parametrize("side", [BELOW, EQUAL, ABOVE])
@pytest.mark.parametrize("op", DATES)
def test_days_at_their_limit(page: Page, op: str, side: int) -> None:
    day = ON + timedelta(days=side - 1)
    assert page.truth({"a.date": {op: "2026-03-01"}}, {"date": day}) is (side in HOLDS[op])
    assert page.truth({"a.date": {op: "$on"}}, {"date": day}) is (side in HOLDS[op])
    assert page.truth({"a.date": {op: "$a.other_date"}}, {"date": day, "other_date": ON}) is (side in HOLDS[op])


def test_decimals_are_exact(page: Page) -> None:
    assert page.truth({"a.money": {"equal": "17.1"}}, {"money": Decimal("17.10")}) is True
    assert page.truth({"a.money": {"equal": "0.30"}}, {"money": Decimal("0.1") + Decimal("0.2")}) is True
    assert page.truth({"a.whole": {"less_than": "$wage"}}, {"whole": 17}) is True
    assert page.truth({"a.whole": {"less_than": "$wage"}}, {"whole": 18}) is False


def test_a_derived_fact_at_its_limit(page: Page) -> None:
    condition = {"a.age": {"at_least": "18"}}
    assert page.truth(condition, {"date": date(2008, 3, 1)}) is True
    assert page.truth(condition, {"date": date(2008, 3, 2)}) is False


@given(st.sampled_from(NUMBERS), st.integers(-20, 20), st.integers(-20, 20))
def test_order_is_that_of_the_numbers(op: str, value: int, limit: int) -> None:
    side = EQUAL if value == limit else ABOVE if value > limit else BELOW
    assert decide(Compare("a.n", op, limit), Facts({"a.n": value}, ON, Nobody()), "on") is (side in HOLDS[op])


class Nobody:
    """A law without parameters or derived facts."""

    derived: ClassVar[dict[str, Any]] = {}
    parameters: ClassVar[dict[str, Any]] = {}


# --- choices and sets --------------------------------------------------------------------------------------------


def test_yes_and_no(page: Page) -> None:
    assert page.truth({"a.yes": "yes"}, {"yes": True}) is True
    assert page.truth({"a.yes": "yes"}, {"yes": False}) is False
    assert page.truth({"a.yes": "no"}, {"yes": False}) is True
    assert page.truth({"a.yes": "no"}, {"yes": True}) is False


def test_a_choice_is_one_or_one_of(page: Page) -> None:
    assert page.truth({"a.choice": "p"}, {"choice": "p"}) is True
    assert page.truth({"a.choice": "p"}, {"choice": "q"}) is False
    assert page.truth({"a.choice": ["p", "q"]}, {"choice": "q"}) is True
    assert page.truth({"a.choice": ["p", "q"]}, {"choice": "r"}) is False


@pytest.mark.parametrize(
    ("condition", "true_for", "false_for"),
    [
        ({"includes": "p"}, ["p", "pq", "pqr"], ["", "q", "qr"]),
        ({"includes_any": ["p", "q"]}, ["p", "q", "pq", "pr", "pqr"], ["", "r"]),
        ({"only": ["p", "q"]}, ["", "p", "q", "pq"], ["r", "pr", "pqr"]),
        ({"only": []}, [""], ["p", "qr"]),
        ("none", [""], ["p", "qr"]),
    ],
)
def test_sets(page: Page, condition: Any, true_for: list[str], false_for: list[str]) -> None:
    for options in true_for:
        assert page.truth({"a.set": condition}, {"set": frozenset(options)}) is True, options
    for options in false_for:
        assert page.truth({"a.set": condition}, {"set": frozenset(options)}) is False, options


# --- none --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["date", "whole", "money"])
def test_none_is_itself_and_no_value_is_none(page: Page, name: str) -> None:
    values = {"date": ON, "whole": 0, "money": Decimal(0)}
    assert page.truth({f"a.{name}": "none"}, {name: NONE}) is True
    assert page.truth({f"a.{name}": "none"}, {name: values[name]}) is False


@pytest.mark.parametrize("op", DATES)
def test_a_paper_that_is_not_held_is_neither_before_nor_after_a_day(page: Page, op: str) -> None:
    assert page.truth({"a.date": {op: "$on"}}, {"date": NONE}) is False
    assert page.truth({"a.date": {op: "$a.other_date"}}, {"date": ON, "other_date": NONE}) is False
    assert page.truth({"a.date": {op: "$a.other_date"}}, {"date": NONE, "other_date": NONE}) is False, "not even equal"


@pytest.mark.parametrize("op", NUMBERS)
def test_no_number_is_neither_more_nor_less(page: Page, op: str) -> None:
    assert page.truth({"a.whole": {op: "0"}}, {"whole": NONE}) is False
    assert page.truth({"a.money": {op: "$wage"}}, {"money": NONE}) is False


def test_what_is_computed_from_none_is_none(page: Page) -> None:
    assert page.truth({"a.age": "none"}, {"date": NONE}) is True
    assert page.truth({"a.age": {"at_least": "18"}}, {"date": NONE}) is False
    assert page.truth({"a.age": {"less_than": "18"}}, {"date": NONE}) is False


# --- unknown -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "condition",
    [
        {"a.yes": "no"}, {"a.choice": "p"}, {"a.choice": ["p", "q", "r"]}, {"a.set": "none"}, {"a.set": {"includes": "p"}},
        {"a.set": {"only": ["p", "q", "r"]}}, {"a.date": "none"}, {"a.date": {"before": "$on"}}, {"a.whole": {"equal": "0"}},
        {"a.money": {"at_least": "0"}}, {"a.age": {"at_least": "0"}}, {"a.age": "none"},
    ],
)  # fmt: skip
def test_a_fact_that_is_not_given_decides_nothing(page: Page, condition: dict[str, Any]) -> None:
    assert page.truth(condition, {}) is None


def test_an_unknown_right_side_decides_nothing(page: Page) -> None:
    assert page.truth({"a.date": {"before": "$a.other_date"}}, {"date": ON}) is None
    assert page.truth({"a.whole": {"equal": "$a.other_whole"}}, {"whole": 5}) is None


def test_unknown_has_no_truth() -> None:
    with pytest.raises(TypeError):
        bool(UNKNOWN)


# --- parameters in time ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2024, 12, 31), None),
        (date(2025, 1, 1), Decimal("17.10")),
        (date(2025, 12, 31), Decimal("17.10")),
        (date(2026, 1, 1), Decimal("17.92")),
        (date(2026, 6, 30), Decimal("17.92")),
        (date(2026, 7, 1), None),
        (date(2026, 8, 31), None),
        (date(2026, 9, 1), Decimal("18.50")),
        (date.max, Decimal("18.50")),
    ],
)
def test_a_parameter_is_read_on_its_day_first_and_last_included(page: Page, day: date, expected: Decimal | None) -> None:
    """Where the dossier holds no value, the comparison is unknown: no law is not "no"."""
    for money in (Decimal("17.10"), Decimal("17.92"), Decimal("18.50")):
        truth = None if expected is None else money == expected
        assert page.truth({"a.money": {"equal": "$wage"}}, {"money": money}, on=day) is truth
        given = {"money": money, "signed": day}
        assert page.truth({"a.money": {"equal": "$wage"}}, given, on=date.min, at="a.signed") is truth


def test_a_parameter_at_an_unknown_day_is_unknown(page: Page) -> None:
    condition = {"a.money": {"at_least": "$wage"}}
    assert page.truth(condition, {"money": Decimal(20)}, at="a.signed") is None
    assert page.truth(condition, {"money": Decimal(20), "signed": NONE}, at="a.signed") is None


def test_the_day_of_the_question_may_be_compared(law: Law) -> None:
    """The limits of a rule are comparisons of `on` itself."""
    facts = Facts({}, ON, law("- fact: a.b\n  type: yes_no\n"))
    assert decide(Compare("on", "on_or_after", ON), facts, "on") is True
    assert decide(Compare("on", "before", Ref("on", "on")), facts, "on") is False


# --- lists -------------------------------------------------------------------------------------------------------


STAFF = """
- fact: shop.staff
  type: records
  fields:
    pay: {type: integer, minimum: 0, maximum: 10, none_allowed: yes}
"""


@pytest.mark.parametrize(
    ("pays", "limit", "truth"),
    [
        ([4, 3], 7, True), ([4, 3], 8, False),
        ([4, NONE], 4, True), ([4, NONE], 5, False),  # who is not paid adds nothing
        ([4, UNKNOWN], 4, True), ([4, UNKNOWN], 14, None), ([4, UNKNOWN], 15, False),  # anything from nothing to the most
    ],
)  # fmt: skip
def test_the_sum_of_a_column(law: Law, pays: list[Any], limit: int, truth: bool | None) -> None:
    base = law(STAFF)
    condition = read({"shop.staff": {"sum": {"of": "pay", "at_least": str(limit)}}}, base)
    staff = Records(tuple({} if pay is UNKNOWN else {"pay": pay} for pay in pays))
    assert decide(condition, Facts({"shop.staff": staff}, ON, base), "on") is truth


def test_a_condition_over_the_records_reads_the_column_it_names(law: Law) -> None:
    base = law(STAFF)
    condition = read({"shop.staff": {"any_of": {"pay": {"at_least": "5"}}}}, base)

    def truth(*pays: int) -> bool | None:
        staff = Records(tuple({"pay": pay} for pay in pays))
        return decide(condition, Facts({"shop.staff": staff}, ON, base), "on")

    assert [truth(), truth(4), truth(4, 5)] == [False, False, True]
