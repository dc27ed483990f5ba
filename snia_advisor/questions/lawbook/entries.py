"""The entries of the rule base by name, and as JSON values."""

from __future__ import annotations

from typing import Any

from ...errors import BadInput
from ...law.logic.reading import unknown
from ...law.rulebase.base import RuleBase
from ...law.rulebase.strict_yaml import plain


def entries_named(base: RuleBase, name: str) -> list[tuple[str, str]]:
    """The entries of that name, whatever their kind. Raises `BadInput` with the nearest name."""
    entries = [(kind, name) for kind, table in base.raws.items() if name in table]
    if not entries:
        pool = dict.fromkeys(entry for table in base.raws.values() for entry in table)
        raise unknown("unknown_item", name, pool, BadInput)
    return entries


def entries_json(base: RuleBase, entries: list[tuple[str, str]]) -> list[dict[str, Any]]:
    """The entries as they are written, with their places."""
    rows = []
    for kind, name in entries:
        raw = base.raws[kind][name]
        rows.append({"kind": kind, "id": name, "file": raw.file, "line": raw.line, "entry": plain(raw.body)})
    return rows


def rule_rows(base: RuleBase) -> list[dict[str, Any]]:
    """Every rule as the outside contract lists it."""
    return [
        {
            "id": rule.id,
            "file": base.raws["rule"][rule.id].file,
            "line": base.raws["rule"][rule.id].line,
            "sources": list(rule.sources),
            "basis": list(rule.basis),
            "from": rule.from_,
            "to": rule.to,
            "confidence": rule.confidence.value,
        }
        for rule in base.rules.values()
    ]
