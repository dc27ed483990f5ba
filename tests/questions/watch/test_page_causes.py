"""Why an answer changes, in words: one sentence for each kind of reason, with the sources of what reads it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any

import pytest
from dated_laws import HORIZON, ON, Dated, bodies_of, close_laws, dated_laws, nested
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snia_advisor.answer.telling.as_json import dump
from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.view import View
from snia_advisor.errors import BadInput
from snia_advisor.messages.formats import date_text
from snia_advisor.questions.watch.as_json import watch_json
from snia_advisor.questions.watch.page import watch_page
from snia_advisor.questions.watch.page_causes import reason, sources
from snia_advisor.questions.watch.page_first import watch_first
from snia_advisor.questions.watch.walk import watch

SERIES = [{"from": "none", "to": "2024-02-29", "value": "3"}, {"from": "2024-03-01", "to": "none", "value": "5"}]
DERIVED: dict[str, dict[str, Any]] = {
    "c.days": {"type": "integer", "compute": {"days_between": ["$a.x", "$on"]}},
    "c.ahead": {"type": "date", "compute": {"add_days": ["$on", "10"]}},
}


def said(when: Any, values: dict[str, Any], **tables: Any) -> tuple[str, tuple[str, ...]]:
    """The one reason of the one change, and its sources."""
    chosen = {"d": {"choose": {"o1": {"when": when, "sources": ["s"]}, "o2": {"otherwise": "yes"}}}}
    bodies = bodies_of(determination=chosen, derived=DERIVED, **tables)
    drawn = Dated(bodies, nested({"on": ON, "a.flag": True, **values}))
    base = drawn.base()
    (change,) = watch(base, drawn.case(base), until=ON + timedelta(days=HORIZON), path="p", lang="en").changes
    (turn,) = change.because
    view = View(base, "en")
    return reason(view, change, turn), sources(view, change, turn)


@pytest.mark.parametrize(
    ("when", "values", "text"),
    [
        ({"a.x": {"on_or_after": "$on"}}, {"a.x": date(2024, 2, 9)}, "t: 9 February 2024 (date passed)"),
        ({"a.x": {"after": "$on"}}, {"a.x": date(2024, 2, 9)}, "t: 9 February 2024 (date reached)"),
        ({"a.x": {"on_or_before": "$on"}}, {"a.x": date(2024, 2, 9)}, "t: 9 February 2024 (date reached)"),
        ({"c.days": {"at_least": "7"}}, {"a.x": date(2024, 2, 9)}, "t: 6 → 7"),
        ({"c.ahead": {"after": "2024-03-01"}}, {}, "t: 1 March 2024 → 2 March 2024"),
        ({"a.n": {"at_least": "$limit"}}, {"a.n": 4}, "t: 3 → 5"),
        (
            {"a.x": {"before": "$c.ahead"}},
            {"a.x": date(2024, 2, 9)},
            "t: 9 February 2024; condition now met: before 10 February 2024",
        ),
        (
            {"a.x": {"on_or_after": "$c.ahead"}},
            {"a.x": date(2024, 2, 9)},
            "t: 9 February 2024; condition no longer met: on or after 10 February 2024",
        ),
        (
            {"a.rows": {"any_of": {"day": {"before": "$on"}}}},
            {"a.rows": [{"day": date(2024, 2, 9)}]},
            "t: t: 9 February 2024; condition now met: at least one of them: t: before 10 February 2024",
        ),
        (
            {"all": [{"a.x": {"before": "$on"}}, {"a.x": {"on_or_after": "2024-02-10"}}]},
            {},
            "t: not given, and what it may still be changes on that day",
        ),
    ],
)
def test_a_fact_or_a_parameter(when: Any, values: dict[str, Any], text: str) -> None:
    parameters = {"limit": {"type": "integer", "series": SERIES}}
    assert said(when, values, parameter=parameters) == (text, ("s",))


def test_a_rule_comes_and_goes() -> None:
    begins = {"r": {"when": {"a.flag": "yes"}, "from": "2024-03-01"}}
    assert said("r", {}, rule=begins) == ('"t": in force from this day', ("s",))
    ends = {"r": {"when": {"a.flag": "yes"}, "to": "2024-03-01"}}
    assert said("r", {}, rule=ends) == ('"t": no longer in force', ("s",))


def test_a_value_that_the_law_no_longer_gives_is_unknown() -> None:
    parameters = {"limit": {"type": "integer", "series": SERIES[:1]}}
    assert said({"a.n": {"at_least": "$limit"}}, {"a.n": 4}, parameter=parameters)[0] == "t: 3 → unknown"


def test_a_day_that_only_a_constraint_moves_has_its_fact() -> None:
    """What an unknown date may still be hangs on a constraint, and it is the day on which a rule is measured."""
    words = {"fr": "t", "ar": "t", "en": "t"}
    dates = {name: {"type": "date", "none_allowed": "yes"} for name in ("a.x", "a.y")}
    recent = {"c.since": {"at_least": "0"}}
    bodies: dict[str, dict[str, Any]] = {
        "fact": {"a.flag": {"type": "yes_no"}, **dates},
        "parameter": {"law_known_to": {"type": "date", "series": [{"from": "none", "to": "none", "value": "2024-03-01"}]}},
        "derived": {"c.since": {"type": "integer", "compute": {"days_between": ["$a.y", "$on"]}}},
        "rule": {"by_date": {"when": recent, "at": "a.x"}, "r": {"when": recent}},
        "determination": {
            "d": {"choose": {"o1": {"when": {"a.x": {"before": "2024-01-20"}}}, "last": {"otherwise": "yes"}}},
            "f": {"collect": ["by_date", "r"]},
        },
        "constraint": {"k0": {"holds": {"a.x": {"before": "$on"}}}},
        "path": {"p": {"title": words, "question": words, "concerns": {"a.flag": "yes"}, "headline": ["d"], "also": ["f"]}},
        "answer": {
            "p": {
                "outcomes": {
                    "d_o1": {"state": "go", "when": {"all": [{"d": "o1"}]}},
                    "d_last": {"state": "go", "when": {"all": [{"d": "last"}]}},
                },
                "bars": [],
            }
        },
    }
    drawn = Dated(bodies=bodies, values={"on": ON, "a": {"y": ON}})
    base = drawn.base()
    found = watch(base, drawn.case(base), until=ON + timedelta(days=HORIZON), path="p", lang="fr")
    assert [(turn.kind, turn.id) for turn in found.changes[0].because] == [("fact", "a.x")]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.one_of(dated_laws(), close_laws()))
def test_every_change_can_be_shown(drawn: Dated) -> None:
    base = drawn.base()
    try:
        found = watch(base, drawn.case(base), until=ON + timedelta(days=HORIZON), path="p", lang="fr")
    except BadInput:
        return
    page, short = as_text(watch_page(base, found)), as_text(watch_first(base, found))
    document = json.loads(dump(watch_json(base, found)))
    assert len(document["changes"]) == len(found.changes)
    for change in document["changes"]:
        day = date_text(date.fromisoformat(change["date"]), "fr")
        assert day in page.replace("\n", " ")
        assert day in short
        assert change["because"]
        assert change["determinations"] or change["amounts"]
        assert all(because["text"] and because["sources"] for because in change["because"])
