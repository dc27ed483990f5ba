"""How many questions the interview asks, against the full form, the author's order, and the fewest that could do.

    python benchmarks/questions.py [--path PATH] [--every N] [--jobs N] [--optimum FACTS] [--json]

Every complete scenario (its expectation names no missing fact) is played: the interview starts from the path, the date and
the answers that an authority has recorded; a question is answered with the fact of the scenario, or with what follows from
its facts by a constraint, and with "don't know" where the scenario does not say. A "don't know" counts as a question. The
same scenario is then counted three more times:

form       the full form: every fact that the answer or a headline determination of the path can read, through rules,
           other determinations and computed facts, but for what naming the path already says. A paper form asks all of
           them.
author     the author's order with relevance: of the facts that are missing at that moment, the first in the order of
           `rules/facts/`; the same answers, the same end.
fewest     the smallest number of facts of the scenario that leave no fact missing for any headline determination: the
           shortest proof that this case has this answer. It is found by exhaustive search. Nobody who does not know the
           answers beforehand can always do with as few, and no interview can do with fewer: it is a lower bound, and the
           distance to it is what is not known of the case before it is told.

The search uses that settling is monotone (a fact more never opens what was settled): a set of facts that does not settle is
grown as far as it still does not; each smallest settling set takes one of the facts left out. The smallest set that meets
all these demands is looked for by branch and bound, tried, and either it settles or it gives one more demand. Paths whose
full form has more than `--optimum` facts are left out of it.

On every step of every run it is checked that the fact asked is missing at that moment, for the answer while it depends or
for an open headline determination (`depend(...).missing`), and that no more questions come than the interview said at most
would; at the end, that nothing is missing but what the scenario does not know. A failed check is printed and the exit code
is 1.

Times are of one thread, for one question: the answer is taken in, the next question is chosen and worded. The law of the
path is read and compiled before, and kept away from the garbage collector: what a thousand interviews in one process leave
behind is not what one interview waits for.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, field
from multiprocessing import get_context
from pathlib import Path
from statistics import mean
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from snia_advisor.answer.deciding.compiled import advisor  # noqa: E402
from snia_advisor.answer.deciding.dependence import depend  # noqa: E402
from snia_advisor.answer.deciding.situation import Situation, atom_facts  # noqa: E402
from snia_advisor.answer.deciding.state import path_state  # noqa: E402
from snia_advisor.law.model.case import Case  # noqa: E402
from snia_advisor.law.rulebase.base import RuleBase  # noqa: E402
from snia_advisor.law.rulebase.load import load_rules  # noqa: E402
from snia_advisor.questions.ask.interview import Interview  # noqa: E402
from snia_advisor.questions.scenarios.files import load_scenarios  # noqa: E402
from snia_advisor.questions.scenarios.record import Depends, Scenario  # noqa: E402

TARGET = 0.40
SMALLER = 30  # facts of the full form; on larger paths the fewest take seconds a scenario, and are looked for when asked


@dataclass
class Run:
    """One scenario, counted in the four ways."""

    path: str
    scenario: str
    form: int
    asked: int
    dont_know: int
    author: int
    fewest: int | None = None
    first_ms: float = 0.0
    ms: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def complete(scenario: Scenario) -> bool:
    """Whether the scenario expects no missing fact."""
    return not any(isinstance(expected, Depends) and expected.missing for expected in scenario.body.expect.values())


class Player:
    """Plays the scenarios of one path."""

    def __init__(self, rules: RuleBase, path: str) -> None:
        self.rules = rules
        self.path = path
        self.advisor = advisor(rules, (path,))
        self.headline = [n for n in rules.paths[path].headline if rules.determinations[n].choose is not None]
        self.author = {name: position for position, name in enumerate(rules.facts)}

    def play(self, scenario: Scenario, fewest: bool) -> Run:
        """All counts of one scenario."""
        case = scenario.case
        known = self.situation(case, case.facts).facts.given
        said = self.situation(case, {}).facts.given  # what naming the path says, and what follows
        form = self.form() - said.keys()
        run = Run(self.path, scenario.id, len(form), 0, 0, self.in_authors_order(case, known))
        self.interview(run, case, known)
        if fewest:
            run.fewest = Fewest(lambda facts: self.settled(case, known, facts), form & known.keys()).size()
        return run

    def situation(self, case: Case, facts: Mapping[str, Any]) -> Situation:
        assert case.on is not None
        return Situation(
            self.rules, Case(facts, case.on, self.path, case.readings), case.on, self.path, self.advisor.network
        )

    def missing(self, case: Case, facts: Mapping[str, Any]) -> dict[str, None]:
        """The facts missing for the answer, or for a headline determination that is law on the day, by the specification."""
        situation = self.situation(case, facts)
        law = [name for name in self.headline if self.rules.determinations[name].covers(situation.on)]
        stands = path_state(situation, self.path)
        found = dict.fromkeys(stands.dependence.missing if stands.state == "depends" else ())
        return found | dict.fromkeys(f for name in law for f in depend(situation, self.advisor.nodes[name]).missing)

    def form(self) -> set[str]:
        """Every fact that the answer or a headline determination can read."""
        network = self.advisor.network
        roots = [node for name in (self.path, *self.headline) for node in self.advisor.nodes[name].values()]
        facts = Situation(self.rules, Case({}), self.rules.law_known_to, None, network).facts
        nodes = [network.nodes[index] for index in network.atoms(network.below(roots))]
        names = {name for node in nodes for name in (*atom_facts(node.atom), node.at) if name != "on"}
        return {fact for name in names for fact in facts.inputs(name)}

    def settled(self, case: Case, known: Mapping[str, Any], facts: Iterable[str]) -> bool:
        """Whether some of the facts that are known leave nothing missing."""
        return not self.missing(case, {name: known[name] for name in facts})

    def in_authors_order(self, case: Case, known: Mapping[str, Any]) -> int:
        """How many questions the author's order takes."""
        facts: dict[str, Any] = {}
        asked: set[str] = set()
        while waiting := self.missing(case, facts).keys() - asked:
            fact = min(waiting, key=self.author.__getitem__)
            asked.add(fact)
            if fact in known:
                facts[fact] = known[fact]
        return len(asked)

    # --- the interview -------------------------------------------------------------------------------------------

    def interview(self, run: Run, case: Case, known: Mapping[str, Any]) -> None:
        """Play the interview; every step is checked and timed."""
        start = time.thread_time()
        talk = Interview(self.rules, self.path, on=case.on, case=Case({}, readings=case.readings), lang="fr")
        question = talk.next()
        run.first_ms = since(start)
        at_most = []
        while question is not None:
            run.asked += 1
            at_most.append(run.asked + talk.at_most)
            if question.fact not in self.missing(case, talk.case.facts):
                run.wrong.append(f"question {run.asked}, {question.fact}: it cannot matter")
            start = time.thread_time()
            if question.fact in known:
                talk.answer(known[question.fact])
            else:
                talk.dont_know()
                run.dont_know += 1
            question = talk.next()
            run.ms.append(since(start))
        if run.asked > min(at_most, default=0):
            run.wrong.append(f"{run.asked} questions, although at most {min(at_most)} were announced")
        if open_ := self.missing(case, talk.case.facts).keys() & known.keys():
            run.wrong.append(f"it ended although these are missing: {', '.join(open_)}")


