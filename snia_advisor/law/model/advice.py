"""The advice: the answer to one case, as it is printed and as it is written to JSON (`schema_version` 1)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, model_serializer

from .dates import StepDates

State = Literal["yes", "no", "depends_on_facts", "depends_on_open_question", "not_covered"]
Truth = Literal["true", "false", "unknown"]


# Exact in the program, text in JSON. A line of a computation may also show a day or a word.
Exact = Annotated[Decimal, WithJsonSchema({"type": "string"})]
Figure = Annotated[Decimal | dt.date | str, Field(union_mode="left_to_right"), WithJsonSchema({"type": "string"})]


class Frozen(BaseModel):
    """Immutable and closed: an advice is a record."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ProofNode(Frozen):
    """A step of the proof: a rule, a comparison of a fact, an open question, an outcome, or a group of steps."""

    rule: str | None = None
    fact: str | None = None
    question: str | None = None
    outcome: str | None = None
    group: Literal["all", "any", "not", "cases"] | None = None
    text: str
    truth: Truth
    given: Any = None
    given_text: str | None = None
    sources: tuple[str, ...] = ()
    confidence: str | None = None
    children: tuple[ProofNode, ...] = ()

    @model_serializer(mode="wrap")
    def _compact(self, handler: Any) -> dict[str, Any]:
        written: dict[str, Any] = handler(self)
        optional = ("rule", "fact", "question", "outcome", "group", "given_text")
        return {key: value for key, value in written.items() if value is not None or key not in optional}


class Finding(Frozen):
    """One thing that a `collect` found."""

    id: str
    title: str
    text: str
    amount: str | None = None
    sources: tuple[str, ...]
    confidence: str
    proof_documents: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()


class Possible(Frozen):
    """An outcome that is still possible, and the readings under which it is (null: whatever they are)."""

    outcome: str
    title: str
    under: dict[str, str] | None = None


class DeterminationAdvice(Frozen):
    """What the law determines on one question."""

    id: str
    path: str
    headline: bool
    kind: Literal["choose", "collect"]
    title: str
    question: str
    tone: str = "neutral"
    status: Literal["decided", "depends", "not_covered"]
    exact: bool = True
    outcome: str | None = None
    outcome_title: str | None = None
    outcome_text: str | None = None
    favourable: str | None = None
    possible: tuple[Possible, ...] = ()
    findings: tuple[Finding, ...] = ()
    could_also_matter: tuple[str, ...] = ()
    because: ProofNode | None = None
    not_because: tuple[ProofNode, ...] = ()
    missing: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class DocumentAdvice(Frozen):
    """A paper of a step."""

    id: str
    code: str | None
    title: str
    originals: int
    copies: int
    form: tuple[str, ...]
    provided_by: str
    only_if: str | None = None
    note: str | None = None
    valid_until: dt.date | None = None
    expired: bool = False  # it will no longer be valid when the step can be taken
    issued_after: dt.date | None = None  # it must not be older than this when the step is taken
    sources: tuple[str, ...]


class DelayAdvice(Frozen):
    """How long; `unspecified` when no text says calendar or working days."""

    amount: Exact | None
    unit: str
    max: bool
    in_hours: bool = False
    note: str | None = None
    sources: tuple[str, ...]


class FeeAdvice(Frozen):
    """What it costs; amount null: an invoice exists, its amount is not published."""

    amount: Exact | None
    currency: str
    confidence: str
    note: str | None = None
    sources: tuple[str, ...]


class StepAdvice(Frozen):
    """One step of a procedure."""

    id: str
    title: str
    actor: str
    authority: str | None
    authority_title: str | None
    only_if: str | None = None
    documents: tuple[DocumentAdvice, ...]
    delay: DelayAdvice | None
    starts_when: str | None
    due: dt.date | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    dates: StepDates | None = None
    fee: FeeAdvice | None
    after: tuple[str, ...]
    note: str | None = None
    sources: tuple[str, ...]
    open_questions: tuple[str, ...]


class ProcedureAdvice(Frozen):
    """The steps to take. `certain` is false when the procedure depends on a fact or a question that is still open."""

    id: str
    title: str
    certain: bool
    only_if: str | None = None
    note: str | None
    steps: tuple[StepAdvice, ...]
    sources: tuple[str, ...]


class MissingFact(Frozen):
    """A fact that can still change a headline determination."""

    fact: str
    question: str
    hint: str | None = None
    options: dict[str, str] | None = None
    why_asked: str
    decides: tuple[str, ...]
    sources: tuple[str, ...]


class ReadingAdvice(Frozen):
    """One reading of an open question, and the outcomes left under it."""

    answer: str
    text: str
    outcomes: tuple[str, ...]
    sources: tuple[str, ...]


class OpenQuestionAdvice(Frozen):
    """A doubt that only an authority can settle."""

    id: str
    kind: str
    title: str
    question: str
    affects: Literal["determination", "step", "delay", "note"]
    where: tuple[str, ...]
    readings: tuple[ReadingAdvice, ...]
    recorded: str | None = None
    prudent: str
    ask: tuple[str, ...]


class AmountLine(Frozen):
    """One line of a computation."""

    text: str
    value: Figure
    sources: tuple[str, ...]


class Amount(Frozen):
    """An amount of money, with how it was obtained."""

    id: str
    title: str
    value: Figure
    unit: str
    lines: tuple[AmountLine, ...]


class Verdict(Frozen):
    """The answer in one sentence."""

    path: str
    title: str
    sentence: str
    state: State


class Notice(Frozen):
    """Something to know about the whole advice."""

    id: str
    text: str


class PathConsidered(Frozen):
    """Whether a path concerns the case, and why."""

    id: str
    title: str
    concerned: bool | None
    because: str


class SourceAdvice(Frozen):
    """A source cited in the advice."""

    id: str
    title: str
    kind: str
    rank: int
    read: str
    url: str | None
    note: str | None


class Receipt(Frozen):
    """What makes the advice reproducible."""

    rulebase_sha256: str
    program: str
    on: dt.date
    dates_used: dict[str, dt.date]
    calendar: str | None
    case_sha256: str
    law_known_to: dt.date


class Advice(Frozen):
    """The whole answer to one case, in one language."""

    schema_version: Literal[1] = 1
    lang: str
    on: dt.date
    ref: str | None = None
    verdict: Verdict
    verdicts: tuple[Verdict, ...]
    next_actions: tuple[str, ...]
    determinations: tuple[DeterminationAdvice, ...]
    procedures: tuple[ProcedureAdvice, ...]
    missing: tuple[MissingFact, ...]
    open_questions: tuple[OpenQuestionAdvice, ...]
    amounts: tuple[Amount, ...]
    warnings: tuple[Notice, ...]
    paths_considered: tuple[PathConsidered, ...]
    sources: tuple[SourceAdvice, ...]
    receipt: Receipt

    def determination(self, name: str) -> DeterminationAdvice:
        """The determination `name`. Raises `KeyError`."""
        for determination in self.determinations:
            if determination.id == name:
                return determination
        raise KeyError(name)

    @property
    def exit_code(self) -> int:
        """0 answered; 3 facts are missing for a headline determination; 4 only an open question remains."""
        headline = [d for d in self.determinations if d.headline and d.status == "depends"]
        if any(d.missing for d in headline):
            return 3
        return 4 if headline else 0

    def to_json(self) -> dict[str, Any]:
        """The advice as JSON values."""
        return self.model_dump(mode="json")
