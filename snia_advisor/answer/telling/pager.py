"""The person's pager: it takes a text that is longer than the screen, on a terminal only.

Nothing depends on it. Where there is none, where it cannot be started or ends with a fault, the text is printed as ever.
"""

from __future__ import annotations

import contextlib
import os
import shlex
import shutil
import signal
from collections.abc import Iterator, Mapping
from typing import TextIO

from .look import is_terminal

DEFAULT = "less -R"
# What `less` needs to show colours and letters as they are; what the person has set wins.
SETTINGS = {"LESS": "R", "LESSCHARSET": "utf-8"}
# A pager that was read to its end, left, or closed with its window; a shell adds 128 to the number of a signal.
CLOSED = {0, *(code for number in (signal.SIGINT, signal.SIGTERM) for code in (-number, 128 + number))}
_allowed = True


def allow(wanted: bool) -> None:
    """Whether texts may go to a pager (the command line says it once: `--no-pager`)."""
    global _allowed
    _allowed = wanted


def paged(text: str, stream: TextIO, environ: Mapping[str, str] = os.environ) -> bool:
    """Show `text`, meant for `stream`, in the pager; False when there is no need, no pager, or the pager failed."""
    if not (_allowed and is_terminal(stream) and environ.get("TERM") != "dumb"):
        return False
    if text.count("\n") <= shutil.get_terminal_size().lines:
        return False
    command = command_of(environ)
    return bool(command) and _shown(
        command, text.encode(stream.encoding or "utf-8", "snia_readable"), {**SETTINGS, **environ}
    )


def command_of(environ: Mapping[str, str]) -> list[str]:
    """The words of `PAGER`, else of the default where it exists; none where `PAGER` is empty or cannot be read."""
    try:
        return shlex.split(environ["PAGER"]) if "PAGER" in environ else shlex.split(DEFAULT if shutil.which("less") else "")
    except ValueError:
        return []


def _shown(command: list[str], text: bytes, environ: Mapping[str, str]) -> bool:
    import subprocess

    try:
        process = subprocess.Popen(command, stdin=subprocess.PIPE, env=environ)
        with _interrupts_left_to_the_pager():
            process.communicate(text)
    except OSError:
        return False
    return process.returncode in CLOSED


@contextlib.contextmanager
def _interrupts_left_to_the_pager() -> Iterator[None]:
    """Ctrl-C belongs to who holds the screen: `less` stops a search with it, and must not lose its text."""
    try:
        before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    except ValueError:  # not in the main thread, which is not interrupted then
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
