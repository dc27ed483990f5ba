"""Cutting a fact into the few classes of values that the rules can tell apart.

A date that three rules compare with a threshold has at most seven classes: before, on and after each. The values tried are
the options of a choice, the subsets of the options that a rule names, and for dates and numbers the thresholds themselves
and their neighbours, carried back through the derived facts (an age limit becomes a birthday). Values to which every atom
answers the same are one class.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from ..logic.conditions import Compare, Ref
from ..logic.evaluate import Masks
from ..logic.facts import UNKNOWN, Facts
from ..logic.functions import INVERSES, OutOfCalendar
from ..model.values import NONE
from .situation import Situation, atom_facts

MAX_SET_OPTIONS = 8
# Months are clipped at their end, so a threshold carried back through months is exact to within four days.
DAYS_AROUND = range(-4, 5)


@dataclass(frozen=True)
class Variable:
    """Something to split on: a fact with its classes, or an open question with its readings.

    `rows` gives for each class the truth of each atom; `values` an example of each class of a fact.
    """

    name: str
    facts: tuple[str, ...]
    rows: tuple[Mapping[int, bool | None], ...]
    readings: tuple[str, ...] = ()
    values: tuple[Any, ...] = ()


def fact_variables(situation: Situation, atoms: Sequence[int], truth: Mapping[int, Masks]) -> tuple[Variable, ...]:
    """The variables of the live fact atoms. An atom over several unknown facts is a variable of its own."""
    by_fact: dict[str, list[int]] = {}
    alone: dict[int, tuple[str, ...]] = {}
    for index in atoms:
        unknown = unknown_inputs(situation, index)
        if len(unknown) == 1:
            by_fact.setdefault(unknown[0], []).append(index)
        elif unknown:
            alone[index] = unknown
    constraint_atoms = _constraint_atoms(situation)
    variables: list[Variable] = []
    for fact, indexes in by_fact.items():
        extra = [n for n in constraint_atoms.get(fact, ()) if n not in indexes]
        variable = _variable(situation, fact, [*indexes, *extra])
        if variable is None:
            alone.update(dict.fromkeys(indexes, (fact,)))
        else:
            variables.append(variable)
    variables += [Variable(f"atom {n}", facts, ({n: True}, {n: False})) for n, facts in alone.items()]
    return tuple(variables)


def unknown_inputs(situation: Situation, index: int) -> tuple[str, ...]:
    """The facts, not given, that an atom waits for."""
    node = situation.network.nodes[index]
    if not isinstance(node.atom, Compare):
        return ()
    names = set(atom_facts(node.atom)) | ({node.at} if node.at != "on" else set())
    inputs = frozenset().union(*(situation.facts.inputs(name) for name in names))
    return tuple(sorted(name for name in inputs if name not in situation.facts.given))


def _constraint_atoms(situation: Situation) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    edges = [edge for edge, _ in situation.constraint_edges()]
    for index in situation.network.atoms(situation.network.below(edges)):
        unknown = unknown_inputs(situation, index)
        if len(unknown) == 1 and situation.atom(index) is None:
            found.setdefault(unknown[0], []).append(index)
    return found


def _variable(situation: Situation, fact: str, atoms: Sequence[int]) -> Variable | None:
    try:
        values = list(candidates(situation, fact, atoms))
    except NoCut:
        return None
    rows: dict[tuple[bool | None, ...], Any] = {}
    for value in values:
        facts = Facts({**situation.facts.given, fact: value}, situation.on, situation.base)
        signature = tuple(situation.atom_truth(index, facts) for index in atoms)
        rows.setdefault(signature, value)
    named = tuple(dict(zip(atoms, signature, strict=True)) for signature in rows)
    return Variable(fact, (fact,), named, values=tuple(rows.values()))


class NoCut(Exception):
    """No finite set of values represents the fact: its atoms stand alone."""


def candidates(situation: Situation, fact: str, atoms: Sequence[int]) -> Iterator[Any]:
    declared = situation.base.facts[fact]
    if declared.none_allowed:
        yield NONE
    match declared.type:
        case "yes_no":
            yield from (True, False)
        case "choice":
            yield from situation.base.options(fact)
        case "set":
            yield from _subsets(situation, fact, atoms)
        case _:
            low, high = declared.minimum, declared.maximum
            for value in itertools.chain(_ordinary(situation, fact), _numbers(situation, fact, atoms)):
                if (low is None or value >= low) and (high is None or value <= high):
                    yield value


def _subsets(situation: Situation, fact: str, atoms: Sequence[int]) -> Iterator[frozenset[str]]:
    named: dict[str, None] = {}
    for index in atoms:
        atom = situation.network.nodes[index].atom
        named.update(dict.fromkeys(atom.operand))
    other = next((option for option in situation.base.options(fact) if option not in named), None)
    pool = [*named, *([other] if other else [])]
    if len(pool) > MAX_SET_OPTIONS:
        raise NoCut
    for size in range(len(pool) + 1):
        for chosen in itertools.combinations(pool, size):
            yield frozenset(chosen)


def _ordinary(situation: Situation, fact: str) -> Iterator[Any]:
    """A value away from every threshold: a fact that is only compared with `none` still has one."""
    declared = situation.base.facts[fact]
    if declared.type == "date":
        yield situation.on
    else:
        yield declared.minimum if declared.minimum is not None else 0


def _numbers(situation: Situation, fact: str, atoms: Sequence[int]) -> Iterator[Any]:
    places = situation.base.facts[fact].places
    for limit in _limits(situation, fact, atoms):
        if isinstance(limit, date):
            for days in DAYS_AROUND:
                if date.min.toordinal() <= limit.toordinal() + days <= date.max.toordinal():
                    yield limit + timedelta(days=days)
        else:
            step = Decimal(1).scaleb(-places) if situation.base.facts[fact].type == "decimal" else 1
            yield from (limit - step, limit, limit + step)


def _limits(situation: Situation, fact: str, atoms: Iterable[int]) -> Iterator[Any]:
    """The values of `fact` at which one of the atoms may change its answer."""
    for index in atoms:
        node = situation.network.nodes[index]
        atom: Compare = node.atom
        if node.at == fact and isinstance(atom.operand, Ref):
            yield from _periods(situation, atom.operand.name)
        if fact in situation.facts.inputs(atom.fact):
            operand = atom.operand
            value = situation.facts.ref(operand, situation.facts.value(node.at)) if isinstance(operand, Ref) else operand
            yield from _back(situation, fact, atom.fact, value)
        elif isinstance(atom.operand, Ref) and atom.operand.kind == "fact":
            yield from _back(situation, fact, atom.operand.name, situation.facts.value(atom.fact))


def _periods(situation: Situation, parameter: str) -> Iterator[date]:
    for period in situation.base.parameters[parameter].series:
        yield from (day for day in (period.from_, period.to) if day is not None)


def _back(situation: Situation, fact: str, name: str, value: Any) -> Iterator[Any]:
    """The values of `fact` for which `name`, computed from it, is about `value`."""
    if value is NONE:
        return
    if value is UNKNOWN:
        raise NoCut
    if name == fact:
        yield value
        return
    derived = situation.base.derived[name]
    arguments = derived.arguments
    for position, written in enumerate(arguments):
        if written.startswith("$") and "." in written and fact in situation.facts.inputs(written[1:]):
            inverse = INVERSES.get((derived.function, position))
            other = situation.facts.argument(arguments[1 - position])
            if inverse is None or other is UNKNOWN:
                raise NoCut
            try:
                back = inverse(other, value)
            except OutOfCalendar:
                continue
            yield from _back(situation, fact, written[1:], back)
