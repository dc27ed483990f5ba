"""The smallest changes that would turn a no into a yes, as `snia check` writes them to JSON beside the advice."""

from __future__ import annotations

from typing import Any, Literal

from ...law.model.advice import Advice
from ...law.model.answer_advice import State
from ...law.model.proof import Frozen


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

    Otherwise every change of at most `bound` facts was looked at.
    """

    path: str
    found: tuple[ChangeAdvice, ...]
    exhaustive: bool
    bound: int
    other_paths: tuple[OtherPathAdvice, ...]


class CheckedAdvice(Advice):
    """What `snia check --json` writes: the advice, and the smallest changes where the answer is no."""

    changes: ChangesAdvice | None = None
