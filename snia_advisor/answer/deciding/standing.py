"""How the answer and the headline determinations stand on the facts so far: what is open, which facts it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from .compiled import Advisor
from .dependence import Dependence, depend
from .order import in_order, open_uses
from .proof_size import provable
from .situation import Situation
from .state import PathState, headline, path_state


@dataclass(frozen=True)
class Standing:
    """The dependence of the answer and of each headline determination that is law on the day, as `check` finds it."""

    advisor: Advisor
    situation: Situation
    dependences: Mapping[str, Dependence]
    missing: Mapping[str, tuple[str, ...]]  # path, or determination -> the facts missing for it
    states: Mapping[str, PathState]  # path -> how it stands

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The missing facts, in the order in which `check` lists them."""
        nodes = self.advisor.nodes
        uses = open_uses(self.situation, ((nodes[name], facts) for name, facts in self.missing.items() if facts))
        facts = dict.fromkeys(fact for missing in self.missing.values() for fact in missing)
        return tuple(in_order(self.situation, facts, uses))

    def serves(self, fact: str) -> tuple[str, ...]:
        """The answers, then the headline determinations, for which a fact is missing."""
        return tuple(name for name, missing in self.missing.items() if fact in missing)

    @cached_property
    def may_be_missing(self) -> frozenset[str]:
        """The facts that are missing, or may come to be: constraints tie them to what is still open.

        A fact that nothing ties to another changes an outcome on its own or not at all, and answers only take cases away.
        """
        situation = self.situation
        names: set[str] = set()
        for name, missing in self.missing.items():
            names.update(missing)
            if missing and self.dependences[name].exact:
                live = {
                    fact for variable in self.dependences[name].split if not variable.readings for fact in variable.facts
                }
                for edge, reads in situation.constraint_edges():
                    if len(reads & live) > 1 and situation.truth(edge) is None:
                        names |= reads & live
        return frozenset(names)


def standing(advisor: Advisor, situation: Situation) -> Standing:
    """Where the answers and the headline determinations stand. Raises `BadInput` where no real case is left."""
    states = {path: path_state(situation, path) for path in advisor.paths}
    dependences = {path: answer.dependence for path, answer in states.items()}
    missing = {path: answer.dependence.missing if answer.state == "depends" else () for path, answer in states.items()}
    base = situation.base
    for name in headline(base, advisor.paths):
        declared = base.determinations[name]
        if declared.choose is None or not declared.covers(situation.on):
            continue
        dependences[name] = dependence = depend(situation, advisor.nodes[name])
        missing[name] = dependence.missing
        if dependence.by_cases and not provable(advisor, situation, name, dependence):
            # What cannot be proved is not answered: the facts that it was split on are missing.
            missing[name] = tuple(dict.fromkeys(f for v in dependence.split if not v.readings for f in v.facts))
    return Standing(advisor, situation, dependences, missing, states)
