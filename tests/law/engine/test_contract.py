"""Every behaviour of durable-rules on which the proof relies, each seen on the engine itself.

The engine is old and nobody repairs it, so a change in it would come from its being built in another way. If one of these
tests fails, no answer of the program is to be trusted.
"""

from __future__ import annotations

import ast
import itertools
import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from random_law import RandomLaw

import snia_advisor
from snia_advisor.errors import EngineFault, EngineMissing
from snia_advisor.law.engine import adapter
from snia_advisor.law.engine.adapter import FACT_ID, Ruleset, engine_module
from snia_advisor.law.engine.compile import Conjunction, Shard, shards
from snia_advisor.law.logic.network import Network

PACKAGE = Path(snia_advisor.__file__).parent
_names = (f"contract{number}" for number in itertools.count())


def definition(*rules: dict[str, bool], pri: list[int] | None = None) -> dict[str, Any]:
    """A ruleset of pure conjunctions R0, R1 ... in the engine's own words."""
    order = pri or list(range(1, len(rules) + 1))
    return {
        f"R{position}": {"all": [{"m": {"$and": [{name: truth} for name, truth in rule.items()]}}], "pri": order[position]}
        for position, rule in enumerate(rules)
    }


def created(rules: dict[str, Any]) -> int:
    """The handle of a ruleset of the bare engine."""
    return int(engine_module().create_ruleset(next(_names), json.dumps(rules)))


def asserted(handle: int, **fact: bool) -> tuple[int, int]:
    """The result code and the state of an assertion on the bare engine."""
    code, state = engine_module().assert_fact(handle, json.dumps({"id": "case", **fact}))
    return code, state


# --- the bare engine ---------------------------------------------------------------------------------------------


def test_code_0_when_something_matched_and_1_when_nothing_did() -> None:
    handle = created(definition({"n1": True, "n2": True}))
    assert asserted(handle, n1=True, n2=True)[0] == 0
    engine_module().start_action_for_state(handle, 1)
    engine_module().complete_and_start_action(handle, 1)
    engine_module().retract_fact(handle, FACT_ID)
    assert asserted(handle, n1=True, n2=False)[0] == 1, "a property that does not match"
    assert asserted(handle, n1=True)[0] == 1, "a property that is missing"
    assert asserted(handle, other=True)[0] == 1, "a property that no rule reads"


def test_a_fact_that_matched_nothing_is_not_kept() -> None:
    handle = created(definition({"n1": True}))
    asserted(handle, n1=False)
    assert json.loads(engine_module().get_facts(handle, None)) == []


def test_retract_leaves_the_state_clean() -> None:
    handle = created(definition({"n1": True}, {"n2": False}))
    engine = engine_module()
    for _ in range(3):
        code, state = asserted(handle, n1=True, n2=False)
        assert code == 0
        engine.start_action_for_state(handle, state)
        while engine.complete_and_start_action(handle, state):
            pass
        assert json.loads(engine.get_facts(handle, None)) == [{"id": "case", "n1": True, "n2": False}]
        assert engine.retract_fact(handle, FACT_ID)[0] == 0
        assert json.loads(engine.get_facts(handle, None)) == []
        assert json.loads(engine.get_events(handle, None)) == []


def test_the_action_names_the_rule_alone() -> None:
    handle = created(definition({"n1": True}))
    _, state = asserted(handle, n1=True)
    _, message = engine_module().start_action_for_state(handle, state)
    assert list(json.loads(message)) == ["R0"]
    assert engine_module().complete_and_start_action(handle, state) is None, "and nothing follows"


# --- through the adapter -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("pri", [[1, 2, 3, 4], [4, 3, 2, 1], [3, 1, 4, 2]])
def test_rules_fire_in_the_order_of_pri(pri: list[int]) -> None:
    ruleset = Ruleset(definition(*[{"n1": True}] * 4, pri=pri))
    assert ruleset.fire({"n1": True}) == [f"R{position}" for position in sorted(range(4), key=lambda p: pri[p])]


@pytest.mark.parametrize("wanted", [True, False])
def test_a_missing_property_satisfies_nothing(wanted: bool) -> None:
    ruleset = Ruleset(definition({"n1": wanted}, {"n1": wanted, "n2": True}, {"n2": True}))
    assert ruleset.fire({"n2": True}) == ["R2"]
    assert ruleset.fire({"n1": wanted}) == ["R0"]
    assert ruleset.fire({}) == []


@pytest.mark.parametrize("truth", [True, False])
def test_a_boolean_is_only_itself(truth: bool) -> None:
    ruleset = Ruleset(definition({"n1": True}, {"n1": False}))
    assert ruleset.fire({"n1": truth}) == ["R0" if truth else "R1"]


def test_contradictory_literals_never_fire() -> None:
    both = {"R0": {"all": [{"m": {"$and": [{"n1": True}, {"n1": False}]}}], "pri": 1}}
    ruleset = Ruleset({**both, "R1": {"all": [{"m": {"$and": [{"n1": False}]}}], "pri": 2}})
    assert ruleset.fire({"n1": True}) == []
    assert ruleset.fire({"n1": False}) == ["R1"]


