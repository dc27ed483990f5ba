"""Why, why not, and the smallest changes that would turn a no into a yes, as they are written to JSON (`schema_version` 2).

`snia check` writes the changes beside the advice, `snia why CASE` alone, `snia why CASE DETERMINATION` the proof.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

from ...law.model.advice import Advice, Receipt
from ...law.model.answer_advice import AnswerAdvice, State, Verdict
from ...law.model.proof import Frozen, ProofNode, Truth


class ChangedFactAdvice(Frozen):
    """One fact of a change.

    `span` says how far the value may go: exactly this one, this one or more (later), or less (earlier), or up to `until`.
    `others` would do as well as `after`; with `example` there are still more than are named.
    """

    fact: str
    title: str
    before: Any
    after: Any
    after_text: str
    span: Literal["exactly", "or_more", "or_less", "up_to"]
    until: Any = None
    others: tuple[Any, ...] = ()
    example: bool = False


class ChangeAdvice(Frozen):
    """Facts to change together, and the answer that the engine proves then; `set` is what to write after `--set`."""

    facts: tuple[ChangedFactAdvice, ...]
    effort: int
    state: State
    outcomes: dict[str, str]
    asked_anew: tuple[str, ...]
    missing: tuple[str, ...]
    open_questions: tuple[str, ...]
    set: tuple[str, ...]


class OtherPathAdvice(Frozen):
    """Another goal that is open to the same person."""

    path: str
    title: str
    state: State


class ChangesAdvice(Frozen):
    """What was found for one path: `exhaustive` when no other set of facts would do.

    Otherwise every change of at most `bound` facts was looked at. `happened`: none was, since what decides has happened; the
    way out is an act.
    """

    path: str
    found: tuple[ChangeAdvice, ...]
    exhaustive: bool
    bound: int
    other_paths: tuple[OtherPathAdvice, ...]
    happened: bool = False


class CheckedAdvice(Advice):
    """What `snia check --json` writes: the advice, and the smallest changes where the answer is no."""

    changes: ChangesAdvice | None = None


class ChangesRecord(Frozen):
    """What `snia why CASE --json` writes: the answer, and the smallest changes where it is no. `verdict` is deprecated."""

    schema_version: Literal[2]
    lang: str
    on: dt.date
    answer: AnswerAdvice
    verdict: Verdict
    changes: ChangesAdvice | None
    receipt: Receipt


class AskedFinding(Frozen):
    """A rule that a determination collects, as it was asked about, and whether it holds."""

    id: str
    title: str
    text: str
    amount: str | None
    holds: Truth
    sources: tuple[str, ...]
    confidence: str


class WantedCondition(Frozen):
    """A condition on a fact or on an open question, what is wanted in words, and what was given."""

    fact: str | None
    question: str | None
    text: str
    given: Any
    given_text: str | None


class WhyRecord(Frozen):
    """What `snia why CASE DETERMINATION [OUTCOME] --json` writes: the proof, and what stands in the way of an outcome.

    `asked`: the outcome that was asked about. `failing` and `missing_sets`: sets of conditions, each of which would do if
    its conditions held, or were known; `more_sets`: there are more than are written.
    """

    schema_version: Literal[2]
    lang: str
    on: dt.date
    determination: str
    status: Literal["decided", "depends", "not_covered"]
    outcome: str | None
    asked: str | None
    finding: AskedFinding | None
    nodes: tuple[ProofNode, ...]
    missing: tuple[str, ...]
    open_questions: tuple[str, ...]
    failing: tuple[tuple[WantedCondition, ...], ...]
    missing_sets: tuple[tuple[WantedCondition, ...], ...]
    more_sets: bool
    receipt: Receipt
