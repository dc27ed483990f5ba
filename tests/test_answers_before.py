"""Answers written from the law, by path, before the program was run on the cases.

A row keeps what was expected. Where the program answers otherwise, the row says what it answers and by what reason
one of the two was kept: a change of either is seen here.
"""

from pathlib import Path

import pytest
import yaml

from snia_advisor import advise
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import read_case

FOLDER = Path(__file__).parent / "answers_before"
PATHS = sorted(file.stem for file in FOLDER.glob("*.yaml"))
#: Cases a path must keep.
AT_LEAST = 12


def rows(path: str) -> list[dict]:
    return yaml.load((FOLDER / f"{path}.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)


def test_each_path_has_its_cases(rules: RuleBase) -> None:
    assert set(PATHS) == set(rules.paths)
    assert {path: len(rows(path)) for path in PATHS if len(rows(path)) < AT_LEAST} == {}


@pytest.mark.parametrize("path", PATHS)
def test_the_answer_is_the_one_written_before_or_the_difference_is_explained(path: str, rules: RuleBase) -> None:
    wrong = {}
    for row in rows(path):
        answer = advise(read_case(yaml.dump(row["case"], allow_unicode=True), row["id"], rules), rules).answer
        expected, outcomes = row["before"]["state"], row["before"]["outcomes"]
        if "now" in row:
            assert row["resolved"], row["id"]
            expected, outcomes = row["now"]["state"], [row["now"]["outcome"]]
        wanted = answer.state == expected and (not outcomes or (answer.id or "null") in outcomes)
        if not wanted:
            wrong[row["id"]] = (expected, outcomes, answer.state, answer.id)
    assert wrong == {}
