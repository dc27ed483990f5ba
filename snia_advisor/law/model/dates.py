"""The dates of a step, as they are printed and as they are written to JSON."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import BaseModel, ConfigDict

KnownFrom = Literal["told", "fact", "step"]
# certain: one date on every reading; otherwise what moves it. planned: counted from a step still to be
# taken, or from the answer of an authority, which may be quicker.
Certainty = Literal["certain", "unit", "moon", "assumed", "planned", "closures", "outside", "corrected"]


class DateRecord(BaseModel):
    """Immutable and closed, like the rest of an advice."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class MoonAdvice(DateRecord):
    """A feast that is not certain yet and moves the date: the days on which it may begin."""

    id: str
    title: str
    status: str
    possible: tuple[dt.date, ...]


class ClosedAdvice(DateRecord):
    """A day that was not counted, or from which a deadline was moved back, and why."""

    day: dt.date
    titles: tuple[str, ...]
    rest: bool  # only the weekly rest closes it


class EventDate(DateRecord):
    """What starts a clock: its date, and how it is known (told, a fact of the case, a step of the plan)."""

    id: str
    title: str
    date: dt.date | None
    basis: KnownFrom | None
    fact: str | None = None


class StepDates(DateRecord):
    """When a step can be taken, and what its dates rest on.

    `possible_from`: the first day on which the step can be taken; `done_by`: when it is done at the latest, if everybody
    takes all the time they have; both null when they wait for a step whose duration no text gives (`waits_for`),
    or for something that has not happened (`awaits`). `rests_on`:
    what may move `possible_from`; `certainty`: what may move the end of the delay. `legal_end`: the last
    day of the delay on the longest reading, before any prudence. `follows`: the steps that come first,
    `procedure.step`. `happened`: the step is over, on that day or before, by what is said to have happened.
    """

    possible_from: dt.date | None
    done_by: dt.date | None
    clock: tuple[EventDate, ...] = ()
    starts: dt.date | None = None
    office: bool
    claim_from: dt.date | None = None
    claim_from_shorter: dt.date | None = None
    outer_limit: dt.date | None = None
    certainty: tuple[Certainty, ...] = ()
    moons: tuple[MoonAdvice, ...] = ()
    closed: tuple[ClosedAdvice, ...] = ()
    gaps: tuple[str, ...] = ()
    unknown_from: dt.date | None = None
    legal_end: dt.date | None = None
    waits_for: tuple[str, ...] = ()
    awaits: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    wave: int
    beside: bool = False  # a legal limit or a remedy: never on the way to the end
    happened: dt.date | None = None
    rests_on: tuple[Certainty, ...] = ()
    critical: bool = False
    late: bool = False  # the deadline comes before the step can be taken
    passed: bool = False  # the deadline is over
