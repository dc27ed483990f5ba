"""A case: the facts, the date of the question, and the readings that an authority has confirmed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any


@dataclass(frozen=True)
class RecordedReading:
    """The answer of an authority to an open question, as the case records it."""

    reading: str
    confirmed_by: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class Case:
    """What is known of one situation. No name, passport or card number has a place here."""

    facts: Mapping[str, Any]
    on: date | None = None
    path: str | None = None
    readings: Mapping[str, RecordedReading] = field(default_factory=dict)
    ref: str | None = None
    places: Mapping[str, str] = field(default_factory=dict)  # fact -> file:line
    # What was written under names of earlier versions, each with its place; `facts` holds what it became.
    former: Mapping[str, tuple[Any, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name in ("facts", "readings", "places", "former"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def __reduce__(self) -> tuple[Any, ...]:
        args = (dict(self.facts), self.on, self.path, dict(self.readings), self.ref, dict(self.places), dict(self.former))
        return (Case, args)
