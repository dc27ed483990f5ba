"""An act and a deadline of the person, as `rules show` prints them."""

from __future__ import annotations

from datetime import date

from ...answer.telling.condition import in_words
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...law.model.act import Act, PersonalDeadline


def act_details(view: View, act: Act, on: date) -> None:
    """What, who, where, when, and what is at stake."""
    if act.step:
        view.page.labelled(view.say("label_step"), act.step, 1)
    if act.text:
        view.page.para(act.text.to(view.lang), 1)
    if act.note:
        view.page.para(act.note.to(view.lang), 1)
    if act.actor:
        view.page.labelled(view.say("label_who"), view.say("actor_" + act.actor), 1)
    where = act.place or (view.base.authorities[act.authority].title if act.authority else None)
    if where:
        view.page.labelled(view.say("label_where"), where.to(view.lang), 1)
    if act.when is not None:
        view.page.labelled(view.say("label_only_if"), in_words(view, act.when, on), 1)
    for name in act.by:
        view.page.para(view.say("act_by", day=view.wording.title(name)), 1, mark=BULLET)
    for name in act.price:
        view.page.labelled(view.say("label_stake"), view.rule(name), 1)
    if act.loss:
        view.page.labelled(view.say("label_stake"), act.loss.to(view.lang), 1)


def deadline_details(view: View, deadline: PersonalDeadline, on: date) -> None:
    """The day, when it concerns the person, and what to do."""
    view.page.labelled(view.say("label_date"), view.wording.title(deadline.date), 1)
    if deadline.act_by:
        view.page.para(view.say("act_by", day=view.wording.title(deadline.act_by)), 1, mark=BULLET)
    if deadline.when is not None:
        view.page.labelled(view.say("label_only_if"), in_words(view, deadline.when, on), 1)
    view.page.para(deadline.text.to(view.lang), 1)
