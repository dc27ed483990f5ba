"""Names of facts of earlier versions, still accepted in a case, and the facts that they became."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import Field as Setting

from .entry import Entry
from .steps import Cites
from .values import Basis, CodeName, FactName, Name


class Former(Entry):
    """Facts of earlier versions, never asked; the value of one of them, `by`, chose what the others were about."""

    kind: ClassVar[str] = "former"
    id: Name
    facts: tuple[FactName, ...]
    by: FactName
    groups: dict[CodeName, dict[FactName, FactName]]  # value of `by` -> former name -> fact of today
    values: dict[CodeName, CodeName] = Setting(default_factory=dict)  # former option -> option of today
    paths: dict[Name, CodeName] = Setting(default_factory=dict)  # a path that alone said the value of `by`
    # Former name -> value of `by` -> what a value of it, other than none, said besides.
    implies: dict[FactName, dict[CodeName, dict[FactName, Any]]] = Setting(default_factory=dict)
    sources: Cites = ()
    basis: tuple[Basis, ...] = ()
