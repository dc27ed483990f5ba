"""Cutting a fact into classes: every value of real life is in one, and each class has an example in real life."""

from __future__ import annotations

import os
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from oracle import Opinion, compute
from small_laws import base_of

from snia_advisor.answer.deciding import cut as classes
from snia_advisor.answer.deciding.cut import Variable, fact_variables
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.law.logic.network import Network
from snia_advisor.law.model.values import NONE
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values

ON = date(2024, 2, 29)  # the day on which months and years go wrong
WINDOW = [ON + timedelta(days=days) for days in range(-1200, 1201)]
ORDER = ["at_least", "more_than", "at_most", "less_than", "equal"]
WHEN = ["before", "on_or_before", "after", "on_or_after", "equal"]
STEPS = st.one_of(
    st.tuples(st.just("add_days"), st.integers(-40, 40)),
    st.tuples(st.sampled_from(["add_months", "last_day_of_months"]), st.integers(-14, 14)),
    st.tuples(st.just("add_years"), st.integers(-1, 1)),
)
COUNTS = {"whole_years_between": 2, "whole_months_between": 14, "days_between": 40}
SLOW = settings(
    max_examples=int(os.environ.get("SNIA_EXACT", "40")), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)


def cut(
    bodies: dict[str, Any], fact: str, case: dict[str, Any] | None = None
) -> tuple[Situation, dict[Any, int], Variable | None]:
    """The classes of `fact` for the comparisons of the rules, and the node of each rule's comparison by rule."""
    base: RuleBase = base_of(bodies)
    network = Network(base)
    nodes = {name: network.nodes[network.rule(name)].children[0] for name in bodies["rule"]}
    situation = Situation(base, case_from_values(case or {}, base), ON, None, network)
    variables = fact_variables(situation, sorted(set(nodes.values())), {})
    return situation, nodes, next((v for v in variables if v.name == fact), None)


def check_classes(bodies: dict[str, Any], fact: str, values: list[Any], case: dict[str, Any] | None = None) -> Variable:
    """Every one of `values` must be in a class, and each class must answer as its example does."""
    _, nodes, variable = cut(bodies, fact, case)
    assert variable is not None
    known = {f"{group}.{part}": v for group, facts in (case or {}).items() for part, v in facts.items()}
    names = list(bodies["rule"])

    def answers(value: Any) -> tuple[bool | None, ...]:
        opinion = Opinion(bodies, {**known, fact: value}, ON, {})
        return tuple(opinion.holds(bodies["rule"][name]["when"], bodies["rule"][name].get("at", "on")) for name in names)

    rows = [tuple(row.get(nodes[name]) for name in names) for row in variable.rows]
    examples = [None if example is NONE else example for example in variable.values]
    assert [answers(example) for example in examples] == rows
    assert len(set(rows)) == len(rows)
    assert {answers(value) for value in values} <= set(rows)
    return variable


@st.composite
def computed_dates(draw: st.DrawFn) -> dict[str, Any]:
    """Rules that compare a date through up to three functions, and counts of what lies between it and the question."""
    derived: dict[str, Any] = {}
    last = "a.x"
    for number, (function, amount) in enumerate(draw(st.lists(STEPS, max_size=3))):
        derived[f"c.step{number}"] = {"type": "date", "compute": {function: [f"${last}", str(amount)]}}
        last = f"c.step{number}"
    rules: dict[str, Any] = {}
    for number in range(draw(st.integers(1, 3))):
        count = draw(st.sampled_from([None, *COUNTS]))
        if count is None:
            limit = (ON + timedelta(days=draw(st.integers(-70, 70)))).isoformat()
            condition: dict[str, Any] = {last: {draw(st.sampled_from(WHEN)): draw(st.sampled_from(["$on", limit]))}}
        else:
            arguments = draw(st.sampled_from([[f"${last}", "$on"], ["$on", f"${last}"]]))
            derived[f"c.count{number}"] = {"type": "integer", "compute": {count: arguments}}
            limit = str(draw(st.integers(-COUNTS[count], COUNTS[count])))
            condition = {f"c.count{number}": {draw(st.sampled_from(ORDER)): limit}}
        rules[f"r{number}"] = {"when": condition}
    fact = {"type": "date", "none_allowed": draw(st.sampled_from(["yes", "no"]))}
    return {"fact": {"a.x": fact}, "derived": derived, "rule": rules}


