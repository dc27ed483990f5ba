"""A deadline as JSON values: the same answer as on the page, with every day, reading, feast and source."""

from __future__ import annotations

from datetime import date
from typing import Any

from ...answer.page.deadline_words import deadline_sentences, deadline_sources, notes
from ...answer.telling.view import View
from ...law.calendar.closed import WEEKDAYS, Moon, WhyClosed
from ...law.calendar.deadline import Counted, Deadline, End
from ...law.rulebase.base import RuleBase


def deadline_json(base: RuleBase, deadline: Deadline, lang: str, written: str, version: str) -> dict[str, Any]:
    """The answer; `written` is the delay as it was typed, `version` names the calendar."""
    view = View(base, lang)
    return {
        "schema_version": 1,
        "lang": lang,
        "start": deadline.start.isoformat(),
        "delay": {"amount": deadline.delay.amount, "unit": deadline.delay.unit, "written": written},
        "for": deadline.whose,
        "list": deadline.which,
        "office": deadline.office,
        "sentence": deadline_sentences(view, deadline)[0],
        "due": _iso(deadline.due),
        "earliest": _iso(deadline.earliest),
        "latest": _iso(deadline.latest),
        "certain": deadline.certain and not deadline.gaps and not deadline.assumed,
        "claim_from": _iso(deadline.claim_from),
        "claim_from_shorter": _iso(deadline.claim_from_shorter),
        "outer_limit": _iso(deadline.outer_limit),
        "readings": [_reading(deadline, end) for end in deadline.ends],
        "days": [_day(counted, lang) for counted in deadline.days],
        "moons": [_moon(moon, lang) for moon in deadline.moons],
        "gaps": [{"id": gap.id, "text": gap.text.to(lang)} for gap in deadline.gaps],
        "assumed": [_reason(reason, lang) for reason in deadline.assumed],
        "unknown_from": _iso(deadline.outside),
        "corrected": deadline.corrected,
        "start_closed": [_reason(reason, lang) for reason in deadline.start_closed],
        "notes": [note.text for note in notes(view, deadline)],
        "sources": list(deadline_sources(deadline)),
        "calendar": version,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _reading(deadline: Deadline, end: End) -> dict[str, Any]:
    """One reading of the text: where the delay ends, and the date to hold to, each as a range."""
    dues = list(end.due)
    due = None if not dues else min(dues) if deadline.whose == "user" else max(dues)
    return {
        "reading": end.reading,
        "end_earliest": _iso(min(end.plain)),
        "end_latest": _iso(max(end.plain)),
        "due": _iso(due),
        "earliest": _iso(min(dues, default=None)),
        "latest": _iso(max(dues, default=None)),
        "claim_from": _iso(max(end.claim, default=None)),
        "unknown_from": _iso(end.outside),
    }


def _day(counted: Counted, lang: str) -> dict[str, Any]:
    return {
        "date": counted.day.isoformat(),
        "weekday": WEEKDAYS[counted.day.weekday()],
        "counts": counted.number,
        "closed": [_reason(reason, lang) for reason in counted.reasons],
        "doubtful": [
            {"feast": moon.entry.feast, "title": moon.title.to(lang), "possible": _isos(moon.candidates)}
            for moon in counted.doubts
        ],
    }


def _reason(reason: WhyClosed, lang: str) -> dict[str, Any]:
    return {
        "kind": reason.kind,
        "id": reason.id,
        "title": reason.title.to(lang),
        "status": reason.status,
        "sources": list(reason.sources),
    }


def _moon(moon: Moon, lang: str) -> dict[str, Any]:
    return {
        "id": moon.entry.id,
        "feast": moon.entry.feast,
        "title": moon.title.to(lang),
        "status": moon.entry.status,
        "first_day": moon.entry.first_day.isoformat(),
        "possible": _isos(moon.candidates),
        "sources": list(moon.sources),
    }


def _isos(days: tuple[date, ...]) -> list[str]:
    return [day.isoformat() for day in days]
