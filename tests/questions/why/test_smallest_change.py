"""The smallest change: lawful, proved, and none smaller left out.

SNIA_CHANGE=1000 python -m pytest tests/questions/why/test_smallest_change.py            the long run
"""

from __future__ import annotations

import itertools
import os
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st
from laws import plain_answer
from oracle import Opinion
from small_laws import DOMAINS, ON, Drawn, base_of, comparisons, conditions, inputs, leaves_of, real
from wide_laws import wide_laws

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.answer.telling.wording import raw
from snia_advisor.law.logic.network import Network
from snia_advisor.law.model.values import Records
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values, with_facts
from snia_advisor.questions.scenarios.files import load_scenarios
from snia_advisor.questions.why import smallest_change as module
from snia_advisor.questions.why.goals import state_of
from snia_advisor.questions.why.lawful import Lawful
from snia_advisor.questions.why.smallest_change import Change, Changes, changes_of, smallest_changes

T = {"fr": "t", "ar": "t", "en": "t"}
TEXT = """
- parameter: law_known_to
  type: date
  series:
    - {from: none, to: none, value: 2030-01-01}
- fact: a.birth
  type: date
  changeable: no
- fact: a.goal
  type: choice
  options: [this, that]
  changeable: 1
- fact: a.kind
  type: choice
  options: [none, p, q, r]
  changeable: 3
- fact: a.card
  type: date
  none_allowed: yes
  changeable: 2
- fact: a.asked
  type: choice
  options: [none, at_desk, by_post]
  changeable: no
- fact: a.written
  type: yes_no
  changeable: 1
- fact: a.ties
  type: set
  options: [x, y, z]
  changeable: 1
- fact: a.wage
  type: decimal
  places: 2
  minimum: 0
  changeable: 1
- fact: a.people
  type: records
  changeable: 2
  fields:
    adult: {type: yes_no}
    role: {type: choice, options: [owner, helper]}
- derived: a.age
  type: integer
  compute: {whole_years_between: [$a.birth, $on]}
- open_question: doubt
  readings: [mild, strict]
- path: goal
  title: {fr: t, ar: t, en: t}
  question: {fr: t, ar: t, en: t}
  concerns: {not: {a.goal: that}}
  headline: [d]
- answer: goal
  outcomes:
    refused: {state: no, when: {d: bad}}
    goes: {state: go, when: {d: good}}
  bars: [{outcomes: {d: [bad]}}]
- path: other
  title: {fr: t, ar: t, en: t}
  question: {fr: t, ar: t, en: t}
  concerns: {a.goal: that}
  gives: {a.goal: that}
  headline: [other_d]
- answer: other
  outcomes:
    refused: {state: no, when: {other_d: bad}}
    goes: {state: go, when: {other_d: good}}
  bars: [{outcomes: {other_d: [bad]}}]
- determination: other_d
  choose:
    bad: {when: {a.age: {less_than: 10}}, favourable: no}
    good: {otherwise: yes, favourable: yes}
"""
ADULT, CHILD = date(1990, 1, 1), date(2020, 1, 1)
DAY = timedelta(days=1)
WHOLE: dict[str, Any] = {
    "birth": ADULT, "goal": "this", "kind": "p", "card": ON + 30 * DAY, "asked": "at_desk", "written": True, "ties": [],
    "wage": Decimal(10), "people": [],
}  # fmt: skip


def law_of(law: Any, bad: str, more: str = "") -> RuleBase:
    """A law that refuses when `bad` holds."""
    decided = f"- determination: d\n  choose:\n    bad: {{when: {bad}, favourable: no}}\n    good: {{otherwise: yes}}\n"
    return law(TEXT + decided + more)  # type: ignore[no-any-return]


