"""`snia calendar list YEAR`: the closed days of a year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import BadInput
from . import options
from .reply import Reply

if TYPE_CHECKING:
    from ..law.model.closed_days import DayList

YEARS = re.compile(r"[1-9]\d{3}", re.ASCII)


def run(
    year: Annotated[str, typer.Argument(metavar="YEAR", help="arg_year")],
    list_: Annotated[str | None, typer.Option("--list", metavar="public|private", help="opt_year_list")] = None,
    days: Annotated[str | None, typer.Option("--days", metavar="FILE", help="opt_days")] = None,
    json: options.Json = False,
    rules: options.Rules = None,
) -> Reply:
    """List the closed days of a year, those that are not certain, and what is not known."""
    from ..law.calendar.year import year_of
    from ..messages import language
    from ..questions.lawbook.year import year_json, year_page
    from . import inputs

    asked = _lists(list_)
    if not YEARS.fullmatch(year):
        raise BadInput("calendar_year_unread", value=year)
    base = inputs.rule_base(rules)
    shown = year_of(base.tables(), int(year), asked, inputs.local_days(days, base))
    return Reply(lambda: year_page(base, shown, language()), lambda: year_json(shown, language()))


def _lists(written: str | None) -> tuple[DayList, ...]:
    from ..law.calendar.year import BOTH

    if written is None:
        return BOTH
    chosen = tuple(which for which in BOTH if which == written)
    if not chosen:
        raise BadInput("add_choice", option="--list", expected=" | ".join(BOTH), value=written)
    return chosen
