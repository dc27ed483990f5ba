"""The answer of a path as it is printed and written to JSON, and the verdict that is derived from it for one version."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from .proof import Frozen, ProofNode

State = Literal["yes", "no", "depends_on_facts", "depends_on_open_question", "not_covered"]
DependsOn = Literal["facts", "question", "both"]
StateOfAnswer = Literal["go", "wait", "stop", "no", "depends", "not_covered"]


class Verdict(Frozen):
    """The answer in one sentence."""

    path: str
    title: str
    sentence: str
    state: State


class ProgressAdvice(Frozen):
    """Where the file stands with one authority, or the work; `outcome` null: not known."""

    id: str
    title: str
    outcome: str | None
    outcome_title: str | None


class ForbiddenAdvice(Frozen):
    """What is forbidden, at which price, and until when; `until` null: as long as the facts are what they are."""

    id: str
    text: str
    penalty: str | None
    until: dt.date | None
    sources: tuple[str, ...]


class AnswerAdvice(Frozen):
    """The answer of one path: its first line, the state, and what it depends on.

    `id` is null where several outcomes are possible that all have this state, or where nothing is decided.
    """

    path: str
    path_title: str
    id: str | None
    state: StateOfAnswer
    depends_on: DependsOn | None
    title: str
    text: str | None
    by: dt.date | None
    because: ProofNode | None
    forbidden: tuple[ForbiddenAdvice, ...]
    unchecked: int
    unchecked_points: tuple[str, ...]
    to_confirm: bool
    missing: tuple[str, ...]
    possible: tuple[str, ...]
    opens: tuple[str, ...]
    may_open: tuple[str, ...]
    open_questions: tuple[str, ...]
    sources: tuple[str, ...]


def verdict_word(state: StateOfAnswer, depends_on: DependsOn | None) -> State:
    """The state of an answer in the words of `schema_version` 1."""
    if state == "depends":
        return "depends_on_open_question" if depends_on == "question" else "depends_on_facts"
    if state == "not_covered":
        return "not_covered"
    return "yes" if state in ("go", "wait") else "no"
