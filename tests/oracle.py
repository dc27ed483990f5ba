"""A third opinion: the truth of a condition as it is written on the page.

The engine and the specification read the same network, so a fault in building the network would deceive both. This one
reads the page itself, one case at a time, by plain recursion. It shares nothing with the package: not the values, not the
functions, not the names of the operators. It is slow, and must stay easy to check by eye.

A truth is True, False or None (unknown). A value is what it is, `None` for "there is none", or `MISSING` for unknown.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
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
        self.given = {name: comparable(value) for name, value in given.items()}
        self.on = on
        self.readings = readings
        self._rules: dict[str, Truth] = {}
        self._outcomes: dict[tuple[str, str], Truth] = {}
        self._values: dict[str, Any] = {}

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
        other = self.operand(name, operand, at)
        if other is MISSING:
            return None
        if value is None or other is None:
            return False
        return HOLDS[op][1 + (value > other) - (value < other)]

    def equal(self, value: Any, wanted: Any) -> bool:
        if isinstance(wanted, list):
            return value in wanted
        if wanted == "none":
            return value is None or value == frozenset()
        return value is (wanted == "yes") if isinstance(value, bool) else value == wanted

    def operand(self, name: str, written: str, at: str) -> Any:
        """The right side of a comparison."""
        if not written.startswith("$"):
            return literal(written, self.kind(name))
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
        ((function, arguments),) = self.bodies["derived"][name]["compute"].items()
        values = [self.argument(written) for written in arguments]
        if None in values:
            return None
        return MISSING if MISSING in values else compute(function, values)

    def argument(self, written: str) -> Any:
        if not written.startswith("$"):
            return Fraction(written)
        if written == "$on":
            return self.on
        return self.value(written[1:]) if "." in written else self.parameter(written[1:], self.on)


def comparable(value: Any) -> Any:
    """Numbers as fractions, so that nothing is ever rounded by accident."""
    return Fraction(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value


def literal(written: str, kind: str) -> Any:
    """A written date or number."""
    return date.fromisoformat(written) if kind == "date" else Fraction(written)


def compute(function: str, values: list[Any]) -> Any:
    """A named function; MISSING where the result is no date of the calendar."""
    first, *rest = values
    if function == "sum":
        return sum(values)
    if function in ("product", "share"):
        return centimes(first * rest[0] / (100 if function == "share" else 1))
    if function == "days_between":
        return Fraction(rest[0].toordinal() - first.toordinal())
    if function in ("whole_months_between", "whole_years_between"):
        return Fraction(elapsed(first, rest[0], 1 if "months" in function else 12))
    if function == "add_days":
        return moved(first, int(rest[0]))
    months = int(rest[0]) * (12 if function == "add_years" else 1)
    later = shifted(first, months)
    return moved(later, -1) if function == "last_day_of_months" and later is not MISSING else later


def centimes(amount: Fraction) -> Fraction:
    """Rounded to the centime, half away from zero."""
    size = Fraction(math.floor(abs(amount) * 100 + Fraction(1, 2)), 100)
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
