"""`doctor`: what runs, from where, and whether the engine proves a tiny case."""

from __future__ import annotations

from ...answer.telling.document import Document, Mark
from ...messages import say
from .doctor import Line


def health_page(lines: list[Line], lang: str) -> Document:
    """One line each, in the language of the user; a line of Arabic to see how the terminal shows it."""
    page = Document(lang)
    for line in lines:
        mark = None if line.ok is None else Mark("yes" if line.ok else "no")
        page.para(line.value, 0 if mark else 1, mark=mark, lead=say("doctor_" + line.name, lang))
    page.blank()
    page.para(say("doctor_arabic", lang))
    page.para(say("doctor_arabic", "ar"), 1)
    return page
