"""Small random laws about dates, for `watch`: what is compared moves with the date of the question, or is moved past by it.

Facts, derived facts, parameters, dates of law, exceptions and constraints all come within a few months of the question, so
that much changes within a short horizon.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st
from laws import TEXT, plain_answer
from small_laws import base_of

from snia_advisor.answer.deciding import compiled as advisor
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values

ON = date(2024, 1, 20)  # before a 29 February, and the ends of short and long months
HORIZON = 100
PATH: dict[str, Any] = {
    "title": TEXT,
    "question": TEXT,
    "concerns": {"a.flag": "yes"},
    "headline": ["d"],
}
FACTS: dict[str, dict[str, Any]] = {
    "a.flag": {"type": "yes_no"},
    "a.x": {"type": "date", "none_allowed": "yes"},
    "a.y": {"type": "date", "none_allowed": "yes"},
    "a.z": {"type": "date"},
    "a.n": {"type": "integer", "minimum": "-3", "maximum": "9"},
    "a.rows": {"type": "records", "fields": {"day": {"type": "date"}, "pay": {"type": "integer"}}},
}
KNOWN_TO: dict[str, Any] = {"type": "date", "series": [{"from": "none", "to": "none", "value": "2024-03-01"}]}
DAYS = st.one_of(st.integers(-20, HORIZON + 10), st.integers(-220, 220), st.sampled_from([10, 11, 39, 40, 41, 70, 71])).map(
    lambda days: ON + timedelta(days=days)
)
OPS = st.sampled_from(["at_least", "more_than", "at_most", "less_than", "equal"])
WHEN = st.sampled_from(["before", "on_or_before", "after", "on_or_after", "equal"])


@dataclass(frozen=True)
class Dated:
    """A law and a case."""

    bodies: dict[str, dict[str, Any]]
    values: dict[str, Any]

    def base(self) -> RuleBase:
        """The rule base; what earlier ones left in the memory of the thread is let go."""
        advisor._local.__dict__.get("kept", {}).clear()
        return base_of(self.bodies)

    def case(self, base: RuleBase) -> Case:
        """The case."""
        return case_from_values(self.values, base)


def bodies_of(**tables: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A whole law: the facts above, and one path whose headline is `d` and that shows the other determinations as well.

    A path that has no answer gets the plain one.
    """
    whole: dict[str, dict[str, Any]] = {"fact": FACTS, **tables}
    others = [name for name in whole["determination"] if name != "d"]
    paths = tables.get("path", {"p": {**PATH, "also": others}})
    determinations = whole["determination"]
    plain = {
        name: plain_answer({one: determinations[one] for one in path["headline"]})
        for name, path in paths.items()
        if name not in tables.get("answer", {})
    }
    return {
        **whole,
        "parameter": {"law_known_to": KNOWN_TO, **tables.get("parameter", {})},
        "path": paths,
        "answer": {**plain, **tables.get("answer", {})},
    }


