"""A plan on the screen: the verdict, the dated steps, the papers, the questions for the desk, the dates that matter."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from ...answer.page.answers import answers
from ...answer.page.doubts import step_doubts
from ...answer.page.procedures import delay_text, fee_text
from ...answer.page.sources import receipt
from ...answer.page.step_words import StepWords
from ...answer.telling.document import Document, Note, Step
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...answer.timing.advised import Advised
from ...answer.timing.times import dates_of
from ...law.model.advice import StepAdvice
from ...law.rulebase.base import RuleBase
from ...messages.formats import long_date
from ...messages.plurals import quantity
from .page_desk import desk_questions
from .page_papers import cover_lists, numbered, tick_list
from .record import KeyDate, Plan, PlanStep

PARALLEL = 2  # steps named beside a step
QUESTIONS = 5  # missing facts named where no procedure is sure


def plan_page(base: RuleBase, advised: Advised, plan: Plan, explain: bool = False) -> Document:
    """The plan as a page, in its own language; `explain` counts each date day by day and cites in full."""
    advice = advised.advice
    view = View(base, plan.lang, explain, advice)
    answers(view, advice)
    for notice in plan.warnings[len(advice.warnings) :]:
        view.page.warn(notice.text)
    _Steps(view, advised, plan).write()
    tick_list(view, plan)
    cover_lists(view, plan)
    desk_questions(view, plan)
    _key_dates(view, plan.key_dates)
    _possible(view, plan)
    receipt(view, advice)
    return view.page


class _Steps:
    """The section of the steps: numbered in their order, those beside the way after them."""

    def __init__(self, view: View, advised: Advised, plan: Plan) -> None:
        self.view = view
        self.page = view.page
        self.advice = advised.advice
        self.plan = plan
        self.words = StepWords(view, advised.advice, advised.schedule) if advised.schedule else None
        self.steps = {step.key: step for step in plan.steps}

    def write(self) -> None:
        view = self.view
        if not self.plan.steps:
            self._nothing()
            return
        self._head()
        view.page.heading(view.say("head_plan_steps"))
        self._section(step for step in self.plan.steps if not dates_of(step).beside)
        beside = [step for step in self.plan.steps if dates_of(step).beside]
        if beside:
            view.page.heading(view.say("head_plan_beside"))
            self._section(beside)

    def _nothing(self) -> None:
        states = {answer.state for answer in self.advice.answers}
        against = states & {"no", "stop"}
        key = "plan_nothing_no" if against else "plan_nothing_open" if "depends" in states else "plan_nothing"
        self.page.blank()
        self.page.para(self.view.say(key), strong=True)
        missing = self.advice.missing
        for fact in missing[:QUESTIONS]:
            text = self.view.say("question_and_fact", question=fact.question, fact=fact.fact)
            self.page.para(text, 1, mark=BULLET)
        if len(missing) > QUESTIONS:
            self.page.para(self.view.say("and_more", n=len(missing) - QUESTIONS), 1)

    def _head(self) -> None:
        view, page = self.view, self.page
        page.heading(view.say("plan_title", day=long_date(self.plan.from_, view.lang)))
        ends = [day for key in self.plan.critical_path if (day := dates_of(self.steps[key]).done_by)]
        if ends:
            page.para(view.say("plan_end", day=long_date(max(ends), view.lang)))
            page.para(
                view.say("plan_way", numbers=view.join(str(self.steps[key].number) for key in self.plan.critical_path))
            )
        endless = self._endless()
        if endless:
            page.para(view.say("plan_end_open", steps=view.clauses(self._numbered(key) for key in endless)))
        page.heading(view.say("head_plan_procedures"))
        for procedure in (p for p in self.advice.procedures if p.certain):
            page.para(procedure.title, mark=BULLET, strong=True)
            if procedure.note:
                page.para(procedure.note, 1)

    def _endless(self) -> list[str]:
        """The steps whose end nothing fixes: an authority without a delay, and whatever a step waits for."""
        waited = {key for step in self.plan.steps for key in dates_of(step).waits_for}
        for step in self.plan.steps:
            dates = dates_of(step)
            if step.actor == "authority" and dates.possible_from and dates.done_by is None and not dates.beside:
                waited.add(step.key)
        return sorted(waited & self.steps.keys(), key=lambda key: self.steps[key].number)

    def _numbered(self, key: str) -> str:
        step = self.steps[key]
        return numbered(self.view, step.number, step.title)

    def _section(self, steps: Iterable[PlanStep]) -> None:
        for step in steps:
            self.page.blank()
            self._one(step)

    def _one(self, step: PlanStep) -> None:
        view, page = self.view, self.page
        page.add(Step(step.number, step.title))
        page.labelled(view.say("label_procedure"), step.procedure_title, 1)
        page.labelled(view.say("label_who"), who(view, step), 1)
        if step.only_if:
            page.labelled(view.say("label_only_if"), step.only_if, 1)
        if step.delay:
            page.labelled(view.say("label_delay"), delay_text(view, step.delay), 1)
        if self.words:
            self.words.write(step.procedure, step, view.whole)
        if step.parallel_with:
            self._parallel(step)
        if step.documents:
            papers = quantity("papers", len(step.documents), view.lang)
            page.labelled(view.say("label_papers"), view.say("plan_papers", papers=papers), 1)
        if step.fee:
            page.labelled(view.say("label_fee"), fee_text(view, step.fee), 1)
        if step.note:
            page.labelled(view.say("label_note"), step.note, 1)
        step_doubts(view, self.advice, step.open_questions, 1)
        view.cited(step.sources, 1)

    def _parallel(self, step: PlanStep) -> None:
        """The nearest steps that can run at the same time; those that may fall away are left to the JSON."""
        others = [self._numbered(key) for key in step.parallel_with if not self.steps[key].only_if]
        more = [self.view.say("and_more", n=len(others) - PARALLEL)] if len(others) > PARALLEL else []
        if others:
            self.page.labelled(self.view.say("label_parallel"), self.view.clauses([*others[:PARALLEL], *more]), 1)


def who(view: View, step: StepAdvice) -> str:
    """Who acts, and where."""
    actor = view.say("actor_" + step.actor)
    return view.say("who_where", who=actor, where=step.authority_title) if step.authority_title else actor


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
