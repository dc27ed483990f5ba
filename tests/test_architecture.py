"""The house: one room, one noun; arrows go one way; nothing in it knows the law or the network."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from snia_advisor.law.rulebase.base import RuleBase

PACKAGE = Path(__file__).parents[1] / "snia_advisor"
FILES = sorted(PACKAGE.rglob("*.py"))
FLOOR = {"errors", "messages", "version"}
# Which rooms a room may import, besides its own and the floor.
# cli -> render -> (interview | analysis | scenarios) -> advice -> (engine | calendar | rulebase) -> logic -> model
GROUND = {"model", "logic"}
ALLOWED: dict[str, set[str]] = {
    "errors": {"messages"},
    "messages": set(),
    "version": set(),
    "model": set(),
    "logic": {"model"},
    "rulebase": GROUND,
    "engine": GROUND,
    "calendar": GROUND,
    "advice": GROUND | {"rulebase", "engine", "calendar"},
    "interview": GROUND | {"rulebase", "advice"},
    "analysis": GROUND | {"rulebase", "calendar", "advice", "engine.compile"},
    "scenarios": GROUND | {"rulebase", "advice"},
    "render": GROUND | {"rulebase", "calendar", "advice", "interview", "analysis", "scenarios"},
    "cli": GROUND | {"rulebase", "engine", "calendar", "advice", "interview", "analysis", "scenarios", "render"},
    "__init__": {"model", "rulebase", "advice", "version"},
    "__main__": {"cli"},
}
NETWORK = {
    "socket",
    "ssl",
    "http",
    "urllib",
    "requests",
    "httpx",
    "aiohttp",
    "asyncio",
    "ftplib",
    "smtplib",
    "socketserver",
    "xmlrpc",
}
LINES = 350
# Numbers that happen to be a fine, a rate or a ceiling somewhere: percentages and the plural of Arabic, the likeness of two
# words, the size of a file.
ARITHMETIC = {"100", "0.50", "2000000"}
# Longer by nature: catalogues of sentences, and the entries of the rule base, one class a kind.
LONGER = {"messages/errors.py": 600, "messages/answer.py": 600, "messages/cli.py": 600, "law/model/entries.py": 500}


def named(file: Path) -> str:
    return file.relative_to(PACKAGE).as_posix()


def room(file: Path) -> str:
    """The room a file stands in."""
    parts = file.relative_to(PACKAGE).parts
    return parts[0] if len(parts) > 1 else file.stem


def imports(file: Path) -> Iterator[str]:
    """The modules that a file imports, anywhere in it, by their full names."""
    package = ["snia_advisor", *file.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            # `from . import words` names a module; `from .words import say` does not.
            yield from (f"{module}.{alias.name}" for alias in node.names) if not node.module else iter([module])


def own(module: str) -> list[str]:
    """The path of a module inside the package; empty for a foreign one."""
    first, *rest = module.split(".")
    return rest if first == "snia_advisor" else []


# --- arrows ------------------------------------------------------------------------------------------------------


def test_every_room_is_known() -> None:
    assert {room(file) for file in FILES} <= set(ALLOWED)
    assert len(FILES) > 50


@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_arrows_go_one_way(name: str) -> None:
    wrong = []
    for file in (file for file in FILES if room(file) == name):
        for module in imports(file):
            path = own(module)
            if path and path[0] != name and path[0] not in FLOOR - {name}:
                allowed = path[0] in ALLOWED[name] or ".".join(path[:2]) in ALLOWED[name]
                if not allowed:
                    wrong.append(f"{named(file)} imports {module}")
    assert wrong == []


def test_the_table_of_arrows_has_no_circle() -> None:
    """Were a circle allowed here, the test above would not notice one in the code."""
    order: list[str] = []
    pending = {name: {other.split(".")[0] for other in others} for name, others in ALLOWED.items()}
    while pending:
        ready = sorted(name for name, others in pending.items() if not others & pending.keys())
        assert ready, pending
        order += ready
        pending = {name: others for name, others in pending.items() if name not in ready}
    assert (
        order.index("model") < order.index("logic") < order.index("rulebase") < order.index("advice") < order.index("render")
    )


def test_the_floor_imports_nothing() -> None:
    for file in FILES:
        if room(file) in FLOOR:
            assert {own(module)[0] for module in imports(file) if own(module)} <= FLOOR, named(file)


# --- what nobody may touch ---------------------------------------------------------------------------------------


def test_the_program_never_touches_the_network() -> None:
    """A case is a person's; it does not leave the machine."""
    found = [f"{named(file)}: {module}" for file in FILES for module in imports(file) if module.split(".")[0] in NETWORK]
    assert found == []


def test_one_file_touches_the_engine() -> None:
    found = {
        named(file) for file in FILES if any(m.split(".")[0] in ("durable_rules_engine", "durable") for m in imports(file))
    }
    assert found == {"law/engine/adapter.py"}
    spoken = [named(file) for file in FILES if "import_module" in file.read_text() and "durable" in file.read_text()]
    assert spoken == []


def test_only_declared_packages_are_imported() -> None:
    """Five at run time, as the decision record says."""
    known = {"snia_advisor", "pydantic", "yaml", "durable_rules_engine", "typer", "rich", "click"}
    foreign = {m.split(".")[0] for file in FILES for m in imports(file)} - set(sys.stdlib_module_names)
    assert foreign <= known


