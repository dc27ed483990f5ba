"""The proof of a case: what the engine proves is what the specification says, or there is no answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from itertools import product

import pytest

from snia_advisor.errors import EngineDisagreement, EngineFault
from snia_advisor.law.engine.adapter import Ruleset
from snia_advisor.law.engine.compile import Conjunction
from snia_advisor.law.engine.prove import Engine, specification
from snia_advisor.law.logic.network import Network
from snia_advisor.law.rulebase.base import RuleBase

Law = Callable[[str], RuleBase]

TEXT = """
- fact: a.x
  type: yes_no
- fact: a.y
  type: yes_no
- fact: a.z
  type: yes_no
- fact: a.w
  type: yes_no
- rule: ground
  when: {any: [{a.x: yes}, {all: [{a.y: yes}, {not: {a.z: yes}}]}]}
- rule: exception
  when: {a.z: yes}
- rule: right
  when: ground
  unless: [exception]
- determination: grounds
  collect: [ground, exception]
- determination: route
  choose:
    direct: {when: right}
    slow: {when: {a.w: yes}}
    closed: {otherwise: yes}
- rule: no_ground
  when: {grounds: none}
- rule: not_slow
  when: {route: [direct, closed]}
"""


class Proof:
    """The law above, compiled."""

    def __init__(self, base: RuleBase) -> None:
        self.network = Network(base)
        self.nodes = {name: self.network.rule(name) for name in base.rules}
        self.nodes |= {f"route.{outcome}": node for outcome, node in self.network.determination("route").items()}
        self.engine = Engine(self.network, self.nodes.values())
        facts = {node: self.network.nodes[node].atom.fact for node in self.network.atoms(self.engine.order)}
        self.atoms = {fact: node for node, fact in facts.items()}

    def known(self, **values: bool | None) -> dict[int, bool]:
        """The known atoms."""
        return {self.atoms[f"a.{name}"]: value for name, value in values.items() if value is not None}

    def truths(self, **values: bool | None) -> dict[str, bool | None]:
        """What is proved of the named nodes."""
        proved = self.engine.prove(self.known(**values), "case-hash")
        return {name: proved.get(node) for name, node in self.nodes.items()}


@pytest.fixture
def proof(law: Law) -> Proof:
    """The compiled law."""
    return Proof(law(TEXT))


def cases() -> Iterator[dict[str, bool | None]]:
    """Every case of the four facts."""
    for values in product([True, False, None], repeat=4):
        yield dict(zip("xyzw", values, strict=True))


def test_truths_of_known_cases(proof: Proof) -> None:
    assert proof.truths(x=True, y=None, z=False, w=None) == {
        "ground": True, "exception": False, "right": True, "not_slow": True, "no_ground": False,
        "route.direct": True, "route.slow": False, "route.closed": False,
    }  # fmt: skip
    assert proof.truths(x=True, y=False, z=True, w=True) == {
        "ground": True, "exception": True, "right": False, "not_slow": False, "no_ground": False,
        "route.direct": False, "route.slow": True, "route.closed": False,
    }  # fmt: skip


def test_what_is_unknown_is_left_out(proof: Proof) -> None:
    assert proof.engine.run({}) == {}
    proved = proof.engine.run(proof.known(x=True))
    assert proved[proof.nodes["ground"]] is True
    for name in ("exception", "right", "route.direct", "route.slow"):
        assert proof.nodes[name] not in proved, name
    assert None not in proved.values()


def test_several_outcomes_are_proved_together_where_neither_is_alone(proof: Proof) -> None:
    truths = proof.truths(w=False)
    assert (truths["not_slow"], truths["route.direct"], truths["route.closed"]) == (True, None, None)


def test_engine_and_specification_agree_on_every_case(proof: Proof) -> None:
    for case in cases():
        known = proof.known(**case)
        assert proof.engine.prove(known, "c") == specification(proof.network, proof.engine.order, known), case


def test_cases_leave_nothing_behind(proof: Proof) -> None:
    first = [proof.engine.run(proof.known(**case)) for case in cases()]
    again = [proof.engine.run(proof.known(**case)) for case in reversed(list(cases()))]
    assert first == again[::-1]


# --- a damaged engine --------------------------------------------------------------------------------------------


def change(engine: Engine, changed: Callable[[Conjunction], Conjunction | None]) -> None:
    """Compile an engine again, each conjunction changed, or dropped where `changed` gives None."""
    for index, shard in enumerate(engine.shards):
        shard.conjunctions = [new for old in shard.conjunctions if (new := changed(old))]
        assert shard.conjunctions, "an empty ruleset proves nothing in these tests"
        engine._rulesets[index] = Ruleset(shard.definition())


def test_each_lost_conjunction_is_noticed_and_none_is_a_silent_answer(proof: Proof, law: Law) -> None:
    """Each conjunction is dropped in turn: some case must notice, and no case may be answered otherwise than it should."""
    base = law(TEXT)
    right = [proof.engine.run(proof.known(**case)) for case in cases()]
    for lost in [c for shard in proof.engine.shards for c in shard.conjunctions]:
        damaged = Proof(base)
        change(damaged.engine, lambda c, lost=lost: None if c == lost else c)  # type: ignore[misc]
        noticed = 0
        for case, expected in zip(cases(), right, strict=True):
            try:
                assert damaged.engine.prove(damaged.known(**case), "c") == expected
            except EngineDisagreement:
                noticed += 1
        assert noticed, lost


def test_a_disagreement_names_the_rule_and_the_case(proof: Proof) -> None:
    node = proof.nodes["exception"]
    change(proof.engine, lambda c: None if c.node == node and c.truth else c)
    with pytest.raises(EngineDisagreement) as found:
        proof.engine.prove(proof.known(z=True), "case-4f2a")
    assert found.value.key == "engine_disagreement"
    assert found.value.args_ == {"name": "exception", "case": "case-4f2a"}
    assert found.value.exit_code == 70
    for lang in ("fr", "ar", "en"):
        assert "exception" in found.value.sentence(lang)
        assert "case-4f2a" in found.value.sentence(lang)


def test_a_disagreement_inside_a_condition_names_the_rule_above(proof: Proof) -> None:
    (group,) = [n for n in proof.engine.order if proof.network.nodes[n].kind == "all" and not proof.network.nodes[n].label]
    change(proof.engine, lambda c: None if c.node == group and c.truth else c)
    with pytest.raises(EngineDisagreement) as found:
        proof.engine.prove(proof.known(y=True, z=False), "c")
    assert found.value.args_["name"] == "ground"


def test_an_outcome_is_named_with_its_determination(proof: Proof) -> None:
    assert proof.engine.name(proof.nodes["route.slow"]) == "route slow"


def test_a_false_proof_is_a_disagreement(proof: Proof) -> None:
    node = proof.nodes["exception"]
    change(proof.engine, lambda c: dataclasses.replace(c, truth=not c.truth) if c.node == node else c)
    with pytest.raises(EngineDisagreement):
        proof.engine.prove(proof.known(z=True), "c")


def test_a_node_proved_both_ways_is_a_fault(proof: Proof) -> None:
    node = proof.nodes["exception"]
    always = ((proof.atoms["a.z"], True),)
    change(proof.engine, lambda c: dataclasses.replace(c, literals=always) if c.node == node else c)
    with pytest.raises(EngineFault) as found:
        proof.engine.run(proof.known(z=True))
    assert "both" in found.value.args_["reason"]


def test_a_fault_leaves_no_engine_that_answers(proof: Proof, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> tuple[int, int]:
        raise RuntimeError("engine")

    monkeypatch.setattr(proof.engine._rulesets[0]._engine, "assert_fact", failing)
    with pytest.raises(EngineFault):
        proof.engine.prove(proof.known(x=True), "c")
    monkeypatch.undo()
    with pytest.raises(EngineFault):
        proof.engine.prove(proof.known(x=True), "c")