def test_sixty_rules_fire_together() -> None:
    distinct = Ruleset(definition(*[{f"n{position}": True} for position in range(60)]))
    assert distinct.fire({f"n{position}": True for position in range(60)}) == [f"R{position}" for position in range(60)]
    same = Ruleset(definition(*[{"n1": True}] * 60))
    assert same.fire({"n1": True}) == [f"R{position}" for position in range(60)]


def test_sixty_rules_of_sixty_literals_fire_together() -> None:
    """A shard as full as the limits let it be, its literals written in sixty orders."""
    names = [f"n{position}" for position in range(60)]
    rules = [dict.fromkeys(names[start:] + names[:start], True) for start in range(60)]
    ruleset = Ruleset(definition(*rules))
    whole = dict.fromkeys(names, True)
    assert ruleset.fire(whole) == [f"R{position}" for position in range(60)]
    assert ruleset.fire({**whole, "n31": False}) == []
    assert ruleset.fire({name: True for name in names if name != "n31"}) == []


def test_each_rule_that_holds_fires_once_and_no_other_ever() -> None:
    """The strict test: over every case of four properties, which rules fired, in which order, how often."""
    names = ["n0", "n1", "n2", "n3"]
    rules = [
        dict(zip(chosen, truths, strict=True))
        for size in (1, 2, 3)
        for chosen in itertools.combinations(names, size)
        for truths in itertools.product([True, False], repeat=size)
    ][:60]
    ruleset = Ruleset(definition(*rules))
    for values in itertools.product([True, False, None], repeat=4):
        fact = {name: value for name, value in zip(names, values, strict=True) if value is not None}
        expected = [f"R{n}" for n, rule in enumerate(rules) if all(fact.get(k) is v for k, v in rule.items())]
        assert ruleset.fire(fact) == expected, fact


def test_one_ruleset_answers_many_cases_alike() -> None:
    ruleset = Ruleset(definition({"n1": True}, {"n1": False, "n2": True}))
    first = [ruleset.fire({"n1": truth, "n2": True}) for truth in (True, False)]
    for _ in range(500):
        assert [ruleset.fire({"n1": truth, "n2": True}) for truth in (True, False)] == first == [["R0"], ["R1"]]


# --- faults ------------------------------------------------------------------------------------------------------


class Broken:
    """The engine, one of its functions replaced."""

    def __init__(self, **replaced: Any) -> None:
        self.replaced = replaced

    def __getattr__(self, name: str) -> Any:
        return self.replaced.get(name, getattr(engine_module(), name))


def raising(problem: BaseException) -> Any:
    """A function that raises `problem`."""

    def function(*_: Any) -> Any:
        raise problem

    return function


@pytest.mark.parametrize(
    "replaced",
    [
        {"assert_fact": lambda *_: (2, 1)},
        {"assert_fact": raising(MemoryError())},
        {"start_action_for_state": lambda *_: None},
        {"complete_and_start_action": raising(RuntimeError("engine"))},
        {"retract_fact": raising(RuntimeError("engine"))},
    ],
)
def test_a_fault_is_told_and_poisons_the_ruleset(monkeypatch: pytest.MonkeyPatch, replaced: dict[str, Any]) -> None:
    ruleset = Ruleset(definition({"n1": True}))
    monkeypatch.setattr(ruleset, "_engine", Broken(**replaced))
    with pytest.raises(EngineFault):
        ruleset.fire({"n1": True})
    monkeypatch.setattr(ruleset, "_engine", engine_module())
    with pytest.raises(EngineFault) as poisoned:
        ruleset.fire({"n1": True})
    assert poisoned.value.args_["reason"] == "poisoned"


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt(), SystemExit(3)])
def test_an_interrupt_passes_and_poisons_the_ruleset(monkeypatch: pytest.MonkeyPatch, interrupt: BaseException) -> None:
    ruleset = Ruleset(definition({"n1": True}))
    monkeypatch.setattr(ruleset, "_engine", Broken(complete_and_start_action=raising(interrupt)))
    with pytest.raises(type(interrupt)):
        ruleset.fire({"n1": True})
    with pytest.raises(EngineFault):
        ruleset.fire({"n1": True})


def test_another_thread_is_a_fault_and_does_no_harm() -> None:
    ruleset = Ruleset(definition({"n1": True}))
    caught: list[EngineFault] = []

    def other() -> None:
        try:
            ruleset.fire({"n1": True})
        except EngineFault as fault:
            caught.append(fault)

    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert [fault.args_["reason"] for fault in caught] == ["thread"]
    assert ruleset.fire({"n1": True}) == ["R0"]


def test_a_definition_that_the_engine_refuses_is_a_fault() -> None:
    with pytest.raises(EngineFault):
        Ruleset({"R0": {"all": [{"m": {"$unknown": 1}}], "pri": 1, "nonsense": True}, "R1": {"no": 1}})


