"""Do the engine, the specification and the page agree? Random laws, random cases, every truth of every node.

    python tests/agreement.py --pairs 3000 --seed 1
    python tests/agreement.py --pairs 3000 --seed 1 --sabotage       one engine rule of each law removed: must be noticed
    python tests/agreement.py --seed 1 --law 17                      one law again, with every difference

A pair is a law and a case. For each pair the engine is held to the specification on every inner node, and the specification
to a third opinion (`oracle.py`), which reads the conditions as they are written, on every condition, rule and outcome.

The engine never gives back the memory of a ruleset, and must not be asked to. So each batch of laws is examined in a process
of its own, which ends; a process that crashes is a disagreement too.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from oracle import Opinion
from random_law import RandomLaw

from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.errors import EngineFault
from snia_advisor.law.engine.adapter import Ruleset
from snia_advisor.law.engine.compile import Conjunction
from snia_advisor.law.engine.prove import Engine, specification
from snia_advisor.law.logic.conditions import read
from snia_advisor.law.logic.network import Network, positive
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.law.rulebase.resolve import resolve

LAWS_A_PROCESS = 20
LEAST_SHARE = 0.10
SHOWN = 5
PRELOADED = ["__main__"]  # by the server from which processes are forked


@dataclass
class Tally:
    """What some pairs have shown."""

    laws: int = 0
    pairs: int = 0
    disagreements: int = 0  # pairs with one difference or more
    laws_disagreeing: int = 0
    true: int = 0
    false: int = 0
    unknown: int = 0
    opinions: int = 0  # truths on which the third opinion was asked
    memory: int = 0  # kilobytes of the largest process
    examples: list[str] = field(default_factory=list)

    def add(self, other: Tally) -> None:
        """Count `other` in."""
        largest = max(self.memory, other.memory)
        for name in vars(other):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.memory = largest


class Examination:
    """One random law, compiled, and its cases."""

    def __init__(self, seed: int, number: int, sabotage: bool = False) -> None:
        self.number = number
        self.law = RandomLaw(f"{seed}/{number}")
        self.base: RuleBase = self.law.base()
        resolve(self.base)
        self.network = Network(self.base)
        self.answers = list(self._answers())
        roots = [*self._roots(), *(node for node, *_ in self.answers)]
        self.law.random.shuffle(roots)
        self.written = self._written()
        self.engine = Engine(self.network, roots)
        self.inner = [node for node in self.engine.order if self.network.nodes[node].children]
        self.sabotage = Random(f"{seed}/{number}/sabotage") if sabotage else None

    def _roots(self) -> Iterator[int]:
        yield from (self.network.rule(name) for name in self.base.rules)
        for name, declared in self.base.determinations.items():
            yield from self.network.determination(name).values()
            if declared.collect is not None:
                yield self.network.collect(name, "some")
                yield positive(self.network.collect(name, "none"))

    def _answers(self) -> Iterator[tuple[int, str, str, str]]:
        """The nodes of the answers: each outcome and none of them, and each state."""
        for path, declared in self.base.answers.items():
            for name, node in self.network.answer(path).items():
                yield node, "answer", path, name
            for state in {outcome.state for outcome in declared.outcomes.values()}:
                yield self.network.answer_state(path, state), "state", path, state

    def _written(self) -> list[tuple[int, Any, str]]:
        """Every condition on the page: its signed edge, its words, its date."""
        names = [*self.law.bodies["rule"], *self._premises()]
        pairs = [*((name, "on") for name in names), *self.law.conditions()]
        return [(self.network.condition(read(words, self.base), at), words, at) for words, at in pairs]

    def _premises(self) -> Iterator[Any]:
        for name, body in self.law.bodies["determination"].items():
            yield from ({name: answer} for answer in body.get("choose", ["some", "none"]))

    def examine(self, cases: int) -> Tally:
        """Draw the cases and compare."""
        tally = Tally(laws=1)
        drawn = [self.law.case() for _ in range(cases)]
        if self.sabotage:
            self.remove_one(drawn, self.sabotage)
        for position, values in enumerate(drawn):
            found = self.compare(values, tally)
            tally.pairs += 1
            tally.disagreements += bool(found)
            tally.examples += [f"law {self.number}, case {position}: {line}" for line in found]
        tally.laws_disagreeing = int(tally.disagreements > 0)
        return tally

    def compare(self, values: dict[str, Any], tally: Tally) -> list[str]:
        """The differences on one case, in words."""
        atoms = self.atoms(values)
        specified = specification(self.network, self.engine.order, atoms)
        self._count(specified, tally)
        try:
            proved = self.engine.run(atoms)
        except EngineFault as fault:
            return [fault.sentence("en")]
        found = [self._words(node, proved, specified) for node in {*proved, *specified} if differ(proved, specified, node)]
        return found if self.sabotage else found + self._third(values, specified, tally)

    def atoms(self, values: dict[str, Any]) -> dict[int, bool]:
        """The known atoms of a case, read and decided as those of a case file are."""
        situation = Situation(self.base, case_from_values(values, self.base), values["on"], None, self.network)
        return situation.known_atoms(self.engine.order)

    def remove_one(self, drawn: list[dict[str, Any]], random: Random) -> None:
        """Remove one engine rule, any of those that should fire in one of the cases."""
        truths = [specification(self.network, self.engine.order, self.atoms(values)) for values in drawn]
        places = [(index, c) for index, shard in enumerate(self.engine.shards) for c in shard.conjunctions]
        fired = [place for place in places if any(fires(place[1], known) for known in truths)]
        index, removed = random.choice(fired or places)
        shard = self.engine.shards[index]
        shard.conjunctions.remove(removed)
        if shard.conjunctions:
            self.engine._rulesets[index] = Ruleset(shard.definition())
        else:
            del self.engine.shards[index], self.engine._rulesets[index]

    def _count(self, specified: dict[int, bool], tally: Tally) -> None:
        truths = [specified.get(node) for node in self.inner]
        tally.true += truths.count(True)
        tally.false += truths.count(False)
        tally.unknown += truths.count(None)

    def _third(self, values: dict[str, Any], specified: dict[int, bool], tally: Tally) -> list[str]:
        given = {f"{group}.{part}": v for group in "ab" for part, v in values.get(group, {}).items()}
        opinion = Opinion(self.law.bodies, given, values["on"], values["readings"])
        found = []
        for edge, words, at in self.written:
            truth = specified.get(positive(edge))
            signed = truth if truth is None or edge >= 0 else not truth
            third = opinion.holds(words, at)
            if signed is not third:
                found.append(f"{words} at {at}: specification {signed}, third opinion {third}, case {values}")
        for node, ask, path, name in self.answers:
            third = getattr(opinion, ask)(path, name)
            if specified.get(node) is not third:
                truths = f"specification {specified.get(node)}, third opinion {third}"
                found.append(f"{ask} {path} {name}: {truths}, case {values}")
        tally.opinions += len(self.written) + len(self.answers)
        return found

    def _words(self, node: int, proved: dict[int, bool], specified: dict[int, bool]) -> str:
        truths = f"engine {proved.get(node)}, specification {specified.get(node)}"
        return f"{self.engine.name(node)}, node {node} ({self.network.nodes[node].kind}): {truths}"


def differ(left: dict[int, bool], right: dict[int, bool], node: int) -> bool:
    """Whether two sets of truths differ on a node."""
    return left.get(node) is not right.get(node)


def fires(conjunction: Conjunction, known: dict[int, bool]) -> bool:
    """Whether an engine rule should fire, the truths of the nodes being known."""
    return all(known.get(node) is truth for node, truth in conjunction.literals)


# --- processes ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Batch:
    """Some laws for one process."""

    seed: int
    numbers: range
    cases: int
    sabotage: bool

    def examine(self) -> Tally:
        """Every law of the batch."""
        tally = Tally()
        for number in self.numbers:
            tally.add(Examination(self.seed, number, self.sabotage).examine(self.cases))
        del tally.examples[SHOWN:]
        tally.memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return tally


def work(batch: Batch, answer: Connection) -> None:
    """The life of one process."""
    answer.send(batch.examine())
    answer.close()


def examine_all(batches: list[Batch], workers: int) -> Iterator[Tally]:
    """The tally of each batch as it comes, each from a process of its own."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    running: dict[Connection, tuple[Batch, Any]] = {}
    pending = list(reversed(batches))
    while pending or running:
        while pending and len(running) < workers:
            batch = pending.pop()
            ours, theirs = context.Pipe(duplex=False)
            process = context.Process(target=work, args=(batch, theirs))
            process.start()
            theirs.close()
            running[ours] = (batch, process)
        for ready in wait(list(running)):
            assert isinstance(ready, Connection)
            yield received(ready, *running.pop(ready))


