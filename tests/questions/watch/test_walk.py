"""The next dates on which an answer changes: exactly those that a look at every day finds, each proved and explained."""

from __future__ import annotations

import dataclasses
import os
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from daily import changes as daily_changes
from dated_laws import HORIZON, ON, PATH, Dated, bodies_of, close_laws, dated_laws, nested
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from snia_advisor.answer.advice.advise import advise
from snia_advisor.errors import BadInput, EngineFault
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.questions.scenarios.files import load_scenarios
from snia_advisor.questions.scenarios.record import Scenario
from snia_advisor.questions.watch.day import CaseOnDay
from snia_advisor.questions.watch.turning_days import TurningDays
from snia_advisor.questions.watch.walk import Watch, horizon, watch

UNTIL = ON + timedelta(days=HORIZON)
SLOW = settings(
    max_examples=int(os.environ.get("SNIA_WATCH", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
)
FIRST = date(2026, 12, 1)
DECIDED: dict[str, Any] = {"e": {"choose": {"e1": {"when": {"a.flag": "yes"}}, "e2": {"otherwise": "yes"}}}}


def found_days(found: Watch) -> list[date]:
    """The days that were found, a refusal included."""
    return [change.on for change in found.changes] + ([found.refusal.on] if found.refusal else [])


# --- against every single day ------------------------------------------------------------------------------------


@SLOW
@given(st.one_of(dated_laws(), close_laws(), close_laws()))
def test_the_days_are_those_that_a_look_at_every_day_finds(drawn: Dated) -> None:
    base = drawn.base()
    case = drawn.case(base)
    try:
        found = watch(base, case, until=UNTIL, path="p", lang="fr")
    except BadInput:  # the case is impossible from the start
        return
    assert found_days(found) == daily_changes(base, case, ON, UNTIL, "p")


SPAN = 80


@cache
def samples(rules: RuleBase) -> list[Scenario]:
    """One scenario of every path: the one with the most dates to come within the span."""
    by_path: dict[str | None, Scenario] = {}
    for scenario in load_scenarios(rules):
        best = by_path.setdefault(scenario.path, scenario)
        if coming(scenario) > coming(best):
            by_path[scenario.path] = scenario
    return list(by_path.values())


def coming(scenario: Scenario) -> int:
    """How many dates of a case lie within the span."""
    assert scenario.case.on is not None
    last = scenario.case.on + timedelta(days=SPAN)
    return sum(isinstance(value, date) and scenario.case.on <= value < last for value in scenario.case.facts.values())


@pytest.mark.parametrize(("forget", "span", "least"), [(False, SPAN, 8), (True, SPAN // 2, 3)])
def test_on_the_real_law_none_is_missed_and_none_is_invented(rules: RuleBase, forget: bool, span: int, least: int) -> None:
    """One scenario of every path; then with every fourth fact forgotten."""
    found: dict[str, list[date]] = {}
    expected: dict[str, list[date]] = {}
    for scenario in samples(rules):
        facts = scenario.case.facts
        kept = {name: facts[name] for position, name in enumerate(facts) if not forget or position % 4}
        case = dataclasses.replace(scenario.case, facts=kept)
        assert case.on is not None
        until = case.on + timedelta(days=span)
        found[scenario.id] = found_days(watch(rules, case, until=until))
        expected[scenario.id] = daily_changes(rules, case, case.on, until, case.path)
    assert found == expected
    assert len(found) == len(rules.paths)
    assert sum(map(len, found.values())) >= least, "too few changes to tell anything"


def test_the_advice_itself_confirms_every_day_of_one_case(rules: RuleBase) -> None:
    """The oracle is the specification; here the engine and the words have their say on each day as well."""
    (scenario,) = (s for s in load_scenarios(rules) if s.id == "company_with_cfc_status")
    case = dataclasses.replace(scenario.case, on=FIRST)
    until = date(2027, 1, 5)
    said: list[Any] = []
    for offset in range((until - FIRST).days + 1):
        advice = advise(case, rules, FIRST + timedelta(days=offset))
        said.append([(d.id, d.status, d.outcome, d.findings, d.missing, d.possible) for d in advice.determinations])
    expected = [FIRST + timedelta(days=n) for n in range(1, len(said)) if said[n] != said[n - 1]]
    found = watch(rules, case, until=until)
    told = [c.on for c in found.changes if any(d.side == "both" for d in c.difference.determinations)]
    assert told == expected
    assert found.looked_at <= len(expected) + 6


# --- small laws, one reason after the other ----------------------------------------------------------------------


def look(
    when: Any,
    values: dict[str, Any] | None = None,
    until: date = UNTIL,
    named: str | None = "p",
    **tables: Any,
) -> Watch:
    """What is found where `d` is `o1` when `when` holds, the flag being given."""
    chosen = {"d": {"choose": {"o1": {"when": when}, "o2": {"otherwise": "yes"}}}, **tables.pop("determination", {})}
    drawn = Dated(bodies_of(determination=chosen, **tables), nested({"on": ON, "a.flag": True, **(values or {})}))
    base = drawn.base()
    return watch(base, drawn.case(base), until=until, path=named, lang="en")


def reasons(found: Watch) -> list[tuple[date, list[tuple[str, str]]]]:
    """Each day with its reasons."""
    return [(change.on, [(turn.kind, turn.id) for turn in change.because]) for change in found.changes]


def outcomes(found: Watch) -> list[tuple[str | None, str | None]]:
    """What `d` was, and what it is, on each day."""
    return [(c.before.determination("d").outcome, c.after.determination("d").outcome) for c in found.changes]


def test_a_paper_that_expires_counts_until_its_last_day() -> None:
    found = look({"a.x": {"on_or_after": "$on"}}, {"a.x": date(2024, 2, 29)})
    assert reasons(found) == [(date(2024, 3, 1), [("fact", "a.x")])]
    assert outcomes(found) == [("o1", "o2")]
    assert found.changes[0].because[0].truth is False


def test_an_age_is_reached_on_the_birthday() -> None:
    derived = {"c.age": {"type": "integer", "compute": {"whole_years_between": ["$a.z", "$on"]}}}
    found = look({"c.age": {"at_least": "18"}}, {"a.z": date(2006, 3, 31)}, derived=derived)
    assert reasons(found) == [(date(2024, 3, 31), [("fact", "c.age")])]
    turn = found.changes[0].because[0]
    assert (turn.before, turn.now, turn.truth) == (17, 18, True)


def test_six_months_run_to_the_end_of_a_shorter_month() -> None:
    derived = {"c.half": {"type": "date", "compute": {"add_months": ["$a.z", "6"]}}}
    found = look({"c.half": {"on_or_before": "$on"}}, {"a.z": date(2023, 8, 31)}, derived=derived)
    assert reasons(found) == [(date(2024, 2, 29), [("fact", "c.half")])]


def test_a_parameter_that_changes_is_named_with_both_values() -> None:
    series = [{"from": "none", "to": "2024-02-29", "value": "3"}, {"from": "2024-03-01", "to": "none", "value": "5"}]
    parameters = {"limit": {"type": "integer", "series": series}}
    found = look({"a.n": {"at_least": "$limit"}}, {"a.n": 4}, parameter=parameters)
    assert reasons(found) == [(date(2024, 3, 1), [("parameter", "limit")])]
    assert (found.changes[0].because[0].before, found.changes[0].because[0].now) == (3, 5)
    assert found_days(look({"a.n": {"at_least": "$limit"}}, {"a.n": 7}, parameter=parameters)) == []


def test_a_rule_is_law_from_its_first_day_to_its_last() -> None:
    rule = {"r": {"when": {"a.flag": "yes"}, "from": "2024-02-01", "to": "2024-02-29"}}
    found = look("r", rule=rule)
    assert reasons(found) == [(date(2024, 2, 1), [("rule", "r")]), (date(2024, 3, 1), [("rule", "r")])]
    assert [c.because[0].truth for c in found.changes] == [True, False]


def test_a_determination_is_covered_from_its_first_day_to_its_last() -> None:
    dated = {"e": {**DECIDED["e"], "from": "2024-02-01", "to": "2024-02-29"}, "f": {"collect": ["r"], "to": "2024-03-09"}}
    found = look({"a.flag": "yes"}, determination=dated, rule={"r": {"when": {"a.flag": "yes"}}})
    assert reasons(found) == [
        (date(2024, 2, 1), [("determination", "e")]),
        (date(2024, 3, 1), [("determination", "e")]),
        (date(2024, 3, 10), [("determination", "f")]),
    ]
    assert [c.because[0].truth for c in found.changes] == [True, False, False]


def test_findings_appear_and_disappear() -> None:
    rules = {"soon": {"when": {"a.x": {"before": "$on"}}}, "late": {"when": {"a.x": {"on_or_after": "$on"}}}}
    found = look(
        {"a.flag": "yes"}, {"a.x": date(2024, 2, 9)}, rule=rules, determination={"f": {"collect": ["soon", "late"]}}
    )
    (change,) = found.changes
    assert change.on == date(2024, 2, 10)
    assert {(d.id, d.change) for d in change.difference.findings} == {("soon", "added"), ("late", "removed")}


def test_an_amount_that_changes_is_a_change() -> None:
    series = [{"from": "none", "to": "2024-02-29", "value": "3"}, {"from": "2024-03-01", "to": "none", "value": "5"}]
    tables: dict[str, Any] = {
        "parameter": {"limit": {"type": "integer", "series": series}},
        "derived": {"c.fee": {"type": "decimal", "amount": "yes", "compute": {"product": ["$limit", "2"]}}},
        "path": {"p": {**PATH, "amounts": ["c.fee"]}},
    }
    found = look({"a.flag": "yes"}, **tables)
    assert reasons(found) == [(date(2024, 3, 1), [("parameter", "limit")])]
    assert [(d.a.value, d.b.value) for d in found.changes[0].difference.amounts if d.a and d.b] == [
        (Decimal(6), Decimal(10))
    ]


def test_the_amount_of_a_finding_changes_only_while_it_is_found() -> None:
    series = [{"from": "none", "to": "2024-02-29", "value": "3"}, {"from": "2024-03-01", "to": "none", "value": "5"}]
    tables: dict[str, Any] = {
        "parameter": {"limit": {"type": "integer", "series": series}},
        "rule": {"r": {"when": {"a.n": {"at_least": "3"}}, "amount": "$limit"}},
        "determination": {"f": {"collect": ["r"]}},
    }
    found = look({"a.flag": "yes"}, {"a.n": 3}, **tables)
    assert reasons(found) == [(date(2024, 3, 1), [("parameter", "limit")])]
    assert [(d.id, d.a.amount, d.b.amount) for d in found.changes[0].difference.findings if d.a and d.b] == [("r", "3", "5")]
    assert found_days(look({"a.flag": "yes"}, {"a.n": 2}, **tables)) == []


def test_an_amount_that_runs_with_the_date_makes_no_change_and_is_named() -> None:
    tables: dict[str, Any] = {
        "derived": {
            "c.days": {"type": "integer", "compute": {"days_between": ["$a.x", "$on"]}},
            "c.fee": {"type": "decimal", "amount": "yes", "compute": {"product": ["$c.days", "2"]}},
        },
        "path": {"p": {**PATH, "amounts": ["c.fee"]}},
    }
    found = look({"a.x": {"on_or_after": "$on"}}, {"a.x": date(2024, 2, 9)}, **tables)
    assert (found_days(found), found.running) == ([date(2024, 2, 10)], ("c.fee",))
    assert found.looked_at < 10


def test_nothing_changes() -> None:
    found = look({"a.x": {"on_or_after": "$on"}}, {"a.x": UNTIL})
    assert (found.changes, found.waiting, found.refusal) == ((), (), None)
    assert found_days(look({"a.x": {"on_or_after": "$on"}}, {"a.x": UNTIL - timedelta(days=1)})) == [UNTIL]


def test_facts_that_contradict_each_other_one_day_end_the_search() -> None:
    constraint = {"k": {"holds": {"a.x": {"on_or_after": "$on"}}}}
    found = look({"a.y": {"on_or_after": "$on"}}, {"a.x": date(2024, 2, 9), "a.y": date(2024, 1, 25)}, constraint=constraint)
    assert [c.on for c in found.changes] == [date(2024, 1, 26)]
    assert found.refusal is not None
    assert found.refusal.on == date(2024, 2, 10)
    assert found.refusal.problem.key == "constraint_broken"


def test_what_follows_from_a_constraint_is_followed_on() -> None:
    constraint = {"k": {"when": {"a.x": {"before": "$on"}}, "then": {"a.z": "2024-03-10"}}}
    both = {"all": [{"a.x": {"before": "$on"}}, {"a.z": {"on_or_after": "$on"}}]}
    found = look(both, {"a.x": date(2024, 2, 9)}, constraint=constraint)
    assert reasons(found) == [(date(2024, 2, 10), [("fact", "a.x")]), (date(2024, 3, 11), [("fact", "a.z")])]
    assert outcomes(found) == [("o2", "o1"), ("o1", "o2")]


def test_a_missing_date_loses_a_class_when_one_threshold_passes_another() -> None:
    """Expired, and yet valid in June: as long as June is to come, no answer can be both."""
    both = {"all": [{"a.x": {"before": "$on"}}, {"a.x": {"on_or_after": "2024-02-10"}}]}
    found = look(both)
    assert reasons(found) == [(date(2024, 2, 11), [("fact", "a.x")])]
    (change,) = found.changes
    assert (change.before.determination("d").outcome, change.after.determination("d").status) == ("o2", "depends")
    assert [(w.fact, w.determinations) for w in found.waiting] == [("a.x", ("d",))]


# --- what is waited for ------------------------------------------------------------------------------------------


def test_a_missing_expiry_date_is_named() -> None:
    found = look({"a.x": {"on_or_after": "$on"}})
    assert found_days(found) == []
    assert [(w.fact, w.determinations) for w in found.waiting] == [("a.x", ("d",))]


def test_only_facts_on_which_a_future_change_hangs_are_named() -> None:
    missing = {"all": [{"a.n": {"at_least": "3"}}, {"a.y": {"before": "2024-03-01"}}, {"a.z": {"before": "$on"}}]}
    assert [w.fact for w in look(missing).waiting] == ["a.z"]  # the others decide today and tomorrow alike
    settled = {"any": [{"a.flag": "yes"}, {"a.z": {"before": "$on"}}]}
    assert look(settled).waiting == ()


def test_a_fact_that_counts_only_later_is_named_too() -> None:
    later = {"any": [{"a.x": {"on_or_after": "$on"}}, {"a.y": {"on_or_after": "$on"}}]}
    found = look(later, {"a.x": date(2024, 2, 9)})
    assert found_days(found) == [date(2024, 2, 10)]
    assert [w.fact for w in found.waiting] == ["a.y"]


def test_a_finding_that_hangs_on_a_missing_date_is_waited_for() -> None:
    found = look(
        {"a.flag": "yes"},
        rule={"r": {"when": {"a.x": {"before": "$on"}}}},
        determination={"f": {"collect": ["r"]}},
    )
    assert [(w.fact, w.determinations) for w in found.waiting] == [("a.x", ("f",))]


# --- the horizon, the paths, the law of the day ------------------------------------------------------------------


def test_the_horizon_is_two_years_unless_another_day_is_asked_for() -> None:
    assert horizon(date(2024, 2, 29), None) == date(2026, 2, 28)
    assert horizon(ON, UNTIL) == UNTIL
    assert horizon(date(9999, 6, 1), None) == date.max
    for until in (ON, ON - timedelta(days=1), date(2074, 1, 21)):
        with pytest.raises(BadInput) as problem:
            horizon(ON, until)
        assert problem.value.key == "watch_until"
        assert until.isoformat() in problem.value.sentence("fr")
    assert horizon(ON, date(2074, 1, 20)) == date(2074, 1, 20)


def test_a_path_that_begins_to_concern_the_case_is_a_change() -> None:
    paths = {
        "p": PATH,
        "q": {**PATH, "concerns": {"a.x": {"before": "$on"}}, "headline": ["e"]},
    }
    found = look({"a.flag": "yes"}, {"a.x": date(2024, 2, 9)}, determination=DECIDED, named=None, path=paths)
    (change,) = found.changes
    assert change.on == date(2024, 2, 10)
    assert [(d.id, d.change) for d in change.difference.answers] == [("q", "added")]
    assert [(d.id, d.change) for d in change.difference.determinations] == [("e", "added")]
    assert [(turn.kind, turn.id) for turn in change.because] == [("fact", "a.x")]


def test_each_change_is_the_advice_of_the_day_and_of_the_day_before() -> None:
    found = look({"a.x": {"on_or_after": "$on"}}, {"a.x": date(2024, 2, 9)})
    (change,) = found.changes
    assert (change.before.on, change.after.on, found.today.on) == (date(2024, 2, 9), date(2024, 2, 10), ON)
    assert change.before.receipt.case_sha256 != change.after.receipt.case_sha256


def test_a_day_that_was_missed_is_an_error_and_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were the expiry overlooked, the next day that is looked at would find yesterday's answer changed."""
    series = [{"from": "none", "to": "2024-03-01", "value": "3"}, {"from": "2024-03-02", "to": "none", "value": "5"}]
    tables: dict[str, Any] = {
        "parameter": {"limit": {"type": "integer", "series": series}},
        "determination": {"e": {"choose": {"e1": {"when": {"a.n": {"less_than": "$limit"}}}, "e2": {"otherwise": "yes"}}}},
    }
    values = {"a.x": date(2024, 2, 9), "a.n": 4}
    assert found_days(look({"a.x": {"on_or_after": "$on"}}, values, **tables)) == [date(2024, 2, 10), date(2024, 3, 2)]
    monkeypatch.setattr(TurningDays, "_turns_of", lambda self, index: iter(()))
    with pytest.raises(EngineFault) as problem:
        look({"a.x": {"on_or_after": "$on"}}, values, **tables)
    assert problem.value.key == "watch_missed"
    assert "2024-03-01" in problem.value.sentence("en")


def test_what_goes_no_way_is_looked_at_on_every_day_and_named() -> None:
    derived = {
        "c.ahead": {"type": "date", "compute": {"add_months": ["$on", "1"]}},
        "c.length": {"type": "integer", "compute": {"days_between": ["$on", "$c.ahead"]}},
    }
    chosen = {"d": {"choose": {"o1": {"when": {"c.length": {"equal": "29"}}}, "o2": {"otherwise": "yes"}}}}
    drawn = Dated(bodies_of(determination=chosen, derived=derived), nested({"on": ON, "a.flag": True}))
    base = drawn.base()
    moment = CaseOnDay(base, drawn.case(base), ON, "p", ("p",))
    turning = TurningDays(moment.situation, moment.roots, UNTIL)
    days = turning.days()
    assert list(turning.scanned) == ["c.length"]
    assert days == daily_changes(base, drawn.case(base), ON, UNTIL, "p")
    assert found_days(watch(base, drawn.case(base), until=UNTIL, path="p")) == days


# --- time --------------------------------------------------------------------------------------------------------


def test_few_days_are_looked_at(rules: RuleBase) -> None:
    """Two years are 730 days; the law of a path and the dates of a case make a few dozen at most."""
    for scenario in samples(rules)[::3]:
        found = watch(rules, scenario.case)
        assert found.looked_at <= 40, scenario.id
        assert found.looked_at >= len(found.changes)
