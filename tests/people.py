"""Ten people with a case each, for the tests and for the page that shows what they read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent


def read(file: Path) -> Any:
    """A file whose scalars stay text: the program reads them."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


PEOPLE = read(HERE / "people.yaml")


def case_of(person: dict[str, Any]) -> dict[str, Any]:
    """The case of a person: its own, or that of a scenario with some facts set."""
    if "case" in person:
        return dict(person["case"])
    case = read(HERE.parent / "scenarios" / f"{person['scenario']}.yaml")["case"]
    for group, facts in person.get("set", {}).items():
        case[group].update(facts)
    return dict(case)
