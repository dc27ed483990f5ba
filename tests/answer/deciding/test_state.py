"""How a path stands: gates, alarms, one state for several outcomes, no law, everything checked."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from conftest import Law

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.answer.deciding.state import PathState, path_state, ruled_out
from snia_advisor.law.model.case import Case, RecordedReading
from snia_advisor.law.rulebase.base import RuleBase

ON = date(2026, 6, 1)
TEXT = """
- parameter: law_known_to
  type: date
  series: [{from: none, to: none, value: 2030-01-01}]
- fact: a.refused
  type: yes_no
- fact: a.needed
  type: yes_no
- fact: a.kind
  type: choice
  options: [p, q, r, s]
- fact: a.poor
  type: yes_no
- open_question: doubt
  readings: [mild, strict]
- constraint: the_poor
  holds: {any: [{a.poor: no}, {a.kind: [q, r]}]}
- rule: refused
  when: {a.refused: yes}
- rule: needed
  when: {a.needed: yes}
- determination: kind
  choose:
    free: {when: {a.kind: p}}
    paper: {when: {a.kind: q}}
    visa: {when: {a.kind: r}}
    gift: {when: {open_question: {doubt: mild}}}
    nothing: {otherwise: yes, favourable: no}
- path: goal
  concerns: {a.kind: p}
- answer: goal
  outcomes:
    too_late: {state: no, alarm: yes, when: refused, still: needed}
    free: {state: go, when: {kind: free}}
    paper: {state: wait, when: {kind: paper}}
    visa: {state: wait, when: {kind: visa}}
    gift: {state: go, when: {kind: gift}}
    nothing: {state: no, when: {kind: nothing}}
  bars: [{rules: [refused], still: needed}, {outcomes: {kind: [nothing]}}]
"""


def state(base: RuleBase, on: date = ON, reading: str | None = None, **facts: Any) -> PathState:
    """How the goal stands on some facts."""
    readings = {"doubt": RecordedReading(reading)} if reading else {}
    case = Case({f"a.{name}": value for name, value in facts.items()}, readings=readings)
    return path_state(Situation(base, case, on, "goal"), "goal")


def short(found: PathState) -> tuple[Any, ...]:
    return found.state, found.outcome, found.depends_on


# --- gates and alarms --------------------------------------------------------------------------------------------


def test_a_gate_that_is_unknown_leaves_the_answer_open(law: Law) -> None:
    found = state(law(TEXT), reading="mild")
    assert short(found) == ("depends", None, "facts")
    assert found.dependence.missing == ("a.kind",)
    assert found.dependence.possible == ("free", "paper", "visa", "gift")


def test_the_first_gate_that_holds_is_the_answer(law: Law) -> None:
    base = law(TEXT)
    assert short(state(base, kind="p")) == ("go", "free", None)
    assert short(state(base, kind="r")) == ("wait", "visa", None)
    assert short(state(base, kind="s", reading="strict")) == ("no", "nothing", None)


def test_an_alarm_of_which_nobody_has_spoken_is_passed_over(law: Law) -> None:
    for facts in ({}, {"needed": True}, {"needed": False}, {"refused": False}):
        assert short(state(law(TEXT), kind="p", **facts)) == ("go", "free", None)


def test_an_alarm_that_is_proved_is_the_answer_at_its_place(law: Law) -> None:
    base = law(TEXT)
    assert short(state(base, kind="p", refused=True, needed=True)) == ("no", "too_late", None)
    # It is the answer whatever comes later, and nothing more is asked.
    assert short(state(base, refused=True, needed=True)) == ("no", "too_late", None)
    assert state(base, refused=True, needed=True).dependence.missing == ()
    behind = law(TEXT.replace("    too_late:", "    held: {state: wait, when: {kind: free}}\n    too_late:"))
    assert short(state(behind, kind="p", refused=True, needed=True)) == ("wait", "held", None)
    assert short(state(behind, kind="q", refused=True, needed=True)) == ("no", "too_late", None)


def test_what_makes_a_proved_alarm_matter_is_a_gate(law: Law) -> None:
    base = law(TEXT)
    found = state(base, kind="p", refused=True)
    assert short(found) == ("depends", None, "facts")
    assert (found.dependence.missing, found.dependence.possible) == (("a.needed",), ("too_late", "free"))
    assert short(state(base, kind="p", refused=True, needed=False)) == ("go", "free", None)


def test_an_alarm_without_still_matters_as_soon_as_it_is_proved(law: Law) -> None:
    base = law(TEXT.replace("when: refused, still: needed}", "when: refused}"))
    assert short(state(base, kind="p", refused=True)) == ("no", "too_late", None)


def test_an_alarm_is_not_raised_by_the_cases_that_are_gone_through(law: Law) -> None:
    """Whether it applies follows from what is known, not from what could be: a case of the proof raises nothing."""
    base = law(
        TEXT.replace("when: refused, still: needed}", "when: of_kind_s}")
        .replace("free: {when: {a.kind: p}}", "free: {when: {any: [{a.kind: p}, {not: {a.kind: p}}]}}")
        .replace("rules: [refused], still: needed", "rules: [of_kind_s]")
        + "- rule: of_kind_s\n  when: {a.kind: s}\n"
    )
    assert short(state(base)) == ("go", "free", None)
    assert short(state(base, kind="s")) == ("no", "too_late", None)
    told = advise(Case({}, on=ON, path="goal"), base, lang="en").answer
    assert (told.state, told.id) == ("go", "free")
    assert told.because is not None


# --- several outcomes --------------------------------------------------------------------------------------------


def test_where_every_possible_outcome_has_one_state_that_is_the_state(law: Law) -> None:
    found = state(law(TEXT), poor=True)
    assert short(found) == ("wait", None, None)
    assert found.by_state
    assert (found.dependence.possible, found.dependence.missing) == (("paper", "visa"), ("a.kind",))
    told = advise(Case({"a.poor": True}, on=ON, path="goal"), law(TEXT), lang="en")
    assert (told.answer.state, told.answer.id, told.answer.possible) == ("wait", None, ("paper", "visa"))
    assert told.answer.because is not None
    assert told.exit_code == 0


def test_no_state_is_shared_where_an_answer_would_leave_the_question_open(law: Law) -> None:
    """A rule that reads the amount of a day which is "none" stays unknown: no outcome is proved then, whatever is said."""
    base = law(
        """
