"""One fact of a change, and how far it may go: what else would do as well as the value that was found."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ...answer.deciding.line import ORDERED
from ...answer.deciding.situation import Situation
from ...law.logic.facts import UNKNOWN, Facts
from ...law.model.values import NONE
from .nearest import Nearby
from .search import Search

ALTERNATIVES = 3  # other options that are named
Span = Literal["exactly", "or_more", "or_less", "up_to"]
Moves = Mapping[str, Any]


@dataclass(frozen=True)
class Changed:
    """One fact of a change: what it is, and what it would have to be.

    With the span `up_to`, every value between `after` and `until` would do as well. `others` are other options that would;
    `example` says that there are more than are named.
    """

    fact: str
    before: Any
    after: Any
    span: Span = "exactly"
    until: Any = None
    others: tuple[Any, ...] = ()
    example: bool = False


class Reach:
    """What stands around one set of changes.

    `search` tells at once whether other changes remove every fault as well; `agrees` asks the same case by case, `proves`
    asks the engine.
    """

    def __init__(
        self,
        situation: Situation,
        search: Search,
        moves: Moves,
        agrees: Callable[[Moves], bool],
        proves: Callable[[Moves], bool],
    ) -> None:
        self.situation = situation
        self.base = situation.base
        self.search = search
        self.moves = moves
        self.agrees = agrees
        self.proves = proves

    def changed(self, name: str, before: Any, given: Mapping[str, Any]) -> Changed:
        """The fact `name` of the changes; `given` are the facts under them."""
        after, declared = self.moves[name], self.base.facts[name]
        if declared.type in ("choice", "set"):
            alike = self._well(name, self._options(name, before, after))
            alone = sum(value is not UNKNOWN for value in self.moves.values()) == 1
            named = alike[:ALTERNATIVES] if declared.type == "choice" and alone else []
            others = tuple(other for other in named if self.proves({**self.moves, name: other}))
            return Changed(name, before, after, others=others, example=len(alike) > len(others))
        if declared.type in ORDERED and after is not NONE:
            return Changed(name, before, after, *self._span(name, before, given))
        return Changed(name, before, after)

    def _options(self, name: str, before: Any, after: Any) -> list[Any]:
        """What could stand in the place of an option: another one."""
        options = self.base.options(name)
        if isinstance(after, str):
            return [option for option in options if option not in (before, after)]
        added = after - before
        return [after - added | {option} for option in options if option not in before | after] if len(added) == 1 else []

    def _well(self, name: str, values: Sequence[Any]) -> list[Any]:
        """Those of the values that would clearly do as well."""
        clear = self.search.clear([{**self.moves, name: value} for value in values]) if values else []
        return [value for value, well in zip(values, clear, strict=True) if well]

    def _span(self, name: str, before: Any, given: Mapping[str, Any]) -> tuple[Span, Any]:
        """How far beyond the value that was found every value would do as well, and the last one where there is a last."""
        nearby, after = Nearby(self.situation, self.search.reading, self.situation.on), self.moves[name]
        values = nearby.limits(Facts(given, self.situation.on, self.base), name)
        up = before is NONE or after > before
        beyond = sorted({v for v in values if v is not NONE and (v > after if up else v < after)}, reverse=not up)
        if nearby.inexact or not beyond:
            return "exactly", None
        clear = set(self._well(name, beyond))
        well = list(itertools.takewhile(lambda v: v in clear or self.agrees({**self.moves, name: v}), beyond))
        if well == beyond:
            return ("or_more" if up else "or_less"), None
        return ("up_to", well[-1]) if well else ("exactly", None)
