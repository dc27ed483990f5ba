"""Facts under the names of earlier versions, carried over to the facts of today before anything else reads them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from ...errors import BadInput
from ..logic.reading import nearest, read_value
from ..model.former import Former
from ..model.values import NONE
from .base import RuleBase

# A value as it was written, and its place.
Written = tuple[Any, str]


@dataclass
class Carried:
    """What former names became: facts with their places, names of today by former name, and what was not carried."""

    facts: dict[str, Any] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    today: dict[str, str] = field(default_factory=dict)
    unused: list[str] = field(default_factory=list)  # nothing of today reads them
    waiting: dict[str, str] = field(default_factory=dict)  # former name -> the former name that it needs


def former_names(base: RuleBase) -> frozenset[str]:
    """Every name of an earlier version that a case may still use."""
    return frozenset(name for former in base.formers.values() for name in former.facts)


def carry_over(old: Mapping[str, Written], path: str | None, base: RuleBase) -> Carried:
    """The facts of today for those written under former names.

    `path` is the goal of the case, which may say what a former name was about. Raises `BadInput`, naming the former
    name, for a value that it never had.
    """
    carried = Carried()
    for former in base.formers.values():
        mine = {name: old[name] for name in former.facts if name in old}
        if not mine:
            continue
        group = _group(former, mine, path)
        names = {**former.renamed, **(former.groups[group] if group else {})}
        for name, written in mine.items():
            if name in names:
                _carry(former, group, name, names[name], written, base, carried)
            elif group is None and former.by:
                carried.waiting[name] = former.by
            elif name != former.by:
                carried.unused.append(name)
    return carried


def _group(former: Former, mine: Mapping[str, Written], path: str | None) -> str | None:
    if former.by is None or former.by not in mine:
        return former.paths.get(path) if path else None
    value, place = mine[former.by]
    if not isinstance(value, str) or value not in former.groups:
        close = nearest(str(value), former.groups)
        raise BadInput("unknown_option", place=place, name=str(value), of=former.by, nearest=close, entry="")
    return str(value)


def _carry(
    former: Former, group: str | None, name: str, today: str, written: Written, base: RuleBase, carried: Carried
) -> None:
    value, place = written
    renamed = former.values.get(value, value) if isinstance(value, str) else value
    read = read_value(base.facts[today], renamed, base, _failer(former, name, place))
    carried.facts[today] = read
    carried.places[today] = place
    carried.today[name] = today
    if read is not NONE and group is not None:
        for implied, said in former.implies.get(name, {}).get(group, {}).items():
            carried.facts[implied] = read_value(base.facts[implied], said, base, _failer(former, name, place))
            carried.places[implied] = place


def _failer(former: Former, name: str, place: str) -> Callable[..., Exception]:
    """Errors that name the former name, and the nearest of its former values."""

    def fail(key: str, **args: Any) -> Exception:
        if "of" in args:
            args |= {"of": name, "nearest": nearest(args["name"], [*former.values, args["nearest"]])}
        else:
            args["name"] = name
        return BadInput(key, place=place, **{"entry": "", **args})

    return fail
