"""Two advices side by side, as `snia compare` and `snia whatif --set` write them to JSON (`schema_version` 2)."""

from __future__ import annotations

import datetime as dt
from typing import Any, Generic, Literal, TypeVar

from ...law.model.advice import Exact, Figure, Receipt
from ...law.model.answer_advice import DependsOn, StateOfAnswer, Verdict
from ...law.model.proof import Frozen
from .differences import Presence, Side

T = TypeVar("T")


class Sides(Frozen, Generic[T]):
    """Something on each side; null where a side does not have it.

    A row names it before what it is about: keys are written from the last of its bases to the first.
    """

    a: T | None
    b: T | None


class Only(Frozen, Generic[T]):
    """What only one side has."""

    only_a: tuple[T, ...]
    only_b: tuple[T, ...]


# --- what a row is about -----------------------------------------------------------------------------------------


class OfFact(Frozen):
    """A fact of the case; `on` is the date of the question."""

    fact: str
    title: str


class OfQuestion(Frozen):
    """An open question."""

    question: str


class OfPath(Frozen):
    """The answer of a path."""

    path: str
    title: str


class OfDetermination(Frozen):
    """A determination."""

    id: str
    title: str
    path: str
    headline: bool
    kind: Literal["choose", "collect"]


class OfStep(Frozen):
    """A step of a procedure."""

    procedure: str
    step: str
    title: str


class Titled(Frozen):
    """A thing with its title."""

    id: str
    title: str


class Changed(Titled):
    """A thing that one side has, or that is not the same on both."""

    change: Presence


class OfFinding(Frozen):
    """A finding of a determination, and the sides that have it."""

    determination: str
    id: str
    title: str
    side: Side


class OfChangedStep(Frozen):
    """A step of a procedure that both sides have; `fields` are those that differ."""

    procedure: str
    id: str
    title: str
    change: Presence
    fields: tuple[str, ...]


# --- what a side says of it --------------------------------------------------------------------------------------


class AnswerSaid(Frozen):
    """An answer; `id` is null where several outcomes are possible that all have this state, or where nothing is decided."""

    id: str | None
    state: StateOfAnswer
    depends_on: DependsOn | None
    title: str
    text: str | None


class PossibleOutcome(Frozen):
    """An outcome that is still possible, and the readings under which it is (null: whatever they are)."""

    outcome: str
    under: dict[str, str] | None


class Determined(Frozen):
    """What a determination answers, with the facts and questions for which it waits."""

    status: Literal["decided", "depends", "not_covered"]
    outcome: str | None
    outcome_title: str | None
    favourable: str | None
    possible: tuple[PossibleOutcome, ...]
    findings: tuple[str, ...]
    could_also_matter: tuple[str, ...]
    missing: tuple[str, ...]
    open_questions: tuple[str, ...]


class FindingAmount(Frozen):
    """The amount of a finding, as it is shown."""

    amount: str | None


class ProcedureShape(Frozen):
    """Whether a procedure applies for sure, and its steps."""

    certain: bool
    steps: tuple[str, ...]


class StepShape(Frozen):
    """A step without its words, papers, delay, fee and dates, which are compared on their own."""

    actor: str
    authority: str | None
    authority_title: str | None
    only_if: str | None
    starts_when: str | None
    after: tuple[str, ...]
    place: str | None
    penalty: str | None
    also: tuple[str, ...]
    open_questions: tuple[str, ...]


class PaperAsked(Frozen):
    """A paper as a step asks for it; `certain` is that of the procedure."""

    procedure: str
    step: str
    certain: bool
    originals: int
    copies: int
    form: tuple[str, ...]
    provided_by: str
    only_if: str | None


class DelayLength(Frozen):
    """How long a delay is; `amount` null: no text says."""

    amount: Exact | None
    unit: str
    max: bool


class FeeAmount(Frozen):
    """What a step costs; `amount` null: it is not published."""

    amount: Exact | None
    currency: str


class StepTimes(Frozen):
    """When a step is due, can be taken or was; the last four are absent where the step was not dated."""

    due: dt.date | None
    earliest: dt.date | None
    latest: dt.date | None
    possible_from: dt.date | None = None
    happened: dt.date | None = None
    late: bool = False
    passed: bool = False


class MoneyValue(Frozen):
    """An amount."""

    value: Figure
    unit: str


# --- the rows ----------------------------------------------------------------------------------------------------


class FactDifference(Sides[Any], OfFact):
    """A fact as each case gives it."""


class ReadingDifference(Sides[str], OfQuestion):
    """The reading that each case records."""


class AnswerDifference(Sides[AnswerSaid], OfPath):
    """The answers of one path."""


class DeterminationDifference(Sides[Determined], OfDetermination):
    """A determination on both sides, each with the lines that decide it."""

    because_a: tuple[str, ...]
    because_b: tuple[str, ...]


class FindingDifference(Sides[FindingAmount], OfFinding):
    """A finding that one side has, or whose amount differs."""


class MissingQuestion(Frozen):
    """A fact that is missing, and the question that asks for it."""

    fact: str
    question: str


class ProcedureDifference(Sides[ProcedureShape], Changed):
    """A procedure."""


class StepDifference(Sides[StepShape], OfChangedStep):
    """A step."""


class DocumentDifference(Sides[tuple[PaperAsked, ...]], Changed):
    """A paper, with every step that asks for it."""


class DelayDifference(Sides[DelayLength], OfStep):
    """The delay of a step."""


class FeeDifference(Sides[FeeAmount], OfStep):
    """The fee of a step."""


class DateDifference(Sides[StepTimes], OfStep):
    """The dates of a step."""


class AmountDifference(Sides[MoneyValue], Titled):
    """An amount of money."""


class OneSide(Frozen):
    """A case and its answer. `verdict` is deprecated: read `answer`."""

    case_sha256: str
    on: dt.date
    ref: str | None
    answer: AnswerSaid
    verdict: Verdict


class Receipts(Frozen):
    """What makes each advice reproducible."""

    a: Receipt
    b: Receipt


class ComparisonRecord(Frozen):
    """What each side is, then what differs, one list a kind."""

    schema_version: Literal[2]
    lang: str
    same_case: bool
    same_answer: bool
    a: OneSide
    b: OneSide
    facts: tuple[FactDifference, ...]
    readings: tuple[ReadingDifference, ...]
    answers: tuple[AnswerDifference, ...]
    determinations: tuple[DeterminationDifference, ...]
    findings: tuple[FindingDifference, ...]
    missing: Only[MissingQuestion]
    open_questions: Only[Titled]
    procedures: tuple[ProcedureDifference, ...]
    steps: tuple[StepDifference, ...]
    documents: tuple[DocumentDifference, ...]
    delays: tuple[DelayDifference, ...]
    fees: tuple[FeeDifference, ...]
    dates: tuple[DateDifference, ...]
    amounts: tuple[AmountDifference, ...]
    receipts: Receipts
