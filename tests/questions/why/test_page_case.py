"""The whole answer in few lines: every part of it, on the real law, whatever the state."""

from __future__ import annotations

import os
from itertools import groupby
from random import Random

import pytest

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.document import Document, KeyValue, Paragraph
from snia_advisor.answer.telling.look import Look
from snia_advisor.law.model.advice import Advice
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.messages import LANGUAGES
from snia_advisor.questions.scenarios.files import load_scenarios
from snia_advisor.questions.why.page_case import LINES, case_page
from snia_advisor.questions.why.smallest_change import changes_of

SEED = int(os.environ.get("SNIA_SEED", "7"))
EACH = int(os.environ.get("SNIA_WHY", "2"))  # scenarios of each state
STATES = ("go", "wait", "stop", "no", "depends")


@pytest.fixture(scope="module")
def advices(rules: RuleBase) -> list[tuple[str, Advice, Document]]:
    """Some advices of each state, each with its page, in one of the three languages."""
    scenarios = load_scenarios(rules)
    Random(SEED).shuffle(scenarios)
    left = dict.fromkeys(STATES, EACH)
    made = []
    for number, scenario in enumerate(scenarios[:150]):
        if not any(left.values()):
            break
        advice = advise(scenario.case, rules, lang=LANGUAGES[number % 3])
        if left.get(advice.answer.state):
            left[advice.answer.state] -= 1
            made.append((scenario.file, advice, case_page(rules, advice, changes_of(rules, scenario.case, advice))))
    assert {advice.answer.state for _, advice, _ in made} >= {"wait", "stop", "no", "depends"}, SEED
    return made


def parts(page: Document) -> list[list[str]]:
    """The lines of the page between its empty lines, each with what hangs below it."""
    shown: list[list[str]] = []
    for filled, lines in groupby(as_text(page, Look()).splitlines(), key=bool):
        if filled:
            group = list(lines)
            starts = [number for number, line in enumerate(group) if not line.startswith(" ")] or [0]
            shown += [group[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    return shown


def test_every_part_takes_at_most_ten_lines(advices: list[tuple[str, Advice, Document]]) -> None:
    for name, _, page in advices:
        assert all(len(part) <= LINES for part in parts(page)), (SEED, name)


def test_the_answer_comes_first_and_each_headline_determination_is_told(
    rules: RuleBase, advices: list[tuple[str, Advice, Document]]
) -> None:
    for name, advice, page in advices:
        text = " ".join(as_text(page, Look(width=2000)).split())  # unbreakable spaces too
        first = " ".join(advice.answer.title.split())
        assert first.casefold() in text[: len(first) + 5].casefold(), (SEED, name)
        for headline in rules.paths[advice.answer.path].headline:
            told = advice.determination(headline)
            title = told.outcome_title if told.status == "decided" and told.kind == "choose" else told.title
            assert " ".join(str(title).split()) in text, (SEED, name)


def test_what_it_waits_for_is_named(rules: RuleBase, advices: list[tuple[str, Advice, Document]]) -> None:
    for name, advice, page in advices:
        if advice.answer.state == "depends":
            wanted = [rules.facts[fact].title.to(advice.lang) for fact in advice.answer.missing]
            wanted += [rules.questions[one].title.to(advice.lang) for one in advice.answer.open_questions]
            said = [block.text for block in page.blocks if isinstance(block, KeyValue | Paragraph)]
            assert any(title in text for title in wanted for text in said), (SEED, name)
