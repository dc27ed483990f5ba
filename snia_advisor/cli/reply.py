"""What a command answers, and the one place that writes it: on the screen, as JSON, in another format, to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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


def write(reply: Reply, *, json: bool = False, format_: str | None = None, output: str | None = None, **_: object) -> int:
    """Write a reply as the options of its command ask, and return its exit code. Raises `BadInput` for a file."""
    from ..answer.telling.output import emit_as_it_is, emit_document, emit_json, write_file

    for name, text in reply.files.items():
        write_file(name, text())
    form = format_ or ("json" if json or reply.document is None else "text")
    if output is not None:
        _to_file(reply, form, output)
    elif form in reply.others:
        emit_as_it_is(reply.others[form]())
    elif form == "text" and reply.document is not None:
        emit_document(reply.document())
    elif reply.record is not None:
        emit_json(reply.record())
    return reply.exit_code


def _to_file(reply: Reply, form: str, name: str) -> None:
    from ..answer.telling.as_json import dump
    from ..answer.telling.as_text import as_text
    from ..answer.telling.output import note_written, write_file

    if form in reply.others:
        text = reply.others[form]()
    elif form == "text" and reply.document is not None:
        text = as_text(reply.document())
    elif reply.record is not None:
        text = dump(reply.record())
    else:
        return
    write_file(name, text)
    note_written(name)
