"""How the terminal wants its text: width, colour, symbols. Read once from the stream and the environment."""

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
    """The width of prose in cells, whether colour codes are written, whether symbols are kept to ASCII."""

    width: int = PROSE
    colour: bool = False
    ascii: bool = False


def look_of(stream: IO[str], environ: Mapping[str, str] = os.environ) -> Look:
    """The look for `stream`. Prose never runs wider than 78 cells: longer lines are hard to read on any screen."""
    columns = shutil.get_terminal_size((PROSE + 2, 24)).columns
    return Look(
        width=max(NARROWEST, min(PROSE, columns - 2)),
        colour=wants_colour(stream, environ),
        ascii=wants_ascii(stream, environ),
    )


def wants_colour(stream: IO[str], environ: Mapping[str, str]) -> bool:
    """Colour on a terminal that is not dumb; `NO_COLOR` forbids it, `FORCE_COLOR` asks for it even in a pipe."""
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return environ.get("TERM") != "dumb" and stream.isatty()


def wants_ascii(stream: IO[str], environ: Mapping[str, str]) -> bool:
    """ASCII symbols when the encoding is not UTF-8, and under `LC_ALL=C`, which Python reads as UTF-8 all the same."""
    if environ.get("LC_ALL") in ("C", "POSIX"):
        return True
    encoding = (getattr(stream, "encoding", None) or "ascii").lower().replace("-", "").replace("_", "")
    return encoding != "utf8"
