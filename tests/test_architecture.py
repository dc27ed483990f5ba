"""The house: one room, one noun; arrows go one way; nothing in it knows the law or the network."""

from __future__ import annotations

import ast
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from snia_advisor.law.rulebase.base import RuleBase

PACKAGE = Path(__file__).parents[1] / "snia_advisor"
DOCS = PACKAGE.parent / "docs"
FILES = sorted(PACKAGE.rglob("*.py"))
# The house: a wing may read the wings to its right; a room may read the rooms to its right in its own wing, and no other.
WINGS = "cli -> questions -> answer -> law -> errors version -> messages"
ROOMS = {
    "law": "rulebase engine calendar -> logic -> model",
    "answer": "advice page -> planning -> deciding timing -> telling",
    "questions": "plan ask why compare watch checks lawbook scenarios",
}
# A question stands alone, but for these: what changes on a day is told as a comparison; the lawbook shows every record.
BETWEEN_QUESTIONS = {("watch", "compare"), *(("lawbook", room) for room in ("compare", "scenarios", "watch", "why"))}
MOST_BETWEEN_QUESTIONS = 6
MOST_FILES = 15  # in one folder, but for `cli`: one file a command
DOORS = {"__init__": {"answer", "law", "version"}, "__main__": {"cli"}}
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


def place(path: Sequence[str]) -> tuple[str, str]:
    """The wing and the room of a module, named by its path inside the package; a wing without rooms is its own room."""
    wing, *rest = path
    return wing, rest[0] if wing in ROOMS and rest else wing


def place_of(file: Path) -> tuple[str, str]:
    """The wing and the room that a file stands in."""
    return place(
        [part.removesuffix(".py") for part in file.relative_to(PACKAGE).parts if part != "__init__.py"] or ["__init__"]
    )


def wing(file: Path) -> str:
    """The wing a file stands in."""
    return place_of(file)[0]


