"""Reading scenario files. Their names are sentences; a folder is a path."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ...errors import BadInput
from ...law.logic.reading import known
from ...law.rulebase.base import RuleBase
from ...law.rulebase.case_file import SCENARIO_KEYS, case_of
from ...law.rulebase.strict_yaml import YamlMap, line_of, parse, read_text
from .record import NOT_COVERED, Depends, Scenario, ScenarioFile

PACKAGE = Path(__file__).resolve().parents[2]
CARRIED = PACKAGE / "data" / "scenarios"
CHECKOUT = PACKAGE.parent / "scenarios"


def scenarios_directory() -> Path:
    """Where the scenarios stand: the checkout, or what the package carries."""
    return CHECKOUT if CHECKOUT.is_dir() and (PACKAGE.parent / "rules").is_dir() else CARRIED


def load_scenarios(base: RuleBase, directory: str | os.PathLike[str] | None = None) -> list[Scenario]:
    """Every scenario below `directory`, in the order of the files. Raises `BadInput` with file and line."""
    root = Path(directory) if directory is not None else scenarios_directory()
    if root.is_file():
        return [read_scenario(root, root.name, base)]
    files = sorted(root.rglob("*.yaml"))
    if not files:
        raise BadInput("scenario_none", file=str(root))
    return [read_scenario(file, file.relative_to(root.parent).as_posix(), base) for file in files]


def read_scenario(file: Path, name: str, base: RuleBase) -> Scenario:
    """One scenario; every name in it must exist."""
    document = parse(read_text(file), name)
    if not isinstance(document, YamlMap):
        raise BadInput("scenario_not_map", place=f"{name}:1")
    for key in document:
        known("scenario_key", key, SCENARIO_KEYS, BadInput, place=f"{name}:{document.key_lines[key]}")
    try:
        body = ScenarioFile.model_validate(dict(document))
    except ValidationError as problem:
        raise _invalid(document, name, problem) from None
    case = case_of(document["case"], name, base)
    if case.on is None:
        raise BadInput("scenario_missing", place=f"{name}:{document.key_lines['case']}", name="case.on")
    scenario = Scenario(id=file.stem, file=name, body=body, case=case)
    _check_names(scenario, document, base)
    return scenario


def _invalid(document: YamlMap, name: str, problem: ValidationError) -> BadInput:
    first = problem.errors(include_url=False)[0]
    place = f"{name}:{line_of(document, first['loc'], 1)}"
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "missing":
        return BadInput("scenario_missing", place=place, name=where)
    return BadInput("scenario_value", place=place, name=where, expected=first["msg"])


def _check_names(scenario: Scenario, document: YamlMap, base: RuleBase) -> None:
    def check(path: tuple[Any, ...], names: Iterable[str], pool: Collection[str]) -> None:
        for name in names:
            known("unknown_item", name, pool, BadInput, place=f"{scenario.file}:{line_of(document, path, 1)}")

    for name, expected in scenario.body.expect.items():
        check(("expect", name), [name], base.determinations)
        declared = base.determinations[name]
        pool = [*(declared.choose or declared.collect or ()), NOT_COVERED]
        outcomes = (
            expected.depends if isinstance(expected, Depends) else (expected,) if isinstance(expected, str) else expected
        )
        check(("expect", name), outcomes, pool)
        if isinstance(expected, Depends):
            check(("expect", name, "missing"), expected.missing, base.facts)
            check(("expect", name, "open"), expected.open, base.questions)
    check(("procedures",), scenario.body.procedures or (), base.procedures)
    # A citation is said as it is written, article and all.
    check(("cites",), (cite for cite in scenario.body.cites if cite.split("#")[0] not in base.sources), base.sources)
    if scenario.path:
        for name in base.paths[scenario.path].headline:
            if name not in scenario.body.expect:
                place = f"{scenario.file}:{document.key_lines['expect']}"
                raise BadInput("scenario_missing", place=place, name=f"expect.{name}")
