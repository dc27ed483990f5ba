"""Scenarios on the screen: the list, one story, the results of a run with its coverage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...answer.telling.document import Document, Mark
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...law.rulebase.base import RuleBase
from .record import Scenario
from .suite import SuiteReport


def list_page(base: RuleBase, scenarios: Sequence[Scenario], lang: str) -> Document:
    """The titles, by path."""
    view = View(base, lang)
    path: str | None = ""
    for scenario in sorted(scenarios, key=lambda s: s.path or ""):
        if scenario.path != path:
            path = scenario.path
            view.page.blank()
            view.page.para(base.paths[path].title.to(lang) if path else view.say("every_path"), strong=True)
        view.page.para(view.say("row", name=scenario.id, text=scenario.title.to(lang)), 1, mark=BULLET)
    view.page.blank()
    view.page.para(view.say("scenarios_count", n=len(scenarios)))
    return view.page


def story_page(base: RuleBase, scenario: Scenario, where: str, lang: str) -> Document:
    """The story and the facts, `where` being its file. Not what is expected: a scenario is also an exercise."""
    view = View(base, lang)
    view.page.para(scenario.title.to(lang), strong=True)
    if scenario.path:
        view.page.para(base.paths[scenario.path].title.to(lang))
    if scenario.story:
        view.page.blank()
        view.page.para(scenario.story.to(lang))
    view.page.heading(view.say("head_facts"))
    if scenario.case.on:
        view.page.para(view.fact("on", view.wording.plain(scenario.case.on)), mark=BULLET)
    for name, value in scenario.case.facts.items():
        view.page.para(view.fact(name, view.wording.value(name, value)), mark=BULLET)
    for question, recorded in scenario.case.readings.items():
        view.page.para(view.wording.reading(question, recorded.reading), mark=BULLET)
    view.page.blank()
    view.page.labelled(view.say("label_file"), where)
    view.page.command(view.say("label_answer"), f"snia check {where}")
    return view.page


def report_page(base: RuleBase, report: SuiteReport, lang: str) -> Document:
    """Failures first, each with its differences; then the count and the coverage."""
    view = View(base, lang)
    for result in report.results:
        if not result.passed:
            view.page.para(view.say("row", name=result.id, text=result.path or ""), mark=Mark("no"), strong=True)
            for difference in result.differences:
                view.page.para(difference, 1, mark=BULLET)
    view.page.blank()
    state = "no" if report.failed else "yes"
    counts = view.say("run_counts", passed=report.passed, failed=report.failed)
    view.page.para(counts, mark=Mark(state), strong=True)
    _coverage(view, report.coverage)
    return view.page


def _coverage(view: View, coverage: dict[str, Any]) -> None:
    rules, outcomes = coverage["rules"], coverage["outcomes"]
    for key, seen, total in (
        ("coverage_true", rules["seen_true"], rules["total"]),
        ("coverage_false", rules["seen_false"], rules["total"]),
        ("coverage_outcomes", outcomes["reached"], outcomes["total"]),
    ):
        view.page.para(view.say(key, seen=seen, total=total, percent=100 * seen // total if total else 100), 1, mark=BULLET)
    untested = coverage.get("untested") or ()
    if untested:
        view.page.para(view.say("untested", n=len(untested)), 1, mark=BULLET)
