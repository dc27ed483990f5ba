"""`docs/cli.md` is what the program says of itself, and it leaves nothing out."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from snia_advisor.messages import LANGUAGES, catalogue, set_language

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def make_cli() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_cli", DOCS / "make_cli.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_current(make_cli: ModuleType) -> None:
    written = (DOCS / "cli.md").read_text(encoding="utf-8")
    assert make_cli.page() == written, "run: python docs/make_cli.py"


def test_every_command_and_every_option_is_documented(make_cli: ModuleType) -> None:
    written = (DOCS / "cli.md").read_text(encoding="utf-8")
    names = []
    set_language("en")
    for path, command, context in make_cli.commands():
        section = written.partition(f"## `{path}`\n")[2].partition("\n## ")[0]
        assert section, path
        for param in command.get_params(context):
            for name in param.opts if param.param_type_name == "option" else [param.metavar]:
                assert name in section, (path, name)
        names.append(path)
    assert {"snia check", "snia why", "snia scenarios run", "snia rules show", "snia doctor"} <= set(names)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_has_a_help_text_and_an_example_in_every_language(make_cli: ModuleType, lang: str) -> None:
    set_language(lang)
    for _path, command, context in make_cli.commands():
        assert "eg_" + command.key in catalogue() or not command.key
        page = command.get_help(context)
        assert "--help" in page
        for param in command.get_params(context):
            assert param.help in catalogue()[_key(param.help, lang)]


def _key(text: str, lang: str) -> str:
    position = LANGUAGES.index(lang)
    return next(key for key, texts in catalogue().items() if texts[position] == text)
