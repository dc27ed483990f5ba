"""What every entry of the rule base is: a kind, an id, and the legal statements it makes."""

from __future__ import annotations

from typing import ClassVar

from .steps import Cites
from .values import Strict


class Entry(Strict):
    """An entry of a rule file. `kind` is its first key; the value of that key is its id."""

    kind: ClassVar[str] = ""
    id: str

    def statements(self) -> list[tuple[str, Cites]]:
        """The legal statements this entry makes, each with its citations (for the checks)."""
        return []
