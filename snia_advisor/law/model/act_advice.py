"""What to do, as it is printed and as it is written to JSON: acts, the lines of the plan, papers, the person's deadlines."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from .dates import Certainty
from .proof import Frozen

# question: a fact or an authority's answer is wanted; now: what stands in the way or is being done; by: it has a last day;
# next: the next step of the plan; over: its last day has passed, and something remains possible.
Urgency = Literal["question", "now", "by", "next", "over"]


class ActAdvice(Frozen):
    """One thing to do: who, where, from when, by when, on what the date rests, what is at stake.

    `starts` null: it waits for `waits_for`. `due_moves`: what may move the last day. `over`: the last day that has passed.
    `actor` is you where it is a question to answer or to ask. `where`: the place or the authority, in a few words.
    """

    id: str
    text: str
    note: str | None = None
    actor: str
    authority: str | None = None
    place: str | None = None
    where: str | None = None
    starts: dt.date | None = None
    waits_for: str | None = None
    due: dt.date | None = None
    due_rests_on: str | None = None
    due_moves: tuple[Certainty, ...] = ()
    over: dt.date | None = None
    urgency: Urgency
    penalty: str | None = None
    step: str | None = None
    question: str | None = None
    sources: tuple[str, ...] = ()


class PlanLine(Frozen):
    """A line of the one plan. An authority's step is a date, not an instruction: it has no `number`.

    `from_` null: nobody can say when (`waits_for`). `until`: the prudent end of a delay; `legal_end`: its last day on every
    reading. `moves`: what may move the dates; empty: they stand.
    """

    number: int | None
    step: str
    text: str
    actor: str
    authority: str | None
    place: str | None
    starts: dt.date | None
    until: dt.date | None = None
    legal_end: dt.date | None = None
    counted_from: dt.date | None = None
    moves: tuple[Certainty, ...] = ()
    waits_for: str | None = None
    beside: bool = False
    done: dt.date | None = None
    over: dt.date | None = None
    only_if: str | None = None
    papers: int = 0
    penalty: str | None = None
    sources: tuple[str, ...] = ()


class PaperLine(Frozen):
    """A paper, once: who brings it, how many, in which form, for which lines of the plan, on which condition."""

    id: str
    title: str
    by: str
    originals: int
    copies: int
    form: tuple[str, ...]
    for_steps: tuple[int, ...]
    condition: str | None = None
    valid_until: dt.date | None = None
    too_old: bool = False
    issued_after: dt.date | None = None
    sources: tuple[str, ...] = ()


class DeadlineAdvice(Frozen):
    """A day that matters to the person whatever is asked."""

    id: str
    title: str
    date: dt.date
    act_by: dt.date | None = None
    over: bool = False
    text: str
    sources: tuple[str, ...]


class SharpenAdvice(Frozen):
    """Facts that would make the advice more precise, and what they bear on; none of them changes a headline."""

    facts: tuple[str, ...]
    settles: tuple[str, ...]
