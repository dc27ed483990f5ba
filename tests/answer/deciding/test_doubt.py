"""An answer that rests on a recorded reading, or on a rule that is not sure, is to be confirmed; one beside them is not."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from fishing import altered, ask, unknown

from snia_advisor.law.model.advice import AnswerAdvice
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_yaml

CHILD = date(2020, 1, 1)
GUEST = {"ties": ["guest"]}


def said(base: RuleBase | None = None, reading: str | None = None, **groups: Any) -> AnswerAdvice:
    """The answer, with a reading of the question about guests."""
    return ask(base, **groups, **({"readings": {"guests": reading}} if reading else {})).answer


def unsure(directory: Path, rule: str) -> RuleBase:
    """The law in which one more rule is of medium confidence."""
    rules = altered(directory)
    before, name, after = (rules / "law.yaml").read_text(encoding="utf-8").partition(f"- rule: {rule}\n")
    assert name, rule
    changed = after.replace("confidence: high", "confidence: medium", 1)
    (rules / "law.yaml").write_text(before + name + changed, encoding="utf-8")
    return from_yaml(rules)


# --- a recorded reading ------------------------------------------------------------------------------------------


def test_a_yes_that_a_determination_gives_by_a_recorded_reading() -> None:
    found = said(reading="exempt", angler=GUEST)
    assert (found.state, found.id, found.to_confirm) == ("go", "exempt", True)


def test_an_outcome_that_another_reading_would_have_come_before() -> None:
    """`required` holds because the exemption does not, and that rests on the reading alone."""
    found = said(reading="not_exempt", angler=GUEST)
    assert (found.state, found.id, found.to_confirm) == ("wait", "permit_first", True)


def test_a_reading_that_changes_nothing() -> None:
    for reading in ("exempt", "not_exempt"):
        assert not said(reading=reading).to_confirm  # no guest
        assert not said(reading=reading, angler={**GUEST, "birth_date": CHILD}).to_confirm  # exempt as a child
        assert not said(reading=reading, angler=GUEST, trip={"water": "SEA"}).to_confirm


def test_a_state_that_rests_on_a_reading() -> None:
    """Exempt, or at sea: a yes either way, by the reading."""
    found = said(reading="exempt", angler=GUEST, trip={"water": unknown})
    assert (found.state, found.id, found.to_confirm) == ("go", None, True)
    assert not said(angler={"birth_date": CHILD}, trip={"water": unknown}).to_confirm


# --- a rule that is not sure -------------------------------------------------------------------------------------


def test_an_alarm_that_is_not_sure(tmp_path: Path) -> None:
    base = unsure(tmp_path, "heavy_catch")
    assert said(base, trip={"catch_weight": 9}).to_confirm
    assert not said(base).to_confirm
    assert not said(trip={"catch_weight": 9}).to_confirm


def test_a_ground_below_a_determination_that_is_not_sure(tmp_path: Path) -> None:
    base = unsure(tmp_path, "exempt_in_tournament")
    found = said(base, trip={"tournament": True})
    assert (found.id, found.to_confirm) == ("exempt", True)
    assert not said(trip={"tournament": True}).to_confirm


def test_another_ground_that_is_sure(tmp_path: Path) -> None:
    base = unsure(tmp_path, "exempt_in_tournament")
    found = said(base, angler={"birth_date": CHILD}, trip={"tournament": True})
    assert (found.id, found.to_confirm) == ("exempt", False)


def test_a_rule_that_does_not_hold_is_no_doubt(tmp_path: Path) -> None:
    base = unsure(tmp_path, "exempt_in_tournament")
    assert (said(base).id, said(base).to_confirm) == ("permit_first", False)


def test_an_exception_that_is_not_sure(tmp_path: Path) -> None:
    """A permit is required because the exemption of tournaments has an exception."""
    base = unsure(tmp_path, "too_many_rods")
    found = said(base, trip={"tournament": True, "rods": 20})
    assert (found.id, found.to_confirm) == ("permit_first", True)


def test_a_doubt_in_one_of_the_cases_that_are_gone_through(tmp_path: Path) -> None:
    """A yes at sea, and on the river by an exemption that is not sure."""
    base = unsure(tmp_path, "exempt_in_tournament")
    found = said(base, trip={"tournament": True, "water": unknown})
    assert (found.state, found.id, found.to_confirm) == ("go", None, True)


def test_nothing_is_to_be_confirmed_of_what_is_not_decided() -> None:
    found = said(reading="exempt", angler={"birth_date": unknown, "ties": unknown})
    assert (found.state, found.to_confirm) == ("depends", False)
