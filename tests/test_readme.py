"""What the README shows is what the program says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from snia_advisor.cli.main import main
from snia_advisor.cli.tree import COMMANDS
from snia_advisor.messages import set_language

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL = re.findall(r"^```sh\n(.*?)^```", README, re.M | re.S)


def _run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(list(words))
    return code, capsys.readouterr().out


@pytest.mark.usefixtures("at_a_terminal")
def test_the_first_screen_is_the_real_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """Every line of the first screen stands in the output, in that order; a line of dots leaves some out."""
    set_language("en")
    scenario = SHELL[0].split()[-1]
    code, out = _run(capsys, "check", str(ROOT / scenario), "--lang", "en")
    assert code == 0
    lines = iter(out.splitlines())
    shown = README.split("```text\n", 1)[1].split("\n```", 1)[0].splitlines()
    for line in shown:
        assert line == "…" or not line or line in lines, line


def test_two_commands_install_run_and_test() -> None:
    assert len(SHELL) == 2
    assert all("-DPyEval_CallObject=PyObject_CallObject" in command for command in SHELL)
    assert "snia check scenarios/" in SHELL[0]
    assert SHELL[1].strip().endswith("pytest")


def test_the_case_that_is_shown_is_answered(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(re.findall(r"^```yaml\n(on:.*?)^```", README, re.M | re.S)[0], encoding="utf-8")
    code, out = _run(capsys, "check", str(case), "--lang", "fr")
    assert code == 0
    assert out


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`snia (\w+)", README))))
def test_every_command_named_exists(command: str) -> None:
    assert command in COMMANDS
