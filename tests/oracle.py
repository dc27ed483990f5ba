"""A third opinion: the truth of a condition as it is written on the page.

The engine and the specification read the same network, so a fault in building the network would deceive both. This one
reads the page itself, one case at a time, by plain recursion. It shares nothing with the package: not the values, not the
functions, not the names of the operators. It is slow, and must stay easy to check by eye.

A truth is True, False or None (unknown). A value is what it is, `None` for "there is none", or `MISSING` for unknown.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

MISSING: Any = type("Missing", (), {"__repr__": lambda self: "missing"})()
Bodies = Mapping[str, Mapping[str, Mapping[str, Any]]]
Truth = bool | None

# For each operator, whether it holds where the left value is below, equal to, above the right one.
HOLDS = {
    "at_least": (False, True, True), "more_than": (False, False, True), "at_most": (True, True, False),
    "less_than": (True, False, False), "before": (True, False, False), "on_or_before": (True, True, False),
    "after": (False, False, True), "on_or_after": (False, True, True), "equal": (False, True, False),
}  # fmt: skip


def both(truths: Iterable[Truth]) -> Truth:
    """Kleene's conjunction: the weakest of the truths, where false < unknown < true."""
    weakest = min((1 if truth is None else 2 * truth for truth in truths), default=2)
    return {0: False, 1: None, 2: True}[weakest]


def opposite(truth: Truth) -> Truth:
    """Kleene's negation."""
    return None if truth is None else not truth


