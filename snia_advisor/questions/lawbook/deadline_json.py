"""A deadline as JSON values: the same answer as on the page, with every day, reading, feast and source."""

from __future__ import annotations

from typing import Any

from ...answer.page.doing.deadline_words import deadline_sentences, deadline_sources, notes
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
        "start": deadline.start,
        "delay": {"amount": deadline.delay.amount, "unit": deadline.delay.unit, "written": written},
        "for": deadline.whose,
        "list": deadline.which,
        "office": deadline.office,
        "sentence": deadline_sentences(view, deadline)[0],
        "due": deadline.due,
        "earliest": deadline.earliest,
        "latest": deadline.latest,
        "certain": deadline.certain and not deadline.gaps and not deadline.assumed,
        "claim_from": deadline.claim_from,
        "claim_from_shorter": deadline.claim_from_shorter,
        "outer_limit": deadline.outer_limit,
        "readings": [_reading(deadline, end) for end in deadline.ends],
        "days": [_day(counted, lang) for counted in deadline.days],
        "moons": [_moon(moon, lang) for moon in deadline.moons],
        "gaps": [{"id": gap.id, "text": gap.text.to(lang)} for gap in deadline.gaps],
        "assumed": [_reason(reason, lang) for reason in deadline.assumed],
        "unknown_from": deadline.outside,
        "corrected": deadline.corrected,
        "start_closed": [_reason(reason, lang) for reason in deadline.start_closed],
        "notes": [note.text for note in notes(view, deadline)],
        "sources": list(deadline_sources(deadline)),
        "calendar": version,
    }


def _reading(deadline: Deadline, end: End) -> dict[str, Any]:
    """One reading of the text: where the delay ends, and the date to hold to, each as a range."""
    dues = list(end.due)
    due = None if not dues else min(dues) if deadline.whose == "user" else max(dues)
    return {
        "reading": end.reading,
        "end_earliest": min(end.plain),
        "end_latest": max(end.plain),
        "due": due,
        "earliest": min(dues, default=None),
        "latest": max(dues, default=None),
        "claim_from": max(end.claim, default=None),
        "unknown_from": end.outside,
    }


def _day(counted: Counted, lang: str) -> dict[str, Any]:
    return {
        "date": counted.day,
        "weekday": WEEKDAYS[counted.day.weekday()],
        "counts": counted.number,
        "closed": [_reason(reason, lang) for reason in counted.reasons],
        "doubtful": [
            {"feast": moon.entry.feast, "title": moon.title.to(lang), "possible": list(moon.candidates)}
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
        "first_day": moon.entry.first_day,
        "possible": list(moon.candidates),
        "sources": list(moon.sources),
    }
