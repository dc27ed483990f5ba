"""What a command answers, and the one place that writes it: on the screen, as JSON, in another format, to a file.

The extension of a file chooses its format. What speaks against a file is said before the command begins, since a person may
answer questions on the way.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..answer.telling.document import Document


@dataclass(frozen=True)
class Reply:
    """The answer of a command as a page and as a record, each made when it is wanted, and the exit code.

    Without a page the record is written whatever is asked for; without either, nothing is. `others` holds further formats
    by name, `files` what is written beside the answer, by file name.
    """

    document: Callable[[], Document] | None = None
    record: Callable[[], Any] | None = None
    exit_code: int = 0
    others: Mapping[str, Callable[[], str]] = field(default_factory=dict)
    files: Mapping[str, Callable[[], str]] = field(default_factory=dict)


def require_target(
    formats: Sequence[str],
    *,
    output: str | None = None,
    force: bool = False,
    format_: str | None = None,
    json: bool = False,
    case: str | None = None,
    days: str | None = None,
    junit: str | None = None,
    files: str | None = None,
    **_: object,
) -> None:
    """Refuse an `--output` in none of the `formats`, not in the one asked for, or over what must stay: a `BadInput`.

    A report beside the answer (`--junit`) is refused over what must stay as well.
    """
    from ..answer.telling.target import EXTENSIONS, format_of, require_free
    from ..errors import BadInput

    if junit is not None:
        require_free(junit, [files] if files else [], force)
    if output is None:
        return
    asked, form = format_ or ("json" if json else None), format_of(output, formats)
    if asked is not None and asked in formats and asked != form:
        raise BadInput("output_contradicts", file=output, format=asked, extension=EXTENSIONS[asked][0])
    require_free(output, [read for read in (case, days, os.environ.get("SNIA_DAYS")) if read], force)


def write(
    reply: Reply,
    *,
    json: bool = False,
    format_: str | None = None,
    output: str | None = None,
    force: bool = False,
    **_: object,
) -> int:
    """Write a reply as the options of its command ask, and return its exit code. Raises `BadInput` for a file."""
    from ..answer.telling.output import emit_as_it_is, emit_json, show_document, write_file
    from ..answer.telling.target import require_free

    for name in reply.files:
        require_free(name, [], force)
    for name, text in reply.files.items():
        write_file(name, text())
    form = format_ or ("json" if json or reply.document is None else "text")
    if output is not None:
        _to_file(reply, output)
    elif form in reply.others:
        emit_as_it_is(reply.others[form]())
    elif form == "text" and reply.document is not None:
        show_document(reply.document())
    elif reply.record is not None:
        emit_json(reply.record())
    return reply.exit_code


def _to_file(reply: Reply, name: str) -> None:
    from ..answer.telling.as_json import dump
    from ..answer.telling.as_text import as_text
    from ..answer.telling.output import note_written, write_file
    from ..answer.telling.target import format_of, signature

    made = dict(reply.others)
    if reply.record is not None:
        record = reply.record
        made = {"json": lambda: dump(record()), **made}
    if reply.document is not None:
        document = reply.document
        made = {"text": lambda: as_text(signed := document()) + signature(signed.lang) + "\n", **made}
    if not made:
        return
    write_file(name, made[format_of(name, list(made))]())
    note_written(name)
