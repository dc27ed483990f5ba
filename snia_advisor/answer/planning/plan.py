"""The plan of an advice: its steps in order, what can run beside what, the way to the end, and what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ...law.calendar.deadline import Deadline
from ...law.model.advice import Advice, Notice, ProcedureAdvice, StepAdvice
from ...law.rulebase.base import RuleBase
from ...messages import say
from ...messages.formats import date_text
from ..timing.schedule import Schedule
from ..timing.times import dates_of
from ..timing.timing import Timing
from .advised import Advised
from .desk import desk_questions
from .key_dates import key_dates
from .papers import cover_lists, over, tick_list
from .record import Plan, PlanStep, PossibleProcedure, ReadingEnd


def plan_of(advised: Advised, base: RuleBase, timing: Timing | None = None) -> Plan:
    """The plan of an advice that was made with this `timing` on this rule base."""
    advice, timing = advised.advice, timing or Timing()
    start = timing.start or advice.on
    steps = in_order(p for p in advice.procedures if p.certain)
    placed = tuple(_placed(step, steps, start, advised.schedule) for step in steps)
    papers = tick_list(placed, base, start)
    return Plan(
        lang=advice.lang,
        on=advice.on,
        from_=start,
        ref=advice.ref,
        answers=advice.answers,
        verdicts=advice.verdicts,
        acts=advice.acts,
        deadlines=advice.deadlines,
        steps=placed,
        critical_path=tuple(step.key for step in placed if step.critical),
        possible_procedures=tuple(_possible(p) for p in advice.procedures if not p.certain),
        tick_list=papers,
        cover_lists=cover_lists(placed, base, start, advice.lang),
        desk_questions=desk_questions(advice, base),
        key_dates=key_dates(placed, papers, advice.deadlines, start),
        warnings=(*advice.warnings, *_notices(advice, base, timing, placed)),
        receipt=advice.receipt,
    )


# --- order -------------------------------------------------------------------------------------------------------


def in_order(procedures: Iterable[ProcedureAdvice]) -> list[PlanStep]:
    """The steps of several procedures, numbered: none before one that comes first, then by date, then as the author wrote
    them; those beside the way after the others."""
    numbered = [
        PlanStep(
            **{name: getattr(step, name) for name in StepAdvice.model_fields},
            procedure=procedure.id,
            procedure_title=procedure.title,
            critical=dates_of(step).critical,
        )
        for procedure in procedures
        for step in procedure.steps
    ]
    ordered = sorted(numbered, key=lambda step: (dates_of(step).beside, dates_of(step).wave, _day(step)))
    return [step.model_copy(update={"number": number}) for number, step in enumerate(ordered, 1)]


def _day(step: PlanStep) -> date:
    dates = dates_of(step)
    return dates.possible_from or dates.done_by or date.max


def _placed(step: PlanStep, steps: list[PlanStep], start: date, schedule: Schedule | None) -> PlanStep:
    update = {
        "parallel_with": parallel(step, steps, start),
        "readings": readings(schedule.deadline(step.procedure, step.id)) if schedule else (),
    }
    return step.model_copy(update=update)


def parallel(step: PlanStep, steps: list[PlanStep], start: date) -> tuple[str, ...]:
    """The other steps on the way that need not wait for this one, nor it for them; the nearest in the order come first.

    Of two steps of one procedure that may both fall away, one is often there instead of the other: they are not told.
    """
    way = [other for other in steps if not dates_of(other).beside and not over(other, start)]
    if step not in way:
        return ()
    first = {other.key: dates_of(other).follows for other in steps}
    beside = []
    for other in way:
        ordered = other.key in _all_before(step.key, first) or step.key in _all_before(other.key, first)
        either = step.procedure == other.procedure and step.only_if and other.only_if
        if other is not step and not ordered and not either:
            beside.append(other)
    wave = dates_of(step).wave
    return tuple(other.key for other in sorted(beside, key=lambda other: abs(dates_of(other).wave - wave)))


def _all_before(key: str, first: Mapping[str, tuple[str, ...]]) -> set[str]:
    before: set[str] = set()
    pending = list(first.get(key, ()))
    while pending:
        earlier = pending.pop()
        if earlier not in before:
            before.add(earlier)
            pending += first.get(earlier, ())
    return before


def _possible(procedure: ProcedureAdvice) -> PossibleProcedure:
    return PossibleProcedure(
        id=procedure.id,
        title=procedure.title,
        only_if=procedure.only_if,
        steps=tuple(step.title for step in procedure.steps),
    )


# --- what must be known of the whole plan ------------------------------------------------------------------------


def _notices(advice: Advice, base: RuleBase, timing: Timing, steps: tuple[PlanStep, ...]) -> list[Notice]:
    lang, notices = advice.lang, []
    if not base.calendars:
        notices.append(Notice(id="plan_no_calendar", text=say("plan_no_calendar", lang)))
    if timing.start and timing.start < advice.on:
        args = {"start": date_text(timing.start, lang), "on": date_text(advice.on, lang)}
        notices.append(Notice(id="plan_starts_before", text=say("plan_starts_before", lang, **args)))
    for name in timing.events:
        if name.rpartition(".")[2] not in _events(base, steps):
            title = base.events[name.rpartition(".")[2]].title.to(lang)
            notices.append(Notice(id="plan_event_unused", text=say("plan_event_unused", lang, title=title, event=name)))
    return notices


def _events(base: RuleBase, steps: tuple[PlanStep, ...]) -> set[str]:
    """The events that the steps bring or wait for."""
    waited = {event.id for step in steps for event in dates_of(step).clock}
    kept = {step.key for step in steps}
    brought = {
        event
        for procedure in {step.procedure for step in steps}
        for step in base.procedures[procedure].steps
        for event in step.brings
        if f"{procedure}.{step.step}" in kept
    }
    return waited | brought


def readings(deadline: Deadline | None) -> tuple[ReadingEnd, ...]:
    """Where each reading of the delay ends, where they differ."""
    if deadline is None or not deadline.readings_differ:
        return ()
    return tuple(ReadingEnd(reading=end.reading, ends=tuple(end.due)) for end in deadline.ends)