def received(answer: Connection, batch: Batch, process: Any) -> Tally:
    """What a process has answered; one that died without an answer disagrees on all its pairs."""
    try:
        tally: Tally = answer.recv()
    except EOFError:
        process.join()
        count = len(batch.numbers)
        lines = [f"laws {batch.numbers.start} to {batch.numbers.stop - 1}: process ended with {process.exitcode}"]
        return Tally(count, count * batch.cases, count * batch.cases, examples=lines)
    process.join()
    return tally


# --- command line ------------------------------------------------------------------------------------------------


def batches_of(args: argparse.Namespace) -> list[Batch]:
    """The laws of a run, cut into batches. The cut does not change what is drawn."""
    laws = -(-args.pairs // args.cases)
    size = max(1, min(LAWS_A_PROCESS, -(-laws // args.workers)))
    starts = range(0, laws, size)
    return [Batch(args.seed, range(start, min(laws, start + size)), args.cases, args.sabotage) for start in starts]


def arguments(argv: list[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=3000, help="how many pairs, rounded up to whole laws")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--cases", type=int, default=20, help="cases a law, 20 or more")
    parser.add_argument("--sabotage", action="store_true", help="remove one engine rule of each law")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="processes at a time")
    parser.add_argument("--law", type=int, help="examine this one law, and show every difference")
    args = parser.parse_args(argv)
    if args.cases < 20 or args.pairs < 1 or args.workers < 1:
        parser.error("--cases is 20 or more, --pairs and --workers 1 or more")
    return args


def main(argv: list[str] | None = None) -> int:
    """Run, print what was seen, and say by the exit code whether it is well."""
    args = arguments(argv)
    if args.law is not None:
        total = Examination(args.seed, args.law, args.sabotage).examine(args.cases)
        print(*total.examples, sep="\n")
        return int(total.disagreements > 0)
    total, started, shown = Tally(), time.monotonic(), 0.0
    for tally in examine_all(batches_of(args), args.workers):
        total.add(tally)
        del total.examples[SHOWN:]
        if time.monotonic() - started > shown + 30:
            shown = time.monotonic() - started
            print(f"{total.pairs} of {args.pairs} pairs, {total.pairs / shown:.0f} a second", file=sys.stderr)
    return sabotage_report(total) if args.sabotage else report(total, time.monotonic() - started)


def report(total: Tally, seconds: float) -> int:
    """The shares and the disagreements."""
    values = {"true": total.true, "false": total.false, "unknown": total.unknown}
    count = sum(values.values()) or 1
    print(*total.examples, sep="\n", end="\n" if total.examples else "")
    print(f"{total.laws} laws, {total.pairs / seconds:.0f} pairs a second, {total.memory // 1024} MB in the largest process")
    print(f"{count} truths of nodes, {total.opinions} asked of the third opinion")
    print(", ".join(f"{name} {number / count:.1%}" for name, number in values.items()))
    print(f"{total.pairs} pairs, {total.disagreements} disagreements")
    return int(total.disagreements > 0 or min(values.values()) < LEAST_SHARE * count)


def sabotage_report(total: Tally) -> int:
    """In how many laws the missing engine rule was noticed; at least half must be."""
    print(f"sabotage: {total.laws_disagreeing} of {total.laws} bases disagree")
    return int(2 * total.laws_disagreeing < total.laws)


if __name__ == "__main__":
    sys.exit(main())
