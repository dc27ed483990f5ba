"""A name that is not there: one sentence for all, and the nearest name in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import Law

from snia_advisor.errors import BadInput, RuleBaseError
from snia_advisor.law.logic.reading import known, read_records, unknown
from snia_advisor.law.rulebase.base import RuleBase

PACKAGE = Path(__file__).parents[3] / "snia_advisor"


def test_a_known_name_is_given_back() -> None:
    assert known("unknown_path", "ground", ["ground", "other"], BadInput) == "ground"


@pytest.mark.parametrize("name", ["gruond", 7, None, ["ground"]])
def test_an_unknown_name_is_an_error_with_its_nearest(name: object) -> None:
    with pytest.raises(RuleBaseError) as caught:
        known("unknown_path", name, ["ground", "other"], RuleBaseError, place="f:3")
    assert (caught.value.key, caught.value.place, caught.value.args_["name"]) == ("unknown_path", "f:3", str(name))
    assert caught.value.args_["nearest"] == ("ground" if isinstance(name, (str, list)) else "ground, other")


def test_the_error_can_be_made_without_looking() -> None:
    made = unknown("unknown_path", "x", ["b", "a"], BadInput)
    assert isinstance(made, BadInput)
    assert made.args_ == {"name": "x", "nearest": "a, b"}


def test_a_table_gives_its_entry_or_the_nearest_name(rules: RuleBase) -> None:
    first = next(iter(rules.paths))
    assert rules.paths.named("unknown_path", first) is rules.paths[first]
    with pytest.raises(BadInput) as caught:
        rules.paths.named("unknown_path", first + "x", place="here")
    assert (caught.value.args_["nearest"], caught.value.place) == (first, "here")


def test_the_nearest_name_is_looked_for_in_one_place() -> None:
    """Forty places wrote `if name not in table: raise ... nearest(name, table)`."""
    written = re.compile(r"nearest=nearest\(")
    found = {
        file.relative_to(PACKAGE).as_posix(): len(written.findall(file.read_text(encoding="utf-8")))
        for file in PACKAGE.rglob("*.py")
        if written.search(file.read_text(encoding="utf-8"))
    }
    # These say the value as it was typed, not the name that was looked for.
    assert found == {"law/logic/reading.py": 1, "law/rulebase/local_days.py": 1, "cli/plan.py": 1}


@pytest.mark.parametrize("written", ["many", 7, {"pay": "4"}, ["many"], [{"pay": "4"}, "many"]])
def test_what_is_not_a_list_of_records_is_refused(law: Law, written: object) -> None:
    base = law("- fact: shop.staff\n  type: records\n  fields: {pay: {type: integer}}\n")
    with pytest.raises(BadInput) as caught:
        read_records(base.facts["shop.staff"], written, base, BadInput)
    assert (caught.value.key, caught.value.args_) == ("records_expected", {"name": "shop.staff", "columns": "pay"})
