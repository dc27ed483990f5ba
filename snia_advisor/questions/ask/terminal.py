"""A conversation on a terminal: pages out, typed lines in. Needs nothing but `input`."""

from __future__ import annotations

import contextlib
import re
import sys

from ...answer.telling.document import Document
from ...answer.telling.output import STDIN, emit, emit_document
from ...errors import BadInput
from ...messages import language, say
from .keys import Key, Pressed, key_of
from .page import sentence_page

PROMPT = "> "
LONGEST = 256
# What a key of the cursor sends; nobody meant it as an answer.
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[ -/]*[@-~]|O.|.)?")


def require_terminal(case: str | None = None) -> None:
    """Refuse to ask where nobody can answer, or where `case` would take the place of the answers. Raises `BadInput`."""
    if case == STDIN:
        raise BadInput("ask_stdin")
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()):
        raise BadInput("ask_terminal")
    reconfigure = getattr(sys.stdin, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="replace")  # a letter in another encoding is a wrong answer, not a fault
    _edit_lines()


def _edit_lines() -> None:
    """Let a line be edited with the keys of the cursor. No line is kept: an answer may tell what protects a person."""
    with contextlib.suppress(ImportError):  # not every Python has it; `input` then reads plain lines
        import readline

        readline.set_auto_history(False)
        readline.parse_and_bind("set enable-bracketed-paste off")


def show(page: Document, apart: bool = False) -> None:
    """Write a page; `apart` from what stands above: a conversation is many pages, one below the other."""
    if apart:
        emit("\n")
    emit_document(page)


def tell(text: str, problem: bool = False) -> None:
    """Write one sentence."""
    show(sentence_page(language(), text, problem=problem))


def raw_line() -> str:
    """A typed line as it is. The end of input is the key that stops; an interrupt goes on its way, on a line of its own."""
    try:
        typed = input(PROMPT)
    except EOFError:
        emit("\n")
        raise Pressed(Key.quit) from None
    except KeyboardInterrupt:
        emit("\n")
        raise
    return _ESCAPES.sub("", typed)[:LONGEST].strip()


def line(empty: bool = False) -> str:
    """A typed answer; an empty one only where that means something. Raises `Pressed` for a key."""
    while True:
        typed = raw_line()
        key = key_of(typed)
        if key is not None:
            raise Pressed(key)
        if typed or empty:
            return typed
        tell(say("ask_empty"), problem=True)


def confirmed(question: str) -> bool:
    """Yes or no to a question of the program's own; anything but yes is no."""
    from .numbers import read_yes_or_no

    tell(question)
    try:
        return read_yes_or_no(raw_line())
    except BadInput:
        return False
