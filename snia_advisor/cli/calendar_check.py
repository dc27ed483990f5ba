"""`snia calendar check`: gaps and faults of the table of closed days."""

from __future__ import annotations

from datetime import date

from . import options


def run(json: options.Json = False, on: options.On = None, rules: options.Rules = None) -> int:
    """Check the table of closed days as seen on a day; 1 when anything is left to do."""
    from ..analysis.calendar_table import calendar_json, check_calendar, counts, to_do
    from ..messages import language
    from ..render.calendar_check import table_page
    from . import inputs
    from .output import emit_json, emit_page, look

    day = inputs.day(on) or date.today()
    base = inputs.rule_base(rules)
    found, years = check_calendar(base, day), counts(base)
    if json:
        emit_json(calendar_json(found, years))
    else:
        emit_page(table_page(found, years, language(), look()))
    return 1 if to_do(found) else 0
