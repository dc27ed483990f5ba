"""The facts of a case as the logic reads them: known with a value, or unknown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from ..model.entries import Derived, Parameter
from ..model.values import NONE, read_date, read_decimal, read_integer
from .conditions import ON, Ref
from .functions import FUNCTIONS, OutOfCalendar


class Unknown:
    """The absence of a value. There is one, and it is neither true nor false."""

    def __repr__(self) -> str:
        return "unknown"

    def __bool__(self) -> bool:
        raise TypeError("unknown is neither true nor false")


UNKNOWN = Unknown()


class Law(Protocol):
    """What computing a value needs of the rule base."""

    @property
    def derived(self) -> Mapping[str, Derived]: ...
    @property
    def parameters(self) -> Mapping[str, Parameter]: ...


def parameter_value(parameter: Parameter, day: date) -> Any:
    """The value of a parameter on a day, or `UNKNOWN` where the dossier holds none."""
    for period in parameter.series:
        if period.covers(day):
            return typed(parameter, period.value)
    return UNKNOWN


def typed(parameter: Parameter, value: Any) -> Any:
    """The value of a period as its declared type; a range of money as (min, max)."""
    if parameter.type == "money_range":
        return (read_decimal(value["min"], 2), read_decimal(value["max"], 2))
    if parameter.type == "date":
        return read_date(value)
    if parameter.type == "integer":
        return read_integer(value)
    return read_decimal(value, parameter.places)


class Facts:
    """The values of a case on a date. Derived facts are computed when they are read."""

    def __init__(self, given: Mapping[str, Any], on: date, law: Law) -> None:
        self.given = dict(given)
        self.on = on
        self.law = law
        self._derived: dict[str, Any] = {}

    def value(self, name: str) -> Any:
        """The value of a fact, of a derived fact or of `on`; `UNKNOWN` where there is none."""
        if name == ON:
            return self.on
        if name in self.given:
            return self.given[name]
        if name in self.law.derived:
            if name not in self._derived:
                self._derived[name] = self._compute(self.law.derived[name])
            return self._derived[name]
        return UNKNOWN

    def ref(self, ref: Ref, day: Any) -> Any:
        """The value a comparison refers to; a parameter is read on `day`."""
        if ref.kind == "on":
            return self.on
        if ref.kind == "fact":
            return self.value(ref.name)
        return UNKNOWN if not isinstance(day, date) else parameter_value(self.law.parameters[ref.name], day)

    def argument(self, written: str) -> Any:
        """The value of an argument of a derived fact."""
        if not written.startswith("$"):
            return Decimal(written) if "." in written else int(written)
        name = written[1:]
        if name == ON or "." in name:
            return self.value(name)
        return parameter_value(self.law.parameters[name], self.on)

    def _compute(self, derived: Derived) -> Any:
        values = [self.argument(written) for written in derived.arguments]
        if any(value is NONE for value in values):
            return NONE
        if any(value is UNKNOWN for value in values):
            return UNKNOWN
        try:
            return FUNCTIONS[derived.function](*values)
        except OutOfCalendar:
            return UNKNOWN

    def inputs(self, name: str) -> frozenset[str]:
        """The facts that a fact is computed from, itself if it is given directly."""
        derived = self.law.derived.get(name)
        if derived is None:
            return frozenset() if name == ON else frozenset({name})
        refs = (written[1:] for written in derived.arguments if written.startswith("$"))
        return frozenset().union(*(self.inputs(ref) for ref in refs if "." in ref))
