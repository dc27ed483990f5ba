"""The smallest change, over every scenario whose answer is no: is it true, is it smallest, how long does it take?

    python benchmarks/changes.py [--path P] [--tries N] [--skip-brute]

For each such scenario the changes are searched, and each one that is found is asked of `advise`, as `snia check --set` does.
Where there are few enough combinations (`--tries`), every smaller set of changes is tried as well, one value of each class
for each changeable fact but lists, by plain evaluation: none of them may lead to a yes. Exits with 1 when a change is not
confirmed, or a smaller one exists.
"""

from __future__ import annotations

import argparse
import dataclasses
import itertools
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from snia_advisor import advise, load_rules  # noqa: E402
from snia_advisor.answer.deciding.compiled import advisor  # noqa: E402
from snia_advisor.answer.deciding.cut import NoCut, candidates  # noqa: E402
from snia_advisor.answer.deciding.situation import Situation  # noqa: E402
from snia_advisor.errors import BadInput  # noqa: E402
from snia_advisor.law.model.case import Case  # noqa: E402
from snia_advisor.law.model.entries import Path as Goal  # noqa: E402
from snia_advisor.law.model.values import NONE, Records  # noqa: E402
from snia_advisor.law.rulebase.base import RuleBase  # noqa: E402
from snia_advisor.questions.scenarios.files import load_scenarios  # noqa: E402
from snia_advisor.questions.why.goals import concerns, headline, state_of  # noqa: E402
from snia_advisor.questions.why.nearest import atom_inputs  # noqa: E402
from snia_advisor.questions.why.smallest_change import Change, Changes, smallest_changes  # noqa: E402

MOST_VALUES = 40  # of one fact


class Brute:
    """Every set of changes of one case, up to a size: slow, and written without the search that it checks."""

    def __init__(self, base: RuleBase, case: Case, on: date, goal: Goal) -> None:
        self.base = base
        self.case = dataclasses.replace(case, on=on, path=goal.id, places={})
        self.on = on
        self.goal = goal
        self.network = advisor(base, (goal.id,)).network
        self.situation = Situation(base, self.case, on, goal.id, self.network)
        self.whole = all(not isinstance(value, Records) for value in case.facts.values())
        self.values = {name: self.lawful(name) for name in case.facts if base.facts[name].changeable}

    def lawful(self, name: str) -> list[Any]:
        """One value of each class of a fact, as real life allows it."""
        before = self.case.facts[name]
        roots = [n for d in headline(self.base, self.goal) for n in self.network.determination(d).values()]
        below = self.network.below([*roots, *(edge for edge, _ in self.situation.constraint_edges())])
        read = [index for index in self.network.atoms(below) if name in atom_inputs(self.situation, index)]
        unknown = dataclasses.replace(self.case, facts={n: v for n, v in self.case.facts.items() if n != name})
        try:
            around = Situation(self.base, unknown, self.on, self.goal.id, self.network)
            found = list(dict.fromkeys(v for index in read for v in candidates(around, name, [index])))
        except (NoCut, BadInput):
            self.whole = False
            return []
        day = isinstance(before, date)
        kept = [v for v in found if v != before and not (isinstance(v, date) and v < self.on) and not (day and v is NONE)]
        classes: dict[tuple[Any, ...], Any] = {}
        for value in kept:
            facts = type(around.facts)({**self.situation.facts.given, name: value}, self.on, self.base)
            classes.setdefault(tuple(around.atom_truth(index, facts) for index in read), value)
        self.whole &= len(classes) <= MOST_VALUES
        return list(classes.values())[:MOST_VALUES]

    def combinations(self, size: int) -> int:
        """How many sets of changes have a size."""
        total = 0
        for names in itertools.combinations(self.values, size):
            count = 1
            for name in names:
                count *= len(self.values[name])
            total += count
        return total

    def yes(self, size: int) -> Iterator[frozenset[str]]:
        """The sets of facts of a size that some values turn into a yes, what the case says of other facts standing."""
        for names in itertools.combinations(self.values, size):
            for values in itertools.product(*(self.values[name] for name in names)):
                if self.leads(dict(zip(names, values, strict=True))):
                    yield frozenset(names)
                    break

    def leads(self, new: Mapping[str, Any]) -> bool:
        """Whether a set of changes leads to a yes."""
        case = dataclasses.replace(self.case, facts={**self.case.facts, **new})
        try:
            situation = Situation(self.base, case, self.on, self.goal.id, self.network)
            same_goal = concerns(self.situation, self.goal) is None or concerns(situation, self.goal) is not None
            return same_goal and self.kept(situation) and state_of(situation, self.goal) == "yes"
        except BadInput:
            return False

    def kept(self, situation: Situation) -> bool:
        """Whether no fact that cannot change has another value as a consequence."""
        before, after = self.situation.facts.given, situation.facts.given
        fixed = (name for name in before if name in after and not self.base.facts[name].changeable)
        return all(before[name] == after[name] for name in fixed)


