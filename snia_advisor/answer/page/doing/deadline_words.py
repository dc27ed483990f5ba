"""A deadline in words: when the delay ends and why, by when to act or from when to ask, what is not sure, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from ....law.calendar.closed import Moon, WhyClosed
from ....law.calendar.deadline import READINGS, Counted, Deadline
from ....law.calendar.delays import Duration
from ....law.model.closed_days import LocalDays
from ....law.rulebase.base import RuleBase
from ....messages.formats import WEEKDAYS, day_beside, long_date
from ....messages.plurals import plural_form, quantity
from ...telling.document import Document, First, Note
from ...telling.view import View
from ...telling.words import ARROW

NAMED = 5  # closed days named in one sentence; the others are in the count day by day
WEEKEND = {5, 6}


def deadline_page(base: RuleBase, deadline: Deadline, lang: str, explain: bool, local: LocalDays, version: str) -> Document:
    """The whole answer as a page; `version` names the calendar."""
    view = View(base, lang, whole=explain)
    if deadline.whose == "user":
        view.page.para(prudent(view, deadline), mark=ARROW, strong=True)
        view.page.para(answer(view, deadline))
    else:
        view.page.para(answer(view, deadline), strong=True)
    for text in claims(view, deadline):
        view.page.para(text, mark=ARROW)
    view.page.blank()
    view.page.add(*notes(view, deadline))
    if explain:
        view.page.heading(view.say("add_head_days"))
        deadline_lines(view, deadline)
    view.page.blank()
    view.page.labelled(view.say("label_list"), list_text(view, deadline, local))
    view.cited(deadline_sources(deadline), 0)
    view.page.para(view.say("add_version", version=version))
    return view.page


def deadline_sentences(view: View, deadline: Deadline) -> list[str]:
    """What the page says, sentence by sentence, without the count day by day."""
    said = [prudent(view, deadline)] if deadline.whose == "user" else []
    return [*said, answer(view, deadline), *claims(view, deadline), *(note.text for note in notes(view, deadline))]


# --- the answer --------------------------------------------------------------------------------------------------


def delay_words(delay: Duration, lang: str, view: View) -> str:
    """`2 working days`; hours as they were written, with the days that they are."""
    if delay.hours is None:
        return quantity(delay.unit, delay.amount, lang)
    small = view.say("add_small").split("|")
    days = small[delay.amount - 1] if delay.amount <= len(small) else str(delay.amount)
    return view.say("add_hours", hours=quantity("hours", delay.hours, lang), days=days)


def answer(view: View, deadline: Deadline) -> str:
    """Start, delay, end with its day of the week, and the days that did not count."""
    words = delay_words(deadline.delay, view.lang, view)
    start = long_date(deadline.start, view.lang)
    if not deadline.ends:
        return view.say("add_unknown", start=start, delay=words, outside=outside(view, deadline))
    verbs = view.say("add_verb").split("|")
    verb = verbs[min(plural_form(deadline.delay.hours or deadline.delay.amount, view.lang), len(verbs) - 1)]
    because = because_of(view, deadline, skipped(deadline)) if _told_in_answer(deadline) else ""
    return view.say("add_answer", start=start, delay=words, verb=verb, end=_ends(view, deadline), because=because)


def _told_in_answer(deadline: Deadline) -> bool:
    """Whether the days skipped explain where the delay ends, not where a deadline was moved to."""
    return deadline.whose != "user" or deadline.delay.unit == "working_days"


def _ends(view: View, deadline: Deadline) -> str:
    """When the delay ends, on each reading where they differ."""
    told = {end.reading: _between(view, list(end.plain)) for end in deadline.ends}
    readings = READINGS[deadline.delay.unit]
    if deadline.whose == "plain" and deadline.delay.unit == "months":
        readings = readings[:1]
    texts = [told.get(reading, view.say("add_no_day")) for reading in readings]
    if len(set(texts)) == 1:
        return texts[0]
    return view.say("or").join(
        view.say(f"add_if_{reading}", end=text) for reading, text in zip(readings, texts, strict=True)
    )


def _between(view: View, days: list[date]) -> str:
    if len(days) == 1:
        return view.say("add_on", day=long_date(days[0], view.lang))
    first, last = min(days), max(days)
    return view.say("add_between", first=day_beside(first, last, view.lang), last=long_date(last, view.lang))


def skipped(deadline: Deadline) -> list[Counted]:
    """The closed days that made the date what it is: not counted, or from which it was moved back."""
    if deadline.due is None:
        return []
    if not _told_in_answer(deadline):
        return [day for day in deadline.days if (day.reasons or day.doubts) and day.day > deadline.due]
    return [day for day in deadline.days if (day.reasons or day.doubts) and day.number is None and day.day < deadline.due]


def because_of(view: View, deadline: Deadline, closed: Sequence[Counted]) -> str:
    """`, because Friday 6 is closed (Green March Day) and the weekend does not count`; nothing where no day is skipped."""
    near = deadline.due or deadline.start
    counted = deadline.delay.unit == "working_days" or (deadline.delay.unit == "unspecified" and deadline.whose != "user")
    rests = [day for day in closed if counted and _rest(day.reasons)]
    titles: dict[str, list[date]] = {}
    for day in closed:
        if day.reasons and day not in rests:
            titles.setdefault(reason_title(view, day.reasons), []).append(day.day)
    clauses = [_closed_clause(view, title, days, near) for title, days in list(titles.items())[:NAMED]]
    clauses += [view.say("add_others_closed")] if len(titles) > NAMED else []
    clauses += [_rest_clause(view, deadline, [day.day for day in rests])] if rests else []
    moons = {moon.entry.id: moon.title.to(view.lang) for day in closed if not day.reasons for moon in day.doubts}
    key = "add_moon_closed" if _told_in_answer(deadline) else "add_moon_may_close"
    clauses += [view.say(key, title=title) for title in moons.values()]
    return view.say("add_because", clauses=_listed(view, clauses, "and")) if clauses else ""


def _closed_clause(view: View, title: str, days: list[date], near: date) -> str:
    named = [view.say("add_the_day", day=day_beside(day, near, view.lang)) for day in days]
    key = "add_closed_day" if len(days) == 1 else "add_closed_days"
    return view.say(key, days=_listed(view, named, "and"), title=title)


def _rest_clause(view: View, deadline: Deadline, days: list[date]) -> str:
    weekdays = sorted({day.weekday() for day in days})
    if deadline.which == "public" and WEEKEND.issuperset(weekdays):
        weeks = {day.isocalendar()[:2] for day in days}
        return view.say("add_weekend" if len(weeks) == 1 else "add_weekends")
    return view.say("add_rest", days=view.join(WEEKDAYS[view.lang][n] for n in weekdays))


def _rest(reasons: Iterable[WhyClosed]) -> bool:
    return any(reason.kind == "weekly_rest" for reason in reasons)


def reason_title(view: View, reasons: Sequence[WhyClosed]) -> str:
    """Why a day is closed, in words; the weekly rest before the rest."""
    if _rest(reasons):
        return view.say("weekly_rest_title")
    return view.join(dict.fromkeys(reason.title.to(view.lang) for reason in reasons))


def _listed(view: View, parts: Sequence[str], word: str) -> str:
    """`a, b and c`, or with `or`."""
    if len(parts) < 2:
        return "".join(parts)
    return view.join(parts[:-1]) + view.say(word) + parts[-1]


def outside(view: View, deadline: Deadline) -> str:
    """What the table of closed days does not hold."""
    table = next(iter(view.base.calendars.values()))
    assert table.from_ is not None
    assert table.to is not None
    before = deadline.outside is not None and deadline.outside < table.from_
    day = long_date(table.from_ if before else table.to, view.lang)
    return view.say("add_outside_before", day=day) if before else view.say("add_outside_after", day=day)


# --- what to do --------------------------------------------------------------------------------------------------


def prudent(view: View, deadline: Deadline) -> str:
    """By when the user must act."""
    if deadline.due is None:
        return view.say("add_act_unknown", outside=outside(view, deadline))
    closed = [] if _told_in_answer(deadline) else skipped(deadline)
    return view.say("add_act", day=long_date(deadline.due, view.lang), because=because_of(view, deadline, closed))


def claims(view: View, deadline: Deadline) -> list[str]:
    """From when the user may ask an authority where the file is."""
    if deadline.whose != "authority" or not deadline.ends:
        return []
    if deadline.claim_from is None:
        return [view.say("add_claim_unknown", outside=outside(view, deadline))]
    said = [view.say("add_claim", day=long_date(deadline.claim_from, view.lang))]
    if deadline.claim_from_shorter not in (None, deadline.claim_from):
        said.append(view.say("add_claim_shorter", day=long_date(deadline.claim_from_shorter, view.lang)))
    return said


# --- beside the answer -------------------------------------------------------------------------------------------


def notes(view: View, deadline: Deadline) -> list[Note]:
    """What must be said with the date: the start, the unit, and everything that may still move it."""
    return [*_plain_notes(view, deadline), *_doubts(view, deadline)]


def _plain_notes(view: View, deadline: Deadline) -> Iterable[Note]:
    day = long_date(deadline.start, view.lang)
    if deadline.start_closed:
        yield Note(view.say("add_start_closed", day=day, title=reason_title(view, deadline.start_closed)))
    last = deadline.days[-1] if deadline.days else None
    if last and deadline.whose == "plain" and last.reasons and last.number is not None and deadline.due == last.day:
        title = reason_title(view, last.reasons)
        yield Note(view.say("add_end_closed", day=long_date(last.day, view.lang), title=title))
    if any(end.reading == "date_to_date" and max(end.plain).day < deadline.start.day for end in deadline.ends):
        yield Note(view.say("add_clipped", n=deadline.start.day))
    if deadline.outer_limit is not None:
        yield Note(view.say("add_outer", day=long_date(deadline.outer_limit, view.lang)))


def _doubts(view: View, deadline: Deadline) -> Iterable[Note]:
    lang = view.lang
    if deadline.delay.unit == "unspecified":
        yield Note(view.say("add_unit_unsaid"), True)
    for moon in deadline.moons:
        days = _either(view, moon.candidates)
        status = view.say("status_" + moon.entry.status)
        yield Note(view.say("add_moon", title=moon.title.to(lang), status=status, days=days), True)
    for gap in deadline.gaps:
        yield Note(view.say("add_gap", text=gap.text.to(lang)), True)
    for reason in deadline.assumed:
        day = long_date(view.base.closures[reason.id].day, lang)
        yield Note(view.say("add_assumed", title=reason.title.to(lang), day=day), True)
    told = (
        deadline.claim_from is None if deadline.whose == "authority" else deadline.whose == "user" and deadline.due is None
    )
    if deadline.outside is not None and deadline.ends and not told:
        text = outside(view, deadline)
        yield Note(text[:1].upper() + text[1:], True)
    table = next(iter(view.base.calendars.values()))
    read = [end.read[1] for end in deadline.ends if end.read]
    if deadline.which == "public" and read and max(read) > table.as_of:
        yield Note(view.say("add_as_of", day=long_date(table.as_of, lang)), True)
    if deadline.corrected:
        yield Note(view.say("add_corrected"), True)


def _either(view: View, days: Sequence[date]) -> str:
    """`Sunday 16, Monday 17 or Tuesday 18 May 2027`: the last day in full."""
    texts = [day_beside(day, days[-1], view.lang) for day in days[:-1]] + [long_date(days[-1], view.lang)]
    return _listed(view, [view.say("add_the_day", day=text) for text in texts], "or")


def list_text(view: View, deadline: Deadline, local: LocalDays) -> str:
    """Which closed days were used."""
    if deadline.which == "private" and local.rest is not None:
        names = [WEEKDAYS["en"].index(day.capitalize()) for day in local.rest]
        return view.say("add_list_private_rest", days=view.join(WEEKDAYS[view.lang][n] for n in names))
    return view.say("add_list_" + deadline.which)


def deadline_sources(deadline: Deadline) -> tuple[str, ...]:
    """The citations behind the closed days that the date rests on."""
    closed = skipped(deadline)
    reasons = [*deadline.start_closed, *(reason for day in closed for reason in day.reasons), *deadline.assumed]
    moons = [*(moon for day in closed for moon in day.doubts), *deadline.moons]
    cites = [cite for reason in reasons for cite in reason.sources] + [cite for moon in moons for cite in moon.sources]
    return tuple(dict.fromkeys(cites))


# --- day by day --------------------------------------------------------------------------------------------------


def deadline_lines(view: View, deadline: Deadline) -> None:
    """The count day by day: the number of each day that counts, the reason of each that does not."""
    rows = [(long_date(counted.day, view.lang), _row(view, deadline, counted)) for counted in deadline.days]
    view.page.table([(long_date(deadline.start, view.lang), view.say("add_row_start")), *rows], First.DAY)


def _row(view: View, deadline: Deadline, counted: Counted) -> str:
    parts = [str(counted.number)] if counted.number is not None else []
    if counted.reasons:
        parts.append(view.say("add_row_closed", title=reason_title(view, counted.reasons)))
    parts += [_doubt(view, counted.day, moon) for moon in counted.doubts if not counted.reasons]
    ends = [end for end in deadline.ends if counted.day in end.plain]
    if ends:
        parts.append(view.say("add_row_end" if any(len(end.plain) == 1 for end in ends) else "add_row_may_end"))
    if deadline.whose == "user" and counted.day == deadline.due:
        parts.append(view.say("add_row_act"))
    if counted.day == deadline.claim_from:
        parts.append(view.say("add_row_claim"))
    return view.clauses(parts) or view.say("add_row_uncounted")


def _doubt(view: View, day: date, moon: Moon) -> str:
    firsts = [first for first in moon.candidates if moon.closes(day, first)]
    return view.say("add_row_doubt", title=moon.title.to(view.lang), days=_either(view, firsts))
