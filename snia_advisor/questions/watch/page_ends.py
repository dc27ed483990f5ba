"""What ends within the horizon, on the screen: a line for each deadline of a date, and one for its papers."""

from __future__ import annotations

from collections.abc import Iterator

from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...messages.formats import date_text
from .ends import EndDay, end_days
from .walk import Watch


def ends(view: View, watch: Watch) -> None:
    """The section; none where nothing ends."""
    days = end_days(watch)
    if not days:
        return
    view.page.heading(view.say("head_watch_ends", n=len(days)))
    told: set[str] = set()  # what is to be done about a deadline is said once
    for day in days:
        for text in _lines(view, day, told):
            view.page.para(text, mark=BULLET, lead=date_text(day.on, view.lang))


def _lines(view: View, day: EndDay, told: set[str]) -> Iterator[str]:
    for one in day.to_act:
        told.add(one.id)
        yield view.say("watch_ends_act", title=one.title, day=date_text(one.date, view.lang), text=one.text)
    for one in day.deadlines:
        yield one.title if one.id in told else view.say("watch_ends", title=one.title, text=one.text)
    for key, too_old in (("watch_ends_papers", False), ("watch_ends_too_old", True)):
        titles = dict.fromkeys(paper.title for paper in day.papers if paper.too_old is too_old)
        if titles:
            yield view.say(key, titles=view.clauses(titles))
