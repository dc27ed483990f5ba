"""The findings of `rules check`, by file, each with its code, cause and fix."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from ...answer.telling.document import Document, Mark
from ...messages import say
from ...messages.formats import date_text
from ...messages.plurals import quantity


class ShownFinding(Protocol):
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


def checks_page(findings: Sequence[ShownFinding], lang: str) -> Document:
    """One finding a paragraph, then the count."""
    page = Document(lang)
    for finding in findings:
        state = "no" if finding.severity == "error" else "depends_on_open_question"
        page.para(f"{finding.file}:{finding.line}  {finding.code}", mark=Mark(state), strong=True)
        page.para(finding.message, 1)
        page.para(finding.fix, 1)
    page.blank()
    text = quantity("to_correct", len(findings), lang) if findings else say("check_clean", lang)
    page.para(text, mark=Mark("no" if findings else "yes"))
    return page


class Covered(Protocol):
    """A determination over the quarters."""

    @property
    def determination(self) -> str: ...
    @property
    def quarters(self) -> int: ...
    @property
    def covered(self) -> int: ...
    @property
    def first(self) -> date | None: ...
    @property
    def last(self) -> date | None: ...


def time_page(report: Sequence[Covered], findings: Sequence[ShownFinding], lang: str) -> Document:
    """One determination a line: how many quarters it covers, and from when to when; then the gaps and overlaps."""
    page = Document(lang)
    for row in report:
        if row.first is None or row.last is None:
            text = say("time_never", lang, name=row.determination, quarters=row.quarters)
        else:
            days = {"first": date_text(row.first, lang), "last": date_text(row.last, lang)}
            text = say("time_row", lang, name=row.determination, covered=row.covered, quarters=row.quarters, **days)
        page.para(text)
    page.blank()
    page.add(*checks_page(findings, lang).blocks)
    return page