def confirmed(base: RuleBase, change: Change, on: date, path: str) -> bool:
    """Whether the engine gives the answer that is promised, and only facts that may change have changed."""
    allowed = all(base.facts[changed.fact].changeable for changed in change.facts)
    return allowed and advise(change.case, base, on, path=path).verdict.state == change.state != "no"


def smaller(base: RuleBase, scenario: Any, found: Changes, tries: int) -> tuple[str, list[str]]:
    """Whether the brute force went through, and the smaller changes that it found."""
    brute = Brute(base, scenario.case, scenario.case.on, base.paths[scenario.path])
    certain = [len(change.facts) for change in found.found if change.state == "yes"]
    # Where nothing was found, everything up to the bound was said to be tried.
    most = min(certain) - 1 if certain else found.bound
    known = [frozenset(changed.fact for changed in change.facts) for change in found.found]
    wrong: list[str] = []
    size = 0
    for size in range(1, most + 1):
        if brute.combinations(size) > tries:
            return f"up to {size - 1}", wrong
        wrong += [", ".join(sorted(n)) for n in brute.yes(size) if not any(names <= n for names in known)]
    return ("whole" if brute.whole else "without lists"), wrong


def main() -> int:
    """Run, print the figures, and say whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--path")
    parser.add_argument("--tries", type=int, default=20_000)
    parser.add_argument("--skip-brute", action="store_true")
    options = parser.parse_args()
    base = load_rules()
    seconds: list[float] = []
    counts: Counter[str] = Counter()
    by_path: dict[str, Counter[str]] = {}
    sizes: Counter[int] = Counter()
    brute: Counter[str] = Counter()
    faults: list[str] = []
    for scenario in load_scenarios(base):
        if scenario.path is None or (options.path and scenario.path != options.path):
            continue
        start = time.process_time()
        try:
            found = smallest_changes(scenario.case, base, scenario.case.on, scenario.path)
        except BadInput:
            continue
        if found is None:
            continue
        seconds.append(time.process_time() - start)
        row = by_path.setdefault(scenario.path, Counter())
        states = {change.state for change in found.found}
        kind = "yes" if "yes" in states else "doubtful" if states else "nothing" if found.exhaustive else "not found"
        counts[kind] += 1
        row[kind] += 1
        if kind == "yes":
            sizes[min(len(change.facts) for change in found.found if change.state == "yes")] += 1
        for change in found.found:
            counts["changes"] += 1
            if not confirmed(base, change, scenario.case.on, scenario.path):
                faults.append(f"{scenario.id}: not confirmed: {[changed.fact for changed in change.facts]}")
        if not options.skip_brute:
            reached, wrong = smaller(base, scenario, found, options.tries)
            brute[reached] += 1
            faults += [f"{scenario.id}: smaller: {names}" for names in wrong]
    report(seconds, counts, by_path, sizes, brute, faults)
    return 1 if faults else 0


def report(
    seconds: list[float],
    counts: Counter[str],
    by_path: Mapping[str, Counter[str]],
    sizes: Counter[int],
    brute: Counter[str],
    faults: list[str],
) -> None:
    """The figures."""
    print(f"scenarios whose answer is no     {len(seconds)}")
    for path, row in sorted(by_path.items()):
        print(f"  {path:30} {sum(row.values()):4}   " + ", ".join(f"{kind} {n}" for kind, n in sorted(row.items())))
    print(f"changes found, proved by advise  {counts['changes']}")
    print(f"smallest certain change, facts   {dict(sorted(sizes.items()))}")
    print(f"exhaustive search                {dict(sorted(brute.items()))}")
    if seconds:
        ordered = sorted(seconds)
        ninety = ordered[int(len(ordered) * 0.9)]
        print(f"seconds: median {statistics.median(ordered):.2f}, 90 % {ninety:.2f}, worst {ordered[-1]:.2f}")
    print(f"faults                           {len(faults)}")
    for fault in faults:
        print("  " + fault)


if __name__ == "__main__":
    sys.exit(main())
