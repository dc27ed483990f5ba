"""Which procedures, steps and papers a case keeps, and what is said of those that may fall away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from fishing import altered, ask, unknown

from snia_advisor.law.model.advice import Advice, ProcedureAdvice, StepAdvice
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_yaml

CHILD = date(2020, 1, 1)


def procedure(advice: Advice) -> ProcedureAdvice:
    """The one procedure of an advice."""
    (found,) = advice.procedures
    return found


def step(advice: Advice, name: str) -> StepAdvice:
    """A step of the one procedure."""
    return next(one for one in procedure(advice).steps if one.id == name)


def test_a_procedure_that_applies() -> None:
    found = procedure(ask())
    assert (found.id, found.certain, found.title) == ("get_permit", True, "Obtain the permit")
    assert [one.id for one in found.steps] == ["prepare", "lodge", "collect_card"]


def test_a_procedure_that_does_not() -> None:
    assert ask(trip={"water": "SEA"}).procedures == ()


def test_a_procedure_that_may() -> None:
    found = procedure(ask(angler={"birth_date": unknown}))
    assert not found.certain


def test_certain_procedures_come_first(tmp_path: Path) -> None:
    text = Path("tests/law/rulebase/good/procedures.yaml").read_text(encoding="utf-8")
    body = text[text.index("- procedure: get_permit") :]
    twin = body.replace("procedure: get_permit", "procedure: aa_maybe").replace(
        "when: {permit: required}", "when: {trip.tournament: yes}")  # fmt: skip
    both = {f"{key}: [get_permit]": f"{key}: [aa_maybe, get_permit]" for key in ("procedures", "opens")}
    law = from_yaml(altered(tmp_path, both, twin))
    advice = ask(law, trip={"tournament": unknown, "rods": 9})
    assert [(p.id, p.certain) for p in advice.procedures] == [("get_permit", True), ("aa_maybe", False)]


def test_an_outcome_settled_by_cases_makes_a_procedure_certain(tmp_path: Path) -> None:
    """What exactness settled is settled for the procedures too, though Kleene's logic alone would still doubt."""
    changes = {"when: {not: adult}": "when: {all: [{trip.tournament: yes}, {trip.tournament: no}]}",
               "when: {trip.tournament: yes}": "when: {angler.ties: {includes: warden}}"}  # fmt: skip
    advice = ask(from_yaml(altered(tmp_path, changes)), trip={"tournament": unknown})
    assert advice.determination("permit").outcome == "required"
    assert procedure(advice).certain


# --- steps and papers --------------------------------------------------------------------------------------------


def test_a_step_that_falls_away_is_dropped() -> None:
    assert "ask_the_club" not in [one.id for one in procedure(ask()).steps]


def test_a_step_that_holds_needs_no_condition() -> None:
    assert step(ask(angler={"ties": ["club"]}), "ask_the_club").only_if is None


def test_a_step_unless(tmp_path: Path) -> None:
    law = from_yaml(
        altered(tmp_path, {"when: {angler.ties: {includes: club}}": "when: {not: {angler.ties: {includes: club}}}"})
    )
    assert step(ask(law), "ask_the_club").only_if is None
    assert "ask_the_club" not in [one.id for one in procedure(ask(law, angler={"ties": ["club"]})).steps]
    may = step(ask(law, angler={"ties": unknown}), "ask_the_club")
    assert may.only_if == 'it is not the case: Ties: includes "member of a club"'


def test_a_step_that_may_fall_away_says_when() -> None:
    found = step(ask(angler={"ties": unknown}), "ask_the_club")
    assert found.only_if == 'Ties: includes "member of a club"'


@pytest.mark.parametrize(
    ("groups", "papers"),
    [
        ({}, {"photograph": None}),
        ({"angler": {"ties": ["guest"]}, "readings": {"guests": "not_exempt"}}, {"photograph": None, "invitation": None}),
        (
            {"angler": {"ties": unknown}},
            {"photograph": None, "invitation": 'Ties: includes "guest of a riverside resident"'},
        ),
        ({"angler": {"birth_date": unknown}}, {"photograph": None, "parental_consent": "Exemption of minors"}),
    ],
)
def test_papers_fall_away_like_steps(groups: dict[str, Any], papers: dict[str, str | None]) -> None:
    assert {d.id: d.only_if for d in step(ask(**groups), "prepare").documents} == papers


