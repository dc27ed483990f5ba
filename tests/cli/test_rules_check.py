"""`snia rules check --counterexamples`: cases that show a yes over what bars it."""

from __future__ import annotations

import shutil
import stat
from pathlib import Path

import pytest

ALARM = "    work_begun:"
NEXT = "    too_young:"


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The golden law without its alarm about work begun before the visa."""
    monkeypatch.setattr("snia_advisor.questions.scenarios.files.scenarios_directory", lambda: Path("scenarios"))
    rules = tmp_path / "rules"
    shutil.copytree("rules", rules)
    law = rules / "law.yaml"
    text = law.read_text("utf-8")
    before, after = text.split(ALARM, 1)
    law.write_text(before + NEXT + after.split(NEXT, 1)[1], "utf-8")
    return rules


def test_a_case_is_written_for_what_is_not_proved(snia, broken: Path, tmp_path: Path) -> None:
    found = tmp_path / "found"
    found.mkdir()
    ran = snia("rules", "check", "--rules", str(broken), "--counterexamples", str(found), "--lang", "en")
    assert (ran.code, ran.err) == (1, "")
    assert "begun_early" in ran.out
    files = sorted(found.iterdir())
    assert files
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        _, outcome, bar, _ = file.name.split(".")
        answer = snia("check", str(file), "--rules", str(broken), "--json").json()["answer"]
        assert (answer["id"], answer["state"], bar) == (outcome, "wait", "begun_early")
        # The whole law does not give that answer.
        assert snia("check", str(file), "--rules", "rules", "--json").json()["answer"]["state"] == "stop"


def test_nothing_is_written_where_all_is_proved(snia, tmp_path: Path) -> None:
    snia("rules", "check", "--rules", "rules", "--counterexamples", str(tmp_path))
    assert list(tmp_path.iterdir()) == []


def test_a_directory_that_is_not_there_is_a_sentence(snia, broken: Path, tmp_path: Path) -> None:
    ran = snia("rules", "check", "--rules", str(broken), "--counterexamples", str(tmp_path / "absent"), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "absent" in ran.err


def test_a_case_of_others_is_replaced_by_force_only(snia, broken: Path, tmp_path: Path) -> None:
    asked = ("rules", "check", "--rules", str(broken), "--counterexamples", str(tmp_path), "--lang", "en")
    tree = set(tmp_path.iterdir())
    assert snia(*asked).code == 1
    assert snia(*asked, "--lang", "ar").code == 1  # its own work it replaces
    ours = sorted(set(tmp_path.iterdir()) - tree)
    ours[-1].write_text("mine\n", encoding="utf-8")
    refused = snia(*asked)
    assert (refused.code, refused.out) == (2, "")
    assert "--force" in refused.err
    assert ours[-1].read_text(encoding="utf-8") == "mine\n"
    assert snia(*asked, "--force").code == 1
    assert "mine" not in ours[-1].read_text(encoding="utf-8")
