"""The answer of a path: ordered outcomes, the first of which that holds is the first line that a person reads."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from pydantic import Field, model_validator

from .entry import Entry
from .steps import Cites
from .values import Basis, Condition, FactName, Name, Strict, Text, YesNo

# go: nothing of this path stands in the way; wait: possible after acts or decisions that are named;
# stop: something forbidden is being done; no: it cannot be done as things are.
AnswerState = Literal["go", "wait", "stop", "no"]
LANGUAGES = ("fr", "ar", "en")
VALUE = re.compile(r"\{([^{}]*)\}")


class Saying(Strict):
    """A first line, and one sentence that explains it."""

    title: Text
    text: Text | None = None


class Forbids(Strict):
    """What an outcome forbids until something happens: a rule with its price, and the date until which it holds."""

    rule: Name
    until: FactName | None = None


class AnswerOutcome(Strict):
    """One answer of a path.

    A gate must be proved false before a later outcome can be the answer. An alarm is passed over while `when` is unknown;
    once `when` is proved it is the answer at its place, and `still`, what makes it matter, is a gate. `acts`: what to do, in
    order, before the steps of the procedures that it `opens`.
    """

    state: AnswerState
    alarm: YesNo = False
    when: Condition
    still: Condition = None
    title: Text
    title_without: Text | None = None
    text: Text | None = None
    by: tuple[FactName, ...] = ()
    opens: tuple[Name, ...] = ()
    acts: tuple[Name, ...] = ()
    nothing_to_do: YesNo = False
    forbids: tuple[Forbids, ...] = ()
    open_questions: tuple[Name, ...] = ()
    sources: Cites
    basis: tuple[Basis, ...] = ()

    @model_validator(mode="after")
    def _whole(self) -> AnswerOutcome:
        if self.still is not None and not self.alarm:
            raise ValueError("still only beside alarm: yes")
        if self.alarm and self.state == "go":
            raise ValueError("an alarm that is stop, no or wait")
        if self.nothing_to_do and (self.acts or self.opens):
            raise ValueError("nothing_to_do only where there are neither acts nor opens")
        holds = any(VALUE.search(self.title.to(lang)) for lang in LANGUAGES)
        if holds != (self.title_without is not None):
            raise ValueError("title_without beside a title that holds a value, and only there")
        return self

    def values(self) -> dict[tuple[str, str], list[str]]:
        """The values that the title and the text hold (`worker.age`, `by`), by where: `("text", "fr")`."""
        texts = {"title": self.title, "text": self.text}
        return {(key, lang): VALUE.findall(text.to(lang)) for key, text in texts.items() if text for lang in LANGUAGES}


class Undecided(Strict):
    """What is said while no outcome is decided: facts, a doubt or the law are missing, or several have one state.

    `acts`: what to do at once where only an authority can answer.
    """

    facts: Saying
    question: Saying
    not_covered: Saying
    same: dict[AnswerState, Saying] = Field(default_factory=dict)
    acts: tuple[Name, ...] = ()


class Bar(Strict):
    """Rules and outcomes that forbid what a path is about, or take away a right on which it rests.

    `still` says when they matter; without it they always do.
    """

    rules: tuple[Name, ...] = ()
    outcomes: dict[Name, tuple[Name, ...]] = Field(default_factory=dict)
    still: Condition = None


class Tolerated(Strict):
    """Rules and outcomes against somebody that a path knows and lets stand, with the reason."""

    rules: tuple[Name, ...] = ()
    outcomes: dict[Name, tuple[Name, ...]] = Field(default_factory=dict)
    reason: Text


class Point(Strict):
    """A named group of rules that is checked, or not yet, in a path that checks everything."""

    title: Text
    rules: tuple[Name, ...]


class Answer(Entry):
    """The one ordered list of outcomes of a path; its id is that of the path."""

    kind: ClassVar[str] = "answer"
    id: Name
    checks: Literal["everything"] | None = None
    points: dict[Name, Point] = Field(default_factory=dict)
    progress: tuple[Name, ...] = ()
    outcomes: dict[Name, AnswerOutcome]
    undecided: Undecided
    bars: tuple[Bar, ...] = ()
    tolerates: tuple[Tolerated, ...] = ()
    basis: tuple[Basis, ...] = ()

    @model_validator(mode="after")
    def _points_where_everything_is_checked(self) -> Answer:
        if bool(self.points) != (self.checks == "everything"):
            raise ValueError("points, with checks: everything and only with it")
        return self

    def statements(self) -> list[tuple[str, Cites]]:
        return [(f"{self.id}: {name}", outcome.sources) for name, outcome in self.outcomes.items()]
