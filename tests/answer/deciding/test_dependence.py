"""What a determination depends on, held to a brute force that tries every value and asks a third opinion.

SNIA_EXACT=3000 python -m pytest tests/answer            the long run
"""

from __future__ import annotations

import os
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from laws import law_from
from small_laws import DOMAINS, ON, Answer, Drawn, base_of, brute_force, laws

from snia_advisor.answer.deciding import dependence as exactness
from snia_advisor.answer.deciding.dependence import Dependence, depend
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.errors import BadInput
from snia_advisor.law.logic.network import Network
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values

MANY = settings(
    max_examples=int(os.environ.get("SNIA_EXACT", "100")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)


def situation_of(drawn: Drawn, base: RuleBase | None = None) -> Situation:
    """The situation of a drawn case. Raises `BadInput` when the case breaks a constraint."""
    law = base or base_of(drawn.bodies)
    return Situation(law, case_from_values(drawn.values(), law), ON, None, Network(law))


def dependence(situation: Situation) -> Dependence:
    """What determination `d` depends on."""
    return depend(situation, situation.network.determination("d"))


def answered(drawn: Drawn, base: RuleBase | None = None) -> tuple[Situation, Dependence] | None:
    """The situation and the answer; None when the case is refused."""
    try:
        situation = situation_of(drawn, base)
        return situation, dependence(situation)
    except BadInput as problem:
        said = problem.sentence("en")
    assert "contradict" in said
    return None


def examined(drawn: Drawn) -> tuple[Situation, Dependence, Answer]:
    """Both answers; cases that real life does not allow are left out, and only those may be refused."""
    answer = brute_force(drawn)
    ours = answered(drawn)
    assert ours is not None or answer is None, "refused, though real life allows it"
    assume(answer is not None)
    assert answer is not None
    assert ours is not None
    return (*ours, answer)


def cut_completely(situation: Situation, found: Dependence) -> bool:
    """Whether the search saw every constraint and every link that bears on what it split."""
    if not found.exact or any(v.name.startswith("atom ") for v in found.split):
        return False
    split = {fact for v in found.split for fact in v.facts if not v.readings}
    for edge, facts in situation.constraint_edges():
        unknown = {fact for fact in facts if fact not in situation.facts.given}
        if unknown & split and not unknown <= split:
            return False
        for index in situation.network.atoms(situation.network.below([edge])):
            if situation.atom(index) is None and len(situation._reads(index) - situation.facts.given.keys()) > 1:
                return False
    return True


def check_sound(found: Dependence, answer: Answer) -> None:
    """What holds always: nothing that a real case reaches is struck out, and what is decided is what every case gives."""
    assert answer.possible <= set(found.possible)
    if found.outcome is not None:
        assert answer.possible == {found.outcome}
    else:
        assert found.missing or found.questions, "undecided, and nothing to ask"


@MANY
@given(laws())
def test_exact_where_it_says_so(drawn: Drawn) -> None:
    situation, found, answer = examined(drawn)
    check_sound(found, answer)
    if not cut_completely(situation, found):
        event("not exact")
        return
    event(f"{'decided' if found.outcome else 'open'}{' by cases' if found.by_cases else ''}")
    assert set(found.possible) == answer.possible
    assert set(found.questions) == (set() if found.outcome else answer.reached)
    many = any(len(names) > 1 for names in answer.by_reading.values())
    coupled = many and not answer.missing  # facts that only change together
    if not coupled:
        assert set(found.missing) == (set() if found.outcome else answer.missing)
    for question, readings in found.readings.items():
        axis = answer.questions.index(question)
        for reading, outcomes in readings.items():
            left = [names for combination, names in answer.by_reading.items() if combination[axis] == reading]
            assert set(outcomes) == frozenset().union(*left)
    check_under(found, answer)


def check_under(found: Dependence, answer: Answer) -> None:
    """An outcome is possible under exactly the readings that are named, or under all when none are."""
    for outcome, alternatives in found.under.items():
        for combination, names in answer.by_reading.items():
            if not names:
                continue
            said = dict(zip(answer.questions, combination, strict=True))
            named = any(all(said[q] == r for q, r in alternative.items()) for alternative in alternatives)
            assert (outcome in names) == (named or not alternatives)


@MANY
@given(laws(linked=True))
def test_sound_when_comparisons_link_facts(drawn: Drawn) -> None:
    _, found, answer = examined(drawn)
    event("exact" if found.exact else "not exact")
    check_sound(found, answer)


@MANY
@given(laws(), st.data())
def test_sound_over_the_limit(drawn: Drawn, data: st.DataObject) -> None:
    """With a limit so low that Kleene's answer stands, the answer is wider, never wrong."""
    limit, exactness.MAX_CASES = exactness.MAX_CASES, data.draw(st.sampled_from([0, 1, 2, 4]))
    try:
        _, found, answer = examined(drawn)
    finally:
        exactness.MAX_CASES = limit
    assert answer.possible <= set(found.possible)
    if found.outcome is not None:
        assert answer.possible == {found.outcome}
    if not found.exact and found.outcome is None:
        assert answer.missing <= set(found.missing) or not any(len(names) > 1 for names in answer.by_reading.values())


@MANY
@given(laws(), st.data())
def test_an_answer_never_widens_what_is_possible(drawn: Drawn, data: st.DataObject) -> None:
    """Giving a missing fact, whatever the answer, leaves a part of the outcomes that were possible."""
    base = base_of(drawn.bodies)
    before = answered(drawn, base)
    assume(before is not None and before[1].missing)
    assert before is not None
    fact = data.draw(st.sampled_from(before[1].missing))
    value = data.draw(st.sampled_from(DOMAINS[fact]))
    after = answered(Drawn(drawn.bodies, drawn.facts, {**drawn.given, fact: value}, drawn.readings), base)
    if after is not None:  # otherwise real life does not allow this answer
        assert set(after[1].possible) <= set(before[1].possible)
        assert fact not in after[1].missing


@MANY
@given(laws(), st.data())
def test_what_was_decided_stays_decided(drawn: Drawn, data: st.DataObject) -> None:
    """Unknown never yields a firm answer that a known fact could take back."""
    base = base_of(drawn.bodies)
    before = answered(drawn, base)
    assume(before is not None and before[1].outcome is not None and drawn.unknown)
    assert before is not None
    values = {name: data.draw(st.sampled_from(DOMAINS[name])) for name in drawn.unknown}
    readings = {name: data.draw(st.sampled_from(body["readings"])) for name, body in drawn.bodies["open_question"].items()}
    whole = Drawn(drawn.bodies, drawn.facts, {**drawn.given, **values}, {**readings, **drawn.readings})
    after = answered(whole, base)
    if after is not None:
        assert after[1].outcome == before[1].outcome


def test_the_brute_force_is_not_always_of_the_same_opinion() -> None:
    """The drawn laws must decide, depend on facts and depend on questions, each often enough."""
    seen = {"decided": 0, "missing": 0, "reached": 0, "by cases": 0}

    @settings(max_examples=120, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(laws())
    def count(drawn: Drawn) -> None:
        answer = brute_force(drawn)
        if answer is None:
            return
        seen["decided"] += len(answer.possible) == 1
        seen["missing"] += bool(answer.missing)
        seen["reached"] += bool(answer.reached)
        seen["by cases"] += examined(drawn)[1].by_cases

    count()
    assert min(seen.values()) >= 3, seen


# --- the words of the page, one by one ---------------------------------------------------------------------------

TEXT = """
- fact: a.married
  type: yes_no
- fact: a.kind
  type: choice
  options: [p, q]
- fact: a.birth
  type: date
- derived: a.age
  type: integer
  compute: {whole_years_between: [$a.birth, $on]}
- open_question: x
  readings: [one, two]
"""


def of(law: Any, text: str, case: dict[str, Any] | None = None, name: str = "d") -> Dependence:
    """What determination `d` of a small law depends on."""
    base = law(TEXT + text)
    situation = Situation(base, case_from_values(case or {}, base), ON, None, Network(base))
    return depend(situation, situation.network.determination(name))


def test_whatever_the_answer(law: Any) -> None:
    found = of(law, """
- determination: d
  choose:
    yes_: {when: {any: [{a.married: yes}, {not: {a.married: yes}}]}}
    no_: {otherwise: yes}
""")  # fmt: skip
    assert (found.outcome, found.by_cases, found.exact, found.missing) == ("yes_", True, True, ())


def test_a_fact_that_cannot_matter_is_not_missing(law: Any) -> None:
    found = of(law, """
- determination: d
  choose:
    yes_: {when: {any: [{all: [{a.married: yes}, {a.kind: p}]}, {all: [{not: {a.married: yes}}, {a.kind: p}]}]}}
    no_: {otherwise: yes}
""")  # fmt: skip
    assert found.missing == ("a.kind",)


@pytest.mark.parametrize(
    ("op", "ages"), [("more_than", 18), ("at_least", 19), ("at_most", 18), ("equal", 18), ("less_than", 0)]
)
def test_an_age_has_people_on_both_sides(law: Any, op: str, ages: int) -> None:
    """`more than 18` begins a year after the eighteenth birthday, not on the day after it."""
    found = of(law, f"""
- determination: d
  choose:
    yes_: {{when: {{a.age: {{{op}: "{ages}"}}}}}}
    no_: {{otherwise: yes}}
""")  # fmt: skip
    assert (set(found.possible), found.missing) == ({"yes_", "no_"}, ("a.birth",))


def test_facts_that_only_change_together_are_asked(law: Any) -> None:
    """Married if and only if of kind p: neither fact can change alone, and still one of them must be asked."""
    found = of(law, """
- constraint: forth
  when: {a.married: yes}
  then: {a.kind: p}
- constraint: back
  when: {a.kind: p}
  then: {a.married: yes}
- determination: d
  choose:
    yes_: {when: {all: [{a.married: yes}, {a.kind: p}]}}
    no_: {otherwise: yes}
""")  # fmt: skip
    assert set(found.possible) == {"yes_", "no_"}
    assert found.missing


def test_a_question_that_changes_nothing_is_not_reached(law: Any) -> None:
    text = """
- determination: d
  choose:
    yes_: {when: {any: [{a.married: yes}, {open_question: {x: one}}]}}
    no_: {otherwise: yes}
"""
    assert of(law, text).questions == ("x",)
    assert of(law, text, {"a": {"married": True}}).questions == ()
    open_ = of(law, text, {"a": {"married": False}})
    assert (open_.questions, open_.missing) == (("x",), ())
    assert open_.under == {"yes_": ({"x": "one"},), "no_": ({"x": "two"},)}
    assert open_.readings == {"x": {"one": ("yes_",), "two": ("no_",)}}


def test_a_doubt_that_no_fact_can_settle(law: Any) -> None:
    """Married or not, the authority decides: nothing is asked of the person."""
    found = of(law, """
- determination: d
  choose:
    yes_:
      when:
        any:
          - {all: [{a.married: yes}, {open_question: {x: one}}]}
          - {all: [{not: {a.married: yes}}, {open_question: {x: one}}]}
    no_: {otherwise: yes}
""")  # fmt: skip
    assert (found.outcome, found.missing, found.questions) == (None, (), ("x",))


def test_readings_that_suffice_alone_or_only_together(law: Any) -> None:
    """Under `x: one` always; under `x: two` only with `y: p`: then whole combinations are named."""
    questions = """
- open_question: x3
  readings: [one, two, three]
- open_question: y
  readings: [p, q]
- determination: d
  choose:
    yes_: {when: {any: [{open_question: {x3: one}}, SECOND]}}
    no_: {otherwise: yes}
"""
    alone = of(law, questions.replace("SECOND", "{open_question: {y: p}}"))
    assert alone.under["yes_"] == ({"x3": "one"}, {"y": "p"})
    together = of(law, questions.replace("SECOND", "{all: [{open_question: {x3: two}}, {open_question: {y: p}}]}"))
    assert together.under["yes_"] == ({"x3": "one", "y": "p"}, {"x3": "one", "y": "q"}, {"x3": "two", "y": "p"})


def test_facts_and_doubts_at_once(law: Any) -> None:
    found = of(law, """
- determination: d
  choose:
    yes_: {when: {all: [{a.married: yes}, {open_question: {x: one}}]}}
    no_: {otherwise: yes}
""")  # fmt: skip
    assert (found.missing, found.questions) == (("a.married",), ("x",))
    assert found.under == {"yes_": ({"x": "one"},), "no_": ()}


def test_constraints_strike_out_what_no_real_case_reaches(law: Any) -> None:
    text = """
- determination: d
  choose:
    yes_: {when: {all: [{a.married: yes}, {a.kind: p}]}}
    no_: {otherwise: yes}
"""
    assert set(of(law, text).possible) == {"yes_", "no_"}
    forbidden = of(law, text + "- constraint: k\n  holds: {not: {all: [{a.married: yes}, {a.kind: p}]}}\n")
    assert (forbidden.outcome, forbidden.by_cases) == ("no_", True)


def test_facts_that_only_several_constraints_forbid_are_refused(law: Any) -> None:
    """Neither constraint is broken while `married` is unknown; together they leave it no value."""
    text = """
- constraint: k1
  holds: {any: [{a.kind: p}, {a.married: yes}]}
- constraint: k2
  holds: {any: [{a.kind: p}, {a.married: no}]}
- determination: d
  choose:
    yes_: {when: {a.married: yes}}
    no_: {otherwise: yes}
"""
    assert set(of(law, text, {"a": {"kind": "p"}}).possible) == {"yes_", "no_"}
    with pytest.raises(BadInput) as caught:
        of(law, text, {"a": {"kind": "q"}})
    assert (caught.value.key, caught.value.args_["facts"]) == ("constraint_broken", "a.kind (case:1)")


def test_over_the_limit_kleene_stands(law: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    text = """
- determination: d
  choose:
    yes_: {when: {any: [{a.married: yes}, {not: {a.married: yes}}]}}
    no_: {otherwise: yes}
"""
    monkeypatch.setattr(exactness, "MAX_CASES", 1)
    found = of(law, text)
    assert (found.outcome, found.exact, set(found.possible), found.missing) == (None, False, {"yes_", "no_"}, ("a.married",))


def test_a_fact_that_is_only_compared_with_none(law: Any) -> None:
    found = of(law, """
- fact: a.paper
  type: date
  none_allowed: yes
- determination: d
  choose:
    yes_: {when: {a.paper: none}}
    no_: {otherwise: yes}
""")  # fmt: skip
    assert (set(found.possible), found.missing) == ({"yes_", "no_"}, ("a.paper",))


def test_a_sum_of_one_term(law: Any) -> None:
    """What cannot be carried back through a function stands alone; it is not an error."""
    found = of(law, """
- fact: a.wage
  type: decimal
  places: 2
- derived: a.total
  type: decimal
  compute: {sum: [$a.wage]}
- determination: d
  choose:
    yes_: {when: {a.total: {more_than: "18"}}}
    no_: {otherwise: yes}
""")  # fmt: skip
    assert (set(found.possible), found.missing) == ({"yes_", "no_"}, ("a.wage",))


def test_a_rule_measured_on_an_unknown_date_waits_for_it(law: Any) -> None:
    text = """
- fact: a.signed
  type: date
- rule: r
  when: {a.married: yes}
  from: 2026-01-01
  at: a.signed
- determination: d
  choose:
    yes_: {when: r}
    no_: {otherwise: yes}
"""
    assert set(of(law, text).missing) == {"a.married", "a.signed"}
    assert of(law, text, {"a": {"married": True}}).missing == ("a.signed",)
    assert of(law, text, {"a": {"married": True, "signed": date(2025, 12, 31)}}).outcome == "no_"
    assert of(law, text, {"a": {"married": True, "signed": date(2026, 1, 1)}}).outcome == "yes_"


def test_law_from_is_what_the_page_says(tmp_path: Any) -> None:
    """The helper fills what is left out and keeps what is written."""
    assert law_from("- rule: r\n  when: {a.f: yes}\n- fact: a.f\n  type: yes_no\n", tmp_path).rules["r"].sources == ("s",)
