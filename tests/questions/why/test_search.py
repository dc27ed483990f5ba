"""Why not, held to a brute force: no smaller set of facts would do, and none as small is left out.

SNIA_REPAIR=2000 python -m pytest tests/questions/why/test_search.py            the long run
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from laws import law_from
from oracle import Opinion
from small_laws import DOMAINS, ON, Drawn, base_of, laws, representatives
from wide_laws import wide_laws

from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.errors import BadInput
from snia_advisor.law.logic.evaluate import evaluate
from snia_advisor.law.logic.network import Network, positive
from snia_advisor.law.model.values import NONE
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.questions.why import why_not as why_not
from snia_advisor.questions.why.movers import Answers, Otherwise
from snia_advisor.questions.why.search import FALSE, NOT_TRUE, Fault, Mover, Search
from snia_advisor.questions.why.why_not import Sets, Wanted, failing_sets, missing_sets

MANY = settings(
    max_examples=int(os.environ.get("SNIA_REPAIR", "60")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
TRIED = 4_000  # combinations of values of one set of facts that the brute force is ready to try


def situation_of(drawn: Drawn) -> Situation:
    """The situation of a drawn case; cases that break a constraint are left out."""
    law = base_of(drawn.bodies)
    try:
        return Situation(law, case_from_values(drawn.values(), law), ON, None, Network(law))
    except BadInput:
        assume(False)
        raise


def plain(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Facts as the third opinion reads them."""
    return {name: None if value is NONE else value for name, value in facts.items()}


def names_of(situation: Situation, mover: Mover, faults: list[Fault]) -> tuple[set[frozenset[str]], Search]:
    """The sets of things that the search finds, every size."""
    search = Search(situation, mover, faults, 100_000, 9)
    found: set[frozenset[str]] = set()
    for sets in search.run():
        found |= {frozenset(changes) for changes in sets}
        search.accepted += [frozenset(changes) for changes in sets]
    return found, search


class Forced:
    """The brute force: every value of every set of things, smallest sets first."""

    def __init__(self, drawn: Drawn, situation: Situation, free: list[str]) -> None:
        self.drawn = drawn
        self.given = plain(situation.facts.given)
        self.free = free

    def smallest(self, does: Any, largest: int) -> set[frozenset[str]]:
        """The smallest sets of the free things, of at most `largest`, some values of which do."""
        found: set[frozenset[str]] = set()
        for size in range(1, largest + 1):
            for names in itertools.combinations(self.free, size):
                if not any(known < set(names) for known in found) and any(map(does, self.opinions(names))):
                    found.add(frozenset(names))
        return found

    def opinions(self, names: tuple[str, ...]) -> Iterator[Opinion]:
        """The opinion under each combination of values of some things."""
        domains = [self.domain(name, names) for name in names]
        count = 1
        for domain in domains:
            count *= len(domain)
        assume(count <= TRIED)
        for values in itertools.product(*domains):
            new = dict(zip(names, values, strict=True))
            facts = {name: value for name, value in new.items() if name in DOMAINS}
            readings = {**self.drawn.readings, **{name: value for name, value in new.items() if name not in DOMAINS}}
            yield Opinion(self.drawn.bodies, {**self.given, **facts}, ON, readings)

    def domain(self, name: str, moved: tuple[str, ...]) -> list[Any]:
        if name not in DOMAINS:
            return list(self.drawn.bodies["open_question"][name]["readings"])
        known = {other: value for other, value in self.given.items() if other not in moved}
        return representatives(Drawn(self.drawn.bodies, self.drawn.facts, known, {}), name)


def outcome(data: st.DataObject, situation: Situation, truth: bool | None) -> tuple[str, int]:
    """An outcome of `d` that has this truth, by its name and its node."""
    nodes = situation.network.determination("d")
    names = [name for name, node in nodes.items() if situation.truth(node) is truth]
    assume(names)
    name = data.draw(st.sampled_from(names))
    return name, nodes[name]


# --- failing conditions ------------------------------------------------------------------------------------------


@MANY
@given(st.one_of(wide_laws(0.9), wide_laws(0.9), laws(constrained=False)), st.data())
def test_what_would_have_to_be_otherwise(drawn: Drawn, data: st.DataObject) -> None:
    situation = situation_of(drawn)
    name, node = outcome(data, situation, False)
    found, search = names_of(situation, Otherwise(situation), [Fault(node, FALSE)])
    assert search.exhausted
    forced = Forced(drawn, situation, [*situation.facts.given, *situation.readings])
    assert found == forced.smallest(lambda opinion: opinion.outcome("d", name) is not False, len(forced.free))
    event(f"smallest: {min(map(len, found), default=None)}, sets: {min(len(found), 4)}")


