"""The entries of the calendar as `rules show` prints them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from ...answer.telling.view import View
from ...answer.telling.words import weekdays_text
from ...law.model.closed_days import (
    CalendarTable,
    Closed,
    ClosedDay,
    Closure,
    ClosureGap,
    Desk,
    Feast,
    FeastDay,
    FeastDays,
    WeeklyRest,
)
from ...law.model.values import Dated
from ...messages.formats import date_text, long_date
from ...messages.plurals import quantity

LEAP_YEAR = 2024


def _note(view: View, entry: Any, depth: int = 1) -> None:
    if entry.note:
        view.page.para(entry.note.to(view.lang), depth)


def _span(view: View, entry: Dated, label: str) -> None:
    if entry.from_ or entry.to:
        view.page.labelled(label, _dates(view, entry), 1)


def _dates(view: View, entry: Dated) -> str:
    first = date_text(entry.from_, view.lang) if entry.from_ else view.say("no_start")
    last = date_text(entry.to, view.lang) if entry.to else view.say("no_end")
    return view.say("from_to", first=first, last=last)


def _calendar(view: View, table: CalendarTable, on: date) -> None:
    _note(view, table)
    view.page.labelled(view.say("label_version"), str(table.version), 1)
    view.page.labelled(view.say("label_up_to_date"), date_text(table.as_of, view.lang), 1)
    _span(view, table, view.say("label_period"))


def _weekly_rest(view: View, rest: WeeklyRest, on: date) -> None:
    view.page.labelled(view.say("label_list"), view.say("which_" + rest.which), 1)
    view.page.labelled(view.say("label_days"), weekdays_text(rest.days, view.lang), 1)
    _note(view, rest)
    _span(view, rest, view.say("label_law_dates"))


def _closed_day(view: View, day: ClosedDay, on: date) -> None:
    month, number = (int(part) for part in day.month_day.split("-"))
    # Any year that has a 29 February will do: only the day and the month are shown.
    shown = date_text(date(LEAP_YEAR, month, number), view.lang).rpartition(" ")[0]
    view.page.labelled(view.say("label_date"), shown, 1)
    _note(view, day)
    for key, part in (("label_list_public", day.public), ("label_list_private", day.private)):
        if part is None:
            view.page.labelled(view.say(key), view.say("not_on_list"), 1)
        else:
            _part(view, view.say(key), _dates(view, part), part)


def _feast(view: View, feast: Feast, on: date) -> None:
    view.page.labelled(view.say("label_hijri"), feast.hijri.to(view.lang), 1)
    for key, part in (("label_list_public", feast.public), ("label_list_private", feast.private)):
        _part(view, view.say(key), quantity("days", part.days, view.lang), part)


def _part(view: View, label: str, text: str, part: Closed | FeastDays) -> None:
    doubt = view.confidence(part.confidence.value)
    view.page.labelled(label, view.say("with_cites", text=text, cites=doubt) if doubt else text, 1)
    _note(view, part, 2)
    view.cited(part.sources, 2, None)


def _feast_day(view: View, entry: FeastDay, on: date) -> None:
    view.page.para(view.base.feasts[entry.feast].title.to(view.lang), 1)
    first = long_date(entry.first_day, view.lang)
    if entry.within:
        within = view.say("within_days", days=quantity("days", entry.within, view.lang))
        first = view.say("with_cites", text=first, cites=within)
    view.page.labelled(view.say("label_first_day"), first, 1)
    if entry.alternatives:
        others = view.clauses(long_date(day, view.lang) for day in entry.alternatives)
        view.page.labelled(view.say("label_other_days"), others, 1)
    view.page.labelled(view.say("label_status"), view.say("status_" + entry.status), 1)
    view.page.labelled(view.say("label_hijri_year"), str(entry.hijri_year), 1)
    _note(view, entry)


def _closure(view: View, closure: Closure, on: date) -> None:
    view.page.labelled(view.say("label_date"), long_date(closure.day, view.lang), 1)
    view.page.labelled(view.say("label_scope"), closure.scope.to(view.lang), 1)
    if closure.decided_by:
        view.page.labelled(view.say("label_decided_by"), closure.decided_by.to(view.lang), 1)
    if closure.condition:
        named = view.base.feast_days[closure.condition.feast_day]
        day = long_date(closure.condition.first_day, view.lang)
        began = view.say("feast_began", feast=view.base.feasts[named.feast].title.to(view.lang), day=day)
        view.page.labelled(view.say("label_condition"), began, 1)
    view.page.labelled(view.say("label_status"), view.say("status_" + closure.status), 1)
    if closure.public_establishments == "assumed":
        view.page.para(view.say("supposed_followed"), 1)
    _note(view, closure)


def _closure_gap(view: View, gap: ClosureGap, on: date) -> None:
    view.page.para(gap.text.to(view.lang), 1)
    _span(view, gap, view.say("label_period"))


def _desk(view: View, desk: Desk, on: date) -> None:
    if desk.authority:
        view.page.labelled(view.say("label_who"), view.base.authorities[desk.authority].title.to(view.lang), 1)
    view.page.labelled(view.say("label_days"), weekdays_text(desk.days, view.lang), 1)
    season = view.say("season_" + desk.season)
    hours = view.say("with_cites", text=desk.hours.to(view.lang), cites=season)
    view.page.labelled(view.say("label_hours"), hours, 1)
    _note(view, desk)
    _span(view, desk, view.say("label_law_dates"))


CALENDAR_SHOWN: Mapping[str, Callable[[View, Any, date], None]] = MappingProxyType(
    {
        "calendar": _calendar,
        "weekly_rest": _weekly_rest,
        "closed_day": _closed_day,
        "feast": _feast,
        "feast_day": _feast_day,
        "closure": _closure,
        "closure_gap": _closure_gap,
        "desk": _desk,
    }
)
