"""How much a person reads, and that what is needed is on it: the first screen, the two pages, a case that says little."""

from __future__ import annotations

import re
from random import randrange
from typing import Any

import pytest
from findings_shown import MOST_COMMON, by_path, common, shown
from first_screens import faults, looked_at, shares

from snia_advisor.answer.advice.advise import advise, advised, paths_of
from snia_advisor.answer.page.page import advice_page
from snia_advisor.answer.page.paths import paths_page
from snia_advisor.answer.planning.advised import Advised
from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.look import Look
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.messages import LANGUAGES, say
from snia_advisor.questions.scenarios.files import load_scenarios

SCENARIOS = load_scenarios(load_rules())
BY_ID = {scenario.file: scenario for scenario in SCENARIOS}
ON_A_TERMINAL = Look(width=78)
NATIONALITY = {"on": "2026-11-02", "worker": {"nationalities": ["SN"]}}
COOK = "hire_employee/exemption_grounds/a_recognised_refugee_is_hired_as_a_cook_in_rabat"
NANNY = "hire_domestic_worker/a_filipina_nanny_still_abroad"
AT_HOME = ("hire_domestic_worker", "domestic_contract")
IN_A_COMPANY = ("hire_employee", "renew_employee", "change_employment")


def scenario(name: str) -> Any:
    """The case of a scenario."""
    return BY_ID[f"scenarios/{name}.yaml"].case


def text(base: RuleBase, found: Advised, level: Any) -> str:
    """A page as a terminal of eighty columns shows it."""
    return as_text(advice_page(base, found, level, case="case.yaml"), ON_A_TERMINAL)


def before_the_notes(page: str, lang: str) -> list[str]:
    """The lines of the two pages, the notes at the end not counted."""
    lines = page.splitlines()
    heads = {say("full_notes", lang), say("full_notes", lang).upper()}
    return lines[: max(n for n, line in enumerate(lines) if line.strip() in heads)]


# --- the first screen ------------------------------------------------------------------------------------------------


def test_the_first_screen_holds_what_is_needed_in_24_lines() -> None:
    """Every story, every scenario with many alarms, ten others a path. `python tests/first_screens.py` looks at all."""
    seed = randrange(10**6)
    print(f"seed {seed}")
    found = shares(frozenset(one.file for one in looked_at(SCENARIOS, seed)))
    assert found == [], f"seed {seed}"


