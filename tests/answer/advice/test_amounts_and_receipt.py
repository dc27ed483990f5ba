"""Amounts with their computation, and the receipt that makes an advice reproducible."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from fishing import ON, altered, ask, case, fishing, unknown

from snia_advisor.answer.advice.advise import advise
from snia_advisor.law.model.advice import Receipt
from snia_advisor.law.rulebase.case_file import read_case
from snia_advisor.law.rulebase.load import from_yaml
from snia_advisor.version import __version__

# --- amounts -----------------------------------------------------------------------------------------------------


def test_an_amount_shows_its_computation() -> None:
    (amount,) = ask(trip={"rods": 3}).amounts
    assert (amount.id, amount.title, amount.value, amount.unit) == ("trip.fee", "Fee to pay", Decimal("285.75"), "MAD")
    assert [(line.text, line.value, line.sources) for line in amount.lines] == [
        ("Fee for a rod (since 1 January 2026)", Decimal("95.25"), ("river-act#6",)),
        ("Rods", Decimal(3), ()),
        ("Fee to pay = 95.25 × 3", Decimal("285.75"), ("river-act#6",)),
    ]


def test_an_amount_that_waits_for_a_fact_is_left_out() -> None:
    assert ask(trip={"rods": unknown}).amounts == ()


def test_an_amount_of_something_that_is_not_there(tmp_path: Path) -> None:
    law = from_yaml(altered(tmp_path, {"maximum: 20": "maximum: 20\n  none_allowed: yes"}))
    advice = ask(law, trip={"rods": None})
    assert advice.amounts == ()
    fees = [step.fee for procedure in advice.procedures for step in procedure.steps if step.fee]
    assert fees
    assert {fee.amount for fee in fees} == {None}


def test_an_amount_before_the_parameter_exists() -> None:
    assert ask(on=date(2004, 6, 7), trip={"began_on": date(2004, 6, 7)}).amounts == ()


def test_a_parameter_is_read_on_the_date_of_the_question(tmp_path: Path) -> None:
    old = 'to: 2025-12-31, value: 90.50, sources: ["river-act#6"]'
    law = from_yaml(altered(tmp_path, {old: old.replace("#6", "#60")}))
    for on, value, cite in ((date(2025, 12, 31), "181.00", "river-act#60"), (date(2026, 1, 1), "190.50", "river-act#6")):
        (amount,) = ask(law, on=on, trip={"rods": 2, "began_on": date(2025, 1, 1)}).amounts
        assert (amount.value, amount.lines[0].sources) == (Decimal(value), (cite,))


def test_literals_and_sums(tmp_path: Path) -> None:
    law = from_yaml(altered(tmp_path, {"product: [$rod_fee, $trip.rods]": "sum: [$rod_fee, $trip.rods, 0.75]"}))
    (amount,) = ask(law, trip={"rods": 3}).amounts
    assert amount.value == Decimal("99")
    assert amount.lines[-1].text == "Fee to pay = 95.25 + 3 + 0.75"


def test_a_fine_is_printed_beside_its_finding() -> None:
    (finding,) = ask(trip={"catch_weight": 9}).determination("breaches").findings
    assert finding.amount == "150 to 750\u00a0MAD"
    (finding,) = ask(fishing(), "fr", trip={"catch_weight": 9}).determination("breaches").findings
    assert finding.amount == "150 à 750\u00a0DH"


# --- receipt -----------------------------------------------------------------------------------------------------


def receipt(**groups: Any) -> Receipt:
    """The receipt of a case."""
    return ask(**groups).receipt


def test_a_receipt_says_what_was_used() -> None:
    found = receipt()
    assert found.rulebase_sha256 == fishing().sha256
    assert found.program == f"snia_advisor {__version__}"
    assert (found.on, found.law_known_to, found.calendar) == (ON, date(2026, 11, 24), None)
    assert found.dates_used == {"on": ON, "trip.began_on": date(2026, 5, 31)}
    assert len(found.case_sha256) == 64


def test_an_unknown_date_was_not_used() -> None:
    assert receipt(trip={"began_on": unknown}).dates_used == {"on": ON}


def test_the_hash_does_not_depend_on_the_code_of_the_case() -> None:
    assert receipt(ref="A").case_sha256 == receipt(ref="B").case_sha256 == receipt().case_sha256


def test_the_hash_does_not_depend_on_the_order_of_keys() -> None:
    text = "on: 2026-06-01\npath: fish\ntrip: {rods: 2, water: RIVER}\nangler: {ties: [guest, club]}\n"
    other = "angler: {ties: [club, guest]}\ntrip:\n  water: RIVER\n  rods: 2\npath: fish\non: 2026-06-01\n"
    hashes = {advise(read_case(t, "f", fishing()), fishing(), lang="en").receipt.case_sha256 for t in (text, other)}
    assert len(hashes) == 1


def test_the_hash_does_not_depend_on_language_or_form() -> None:
    hashes = {ask(fishing(), lang).receipt.case_sha256 for lang in ("fr", "ar", "en")}
    hashes.add(advise({**case(), "on": "2026-06-01"}, fishing()).receipt.case_sha256)
    assert len(hashes) == 1


@pytest.mark.parametrize(
    "groups",
    [
        {"trip": {"rods": 3}},
        {"trip": {"rods": unknown}},
        {"trip": {"tournament": True}},
        {"trip": {"catch_weight": Decimal("1.0")}},
        {"angler": {"permit_expires": date(2026, 1, 1)}},
        {"angler": {"ties": ["guest"]}},
        {"angler": {"ties": unknown}},
        {"readings": {"guests": "exempt"}},
        {"on": date(2026, 6, 2)},
        {"path": "renew_permit"},
    ],
)
def test_the_hash_depends_on_everything_asked(groups: dict[str, Any]) -> None:
    assert receipt(**groups).case_sha256 != receipt().case_sha256


def test_none_and_unknown_have_other_hashes() -> None:
    hashes = {receipt(angler={"permit_expires": value}).case_sha256 for value in (None, unknown, date(2026, 6, 1))}
    assert len(hashes) == 3


def test_who_confirmed_a_reading_is_not_part_of_the_question() -> None:
    short = receipt(readings={"guests": "exempt"})
    long = receipt(readings={"guests": {"reading": "exempt", "confirmed_by": "the desk", "on": date(2026, 1, 1)}})
    assert short.case_sha256 == long.case_sha256


def test_the_same_case_gives_the_same_advice_twice() -> None:
    assert ask().to_json() == ask().to_json()


def test_another_process_says_the_same() -> None:
    """Nothing of an advice depends on the order in which a process happens to keep its sets."""
    code = (
        "import json; from snia_advisor import advise, load_rules\n"
        "case = {'on': '2026-11-02', 'path': 'hire_employee', 'worker': {'nationalities': ['SN', 'NO', 'ML', 'TN'],"
        " 'ties': ['married_to_moroccan', 'married_to_recognised_refugee']}}\n"
        "print(json.dumps(advise(case, load_rules(), lang='fr').to_json()))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1


def test_a_changed_law_changes_the_receipt(tmp_path: Path) -> None:
    law = from_yaml(altered(tmp_path, {"value: 95.25": "value: 95.26"}))
    assert ask(law).receipt.rulebase_sha256 != receipt().rulebase_sha256
    assert ask(law).receipt.case_sha256 == receipt().case_sha256
