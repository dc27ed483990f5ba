"""The door: typer by its public names only, nothing heavy before a command runs, one place that writes a reply."""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from snia_advisor.answer.telling.document import Document
from snia_advisor.cli import reply, tree
from snia_advisor.cli.reply import Reply, write
from snia_advisor.errors import BadInput
from snia_advisor.version import __version__

CLI = Path(tree.__file__).parent
FILES = sorted(CLI.glob("*.py"))
COMMANDS = [
    key for name, below in tree.COMMANDS.items() for key in ([name] if below is None else [f"{name}_{b}" for b in below])
]
PYTHONS_OWN = ("__future__", "__name__", "__signature__", "__traceback__", "__version__")
HEAVY = {"pydantic", "yaml", "rich", "durable_rules_engine"}


def private_names(text: str) -> list[str]:
    """Names with an underscore in front that are reached for in another object or module; the file's own are its own."""
    reached = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Attribute) and not (isinstance(node.value, ast.Name) and node.value.id == "self"):
            reached.append(node.attr)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            reached += [part for alias in node.names for part in alias.name.split(".")]
            reached += (getattr(node, "module", None) or "").split(".")
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("getattr", "setattr", "import_module"):
            reached += [str(arg.value) for arg in node.args if isinstance(arg, ast.Constant)]
            reached += [part.attr for arg in node.args for part in ast.walk(arg) if isinstance(part, ast.Attribute)]
    return [name for name in reached if name.startswith("_") and name not in PYTHONS_OWN]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_typer_is_used_by_its_public_names(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert private_names(text) == []
    assert "import click" not in text


def test_private_names_are_seen() -> None:
    seen = "param._runtime_param = 1; import_module(typer.BadParameter.__module__); from typer._click import core"
    assert set(private_names(seen)) == {"_runtime_param", "__module__", "_click"}


@pytest.mark.parametrize("key", COMMANDS)
def test_a_command_returns_its_reply(key: str) -> None:
    run = import_module(f"snia_advisor.cli.{key}").run
    assert inspect.signature(run, eval_str=True).return_annotation is Reply


def test_a_command_module_imports_nothing_heavy_at_its_head() -> None:
    modules = "".join(f"import snia_advisor.cli.{key};" for key in COMMANDS)
    code = modules + f"import sys; print(sorted({{m.split('.')[0] for m in sys.modules}} & {HEAVY}))"
    code += ";print(sorted(m for m in sys.modules if m.startswith(('snia_advisor.law', 'snia_advisor.questions'))))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=CLI.parents[1], check=True)
    assert ran.stdout.split("\n")[:2] == ["[]", "[]"]


def test_one_place_writes_a_reply() -> None:
    """Help, version and completion are written by the tree; notes and errors go to standard error."""
    writes = {"show_document", "as_shown", "emit_json", "emit_as_it_is", "write_file", "note_written", "as_text"}
    writing = {f.name for f in FILES if writes & {n.name for node in ast.walk(ast.parse(f.read_text(encoding="utf-8")))
                                                  if isinstance(node, ast.ImportFrom) for n in node.names}}  # fmt: skip
    assert writing == {"reply.py", "help.py"}


# --- writing -----------------------------------------------------------------------------------------------------


def page() -> Document:
    document = Document("fr")
    document.para("oui")
    return document


ANSWER = Reply(page, lambda: {"oui": 1}, 3, others={"ics": lambda: "BEGIN\r\n"})


def test_a_reply_is_written_as_asked(capsys: pytest.CaptureFixture[str]) -> None:
    for options, text in (
        ({}, "oui\n"),
        ({"json": True}, '{\n  "oui": 1\n}\n'),
        ({"format_": "text", "path": "x"}, "oui\n"),
    ):
        assert write(ANSWER, **options) == 3
        assert capsys.readouterr().out == text
    assert write(Reply(record=lambda: [1])) == 0
    assert capsys.readouterr().out == "[\n  1\n]\n"
    assert write(Reply()) == 0
    assert capsys.readouterr().out == ""


def test_what_is_not_wanted_is_not_made(capsys: pytest.CaptureFixture[str]) -> None:
    def never() -> Document:
        raise AssertionError

    write(Reply(never, lambda: 1), json=True)
    write(Reply(page, never))
    assert capsys.readouterr().out == "1\noui\n"


@pytest.mark.parametrize(
    ("extension", "text"),
    [("txt", f"oui\nÉcrit par snia_advisor {__version__}\n"), ("JSON", '{\n  "oui": 1\n}\n'), ("ics", "BEGIN\r\n")],
)
def test_a_reply_goes_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str], extension: str, text: str) -> None:
    file = tmp_path / f"out.{extension}"
    assert write(ANSWER, output=str(file)) == 3
    out, err = capsys.readouterr()
    assert (file.read_bytes().decode(), out, str(file) in err) == (text, "", True)
    with pytest.raises(BadInput, match=r"\.txt, \.json, \.ics"):
        write(ANSWER, output=str(tmp_path / "out.pdf"))
    write(Reply(), output=str(tmp_path / "none.txt"))  # a conversation that was left writes nothing
    assert [one.name for one in tmp_path.iterdir()] == [file.name]


def test_files_beside_the_answer_come_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beside = {str(tmp_path / "missing" / "x"): lambda: "x"}
    with pytest.raises(BadInput):
        write(Reply(page, files=beside))
    assert capsys.readouterr().out == ""
    assert reply.__doc__
