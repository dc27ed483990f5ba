"""The steps of the one plan on the screen, numbered in their order; those beside the way after them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ....law.model.advice import StepAdvice
from ....messages.formats import long_date, short_date
from ....messages.plurals import quantity
from ...planning.advised import Advised
from ...planning.papers import over
from ...planning.record import PlanStep
from ...telling.document import Step
from ...telling.view import View
from ...telling.words import BULLET, weekdays_text
from ...timing.times import dates_of, moved_by
from ..doubts import step_doubts
from .papers import numbered
from .procedures import delay_text, fee_text
from .step_words import StepWords

PARALLEL = 2  # steps named beside a step


class Steps:
    """The steps of a plan, with everything that is known of each."""

    def __init__(self, view: View, advised: Advised, steps: Sequence[PlanStep], start: date) -> None:
        self.view = view
        self.page = view.page
        self.advice = advised.advice
        self.start = start
        self.words = StepWords(view, advised.advice, advised.schedule) if advised.schedule else None
        self.shown = steps
        self.desks: set[str] = set()  # whose place and hours are told
        self.steps = {step.key: step for step in steps}

    def write(self) -> None:
        """The steps on the way to the end, then those beside it."""
        view = self.view
        self._head()
        self._procedures()
        view.page.heading(view.say("head_plan_steps"))
        self._legend()
        self._section(step for step in self.shown if not dates_of(step).beside)
        beside = [step for step in self.shown if dates_of(step).beside]
        if beside:
            view.page.heading(view.say("head_plan_beside"))
            self._section(beside)

    # --- the head ------------------------------------------------------------------------------------------------

    def _head(self) -> None:
        view, page = self.view, self.page
        page.heading(view.say("plan_title", day=long_date(self.start, view.lang)))
        critical = [step for step in self.shown if step.critical]
        ends = [day for step in critical if (day := dates_of(step).done_by)]
        if ends:
            page.para(view.say("plan_end", day=long_date(max(ends), view.lang)))
            page.para(view.say("plan_way", numbers=view.join(str(step.number) for step in critical)))
        endless = self._endless()
        if endless:
            page.para(view.say("plan_end_open", steps=view.clauses(self._numbered(key) for key in endless)))

    def _procedures(self) -> None:
        self.page.heading(self.view.say("head_plan_procedures"))
        for procedure in (p for p in self.advice.procedures if p.certain):
            self.page.para(procedure.title, mark=BULLET, strong=True)
            if procedure.note:
                self.page.para(procedure.note, 1)

    def _legend(self) -> None:
        if any(moves(step) for step in self.shown):
            self.page.para(self.view.say("plan_legend"))

    def _endless(self) -> list[str]:
        """The steps whose end nothing fixes: an authority without a delay, and whatever a step waits for."""
        waited = {key for step in self.shown for key in dates_of(step).waits_for}
        for step in self.shown:
            dates = dates_of(step)
            if step.actor == "authority" and dates.possible_from and dates.done_by is None and not dates.beside:
                waited.add(step.key)
        return sorted(waited & self.steps.keys(), key=lambda key: self.steps[key].number)

    def _numbered(self, key: str) -> str:
        step = self.steps[key]
        return numbered(self.view, step.number, step.title)

    # --- a step --------------------------------------------------------------------------------------------------

    def _section(self, steps: Iterable[PlanStep]) -> None:
        for step in steps:
            self.page.blank()
            self.page.add(Step(step.number, self._title(step)))
            self.page.para(who(self.view, step), 1)
            if step.only_if:
                self.page.labelled(self.view.say("label_only_if"), step.only_if, 1)
            self._wholly(step)

    def _title(self, step: PlanStep) -> str:
        """An authority's step is a date to expect, not an instruction; a date that may move is marked."""
        title = titled(self.view, step)
        return self.view.say("act_moves", date=title) if moves(step) else title

    def _wholly(self, step: PlanStep) -> None:
        view, page = self.view, self.page
        page.labelled(view.say("label_procedure"), step.procedure_title, 1)
        self._desk(step)
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
        if step.penalty:
            page.labelled(view.say("label_stake"), step.penalty, 1)
        if step.note:
            page.labelled(view.say("label_note"), step.note, 1)
        step_doubts(view, self.advice, step.open_questions, 1)
        view.cited(step.sources, 1)

    def _desk(self, step: PlanStep) -> None:
        """Where the desk is and when it receives, once for each; the days on which it is closed stand with the date."""
        base, name = self.view.base, step.authority
        if name is None or name in self.desks:
            return
        self.desks.add(name)
        where = base.authorities[name].where
        hours = [
            self.view.say("desk_hours", days=weekdays_text(desk.days, self.view.lang), hours=desk.hours.to(self.view.lang))
            for desk in base.desks.values()
            if desk.authority == name and desk.season == "ordinary" and desk.covers(self.start)
        ]
        parts = [*([where.to(self.view.lang)] if where else []), *hours]
        if parts:
            self.page.labelled(self.view.say("label_where"), " ".join(parts), 1)

    def _parallel(self, step: PlanStep) -> None:
        """The nearest steps that can run at the same time; those that may fall away are left to the JSON."""
        others = [self._numbered(key) for key in step.parallel_with if not self.steps[key].only_if]
        more = [self.view.say("and_more", n=len(others) - PARALLEL)] if len(others) > PARALLEL else []
        if others:
            self.page.labelled(self.view.say("label_parallel"), self.view.clauses([*others[:PARALLEL], *more]), 1)


def moves(step: PlanStep) -> bool:
    """Whether the dates of a step that is not done may move."""
    dates = dates_of(step)
    dated = step.due is not None or dates.possible_from is not None
    return dated and dates.happened is None and moved_by(step) not in ((), ("closures",))


def titled(view: View, step: PlanStep) -> str:
    """A step by its title; what an authority has still to do is an answer to expect."""
    happened = dates_of(step).happened
    done = happened is not None and (view.advice is None or happened <= view.advice.on)
    if step.actor != "authority" or done:
        return step.title
    return view.say("plan_expected", title=step.title[:1].lower() + step.title[1:])


def who(view: View, step: StepAdvice) -> str:
    """Who acts, and where."""
    actor = view.who(step.actor)
    where = step.place or step.authority_title
    return view.say("who_where", who=actor, where=where) if where else actor


def in_lines(view: View, advised: Advised, start: date) -> None:
    """The steps of the plan, two or three lines each: what, when and where; those that may fall away in a line."""
    if any(moves(step) for step in advised.steps):
        view.page.para(view.say("plan_legend"))
    for step in advised.steps:
        if over(step, start):
            continue
        title = titled(view, step)
        condition = [view.say("plan_key_conditional")] if step.only_if else []
        view.page.item(step.number, " · ".join([title, *_when(view, step), *_where(view, step), *condition]))


def _when(view: View, step: PlanStep) -> list[str]:
    dates = dates_of(step)
    if (step.due and step.actor == "authority") or (step.due and not dates.passed):
        text = view.say("act_by", day=short_date(step.due, view.lang))
    elif dates.possible_from:
        text = view.say("act_from", day=short_date(dates.possible_from, view.lang))
    else:
        return []
    return [view.say("act_moves", date=text) if moves(step) else text]


def _where(view: View, step: PlanStep) -> list[str]:
    if step.place or not step.authority:
        return [step.place] if step.place else []
    declared = view.base.authorities[step.authority]
    return [declared.called.to(view.lang)]
