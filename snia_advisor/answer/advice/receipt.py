"""What makes an advice reproducible: the law, the program, the dates, the case."""

from __future__ import annotations

from datetime import date

from ...law.model.advice import Receipt
from ...version import __version__
from ..deciding.situation import Situation, case_hash
from ..timing.timing import Calendar, Timing


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
        law_notes_to=situation.base.law_notes_to,
    )
