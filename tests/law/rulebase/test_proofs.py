"""Papers that prove a finding are written once, and asked where a step says `proofs_of`; questions have a written order."""

from __future__ import annotations

from pathlib import Path

import pytest
from fishing import altered

from snia_advisor.errors import RuleBaseError
from snia_advisor.law.rulebase.load import from_json, load_rules, to_json
from snia_advisor.questions.checks.rule_base import check_rules

INVITATION = """        - {document: invitation, originals: 0, copies: 1, provided_by: third_party,
           when: {angler.ties: {includes: guest}}, sources: [angler-guide]}
"""
CALLED = '- document: invitation\n  title: {fr: "Invitation écrite", ar: "دعوة مكتوبة", en: "Written invitation"}\n'
LODGED = CALLED + "  lodged: {originals: 0, copies: 1, provided_by: third_party, sources: [angler-guide]}\n"
FIRST = "      documents:\n        - {document: photograph"
ASKS = "      proofs_of: exemptions\n" + FIRST


def test_a_step_asks_for_the_proofs_of_its_findings(tmp_path: Path) -> None:
    base = load_rules(altered(tmp_path, {INVITATION: "", CALLED: LODGED, FIRST: ASKS}))
    papers = {paper.document: paper for paper in base.procedures["get_permit"].steps[0].documents}
    assert list(papers) == ["photograph", "parental_consent", "invitation"]
    assert papers["invitation"].when == "exempt_as_guest"
    assert (papers["invitation"].copies, papers["invitation"].sources) == (1, ("angler-guide",))
    (tmp_path / "rules.json").write_text(to_json(base), encoding="utf-8")
    assert from_json(tmp_path / "rules.json").procedures["get_permit"] == base.procedures["get_permit"]


def test_two_findings_with_one_proof_ask_for_it_once(tmp_path: Path) -> None:
    proof = "  proof_documents: [invitation]\n"
    minor = '  sources: ["river-act#3"]\n  confidence: high\n- rule: exempt_as_guest'
    changes = {INVITATION: "", CALLED: LODGED, FIRST: ASKS, minor: proof + minor}
    base = load_rules(altered(tmp_path, changes))
    (paper,) = (p for p in base.procedures["get_permit"].steps[0].documents if p.document == "invitation")
    assert paper.when == {"any": ["exempt_as_minor", "exempt_as_guest"]}


def test_a_paper_that_the_step_names_itself_stays_as_it_is(tmp_path: Path) -> None:
    base = load_rules(altered(tmp_path, {CALLED: LODGED, FIRST: ASKS}))
    (paper,) = (p for p in base.procedures["get_permit"].steps[0].documents if p.document == "invitation")
    assert paper.when == {"angler.ties": {"includes": "guest"}}


def test_a_proof_that_no_step_asks_for_is_a_finding(tmp_path: Path) -> None:
    kept = "- fact: angler.ties\n  proved_by: [invitation]\n"
    found = check_rules(altered(tmp_path, {INVITATION: "", FIRST: ASKS, "- fact: angler.ties\n": kept}))
    assert {(f.code, "invitation" in f.message, "exempt_as_guest" in f.message) for f in found} == {("U003", True, True)}


def test_proofs_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuleBaseError) as caught:
        load_rules(altered(tmp_path, {FIRST: ASKS.replace("exemptions", "exemption")}))
    assert caught.value.key == "unknown_name"
    assert "exemptions" in caught.value.sentence()


def test_facts_stand_in_the_order_that_is_written(tmp_path: Path) -> None:
    facts = list(load_rules(altered(tmp_path / "files")).facts)
    turned = "\n".join(f"    - {name}" for name in reversed(facts))
    base = load_rules(altered(tmp_path / "written", added=f"- order: questions\n  facts:\n{turned}\n"))
    assert list(base.facts) == facts[::-1] != facts
    (tmp_path / "rules.json").write_text(to_json(base), encoding="utf-8")
    assert list(from_json(tmp_path / "rules.json").facts) == facts[::-1]


def test_an_order_does_not_make_a_fact_used(tmp_path: Path) -> None:
    facts = list(load_rules(altered(tmp_path / "files")).facts)
    words = '{fr: "Essai ?", ar: "تجربة؟", en: "Trial?"}'
    extra = (
        f'- fact: trip.trial\n  type: yes_no\n  title: {words}\n  question: {words}\n  why: ["river-act#1"]\n'
        "  sensitive: no\n  changeable: no\n"
    )
    order = f"- order: questions\n  facts: [{', '.join([*facts, 'trip.trial'])}]\n"
    assert "U001" in {f.code for f in check_rules(altered(tmp_path / "unused", added=extra + order))}