def changes(base: RuleBase, case: dict[str, Any] | None = None, **options: Any) -> Changes | None:
    """What is found for the goal, everything known but what the case says."""
    values = {name: value for name, value in {**WHOLE, **(case or {})}.items() if value != "?"}
    return smallest_changes(case_from_values({"on": ON, "a": values}, base), base, ON, "goal", **options)


def short(found: Changes | None) -> list[dict[str, Any]]:
    """Each change as fact -> new value, as in a case file."""
    assert found is not None
    return [{changed.fact.removeprefix("a."): raw(changed.after) for changed in change.facts} for change in found.found]


def one(found: Changes | None) -> Change:
    """The only change."""
    assert found is not None
    (change,) = found.found
    return change


# --- what is found -----------------------------------------------------------------------------------------------


def test_a_paper_or_a_yes_comes_before_another_life(law: Any) -> None:
    """The kind takes a lot and leads to a yes; the card takes some and leaves a doubt, and yet it comes first."""
    refused = "{all: [{a.kind: p}, {any: [{not: {a.card: {on_or_after: $on}}}, {a.more: no}]}]}"
    found = changes(law_of(law, refused, "- fact: a.more\n  type: yes_no\n  changeable: no\n"), {"card": ON - DAY})
    assert [list(one) for one in short(found)] == [["card"], ["kind"]]
    assert found is not None
    assert [one.state for one in found.found] == ["depends_on_facts", "yes"]


def test_what_has_happened_is_no_change(law: Any) -> None:
    refused = "{a.card: {before: $on}}"
    case = {"card": ON - DAY}
    assert short(changes(law_of(law, refused), case)) == [{"card": str(ON)}]
    over = TEXT.replace("  changeable: 2\n- fact: a.asked", "  changeable: 2\n  happened: a.card\n- fact: a.asked")
    assert over != TEXT
    decided = f"- determination: d\n  choose:\n    bad: {{when: {refused}, favourable: no}}\n    good: {{otherwise: yes}}\n"
    assert short(changes(law(over + decided), case)) == []


def test_where_what_has_happened_decides_nothing_is_looked_for(law: Any) -> None:
    refused = "{all: [{a.asked: at_desk}, {a.written: no}]}"
    over = TEXT.replace("  changeable: no\n- fact: a.written", "  changeable: no\n  happened: yes\n- fact: a.written")
    assert over != TEXT
    decided = f"- determination: d\n  choose:\n    bad: {{when: {refused}, favourable: no}}\n    good: {{otherwise: yes}}\n"
    values = {**WHOLE, "written": False}
    for text, happened in ((TEXT, False), (over, True)):
        base = law(text + decided)
        case = case_from_values({"on": ON, "path": "goal", "a": values}, base)
        found = changes_of(base, case, advise(case, base))
        assert found is not None
        assert (found.happened, bool(found.found)) == (happened, not happened)


def test_there_is_nothing_to_change_in_a_yes(law: Any) -> None:
    assert changes(law_of(law, "{a.written: no}")) is None


def test_one_fact_before_two_and_little_effort_before_much(law: Any) -> None:
    bad = "{any: [{all: [{a.written: no}, {a.kind: p}]}, {all: [{a.ties: none}, {a.kind: p}]}]}"
    found = changes(law_of(law, bad), {"written": False})
    assert short(found)[:1] == [{"kind": "none"}]
    assert {"written": True, "ties": ["x"]} in short(found)
    assert short(found)[1]["written"] is True
    effort = changes(law_of(law, "{all: [{a.kind: p}, {a.written: no}]}"), {"written": False})
    assert short(effort) == [{"written": True}, {"kind": "none"}]


def test_no_larger_change_is_shown_for_what_a_smaller_one_does(law: Any) -> None:
    found = changes(law_of(law, "{all: [{a.written: no}, {any: [{a.kind: p}, {a.kind: q}]}]}"), {"written": False})
    assert short(found) == [{"written": True}, {"kind": "none"}]


