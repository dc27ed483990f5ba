"""What is known of the time of a step, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from ...law.calendar.deadline import Deadline
from ...law.model.advice import StepAdvice
from ...law.model.dates import Certainty, KnownFrom, StepDates

StepKey = tuple[str, str]  # procedure, step
UNDATED = StepDates(possible_from=None, done_by=None, office=False, wave=1)
CERTAIN: tuple[Certainty, ...] = ("certain",)


@dataclass(frozen=True)
class Between:
    """A day, or the days between which it lies."""

    earliest: date
    latest: date


@dataclass(frozen=True)
class Happened:
    """The date of an event, and how it is known."""

    moment: Between
    basis: KnownFrom


@dataclass(frozen=True)
class Timed:
    """What is known of the time of one step."""

    ready: Between | None
    done: Between | None
    clock: Mapping[str, Happened | None] = field(default_factory=dict)
    starts: Between | None = None
    first: Deadline | None = None  # from the earliest start of the clock
    last: Deadline | None = None  # from its latest start
    by: date | None = None  # the deadline that a fact gives
    by_open: tuple[date, ...] = ()  # moved back to an open day
    office: bool = False  # an office must be open
    beyond: bool = False  # that day is not in the table of closed days: only what is fixed is known of it
    waits: tuple[StepKey, ...] = ()
    awaits: tuple[str, ...] = ()  # the events that have not happened and that no step brings
    wave: int = 1
    follows: tuple[StepKey, ...] = ()  # the steps that come first
    over: date | None = None  # what has happened says that it was done on that day, or before
    rests: tuple[Certainty, ...] = ()  # what may move the day on which it can be taken

    def passes_on(self, authority: bool, as_of: date) -> set[Certainty]:
        """What may move the steps that come after; an authority may also be quicker than its text."""
        if self.over is not None:
            return set()
        return {*self.rests, *({"planned", *certainty(self, as_of)} - {"certain"} if authority else ())}


def certainty(timed: Timed, as_of: date) -> tuple[Certainty, ...]:
    """Why the end of a delay may move, or that it is certain; nothing where there is no date.

    `as_of` is the day on which the table of closed days was brought up to date: no closure decided since is in it.
    """
    last = timed.last
    if last is None:
        return _of_the_day(timed, as_of)
    read = [end.read[1] for end in last.ends if end.read]
    from_a_step = any(h and h.basis == "step" for h in timed.clock.values())
    flags: dict[Certainty, bool] = {
        "unit": last.readings_differ,
        "moon": bool(last.moons),
        "assumed": any(happened is None for happened in timed.clock.values()),
        "planned": from_a_step,
        "closures": bool(last.gaps or last.assumed) or max(read, default=as_of) > as_of,
        "outside": last.outside is not None,
        "corrected": last.corrected,
    }
    return tuple(flag for flag, holds in flags.items() if holds) or ("certain",)


def _of_the_day(timed: Timed, as_of: date) -> tuple[Certainty, ...]:
    """How sure the last open day before a date of the case is."""
    if not timed.by_open or timed.by is None:
        return ()
    flags: dict[Certainty, bool] = {
        "moon": len(timed.by_open) > 1,
        "closures": timed.office and timed.by > as_of and not timed.beyond,
        "outside": timed.beyond,
    }
    return tuple(flag for flag, holds in flags.items() if holds) or ("certain",)


def latest(moments: Iterable[Between]) -> Between | None:
    """The last of several moments: each of its bounds is the last of theirs."""
    known = list(moments)
    if not known:
        return None
    return Between(max(m.earliest for m in known), max(m.latest for m in known))


def dates_of(step: StepAdvice) -> StepDates:
    """The dates of a step; without a calendar, none."""
    return step.dates or UNDATED


def moved_by(step: StepAdvice) -> tuple[Certainty, ...]:
    """What may move the dates of a step; nothing where they stand."""
    dates = dates_of(step)
    return tuple(flag for flag in together(dates.certainty, dates.rests_on) if flag != "certain")


def together(own: tuple[Certainty, ...], inherited: tuple[Certainty, ...]) -> tuple[Certainty, ...]:
    """What may move a date: the end of its delay, and the day on which its clock starts."""
    moved = dict.fromkeys(flag for flag in (*own, *inherited) if flag != "certain")
    return tuple(moved) or CERTAIN
