"""The steps of a procedure: who acts, where, with which papers, within which delay, for which fee."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator
from pydantic import Field as Setting

from .values import Cite, Condition, Confidence, FactName, Integer, Name, Strict, Text, TextOrNone, YesNo

Cites = tuple[Cite, ...]
# For the schema of a field that is read by `none_word`: on the page there is no null, there is the word.
NONE_WORD: dict[str, Any] = {"x-none": True}


def none_word(value: Any) -> Any:
    """The word `none` as nothing."""
    return None if value == "none" else value


Form = Literal["original", "stamped", "signed", "legalised", "certified", "translated", "registered", "recent", "apostilled"]


class StepDocument(Strict):
    """A paper asked for at a step: how many, in which form, who provides it."""

    document: Name
    originals: Integer
    copies: Integer
    form: tuple[Form, ...] = ()
    provided_by: Literal["employer", "worker", "authority", "third_party"]
    when: Condition = None
    note: Text | None = None
    sources: Cites


class StartsWhen(Strict):
    """The event, or the last of several, that starts a clock."""

    last_of: tuple[Name, ...]


class Delay(Strict):
    """How long an authority or a person has; `in_hours`: the text says hours, and means so many working days."""

    amount: TextOrNone
    unit: Literal["working_days", "calendar_days", "full_days", "months", "unspecified"]
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
    `not_before`: the date of the case by which, and from which, the step is to be taken.
    """

    step: Name
    title: Text
    actor: Literal["employer", "worker", "authority"]
    authority: Annotated[Name | None, BeforeValidator(none_word)]
    when: Condition = None
    documents: tuple[StepDocument, ...] = ()
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
    by: FactName | None = None
    not_before: FactName | None = None
    note: Text | None = None
    open_questions: tuple[Name, ...] = ()
    sources: Cites
