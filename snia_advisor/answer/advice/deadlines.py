"""The days that matter to the person whatever is asked: a paper that ends, a time to stay, a request to renew."""

from __future__ import annotations

from datetime import date, timedelta

from ...law.model.act_advice import DeadlineAdvice
from ..deciding.situation import Situation
from ..telling.wording import Wording
from .procedures import Procedures

LONG_OVER = timedelta(days=365)  # what ended more than a year ago concerns nobody's calendar


def deadlines(situation: Situation, wording: Wording, procedures: Procedures, start: date) -> tuple[DeadlineAdvice, ...]:
    """The deadlines that apply, the nearest first."""
    found = []
    for declared in situation.base.deadlines.values():
        day = situation.facts.value(declared.date)
        if not isinstance(day, date) or procedures.truth(declared.when) is not True or day < start - LONG_OVER:
            continue
        act_by = situation.facts.value(declared.act_by) if declared.act_by else None
        found.append(
            DeadlineAdvice(
                id=declared.id,
                title=declared.title.to(wording.lang),
                date=day,
                act_by=act_by if isinstance(act_by, date) else None,
                over=day < start,
                text=declared.text.to(wording.lang),
                sources=declared.sources,
            )
        )
    return tuple(sorted(found, key=lambda deadline: (deadline.over, deadline.act_by or deadline.date)))
