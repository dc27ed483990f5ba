"""A plan as a calendar file (RFC 5545): all-day events for what is dated, one alarm a week before.

Written here, in the core: a phone's calendar must be able to open a plan made on a machine that has nothing else. The
summaries hold the case's own code and the step, never what the case says of a person. Of a paper only its kind is named,
since calendars are shared and the name of a card tells who holds it.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ...answer.planning.record import KeyDate, Plan
from ...answer.telling.cite import cites
from ...answer.telling.typography import harmless, typeset
from ...answer.telling.view import View
from ...law.rulebase.base import RuleBase
from ...messages import say
from ...version import __version__
from .page import sure

OCTETS = 75  # the longest line, without its end
ALARM_DAYS = 7
# Versions of one event must count upwards; nothing is stored here, so the days since this one are the version.
FIRST_DAY = date(2020, 1, 1)
KINDS = ("deadline", "answer_by", "claim", "paper_expires", "personal")
CITED = 2


@dataclass(frozen=True)
class DayEvent:
    """An all-day event. `uid` stays the same when its day moves."""

    uid: str
    day: date
    summary: str
    description: str
    category: str


# --- the format --------------------------------------------------------------------------------------------------


def calendar_text(events: Iterable[DayEvent], on: date, sequence: int, lang: str) -> str:
    """The file, with the line ends of the format. `on` dates it, so that the same plan gives the same bytes."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//snia_advisor//snia plan {__version__}//{lang.upper()}",
             "CALSCALE:GREGORIAN"]  # fmt: skip
    dated = list(events)
    for event in dated:
        lines += _event(event, on, sequence)
    if not dated:
        lines += _no_event()
    lines.append("END:VCALENDAR")
    return "".join(folded(line) + "\r\n" for line in lines)


def _event(event: DayEvent, on: date, sequence: int) -> Iterator[str]:
    yield from (
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{_written(on)}T000000Z",
        f"SEQUENCE:{sequence}",
        f"DTSTART;VALUE=DATE:{_written(event.day)}",
        *_end(event.day),
        f"SUMMARY:{escaped(event.summary)}",
        f"DESCRIPTION:{escaped(event.description)}",
        f"CATEGORIES:{escaped(event.category)}",
        "CLASS:PRIVATE",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escaped(event.summary)}",
        f"TRIGGER:-P{ALARM_DAYS}D",
        "END:VALARM",
        "END:VEVENT",
    )


def _written(day: date) -> str:
    return f"{day.year:04}{day:%m%d}"


def _end(day: date) -> list[str]:
    """The day after; the last day of all has none, and then the format itself takes one day."""
    return [f"DTEND;VALUE=DATE:{_written(day + timedelta(days=1))}"] if day < date.max else []


def _no_event() -> tuple[str, ...]:
    """The format wants one component at least: where there is no event, a time zone that nothing uses."""
    return ("BEGIN:VTIMEZONE", "TZID:UTC", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE")  # fmt: skip


def escaped(text: str) -> str:
    r"""A text as the format wants it.

    >>> print(escaped("a, b; c\nd"))
    a\, b\; c\nd
    """
    parts = (harmless(part) for part in text.split("\n"))
    return "\\n".join(part.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for part in parts)


def folded(line: str) -> str:
    """A line in pieces of at most 75 octets; no letter is cut in two."""
    pieces, piece, used = [], "", 0
    for letter in line:
        size = len(letter.encode())
        if used + size > OCTETS:
            pieces.append(piece)
            piece, used = " ", 1
        piece, used = piece + letter, used + size
    return "\r\n".join([*pieces, piece])


# --- the plan ----------------------------------------------------------------------------------------------------


def plan_events(base: RuleBase, plan: Plan, identity: str) -> list[DayEvent]:
    """What the plan dates: what the user does, deadlines, answers, papers that expire; nothing that is over.

    A step has one event: its last day, or the day from which it can be taken where it has none.

    `identity` tells the case from others, so that the same step of the same case keeps its event.
    """
    view = View(base, plan.lang)
    last_days = {(key.procedure, key.step) for key in plan.key_dates if key.kind == "deadline"}
    begun = [key for key in plan.key_dates if key.kind == "act_from" and (key.procedure, key.step) not in last_days]
    dated = [key for key in plan.key_dates if (key.kind in KINDS or key in begun) and not key.passed]
    return [_day_event(view, plan, key, identity) for key in dated]


def plan_calendar(base: RuleBase, plan: Plan, identity: str) -> str:
    """The plan as a calendar file."""
    newest = max(plan.on, plan.from_)
    return calendar_text(plan_events(base, plan, identity), plan.on, max(0, (newest - FIRST_DAY).days), plan.lang)


def _day_event(view: View, plan: Plan, dated: KeyDate, identity: str) -> DayEvent:
    about = dated.step or dated.document or dated.deadline or ""
    name = "|".join((identity, dated.procedure or "", about, dated.kind))
    kind = view.say("plan_kind_" + dated.kind)
    return DayEvent(
        uid=f"{uuid.uuid5(uuid.NAMESPACE_OID, name)}@snia-advisor",
        day=dated.date,
        summary=_set(view, " · ".join([*([plan.ref] if plan.ref else []), _about(view, dated, kind)])),
        description=_set(view, "\n".join(_description(view, dated))),
        category=_set(view, kind),
    )


def _about(view: View, dated: KeyDate, kind: str) -> str:
    if dated.deadline is not None:
        called = view.base.deadlines[dated.deadline].shared_as
        return called.to(view.lang) if called else view.say("ics_personal")
    if dated.document is not None:
        called = view.base.documents[dated.document].shared_as
        return view.say("ics_paper_of_kind", kind=called.to(view.lang)) if called else view.say("ics_paper")
    return view.say("comparison", title=kind, demand=dated.title)


def _description(view: View, dated: KeyDate) -> Iterator[str]:
    text = sure(view, dated)
    yield text[:1].upper() + text[1:] + "."
    if dated.earliest and dated.latest and dated.earliest != dated.latest:
        yield view.say("ics_between", first=view.wording.plain(dated.earliest), last=view.wording.plain(dated.latest))
    cited = cites(view.base, dated.sources, view.lang, CITED)
    if cited and dated.document is None and dated.deadline is None:
        yield view.say("ics_sources", sources=cited)
    yield say("not_legal_advice", view.lang)


def _set(view: View, text: str) -> str:
    return "\n".join(typeset(harmless(line), view.lang) for line in text.split("\n"))
