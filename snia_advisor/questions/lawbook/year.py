"""A year of the calendar on the screen: its closed days, and what is not known of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ...answer.telling.document import Document
from ...answer.telling.view import View
from ...answer.telling.words import BULLET, WARNING, weekdays_text
from ...law.calendar.closed import WEEKDAYS
from ...law.calendar.year import Year, YearDay
from ...law.model.closed_days import DayList
from ...law.rulebase.base import RuleBase
from ...messages import say
from ...messages.formats import date_text, long_date
from ...messages.plurals import quantity

# --- a year ------------------------------------------------------------------------------------------------------


def year_page(base: RuleBase, year: Year, lang: str) -> Document:
    """The closed days of a year, each with its lists, its status and its sources; then what is not known."""
    view = View(base, lang)
    view.page.para(view.say("year_title", year=year.year), strong=True)
    outside = _outside(year, lang)
    if outside:
        view.page.para(outside, mark=WARNING, strong=True)
    if year.corrected:
        view.page.para(view.say("year_corrected"), mark=WARNING, strong=True)
    view.page.para(_table_line(view, year))
    view.cited(year.table.sources, 0, None)
    view.page.labelled(view.say("label_weekly_rest"), view.clauses(_rests(view, year)))
    view.page.blank()
    several = {day.id for day in year.days if (day.number or 0) > 1}
    for day in year.days:
        _day(view, day, day.id in several)
    if not year.days:
        view.page.para(view.say("no_closed_day"))
    unknown = [text for text in unknown_texts(year, lang) if text != outside]
    if unknown:
        view.page.heading(view.say("head_unknown"))
        for text in unknown:
            view.page.para(text, mark=BULLET)
    return view.page


def _outside(year: Year, lang: str) -> str:
    """That the year is not in the table; empty when it is."""
    if year.covered:
        return ""
    return say("year_outside", lang, year=year.year, as_of=date_text(year.table.as_of, lang))


def _table_line(view: View, year: Year) -> str:
    days = {"first": year.table.from_, "last": year.table.to, "as_of": year.table.as_of}
    texts = {name: date_text(day, view.lang) for name, day in days.items() if day}
    return view.say("table_line", version=year.table.version, **texts)


def _rests(view: View, year: Year) -> Iterable[str]:
    for rest in year.rests:
        yield view.say("with_cites", text=rest.title.to(view.lang), cites=view.say("which_" + rest.which))
    if "private" in year.lists:
        own = weekdays_text(year.own_rest or (), view.lang)
        yield view.say("with_cites", text=own, cites=view.say("which_private")) if own else view.say("rest_of_contract")


def _day(view: View, day: YearDay, numbered: bool) -> None:
    title = day.title.to(view.lang)
    if numbered:
        title = view.say("nth_day", title=title, n=day.number)
    if day.within:
        title = view.say("with_cites", text=title, cites=_uncertainty(view, day))
    view.page.para(title, mark=BULLET, lead=long_date(day.day, view.lang))
    parts = [which_text(day.lists, view.lang), _status(view, day)]
    if day.assumed:
        parts.append(view.say("supposed_followed"))
    view.page.para(view.clauses(parts), 1)
    if day.others:
        view.page.labelled(view.say("label_other_days"), view.join(long_date(d, view.lang) for d in day.others), 1)
    if day.only_if is not None:
        feast, first = day.only_if
        began = view.say("feast_began", feast=feast.to(view.lang), day=long_date(first, view.lang))
        view.page.labelled(view.say("label_condition"), began, 1)
    view.cited(day.sources, 1, None)


def _uncertainty(view: View, day: YearDay) -> str:
    return view.say("within_days", days=quantity("days", day.within, view.lang))


def _status(view: View, day: YearDay) -> str:
    word = view.say("kind_of_closed_day") if day.kind == "closed_day" else view.say("status_" + day.status)
    doubt = view.confidence(day.confidence) if day.certain else ""
    return view.say("with_cites", text=word, cites=doubt) if doubt else word


def which_text(lists: Sequence[DayList], lang: str) -> str:
    """The lists on which a day stands, in words."""
    return say("which_both" if len(lists) > 1 else "which_" + lists[0], lang)


def unknown_texts(year: Year, lang: str) -> Iterable[str]:
    """What is not known of the year, one sentence each; nothing is passed over in silence."""
    if any(not day.certain for day in year.days):
        yield say("uncertain_days", lang)
    if not year.covered:
        yield _outside(year, lang)
    for gap in year.gaps:
        yield gap.text.to(lang)
    if year.after_table_was_made:
        yield say("closures_after", lang, as_of=date_text(year.table.as_of, lang))
    if year.rest_from is not None:
        yield say("rest_known_from", lang, day=date_text(year.rest_from, lang))
    for which, day in year.fixed_from.items():
        yield say("fixed_known_from", lang, list=say("which_" + which, lang), day=date_text(day, lang))


def year_json(year: Year, lang: str) -> dict[str, Any]:
    """The year as JSON values; `covered` is false when its feasts and closures are not in the table."""
    table = year.table
    return {
        "year": year.year,
        "lists": list(year.lists),
        "covered": year.covered,
        "table": {"from": table.from_, "to": table.to, "as_of": table.as_of, "version": table.version},
        "weekly_rest": [{"list": r.which, "days": list(r.days), "id": r.id, "sources": list(r.sources)} for r in year.rests],
        "days": [_day_json(day, lang) for day in year.days],
        "unknown": list(unknown_texts(year, lang)),
        "corrected": year.corrected,
        "sources": list(table.sources),
    }


def _day_json(day: YearDay, lang: str) -> dict[str, Any]:
    return {
        "date": day.day,
        "weekday": WEEKDAYS[day.day.weekday()],
        "name": day.title.to(lang),
        "kind": day.kind,
        "id": day.id,
        "day_of_feast": day.number,
        "lists": list(day.lists),
        "status": day.status,
        "certain": day.certain,
        "within": day.within,
        "alternatives": list(day.others),
        "only_if_feast_begins": day.only_if[1] if day.only_if else None,
        "assumed": day.assumed,
        "confidence": day.confidence,
        "sources": list(day.sources),
    }
