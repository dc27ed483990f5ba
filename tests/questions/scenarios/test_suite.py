"""Running scenarios: what differs is said in one line each, and only what passed and was expected counts as covered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fishing import fishing

from snia_advisor.answer.advice import advise as advise_module
from snia_advisor.errors import EngineFault
from snia_advisor.questions.scenarios.files import load_scenarios
from snia_advisor.questions.scenarios.record import Scenario
from snia_advisor.questions.scenarios.suite import (
    Coverage,
    ScenarioResult,
    SuiteReport,
    junit_xml,
    run_scenario,
    run_scenarios,
    universe,
)

TEMPLATE = """\
title: {{fr: "a", ar: "b", en: "c"}}
case:
  on: {on}
  path: fish
  readings: {readings}
  angler: {{{angler}}}
  trip: {{{trip}}}
expect:
{expect}
{more}
exit: {exit}
"""
ANGLER = "birth_date: 1990-01-01, ties: none, permit_expires: none"
TRIP = "water: RIVER, rods: 2, tournament: no, catch_weight: none, began_on: 2026-05-31"
EXPECT = "  permit: required\n  start: after_permit\n"
Write = Callable[..., Scenario]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """A function that writes and reads one scenario."""

    def one(name: str = "one", **parts: str) -> Scenario:
        filled = {
            "on": "2026-06-01",
            "readings": "{}",
            "angler": ANGLER,
            "trip": TRIP,
            "expect": EXPECT,
            "more": "",
            "exit": "0",
        }
        file = tmp_path / f"{name}.yaml"
        file.write_text(TEMPLATE.format(**{**filled, **parts}), encoding="utf-8")
        (scenario,) = load_scenarios(fishing(), file)
        return scenario

    return one


NEAR = "near:\n  - change: {trip: {rods: 1}}\n  - change: {angler: {permit_expires: 2027-01-01}}\n    expect: "


def test_the_cases_beside_a_scenario_are_run_with_it(write: Write) -> None:
    as_it_is = write(more=NEAR + "{permit: held, start: now}")
    assert differences(as_it_is) == []
    otherwise = write(more=NEAR + "{permit: held}")
    assert differences(otherwise) == ["near 2: start: expected after_permit, got now"]


def test_the_cases_beside_a_scenario_count_as_covered(write: Write) -> None:
    alone, with_them = Coverage(*universe(fishing())), Coverage(*universe(fishing()))
    run_scenario(fishing(), write(), alone)
    run_scenario(fishing(), write(more=NEAR + "{permit: held, start: now}"), with_them)
    assert with_them.reached - alone.reached == {"permit.held", "start.now"}


def differences(scenario: Scenario) -> list[str]:
    """What differs."""
    return list(run_scenario(fishing(), scenario).differences)


# --- differences -------------------------------------------------------------------------------------------------

GUEST = ANGLER.replace("ties: none", "ties: [guest]")
NO_BIRTH = ANGLER.replace("birth_date: 1990-01-01, ", "")


def test_what_is_as_expected(write: Write) -> None:
    scenario = write(
        expect=EXPECT + "  exemptions: []\n  breaches: []\n", more='procedures: [get_permit]\ncites: ["river-act#8"]'
    )
    assert differences(scenario) == []
    assert run_scenario(fishing(), scenario).passed


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"expect": "  permit: held\n  start: after_permit\n"}, ["permit: expected held, got required"]),
        ({"expect": EXPECT + "  exemptions: [exempt_as_guest]\n"}, ["exemptions: expected but not found: exempt_as_guest"]),
        (
            {"angler": ANGLER.replace("1990", "2020"), "expect": "  permit: not_required\n  start: now\n  exemptions: []\n"},
            ["exemptions: found but not expected: exempt_as_minor"],
        ),
        ({"exit": "3"}, ["exit: expected 3, got 0"]),
        ({"more": "procedures: []"}, ["procedures: found but not expected: get_permit"]),
        (
            {
                "trip": TRIP.replace("RIVER", "SEA"),
                "expect": "  permit: not_applicable\n  start: now\n",
                "more": "procedures: [get_permit]",
            },
            ["procedures: expected but not found: get_permit"],
        ),
        ({"more": 'cites: ["river-act#99"]'}, ["cites: river-act#99 is not cited"]),
        (
            {"angler": NO_BIRTH, "exit": "3"},
            [
                "permit: expected required, got depends (not_required, required) on angler.birth_date",
                "start: expected after_permit, got depends (now, after_permit) on angler.birth_date",
            ],
        ),
        (
            {"angler": GUEST, "exit": "4"},
            [
                "permit: expected required, got depends (not_required, required) on guests",
                "start: expected after_permit, got depends (now, after_permit) on guests",
            ],
        ),
        (
            {"expect": "  permit: {depends: [required, held]}\n  start: after_permit\n"},
            ["permit: expected to depend, got required"],
        ),
        (
            {
                "angler": NO_BIRTH,
                "exit": "3",
                "expect": "  permit: {depends: [required, held], missing: [trip.rods], open: [guests]}\n"
                "  start: {depends: [now, after_permit], missing: [angler.birth_date]}\n",
            },
            [
                "permit depends: expected but not found: held",
                "permit depends: found but not expected: not_required",
                "permit missing: expected but not found: trip.rods",
                "permit missing: found but not expected: angler.birth_date",
                "permit open: expected but not found: guests",
            ],
        ),
        ({"expect": EXPECT + "  renewal: open\n"}, ["renewal: not in this path"]),
        ({"expect": "  permit: not_covered\n  start: after_permit\n"}, ["permit: expected not_covered, got decided"]),
        (
            {
                "on": "2004-06-07",
                "trip": TRIP.replace("2026-05-31", "2004-06-07"),
                "expect": "  permit: required\n  start: not_covered\n",
            },
            ["permit: expected required, got not_covered"],
        ),
        ({"expect": "  permit: [required]\n  start: [after_permit]\n"}, []),
        (
            {"expect": "  permit: [held]\n  start: after_permit\n"},
            ["permit: expected but not found: held", "permit: found but not expected: required"],
        ),
    ],
)
def test_each_kind_of_difference(write: Write, parts: dict[str, str], expected: list[str]) -> None:
    assert differences(write(**parts)) == expected


def test_what_depends_as_expected(write: Write) -> None:
    depends = "{depends: [not_required, required], missing: [], open: [guests]}"
    expect = f"  permit: {depends}\n  start: {{depends: [now, after_permit], open: [guests]}}\n"
    assert differences(write(angler=GUEST, expect=expect, exit="4")) == []


def test_a_procedure_that_is_not_certain_is_not_one_of_the_case(write: Write) -> None:
    expect = (
        "  permit: {depends: [not_required, required], missing: [angler.birth_date]}\n"
        "  start: {depends: [now, after_permit], missing: [angler.birth_date]}\n"
    )
    assert differences(write(angler=NO_BIRTH, expect=expect, exit="3", more="procedures: []")) == []


def test_a_case_that_cannot_be_is_a_difference(write: Write) -> None:
    (line,) = differences(write(angler=ANGLER.replace("1990-01-01", "2027-01-01")))
    assert "one.yaml:6" in line
    assert "angler.birth_date" in line


def test_an_engine_fault_is_a_difference(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*args: object) -> None:
        raise EngineFault("engine_fault", reason="test")

    monkeypatch.setattr(advise_module, "advisor", broken)
    assert len(differences(write())) == 1


# --- coverage ----------------------------------------------------------------------------------------------------


def run(*scenarios: Scenario) -> SuiteReport:
    """The report on some scenarios."""
    return run_scenarios(fishing(), scenarios)


def untested(*scenarios: Scenario) -> set[str]:
    """What they leave untested."""
    return set(run(*scenarios).coverage["untested"])


ALL_UNTESTED = {
    *(f"rule {name}: never {truth}" for name in universe(fishing())[0] for truth in ("true", "false")),
    *(f"outcome {name}: never reached" for name in universe(fishing())[1]),
}


def test_the_universe_is_what_the_paths_can_reach() -> None:
    rules, outcomes = universe(fishing())
    assert rules == set(fishing().rules) - {"no_fishing_before"}  # it is only told under an answer
    assert outcomes == {
        "exemptions.exempt_as_minor",
        "exemptions.exempt_as_guest",
        "exemptions.exempt_in_tournament",
        "breaches.heavy_catch",
        "permit.not_applicable",
        "permit.held",
        "permit.not_required",
        "permit.required",
        "start.now",
        "start.after_permit",
        "renewal.open",
        "renewal.closed",
        *(f"fish.{name}" for name in ("at_sea", "exempt", "permit_first", "permit_held", "too_heavy")),
        "renew_permit.open",
        "renew_permit.too_early",
    }


def test_a_passing_scenario_covers_what_its_proofs_show(write: Write) -> None:
    covered = ALL_UNTESTED - untested(write())
    assert covered == {
        "outcome permit.required: never reached", "outcome start.after_permit: never reached",
        "rule permit_in_force: never false", "rule exempt_as_minor: never false", "rule adult: never true",
        "rule exempt_as_guest: never false", "rule exempt_in_tournament: never false",
    }  # fmt: skip


def test_only_expected_determinations_count(write: Write) -> None:
    """`breaches` was determined all the same; nobody looked at it."""
    trip = TRIP.replace("catch_weight: none", "catch_weight: 9")
    assert "rule heavy_catch: never true" in untested(write(trip=trip))
    looked = untested(write("two", trip=trip, expect=EXPECT + "  breaches: [heavy_catch]\n"))
    assert not {"rule heavy_catch: never true", "outcome breaches.heavy_catch: never reached"} & looked


def test_a_failing_scenario_covers_nothing(write: Write) -> None:
    assert untested(write(exit="3")) == ALL_UNTESTED
    good, bad = write("good"), write("bad", exit="3")
    assert untested(good, bad) == untested(good)


def test_an_unknown_rule_is_not_seen(write: Write) -> None:
    expect = (
        "  permit: {depends: [not_required, required], missing: [angler.birth_date]}\n"
        "  start: {depends: [now, after_permit], missing: [angler.birth_date]}\n"
    )
    left = untested(write(angler=NO_BIRTH, expect=expect, exit="3"))
    assert {"rule adult: never true", "rule adult: never false", "outcome permit.required: never reached"} <= left


def test_seen_across_scenarios(write: Write) -> None:
    child = write("child", angler=ANGLER.replace("1990", "2020"), expect="  permit: not_required\n  start: now\n")
    left = untested(write(), child)
    assert not {"rule adult: never true", "rule adult: never false"} & left


def test_the_counts_of_the_contract(write: Write) -> None:
    coverage = run(write()).coverage
    assert coverage["rules"] == {"total": 8, "seen_true": 1, "seen_false": 4}
    assert coverage["outcomes"] == {"total": 19, "reached": 2}
    assert len(coverage["untested"]) == 8 + 8 + 19 - 1 - 4 - 2


def test_empty_coverage() -> None:
    assert Coverage(frozenset(), frozenset()).to_json() == {
        "rules": {"total": 0, "seen_true": 0, "seen_false": 0}, "outcomes": {"total": 0, "reached": 0}, "untested": [],
    }  # fmt: skip


# --- reports -----------------------------------------------------------------------------------------------------


def test_progress_is_told(write: Write) -> None:
    told: list[tuple[int, int, str]] = []
    run_scenarios(fishing(), [write("a"), write("b")], lambda *args: told.append(args))
    assert told == [(1, 2, "a"), (2, 2, "b")]


def test_the_report_as_json(write: Write) -> None:
    written = json.loads(json.dumps(run(write("a"), write("b", exit="3")).to_json()))
    assert (written["passed"], written["failed"]) == (1, 1)
    assert written["scenarios"] == [
        {"id": "a", "path": "fish", "passed": True, "differences": []},
        {"id": "b", "path": "fish", "passed": False, "differences": ["exit: expected 3, got 0"]},
    ]
    assert set(written["coverage"]) == {"rules", "outcomes", "untested"}


def test_junit_parses(write: Write) -> None:
    odd = write("odd", exit="3", more='cites: ["river-act#99"]')
    root = ElementTree.fromstring(junit_xml(run(write("a"), odd)))
    assert (root.tag, root.attrib["tests"], root.attrib["failures"]) == ("testsuite", "2", "1")
    good, bad = root.findall("testcase")
    assert (good.attrib["classname"], good.attrib["name"], len(good)) == ("fish", "a", 0)
    (failure,) = bad
    assert failure.attrib["message"] == "exit: expected 3, got 0"
    assert failure.text == "exit: expected 3, got 0\ncites: river-act#99 is not cited"


def test_junit_survives_any_difference() -> None:
    result = ScenarioResult("a<b>", None, "f", ("<&\"' expected “x”, got السلام", "two"))
    root = ElementTree.fromstring(junit_xml(SuiteReport((result,), {})))
    assert root[0].attrib["name"] == "a<b>"
    assert root[0].attrib["classname"] == "any"
    assert root[0][0].attrib["message"] == result.differences[0]
