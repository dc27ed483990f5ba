"""An advice with the schedule that its dates come from."""

from __future__ import annotations

from dataclasses import dataclass

from ...law.model.advice import Advice
from .schedule import Schedule


@dataclass(frozen=True)
class Advised:
    """An advice, and how its dates were counted, for who tells them; no schedule where no step has a date."""

    advice: Advice
    schedule: Schedule | None
