"""The steps of a procedure: who acts, where, with which papers, within which delay, for which fee."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, StringConstraints
from pydantic import Field as Setting

from .values import Cite, Condition, Confidence, FactName, Integer, Name, Strict, Text, TextOrNone, YesNo

Cites = tuple[Cite, ...]
StepName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")]  # procedure.step
# For the schema of a field that is read by `none_word`: on the page there is no null, there is the word.
NONE_WORD: dict[str, Any] = {"x-none": True}


def none_word(value: Any) -> Any:
    """The word `none` as nothing."""
    return None if value == "none" else value


Form = Literal["original", "stamped", "signed", "legalised", "certified", "translated", "registered", "recent", "apostilled"]


class Lodged(Strict):
    """How a paper is lodged: how many, in which form, who provides it."""

    originals: Integer
    copies: Integer
    form: tuple[Form, ...] = ()
    provided_by: Literal["employer", "worker", "authority", "third_party"]
    note: Text | None = None
    sources: Cites


class StepDocument(Lodged):
    """A paper asked for at a step, and where it is asked for."""

    document: Name
    when: Condition = None


class StartsWhen(Strict):
    """The event, or the last of several, that starts a clock."""

    last_of: tuple[Name, ...]


class Delay(Strict):
    """How long an authority or a person has; `in_hours`: the text says hours, and means so many working days."""

    amount: TextOrNone
    unit: Literal["working_days", "calendar_days", "full_days", "months", "month_ends", "unspecified"]
    max: YesNo
    in_hours: YesNo = False
    sources: Cites
    note: Text | None = None


class Fee(Strict):
    """What a step costs; `amount: none` means that an invoice exists and its amount is not published."""

    amount: TextOrNone
    currency: Literal["MAD"] = "MAD"
    confidence: Confidence
    sources: Cites
    note: Text | None = None


class Step(Strict):
    """One step of a procedure.

    `after`: the steps that come first (default: the one before); `after_procedures`: procedures that must be finished;
    `brings`: the events that happen when the step is done; `beside`: a legal limit or a remedy, never on the way to the
    end; `office`: whether an office must be open to act (default: when there is an authority); `by` and
    `not_before`: the date of the case by which, and from which, the step is to be taken; `place`: where, when no authority
    receives; `needs`: the events that must have happened, whichever procedure brings them; `same_as`: the steps of other
    procedures that are the same act, done once, with the papers of both; `price`: the rules whose amount is due when it is
    not done; `loss`: what else is at stake; `proofs_of`: the determination whose findings are to be proved here, by the
    papers that prove them.
    """

    step: Name
    title: Text
    actor: Literal["employer", "worker", "authority"]
    authority: Annotated[Name | None, BeforeValidator(none_word)]
    when: Condition = None
    documents: tuple[StepDocument, ...] = ()
    proofs_of: Name | None = None
    starts_when: Annotated[StartsWhen | None, BeforeValidator(none_word)] = Setting(
        default=None, json_schema_extra=NONE_WORD
    )
    delay: Annotated[Delay | None, BeforeValidator(none_word)] = Setting(default=None, json_schema_extra=NONE_WORD)
    fee: Annotated[Fee | None, BeforeValidator(none_word)] = Setting(default=None, json_schema_extra=NONE_WORD)
    after: tuple[Name, ...] | None = None
    after_procedures: tuple[Name, ...] = ()
    brings: tuple[Name, ...] = ()
    beside: YesNo = False
    office: YesNo | None = None
    place: Text | None = None
    needs: tuple[Name, ...] = ()
    same_as: tuple[StepName, ...] = ()
    price: tuple[Name, ...] = ()
    loss: Text | None = None
    by: FactName | None = None
    not_before: FactName | None = None
    note: Text | None = None
    open_questions: tuple[Name, ...] = ()
    sources: Cites
