"""Unit propagation: what it says follows does follow, and taking back an assumption leaves no trace."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from snia_advisor.questions.checks.proof.clauses import Clauses

STATEMENTS = 6
literals = st.integers(1, STATEMENTS).flatmap(lambda n: st.sampled_from([n, -n]))
clauses = st.lists(st.lists(literals, min_size=1, max_size=4), max_size=14)
assumptions = st.lists(literals, max_size=3)


def built(law: list[list[int]]) -> Clauses:
    found = Clauses()
    for _ in range(STATEMENTS):
        found.statement()
    for clause in law:
        found.add(*clause)
    return found


def models(law: list[list[int]], assumed: list[int]) -> list[dict[int, bool]]:
    """Every case that satisfies the clauses and the assumptions, by trying them all."""
    cases = (dict(enumerate(values, 1)) for values in itertools.product((True, False), repeat=STATEMENTS))
    demanded = [*law, *([literal] for literal in assumed)]
    return [case for case in cases if all(any(case[abs(n)] is (n > 0) for n in clause) for clause in demanded)]


@given(clauses, assumptions)
@settings(max_examples=400, deadline=None)
def test_what_propagation_says_is_true_of_every_case(law: list[list[int]], assumed: list[int]) -> None:
    propagated = built(law)
    left = models(law, assumed)
    if not propagated.assume(assumed) or propagated.contradictory:
        assert left == []
        return
    for statement in range(1, STATEMENTS + 1):
        value = propagated.value(statement)
        assert value == 0 or all(case[statement] is (value > 0) for case in left)


@given(clauses, assumptions, assumptions)
@settings(max_examples=300, deadline=None)
def test_an_assumption_that_is_taken_back_leaves_no_trace(law: list[list[int]], one: list[int], other: list[int]) -> None:
    used, fresh = built(law), built(law)
    used.assume([])
    fresh.assume([])
    mark = used.mark
    used.assume(one)
    used.back(mark)
    assert used.truth == fresh.truth
    assert used.assume(other) == fresh.assume(other)


def test_a_unit_clause_is_known_at_once_and_its_complement_is_a_contradiction() -> None:
    law = built([[1], [-1, 2]])
    assert law.assume([])
    assert (law.value(1), law.value(-1), law.value(2), law.value(3)) == (1, -1, 1, 0)
    assert built([[1], [-1]]).contradictory


def test_one_of_several_and_only_one() -> None:
    law = built([])
    law.exactly_one([1, 2, 3])
    assert not law.assume([1, 2])
    law.back(0)
    assert law.assume([-1, -2])
    assert law.value(3) == 1


def test_a_result_is_as_its_parts_are() -> None:
    either, every = built([]), built([])
    either.either(4, [1, 2])
    every.every(4, [1, 2])
    for law, known in ((either, [-1, -2]), (every, [1, -2])):
        assert law.assume(known)
        assert law.value(4) == -1
