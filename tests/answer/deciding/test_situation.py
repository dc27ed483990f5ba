"""A case before the law: what follows is filled in with its origin, what contradicts is refused with its lines."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fishing import ON, altered, case, fishing, unknown

from snia_advisor import messages
from snia_advisor.answer.deciding.situation import Situation, case_identity
from snia_advisor.errors import BadInput
from snia_advisor.law.logic.facts import UNKNOWN
from snia_advisor.law.logic.network import positive
from snia_advisor.law.model.case import Case, RecordedReading
from snia_advisor.law.model.values import NONE, Records
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values, read_case, with_facts
from snia_advisor.law.rulebase.load import from_yaml
from snia_advisor.messages import LANGUAGES


def situation(base: RuleBase | None = None, path: str | None = "fish", **groups: Any) -> Situation:
    """The situation of `case(**groups)` before the law of fishing."""
    law = base or fishing()
    asked = case_from_values(case(**groups), law)
    return Situation(law, asked, asked.on or ON, path)


def refused(text: str, base: RuleBase | None = None) -> BadInput:
    """The error that a contradictory case gives."""
    law = base or fishing()
    with pytest.raises(BadInput) as caught:
        Situation(law, read_case(text, "case.yaml", law), ON, None)
    return caught.value


# --- what follows ------------------------------------------------------------------------------------------------


def test_what_follows_is_filled_in_with_its_constraint() -> None:
    found = situation(trip={"water": "SEA"}, angler={"permit_expires": unknown})
    assert found.facts.value("angler.permit_expires") is NONE
    assert found.implied == {"angler.permit_expires": "no_permit_at_sea"}


def test_nothing_follows_from_an_unknown_fact() -> None:
    found = situation(trip={"water": unknown}, angler={"permit_expires": unknown})
    assert found.facts.value("angler.permit_expires") is UNKNOWN
    assert found.implied == {}


def test_what_was_given_is_not_implied() -> None:
    assert situation(trip={"water": "SEA"}).implied == {}  # the case says `none` itself


def test_what_follows_may_let_more_follow(tmp_path: Any) -> None:
    """Constraints are applied until nothing new follows, whatever their order in the file."""
    added = """
- constraint: a_no_rods_no_tournament
  text: {fr: "Sans canne, pas de concours.", ar: "لا مسابقة بدون قصبة.", en: "Without rods there is no tournament."}
  when: {trip.rods: {equal: 0}}
  then: {trip.tournament: no}
- constraint: b_no_permit_no_rods
  text: {fr: "Sans permis, pas de canne.", ar: "لا قصبة بدون رخصة.", en: "Without a permit there are no rods."}
  when: {angler.permit_expires: none}
  then: {trip.rods: 0}
"""
    law = from_yaml(altered(tmp_path, added=added))
    found = situation(law, trip={"water": "SEA", "rods": unknown, "tournament": unknown}, angler={"permit_expires": unknown})
    assert found.facts.value("trip.tournament") is False
    assert found.implied == {
        "angler.permit_expires": "no_permit_at_sea",
        "trip.rods": "b_no_permit_no_rods",
        "trip.tournament": "a_no_rods_no_tournament",
    }


def test_derived_facts_follow_what_is_implied(tmp_path: Any) -> None:
    law = from_yaml(altered(tmp_path))
    found = situation(law, trip={"water": "SEA"}, angler={"permit_expires": unknown})
    assert found.facts.value("angler.renewal_from") is NONE


# --- what the path says ------------------------------------------------------------------------------------------


def test_naming_a_path_says_something() -> None:
    assert situation(path="fish").by_path == {"trip.request": "first"}
    assert situation(path="renew_permit").facts.value("trip.request") == "renewal"
    assert situation(path=None).facts.value("trip.request") is UNKNOWN


def test_the_case_wins_over_the_path() -> None:
    found = situation(path="fish", trip={"request": "renewal"})
    assert found.by_path == {}
    assert found.facts.value("trip.request") == "renewal"


# --- contradictions ----------------------------------------------------------------------------------------------


def test_a_broken_constraint_names_its_facts_and_lines() -> None:
    problem = refused("trip: {rods: 1}\nangler:\n  birth_date: 2026-06-02\n")
    assert problem.key == "constraint_broken"
    assert "angler.birth_date (case.yaml:3)" in problem.sentence("en")
    assert "trip.rods" not in problem.sentence("en")


def test_the_limit_of_a_constraint_is_real_life() -> None:
    assert situation(angler={"birth_date": ON}).facts.value("angler.age") == 0


def test_a_fact_against_what_follows_names_both() -> None:
    problem = refused("trip:\n  water: SEA\nangler:\n  permit_expires: 2027-01-01\n")
    sentence = problem.sentence("en")
    assert "angler.permit_expires (case.yaml:4)" in sentence
    assert "trip.water (case.yaml:2)" in sentence


def test_a_contradiction_made_by_set_names_set() -> None:
    law = fishing()
    changed = with_facts(case_from_values(case(), law), ["angler.birth_date=2027-01-01"], law)
    with pytest.raises(BadInput) as caught:
        Situation(law, changed, ON, None)
    assert "angler.birth_date (--set angler.birth_date)" in caught.value.sentence("en")


def test_two_consequences_that_exclude_each_other(tmp_path: Any) -> None:
    added = """
