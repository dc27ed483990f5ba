"""Writing results: the screen, one JSON document, or a file that is replaced only when it is whole."""

from __future__ import annotations

import codecs
import contextlib
import os
import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from ...errors import BadInput

if TYPE_CHECKING:
    from .document import Document

STDIN = "-"  # the name of a case that comes through a pipe
STDOUT = "stdout"
LONGEST_SENTENCE = 800


def make_readable(stream: IO[str]) -> None:
    """Let `stream` replace what its encoding lacks, instead of failing in the middle of an answer."""
    from .typography import readable

    codecs.register_error("snia_readable", readable)
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="snia_readable")


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


def as_shown(document: Document) -> str:
    """A document as standard output wants its text."""
    from .as_text import as_text
    from .look import look_of

    return as_text(document, look_of(sys.stdout))


def emit_document(document: Document) -> None:
    """Write a page of a conversation to standard output."""
    emit(as_shown(document))


def show_document(document: Document) -> None:
    """Show the document that answers a command: in the person's pager where it is longer than the screen."""
    show(as_shown(document))


def show(text: str) -> None:
    """Show a text that answers a command."""
    from .pager import paged

    if not paged(text, sys.stdout):
        emit(text)


def emit_as_it_is(text: str) -> None:
    """Write a format that is UTF-8 with line ends of its own, whatever the terminal speaks."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding="utf-8", newline="")
    emit(text)


def emit_json(value: Any) -> None:
    """Write one JSON document; an encoding without the letters gets their escapes, so that nothing is lost."""
    from .as_json import dump

    text = dump(value)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        text = dump(value, escaped=True)
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
    from .look import is_terminal
    from .typography import harmless, plain_spaces, typeset

    text = typeset(" ".join(part for part in harmless(sentence).split(" ") if part), language())
    text = text if is_terminal(sys.stderr) else plain_spaces(text)
    if len(text) > LONGEST_SENTENCE:
        text = text[:LONGEST_SENTENCE] + "…"
    with contextlib.suppress(OSError):  # when nobody reads standard error, the exit code still speaks
        print(text, file=sys.stderr)
