"""A pair that is not proved is shown by a case, where one is found."""

from __future__ import annotations

from datetime import date

from conftest import Law

from snia_advisor.answer.advice.advise import advise
from snia_advisor.law.model.case import Case
from snia_advisor.questions.checks.proof.counterexample import counterexamples
from tests.questions.checks.proof.test_pairs import ALARM, BARS, CLOSED, FACTS, GOES

ON = date(2026, 6, 1)


def case(**facts: object) -> Case:
    return Case({f"a.{name}": value for name, value in facts.items()}, on=ON, path="goal")


def test_what_is_proved_has_no_counterexample(law: Law) -> None:
    base = law(FACTS + CLOSED + ALARM + GOES + BARS)
    assert list(counterexamples(base, ON, [case(kind="p"), case(kind="p", refused=True)])) == []


def test_a_bar_that_was_forgotten_is_shown_by_the_fewest_changes(law: Law) -> None:
    base = law(FACTS + CLOSED + GOES + BARS)
    found = dict(counterexamples(base, ON, [case(kind="p"), case(kind="q", silent=True)]))
    assert set(found) == {"goal.free.refused", "goal.paper.refused"}
    assert found["goal.free.refused"].facts == {"a.kind": "p", "a.refused": True}
    for name, shown in found.items():
        assert advise(shown, base, lang="en").answer.id == name.split(".")[1]


def test_nothing_is_found_without_a_case_that_is_near_enough(law: Law) -> None:
    base = law(FACTS + CLOSED + GOES + BARS)
    assert list(counterexamples(base, ON, [case(kind="r")])) == []
