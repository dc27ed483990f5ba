"""Values as they are written in YAML, and their types.

Nothing is typed by guess: a scalar arrives as text, and the declared type reads it. `none` is a value of its own: "there
is none" (a paper that is not held); it is never the same as *unknown*, which is the absence of the fact.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum, StrEnum
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema, model_validator

Unit = Literal[
    "years",
    "months",
    "days",
    "hours",
    "hours_per_week",
    "working_days",
    "persons",
    "kg",
    "minutes",
    "weeks",
    "MAD",
    "MAD_per_hour",
    "MAD_per_day",
    "MAD_per_month",
    "MAD_per_quarter",
    "MAD_per_year",
    "percent",
    "originals",
    "none",
]


class Nothing(Enum):
    """The value `none`: known, and there is none."""

    none = "none"

    def __repr__(self) -> str:
        return "none"


NONE = Nothing.none


@dataclass(frozen=True)
class Records:
    """A list of records. Once given it is complete unless it says otherwise; a record may lack a value."""

    items: tuple[Mapping[str, Any], ...]
    complete: bool = True

    def __hash__(self) -> int:
        return hash((self.complete, tuple(tuple(sorted(item.items(), key=lambda pair: pair[0])) for item in self.items)))


YES_WORDS = {"yes", "true", "oui", "نعم"}
NO_WORDS = {"no", "false", "non", "لا"}
DATE_RE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
WHOLE_RE = re.compile(r"-?\d{1,15}", re.ASCII)
DECIMAL_RE = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)


def read_yes_no(value: Any) -> bool:
    """`yes` or `no` (also true/false, oui/non, نعم/لا)."""
    if isinstance(value, bool):
        return value
    word = str(value).strip().lower()
    if word in YES_WORDS:
        return True
    if word in NO_WORDS:
        return False
    raise ValueError("yes or no")


def read_date(value: Any) -> date:
    """A date written YYYY-MM-DD that exists."""
    if isinstance(value, date):
        return value
    if not DATE_RE.fullmatch(str(value)):
        raise ValueError("a date written YYYY-MM-DD")
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise ValueError("a date that exists, written YYYY-MM-DD") from None


def read_integer(value: Any) -> int:
    """A whole number of at most 15 digits, without exponent or sign other than minus."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if not WHOLE_RE.fullmatch(str(value)):
        raise ValueError("a whole number")
    return int(value)


def read_decimal(value: Any, places: int) -> Decimal:
    """An exact decimal with at most `places` decimals; never rounded, so that no threshold is crossed."""
    if isinstance(value, Decimal):
        return value
    if not DECIMAL_RE.fullmatch(str(value)):
        raise ValueError("a number")
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise ValueError("a number") from None
    if -int(number.as_tuple().exponent) > places:
        raise ValueError(f"a number with at most {places} decimals")
    return number


def _none_or_date(value: Any) -> date | None:
    return None if value is None or str(value) == "none" else read_date(value)


def _none_or_text(value: Any) -> Any:
    return None if value is None or value == "none" else value


class Strict(BaseModel):
    """Base of every model: immutable, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


Sentence = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
YesNo = Annotated[bool, BeforeValidator(read_yes_no), WithJsonSchema({"enum": ["yes", "no"]})]
Date = Annotated[
    date,
    BeforeValidator(read_date),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Integer = Annotated[int, BeforeValidator(read_integer), WithJsonSchema({"type": "integer"})]
DateOrNone = Annotated[
    date | None,
    BeforeValidator(_none_or_date),
    WithJsonSchema({"type": "string", "pattern": r"^(none|\d{4}-\d{2}-\d{2})$"}),
]
TextOrNone = Annotated[str | None, BeforeValidator(_none_or_text), WithJsonSchema({"type": ["string", "number"]})]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
FactName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$")]
SourceName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$")]
CodeName = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_]+$")]
Cite = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*(#[A-Za-z0-9-]+)?$")]
Basis = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2,3}-\d{3}[a-z]?$")]
Condition = Annotated[Any, WithJsonSchema({"x-ref": "Condition"})]
WrittenOperand = Annotated[
    str,
    StringConstraints(pattern=r"^\$[a-z][a-z0-9_.]*$|^-?\d+(\.\d+)?$"),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": r"^\$[a-z][a-z0-9_.]*$"}, {"type": "number"}]}),
]


class Text(Strict):
    """A sentence in French, Arabic and English."""

    fr: Sentence
    ar: Sentence
    en: Sentence

    def to(self, lang: str) -> str:
        """The sentence in `lang` (fr, ar or en)."""
        return str(getattr(self, lang))


class Confidence(StrEnum):
    """How sure the law dossier is of a statement."""

    high = "high"
    medium = "medium"
    low = "low"


class Dated(Strict):
    """Something that is law from a first day to a last day, both included."""

    from_: DateOrNone = Field(default=None, alias="from")
    to: DateOrNone = None

    def covers(self, day: date) -> bool:
        """Whether `day` lies within the dates."""
        return (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)


class Usual(Strict):
    """What is usual: beyond it a value is taken, and to be checked. Dates count in years from the day of the question."""

    at_least: Integer | None = None
    at_most: Integer | None = None
    years_before: Integer | None = None
    years_after: Integer | None = None


class Bounded(Strict):
    """A fact, or a column of a list, with the bounds that it declares."""

    type: str
    minimum: Integer | None = None
    maximum: Integer | None = None
    earliest: DateOrNone = None
    latest: DateOrNone = None
    usual: Usual | None = None

    @model_validator(mode="after")
    def _bounds_fit(self) -> Bounded:
        """Numbers have numbers for bounds, dates have dates, and what is usual of a date is counted in years."""
        usual = self.usual or Usual()
        of_number = (self.minimum, self.maximum, usual.at_least, usual.at_most)
        of_date = (self.earliest, self.latest, usual.years_before, usual.years_after)
        if self.type not in ("integer", "decimal") and any(bound is not None for bound in of_number):
            raise ValueError("minimum, maximum, at_least and at_most are for numbers")
        if self.type != "date" and any(bound is not None for bound in of_date):
            raise ValueError("earliest, latest, years_before and years_after are for dates")
        return self
