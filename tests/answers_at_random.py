"""Does a favourable answer ever stand beside what bars the path? Random cases of the real law.

    python tests/answers_at_random.py --cases 2000                 favourable cases a path
    python tests/answers_at_random.py --cases 200 --path residence_title --seed 7
    python tests/answers_at_random.py --without-one                each scenario without each of its facts in turn

A case is a scenario of the path in which some facts are drawn anew among the values that the rules can tell apart, or
forgotten. Two things are looked at. No case whose state is `go` or `wait` holds a bar that matters. And a fact that is
added never turns a decided answer, except where it raises an alarm of which nothing was known, or is one that naming the
path gives.
"""

from __future__ import annotations

import argparse
import dataclasses
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from snia_advisor import load_rules
from snia_advisor.answer.deciding.cut import NoCut, candidates
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.answer.deciding.state import FAVOURABLE, PathState, path_state
from snia_advisor.errors import BadInput
from snia_advisor.law.logic.network import Network, NodeKind
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.questions.checks.proof.pairs import bars_of
from snia_advisor.questions.scenarios.files import load_scenarios

MOST_CHANGED = 6
FORGOTTEN = 0.25  # of the facts that are drawn anew
VALUES = 40


@dataclass
class Tally:
    """What the cases of one path have shown."""

    path: str
    drawn: int = 0
    refused: int = 0  # by a constraint
    states: Counter[str] = field(default_factory=Counter)
    beside: list[str] = field(default_factory=list)  # favourable, and a bar holds
    added: int = 0
    raised: int = 0  # a fact that raised an alarm
    given: int = 0  # a fact that the path gives
    turned: list[str] = field(default_factory=list)  # a fact that turned a decided answer in another way

    def lines(self) -> Iterator[str]:
        states = ", ".join(f"{name} {count}" for name, count in self.states.most_common())
        yield f"{self.path}: {self.drawn} cases ({self.refused} refused), {states}; {len(self.beside)} beside a bar"
        yield f"    {self.added} facts added: {self.raised} raised an alarm, {self.given} given, {len(self.turned)} turned"
        yield from (f"    ! {line}" for line in (*self.beside[:5], *self.turned[:5]))

    @property
    def faults(self) -> int:
        return len(self.beside) + len(self.turned)


