"""The short screens of `compare` and `whatif`: never over 24 lines, with the answers, what turned first and the acts.

SNIA_SCREENS=1 python -m pytest tests/questions/compare/test_page_first.py       every scenario of the table of changes
"""

from __future__ import annotations

import itertools
import os
from functools import cache

import pytest

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.document import Document
from snia_advisor.answer.telling.look import Look
from snia_advisor.law.model.advice import Advice
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.messages import LANGUAGES, say
from snia_advisor.questions.compare.differences import Comparison, compare
from snia_advisor.questions.compare.page_first import LINES, compare_first
from snia_advisor.questions.compare.page_table import table_first
from snia_advisor.questions.compare.turned import act_changes, turned_first
from snia_advisor.questions.compare.whatif import one_fact_changes
from snia_advisor.questions.scenarios.files import load_scenarios

EVERY = 60  # scenarios for the pairs: about twenty in each language
TABLE_EVERY = 1 if os.environ.get("SNIA_SCREENS") else 330
ON_A_TERMINAL = 78


@cache
def rules() -> RuleBase:
    return load_rules()


@cache
def cases(every: int, lang: str) -> tuple[tuple[Case, Advice], ...]:
    """Some scenarios of every path with their advices."""
    chosen = [scenario.case for scenario in load_scenarios(rules())[LANGUAGES.index(lang) :: every]]
    return tuple((case, advise(case, rules(), lang=lang)) for case in chosen)


def pairs(lang: str) -> list[tuple[tuple[Case, Advice], tuple[Case, Advice]]]:
    """Each with its neighbour, with one far away, and with itself."""
    some = cases(EVERY, lang)
    far = zip(some, some[len(some) // 2 :], strict=False)
    return [*itertools.pairwise(some), *far, (some[0], some[0])]


def plain(text: str) -> str:
    """A text whatever its spaces and its capitals, in which a title is written."""
    return " ".join(text.split()).casefold()


def short(document: Document, name: str) -> str:
    """The screen, held to its size."""
    lines = as_text(document, Look(width=ON_A_TERMINAL)).splitlines()
    assert len(lines) <= LINES < 24, (name, len(lines))
    assert all(len(line) <= 80 for line in lines), name
    return " ".join(as_text(document).split())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_two_cases_fit_on_a_screen(lang: str) -> None:
    told = 0
    for (case_a, a), (case_b, b) in pairs(lang):
        comparison = compare(case_a, a, case_b, b)
        for names in ((), ("a.yaml", "another/case.yaml")):
            screen = short(
                compare_first(rules(), comparison, (case_a, case_b), (a, b), names), str((case_a.ref, case_b.ref))
            )
            _holds(screen, comparison, (case_a, case_b), (a, b), lang)
        told += bool(comparison.answers)
    assert told > 20


def _holds(screen: str, comparison: Comparison, of: tuple[Case, Case], advices: tuple[Advice, Advice], lang: str) -> None:
    """Both answers, what turned first, and an act of each kind that changes."""
    if comparison.same_answer:
        assert plain(advices[0].answer.title) in plain(screen)
        return
    for side in (side for side in (comparison.answers[0].a, comparison.answers[0].b) if side) if comparison.answers else ():
        assert plain(side.title) in plain(screen)
    turned = turned_first(rules(), comparison, of, advices)
    assert (say("head_turned", lang).casefold() in screen.casefold()) == (turned is not None)
    if turned is not None:
        assert plain(turned.determination.either.title) in plain(screen)
    changes = act_changes(*advices)
    for acts in (changes.only_a, changes.only_b):
        assert not acts or acts[0].question or plain(acts[0].text) in plain(screen)
    if not (changes.only_a or changes.only_b or changes.moved):
        assert say("acts_same", lang) in screen


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_of_changes_fits_on_a_screen(lang: str) -> None:
    told = 0
    for case, advice in cases(TABLE_EVERY, lang):
        table = one_fact_changes(rules(), case, advice)
        screen = short(table_first(rules(), table, case, advice), str(case.ref))
        assert plain(advice.answer.title) in plain(screen)
        answers = [change.answers[0].b for change in table.changes if change.answers]
        if answers and answers[0] is not None:
            assert any(answer is not None and plain(answer.title) in plain(screen) for answer in answers)
        told += bool(table.changes)
    assert told > 1


def test_what_turned_differs_and_its_facts_do() -> None:
    """Every determination that is named differs, and so does each fact; what the earlier outcome names comes first."""
    seen = 0
    for (case_a, a), (case_b, b) in pairs("en"):
        comparison = compare(case_a, a, case_b, b)
        turned = turned_first(rules(), comparison, (case_a, case_b), (a, b))
        if turned is None:
            continue
        seen += 1
        name = turned.determination.id
        assert name in {d.id for d in comparison.determinations}
        assert all(fact.a != fact.b for fact in turned.facts)
        if turned.finding is not None:
            assert (name, turned.finding) in {(f.place, f.id) for f in comparison.findings}
    assert seen > 15


def test_an_act_that_stands_further_down_is_not_called_another() -> None:
    for (_, a), (_, b) in pairs("en"):
        changes = act_changes(a, b)
        for acts, other in ((changes.only_a, b), (changes.only_b, a)):
            ahead = {line.step for line in other.plan if line.done is None and line.only_if is None}
            assert not {act.step for act in acts} & ahead
