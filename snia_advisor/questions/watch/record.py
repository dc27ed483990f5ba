"""The next dates on which an answer changes, as `snia watch` writes them to JSON (`schema_version` 2)."""

from __future__ import annotations

import datetime as dt
from typing import Generic, Literal, TypeVar

from pydantic import Field

from ...law.model.act_advice import DeadlineAdvice, PaperLine
from ...law.model.advice import Receipt
from ...law.model.answer_advice import State, StateOfAnswer
from ...law.model.proof import Frozen
from ..compare.record import (
    AnswerSaid,
    Changed,
    DelayLength,
    Determined,
    FeeAmount,
    MissingQuestion,
    MoneyValue,
    OfDetermination,
    OfPath,
    OfStep,
    PaperAsked,
    ProcedureShape,
    Titled,
)
from .causes import CauseKind

T = TypeVar("T")


class Days(Frozen, Generic[T]):
    """Something on the day before and on the day; null where a day does not have it.

    A row names it before what it is about: keys are written from the last of its bases to the first.
    """

    from_: T | None = Field(alias="from")
    to: T | None


class AnswerChange(Days[AnswerSaid], OfPath):
    """The answer of one path."""


class FoundThing(Frozen):
    """A finding that appears."""

    id: str
    text: str
    amount: str | None


class GoneThing(Frozen):
    """A finding that goes."""

    id: str
    text: str


class DeterminationChange(Days[Determined], OfDetermination):
    """A determination, with the findings that appear and go."""

    appeared: tuple[FoundThing, ...]
    gone: tuple[GoneThing, ...]
    sources: tuple[str, ...]


class MissingChange(Frozen):
    """The facts that are missing from this day on, and those that no longer are."""

    appeared: tuple[MissingQuestion, ...]
    gone: tuple[MissingQuestion, ...]


class ProcedureChange(Days[ProcedureShape], Changed):
    """A procedure."""


class DocumentChange(Days[tuple[PaperAsked, ...]], Changed):
    """A paper, with every step that asks for it."""


class DelayChange(Days[DelayLength], OfStep):
    """The delay of a step."""


class FeeChange(Days[FeeAmount], OfStep):
    """The fee of a step."""


class AmountChange(Days[MoneyValue], Titled):
    """An amount of money."""


class VerdictChange(Frozen):
    """The state of the answer in the words of `schema_version` 1. Deprecated: read `answers`."""

    from_: State = Field(alias="from")
    to: State


class Reason(Frozen):
    """One thing that turned that day."""

    kind: CauseKind
    id: str
    text: str
    sources: tuple[str, ...]


class ChangeRecord(Frozen):
    """A day on which the answer changes: `days` after the date of the question."""

    date: dt.date
    days: int
    after_law_known_to: bool
    verdict: VerdictChange
    answers: tuple[AnswerChange, ...]
    determinations: tuple[DeterminationChange, ...]
    missing: MissingChange
    procedures: tuple[ProcedureChange, ...]
    documents: tuple[DocumentChange, ...]
    delays: tuple[DelayChange, ...]
    fees: tuple[FeeChange, ...]
    amounts: tuple[AmountChange, ...]
    because: tuple[Reason, ...]


class PresentAnswer(Frozen):
    """The answer of a path on the date of the question."""

    path: str
    id: str | None
    state: StateOfAnswer
    title: str


class WaitedFor(Frozen):
    """A fact that is not given and on which a future change hangs, with the determinations that wait for it."""

    fact: str
    question: str
    determinations: tuple[str, ...]


class Stop(Frozen):
    """From this day the facts contradict each other, and nothing is computed."""

    date: dt.date
    text: str


class WatchRecord(Frozen):
    """The changes from `on` (not included) to `until` (included). `verdict` is deprecated: read `answers`.

    `deadlines` and `papers`: those of the advice on `on` of which a day falls between the two.
    """

    schema_version: Literal[2]
    lang: str
    on: dt.date
    until: dt.date
    law_known_to: dt.date
    notice: str | None
    answers: tuple[PresentAnswer, ...]
    verdict: State
    changes: tuple[ChangeRecord, ...]
    deadlines: tuple[DeadlineAdvice, ...]
    papers: tuple[PaperLine, ...]
    unknown: tuple[WaitedFor, ...]
    stops: Stop | None
    running: tuple[str, ...]
    receipt: Receipt
