"""How the terminal wants its text: width, colour, symbols. Read once from the stream and the environment.

Off a terminal a text is searched, cut and carried on by other programs: no line is broken, and every space is a plain one.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from typing import IO

PROSE = 78
NARROWEST = 30


@dataclass(frozen=True)
class Look:
    """The width of prose in cells (None: off a terminal), whether colour codes are written, whether symbols are ASCII."""

    width: int | None = None
    colour: bool = False
    ascii: bool = False


def look_of(stream: IO[str], environ: Mapping[str, str] = os.environ) -> Look:
    """The look for `stream`. Prose never runs wider than 78 cells: longer lines are hard to read on any screen."""
    return Look(
        width=_width() if is_terminal(stream) else None,
        colour=wants_colour(stream, environ),
        ascii=wants_ascii(stream, environ),
    )


def is_terminal(stream: IO[str]) -> bool:
    """Whether a person reads `stream` as it is written."""
    return stream.isatty()


def _width() -> int:
    return max(NARROWEST, min(PROSE, shutil.get_terminal_size((PROSE + 2, 24)).columns - 2))


def wants_colour(stream: IO[str], environ: Mapping[str, str]) -> bool:
    """Colour on a terminal that is not dumb; `NO_COLOR` forbids it, `FORCE_COLOR` asks for it even in a pipe."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return environ.get("TERM") != "dumb" and is_terminal(stream)


def wants_ascii(stream: IO[str], environ: Mapping[str, str]) -> bool:
    """ASCII symbols when the encoding is not UTF-8, and under `LC_ALL=C`, which Python reads as UTF-8 all the same."""
    if environ.get("LC_ALL") in ("C", "POSIX"):
        return True
    encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "").replace("_", "")
    return encoding != "utf8"
