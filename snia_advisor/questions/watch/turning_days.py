"""The days on which the answer to a case may change while its facts stay as they are.

Between two of these days nothing that the advice reads can change, so it need not be looked at:

    the law         first days of law, days after the last, periods of the parameters that are read
    known facts     the day on which a comparison turns, found by bisection: it is monotone in the date (`directions`)
    unknown facts   a fact that is not given is cut into classes by what it is compared with; these thresholds move with the
                    date, and the classes change on the day on which one passes another

A comparison of which no direction can be told is looked at on every day; `scanned` names it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from typing import Any

from ...answer.deciding.cut import unknown_inputs
from ...answer.deciding.line import every_turn, turns
from ...answer.deciding.situation import Situation
from ...law.logic.atoms import decide
from ...law.logic.conditions import ON, Compare
from ...law.logic.facts import Facts
from ...law.logic.network import NodeKind
from ...law.logic.truth import Kleene
from .directions import direction, halves, slope
from .law_days import Horizon, edges, parameters_of, read_by
from .thresholds import Thresholds

Probe = Callable[[int], Any]


class TurningDays(Horizon):
    """The days after `situation.on`, up to `until`, on which something below the nodes `roots` may change.

    The days from and to which `determinations` are covered count as well, and the changes of `values`, which are amounts
    written `$a_parameter` or `$a.derived_fact`.
    """

    def __init__(
        self,
        situation: Situation,
        roots: Iterable[int],
        until: date,
        determinations: Iterable[str] = (),
        values: Iterable[str] = (),
    ) -> None:
        constraints = [edge for edge, _ in situation.constraint_edges()]
        super().__init__(situation, situation.network.atoms(situation.network.below([*roots, *constraints])), until)
        self.determinations = tuple(determinations)
        self.values = tuple(dict.fromkeys(values))
        self.facts = cache(self._facts)

    def _facts(self, day: int) -> Facts:
        return Facts(self.situation.facts.given, date.fromordinal(day), self.base)

    def days(self, running: Iterable[str] = ()) -> list[date]:
        """The days, in order; those on which an amount of `running` changes are left out."""
        ordinals = set(self._law())
        for index in self.atoms:
            ordinals.update(self._turns_of(index))
        for written in self.values:
            if written not in running:
                ordinals.update(self.steps(written))
        by_fact: dict[str, list[int]] = {}
        for index in self.atoms:
            unknown = unknown_inputs(self.situation, index)
            if len(unknown) == 1:
                by_fact.setdefault(unknown[0], []).append(index)
        for fact, atoms in by_fact.items():
            ordinals.update(Thresholds(self, fact, atoms).days())
        return [date.fromordinal(day) for day in sorted(ordinals) if self.first < day <= self.last]

    # --- the law -------------------------------------------------------------------------------------------------

    def _law(self) -> Iterator[int]:
        nodes = self.situation.network.nodes
        covered = [str(nodes[index].atom) for index in self.atoms if nodes[index].kind == NodeKind.COVERED]
        yield from edges(self.base.determinations[name] for name in (*self.determinations, *covered))
        names = {name for index in self.atoms for name in read_by(self.base, nodes[index])}
        names.update(name for written in self.values for name in parameters_of(self.base, written))
        for name in names:
            yield from edges(self.base.parameters[name].series)

    # --- known facts ---------------------------------------------------------------------------------------------

    def _turns_of(self, index: int) -> Iterator[int]:
        node = self.situation.network.nodes[index]
        way = slope(self.base, node, ON)
        if way == 0:
            return
        for part in halves(node.atom):
            yield from self._along(partial(self._truth, part, node.at), [index], (), way)

    def _truth(self, part: Compare, at: str, day: int) -> Kleene:
        return decide(part, self.facts(day), at)

    def steps(self, written: str) -> list[int]:
        """The days on which an amount changes because the date moves, the law staying as it is."""
        name = written.removeprefix("$")
        way = direction(self.base, name, ON) if "." in name else 0
        return list(self._along(lambda day: self.facts(day).value(name), (), [written], way)) if way != 0 else []

    def _along(self, probe: Probe, atoms: Sequence[int], values: Sequence[str], way: int | None) -> Iterator[int]:
        for low, high in self.stretches(atoms, values):
            if way is None:
                self.scanned.update((str(self.situation.network.nodes[index].atom.fact), None) for index in atoms)
                self.scanned.update((written[1:], None) for written in values)
                yield from every_turn(probe, low, high)
            else:
                yield from turns(probe, low, high)
