"""Amounts of money, each with the lines of its computation.

An amount that is computed from another prints the lines of that one first: the reader can follow every figure down to a
parameter of the law, with its source and its dates, or to a fact of the case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ...law.logic.facts import UNKNOWN
from ...law.logic.operators import FUNCTIONS
from ...law.model.advice import Amount, AmountLine, Figure
from ...law.model.entries import Derived
from ...law.model.values import NONE
from ...messages import say
from ..deciding.situation import Situation
from ..telling.wording import Wording, exact


def amounts(situation: Situation, wording: Wording, names: Iterable[str]) -> tuple[Amount, ...]:
    """The amounts among `names` that the facts allow to compute."""
    due = []
    for name in dict.fromkeys(names):
        derived = situation.base.derived[name]
        value = situation.facts.value(name)
        if value is not UNKNOWN and value is not NONE:
            lines = _Lines(situation, wording)
            lines.derived(derived)
            title = derived.title.to(wording.lang)
            due.append(Amount(id=name, title=title, value=figure(value), unit=derived.unit, lines=tuple(lines.told)))
    return tuple(due)


def figure(value: Any) -> Figure:
    """A value as a line of a computation shows it: a number, a day, or a word."""
    if isinstance(value, (int, Decimal, Fraction)):
        return exact(value)
    return value if isinstance(value, date) else str(value)


class _Lines:
    """The lines of one computation, each written once."""

    def __init__(self, situation: Situation, wording: Wording) -> None:
        self.situation = situation
        self.wording = wording
        self.told: list[AmountLine] = []
        self.seen: set[str] = set()

    def derived(self, derived: Derived) -> None:
        for written in self.read(derived):
            self.argument(written)
        value = self.situation.facts.value(derived.id)
        text = say(
            "computation_line", self.wording.lang, title=derived.title.to(self.wording.lang), formula=self.formula(derived)
        )
        self.told.append(AmountLine(text=text, value=self.shown(value), sources=derived.sources))

    def argument(self, written: str) -> None:
        name = written.removeprefix("$")
        if written == name or name == "on" or name in self.seen:
            return
        self.seen.add(name)
        base, lang = self.situation.base, self.wording.lang
        if name in base.derived:
            self.derived(base.derived[name])
        elif name.count(".") == 2:
            self.told += self.column(name)
        elif "." in name:
            value = self.situation.facts.value(name)
            self.told.append(AmountLine(text=self.wording.title(name), value=self.shown(value), sources=()))
        else:
            parameter = base.parameters[name]
            period = next((p for p in parameter.series if p.covers(self.situation.on)), None)
            if period is not None and parameter.type != "table":
                text = say("computation_parameter", lang, title=parameter.title.to(lang), since=self.since(period.from_))
                value = figure(self.situation.facts.argument(written))
                self.told.append(AmountLine(text=text, value=value, sources=period.sources))

    def since(self, day: Any) -> str:
        return self.wording.plain(day) if day is not None else say("always", self.wording.lang)

    def column(self, name: str) -> Iterator[AmountLine]:
        fact, _, field = name.rpartition(".")
        records = self.situation.facts.value(fact)
        for number, record in enumerate(records.items, 1):
            if record.get(field, NONE) is NONE:
                continue  # nothing to add
            text = say("record_number", self.wording.lang, n=number, text=self.wording.record(fact, record))
            yield AmountLine(text=text, value=self.shown(record[field]), sources=())

    def formula(self, derived: Derived) -> str:
        """The operation, with figures."""
        parts = [self._part(written, derived) for written in self.read(derived)]
        function = FUNCTIONS[derived.function]
        if function.infix:
            return function.infix.join(parts) + function.after
        return say("function_" + function.name, self.wording.lang, values=" ; ".join(parts))

    def _part(self, written: str, derived: Derived) -> str:
        value = self.situation.facts.argument(written, derived.where)
        if isinstance(value, list):
            return " + ".join(self.written(item) for item in value) or "0"
        if isinstance(value, tuple):
            return self.wording.base.parameters[written[1:]].title.to(self.wording.lang)
        return self.written(value)

    def read(self, derived: Derived) -> tuple[str, ...]:
        """The arguments that make the value: of two branches, the one that is taken."""
        if not FUNCTIONS[derived.function].branches:
            return derived.arguments
        answer, then, otherwise = derived.arguments
        return (answer, then if self.situation.facts.argument(answer) else otherwise)

    def shown(self, value: Any) -> Figure:
        """A figure, or yes or no."""
        return say("yes" if value else "no", self.wording.lang) if isinstance(value, bool) else figure(value)

    def written(self, value: Any) -> str:
        """A value within a formula, with the marks of the language."""
        shown = self.shown(value)
        return shown if isinstance(shown, str) else self.wording.plain(shown)