- constraint: club_permit
  text: {fr: "Un club a un permis.", ar: "للنادي رخصة.", en: "A club has a permit."}
  when: {angler.ties: {includes: club}}
  then: {angler.permit_expires: 2026-12-31}
"""
    law = from_yaml(altered(tmp_path, added=added))
    problem = refused("trip: {water: SEA}\nangler: {ties: [club]}\n", law)
    assert problem.key == "constraint_broken"
    assert "angler.ties (case.yaml:2)" in problem.sentence("en")


def test_the_text_of_the_constraint_is_in_the_language_of_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = set()
    for lang in LANGUAGES:
        monkeypatch.setattr(messages, "_current", lang)
        texts.add(refused("angler: {birth_date: 2027-01-01}\n").args_["text"])
    assert len(texts) == 3


def test_on_decides_whether_facts_contradict() -> None:
    law = fishing()
    born = case_from_values({"angler": {"birth_date": date(2026, 6, 2)}}, law)
    Situation(law, born, date(2026, 6, 2), None)
    with pytest.raises(BadInput):
        Situation(law, born, date(2026, 6, 1), None)


# --- truth -------------------------------------------------------------------------------------------------------


def test_a_negated_edge_has_the_other_truth() -> None:
    found = situation()
    edge = found.network.rule("permit_in_force")
    assert (found.truth(edge), found.truth(~edge)) == (False, True)
    open_ = situation(angler={"permit_expires": unknown})
    edge = open_.network.rule("permit_in_force")
    assert (open_.truth(edge), open_.truth(~edge)) == (None, None)


def test_known_atoms_leave_the_unknown_out() -> None:
    found = situation(trip={"rods": unknown})
    order = found.network.below([found.network.rule("too_many_rods"), found.network.rule("permit_in_force")])
    known = found.known_atoms(order)
    (rods,) = found.network.nodes[positive(found.network.rule("too_many_rods"))].children
    assert rods not in known
    assert set(known.values()) == {False}


def test_a_reading_is_true_for_one_answer_only() -> None:
    found = situation(readings={"guests": "not_exempt"})
    edges = {r: found.network.written({"open_question": {"guests": r}}) for r in ("exempt", "not_exempt")}
    assert {reading: found.truth(edge) for reading, edge in edges.items()} == {"exempt": False, "not_exempt": True}


def test_what_is_given_has_an_order_of_its_own() -> None:
    found = situation(trip={"rods": 2, "tournament": unknown})
    asked = ("trip.water", "trip.rods", "trip.tournament")
    assert found.given(asked) == found.given(reversed(asked)) == (("trip.rods", 2), ("trip.water", "RIVER"))


def test_a_case_is_the_same_in_any_order() -> None:
    """The order in which facts, readings and the values of a record are written says nothing."""
    crew = {"trip.crew": Records(({"role": "hand", "paid": True},)), "trip.rods": 2}
    turned = {"trip.rods": 2, "trip.crew": Records(({"paid": True, "role": "hand"},))}
    readings = {"guests": RecordedReading("exempt"), "scales": RecordedReading("strict")}
    one, other = Case(crew, readings=readings), Case(turned, readings=dict(reversed(readings.items())))
    assert case_identity(one) == case_identity(other)
    assert case_identity(one) != case_identity(Case(crew)) != case_identity(Case({"trip.rods": 2}))
    assert case_identity(Case(crew, ref="R-1")) == "R-1"
