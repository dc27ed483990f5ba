"""The plan: dated steps, their papers, the questions for the desk, the dates that matter."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import ConfigDict
from pydantic import Field as Setting

from ...law.model.act_advice import ActAdvice, DeadlineAdvice
from ...law.model.advice import Notice, Receipt, StepAdvice
from ...law.model.answer_advice import AnswerAdvice, Verdict
from ...law.model.dates import Certainty
from ...law.model.proof import Frozen

KeyDateKind = Literal["act_from", "deadline", "answer_by", "claim", "paper_expires", "personal"]


class ReadingEnd(Frozen):
    """Where one reading of a delay ends: one day, or several while a feast is not certain."""

    reading: str
    ends: tuple[dt.date, ...]


class PlanStep(StepAdvice):
    """A step in its place.

    `number`: its place in the plan; `parallel_with`: the steps (`procedure.step`) that need not wait for it, nor it for
    them.
    """

    number: int = 0
    procedure: str
    procedure_title: str
    parallel_with: tuple[str, ...] = ()
    critical: bool = False
    readings: tuple[ReadingEnd, ...] = ()  # only where the readings of the text differ

    @property
    def key(self) -> str:
        """`procedure.step`."""
        return f"{self.procedure}.{self.id}"


class PossibleProcedure(Frozen):
    """A procedure whose condition is still open: it stands apart, without dates."""

    id: str
    title: str
    only_if: str | None
    steps: tuple[str, ...]


class PaperUse(Frozen):
    """What one step asks of a paper. `number` is that of the step."""

    number: int
    procedure: str
    step: str
    title: str
    originals: int
    copies: int
    form: tuple[str, ...]
    only_if: str | None = None
    sources: tuple[str, ...]


class PlanPaper(Frozen):
    """A paper, once, with the steps that it serves. `needed_on`: the planned day of the last step that needs it.

    The same original serves every step when a paper is one of its kind (it has an expiry of its own); otherwise originals
    add up. Copies always add up.
    """

    id: str
    code: str | None
    title: str
    form: tuple[str, ...]
    originals: int
    copies: int
    valid_until: dt.date | None = None
    expired: bool = False
    needed_on: dt.date | None = None
    issued_after: dt.date | None = None
    only_if: str | None = None
    notes: tuple[str, ...] = ()
    uses: tuple[PaperUse, ...]


class TickGroup(Frozen):
    """The papers that one person provides."""

    provided_by: str
    papers: tuple[PlanPaper, ...]


class CoverLine(Frozen):
    """A line of a cover list."""

    number: int
    document: str
    title: str
    originals: int
    copies: int
    form: tuple[str, ...]
    only_if: str | None = None


class CoverList(Frozen):
    """What is handed in at one step, numbered, as on a `bordereau d'envoi`."""

    number: int
    procedure: str
    step: str
    title: str
    authority: str
    authority_title: str
    where: str | None
    date: dt.date | None
    only_if: str | None = None
    lines: tuple[CoverLine, ...]


class DeskReading(Frozen):
    """One answer that the desk may give, and what follows from it."""

    answer: str
    text: str
    then: tuple[str, ...]
    sources: tuple[str, ...]


class DeskQuestion(Frozen):
    """A question to put to an authority. `deciding`: the answer of the advice depends on it."""

    id: str
    kind: str
    deciding: bool
    title: str
    question: str
    readings: tuple[DeskReading, ...]
    prudent: str
    depends: tuple[str, ...]
    also_at: tuple[str, ...]


class DeskQuestions(Frozen):
    """The questions for one authority, the deciding ones first."""

    authority: str
    questions: tuple[DeskQuestion, ...]


class KeyDate(Frozen):
    """A date that matters. `certainty` says that it is certain, or what may move it."""

    date: dt.date
    kind: KeyDateKind
    title: str
    number: int | None = None
    procedure: str | None = None
    step: str | None = None
    document: str | None = None
    deadline: str | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    certainty: tuple[Certainty, ...]
    conditional: bool = False
    passed: bool = False
    late: bool = False
    sources: tuple[str, ...] = ()


class Plan(Frozen):
    """The whole plan, in one language (`schema_version` 2). `verdicts` is deprecated: read `answers`."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_version: Literal[2] = 2
    lang: str
    on: dt.date
    from_: dt.date = Setting(alias="from")
    ref: str | None
    answers: tuple[AnswerAdvice, ...]
    verdicts: tuple[Verdict, ...]
    acts: tuple[ActAdvice, ...]
    deadlines: tuple[DeadlineAdvice, ...]
    steps: tuple[PlanStep, ...]
    critical_path: tuple[str, ...]
    possible_procedures: tuple[PossibleProcedure, ...]
    tick_list: tuple[TickGroup, ...]
    cover_lists: tuple[CoverList, ...]
    desk_questions: tuple[DeskQuestions, ...]
    key_dates: tuple[KeyDate, ...]
    warnings: tuple[Notice, ...]
    receipt: Receipt

    def to_json(self) -> dict[str, Any]:
        """The plan as JSON values."""
        return self.model_dump(mode="json", by_alias=True)