def test_a_missing_engine_is_told_with_its_repair(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    with pytest.raises(EngineMissing) as missing:
        Ruleset(definition({"n1": True}))
    assert sys.executable in missing.value.sentence("en")


# --- what the project may do with it -----------------------------------------------------------------------------


def imports(file: Path) -> Iterator[str]:
    """The modules that a file imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_one_file_touches_the_engine() -> None:
    found = [file for file in sorted(PACKAGE.rglob("*.py")) if any(name.startswith("durable") for name in imports(file))]
    assert found == [Path(adapter.__file__)]
    assert [name for name in imports(found[0]) if name.startswith("durable")] == ["durable_rules_engine"]


def test_no_dynamic_import_of_the_engine() -> None:
    for file in PACKAGE.rglob("*.py"):
        if file != Path(adapter.__file__):
            nodes = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            strings = [node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
            assert not [text for text in strings if text.startswith(("durable.", "durable_rules_engine"))], file


def test_no_thread_is_started() -> None:
    program = (
        "import sys, threading\n"
        "from snia_advisor.law.engine.adapter import Ruleset\n"
        "r = Ruleset({'R': {'all': [{'m': {'$and': [{'n1': True}]}}], 'pri': 1}})\n"
        "assert r.fire({'n1': True}) == ['R']\n"
        "assert not [m for m in sys.modules if m == 'durable' or m.startswith('durable.')], sys.modules\n"
        "print(*[type(t).__name__ for t in threading.enumerate()])\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=PACKAGE.parent, check=False)
    assert (done.stdout.split(), done.stderr) == (["_MainThread"], "")


def test_the_forbidden_calls_are_not_made() -> None:
    """No host, no callback, no deletion, no bulk assertion: each of them can answer wrongly without a word."""
    source = Path(adapter.__file__).read_text(encoding="utf-8")
    called = {n.attr for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Attribute) and is_engine(n.value)}
    allowed = {"create_ruleset", "assert_fact", "start_action_for_state", "complete_and_start_action", "retract_fact"}
    assert called == allowed


def is_engine(node: ast.expr) -> bool:
    """Whether an expression is `self._engine`."""
    return isinstance(node, ast.Attribute) and node.attr == "_engine"


def is_safe(ruleset: Any) -> bool:
    """Whether a ruleset is made of pure conjunctions of booleans, and of nothing else."""
    for name, rule in ruleset.items():
        if set(rule) != {"all", "pri"} or len(rule["all"]) != 1 or set(rule["all"][0]) != {"m"}:
            return False
        (clause,) = rule["all"][0].values()
        if set(clause) != {"$and"} or not clause["$and"] or not name[0].isalpha() or not name.isalnum():
            return False
        literals = [pair for literal in clause["$and"] for pair in literal.items()]
        if len(literals) != len(clause["$and"]) or not all(is_literal(*pair) for pair in literals):
            return False
    return True


def is_literal(name: str, value: Any) -> bool:
    """Whether a property is a node, and its value true or false."""
    return name[0] == "n" and name[1:].isdigit() and isinstance(value, bool)


@pytest.mark.parametrize("seed", range(30))
def test_generated_rulesets_use_the_safe_core_only(seed: int) -> None:
    base = RandomLaw(f"contract/{seed}").base()
    network = Network(base)
    roots = [network.rule(name) for name in base.rules]
    roots += [node for name in base.determinations for node in network.determination(name).values()]
    made = shards(network, network.below(roots))
    assert made
    for shard in made:
        ruleset = json.loads(json.dumps(shard.definition()))
        assert is_safe(ruleset), ruleset
        assert [rule["pri"] for rule in ruleset.values()] == list(range(1, len(ruleset) + 1))
        for forbidden in ("$nex", "$ex", "$or", "$not", "$neq", "$lt", "$gt", "$mt", "any", "none", "count", "cap", "$m"):
            assert f'"{forbidden}"' not in json.dumps(ruleset)


def test_the_check_of_the_safe_core_sees_what_is_forbidden() -> None:
    good = Shard(0, [Conjunction(3, True, 0, ((1, True), (2, False)))]).definition()
    assert is_safe(good)
    clauses: list[dict[str, Any]] = [
        {"$or": [{"n1": True}]}, {"$and": []}, {"$and": [{"$nex": {"n1": 1}}]}, {"$and": [{"n1": 1}]},
        {"$and": [{"$neq": {"n1": True}}]}, {"$and": [{"n1": True, "n2": True}]}, {"n1": True},
    ]  # fmt: skip
    for bad in clauses:
        assert not is_safe({"N3T0": {"all": [{"m": bad}], "pri": 1}}), bad
    assert not is_safe({"N3T0": {"any": [{"m": {"$and": [{"n1": True}]}}], "pri": 1}})
    assert not is_safe({"N3T0": {"all": [{"m": {"$and": [{"n1": True}]}}], "pri": 1, "count": 2}})
