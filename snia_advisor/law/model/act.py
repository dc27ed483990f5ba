"""What a person can do: an act by itself, or a step of a procedure; and the deadlines of a person, whatever is asked."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, model_validator
from pydantic import Field as Setting

from .entry import Entry
from .steps import NONE_WORD, Cites, StepName, none_word
from .values import Basis, Condition, FactName, Name, Text, YesNo


class Act(Entry):
    """Something that a person can do today or by a date.

    An act may be a `step`, written `procedure.step`: then who acts, where, with which papers and within which delay come
    from the step. Otherwise it names its `actor`, and the `authority` or the `place` (a channel is a place). `by`: the days
    by which it is to be done; the earliest that is not over counts, and when all are, `too_late` says what remains possible.
    `waits_for`: the event before which it cannot be done. `price`: the rules whose amount is due when it is not done;
    `loss`: what else is at stake. `abstains`: it is only not to do something, which avoids a fault and leads nowhere.
    """

    kind: ClassVar[str] = "act"
    id: Name
    step: StepName | None = None
    text: Text | None = None
    note: Text | None = None
    actor: Literal["employer", "worker"] | None = None
    authority: Annotated[Name | None, BeforeValidator(none_word)] = Setting(default=None, json_schema_extra=NONE_WORD)
    place: Text | None = None
    when: Condition = None
    not_before: FactName | None = None
    waits_for: Name | None = None
    by: tuple[FactName, ...] = ()
    too_late: Text | None = None
    price: tuple[Name, ...] = ()
    loss: Text | None = None
    abstains: YesNo = False
    open_questions: tuple[Name, ...] = ()
    sources: Cites = ()
    basis: tuple[Basis, ...] = ()

    @model_validator(mode="after")
    def _a_step_or_whole(self) -> Act:
        own = (self.actor, self.authority, self.place)
        if self.step is not None and any(own):
            raise ValueError("no actor, authority or place beside step: they come from the step")
        if self.step is None and not (self.text and self.actor and (self.authority or self.place)):
            raise ValueError("step, or text, actor, and authority or place")
        if self.abstains and (self.step or self.by):
            raise ValueError("abstains only where there is neither step nor by")
        if self.too_late is not None and not (self.by or self.step):
            raise ValueError("too_late only beside by or step")
        return self

    def statements(self) -> list[tuple[str, Cites]]:
        return [] if self.step is not None else [(self.id, self.sources)]


class PersonalDeadline(Entry):
    """A day that matters to the person on every path: a paper ends, a time to stay ends.

    `act_by`: the day by which to act, where it is not the same. `shared_as`: its kind, for calendars that others see.
    """

    kind: ClassVar[str] = "deadline"
    id: Name
    title: Text
    shared_as: Text | None = None
    date: FactName
    act_by: FactName | None = None
    when: Condition = None
    text: Text
    sources: Cites
    basis: tuple[Basis, ...] = ()

    def statements(self) -> list[tuple[str, Cites]]:
        return [(self.id, self.sources)]
