"""An advice with the schedule that its dates come from, and its steps in order."""

from __future__ import annotations

from dataclasses import dataclass

from ...law.model.advice import Advice
from ..timing.schedule import Schedule
from .record import PlanStep


@dataclass(frozen=True)
class Advised:
    """An advice, and how its dates were counted, for who tells them; no schedule where no step has a date.

    `given`: the facts that the case gives.
    """

    advice: Advice
    schedule: Schedule | None
    steps: tuple[PlanStep, ...] = ()
    given: frozenset[str] = frozenset()
