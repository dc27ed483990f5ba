"""The next dates on which the same file gets another answer.

The date of the question moves on; the facts and the readings stay. `TurningDays` names the days between which nothing can
change, so only these are looked at. Where one stands elsewhere than the day before, the engine proves the advice of both
days, and what differs between the two is the change that is reported.

That an act becomes more urgent, or is over, makes no change by itself. Its urgency rests on the plan: on what comes first,
on days counted through the calendar, and on the five acts that are kept. Nothing tells on which days that turns, so that
every day would have to be proved. The last days of the person are told beside the changes (`ends`).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ...answer.advice.advise import advise
from ...errors import BadInput, EngineFault
from ...law.logic.facts import Facts
from ...law.logic.functions import OutOfCalendar, add_years
from ...law.model.advice import Advice, DeterminationAdvice, Finding
from ...law.model.case import Case
from ...law.rulebase.base import RuleBase
from ..compare.differences import Comparison, Requirement, compare
from .causes import Turn, turned
from .day import CaseOnDay
from .turning_days import TurningDays

HORIZON_YEARS = 2
MOST_YEARS = 50
MOST_STEPS = 40  # an amount that changes more often within the horizon runs with the date


@dataclass(frozen=True)
class ChangeDay:
    """One day on which the answer changes: the advices of the day before and of the day, and why they differ."""

    on: date
    before: Advice
    after: Advice
    difference: Comparison
    because: tuple[Turn, ...]
    facts: Facts


@dataclass(frozen=True)
class Waiting:
    """A fact that is not given and on which a future change hangs, with the determinations that wait for it."""

    fact: str
    determinations: tuple[str, ...]


@dataclass(frozen=True)
class Refusal:
    """From this day on the facts cannot all be true any more: they must be brought up to date."""

    on: date
    problem: BadInput


@dataclass(frozen=True)
class Watch:
    """The changes of one case from `today.on` (not included) to `until` (included)."""

    today: Advice
    until: date
    changes: tuple[ChangeDay, ...]
    waiting: tuple[Waiting, ...]
    refusal: Refusal | None = None
    running: tuple[str, ...] = ()  # amounts that change with nearly every day: they make no change by themselves
    looked_at: int = 0  # days


def horizon(on: date, until: date | None) -> date:
    """The last day to look at: `until`, or two years after `on`. Raises `BadInput` when it is before `on`, or too far."""
    try:
        farthest = add_years(on, MOST_YEARS)
    except OutOfCalendar:
        farthest = date.max
    if until is None:
        return min(farthest, add_years(on, HORIZON_YEARS) if farthest != date.max else date.max)
    if not on < until <= farthest:
        raise BadInput("watch_until", on=on.isoformat(), until=until.isoformat(), farthest=farthest.isoformat())
    return until


def watch(
    base: RuleBase,
    case: Case,
    on: date | None = None,
    until: date | None = None,
    *,
    path: str | None = None,
    lang: str | None = None,
) -> Watch:
    """The dates after `on` (default: that of the case, else today) on which the answer changes, up to `until`.

    Raises `BadInput` as `advise` does, and for a horizon that is not one.
    """
    today = advise(case, base, on, path=path, lang=lang)
    return _Walk(base, case, today, horizon(today.on, until), path or case.path).watch()


class _Walk:
    """From turning day to turning day."""

    def __init__(self, base: RuleBase, case: Case, today: Advice, until: date, named: str | None) -> None:
        self.base = base
        self.case = case
        self.today = today
        self.until = until
        self.named = named
        self.paths = tuple(answer.path for answer in today.answers)
        self.last = today  # proved
        self.running: dict[str, None] = {}
        self.waiting: dict[str, dict[str, None]] = {}
        self.changes: list[ChangeDay] = []
        self.looked_at = 0

    def watch(self) -> Watch:
        """The whole walk."""
        refusal = None
        try:
            now = self._moment(self.today.on)
            for following in self._moments(now):
                if following.standing(self.running) != now.standing(self.running):
                    self._change(following)
                now = following
        except _Refused as problem:
            refusal = Refusal(problem.on, problem.problem)
        return Watch(
            self.today,
            self.until,
            tuple(self.changes),
            tuple(Waiting(fact, tuple(names)) for fact, names in self.waiting.items()),
            refusal,
            tuple(written.removeprefix("$") for written in self.running),
            self.looked_at,
        )

    def _moment(self, day: date) -> CaseOnDay:
        self.looked_at += 1
        try:
            moment = CaseOnDay(self.base, self.case, day, self.named, self.paths)
            moment.standing()
        except BadInput as problem:
            raise _Refused(day, problem) from None
        self.paths = moment.paths
        return moment

    def _moments(self, start: CaseOnDay) -> Iterator[CaseOnDay]:
        """The moments after `start`. Where other facts follow from those given, or other paths, the days are sought anew."""
        now: CaseOnDay | None = start
        while now is not None:
            seeking, now = now, None
            turning = TurningDays(seeking.situation, seeking.roots, self.until, seeking.view.determinations, seeking.values)
            self._run(seeking, turning)
            self._wait(seeking, turning)
            for day in turning.days(self.running):
                moment = self._moment(day)
                if moment.view.network is seeking.view.network:
                    self._wait(moment, turning)
                yield moment
                if (moment.paths, moment.situation.facts.given) != (seeking.paths, seeking.situation.facts.given):
                    now = moment
                    break

    def _run(self, moment: CaseOnDay, turning: TurningDays) -> None:
        self.running.update((written, None) for written in moment.amounts if len(turning.steps(written)) > MOST_STEPS)

    def _wait(self, moment: CaseOnDay, turning: TurningDays) -> None:
        for fact, names in moment.waiting(turning.moving_atoms).items():
            self.waiting.setdefault(fact, {}).update(dict.fromkeys(names))

    # --- changes -------------------------------------------------------------------------------------------------

    def _change(self, now: CaseOnDay) -> None:
        """The change of this day, if the two advices, both proved, differ."""
        eve = now.day - timedelta(days=1)
        before, after = self._advice(eve), self._advice(now.day)
        if self._differs(self.last, before):
            raise EngineFault("watch_missed", day=eve.isoformat(), case=before.receipt.case_sha256)
        difference = self._differs(before, after)
        self.last = after
        if difference:
            names = [d.id for d in difference.determinations]
            values = self._values(difference)
            past = CaseOnDay(self.base, self.case, eve, self.named, self.paths)
            because = turned(past, now, names, values)
            self.changes.append(ChangeDay(now.day, before, after, difference, because, now.situation.facts))

    def _advice(self, day: date) -> Advice:
        try:
            return advise(self.case, self.base, day, path=self.named, lang=self.today.lang)
        except BadInput as problem:
            raise _Refused(day, problem) from None

    def _differs(self, before: Advice, after: Advice) -> Comparison | None:
        """What differs, None where the answer is the same: words and what only runs with the date are left out."""
        comparison = compare(self.case, before, self.case, after)
        kept = dataclasses.replace(
            comparison,
            facts=(),
            steps=(),
            dates=(),
            open_questions=(),
            amounts=tuple(d for d in comparison.amounts if f"${d.id}" not in self.running),
            documents=tuple(d for d in comparison.documents if _asked(d.a) != _asked(d.b)),
        )
        return None if kept.same_answer else kept

    def _values(self, difference: Comparison) -> Sequence[str]:
        """The amounts that both days have and that are not the same."""
        both = (d for part in (difference.delays, difference.fees) for d in part if d.side == "both")
        places = {(d.place, d.id) for d in both}
        steps = (
            step
            for name in {place for place, _ in places}
            for step in self.base.procedures[name].steps
            if (name, step.step) in places
        )
        amounts = [f"${d.id}" for d in difference.amounts if d.side == "both"]
        amounts += [part.amount for step in steps for part in (step.delay, step.fee) if part and part.amount]
        collected = (self.base.rules[d.id].amount for d in difference.findings if d.side == "both")
        return [*amounts, *(written for written in collected if written)]


class _Refused(Exception):
    """The facts cannot all be true on this day."""

    def __init__(self, on: date, problem: BadInput) -> None:
        super().__init__(on)
        self.on = on
        self.problem = problem


def _asked(requirements: tuple[Requirement, ...] | None) -> list[tuple[object, ...]] | None:
    """How often a paper is asked for, in which number and form, and whether only in some case; not how that is worded."""
    if requirements is None:
        return None
    return sorted((*requirement.asked[:-1], bool(requirement.asked[-1])) for requirement in requirements)


def only(one: DeterminationAdvice | None, other: DeterminationAdvice | None) -> tuple[Finding, ...]:
    """The findings that one side has and the other does not."""
    known = {finding.id for finding in other.findings} if other else set()
    return tuple(finding for finding in one.findings if finding.id not in known) if one else ()
