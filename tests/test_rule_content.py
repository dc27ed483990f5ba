"""The law as it is written: every scenario passes, and together they show every rule and every outcome at work."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.questions.scenarios.jobs import run_in_processes
from snia_advisor.questions.scenarios.record import Scenario
from snia_advisor.questions.scenarios.suite import SuiteReport, load_scenarios

DOCS = Path(__file__).parent.parent / "docs"
LEAST_SCENARIOS = 90
LEAST_STORIES = 10
LEAST_WORDS = 4

# Words that give a verdict away. Whoever reads a title should be able to guess before he looks at the answer; the point
# stands in the lesson. A word that also tells a fact is not here: a request is refused, a card has expired, a contract is
# without a visa, an office says no, a receipt still runs. "May" is a month where a day or a year stands beside it.
GIVING = {
    "fr": r"""exempt\w*, dispens\w*, interdite?s?, impossibles?, (?:in)?éligibles?, (?:in)?suffi\w+, exigée?s?,
        obligatoires?, permise?s?, droit à, a droit, ouvre droit, bloqu\w+, perd\w*, en règle, manquements?,
        infractions?, fautes?(?! grave), question ouverte, reste ouverte, caduques?, trop (?:tôt|tard|jeune|peu),
        il faut, doit, doivent, peut, peuvent, exclue?s?, admise?s?, (?:pas|non) couverte?s?, hors du champ""",
    "ar": r"""معفى, معفاة, معفي, إعفاء, تعفي, ممنوع, ممنوعان, محظور, مستحيلة?, يجوز, جائزة?, لازمة?, يلزم, يجب, يكفي,
        كافي?ة?, مخالفة, مفتوحة?, غير مشمولة?, يحق, مستثناة?, مستثنى, مسموح, مقبولة?, إلزامية?""",
    "en": r"""exempt\w*, forbidden, prohibited, impossible, (?:in)?eligible, enough, required, not needed, needs no,
        must, cannot, allowed, blocks?, blocked, loses?, lost, in order, breach(?:es)?, mistakes?, open question,
        lapse[sd]?, too (?:early|late|young|low|many|few), excluded, admitted, not covered, out of scope, has to,
        no longer, (?<!\d )may(?! \d)""",
    "name": r"""exempt\w*, forbidden, prohibited, impossible, (?:in)?eligible, enough, required, not needed, needs no,
        must, cannot, allowed, blocks?, blocked, loses?, lost, in order, breach(?:es)?, mistakes?, open question,
        lapse[sd]?, too, excluded, not covered, out of scope, outside the rules, has to, no longer, decides? nothing,
        has a right, of right, (?<!\d )may(?! \d)""",
}


@pytest.fixture(scope="module")
def scenarios(rules: RuleBase) -> list[Scenario]:
    """Every scenario of the checkout."""
    return load_scenarios(rules)


@pytest.fixture(scope="module")
def report(rules: RuleBase, scenarios: list[Scenario]) -> SuiteReport:
    """The whole suite, run once, on every core."""
    return run_in_processes(rules, scenarios)


def test_every_scenario_passes(report: SuiteReport, scenarios: list[Scenario]) -> None:
    assert {result.file: result.differences for result in report.results if not result.passed} == {}
    assert [result.file for result in report.results] == [scenario.file for scenario in scenarios]


def test_every_rule_is_seen_true_and_false_and_every_outcome_reached(report: SuiteReport) -> None:
    assert report.coverage["untested"] == []
    assert report.coverage["rules"]["total"] > 0
    assert report.coverage["outcomes"]["total"] > 0


def test_there_are_enough_scenarios(scenarios: list[Scenario]) -> None:
    assert len(scenarios) >= LEAST_SCENARIOS


def test_enough_of_them_tell_a_story(scenarios: list[Scenario]) -> None:
    told = [scenario for scenario in scenarios if scenario.story]
    assert len(told) >= LEAST_STORIES
    for scenario in told:
        assert scenario.story is not None
        assert len(scenario.story.fr) > 100, scenario.id


def test_file_names_are_sentences(scenarios: list[Scenario]) -> None:
    for scenario in scenarios:
        assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", scenario.id), scenario.id
        assert len(scenario.id.split("_")) >= LEAST_WORDS, scenario.id


def test_ids_are_unique(scenarios: list[Scenario]) -> None:
    assert [name for name, times in Counter(s.id for s in scenarios).items() if times > 1] == []
    refs = Counter(s.case.ref for s in scenarios if s.case.ref)
    assert [ref for ref, times in refs.items() if times > 1] == []


def test_every_headline_outcome_is_named(rules: RuleBase, scenarios: list[Scenario]) -> None:
    """What a person reads first was expected by somebody, outcome by outcome."""
    expected = {f"{name}.{wanted}" for s in scenarios for name, wanted in s.body.expect.items() if isinstance(wanted, str)}
    headline = {name for path in rules.paths.values() for name in path.headline}
    outcomes = {f"{name}.{outcome}" for name in headline for outcome in rules.determinations[name].choose or ()}
    assert sorted(outcomes - expected) == []


def test_every_path_has_scenarios_in_a_folder_of_its_name(rules: RuleBase, scenarios: list[Scenario]) -> None:
    assert {s.path for s in scenarios if s.path} == set(rules.paths)
    wrong = [s.file for s in scenarios if s.path and Path(s.file).parts[1] != s.path]
    assert wrong == []


def test_no_scenario_names_a_person_or_a_paper(scenarios: list[Scenario]) -> None:
    for scenario in scenarios:
        assert sum(character.isdigit() for character in scenario.case.ref or "") < 6, scenario.id


def test_titles_are_in_three_languages_and_differ(scenarios: list[Scenario]) -> None:
    arabic = re.compile(r"[\u0600-\u06ff]")
    titles = Counter(s.title.fr for s in scenarios)
    assert [title for title, times in titles.items() if times > 1] == []
    for s in scenarios:
        assert arabic.search(s.title.ar), s.id
        assert not arabic.search(s.title.fr + s.title.en), s.id
        assert s.title.fr != s.title.en, s.id


def given_away(texts: Mapping[str, str], words: str) -> dict[str, str]:
    """The giving word of each text that has one."""
    one_of = "|".join(re.split(r",\s+", words))
    giving = re.compile(rf"(?<!\w)(?:{one_of})(?!\w)", re.IGNORECASE)
    return {name: told[0] for name, text in texts.items() if (told := giving.search(text))}


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_no_title_gives_the_verdict_away(scenarios: list[Scenario], lang: str) -> None:
    assert given_away({s.id: s.title.to(lang) for s in scenarios}, GIVING[lang]) == {}


def test_no_file_name_gives_the_verdict_away(scenarios: list[Scenario]) -> None:
    assert given_away({s.id: s.id.replace("_", " ") for s in scenarios}, GIVING["name"]) == {}


@pytest.mark.parametrize(
    ("lang", "giving", "telling"),
    [
        ("fr", "L'attestation est exigée", "Attestation refusée, carte expirée, sans visa"),
        ("ar", "التأشيرة لازمة", "رفض الطلب وانتهت البطاقة دون تأشيرة"),
        ("en", "He may start", "Refused on 31 May 2023, 1,850 dirhams in May 2024"),
        ("name", "a company cannot register", "a file of june and no letter since 31 may 2017"),
    ],
)
def test_a_word_that_gives_the_verdict_away_is_seen(lang: str, giving: str, telling: str) -> None:
    assert list(given_away({"giving": giving, "telling": telling}, GIVING[lang])) == ["giving"]


def test_every_scenario_states_its_date(scenarios: list[Scenario]) -> None:
    assert [s.id for s in scenarios if s.case.on is None] == []


def test_the_table_for_a_lawyer_is_current(rules: RuleBase, report: SuiteReport) -> None:
    """Each rule with its sentence, its articles, and a scenario that shows it true, and one that shows it false."""
    spec = importlib.util.spec_from_file_location("make_table", DOCS / "make_table.py")
    assert spec is not None
    assert spec.loader is not None
    make_table = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make_table)
    written = (DOCS / "rules.md").read_text(encoding="utf-8")
    assert make_table.page(rules, report) == written, "run: python docs/make.py"
    for row in written.splitlines():
        if row.startswith("| ☐"):
            assert all(cell.strip() for cell in row.split("|")[2:8]), f"a rule without its articles or its scenarios: {row}"
