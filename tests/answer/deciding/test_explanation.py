"""Why and why not: the proof is the tree that the author wrote, cut down to what carries its truth."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fishing import altered, ask, fishing, unknown

from snia_advisor.answer.advice.advise import advise
from snia_advisor.law.model.advice import Advice, DeterminationAdvice
from snia_advisor.law.model.proof import ProofNode
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import read_case
from snia_advisor.law.rulebase.load import from_yaml

SCENARIOS = Path("scenarios/hire_employee")


def steps(node: ProofNode | None) -> Iterator[ProofNode]:
    """Every step of a proof."""
    if node is not None:
        yield node
        for child in node.children:
            yield from steps(child)


def branch(node: ProofNode | None, *names: str) -> ProofNode:
    """The step reached by following steps with these names, each somewhere below the one before."""
    for name in names:
        found = [step for step in steps(node) if name in (step.rule, step.fact, step.question, step.outcome)]
        assert found, f"{name} is not below {node and (node.rule or node.outcome or node.group)}"
        node = found[0]
    assert node is not None
    return node


def refused(found: DeterminationAdvice, outcome: str) -> ProofNode:
    """The proof that an outcome is not the answer."""
    return next(node for node in found.not_because if node.outcome == f"{found.id}.{outcome}")


# --- the three examples of the module, on the real law -----------------------------------------------------------


def real(rules: RuleBase, scenario: str) -> Advice:
    """The advice on a scenario of the real law, in English."""
    (file,) = SCENARIOS.rglob(f"{scenario}.yaml")
    return advise(read_case(file.read_text(encoding="utf-8"), file.name, rules), rules, lang="en")


def test_first_example_why_not_required(rules: RuleBase) -> None:
    """Because there is a ground of exemption, because the rule on refugees holds, because the card is valid."""
    found = real(rules, "a_recognised_refugee_is_hired_as_a_cook_in_rabat").determination("attestation")
    assert (found.outcome, found.because and found.because.outcome) == ("not_required", "attestation.not_required")
    ground = branch(found.because, "exemption_grounds.some", "exempt_as_refugee")
    card = branch(ground, "papers.bra_card_expires")
    for node in (found.because, ground, card):
        assert node is not None
        assert node.truth == "true"
    assert card.given == "2027-02-15"
    assert "on or after 2 November 2026" in card.text
    assert ground.sources == rules.rules["exempt_as_refugee"].sources
    assert ground.confidence == rules.rules["exempt_as_refugee"].confidence.value


def test_second_example_why_not_the_others(rules: RuleBase) -> None:
    found = real(rules, "a_recognised_refugee_is_hired_as_a_cook_in_rabat").determination("attestation")
    general, simplified = refused(found, "general"), refused(found, "simplified")
    (first,) = [step for step in steps(general) if step.outcome == "attestation.not_required"]
    assert (general.truth, first.truth) == ("false", "true")
    for ground in ("renewal_same_post_same_employer", "listed_a1", "listed_a2"):
        assert branch(simplified, ground).truth == "false"
    assert branch(simplified, "listed_a1", "job.listed_in").given == []
    assert branch(simplified, "renewal_same_post_same_employer", "contract.request").given == "first"


def test_third_example_unknown_stops_at_the_fact(rules: RuleBase) -> None:
    found = real(rules, "he_is_a_refugee_papers_not_described").determination("attestation")
    assert found.status == "depends"
    stop = branch(found.because, "exempt_as_refugee", "papers.bra_card_expires")
    assert (stop.truth, stop.given, stop.given_text, stop.children) == ("unknown", None, None, ())
    assert "papers.bra_card_expires" in found.missing


def test_every_proof_of_the_real_law_hangs_together(rules: RuleBase) -> None:
    """A step is what its children say it is: none is shown that does not carry the truth above it."""
    for file in sorted(SCENARIOS.rglob("*.yaml"))[::9]:
        for found in real(rules, file.stem).determinations:
            for node in (found.because, *found.not_because):
                for step in steps(node):
                    check_step(step)


def check_step(step: ProofNode) -> None:
    """The children of a step carry its truth."""
    truths = [child.truth for child in step.children]
    if step.group == "not":
        assert truths == [{"true": "false", "false": "true", "unknown": "unknown"}[step.truth]]
    elif step.group == "any" and truths:
        assert set(truths) == {step.truth}
    elif (step.rule or step.group == "all") and truths and step.truth != "true":
        assert step.truth in truths


# --- what carries a truth ----------------------------------------------------------------------------------------


def with_condition(directory: Path, condition: str) -> RuleBase:
    """The law in which `exempt_as_minor` is this condition."""
    return from_yaml(altered(directory, {"when: {not: adult}": f"when: {condition}"}))


def ground(base: RuleBase, **groups: Any) -> ProofNode:
    """The proof of `exempt_as_minor`, true or not."""
    found = ask(base, **groups).determination("exemptions")
    return branch(next(n for n in (found.because, *found.not_because) if n and any(
        s.rule == "exempt_as_minor" for s in steps(n))), "exempt_as_minor")  # fmt: skip


TOURNAMENT, RIVER, RODS = "{trip.tournament: yes}", "{trip.water: RIVER}", "{trip.rods: {at_least: 2}}"


@pytest.mark.parametrize(
    ("kind", "trip", "truth", "shown"),
    [
        ("all", {"tournament": True, "rods": 2}, "true", {"trip.tournament", "trip.water", "trip.rods"}),
        ("all", {"tournament": False, "rods": 2}, "false", {"trip.tournament"}),
        ("all", {"tournament": False, "rods": unknown}, "false", {"trip.tournament"}),
        ("all", {"tournament": True, "rods": unknown}, "unknown", {"trip.rods"}),
        ("any", {"tournament": True, "rods": 0, "water": "LAKE"}, "true", {"trip.tournament"}),
        ("any", {"tournament": True, "rods": unknown, "water": "RIVER"}, "true", {"trip.tournament", "trip.water"}),
        ("any", {"tournament": False, "rods": 0, "water": "LAKE"}, "false", {"trip.tournament", "trip.water", "trip.rods"}),
        ("any", {"tournament": False, "rods": unknown, "water": "LAKE"}, "unknown", {"trip.rods"}),
    ],
)
def test_what_is_shown_of_all_and_any(tmp_path: Path, kind: str, trip: dict[str, Any], truth: str, shown: set[str]) -> None:
    node = ground(with_condition(tmp_path, f"{{{kind}: [{TOURNAMENT}, {RIVER}, {RODS}]}}"), trip=trip)
    assert node.truth == truth
    assert {step.fact for step in steps(node) if step.fact} == shown


def test_an_unnamed_group_of_the_same_kind_is_merged(tmp_path: Path) -> None:
    node = ground(
        with_condition(tmp_path, f"{{all: [{TOURNAMENT}, {{all: [{RIVER}, {RODS}]}}]}}"), trip={"tournament": True}
    )
    assert [child.fact for child in node.children] == ["trip.tournament", "trip.water", "trip.rods"]
    assert not [step for step in steps(node) if step.group]


def test_a_group_of_another_kind_is_a_step(tmp_path: Path) -> None:
    node = ground(
        with_condition(tmp_path, f"{{all: [{TOURNAMENT}, {{any: [{RIVER}, {RODS}]}}]}}"), trip={"tournament": True}
    )
    group = node.children[1]
    assert (group.group, group.text, group.truth) == ("any", "at least one of these", "true")
    assert {child.fact for child in group.children} == {"trip.water", "trip.rods"}


def test_a_negation_is_a_step_of_its_own(tmp_path: Path) -> None:
    node = ground(with_condition(tmp_path, f"{{not: {{all: [{TOURNAMENT}, {RIVER}]}}}}"))
    (negation,) = node.children
    assert (node.truth, negation.group, negation.truth) == ("true", "not", "true")
    (inner,) = negation.children
    assert (inner.truth, [child.fact for child in inner.children]) == ("false", ["trip.tournament"])


def test_a_negation_within_a_negation(tmp_path: Path) -> None:
    node = ground(with_condition(tmp_path, f"{{not: {{not: {TOURNAMENT}}}}}"))
    assert (node.truth, [child.fact for child in node.children]) == ("false", ["trip.tournament"])


def test_an_exception_is_a_negation_of_a_rule() -> None:
    found = ask(trip={"tournament": True, "rods": 2}).determination("exemptions")
    node = branch(found.because, "exempt_in_tournament")
    assert [(child.fact, child.group, child.truth) for child in node.children] == [
        ("trip.tournament", None, "true"), (None, "not", "true"),
    ]  # fmt: skip
    assert node.children[1].children[0].rule == "too_many_rods"


# --- premises, dates, origins ------------------------------------------------------------------------------------


def test_a_determination_that_is_a_premise_is_named_not_repeated() -> None:
    found = ask().determination("start")
    node = branch(refused(found, "now"), "permit.held|not_applicable|not_required")
    assert (node.truth, node.children) == ("false", ())
    assert node.text == "Fishing permit: already held or does not apply or not required"
    assert ask().determination("permit").because is not None  # its own proof stands beside it


def test_earlier_outcomes_are_named_not_repeated() -> None:
    found = ask(angler={"birth_date": date(2020, 1, 1)}).determination("permit")
    assert found.outcome == "not_required"
    assert found.because is not None
    named = [step for step in steps(found.because) if step.outcome in ("permit.not_applicable", "permit.held")]
    assert {(step.truth, step.children) for step in named} == {("false", ())}
    why_not = refused(found, "required")
    assert [step.outcome for step in steps(why_not) if step.truth == "true" and step.outcome] == ["permit.not_required"]


def test_a_collect_that_is_a_premise_says_how_it_stands() -> None:
    texts = {}
    for name, groups in {
        "some": {"angler": {"birth_date": date(2020, 1, 1)}}, "none": {}, "unknown": {"angler": {"birth_date": unknown}},
    }.items():  # fmt: skip
        found = ask(**groups).determination("permit")
        nodes = [s for n in (found.because, *found.not_because) for s in steps(n) if s.outcome == "exemptions.some"]
        texts[name] = (nodes[0].truth, nodes[0].text)
    assert texts == {
        "some": ("true", "Exemptions: at least one"),
        "none": ("false", "Exemptions: none"),
        "unknown": ("unknown", "Exemptions: not established yet"),
    }


def test_dates_of_law_that_are_met_need_no_line() -> None:
    node = branch(ask().determination("permit").not_because[2], "adult")
    assert [child.fact for child in node.children] == ["angler.age"]


def test_dates_of_law_that_are_not_met_are_the_reason() -> None:
    found = ask(trip={"catch_weight": 9, "began_on": date(2003, 1, 1)}).determination("breaches")
    node = branch(found.not_because[0], "heavy_catch")
    dates = [child for child in node.children if child.fact == "trip.began_on"]
    assert node.truth == "false"
    assert [(child.truth, child.given) for child in dates] == [("false", "2003-01-01")]


def test_a_rule_that_is_not_law_yet_says_so() -> None:
    """Measured on the date of the question: the date is the reason, so it is shown."""
    found = ask(on=date(2004, 6, 7), trip={"began_on": date(2004, 6, 7)}).determination("exemptions")
    node = branch(found.because, "exempt_as_minor", "adult")
    assert (node.truth, [(child.fact, child.truth) for child in node.children]) == ("false", [("on", "false")])
    assert node.children[0].text == "Date of the question: on or after 8 June 2004"


def test_a_computed_value_shows_what_it_comes_from() -> None:
    node = branch(ask().determination("permit").not_because[2], "angler.age")
    assert (node.given, node.given_text) == (36, "36 years")
    assert node.text == "Age: at least 18 years"
    assert node.sources == ("river-act#2",)  # of the parameter
    assert [(child.fact, child.given, child.text) for child in node.children] == [
        ("angler.birth_date", "1990-01-01", "Date of birth: 1 January 1990"),
    ]  # fmt: skip


def test_a_value_that_follows_shows_its_constraint() -> None:
    found = ask(trip={"water": "SEA"}, angler={"permit_expires": unknown}).determination("permit")
    node = branch(refused(found, "held"), "permit_in_force", "angler.permit_expires")
    (origin,) = node.children
    assert (node.given, origin.rule, origin.truth) == ("none", "no_permit_at_sea", "true")
    assert origin.text == "At sea there is no permit."
    assert [(child.fact, child.given) for child in origin.children] == [("trip.water", "SEA")]


def test_a_parameter_is_cited_by_its_period(tmp_path: Path) -> None:
    old = '{from: 2004-06-08, to: 2025-12-31, value: 7.50, sources: ["river-act#5"]'
    law = from_yaml(altered(tmp_path, {old: old.replace("river-act#5", "river-act#50")}))
    for began, cite, limit in ((date(2025, 6, 1), "river-act#50", "7.50"), (date(2026, 6, 1), "river-act#5", "5.25")):
        found = ask(law, trip={"catch_weight": 9, "began_on": began}).determination("breaches")
        node = branch(found.because, "heavy_catch", "trip.catch_weight")
        assert node.sources == (cite,)
        assert f"more than {limit}" in node.text


def test_an_open_question_shows_the_answer_recorded() -> None:
    found = ask(angler={"ties": ["guest"]}, readings={"guests": "exempt"}).determination("exemptions")
    node = branch(found.because, "exempt_as_guest", "guests")
    assert (node.truth, node.given, node.given_text, node.sources) == ("true", "exempt", "He is exempt.", ("angler-guide",))
    open_ = ask(angler={"ties": ["guest"]}).determination("exemptions")
    node = branch(next(n for n in open_.not_because if n.rule == "exempt_as_guest"), "guests")
    assert (node.truth, node.given, node.given_text) == ("unknown", None, None)


def test_what_is_not_given_is_not_said_to_be_given() -> None:
    for node in ask(trip={"rods": unknown, "tournament": True}).determination("permit").not_because:
        for step in steps(node):
            if step.fact and step.truth == "unknown":
                assert (step.given, step.given_text) == (None, None)


def test_nothing_of_the_proof_depends_on_the_language() -> None:
    def shape(node: ProofNode) -> Any:
        return (node.rule, node.fact, node.question, node.outcome, node.group, node.truth, node.given, node.sources,
                [shape(child) for child in node.children])  # fmt: skip

    shapes = []
    for lang in ("fr", "ar", "en"):
        found = ask(fishing(), lang, angler={"ties": ["guest"]}, trip={"rods": unknown})
        shapes.append([shape(n) for d in found.determinations for n in (d.because, *d.not_because) if n])
    assert shapes[0] == shapes[1] == shapes[2]
