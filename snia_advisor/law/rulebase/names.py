"""What the parts of the loader ask of the one that resolves names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from ...errors import RuleBaseError
from .base import Raw, RuleBase


class Names(Protocol):
    """What resolves the names that an entry gives of others."""

    base: RuleBase

    def known(self, raw: Raw, path: tuple[Any, ...], names: Iterable[str], pool: Mapping[str, Any], what: str) -> None:
        """Each of `names` stands in `pool`. Raises `RuleBaseError`."""

    def date_names(self) -> dict[str, Any]:
        """The facts and derived facts that are dates."""

    def fail(self, key: str, raw: Raw, path: tuple[Any, ...] = (), **args: Any) -> RuleBaseError:
        """The error `key` at a place of an entry."""
