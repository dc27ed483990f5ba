"""When each step of the procedures can be taken, is due, or may be claimed.

Steps are ordered by what they wait for: the steps named in `after`, the procedures named in `after_procedures`, and the
steps that bring the events which start their clock. A step of the user takes no time of its own; an authority takes all
the time its text gives it; where no text gives any, what follows has no date, and says for which step it waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from ...law.calendar.closed import ClosedDays
from ...law.calendar.deadline import Deadline, Whose, deadline
from ...law.calendar.delays import HOURS_A_DAY, UNITS, Duration
from ...law.calendar.walk import OutsideTable, forward, last_open
from ...law.logic.facts import Facts
from ...law.logic.functions import OutOfCalendar
from ...law.model.advice import Advice, DelayAdvice, ProcedureAdvice, StepAdvice
from ...law.model.dates import Certainty
from ...law.model.steps import Step
from ...law.model.values import NONE
from ...law.rulebase.base import RuleBase
from .times import Between, Happened, StepKey, Timed, latest


class Schedule:
    """The times of the steps of all procedures of one advice, from the first day on which somebody acts.

    `told` are the dates of what has happened, by event, or by `procedure.event` where several procedures know it.
    """

    def __init__(
        self,
        base: RuleBase,
        procedures: Iterable[ProcedureAdvice],
        facts: Facts,
        days: ClosedDays,
        start: date,
        told: Mapping[str, date] | None = None,
    ) -> None:
        self.base = base
        self.facts = facts
        self.days = days
        self.start = start
        self.told = dict(told or {})
        self.procedures = {p.id: p for p in procedures}
        self.steps: dict[StepKey, StepAdvice] = {(p.id, s.id): s for p in self.procedures.values() for s in p.steps}
        self.written: dict[StepKey, Step] = {key: _written(base, key, step) for key, step in self.steps.items()}
        self._times: dict[StepKey, Timed] = {}
        self._open: set[StepKey] = set()
        self.happened = self._own_dates()
        self.limits = self._limits()
        for key in self.steps:
            self.time(key)

    # --- order ---------------------------------------------------------------------------------------------------

    def before(self, key: StepKey) -> tuple[StepKey, ...]:
        """The steps that must be done before this one can be taken."""
        earlier = [step_key(key[0], name) for name in self.steps[key].after]
        for name in self.written[key].after_procedures:
            if name in self.procedures and self.procedures[name].certain and name != key[0]:
                earlier += self._ends(name)
        for event in self.written[key].needs:
            if self.known(key[0], event) is None:
                earlier += self.bringers(key, event)
        return tuple(step for step in dict.fromkeys(earlier) if step in self.steps)

    def _ends(self, procedure: str) -> list[StepKey]:
        """The last steps of a procedure: those on the way that no other step on the way comes after."""
        own = [key for key in self.steps if key[0] == procedure and not self.written[key].beside]
        followed = {step_key(procedure, name) for key in own for name in self.steps[key].after}
        return [key for key in own if key not in followed]

    def bringers(self, key: StepKey, event: str) -> list[StepKey]:
        """The steps that bring an event: those of the same procedure, else those of another one that applies.

        A step that is told to have brought something else (an incomplete file) has not brought this.
        """
        steps = [k for k in self.steps if event in self.written[k].brings and k != key and not self._elsewhere(k, event)]
        own = [k for k in steps if k[0] == key[0]]
        return own or [k for k in steps if self.procedures[k[0]].certain]

    def _elsewhere(self, key: StepKey, event: str) -> bool:
        told = [other for other in self.written[key].brings if self.known(key[0], other)]
        return bool(told) and event not in told

    # --- what has happened ---------------------------------------------------------------------------------------

    def known(self, procedure: str, event: str) -> Happened | None:
        """The date of an event that was told, or that a fact of the case gives."""
        told = self.told.get(f"{procedure}.{event}", self.told.get(event))
        fact = self.base.events[event].fact
        value = told or (self.facts.value(fact) if fact else None)
        return Happened(Between(value, value), "told" if told else "fact") if isinstance(value, date) else None

    def awaited(self, key: StepKey) -> tuple[str, ...]:
        """The events that a step waits for, that have not happened, and that no step brings."""
        step = self.written[key]
        events = dict.fromkeys((*step.needs, *(step.starts_when.last_of if step.starts_when else ())))
        return tuple(event for event in events if self._denied(event) and not self.bringers(key, event))

    def _denied(self, event: str) -> bool:
        """Whether the case says that an event has not happened."""
        fact = self.base.events[event].fact
        return fact is not None and self.facts.value(fact) is NONE and event not in self.told

    def _own_dates(self) -> dict[StepKey, date]:
        """The steps that brought what has happened, with its date."""
        dates = {}
        for key in self.steps:
            known = [self.known(key[0], event) for event in self.written[key].brings]
            days = [happened.moment.latest for happened in known if happened]
            if days:
                dates[key] = max(days)
        return dates

    def _limits(self) -> dict[StepKey, date]:
        """The steps that come before what has happened: they were done by its date."""
        limits: dict[StepKey, date] = {}
        pending = [(earlier, day) for key, day in self.happened.items() for earlier in self.before(key)]
        while pending:
            key, day = pending.pop()
            if not self.written[key].beside and (key not in limits or day < limits[key]):
                limits[key] = day
                pending += [(earlier, day) for earlier in self.before(key)]
        return limits

    # --- time ----------------------------------------------------------------------------------------------------

    def time(self, key: StepKey) -> Timed:
        """The time of a step; a step that waits for itself in a circle is taken as not waiting."""
        if key not in self._times:
            self._open.add(key)
            self._times[key] = self._time(key)
            self._open.discard(key)
        return self._times[key]

    def deadline(self, procedure: str, step: str) -> Deadline | None:
        """The deadline of a step, counted from the day on which its clock starts at the latest; None where it has none."""
        return self.time((procedure, step)).last

    def _times_of(self, keys: Iterable[StepKey]) -> list[tuple[StepKey, Timed]]:
        return [(key, self.time(key)) for key in dict.fromkeys(keys) if key not in self._open]

    def _time(self, key: StepKey) -> Timed:
        step = self.written[key]
        earlier = self._times_of(self.before(key))
        clock = {event: self._happened(key, event) for event in (step.starts_when.last_of if step.starts_when else ())}
        sources = self._times_of([*self.before(key), *(k for event in clock for k in self.bringers(key, event))])
        follows, wave = tuple(k for k, _ in sources), 1 + max((timed.wave for _, timed in sources), default=0)
        awaits = self.awaited(key)
        starts = None if awaits else latest(h.moment for h in clock.values() if h)
        if key in self.happened:
            return _over(self.happened[key], clock, starts, follows, wave)
        first, last = self._deadlines(key, starts)
        by, by_open = self._by(step)
        ready, waits = (None, ()) if awaits else self._ready(step, earlier, starts)
        done = self._done(step, ready, first, last)
        if key in self.limits and (done is None or done.latest > self.limits[key]):
            return _over(self.limits[key], clock, starts, follows, wave)
        return Timed(
            ready=ready,
            done=done,
            clock=clock,
            starts=starts,
            first=first,
            last=last,
            by=by,
            by_open=by_open,
            office=self.office(step),
            beyond=by is not None and self.office(step) and not self.days.covers(by),
            waits=waits if done is None else (),
            awaits=awaits,
            wave=wave,
            follows=follows,
            rests=self._rests(step, sources, ready, starts),
        )

    def _rests(
        self, step: Step, sources: list[tuple[StepKey, Timed]], ready: Between | None, starts: Between | None
    ) -> tuple[Certainty, ...]:
        """What may move the day on which a step can be taken: what moves the steps on whose last day it stands, and the
        moon, where the next open day hangs on it."""
        ends = {day.latest for day in (ready, starts) if day}
        moved: set[Certainty] = set()
        for key, timed in sources:
            if timed.done and timed.done.latest in ends:
                moved |= timed.passes_on(self.written[key].actor == "authority", self.days.table.as_of)
        if ready and step.actor != "authority" and self.office(step) and len(self._opening(ready.latest)) > 1:
            moved.add("moon")
        return tuple(sorted(moved))

    def _happened(self, key: StepKey, event: str) -> Happened | None:
        known = self.known(key[0], event)
        if known is not None:
            return known
        done = [timed for _, timed in self._times_of(self.bringers(key, event)) if timed.done is not None]
        moment = latest(timed.done for timed in done if timed.done is not None)
        over = all(timed.over is not None for timed in done)  # then it has happened, by what is said of a later step
        return Happened(moment, "told" if over else "step") if moment else None

    def _ready(
        self, step: Step, earlier: list[tuple[StepKey, Timed]], starts: Between | None
    ) -> tuple[Between | None, tuple[StepKey, ...]]:
        waits: list[StepKey] = []
        for key, timed in earlier:
            if timed.done is None:
                waits += timed.waits or (key,)
        moments = [Between(self.start, self.start), *(timed.done for _, timed in earlier if timed.done)]
        opening = self._fact_date(step.not_before)
        if opening:
            moments.append(Between(opening, opening))
        if step.actor != "authority" and step.starts_when:
            if starts is None:
                return None, tuple(dict.fromkeys(waits))  # it is there to take once its event has happened
            moments.append(starts)
        return (None if waits else latest(moments)), tuple(dict.fromkeys(waits))

    def _fact_date(self, name: str | None) -> date | None:
        value = self.facts.value(name) if name else None
        return value if isinstance(value, date) else None

    def _by(self, step: Step) -> tuple[date | None, tuple[date, ...]]:
        by = self._fact_date(step.by)
        if by is None:
            return None, ()
        return by, tuple(last_open(self.days, by)) if self.office(step) else (by,)

    @staticmethod
    def office(step: Step) -> bool:
        """Whether an office must be open for the step."""
        return step.authority is not None if step.office is None else step.office

    def _deadlines(self, key: StepKey, starts: Between | None) -> tuple[Deadline | None, Deadline | None]:
        step, delay = self.written[key], _duration(self.steps[key].delay)
        if starts is None or delay is None:
            return None, None
        whose: Whose = "authority" if step.actor == "authority" else "user"
        try:
            first, last = (
                deadline(self.days, day, delay, whose, self.office(step)) for day in (starts.earliest, starts.latest)
            )
        except OutOfCalendar:
            return None, None
        return first, last

    def _done(self, step: Step, ready: Between | None, first: Deadline | None, last: Deadline | None) -> Between | None:
        if step.actor == "authority":
            if first is None or last is None or first.earliest is None or last.latest is None:
                return None
            return Between(first.earliest, last.latest)
        if ready is None:
            return None
        if not self.office(step):
            return ready
        return Between(self._opening(ready.earliest)[0], self._opening(ready.latest)[-1])

    def _opening(self, day: date) -> list[date]:
        """The first open day on or after `day`; outside the table, the day itself."""
        if not self.days.covers(day):
            return [day]
        try:
            return list(forward(self.days, day - timedelta(days=1), 1))
        except OutsideTable:
            return [day]

    # --- the way to the end --------------------------------------------------------------------------------------

    def critical(self) -> tuple[StepKey, ...]:
        """The longest chain of the procedures that apply, from its first step to the last day."""
        done = {
            key: timed.done.latest
            for key, timed in self._times.items()
            if timed.done and not self.written[key].beside and self.procedures[key[0]].certain
        }
        chain: list[StepKey] = []
        current = max(done, key=lambda key: (done[key], self._times[key].wave), default=None)
        while current is not None and current not in chain:
            chain.append(current)
            dated = [key for key in self._times[current].follows if key in done]
            current = max(dated, key=lambda key: (done[key], self._times[key].wave), default=None)
        return tuple(reversed(chain))


def step_key(procedure: str, name: str) -> StepKey:
    """A step by the name that `procedure` gives it: its own, or `procedure.step` of another."""
    owner, dot, step = name.rpartition(".")
    return (owner, step) if dot else (procedure, name)


def _written(base: RuleBase, key: StepKey, step: StepAdvice) -> Step:
    """A step as the rule base has it; one that stands for its twins brings what they bring and waits for what they wait."""
    own = _of(base, key)
    twins = [_of(base, step_key(key[0], name)) for name in step.also]
    if not twins:
        return own
    together = ("brings", "needs", "after_procedures")
    return own.model_copy(update={name: tuple(dict.fromkeys(x for one in (own, *twins) for x in getattr(one, name)))
                                  for name in together})  # fmt: skip


def _of(base: RuleBase, key: StepKey) -> Step:
    return next(step for step in base.procedures[key[0]].steps if step.step == key[1])


def _duration(told: DelayAdvice | None) -> Duration | None:
    """A delay as the calendar counts it; None where there is none, or none in whole days or months."""
    if told is None or told.amount is None or told.amount % 1:
        return None
    amount = int(told.amount)
    unit = next(unit for unit in UNITS if unit == told.unit)
    return Duration(amount, unit, hours=amount * HOURS_A_DAY if told.in_hours else None)


def _over(
    day: date, clock: Mapping[str, Happened | None], starts: Between | None, follows: tuple[StepKey, ...], wave: int
) -> Timed:
    """A step that was done on that day, or before."""
    moment = Between(day, day)
    return Timed(moment, moment, clock, starts, wave=wave, follows=follows, over=day)


def ambiguous(advice: Advice, base: RuleBase, events: Iterable[str]) -> dict[str, list[str]]:
    """The events told without a procedure that several procedures of the advice bring, with their full names."""
    several: dict[str, list[str]] = {}
    for name in events:
        owners = [
            procedure.id
            for procedure in advice.procedures
            if procedure.certain and any(name in step.brings for step in base.procedures[procedure.id].steps)
        ]
        if len(owners) > 1:
            several[name] = [f"{owner}.{name}" for owner in owners]
    return several