@SLOW
@given(computed_dates())
def test_a_date_is_cut_where_its_consequences_change(bodies: dict[str, Any]) -> None:
    none = [None] if bodies["fact"]["a.x"]["none_allowed"] == "yes" else []
    check_classes(bodies, "a.x", [*none, *WINDOW])


@pytest.mark.parametrize("chain", [(1,), (-13,), (1, 1), (1, -2), (6, 7), (1, 1, 1), (-1, 2, -1)])
def test_months_have_different_lengths(chain: tuple[int, ...]) -> None:
    """Every day of a leap year as the limit of a date that is some months, and some more months, after the fact."""
    derived: dict[str, Any] = {}
    last = "a.x"
    for number, months in enumerate(chain):
        derived[f"c.step{number}"] = {"type": "date", "compute": {"add_months": [f"${last}", str(months)]}}
        last = f"c.step{number}"
    bodies = {
        "fact": {"a.x": {"type": "date"}, "a.limit": {"type": "date"}},
        "derived": derived,
        "rule": {op: {"when": {last: {op: "$a.limit"}}} for op in WHEN},
    }
    base = base_of(bodies)
    network = Network(base)
    nodes = {name: network.nodes[network.rule(name)].children[0] for name in WHEN}
    for day in range(366):
        limit = date(2024, 1, 1) + timedelta(days=day)
        situation = Situation(base, case_from_values({"a": {"limit": limit}}, base), date(2020, 1, 1), None, network)
        (variable,) = fact_variables(situation, sorted(nodes.values()), {})
        rows = {tuple(row[nodes[op]] for op in WHEN) for row in variable.rows}
        reached = {computed(day, chain) for day in (limit + timedelta(days=n - 30 * sum(chain)) for n in range(-25, 26))}
        assert {signature(value, limit) for value in reached} <= rows, limit


def computed(day: date, chain: tuple[int, ...]) -> date:
    """The day some months, and some more, after `day`."""
    for months in chain:
        day = compute("add_months", [day, months])
    return day


def signature(value: date, limit: date) -> tuple[bool, ...]:
    """What each operator says of the two days, in the order of `WHEN`."""
    return (value < limit, value <= limit, value > limit, value >= limit, value == limit)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(ORDER), st.sampled_from(["0", "1", "1.5", "2.505", "$half", "-1"])), min_size=1, max_size=4
    ),
    st.sampled_from(["integer", "decimal"]),
    st.sampled_from([{}, {"minimum": "0"}, {"maximum": "-2"}, {"minimum": "1", "maximum": "2"}, {"none_allowed": "yes"}]),
)
def test_a_number_is_cut_at_its_limits(written: list[tuple[str, str]], kind: str, more: dict[str, str]) -> None:
    fact = {"type": kind, "places": "2" if kind == "decimal" else "0", **more}
    literal = [(op, value) for op, value in written if fits(value, fact)]
    bodies = {
        "fact": {"a.n": fact},
        "parameter": {"half": {"type": "decimal", "places": "3", "series": [{"value": "1.505"}]}},
        "rule": {f"r{n}": {"when": {"a.n": {op: value}}} for n, (op, value) in enumerate(literal or [("equal", "$half")])},
    }
    low, high = Decimal(more.get("minimum", -5)), Decimal(more.get("maximum", 5))
    step = Decimal("0.01") if kind == "decimal" else Decimal(1)
    values: list[Any] = [low + step * n for n in range(int((high - low) / step) + 1)] if low <= high else [high]
    variable = check_classes(bodies, "a.n", values + ([None] if "none_allowed" in more else []))
    for example in (value for value in variable.values if value is not NONE):
        assert Decimal(example) % step == 0, "a value that nobody could give"
        assert int(more.get("minimum", -99)) <= example <= int(more.get("maximum", 99))


def fits(value: str, fact: dict[str, Any]) -> bool:
    """Whether a literal may be compared with the fact: of its type, within its limits."""
    if value.startswith("$"):
        return True
    number = Decimal(value)
    places = -int(number.as_tuple().exponent)
    inside = int(fact.get("minimum", -9)) <= number <= int(fact.get("maximum", 9))
    return places <= int(fact["places"]) and inside


