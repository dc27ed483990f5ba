"""The dates of the steps, written into the procedures of an advice."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

from ...law.calendar.deadline import Deadline
from ...law.logic.facts import UNKNOWN, Facts, parameter_value
from ...law.logic.functions import OutOfCalendar, add_days, add_months
from ...law.model.advice import DocumentAdvice, ProcedureAdvice, StepAdvice
from ...law.model.dates import ClosedAdvice, EventDate, MoonAdvice, StepDates
from ...law.rulebase.base import RuleBase
from .schedule import Schedule
from .times import StepKey, Timed, certainty
from .timing import Calendar


def schedule_of(
    procedures: tuple[ProcedureAdvice, ...], facts: Facts, calendar: Calendar, start: date, told: Mapping[str, date]
) -> Schedule | None:
    """When the steps can be taken, the first one from `start` on; None where there is no step, or no calendar."""
    if not procedures or not calendar.base.calendars:
        return None
    return Schedule(calendar.base, procedures, facts, calendar.public, start, told)


def with_dates(schedule: Schedule, lang: str) -> tuple[ProcedureAdvice, ...]:
    """The procedures of a schedule with the dates of their steps."""
    return _Dating(schedule, lang).procedures()


class _Dating:
    def __init__(self, schedule: Schedule, lang: str) -> None:
        self.schedule = schedule
        self.base: RuleBase = schedule.base
        self.lang = lang
        self.critical = set(schedule.critical())

    def procedures(self) -> tuple[ProcedureAdvice, ...]:
        return tuple(
            procedure.model_copy(
                update={"steps": tuple(self.step((procedure.id, step.id), step) for step in procedure.steps)}
            )
            for procedure in self.schedule.procedures.values()
        )

    def step(self, key: StepKey, step: StepAdvice) -> StepAdvice:
        timed = self.schedule.time(key)
        due, earliest, latest = _bounds(timed)
        moment = timed.ready if step.actor == "authority" else timed.done
        ready = moment.latest if moment else None
        dates = StepDates(
            possible_from=ready,
            done_by=timed.done.latest if timed.done else None,
            clock=self._clock(timed),
            starts=timed.starts.latest if timed.starts else None,
            office=self.schedule.office(self.schedule.written[key]),
            legal_end=_legal_end(timed),
            claim_from=timed.last.claim_from if timed.last else None,
            claim_from_shorter=timed.first.claim_from_shorter if timed.first else None,
            outer_limit=timed.last.outer_limit if timed.last else None,
            certainty=certainty(timed, self.schedule.days.table.as_of),
            moons=self._moons(timed.last),
            closed=self._closed(timed),
            gaps=tuple(gap.text.to(self.lang) for gap in timed.last.gaps) if timed.last else (),
            unknown_from=timed.last.outside if timed.last else timed.by if timed.beyond else None,
            waits_for=tuple(".".join(wait) for wait in timed.waits),
            awaits=tuple(self.base.events[name].title.to(self.lang) for name in timed.awaits),
            follows=tuple(".".join(earlier) for earlier in timed.follows),
            wave=timed.wave,
            beside=self.schedule.written[key].beside,
            happened=timed.over,
            rests_on=timed.rests,
            critical=key in self.critical,
            late=bool(due and step.actor != "authority" and ready and ready > due and due >= self.schedule.start),
            passed=bool(due and step.actor != "authority" and due < self.schedule.start),
        )
        documents = tuple(self._document(document, ready) for document in step.documents)
        written = {"due": due, "earliest": earliest, "latest": latest, "dates": dates, "documents": documents}
        return step.model_copy(update=written)

    def _clock(self, timed: Timed) -> tuple[EventDate, ...]:
        events = []
        for name, happened in timed.clock.items():
            event = self.base.events[name]
            events.append(
                EventDate(
                    id=name,
                    title=event.title.to(self.lang),
                    date=happened.moment.latest if happened else None,
                    basis=happened.basis if happened else None,
                    fact=event.fact,
                )
            )
        return tuple(events)

    def _moons(self, deadline: Deadline | None) -> tuple[MoonAdvice, ...]:
        return tuple(
            MoonAdvice(
                id=moon.entry.id,
                title=moon.title.to(self.lang),
                status=moon.entry.status,
                possible=moon.candidates,
            )
            for moon in (deadline.moons if deadline else ())
        )

    def _closed(self, timed: Timed) -> tuple[ClosedAdvice, ...]:
        """The days that moved the date: those a count of working days skips, those from which a deadline was moved back."""
        deadline = timed.last
        if deadline is not None and deadline.delay.unit in ("working_days", "unspecified"):
            days = [
                counted.day for counted in deadline.days if counted.reasons and counted.day <= (deadline.due or counted.day)
            ]
        else:
            by = timed.by or (max(day for end in deadline.ends for day in end.plain) if deadline and deadline.ends else None)
            due = _bounds(timed)[0]
            days = [due + timedelta(days=n) for n in range(1, (by - due).days + 1)] if due and by and by > due else []
        reasons = {day: self.schedule.days.reasons(day) for day in days}
        return tuple(
            ClosedAdvice(
                day=day,
                titles=tuple(reason.title.to(self.lang) for reason in why),
                rest=all(reason.kind == "weekly_rest" for reason in why),
            )
            for day, why in reasons.items()
            if why
        )

    # --- papers --------------------------------------------------------------------------------------------------

    def _document(self, paper: DocumentAdvice, filed: date | None) -> DocumentAdvice:
        declared = self.base.documents[paper.id]
        facts: Facts = self.schedule.facts
        until = facts.value(declared.expires) if declared.expires else None
        valid_until = until if isinstance(until, date) else None
        when = filed or self.schedule.start
        update = {
            "valid_until": valid_until,
            "expired": paper.provided_by != "authority" and valid_until is not None and valid_until < when,
            "issued_after": self._issued_after(declared, when),
        }
        return paper.model_copy(update=update)

    def _issued_after(self, declared: object, when: date) -> date | None:
        valid = getattr(declared, "valid", None)
        if valid is None:
            return None
        name = valid.amount.removeprefix("$")
        value = parameter_value(self.base.parameters[name], self.schedule.facts.on) if name != valid.amount else valid.amount
        if value is UNKNOWN:
            return None
        amount = int(Decimal(str(value)))
        try:
            return add_months(when, -amount) if valid.unit == "months" else add_days(when, -amount)
        except OutOfCalendar:
            return None


def _legal_end(timed: Timed) -> date | None:
    """The last day of a delay on the longest of its readings, open or closed; the day that a fact gives."""
    ends = [day for end in timed.last.ends for day in end.plain] if timed.last else []
    return max(ends, default=timed.by)


def _bounds(timed: Timed) -> tuple[date | None, date | None, date | None]:
    """due, earliest, latest: of the delay, or of the day that a fact gives; the earlier where both do."""
    ends: list[tuple[date, date | None, date | None]] = []
    first, last = timed.first, timed.last
    due = first.due if first and last and last.whose == "user" else last.due if last else None
    if first and last and due:
        ends.append((due, first.earliest, last.latest))
    if timed.by_open:
        ends.append((min(timed.by_open), min(timed.by_open), max(timed.by_open)))
    return min(ends, key=lambda bounds: bounds[0], default=(None, None, None))