def test_three_and_more_together(law: Any) -> None:
    bad = "{any: [{a.written: no}, {a.kind: p}, {a.ties: none}, {a.wage: {less_than: 20}}]}"
    found = changes(law_of(law, bad), {"written": False})
    assert short(found)[0] == {"written": True, "kind": "none", "ties": ["x"], "wage": "20.00"}


def test_what_cannot_be_changed_is_never_proposed(law: Any) -> None:
    found = changes(law_of(law, "{a.age: {less_than: 16}}"), {"birth": CHILD})
    assert found is not None
    assert (found.found, found.exhaustive) == ((), True)
    assert [(other.path, other.state) for other in found.other_paths] == []
    older = changes(law_of(law, "{a.age: {less_than: 16}}"), {"birth": ON - 365 * 12 * DAY})
    assert older is not None
    assert [(other.path, other.state) for other in older.other_paths] == [("other", "yes")]


def test_another_goal_is_not_a_change(law: Any) -> None:
    found = changes(law_of(law, "{all: [{a.goal: this}, {a.written: no}]}"), {"written": False})
    assert short(found) == [{"written": True}]


def test_an_option_that_is_another_goal_is_no_other_option(law: Any) -> None:
    decided = "- determination: d\n  choose:\n    bad: {when: {a.goal: this}, favourable: no}\n    good: {otherwise: yes}\n"
    (changed,) = one(changes(law(TEXT.replace("[this, that]", "[this, that, both, more]") + decided))).facts
    assert (changed.after, changed.others, changed.example) == ("both", ("more",), False)


def test_a_day_without_law_is_no_yes(law: Any) -> None:
    covered = "{all: [{d: good}, {any: [{late: x}, {late: y}]}]}"
    base = law(
        TEXT.replace("headline: [d]", "headline: [d, late]").replace("when: {d: good}", f"when: {covered}")
        + "- determination: d\n  choose:\n    bad: {when: {a.written: no}, favourable: no}\n    good: {otherwise: yes}\n"
        + "- determination: late\n  from: 2030-01-01\n  choose:\n    x: {when: {a.kind: p}}\n    y: {otherwise: yes}\n"
    )
    found = changes(base, {"written": False})
    assert found is not None
    assert found.found == ()


def test_an_answer_that_is_missing_is_not_a_change(law: Any) -> None:
    found = changes(law_of(law, "{any: [{a.written: no}, {a.kind: p}]}"), {"written": False, "kind": "?"})
    change = one(found)
    assert ([c.fact for c in change.facts], change.state, change.missing) == (["a.written"], "depends_on_facts", ("a.kind",))


# --- dates -------------------------------------------------------------------------------------------------------


def test_a_paper_gets_a_later_day_and_nothing_moves_into_the_past(law: Any) -> None:
    base = law_of(law, "{not: {a.card: {on_or_after: $on}}}")
    change = one(changes(base, {"card": ON - 40 * DAY}))
    assert [(c.before, c.after, c.span) for c in change.facts] == [(ON - 40 * DAY, ON, "or_more")]
    assert short(changes(base, {"card": None})) == [{"card": ON.isoformat()}]
    begun = law_of(law, "{not: {a.card: {on_or_after: 2026-02-20}}}")
    assert short(changes(begun, {"card": ON - 40 * DAY})) == [{"card": ON.isoformat()}]
    earlier = changes(law_of(law, "{a.card: {after: 2026-01-01}}"), {"card": ON})
    assert earlier is not None
    assert (earlier.found, earlier.exhaustive) == ((), True)


def test_a_day_that_is_known_does_not_become_never(law: Any) -> None:
    base = law_of(law, "{not: {a.card: none}}")
    for day in (ON - DAY, ON, ON + DAY):
        found = changes(base, {"card": day})
        assert found is not None
        assert (found.found, found.exhaustive) == ((), True)


