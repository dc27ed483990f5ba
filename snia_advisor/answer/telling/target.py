"""Where a result may be written: by its extension, never over what the command reads, nor over the work of others.

A file that snia wrote tells so, and may be replaced: a text and a case by its last line, JSON by its first two keys, a
calendar by its product, a report of the scenarios by its name. Everything else needs `--force`.
"""

from __future__ import annotations

import contextlib
import os
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from ...errors import BadInput
from ...messages import say
from ...version import __version__
from .output import STDIN

EXTENSIONS = {"text": (".txt",), "json": (".json",), "ics": (".ics",), "yaml": (".yaml", ".yml")}
PROGRAM = "snia_advisor"
READ = 400  # bytes at each end of a file, where it tells who wrote it
_OPENINGS = re.compile(
    rb'\A(?:\{\s*"schema_version": \d+,\s*"lang": "|BEGIN:VCALENDAR\r\n(?:[^\r]*\r\n)*?PRODID:-//snia_advisor//'
    rb'|<\?xml [^>]*\?>\s*<testsuite name="snia scenarios")'
)
_LAST_LINE = re.compile(rb"(?:\A|\n)[^\n]*\bsnia_advisor \d[\w.+-]*\s*\Z")


def signature(lang: str) -> str:
    """The last line of a text file: who wrote it, and so who may replace it."""
    return say("written_by", lang, program=f"{PROGRAM} {__version__}")


def format_of(name: str, formats: Sequence[str]) -> str:
    """The format, of `formats`, that the extension of `name` asks for. Raises `BadInput` for any other extension."""
    extension = os.path.splitext(name)[1].lower()
    for one in formats:
        if extension in EXTENSIONS[one]:
            return one
    raise BadInput("output_extension", file=name, names=", ".join(e for one in formats for e in EXTENSIONS[one]))


def require_free(name: str, read: Iterable[str], force: bool = False) -> None:
    """Refuse to replace a file that the command reads (`read`), or one of others unless `force`. Raises `BadInput`."""
    target = Path(name)
    if not os.path.lexists(target) or not target.exists():
        return
    if not target.is_file():
        raise BadInput("file_exists", file=name)
    if any(_same(name, one) for one in read):
        raise BadInput("output_is_input", file=name)
    if not force and not written_by_snia(target):
        raise BadInput("output_not_ours", file=name)


def written_by_snia(file: Path) -> bool:
    """Whether a file tells that snia wrote it."""
    try:
        with file.open("rb") as stream:
            first = stream.read(READ)
            stream.seek(max(0, file.stat().st_size - READ))
            last = stream.read()
    except OSError:
        return False
    return bool(_OPENINGS.match(first) or _LAST_LINE.search(last))


def _same(name: str, read: str) -> bool:
    with contextlib.suppress(OSError):  # a file that is not there is told by who reads it
        return os.path.samestat(os.stat(name), os.fstat(0) if read == STDIN else os.stat(read))
    return False
