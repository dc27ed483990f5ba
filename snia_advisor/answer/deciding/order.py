"""In which order facts are asked, by `check`, which lists them, and by the interview.

Sensitive facts come late, and no fact comes before one that it is asked after. Then, in this order: the fact for which more
of the open determinations wait; the one whose answer leaves fewer facts open, on the average of its possible answers; the
author's order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from ...law.logic.evaluate import evaluate
from ...law.logic.network import positive
from ...law.model.entries import Fact
from .cases import Cases
from .cut import fact_variables
from .dependence import live_nodes
from .situation import Situation

# The outcome nodes of an open determination, and the facts that are missing for it.
Open = tuple[Mapping[str, int], Sequence[str]]


def open_uses(situation: Situation, open_: Iterable[Open]) -> dict[str, Fraction]:
    """For each missing fact, how many open determinations wait for it, and a share below one for what its answer closes."""
    waiting = list(open_)
    closes = closed_by(situation, [node for nodes, _ in waiting for node in nodes.values()])
    uses: dict[str, Fraction] = {}
    for _, missing in waiting:
        for fact in missing:
            uses[fact] = uses.get(fact, closes.get(fact, Fraction(0))) + 1
    return uses


def in_order(situation: Situation, facts: Iterable[str], uses: Mapping[str, int | Fraction]) -> list[str]:
    """Facts by open uses, then the author's order; sensitive ones late; none before a fact it is asked after.

    That goes through facts that are not asked: the end of a secondment comes after its start, and so after the question
    whether there is one.
    """
    declared = situation.base.facts
    author = {name: position for position, name in enumerate(declared)}
    pending = sorted(facts, key=lambda f: (declared[f].sensitive, -uses.get(f, 0), author[f]))
    after = {name: _asked_after(declared, name) for name in pending}
    ordered: list[str] = []
    while pending:
        ready = next((f for f in pending if after[f].isdisjoint(pending)), pending[0])
        pending.remove(ready)
        ordered.append(ready)
    return ordered


def _asked_after(declared: Mapping[str, Fact], fact: str) -> set[str]:
    """Every fact that a fact is asked after, directly or through others."""
    earlier: set[str] = set()
    stack = [fact]
    while stack:
        new = set(declared[stack.pop()].ask_after) - earlier
        earlier |= new
        stack += new
    return earlier - {fact}


def closed_by(situation: Situation, roots: Sequence[int]) -> dict[str, Fraction]:
    """For each live fact, the share of the other live facts that its answer closes, on the average of its answers.

    Each answer of each fact is one case of a single evaluation, in which everything else stays as it is known.
    """
    network = situation.network
    order = network.below(roots)
    truth = evaluate(network, order, situation.masks(order))
    atoms = list(network.atoms(live_nodes(situation, roots, truth)))
    variables = fact_variables(situation, atoms, truth)
    facts = {fact for variable in variables for fact in variable.facts}
    answers = [(variable, position) for variable in variables for position in range(len(variable.rows))]
    cases = Cases(network, order, len(answers), truth)
    for number, (variable, position) in enumerate(answers):
        for index, value in variable.rows[position].items():
            cases.decide(index, value, 1 << number)
    live = _still_live(cases, roots)
    still: dict[str, int] = {}
    for variable in variables:
        for index in variable.rows[0]:
            for fact in variable.facts:
                still[fact] = still.get(fact, 0) | live.get(index, 0)
    tried: dict[str, int] = {}
    closed: dict[str, int] = {}
    for number, (variable, _) in enumerate(answers):
        others = facts - set(variable.facts)
        settled_facts = sum(1 for fact in others if not still[fact] >> number & 1)
        for fact in variable.facts:
            tried[fact] = tried.get(fact, 0) + 1
            closed[fact] = closed.get(fact, 0) + settled_facts
    return {fact: Fraction(closed[fact], tried[fact] * len(facts)) for fact in tried}


def _still_live(cases: Cases, roots: Iterable[int]) -> dict[int, int]:
    """For each node, the cases in which it is unknown and can still change a root."""
    nodes = cases.network.nodes
    open_ = {index: cases.full & ~(true | false) for index, (true, false) in cases.truth.items()}
    live = {root: open_[root] for root in roots}
    for index in reversed(cases.order):
        for child in nodes[index].children if live.get(index) else ():
            below = positive(child)
            live[below] = live.get(below, 0) | (live[index] & open_[below])
    return live