def test_the_values_beyond_are_said_as_far_as_they_do(law: Any) -> None:
    base = law_of(law, "{any: [{a.wage: {less_than: 20}}, {a.wage: {more_than: 30}}]}")
    (changed,) = one(changes(base)).facts
    assert (changed.after, changed.span, changed.until) == (Decimal("20.00"), "up_to", Decimal("30.00"))
    (changed,) = one(changes(base, {"wage": Decimal(40)})).facts
    assert (changed.after, changed.span, changed.until) == (Decimal("30.00"), "up_to", Decimal("20.00"))
    (changed,) = one(changes(law_of(law, "{a.wage: {at_least: 10}}"))).facts
    assert (changed.after, changed.span, changed.until) == (Decimal("9.99"), "or_less", None)
    (changed,) = one(changes(law_of(law, "{not: {a.wage: {equal: 11}}}"))).facts
    assert (changed.after, changed.span) == (Decimal("11.00"), "exactly")


def test_other_options_that_would_do_are_named_or_said_to_exist(law: Any) -> None:
    (changed,) = one(changes(law_of(law, "{a.kind: p}"))).facts
    assert (changed.after, changed.others, changed.example) == ("none", ("q", "r"), False)
    (changed,) = one(changes(law_of(law, "{a.ties: none}"))).facts
    assert (changed.after, changed.others, changed.example) == (frozenset("x"), (), True)
    (changed,) = one(changes(law_of(law, "{a.ties: {includes: y}}"), {"ties": ["x", "y"]})).facts
    assert (changed.after, changed.example) == (frozenset("x"), False)


# --- real life ---------------------------------------------------------------------------------------------------

CARD = """
- constraint: no_card_no_day
  when: {a.kind: none}
  then: {a.card: none}
- constraint: a_card_has_a_day
  holds: {any: [{a.kind: none}, {not: {a.card: none}}]}
- constraint: a_card_was_asked_for
  holds: {any: [{a.kind: none}, {a.asked: [at_desk, by_post]}]}
"""


def test_what_followed_follows_anew(law: Any) -> None:
    base = law_of(law, "{not: {a.card: {on_or_after: $on}}}", CARD)
    change = one(changes(base, {"kind": "none", "card": None}))
    assert {c.fact: raw(c.after) for c in change.facts} == {"a.kind": "p", "a.card": ON.isoformat()}
    assert (change.effort, change.asked_anew, change.state) == (5, (), "yes")


def test_what_comes_with_a_change_is_asked_anew(law: Any) -> None:
    base = law_of(law, "{a.kind: none}", CARD)
    change = one(changes(base, {"kind": "none", "card": None, "asked": "none"}))
    assert ([c.fact for c in change.facts], change.asked_anew) == (["a.kind"], ("a.card", "a.asked"))
    assert "a.asked" not in change.case.facts
    assert change.state == "yes"


def test_an_event_that_did_happen_is_not_asked_anew(law: Any) -> None:
    more = "- constraint: k\n  holds: {any: [{a.written: no}, {a.asked: none}]}\n"
    found = changes(law_of(law, "{a.written: no}", more), {"written": False, "asked": "at_desk"})
    assert found is not None
    assert (found.found, found.exhaustive) == ((), True)


def test_no_fact_that_cannot_change_changes_as_a_consequence(law: Any) -> None:
    """Whoever says that the purpose of the stay is another one does not become accredited by it."""
    more = "".join(
        f"- constraint: k_{kind}\n  when: {{a.kind: {kind}}}\n  then: {{a.asked: {asked}}}\n"
        for kind, asked in (("p", "at_desk"), ("q", "by_post"))
    )
    found = changes(law_of(law, "{not: {a.asked: by_post}}", more), {"asked": "?"})
    assert found is not None
    assert [(c.state, [raw(x.after) for x in c.facts], c.asked_anew) for c in found.found] == [
        ("depends_on_facts", ["none"], ("a.asked",))
    ]


