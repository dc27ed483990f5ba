"""Writing results: the screen, one JSON document, or a file that is replaced only when it is whole."""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...errors import BadInput

if TYPE_CHECKING:
    from .look import Look
    from .page import Page

STDIN = "-"  # the name of a case that comes through a pipe
STDOUT = "stdout"
LONGEST_SENTENCE = 800


def emit(text: str) -> None:
    """Write to standard output. A reader that left (a closed pipe) is not an error."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python flushes once more when it ends: give it somewhere to write.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as problem:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise BadInput("file_unwritable", file=STDOUT, reason=problem.strerror or str(problem)) from None


def look() -> Look:
    """How standard output wants its text."""
    from .look import look_of

    return look_of(sys.stdout)


def emit_page(page: Page) -> None:
    """Write a page to standard output."""
    from .colours import written

    emit(written(page))


def emit_json(value: Any) -> None:
    """Write one JSON document; an encoding without the letters gets their escapes, so that nothing is lost."""
    from .as_json import dump

    text = dump(value)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        text = json.dumps(value, indent=2) + "\n"
    emit(text)


def write_file(name: str, text: str) -> None:
    """Replace the file `name` by `text`: a temporary file beside it, then a rename; a failure changes nothing.

    A new file can be read by its owner only, since a case may be in it. Raises `BadInput`.
    """
    import tempfile

    target = Path(os.path.realpath(name))
    if target.exists() and not target.is_file():
        raise BadInput("file_exists", file=name)
    temporary = None
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.")
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogateescape") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            os.chmod(temporary, mode)
        os.replace(temporary, target)
    except OSError as problem:
        raise BadInput("file_unwritable", file=name, reason=problem.strerror or str(problem)) from None
    finally:
        if temporary is not None and os.path.exists(temporary):
            os.unlink(temporary)


def note_written(name: str) -> None:
    """Say on standard error where a result went."""
    from ...messages import say

    complain(say("written", file=name))


def complain(sentence: str) -> None:
    """One sentence on standard error."""
    from ...messages import language
    from .typography import harmless, typeset

    text = typeset(" ".join(part for part in harmless(sentence).split(" ") if part), language())
    if len(text) > LONGEST_SENTENCE:
        text = text[:LONGEST_SENTENCE] + "…"
    with contextlib.suppress(OSError):  # when nobody reads standard error, the exit code still speaks
        print(text, file=sys.stderr)
