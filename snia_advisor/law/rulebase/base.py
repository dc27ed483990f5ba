"""The rule base: its entries by kind and id, where each stands, and its hash.

Entries are validated when they are first read, so that one question does not pay for the whole law.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Generic, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from ...errors import BadInput, RuleBaseError
from ..logic.conditions import ConditionError
from ..logic.reading import Fail, known, nearest
from ..model.act import Act, PersonalDeadline
from ..model.answer import Answer
from ..model.closed_days import CalendarTable, ClosedDay, Closure, ClosureGap, Desk, Feast, FeastDay, WeeklyRest
from ..model.entries import (
    KINDS,
    Authority,
    Constraint,
    Derived,
    Determination,
    Document,
    Entry,
    Event,
    Fact,
    OpenQuestion,
    Parameter,
    Path,
    Procedure,
    Register,
    Rule,
    Source,
)
from ..model.former import Former, QuestionOrder
from ..model.values import Text
from .strict_yaml import line_of

E = TypeVar("E", bound=Entry)


@dataclass(frozen=True)
class Raw:
    """An entry as it was read: its body, and where it stands."""

    kind: str
    id: str
    body: Mapping[str, Any]
    file: str
    line: int


class Table(Mapping[str, E], Generic[E]):
    """The entries of one kind, in the order of the files; each validated when first read."""

    def __init__(self, kind: str, raws: Mapping[str, Raw]) -> None:
        self.model = KINDS[kind]
        self.raws = raws
        self._read: dict[str, E] = {}

    def __getitem__(self, name: str) -> E:
        if name not in self._read:
            self._read[name] = self._validate(self.raws[name])
        return self._read[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.raws)

    def __len__(self) -> int:
        return len(self.raws)

    def __contains__(self, name: object) -> bool:
        return name in self.raws

    def named(self, key: str, name: object, fail: Fail = BadInput, **args: Any) -> E:
        """The entry of that name. Raises the error `key`, made by `fail`, with the nearest name."""
        return self[known(key, name, self, fail, **args)]

    def _validate(self, raw: Raw) -> E:
        try:
            return self.model.model_validate({"id": raw.id, **raw.body})  # type: ignore[return-value]
        except ValidationError as problem:
            raise entry_error(raw, problem, self.model) from None


def entry_error(raw: Raw, problem: ValidationError, model: type[Entry]) -> RuleBaseError:
    """The first thing wrong with an entry, at its line, in words."""
    first = problem.errors(include_url=False)[0]
    loc = tuple(part for part in first["loc"] if not (isinstance(part, str) and "[" in part))
    place = f"{raw.file}:{line_of(raw.body, loc, raw.line)}"
    name = ".".join(str(part) for part in loc) or raw.kind
    if first["type"] == "extra_forbidden":
        close = nearest(str(loc[-1]), _keys(model, loc[:-1]))
        return RuleBaseError("entry_unknown_key", place=place, name=name, entry=raw.id, nearest=close)
    if first["type"] == "missing":
        return RuleBaseError("entry_missing_key", place=place, name=name, entry=raw.id)
    expected = str(first["msg"]).removeprefix("Value error, ")
    return RuleBaseError("entry_bad_value", place=place, name=name, entry=raw.id, expected=expected)


def _keys(model: type[BaseModel], loc: tuple[int | str, ...]) -> list[str]:
    """The keys that may be written at `loc` of an entry; its id is written after its kind, so `id` is none of them."""
    inner: type[BaseModel] = model
    for part in loc:
        field = next((f for key, f in inner.model_fields.items() if part in (key, f.alias)), None)
        described = next(_models(field.annotation), None) if field else None
        inner = described or inner  # a place in a list, or a name that the author chose: the model stays the same
    return [field.alias or key for key, field in inner.model_fields.items() if not (inner is model and key == "id")]


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that an annotation names: `tuple[Step, ...]` names Step."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models(part)


def in_order(raws: Mapping[str, Mapping[str, Raw]]) -> Mapping[str, Raw]:
    """The facts in the order of questions, where one is written; what it forgets is an error when names are resolved."""
    facts = raws.get("fact", {})
    named = [str(name) for raw in raws.get("order", {}).values() for name in raw.body.get("facts") or ()]
    first = {name: facts[name] for name in named if name in facts}
    return {**first, **facts}


class RuleBase:
    """The law as data. Immutable; built by `load_rules`."""

    def __init__(self, raws: Mapping[str, Mapping[str, Raw]], origin: str) -> None:
        self.raws = raws
        self.origin = origin
        self.sources: Table[Source] = Table("source", raws.get("source", {}))
        self.parameters: Table[Parameter] = Table("parameter", raws.get("parameter", {}))
        self.lists: Table[Register] = Table("list", raws.get("list", {}))
        self.orders: Table[QuestionOrder] = Table("order", raws.get("order", {}))
        self.facts: Table[Fact] = Table("fact", in_order(raws))
        self.formers: Table[Former] = Table("former", raws.get("former", {}))
        self.derived: Table[Derived] = Table("derived", raws.get("derived", {}))
        self.constraints: Table[Constraint] = Table("constraint", raws.get("constraint", {}))
        self.rules: Table[Rule] = Table("rule", raws.get("rule", {}))
        self.determinations: Table[Determination] = Table("determination", raws.get("determination", {}))
        self.questions: Table[OpenQuestion] = Table("open_question", raws.get("open_question", {}))
        self.answers: Table[Answer] = Table("answer", raws.get("answer", {}))
        self.paths: Table[Path] = Table("path", raws.get("path", {}))
        self.authorities: Table[Authority] = Table("authority", raws.get("authority", {}))
        self.events: Table[Event] = Table("event", raws.get("event", {}))
        self.documents: Table[Document] = Table("document", raws.get("document", {}))
        self.procedures: Table[Procedure] = Table("procedure", raws.get("procedure", {}))
        self.acts: Table[Act] = Table("act", raws.get("act", {}))
        self.deadlines: Table[PersonalDeadline] = Table("deadline", raws.get("deadline", {}))
        self.calendars: Table[CalendarTable] = Table("calendar", raws.get("calendar", {}))
        self.weekly_rests: Table[WeeklyRest] = Table("weekly_rest", raws.get("weekly_rest", {}))
        self.closed_days: Table[ClosedDay] = Table("closed_day", raws.get("closed_day", {}))
        self.feasts: Table[Feast] = Table("feast", raws.get("feast", {}))
        self.feast_days: Table[FeastDay] = Table("feast_day", raws.get("feast_day", {}))
        self.closures: Table[Closure] = Table("closure", raws.get("closure", {}))
        self.closure_gaps: Table[ClosureGap] = Table("closure_gap", raws.get("closure_gap", {}))
        self.desks: Table[Desk] = Table("desk", raws.get("desk", {}))
        self._options: dict[str, dict[str, Text]] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return (RuleBase, (self.raws, self.origin))

    def tables(self) -> dict[str, Table[Any]]:
        """Every table, by kind."""
        tables = [value for value in vars(self).values() if isinstance(value, Table)]
        return {table.model.kind: table for table in tables}

    def options(self, fact: str) -> Mapping[str, Text]:
        """The options of a choice or a set, with their texts, in the order they are shown."""
        if fact not in self._options:
            owner, _, column = fact.rpartition(".") if fact.count(".") == 2 else (fact, "", "")
            if owner not in self.facts:
                return {}
            declared = self.facts[owner]
            field = (declared.fields or {})[column] if column else declared
            self._options[fact] = self._choices(field.options, field.options_from)
        return self._options[fact]

    def _choices(self, options: Mapping[str, Text] | None, register: str | None) -> dict[str, Text]:
        if options is not None:
            return dict(options)
        return {entry.id: entry.title for entry in self.lists[register].entries} if register else {}

    def place(self, kind: str, name: str) -> str:
        """`file:line` of an entry."""
        raw = self.raws[kind][name]
        return f"{raw.file}:{raw.line}"

    def condition_error(self, problem: ConditionError, written: Any) -> RuleBaseError:
        """A condition that cannot be read, as an error with its file and line."""
        line = getattr(problem.node, "line", 0) or getattr(written, "line", 0)
        owner = self._owner(written)
        place = f"{owner.file}:{line or owner.line}" if owner else None
        args = {"entry": owner.id if owner else "?", **problem.args_}
        return RuleBaseError(problem.key, place=place, **args)

    def _owner(self, written: Any) -> Raw | None:
        for table in self.raws.values():
            for raw in table.values():
                if _contains(raw.body, written):
                    return raw
        return None

    @cached_property
    def sha256(self) -> str:
        """The hash of the canonical form: what the law says, not where it stands in the files."""
        canonical = {
            kind: {name: _canonical(raw.body) for name, raw in sorted(table.items())}
            for kind, table in sorted(self.raws.items())
        }
        data = json.dumps(canonical, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(data.encode()).hexdigest()

    @property
    def law_known_to(self) -> date:
        """The last day up to which official texts were read."""
        return self._day_of_law("law_known_to")

    @property
    def law_notes_to(self) -> date:
        """The last day that public notes reach: later law is known by them only. Without any, that of the official texts."""
        return self._day_of_law("law_notes_to" if "law_notes_to" in self.parameters else "law_known_to")

    def _day_of_law(self, name: str) -> date:
        from ..logic.facts import parameter_value

        value = parameter_value(self.parameters[name], date.max)
        assert isinstance(value, date)
        return value


def _canonical(body: Mapping[str, Any]) -> Mapping[str, Any]:
    # Keys may stand in any order, but for outcomes: the first that holds is the answer, so their order is law.
    ordered = {key: list(body[key].items()) for key in ("choose", "outcomes") if isinstance(body.get(key), dict)}
    return {**body, **ordered} if ordered else body


def _contains(body: Any, wanted: Any) -> bool:
    if body is wanted:
        return True
    if isinstance(body, dict):
        return any(_contains(value, wanted) for value in body.values())
    return isinstance(body, (list, tuple)) and any(_contains(item, wanted) for item in body)
