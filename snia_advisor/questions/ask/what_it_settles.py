"""What one answer would already settle: the answers after which a determination is decided, whatever else is answered.

Each possible answer is one case of a single evaluation. An answer that real life does not allow is left out. What is
listed is certain; a determination that would only be decided case by case is not listed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ...answer.deciding.cases import Cases
from ...answer.deciding.cut import NoCut, Variable, candidates, fact_variables
from ...answer.deciding.dependence import live_nodes
from ...answer.deciding.line import ORDERED
from ...answer.deciding.situation import Situation
from ...errors import BadInput
from ...law.logic.conditions import Compare
from ...law.logic.evaluate import evaluate
from ...law.logic.facts import Facts
from ...law.logic.operators import OPERATORS
from ...law.logic.truth import Masks
from ...law.model.values import NONE, Records


@dataclass(frozen=True)
class Ticked:
    """An option of a set, whatever else is ticked."""

    option: str


@dataclass(frozen=True)
class Alone:
    """An option of a set, and nothing else."""

    option: str


@dataclass(frozen=True)
class ValueRange:
    """All values from `low` to `high`, both included; None: no limit on that side."""

    low: Any
    high: Any


@dataclass(frozen=True)
class Settled:
    """An answer (a value, a `Ticked` or `Alone` option, a `ValueRange`) that decides `determination` as `outcome`."""

    answer: Any
    determination: str
    outcome: str


# The truth of the atoms that an answer decides; None when the answer is not possible.
AnswerTruths = tuple[Any, Mapping[int, bool] | None]


def settled_by(situation: Situation, fact: str, open_: Mapping[str, Mapping[str, int]]) -> tuple[Settled, ...]:
    """What each answer to `fact` settles among the open determinations (id -> outcome nodes)."""
    network = situation.network
    roots = [node for nodes in open_.values() for node in nodes.values()]
    order = network.below(roots)
    truth = evaluate(network, order, situation.masks(order))
    live = live_nodes(situation, roots, truth)
    atoms = [index for index in network.atoms(live) if fact in situation.reads(index)]
    if not atoms:
        return ()
    declared = situation.base.facts[fact]
    if declared.type in ORDERED:
        return tuple(_of_spans(situation, fact, atoms, order, truth, open_))
    cases = list(_cases(situation, fact, atoms, order))
    decided = _decided([case for case in cases if case[1] is not None], situation, order, truth, open_)
    settled = [Settled(answer, name, outcome) for answer, name, outcome in decided]
    ticked = {(one.answer.option, one.determination) for one in settled if isinstance(one.answer, Ticked)}
    # What an option settles whatever else is ticked, it also settles alone.
    return tuple(
        one for one in settled if not (isinstance(one.answer, Alone) and (one.answer.option, one.determination) in ticked)
    )


def _decided(
    answers: Sequence[AnswerTruths],
    situation: Situation,
    order: Sequence[int],
    truth: Mapping[int, Masks],
    open_: Mapping[str, Mapping[str, int]],
) -> Iterator[tuple[Any, str, str]]:
    """For each answer, each determination that it decides, with the outcome."""
    cases = Cases(situation.network, order, len(answers), truth)
    for number, (_, decided) in enumerate(answers):
        for index, value in (decided or {}).items():
            cases.decide(index, value, 1 << number)
    for number, (answer, _) in enumerate(answers):
        for name, nodes in open_.items():
            for outcome, node in nodes.items():
                if cases.truth[node][0] >> number & 1:
                    yield answer, name, outcome


def _cases(situation: Situation, fact: str, atoms: Sequence[int], order: Sequence[int]) -> Iterator[AnswerTruths]:
    """The answers to try for a fact that is not a date or a number."""
    declared = situation.base.facts[fact]
    match declared.type:
        case "yes_no":
            values: Iterable[Any] = (True, False)
        case "choice" if declared.options is not None:
            values = declared.options
        case "choice":
            values = _named(situation, atoms)
        case "set":
            values = (frozenset(),)
        case _:
            values = (Records(()),)
    for value in values:
        yield value, answered(situation, fact, value, order)
    if declared.type == "set":
        for option in _named(situation, atoms):
            yield Ticked(option), dict(_ticked(situation, atoms, option))
        for option in declared.options or ():
            yield Alone(option), answered(situation, fact, frozenset({option}), order)


def answered(situation: Situation, fact: str, value: Any, order: Sequence[int]) -> Mapping[int, bool] | None:
    """The atoms of `order` that an answer decides, with what follows from it; None when it breaks a constraint."""
    case = dataclasses.replace(situation.case, facts={**situation.case.facts, fact: value})
    try:
        after = Situation(situation.base, case, situation.on, situation.path, situation.network)
    except BadInput:
        return None
    new = after.facts.given.keys() - situation.facts.given.keys()
    touched = [n for n in situation.network.atoms(order) if situation.atom(n) is None and situation.reads(n) & new]
    truths = ((n, after.atom(n)) for n in touched)
    return {n: truth for n, truth in truths if truth is not None}


def _named(situation: Situation, atoms: Iterable[int]) -> list[str]:
    """The options that some comparison names, in the order in which they are shown."""
    named: set[str] = set()
    fact = ""
    for index in atoms:
        atom = situation.network.nodes[index].atom
        if isinstance(atom, Compare):
            fact = atom.fact
            named.update(atom.operand if isinstance(atom.operand, tuple) else [str(atom.operand)])
    return [option for option in situation.base.options(fact) if option in named]


def _ticked(situation: Situation, atoms: Iterable[int], option: str) -> Iterator[tuple[int, bool]]:
    """What the comparisons of a set say once it has `option`, whatever else it has."""
    for index in atoms:
        atom = situation.network.nodes[index].atom
        asked, named = OPERATORS[atom.op], option in atom.operand
        if asked.meets and named:
            yield index, True
        elif asked.confines and not named:
            yield index, False


# --- dates and numbers -------------------------------------------------------------------------------------------


def _of_spans(
    situation: Situation,
    fact: str,
    atoms: Sequence[int],
    order: Sequence[int],
    truth: Mapping[int, Masks],
    open_: Mapping[str, Mapping[str, int]],
) -> Iterator[Settled]:
    """`none`, then the spans of values that settle the same."""
    classes = next((v for v in fact_variables(situation, atoms, truth) if v.name == fact), None)
    if classes is None:
        return
    ordered = _by_value(situation, fact, classes)
    # `none` stands apart: it also decides comparisons with facts that are not known, which no value in its class does.
    tried = {position: value for value, position in reversed(ordered)}
    tried |= {NONE: NONE} if NONE in classes.values else {}
    cases = [(number, answered(situation, fact, value, order)) for number, value in tried.items()]
    settled: dict[Any, list[tuple[str, str]]] = {}
    for number, name, outcome in _decided([case for case in cases if case[1] is not None], situation, order, truth, open_):
        settled.setdefault(number, []).append((name, outcome))
    for name, outcome in settled.pop(NONE, ()):
        yield Settled(NONE, name, outcome)
    for name, outcome in dict.fromkeys(pair for pairs in settled.values() for pair in pairs):
        inside = [(name, outcome) in settled.get(position, ()) for _, position in ordered]
        for low, high in _runs(inside):
            first = None if low == 0 else ordered[low][0]
            last = None if high == len(ordered) - 1 else ordered[high][0]
            yield Settled(_within(situation, fact, first, last), name, outcome)


def _by_value(situation: Situation, fact: str, classes: Variable) -> list[tuple[Any, int]]:
    """The values around every threshold, in order, each with the number of its class."""
    atoms = list(classes.rows[0])
    numbers = {tuple(row[n] for n in atoms): position for position, row in enumerate(classes.rows)}
    sides = []
    try:
        values = {value for value in candidates(situation, fact, atoms) if value is not NONE}
    except NoCut:
        return []
    for value in sorted(values):
        facts = Facts({**situation.facts.given, fact: value}, situation.on, situation.base)
        sides.append((value, numbers[tuple(situation.atom_truth(n, facts) for n in atoms)]))
    return sides


def _runs(inside: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The first and last position of each run of True."""
    start: int | None = None
    for position, here in enumerate([*inside, False]):
        if here and start is None:
            start = position
        elif not here and start is not None:
            yield start, position - 1
            start = None


def _within(situation: Situation, fact: str, low: Any, high: Any) -> ValueRange:
    """A span within the limits that are declared: a number that is never negative has no span from below zero."""
    declared = situation.base.facts[fact]
    if low is None and declared.minimum is not None:
        low = Decimal(declared.minimum) if declared.type == "decimal" else declared.minimum
    if high is None and declared.maximum is not None:
        high = Decimal(declared.maximum) if declared.type == "decimal" else declared.maximum
    return ValueRange(low, high)


def contains(answer: Any, value: Any) -> bool:
    """Whether a value that is given is the one of a `Settled`."""
    if isinstance(answer, Ticked):
        return isinstance(value, frozenset) and answer.option in value
    if isinstance(answer, Alone):
        return bool(value == frozenset({answer.option}))
    if isinstance(answer, ValueRange):
        ordered = isinstance(value, (date, int, Decimal)) and not isinstance(value, bool)
        return ordered and (answer.low is None or answer.low <= value) and (answer.high is None or value <= answer.high)
    return bool(answer == value)