def imports(file: Path) -> Iterator[str]:
    """The modules that a file imports, anywhere in it, by their full names."""
    package = ["snia_advisor", *file.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            start = package[: len(package) - node.level + 1] if node.level else []
            module = ".".join([*start, *([node.module] if node.module else [])])
            for alias in node.names:  # `from . import words` names a module; `from .words import say` does not
                whole = f"{module}.{alias.name}"
                yield (
                    whole
                    if not node.module or PACKAGE.parent.joinpath(*whole.split(".")).with_suffix(".py").exists()
                    else module
                )


def module_of(file: Path) -> str:
    """The full name of a module of the package."""
    parts = file.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def modules_read(file: Path) -> set[str]:
    """The modules of the package that a file imports; a name that is taken from a module stands for the module."""
    modules = {module_of(other) for other in FILES}
    return {module for module in imports(file) if module in modules}


def own(module: str) -> list[str]:
    """The path of a module inside the package; empty for a foreign one."""
    first, *rest = module.split(".")
    return rest if first == "snia_advisor" else []


# --- arrows ------------------------------------------------------------------------------------------------------


def right_of(row: str, name: str) -> set[str]:
    """What stands to the right of a name in a row of arrows."""
    floors = [floor.split() for floor in row.split("->")]
    here = next(number for number, floor in enumerate(floors) if name in floor)
    return {other for floor in floors[here + 1 :] for other in floor}


def allowed(here: tuple[str, str], there: tuple[str, str]) -> bool:
    """Whether a file of one room may read a file of another."""
    if here == there:
        return True
    if here[0] in DOORS:
        return there[0] in DOORS[here[0]]
    if here[0] != there[0]:
        return there[0] in right_of(WINGS, here[0])
    return there[1] in right_of(ROOMS[here[0]], here[1]) or (here[1], there[1]) in BETWEEN_QUESTIONS


def test_every_room_is_known() -> None:
    known = {(name, name) for name in [*re.findall(r"\w+", WINGS), *DOORS]}
    known |= {(name, room) for name, row in ROOMS.items() for room in re.findall(r"\w+", row)}
    assert {place_of(file) for file in FILES} == known


@pytest.mark.parametrize("name", [*re.findall(r"\w+", WINGS), *DOORS])
def test_arrows_go_one_way(name: str) -> None:
    wrong = [
        f"{named(file)} imports {module}"
        for file in FILES
        if wing(file) == name
        for module in imports(file)
        if own(module) and not allowed(place_of(file), place(own(module)))
    ]
    assert wrong == []


def test_the_questions_stand_alone() -> None:
    """Each arrow between two of them is drawn because it is used, and there are few."""
    read = {
        (place_of(file)[1], place(own(module))[1])
        for file in FILES
        if wing(file) == "questions"
        for module in imports(file)
        if own(module)[:1] == ["questions"] and place_of(file) != place(own(module))
    }
    assert read == BETWEEN_QUESTIONS
    assert len(read) <= MOST_BETWEEN_QUESTIONS


def test_no_file_reads_itself_through_others() -> None:
    """Imports within a function and those for types count: two files that need each other are one."""
    pending = {module_of(file): {module for module in modules_read(file) if module != module_of(file)} for file in FILES}
    while ready := {name for name, read in pending.items() if not read & pending.keys()}:
        pending = {name: read for name, read in pending.items() if name not in ready}
    assert sorted(pending) == []  # each of these stands on a circle, or above one


def test_a_folder_is_seen_at_a_glance() -> None:
    sizes = Counter(file.parent.relative_to(PACKAGE).as_posix() for file in FILES if file.name != "__init__.py")
    assert {folder: files for folder, files in sizes.items() if files > MOST_FILES}.keys() <= {"cli"}


def test_the_house_is_described_as_it_stands() -> None:
    """`docs/house.md` has a line for every room, and the files that the documents name are there."""
    house = (DOCS / "house.md").read_text(encoding="utf-8")
    rooms = {room for row in ROOMS.values() for room in re.findall(r"\w+", row)}
    assert rooms <= set(re.findall(r"^\| `(\w+)` \|", house, re.MULTILINE))
    assert all(f"`{row}`" in house for wing, row in ROOMS.items() if wing != "questions")
    told = {
        name for page in DOCS.rglob("*.md") for name in re.findall(r"`((?:\w+/)+\w+\.py)`", page.read_text(encoding="utf-8"))
    }
    assert len(told) > 20
    assert {name for name in told if not any((root / name).exists() for root in (PACKAGE, PACKAGE.parent))} == set()


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


def test_one_file_writes_and_few_know_the_terminal() -> None:
    """A page is written where output is; a conversation and the installation check look at what they are on."""
    prints, streams = set(), set()
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print":
                prints.add(named(file))
            if isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr") and wing(file) != "cli":
                streams.add(named(file))
    assert prints == {"answer/telling/output.py"}
    assert streams == {"answer/telling/output.py", "questions/ask/terminal.py", "questions/checks/doctor.py"}


def test_nothing_is_executed_that_is_read() -> None:
    """No eval, no exec, no pickle of what comes from outside, no shell; a process only for the person's own pager."""
    calls = {"eval", "exec", "compile", "__import__"}
    for file in FILES:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        names = {n.func.id for n in ast.walk(tree) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
        assert not names & calls, named(file)
        loaded = {"pickle", "marshal", "subprocess", "shelve"} & {m.split(".")[0] for m in imports(file)}
        assert loaded == ({"subprocess"} if named(file) == "answer/telling/pager.py" else set()), named(file)
        assert "shell=" not in file.read_text(encoding="utf-8"), named(file)


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
    known = {"law_known_to", "law_notes_to", "law_checked_from", "obstacles"}
    names = {
        name
        for kind, table in rules.tables().items()
        if kind in ("fact", "rule", "determination", "parameter", "source", "open_question", "derived", "procedure")
        for name in table
        if len(name) > 5 and ("_" in name or "." in name or "-" in name or kind in ("determination",))
    }
    found = []
    for file in FILES:
        if wing(file) == "messages":
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
    """One file writes files, and only what it was asked to; the entry point opens the null device for closed streams."""
    writing = re.compile(r"\.write_text\(|\.write_bytes\(|open\([^)]*[\"'][wax]")
    found = {named(file) for file in FILES if writing.search(file.read_text(encoding="utf-8"))}
    assert found == {"answer/telling/output.py", "cli/main.py"}
