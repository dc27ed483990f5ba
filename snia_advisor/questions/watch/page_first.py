"""The next dates on which an answer changes, a line each: the date, what changes, and the answer where it turns.

What ends meanwhile stands below. `--full` has for each date everything that changes, and why.
"""

from __future__ import annotations

from datetime import timedelta

from ...answer.page.answers import answer_mark
from ...answer.telling.document import Document, Mark
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...law.rulebase.base import RuleBase
from ...messages.formats import date_text
from ..compare.page_first import appears, in_short
from ..compare.turned import turned_first
from .page import amounts_moved, clauses_of, comes_and_goes, opening, refusal
from .page_ends import ends
from .walk import ChangeDay, Watch

FACTS_SHOWN = 3


def watch_first(base: RuleBase, watch: Watch) -> Document:
    """The page in short, in the language of the advice."""
    view = View(base, watch.today.lang, False, watch.today)
    opening(view, watch)
    _changes(view, watch)
    ends(view, watch)
    refusal(view, watch)
    if watch.waiting:
        view.page.blank()
        titles = [view.wording.title(waiting.fact) for waiting in watch.waiting]
        view.page.labelled(view.say("label_watch_waiting", n=len(titles)), view.some(titles, FACTS_SHOWN))
    view.page.blank()
    told = watch.today.receipt
    known, notes = (date_text(day, view.lang) for day in (told.law_known_to, told.law_notes_to))
    view.page.para(view.say("watch_foot", known=known, notes=notes))
    view.page.command(view.say("first_next"), "--full")
    return view.page


def _changes(view: View, watch: Watch) -> None:
    count = len(watch.changes)
    view.page.heading(view.say("head_watch_changes", n=count) if count else view.say("head_watch_none"))
    if not count:
        last = watch.refusal.on - timedelta(days=1) if watch.refusal else watch.until
        key = "watch_none_known" if watch.waiting else "watch_none"
        view.page.para(view.say(key, until=view.wording.plain(last)), mark=BULLET)
    for change in watch.changes:
        mark, text = _line(view, change)
        view.page.para(text, mark=mark, lead=date_text(change.on, view.lang))


def _line(view: View, change: ChangeDay) -> tuple[Mark, str]:
    """What changes, then the answer where it turns; of several answers the first that does."""
    text = _what(view, change)
    turning = [answer for answer in change.difference.answers if answer.b is not None]
    if not turning:
        return BULLET, text
    now = turning[0].b
    assert now is not None
    several = len(change.after.answers) > 1
    said = view.say("headline", word=now.title, title=now.path_title) if several else now.title
    return answer_mark(now), view.say("watch_answer", text=text, answer=said)


def _what(view: View, change: ChangeDay) -> str:
    """The first thing that changes, in a clause."""
    turned = turned_first(view.base, change.difference, (), (change.before, change.after))
    if turned is not None and turned.finding is not None:
        return appears(view, turned)
    if turned is not None:
        now, title = turned.determination.b, turned.determination.either.title
        text = in_short(view, now) if now is not None else view.say("watch_absent")
        return view.say("comparison", title=title, demand=text)
    for determination in change.difference.determinations:
        for text in clauses_of(view, determination):
            return view.say("comparison", title=determination.either.title, demand=text)
    for title, text in (*amounts_moved(view, change), *comes_and_goes(view, change)):
        return view.say("comparison", title=title, demand=text)
    return view.say("watch_minor")
