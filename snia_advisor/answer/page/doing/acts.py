"""What to do, first thing first: who, where, by when, and what is at stake; then the person's other deadlines."""

from __future__ import annotations

from ....law.model.act_advice import ActAdvice, DeadlineAdvice
from ....law.model.advice import Advice
from ....messages.formats import date_text as long_text
from ....messages.formats import short_date
from ...telling.document import Mark
from ...telling.view import View
from ...telling.words import BULLET


def acts(view: View, advice: Advice) -> None:
    """The acts, numbered, each with a line for who, when and where."""
    view.page.heading(view.say("head_next"))
    if not advice.acts:
        view.page.para(view.say("acts_none"))
        return
    for number, act in enumerate(advice.acts, 1):
        view.page.item(number, _text(view, act))
        view.page.para(" · ".join(_details(view, act)), 2)
        if view.whole and act.note:
            view.page.para(act.note, 2)


def _text(view: View, act: ActAdvice) -> str:
    if act.over is None:
        return act.text
    passed = view.say("act_over", day=long_text(act.over, view.lang))
    return view.say("act_still_possible", passed=passed, text=act.text)


def _details(view: View, act: ActAdvice) -> list[str]:
    """Who, when, where, and the price of not doing it."""
    where = act.place or act.authority
    parts = [view.who(act.actor), when(view, act), *([where] if where else [])]
    return [*parts, *([act.penalty] if act.penalty else [])]


def in_a_line(view: View, act: ActAdvice) -> str:
    """What, when, where and the fine, for a page that has little room; a fine that the answer names is not said again."""
    passed = view.say("act_over", day=short_date(act.over, view.lang)) + " " if act.over else ""
    parts = [passed + act.text, when(view, act, brief=True), act.where or view.who(act.actor)]
    return " · ".join([*parts, *([act.penalty] if act.penalty and act.urgency != "now" else [])])


def when(view: View, act: ActAdvice, brief: bool = False) -> str:
    """By when, or from when, or after what; a date that may move is marked."""
    date_text = short_date if brief else long_text
    if act.due is not None:
        text = view.say("act_by", day=date_text(act.due, view.lang))
        return view.say("act_moves", date=text) if set(act.due_moves) - {"closures"} else text
    if act.waits_for is not None:
        return view.say("act_after", event=act.waits_for)
    start = act.starts
    if start is None or (view.advice is not None and start <= view.advice.on):
        return view.say("act_today")
    return view.say("act_from", day=date_text(start, view.lang))


def deadlines(view: View, advice: Advice, every: bool = False) -> None:
    """The days of the person, whatever was asked: the nearest only in a short view, unless `every` one is wanted."""
    if not advice.deadlines:
        return
    view.page.heading(view.say("head_deadlines"))
    for deadline in advice.deadlines if view.whole or every else advice.deadlines[:1]:
        _deadline(view, deadline)


def _deadline(view: View, deadline: DeadlineAdvice) -> None:
    text = view.say("comparison", title=deadline.title, demand=deadline_day(view, deadline))
    view.page.para(text, mark=Mark.AGAINST if deadline.over else BULLET, strong=True)
    view.page.para(deadline.text, 1)


def deadline_day(view: View, deadline: DeadlineAdvice, brief: bool = False) -> str:
    """The day of a deadline and, where it is another one, the day to act: the one is never told for the other."""
    date_text = short_date if brief else long_text
    day = date_text(deadline.date, view.lang)
    if deadline.act_by is None or deadline.over:
        return day
    if view.advice is not None and deadline.act_by < view.advice.on:
        return view.say("deadline_act_now", day=day)
    return view.say("deadline_act_by", day=day, by=date_text(deadline.act_by, view.lang))
