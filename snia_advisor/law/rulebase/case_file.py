"""Reading a case: from YAML or JSON text, from a scenario, or from Python values."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from ...errors import BadInput
from ..logic.reading import known, read_value, unknown
from ..model.case import Case, RecordedReading
from ..model.values import Nothing, read_date
from .base import RuleBase
from .former import Written, carry_over, former_names
from .strict_yaml import Scalar, YamlList, YamlMap, parse

OWN_KEYS = ("on", "path", "ref", "readings")
SCENARIO_KEYS = (
    "title", "story", "lesson", "case", "answer", "expect", "cites", "basis", "exit", "procedures", "amounts",
    "near",
)  # fmt: skip
MAX_REF = 40


def read_case(text: str, name: str, base: RuleBase, path: str | None = None) -> Case:
    """The case that `text` writes; a scenario gives its case. Raises `BadInput`.

    `path` is the goal that is asked for, by default the one that the case names: it may say what a name of an earlier
    version was about.
    """
    return case_of(parse(text, name), name, base, path)


def case_of(document: Any, name: str, base: RuleBase, path: str | None = None) -> Case:
    """The case of a parsed document; `path` as for `read_case`."""
    if isinstance(document, YamlMap) and "case" in document and "expect" in document:
        document = document["case"]
    if not isinstance(document, YamlMap):
        raise BadInput("case_not_map", place=f"{name}:{getattr(document, 'line', 1)}")
    return _CaseReader(name, base).read(document, path)


def case_from_values(values: dict[str, Any], base: RuleBase, path: str | None = None) -> Case:
    """A case from Python values: the same keys as in a file, with bool, date, number, str, list or None."""
    return case_of(_document(values), "case", base, path)


def with_facts(case: Case, assignments: list[str], base: RuleBase, path: str | None = None) -> Case:
    """The case with `fact=value` applied in order; `fact=` alone forgets the fact. `path` as for `read_case`."""
    case, assignments = _with_former(case, assignments, base, path)
    facts, places = dict(case.facts), dict(case.places)
    for assignment in assignments:
        name, sign, written = assignment.partition("=")
        name = name.strip()
        where = f"--set {name}"
        if not sign:
            raise BadInput("set_needs_equals", written=assignment)
        fact = base.facts.named("unknown_fact", name, place="--set", entry="--set")
        places[name] = where
        if not written.strip():
            facts.pop(name, None)
            continue
        node = parse(written, where)
        if fact.type == "set" and isinstance(node, Scalar) and node != "none":
            node = [part.strip() for part in node.split(",")]
        facts[name] = read_value(fact, node, base, _failer(where))
    return dataclasses.replace(case, facts=facts, places=places)


def _with_former(case: Case, assignments: list[str], base: RuleBase, path: str | None) -> tuple[Case, list[str]]:
    """The case with the assignments to former names applied, and the other assignments: those to names of today win."""
    former, others = dict(case.former), []
    names = former_names(base)
    for assignment in assignments:
        name, sign, written = assignment.partition("=")
        name = name.strip()
        if not sign or name not in names:
            others.append(assignment)
        elif written.strip():
            former[name] = (parse(written, f"--set {name}"), f"--set {name}")
        else:
            former.pop(name, None)
    if former == dict(case.former):
        return case, others
    goal = path or case.path
    before, after = carry_over(case.former, goal, base), carry_over(former, goal, base)
    kept = {name: value for name, value in case.facts.items() if name not in before.facts}
    places = {name: place for name, place in case.places.items() if name in kept}
    facts, places = {**kept, **after.facts}, {**places, **after.places}
    return dataclasses.replace(case, facts=facts, places=places, former=former), others


def _failer(place: str) -> Callable[..., Exception]:
    return lambda key, **args: BadInput(key, place=place, **{"entry": "", **args})


def _document(value: Any) -> Any:
    if isinstance(value, dict):
        mapping = YamlMap(1)
        for key, item in value.items():
            mapping[str(key)] = _document(item)
            mapping.key_lines[str(key)] = 1
        return mapping
    if isinstance(value, (list, tuple, set, frozenset)):
        sequence = YamlList(_document(item) for item in value)
        sequence.line = 1
        return sequence
    if isinstance(value, bool):
        return Scalar.at("yes" if value else "no", 1)
    if value is None or isinstance(value, Nothing):
        return Scalar.at("none", 1)
    if isinstance(value, (str, int, float, Decimal, date)):
        return Scalar.at(str(value), 1)
    raise BadInput("case_value_type", name=type(value).__name__)


class _CaseReader:
    def __init__(self, name: str, base: RuleBase) -> None:
        self.name = name
        self.base = base
        self.former_names = former_names(base)
        self.former: dict[str, Written] = {}
        self.groups = {fact.split(".")[0] for fact in (*base.facts, *self.former_names)}

    def read(self, document: YamlMap, path: str | None) -> Case:
        facts: dict[str, Any] = {}
        places: dict[str, str] = {}
        own: dict[str, Any] = {}
        for key, value in document.items():
            line = document.key_lines[key]
            if key in OWN_KEYS:
                own[key] = self.own(key, value, line)
            elif key in self.groups:
                self.group(key, value, line, facts, places)
            else:
                pool = [*OWN_KEYS, *self.groups]
                raise unknown("case_unknown_key", key, pool, BadInput, place=self.at(line))
        self.carry_over(facts, places, path or own.get("path"))
        return Case(facts=facts, places=places, former=self.former, **own)

    def carry_over(self, facts: dict[str, Any], places: dict[str, str], path: str | None) -> None:
        """Add what was written under former names; where a name of today says the contrary, it is an error."""
        carried = carry_over(self.former, path, self.base)
        for name, today in carried.today.items():
            if facts.get(today, carried.facts[today]) != carried.facts[today]:
                raise BadInput("former_conflict", place=carried.places[today], name=name, today=today)
        for name, value in carried.facts.items():
            if name not in facts:
                facts[name], places[name] = value, carried.places[name]

    def at(self, line: int) -> str:
        return f"{self.name}:{line}"

    def group(self, group: str, value: Any, line: int, facts: dict[str, Any], places: dict[str, str]) -> None:
        if not isinstance(value, YamlMap):
            raise BadInput("case_group", place=self.at(line), name=group)
        for key, item in value.items():
            place = self.at(value.key_lines[key])
            name = f"{group}.{key}"
            if name in self.former_names:
                self.former[name] = (item, place)
                continue
            if name in self.base.derived:
                raise BadInput("fact_is_derived", place=place, name=name)
            fact = self.base.facts.named("unknown_fact", name, place=place, entry="")
            facts[name] = read_value(fact, item, self.base, _failer(place))
            places[name] = place

    def own(self, key: str, value: Any, line: int) -> Any:
        place = self.at(line)
        if key == "readings":
            return self.readings(value, place)
        if not isinstance(value, Scalar):
            raise BadInput("single_expected", place=place, name=key)
        if key == "on":
            try:
                return read_date(value)
            except ValueError:
                raise BadInput("date_expected", place=place, name="on", value=str(value)) from None
        if key == "path":
            self.base.paths.named("unknown_path", value, place=place)
        if key == "ref" and len(value) > MAX_REF:
            raise BadInput("ref_too_long", place=place, limit=MAX_REF)
        return str(value)

    def readings(self, value: Any, place: str) -> dict[str, RecordedReading]:
        if not isinstance(value, YamlMap):
            raise BadInput("case_group", place=place, name="readings")
        recorded: dict[str, RecordedReading] = {}
        for question, item in value.items():
            where = self.at(value.key_lines[question])
            self.base.questions.named("unknown_question", question, place=where, entry="")
            recorded[question] = self.reading(question, item, where)
        return recorded

    def reading(self, question: str, item: Any, place: str) -> RecordedReading:
        written = item if isinstance(item, YamlMap) else {"reading": item}
        for key in written:
            known("case_unknown_key", key, ("reading", "confirmed_by", "on"), BadInput, place=place)
        readings = self.base.questions[question].readings
        reading = known("unknown_reading", written.get("reading"), readings, BadInput, place=place, entry="")
        by, on = written.get("confirmed_by"), written.get("on")
        if by is not None and not isinstance(by, str):
            raise BadInput("single_expected", place=place, name="confirmed_by")
        try:
            day = read_date(on) if on is not None else None
        except ValueError:
            raise BadInput("date_expected", place=place, name="on", value=str(on)) from None
        return RecordedReading(reading, str(by) if by is not None else None, day)
