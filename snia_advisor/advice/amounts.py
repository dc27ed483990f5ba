"""Amounts of money, each with the lines of its computation."""

from __future__ import annotations

from collections.abc import Iterable

from ..logic.facts import UNKNOWN
from ..model.advice import Amount, AmountLine
from ..model.entries import Derived
from ..model.values import NONE
from .situation import Situation
from .wording import Wording


def amounts(situation: Situation, wording: Wording, names: Iterable[str]) -> tuple[Amount, ...]:
    """The amounts among `names` that the facts allow to compute."""
    found = []
    for name in dict.fromkeys(names):
        derived = situation.base.derived[name]
        value = situation.facts.value(name)
        if value is not UNKNOWN and value is not NONE:
            lines = tuple(_line(situation, wording, written) for written in derived.arguments)
            title = derived.title.to(wording.lang)
            total = AmountLine(text=_formula(derived, wording, situation), value=str(value), sources=derived.sources)
            found.append(Amount(id=name, title=title, value=str(value), unit=derived.unit, lines=(*lines, total)))
    return tuple(found)


def _line(situation: Situation, wording: Wording, written: str) -> AmountLine:
    name = written.removeprefix("$")
    if not written.startswith("$"):
        return AmountLine(text=written, value=written, sources=())
    if "." in name:
        return AmountLine(text=wording.title(name), value=str(situation.facts.value(name)), sources=())
    parameter = situation.base.parameters[name]
    sources = next((p.sources for p in parameter.series if p.covers(situation.on)), ())
    return AmountLine(text=parameter.title.to(wording.lang), value=str(situation.facts.argument(written)), sources=sources)


def _formula(derived: Derived, wording: Wording, situation: Situation) -> str:
    sign = {"product": " × ", "sum": " + "}.get(derived.function, " ; ")
    return sign.join(str(situation.facts.argument(written)) for written in derived.arguments)
