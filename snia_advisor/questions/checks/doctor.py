"""What `doctor` looks at. Each look gives lines and never an exception: a broken part is what doctor is for."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from ...errors import SniaError
from ...messages import language, say
from ...version import __version__

PACKAGES = ("typer", "pydantic", "rich", "PyYAML", "durable_rules")


@dataclass(frozen=True)
class Line:
    """One thing that was looked at: `ok` is None for what is neither good nor bad."""

    name: str
    value: str
    ok: bool | None = None


def examine(rules: str | None) -> list[Line]:
    """Everything, in the order it is shown."""
    return [*_program(), *_rule_base(rules), *_engine(), *_surroundings()]


def _program() -> Iterator[Line]:
    yield Line("program", f"snia_advisor {__version__}")
    yield Line("python", f"{platform.python_version()} ({sys.executable})")
    for name in PACKAGES:
        try:
            yield Line("package", f"{name} {version(name)}", True)
        except PackageNotFoundError:
            yield Line("package", f"{name} ({say('doctor_missing')})", False)


def _rule_base(rules: str | None) -> Iterator[Line]:
    from ...law.rulebase.load import load_rules

    try:
        base = load_rules(rules)
        yield Line("rules", base.origin, True)
        yield Line("hash", base.sha256)
        counted = {kind: len(table) for kind, table in base.raws.items() if table}
        yield Line("entries", ", ".join(f"{say('kind_of_' + kind)} {n}" for kind, n in counted.items()))
        yield Line("law", base.law_known_to.isoformat())
        yield Line("notes", base.law_notes_to.isoformat())
    except SniaError as problem:
        yield Line("rules", problem.sentence(), False)


def _engine() -> Iterator[Line]:
    try:
        right = proves_right()
    except Exception as problem:  # whatever the engine does, doctor says so
        sentence = problem.sentence() if isinstance(problem, SniaError) else type(problem).__name__
        yield Line("engine", sentence, False)
    else:
        yield Line("engine", say("doctor_engine_ok" if right else "doctor_engine_wrong"), right)


def proves_right() -> bool:
    """Whether the engine proves `all(a, any(b, c))` true, false and unknown where it must."""
    from ...law.engine.prove import Engine
    from ...law.logic.conditions import ReadingIs
    from ...law.logic.network import Network, Node, NodeKind

    network = Network(None)
    a, b, c = (network.add(Node(NodeKind.READING, atom=ReadingIs("doctor", name))) for name in "abc")
    either = network.add(Node(NodeKind.ANY, (b, c)))
    both = network.add(Node(NodeKind.ALL, (a, either)))
    engine = Engine(network, [both])
    cases = (({a: True, c: True}, True), ({a: False}, False), ({a: True, b: False}, None))
    return all(engine.prove(atoms, "doctor").get(both) is truth for atoms, truth in cases)


def _surroundings() -> Iterator[Line]:
    size = shutil.get_terminal_size()
    kind = os.environ.get("TERM", "-")
    reader = "tty" if sys.stdout.isatty() else "pipe"
    yield Line("terminal", f"{kind}, {reader}, {size.columns}x{size.lines}")
    yield Line("encoding", ", ".join([sys.stdout.encoding, _variable("LC_ALL"), _variable("LANG")]))
    yield Line("language", f"{language()} ({_variable('SNIA_LANG')})")


def _variable(name: str) -> str:
    return f"{name}={os.environ.get(name, '-')}"


def health_json(lines: list[Line]) -> Mapping[str, Any]:
    """`{ok, lines: [{name, value, ok}]}`."""
    return {"ok": all(line.ok is not False for line in lines), "lines": [asdict(line) for line in lines]}
