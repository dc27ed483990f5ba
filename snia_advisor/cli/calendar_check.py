"""`snia calendar check`: gaps and faults of the table of closed days."""

from __future__ import annotations

from datetime import date

from . import options
from .reply import Reply


def run(json: options.Json = False, on: options.On = None, rules: options.Rules = None) -> Reply:
    """Check the table of closed days as seen on a day; 1 when anything is left to do."""
    from ..messages import language
    from ..questions.checks.calendar import calendar_json, check_calendar, counts, to_do
    from ..questions.checks.page_calendar import table_page
    from . import inputs

    day = inputs.day(on) or date.today()
    base = inputs.rule_base(rules)
    findings, years = check_calendar(base, day), counts(base)
    return Reply(
        lambda: table_page(findings, years, language()), lambda: calendar_json(findings, years), 1 if to_do(findings) else 0
    )
