"""Reading a condition: what each form means, and the one error that each misuse gives, at its line."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from snia_advisor.errors import RuleBaseError
from snia_advisor.law.logic.conditions import (
    All,
    AnyOf,
    CollectIs,
    Compare,
    ConditionError,
    Not,
    OutcomeIn,
    ReadingIs,
    Ref,
    RuleIs,
    nearest,
    read,
    read_record,
    read_value,
)
from snia_advisor.law.model.values import NONE
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.messages import LANGUAGES

Law = Callable[[str], RuleBase]

TEXT = """
- list: letters
  entries: [p, q, r]
- fact: a.yes
  type: yes_no
- fact: a.choice
  type: choice
  options: [p, q, r]
- fact: a.listed
  type: choice
  options_from: letters
- fact: a.set
  type: set
  options: [p, q, r]
- fact: a.date
  type: date
  none_allowed: yes
- fact: a.start
  type: date
- fact: a.whole
  type: integer
  minimum: 0
  maximum: 10
- fact: a.money
  type: decimal
  places: 2
- parameter: least_age
  type: integer
  series: [{from: none, to: none, value: 18}]
- parameter: day_one
  type: date
  series: [{from: none, to: none, value: 2026-01-01}]
- parameter: fine
  type: money_range
  series: [{from: none, to: none, value: {min: 1, max: 2}}]
- derived: a.age
  type: integer
  compute: {whole_years_between: [$a.start, $on]}
- open_question: doubt
  readings: [strict, mild]
- rule: ground
  when: {a.yes: yes}
- determination: grounds
  collect: [ground]
- determination: route
  choose:
    direct: {when: ground}
    slow: {when: {a.yes: no}}
    closed: {otherwise: yes}
