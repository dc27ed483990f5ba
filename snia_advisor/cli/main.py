"""Running a command: language first, one sentence for every error, quiet interrupts and broken pipes.

Imports stay few here: `snia --help` pays for them.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from ..answer.telling import pager
from ..answer.telling.output import complain, make_readable
from ..errors import BadInput, SniaError
from ..messages import LANGUAGES, pick_language, say, set_language

PROGRAM = "snia"
INTERRUPTED = 130
# The law is a large tree that lives as long as the program: looking through it after each 700 new objects takes a fifth of
# the time of every command.
GC_THRESHOLDS = (40_960, 20, 50)


def main(argv: Sequence[str] | None = None) -> int:
    """Run `snia` with `argv` (default: the command line). Returns the exit code."""
    args = list(sys.argv[1:] if argv is None else argv)
    gc.set_threshold(*GC_THRESHOLDS)
    _prepare_streams()
    try:
        lang, others = asked_language(args)
        set_language(pick_language(lang))
        return _run(_without_pager(others))
    except KeyboardInterrupt:
        return INTERRUPTED
    except SniaError as problem:
        complain(problem.sentence())
        return problem.exit_code
    except Exception as problem:
        return _internal(problem)


def asked_language(args: Sequence[str]) -> tuple[str | None, list[str]]:
    """The value of `--lang`, wherever it stands, and the other arguments. Raises `BadInput` for one that is not spoken."""
    set_language(pick_language())  # the language in which a wrong --lang is refused
    end = args.index("--") if "--" in args else len(args)
    lang, others, position = None, [], 0
    while position < end:
        name, equals, value = args[position].partition("=")
        if name != "--lang":
            others.append(args[position])
        elif equals:
            lang = value
        elif position + 1 < end:
            position += 1
            lang = args[position]
        else:
            raise BadInput("usage", reason=say("usage_option_value", name=name))
        position += 1
    if lang is not None and lang not in LANGUAGES:
        raise BadInput("lang_option", value=lang)
    return lang, [*others, *args[end:]]


def _without_pager(args: list[str]) -> list[str]:
    """The arguments without `--no-pager`, wherever it stands; it is obeyed here."""
    end = args.index("--") if "--" in args else len(args)
    pager.allow("--no-pager" not in args[:end])
    return [arg for position, arg in enumerate(args) if arg != "--no-pager" or position >= end]


def _run(args: list[str]) -> int:
    from .tree import root
    from .usage_errors import run

    if os.environ.get("_SNIA_COMPLETE"):
        root().main(args=args, prog_name=PROGRAM)
    return run(root(completion=not args or args[0].startswith("-")), args, PROGRAM)


def _internal(problem: Exception) -> int:
    if os.environ.get("SNIA_DEBUG") == "1":
        import traceback

        traceback.print_exception(problem)
    # The class and the line say where; the text of the exception might repeat a fact of the case.
    frame = problem.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno}" if frame else "?"
    complain(say("internal", reason=f"{type(problem).__name__}, {where}"))
    return SniaError.exit_code


def _prepare_streams() -> None:
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the shell
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 - lives as long as the process
        make_readable(getattr(sys, name))
