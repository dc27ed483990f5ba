"""A small law that does not exist, for tests that need a whole rule base: who may fish in a river.

It stands in `tests/law/rulebase/good/`, is complete and clean, and changes only when a test wants it; the real law changes
when Parliament does.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from snia_advisor.answer.advice.advise import advise
from snia_advisor.law.model.advice import Advice
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules

GOOD = Path(__file__).parent / "law" / "rulebase" / "good"
ON = date(2026, 6, 1)
# Everything a permit needs is known, and no exemption holds.
REQUIRED: dict[str, Any] = {
    "on": ON,
    "path": "fish",
    "angler": {"birth_date": date(1990, 1, 1), "ties": [], "permit_expires": None},
    "trip": {"water": "RIVER", "rods": 2, "tournament": False, "catch_weight": None, "began_on": date(2026, 5, 31)},
}


def fishing() -> RuleBase:
    """The law as it stands."""
    return load_rules(GOOD)


def altered(directory: Path, changes: Mapping[str, str] | None = None, added: str = "") -> Path:
    """A copy of the law below `directory`: every key of `changes` replaced by its value, `added` in a file of its own.

    A text that is not there is an error: a test must not pass because it changed nothing.
    """
    rules = directory / "rules"
    shutil.copytree(GOOD, rules)
    for old, new in (changes or {}).items():
        files = [file for file in sorted(rules.glob("*.yaml")) if old in file.read_text(encoding="utf-8")]
        assert files, f"not in the law: {old}"
        for file in files:
            file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    if added:
        (rules / "zz_added.yaml").write_text(added, encoding="utf-8")
    return rules


def case(**groups: Any) -> dict[str, Any]:
    """The case in which a permit is required, with some facts changed; `trip={"rods": unknown}` forgets a fact."""
    values: dict[str, Any] = {**REQUIRED, **{k: v for k, v in groups.items() if not isinstance(v, Mapping)}}
    for group, facts in groups.items():
        if isinstance(facts, Mapping):
            merged = {**values.get(group, {}), **facts}
            values[group] = {name: value for name, value in merged.items() if value is not unknown}
    return {name: value for name, value in values.items() if value is not unknown}


def ask(base: RuleBase | None = None, lang: str = "en", **groups: Any) -> Advice:
    """The advice on `case(**groups)`."""
    return advise(case(**groups), base or fishing(), lang=lang)


unknown: Any = type("Unknown", (), {"__repr__": lambda self: "unknown"})()
