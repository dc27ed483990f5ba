"""The entries of the rule base, one class a kind. `docs/authoring.md` shows each on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, PrivateAttr, WithJsonSchema, model_validator
from pydantic import Field as Setting

from .act import Act, PersonalDeadline
from .answer import Answer
from .closed_days import CALENDAR_KINDS
from .entry import Entry
from .former import Former, QuestionOrder
from .steps import Cites, Lodged, Step, StepDocument, none_word
from .values import (
    Basis,
    Bounded,
    CodeName,
    Condition,
    Confidence,
    Dated,
    DateOrNone,
    FactName,
    Integer,
    Name,
    Sentence,
    SourceName,
    Strict,
    Text,
    TextOrNone,
    Unit,
    WrittenOperand,
    YesNo,
)

# --- instruments -------------------------------------------------------------------------------------------------


class Source(Entry):
    """A legal text, an official page, a report, a guide: whatever a statement rests on."""

    kind: ClassVar[str] = "source"
    id: SourceName
    title: Text
    short: Text | None = None
    source_kind: Literal[
        "treaty", "law", "decree", "order", "circular", "official_site", "official_report", "case_law", "ngo_guide", "press",
        "professional", "private_guide", "bill",
    ] = Setting(alias="kind")  # fmt: skip
    rank: Integer
    date: TextOrNone
    version: str = ""
    url: TextOrNone = None
    read: Literal["full", "articles", "excerpt", "not_read"]
    articles: YesNo
    note: Text | None = None


class Period(Dated):
    """One value of a parameter and the days on which it holds."""

    value: Any
    sources: Cites
    confidence: Confidence
    note: Text | None = None


class Parameter(Entry):
    """A dated number, date or range of the law. `adds`: what a text adds to a fine (prison, for each worker, on repeat)."""

    kind: ClassVar[str] = "parameter"
    id: Name
    title: Text
    type: Literal["integer", "decimal", "date", "money_range", "table"]
    places: Integer = 0
    unit: Unit
    basis: tuple[Basis, ...] = ()
    series: tuple[Period, ...]
    adds: Text | None = None
    note: Text | None = None

    @property
    def is_fine(self) -> bool:
        """Whether it is a fine, which a text gives from and to, or to which it adds something."""
        return self.type == "money_range" or self.adds is not None

    def statements(self) -> list[tuple[str, Cites]]:
        return [(f"{self.id} {p.from_}", p.sources) for p in self.series]


class ListEntry(Strict):
    """One line of a list."""

    id: CodeName
    title: Text
    aliases: tuple[Sentence, ...] = ()
    conditions: Text | None = None
    extra_documents: tuple[Text, ...] = ()
    sources: Cites = ()


class Hint(Strict):
    """An unofficial hint: it may prompt a check and can never decide."""

    title: Text
    conditions: Annotated[
        Text | None,
        BeforeValidator(none_word),
        WithJsonSchema({"anyOf": [{"const": "none"}, {"x-ref": "Text"}]}),
    ] = None
    sources: Cites


class Register(Entry):
    """A versioned list: countries, the lists A1 and A2 of ANAPEC."""

    kind: ClassVar[str] = "list"
    id: Name
    title: Text
    status: Literal["official", "unofficial", "content_unavailable"]
    version: TextOrNone
    sources: Cites = ()
    entries: tuple[ListEntry, ...] = ()
    unofficial_hints: tuple[Hint, ...] = ()


# --- facts -------------------------------------------------------------------------------------------------------


def _effort(value: Any) -> int:
    if str(value) == "no":
        return 0
    if str(value) in {"1", "2", "3"}:
        return int(value)
    raise ValueError("no, 1, 2 or 3")


class Field(Bounded):
    """One column of a list of records: a client's turnover, a member's papers."""

    _id: str = PrivateAttr("")  # given by the fact that has the column, so that it is read like a fact
    type: Literal["yes_no", "choice", "set", "date", "integer", "decimal"]
    none_allowed: YesNo = False
    places: Integer = 0
    unit: Unit = "none"
    title: Text
    options: dict[CodeName, Text] | None = None
    options_from: Name | None = None

    @property
    def id(self) -> str:
        """The name of the column with that of its list in front: `business.clients.turnover`."""
        return self._id

    def named(self, name: str) -> Field:
        """The same column under a name."""
        made = self.model_copy()
        made._id = name
        return made


class Fact(Bounded, Entry):
    """One datum about a case: what a person can know or read on a paper."""

    kind: ClassVar[str] = "fact"
    id: FactName
    type: Literal["yes_no", "choice", "set", "date", "integer", "decimal", "records"]
    none_allowed: YesNo = False
    places: Integer = 0
    unit: Unit = "none"
    fields: dict[Name, Field] | None = None
    title: Text
    question: Text
    hint: Text | None = None
    options: dict[CodeName, Text] | None = None
    options_from: Name | None = None
    hints_from: tuple[Name, ...] = ()
    why: Cites
    basis: tuple[Basis, ...] = ()
    ask_after: tuple[FactName, ...] = ()
    sensitive: YesNo
    changeable: Annotated[int, BeforeValidator(_effort), WithJsonSchema({"enum": ["no", 1, 2, 3]})]
    happened: str | None = None  # yes, or the date from which it has
    proved_by: tuple[Name, ...] = ()

    @model_validator(mode="after")
    def _options_where_needed(self) -> Fact:
        has = (self.options is not None) + (self.options_from is not None)
        if self.type in ("choice", "set") and has != 1:
            raise ValueError("options or options_from, one of the two")
        if self.type not in ("choice", "set") and has:
            raise ValueError("no options for this type")
        if (self.type == "records") != bool(self.fields):
            raise ValueError("fields, for records and only for them")
        for name, field in (self.fields or {}).items():
            field._id = f"{self.id}.{name}"
        return self

    def column(self, name: str) -> Field:
        """The column `name` of a list of records. Raises `KeyError`."""
        return (self.fields or {})[name]

    def number(self, of: str | None) -> Field:
        """The number of records, or the total of the column `of`: it may be more, or less, than one record can have."""
        if of is None:
            return Field(type="integer", minimum=0, title=self.title).named(self.id)
        return self.column(of).model_copy(update={"minimum": None, "maximum": None})

    def statements(self) -> list[tuple[str, Cites]]:
        return [(self.id, self.why)]


class Derived(Entry):
    """A fact computed by a named function; never asked.

    `unremarkable_without`: two pages leave the amount out unless the case gives this fact.
    """

    kind: ClassVar[str] = "derived"
    id: FactName
    type: Literal["date", "integer", "decimal"]
    unit: Unit = "none"
    places: Integer = 0
    amount: YesNo = False
    exact: YesNo = False
    unremarkable: YesNo = False
    unremarkable_without: FactName | None = None
    title: Text
    compute: dict[Name, tuple[WrittenOperand, ...]]
    where: Condition = None
    sources: Cites = ()
    basis: tuple[Basis, ...] = ()

    @model_validator(mode="after")
    def _one_function(self) -> Derived:
        if len(self.compute) != 1:
            raise ValueError("one function")
        return self

    @property
    def function(self) -> str:
        return next(iter(self.compute))

    @property
    def arguments(self) -> tuple[str, ...]:
        return self.compute[self.function]


class Constraint(Entry):
    """A statement true of every real case."""

    kind: ClassVar[str] = "constraint"
    id: Name
    text: Text
    holds: Condition = None
    when: Condition = None
    then: dict[FactName, Any] | None = None
    sources: Cites = ()

    @model_validator(mode="after")
    def _one_form(self) -> Constraint:
        if (self.holds is None) == (self.when is None or self.then is None):
            raise ValueError("holds, or when and then")
        return self


# --- law ---------------------------------------------------------------------------------------------------------


class Rule(Entry, Dated):
    """A named legal ground. Its truth is true, false or unknown."""

    kind: ClassVar[str] = "rule"
    id: Name
    title: Text
    text: Text | None = None
    when: Condition
    unless: tuple[Name, ...] = ()
    at: str = "on"
    proof_documents: tuple[Name, ...] = ()
    amount: str | None = None
    adverse: YesNo = False
    unremarkable: YesNo = False
    open_questions: tuple[Name, ...] = ()
    sources: Cites
    basis: tuple[Basis, ...] = ()
    confidence: Confidence

    def statements(self) -> list[tuple[str, Cites]]:
        return [(self.id, self.sources)]


class Outcome(Strict):
    """One answer of a `choose`."""

    when: Condition = None
    otherwise: YesNo = False
    title: Text
    text: Text | None = None
    favourable: Literal["yes", "no", "neutral"] = "neutral"
    unremarkable: YesNo = False
    open_questions: tuple[Name, ...] = ()
    sources: Cites
    basis: tuple[Basis, ...] = ()

    @model_validator(mode="after")
    def _one_condition(self) -> Outcome:
        if (self.when is None) != self.otherwise:
            raise ValueError("when, or otherwise: yes")
        return self


class Determination(Entry, Dated):
    """What the law decides: exactly one outcome (`choose`), or every finding that holds (`collect`)."""

    kind: ClassVar[str] = "determination"
    id: Name
    title: Text
    question: Text
    basis: tuple[Basis, ...] = ()
    choose: dict[Name, Outcome] | None = None
    collect: tuple[Name, ...] | None = None
    tone: Literal["favourable", "unfavourable", "neutral"] = "neutral"
    sources: Cites = ()

    @model_validator(mode="after")
    def _choose_or_collect(self) -> Determination:
        if (self.choose is None) == (self.collect is None):
            raise ValueError("choose, or collect")
        if self.choose is not None:
            last = list(self.choose)[-1]
            if any(o.otherwise and name != last for name, o in self.choose.items()) or not self.choose[last].otherwise:
                raise ValueError("the last outcome, and only it, with otherwise: yes")
        return self

    def statements(self) -> list[tuple[str, Cites]]:
        return [(f"{self.id}: {name}", o.sources) for name, o in (self.choose or {}).items()]


class Reading(Strict):
    """One way to read the law on an open question."""

    text: Text
    sources: Cites


class OpenQuestion(Entry):
    """A point that only an authority or a court can settle."""

    kind: ClassVar[str] = "open_question"
    id: Name
    question_kind: Literal["disputed", "silent", "discretion"] = Setting(alias="kind")
    title: Text
    question: Text
    readings: dict[Name, Reading]
    prudent: Text
    prudent_reading: Name | None = None
    ask: tuple[Name, ...]
    basis: tuple[Basis, ...] = ()

    @model_validator(mode="after")
    def _two_readings(self) -> OpenQuestion:
        if len(self.readings) < 2:
            raise ValueError("two readings or more")
        if self.prudent_reading and self.prudent_reading not in self.readings:
            raise ValueError("a prudent_reading that is one of the readings")
        return self

    def statements(self) -> list[tuple[str, Cites]]:
        # A silent question may have a reading that no text supports: that is what silence means. One must be sourced.
        cited = tuple(c for r in self.readings.values() for c in r.sources)
        return [(self.id, cited)] if self.question_kind != "silent" or cited else []


class Path(Entry):
    """A goal a person has. `party`: what the person is called who is no employee of anybody on this path."""

    kind: ClassVar[str] = "path"
    id: Name
    title: Text
    question: Text
    party: Text | None = None
    concerns: Condition
    gives: dict[FactName, Any] = Setting(default_factory=dict)
    headline: tuple[Name, ...]
    also: tuple[Name, ...] = ()
    procedures: tuple[Name, ...] = ()
    amounts: tuple[FactName, ...] = ()
    sources: Cites = ()
    basis: tuple[Basis, ...] = ()

    @property
    def determinations(self) -> tuple[str, ...]:
        """Headline determinations first."""
        return self.headline + self.also


# --- procedures --------------------------------------------------------------------------------------------------


class Authority(Entry):
    """Who decides, receives or controls. `short`: its name where a line is all there is."""

    kind: ClassVar[str] = "authority"
    id: Name
    title: Text
    short: Text | None = None
    where: Text | None = None
    sources: Cites = ()

    @property
    def called(self) -> Text:
        """Its short name, or its title where it has none."""
        return self.short or self.title


class Event(Entry):
    """Something that happens and may start a clock; `fact` is the date of the case on which it happened."""

    kind: ClassVar[str] = "event"
    id: Name
    title: Text
    fact: FactName | None = None


class Validity(Strict):
    """How recent a paper must be when the file is lodged."""

    amount: WrittenOperand
    unit: Literal["days", "months"]
    sources: Cites


class Document(Entry):
    """A paper; `expires` is the date of the case until which it is valid, `valid` how recent it must be.

    `shared_as`: its kind, in words that tell nothing of who holds it, for calendars that others see; `lodged`: how it is
    lodged where a step asks for the proofs of what it proves.
    """

    kind: ClassVar[str] = "document"
    id: Name
    code: str | None = None
    title: Text
    note: Text | None = None
    shared_as: Text | None = None
    expires: FactName | None = None
    valid: Validity | None = None
    lodged: Lodged | None = None
    sources: Cites = ()


class Procedure(Entry):
    """Ordered steps: who acts, where, with which papers, within which delay, for which fee."""

    kind: ClassVar[str] = "procedure"
    id: Name
    title: Text
    when: Condition
    note: Text | None = None
    steps: tuple[Step, ...]
    sources: Cites
    basis: tuple[Basis, ...] = ()

    def conditions(self) -> Iterator[Any]:
        """The conditions of the procedure, of its steps and of their papers, as they are written."""
        papers = (paper.when for step in self.steps for paper in step.documents)
        written = (self.when, *(step.when for step in self.steps), *papers)
        return (condition for condition in written if condition is not None)

    def statements(self) -> list[tuple[str, Cites]]:
        return [(f"{self.id}: {s.step}", s.sources) for s in self.steps]


ENTRIES: tuple[type[Entry], ...] = (
    Source, Parameter, Register, Fact, Former, Derived, Constraint, Rule, Determination, OpenQuestion, Answer, Path,
    Authority, Event, Document, Procedure, Act, PersonalDeadline, QuestionOrder, *CALENDAR_KINDS,
)  # fmt: skip
KINDS: dict[str, type[Entry]] = {cls.kind: cls for cls in ENTRIES}
__all__ = [*(cls.__name__ for cls in KINDS.values()), "KINDS", "Entry", "Outcome", "Step", "StepDocument", "DateOrNone"]
