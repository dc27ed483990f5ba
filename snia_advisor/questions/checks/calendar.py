"""`snia calendar check`: gaps and faults of the table of closed days, each named, with what to do.

An `error` is a fault of the data, a `warning` is work that waits (a date to be confirmed, a table that ends soon), a `note`
is a limit that one must know and cannot remove at the desk. Errors and warnings make the command exit with 1.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, pairwise
from typing import Any

from ...law.calendar.closed import WEEKDAYS, ClosedDays
from ...law.calendar.year import year_of
from ...law.model.closed_days import CERTAIN, CalendarTable, Closure, FeastDay
from ...law.rulebase.base import RuleBase
from ...messages import language, say
from ...messages.formats import WEEKDAYS as NAMES
from ...messages.formats import date_text, weekday_text
from ...messages.plurals import quantity
from .findings import RuleFinding

LUNAR_YEAR = (354, 355)  # days from a feast to the next
RECENT = timedelta(days=731)  # an older date that was never confirmed serves old files only
YEAR = timedelta(days=365)
DONE = "note"  # a finding of this severity asks for nothing


@dataclass(frozen=True)
class TableFinding(RuleFinding):
    """A finding about an entry of the calendar."""

    id: str = ""


@dataclass(frozen=True)
class YearCount:
    """How many days of the public list are certain in a year, and how many are not; the weekly rest is left out."""

    year: int
    certain: int
    uncertain: int


TableCheck = Callable[[RuleBase, CalendarTable, date], Iterator[TableFinding]]


def check_calendar(base: RuleBase, on: date) -> list[TableFinding]:
    """Every finding on the calendar of a rule base, as seen on the day `on`: the gravest first."""
    table = next(iter(base.calendars.values()), None)
    if table is None:
        return [TableFinding("K001", "error", base.origin, 1, say("K001"), say("K001_fix"))]
    findings = [finding for check in CHECKS for finding in check(base, table, on)]
    order = ("error", "warning", "note")
    return sorted(findings, key=lambda f: (order.index(f.severity), f.file, f.line, f.code))


def to_do(findings: Iterable[TableFinding]) -> list[TableFinding]:
    """The findings that ask for something."""
    return [finding for finding in findings if finding.severity != DONE]


def counts(base: RuleBase) -> list[YearCount]:
    """Certain and uncertain days of the public list for every year of the table."""
    table = next(iter(base.calendars.values()), None)
    return [_count(base, year) for year in _years(table)] if table else []


def calendar_json(findings: list[TableFinding], years: list[YearCount]) -> dict[str, Any]:
    """`{findings: [{code, severity, id, file, line, message, fix}], years: [{year, certain, uncertain}]}`."""
    return {"findings": [f.to_json() for f in findings], "years": [vars(year) for year in years]}


def _count(base: RuleBase, year: int) -> YearCount:
    days = year_of(base.tables(), year, ("public",)).days
    sure = [{day.day for day in days if day.certain is certain} for certain in (True, False)]
    return YearCount(year, *map(len, sure))


def _years(table: CalendarTable) -> range:
    assert table.from_ is not None
    assert table.to is not None
    return range(table.from_.year, table.to.year + 1)


def _found(base: RuleBase, code: str, severity: str, kind: str, entry: str, **args: Any) -> TableFinding:
    raw = base.raws[kind][entry]
    return TableFinding(code, severity, raw.file, raw.line, say(code, **args), say(code + "_fix"), entry)


def _day(day: date | None) -> str:
    return date_text(day, language()) if day else ""


# --- the table ---------------------------------------------------------------------------------------------------


def _one_table(base: RuleBase, table: CalendarTable, on: date) -> Iterator[TableFinding]:
    for name in base.calendars:
        if name != table.id:
            yield _found(base, "K007", "error", "calendar", name, name=name, other=table.id)
    assert table.to is not None
    if table.to < on + YEAR:
        yield _found(base, "K012", "warning", "calendar", table.id, day=_day(table.to), on=_day(on))
    if table.as_of < on:
        yield _found(base, "K017", "note", "calendar", table.id, as_of=_day(table.as_of))
    for kind, name, day in _dated(base):
        if not table.covers(day):
            yield _found(base, "K016", "error", kind, name, name=name, day=_day(day))


def _dated(base: RuleBase) -> Iterator[tuple[str, str, date]]:
    yield from (("feast_day", name, entry.first_day) for name, entry in base.feast_days.items())
    yield from (("closure", name, entry.day) for name, entry in base.closures.items())


def _weekdays(base: RuleBase, table: CalendarTable, on: date) -> Iterator[TableFinding]:
    for kind, name, day in _dated(base):
        written = base.tables()[kind][name].weekday
        if written is None:
            yield _found(base, "K006", "warning", kind, name, name=name)
        elif written != WEEKDAYS[day.weekday()]:
            args = {"weekday": weekday_text(day, language()), "written": NAMES[language()][WEEKDAYS.index(written)]}
            yield _found(base, "K005", "error", kind, name, name=name, day=_day(day), **args)


# --- feasts ------------------------------------------------------------------------------------------------------


def _of(base: RuleBase, feast: str) -> list[FeastDay]:
    return sorted((f for f in base.feast_days.values() if f.feast == feast), key=lambda f: f.first_day)


def _every_year(base: RuleBase, table: CalendarTable, on: date) -> Iterator[TableFinding]:
    """A lunar year is shorter than a civil one: each feast falls at least once in every civil year, now and then twice."""
    for feast in base.feasts:
        seen = Counter(entry.first_day.year for entry in _of(base, feast))
        for year in _years(table):
            if not seen[year]:
                title = base.feasts[feast].title.to(language())
                yield _found(base, "K002", "error", "feast", feast, feast=title, year=year)


def _unconfirmed(base: RuleBase, table: CalendarTable, on: date) -> Iterator[TableFinding]:
    today = max(on, table.as_of)
    for name, entry in base.feast_days.items():
        if entry.status not in CERTAIN and entry.first_day <= today:
            severity = "warning" if today - entry.first_day < RECENT else DONE
            args = {"feast": base.feasts[entry.feast].title.to(language()), "status": say("status_" + entry.status)}
            yield _found(base, "K003", severity, "feast_day", name, day=_day(entry.first_day), **args)


def _one_after_the_other(base: RuleBase, table: CalendarTable, on: date) -> Iterator[TableFinding]:
    for feast in base.feasts:
        for before, entry in pairwise(_of(base, feast)):
            if entry.hijri_year != before.hijri_year + 1:
                args = {"year": entry.hijri_year, "before": before.hijri_year}
                yield _found(base, "K010", "error", "feast_day", entry.id, name=entry.id, **args)
                continue
            yield from _distance(base, before, entry)


def _distance(base: RuleBase, before: FeastDay, entry: FeastDay) -> Iterator[TableFinding]:
    days = (entry.first_day - before.first_day).days
    slack = before.within + entry.within
    least, most = LUNAR_YEAR
    if not least - slack <= days <= most + slack:
        # Months begin when the crescent is seen: a year one day shorter or longer is rare, and not a fault by itself.
        severity = "warning" if least - 1 <= days + slack and days - slack <= most + 1 else "error"
        args = {"days": quantity("days", days, language()), "least": least, "most": most}
        yield _found(base, "K008", severity, "feast_day", entry.id, name=entry.id, **args)


def _alternatives(base: RuleBase, table: CalendarTable, on: date) -> Iterator[TableFinding]:
    for name, entry in base.feast_days.items():
        for day in entry.alternatives:
            if not 0 < abs((day - entry.first_day).days) <= entry.within:
                yield _found(base, "K009", "error", "feast_day", name, name=name, day=_day(day))


# --- fixed days, closures, overlaps ------------------------------------------------------------------------------


def _fixed(base: RuleBase, table: CalendarTable, on: date) -> Iterator[TableFinding]:
    for name, entry in base.closed_days.items():
        for which, part in (("public", entry.public), ("private", entry.private)):
            if part is not None and (part.from_ is None or not part.sources):
                yield _found(base, "K011", "error", "closed_day", name, name=name, list=say("which_" + which))


def _closures(base: RuleBase, table: CalendarTable, on: date) -> Iterator[TableFinding]:
    for name, entry in base.closures.items():
        if entry.condition is not None:
            yield from _conditional(base, entry)
        if entry.public_establishments == "assumed":
            args = {"title": entry.title.to(language()), "day": _day(entry.day)}
            yield _found(base, "K014", DONE, "closure", name, **args)
    for name, gap in base.closure_gaps.items():
        yield _found(base, "K004", DONE, "closure_gap", name, text=gap.text.to(language()))


def _conditional(base: RuleBase, entry: Closure) -> Iterator[TableFinding]:
    """A closure decided for one date of a feast: the table says another date for certain, or does not know yet."""
    assert entry.condition is not None
    named, asked = base.feast_days[entry.condition.feast_day], entry.condition.first_day
    began = say("feast_began", feast=base.feasts[named.feast].title.to(language()), day=_day(asked))
    if named.status not in CERTAIN:
        yield _found(base, "K018", DONE, "closure", entry.id, name=entry.id, condition=began)
    elif named.first_day != asked:
        yield _found(base, "K013", "error", "closure", entry.id, name=entry.id, condition=began)


def _overlaps(base: RuleBase, table: CalendarTable, on: date) -> Iterator[TableFinding]:
    for one, other in combinations(base.weekly_rests.values(), 2):
        meet = (one.to is None or other.from_ is None or other.from_ <= one.to) and (
            other.to is None or one.from_ is None or one.from_ <= other.to
        )
        if one.which == other.which and meet:
            yield _found(base, "K007", "error", "weekly_rest", other.id, name=other.id, other=one.id)
    spans = sorted(
        (f.first_day, f.first_day + timedelta(base.feasts[f.feast].public.days - 1), f.id) for f in base.feast_days.values()
    )
    for before, after in pairwise(spans):
        if after[0] <= before[1]:
            yield _found(base, "K007", "error", "feast_day", after[2], name=after[2], other=before[2])
    public = ClosedDays(base.tables(), "public")
    for name, entry in base.closures.items():
        if any(reason.id != name for reason in public.reasons(entry.day)):
            yield _found(base, "K015", "warning", "closure", name, name=name, day=_day(entry.day))


CHECKS: tuple[TableCheck, ...] = (
    _one_table,
    _weekdays,
    _every_year,
    _unconfirmed,
    _one_after_the_other,
    _alternatives,
    _fixed,
    _closures,
    _overlaps,
)