def test_only_the_command_line_prints() -> None:
    found = []
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            prints = isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
            writes = isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr")
            if ((prints or writes) and room(file) not in ("cli", "render")) or (prints and room(file) != "cli"):
                found.append(f"{named(file)}:{node.lineno}")
    assert found == []


def test_nothing_is_executed_that_is_read() -> None:
    """No eval, no exec, no pickle of what comes from outside, no shell."""
    calls = {"eval", "exec", "compile", "__import__"}
    for file in FILES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
        assert not names & calls, named(file)
        assert not {"pickle", "marshal", "subprocess", "shelve"} & {m.split(".")[0] for m in imports(file)}, named(file)


# --- the law is data ---------------------------------------------------------------------------------------------


def literals(file: Path) -> Iterator[tuple[int, object]]:
    """The numbers and texts of a file with their lines; docstrings, where examples stand, are left out."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in docs and isinstance(node.value, (int, float, str)):
            yield node.lineno, node.value


def legal_numbers(rules: RuleBase) -> set[str]:
    """The values of the parameters that could not be there by chance: three digits or more, or decimals."""
    found: set[str] = set()
    for parameter in rules.parameters.values():
        for period in parameter.series:
            rows = period.value if isinstance(period.value, list) else [period.value]
            for row in rows:
                found |= {str(value) for value in (row.values() if isinstance(row, dict) else [row])}
    return {value for value in found if telling(value)} - ARITHMETIC


def telling(value: str) -> bool:
    """A number that could not be there by chance: three digits or more, or decimals that are not all zero."""
    whole, _, decimals = value.lstrip("-").partition(".")
    return len(whole) >= 3 or bool(decimals.strip("0"))


def legal_references(rules: RuleBase) -> set[str]:
    """The numbers of laws, decrees and orders, as their identifiers in the registry hold them."""
    return {match for name in rules.sources for match in re.findall(r"\d+-\d{2,}(?:-\d+)?", name)}


def test_no_legal_number_in_the_program(rules: RuleBase) -> None:
    """Adding a fine, a ceiling or a list takes no Python; so none may be written in it."""
    numbers, references = legal_numbers(rules), legal_references(rules)
    assert {"17.92", "5000"} <= numbers
    assert "1356-19" in references
    as_numbers = {Decimal(value) for value in numbers if re.fullmatch(r"-?\d+(\.\d+)?", value)}
    found = []
    for file in FILES:
        for line, value in literals(file):
            if isinstance(value, bool):
                continue
            if isinstance(value, str):
                written = set(re.findall(r"\d+(?:[.\u00a0 ]\d{2,3})*", value)) | set(
                    re.findall(r"\d{4}-\d{2}-\d{2}|\d+-\d{2,}(?:-\d+)?", value)
                )
                plain = {text.replace("\u00a0", "").replace(" ", "") for text in written}
                if (written | plain) & (numbers | references):
                    found.append(f"{named(file)}:{line}: {value!r}")
            elif Decimal(str(value)) in as_numbers:
                found.append(f"{named(file)}:{line}: {value}")
    assert found == []


def test_no_rule_fact_or_source_is_named_in_the_program(rules: RuleBase) -> None:
    """What the program knows by name is little, and none of it is law: the date its dossier ends, the list of obstacles."""
    known = {"law_known_to", "law_checked_from", "obstacles"}
    names = {
        name
        for kind, table in rules.tables().items()
        if kind in ("fact", "rule", "determination", "parameter", "source", "open_question", "derived", "procedure")
        for name in table
        if len(name) > 5 and ("_" in name or "." in name or "-" in name or kind in ("determination",))
    }
    found = []
    for file in FILES:
        if room(file) == "messages":
            continue  # sentences give examples
        for line, value in literals(file):
            if isinstance(value, str) and value in names - known:
                found.append(f"{named(file)}:{line}: {value}")
    assert found == []


# --- taste -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("file", FILES, ids=named)
def test_a_module_is_short_and_says_what_it_is(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGER.get(named(file), LINES)
    tree = ast.parse(text)
    assert ast.get_docstring(tree), "no docstring"
    for node in tree.body:
        check_documented(node)


def check_documented(node: ast.stmt) -> None:
    """Every public function and class says what it does."""
    if not isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) or node.name.startswith("_"):
        return
    assert ast.get_docstring(node) or trivial(node), f"{node.name}, line {node.lineno}: no docstring"


def trivial(node: ast.AST) -> bool:
    """A class without a body of its own: a form of words, such as the parts of a condition."""
    fields = (ast.AnnAssign, ast.Pass, ast.Expr)
    return (
        isinstance(node, ast.ClassDef) and bool(node.decorator_list) and all(isinstance(part, fields) for part in node.body)
    )


def test_no_room_is_called_utils() -> None:
    assert not [named(file) for file in FILES if re.search(r"util|helper|common|misc", named(file))]


def test_nothing_is_written_at_run_time() -> None:
    """Only the command line writes, and only what it was asked to."""
    writing = re.compile(r"\.write_text\(|\.write_bytes\(|\bopen\([^)]*[\"'][wax]")
    found = {named(file) for file in FILES if writing.search(file.read_text(encoding="utf-8"))}
    assert {name.split("/")[0] for name in found} <= {"cli"}