@MANY
@given(wide_laws(0.9), st.data())
def test_each_set_of_conditions_does_and_none_can_be_left_out(drawn: Drawn, data: st.DataObject) -> None:
    situation = situation_of(drawn)
    _, node = outcome(data, situation, False)
    found = failing_sets(situation, node, 1000)
    assert not found.more
    assert len(set(found.sets)) == len(found.sets)
    for wanted in found.sets:
        assert all(situation.atom(one.index) is not one.truth for one in wanted)
        assert flipped(situation, node, wanted, drawn) is not False
        assert not any(set(other) < set(wanted) for other in found.sets)


def flipped(situation: Situation, node: int, wanted: tuple[Wanted, ...], drawn: Drawn) -> bool | None:
    """The truth of a node when some facts have values that give the conditions their truths, the best that can be had."""
    names = sorted(
        {fact for one in wanted for fact in Otherwise(situation).inputs(one.index)} & situation.facts.given.keys()
    )
    questions = sorted(set(drawn.readings) & {i for one in wanted for i in Otherwise(situation).inputs(one.index)})
    forced = Forced(drawn, situation, [])
    best: list[bool | None] = []
    order = situation.network.below([node])
    for values in itertools.product(*(forced.domain(name, tuple(names)) for name in (*names, *questions))):
        new = dict(zip((*names, *questions), values, strict=True))
        mover = Otherwise(situation)
        given = {n: NONE if v is None else v for n, v in new.items() if n in DOMAINS}
        facts = type(situation.facts)({**situation.facts.given, **given}, ON, situation.base)
        truths = {index: mover.answer(index, facts, new) for index in situation.network.atoms(order)}
        if all(truths[one.index] is one.truth for one in wanted):
            masks = {index: {True: (1, 0), False: (0, 1), None: (0, 0)}[truth] for index, truth in truths.items()}
            true, false = evaluate(situation.network, order, masks)[positive(node)]
            best.append(True if true else False if false else None)
    return True if True in best else None if None in best else False


# --- missing answers ---------------------------------------------------------------------------------------------


@MANY
@given(st.one_of(wide_laws(0.3), wide_laws(0.3), laws()), st.data())
def test_what_would_establish_an_open_outcome(drawn: Drawn, data: st.DataObject) -> None:
    situation = situation_of(drawn)
    name, node = outcome(data, situation, None)
    edges = [Fault(edge, FALSE, real_life=True) for edge, _ in situation.constraint_edges()]
    found, search = names_of(situation, Answers(situation), [Fault(node, NOT_TRUE), *edges])
    assert search.exhausted
    unknown = [name for name in drawn.facts if name not in situation.facts.given]
    open_ = [name for name in drawn.bodies["open_question"] if name not in drawn.readings]

    def does(opinion: Opinion) -> bool:
        return opinion.outcome("d", name) is True and possible(drawn, opinion)

    assert found == Forced(drawn, situation, [*unknown, *open_]).smallest(does, len(unknown) + len(open_))
    event(f"smallest: {min(map(len, found), default=None)}, sets: {min(len(found), 4)}")


def possible(drawn: Drawn, opinion: Opinion) -> bool:
    """Whether no constraint is broken for certain."""
    for body in drawn.bodies["constraint"].values():
        if "holds" in body and opinion.holds(body["holds"]) is False:
            return False
        if "then" in body and opinion.holds(body["when"]) is True:
            ((name, value),) = body["then"].items()
            wanted = {"yes": True, "no": False, "none": frozenset() if name == "a.ties" else None, "2": 2}
            said = opinion.given.get(name, "unknown")
            if said != "unknown" and said != (frozenset(value) if isinstance(value, list) else wanted.get(value, value)):
                return False
    return True


# --- bounds ------------------------------------------------------------------------------------------------------


@MANY
@given(wide_laws(0.3), st.data())
def test_over_the_limit_one_set_is_found_that_leaves_nothing_out(drawn: Drawn, data: st.DataObject) -> None:
    situation = situation_of(drawn)
    _, node = outcome(data, situation, None)
    whole = missing_sets(situation, node, 1000)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(why_not, "LARGEST", 0)
        some = missing_sets(situation, node, 1000)
    assert some.more
    assert bool(some.sets) is bool(whole.sets)
    assert len(some.sets) <= 1


