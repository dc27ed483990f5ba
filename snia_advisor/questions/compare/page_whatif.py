"""What one change would do: fact by fact, the other values, and what becomes of the answer with each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from ...answer.page.answers import answer_mark, recall
from ...answer.page.sources import receipt
from ...answer.telling.document import Document, Mark
from ...answer.telling.view import View
from ...answer.telling.words import ARROW, BULLET
from ...law.model.advice import Advice
from ...law.rulebase.base import RuleBase
from .page_first import becomes, outcome
from .whatif import OneChange, OneFactTable


def table_page(base: RuleBase, table: OneFactTable, advice: Advice) -> Document:
    """The table as a page in the language of the advice."""
    view = View(base, advice.lang, whole=True)
    recall(view, advice)
    view.page.para(view.say("on_date", date=view.wording.plain(advice.on)))
    view.page.heading(view.say("head_one_change"))
    if table.changes:
        view.page.para(view.say("whatif_intro"))
    else:
        some = table.without_effect or table.tied or table.not_tried or table.happened
        view.page.para(view.say("whatif_nothing" if some else "whatif_none_changeable"), strong=True)
    for fact, changes in groupby(table.changes, lambda change: change.fact):
        _fact(view, fact, list(changes))
    view.page.blank()
    _names(view, "label_without_effect", table.without_effect)
    _names(view, "label_tied", table.tied)
    _names(view, "label_not_tried", table.not_tried)
    _names(view, "label_happened", table.happened)
    receipt(view, advice)
    return view.page


def _names(view: View, label: str, facts: Sequence[str]) -> None:
    if facts:
        view.page.labelled(view.say(label), view.clauses(map(view.wording.title, facts)))


def _fact(view: View, fact: str, changes: Sequence[OneChange]) -> None:
    """A fact with its present value; the other values with the same effects together."""
    view.page.blank()
    present = view.fact(fact, view.wording.value(fact, changes[0].before))
    view.page.para(view.say("with_id", text=present, id=fact), strong=True)
    by_effect: dict[tuple[Any, ...], list[OneChange]] = {}
    for change in changes:
        by_effect.setdefault(tuple(_effects(view, change)), []).append(change)
    arrow = Mark.LEFT_ARROW if view.lang == "ar" else ARROW
    for effects, alike in by_effect.items():
        view.page.para(view.clauses(change_value(view, change) for change in alike), 1, mark=arrow)
        for mark, text in effects:
            view.page.para(text, 3, mark=mark)


def change_value(view: View, change: OneChange) -> str:
    """The other value; of a list of answers, what is added or taken away."""
    before, after = change.before, change.after
    if not isinstance(after, frozenset) or not after:
        return view.wording.value(change.fact, after)
    key, answers = ("whatif_with", after - before) if after > before else ("whatif_without", before - after)
    return view.say(key, text=view.wording.options(change.fact, sorted(answers)))


def _effects(view: View, change: OneChange) -> list[tuple[Mark, str]]:
    """The answers that change, then the headline determinations, each as `title: before → after`."""
    effects = []
    for answer in change.answers:
        mark = answer_mark(answer.b) if answer.b else BULLET
        effects.append((mark, becomes(view, answer.either.path_title, answer.each(lambda side: side.title))))
    for d in change.determinations:
        effects.append((BULLET, becomes(view, d.either.title, d.each(lambda side: outcome(view, side)))))
    return effects
