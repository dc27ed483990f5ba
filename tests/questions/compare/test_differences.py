"""Two advices side by side: nothing that differs is left out, nothing that is equal is told, and the sides mirror.

The properties hold over pairs of real scenarios; what a difference is is read here from the JSON of the two advices, not by
the code under test.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any

import pytest
from fishing import ON, ask, case, fishing, unknown

from snia_advisor.answer.advice.advise import advise
from snia_advisor.errors import BadInput
from snia_advisor.law.model.advice import Advice, DelayAdvice, FeeAdvice
from snia_advisor.law.model.case import Case
from snia_advisor.law.model.values import NONE
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.questions.compare.as_json import compare_json
from snia_advisor.questions.compare.differences import Comparison, Difference, compare
from snia_advisor.questions.compare.whatif import MAX_VALUES, OneFactTable, one_fact_changes
from snia_advisor.questions.scenarios.files import load_scenarios

Answered = tuple[Case, Advice]
EVERY = 37  # about thirty scenarios of all paths


@cache
def answered() -> tuple[Answered, ...]:
    """Some scenarios with their advices."""
    rules = load_rules()
    cases = [scenario.case for scenario in load_scenarios(rules)[::EVERY]]
    cases.append(Case(dict(list(cases[0].facts.items())[::3]), cases[0].on, cases[0].path))  # much is missing here
    return tuple((one, advise(one, rules, lang="en")) for one in cases)


@cache
def told(number: int) -> dict[str, Any]:
    """The advice on scenario `number` as JSON values."""
    return answered()[number][1].to_json()


@cache
def pairs() -> tuple[tuple[int, int, Comparison], ...]:
    """Every pair of them, a case with itself included, compared."""
    numbers = itertools.combinations_with_replacement(range(len(answered())), 2)
    return tuple((n, m, compare(*answered()[n], *answered()[m])) for n, m in numbers)


def by_id(found: tuple[Difference[Any], ...]) -> dict[tuple[str, str], tuple[Any, Any]]:
    return {(d.place, d.id): (d.a, d.b) for d in found}


def parts(found: Comparison) -> dict[str, dict[tuple[str, str], tuple[Any, Any]]]:
    """A comparison as plain values, whatever the order."""
    return {part.name: by_id(getattr(found, part.name)) for part in fields(found)}


# --- properties over pairs of scenarios --------------------------------------------------------------------------


def test_the_sample_has_every_path() -> None:
    assert {advice.answer.path for _, advice in answered()} == set(load_rules().paths)


def test_a_case_does_not_differ_from_itself() -> None:
    for one, advice in answered():
        found = compare(one, advice, one, advice)
        assert found.same_case
        assert found.same_answer


def test_the_same_file_read_twice_does_not_differ() -> None:
    one, advice = answered()[0]
    again = Case(dict(one.facts), one.on, one.path, dict(one.readings))
    found = compare(one, advice, again, advise(again, load_rules(), lang="en"))
    assert found.same_case
    assert found.same_answer


def test_the_two_directions_mirror_each_other() -> None:
    for n, m, there in pairs():
        back = parts(compare(*answered()[m], *answered()[n]))
        assert parts(there) == {name: {key: (y, x) for key, (x, y) in found.items()} for name, found in back.items()}


def test_a_change_has_a_side() -> None:
    change = {"a": "removed", "b": "added", "both": "changed"}
    for _, _, found in pairs():
        for part in fields(found):
            for d in getattr(found, part.name):
                assert d.change == change[d.side]
                assert (d.a is None, d.b is None) == {"a": (False, True), "b": (True, False), "both": (False, False)}[d.side]


WORDS = {"because", "not_because", "sources", "title", "question", "outcome_title", "outcome_text", "favourable", "tone",
         "exact", "path", "headline", "kind", "id"}  # fmt: skip


def answer(determination: dict[str, Any]) -> str:
    """What a determination of an advice in JSON answers; lists are sets."""
    kept = {key: value for key, value in determination.items() if key not in WORDS}
    kept["findings"] = [{"id": f["id"], "amount": f["amount"]} for f in kept["findings"]]
    kept["possible"] = [{"outcome": p["outcome"], "under": p["under"]} for p in kept["possible"]]
    return json.dumps({key: sorted(map(json.dumps, v)) if isinstance(v, list) else v for key, v in kept.items()})


def test_every_determination_that_differs_is_reported_and_none_that_is_equal() -> None:
    differ = equal = 0
    answers = [{d["id"]: answer(d) for d in told(number)["determinations"]} for number in range(len(answered()))]
    for n, m, found in pairs():
        sides = answers[n], answers[m]
        expected = {name for name in sides[0] | sides[1] if sides[0].get(name) != sides[1].get(name)}
        assert {d.id for d in found.determinations} == expected
        differ += len(expected)
        equal += len(sides[0].keys() & sides[1].keys() - expected)
    assert differ > 500
    assert equal > 500


def test_every_fact_that_differs_is_reported() -> None:
    for n, m, found in pairs():
        sides = [{"on": advice.on, **dict(given.facts)} for given, advice in (answered()[n], answered()[m])]
        expected = {name for name in sides[0] | sides[1] if sides[0].get(name, unknown) != sides[1].get(name, unknown)}
        assert {d.id for d in found.facts} == expected


@cache
def listed(number: int) -> dict[str, set[Any]]:
    """Answers, findings, missing facts, questions, procedures, delays, fees, amounts of an advice, flat, from its JSON."""
    advice = told(number)
    steps = [(p["id"], step) for p in advice["procedures"] for step in p["steps"]]
    delays = ((p, s["id"], s["delay"]) for p, s in steps if s["delay"])
    fees = ((p, s["id"], s["fee"]) for p, s in steps if s["fee"])
    return {
        "answers": {(a["path"], a["id"], a["state"], a["depends_on"] == "question") for a in advice["answers"]},
        "findings": {(d["id"], f["id"], f["amount"]) for d in advice["determinations"] for f in d["findings"]},
        "missing": {m["fact"] for m in advice["missing"]},
        "open_questions": {q["id"] for q in advice["open_questions"]},
        "procedures": {(p["id"], p["certain"], *(s["id"] for s in p["steps"])) for p in advice["procedures"]},
        "delays": {(p, s, d["amount"], d["unit"], d["max"]) for p, s, d in delays},
        "fees": {(p, s, f["amount"]) for p, s, f in fees},
        "amounts": {(x["id"], x["value"]) for x in advice["amounts"]},
    }


@pytest.mark.parametrize(
    "what", ["answers", "findings", "missing", "open_questions", "procedures", "delays", "fees", "amounts"]
)
def test_a_list_differs_exactly_when_something_is_reported(what: str) -> None:
    reported = 0
    for n, m, found in pairs():
        assert bool(getattr(found, what)) is (listed(n)[what] != listed(m)[what])
        reported += len(getattr(found, what))
    assert reported > 0


@cache
def papers(number: int) -> dict[str, Counter[str]]:
    """Every paper with how often it is asked for in each form."""
    found: dict[str, Counter[str]] = {}
    for procedure in told(number)["procedures"]:
        for step in procedure["steps"]:
            for paper in step["documents"]:
                form = json.dumps(
                    [paper[k] for k in ("originals", "copies", "provided_by", "only_if")] + sorted(paper["form"])
                )
                found.setdefault(paper["id"], Counter())[form] += 1
    return found


def test_every_paper_whose_number_or_form_differs_is_reported() -> None:
    for n, m, found in pairs():
        first, second = papers(n), papers(m)
        assert {d.id for d in found.documents} == {name for name in first | second if first.get(name) != second.get(name)}


# --- one difference at a time ------------------------------------------------------------------------------------


def with_step(advice: Advice, **changed: Any) -> Advice:
    """The advice with its first step changed."""
    first, *rest = advice.procedures
    step = first.steps[0].model_copy(update=changed)
    return advice.model_copy(update={"procedures": (first.model_copy(update={"steps": (step, *first.steps[1:])}), *rest)})


def compared(a: Advice, b: Advice) -> Comparison:
    """A comparison of two advices on the same case."""
    nothing = Case({})
    return compare(nothing, a, nothing, b)


def only(found: Comparison) -> set[str]:
    """The kinds of which something differs."""
    return {part.name for part in fields(found) if getattr(found, part.name)}


def test_dates_are_compared_as_soon_as_there_are_any() -> None:
    advice = ask()
    dated = with_step(advice, due=date(2026, 7, 1))
    assert only(compared(with_step(advice, due=None, earliest=None, latest=None), dated)) == {"dates"}
    assert only(compared(dated, with_step(dated, latest=date(2026, 7, 2)))) == {"dates"}
    (difference,) = compared(with_step(advice, due=None, earliest=None, latest=None), dated).dates
    assert (difference.change, difference.b.due) == ("added", date(2026, 7, 1))


def with_determination(advice: Advice, name: str, **changed: Any) -> Advice:
    """The advice with one determination changed."""
    found = (d.model_copy(update=changed) if d.id == name else d for d in advice.determinations)
    return advice.model_copy(update={"determinations": tuple(found)})


def test_when_a_step_can_be_taken_is_a_date_too() -> None:
    advice = next(x for _, x in answered() if x.procedures and x.procedures[0].certain and x.procedures[0].steps[0].dates)
    step = advice.procedures[0].steps[0]
    assert step.dates is not None
    for change in ({"possible_from": date(2031, 1, 1)}, {"happened": date(2031, 1, 1)}, {"late": True}, {"passed": True}):
        assert only(compared(advice, with_step(advice, dates=step.dates.model_copy(update=change)))) == {"dates"}, change
    assert only(compared(advice, with_step(advice, dates=step.dates.model_copy(update={"wave": 99})))) == set()


def test_a_procedure_that_only_may_apply_has_no_date_to_compare() -> None:
    advice = next(x for _, x in answered() if x.procedures and not x.procedures[-1].certain)
    last = advice.procedures[-1]
    alone = advice.model_copy(update={"procedures": (last,)})
    assert only(compared(alone, with_step(alone, due=date(2031, 1, 1)))) == set()


def test_what_an_outcome_is_possible_under_is_part_of_the_answer() -> None:
    advice = ask(angler={"ties": ["guest"]})
    found = advice.determination("permit")
    assert [p.under for p in found.possible] == [{"guests": "exempt"}, {"guests": "not_exempt"}]
    free = tuple(p.model_copy(update={"under": None}) for p in found.possible)
    assert [d.id for d in compared(advice, with_determination(advice, "permit", possible=free)).determinations] == ["permit"]
    turned = with_determination(advice, "permit", possible=found.possible[::-1])
    assert only(compared(advice, turned)) == set()  # an order is no answer


def test_the_same_finding_with_another_amount_is_another_finding() -> None:
    advice = ask(trip={"catch_weight": 9})
    found = next(d for d in advice.determinations if d.findings)
    dearer = tuple(f.model_copy(update={"amount": "9 MAD"}) for f in found.findings)
    differ = compared(advice, with_determination(advice, found.id, findings=dearer))
    assert only(differ) == {"determinations", "findings"}
    assert {(d.place, d.id, d.change) for d in differ.findings} == {(found.id, f.id, "changed") for f in found.findings}


def test_another_delay_and_another_fee() -> None:
    advice = ask()
    sources = {"sources": ("river-act",)}
    delay = DelayAdvice(amount="10", unit="working_days", max=True, **sources)
    fee = FeeAdvice(amount="50", currency="MAD", confidence="high", **sources)
    for name, part, changes in (
        ("delay", delay, ({"amount": "11"}, {"unit": "calendar_days"}, {"max": False})),
        ("fee", fee, ({"amount": None},)),
    ):
        given = with_step(advice, **{name: part})
        for change in changes:
            other = with_step(advice, **{name: part.model_copy(update=change)})
            assert only(compared(given, other)) == {name + "s"}, change
        assert only(compared(given, with_step(advice, **{name: part.model_copy(update={"note": "Words"})}))) == set()


def test_who_acts_and_where_is_a_step() -> None:
    advice = ask()
    assert only(compared(advice, with_step(advice, authority="somewhere", authority_title="Somewhere"))) == {"steps"}
    assert only(compared(advice, with_step(advice, title="Other words", note="A note"))) == set()


def test_a_paper_in_another_number_or_form() -> None:
    advice = next(advice for _, advice in answered() if advice.procedures and advice.procedures[0].steps[0].documents)
    step = advice.procedures[0].steps[0]
    for update in ({"originals": 7}, {"copies": 9}, {"form": ("apostilled",)}, {"provided_by": "third_party"}):
        changed = (step.documents[0].model_copy(update=update), *step.documents[1:])
        found = compared(advice, with_step(advice, documents=changed))
        assert only(found) == {"documents"}
        assert [(d.id, d.change) for d in found.documents] == [(step.documents[0].id, "changed")]
    gone = compared(advice, with_step(advice, documents=step.documents[1:])).documents
    assert [d.id for d in gone] == [step.documents[0].id]


def test_the_same_paper_for_another_procedure_is_the_same_paper() -> None:
    advice = next(advice for _, advice in answered() if advice.procedures and advice.procedures[0].steps[0].documents)
    first, *rest = advice.procedures
    renamed = advice.model_copy(update={"procedures": (first.model_copy(update={"id": "elsewhere"}), *rest)})
    assert compared(advice, renamed).documents == ()
    assert {d.id for d in compared(advice, renamed).procedures} == {first.id, "elsewhere"}
    assert compared(advice, renamed).steps == ()  # those of a whole procedure are not told one by one


def test_a_reading_is_something_given() -> None:
    silent = case_from_values(case(angler={"ties": ["guest"]}), fishing())
    told = case_from_values({**case(angler={"ties": ["guest"]}), "readings": {"guests": "exempt"}}, fishing())
    found = compare(silent, advise(silent, fishing()), told, advise(told, fishing()))
    assert [(d.id, d.a, d.b) for d in found.readings] == [("guests", None, "exempt")]
    assert not found.same_case
    assert not found.same_answer


def test_another_fact_need_not_be_another_answer() -> None:
    one, other = (case_from_values(case(trip={"began_on": day}), fishing()) for day in (ON, date(2026, 5, 30)))
    found = compare(one, advise(one, fishing()), other, advise(other, fishing()))
    assert [d.id for d in found.facts] == ["trip.began_on"]
    assert found.same_answer


def test_waiting_for_an_authority_alone_is_another_answer() -> None:
    """Once the ties are told, nothing that the angler could say decides any more: only the water office can."""
    one, other = (case_from_values(case(angler={"ties": ties}), fishing()) for ties in (unknown, ["guest"]))
    a, b = (advise(told, fishing(), lang="en") for told in (one, other))
    assert (a.answer.depends_on, b.answer.depends_on) == ("both", "question")
    assert [(d.id, d.change) for d in compare(one, a, other, b).answers] == [("fish", "changed")]
    (told,) = compare_json(fishing(), compare(one, a, other, b), a, b)["answers"]
    assert (told["a"]["depends_on"], told["b"]["depends_on"]) == ("both", "question")


def test_waiting_for_fewer_facts_is_no_other_answer() -> None:
    """Beside the question, the water is missing or not: the answer waits for facts all the same."""
    wet = {"water": unknown}
    one, other = (case_from_values(case(angler={"ties": unknown}, trip=trip), fishing()) for trip in ({}, wet))
    a, b = (advise(told, fishing(), lang="en") for told in (one, other))
    assert {a.answer.state, b.answer.state} == {"depends"}
    assert compare(one, a, other, b).answers == ()


# --- one fact at a time ------------------------------------------------------------------------------------------


def table(rules: RuleBase, **groups: Any) -> tuple[Case, Advice, OneFactTable]:
    """The table of a fishing case."""
    given = case_from_values(case(**groups), rules)
    advice = advise(given, rules, lang="en")
    return given, advice, one_fact_changes(rules, given, advice)


def standing(advice: Advice) -> Any:
    """The answers of an advice, and the outcomes that its headline determinations leave."""
    told = advice.to_json()
    return (
        {(a["path"], a["id"], a["state"], a["depends_on"] == "question") for a in told["answers"]},
        {
            d["id"]: (d["status"], d["outcome"], {p["outcome"] for p in d["possible"]})
            for d in told["determinations"]
            if d["headline"]
        },
    )


def test_every_change_that_is_told_is_proved_to_change_the_answer() -> None:
    rules, told = load_rules(), 0
    for given, advice in answered()[::7]:
        for change in one_fact_changes(rules, given, advice).changes:
            changed = Case({**given.facts, change.fact: change.after}, given.on, given.path, given.readings)
            assert standing(advise(changed, rules, lang="en")) != standing(advice)
            assert change.before == given.facts[change.fact] != change.after
            assert rules.facts[change.fact].changeable
            told += 1
    assert told > 10


def test_every_changeable_fact_is_accounted_for_once() -> None:
    rules = load_rules()
    for given, advice in answered()[::7]:
        found = one_fact_changes(rules, given, advice)
        changeable = {name for name in given.facts if rules.facts[name].changeable}
        rest = [*found.without_effect, *found.tied, *found.not_tried, *found.happened]
        assert len(rest) == len(set(rest))
        assert {c.fact for c in found.changes} | set(rest) == changeable
        assert not {c.fact for c in found.changes} & {*found.without_effect, *found.tied, *found.happened}


def test_what_has_happened_is_no_change() -> None:
    """As for the smallest change: a fact that tells what has happened stays, and no date moves into the past."""
    rules, stayed = load_rules(), 0
    for given, advice in answered()[::5]:
        found = one_fact_changes(rules, given, advice)
        happened = {name for name in given.facts if rules.facts[name].happened == "yes" and rules.facts[name].changeable}
        assert happened <= set(found.happened)
        stayed += len(found.happened)
        for change in found.changes:
            assert change.fact not in found.happened
            assert not (isinstance(change.after, date) and change.after < advice.on)
            assert not (isinstance(change.before, date) and change.after is NONE)
    assert stayed > 3


def test_no_answer_of_a_closed_list_is_forgotten() -> None:
    """Every option of every choice, tried by hand."""
    rules, tried = load_rules(), 0
    for given, advice in answered()[1::11]:
        found = one_fact_changes(rules, given, advice)
        told = {(c.fact, c.after) for c in found.changes}
        for fact in given.facts:
            declared = rules.facts[fact]
            if not declared.changeable or declared.type not in ("yes_no", "choice"):
                continue
            if fact in found.not_tried or fact in found.happened:
                continue
            for value in [True, False] if declared.type == "yes_no" else rules.options(fact):
                changed = Case({**given.facts, fact: value}, given.on, given.path, given.readings)
                try:
                    other = advise(changed, rules, lang="en")
                except BadInput:
                    assert (fact, value) not in told
                    continue
                assert ((fact, value) in told) is (standing(other) != standing(advice)), (fact, value)
                tried += 1
    assert tried > 20


def test_waiting_for_other_facts_is_no_other_answer() -> None:
    """With the permit unknown as well, a guest waits for an authority too; what may come out stays the same."""
    nothing = {"permit_expires": unknown, "birth_date": unknown}
    given, advice, found = table(fishing(), angler={"ties": [], **nothing})
    assert [c.after for c in found.changes if c.fact == "angler.ties"] == []
    other = advise(Case({**given.facts, "angler.ties": frozenset({"guest"})}, ON, "fish"), fishing(), lang="en")
    assert standing(other) == standing(advice)
    assert compare(given, advice, given, other).determinations != ()


def test_a_change_after_which_only_an_authority_can_decide() -> None:
    """With too many rods the tournament, which is not known, exempts nobody: the question about guests is left."""
    _, advice, found = table(fishing(), angler={"ties": ["guest"]}, trip={"tournament": unknown})
    assert advice.answer.depends_on == "both"
    (change,) = [c for c in found.changes if c.fact == "trip.rods"]
    assert [(d.id, d.b and d.b.depends_on) for d in change.answers] == [("fish", "question")]


def test_dates_change_at_the_day_that_decides() -> None:
    _, _, found = table(fishing())
    permit = [c for c in found.changes if c.fact == "angler.permit_expires"]
    assert [(c.before.name, c.after >= ON) for c in permit] == [("none", True)]
    assert [[d.id for d in c.determinations] for c in permit] == [["permit", "start"]]


def test_one_answer_of_a_set_more_or_less() -> None:
    _, _, found = table(fishing(), angler={"ties": ["club"]})
    ties = {c.after for c in found.changes if c.fact == "angler.ties"}
    assert ties == {frozenset({"club", "guest"})}


def test_a_fact_that_others_fix_is_tied() -> None:
    _, _, found = table(fishing(), trip={"water": "SEA"})
    assert found.tied == ["angler.permit_expires"]


def test_what_has_no_finite_choice_is_said_not_to_be_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    rules = load_rules()
    given, advice = next((c, x) for c, x in answered() if any(rules.facts[f].type == "records" for f in c.facts))
    lists = {f for f in given.facts if rules.facts[f].type == "records" and rules.facts[f].changeable}
    assert lists <= set(one_fact_changes(rules, given, advice).not_tried)
    assert MAX_VALUES > 1
    monkeypatch.setattr("snia_advisor.questions.compare.whatif.MAX_VALUES", 0)
    cut = table(fishing())[2]
    assert "trip.water" in cut.not_tried
    monkeypatch.setattr("snia_advisor.questions.compare.whatif.MAX_VALUES", MAX_VALUES)
    monkeypatch.setattr("snia_advisor.questions.compare.whatif.MAX_PROOFS", 0)
    assert table(fishing())[2].changes == []
    assert "angler.permit_expires" in table(fishing())[2].not_tried