- parameter: law_known_to
  type: date
  series: [{from: none, to: none, value: 2030-01-01}]
- parameter: least
  type: integer
  series: [{from: none, to: 2026-05-31, value: 0}, {from: 2026-06-01, to: none, value: 0}]
- fact: a.signed
  type: date
  none_allowed: yes
- fact: a.days
  type: integer
- rule: enough
  when: {a.days: {at_least: $least}}
  at: a.signed
- determination: kind
  choose:
    long: {when: enough}
    short: {otherwise: yes}
- path: goal
  concerns: {a.days: {at_least: 1}}
- answer: goal
  outcomes:
    long: {state: go, when: {kind: long}}
    short: {state: go, when: {kind: short}}
"""
    )
    assert short(state(base, days=1)) == ("depends", None, "facts")
    told = advise(Case({"a.days": 1}, on=ON, path="goal"), base, lang="en").answer
    assert (told.state, told.missing) == ("depends", ("a.signed",))
    assert short(state(base, days=1, signed=ON)) == ("go", "long", None)


def test_a_possible_alarm_never_makes_an_answer_depend(law: Law) -> None:
    assert short(state(law(TEXT), poor=True, needed=True)) == ("wait", None, None)
    assert short(state(law(TEXT), poor=True, refused=True)) == ("depends", None, "facts")


def test_what_it_depends_on(law: Law) -> None:
    base = law(TEXT)
    assert short(state(base, kind="s")) == ("depends", None, "question")
    assert state(base, kind="s").dependence.questions == ("doubt",)
    assert short(state(base)) == ("depends", None, "both")


# --- no law ------------------------------------------------------------------------------------------------------

LATE = TEXT.replace("- determination: kind\n", "- determination: kind\n  from: 2026-06-01\n")


def test_before_the_law_nothing_is_reached_by_elimination(law: Law) -> None:
    base, before = law(LATE), date(2026, 5, 31)
    assert short(state(base, before, kind="p")) == ("not_covered", None, None)
    assert short(state(base, before, kind="s", reading="strict")) == ("not_covered", None, None)
    assert short(state(base, ON, kind="p")) == ("go", "free", None)


def test_before_the_law_no_state_is_shared(law: Law) -> None:
    """Two waits are possible on a covered day; on another day neither is, and nobody is told to wait."""
    assert state(law(LATE), date(2026, 5, 31), poor=True).state == "not_covered"


def test_an_earlier_prohibition_that_is_proved_is_said_even_before_the_law(law: Law) -> None:
    assert short(state(law(LATE), date(2026, 5, 31), kind="p", refused=True, needed=True)) == ("no", "too_late", None)


# --- everything checked ------------------------------------------------------------------------------------------

CHECKED = """
- parameter: law_known_to
  type: date
  series: [{from: none, to: none, value: 2030-01-01}]
