"""The columns of a list of records, read like facts."""

from __future__ import annotations

from dataclasses import dataclass

from .entries import Fact
from .values import Text


@dataclass(frozen=True)
class Column:
    """A column of a list of records, read like a fact: `business.clients.turnover`."""

    id: str
    type: str
    none_allowed: bool
    places: int
    unit: str
    minimum: int | None
    maximum: int | None
    title: Text


def column(fact: Fact, name: str) -> Column:
    """The column `name` of a list of records. Raises `KeyError`."""
    field = (fact.fields or {})[name]
    return Column(
        f"{fact.id}.{name}",
        field.type,
        field.none_allowed,
        field.places,
        field.unit,
        field.minimum,
        field.maximum,
        field.title,
    )
