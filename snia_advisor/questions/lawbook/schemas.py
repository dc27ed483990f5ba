"""JSON Schemas of what goes in and what comes out, for editors and for other programs."""

from __future__ import annotations

from typing import Any

from pydantic import TypeAdapter

from ...answer.planning.record import Plan
from ...law.model.entries import KINDS, Entry
from ...law.model.proof import Frozen
from ..compare.record import ComparisonRecord
from ..compare.record_table import TableRecord
from ..scenarios.record import ScenarioFile
from ..watch.record import WatchRecord
from ..why.record import ChangesRecord, CheckedAdvice, WhyRecord

DRAFT = "https://json-schema.org/draft/2020-12/schema"
NAMES = ("advice", "case", "plan", "why", "whatif", "watch", "compare", "scenario", "rules")
# Records that are only written.
WRITTEN: dict[str, type[Frozen]] = {"plan": Plan, "watch": WatchRecord, "compare": ComparisonRecord}
CONDITION: dict[str, Any] = {
    "description": "The name of a rule, or a map with one key.",
    "anyOf": [
        {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
        {
            "type": "object",
            "minProperties": 1,
            "maxProperties": 1,
            "properties": {
                "all": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Condition"}},
                "any": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/Condition"}},
                "not": {"$ref": "#/$defs/Condition"},
                "open_question": {"type": "object", "minProperties": 1, "maxProperties": 1},
            },
        },
    ],
}


def schema(name: str, base: Any) -> dict[str, Any]:
    """The schema `name`, one of `NAMES`; facts and paths are those of `base`."""
    if name == "advice":
        made = advice_schema()
    elif name in WRITTEN:
        made = WRITTEN[name].model_json_schema(mode="serialization", by_alias=True)
    elif name == "why":  # as a proof is read: its steps are written without the keys that say nothing
        made = TypeAdapter(WhyRecord | ChangesRecord).json_schema(mode="validation")
    elif name == "whatif":
        made = TypeAdapter(TableRecord | ComparisonRecord).json_schema(mode="serialization", by_alias=True)
    elif name == "case":
        made = case_schema(base)
    elif name == "scenario":
        made = ScenarioFile.model_json_schema(mode="validation", by_alias=True)
        made.setdefault("$defs", {})["Case"] = case_schema(base)
    else:
        made = rules_schema()
    made = _resolve(made)
    return {"$schema": DRAFT, "title": f"snia_advisor {name}", **{k: v for k, v in made.items() if k != "title"}}


def advice_schema() -> dict[str, Any]:
    """An advice as it is written: what is read back, with what is worked out from it."""
    made = CheckedAdvice.model_json_schema(mode="validation")
    written = CheckedAdvice.model_json_schema(mode="serialization")
    worked_out = list(CheckedAdvice.model_computed_fields)
    made["properties"] |= {name: written["properties"][name] for name in worked_out}
    made["required"] += worked_out
    made["$defs"] = written["$defs"] | made["$defs"]
    return made


def rules_schema() -> dict[str, Any]:
    """A rule file: a list of entries, each of one kind."""
    definitions: dict[str, Any] = {"Condition": CONDITION}
    kinds = []
    for kind, model in KINDS.items():
        made = _entry(kind, model)
        definitions.update(made.pop("$defs", {}))
        definitions[f"entry_{kind}"] = made
        kinds.append({"if": {"required": [kind], **_not_another(kind)}, "then": {"$ref": f"#/$defs/entry_{kind}"}})
    known = [{"required": [kind]} for kind in KINDS]
    return {"type": "array", "items": {"type": "object", "anyOf": known, "allOf": kinds}, "$defs": definitions}


def _not_another(kind: str) -> dict[str, Any]:
    # `list:`, `feast:`, `fact:` are keys of other entries too; only the entry's own kind decides.
    others = [{"required": [other]} for other, model in KINDS.items() if other != kind and kind in _keys(model)]
    return {"not": {"anyOf": others}} if others else {}


def _keys(model: type[Entry]) -> set[str]:
    return {field.alias or name for name, field in model.model_fields.items()}


def _entry(kind: str, model: type[Entry]) -> dict[str, Any]:
    made = model.model_json_schema(mode="validation", by_alias=True)
    made["properties"] = {kind: made["properties"].pop("id"), **made["properties"]}
    made["required"] = [kind, *(key for key in made.get("required", []) if key != "id")]
    return made


def case_schema(base: Any) -> dict[str, Any]:
    """A case: facts grouped by their first name part, the date, the path, the readings."""
    groups: dict[str, dict[str, Any]] = {}
    for name, fact in base.facts.items():
        group, _, short = name.partition(".")
        groups.setdefault(group, {})[short] = _fact(fact, base)
    questions = {name: _readings(question) for name, question in base.questions.items()}
    own = {
        "on": {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "description": "The date of the question."},
        "path": {"enum": list(base.paths)},
        "ref": {"type": "string", "maxLength": 40, "description": "Your own code. No name, no document number."},
        "readings": {"type": "object", "properties": questions, "additionalProperties": False},
    }
    facts = {
        group: {"type": "object", "properties": names, "additionalProperties": False} for group, names in groups.items()
    }
    return {"type": "object", "properties": {**own, **facts}, "additionalProperties": False}


def _readings(question: Any) -> dict[str, Any]:
    reading = {"enum": list(question.readings)}
    long = {"reading": reading, "confirmed_by": {"type": "string"}, "on": {"type": "string"}}
    return {
        "anyOf": [reading, {"type": "object", "properties": long, "required": ["reading"], "additionalProperties": False}]
    }


def _fact(fact: Any, base: Any) -> dict[str, Any]:
    described = {"description": (getattr(fact, "question", None) or fact.title).en}
    options = list(base.options(fact.id)) if fact.type in ("choice", "set") else []
    none: list[Any] = [{"const": "none"}] if fact.none_allowed else []
    match fact.type:
        case "yes_no":
            return {**described, "enum": ["yes", "no", True, False]}
        case "choice":
            return {**described, "enum": options}
        case "set":
            return {**described, "anyOf": [{"const": "none"}, {"type": "array", "items": {"enum": options}}]}
        case "date":
            return {**described, "anyOf": [{"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$"}, *none]}
        case "integer":
            return {**described, "anyOf": [{"type": "integer", **_limits(fact)}, *none]}
        case "records":
            return _records(fact, base)
    return {**described, "anyOf": [{"type": "number", **_limits(fact)}, *none]}


def _limits(fact: Any) -> dict[str, int]:
    """The bounds beyond which a number is refused; those of a date are no part of a pattern."""
    return {name: limit for name in ("minimum", "maximum") if (limit := getattr(fact, name)) is not None}


def _records(fact: Any, base: Any) -> dict[str, Any]:
    """A list of records, or one that says that it is not complete."""
    columns = {name: _fact(fact.column(name), base) for name in fact.fields}
    record = {"type": "object", "properties": columns, "additionalProperties": False}
    records = {"type": "array", "items": record}
    partial = {
        "type": "object",
        "properties": {"complete": {"enum": ["yes", "no"]}, "records": records},
        "required": ["records"],
    }
    return {"description": fact.question.en, "anyOf": [{"const": "none"}, records, partial]}


def _resolve(node: Any) -> Any:
    """Replace the marks left in the models by references."""
    if isinstance(node, dict):
        if "x-ref" in node:
            return {"$ref": f"#/$defs/{node['x-ref']}"}
        if "x-none" in node:
            inner = [{"const": "none"} if one == {"type": "null"} else one for one in node["anyOf"]]
            node = {**{key: value for key, value in node.items() if key != "x-none"}, "anyOf": inner}
        return {key: _resolve(value) for key, value in node.items()}
    if isinstance(node, list):
        return [_resolve(item) for item in node]
    return node
