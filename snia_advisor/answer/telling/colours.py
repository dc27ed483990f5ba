"""Writing pages to a stream: with the sixteen base colours, or plain."""

from __future__ import annotations

import codecs
import unicodedata
from typing import IO

from .page import Page

# What a terminal without UTF-8 gets instead of the signs that French typography needs.
PLAIN = {"\u00a0": " ", "\u202f": " ", "«": '"', "»": '"', "’": "'", "→": "->", "×": "x", "·": "-", "•": "-", "—": "-",
         "–": "-", "…": "...", "œ": "oe", "Œ": "OE", "°": "o"}  # fmt: skip


def coloured(page: Page) -> str:
    """The page with colour codes. rich is imported here only, so that plain output does not pay for it."""
    from rich.color import ColorSystem
    from rich.style import Style

    def span(text: str, style: str) -> str:
        return Style.parse(style).render(text, color_system=ColorSystem.STANDARD) if style else text

    return "".join("".join(span(text, style) for text, style in line).rstrip() + "\n" for line in page.lines)


def written(page: Page) -> str:
    """The page as its look wants it."""
    return coloured(page) if page.look.colour else page.text()


def readable(problem: UnicodeError) -> tuple[str, int]:
    """Codec error handler: letters lose their accents, signs their beauty, and nothing stops the answer."""
    if not isinstance(problem, UnicodeEncodeError):
        raise problem
    letters = problem.object[problem.start : problem.end]
    plain = "".join(
        PLAIN.get(c) or unicodedata.normalize("NFKD", c).encode("ascii", "ignore").decode() or "?" for c in letters
    )
    return plain, problem.end


codecs.register_error("snia_readable", readable)


def make_readable(stream: IO[str]) -> None:
    """Let `stream` replace what its encoding lacks, instead of failing in the middle of an answer."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="snia_readable")