class Opinion:
    """The truths of one case under a law: `bodies` by kind and id, as they are written."""

    def __init__(self, bodies: Bodies, given: Mapping[str, Any], on: date, readings: Mapping[str, str]) -> None:
        self.bodies = bodies
        self.given = {name: self.read(name, value) for name, value in given.items()}
        self.on = on
        self.readings = readings
        self._rules: dict[str, Truth] = {}
        self._outcomes: dict[tuple[str, str], Truth] = {}
        self._values: dict[str, Any] = {}

    def read(self, name: str, value: Any) -> Any:
        """A given value; a list as its records and whether it is complete."""
        if self.bodies["fact"].get(name, {}).get("type") != "records":
            return comparable(value)
        whole = value if isinstance(value, dict) else {"records": value or []}
        rows = [{column: comparable(item) for column, item in record.items()} for record in whole["records"]]
        return Table(rows, bool(whole.get("complete", True)))

    # --- conditions ----------------------------------------------------------------------------------------------

    def holds(self, written: Any, at: str = "on") -> Truth:
        """The truth of a written condition."""
        if isinstance(written, str):
            return self.rule(written)
        ((key, value),) = written.items()
        if key == "all":
            return both(self.holds(item, at) for item in value)
        if key == "any":
            return opposite(both(opposite(self.holds(item, at)) for item in value))
        if key == "not":
            return opposite(self.holds(value, at))
        if key == "open_question":
            ((question, reading),) = value.items()
            return self.readings[question] == reading if question in self.readings else None
        if "." in key:
            return self.compare(key, value, at)
        return self.determined(key, value)

    def rule(self, name: str) -> Truth:
        """A rule: its condition, none of its exceptions, within its dates."""
        if name not in self._rules:
            body = self.bodies["rule"][name]
            at = body.get("at", "on")
            truths = [self.holds(body["when"], at), *(opposite(self.rule(other)) for other in body.get("unless", ()))]
            day = self.on if at == "on" else self.value(at)
            truths += [self.limit(day, body.get("from", "none"), 1), self.limit(day, body.get("to", "none"), -1)]
            self._rules[name] = both(truths)
        return self._rules[name]

    def limit(self, day: Any, written: str, direction: int) -> Truth:
        """Whether a day is on the right side of the first (1) or the last (-1) day of law."""
        if written == "none":
            return True
        if day is MISSING:
            return None
        if day is None:
            return False
        return bool((day - date.fromisoformat(written)).days * direction >= 0)

    def determined(self, name: str, value: Any) -> Truth:
        """A determination as a premise."""
        body = self.bodies["determination"][name]
        if "choose" in body:
            return self.chosen(name, value if isinstance(value, list) else [value])
        if value == "none":
            # No law is not "none": on a day without law, no finding says nothing.
            return both([self.covered(name), self.no_finding(name)])
        return self.some(name) if value == "some" else self.rule(value)

    def covered(self, name: str) -> Truth:
        """Whether there is law on the day; where there is none, nothing is known."""
        body = self.bodies["determination"][name]
        inside = self.limit(self.on, body.get("from", "none"), 1) and self.limit(self.on, body.get("to", "none"), -1)
        return True if inside else None

    def some(self, name: str) -> Truth:
        """Whether one finding of a `collect` holds."""
        return both([self.covered(name), opposite(self.no_finding(name))])

    def no_finding(self, name: str) -> Truth:
        return both(opposite(self.rule(rule)) for rule in self.bodies["determination"][name]["collect"])

    def outcome(self, name: str, outcome: str) -> Truth:
        """One outcome of a `choose`: its condition, and none of the earlier ones."""
        if (name, outcome) not in self._outcomes:
            choose = self.bodies["determination"][name]["choose"]
            truths = [self.covered(name)]
            for earlier in choose:
                if earlier == outcome:
                    break
                truths.append(opposite(self.outcome(name, earlier)))
            if "when" in choose[outcome]:
                truths.append(self.holds(choose[outcome]["when"]))
            self._outcomes[name, outcome] = both(truths)
        return self._outcomes[name, outcome]

    # An answer is found in two steps: first which alarms are known to ring, then the first outcome among what is left.

    def rings(self, outcome: Mapping[str, Any]) -> bool:
        """Whether an alarm is known to ring; one that nobody knows of is passed over."""
        return outcome.get("alarm") != "yes" or self.holds(outcome["when"]) is True

    def answer(self, path: str, name: str) -> Truth:
        """One outcome of an answer, the empty name for none of them: it holds, and nothing before it does."""
        outcomes = self.bodies["answer"][path]["outcomes"]
        before = list(outcomes)[: list(outcomes).index(name)] if name else list(outcomes)
        truths = [opposite(self.stands(outcomes[earlier])) for earlier in before if self.rings(outcomes[earlier])]
        if name:
            truths.append(self.stands(outcomes[name]) if self.rings(outcomes[name]) else False)
        return both(truths)

    def stands(self, outcome: Mapping[str, Any]) -> Truth:
        """The condition of an outcome, and what makes it matter."""
        return both(self.holds(outcome[key]) for key in ("when", "still") if key in outcome)

    def state(self, path: str, state: str) -> Truth:
        """No outcome of another state is the answer."""
        body = self.bodies["answer"][path]
        others = [name for name in body["outcomes"] if body["outcomes"][name]["state"] != state]
        others += [""] if body.get("checks") or not others else []
        return both(opposite(self.answer(path, name)) for name in others)

    def chosen(self, name: str, listed: list[str]) -> Truth:
        """One of several outcomes: false when each is, true when every other one is false."""
        if len(set(listed)) == 1:
            return self.outcome(name, listed[0])
        if all(self.outcome(name, outcome) is False for outcome in listed):
            return False
        others = [outcome for outcome in self.bodies["determination"][name]["choose"] if outcome not in listed]
        excluded = all(self.outcome(name, outcome) is False for outcome in others)
        return True if excluded and self.covered(name) else None

    # --- comparisons ---------------------------------------------------------------------------------------------

    def compare(self, name: str, wanted: Any, at: str) -> Truth:
        """A comparison of a fact."""
        value = self.value(name)
        if isinstance(value, Table):
            ((what, asked),) = wanted.items()
            return self.of_list(name, value, what, asked, at)
        return self.compare_value(value, wanted, self.kind(name), at)

    def compare_value(self, value: Any, wanted: Any, kind: str, at: str) -> Truth:
        """A comparison of one value, of a fact or in a column."""
        if value is MISSING:
            return None
        if not isinstance(wanted, dict):
            return self.equal(value, wanted)
        ((op, operand),) = wanted.items()
        if op == "includes":
            return operand in value
        if op == "includes_any":
            return any(option in value for option in operand)
        if op == "only":
            return all(option in operand for option in value)
        other = self.operand(kind, operand, at)
        if other is MISSING:
            return None
        if value is None or other is None:
            return False
        return HOLDS[op][1 + (value > other) - (value < other)]

    # --- lists ---------------------------------------------------------------------------------------------------

    def of_list(self, name: str, table: Table, what: str, asked: Any, at: str) -> Truth:
        """`any_of`, `every`, `count` or `sum` of a list."""
        if what in ("any_of", "every"):
            rest = [] if table.complete else [None]  # a record that nobody mentioned may be anything
            truths = [*(self.of_record(name, record, asked, at) for record in table.records), *rest]
            return both(truths) if what == "every" else opposite(both(map(opposite, truths)))
        asked = dict(asked)
        where, column = asked.pop("where", None), asked.pop("of", None)
        body = self.bodies["fact"][name]["fields"][column] if column else {}
        ((op, operand),) = asked.items()
        limit = self.operand(body.get("type", "integer"), operand, at)
        if limit is MISSING or limit is None:
            return None if limit is MISSING else False
        spans = [self.span(name, record, where, column, at) for record in table.records]
        if not table.complete:
            least, most = bounds(body) if column else (0, math.inf)
            spans.append((0 if least >= 0 else -math.inf, 0 if most <= 0 else math.inf))
        least, most = sum(span[0] for span in spans), sum(span[1] for span in spans)
        places = {-1} if least < limit else set()
        places |= ({0} if least <= limit <= most else set()) | ({1} if most > limit else set())
        answers = {HOLDS[op][1 + place] for place in places}
        return answers.pop() if len(answers) == 1 else None

    def span(self, name: str, record: Mapping[str, Any], where: Any, column: str | None, at: str) -> tuple[Any, Any]:
        """What a record adds to a count or to a sum: at least, at most."""
        counted = True if where is None else self.of_record(name, record, where, at)
        if counted is False:
            return 0, 0
        value = record.get(column, MISSING) if column else 1
        least, most = value or 0, value or 0
        if value is MISSING:
            least, most = bounds(self.bodies["fact"][name]["fields"][column])
        return (least, most) if counted else (min(least, 0), max(most, 0))

    def of_record(self, name: str, record: Mapping[str, Any], written: Any, at: str) -> Truth:
        """A condition over the columns of one record."""
        ((key, value),) = written.items()
        if key == "not":
            return opposite(self.of_record(name, record, value, at))
        if key in ("all", "any"):
            truths = [self.of_record(name, record, item, at) for item in value]
            return both(truths) if key == "all" else opposite(both(map(opposite, truths)))
        kind = self.bodies["fact"][name]["fields"][key]["type"]
        return self.compare_value(record.get(key, MISSING), value, kind, at)

    def column(self, written: str, where: Any) -> Any:
        """The values of a column that are there, of the records that count; MISSING while one is not known."""
        group, fact, column = written.split(".")
        name = f"{group}.{fact}"
        table = self.value(name)
        if table is MISSING or not table.complete:
            return MISSING
        truths = [True if where is None else self.of_record(name, record, where, "on") for record in table.records]
        values = [record.get(column, MISSING) for record, truth in zip(table.records, truths, strict=True) if truth]
        return MISSING if None in truths or MISSING in values else [value for value in values if value is not None]

    def equal(self, value: Any, wanted: Any) -> bool:
        if isinstance(wanted, list):
            return value in wanted
        if wanted == "none":
            return value is None or value == frozenset()
        return value is (wanted == "yes") if isinstance(value, bool) else value == wanted

    def operand(self, kind: str, written: str, at: str) -> Any:
        """The right side of a comparison."""
        if not written.startswith("$"):
            return literal(written, kind)
        if written == "$on":
            return self.on
        if "." in written:
            return self.value(written[1:])
        return self.parameter(written[1:], self.on if at == "on" else self.value(at))

    def kind(self, name: str) -> str:
        kind = "fact" if name in self.bodies["fact"] else "derived"
        return str(self.bodies[kind][name]["type"])

    def parameter(self, name: str, day: Any) -> Any:
        """The value of a parameter on a day."""
        if not isinstance(day, date):
            return MISSING
        body = self.bodies["parameter"][name]
        for period in body["series"]:
            if self.limit(day, period.get("from", "none"), 1) and self.limit(day, period.get("to", "none"), -1):
                return literal(period["value"], body["type"])
        return MISSING

    # --- values --------------------------------------------------------------------------------------------------

    def value(self, name: str) -> Any:
        """The value of a fact, given or computed."""
        if name in self.given or name not in self.bodies["derived"]:
            return self.given.get(name, MISSING)
        if name not in self._values:
            self._values[name] = self.computed(name)
        return self._values[name]

    def computed(self, name: str) -> Any:
        body = self.bodies["derived"][name]
        ((function, arguments),) = body["compute"].items()
        values = [self.argument(written, body.get("where")) for written in arguments]
        if function == "if_yes":
            answer, *branches = values
            values = [answer] if answer is MISSING else [branches[0 if answer else 1]]
        if None in values:
            return None
        found = MISSING if MISSING in values else compute(function, values)
        exact = body["type"] != "decimal" or body.get("exact") == "yes" or found is MISSING
        return found if exact else rounded(found, int(body["places"]))

    def argument(self, written: str, where: Any) -> Any:
        if not written.startswith("$"):
            return Fraction(written)
        if written.count(".") == 2:
            return self.column(written[1:], where)
        if written == "$on":
            return self.on
        return self.value(written[1:]) if "." in written else self.parameter(written[1:], self.on)


