"""The calendar of a rule base, as the advice uses it: both lists, the user's corrections, and its version."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ...law.calendar.closed import ClosedDays
from ...law.model.closed_days import LocalDays
from ...law.rulebase.base import RuleBase

_kept: dict[str, Calendar] = {}
KINDS = ("calendar", "weekly_rest", "closed_day", "feast", "feast_day", "closure", "closure_gap")


@dataclass(frozen=True)
class Calendar:
    """Closed days of administrations (`public`) and of the private sector (`private`)."""

    base: RuleBase
    local: LocalDays = field(default_factory=LocalDays)

    @cached_property
    def public(self) -> ClosedDays:
        """The list of administrations and public establishments."""
        return ClosedDays(self.base.tables(), "public", self.local)

    @cached_property
    def private(self) -> ClosedDays:
        """The list of the private sector."""
        return ClosedDays(self.base.tables(), "private", self.local)

    @cached_property
    def version(self) -> str:
        """Version, day of the last update and hash of the table: what makes a date reproducible."""
        if not self.base.calendars:
            return "none"
        table = next(iter(self.base.calendars.values()))
        written = {kind: {n: raw.body for n, raw in self.base.raws[kind].items()} for kind in KINDS}
        data = json.dumps(written, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        corrected = "" if self.local == LocalDays() else " +local"
        return f"{table.version} ({table.as_of}) {hashlib.sha256(data.encode()).hexdigest()[:12]}{corrected}"


@dataclass(frozen=True)
class Timing:
    """From which day on somebody acts (default: the date of the question), what happened when, which days are corrected."""

    start: date | None = None
    events: Mapping[str, date] = field(default_factory=dict)
    local: LocalDays | None = None


def calendar_of(base: RuleBase, local: LocalDays | None = None) -> Calendar:
    """The calendar of a rule base, made once."""
    if local is not None and local != LocalDays():
        return Calendar(base, local)
    if base.sha256 not in _kept:
        _kept.clear()
        _kept[base.sha256] = Calendar(base)
    return _kept[base.sha256]
