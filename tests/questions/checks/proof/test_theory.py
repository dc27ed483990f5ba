"""The clauses about facts are true of every case: no real case is excluded, and what excludes itself is seen."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from laws import law_from
from random_law import RandomLaw

from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.law.logic.network import Network, positive
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.law.rulebase.resolve import resolve
from snia_advisor.questions.checks.proof.encode import Encoded

ON = date(2026, 6, 1)
FACTS = """
- fact: a.day
  type: date
  none_allowed: yes
- fact: a.other
  type: date
  none_allowed: yes
- fact: a.number
  type: integer
- fact: a.choice
  type: choice
  options: [p, q, r]
- fact: a.set
  type: set
  options: [p, q, r]
- fact: a.flag
  type: yes_no
- parameter: days
  type: integer
  series: [{from: none, to: none, value: 3}]
- derived: a.later
  type: date
  compute: {add_days: [$a.day, $days]}
- open_question: doubt
  readings: [x, y]
"""
# Two conditions, and whether they can hold together.
PAIRS = [
    ("{a.day: {before: $on}}", "{a.day: {on_or_after: $on}}", False),
    ("{a.day: {before: 2026-01-01}}", "{a.day: {after: 2026-02-01}}", False),
    ("{a.day: {before: 2026-02-01}}", "{a.day: {after: 2026-01-01}}", True),
    ("{a.day: {before: $a.other}}", "{a.other: {before: $a.day}}", False),
    ("{a.day: none}", "{a.day: {before: $on}}", False),
    ("{a.day: none}", "{a.later: none}", True),
    ("{not: {a.day: none}}", "{a.later: none}", False),
    ("{a.day: {on_or_after: $on}}", "{a.later: {before: $on}}", False),
    ("{a.day: {on_or_after: $on}}", "{a.later: {equal: $on}}", False),
    ("{a.day: {before: $on}}", "{a.later: {on_or_after: $on}}", True),
    ("{a.number: {at_least: 3}}", "{a.number: {at_most: 2}}", False),
    ("{a.number: {at_least: 3}}", "{a.number: {at_most: 3}}", True),
    ("{a.choice: p}", "{a.choice: [q, r]}", False),
    ("{a.choice: [p, q]}", "{a.choice: [q, r]}", True),
    ("{a.set: none}", "{a.set: {includes: p}}", False),
    ("{a.set: {only: [p]}}", "{a.set: {includes_any: [q, r]}}", False),
    ("{a.set: {only: [p]}}", "{a.set: {includes: p}}", True),
    ("{a.flag: yes}", "{a.flag: no}", False),
    ("{open_question: {doubt: x}}", "{open_question: {doubt: y}}", False),
]


def rules(directory: Path, one: str, other: str) -> RuleBase:
    text = f"- rule: one\n  when: {one}\n- rule: other\n  when: {other}\n- path: p\n  concerns: one\n"
    return law_from(FACTS + text, directory)


@pytest.mark.parametrize(("one", "other", "together"), PAIRS)
def test_what_excludes_itself_is_seen(one: str, other: str, together: bool, tmp_path: Path) -> None:
    base = rules(tmp_path, one, other)
    network = Network(base)
    edges = [network.rule("one"), network.rule("other")]
    encoded = Encoded(base, "p", network, edges, ON)
    assert encoded.possible
    assert encoded.clauses.assume([encoded.edge(edge) for edge in edges]) is together


@pytest.mark.parametrize("seed", range(40))
def test_no_real_case_is_excluded(seed: int) -> None:
    drawn = RandomLaw(f"theory/{seed}")
    base = drawn.base()
    resolve(base)
    if "p" not in base.paths:
        return
    network = Network(base)
    roots = [network.rule(name) for name in base.rules]
    roots += [node for name in base.determinations for node in network.determination(name).values()]
    encoded = Encoded(base, "p", network, roots, ON)
    mark = encoded.clauses.mark
    for _ in range(25):
        values = drawn.case()
        situation = Situation(base, case_from_values(values, base), values["on"], None, network)
        order = network.below(map(positive, roots))
        if any(network.nodes[n].kind == "covered" and situation.atom(n) is None for n in network.atoms(order)):
            continue  # the clauses take every determination to have law
        known = situation.known_atoms(order)
        assert encoded.clauses.assume([encoded.edge(n if truth else ~n) for n, truth in known.items()]), values
        encoded.clauses.back(mark)
