"""Which way values go: every direction that is claimed holds, and bisection finds what a look at every value finds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_laws import base_of

from snia_advisor.law.logic.conditions import Compare
from snia_advisor.law.logic.network import Network
from snia_advisor.law.logic.operators import FUNCTIONS
from snia_advisor.questions.watch.directions import direction, halves, slope

DAY = date(2024, 2, 29)
DATES = st.integers(-1500, 1500).map(lambda days: DAY + timedelta(days=days))
NUMBERS = st.integers(-40, 40)
DERIVED: dict[str, dict[str, Any]] = {
    "c.age": {"type": "integer", "compute": {"whole_years_between": ["$a.day", "$on"]}},
    "c.left": {"type": "integer", "compute": {"days_between": ["$on", "$a.later"]}},
    "c.half": {"type": "date", "compute": {"add_months": ["$a.day", "6"]}},
    "c.next": {"type": "date", "compute": {"add_months": ["$on", "1"]}},
    "c.month": {"type": "integer", "compute": {"days_between": ["$on", "$c.next"]}},
    "c.tripled": {"type": "decimal", "compute": {"product": ["$c.age", "3"]}},
    "c.sum": {"type": "decimal", "compute": {"sum": ["$c.age", "$a.count", "2"]}},
    "c.gap": {"type": "decimal", "compute": {"difference": ["$c.age", "$c.left"]}},
    "c.mixed": {"type": "decimal", "compute": {"sum": ["$c.age", "$c.left"]}},
    "c.paid": {"type": "decimal", "compute": {"sum": ["$a.rows.pay"]}, "where": {"since": {"before": "$on"}}},
    "c.all_paid": {"type": "decimal", "compute": {"sum": ["$a.rows.pay"]}},
}
FACTS: dict[str, dict[str, Any]] = {
    "a.day": {"type": "date"},
    "a.later": {"type": "date"},
    "a.count": {"type": "integer"},
    "a.rows": {"type": "records", "fields": {"pay": {"type": "integer"}, "since": {"type": "date"}}},
}


def law(rules: dict[str, Any] | None = None) -> Any:
    """A law with a few rules over these facts."""
    return base_of({"fact": FACTS, "derived": DERIVED, "rule": rules or {"r": {"when": {"a.day": {"before": "$on"}}}}})


@pytest.mark.parametrize("function", sorted(name for name, function in FUNCTIONS.items() if function.ways))
@given(data=st.data())
def test_a_result_goes_the_way_that_is_claimed(function: str, data: st.DataObject) -> None:
    record = FUNCTIONS[function]
    signs = record.ways or ()
    arguments = [data.draw(DATES if kind == "date" else NUMBERS) for kind in record.arguments]
    arguments += [data.draw(NUMBERS)] if record.repeats else []
    position = data.draw(st.integers(0, len(arguments) - 1))
    higher = list(arguments)
    higher[position] += timedelta(days=data.draw(st.integers(0, 500))) if isinstance(arguments[position], date) else 3
    before, after = record.compute(*arguments), record.compute(*higher)
    sign = signs[min(position, len(signs) - 1)]
    assert before <= after if sign > 0 else before >= after


def test_the_functions_on_dates_all_have_a_direction() -> None:
    """A new function on dates without one would make `watch` look at every day: think of it here."""
    on_dates = {name for name, function in FUNCTIONS.items() if "date" in function.arguments and function.ways is None}
    assert on_dates == {"service_hours", "service_hours_full_years"}


@pytest.mark.parametrize(
    ("name", "variable", "way"),
    [
        ("on", "on", 1),
        ("a.day", "on", 0),
        ("c.age", "on", 1),
        ("c.age", "a.day", -1),
        ("c.age", "a.later", 0),
        ("c.left", "on", -1),
        ("c.half", "a.day", 1),
        ("c.sum", "on", 1),
        ("c.sum", "a.count", 1),
        ("c.gap", "on", 1),
        ("c.gap", "a.later", -1),
        ("c.mixed", "on", None),  # one part rises, the other falls
        ("c.month", "on", None),  # the month ahead is longer or shorter
        ("c.tripled", "on", None),  # a product turns with the sign of the other factor
        ("c.paid", "on", None),
        ("c.paid", "a.rows", None),
        ("c.all_paid", "on", 0),
    ],
)
def test_directions(name: str, variable: str, way: int | None) -> None:
    assert direction(law(), name, variable) == way


@pytest.mark.parametrize(
    ("written", "variable", "way"),
    [
        ({"a.day": {"before": "$on"}}, "on", -1),
        ({"a.day": {"before": "$on"}}, "a.day", 1),
        ({"a.day": {"before": "2024-01-01"}}, "on", 0),
        ({"a.day": {"before": "$a.later"}}, "a.later", -1),
        ({"c.age": {"at_least": "18"}}, "on", 1),
        ({"c.age": {"at_least": "$c.left"}}, "on", 1),
        ({"c.left": {"at_least": "$c.age"}}, "on", -1),
        ({"c.next": {"after": "$on"}}, "on", None),  # both sides move
        ({"c.month": {"equal": "30"}}, "on", None),
        ({"a.rows": {"any_of": {"since": {"before": "$on"}}}}, "on", None),
        ({"a.rows": {"any_of": {"pay": {"at_least": "3"}}}}, "on", 0),
        ({"a.rows": {"count": {"at_least": "3"}}}, "a.rows", None),
        ({"a.rows": {"count": {"at_least": "$c.age"}}}, "on", None),
    ],
)
def test_slopes(written: Any, variable: str, way: int | None) -> None:
    base = law({"r": {"when": written}})
    network = Network(base)
    (atom,) = network.nodes[network.rule("r")].children
    assert slope(base, network.nodes[atom], variable) == way


def test_a_parameter_read_on_the_fact_itself_goes_no_way() -> None:
    series = [{"from": "none", "to": "2024-01-01", "value": "1"}, {"from": "2024-01-02", "to": "none", "value": "2"}]
    base = base_of(
        {
            "fact": FACTS,
            "derived": DERIVED,
            "parameter": {"least": {"type": "integer", "series": series}},
            "rule": {"r": {"when": {"a.count": {"at_least": "$least"}}, "at": "a.day"}},
        }
    )
    network = Network(base)
    (atom,) = network.nodes[network.rule("r")].children
    found = {variable: slope(base, network.nodes[atom], variable) for variable in ("on", "a.day", "a.count")}
    assert found == {"on": 0, "a.day": None, "a.count": 1}


def test_an_equal_is_two_comparisons() -> None:
    assert [part.op for part in halves(Compare("a.day", "equal", DAY))] == ["at_least", "at_most"]
    assert halves(Compare("a.day", "before", DAY)) == (Compare("a.day", "before", DAY),)
