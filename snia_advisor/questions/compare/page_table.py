"""What one change would do, in at most 24 lines: fact by fact the answer that follows, what turned first, the first act.

`--full` has every effect and the facts that change nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ...answer.page.answers import answer_mark, recall
from ...answer.telling.document import Document
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...law.model.advice import Advice
from ...law.model.case import Case
from ...law.rulebase.base import RuleBase
from .page_first import LONGEST, act_in_brief, appears, fitted, foot, in_short, more
from .page_whatif import change_value
from .turned import act_changes, turned_first
from .whatif import OneChange, OneFactTable


@dataclass(frozen=True)
class _Room:
    """How much is told: changes, values with the same effect, answers of each, whether its first act and what turned."""

    changes: int
    values: int
    answers: int
    act: bool
    turned: bool


ROOMS = [
    _Room(changes, values, answers, act, turned)
    for (act, turned), answers, changes, values in itertools.product(
        ((True, True), (False, True), (False, False)), (2, 1), (8, 7, 6, 5, 4, 3, 2, 1), (2, 1)
    )
    if changes > 2 or not turned or values == answers == 1
]


def table_first(base: RuleBase, table: OneFactTable, case: Case, advice: Advice) -> Document:
    """The table in short."""
    alike = _alike(table)
    return fitted(ROOMS, lambda room: _document(base, alike, table, case, advice, room))


def _alike(table: OneFactTable) -> list[list[OneChange]]:
    """The changes of one fact that have the same effect, together; those that change an answer first."""
    groups: dict[Any, list[OneChange]] = {}
    for change in table.changes:
        answers = tuple((one.id, one.b.id, one.b.state, one.b.title) if one.b else (one.id,) for one in change.answers)
        outcomes = tuple((one.id, one.b.outcome if one.b else None) for one in change.determinations)
        groups.setdefault((change.fact, answers, outcomes), []).append(change)
    return sorted(groups.values(), key=lambda group: not group[0].answers)


def _document(
    base: RuleBase, alike: Sequence[list[OneChange]], table: OneFactTable, case: Case, advice: Advice, room: _Room
) -> Document:
    view = View(base, advice.lang, False, advice)
    recall(view, advice)
    view.page.heading(view.say("head_one_change"))
    if not alike:
        some = table.without_effect or table.tied or table.not_tried or table.happened
        view.page.para(view.say("whatif_nothing" if some else "whatif_none_changeable"), strong=True)
    for group in alike[: room.changes]:
        _change(view, group, case, advice, room)
    if alike[room.changes :]:
        view.page.para(more(view, len(alike) - room.changes))
    view.page.blank()
    foot(view, [advice])
    return view.page


def _change(view: View, group: Sequence[OneChange], case: Case, advice: Advice, room: _Room) -> None:
    """A fact with its other values, then what becomes of the answer."""
    first = group[0]
    title = view.wording.title(first.fact)
    before = view.wording.value(first.fact, first.before)
    after = view.some([change_value(view, change) for change in group], room.values)
    long = isinstance(first.after, frozenset) or len(before) + len(after) > LONGEST
    text = view.say("row", name=title, text=after) if long else view.say("becomes", title=title, a=before, b=after)
    view.page.para(text, mark=BULLET, strong=True)
    for answer in first.answers[: room.answers]:
        mark = answer_mark(answer.b) if answer.b else BULLET
        said = answer.b.title if answer.b else view.say("watch_absent")
        lead = answer.either.path_title if len(advice.answers) > 1 else ""
        view.page.para(said, 1, mark=mark, lead=lead, toned=True)
    if not first.answers:
        view.page.para(view.say("compare_same_advice"), 1, mark=BULLET)
    elif first.answers[room.answers :]:
        view.page.para(more(view, len(first.answers) - room.answers), 1)
    turned = turned_first(view.base, first.comparison, (case, first.case), (advice, first.advice)) if room.turned else None
    if turned is not None:
        now = turned.determination.b
        text = in_short(view, now) if now is not None else view.say("watch_absent")
        if now is None or now.status != "decided":  # an outcome says what it is about; a state does not
            text = view.say("comparison", title=turned.determination.either.title, demand=text)
        view.page.para(appears(view, turned) if turned.finding else text, 2, mark=BULLET)
    new = act_changes(advice, first.advice).only_b if room.act else ()
    for act in new[:1]:
        later = View(view.base, view.lang, False, first.advice)
        view.page.para(act_in_brief(later, act), 2, mark=BULLET, lead=view.say("first_acts"))
