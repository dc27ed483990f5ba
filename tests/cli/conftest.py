"""Running `snia` inside the test, on the small law of `tests/golden`."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from snia_advisor.cli.main import main

GOLDEN = Path(__file__).parents[1] / "golden"


@dataclass(frozen=True)
class Ran:
    """What a command gave: its exit code, what it wrote and where."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Standard output as one JSON document."""
        return json.loads(self.out)


Snia = Callable[..., Ran]


@pytest.fixture(autouse=True)
def _plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "LC_ALL",
        "LC_MESSAGES",
        "NO_COLOR",
        "FORCE_COLOR",
        "SNIA_DEBUG",
        "SNIA_RULES",
        "COLUMNS",
        "LINES",
        "PAGER",
        "LESS",
        "_SNIA_COMPLETE",
    ):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("snia_advisor.messages._current", None)  # put back afterwards: other tests speak their own language
    monkeypatch.setenv("SNIA_LANG", "fr")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.chdir(GOLDEN)


@pytest.fixture
def snia(capsys: pytest.CaptureFixture[str]) -> Snia:
    """A function that runs `snia` with the arguments it is given."""

    def run(*args: str) -> Ran:
        capsys.readouterr()
        code = main(list(args))
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run
