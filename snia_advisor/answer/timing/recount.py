"""The count behind the dates of a step, made again, to be explained day by day."""

from __future__ import annotations

from decimal import Decimal

from ...law.calendar.closed import ClosedDays
from ...law.calendar.deadline import Deadline, Whose, deadline
from ...law.calendar.delays import HOURS_A_DAY, UNITS, Duration
from ...law.logic.functions import OutOfCalendar
from ...law.model.advice import DelayAdvice, StepAdvice


def delay_of(told: DelayAdvice | None) -> Duration | None:
    """The delay of a step as the calendar counts it; None where there is none, or none in whole days or months."""
    if told is None or told.amount is None or Decimal(told.amount) % 1:
        return None
    amount = int(Decimal(told.amount))
    unit = next(unit for unit in UNITS if unit == told.unit)
    return Duration(amount, unit, hours=amount * HOURS_A_DAY if told.in_hours else None)


def recount(step: StepAdvice, days: ClosedDays) -> Deadline | None:
    """The deadline of a step that has one, from the day on which its clock starts at the latest."""
    dates, delay = step.dates, delay_of(step.delay)
    if dates is None or dates.starts is None or dates.happened is not None or delay is None:
        return None
    whose: Whose = "authority" if step.actor == "authority" else "user"
    try:
        return deadline(days, dates.starts, delay, whose, dates.office)
    except OutOfCalendar:
        return None
