"""A case that is saved is read back as it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from fishing import fishing

from snia_advisor.law.model.case import Case, RecordedReading
from snia_advisor.law.model.values import NONE, Records
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import read_case, with_facts
from snia_advisor.law.rulebase.case_text import assignment, case_text, written

SCENARIOS = sorted((Path(__file__).parents[3] / "scenarios").rglob("*.yaml"))


def same(one: Case, other: Case) -> None:
    for name in ("facts", "readings"):
        assert dict(getattr(one, name)) == dict(getattr(other, name))
    assert (one.on, one.path, one.ref) == (other.on, other.path, other.ref)


def test_on_the_page() -> None:
    case = Case(
        {
            "trip.rods": 2,
            "angler.ties": frozenset({"warden", "club"}),
            "angler.permit_expires": NONE,
            "trip.tournament": False,
            "trip.catch_weight": Decimal("3.50"),
            "angler.birth_date": date(1990, 11, 5),
        },
        on=date(2026, 6, 1),
        path="fish",
        ref='a "b": c',
        readings={"guests": RecordedReading("exempt", "office: Rabat, #1", date(2026, 5, 1))},
    )
    text = case_text(case, fishing())
    assert text.splitlines() == [
        "path: fish",
        "on: 2026-06-01",
        'ref: "a \\"b\\": c"',
        "readings:",
        '  guests: {reading: exempt, confirmed_by: "office: Rabat, #1", on: 2026-05-01}',
        "angler:",
        "  birth_date: 1990-11-05",
        "  ties: [club, warden]",
        "  permit_expires: none",
        "trip:",
        "  rods: 2",
        "  tournament: no",
        "  catch_weight: 3.50",
    ]
    same(read_case(text, "saved", fishing()), case)


def test_a_date_that_was_not_chosen_is_not_kept() -> None:
    case = Case({"trip.rods": 2}, on=date(2026, 6, 1), path="fish")
    assert read_case(case_text(case, fishing(), dated=False), "saved", fishing()).on is None


def test_an_empty_case() -> None:
    assert dict(read_case(case_text(Case({}), fishing()), "saved", fishing()).facts) == {}


@pytest.mark.parametrize("complete", [True, False])
def test_a_list_keeps_what_it_lacks(rules: RuleBase, complete: bool) -> None:
    fact = next(f for f in rules.facts.values() if f.fields and any(c.type == "yes_no" for c in f.fields.values()))
    column = next(name for name, c in (fact.fields or {}).items() if c.type == "yes_no")
    case = Case({fact.id: Records(({column: True}, {}), complete)})
    same(read_case(case_text(case, rules), "saved", rules), case)
    again = with_facts(Case({}), [assignment(fact.id, case.facts[fact.id])], rules)
    assert dict(again.facts) == dict(case.facts)


def test_norway_is_not_a_no(rules: RuleBase) -> None:
    (fact,) = [f.id for f in rules.facts.values() if f.options_from == "countries" and f.type == "set"]
    case = Case({fact: frozenset({"NO"})})
    same(read_case(case_text(case, rules), "saved", rules), case)


def test_written_values() -> None:
    assert [written(v) for v in (True, False, NONE, frozenset(), 3, Decimal("0.10"))] == [
        "yes", "no", "none", "[]", "3", "0.10",
    ]  # fmt: skip


def test_assignments() -> None:
    records = Records(({"of": frozenset({"a"})},), complete=False)
    values = (True, NONE, frozenset(), frozenset({"b", "a"}), 3, date(2026, 5, 1), records)
    assert [assignment("a.b", value) for value in values] == [
        "a.b=yes", "a.b=none", "a.b=none", "a.b=a,b", "a.b=3", "a.b=2026-05-01",
        "a.b={complete: no, records: [{of: [a]}]}",
    ]  # fmt: skip


@pytest.mark.parametrize("file", SCENARIOS[::23], ids=lambda file: file.stem)
def test_the_cases_of_scenarios(rules: RuleBase, file: Path) -> None:
    case = read_case(file.read_text(encoding="utf-8"), file.name, rules)
    same(read_case(case_text(case, rules), "saved", rules), case)
    again = with_facts(Case({}), [assignment(name, value) for name, value in case.facts.items()], rules)
    assert dict(again.facts) == dict(case.facts)
