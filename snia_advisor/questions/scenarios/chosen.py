"""Which scenarios are asked for: those of a path, or one by its name or its file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from ...errors import BadInput
from ...law.logic.reading import known
from ...law.rulebase.base import RuleBase
from .record import Scenario


def of_path(base: RuleBase, scenarios: list[Scenario], path: str | None) -> list[Scenario]:
    """The scenarios of one path, or all. Raises `BadInput` for an unknown path."""
    if path is None:
        return scenarios
    base.paths.named("unknown_path", path)
    return [scenario for scenario in scenarios if scenario.path == path]


def named(name: str, load: Callable[[str | None], list[Scenario]]) -> tuple[Scenario, str]:
    """The scenario of that name, or in that file, and where it stands. Raises `BadInput`."""
    if Path(name).is_file():
        return load(name)[0], name
    by_id = {scenario.id: scenario for scenario in load(None)}
    scenario = by_id[known("unknown_item", name, by_id, BadInput)]
    return scenario, scenario.file
