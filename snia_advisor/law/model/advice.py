"""The advice: the answer to one case, as it is printed and as it is written to JSON (`schema_version` 2)."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field, WithJsonSchema, computed_field, model_validator

from .act_advice import ActAdvice, DeadlineAdvice, PaperLine, PlanLine, SharpenAdvice
from .answer_advice import AnswerAdvice, ProgressAdvice, Verdict, verdict_word
from .dates import StepDates
from .proof import Frozen, ProofNode

# Exact in the program, text in JSON. A line of a computation may also show a day or a word.
Exact = Annotated[Decimal, WithJsonSchema({"type": "string"})]
Figure = Annotated[Decimal | dt.date | str, Field(union_mode="left_to_right"), WithJsonSchema({"type": "string"})]


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
    """One step of a procedure.

    `after`: the steps of the procedure that come first, and `procedure.step` for those of others. `also`: the steps of other
    procedures that are the same act.
    """

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
    place: str | None = None
    penalty: str | None = None
    also: tuple[str, ...] = ()
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
    law_notes_to: dt.date


class Advice(Frozen):
    """The whole answer to one case, in one language."""

    schema_version: Literal[2] = 2
    lang: str
    on: dt.date
    ref: str | None = None
    answers: tuple[AnswerAdvice, ...]
    progress: tuple[ProgressAdvice, ...]
    acts: tuple[ActAdvice, ...]
    plan: tuple[PlanLine, ...]
    papers: tuple[PaperLine, ...]
    deadlines: tuple[DeadlineAdvice, ...]
    determinations: tuple[DeterminationAdvice, ...]
    procedures: tuple[ProcedureAdvice, ...]
    missing: tuple[MissingFact, ...]
    sharpen: tuple[SharpenAdvice, ...]
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

    @computed_field  # type: ignore[prop-decorator]
    @property
    def answer(self) -> AnswerAdvice:
        """The answer of the first path."""
        return self.answers[0]

    @model_validator(mode="before")
    @classmethod
    def _read_back(cls, given: Any) -> Any:
        """What is worked out again from the answers is not read back from JSON."""
        if not isinstance(given, dict):
            return given
        return {key: value for key, value in given.items() if key not in cls.model_computed_fields}

    @computed_field  # type: ignore[prop-decorator]
    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        """The answers in the words of `schema_version` 1. Deprecated: read `answers`."""
        return tuple(
            Verdict(path=a.path, title=a.path_title, sentence=a.title, state=verdict_word(a.state, a.depends_on))
            for a in self.answers
        )

    @computed_field  # type: ignore[prop-decorator]
    @property
    def verdict(self) -> Verdict:
        """The first of the verdicts. Deprecated: read `answer`."""
        return self.verdicts[0]

    @property
    def exit_code(self) -> int:
        """0 answered; where the answer depends, 3 on facts (and perhaps a doubt), 4 on an open question alone."""
        if self.answer.state != "depends":
            return 0
        return 4 if self.answer.depends_on == "question" else 3

    def to_json(self) -> dict[str, Any]:
        """The advice as JSON values."""
        return self.model_dump(mode="json")
