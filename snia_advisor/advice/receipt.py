"""What makes an advice reproducible: the law, the program, the dates, the case."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from typing import Any

from ..model.advice import Receipt
from ..model.case import Case
from ..version import __version__
from .dates import Calendar, Timing
from .situation import Situation
from .wording import raw


def case_hash(situation: Situation) -> str:
    """The hash of what was asked: facts, date, path and recorded readings; the user's own code is not part of it."""
    return _hash({"on": situation.on.isoformat(), "path": situation.path, **_told(situation.case)})


def case_identity(case: Case) -> str:
    """What tells a case from another whatever the day: the user's own code, else the hash of its facts and readings."""
    return case.ref or _hash({"path": case.path, **_told(case)})


def _told(case: Case) -> dict[str, Any]:
    return {
        "facts": {name: raw(value) for name, value in sorted(case.facts.items())},
        "readings": {name: recorded.reading for name, recorded in sorted(case.readings.items())},
    }


def _hash(asked: dict[str, Any]) -> str:
    data = json.dumps(asked, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(data.encode()).hexdigest()


def receipt(situation: Situation, dated_by: set[str], timing: Timing, calendar: Calendar) -> Receipt:
    """The receipt; `dated_by` names the date facts on which some rule measures the law."""
    used: dict[str, date] = {"on": situation.on, **({"from": timing.start} if timing.start else {}), **timing.events}
    for fact in sorted(dated_by):
        value = situation.facts.value(fact)
        if isinstance(value, date):
            used[fact] = value
    return Receipt(
        rulebase_sha256=situation.base.sha256,
        program=f"snia_advisor {__version__}",
        on=situation.on,
        dates_used=used,
        calendar=calendar.version if situation.base.calendars else None,
        case_sha256=case_hash(situation),
        law_known_to=situation.base.law_known_to,
    )