def test_a_screen_without_its_act_is_noticed(rules: RuleBase) -> None:
    found = advised(scenario(COOK), rules, lang="en")
    other = found.advice.acts[0].model_copy(update={"text": "Do something else"})
    changed = found.advice.model_copy(update={"acts": (other, *found.advice.acts[1:])})
    assert list(faults(rules, found)) == []
    whole = Advised(changed, found.schedule, found.steps)
    assert list(faults(rules, whole)) == []  # the screen is made from the same advice
    undated = other.model_copy(update={"starts": None, "due": None, "waits_for": None})
    wrong = found.advice.model_copy(update={"acts": (undated,)})
    assert any("undated" in fault for fault in faults(rules, Advised(wrong, found.schedule, found.steps)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_nationality_alone_is_answered_briefly(rules: RuleBase, lang: str) -> None:
    for path in rules.paths:
        found = advised(NATIONALITY, rules, lang=lang, path=path)
        assert text(rules, found, "first").count("\n") <= 30
    considered = paths_of(case_from_values(NATIONALITY, rules), rules, lang=lang)
    assert as_text(paths_page(rules, lang, "case.yaml", considered), ON_A_TERMINAL).count("\n") <= 15


def test_the_end_of_a_paper_is_not_told_by_the_day_to_act(rules: RuleBase) -> None:
    """The visa ends on 15 December; the day to begin, 15 October, is told beside it, or is over."""
    case = scenario("renew_employee/french_national_settled_in_morocco_on_1_january_1991")
    screen = text(rules, advised(case, rules, lang="en"), "first")
    assert "End of the contract visa: 15 Dec 2026, act without waiting" in screen


def test_what_is_no_fine_is_not_called_one(rules: RuleBase) -> None:
    """The rule against two years over the ceiling holds the number of years; a law that fines gives from and to."""
    case = scenario("become_auto_entrepreneur/last_year_and_again_this_year_above_the_ceiling")
    found = advised(case, rules, lang="en")
    assert "fine: 2 years" not in text(rules, found, "first")
    assert all("MAD" in one.penalty for one in found.advice.answer.forbidden if one.penalty)


def test_a_text_that_is_silent_is_no_conflict(rules: RuleBase) -> None:
    """Only sources that contradict each other are; where no text says, it is to be confirmed."""
    for one in SCENARIOS[::25]:
        found = advised(one.case, rules, lang="en")
        page = as_text(advice_page(rules, found, only=["why"]), Look(width=1000))
        kinds = {rules.questions[name].question_kind for d in found.advice.determinations for name in d.open_questions}
        assert "CONFLICT" not in page or "disputed" in kinds, one.file


def test_numbers_within_a_formula_are_written_as_the_language_does(rules: RuleBase) -> None:
    page = text(rules, advised(scenario(COOK), rules, lang="fr"), "whole")
    assert "17,92 × 191" in page
    assert "17.92" not in page


# --- two pages -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("name", "most"), [(COOK, 120), (NANNY, 220)], ids=["cook", "nanny"])
def test_two_pages_are_two_pages(rules: RuleBase, name: str, most: int, lang: str) -> None:
    page = text(rules, advised(scenario(name), rules, lang=lang), "full")
    assert len(before_the_notes(page, lang)) <= most


def test_every_note_is_named_in_the_text_or_is_a_source_of_the_answer(rules: RuleBase) -> None:
    found = advised(scenario(NANNY), rules, lang="en")
    page = text(rules, found, "full")
    body = "\n".join(before_the_notes(page, "en"))
    named = set(re.findall(r"\[(\d+)\]", body))
    notes = set(re.findall(r"^\[(\d+)\]", page, re.MULTILINE))
    assert named <= notes
    assert len(notes - named) <= len(found.advice.answer.sources)


# --- relevance -------------------------------------------------------------------------------------------------------


def test_what_is_common_to_everybody_is_left_out(rules: RuleBase) -> None:
    """A sample of one in six; `python tests/findings_shown.py` counts them all."""
    for path, cases in by_path(rules, SCENARIOS[::6]).items():
        assert len(common(cases)) <= MOST_COMMON, path


@pytest.mark.parametrize("path", [*AT_HOME, *IN_A_COMPANY])
def test_no_case_reads_of_another_kind_of_work(rules: RuleBase, path: str) -> None:
    """Work at home says nothing to a company, and a business of one's own says nothing to a family."""
    foreign = ("self_employment", "services") if path in AT_HOME else ("domestic_work", "services")
    for one in [one for one in SCENARIOS if one.path == path][::9]:
        if path in IN_A_COMPANY and one.case.facts.get("employer.kind") in (None, "household"):
            continue
        found = shown(rules, advise(one.case, rules, lang="en"))
        files = {name: rules.raws["rule"][name].file for name in found}
        assert [name for name, file in files.items() if any(f"{folder}/" in file for folder in foreign)] == [], one.file


@pytest.mark.parametrize("path", sorted({str(one.path) for one in SCENARIOS}))
def test_no_appeal_before_a_refusal(rules: RuleBase, path: str) -> None:
    for one in [one for one in SCENARIOS if one.path == path][::9]:
        facts = one.case.facts
        told = {facts.get(f"request.{name}") for name in ("attestation", "visa", "title")}
        if told & {"refused", "silence", "withdrawn"} or facts.get("residence.removal") not in (None, "none"):
            continue
        page = text(rules, advised(one.case, rules, lang="en"), "full")
        assert "appeal" not in page.lower(), one.file