- fact: a.wage_low
  type: yes_no
- fact: a.hours_long
  type: yes_no
- fact: a.goes_on
  type: yes_no
- rule: wage_low
  when: {a.wage_low: yes}
- rule: hours_long
  when: {a.hours_long: yes}
- rule: goes_on
  when: {a.goes_on: yes}
- determination: breaches
  collect: [wage_low, hours_long]
  tone: unfavourable
- path: goal
  concerns: {a.goes_on: yes}
- answer: goal
  checks: everything
  points:
    wage: {title: {fr: "Salaire", ar: "الأجر", en: "Wage"}, rules: [wage_low]}
    hours: {title: {fr: "Durée", ar: "المدة", en: "Hours"}, rules: [hours_long]}
  outcomes:
    going_on: {state: stop, alarm: yes, when: {breaches: some}, still: goes_on}
    past: {state: no, alarm: yes, when: {breaches: some}}
    lawful: {state: go, when: {breaches: none}}
  bars: [{rules: [wage_low, hours_long]}]
"""


@pytest.mark.parametrize(
    ("facts", "expected", "unchecked"),
    [
        ({}, ("depends", None, "facts"), ("Wage", "Hours")),
        ({"wage_low": False}, ("depends", None, "facts"), ("Hours",)),
        ({"wage_low": False, "hours_long": False}, ("go", "lawful", None), ()),
        ({"wage_low": True, "goes_on": True}, ("stop", "going_on", None), ("Hours",)),
        ({"wage_low": True, "goes_on": False}, ("no", "past", None), ("Hours",)),
        ({"wage_low": True}, ("depends", None, "facts"), ("Hours",)),
    ],
)
def test_where_everything_is_checked(
    law: Law, facts: dict[str, Any], expected: tuple[Any, ...], unchecked: tuple[str, ...]
) -> None:
    """A breach is said at once, its absence only once every point is checked."""
    base = law(CHECKED)
    assert short(state(base, **facts)) == expected
    case = Case({f"a.{name}": value for name, value in facts.items()}, on=ON, path="goal")
    told = advise(case, base, lang="en").answer
    assert (told.state, told.id, told.depends_on) == expected
    assert (told.unchecked, told.unchecked_points) == (len(unchecked), unchecked)


def test_one_state_is_no_answer_while_a_point_is_unchecked(law: Law) -> None:
    """Every outcome that is left is a go, but none of them may hold: something is not checked."""
    base = law(CHECKED.replace("state: stop, alarm: yes", "state: no, alarm: yes"))
    assert state(base, wage_low=False).state == "depends"


# --- what cannot be ----------------------------------------------------------------------------------------------


def test_what_no_real_case_allows_is_ruled_out(law: Law) -> None:
    base = law(TEXT + "- rule: of_kind_p\n  when: {a.kind: p}\n- rule: of_kind_q\n  when: {a.kind: q}\n")

    def out(name: str, negated: bool = False, **facts: Any) -> bool:
        situation = Situation(base, Case({f"a.{fact}": value for fact, value in facts.items()}), ON, "goal")
        edge = situation.network.rule(name)
        return ruled_out(situation, ~edge if negated else edge)

    assert out("of_kind_p", poor=True)
    assert not out("of_kind_q", poor=True)
    assert not out("of_kind_p", poor=True, negated=True)
    assert not out("of_kind_p")
    assert out("of_kind_p", kind="q")
    assert not out("of_kind_q", kind="q")
