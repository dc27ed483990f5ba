"""Loading the rule base: from the YAML of a checkout, or from the JSON that the wheel carries."""

from __future__ import annotations

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from ...errors import RuleBaseError
from ..logic.reading import known
from ..model.entries import KINDS
from .base import Raw, RuleBase
from .proofs import add_proofs
from .strict_yaml import Scalar, YamlList, YamlMap, parse, plain, read_text

PACKAGE = Path(__file__).resolve().parents[2]
COMPILED = PACKAGE / "data" / "rules.json"
CHECKOUT = PACKAGE.parent / "rules"
FORMAT = 1


def rules_directory() -> Path | None:
    """Where the YAML stands: `SNIA_RULES`, else the checkout; None when only the compiled form is there."""
    named = os.environ.get("SNIA_RULES")
    if named:
        return Path(named)
    return CHECKOUT if (CHECKOUT / "sources.yaml").is_file() else None


def load_rules(directory: str | os.PathLike[str] | None = None) -> RuleBase:
    """The rule base of `directory`, of `SNIA_RULES`, of the checkout, or the one the package carries.

    Raises `RuleBaseError` with file and line when a file is wrong.
    """
    chosen = Path(directory) if directory is not None else rules_directory()
    return _load(str(chosen) if chosen is not None else None)


@lru_cache(maxsize=4)
def _load(directory: str | None) -> RuleBase:
    if directory is None:
        return from_json(COMPILED)
    return from_yaml(Path(directory))


def from_yaml(directory: Path) -> RuleBase:
    """Read, resolve and validate every file below `directory`."""
    from .resolve import resolve

    if not directory.is_dir():
        raise RuleBaseError("rules_not_found", file=str(directory))
    base = RuleBase(read_entries(directory), str(directory))
    resolve(base)
    return base


def read_entries(directory: Path) -> dict[str, dict[str, Raw]]:
    """The entries of all files, by kind and id, in the order of the files."""
    raws: dict[str, dict[str, Raw]] = {kind: {} for kind in KINDS}
    files = sorted(directory.rglob("*.yaml"))
    if not files:
        raise RuleBaseError("rules_not_found", file=str(directory))
    for file in files:
        name = file.relative_to(directory.parent).as_posix()
        document = parse(read_text(file, error=RuleBaseError), name, error=RuleBaseError)
        if not isinstance(document, YamlList):
            raise RuleBaseError("file_needs_list", place=f"{name}:1")
        for item in document:
            raw = _entry(item, name)
            earlier = raws[raw.kind].get(raw.id)
            if earlier is not None:
                where = f"{earlier.file}:{earlier.line}"
                raise RuleBaseError("entry_twice", place=f"{name}:{raw.line}", name=raw.id, first=where)
            raws[raw.kind][raw.id] = raw
    add_proofs(raws)
    return raws


def _entry(item: Any, file: str) -> Raw:
    line = getattr(item, "line", 1)
    if not isinstance(item, YamlMap) or not item:
        raise RuleBaseError("entry_not_map", place=f"{file}:{line}")
    kind = next(iter(item))
    known("entry_unknown_kind", kind, KINDS, RuleBaseError, place=f"{file}:{line}")
    name = item[kind]
    if not isinstance(name, Scalar):
        raise RuleBaseError("entry_needs_id", place=f"{file}:{line}", name=str(kind))
    body = YamlMap(line)
    for key, value in item.items():
        if key != kind:
            body[key] = value
            body.key_lines[key] = item.key_lines[key]
    return Raw(str(kind), str(name), body, file, line)


def to_json(base: RuleBase) -> str:
    """The compiled form: the entries as they are, with their places."""
    entries = [
        [raw.kind, raw.id, raw.file, raw.line, plain(raw.body)] for table in base.raws.values() for raw in table.values()
    ]
    document = {"format": FORMAT, "sha256": base.sha256, "entries": entries}
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


def from_json(file: Path) -> RuleBase:
    """The rule base that the package carries. It was resolved and validated when the package was built."""
    try:
        document = json.loads(file.read_bytes())
        if document["format"] != FORMAT:
            raise ValueError(document["format"])
        entries = document["entries"]
    except (OSError, ValueError, TypeError, KeyError):
        raise RuleBaseError("rules_not_found", file=str(file)) from None
    raws: dict[str, dict[str, Raw]] = {kind: {} for kind in KINDS}
    for kind, name, where, line, body in entries:
        raws[kind][name] = Raw(kind, name, body, where, line)
    base = RuleBase(raws, str(file))
    base.__dict__["sha256"] = document["sha256"]
    return base