def since(start: float) -> float:
    """Milliseconds of this thread."""
    return round((time.thread_time() - start) * 1000, 2)


class Fewest:
    """The smallest settling set of some facts, by demands: each is a set of facts of which one must be given."""

    def __init__(self, settled: Callable[[Iterable[str]], bool], facts: Iterable[str]) -> None:
        self.settled = settled
        self.facts = sorted(facts)
        self.demands: list[frozenset[str]] = []

    def size(self) -> int:
        """How many facts settle the case at least."""
        while not self.settled(found := smallest(self.demands)):
            self.demands.append(frozenset(self.facts) - self.grown(found))
            if not self.demands[-1]:
                raise ValueError("all facts together do not settle the case")
        return len(found)

    def grown(self, facts: frozenset[str]) -> frozenset[str]:
        """A largest set with `facts` that does not settle: no other fact can be added to it."""
        found = set(facts)
        for fact in self.facts:
            if fact not in found and not self.settled({*found, fact}):
                found.add(fact)
        return frozenset(found)


def smallest(demands: Iterable[frozenset[str]]) -> frozenset[str]:
    """A smallest set with a member of each demand."""
    waiting = sorted(set(demands), key=len)
    size = 0
    while (found := within(waiting, frozenset(), size)) is None:
        size += 1
    return found


def within(demands: list[frozenset[str]], chosen: frozenset[str], left: int) -> frozenset[str] | None:
    """`chosen` with at most `left` members more that meet every demand; None when there is no such set."""
    waiting = [demand for demand in demands if not demand & chosen]
    if not waiting:
        return chosen
    apart: set[str] = set()  # demands without a common fact each take one
    count = 0
    for demand in waiting:
        if not demand & apart:
            apart |= demand
            count += 1
    if count > left:
        return None
    tried = (within(waiting, chosen | {fact}, left - 1) for fact in sorted(waiting[0]))
    return next((found for found in tried if found is not None), None)


# --- all of them -------------------------------------------------------------------------------------------------


