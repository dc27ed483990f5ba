"""What a typed answer means, for a fact or for a column of a list: a value, options to choose from, or a sentence back.

Nothing is guessed: a name that may mean two entries gives both, and a near miss is proposed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ...answer.telling.spelling import digits, letters
from ...errors import BadInput
from ...law.model.values import NONE, Usual
from ...law.rulebase.base import RuleBase
from .dates import read_day
from .names import Names, names_of
from .numbers import NO, read_number, read_yes_or_no

MOST_SHOWN = 30  # options above which a list is searched, not printed
NONE_WORDS = frozenset(map(letters, ("none", "aucun", "aucune", "néant", "rien", "لا شيء", "لا يوجد", "بدون", "منعدم")))
_COMMAS = re.compile(r"[,،;؛\n]+")
_NUMBERS = re.compile(r"\d+(?:[\s,،;؛+&]+(?:et|and|و)?\s*\d+)*")


@dataclass(frozen=True)
class Choose:
    """A name that may mean any of these options, or nearly means them: the person chooses."""

    ids: tuple[str, ...]
    typed: str


@dataclass(frozen=True)
class AskedField:
    """What is to be read: a fact, or a column of a list of records."""

    base: RuleBase
    id: str
    type: str
    none_allowed: bool
    places: int
    unit: str
    minimum: int | None
    maximum: int | None
    earliest: date | None
    latest: date | None
    usual: Usual | None

    @cached_property
    def options(self) -> tuple[str, ...]:
        """The options in the order in which they are shown."""
        return tuple(self.base.options(self.id))

    @cached_property
    def names(self) -> Names:
        """The names by which the options can be found."""
        return names_of(self.base, self.id)

    @property
    def searched(self) -> bool:
        """Whether the list is too long to be printed."""
        return len(self.options) > MOST_SHOWN


def field_of(base: RuleBase, fact: str, name: str | None = None) -> AskedField:
    """The fact, or its column `name`."""
    declared = base.facts[fact]
    asked = declared.column(name) if name is not None else declared
    return AskedField(
        base, asked.id, asked.type, asked.none_allowed, asked.places, asked.unit,
        asked.minimum, asked.maximum, asked.earliest, asked.latest, asked.usual,
    )  # fmt: skip


def understand(field: AskedField, typed: str) -> Any:
    """The value that `typed` gives, or a `Choose`. Raises `BadInput` with what was expected.

    For a set this is a whole answer in figures (`1, 3`, `0`), or the `frozenset` of one option by its name.
    """
    if field.none_allowed and letters(typed) in NONE_WORDS | NO:
        return NONE
    match field.type:
        case "yes_no":
            return read_yes_or_no(typed)
        case "date":
            return NONE if field.none_allowed and digits(typed).strip() == "0" else _day(field, typed)
        case "integer" | "decimal":
            return _number(field, typed)
        case "choice":
            return _choice(field, typed)
        case _:
            return _set(field, typed)


def _day(field: AskedField, typed: str) -> date:
    day = read_day(typed)
    if (field.earliest is not None and day < field.earliest) or (field.latest is not None and day > field.latest):
        raise BadInput("ask_date_far", value=typed)
    return day


def _number(field: AskedField, typed: str) -> Any:
    number = read_number(typed, field.places if field.type == "decimal" else 0)
    if field.minimum is not None and number < field.minimum:
        raise BadInput("ask_number_low", value=typed, low=field.minimum)
    if field.maximum is not None and number > field.maximum:
        raise BadInput("ask_number_high", value=typed, high=field.maximum)
    return number if field.type == "decimal" else int(number)


def _choice(field: AskedField, typed: str) -> Any:
    number = digits(typed).strip().rstrip(".")
    if number.isdigit() and not field.searched and number not in field.options:
        return _numbered(field, [number])[0]
    return _named(field, typed)


def _set(field: AskedField, typed: str) -> Any:
    text = digits(typed).strip().rstrip(".")
    if letters(text) in NONE_WORDS or text == "0":
        return frozenset()
    if not field.searched and _NUMBERS.fullmatch(text):
        return frozenset(_numbered(field, re.findall(r"\d+", text)))
    options = _named(field, typed)
    return options if isinstance(options, Choose) else frozenset({options})


def _numbered(field: AskedField, numbers: Sequence[str]) -> list[str]:
    """Options by their numbers on the screen."""
    if any(not 1 <= int(number) <= len(field.options) for number in numbers):
        raise BadInput("ask_option_number", value=" ".join(numbers), last=len(field.options))
    return [field.options[int(number) - 1] for number in numbers]


def _named(field: AskedField, typed: str) -> str | Choose:
    """An option by its name, when it can be only that one."""
    matches = field.names.find(typed)
    if not matches.ids:
        raise BadInput("ask_not_found" if field.searched else "ask_option_form", value=typed, last=len(field.options))
    return matches.ids[0] if matches.sure else Choose(matches.ids, typed)


def parts_of(field: AskedField, typed: str) -> list[str]:
    """Several names in one line, parted by commas; one name that has a comma itself stays whole."""
    parts = [part.strip() for part in _COMMAS.split(typed) if part.strip()]
    if len(parts) < 2 or field.names.find(typed).ids:
        return [typed.strip()]
    return parts
