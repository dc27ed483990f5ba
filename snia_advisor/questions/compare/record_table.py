"""What one change would do, as `snia whatif` writes it to JSON (`schema_version` 2); with `--set` it writes a comparison."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from pydantic import Field

from ...law.model.advice import Receipt
from ...law.model.answer_advice import Verdict
from ...law.model.proof import Frozen
from .record import AnswerDifference, AnswerSaid, DeterminationDifference


class OneChangeRecord(Frozen):
    """One fact with another value, and the headline determinations and answers that are not the same then.

    `effort`: how hard it is to change, from 1 to 3. Side `a` is the case as it is, `b` the case with the change.
    """

    fact: str
    title: str
    effort: int
    from_: Any = Field(alias="from")
    to: Any
    determinations: tuple[DeterminationDifference, ...]
    answers: tuple[AnswerDifference, ...]
    case_sha256: str


class TableRecord(Frozen):
    """The case as it is, each change that matters, then the other changeable facts by the reason why none is told of them.

    `without_effect`: no value that was tried changes an answer; `tied`: the other facts allow no other value; `not_tried`:
    not every value was tried; `happened`: it has happened and stays. `verdict` is deprecated: read `answer`.
    """

    schema_version: Literal[2]
    lang: str
    case_sha256: str
    on: dt.date
    ref: str | None
    answer: AnswerSaid
    verdict: Verdict
    changes: tuple[OneChangeRecord, ...]
    without_effect: tuple[str, ...]
    tied: tuple[str, ...]
    not_tried: tuple[str, ...]
    happened: tuple[str, ...]
    receipt: Receipt