def test_a_change_that_breaks_a_constraint_takes_more_with_it(law: Any) -> None:
    more = "- constraint: k\n  holds: {any: [{a.written: no}, {a.ties: {includes: z}}]}\n"
    found = changes(law_of(law, "{a.written: no}", more), {"written": False, "ties": ["x"]})
    assert short(found) == [{"written": True, "ties": ["x", "z"]}]


# --- doubt -------------------------------------------------------------------------------------------------------

OPEN = """{any: [{a.written: no}, {all: [{a.kind: p}, {open_question: {doubt: strict}}]}]}"""


def test_a_change_that_leaves_a_question_open_says_so(law: Any) -> None:
    both = changes(law_of(law, OPEN), {"written": False})
    assert both is not None
    assert [(c.state, len(c.facts)) for c in both.found] == [("depends_on_open_question", 1), ("yes", 2)]
    assert [c.questions for c in both.found] == [("doubt",), ()]


def test_a_doubtful_change_that_takes_no_less_effort_than_a_certain_one_is_not_shown(law: Any) -> None:
    bad = "{all: [{a.written: no}, {any: [{a.kind: p}, {open_question: {doubt: strict}}]}]}"
    assert short(changes(law_of(law, bad), {"written": False})) == [{"written": True}]


def test_of_two_values_of_the_same_facts_the_first_is_shown(law: Any) -> None:
    strict = "{all: [{a.kind: q}, {open_question: {doubt: strict}}]}"
    mild = "{all: [{a.kind: r}, {open_question: {doubt: mild}}]}"
    found = changes(law_of(law, f"{{any: [{{a.kind: [none, p]}}, {strict}, {mild}]}}"))
    assert short(found) == [{"kind": "q"}]


def test_a_doubt_that_no_answer_settles_well_is_no_way_out(law: Any) -> None:
    """Under each reading one of the two refuses: the change only hides the refusal."""
    two = """
- determination: e
  choose:
    bad: {when: {all: [{a.written: yes}, {open_question: {doubt: strict}}]}, favourable: no}
    good: {otherwise: yes}
"""
    text = TEXT.replace("headline: [d]", "headline: [d, e]").replace("when: {d: bad}", "when: {any: [{d: bad}, {e: bad}]}")
    text = text.replace("when: {d: good}", "when: {all: [{d: good}, {e: good}]}")
    decided = "- determination: d\n  choose:\n    bad: {when: {any: [{a.written: no}, {all: [{a.written: yes}, "
    decided += "{open_question: {doubt: mild}}]}]}, favourable: no}\n    good: {otherwise: yes}\n"
    found = changes(law(text + decided + two), {"written": False})
    assert found is not None
    assert (found.found, found.exhaustive) == ((), True)


# --- lists -------------------------------------------------------------------------------------------------------

OWNER, HELPER = {"adult": True, "role": "owner"}, {"adult": True, "role": "helper"}


def test_a_list_grows_until_it_is_long_enough(law: Any) -> None:
    base = law_of(law, "{a.people: {count: {where: {role: owner}, less_than: 3}}}")
    found = changes(base, {"people": [OWNER, HELPER]})
    (changed,) = one(found).facts
    assert isinstance(changed.after, Records)
    assert [record["role"] for record in changed.after.items] == ["owner", "helper", "owner", "owner"]
    assert found is not None
    assert not found.exhaustive


def test_a_list_loses_what_stands_in_the_way(law: Any) -> None:
    base = law_of(law, "{a.people: {any_of: {role: owner}}}")
    (changed,) = one(changes(base, {"people": [OWNER, HELPER, OWNER]})).facts
    assert changed.after == Records((HELPER,))


# --- bounds ------------------------------------------------------------------------------------------------------


