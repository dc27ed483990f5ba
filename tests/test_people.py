"""Ten people: what each is told to do first, and in which order, held to what a person expected beforehand."""

from __future__ import annotations

from typing import Any

import pytest
from people import PEOPLE, case_of
from plan_faults import faults

from snia_advisor.answer.advice.advise import advised
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.questions.scenarios.files import load_scenarios


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: str(person["person"]).replace(" ", "_"))
def test_a_person_is_told_what_to_do_in_order(rules: RuleBase, person: dict[str, Any]) -> None:
    found = advised(case_of(person), rules, lang="en", path=person.get("path"))
    told = [act.id for act in found.advice.acts]
    places = [told.index(name) for name in person["acts"]]
    assert places == sorted(places)
    assert all(act.starts or act.waits_for or act.due for act in found.advice.acts)
    assert list(faults(rules, found, found.advice.on)) == []


SAMPLE = [scenario for number, scenario in enumerate(load_scenarios(load_rules())) if number % 12 == 0]


@pytest.mark.parametrize("scenario", SAMPLE, ids=lambda scenario: str(scenario.id))
def test_no_plan_has_a_fault(rules: RuleBase, scenario: Any) -> None:
    """One scenario of twelve; `python tests/plan_faults.py` looks at all of them."""
    found = advised(scenario.case, rules, lang="fr")
    assert list(faults(rules, found, found.advice.on)) == []
