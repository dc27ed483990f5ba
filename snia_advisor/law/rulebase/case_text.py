"""Writing a case so that `case_file` reads it back as it was: whole, or as what to write after `--set`.

The date of the question is written only when it was chosen: an interview taken up again next week asks what the law says
next week.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ..model.case import Case, RecordedReading
from ..model.values import NONE, Records
from .base import RuleBase


def case_text(case: Case, base: RuleBase, dated: bool = True) -> str:
    """The case as YAML: facts grouped by the first part of their name, in the order of the vocabulary."""
    lines: list[str] = []
    if case.path is not None:
        lines.append(f"path: {case.path}")
    if dated and case.on is not None:
        lines.append(f"on: {case.on.isoformat()}")
    if case.ref is not None:
        lines.append(f"ref: {quoted(case.ref)}")
    if case.readings:
        lines.append("readings:")
        lines += [f"  {name}: {_reading(recorded)}" for name, recorded in case.readings.items()]
    given = [fact.partition(".") for fact in base.facts if fact in case.facts]
    for group in dict.fromkeys(first for first, _, _ in given):
        lines.append(f"{group}:")
        lines += [f"  {name}: {written(case.facts[f'{group}.{name}'])}" for first, _, name in given if first == group]
    return "".join(line + "\n" for line in lines) or "{}\n"


def written(value: Any) -> str:
    """A value as a case writes it."""
    if value is NONE:
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return f"[{', '.join(sorted(value))}]"
    if isinstance(value, Records):
        items = f"[{', '.join(map(_record, value.items))}]"
        return items if value.complete else f"{{complete: no, records: {items}}}"
    return str(value)


def assignment(fact: str, value: Any) -> str:
    """What to write after `--set` to give a fact a value; there the options of a set stand without brackets.

    >>> assignment("trip.baits", frozenset({"worm", "fly"}))
    'trip.baits=fly,worm'
    """
    if isinstance(value, frozenset):
        return f"{fact}={','.join(sorted(value)) or 'none'}"
    return f"{fact}={written(value)}"


def quoted(text: str) -> str:
    """Text that is not one word of the vocabulary: JSON's quotes are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def _record(record: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{name}: {written(value)}" for name, value in record.items()) + "}"


def _reading(recorded: RecordedReading) -> str:
    return "{" + ", ".join(f"{key}: {value}" for key, value in _parts(recorded)) + "}"


def _parts(recorded: RecordedReading) -> Iterator[tuple[str, str]]:
    yield "reading", recorded.reading
    if recorded.confirmed_by is not None:
        yield "confirmed_by", quoted(recorded.confirmed_by)
    if recorded.on is not None:
        yield "on", recorded.on.isoformat()
