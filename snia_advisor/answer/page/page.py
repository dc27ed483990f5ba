"""An advice on the screen: in 24 lines, in two pages, one thing of it, or everything with its proof."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

from ...law.rulebase.base import RuleBase
from ...messages import say
from ..planning.advised import Advised
from ..planning.papers import tick_list as paper_groups
from ..telling.document import Document
from ..telling.view import View
from .amounts import amounts
from .answers import answers, determined, reasons, recall
from .costs import costs
from .doing.acts import acts, deadlines
from .doing.dates import dates
from .doing.papers import tick_list
from .doing.procedures import procedures
from .doing.steps import Steps
from .doubts import attached_questions, deciding_questions
from .findings import findings, notes
from .first import first_screen
from .full import full_page
from .missing import missing_facts, sharpen
from .proof import proofs
from .ruled_out import changes
from .sources import receipt, sources

Section = Callable[[View], None]
Level = Literal["first", "full", "whole"]


def advice_page(
    base: RuleBase,
    advised: Advised,
    level: Level = "first",
    *,
    only: Sequence[str] = (),
    case: str | None = None,
    change: Section | None = None,
) -> Document:
    """The advice as a page, in its own language.

    `level`: the first screen, two pages (`full`), or everything, the whole proof included (`whole`). `only`: some of
    `SECTIONS` instead. `case`: how the case is named in the commands that follow. `change` is a section of another question
    about the case: what would turn a no into a yes.
    """
    case = case or say("meta_CASE", advised.advice.lang)
    if only:
        return _only(base, advised, only, change)
    if level == "first":
        return first_screen(base, advised, case)
    if level == "full":
        return full_page(base, advised, case, start_of(advised), change)
    return _whole(base, advised, change)


def _only(base: RuleBase, advised: Advised, names: Sequence[str], change: Section | None) -> Document:
    """The answer in a line, then the sections that were asked for, in the order in which they were."""
    view = View(base, advised.advice.lang, False, advised.advice)
    recall(view, advised.advice)
    for name in names:
        SECTIONS[name](view, advised, change)
    return view.page


def _steps(view: View, advised: Advised, change: Section | None) -> None:
    if advised.steps:
        Steps(view, advised, advised.steps, start_of(advised)).write()
    else:
        acts(view, advised.advice)
    procedures(view, advised.advice)


def _papers(view: View, advised: Advised, change: Section | None) -> None:
    start = start_of(advised)
    groups = paper_groups(advised.steps, view.base, start)
    tick_list(view, groups, start)
    if not groups:
        view.page.blank()
        view.page.para(view.say("papers_none"))


def _dates(view: View, advised: Advised, change: Section | None) -> None:
    dates(view, advised)


def _costs(view: View, advised: Advised, change: Section | None) -> None:
    costs(view, advised.advice)


def _risks(view: View, advised: Advised, change: Section | None) -> None:
    answers(view, advised.advice)
    findings(view, advised.advice)


def _doubts(view: View, advised: Advised, change: Section | None) -> None:
    missing_facts(view, advised.advice.missing)
    deciding_questions(view, advised.advice)
    attached_questions(view, advised.advice)


def _why(view: View, advised: Advised, change: Section | None) -> None:
    determined(view, advised.advice)
    reasons(view, advised.advice)


def _change(view: View, advised: Advised, change: Section | None) -> None:
    if change is not None:
        change(view)
    changes(view, advised.advice)


def _sources(view: View, advised: Advised, change: Section | None) -> None:
    sources(view, advised.advice)


SECTIONS: dict[str, Callable[[View, Advised, Section | None], None]] = {
    "steps": _steps,
    "papers": _papers,
    "dates": _dates,
    "costs": _costs,
    "risks": _risks,
    "doubts": _doubts,
    "why": _why,
    "change": _change,
    "sources": _sources,
}


def _whole(base: RuleBase, advised: Advised, change: Section | None) -> Document:
    """Everything, the whole proof included."""
    advice = advised.advice
    view = View(base, advice.lang, True, advice)
    answers(view, advice)
    acts(view, advice)
    deadlines(view, advice)
    determined(view, advice)
    reasons(view, advice)
    if change is not None:
        change(view)
    missing_facts(view, advice.missing)
    sharpen(view, advice)
    deciding_questions(view, advice)
    findings(view, advice)
    if advised.steps:
        Steps(view, advised, advised.steps, start_of(advised)).write()
    procedures(view, advice)
    tick_list(view, paper_groups(advised.steps, base, start_of(advised)), start_of(advised))
    attached_questions(view, advice)
    notes(view, advice)
    amounts(view, advice.amounts)
    changes(view, advice)
    proofs(view, advice)
    sources(view, advice)
    receipt(view, advice)
    view.page.blank()
    recall(view, advice)  # the top of a long advice has left the screen
    return view.page


def start_of(advised: Advised) -> date:
    """The day from which somebody acts."""
    return advised.schedule.start if advised.schedule else advised.advice.on
