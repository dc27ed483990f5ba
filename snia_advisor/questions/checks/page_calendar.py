"""What is found wrong with the table of closed days, on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from ...answer.telling.document import Document, Mark
from ...answer.telling.words import BULLET
from ...messages import say
from ...messages.plurals import quantity
from .calendar import TableFinding, YearCount, to_do

FINDING_STATES = {"error": "no", "warning": "depends_on_open_question"}


def table_page(findings: Sequence[TableFinding], years: Sequence[YearCount], lang: str) -> Document:
    """What waits to be done, with its place and its fix; then what is good to know; then how sure each year is."""
    page = Document(lang)
    waiting = to_do(findings)
    for finding in waiting:
        mark = Mark(FINDING_STATES[finding.severity])
        page.para(f"{finding.file}:{finding.line}  {finding.code}", mark=mark, strong=True)
        page.para(finding.message, 1)
        page.para(finding.fix, 1)
    page.blank()
    text = quantity("to_correct", len(waiting), lang) if waiting else say("check_clean", lang)
    page.para(text, mark=Mark("no" if waiting else "yes"))
    notes = [finding for finding in findings if finding not in waiting]
    if notes:
        page.heading(say("head_good_to_know", lang))
        for finding in notes:
            page.para(finding.message, mark=BULLET)
    if years:
        page.heading(say("head_days_by_year", lang))
        for row in years:
            page.para(say("days_of_year", lang, year=row.year, certain=row.certain, uncertain=row.uncertain), mark=BULLET)
    return page
