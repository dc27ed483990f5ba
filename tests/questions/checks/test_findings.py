"""What is found wrong with a rule base without a case: each code on a small law spoilt on purpose, none on the clean one."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fishing import GOOD, altered
from hypothesis import HealthCheck, assume, event, given, settings
from small_laws import ON, Drawn, base_of, laws, rule_truths

from snia_advisor import messages
from snia_advisor.law.logic.network import Network
from snia_advisor.messages import LANGUAGES, catalogue
from snia_advisor.questions.checks.findings import RuleFinding
from snia_advisor.questions.checks.rule_base import check_rules, findings_json
from snia_advisor.questions.checks.satisfy import possible

TODAY = date(2026, 6, 1)
WORDS = '{fr: "Essai", ar: "تجربة", en: "Trial"}'
ASKED = '{fr: "Essai ?", ar: "تجربة؟", en: "Trial?"}'
TOURNAMENT = "when: {trip.tournament: yes}"
MINOR = "when: {not: adult}"
EXEMPT, NOT_EXEMPT = "{open_question: {guests: exempt}}", "{open_question: {guests: not_exempt}}"
BORN_FR = "Une date de naissance n'est pas postérieure à la date de la question."
BORN_EN = "A date of birth is not later than the date of the question."


def check(directory: Path, changes: dict[str, str] | None = None, added: str = "") -> list[RuleFinding]:
    """The findings on the law, changed."""
    return check_rules(altered(directory, changes, added), TODAY)


def codes(found: list[RuleFinding]) -> set[str]:
    return {finding.code for finding in found}


def rule(when: str, more: str = "") -> str:
    """A rule that nobody reads, for checks of the rule alone."""
    return f'- rule: trial\n  title: {WORDS}\n  when: {when}\n{more}  sources: ["river-act#1"]\n  confidence: high\n'


def determination(name: str, first: str) -> str:
    """A determination with two outcomes."""
    outcome = f'title: {WORDS}, sources: ["river-act#1"]'
    return (
        f"- determination: {name}\n  title: {WORDS}\n  question: {ASKED}\n  choose:\n"
        f"    one: {{when: {first}, {outcome}}}\n    two: {{otherwise: yes, {outcome}}}\n"
    )


@pytest.fixture(autouse=True)
def in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    """Findings speak the language of the process, whatever ran before."""
    monkeypatch.setattr(messages, "_current", "fr")


# --- clean -------------------------------------------------------------------------------------------------------


def test_nothing_is_wrong_with_the_clean_law() -> None:
    assert check_rules(GOOD, TODAY) == []


def test_nothing_is_wrong_with_the_real_law() -> None:
    found = check_rules()
    assert [f"{f.file}:{f.line} {f.code} {f.message}" for f in found] == []


@pytest.mark.parametrize("today", [date(2004, 6, 7), date(2025, 12, 31), date(2026, 1, 1), date(2100, 1, 1)])
def test_the_clean_law_is_clean_on_any_day(today: date) -> None:
    assert check_rules(GOOD, today) == []


# --- each code ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "changes", "named"),
    [
        ("R001", {"unless: [too_many_rods]": "unless: [too_many]"}, "too_many_rods"),
        ("R001", {"confidence: medium": "confidence: middling"}, "confidence"),
        ("S001", {TOURNAMENT: "when: {all: [{trip.tournament: yes}, {trip.tournament: no}]}"}, "exempt_in_tournament"),
        (
            "S001",
            {TOURNAMENT: "when: {all: [{trip.tournament: yes}, {trip.rods: {more_than: 20}}]}"},
            "exempt_in_tournament",
        ),
        (
            "S001",
            {TOURNAMENT: "when: {all: [{trip.tournament: yes}, {angler.age: {less_than: 0}}]}"},
            "exempt_in_tournament",
        ),
        (
            "S001",
            {TOURNAMENT: "when: {all: [{trip.tournament: yes}, {trip.water: SEA}, {angler.permit_expires: {after: $on}}]}"},
            "exempt_in_tournament",
        ),
        (
            "S001",
            {
                TOURNAMENT: "when: {all: [{trip.tournament: no}, {permit: held}, {trip.water: SEA}]}",
                "held:\n      when: permit_in_force": "held:\n      when: {trip.water: LAKE}",
                "when: {exemptions: some}": "when: permit_in_force",
            },
            "exempt_in_tournament",
        ),
        (
            "S001",
            {EXEMPT: f"all: [{EXEMPT}, {NOT_EXEMPT}]"},
            "exempt_as_guest",
        ),
        ("A004 S002", {MINOR: "when: {any: [adult, {not: adult}]}"}, "exempt_as_minor"),
        ("S002", {MINOR: "when: {any: [adult, {trip.rods: {at_least: 0}}]}"}, "exempt_as_minor"),
        ("A004 S002", {MINOR: "when: {any: [adult, {angler.birth_date: {on_or_before: $on}}]}"}, "exempt_as_minor"),
        (
            "A004 S002",
            {MINOR: "when: {any: [adult, {open_question: {guests: exempt}}, {open_question: {guests: not_exempt}}]}"},
            "exempt_as_minor",
        ),
        ("D001", {"collect: [heavy_catch]": "from: 2020-01-01\n  to: 2019-12-31\n  collect: [heavy_catch]"}, "breaches"),
        ("D002", {"to: 2025-12-31, value: 90.50": "to: 2025-12-30, value: 90.50"}, "rod_fee"),
        ("D002", {"to: 2025-12-31, value: 90.50": "to: 2026-01-01, value: 90.50"}, "rod_fee"),
        ("D002", {"to: 2025-12-31, value: 90.50": "to: none, value: 90.50"}, "rod_fee"),
        (
            "D003",
            {"  from: 2004-06-08\n  to: none\n  at: trip.began_on": "  from: 2004-06-07\n  to: none\n  at: trip.began_on"},
            "heavy_catch",
        ),
        ("T001", {"رخصة سارية المفعول": "Permit in force"}, "permit_in_force"),
        ("T001", {"رخصة سارية المفعول": "رُخصة"}, "permit_in_force"),
        ("T001", {"رخصة سارية المفعول": "رخصة \u200f"}, "permit_in_force"),
        ("T001", {"Permis en cours de validité": "رخصة"}, "permit_in_force"),
        ("T001", {"Permit in force": "رخصة"}, "permit_in_force"),
        (
            "T001",
            {BORN_EN: BORN_FR},
            "born_before_the_question",
        ),
        ("T002", {"A date of birth is not later than the date of the question.": "Not later."}, "born_before_the_question"),
        ("T002", {"لا يكون تاريخ الازدياد لاحقا لتاريخ السؤال.": "لا"}, "born_before_the_question"),
        ("Q001", {'en: "How many rods?"': 'en: "How many rods"'}, "trip.rods"),
        ("Q001", {'fr: "Combien de cannes ?"': 'fr: "Combien de cannes."'}, "trip.rods"),
        ("Q001", {"كم عدد القصبات؟": "كم عدد القصبات?"}, "trip.rods"),
        ("C001", {'sources: ["river-act#7"]\n  confidence: high': "sources: []\n  confidence: high"}, "renewal_open"),
        ("C001", {'why: ["river-act#4"]': "why: []"}, "trip.rods"),
        ("C001", {'value: 3, sources: ["river-act#4"]': "value: 3, sources: []"}, "most_rods"),
        ("C001", {'favourable: no\n      sources: ["river-act#7"]': "favourable: no\n      sources: []"}, "renewal: closed"),
        (
            "C002",
            {'sources: ["river-act#7"]\n  confidence: high': "sources: [river-act]\n  confidence: high"},
            "renewal_open",
        ),
        ("C002", {'why: ["river-act#4"]': "why: [river-act]"}, "trip.rods"),
        (
            "L001",
            {'sources: ["river-act#7"]\n  confidence: high': 'sources: ["river-act#7"]\n  confidence: low'},
            "renewal_open",
        ),
        (
            "L002",
            {
                'sources: ["river-act#7"]\n  confidence: high': "sources: [angler-guide]\n  confidence: high",
                "read: excerpt": "read: not_read",
            },
            "renewal_open",
        ),
    ],
)
def test_each_code(tmp_path: Path, code: str, changes: dict[str, str], named: str) -> None:
    """Where everybody is exempt, nobody is told to ask for a permit: that outcome is dead as well."""
    found = check(tmp_path, changes)
    assert codes(found) == set(code.split())
    for finding in found:
        assert (named if finding.code != "A004" else "permit_first") in finding.message
        assert finding.fix
        assert finding.severity == ("warning" if code == "T002" else "error")


@pytest.mark.parametrize(
    ("code", "added"),
    [
        ("U001", f"- document: trial\n  title: {WORDS}\n"),
        ("U001", f"- authority: trial\n  title: {WORDS}\n"),
        ("U001", f"- event: trial\n  title: {WORDS}\n"),
        ("U001", f"- list: trial\n  title: {WORDS}\n  status: unofficial\n  version: none\n"),
        ("U001", f"- source: trial\n  title: {WORDS}\n  kind: law\n  rank: 1\n  date: none\n  read: full\n  articles: no\n"),
        (
            "U001",
            f"- parameter: trial\n  title: {WORDS}\n  type: integer\n  unit: none\n  series:\n"
            f'    - {{value: 1, sources: ["river-act#1"], confidence: high}}\n',
        ),
        (
            "U001",
            f'- fact: trip.trial\n  type: yes_no\n  title: {WORDS}\n  question: {ASKED}\n  why: ["river-act#1"]\n'
            "  sensitive: no\n  changeable: no\n",
        ),
        ("U001", f"- derived: trip.trial\n  type: date\n  title: {WORDS}\n  compute: {{add_days: [$on, 1]}}\n"),
        (
            "U001",
            f"- open_question: trial\n  kind: silent\n  title: {WORDS}\n  question: {ASKED}\n  readings:\n"
            f'    a: {{text: {WORDS}, sources: ["river-act#1"]}}\n    b: {{text: {WORDS}, sources: []}}\n'
            f"  prudent: {WORDS}\n  ask: [water_office]\n",
        ),
        ("U001", determination("trial", "adult")),
        (
            "U001",
            f'- procedure: trial\n  title: {WORDS}\n  when: adult\n  sources: ["river-act#1"]\n  steps:\n'
            '    - step: one\n      title: {fr: "Lire", ar: "قراءة", en: "Read"}\n      actor: worker\n'
            "      authority: none\n"
            f'      place: {WORDS}\n      sources: ["river-act#1"]\n',
        ),
        ("U002", rule("adult")),
    ],
)
def test_what_nobody_uses(tmp_path: Path, code: str, added: str) -> None:
    found = check(tmp_path, added=added)
    assert codes(found) == {code}
    assert all("trial" in finding.message for finding in found)
    assert {finding.file for finding in found} == {"rules/zz_added.yaml"}


def test_every_kind_of_finding_is_tested() -> None:
    """The catalogue names the codes; each has a message, a fix, and a test above or below.

    U003 is tested in `test_proofs.py`, those of `calendar check` (K) in `test_calendar.py`, those of answers (A) in
    `test_answers.py`, those of acts (P) in `test_acts.py`.
    """
    known = {key for key in catalogue() if key[1:].isdigit() and len(key) == 4 and key[0] not in "AKP"}
    tested = {
        "R001",
        "R002",
        "U001",
        "U002",
        "U003",
        "S001",
        "S002",
        "D001",
        "D002",
        "D003",
        "T001",
        "T002",
        "Q001",
        "C001",
        "C002",
        "L001",
        "L002",
        "E001",
    }
    assert known == tested
    assert all(f"{code}_fix" in catalogue() for code in known)


def test_r002_determinations_that_read_each_other(tmp_path: Path) -> None:
    """No rule depends on itself, yet no order of the determinations is left: `a` reads `b`, which reads `a`."""

    def both(name: str, reads: str) -> str:
        outcome = f'title: {WORDS}, sources: ["river-act#1"]'
        return (
            f"- determination: {name}\n  title: {WORDS}\n  question: {ASKED}\n  choose:\n"
            f"    one: {{when: adult, {outcome}}}\n"
            f"    two: {{when: {{{reads}: one}}, {outcome}}}\n    three: {{otherwise: yes, {outcome}}}\n"
        )

    shown = {"also: [exemptions, breaches]": "also: [exemptions, breaches, aa, bb, cc]"}
    circle = check(
        tmp_path / "two",
        shown,
        both("aa", "bb") + both("bb", "aa") + both("cc", "permit").replace("permit: one", "permit: held"),
    )
    assert codes(circle) == {"R002"}
    assert {finding.message for finding in circle} >= {"la détermination « aa » dépend d'elle-même : aa -> bb -> aa"}
    longer = check(tmp_path / "three", shown, both("aa", "bb") + both("bb", "cc") + both("cc", "aa"))
    assert codes(longer) == {"R002"}
    assert [finding.message.rpartition(": ")[2] for finding in longer] == [
        "aa -> bb -> cc -> aa",
        "bb -> cc -> aa -> bb",
        "cc -> aa -> bb -> cc",
    ]
    straight = check(tmp_path / "none", shown, both("aa", "bb") + both("bb", "cc") + determination("cc", "adult"))
    assert straight == []


def test_e001_a_rule_too_wide_for_the_engine(tmp_path: Path) -> None:
    limits = ", ".join(f"{{trip.catch_weight: {{at_least: {n}.5}}}}" for n in range(61))
    found = check(tmp_path, {MINOR: f"when: {{any: [adult, {limits}]}}"})
    assert "E001" in codes(found)
    assert all("exempt_as_minor" in finding.message for finding in found if finding.code == "E001")
    fits = ", ".join(f"{{trip.catch_weight: {{at_least: {n}.5}}}}" for n in range(59))
    assert check(tmp_path / "fits", {MINOR: f"when: {{any: [adult, {fits}]}}"}) == []


def test_d001_of_a_rule_and_of_a_period(tmp_path: Path) -> None:
    dates = "  from: 2004-06-08\n  to: none\n  at: trip.began_on"
    found = check(tmp_path / "rule", {dates: "  from: 2026-06-08\n  to: 2026-06-07\n  at: trip.began_on"})
    assert {(f.code, "heavy_catch" in f.message) for f in found} == {("D001", True), ("S001", True), ("A004", False)}
    assert ["too_heavy" in f.message for f in found if f.code == "A004"] == [True]  # the alarm that nothing raises any more
    found = check(
        tmp_path / "period", {"{from: 2004-06-08, to: none, value: 10": "{from: 2004-06-08, to: 2004-06-07, value: 10"}
    )
    assert [(f.code, "answer_days" in f.message) for f in found] == [("D001", True)]


def test_d003_is_measured_on_the_rules_own_date(tmp_path: Path) -> None:
    """The last day of a rule is looked at too."""
    dates = "  from: 2004-06-08\n  to: none\n  at: trip.began_on"
    changes = {
        dates: "  from: 2004-06-08\n  to: 2030-01-01\n  at: trip.began_on",
        "to: none, value: 5.25": "to: 2029-12-31, value: 5.25",
    }
    found = check(tmp_path, changes)
    assert [f.code for f in found] == ["D003"]
    assert "2030-01-01" in found[0].message


# --- not found ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        # Low confidence and unread sources may decide through an open question, which must be answered first.
        {"confidence: medium": "confidence: low"},
        {"read: excerpt": "read: not_read"},
        # A collect may find what is only thought.
        {'sources: ["river-act#9"]\n  confidence: high': 'sources: ["river-act#9"]\n  confidence: low'},
        # Short texts that are the same in two languages are names.
        {"en: \"Adult\"": "en: \"Personne majeure\""},
        # An Arabic text that is a number or a sign is no mistake.
        {"ar: \"بطاقة الرخصة\"": "ar: \"2026\""},
        # A silent question may have a reading without any text behind it.
        {"The warden's.\"}, sources: [\"river-act#5\"]": "The warden's.\"}, sources: []"},
        # A parameter without a first day is law since ever.
        {"- {from: 2004-06-08, to: none, value: 3": "- {from: none, to: none, value: 3"},
    ],
)  # fmt: skip
def test_what_is_no_finding(tmp_path: Path, changes: dict[str, str]) -> None:
    assert check(tmp_path, changes) == []


# --- the list ----------------------------------------------------------------------------------------------------


def test_findings_have_a_place_and_an_order(tmp_path: Path) -> None:
    found = check(
        tmp_path,
        {
            'en: "How many rods?"': 'en: "How many rods"',
            "رخصة سارية المفعول": "Permit",
            "value: 90.50": "value: 90.50",
            "to: 2025-12-31, value: 7.50": "to: 2025-12-30, value: 7.50",
        },
    )
    assert [(f.file, f.code) for f in found] == [
        ("rules/facts.yaml", "Q001"), ("rules/law.yaml", "T001"), ("rules/parameters.yaml", "D002"),
    ]  # fmt: skip
    for finding in found[:2]:  # texts have the line of the text, not of the entry
        line = (tmp_path / finding.file).read_text(encoding="utf-8").splitlines()[finding.line - 1]
        assert "How many rods" in line or "Permit" in line


def test_what_cannot_be_loaded_is_found_whole(tmp_path: Path) -> None:
    found = check(
        tmp_path, {"unless: [too_many_rods]": "unless: [too_many]", "ask_after: [trip.rods]": "ask_after: [trip.rod]"}
    )
    assert [(f.code, f.file) for f in found] == [("R001", "rules/facts.yaml"), ("R001", "rules/law.yaml")]
    for finding in found:
        line = (tmp_path / finding.file).read_text(encoding="utf-8").splitlines()[finding.line - 1]
        assert "too_many" in line or "trip.rod]" in line
        assert finding.file not in finding.message  # it has a place of its own


def test_a_file_that_is_no_yaml_is_a_finding(tmp_path: Path) -> None:
    found = check(tmp_path, added="- rule: [\n")
    assert [(f.code, f.file) for f in found] == [("R001", "rules/zz_added.yaml")]


def test_a_directory_without_rules_is_a_finding(tmp_path: Path) -> None:
    assert [f.code for f in check_rules(tmp_path)] == ["R001"]


def test_findings_as_json(tmp_path: Path) -> None:
    written = json.loads(json.dumps(findings_json(check(tmp_path, {'why: ["river-act#4"]': "why: []"}))))
    (one,) = written["findings"]
    assert set(one) == {"code", "severity", "file", "line", "message", "fix"}
    assert findings_json([]) == {"findings": []}


def test_findings_are_said_in_every_language(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said = set()
    for lang in LANGUAGES:
        monkeypatch.setattr(messages, "_current", lang)
        said.add(check(tmp_path / lang, {"to: 2025-12-31, value: 90.50": "to: 2025-12-30, value: 90.50"})[0].message)
    assert len(said) == 3


# --- never true, never false -------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(laws())
def test_what_is_called_impossible_is_impossible(drawn: Drawn) -> None:
    """The search may miss an impossible rule; it must never accuse a possible one."""
    truths = rule_truths(drawn)
    assume(any(truths.values()))  # some case is real
    base = base_of(drawn.bodies)
    network = Network(base)
    for name, seen in truths.items():
        for truth in (True, False):
            answer: Any = possible(base, network, network.rule(name), truth, [ON])
            event(f"possible: {answer}, seen: {truth in seen}")
            if truth in seen:
                assert answer is not False, (name, truth)
            elif not drawn.bodies["constraint"] and "at" not in drawn.bodies["rule"]["r1"]:
                assert answer is not True, (name, truth)  # without constraints between facts nothing is missed
