"""Reading a case: every refusal names its place and the nearest valid name, and no name or number of a person gets in."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from fishing import fishing

from snia_advisor.errors import BadInput
from snia_advisor.law.model.case import Case, RecordedReading
from snia_advisor.law.model.values import NONE
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import MAX_REF, case_from_values, read_case, with_facts
from snia_advisor.messages import LANGUAGES

WHOLE = """\
on: 2026-06-01
path: fish
ref: RIV-1
angler:
  birth_date: 1990-01-31
  ties: [guest, club]
  permit_expires: none
trip: {water: RIVER, rods: 2, tournament: no, catch_weight: 4.5, began_on: 2026-05-31}
readings:
  guests: {reading: exempt, confirmed_by: "water office, Fes", on: 2026-05-02}
  answer_unit: working_days
"""


def read(text: str) -> Case:
    """The case that `text` writes."""
    return read_case(text, "case.yaml", fishing())


def refused(text: str) -> BadInput:
    """The error that `text` gives; it can be said in every language."""
    with pytest.raises(BadInput) as caught:
        read(text)
    for lang in LANGUAGES:
        assert caught.value.sentence(lang)
    assert caught.value.exit_code == 2
    return caught.value


# --- what a case may say -----------------------------------------------------------------------------------------


def test_a_whole_case() -> None:
    case = read(WHOLE)
    assert (case.on, case.path, case.ref) == (date(2026, 6, 1), "fish", "RIV-1")
    assert dict(case.facts) == {
        "angler.birth_date": date(1990, 1, 31), "angler.ties": frozenset({"guest", "club"}), "angler.permit_expires": NONE,
        "trip.water": "RIVER", "trip.rods": 2, "trip.tournament": False, "trip.catch_weight": Decimal("4.5"),
        "trip.began_on": date(2026, 5, 31),
    }  # fmt: skip
    assert case.readings == {
        "guests": RecordedReading("exempt", "water office, Fes", date(2026, 5, 2)),
        "answer_unit": RecordedReading("working_days"),
    }


def test_every_fact_knows_its_line() -> None:
    case = read(WHOLE)
    assert case.places["angler.birth_date"] == "case.yaml:5"
    assert case.places["angler.permit_expires"] == "case.yaml:7"
    assert {case.places[name] for name in case.facts if name.startswith("trip.")} == {"case.yaml:8"}


def test_a_case_cannot_be_changed() -> None:
    case = read(WHOLE)
    with pytest.raises(TypeError):
        case.facts["trip.rods"] = 3  # type: ignore[index]
    with pytest.raises(AttributeError):
        case.on = None  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(case)) == case


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("yes", True),
        ("no", False),
        ("true", True),
        ("FALSE", False),
        ("oui", True),
        ("non", False),
        ("نعم", True),
        ("لا", False),
    ],
)
def test_yes_and_no_in_three_languages(written: str, value: bool) -> None:
    assert read(f"trip: {{tournament: {written}}}").facts["trip.tournament"] is value


def test_none_of_the_options_is_not_unknown() -> None:
    assert read("angler: {ties: none}").facts["angler.ties"] == frozenset()
    assert read("angler: {ties: []}").facts["angler.ties"] == frozenset()
    assert "angler.ties" not in read("trip: {rods: 1}").facts


def test_an_option_named_like_a_truth_or_a_number(rules: RuleBase) -> None:
    """Norway is a country."""
    case = read_case("worker: {nationalities: [NO]}", "case.yaml", rules)
    assert case.facts["worker.nationalities"] == frozenset({"NO"})


def test_a_scenario_is_taken_as_its_case() -> None:
    inner = "".join(f"  {line}\n" for line in WHOLE.splitlines())
    scenario = f"title: {{fr: a, ar: b, en: c}}\nexpect: {{permit: required}}\ncase:\n{inner}exit: 0\n"
    case = read(scenario)
    assert case.facts == read(WHOLE).facts
    assert case.places["angler.birth_date"] == "case.yaml:8"


def test_every_real_scenario_is_a_case(rules: RuleBase) -> None:
    for file in sorted(Path("scenarios").rglob("*.yaml")):
        assert read_case(file.read_text(encoding="utf-8"), file.name, rules).on


def test_json_is_a_case() -> None:
    text = '{"on": "2026-06-01",\t"trip": {"rods": 2, "tournament": false, "catch_weight": 4.50}, "angler": {"ties": []}}'
    facts = read(text).facts
    assert facts["trip.rods"] == 2
    assert facts["trip.tournament"] is False
    assert facts["trip.catch_weight"] == Decimal("4.5")


# --- refused -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key", "line", "names"),
    [
        ("- rods\n", "case_not_map", 1, ()),
        ("rods\n", "case_not_map", 1, ()),
        ("on: 2026-06-01\ntripp: {rods: 1}\n", "case_unknown_key", 2, ("tripp", "trip")),
        ("on: 2026-06-01\nin: 3\n", "case_unknown_key", 2, ("in", "on")),
        ("expect: {permit: required}\n", "case_unknown_key", 1, ("expect",)),
        ("case: {trip: {rods: 1}}\n", "case_unknown_key", 1, ("case",)),
        ("trip: 3\n", "case_group", 1, ("trip",)),
        ("trip: [rods]\n", "case_group", 1, ("trip",)),
        ("trip:\n  rod: 1\n", "unknown_fact", 2, ("trip.rod", "trip.rods")),
        ("angler:\n  age: 30\n", "fact_is_derived", 2, ("angler.age",)),
        ("trip:\n  rods: many\n", "integer_expected", 2, ("trip.rods", "many")),
        ("trip:\n  rods: 1.0\n", "integer_expected", 2, ("trip.rods", "1.0")),
        ("trip:\n  rods: 1e2\n", "integer_expected", 2, ("1e2",)),
        ("trip:\n  rods: 0x10\n", "integer_expected", 2, ("0x10",)),
        ("trip:\n  rods: 12:30\n", "integer_expected", 2, ("12:30",)),
        ("trip:\n  rods: 9999999999999999\n", "integer_expected", 2, ("9999999999999999",)),
        ("trip:\n  rods: none\n", "integer_expected", 2, ("none",)),
        ("trip:\n  rods: 21\n", "out_of_range", 2, ("trip.rods", "21", "20")),
        ("trip:\n  rods: -1\n", "out_of_range", 2, ("-1", "0")),
        ("trip:\n  rods: [1]\n", "single_expected", 2, ("trip.rods",)),
        ("trip:\n  rods: {a: 1}\n", "single_expected", 2, ("trip.rods",)),
        ("trip:\n  rods:\n", "integer_expected", 2, ("trip.rods",)),
        ("trip:\n  catch_weight: 4.505\n", "decimal_expected", 2, ("4.505", "2")),
        ("trip:\n  catch_weight: 4,5\n", "decimal_expected", 2, ("4,5",)),
        ("trip:\n  catch_weight: .5\n", "decimal_expected", 2, (".5",)),
        ("trip:\n  catch_weight: NaN\n", "decimal_expected", 2, ("NaN",)),
        ("trip:\n  tournament: perhaps\n", "yes_no_expected", 2, ("perhaps",)),
        ("trip:\n  tournament: [yes]\n", "single_expected", 2, ("trip.tournament",)),
        ("trip:\n  water: RIVR\n", "unknown_option", 2, ("RIVR", "RIVER")),
        ("trip:\n  water: none\n", "unknown_option", 2, ("none",)),
        ("trip:\n  water: [RIVER]\n", "single_expected", 2, ("trip.water",)),
        ("angler:\n  ties: guest\n", "set_expected", 2, ("angler.ties",)),
        ("angler:\n  ties: {guest: yes}\n", "set_expected", 2, ("angler.ties",)),
        ("angler:\n  ties: [guest, klub]\n", "unknown_option", 2, ("klub", "club")),
        ("angler:\n  ties: [[guest]]\n", "unknown_option", 2, ("angler.ties",)),
        ("angler:\n  birth_date: 31/01/1990\n", "date_expected", 2, ("31/01/1990",)),
        ("angler:\n  birth_date: 1990-02-30\n", "date_expected", 2, ("1990-02-30",)),
        ("angler:\n  birth_date: 1990-1-3\n", "date_expected", 2, ("1990-1-3",)),
        ("angler:\n  birth_date: 0000-01-01\n", "date_expected", 2, ("0000-01-01",)),
        ("angler:\n  birth_date: ١٩٩٠-٠١-٠١\n", "date_expected", 2, ("angler.birth_date",)),
        ("angler:\n  birth_date: none\n", "date_expected", 2, ("none",)),
        ("trip: {rods: 1}\non: tomorrow\n", "date_expected", 2, ("on", "tomorrow")),
        ("on: [2026-01-01]\n", "single_expected", 1, ("on",)),
        ("path: fishing\n", "unknown_path", 1, ("fishing", "fish")),
        ("path: {fish: yes}\n", "single_expected", 1, ("path",)),
        ("ref: [a]\n", "single_expected", 1, ("ref",)),
        (f"ref: {'x' * (MAX_REF + 1)}\n", "ref_too_long", 1, (str(MAX_REF),)),
        ("readings: guests\n", "case_group", 1, ("readings",)),
        ("readings:\n  gests: exempt\n", "unknown_question", 2, ("gests", "guests")),
        ("readings:\n  guests: exemt\n", "unknown_reading", 2, ("exemt", "exempt")),
        ("readings:\n  guests: [exempt]\n", "unknown_reading", 2, ("exempt",)),
        ("readings:\n  guests: {confirmed_by: a}\n", "unknown_reading", 2, ("exempt",)),
        ("readings:\n  guests: {reading: exempt, by: a}\n", "case_unknown_key", 2, ("by",)),
        ("readings:\n  guests: {reading: exempt, confirmed_by: [a]}\n", "single_expected", 2, ("confirmed_by",)),
        ("readings:\n  guests: {reading: exempt, on: soon}\n", "date_expected", 2, ("soon",)),
        ("trip: {rods: 1}\ntrip: {rods: 2}\n", "yaml_duplicate", 2, ("trip",)),
        ("trip:\n  rods: 1\n  rods: 2\n", "yaml_duplicate", 3, ("rods",)),
    ],
)  # fmt: skip
def test_what_is_refused_and_where(text: str, key: str, line: int, names: tuple[str, ...]) -> None:
    problem = refused(text)
    assert (problem.key, problem.place) == (key, f"case.yaml:{line}")
    for name in names:
        assert name in problem.sentence("en")


@pytest.mark.parametrize(
    "text",
    [
        "name: Samer",
        "worker_name: Samer",
        "angler: {name: Samer}",
        "angler: {first_name: Samer}",
        "angler: {passport: AB1234567}",
        "angler: {passport_number: AB1234567}",
        "angler: {cin: BE123456}",
        "passport: AB1234567",
        "phone: '0600000000'",
        "readings: {guests: {reading: exempt, passport: AB1234567}}",
    ],
)
def test_no_name_and_no_number_of_a_paper(text: str) -> None:
    problem = refused(text)
    assert problem.key in {"case_unknown_key", "unknown_fact"}
    for value in ("Samer", "AB1234567", "BE123456", "0600000000"):
        assert value not in problem.sentence("fr")  # nor is it printed


def test_a_case_says_that_names_are_not_accepted() -> None:
    assert "No name or document number" in refused("passport: AB1234567").sentence("en")


def test_an_example_in_a_message_is_written_as_it_must_be_typed() -> None:
    for lang in LANGUAGES:
        assert "worker: {nationalities: [SY]}" in refused("- rods\n").sentence(lang)


# --- Python values -----------------------------------------------------------------------------------------------


def test_python_values_are_the_same_case() -> None:
    values: dict[str, Any] = {
        "on": date(2026, 6, 1), "path": "fish", "ref": "RIV-1",
        "angler": {"birth_date": date(1990, 1, 31), "ties": ("guest", "club"), "permit_expires": None},
        "trip": {"water": "RIVER", "rods": 2, "tournament": False, "catch_weight": Decimal("4.5"), "began_on": "2026-05-31"},
        "readings": {"guests": {"reading": "exempt", "confirmed_by": "water office, Fes", "on": date(2026, 5, 2)},
                     "answer_unit": "working_days"},
    }  # fmt: skip
    case, written = case_from_values(values, fishing()), read(WHOLE)
    assert (case.facts, case.on, case.path, case.ref) == (written.facts, written.on, written.path, written.ref)
    assert case.readings == written.readings
    assert case_from_values({**values, "angler": {"ties": {"guest"}}}, fishing()).facts["angler.ties"] == {"guest"}


@pytest.mark.parametrize("value", [object(), b"bytes", 1j])
def test_a_value_of_a_strange_type(value: Any) -> None:
    with pytest.raises(BadInput) as caught:
        case_from_values({"trip": {"rods": value}}, fishing())
    assert caught.value.key == "case_value_type"


@pytest.mark.parametrize("value", [2.0, 2.5, True, "2 rods", [2], None, float("nan")])
def test_python_values_are_as_strict_as_files(value: Any) -> None:
    with pytest.raises(BadInput):
        case_from_values({"trip": {"rods": value}}, fishing())


# --- --set -------------------------------------------------------------------------------------------------------


def changed(*assignments: str) -> Case:
    """The whole case with assignments."""
    return with_facts(read(WHOLE), list(assignments), fishing())


@pytest.mark.parametrize(
    ("assignment", "name", "value"),
    [
        ("trip.rods=3", "trip.rods", 3),
        (" trip.rods = 3 ", "trip.rods", 3),
        ("trip.tournament=yes", "trip.tournament", True),
        ("trip.water=SEA", "trip.water", "SEA"),
        ("angler.ties=guest", "angler.ties", frozenset({"guest"})),
        ("angler.ties=guest,warden", "angler.ties", frozenset({"guest", "warden"})),
        ("angler.ties=guest, warden", "angler.ties", frozenset({"guest", "warden"})),
        ("angler.ties=[guest, warden]", "angler.ties", frozenset({"guest", "warden"})),
        ("angler.ties=none", "angler.ties", frozenset()),
        ("angler.ties=[]", "angler.ties", frozenset()),
        ("angler.permit_expires=none", "angler.permit_expires", NONE),
        ("angler.permit_expires=2026-12-31", "angler.permit_expires", date(2026, 12, 31)),
        ("trip.catch_weight=4.50", "trip.catch_weight", Decimal("4.50")),
    ],
)
def test_set_a_fact(assignment: str, name: str, value: Any) -> None:
    case = changed(assignment)
    assert case.facts[name] == value
    assert case.places[name] == f"--set {name}"
    others = {key: fact for key, fact in read(WHOLE).facts.items() if key != name}
    assert {key: fact for key, fact in case.facts.items() if key != name} == others


def test_set_nothing_forgets() -> None:
    assert "trip.rods" not in changed("trip.rods=").facts
    assert "trip.rods" not in changed("trip.rods=  ").facts


def test_the_last_one_wins() -> None:
    assert changed("trip.rods=3", "trip.rods=4").facts["trip.rods"] == 4
    assert changed("trip.rods=", "trip.rods=4").facts["trip.rods"] == 4
    assert "trip.rods" not in changed("trip.rods=4", "trip.rods=").facts


def test_set_leaves_the_rest_of_the_case() -> None:
    case = changed("trip.rods=3")
    assert (case.on, case.path, case.ref) == (date(2026, 6, 1), "fish", "RIV-1")
    assert case.readings == read(WHOLE).readings


@pytest.mark.parametrize(
    ("assignment", "key", "names"),
    [
        ("trip.rods", "set_needs_equals", ("trip.rods",)),
        ("", "set_needs_equals", ()),
        ("trip.rod=3", "unknown_fact", ("trip.rod", "trip.rods")),
        ("on=2026-01-01", "unknown_fact", ("on",)),
        ("trip.rods=many", "integer_expected", ("--set trip.rods", "many")),
        ("trip.rods=21", "out_of_range", ("--set trip.rods", "20")),
        ("trip.water=RIVR", "unknown_option", ("RIVER",)),
        ("angler.ties=guest,klub", "unknown_option", ("club",)),
        ("trip.rods=[", "yaml_syntax", ("--set trip.rods",)),
        ("trip.rods=&a 1", "yaml_anchor", ("--set trip.rods",)),
        ("trip.rods=1\n---\n2", "yaml_documents", ("--set trip.rods",)),
        ("trip.rods=\udcff", "file_not_utf8", ("--set trip.rods",)),
    ],
)
def test_set_refused(assignment: str, key: str, names: tuple[str, ...]) -> None:
    with pytest.raises(BadInput) as caught:
        changed(assignment)
    assert caught.value.key == key
    for name in names:
        assert name in caught.value.sentence("en")
