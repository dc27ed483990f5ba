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
OUTCOME: dict[str, Any] = {"title": TEXT, "sources": CITED}
# What every answer must be able to say; `same` for every state, though many laws have fewer.
UNDECIDED: dict[str, Any] = {name: {"title": TEXT} for name in ("facts", "question", "not_covered")} | {
    "same": {state: {"title": TEXT} for state in ("go", "wait", "stop", "no")}
}
FILLED: dict[str, dict[str, Any]] = {
    "source": SOURCE,
    "parameter": {"title": TEXT, "unit": "none"},
    "list": {"title": TEXT, "status": "official", "version": "none", "sources": CITED},
    "fact": {"title": TEXT, "question": TEXT, "why": CITED, "sensitive": "no", "changeable": "1"},
    "derived": {"title": TEXT, "sources": CITED},
    "constraint": {"text": TEXT},
    "rule": {"title": TEXT, "sources": CITED, "confidence": "high"},
    "determination": {"title": TEXT, "question": TEXT},
    "path": {"title": TEXT, "question": TEXT, "headline": []},
    "answer": {"undecided": UNDECIDED},
    "open_question": {"kind": "silent", "title": TEXT, "question": TEXT, "prudent": TEXT, "ask": []},
}
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
    if kind == "answer":
        whole["outcomes"] = {name: {**OUTCOME, **outcome} for name, outcome in whole["outcomes"].items()}
    if isinstance(whole.get("readings"), list):
        whole["readings"] = dict.fromkeys(whole["readings"], READING)
    if "series" in whole:
        whole["series"] = [{**PERIOD, **period} for period in whole["series"]]
    return whole


def column(body: Mapping[str, Any]) -> dict[str, Any]:
    """A column of a list of records, with its title and those of its options."""
    whole = {"title": TEXT, **body}
    return whole | ({"options": dict.fromkeys(whole["options"], TEXT)} if isinstance(whole.get("options"), list) else {})


def plain_answer(headline: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """The answer that says no more than the headline of a path: no under each unfavourable outcome, go under the others.

    `headline` holds the bodies of its determinations, each a `choose`: an outcome of the first, once none of the others is
    unfavourable, is an answer. Raises `KeyError` for a `collect`: a path with more to say has an answer of its own.
    """
    chosen = {name: body["choose"] for name, body in headline.items()}
    bad = {name: [o for o, body in choose.items() if body.get("favourable") == "no"] for name, choose in chosen.items()}
    against = {name: outcomes for name, outcomes in bad.items() if outcomes}
    free = {name: [one for one in choose if one not in bad[name]] for name, choose in chosen.items()}
    first, *others = chosen
    besides = [{name: free[name]} for name in others if name in against]
    answers = {f"{name}_{one}": {"state": "no", "when": {name: one}} for name, names in against.items() for one in names}
    for one in free[first] if all(free.values()) else ():
        answers[f"{first}_{one}"] = {"state": "go", "when": {"all": [{first: one}, *besides]}}
    return {"outcomes": answers, "bars": [{"outcomes": against}] if against else []}


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