class Drawing:
    """Random cases of one path."""

    def __init__(self, base: RuleBase, path: str, cases: list[Case], seed: int) -> None:
        self.base = base
        self.path = path
        self.cases = cases
        self.random = Random(f"{seed}/{path}")
        self.network = Network(base)
        self.bars = bars_of(self.network, base.answers[path])
        roots = [*self.network.answer(path).values(), *(bar.node for bar in self.bars)]
        self.atoms = list(self.network.atoms(self.network.below(roots)))
        alarms = [self.network.nodes[n].atom for n in self.atoms if self.network.nodes[n].kind == NodeKind.APPLIES]
        below = self.network.atoms(self.network.below([*roots, *alarms]))
        self.compared = [n for n in below if self.network.nodes[n].kind == NodeKind.ATOM]
        self.tally = Tally(path)
        self._pools: dict[str, list[Any]] = {}

    def run(self, wanted: int) -> Tally:
        """Draw until so many favourable cases were looked at, or twenty times as many cases."""
        favourable = 0
        while favourable < wanted and self.tally.drawn < 20 * wanted:
            favourable += self.one()
        return self.tally

    def one(self) -> bool:
        """One case, and one more fact; whether the case was favourable."""
        case = self.drawn()
        self.tally.drawn += 1
        found = self.look(case)
        if found is None:
            self.tally.refused += 1
            return False
        situation, state = found
        self.tally.states[state.state] += 1
        self._beside(situation, state, case)
        self._added(situation, state, case)
        return state.state in FAVOURABLE

    def drawn(self) -> Case:
        case = self.random.choice(self.cases)
        facts = dict(case.facts)
        for name in self.random.sample(self._names(case), k=self.random.randint(0, MOST_CHANGED)):
            pool = self._pool(case, name)
            if self.random.random() < FORGOTTEN or not pool:
                facts.pop(name, None)
            else:
                facts[name] = self.random.choice(pool)
        return dataclasses.replace(case, facts=facts, places={})

    def look(self, case: Case) -> tuple[Situation, PathState] | None:
        """The case before the law; None where real life does not allow it."""
        assert case.on is not None
        try:
            situation = Situation(self.base, case, case.on, self.path, self.network)
            return situation, path_state(situation, self.path)
        except BadInput:
            return None

    def _beside(self, situation: Situation, state: PathState, case: Case) -> None:
        if state.state not in FAVOURABLE:
            return
        for bar in self.bars:
            matters = bar.still is None or situation.truth(bar.still) is True
            waits = state.state == "wait" and self._waits(bar.node)
            if matters and not waits and situation.truth(bar.node) is True:
                self.tally.beside.append(f"{state.outcome} beside {bar.kind} {bar.name}: {case.on} {case.facts}")

    def _waits(self, node: int) -> bool:
        """Whether what bars is itself what a `wait` waits for."""
        outcomes = self.base.answers[self.path].outcomes
        waits = [name for name, outcome in outcomes.items() if outcome.alarm and outcome.state == "wait"]
        return any(node in self.network.below([edge if edge >= 0 else ~edge]) for edge in map(self._when, waits))

    def _when(self, name: str) -> int:
        return self.network.written(self.base.answers[self.path].outcomes[name].when)

    def _added(self, situation: Situation, state: PathState, case: Case) -> None:
        unknown = [name for name in self._names(case) if name not in situation.facts.given]
        if state.outcome is None or not unknown:
            return
        name = self.random.choice(unknown)
        pool = self._pool(case, name)
        if not pool:
            return
        more = self.look(dataclasses.replace(case, facts={**case.facts, name: self.random.choice(pool)}))
        if more is None:
            return
        self.tally.added += 1
        after, turned = more
        if turned.outcome == state.outcome:
            return
        if any(
            after.applies(n) and not situation.applies(n)
            for n in self.atoms
            if self.network.nodes[n].kind == NodeKind.APPLIES
        ):
            self.tally.raised += 1
        elif name in self.base.paths[self.path].gives:
            self.tally.given += 1
        else:
            answers = f"{state.outcome} -> {turned.outcome or turned.state}"
            self.tally.turned.append(f"{name}={after.facts.given[name]}: {answers}: {case.on} {case.facts}")

    def _names(self, case: Case) -> list[str]:
        names = self._pools.setdefault("", [])
        if not names:
            assert case.on is not None
            situation = Situation(self.base, Case({}), case.on, self.path, self.network)
            names += sorted(set().union(*(situation.reads(n) for n in self.atoms)) & set(self.base.facts))
        return names

    def _pool(self, case: Case, name: str) -> list[Any]:
        """The values of a fact that the rules can tell apart; none where no finite choice represents them."""
        key = f"{name}@{case.on}"
        if key not in self._pools:
            assert case.on is not None
            situation = Situation(self.base, Case({}), case.on, self.path, self.network)
            alone = [n for n in self.compared if situation.reads(n) == {name}]
            try:
                values = list(dict.fromkeys(candidates(situation, name, alone)))
            except (NoCut, BadInput):
                values = []
            self._pools[key] = self.random.sample(values, min(len(values), VALUES))
        return self._pools[key]


def without_one(base: RuleBase, path: str, cases: list[Case]) -> Tally:
    """Each case without one of its facts: a bar that is still proved leaves no favourable answer."""
    drawing = Drawing(base, path, cases, 0)
    for case in cases:
        for name in case.facts:
            drawing.tally.drawn += 1
            facts = {other: value for other, value in case.facts.items() if other != name}
            fewer = dataclasses.replace(case, facts=facts, places={})
            found = drawing.look(fewer)
            if found is None:
                drawing.tally.refused += 1
                continue
            drawing.tally.states[found[1].state] += 1
            drawing._beside(*found, fewer)
    return drawing.tally


def main() -> int:
    """Run, print what was seen, and say by the exit code whether it is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=2000, help="favourable cases a path")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--path", action="append", help="this path only; may be repeated")
    parser.add_argument("--without-one", action="store_true", help="each scenario without one of its facts")
    args = parser.parse_args()
    base = load_rules()
    cases: dict[str, list[Case]] = {}
    for scenario in load_scenarios(base):
        cases.setdefault(str(scenario.path), []).append(scenario.case)
    faults = 0
    for path in args.path or base.answers:
        tally = (
            without_one(base, path, cases[path])
            if args.without_one
            else Drawing(base, path, cases[path], args.seed).run(args.cases)
        )
        print(*tally.lines(), sep="\n", flush=True)
        faults += tally.faults
    print(f"{faults} faults")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