def share(part: int, parts: int, path: str | None, every: int, optimum: int) -> list[Run]:
    """The runs of every `parts`-th scenario, from number `part` on."""
    rules = load_rules()
    players: dict[str, Player] = {}
    runs = []
    for scenario in chosen(rules, path, every)[part::parts]:
        assert scenario.path is not None
        if scenario.path not in players:
            players[scenario.path] = Player(rules, scenario.path)
            gc.collect()
            gc.freeze()
        player = players[scenario.path]
        runs.append(player.play(scenario, len(player.form()) <= optimum))
        if part == 0 and sys.stderr.isatty():
            print(f"\r{len(runs) * parts} scenarios", end="", file=sys.stderr)
    return runs


def chosen(rules: RuleBase, path: str | None, every: int) -> list[Scenario]:
    """Every `every`-th complete scenario of each path, or of one."""
    scenarios = [s for s in load_scenarios(rules) if complete(s) and s.path is not None]
    return [s for name in rules.paths if path in (None, name) for s in [s for s in scenarios if s.path == name][::every]]


def summary(name: str, runs: list[Run]) -> dict[str, Any]:
    """The figures of a path, or of all."""
    searched = [run for run in runs if run.fewest is not None]
    times = [ms for run in runs for ms in run.ms]
    return {
        "path": name,
        "scenarios": len(runs),
        "form": round(mean(run.form for run in runs), 1),
        "mean": round(mean(run.asked for run in runs), 2),
        "worst": max(run.asked for run in runs),
        "worst_scenario": max(runs, key=lambda run: run.asked).scenario,
        "dont_know": round(mean(run.dont_know for run in runs), 2),
        "share_of_form": round(mean(run.asked / run.form for run in runs), 3),
        "author_mean": round(mean(run.author for run in runs), 2),
        "author_worst": max(run.author for run in runs),
        "fewest_mean": round(mean(run.fewest or 0 for run in searched), 2) if searched else None,
        "fewest_share": round(mean((run.fewest or 0) / run.form for run in searched), 3) if searched else None,
        "above_fewest": round(mean(run.asked - (run.fewest or 0) for run in searched), 2) if searched else None,
        "ms_mean": round(mean(times), 1) if times else None,
        "ms_worst": round(max(times), 1) if times else None,
        "ms_first_worst": round(max(run.first_ms for run in runs), 1),
        "wrong": sum(len(run.wrong) for run in runs),
    }


COLUMNS = (
    ("path", "path", 25), ("scenarios", "runs", 5), ("form", "form", 6), ("mean", "mean", 7), ("worst", "worst", 6),
    ("share_of_form", "share", 6), ("author_mean", "author", 7), ("author_worst", "worst", 6), ("fewest_mean", "fewest", 7),
    ("above_fewest", "above", 6), ("ms_mean", "ms", 6), ("ms_worst", "worst", 6),
)  # fmt: skip


def table(rows: list[dict[str, Any]]) -> None:
    """The figures as lines; then where the target is missed."""
    print("".join(f"{head:<{width}}" if key == "path" else f"{head:>{width}}" for key, head, width in COLUMNS))
    for row in rows:
        print("".join(cell(key, row[key], width) for key, _, width in COLUMNS))
    print(f"\ntarget: on the mean, at most {TARGET:.0%} of the form")
    for row in rows:
        if row["share_of_form"] > TARGET:
            fewest = f"; with the fewest, {row['fewest_share']:.0%}" if row["fewest_share"] is not None else ""
            print(f"missed: {row['path']}, {row['share_of_form']:.0%}{fewest}")


def cell(key: str, value: Any, width: int) -> str:
    """One figure of the table."""
    text = "-" if value is None else f"{value:.0%}" if key == "share_of_form" else str(value)
    return f"{text:<{width}}" if key == "path" else f"{text:>{width}}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--path", help="only this path")
    parser.add_argument("--every", type=int, default=1, help="every N-th scenario of each path")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    parser.add_argument("--optimum", type=int, default=SMALLER, help="look for the fewest up to this size of the full form")
    parser.add_argument("--json", action="store_true", help="figures and runs as JSON")
    args = parser.parse_args()
    with ProcessPoolExecutor(args.jobs, mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(share, n, args.jobs, args.path, args.every, args.optimum) for n in range(args.jobs)]
        runs = sorted((run for job in jobs for run in job.result()), key=lambda run: (run.path, run.scenario))
    if not runs:
        parser.error("no scenario")
    paths = list(dict.fromkeys(run.path for run in runs))
    rows = [summary(path, [run for run in runs if run.path == path]) for path in paths]
    rows += [summary("all", runs)] if len(paths) > 1 else []
    if args.json:
        print(json.dumps({"target": TARGET, "paths": rows, "runs": [asdict(run) for run in runs]}, indent=1))
    else:
        table(rows)
        for run in runs:
            for wrong in run.wrong:
                print(f"{run.path}/{run.scenario}: {wrong}")
    return int(any(run.wrong for run in runs))


if __name__ == "__main__":
    sys.exit(main())