def test_sets_that_are_not_shown_are_said(law: Any) -> None:
    text = "- fact: a.kind\n  type: choice\n  options: [p, q]\n"
    text += "".join(f"- fact: a.f{n}\n  type: yes_no\n" for n in range(4))
    text += "- determination: d\n  choose:\n    yes_: {when: {any: ["
    text += ", ".join(f"{{a.f{n}: yes}}" for n in range(4)) + "]}}\n    no_: {otherwise: yes}\n"
    situation, nodes = of(law, text, {"a": {f"f{n}": False for n in range(4)}})
    assert len(failing_sets(situation, nodes["yes_"], 3).sets) == 3
    assert failing_sets(situation, nodes["yes_"], 3).more
    assert not failing_sets(situation, nodes["yes_"], 4).more


# --- the words of the page, one by one ---------------------------------------------------------------------------

TEXT = """
- fact: a.married
  type: yes_no
- fact: a.kind
  type: choice
  options: [p, q, r]
- fact: a.birth
  type: date
- fact: a.card
  type: date
  none_allowed: yes
- derived: a.age
  type: integer
  compute: {whole_years_between: [$a.birth, $on]}
- fact: a.people
  type: records
  fields:
    adult: {type: yes_no}
- open_question: x
  readings: [one, two]
"""


def of(law: Any, text: str, case: dict[str, Any]) -> tuple[Situation, dict[str, int]]:
    """The situation of a case and the outcomes of `d`."""
    base = law(text)
    situation = Situation(base, case_from_values({"on": ON, **case}, base), ON, None, Network(base))
    return situation, situation.network.determination("d")


def shown(situation: Situation, found: Sets) -> list[list[str]]:
    """The sets in a short form: `fact op`, with `not` in front where it should not be so."""
    return sorted(sorted(words(situation, one) for one in wanted) for wanted in found.sets)


def words(situation: Situation, one: Wanted) -> str:
    node = situation.network.nodes[one.index]
    atom = node.atom
    text = f"{atom.question} {atom.reading}" if node.kind == "reading" else f"{atom.fact} {atom.op}"
    return text if one.truth else f"not {text}"


YOUNG, CARD = date(2015, 1, 1), ON + timedelta(days=10)


@pytest.mark.parametrize(
    ("when", "case", "expected"),
    [
        ("{all: [{a.married: yes}, {a.kind: p}]}", {"married": False, "kind": "q"}, [["a.married is", "a.kind is"]]),
        ("{any: [{a.married: yes}, {a.kind: p}]}", {"married": False, "kind": "q"}, [["a.married is"], ["a.kind is"]]),
        ("{not: {any: [{a.married: yes}, {a.kind: p}]}}", {"married": True, "kind": "q"}, [["not a.married is"]]),
        ("{not: {all: [{a.married: yes}, {a.kind: p}]}}", {"married": True, "kind": "p"},
         [["not a.married is"], ["not a.kind is"]]),
        ("{all: [{a.kind: p}, {not: {a.kind: q}}]}", {"kind": "q"}, [["a.kind is"]]),
        ("{all: [{a.kind: p}, {a.kind: q}]}", {"kind": "r"}, []),
        ("{any: [{a.kind: p}, {a.kind: [p, q]}]}", {"kind": "r"}, [["a.kind is"], ["a.kind one_of"]]),
        ("{any: [{all: [{a.married: yes}, {a.kind: p}]}, "
         "{all: [{a.married: yes}, {a.age: {at_least: '18'}}, {a.card: {on_or_after: $on}}]}]}",
         {"married": False, "kind": "q", "birth": YOUNG, "card": None},
         [["a.married is", "a.kind is"], ["a.married is", "a.age at_least", "a.card on_or_after"]]),
        ("{a.age: {at_least: '18'}}", {"birth": YOUNG}, [["a.age at_least"]]),
        ("{a.card: {on_or_after: $on}}", {"card": None}, [["a.card on_or_after"]]),
        ("{a.people: {count: {at_least: 2}}}", {"people": [{"adult": True}]}, [["a.people count"]]),
    ],
)  # fmt: skip
def test_a_condition_that_fails(law: Any, when: str, case: dict[str, Any], expected: list[list[str]]) -> None:
    text = TEXT + f"- determination: d\n  choose:\n    yes_: {{when: {when}}}\n    no_: {{otherwise: yes}}\n"
    situation, nodes = of(law, text, {"a": case})
    assert shown(situation, failing_sets(situation, nodes["yes_"], 9)) == sorted(map(sorted, expected))