def test_the_bound_is_said_when_not_every_change_was_looked_at(law: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bad = "{any: [{a.written: no}, {a.kind: p}, {a.ties: none}]}"
    monkeypatch.setattr(module, "LARGEST", 2)
    found = changes(law_of(law, bad), {"written": False})
    assert found is not None
    assert (found.found, found.exhaustive, found.bound) == ((), False, 2)


def test_at_most_the_best_are_kept(law: Any) -> None:
    found = changes(law_of(law, "{all: [{a.written: no}, {a.kind: p}, {a.ties: none}]}"), {"written": False}, best=2)
    assert short(found) == [{"written": True}, {"ties": ["x"]}]


# --- brute force -------------------------------------------------------------------------------------------------

BRUTE = settings(
    max_examples=int(os.environ.get("SNIA_CHANGE", "40")),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
BODY = {"title": T, "question": T, "concerns": {"a.flag": ["yes"]}, "headline": ["d"]}
KNOWN_TO = {"type": "date", "series": [{"from": "none", "to": "none", "value": "2030-01-01"}]}


@st.composite
def refusals(draw: st.DrawFn) -> tuple[RuleBase, Drawn]:
    """A law in which some outcomes are unfavourable, with constraints, and a case of which everything is known."""
    drawn = draw(wide_laws(1.0))
    bodies = {kind: dict(table) for kind, table in drawn.bodies.items()}
    efforts = st.sampled_from(["no", "1", "1", "2", "3"])
    bodies["fact"] = {name: {**body, "changeable": draw(efforts)} for name, body in bodies["fact"].items()}
    choose = bodies["determination"]["d"]["choose"]
    judged = {
        name: {**outcome, "favourable": "no" if name in ("o1", "o2") else "neutral"} for name, outcome in choose.items()
    }
    bodies["determination"]["d"] = {"choose": judged}
    bodies["parameter"]["law_known_to"] = KNOWN_TO
    bodies["path"] = {"goal": {**BODY, "concerns": {"any": [{"a.flag": "yes"}, {"a.flag": "no"}]}}}
    bodies["answer"] = {"goal": plain_answer({"d": bodies["determination"]["d"]})}
    leaves = comparisons(drawn.facts, False)
    holds = st.lists(conditions(leaves, 1), max_size=2)
    bodies["constraint"] = {f"k{number}": {"holds": condition} for number, condition in enumerate(draw(holds))}
    assume(real(bodies, drawn.given))
    return base_of(bodies), Drawn(bodies, drawn.facts, drawn.given, drawn.readings)


@BRUTE
@given(refusals())
def test_against_every_change_there_is(drawn_: tuple[RuleBase, Drawn]) -> None:
    base, drawn = drawn_
    case = case_from_values(drawn.values(), base)
    assume(refused(drawn, {}))
    found = smallest_changes(case, base, ON, "goal", best=99, further=9)
    assert found is not None
    expected = smallest(drawn)
    ours = {frozenset(c.fact for c in change.facts): change for change in found.found}
    for names, change in ours.items():
        assert advise(change.case, base, ON, path="goal").verdict.state == change.state != "no"
        assert all(int(drawn.bodies["fact"][name]["changeable"].replace("no", "0")) for name in names)
        if change.state == "yes" and not change.asked_anew:
            assert names in expected
    for names in expected:
        assert any(known <= names for known in ours), names
    event(f"{min(len(expected), 3)} of {min(map(len, expected), default=0)}, exhaustive {found.exhaustive}")


def refused(drawn: Drawn, new: dict[str, Any]) -> bool:
    """Whether a case in which everything is known is refused."""
    opinion = Opinion(drawn.bodies, {**drawn.given, **new}, ON, drawn.readings)
    return any(opinion.outcome("d", name) for name in ("o1", "o2") if name in drawn.bodies["determination"]["d"]["choose"])


def smallest(drawn: Drawn) -> set[frozenset[str]]:
    """The smallest sets of changeable facts of which some lawful values break no constraint and are not refused."""
    free = [name for name in drawn.facts if drawn.bodies["fact"][name]["changeable"] != "no"]
    domains = {name: lawful(drawn, name) for name in free}
    found: set[frozenset[str]] = set()
    for size in range(1, len(free) + 1):
        for names in itertools.combinations(free, size):
            if any(known < set(names) for known in found):
                continue
            for values in itertools.product(*(domains[name] for name in names)):
                new = dict(zip(names, values, strict=True))
                if real(drawn.bodies, {**drawn.given, **new}) and not refused(drawn, new):
                    found.add(frozenset(names))
                    break
    return found


def lawful(drawn: Drawn, name: str) -> list[Any]:
    """The values to which a fact may move: no day in the past, and one of each class."""
    before = drawn.given[name]
    day = isinstance(before, date)
    values = [v for v in DOMAINS[name] if not (isinstance(v, date) and v < ON) and not (v is None and day) and v != before]
    read = [leaf for leaf in leaves_of(drawn.bodies) if name in inputs(leaf)]
    classes: dict[tuple[Any, ...], Any] = {}
    for value in values:
        opinion = Opinion(drawn.bodies, {**drawn.given, name: value}, ON, {})
        classes.setdefault(tuple(opinion.holds(leaf) for leaf in read), value)
    return list(classes.values())


# --- the real law ------------------------------------------------------------------------------------------------


def sample(rules: RuleBase, count: int) -> list[Any]:
    """Some scenarios whose answer is no, the same ones every time, of every path."""
    scenarios = load_scenarios(rules)
    Random(5).shuffle(scenarios)
    found: list[Any] = []
    for scenario in scenarios:
        path, on = scenario.path, scenario.case.on
        if path is None or sum(s.path == path for s in found) > count // 5:
            continue
        situation = Situation(rules, scenario.case, on, path, Network(rules))
        if state_of(situation, rules.paths[path]) == "no":
            found.append(scenario)
        if len(found) == count:
            break
    return found


def test_every_change_of_a_scenario_is_proved_by_the_engine(rules: RuleBase) -> None:
    """As a user would check it: the facts written after `--set`, the forgotten ones left empty."""
    seen: set[str] = set()
    for scenario in sample(rules, 25):
        found = smallest_changes(scenario.case, rules, scenario.case.on, scenario.path)
        assert found is not None
        for change in found.found[:2]:
            asked = set_on_the_command_line(scenario.case, change, rules)
            advice = advise(asked, rules, scenario.case.on, path=scenario.path)
            assert advice.verdict.state == change.state != "no", scenario.id
            for changed in change.facts:
                assert rules.facts[changed.fact].changeable
                assert not isinstance(changed.after, date) or changed.after >= scenario.case.on
            seen |= {changed.fact for changed in change.facts}
    assert len(seen) > 8


def set_on_the_command_line(case: Any, change: Change, rules: RuleBase) -> Any:
    """The case with the change typed as options; lists, which have no such form, are put in."""
    typed = [f"{name}=" for name in change.asked_anew if name in case.facts]
    lists = {c.fact: c.after for c in change.facts if isinstance(c.after, Records)}
    for changed in change.facts:
        if changed.fact not in lists:
            value = raw(changed.after)
            words = {True: "yes", False: "no"}
            typed.append(f"{changed.fact}={words[value] if isinstance(value, bool) else written(value)}")
    asked = with_facts(case, typed, rules)
    return type(asked)({**asked.facts, **lists}, asked.on, asked.path, asked.readings)


def written(value: Any) -> str:
    return (",".join(value) or "none") if isinstance(value, list) else str(value)


def test_the_facts_that_are_known_are_those_of_the_advice(rules: RuleBase) -> None:
    for scenario in sample(rules, 12):
        situation = Situation(rules, scenario.case, scenario.case.on, scenario.path, Network(rules))
        lawful_ = Lawful(situation)
        assert lawful_.known == situation.facts.given
        assert lawful_.explicit.items() <= situation.facts.given.items()
