"""`snia calendar add DATE DELAY`: when a delay ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from . import options
from .reply import Reply

if TYPE_CHECKING:
    from datetime import date

    from ..law.calendar.deadline import Whose
    from ..law.calendar.delays import Duration
    from ..law.model.closed_days import DayList, LocalDays

T = TypeVar("T")
POLICIES: dict[str | None, Whose] = {None: "plain", "authority": "authority", "user": "user"}
LISTS: dict[str | None, DayList] = {None: "public", "public": "public", "private": "private"}


def run(
    start: Annotated[str, typer.Argument(metavar="DATE", help="arg_start")],
    delay: Annotated[list[str], typer.Argument(metavar="DELAY", help="arg_amount")],
    for_: Annotated[str | None, typer.Option("--for", metavar="authority|user", help="opt_for")] = None,
    list_: Annotated[str | None, typer.Option("--list", metavar="public|private", help="opt_list")] = None,
    rest: Annotated[str | None, typer.Option("--rest", metavar="DAY[,DAY]", help="opt_rest")] = None,
    no_office: Annotated[bool, typer.Option("--no-office", help="opt_no_office")] = False,
    days: Annotated[str | None, typer.Option("--days", metavar="FILE", help="opt_days")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="opt_day_by_day")] = False,
    json: options.Json = False,
    rules: options.Rules = None,
) -> Reply:
    """Say when the delay ends; 0 even where the table of closed days cannot tell."""
    from ..answer.page.doing.deadline_words import deadline_page
    from ..answer.timing.timing import Calendar
    from ..errors import BadInput
    from ..law.calendar.deadline import deadline
    from ..law.calendar.delays import read_delay
    from ..messages import language
    from ..questions.lawbook.deadline_json import deadline_json
    from . import inputs

    day, written = _date_and_delay([start, *delay])
    wanted = read_delay(written)
    whose, which = _choice("--for", for_, POLICIES), _choice("--list", list_, LISTS)
    _check(whose, which, no_office, rest)
    base = inputs.rule_base(rules)
    local = _with_rest(inputs.local_days(days, base), rest, which, wanted, whose, not no_office)
    if not base.calendars:
        raise BadInput("calendar_missing")
    calendar = Calendar(base, local)
    end = deadline(getattr(calendar, which), day, wanted, whose, not no_office)
    return Reply(
        lambda: deadline_page(base, end, language(), explain, local, calendar.version),
        lambda: deadline_json(base, end, language(), written, calendar.version),
    )


def _date_and_delay(words: list[str]) -> tuple[date, str]:
    """The date in the first words, and the delay that the others write: both may be several words without quotes."""
    from ..errors import BadInput
    from . import inputs
    from .usage_errors import wrong

    problem: BadInput | None = None
    for number in range(1, len(words) + 1):
        try:
            day = inputs.typed_day(" ".join(words[:number]))
        except BadInput as refused:
            problem = problem or refused
            continue
        if number == len(words):
            raise wrong("usage_missing", name="DELAY")
        return day, " ".join(words[number:])
    assert problem is not None
    raise problem


def _choice(option: str, written: str | None, known: dict[str | None, T]) -> T:
    from ..errors import BadInput

    if written not in known:
        expected = " | ".join(word for word in known if word)
        raise BadInput("add_choice", option=option, expected=expected, value=written)
    return known[written]


def _check(whose: Whose, which: DayList, no_office: bool, rest: str | None) -> None:
    """Options that do not go together. An administration is never measured by the holidays of the private sector."""
    from ..errors import BadInput

    if no_office and whose != "user":
        raise BadInput("add_no_office")
    if which == "private" and (whose == "authority" or (whose == "user" and not no_office)):
        raise BadInput("add_list_of_office")
    if which == "public" and rest is not None:
        raise BadInput("add_rest_public")


def _with_rest(local: LocalDays, rest: str | None, which: DayList, delay: Duration, whose: Whose, office: bool) -> LocalDays:
    """The weekly rest of `--rest`, or of the user's file; the private sector has none of its own."""
    from dataclasses import replace

    from ..errors import BadInput
    from ..law.calendar.deadline import reads_the_list
    from ..law.rulebase.local_days import read_weekdays

    if rest is not None:
        return replace(local, rest=read_weekdays(rest.split(",")))
    if which == "private" and local.rest is None and reads_the_list(delay, whose, office):
        raise BadInput("add_rest_needed")
    return local
