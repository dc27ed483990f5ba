"""The days that matter: those of the person, then the last days and the answers of the plan, in order."""

from __future__ import annotations

from ....messages.formats import long_date, short_date
from ...planning.advised import Advised
from ...planning.record import PlanStep
from ...telling.document import Mark
from ...telling.view import View
from ...telling.words import BULLET
from ...timing.times import dates_of
from .acts import deadline_day, deadlines
from .steps import moves, titled


def dates(view: View, advised: Advised) -> None:
    """Every deadline of the person with its sentence; then, day by day, what is due in the plan."""
    deadlines(view, advised.advice, every=True)
    dated = _dated(advised)
    if dated:
        view.page.heading(view.say("head_key_dates"))
    for step in dated:
        _line(view, step)
    if not dated and not advised.advice.deadlines:
        view.page.blank()
        view.page.para(view.say("dates_none"))


def in_five_lines(view: View, advised: Advised, most: int) -> None:
    """The nearest days, a line each."""
    advice = advised.advice
    view.page.heading(view.say("head_key_dates"))
    lines = [(one.date, deadline_day(view, one, brief=True), one.title) for one in advice.deadlines if not one.over]
    due = [(step.due, step) for step in _dated(advised) if step.due and not dates_of(step).passed]
    lines += [(day, short_date(day, view.lang), titled(view, step)) for day, step in due]
    for _, day, title in sorted(lines)[:most]:
        view.page.para(view.say("comparison", title=day, demand=title), mark=BULLET)
    if not lines:
        view.page.para(view.say("dates_none"))


def _dated(advised: Advised) -> list[PlanStep]:
    """The steps that have a last day, or by which an authority answers, the nearest first."""
    steps = [step for step in advised.steps if step.due and dates_of(step).happened is None and not step.only_if]
    return sorted(steps, key=lambda step: step.due or advised.advice.on)


def _line(view: View, step: PlanStep) -> None:
    dates = dates_of(step)
    assert step.due is not None, "it was chosen for its day"
    day = view.say("act_moves", date=long_date(step.due, view.lang)) if moves(step) else long_date(step.due, view.lang)
    mark = Mark.AGAINST if dates.passed else BULLET
    view.page.para(view.say("comparison", title=day, demand=titled(view, step)), mark=mark)
    if step.actor != "authority" and dates.legal_end and dates.legal_end != step.due:
        view.page.para(view.say("date_legal_end", day=long_date(dates.legal_end, view.lang)), 1)
    if dates.starts:
        view.page.para(view.say("date_counted_from", day=long_date(dates.starts, view.lang)), 1)
