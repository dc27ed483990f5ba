"""Scenarios on the screen: the list, one story, the results of a run with its coverage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from ...answer.telling.document import Document, Mark
from ...answer.telling.view import View
from ...answer.telling.wording import raw
from ...answer.telling.words import BULLET
from ...errors import BadInput
from ...law.logic.reading import known
from ...law.rulebase.base import RuleBase
from .record import Scenario
from .suite import SuiteReport


def of_path(base: RuleBase, scenarios: list[Scenario], path: str | None) -> list[Scenario]:
    """The scenarios of one path, or all. Raises `BadInput` for an unknown path."""
    if path is None:
        return scenarios
    base.paths.named("unknown_path", path)
    return [scenario for scenario in scenarios if scenario.path == path]


def named(name: str, load: Callable[[str | None], list[Scenario]]) -> tuple[Scenario, str]:
    """The scenario of that name, or in that file, and where it stands. Raises `BadInput`."""
    if Path(name).is_file():
        return load(name)[0], name
    by_id = {scenario.id: scenario for scenario in load(None)}
    scenario = by_id[known("unknown_item", name, by_id, BadInput)]
    return scenario, scenario.file


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


def list_json(scenarios: Sequence[Scenario], lang: str) -> list[dict[str, Any]]:
    """The scenarios as JSON values."""
    return [{"id": s.id, "path": s.path, "title": s.title.to(lang), "file": s.file} for s in scenarios]


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


def story_json(scenario: Scenario, lang: str) -> dict[str, Any]:
    """The story and the facts as JSON values."""
    case = scenario.case
    return {
        "id": scenario.id,
        "path": scenario.path,
        "title": scenario.title.to(lang),
        "story": scenario.story.to(lang) if scenario.story else None,
        "file": scenario.file,
        "on": case.on,
        "facts": {name: raw(value) for name, value in case.facts.items()},
        "readings": {name: recorded.reading for name, recorded in case.readings.items()},
    }


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
