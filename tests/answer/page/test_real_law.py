"""The real rule base on the screen: everything renders, in three languages, within eighty columns."""

from __future__ import annotations

import re
from datetime import date

import pytest

from snia_advisor.answer.advice.advise import advised
from snia_advisor.answer.page.page import advice_page
from snia_advisor.answer.page.proof import trees
from snia_advisor.answer.page.reasons import given, grounds
from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.look import Look
from snia_advisor.answer.telling.view import View
from snia_advisor.law.model.proof import ProofNode
from snia_advisor.messages import LANGUAGES
from snia_advisor.questions.lawbook.facts import facts_page
from snia_advisor.questions.lawbook.page import entry_page

DAY = date(2026, 11, 2)
PROVED = ProofNode(rule="r", text="R", truth="true")
SUPPOSED = {"fr": "supposons", "ar": "لنفترض", "en": "suppose"}
CASES = {
    "nothing known": {"path": "hire_employee"},
    "no path": {"worker": {"nationalities": ["IN"], "birth_date": "1990-05-01"}},
    "before the law": {"path": "hire_employee", "on": "2001-01-01"},
    "renewal": {"path": "renew_employee", "worker": {"nationalities": ["SN"]}},
    "change": {"path": "change_employment"},
}


SCREEN = Look(width=78)


def _too_wide(text: str) -> list[str]:
    return [line for line in text.splitlines() if len(line) > 78 and "://" not in line and " " in line.strip()]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", CASES)
def test_an_advice_renders(rules, name: str, lang: str) -> None:
    answer = advised(CASES[name], rules, None if "on" in CASES[name] else DAY, lang=lang)
    for explain in (False, True):
        text = as_text(advice_page(rules, answer, "whole" if explain else "full"), SCREEN)
        assert not _too_wide(text)
        assert not re.findall(r"\{[a-z_]+\}", text)  # no placeholder left open
        assert answer.advice.verdict.title in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_entry_renders(rules, lang: str) -> None:
    for kind, table in rules.raws.items():
        for name in table:
            text = as_text(entry_page(rules, [(kind, name)], lang, DAY), SCREEN)
            assert name in text
            assert not _too_wide(text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_fact_renders(rules, lang: str) -> None:
    for name in rules.facts:
        assert not _too_wide(as_text(facts_page(rules, [name], lang), SCREEN))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_proof_by_cases_supposes_is_never_shown_as_given(lang: str) -> None:
    # Whatever the nationality, who is too young gets no visa: the two values tried are not facts of the case.
    node = ProofNode(
        group="cases",
        text="...",
        truth="true",
        children=(
            ProofNode(fact="worker.nationalities", text="A", truth="true", given=["SY"], children=(PROVED,)),
            ProofNode(question="visa_convention_nationals", text="B", truth="true", children=(PROVED,)),
        ),
    )
    assert list(given(node)) == []
    assert grounds(node) == []
    view = View(None, lang)  # type: ignore[arg-type]
    trees(view, [node], 0)
    lines = as_text(view.page, Look(width=500)).splitlines()
    assert [SUPPOSED[lang] in line for line in lines] == [False, True, False, True, False]
    assert lines[1].strip().startswith("•")
