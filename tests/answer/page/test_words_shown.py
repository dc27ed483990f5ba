"""What a reader finds in the words of a page: no other language, who acts, what a fine goes with, what is still doubtful."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from snia_advisor.answer.advice.advise import advised
from snia_advisor.answer.page.page import advice_page
from snia_advisor.answer.planning.advised import Advised
from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.cite import cites
from snia_advisor.answer.telling.look import Look
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.messages import LANGUAGES, say
from snia_advisor.questions.scenarios.files import load_scenarios

SCENARIOS = load_scenarios(load_rules())
SAMPLE = SCENARIOS[7::131]
NANNY = "hire_domestic_worker/a_filipina_nanny_still_abroad"
ONE_LINE = Look(width=1000)
ENGLISH = re.compile(
    r"\b(?:the|of|and|with|which|worker|before|after|date of the question|must|CASE|COMMAND|unknown)\b", re.IGNORECASE
)
NAMES = ("The Lawyer", "Move to Casa")  # sources that have an English name
COMMAND = re.compile(r"snia .*$|--[a-z]+\S*|[a-z_]+\.[a-z_.]+|\S+_\S+")  # what is typed is typed alike in every language
WORKER_PATHS = {"hire_employee", "renew_employee", "change_employment", "hire_domestic_worker", "domestic_contract"}


@cache
def law() -> RuleBase:
    return load_rules()


def scenario(name: str, lang: str) -> Advised:
    """The advice of a scenario."""
    return advised(next(one.case for one in SCENARIOS if one.file == f"scenarios/{name}.yaml"), law(), lang=lang)


def page(found: Advised, level: Any = "full", only: tuple[str, ...] = ()) -> str:
    """A page on which no line is broken, with plain spaces."""
    whole = as_text(advice_page(law(), found, level, only=only, case="x.yaml"), ONE_LINE)
    return re.sub("[\u00a0\u202f]", " ", whole)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_mixes_languages_or_labels_a_deadline_with_the_question(lang: str) -> None:
    """No English word in French or Arabic, numbers as the language writes them, no deadline whose reason is the question."""
    for one in SAMPLE:
        found = advised(one.case, law(), lang=lang)
        for line in (page(found) + page(found, only=("steps", "dates", "costs", "risks"))).splitlines():
            if "://" in line:
                continue
            assert f"({say('date_of_question', lang)})" not in line, one.file
            if lang == "en":
                continue
            words = COMMAND.sub("", line)
            for name in NAMES:
                words = words.replace(name, "")
            assert not ENGLISH.search(words), (one.file, line)
            assert lang != "fr" or not re.search(r"(?<![\d.])\d+\.\d+(?![\d.])", words), (one.file, line)


def test_the_parts_of_a_text_are_cited_in_the_language_of_the_page() -> None:
    cited = ["decree-2-17-355#note-3", "lf-2023#CGI-42-bis", "dahir-law-1-93-16#1-bis"]
    assert "note 3" in cites(law(), cited, "fr")
    assert "art. 42 bis du CGI" in cites(law(), cited, "fr")
    assert not re.search("[A-Za-z]", cites(law(), cited, "ar"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nobody_is_an_employee_on_a_path_of_ones_own(lang: str) -> None:
    """Who founds a company or asks for a title is called by the name that the path gives."""
    acting = say("actor_worker", lang)
    brought, own = say("tick_worker", lang, who=acting), 0
    for one in SAMPLE:
        found = advised(one.case, law(), lang=lang)
        party = law().paths[found.advice.answer.path].party
        assert (party is None) == (found.advice.answer.path in WORKER_PATHS)
        lines = [line.strip() for line in page(found, only=("steps", "papers", "costs")).splitlines()]
        if party is not None:
            own += any(line.startswith(party.to(lang)) for line in lines)
            assert not [line for line in lines if line == brought or re.match(rf"{acting}(?: ·| ;|;|؛|$)", line)]
    assert own


def test_a_price_says_what_the_text_adds_to_the_fine() -> None:
    """Prison, for each worker, on repeat: wherever the amount of such a rule is shown."""
    adding = {name for name, one in law().parameters.items() if one.adds}
    assert {"title_fine_art42", "title_fine_art43", "title_fine_art44", "labour_fine_below_smig"} <= adding
    seen = 0
    for one in SCENARIOS[::60]:
        advice = advised(one.case, law(), lang="fr").advice
        shown = [(item.id, item.penalty) for item in advice.answer.forbidden if item.penalty]
        shown += [(item.id, item.amount) for d in advice.determinations for item in d.findings if item.amount]
        for rule, amount in shown:
            name = str(law().rules[rule].amount).removeprefix("$")
            if name in adding:
                adds = law().parameters[name].adds
                assert adds is not None
                assert str(amount).endswith(adds.fr), one.file
                seen += 1
    assert seen


def test_every_prison_term_beside_a_price_is_said_once() -> None:
    """An act or a step whose price says it does not repeat it as a loss."""
    of_steps = [step for procedure in law().procedures.values() for step in procedure.steps]
    for one in [*law().acts.values(), *of_steps]:
        assert not (one.price and one.loss and "prison" in one.loss.fr), one


def test_good_news_that_rests_on_a_doubt_says_so_on_the_first_screen() -> None:
    seen = 0
    for one in SCENARIOS[::45]:
        found = advised(one.case, law(), lang="fr")
        answer = found.advice.answer
        doubtful = answer.to_confirm and answer.state in ("go", "wait")
        assert (say("first_to_confirm", "fr") in page(found, "first")) is doubtful, one.file
        seen += doubtful
    assert seen


def test_a_finding_of_the_two_pages_prints_its_sentence() -> None:
    found = scenario(NANNY, "fr")
    assert "L'adulte qui reste au-delà du séjour court demande le titre" in page(found)


@pytest.mark.parametrize(("wage", "shown"), [(None, False), ("4000", True)])
def test_the_minimum_wage_is_shown_to_who_gives_a_wage(wage: str | None, shown: bool) -> None:
    case = {"path": "hire_employee", "on": "2026-11-02", "contract": {"gross_monthly_wage": wage} if wage else {}}
    found = advised(case, law(), lang="fr")
    assert ("SMIG mensuel brut" in page(found)) is shown


def test_what_an_authority_has_done_is_no_answer_to_expect() -> None:
    """The agency has validated the file: the case says so, and nobody waits for it any more."""
    case = next(one.case for one in SCENARIOS if one.file == f"scenarios/{NANNY}.yaml")
    days = {"file.attestation_completed_on": date(2026, 10, 20), "file.attestation_validated_on": date(2026, 10, 27)}
    title = say("plan_expected", "fr", title="valider le dossier et envoyer la facture")
    assert title in page(advised(case, law(), lang="fr"), only=("steps",))
    found = advised(replace(case, facts={**case.facts, **days}), law(), lang="fr")
    assert [step.key for step in found.steps if step.actor == "authority" and step.dates and step.dates.happened]
    assert title not in page(found, only=("steps",))
    assert "Valider le dossier et envoyer la facture" in page(found, only=("steps",))
