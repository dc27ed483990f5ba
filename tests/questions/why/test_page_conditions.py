"""A condition that would have to hold, or would have to be otherwise, in words."""

from __future__ import annotations

from typing import Any

import pytest
from fishing import altered, case

from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.look import Look
from snia_advisor.answer.telling.view import View
from snia_advisor.law.logic.network import Network, positive
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.questions.why.page_conditions import text, wanted_sets
from snia_advisor.questions.why.why_not import Sets, Wanted, WhyNot

CREW = """
- fact: trip.crew
  type: records
  fields:
    paid: {type: yes_no, title: {fr: "Payé", ar: "مؤدى", en: "Paid"}}
  title: {fr: "Équipage", ar: "الطاقم", en: "Crew"}
  question: {fr: "Qui ?", ar: "من؟", en: "Who?"}
  why: ["river-act#4"]
  sensitive: no
  changeable: 3
- fact: trip.season
  type: choice
  options:
    a: {fr: "a", ar: "أ", en: "a"}
    b: {fr: "b", ar: "ب", en: "b"}
    c: {fr: "c", ar: "ج", en: "c"}
    d: {fr: "d", ar: "د", en: "d"}
    e: {fr: "e", ar: "ه", en: "e"}
    f: {fr: "f", ar: "و", en: "f"}
    g: {fr: "g", ar: "ز", en: "g"}
    h: {fr: "h", ar: "ح", en: "h"}
  title: {fr: "Saison", ar: "الموسم", en: "Season"}
  question: {fr: "Laquelle ?", ar: "أي موسم؟", en: "Which season?"}
  why: ["river-act#4"]
  sensitive: no
  changeable: 3
"""


@pytest.fixture(scope="module")
def law(tmp_path_factory: Any) -> RuleBase:
    return load_rules(altered(tmp_path_factory.mktemp("law"), added=CREW))


def why(law: RuleBase, **groups: Any) -> WhyNot:
    """The situation of a case, with no sets yet."""
    values = case(**groups)
    asked = case_from_values(values, law)
    return WhyNot(Situation(law, asked, values["on"], "fish", Network(law)), True, Sets(), Sets())


@pytest.mark.parametrize(
    ("condition", "holds", "otherwise"),
    [
        ({"trip.rods": {"at_least": "3"}}, "Rods: at least 3", "Rods: less than 3"),
        ({"trip.rods": {"more_than": "3"}}, "Rods: more than 3", "Rods: at most 3"),
        ({"trip.rods": {"at_most": "3"}}, "Rods: at most 3", "Rods: more than 3"),
        ({"trip.rods": {"less_than": "3"}}, "Rods: less than 3", "Rods: at least 3"),
        ({"trip.rods": {"equal": "3"}}, "Rods: exactly 3", 'Rods: other than "exactly 3"'),
        ({"trip.catch_weight": {"at_least": "3"}}, "Weight of the catch: at least 3",
         "Weight of the catch: less than 3, or none"),
        ({"angler.permit_expires": {"before": "$on"}}, "Permit valid until: before 1 June 2026",
         "Permit valid until: on or after 1 June 2026, or none"),
        ({"angler.permit_expires": {"on_or_before": "$on"}}, "Permit valid until: on or before 1 June 2026",
         "Permit valid until: after 1 June 2026, or none"),
        ({"trip.began_on": {"after": "$on"}}, "Beginning of the fishing: after 1 June 2026",
         "Beginning of the fishing: on or before 1 June 2026"),
        ({"trip.began_on": {"on_or_after": "$on"}}, "Beginning of the fishing: on or after 1 June 2026",
         "Beginning of the fishing: before 1 June 2026"),
        ({"angler.permit_expires": "none"}, "Permit valid until: none", 'Permit valid until: other than "none"'),
        ({"trip.tournament": "yes"}, "Tournament: yes", "Tournament: no"),
        ({"trip.water": "SEA"}, "Water: sea", 'Water: other than "sea"'),
        ({"trip.water": ["SEA", "RIVER"]}, "Water: one of: river, sea", 'Water: other than "river, sea"'),
        ({"trip.season": list("abcdefgh")[:7]}, "Season: one of: a, b, c, d, e, f, and 1 more",
         'Season: other than "a, b, c, d, e, f, and 1 more"'),
        ({"angler.ties": {"includes": "club"}}, 'Ties: includes "member of a club"', 'Ties: without "member of a club"'),
        ({"angler.ties": {"only": ["club"]}}, "Ties: nothing other than: member of a club",
         'Ties: other than "member of a club"'),
        ({"angler.ties": "none"}, "Ties: none of these", 'Ties: other than "none of these"'),
        ({"trip.crew": {"any_of": {"paid": "yes"}}}, "Crew: at least one of them: Paid: yes",
         "it is not the case: Crew: at least one of them: Paid: yes"),
        ({"open_question": {"guests": "exempt"}}, "Exemption of guests: He is exempt.",
         "it is not the case: Exemption of guests: He is exempt."),
    ],
)  # fmt: skip
def test_a_condition_and_its_opposite(law: RuleBase, condition: Any, holds: str, otherwise: str) -> None:
    found = why(law)
    index = positive(found.situation.network.written(condition))
    view = View(law, "en")
    assert text(view, found, Wanted(index, True)) == holds
    assert text(view, found, Wanted(index, False)) == otherwise


