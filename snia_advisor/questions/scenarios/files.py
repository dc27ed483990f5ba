"""Reading scenario files. Their names are sentences; a folder is a path."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from ...errors import BadInput
from ...law.logic.reading import known
from ...law.model.case import Case
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


def cases_still_read(base: RuleBase) -> Iterator[Case]:
    """The cases of the scenarios that this rule base reads: rules that are being changed may not know all of them."""
    for file in sorted(scenarios_directory().rglob("*.yaml")):
        document = parse(read_text(file), file.name)
        try:
            yield case_of(document["case"], file.name, base)
        except BadInput:
            continue  # it names what this rule base does not have


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
    near = tuple(_neighbour(body, case, document, number, name, base) for number in range(len(body.near)))
    scenario = Scenario(id=file.stem, file=name, body=body, case=case, near=near)
    _check_names(scenario, document, base)
    return scenario


def _neighbour(body: ScenarioFile, case: Case, document: YamlMap, number: int, name: str, base: RuleBase) -> Scenario:
    """A case beside a scenario, with all that it expects."""
    near, written = body.near[number], document["near"][number]
    facts = dict(case.facts)
    for fact in near.unknown:
        place = f"{name}:{line_of(document, ('near', number, 'unknown'), 1)}"
        base.facts.named("unknown_fact", fact, place=place, entry="")
        facts.pop(fact, None)
    on, readings = case.on, case.readings
    if near.change is not None:
        changed = case_of(written["change"], name, base, case.path)
        facts, on, readings = {**facts, **changed.facts}, changed.on or on, {**readings, **changed.readings}
    update = {
        "near": (), "procedures": None, "amounts": None, "cites": (),
        "answer": near.answer if near.answer is not None else body.answer,
        "expect": {**body.expect, **near.expect},
        "exit": body.exit if near.exit is None else near.exit,
    }  # fmt: skip
    other = dataclasses.replace(case, facts=facts, on=on, readings=readings)
    found = Scenario(id=f"{Path(name).stem} ({number + 1})", file=name, body=body.model_copy(update=update), case=other)
    _check_names(found, document, base, ("near", number))
    return found


def _invalid(document: YamlMap, name: str, problem: ValidationError) -> BadInput:
    first = problem.errors(include_url=False)[0]
    place = f"{name}:{line_of(document, first['loc'], 1)}"
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] == "missing":
        return BadInput("scenario_missing", place=place, name=where)
    return BadInput("scenario_value", place=place, name=where, expected=first["msg"])


def _check_names(scenario: Scenario, document: YamlMap, base: RuleBase, within: tuple[Any, ...] = ()) -> None:
    def check(path: tuple[Any, ...], names: Iterable[str], pool: Collection[str]) -> None:
        for name in names:
            place = f"{scenario.file}:{line_of(document, (*within, *path), 1)}"
            known("unknown_item", name, pool, BadInput, place=place)

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