def nested(values: dict[str, Any]) -> dict[str, Any]:
    """Facts by full name as the groups of a case."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        group, dot, part = name.partition(".")
        if dot:
            found.setdefault(group, {})[part] = value
        else:
            found[name] = value
    return found


@st.composite
def dated_laws(draw: st.DrawFn) -> Dated:
    """A law and a case in which some facts are known."""
    periods = sorted(draw(st.lists(DAYS, min_size=1, max_size=3, unique=True)))
    parameters = {
        "limit": {"type": "integer", "series": _series(periods, [str(draw(st.integers(0, 6))) for _ in range(4)])},
        "term": {"type": "date", "series": _series(periods[:1], [draw(DAYS).isoformat() for _ in range(2)])},
    }
    derived = _derived(draw)
    dates = ["a.x", "a.y", "a.z", *(name for name, body in derived.items() if body["type"] == "date")]
    numbers = ["a.n", *(name for name, body in derived.items() if body["type"] != "date")]
    leaves = _leaves(dates, numbers)
    rules: dict[str, Any] = {}
    for number in range(draw(st.integers(2, 5))):
        body: dict[str, Any] = {"when": draw(_tree(leaves, list(rules), 1))}
        first, last = sorted((draw(DAYS), draw(DAYS)))
        body |= {"from": first.isoformat()} if draw(st.integers(0, 3)) == 0 else {}
        body |= {"to": last.isoformat()} if draw(st.integers(0, 3)) == 0 else {}
        body |= {"at": draw(st.sampled_from(["a.x", "a.z"]))} if draw(st.integers(0, 5)) == 0 else {}
        body |= {"unless": [draw(st.sampled_from(list(rules)))]} if rules and draw(st.integers(0, 5)) == 0 else {}
        rules[f"r{number}"] = body
    determinations = {
        "e": {"choose": {"e1": {"when": draw(_tree(leaves, list(rules), 1))}, "e2": {"otherwise": "yes"}}},
        "f": {"collect": list(rules)},
        "d": {
            "choose": {
                "o1": {"when": draw(_tree(leaves, [*rules, {"e": "e1"}, {"f": "none"}], 2))},
                "o2": {"when": draw(_tree(leaves, list(rules), 1))},
                "last": {"otherwise": "yes"},
            }
        },
    }
    for body in determinations.values():
        body.update({"from": draw(DAYS).isoformat()} if draw(st.integers(0, 7)) == 0 else {})
    constraints = {f"k{number}": body for number, body in enumerate(draw(st.lists(_constraint(leaves), max_size=2)))}
    bodies = bodies_of(
        parameter=parameters, derived=derived, rule=rules, determination=determinations, constraint=constraints
    )
    return Dated(bodies, nested({"on": ON, **_given(draw)}))


LINKS: dict[str, dict[str, Any]] = {
    "c.month_on": {"type": "date", "compute": {"add_months": ["$a.x", "1"]}},
    "c.days_on": {"type": "date", "compute": {"add_days": ["$a.x", "30"]}},
    "c.past": {"type": "integer", "compute": {"days_between": ["$a.x", "$on"]}},
    "c.months": {"type": "integer", "compute": {"whole_months_between": ["$a.x", "$on"]}},
    "c.since": {"type": "integer", "compute": {"days_between": ["$a.y", "$on"]}},
    "c.ahead": {"type": "date", "compute": {"add_months": ["$on", "1"]}},
    "c.length": {"type": "integer", "compute": {"days_between": ["$on", "$c.ahead"]}},
    "c.fee": {"type": "decimal", "amount": "yes", "compute": {"sum": ["$c.months_of_y", "$limit"]}},
    "c.months_of_y": {"type": "integer", "compute": {"whole_months_between": ["$a.y", "$on"]}},
}


@st.composite
def close_laws(draw: st.DrawFn) -> Dated:
    """A law in which several comparisons bear on one fact that is not given, and whose limits come and go.

    The outcomes are conjunctions about the same fact: whether they are possible hangs on the order of its thresholds.
    """
    periods = sorted(draw(st.lists(DAYS, min_size=2, max_size=3, unique=True)))
    values = [str(draw(st.sampled_from([0, 3, 30, 60, 1000]))) for _ in range(4)]
    parameters = {"limit": {"type": "integer", "series": _series(periods, values)}}
    day = st.one_of(DAYS.map(date.isoformat), st.just("$on"))
    of_x = st.one_of(
        st.tuples(WHEN, day).map(lambda v: {"a.x": {v[0]: v[1]}}),
        st.tuples(st.sampled_from(["c.month_on", "c.days_on"]), WHEN, day).map(lambda v: {v[0]: {v[1]: v[2]}}),
        st.tuples(OPS, st.integers(-3, 62)).map(lambda v: {"c.past": {v[0]: str(v[1])}}),
        st.tuples(OPS, st.integers(-1, 2)).map(lambda v: {"c.months": {v[0]: str(v[1])}}),
    )
    of_n = st.tuples(OPS, st.one_of(st.integers(-3, 9).map(str), st.just("$c.since"))).map(lambda v: {"a.n": {v[0]: v[1]}})
    of_date = st.just("by_date")
    known = st.one_of(
        st.tuples(OPS, st.one_of(st.just("$limit"), st.integers(0, 60).map(str))).map(lambda v: {"c.since": {v[0]: v[1]}}),
        st.integers(28, 31).map(lambda n: {"c.length": {"equal": str(n)}}),
        st.tuples(WHEN, day).map(lambda v: {"a.z": {v[0]: v[1]}}),
    )
    pairs = [st.lists(leaf, min_size=2, max_size=3) for leaf in (of_x, of_x, of_n, st.one_of(of_x, of_date), known)]
    outcomes = [{"when": {"all": draw(draw(st.sampled_from(pairs)))}} for _ in range(2)]
    implied = st.tuples(st.one_of(known, of_x), DAYS).map(lambda v: {"when": v[0], "then": {"a.z": v[1].isoformat()}})
    constraints = draw(st.lists(st.one_of(of_x.map(lambda v: {"holds": v}), implied), max_size=2))
    bodies = bodies_of(
        parameter=parameters,
        derived=LINKS,
        rule={"by_date": {"when": {"c.since": {"at_least": "$limit"}}, "at": "a.x"}, "r": {"when": draw(known)}},
        determination={
            "d": {"choose": {"o1": outcomes[0], "o2": outcomes[1], "last": {"otherwise": "yes"}}},
            "f": {"collect": ["by_date", "r"]},
        },
        constraint={f"k{number}": body for number, body in enumerate(constraints)},
    )
    bodies["path"]["p"]["amounts"] = ["c.fee"]
    near = st.integers(-12, 70).map(lambda days: ON + timedelta(days=days))
    given = {"a.y": draw(near)} | ({"a.flag": True} if draw(st.booleans()) else {})
    given |= {"a.z": draw(near)} if draw(st.integers(0, 2)) == 0 else {}
    given |= {"a.x": draw(near)} if draw(st.integers(0, 3)) == 0 else {}
    return Dated(bodies, nested({"on": ON, **given}))


def _series(starts: list[date], values: list[str]) -> list[dict[str, str]]:
    cuts = [None, *starts, None]
    return [
        {
            "from": first.isoformat() if first else "none",
            "to": (last - timedelta(days=1)).isoformat() if last else "none",
            "value": value,
        }
        for first, last, value in zip(cuts[:-1], cuts[1:], values, strict=False)
    ]


def _derived(draw: st.DrawFn) -> dict[str, dict[str, Any]]:
    dates = ["$on", "$on", "$a.x", "$a.y", "$a.z", "$term"]
    whole, numbers = ["$a.n", "$limit", "2"], ["$a.n", "$limit", "2"]
    found: dict[str, dict[str, Any]] = {}
    for number in range(draw(st.integers(1, 4))):
        kind = draw(st.sampled_from(["move", "move", "between", "between", "either", "number"]))
        one, other = draw(st.sampled_from(dates)), draw(st.sampled_from(dates))
        name = f"c.d{number}"
        if kind == "move":
            function = draw(st.sampled_from(["add_days", "add_months", "add_years", "last_day_of_months"]))
            amount = draw(st.sampled_from([*whole, "-1", "1", "3"]))
            found[name] = {"type": "date", "compute": {function: [one, amount]}}
            dates.append(f"${name}")
        elif kind == "either":
            function = draw(st.sampled_from(["later_of", "earlier_of"]))
            found[name] = {"type": "date", "compute": {function: [one, other]}}
            dates.append(f"${name}")
        elif kind == "between":
            function = draw(st.sampled_from(["days_between", "whole_months_between", "whole_years_between"]))
            found[name] = {"type": "integer", "compute": {function: [one, other]}}
            whole.append(f"${name}")
            numbers.append(f"${name}")
        else:
            function = draw(st.sampled_from(["sum", "difference", "product", "largest"]))
            pair = [draw(st.sampled_from(numbers)), draw(st.sampled_from(numbers))]
            found[name] = {"type": "decimal", "places": "1", "compute": {function: pair}}
            numbers.append(f"${name}")
    return found


def _leaves(dates: list[str], numbers: list[str]) -> st.SearchStrategy[Any]:
    day = st.one_of(DAYS.map(date.isoformat), st.sampled_from(["$on", "$on", "$term", *(f"${name}" for name in dates)]))
    count = st.one_of(st.integers(-3, 8).map(str), st.sampled_from(["$limit", *(f"${name}" for name in numbers)]))
    dated = st.tuples(st.sampled_from(dates), WHEN, day).map(lambda v: {v[0]: {v[1]: v[2]}})
    counted = st.tuples(st.sampled_from(numbers), OPS, count).map(lambda v: {v[0]: {v[1]: v[2]}})
    row = st.tuples(WHEN, day).map(lambda v: {"day": {v[0]: v[1]}})
    many = st.one_of(st.integers(0, 3).map(str), st.sampled_from(["$limit", *(f"${name}" for name in numbers)]))
    listed = st.one_of(
        st.tuples(st.sampled_from(["any_of", "every"]), row).map(lambda v: {"a.rows": {v[0]: v[1]}}),
        st.tuples(row, OPS, many).map(lambda v: {"a.rows": {"count": {"where": v[0], v[1]: v[2]}}}),
        st.tuples(row, OPS, count).map(lambda v: {"a.rows": {"sum": {"of": "pay", "where": v[0], v[1]: v[2]}}}),
    )
    plain = st.sampled_from([{"a.flag": "yes"}, {"a.x": "none"}, {"a.y": "none"}])
    return st.one_of(dated, dated, dated, counted, counted, listed, plain)


def _tree(leaves: st.SearchStrategy[Any], named: list[Any], depth: int) -> st.SearchStrategy[Any]:
    ends = st.one_of(leaves, leaves, st.sampled_from(named)) if named else leaves
    if depth == 0:
        return ends
    inner = _tree(leaves, named, depth - 1)
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        ends, several.map(lambda v: {"all": v}), several.map(lambda v: {"any": v}), inner.map(lambda v: {"not": v})
    )


def _constraint(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    then = st.sampled_from([{"a.flag": "no"}, {"a.x": "none"}, {"a.n": "2"}, {"a.z": "2024-02-29"}, {"a.y": "2024-03-31"}])
    follows = st.tuples(leaves, then).map(lambda v: {"when": v[0], "then": v[1]})
    holds = st.one_of(
        leaves.map(lambda v: {"holds": v}),
        st.sampled_from([{"holds": {"a.z": {"on_or_before": "$on"}}}, {"holds": {"a.x": {"on_or_after": "$on"}}}]),
    )
    return st.one_of(follows, follows, holds)


def _given(draw: st.DrawFn) -> dict[str, Any]:
    rows = st.lists(st.fixed_dictionaries({}, optional={"day": DAYS, "pay": st.integers(0, 5)}), max_size=3)
    drawn: dict[str, st.SearchStrategy[Any]] = {
        "a.flag": st.booleans(),
        "a.x": st.one_of(DAYS, DAYS, DAYS, st.none()),
        "a.y": st.one_of(DAYS, DAYS, DAYS, st.none()),
        "a.z": DAYS,
        "a.n": st.integers(0, 9),
        "a.rows": st.one_of(rows, rows.map(lambda records: {"complete": False, "records": records})),
    }
    return {name: draw(strategy) for name, strategy in drawn.items() if draw(st.integers(0, 3))}
