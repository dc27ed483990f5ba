"""What is said of facts from outside: names of earlier versions, still accepted, and in which order facts are asked."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import Field as Setting

from .entry import Entry
from .steps import Cites
from .values import Basis, CodeName, FactName, Name


class Former(Entry):
    """Facts of earlier versions, never asked: each has one name today, or the value of one of them, `by`, chose what the
    others were about."""

    kind: ClassVar[str] = "former"
    id: Name
    facts: tuple[FactName, ...]
    renamed: dict[FactName, FactName] = Setting(default_factory=dict)  # former name -> fact of today, whatever else is said
    by: FactName | None = None
    # Value of `by` -> former name -> fact of today.
    groups: dict[CodeName, dict[FactName, FactName]] = Setting(default_factory=dict)
    values: dict[CodeName, CodeName] = Setting(default_factory=dict)  # former option -> option of today
    paths: dict[Name, CodeName] = Setting(default_factory=dict)  # a path that alone said the value of `by`
    # Former name -> value of `by` -> what a value of it, other than none, said besides.
    implies: dict[FactName, dict[CodeName, dict[FactName, Any]]] = Setting(default_factory=dict)
    sources: Cites = ()
    basis: tuple[Basis, ...] = ()


class QuestionOrder(Entry):
    """In which order facts are listed, and asked where nothing else decides. At most one in a rule base; without one, facts
    stand in the order of the files."""

    kind: ClassVar[str] = "order"
    id: Literal["questions"]
    facts: tuple[FactName, ...]
