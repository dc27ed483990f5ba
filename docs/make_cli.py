"""Write `docs/cli.md` from the program: `python docs/make_cli.py`. A test fails when the page is not current."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from snia_advisor.cli.help import ENVIRONMENT, EXIT_CODES, option_form, usage_pieces  # noqa: E402
from snia_advisor.cli.tree import root  # noqa: E402
from snia_advisor.messages import say, set_language  # noqa: E402

PAGE = ROOT / "docs" / "cli.md"
HEAD = """# The command line

Written from the program by `docs/make_cli.py`; the same texts, in French, Arabic and English, are what `--help` prints.

Standard output carries the result and nothing else; progress, notes and errors go to standard error. An error is one
sentence that says what is wrong, where, and the nearest valid name.

On a terminal a page has lines of at most 78 cells, and one longer than the screen goes to the pager (`PAGER`, `less -R`
where it is not set; `--no-pager` or an empty `PAGER`: none). In a pipe or a file a line is one item and every space a plain
one, so that `snia check CASE | grep "art. 5"` finds it.

`-o FILE` writes what its extension says: `.txt`, `.json`, and `.ics` for a plan; a case (`ask --save`) is `.yaml`. A new
file can be read by its owner only, and is replaced only when the new one is whole. What the command reads is never
replaced; a file that snia did not write only with `--force`; the same holds for `--junit` and `--counterexamples`. A file
tells that snia wrote it: a text and a case of `--counterexamples` by its last line, JSON by its first keys
(`schema_version`, `lang`), a calendar by its `PRODID`, a report of the scenarios by its name.
"""


def page() -> str:
    """The whole page, in English."""
    set_language("en")
    parts = [HEAD, "\n## Environment\n", *_rows((name, say("env_" + name)) for name in ENVIRONMENT)]
    parts += ["\n## Exit codes\n", *_rows((str(code), say(f"exit_{code}")) for code in EXIT_CODES)]
    for path, command, context in commands():
        parts += _command(path, command, context)
    return "".join(parts)


def commands() -> Iterator[tuple[str, Any, Any]]:
    """Every command with its full name and a context, groups before what they hold."""
    group = root()
    yield from _below("snia", group, group.context_class(group, info_name="snia"))


def _below(path: str, command: Any, context: Any) -> Iterator[tuple[str, Any, Any]]:
    yield path, command, context
    for name in command.list_commands(context) if hasattr(command, "list_commands") else ():
        child = command.get_command(context, name)
        yield from _below(f"{path} {name}", child, child.context_class(child, info_name=name, parent=context))


def _command(path: str, command: Any, context: Any) -> list[str]:
    key = command.key
    usage = " ".join([path, *usage_pieces(command, context)])
    params = command.get_params(context)
    parts = [f"\n## `{path}`\n\n", say("cmd_" + key if key else "cmd") + "\n\n", f"    {usage}\n"]
    parts += ["\n", *_rows((p.metavar or p.name, p.help) for p in params if p.param_type_name == "argument")]
    parts += _rows((option_form(p), p.help) for p in params if p.param_type_name == "option")
    parts += [f"\nExample: `{say('eg_' + key if key else 'eg')}`\n"]
    return parts


def _rows(rows: Iterator[tuple[str, str]]) -> list[str]:
    return [f"* `{left}`: {right}\n" for left, right in rows]


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