def test_after_skips_what_was_dropped() -> None:
    without, with_club = ask(), ask(angler={"ties": ["club"]})
    assert step(without, "lodge").after == ("prepare",)
    assert step(with_club, "lodge").after == ("ask_the_club",)
    assert step(without, "prepare").after == ()
    assert step(without, "collect_card").after == ("prepare", "lodge")


def test_a_named_step_that_was_dropped_is_not_named(tmp_path: Path) -> None:
    law = from_yaml(altered(tmp_path, {"after: [prepare, lodge]": "after: [ask_the_club, lodge]"}))
    assert step(ask(law), "collect_card").after == ("lodge",)


def test_a_paper() -> None:
    (photo, *_) = step(ask(), "prepare").documents
    assert (photo.code, photo.title, photo.originals, photo.copies) == ("P1", "Photograph", 2, 0)
    assert (photo.form, photo.provided_by, photo.sources) == (("recent",), "worker", ("river-act#8",))
    assert photo.note == "Recent. On a light ground."


# --- delays, fees, events ----------------------------------------------------------------------------------------


def test_a_delay_reads_its_parameter() -> None:
    delay = step(ask(), "lodge").delay
    assert delay is not None
    assert (delay.amount, delay.unit, delay.max, delay.sources) == (Decimal(10), "unspecified", True, ("river-act#8",))


def test_a_delay_that_no_text_fixes() -> None:
    delay = step(ask(), "collect_card").delay
    assert delay is not None
    assert (delay.amount, delay.max) == (None, False)
    assert step(ask(), "prepare").delay is None


def test_a_fee_may_be_computed() -> None:
    fee = step(ask(trip={"rods": 3}), "lodge").fee
    assert fee is not None
    assert (fee.amount, fee.currency) == (Decimal("285.75"), "MAD")
    unknown_rods = step(ask(trip={"rods": unknown}), "lodge").fee
    assert unknown_rods is not None
    assert unknown_rods.amount is None


def test_a_fee_of_its_own_day() -> None:
    fee = step(ask(on=date(2025, 6, 1), trip={"rods": 3, "began_on": date(2025, 5, 31)}), "lodge").fee
    assert fee is not None
    assert fee.amount == 3 * Decimal("90.50")


def test_a_fee_that_is_not_published_is_not_free() -> None:
    fee = step(ask(), "collect_card").fee
    assert fee is not None
    assert (fee.amount, fee.confidence) == (None, "low")
    assert step(ask(), "prepare").fee is None


def test_what_starts_a_clock() -> None:
    assert step(ask(), "lodge").starts_when == "last of these events: complete file, fee paid"
    assert step(ask(), "collect_card").starts_when == "complete file"
    assert step(ask(), "prepare").starts_when is None


def test_who_and_where() -> None:
    found = step(ask(), "lodge")
    assert (found.actor, found.authority, found.authority_title) == ("worker", "water_office", "Water office")
    assert (step(ask(), "prepare").authority, step(ask(), "prepare").authority_title) == (None, None)


def test_every_real_procedure_can_be_written(rules: RuleBase) -> None:
    """Steps and papers of the real law name only what exists, in every language; nothing is certain of an empty case."""
    from snia_advisor.answer.advice.procedures import Procedures
    from snia_advisor.answer.deciding.situation import Situation
    from snia_advisor.answer.telling.wording import Wording
    from snia_advisor.law.model.case import Case

    situation = Situation(rules, Case({}), date(2026, 11, 2), None)
    for lang in ("fr", "ar", "en"):
        found = Procedures(situation, Wording(rules, lang), {}).of(tuple(rules.procedures))
        assert {p.id for p in found} == set(rules.procedures)
        assert not [p.id for p in found if p.certain]
        assert all(p.steps and all(s.sources for s in p.steps) for p in found)
