"""The findings of `rules check`, by file, each with its code, cause and fix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from ..messages import say
from ..messages.plurals import quantity
from .look import Look
from .page import Page
from .words import state_mark


class Found(Protocol):
    """What a finding shows."""

    @property
    def code(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def message(self) -> str: ...
    @property
    def fix(self) -> str: ...


def checks_page(found: Sequence[Found], lang: str, look: Look) -> Page:
    """One finding a paragraph, then the count."""
    page = Page(lang, look)
    for finding in found:
        state = "no" if finding.severity == "error" else "depends_on_open_question"
        page.para(f"{finding.file}:{finding.line}  {finding.code}", mark=state_mark(state, lang), style="bold")
        page.para(finding.message, 1)
        page.para(finding.fix, 1)
    page.blank()
    text = quantity("to_correct", len(found), lang) if found else say("check_clean", lang)
    page.para(text, mark=state_mark("no" if found else "yes", lang))
    return page