"""


@pytest.fixture
def base(law: Law) -> RuleBase:
    """The law of this file."""
    return law(TEXT)


# --- what is read ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ground", RuleIs("ground")),
        ({"all": ["ground", {"a.yes": "no"}]}, All((RuleIs("ground"), Compare("a.yes", "is", False)))),
        ({"any": ["ground"]}, AnyOf((RuleIs("ground"),))),
        ({"not": "ground"}, Not(RuleIs("ground"))),
        ({"a.yes": "yes"}, Compare("a.yes", "is", True)),
        ({"a.choice": "p"}, Compare("a.choice", "is", "p")),
        ({"a.choice": ["q", "p", "q"]}, Compare("a.choice", "one_of", ("p", "q"))),
        ({"a.listed": "r"}, Compare("a.listed", "is", "r")),
        ({"a.date": "none"}, Compare("a.date", "is", NONE)),
        ({"a.age": "none"}, Compare("a.age", "is", NONE)),
        ({"a.set": "none"}, Compare("a.set", "only", ())),
        ({"a.set": {"includes": "p"}}, Compare("a.set", "includes_any", ("p",))),
        ({"a.set": {"includes_any": ["q", "p"]}}, Compare("a.set", "includes_any", ("p", "q"))),
        ({"a.set": {"only": []}}, Compare("a.set", "only", ())),
        ({"a.date": {"before": "2026-01-31"}}, Compare("a.date", "before", date(2026, 1, 31))),
        ({"a.date": {"on_or_after": "$on"}}, Compare("a.date", "on_or_after", Ref("on", "on"))),
        ({"a.date": {"after": "$day_one"}}, Compare("a.date", "after", Ref("parameter", "day_one"))),
        ({"a.date": {"equal": "$a.start"}}, Compare("a.date", "equal", Ref("fact", "a.start"))),
        ({"a.whole": {"at_least": "10"}}, Compare("a.whole", "at_least", 10)),
        ({"a.money": {"less_than": "17.10"}}, Compare("a.money", "less_than", Decimal("17.10"))),
        ({"a.money": {"more_than": "$least_age"}}, Compare("a.money", "more_than", Ref("parameter", "least_age"))),
        ({"a.whole": {"at_most": "$a.money"}}, Compare("a.whole", "at_most", Ref("fact", "a.money"))),
        ({"a.age": {"at_least": "$least_age"}}, Compare("a.age", "at_least", Ref("parameter", "least_age"))),
        ({"route": "slow"}, OutcomeIn("route", ("slow",))),
        ({"route": ["slow", "direct"]}, OutcomeIn("route", ("direct", "slow"))),
        ({"route": ["slow", "slow", "slow"]}, OutcomeIn("route", ("slow",))),
        ({"grounds": "some"}, CollectIs("grounds", "some")),
        ({"grounds": "none"}, CollectIs("grounds", "none")),
        ({"grounds": "ground"}, CollectIs("grounds", "ground")),
        ({"open_question": {"doubt": "mild"}}, ReadingIs("doubt", "mild")),
    ],
)
def test_what_a_condition_means(base: RuleBase, written: Any, expected: Any) -> None:
    assert read(written, base) == expected


def test_the_nearest_name_is_shown() -> None:
    assert nearest("gruond", ["ground", "other"]) == "ground"
    assert nearest("zzz", ["b", "a"]) == "a, b"


# --- what is refused ---------------------------------------------------------------------------------------------

MISUSES = [
    ("gruond", "unknown_rule", {"name": "gruond", "nearest": "ground"}),
    ("{a.yes: yes, a.choice: p}", "condition_one_key", {}),
    ("{}", "condition_one_key", {}),
    ("[ground]", "condition_one_key", {}),
    ("{all: []}", "condition_list", {"name": "all"}),
    ("{any: ground}", "condition_list", {"name": "any"}),
    ("{not: {a.yes: yes, a.choice: p}}", "condition_one_key", {}),
    ("{not: [ground]}", "condition_one_key", {}),
    ("{rout: slow}", "unknown_condition", {"name": "rout", "nearest": "route"}),
    ("{known: a.yes}", "unknown_condition", {"name": "known"}),
    ("{open_question: doubt}", "condition_one_key", {}),
    ("{open_question: {doubts: mild}}", "unknown_question", {"name": "doubts", "nearest": "doubt"}),
    ("{open_question: {doubt: mad}}", "unknown_reading", {"name": "mad"}),
    ("{open_question: {doubt: [mild]}}", "unknown_reading", {}),
    ("{open_question: {doubt: {mild: yes}}}", "unknown_reading", {}),
    ("{route: sluw}", "unknown_outcome", {"name": "sluw", "of": "route", "nearest": "slow"}),
    ("{route: some}", "unknown_outcome", {"name": "some"}),
    ("{route: {slow: yes}}", "unknown_outcome", {}),
    ("{route: [[slow]]}", "unknown_outcome", {}),
    ("{route: []}", "outcomes_all_or_none", {"name": "route"}),
    ("{route: [direct, slow, closed]}", "outcomes_all_or_none", {"name": "route"}),
    ("{route: [direct, slow, closed, direct]}", "outcomes_all_or_none", {"name": "route"}),
    ("{grounds: graund}", "unknown_outcome", {"name": "graund", "nearest": "ground"}),
    ("{grounds: [ground]}", "unknown_outcome", {}),
    ("{a.yse: yes}", "unknown_fact", {"name": "a.yse", "nearest": "a.yes"}),
    ("{a.yes: maybe}", "yes_no_expected", {"name": "a.yes", "value": "maybe"}),
    ("{a.yes: none}", "yes_no_expected", {}),
    ("{a.yes: {equal: yes}}", "unknown_operator", {"name": "equal"}),
    ("{a.yes: [yes]}", "list_needs_choice", {"name": "a.yes"}),
    ("{a.choice: x}", "unknown_option", {"name": "x", "of": "a.choice"}),
    ("{a.choice: none}", "unknown_option", {"name": "none"}),
    ("{a.choice: []}", "list_needs_choice", {}),
    ("{a.choice: [p, x]}", "unknown_option", {"name": "x"}),
    ("{a.choice: [[p]]}", "unknown_option", {}),
    ("{a.choice: {includes: p}}", "unknown_operator", {"name": "includes"}),
    ("{a.listed: x}", "unknown_option", {"name": "x"}),
    ("{a.set: p}", "set_needs_operator", {"name": "a.set"}),
    ("{a.set: [p]}", "set_needs_operator", {}),
    ("{a.set: {includes: x}}", "unknown_option", {"name": "x"}),
    ("{a.set: {includes: [p]}}", "unknown_option", {}),
    ("{a.set: {includes_any: []}}", "condition_list", {"name": "includes_any"}),
    ("{a.set: {includes_any: p}}", "condition_list", {}),
    ("{a.set: {only: p}}", "condition_list", {"name": "only"}),
    ("{a.set: {at_least: 1}}", "unknown_operator", {"name": "at_least"}),
    ("{a.date: 2026-01-01}", "needs_operator", {"name": "a.date"}),
    ("{a.date: [2026-01-01]}", "list_needs_choice", {}),
    ("{a.start: none}", "needs_operator", {"name": "a.start"}),
    ("{a.date: {at_least: 2026-01-01}}", "unknown_operator", {"name": "at_least"}),
    ("{a.date: {before: 2026-02-30}}", "date_expected", {"name": "a.date", "value": "2026-02-30"}),
    ("{a.date: {before: 1/2/2026}}", "date_expected", {}),
    ("{a.date: {equal: none}}", "date_expected", {"value": "none"}),
    ("{a.date: {on_or_after: none}}", "date_expected", {"value": "none"}),
    ("{a.date: {before: [2026-01-01]}}", "single_expected", {"name": "a.date"}),
    ("{a.date: {before: 2026-01-01, after: 2025-01-01}}", "condition_one_key", {}),
    ("{a.date: {}}", "condition_one_key", {}),
    ("{a.date: {before: $least_age}}", "operand_type", {"name": "$least_age"}),
    ("{a.date: {before: $a.whole}}", "operand_type", {"name": "$a.whole"}),
    ("{a.date: {before: $a.nothing}}", "unknown_fact", {"name": "a.nothing"}),
    ("{a.date: {before: $nothing}}", "unknown_parameter", {"name": "nothing"}),
    ("{a.whole: 5}", "needs_operator", {"name": "a.whole"}),
    ("{a.whole: none}", "needs_operator", {}),
    ("{a.whole: {before: 5}}", "unknown_operator", {"name": "before"}),
    ("{a.whole: {at_least: five}}", "integer_expected", {"value": "five"}),
    ("{a.whole: {at_least: 5.5}}", "integer_expected", {}),
    ("{a.whole: {at_least: 1e3}}", "integer_expected", {}),
    ("{a.whole: {at_least: 11}}", "out_of_range", {"value": "11", "low": 0, "high": 10}),
    ("{a.whole: {at_least: -1}}", "out_of_range", {}),
    ("{a.whole: {at_least: $on}}", "operand_type", {"name": "$on"}),
    ("{a.whole: {at_least: $day_one}}", "operand_type", {}),
    ("{a.whole: {at_least: $fine}}", "operand_type", {"name": "$fine"}),
    ("{a.money: {at_least: 17.101}}", "decimal_expected", {"value": "17.101", "places": 2}),
    ("{a.money: {at_least: much}}", "decimal_expected", {}),
    ("{a.age: {at_least: old}}", "integer_expected", {}),
    ("{a.age: {includes: p}}", "unknown_operator", {}),
    ("{a.age: 18}", "needs_operator", {}),
]


@pytest.mark.parametrize(("condition", "key", "args"), MISUSES, ids=[f"{key} {text}" for text, key, _ in MISUSES])
def test_a_misuse_is_told_at_its_line_in_three_languages(law: Law, condition: str, key: str, args: dict[str, Any]) -> None:
    before = f"- source: s\n{TEXT}"
    with pytest.raises(RuleBaseError) as found:
        law(f"{TEXT}- rule: wrong\n  when:\n    all:\n      - ground\n      - {condition}\n")
    error = found.value
    assert error.key == key
    assert {name: error.args_[name] for name in args} == args
    assert error.place == f"rules/law.yaml:{len(before.splitlines()) + 5}"
    assert len({error.sentence(lang) for lang in LANGUAGES}) == 3, "each language has its sentence, placeholders filled"


@pytest.mark.parametrize(
    ("where", "text"),
    [
        ("outcome", "- determination: d\n  choose:\n    u: {when: {a.yse: yes}}\n    v: {otherwise: yes}\n"),
        ("constraint", "- constraint: c\n  holds: {a.yse: yes}\n"),
    ],
)
def test_a_misuse_is_told_wherever_a_condition_stands(law: Law, where: str, text: str) -> None:
    with pytest.raises(RuleBaseError) as found:
        law(TEXT + text)
    assert found.value.key == "unknown_fact"
    assert str(found.value.place).startswith("rules/law.yaml:")


# --- values ------------------------------------------------------------------------------------------------------


class Refused(Exception):
    """A value that is not one of the fact."""


def refuse(key: str, **args: Any) -> Exception:
    """The error of these tests."""
    return Refused(key)


@pytest.mark.parametrize(
    ("fact", "written", "value"),
    [
        ("a.yes", "yes", True), ("a.yes", "نعم", True), ("a.yes", "Non", False), ("a.yes", True, True),
        ("a.choice", "p", "p"), ("a.set", "none", frozenset()), ("a.set", [], frozenset()),
        ("a.set", ["p", "q"], frozenset("pq")),
        ("a.date", "none", NONE), ("a.date", "2024-02-29", date(2024, 2, 29)), ("a.whole", "0", 0), ("a.whole", "10", 10),
        ("a.money", "17.1", Decimal("17.10")), ("a.money", "-0.05", Decimal("-0.05")),
    ],
)  # fmt: skip
def test_a_value_is_read_by_the_type_of_its_fact(base: RuleBase, fact: str, written: Any, value: Any) -> None:
    found = read_value(base.facts[fact], written, base, refuse)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("fact", "written", "key"),
    [
        ("a.yes", "oui ou non", "yes_no_expected"), ("a.yes", "1", "yes_no_expected"), ("a.choice", "P", "unknown_option"),
        ("a.set", "p", "set_expected"), ("a.set", {"p": "q"}, "set_expected"), ("a.set", ["x"], "unknown_option"),
        ("a.set", [["p"]], "unknown_option"), ("a.start", "none", "date_expected"), ("a.start", "20260101", "date_expected"),
        ("a.start", "2026-1-1", "date_expected"), ("a.start", "2025-02-29", "date_expected"),
        ("a.whole", "11", "out_of_range"), ("a.whole", "0x1", "integer_expected"), ("a.whole", True, "integer_expected"),
        ("a.money", "1,5", "decimal_expected"), ("a.money", "nan", "decimal_expected"),
        ("a.money", ".5", "decimal_expected"), ("a.money", "1.005", "decimal_expected"),
        ("a.choice", ["p"], "single_expected"),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused(base: RuleBase, fact: str, written: Any, key: str) -> None:
    with pytest.raises(Refused, match=key):
        read_value(base.facts[fact], written, base, refuse)


# --- the columns of a list ---------------------------------------------------------------------------------------


COLUMNS = {"paid": {"type": "yes_no"}, "role": {"type": "choice", "options": ["p", "q"]}}


@pytest.mark.parametrize(
    ("written", "condition"),
    [
        ({"paid": "yes"}, Compare("shop.staff.paid", "is", True)),
        ({"not": {"role": "p"}}, Not(Compare("shop.staff.role", "is", "p"))),
        ({"all": [{"paid": "no"}]}, All((Compare("shop.staff.paid", "is", False),))),
        ({"any": [{"paid": "no"}]}, AnyOf((Compare("shop.staff.paid", "is", False),))),
        ([{"paid": "no"}], "condition_one_key"),
        ({}, "condition_one_key"),
        ({"paid": "no", "role": "p"}, "condition_one_key"),
        ({"all": []}, "condition_list"),
        ({"any": {"paid": "no"}}, "condition_list"),
        ({"pay": "no"}, "unknown_column"),
    ],
)
def test_a_condition_over_the_columns_of_one_record(law: Law, written: Any, condition: Any) -> None:
    base = law(f"- fact: shop.staff\n  type: records\n  fields: {json.dumps(COLUMNS)}\n")
    fact = base.facts["shop.staff"]
    if isinstance(condition, str):
        with pytest.raises(ConditionError) as caught:
            read_record(written, fact, base)
        assert caught.value.key == condition
    else:
        assert read_record(written, fact, base) == condition
