"""What is decided only case by case is proved by the engine case by case, and the tree says so."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fishing import altered, ask, unknown

from snia_advisor.answer.deciding import by_cases
from snia_advisor.answer.deciding import dependence as exactness
from snia_advisor.errors import EngineFault
from snia_advisor.law.engine.prove import Engine
from snia_advisor.law.model.advice import Advice
from snia_advisor.law.model.proof import ProofNode
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_yaml

EITHER = {"when: {not: adult}": "when: {any: [{trip.tournament: yes}, {trip.tournament: no}]}"}
OPEN = {"tournament": unknown}


def steps(node: ProofNode | None) -> Iterator[ProofNode]:
    """Every step of a proof."""
    if node is not None:
        yield node
        for child in node.children:
            yield from steps(child)


@pytest.fixture
def either(tmp_path: Path) -> RuleBase:
    """The law in which everybody is exempt, tournament or not."""
    return from_yaml(altered(tmp_path, EITHER))


def test_whatever_the_answer(either: RuleBase) -> None:
    found = ask(either, trip=OPEN).determination("permit")
    assert (found.status, found.outcome, found.exact, found.missing) == ("decided", "not_required", True, ())
    tree = found.because
    assert tree is not None
    assert (tree.group, tree.truth, tree.text) == ("cases", "true", 'whatever the answer to "Tournament"')
    assert [(child.fact, child.text, child.given) for child in tree.children] == [
        ("trip.tournament", "Tournament: yes", None),  # supposed, not given
        ("trip.tournament", "Tournament: no", None),
    ]
    for child in tree.children:
        (proof,) = child.children
        assert (proof.outcome, proof.truth) == ("permit.not_required", "true")
        assert any(step.rule == "exempt_as_minor" and step.truth == "true" for step in steps(proof))


def test_the_sources_are_those_of_every_case(either: RuleBase) -> None:
    found = ask(either, trip=OPEN).determination("permit")
    assert "river-act#3" in found.sources
    assert found.not_because == ()


def test_kleene_alone_would_have_asked(either: RuleBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exactness, "MAX_CASES", 1)
    found = ask(either, trip=OPEN).determination("permit")
    assert (found.status, found.exact) == ("depends", False)
    assert "trip.tournament" in found.missing


def test_the_engine_proves_each_case(either: RuleBase, monkeypatch: pytest.MonkeyPatch) -> None:
    proved: list[dict[int, bool]] = []
    real = Engine.prove

    def counting(engine: Engine, atoms: Any, case: str) -> dict[int, bool]:
        proved.append(dict(atoms))
        return real(engine, atoms, case)

    monkeypatch.setattr(Engine, "prove", counting)
    ask(either, trip=OPEN)
    assert len(proved) >= 4  # the case itself, the root of the tree, and each answer
    assert len({len(atoms) for atoms in proved}) > 1


def test_too_many_cases_stay_open(either: RuleBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(by_cases, "MAX_LEAVES", 2)
    found = ask(either, trip=OPEN).determination("permit")
    assert (found.status, found.outcome, found.exact) == ("depends", None, False)
    assert found.missing == ("trip.tournament",)
    assert {p.outcome for p in found.possible} >= {"not_required"}


def test_an_engine_that_cannot_follow_is_an_error(either: RuleBase, monkeypatch: pytest.MonkeyPatch) -> None:
    """With every fact answered the outcome must be proved; if it is not, no answer is given."""
    advice = ask(either, trip=OPEN)
    assert advice.determination("permit").outcome == "not_required"
    real = Engine.prove

    def blind(engine: Engine, atoms: Any, case: str) -> dict[int, bool]:
        return {node: truth for node, truth in real(engine, atoms, case).items() if node in atoms}

    monkeypatch.setattr(Engine, "prove", blind)
    with pytest.raises(EngineFault):
        ask(either, trip=OPEN)


def test_an_answer_that_real_life_forbids_is_no_case(tmp_path: Path) -> None:
    """Nobody fishes in a tournament without rods: with none, one case is left, and it is enough."""
    added = """
- constraint: rods_in_a_tournament
  text: {fr: "Un concours demande une canne.", ar: "المسابقة تتطلب قصبة.", en: "A tournament takes a rod."}
  holds: {not: {all: [{trip.tournament: yes}, {trip.rods: {equal: 0}}]}}
"""
    law = from_yaml(altered(tmp_path, {"unless: [too_many_rods]": "unless: []"}, added))
    found = ask(law, trip={"tournament": unknown, "rods": 0}).determination("permit")
    assert (found.status, found.outcome) == ("decided", "required")
    assert found.because is not None
    assert [child.text for child in found.because.children] == ["Tournament: no"]


def test_a_branch_that_several_constraints_forbid_is_no_case(tmp_path: Path) -> None:
    """A tournament without rods breaks one of two constraints whatever the permit; no single one forbids it."""
    added = """
