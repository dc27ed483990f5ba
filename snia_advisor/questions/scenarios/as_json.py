"""Scenarios as JSON values."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...answer.telling.wording import raw
from .record import Scenario


def list_json(scenarios: Sequence[Scenario], lang: str) -> list[dict[str, Any]]:
    """The scenarios as JSON values."""
    return [{"id": s.id, "path": s.path, "title": s.title.to(lang), "file": s.file} for s in scenarios]


def story_json(scenario: Scenario, lang: str) -> dict[str, Any]:
    """The story and the facts as JSON values."""
    case = scenario.case
    return {
        "id": scenario.id,
        "path": scenario.path,
        "title": scenario.title.to(lang),
        "story": scenario.story.to(lang) if scenario.story else None,
        "file": scenario.file,
        "on": case.on,
        "facts": {name: raw(value) for name, value in case.facts.items()},
        "readings": {name: recorded.reading for name, recorded in case.readings.items()},
    }
