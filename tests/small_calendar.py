"""A small table of closed days for tests: two years, a weekend, a feast of two days, and what the test adds."""

from __future__ import annotations

import importlib.util
import sys
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from snia_advisor.law.calendar.closed import ClosedDays
from snia_advisor.law.model.closed_days import DayList, LocalDays

HERE = Path(__file__).parent / "law" / "calendar"
TEXT = {"fr": "t", "ar": "t", "en": "t"}
LAW: dict[str, Any] = {"sources": [], "confidence": "high"}
TABLE: tuple[dict[str, Any], ...] = (
    {"calendar": "c", "title": TEXT, "version": "1", "as_of": "2026-01-01", "sources": [],
     "from": "2026-01-01", "to": "2027-12-31"},
    {"weekly_rest": "w", "which": "public", "days": ["saturday", "sunday"], "title": TEXT, **LAW},
    {"feast": "f", "title": TEXT, "hijri": TEXT, "public": {"days": "2", **LAW}, "private": {"days": "1", **LAW}},
)  # fmt: skip


def beside(name: str) -> ModuleType:
    """A module of `tests/law/calendar`, by its place: this directory has others of the same name."""
    known = f"calendar_{name}"
    if known not in sys.modules:
        spec = importlib.util.spec_from_file_location(known, HERE / f"{name}.py")
        assert spec is not None
        assert spec.loader is not None
        sys.modules[known] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[known])
    return sys.modules[known]


def small(*entries: dict[str, Any], which: DayList = "public", local: LocalDays | None = None) -> ClosedDays:
    """The table with `entries` added."""
    return ClosedDays(beside("agreement").tables_of([*TABLE, *entries]), which, local)


def feast_day(first: str, name: str = "moon", **more: Any) -> dict[str, Any]:
    """A predicted first day, which may be a day earlier or later, unless `more` says otherwise."""
    return {"feast_day": name, "feast": "f", "first_day": first, "hijri_year": "1447", "status": "predicted",
            "within": "1", **LAW, **more}  # fmt: skip


def certain(first: str, name: str = "sure") -> dict[str, Any]:
    """A first day that was announced."""
    return feast_day(first, name, status="official", within="0")


def closure(day: str, name: str = "closure", **more: Any) -> dict[str, Any]:
    """A closure whose text does not name public establishments, unless `more` says otherwise."""
    return {"closure": name, "day": day, "title": TEXT, "scope": TEXT, "status": "official",
            "public_establishments": "assumed", **LAW, **more}  # fmt: skip


def day(text: str) -> date:
    """A date."""
    return date.fromisoformat(text)