- constraint: with_a_permit
  text: {fr: "Avec un permis, une canne.", ar: "مع الرخصة قصبة.", en: "With a permit, a rod."}
  holds: {any: [{trip.tournament: no}, {angler.permit_expires: none}]}
- constraint: without_a_permit
  text: {fr: "Sans permis, pas de concours.", ar: "لا مسابقة بدون رخصة.", en: "Without a permit, no tournament."}
  holds: {any: [{trip.tournament: no}, {not: {angler.permit_expires: none}}]}
"""
    never = "{all: [{angler.permit_expires: none}, {not: {angler.permit_expires: none}}]}"
    changes = {
        "when: {not: adult}": f"when: {{any: [{{trip.tournament: yes}}, {never}]}}",
        "when: {permit: [not_applicable, held, not_required]}": "when: exempt_as_minor",
    }
    law = from_yaml(altered(tmp_path, changes, added))
    found = ask(law, trip=OPEN, angler={"permit_expires": unknown}).determination("start")
    assert (found.status, found.outcome) == ("decided", "after_permit")
    assert found.because is not None
    tournaments = [
        node.text for node in steps(found.because) if node.text.startswith("Tournament: ") and not node.given_text
    ]
    assert set(tournaments) == {"Tournament: no"}
    assert all(node.children for node in steps(found.because) if node.group == "cases")


def test_a_fact_that_another_answer_implies_is_not_asked_again(tmp_path: Path) -> None:
    """At sea there is no permit: below the answer `sea` no case may pretend that there is one."""
    at_sea = "{all: [{trip.water: SEA}, {angler.permit_expires: none}, {trip.tournament: yes}]}"
    ashore = "{all: [{not: {trip.water: SEA}}, {trip.tournament: yes}]}"
    changes = {
        "when: {not: adult}": f"when: {{any: [{at_sea}, {ashore}, {{trip.tournament: no}}]}}",
        "when: {permit: [not_applicable, held, not_required]}": "when: exempt_as_minor",
    }
    law = from_yaml(altered(tmp_path, changes))
    trip = {"water": unknown, **OPEN}
    found = ask(law, trip=trip, angler={"permit_expires": unknown}).determination("start")
    assert (found.status, found.outcome) == ("decided", "now")
    assert found.because is not None
    branches = [
        node
        for node in steps(found.because)
        if node.text == "Water: sea" and node.children and node.children[0].group == "cases"
    ]
    assert branches
    for node in branches:
        assert {step.given for step in steps(node) if step.fact == "angler.permit_expires"} <= {"none", None}
        assert not [
            step for step in steps(node) if step.text.startswith("Permit valid until: ") and step.text[-4:] != "none"
        ]
    check_branches(found.because, {})


def check_branches(node: ProofNode, answers: dict[str, str]) -> None:
    """Along a branch a fact has one value: the one that the case supposes."""
    for child in node.children:
        if node.group == "cases" and child.fact:
            assert child.fact not in answers
            check_branches(child, {**answers, child.fact: child.text})
        else:
            if child.fact in answers and child.given_text is not None:
                assert answers[child.fact].endswith(f": {child.given_text}")
            check_branches(child, answers)


def test_open_questions_are_cases_too(tmp_path: Path) -> None:
    """Whatever the authority answers: the reading is the case."""
    exempt, not_exempt = "{open_question: {guests: exempt}}", "{open_question: {guests: not_exempt}}"
    law = from_yaml(altered(tmp_path, {exempt: f"any: [{exempt}, {not_exempt}]"}))
    advice: Advice = ask(law, angler={"ties": ["guest"]})
    found = advice.determination("permit")
    assert (found.status, found.outcome, found.open_questions) == ("decided", "not_required", ())
    assert found.because is not None
    assert found.because.text == 'whatever the answer to "Exemption of guests"'
    assert [(child.question, child.truth) for child in found.because.children] == [("guests", "true")] * 2
    assert advice.exit_code == 0


def test_the_proof_is_said_in_every_language(either: RuleBase) -> None:
    texts = set()
    for lang in ("fr", "ar", "en"):
        tree = ask(either, lang, trip=OPEN).determination("permit").because
        assert tree is not None
        texts.add(tree.text)
    assert len(texts) == 3


def test_the_limits_are_those_of_the_decision_record() -> None:
    text = Path("docs/decisions/0003-exactness-by-cases-and-its-limit.md").read_text(encoding="utf-8")
    assert f"{exactness.MAX_CASES:,}" in text
    assert f"up to {by_cases.MAX_LEAVES}" in text
