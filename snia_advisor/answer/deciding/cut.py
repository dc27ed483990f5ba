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
from datetime import date
from typing import Any

from ...law.logic.conditions import Compare, RecordTest, Ref, refs
from ...law.logic.facts import UNKNOWN, Facts
from ...law.logic.functions import OutOfCalendar
from ...law.logic.operators import FUNCTIONS
from ...law.logic.truth import Kleene, Masks
from ...law.model.values import NONE, Records
from .line import Line
from .situation import Situation, atom_facts

MAX_SET_OPTIONS = 8
# How far around a threshold a date may have to be looked for, by the number of functions it is carried back through.
# Months are clipped at their end: one function moves it by up to four days, each further one by up to four more, and
# stretches what it is given by the three days in which months differ.
DAYS_AROUND = (1, 4, 12, 20)


@dataclass(frozen=True)
class Variable:
    """Something to split on: a fact with its classes, or an open question with its readings.

    `rows` gives for each class the truth of each atom; `values` an example of each class of a fact.
    """

    name: str
    facts: tuple[str, ...]
    rows: tuple[Mapping[int, Kleene], ...]
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
        variable = _kept_variable(situation, fact, (*indexes, *extra))
        if variable is None:
            alone.update(dict.fromkeys(indexes, (fact,)))
        else:
            variables.append(variable)
    variables += [Variable(f"atom {n}", facts, ({n: True}, {n: False})) for n, facts in alone.items()]
    return tuple(variables)


def unknown_inputs(situation: Situation, index: int) -> tuple[str, ...]:
    """The facts, not given, that an atom waits for."""
    if not isinstance(situation.network.nodes[index].atom, Compare):
        return ()
    return tuple(sorted(name for name in situation.reads(index) if not settled(situation, name)))


def settled(situation: Situation, fact: str) -> bool:
    """Whether a fact is given as a whole: a list may lack records or values."""
    value = situation.facts.given.get(fact)
    if not isinstance(value, Records):
        return fact in situation.facts.given
    columns = set(situation.base.facts[fact].fields or {})
    return value.complete and all(columns <= set(record) for record in value.items)


def _constraint_atoms(situation: Situation) -> Mapping[str, list[int]]:
    """The atoms of the constraints that wait for one fact alone, by fact."""
    if situation.constraint_atoms is None:
        by_fact: dict[str, list[int]] = {}
        edges = [edge for edge, _ in situation.constraint_edges()]
        for index in situation.network.atoms(situation.network.below(edges)):
            unknown = unknown_inputs(situation, index) if situation.atom(index) is None else ()
            if len(unknown) == 1:
                by_fact.setdefault(unknown[0], []).append(index)
        situation.constraint_atoms = by_fact
    return situation.constraint_atoms


def _kept_variable(situation: Situation, fact: str, atoms: tuple[int, ...]) -> Variable | None:
    """The variable of a fact, cut once for the same atoms and the same other facts that they read."""
    others = situation.given(frozenset().union(*(situation.reads(index) for index in atoms)) - {fact})
    key = (fact, atoms, situation.on, others)
    return situation.network.keep("variables", key, lambda: _variable(situation, fact, atoms))


def _variable(situation: Situation, fact: str, atoms: Sequence[int]) -> Variable | None:
    try:
        values = list(candidates(situation, fact, atoms))
    except NoCut:
        return None
    rows: dict[tuple[Kleene, ...], Any] = {}
    for value in values:
        facts = Facts({**situation.facts.given, fact: value}, situation.on, situation.base)
        signature = tuple(situation.atom_truth(index, facts) for index in atoms)
        rows.setdefault(signature, value)
    named = tuple(dict(zip(atoms, signature, strict=True)) for signature in rows)
    return Variable(fact, (fact,), named, values=tuple(rows.values()))


class NoCut(Exception):
    """No finite set of values represents the fact: its atoms stand alone."""


def candidates(situation: Situation, fact: str, atoms: Sequence[int]) -> Iterator[Any]:
    """Values of `fact` of which at least one falls in each class; several may fall in the same. Raises `NoCut`."""
    declared = situation.base.facts[fact]
    if declared.none_allowed:
        yield NONE
    match declared.type:
        case "yes_no":
            yield from (True, False)
        case "choice":
            yield from situation.base.options(fact)
        case "records":
            raise NoCut
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
        least = declared.minimum if declared.minimum is not None else 0
        yield least if declared.maximum is None else min(least, declared.maximum)


def _numbers(situation: Situation, fact: str, atoms: Sequence[int]) -> Iterator[Any]:
    line = Line(situation.base.facts[fact])
    for limit, depth in _limits(situation, fact, atoms):
        reach = DAYS_AROUND[min(depth, len(DAYS_AROUND) - 1)] if isinstance(limit, date) else 1
        yield from line.around(limit, reach)


def _limits(situation: Situation, fact: str, atoms: Iterable[int]) -> Iterator[tuple[Any, int]]:
    """The values of `fact` at which one of the atoms may change its answer, each with the functions it came through."""
    for index in atoms:
        node = situation.network.nodes[index]
        atom: Compare = node.atom
        if node.at == fact:
            for ref in refs(atom.operand):
                if ref.kind == "parameter":
                    yield from _periods(situation, ref.name)
        if isinstance(atom.operand, RecordTest):
            if any(fact in situation.facts.inputs(name) for name in atom_facts(atom)):
                raise NoCut
        elif fact in situation.facts.inputs(atom.fact):
            operand = atom.operand
            value = situation.facts.ref(operand, situation.facts.value(node.at)) if isinstance(operand, Ref) else operand
            yield from _back(situation, fact, atom.fact, value)
        elif isinstance(atom.operand, Ref) and atom.operand.kind == "fact":
            yield from _back(situation, fact, atom.operand.name, situation.facts.value(atom.fact))


def _periods(situation: Situation, parameter: str) -> Iterator[tuple[date, int]]:
    for period in situation.base.parameters[parameter].series:
        yield from ((day, 0) for day in (period.from_, period.to) if day is not None)


def _back(situation: Situation, fact: str, name: str, value: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:
    """The values of `fact` for which `name`, computed from it, is about `value`."""
    if value is NONE:
        return
    if value is UNKNOWN:
        raise NoCut
    if name == fact:
        yield value, depth
        return
    derived = situation.base.derived[name]
    arguments = derived.arguments
    if derived.where is not None:
        raise NoCut
    for position, written in enumerate(arguments):
        if written.startswith("$") and "." in written and fact in situation.facts.inputs(written[1:]):
            inverse = FUNCTIONS[derived.function].inverses.get(position)
            if inverse is None:
                raise NoCut
            other = situation.facts.argument(arguments[1 - position])
            if other is UNKNOWN:
                raise NoCut
            # A whole number of years has two edges: the birthday on which it is reached, and that on which it is passed.
            for edge in (value,) if isinstance(value, date) else (int(value) + offset for offset in (-1, 0, 1)):
                try:
                    back = inverse(other, edge)
                except OutOfCalendar:
                    continue
                yield from _back(situation, fact, written[1:], back, depth + 1)
