"""What would make the advice more precise: alarms passed over, secondary determinations, amounts and papers on condition."""

from __future__ import annotations

import pytest

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.advice.sharpen import MOST_FACTS
from snia_advisor.law.model.advice import Advice
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.questions.ask.interview import Interview
from snia_advisor.questions.scenarios.files import load_scenarios

SAMPLE = load_scenarios(load_rules())[::40]
COOK = "scenarios/hire_employee/exemption_grounds/a_recognised_refugee_is_hired_as_a_cook_in_rabat.yaml"


def advice_on(rules: RuleBase, file: str) -> Advice:
    """The advice on a scenario."""
    return advise(next(one for one in load_scenarios(rules) if one.file == file).case, rules, lang="en")


@pytest.mark.parametrize("scenario", SAMPLE, ids=lambda scenario: str(scenario.id))
def test_three_groups_of_five_facts_that_nobody_has_given(rules: RuleBase, scenario: object) -> None:
    case = scenario.case  # type: ignore[attr-defined]
    advice = advise(case, rules, lang="en")
    facts = [fact for group in advice.sharpen for fact in group.facts]
    assert len(advice.sharpen) <= 3
    assert all(0 < len(group.facts) <= MOST_FACTS and group.settles for group in advice.sharpen)
    assert len(facts) == len(set(facts))
    assert not set(facts) & set(case.facts)
    assert not set(facts) & {missing.fact for missing in advice.missing}


def test_one_answer_that_rules_out_many_alarms_comes_first(rules: RuleBase) -> None:
    """Asked what has happened, who says "nothing" has answered for every refusal, silence and withdrawal."""
    advice = advice_on(rules, COOK)
    first = advice.sharpen[0]
    assert first.facts[0] == "case.happened"
    assert set(first.settles) <= set(advice.answer.unchecked_points)
    assert len(first.settles) > len(first.facts) * 3


def test_where_nothing_is_missing_the_interview_asks_what_makes_it_more_precise(rules: RuleBase) -> None:
    case = next(one for one in load_scenarios(rules) if one.file == COOK).case
    further = [fact for group in advice_on(rules, COOK).sharpen for fact in group.facts]
    assert Interview(rules, "hire_employee", case=case).next() is None
    talk = Interview(rules, "hire_employee", case=case, further=further)
    question = talk.next()
    assert question is not None
    assert question.fact == "case.happened"
    assert question.why_asked == ()
    assert talk.at_most == len(further) - 1
    talk.answer(frozenset())
    assert len(talk.advice().answer.unchecked_points) < len(advice_on(rules, COOK).answer.unchecked_points)
    while talk.next() is not None:
        talk.dont_know()
    assert talk.asked <= len(further)
