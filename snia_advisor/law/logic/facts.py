"""The facts of a case as the logic reads them: known with a value, or unknown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ..model.entries import Derived, Parameter
from ..model.values import NONE, Records, read_date, read_decimal, read_integer
from .comparison import compare
from .conditions import ON, Ref, Vocabulary, read_record, refs
from .functions import OutOfCalendar, Row, round_half_up
from .operators import FUNCTIONS
from .records import record_truth
from .truth import Kleene
from .unknown import UNKNOWN, Unknown

__all__ = ["UNKNOWN", "Facts", "Unknown", "parameter_value", "typed"]


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
    if parameter.type == "table":
        return tuple(_row(row) for row in value)
    if parameter.type == "date":
        return read_date(value)
    if parameter.type == "integer":
        return read_integer(value)
    return read_decimal(value, parameter.places)


def _row(row: Mapping[str, Any]) -> Row:
    to = None if str(row["to"]) == "none" else read_decimal(row["to"], 2)
    return Row(read_decimal(row["from"], 2), to, read_decimal(row["value"], 2))


class Facts:
    """The values of a case on a date. Derived facts are computed when they are read."""

    def __init__(self, given: Mapping[str, Any], on: date, law: Vocabulary) -> None:
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

    def argument(self, written: str, where: Any = None) -> Any:
        """The value of an argument of a derived fact; a column is taken over the records that satisfy `where`."""
        if not written.startswith("$"):
            return Decimal(written) if "." in written else int(written)
        name = written[1:]
        if name.count(".") == 2:
            return self.column(name, where)
        if name == ON or "." in name:
            return self.value(name)
        return parameter_value(self.law.parameters[name], self.on)

    def column(self, name: str, where: Any) -> Any:
        """The values of a column over the records that satisfy `where`; unknown while one of them is."""
        fact, _, field = name.rpartition(".")
        records = self.value(fact)
        if not isinstance(records, Records):
            return records
        if not records.complete:
            return UNKNOWN
        condition = read_record(where, self.law.facts[fact], self.law) if where is not None else None
        values: list[Any] = []
        for record in records.items:
            holds = record_truth(condition, record, self._of_record)
            value = record.get(field, UNKNOWN)
            if holds is None or (holds and value is UNKNOWN):
                return UNKNOWN
            if holds and value is not NONE:
                values.append(value)
        return values

    def _of_record(self, comparison: Any, record: Mapping[str, Any]) -> Kleene:
        return compare(comparison, record.get(comparison.fact.rsplit(".", 1)[1], UNKNOWN), self, ON)

    def _compute(self, derived: Derived) -> Any:
        function = FUNCTIONS[derived.function]
        values = function.taken([self.argument(written, derived.where) for written in derived.arguments])
        if any(value is NONE for value in values):
            return NONE
        if any(value is UNKNOWN for value in values):
            return UNKNOWN
        try:
            result = function.compute(*values)
        except (OutOfCalendar, ZeroDivisionError):
            return UNKNOWN
        if derived.type == "decimal" and not derived.exact:
            return round_half_up(result, derived.places)
        return result

    def inputs(self, name: str) -> frozenset[str]:
        """The facts that a fact is computed from, itself if it is given directly."""
        derived = self.law.derived.get(name)
        if derived is None:
            return frozenset() if name == ON else frozenset({name})
        names = [written[1:] for written in derived.arguments if written.startswith("$")]
        lists = [name.rpartition(".")[0] if name.count(".") == 2 else name for name in names]
        if derived.where is not None:
            (owner,) = {name.rpartition(".")[0] for name in names if name.count(".") == 2}
            condition = read_record(derived.where, self.law.facts[owner], self.law)
            lists += [ref.name for ref in refs(condition) if ref.kind == "fact"]
        return frozenset().union(*(self.inputs(name) for name in lists if "." in name))