def test_an_exception_and_an_earlier_outcome_stand_in_the_way_together(law: Any) -> None:
    text = (
        TEXT
        + """
- rule: card
  when: {a.card: {on_or_after: $on}}
  unless: [married]
- rule: married
  when: {a.married: yes}
- determination: d
  choose:
    first: {when: {a.kind: p}}
    second: {when: card}
    third: {otherwise: yes}
"""
    )
    situation, nodes = of(law, text, {"a": {"kind": "p", "card": CARD, "married": True}})
    assert shown(situation, failing_sets(situation, nodes["second"], 9)) == [["not a.kind is", "not a.married is"]]
    assert shown(situation, failing_sets(situation, nodes["third"], 9)) == [["not a.kind is"]]
    situation, nodes = of(law, text, {"a": {"kind": "q", "card": CARD, "married": False}})
    assert shown(situation, failing_sets(situation, nodes["third"], 9)) == [["a.married is"], ["not a.card on_or_after"]]


def test_several_outcomes_a_collect_and_a_recorded_reading(law: Any) -> None:
    text = (
        TEXT
        + """
- rule: r1
  when: {a.married: yes}
- rule: r2
  when: {open_question: {x: one}}
- determination: f
  collect: [r1, r2]
- determination: e
  choose:
    e1: {when: {a.kind: p}}
    e2: {when: {a.kind: q}}
    e3: {otherwise: yes}
- determination: d
  choose:
    some: {when: {all: [{f: some}, {e: [e1, e2]}]}}
    none: {when: {f: none}}
    last: {otherwise: yes}
"""
    )
    readings = {"x": "two"}
    situation, nodes = of(law, text, {"a": {"kind": "r", "married": False}, "readings": readings})
    both = [["a.kind is", "a.married is"], ["a.kind is", "a.married is"], ["a.kind is", "x one"], ["a.kind is", "x one"]]
    assert shown(situation, failing_sets(situation, nodes["some"], 9)) == both
    situation, nodes = of(law, text, {"a": {"kind": "p", "married": True}, "readings": readings})
    assert shown(situation, failing_sets(situation, nodes["none"], 9)) == [["not a.married is"]]
    situation, nodes = of(law, text, {"a": {"kind": "p"}, "readings": readings})
    assert shown(situation, missing_sets(situation, nodes["some"], 9)) == [["a.married is"]]
    assert shown(situation, missing_sets(situation, nodes["none"], 9)) == [["not a.married is"]]


def test_a_rule_that_is_not_law_yet_wants_a_later_day_and_never_an_earlier_one(law: Any) -> None:
    later = (ON + timedelta(days=1)).isoformat()
    text = (
        TEXT
        + f"""
- rule: r
  when: {{a.married: yes}}
  from: {later}
- rule: s
  when: {{a.married: yes}}
  from: 2020-01-01
- determination: d
  choose:
    yes_: {{when: {{all: [r, s]}}}}
    no_: {{otherwise: yes}}
"""
    )
    situation, nodes = of(law, text, {"a": {"married": True}})
    assert shown(situation, failing_sets(situation, nodes["yes_"], 9)) == [["on on_or_after"]]
    situation, nodes = of(law, text.replace(later, "2020-01-01"), {"a": {"married": True}})
    assert shown(situation, failing_sets(situation, nodes["no_"], 9)) == [["not a.married is"]]


def test_answers_that_real_life_forbids_are_no_way(law: Any) -> None:
    text = (
        TEXT
        + """
- determination: d
  choose:
    yes_: {when: {all: [{a.married: yes}, {a.kind: p}]}}
    no_: {otherwise: yes}
"""
    )
    situation, nodes = of(law, text, {"a": {"kind": "p"}})
    assert shown(situation, missing_sets(situation, nodes["yes_"], 9)) == [["a.married is"]]
    bound = text + "- constraint: k\n  holds: {any: [{a.married: no}, {a.card: none}]}\n"
    situation, nodes = of(law, bound, {"a": {"kind": "p", "card": CARD}})
    assert shown(situation, missing_sets(situation, nodes["yes_"], 9)) == []


def test_a_number_is_found_behind_a_function_that_cannot_be_turned_round(law: Any) -> None:
    text = """
- fact: a.wage
  type: decimal
  places: 2
- derived: a.double
  type: decimal
  places: 2
  compute: {product: [$a.wage, 2]}
- determination: d
  choose:
    yes_: {when: {a.double: {at_least: "35.01"}}}
    no_: {otherwise: yes}
"""
    situation, nodes = of(law, text, {"a": {"wage": Decimal("3.00")}})
    search = Search(situation, Otherwise(situation), [Fault(nodes["yes_"], FALSE)], 100, 3)
    assert [sets for sets in search.run() if sets] == [[{"a.wage": Decimal("17.51")}]]


def test_law_from_keeps_what_is_written(tmp_path: Any) -> None:
    """The page of these tests is read as a rule file is."""
    assert set(law_from(TEXT, tmp_path).facts) == {"a.married", "a.kind", "a.birth", "a.card", "a.people"}
