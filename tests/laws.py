"""Small laws for tests: entries that say only what the logic reads.

A real entry has titles in three languages, sources and a question. A test of the logic wants none of them on the page, so
they are filled in here, and the rule base is then resolved as any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import read_entries
from snia_advisor.law.rulebase.resolve import resolve

TEXT = {"fr": "t", "ar": "t", "en": "t"}
CITED = ["s"]
SOURCE = {"title": TEXT, "kind": "law", "rank": "1", "date": "none", "version": "", "url": "none", "read": "full",
          "articles": "no"}  # fmt: skip
FILLED: dict[str, dict[str, Any]] = {
    "source": SOURCE,
    "parameter": {"title": TEXT, "unit": "none"},
    "list": {"title": TEXT, "status": "official", "version": "none", "sources": CITED},
    "fact": {"title": TEXT, "question": TEXT, "why": CITED, "sensitive": "no", "changeable": "1"},
    "derived": {"title": TEXT, "sources": CITED},
    "constraint": {"text": TEXT},
    "rule": {"title": TEXT, "sources": CITED, "confidence": "high"},
    "determination": {"title": TEXT, "question": TEXT},
    "open_question": {"kind": "silent", "title": TEXT, "question": TEXT, "prudent": TEXT, "ask": []},
}
OUTCOME: dict[str, Any] = {"title": TEXT, "sources": CITED}
READING: dict[str, Any] = {"text": TEXT, "sources": CITED}
PERIOD: dict[str, Any] = {"sources": CITED, "confidence": "high"}


def filled(kind: str, body: Mapping[str, Any]) -> dict[str, Any]:
    """The entry with everything it must have; what it says itself is kept."""
    whole = {**FILLED.get(kind, {}), **body}
    if isinstance(whole.get("options"), list):
        whole["options"] = dict.fromkeys(whole["options"], TEXT)
    if "fields" in whole:
        whole["fields"] = {name: column(body) for name, body in whole["fields"].items()}
    if "entries" in whole:
        whole["entries"] = [{"id": name, "title": TEXT} for name in whole["entries"]]
    if "choose" in whole:
        whole["choose"] = {name: {**OUTCOME, **outcome} for name, outcome in whole["choose"].items()}
    if isinstance(whole.get("readings"), list):
        whole["readings"] = dict.fromkeys(whole["readings"], READING)
    if "series" in whole:
        whole["series"] = [{**PERIOD, **period} for period in whole["series"]]
    return whole


def column(body: Mapping[str, Any]) -> dict[str, Any]:
    """A column of a list of records, with its title and those of its options."""
    whole = {"title": TEXT, **body}
    return whole | ({"options": dict.fromkeys(whole["options"], TEXT)} if isinstance(whole.get("options"), list) else {})


def law_from(text: str, directory: Path) -> RuleBase:
    """The rule base that `text` writes, read from a file of `directory` as a real one is. Raises `RuleBaseError`."""
    rules = directory / "rules"
    rules.mkdir(exist_ok=True)
    (rules / "law.yaml").write_text(f"- source: s\n{text}", encoding="utf-8")
    raws = read_entries(rules)
    for kind, table in raws.items():
        for raw in table.values():
            raw.body.update(filled(kind, raw.body))  # type: ignore[attr-defined]  # in place: the lines are kept
    base = RuleBase(raws, str(rules))
    resolve(base)
    return base
