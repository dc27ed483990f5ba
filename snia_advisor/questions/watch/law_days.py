"""The days on which the law itself changes, and what is read of it on the date of the question."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from itertools import pairwise

from ...answer.deciding.situation import Situation
from ...law.logic.conditions import ON, Compare, refs
from ...law.logic.network import Node
from ...law.model.values import Dated
from ...law.rulebase.base import RuleBase
from .directions import read_where, slope


class Horizon:
    """The days after `situation.on`, up to `until`, and the comparisons `atoms` that are watched on them.

    `scanned` names the facts of which no direction could be told, so that each day was looked at.
    """

    def __init__(self, situation: Situation, atoms: Iterable[int], until: date) -> None:
        self.situation = situation
        self.base: RuleBase = situation.base
        self.first, self.last = situation.on.toordinal(), until.toordinal()
        self.atoms = tuple(atoms)
        self.scanned: dict[str, None] = {}

    def moving(self, index: int) -> bool:
        """Whether a comparison may turn because the date moves, the law staying as it is."""
        return index in self.moving_atoms

    @cached_property
    def moving_atoms(self) -> frozenset[int]:
        """The comparisons that may turn because the date moves, the law staying as it is."""
        nodes = self.situation.network.nodes
        return frozenset(index for index in self.atoms if slope(self.base, nodes[index], ON) != 0)

    def stretches(self, atoms: Iterable[int], values: Iterable[str] = ()) -> list[tuple[int, int]]:
        """The horizon cut where a parameter that is read changes: first and last day of each part."""
        names = {name for index in atoms for name in read_by(self.base, self.situation.network.nodes[index])}
        names.update(name for written in values for name in parameters_of(self.base, written))
        edge_days = {day for name in names for day in edges(self.base.parameters[name].series)}
        starts = [self.first, *sorted(day for day in edge_days if self.first < day <= self.last), self.last + 1]
        return [(start, following - 1) for start, following in pairwise(starts)]


def edges(dated: Iterable[Dated]) -> Iterator[int]:
    """The days on which something begins to hold or has ceased to."""
    for one in dated:
        if one.from_ is not None:
            yield one.from_.toordinal()
        if one.to is not None:
            yield one.to.toordinal() + 1


def read_by(base: RuleBase, node: Node) -> Iterator[str]:
    """The parameters that a comparison reads on the date of the question."""
    if not isinstance(node.atom, Compare):
        return
    yield from parameters_of(base, f"${node.atom.fact}")
    for ref in refs(node.atom.operand):
        if ref.kind != "parameter" or node.at == ON:
            yield from parameters_of(base, f"${ref.name}")


def parameters_of(base: RuleBase, written: str) -> Iterator[str]:
    """The parameters that a written value reads on the date of the question: itself, or through derived facts."""
    name = written.removeprefix("$")
    if name in base.parameters:
        yield name
    elif name in base.derived:
        derived = base.derived[name]
        for argument in derived.arguments:
            if argument.startswith("$"):
                yield from parameters_of(base, argument)
        for ref in refs(read_where(base, derived)):
            yield from parameters_of(base, f"${ref.name}")