def comparable(value: Any) -> Any:
    """Numbers as fractions, so that nothing is ever rounded by accident."""
    return Fraction(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value


@dataclass(frozen=True)
class Table:
    """A list of records as it was given."""

    records: list[dict[str, Any]]
    complete: bool


def bounds(column: Mapping[str, Any]) -> tuple[Any, Any]:
    """Between what a number of a column lies; `none` adds as much as 0."""
    least, most = Fraction(column["minimum"]) if "minimum" in column else -math.inf, math.inf
    most = Fraction(column["maximum"]) if "maximum" in column else most
    return (min(least, 0), max(most, 0)) if column.get("none_allowed") == "yes" else (least, most)


def literal(written: Any, kind: str) -> Any:
    """A written date or number, or a table: the end and the value of each row."""
    if kind == "table":
        return [(None if row["to"] == "none" else Fraction(row["to"]), Fraction(row["value"])) for row in written]
    return date.fromisoformat(written) if kind == "date" else Fraction(written)


def compute(function: str, values: list[Any]) -> Any:
    """A named function; MISSING where the result is no date of the calendar."""
    first, *rest = values
    if function in PLAIN:
        return PLAIN[function](*values)
    if function == "quotient":
        return first / rest[0] if rest[0] else MISSING
    if function == "bracket":
        return row_of(rest[0], first)
    if function.startswith("service_hours"):
        return hours(first, rest[0], rest[1], function.endswith("full_years"))
    if function == "days_between":
        return Fraction(rest[0].toordinal() - first.toordinal())
    if function in ("whole_months_between", "whole_years_between"):
        return Fraction(elapsed(first, rest[0], 1 if "months" in function else 12))
    if function == "add_days":
        return moved(first, int(rest[0]))
    months = int(rest[0]) * (12 if function == "add_years" else 1)
    later = shifted(first, months)
    if function == "end_of_month" and later is not MISSING:
        days = (moved(date(later.year, later.month, 28), n) for n in range(4))
        return max(day for day in days if day is not MISSING and day.month == later.month)
    return moved(later, -1) if function == "last_day_of_months" and later is not MISSING else later


PLAIN: dict[str, Callable[..., Any]] = {
    "product": lambda *factors: math.prod(factors),
    "sum": lambda *terms: Fraction(sum(terms[0] if isinstance(terms[0], list) else terms)),
    "difference": lambda left, right: left - right,
    "share": lambda whole, percent: whole * percent / 100,
    "largest": lambda *values: sorted(values)[-1],
    "smallest": lambda *values: sorted(values)[0],
    "later_of": lambda one, other: other if (other - one).days > 0 else one,
    "earlier_of": lambda one, other: one if (other - one).days > 0 else other,
    "count": lambda column: Fraction(len(column)),
    "sum_excess": lambda column, limit: Fraction(sum(value - limit for value in column if value > limit)),
    "sum_capped": lambda column, limit: Fraction(sum(limit if value > limit else value for value in column)),
    "if_at_least": lambda value, threshold, then, otherwise: otherwise if value < threshold else then,
    "if_yes": lambda taken: taken,
}


def row_of(table: list[tuple[Any, Any]], value: Any) -> Any:
    """The value of the first row that reaches far enough."""
    return next((hours for end, hours in table if end is None or end >= value), MISSING)


def hours(start: date, out: date, table: list[tuple[Any, Any]], full: bool) -> Any:
    """Hours of service, year by year; of the last year its share in days, or all of it."""
    total, year = Fraction(0), 0
    while True:
        begin, end = shifted(start, 12 * year), shifted(start, 12 * (year + 1))
        if MISSING in (begin, end):
            return MISSING
        worked, year = (min(out, end) - begin).days, year + 1
        if worked > 0:
            earned = row_of(table, year)
            if earned is MISSING:
                return MISSING
            total += earned if full else earned * Fraction(worked, (end - begin).days)
        if out < end:
            return total


def rounded(amount: Fraction, places: int) -> Fraction:
    """Rounded to some decimals, half away from zero."""
    size = Fraction(math.floor(abs(amount) * 10**places + Fraction(1, 2)), 10**places)
    return size if amount >= 0 else -size


def moved(start: date, days: int) -> Any:
    ordinal = start.toordinal() + days
    return date.fromordinal(ordinal) if date.min.toordinal() <= ordinal <= date.max.toordinal() else MISSING


def shifted(start: date, months: int) -> Any:
    """The same day some months later, or the last day of that month."""
    count = start.year * 12 + (start.month - 1) + months
    year, month = count // 12, count % 12 + 1
    if not 1 <= year <= 9999:
        return MISSING
    following = date(year, month + 1, 1) if month < 12 else None
    last = (following - timedelta(days=1)).day if following else 31
    return date(year, month, min(start.day, last))


def elapsed(start: date, end: date, unit: int) -> int:
    """How many whole units of `unit` months fit between two days, counted one by one."""
    if end < start:
        return -elapsed(end, start, unit)
    count = max(0, (end - start).days // (31 * unit) - 1)
    while (later := shifted(start, (count + 1) * unit)) is not MISSING and later <= end:
        count += 1
    return count
