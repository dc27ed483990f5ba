"""The date of a step in words: one sentence, then what must be said beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from ....law.calendar.deadline import Deadline
from ....law.model.advice import Advice, StepAdvice
from ....law.model.dates import Certainty
from ....law.model.steps import Step
from ....messages.formats import long_date
from ...telling.document import Note
from ...telling.view import View
from ...telling.words import ARROW
from ...timing.schedule import Schedule, ambiguous
from ...timing.times import dates_of
from .deadline_words import answer, claims, deadline_lines, notes, prudent


class StepWords:
    """The words for the dates of the steps of one advice, as its schedule has counted them."""

    def __init__(self, view: View, advice: Advice, schedule: Schedule) -> None:
        self.view = view
        self.advice = advice
        self.schedule = schedule
        self.start = schedule.start
        self.titles = {f"{p.id}.{step.id}": step.title for p in advice.procedures for step in p.steps}

    def written(self, procedure: str, step: StepAdvice) -> Step:
        """The step as the rule base has it."""
        return self.schedule.written[procedure, step.id]

    def deadline(self, procedure: str, step: StepAdvice) -> Deadline | None:
        """The deadline of a step, with its count day by day."""
        return self.schedule.deadline(procedure, step.id)

    def day(self, day: date) -> str:
        """A date with its day of the week."""
        return long_date(day, self.view.lang)

    # --- the sentence ----------------------------------------------------------------------------------------------

    def sentence(self, procedure: str, step: StepAdvice) -> str:
        """When the step can be taken, is due or is answered; or why no date can be given."""
        dates, view = dates_of(step), self.view
        deadline = self.deadline(procedure, step)
        if dates.happened is not None:
            key = "plan_done" if dates.happened <= self.start else "plan_foreseen"
            return view.say(key, day=self.day(dates.happened))
        if step.due is not None and (deadline is None or deadline.due != step.due):
            by = self.written(procedure, step).by
            if by is None:
                return view.say("plan_by", day=self.day(step.due))
            return view.say("plan_by_fact", day=self.day(step.due), fact=view.wording.title(by))
        if deadline is not None:
            counted = answer(view, deadline)
            if deadline.whose != "user":
                return counted
            legal = view.say("plan_legal_end", counted=counted[:1].lower() + counted[1:])
            return f"{prudent(view, deadline)} {legal}"
        return self._without_deadline(procedure, step)

    def _without_deadline(self, procedure: str, step: StepAdvice) -> str:
        dates, view = dates_of(step), self.view
        if dates.waits_for:
            steps = view.clauses(view.say("quoted", text=self.titles.get(key, key)) for key in dates.waits_for)
            return view.say("plan_waits", steps=steps)
        if dates.clock and dates.starts is None:
            events = view.clauses(view.say("quoted", text=event.title) for event in dates.clock)
            return view.say("plan_clock_undated", events=events)
        if dates.possible_from is None:
            return view.say("plan_no_time")
        key = "plan_from_no_time" if step.actor == "authority" else "plan_from"
        return view.say(key, day=self.day(dates.possible_from))

    # --- beside it -------------------------------------------------------------------------------------------------

    def beside(self, procedure: str, step: StepAdvice) -> Iterator[Note]:
        """What may still move the date, and what is wrong with it."""
        dates, view = dates_of(step), self.view
        yield from self.overdue(procedure, step)
        if dates.happened is not None:
            return
        not_before = self.written(procedure, step).not_before
        if not_before and dates.possible_from and dates.possible_from > self.start:
            yield Note(view.say("plan_not_before", fact=view.wording.title(not_before)))
        deadline = self.deadline(procedure, step)
        if deadline is not None:
            yield from self._counted(procedure, step, deadline)
        if dates.rests_on and (step.due is None or "planned" in dates.certainty):
            yield Note(view.say("plan_rests", doubts=self.doubts(dates.rests_on)), True)
        names = self._to_tell(procedure, step)
        if names:
            yield Note(view.say("plan_tell", how=self.how_to_tell(procedure, names)))

    def overdue(self, procedure: str, step: StepAdvice) -> Iterator[Note]:
        """A deadline that is over, or that comes before the step can be taken."""
        dates = dates_of(step)
        if dates.passed and step.due:
            deadline = self.deadline(procedure, step)
            end = max((day for one in deadline.ends for day in one.plain), default=step.due) if deadline else step.due
            key = "plan_prudent_passed" if end >= self.start else "plan_passed"
            yield Note(self.view.say(key, day=self.day(end if end >= self.start else step.due)), True)
        if dates.late and dates.possible_from:
            yield Note(self.view.say("plan_late", day=self.day(dates.possible_from)), True)

    def _counted(self, procedure: str, step: StepAdvice, deadline: Deadline) -> Iterator[Note]:
        view = self.view
        yield from notes(view, deadline)
        assumed = [event for event in dates_of(step).clock if event.date is None]
        if assumed:
            events = view.clauses(view.say("quoted", text=event.title) for event in assumed)
            how = self.how_to_tell(procedure, [event.id for event in assumed])
            yield Note(view.say("plan_assumed", events=events, how=how), True)
        if dates_of(step).certainty == ("certain",):
            yield Note(view.say("plan_certain"))

    def _to_tell(self, procedure: str, step: StepAdvice) -> list[str]:
        """The events whose date would give the step, or what follows it, a date."""
        dates = dates_of(step)
        if dates.clock and dates.starts is None:
            return [] if dates.waits_for else [event.id for event in dates.clock]
        endless = step.actor == "authority" and dates.possible_from and dates.done_by is None
        return list(self.written(procedure, step).brings) if endless else []

    def how_to_tell(self, procedure: str, names: Iterable[str]) -> str:
        """`--event file_validated=YYYY-MM-DD`, with the procedure where several know the event."""
        form, events = self.view.say("write_date"), list(names)
        several = ambiguous(self.advice, self.view.base, events)
        return " ".join(f"--event {procedure + '.' if name in several else ''}{name}={form}" for name in events)

    def doubts(self, flags: Iterable[Certainty]) -> str:
        """What may move a date, in a few words each."""
        return self.view.clauses(self.view.say("plan_flag_" + flag) for flag in flags)

    # --- on the page -----------------------------------------------------------------------------------------------

    def clock(self, step: StepAdvice) -> str | None:
        """What starts the clock, each event with its date."""
        view, told = self.view, dates_of(step).clock
        if not told:
            return step.starts_when
        undated = view.say("plan_undated")
        texts = [
            view.say("comparison", title=event.title, demand=self.day(event.date) if event.date else undated)
            for event in told
        ]
        return view.say("last_of" if len(texts) > 1 else "only_event", events=view.clauses(texts))

    def write(self, procedure: str, step: StepAdvice, explain: bool) -> None:
        """The lines about the dates of a step; `explain` adds the count day by day."""
        page, deadline = self.view.page, self.deadline(procedure, step)
        clock = self.clock(step)
        if clock:
            page.labelled(self.view.say("label_starts"), clock, 1)
        page.labelled(self.view.say("label_date"), self.sentence(procedure, step), 1)
        for claim in claims(self.view, deadline) if deadline else ():
            page.para(claim, 2, mark=ARROW)
        page.add(*(replace(note, depth=2) for note in self.beside(procedure, step)))
        if explain and deadline is not None and deadline.ends:
            page.para(self.view.say("group", text=self.view.say("add_head_days")), 1, strong=True)
            deadline_lines(self.view, deadline)
