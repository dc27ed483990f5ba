"""Write the JSON Schemas of docs/schemas/ from the program and its rule base.

    python docs/make_schemas.py

Editors complete and check rule and scenario files with them while one types. A test compares them with what the program
says, so they are written again whenever a fact, a path or a model changes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from snia_advisor.law.rulebase.load import load_rules  # noqa: E402
from snia_advisor.questions.lawbook.schemas import NAMES, schema  # noqa: E402


def written(name: str) -> str:
    """The schema `name` as its file holds it: stable, and readable in a diff."""
    return json.dumps(schema(name, load_rules(ROOT / "rules")), ensure_ascii=False, indent=1) + "\n"


def main() -> None:
    """Write every file."""
    for name in NAMES:
        (ROOT / "docs" / "schemas" / f"{name}.json").write_text(written(name), encoding="utf-8")


if __name__ == "__main__":
    main()
