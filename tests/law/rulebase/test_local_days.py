"""The user's own file of days: read strictly, and what is wrong is said with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snia_advisor.errors import BadInput
from snia_advisor.law.model.closed_days import LocalDays
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.local_days import load_local_days, read_local_days, read_weekdays
from snia_advisor.messages import LANGUAGES

WHOLE = """
# bridges of the office in Rabat
closed:
  - {day: 2026-12-24, title: "  pont   de fin d'année "}
  - {title: inventaire, day: 2026-12-31}
open: [{day: 2026-12-26}]
feasts:
  - {feast_day: adha_2027, first_day: 2027-05-16}
weekly_rest: [sunday, friday]
"""


def test_a_whole_file(rules: RuleBase) -> None:
    assert read_local_days(WHOLE, "days.yaml", rules) == LocalDays(
        {date(2026, 12, 24): "pont de fin d'année", date(2026, 12, 31): "inventaire"},
        frozenset({date(2026, 12, 26)}),
        {"adha_2027": date(2027, 5, 16)},
        ("friday", "sunday"),
    )


@pytest.mark.parametrize("text", ["{}", "open: [{day: 2026-12-26}]", '{"weekly_rest": ["sunday"]}'])
def test_every_key_is_optional(rules: RuleBase, text: str) -> None:
    found = read_local_days(text, "days.yaml", rules)
    assert found.closed == {}
    assert found.feasts == {}


WRONG = {
    "- a": (1, "days_not_map", "closed, open, feasts, weekly_rest"),
    "closd: []": (1, "days_unknown_key", "closed"),
    "\nclosed: 2026-12-24": (2, "days_list", "closed: [{day: 2026-12-24"),
    "closed: []": (1, "days_list", "closed"),
    "closed:\n  - 2026-12-24": (2, "days_item", "day:"),
    "closed:\n  - {day: 2026-12-24}": (2, "days_lacks", "title"),
    "closed:\n  - {day: 2026-12-24, title: a, why: b}": (2, "days_unknown_key", "why"),
    "closed:\n  - {day: 2026-12-24, titel: a}": (2, "days_unknown_key", "title"),
    "closed:\n  - {day: 24/12/2026, title: a}": (2, "date_expected", "24/12/2026"),
    "closed:\n  - {day: 2026-02-30, title: a}": (2, "date_expected", "2026-02-30"),
    "closed:\n  - {day: [2026-12-24], title: a}": (2, "single_expected", "day"),
    "closed:\n  - day: 2026-12-24\n    title: {fr: a}": (3, "single_expected", "title"),
    'closed:\n  - {day: 2026-12-24, title: " "}': (2, "days_title", "100"),
    "closed:\n  - {day: 2026-12-24, title: " + "a" * 101 + "}": (2, "days_title", "100"),
    "closed:\n  - {day: 2026-12-24, title: a}\n  - {day: 2026-12-24, title: b}": (3, "days_twice", "2"),
    "closed:\n  - {day: 2026-12-24, title: a}\nopen:\n  - {day: 2026-12-24}": (4, "days_twice", "2026-12-24"),
    "open:\n  - {day: 2026-12-24, title: a}": (2, "days_unknown_key", "title"),
    "feasts:\n  - {feast_day: adha_2072, first_day: 2027-05-16}": (2, "days_feast", "adha_20"),
    "feasts:\n  - feast_day: adha_2027\n    first_day: 2026-05-16": (3, "days_feast_far", "adha_2027"),
    "feasts:\n  - {feast_day: adha_2027, first_day: 2027-05-16}\n  - {feast_day: adha_2027, first_day: 2027-05-17}": (
        3,
        "days_twice",
        "adha_2027",
    ),
    "weekly_rest: sunday": (1, "days_list", "sunday"),
    "weekly_rest: [sonday]": (1, "days_weekday", "sunday"),
    "weekly_rest: [[sunday]]": (1, "days_item", "sunday"),
    "weekly_rest: [monday, tuesday, wednesday, thursday, friday, saturday, sunday]": (1, "days_rest", ""),
    "open: [{day: 2026-12-24}]\nopen: [{day: 2026-12-25}]": (2, "yaml_duplicate", "open"),
    "open: &a [{day: 2026-12-24}]": (1, "yaml_anchor", "&"),
    "open: [{day: 2026-12-24}": (2, "yaml_syntax", ""),
}


@pytest.mark.parametrize("text", WRONG)
def test_what_is_wrong_is_said_with_its_line(rules: RuleBase, text: str) -> None:
    line, key, named = WRONG[text]
    with pytest.raises(BadInput) as caught:
        read_local_days(text, "days.yaml", rules)
    assert caught.value.key == key
    for lang in LANGUAGES:
        said = caught.value.sentence(lang)
        assert said.startswith(f"days.yaml:{line}: ")
        assert named in said


def test_a_feast_moves_by_three_days_at_most(rules: RuleBase) -> None:
    first = rules.feast_days["adha_2027"].first_day
    for days, good in ((-4, False), (-3, True), (3, True), (4, False)):
        moved = date.fromordinal(first.toordinal() + days)
        text = f"feasts: [{{feast_day: adha_2027, first_day: {moved}}}]"
        if good:
            assert read_local_days(text, "f", rules).feasts == {"adha_2027": moved}
        else:
            with pytest.raises(BadInput):
                read_local_days(text, "f", rules)


@pytest.mark.parametrize("words", [["sunday"], ["Dimanche"], [" الأحد "], ["SUNDAY", "sunday"]])
def test_weekdays_in_three_languages(words: list[str]) -> None:
    assert read_weekdays(words) == ("sunday",)


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_a_sentence(rules: RuleBase, text: str) -> None:
    try:
        found = read_local_days(text, "f", rules)
    except BadInput as problem:
        assert problem.sentence("fr").startswith("f") or problem.key == "file_empty"  # noqa: PT017 - either way is good
    else:
        assert found == LocalDays()


@pytest.mark.parametrize("text", ["", "  \n", "# nothing\n"])
def test_an_empty_file_is_told_what_it_may_hold(rules: RuleBase, tmp_path: Path, text: str) -> None:
    file = tmp_path / "days.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(BadInput) as caught:
        load_local_days(str(file), rules)
    said = caught.value.sentence("en")
    assert said.startswith(f"{file}: ")
    assert "closed, open, feasts, weekly_rest" in said


def test_a_file_that_is_not_there(rules: RuleBase, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        load_local_days(str(tmp_path / "absent.yaml"), rules)
    assert caught.value.key == "file_not_found"