def test_the_value_that_was_given_stands_beside(law: RuleBase) -> None:
    found = why(law, angler={"ties": ["guest", "club"]}, readings={"guests": "exempt"})
    network, view = found.situation.network, View(law, "en")
    rods = positive(network.written({"trip.rods": {"at_least": "3"}}))
    assert text(view, found, Wanted(rods, True), with_given=True) == "Rods: at least 3 — given: 2"
    ties = positive(network.written({"angler.ties": {"includes": "warden"}}))
    assert text(view, found, Wanted(ties, True), with_given=True).endswith(
        "given: member of a club, guest of a riverside resident"
    )
    guests = positive(network.written({"open_question": {"guests": "exempt"}}))
    assert "He is exempt." in text(view, found, Wanted(guests, False), with_given=True).partition("—")[2]
    crew = positive(network.written({"trip.crew": {"any_of": {"paid": "yes"}}}))
    assert "given" not in text(view, found, Wanted(crew, True), with_given=True)


def test_options_that_one_fact_must_not_be_are_named_together(law: RuleBase) -> None:
    found = why(law)
    network = found.situation.network
    river, sea = (positive(network.written({"trip.water": water})) for water in ("RIVER", "SEA"))
    sets = Sets(((Wanted(river, False), Wanted(sea, False)),))
    view = View(law, "en")
    wanted_sets(view, WhyNot(found.situation, True, sets, Sets()))
    assert as_text(view.page, Look(width=500)).splitlines() == [
        "  These together would have to hold:", '    • Water: other than "river, sea" — given: river',
    ]  # fmt: skip


def test_several_sets_are_numbered(law: RuleBase) -> None:
    found = why(law)
    network = found.situation.network
    rods, weight = (
        positive(network.written(condition)) for condition in ({"trip.rods": {"at_least": "3"}}, {"trip.tournament": "yes"})
    )
    sets = Sets(((Wanted(rods, True),), (Wanted(rods, True), Wanted(weight, True))))
    view = View(law, "en")
    wanted_sets(view, WhyNot(found.situation, True, sets, Sets()))
    lines = as_text(view.page, Look(width=500)).splitlines()
    assert [line.strip() for line in lines if "ogether" in line][-1].endswith("Together:")
    assert sum("Rods: at least 3" in line for line in lines) == 2


@pytest.mark.parametrize(
    ("refused", "sets", "words"),
    [
        (True, Sets(), ["No other fact would have made it possible."]),
        (False, Sets(), ["No possible answer establishes it."]),
        (True, Sets(more=True), ["There are, or may be, others."]),
    ],
)
def test_when_there_is_no_set(law: RuleBase, refused: bool, sets: Sets, words: list[str]) -> None:
    view = View(law, "en")
    found = why(law).situation
    wanted_sets(view, WhyNot(found, refused, sets if refused else Sets(), Sets() if refused else sets))
    assert [line.strip() for line in as_text(view.page, Look(width=500)).splitlines()] == words