@pytest.mark.parametrize("known", [{}, {"a": {"signed": date(2025, 6, 30)}}, {"a": {"signed": date(2026, 1, 1)}}])
def test_a_parameter_is_read_on_its_own_date(known: dict[str, Any]) -> None:
    """Which value of the parameter counts depends on another date; while that is unknown the comparison stands alone."""
    bodies = {
        "fact": {"a.signed": {"type": "date"}, "a.wage": {"type": "decimal", "places": "2"}},
        "parameter": {"least": {"type": "decimal", "places": "2", "series": [
            {"to": "2025-12-31", "value": "17.10"}, {"from": "2026-01-01", "value": "17.92"}]}},
        "rule": {"r": {"when": {"a.wage": {"at_least": "$least"}}, "at": "a.signed"}},
    }  # fmt: skip
    if known:
        check_classes(bodies, "a.wage", [Decimal(n) / 100 for n in range(1700, 1800)], known)
    else:
        assert cut(bodies, "a.wage")[2] is None
    wage = {"a": {"wage": Decimal("17.50")}}
    check_classes(bodies, "a.signed", [*WINDOW, date(2025, 12, 31), date(2026, 1, 1)], wage)


def test_two_unknown_facts_stand_alone() -> None:
    bodies = {
        "fact": {"a.x": {"type": "date"}, "a.y": {"type": "date"}},
        "rule": {"r": {"when": {"a.x": {"before": "$a.y"}}}, "s": {"when": {"a.x": {"before": "$on"}}}},
    }
    situation, nodes, variable = cut(bodies, "a.x")
    assert variable is not None
    assert [tuple(row) for row in variable.rows] == [(nodes["s"],)] * 2
    variables = fact_variables(situation, sorted(nodes.values()), {})
    alone = [v for v in variables if v.name.startswith("atom ")]
    assert [(v.facts, v.values) for v in alone] == [(("a.x", "a.y"), ())]


def test_a_known_fact_is_the_limit_of_another() -> None:
    bodies = {
        "fact": {"a.x": {"type": "date"}, "a.y": {"type": "date"}},
        "derived": {"c.later": {"type": "date", "compute": {"add_months": ["$a.y", "1"]}}},
        "rule": {"r": {"when": {"a.x": {"before": "$a.y"}}}, "s": {"when": {"a.x": {"on_or_after": "$c.later"}}}},
    }
    check_classes(bodies, "a.x", WINDOW, {"a": {"y": date(2024, 1, 31)}})
    check_classes(bodies, "a.y", WINDOW, {"a": {"x": date(2024, 2, 29)}})


def test_options_and_subsets() -> None:
    bodies = {
        "fact": {
            "a.kind": {"type": "choice", "options": ["p", "q", "r"]},
            "a.ties": {"type": "set", "options": ["p", "q", "r", "s"]},
        },
        "rule": {
            "r": {"when": {"a.kind": ["p", "q"]}},
            "s": {"when": {"a.ties": {"includes": "p"}}},
            "t": {"when": {"a.ties": {"only": ["p", "q"]}}},
            "u": {"when": {"a.ties": "none"}},
        },
    }
    _, _, kind = cut(bodies, "a.kind")
    assert kind is not None
    assert [dict(row) for row in kind.rows] != []
    assert len(kind.rows) == 2  # r and everything else
    _, nodes, ties = cut(bodies, "a.ties")
    assert ties is not None
    answers = {tuple(row[nodes[name]] for name in "stu") for row in ties.rows}
    assert answers == {
        (False, True, True),
        (True, True, False),
        (False, True, False),
        (True, False, False),
        (False, False, False),
    }


def test_too_many_named_options_stand_alone() -> None:
    options = [f"o{n}" for n in range(classes.MAX_SET_OPTIONS + 2)]
    bodies = {
        "fact": {"a.ties": {"type": "set", "options": options}},
        "rule": {f"r{n}": {"when": {"a.ties": {"includes": option}}} for n, option in enumerate(options)},
    }
    assert cut(bodies, "a.ties")[2] is None


@pytest.mark.parametrize("function", ["add_days", "add_months", "add_years", "last_day_of_months"])
def test_the_end_of_the_calendar(function: str) -> None:
    bodies = {
        "fact": {"a.x": {"type": "date"}},
        "derived": {"c.far": {"type": "date", "compute": {function: ["$a.x", "99999"]}}},
        "rule": {"r": {"when": {"c.far": {"before": "9999-12-31"}}}, "s": {"when": {"a.x": {"after": "9999-12-30"}}},
                 "t": {"when": {"a.x": {"before": "0001-01-02"}}}, "u": {"when": {"a.x": {"equal": "9999-12-31"}}},
                 "v": {"when": {"a.x": {"equal": "0001-01-01"}}}},
    }  # fmt: skip
    variable = check_classes(bodies, "a.x", [date.min, date.max, ON])
    assert len(variable.rows) >= 3
