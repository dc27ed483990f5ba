"""A plan on the screen: the verdict, the dated steps, the papers, the questions for the desk, the dates that matter."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ...answer.page.answers import answers
from ...answer.page.doing.acts import acts
from ...answer.page.doing.papers import numbered, tick_list
from ...answer.page.doing.steps import Steps
from ...answer.page.sources import receipt
from ...answer.planning.advised import Advised
from ...answer.planning.record import KeyDate, Plan
from ...answer.telling.document import Document, Note
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...law.model.advice import Advice
from ...law.rulebase.base import RuleBase
from ...messages.formats import long_date
from ...messages.plurals import quantity
from .page_cover import cover_lists
from .page_desk import desk_questions

QUESTIONS = 5  # missing facts named where no procedure is sure


def plan_page(base: RuleBase, advised: Advised, plan: Plan, explain: bool = False) -> Document:
    """The plan as a page, in its own language; `explain` counts each date day by day and cites in full."""
    advice = advised.advice
    view = View(base, plan.lang, explain, advice)
    answers(view, advice)
    for notice in plan.warnings[len(advice.warnings) :]:
        view.page.warn(notice.text)
    acts(view, advice)
    if plan.steps:
        Steps(view, advised, plan.steps, plan.from_).write()
    else:
        _nothing(view, advice)
    tick_list(view, plan.tick_list, plan.from_)
    cover_lists(view, plan)
    desk_questions(view, plan)
    _key_dates(view, plan.key_dates)
    _possible(view, plan)
    receipt(view, advice)
    return view.page


def _nothing(view: View, advice: Advice) -> None:
    """No procedure is sure: what would have to be known first."""
    key = "plan_nothing_open" if any(answer.state == "depends" for answer in advice.answers) else "plan_nothing"
    view.page.blank()
    view.page.para(view.say(key), strong=True)
    for fact in advice.missing[:QUESTIONS]:
        view.page.para(view.say("question_and_fact", question=fact.question, fact=fact.fact), 1, mark=BULLET)
    if len(advice.missing) > QUESTIONS:
        view.page.para(view.say("and_more", n=len(advice.missing) - QUESTIONS), 1)


# --- dates and what may follow -----------------------------------------------------------------------------------


def _key_dates(view: View, dates: Iterable[KeyDate]) -> None:
    """Day by day, what can, must or may be done."""
    shown = list(dates)
    if not shown:
        return
    view.page.heading(view.say("head_key_dates"))
    for day, of_the_day in groupby(shown, key=lambda dated: dated.date):
        view.page.para(long_date(day, view.lang), strong=True)
        for dated in of_the_day:
            title = numbered(view, dated.number, dated.title) if dated.number else dated.title
            text = view.say("plan_key_date", kind=view.say("plan_kind_" + dated.kind), title=title, sure=sure(view, dated))
            view.page.add(Note(text, doubt=dated.passed or dated.late, depth=1))


def sure(view: View, dated: KeyDate) -> str:
    """Whether a date is certain, and what may move it."""
    if dated.certainty in (("certain",), ("closures",)):
        text = view.say("plan_key_" + dated.certainty[0])
    else:
        text = view.say("plan_key_moves", doubts=view.join(view.say("plan_flag_" + flag) for flag in dated.certainty))
    parts = [text] if not dated.passed else [view.say("plan_key_passed")]
    return view.clauses([*parts, *([view.say("plan_key_conditional")] if dated.conditional else [])])


def _possible(view: View, plan: Plan) -> None:
    if not plan.possible_procedures:
        return
    view.page.heading(view.say("head_possible_procedures"))
    for procedure in plan.possible_procedures:
        view.page.para(procedure.title, mark=BULLET, strong=True)
        if procedure.only_if:
            view.page.labelled(view.say("label_only_if"), procedure.only_if, 1)
        steps = quantity("steps", len(procedure.steps), view.lang)
        view.page.para(view.say("outline", steps=steps, id=procedure.id), 1)
