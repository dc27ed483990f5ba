"""The check of the engine is itself checked: that it draws every shape, sees what is broken, and survives a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import agreement
import pytest
from agreement import Batch, Examination, Tally, examine_all, work
from random_law import RandomLaw, parts

from snia_advisor.errors import EngineFault
from snia_advisor.law.engine.prove import Engine
from snia_advisor.law.logic import atoms, facts
from snia_advisor.law.logic.network import Network, Node
from snia_advisor.law.logic.operators import FUNCTIONS, OPERATORS, operators_of
from snia_advisor.law.model.values import Records

NUMBER_OPS, DATE_OPS, SET_OPS, RECORD_OPS = map(operators_of, ("integer", "date", "set", "records"))
SCRIPT = Path(agreement.__file__)


def run(*arguments: str, **environment: str) -> tuple[int, list[str]]:
    """The exit code and the lines of a run of the script."""
    command = [sys.executable, str(SCRIPT), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    return done.returncode, done.stdout.splitlines()


# --- the script --------------------------------------------------------------------------------------------------


def test_engine_specification_and_page_agree() -> None:
    code, lines = run("--pairs", "600", "--seed", "3")
    assert lines[-1] == "600 pairs, 0 disagreements"
    assert code == 0


def test_they_agree_when_freed_memory_is_scribbled_over() -> None:
    """An engine that reads memory it has given back would answer by chance."""
    code, lines = run("--pairs", "400", "--seed", "4", MALLOC_PERTURB_="165")
    assert (code, lines[-1]) == (0, "400 pairs, 0 disagreements")


def test_one_engine_rule_removed_is_noticed() -> None:
    code, lines = run("--pairs", "1200", "--seed", "5", "--sabotage")
    found, total = (int(word) for word in lines[-1].split() if word.isdigit())
    assert (code, total) == (0, 60)
    assert lines[-1] == f"sabotage: {found} of 60 bases disagree"
    assert found >= 30


def test_the_cut_into_processes_changes_nothing() -> None:
    one = run("--pairs", "200", "--seed", "6", "--workers", "1")
    two = run("--pairs", "200", "--seed", "6", "--workers", "3")
    assert one[1][1:] == two[1][1:]


def test_fewer_than_twenty_cases_are_refused() -> None:
    assert run("--cases", "19")[0] == 2


def test_shares_below_a_tenth_and_disagreements_fail() -> None:
    good = Tally(laws=1, pairs=20, true=40, false=40, unknown=20)
    assert agreement.report(good, 1.0) == 0
    for changed in ({"unknown": 8}, {"true": 6}, {"false": 6}, {"disagreements": 1}):
        assert agreement.report(Tally(**{**vars(good), **changed}), 1.0) == 1, changed
    assert agreement.sabotage_report(Tally(laws=10, laws_disagreeing=5)) == 0
    assert agreement.sabotage_report(Tally(laws=10, laws_disagreeing=4)) == 1


def dying(batch: Batch, answer: Any) -> None:
    """A process whose engine crashes."""
    os.kill(os.getpid(), signal.SIGSEGV)


def test_a_crash_is_a_disagreement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(agreement, "work", dying)
    monkeypatch.setattr(agreement, "PRELOADED", [])
    (tally,) = examine_all([Batch(1, range(2), 20, False)], workers=1)
    assert (tally.pairs, tally.disagreements) == (40, 40)
    assert "-11" in tally.examples[0]
    assert work is not dying


# --- what is drawn -----------------------------------------------------------------------------------------------


@cache
def drawn() -> tuple[RandomLaw, ...]:
    """Some random laws."""
    return tuple(RandomLaw(f"shapes/{number}") for number in range(150))


def shapes(law: RandomLaw) -> Iterator[str]:
    """The shapes of a law, in words."""
    for condition, at in law.conditions():
        if isinstance(condition, str):
            yield "rule"
            continue
        ((key, value),) = condition.items()
        if "." in key:
            yield from comparison_shapes(law, key, value, at)
        elif key in law.bodies["determination"]:
            yield from premise_shapes(law.bodies["determination"][key], value)
        else:
            yield key
    for body in law.bodies["rule"].values():
        yield from (f"rule with {key}" for key in body if key != "when")
        yield f"depth {depth(body['when'])}"
    for body in law.bodies["determination"].values():
        kind = "choose" if "choose" in body else "collect"
        yield from (f"{kind} with {key}" for key in body if key in ("from", "to"))
    for body in law.bodies["derived"].values():
        ((function, arguments),) = body["compute"].items()
        yield f"function {function}"
        if any(argument.count(".") == 2 for argument in arguments):
            yield f"{function} of a column{' where' if 'where' in body else ''}"
        if "exact" in body:
            yield "exact"
    for body in law.bodies["parameter"].values():
        yield f"parameter of {len(body['series'])} periods"


def depth(condition: Any) -> int:
    """How many connectives stand above the lowest comparison."""
    inner = [part for part in parts(condition) if part is not condition]
    return 1 + max(map(depth, inner)) if inner else 0


def comparison_shapes(law: RandomLaw, name: str, value: Any, at: str) -> Iterator[str]:
    """The shapes of one comparison."""
    body = law.bodies["fact"].get(name) or law.bodies["derived"][name]
    kind = body["type"] if name in law.bodies["fact"] else f"derived {body['type']}"
    if not isinstance(value, dict):
        yield f"{kind} {'one of' if isinstance(value, list) else 'none' if value == 'none' else 'is'}"
        return
    ((op, operand),) = value.items()
    yield f"{kind} {op}"
    if kind == "records":
        yield from record_shapes(op, operand)
    if isinstance(operand, str) and operand.startswith("$"):
        what = "on" if operand == "$on" else "fact" if "." in operand else "parameter"
        yield f"operand {what} at {'on' if at == 'on' else 'a date'}"


def record_shapes(op: str, asked: dict[str, Any]) -> Iterator[str]:
    """The shapes of what is asked of a list."""
    where = asked if op in ("any_of", "every") else asked.get("where")
    compared = [] if where is asked else [key for key in asked if key not in ("of", "where")]
    yield from (f"{op} {key}" for key in compared)
    if where is None:
        yield f"{op} of all"
        return
    yield f"{op} of some"
    for part in parts(where):
        ((key, _),) = part.items()
        yield f"record {key if key in ('all', 'any', 'not') else key.rstrip('0123456789')}"


def premise_shapes(body: dict[str, Any], value: Any) -> Iterator[str]:
    """The shapes of a determination as a premise."""
    if "choose" in body:
        yield "one outcome" if not isinstance(value, list) else f"list of {min(len(value), 2)} outcomes"
    else:
        yield value if value in ("some", "none") else "one finding"


EXPECTED = {
    "rule", "all", "any", "not", "open_question", "one outcome", "list of 1 outcomes", "list of 2 outcomes",
    "some", "none", "one finding", "rule with from", "rule with to", "rule with at", "rule with unless",
    *(f"{kind} with {key}" for kind in ("choose", "collect") for key in ("from", "to")),
    *(f"depth {number}" for number in range(4)), *(f"function {name}" for name in FUNCTIONS),
    *(f"parameter of {number} periods" for number in range(1, 5)),
    "yes_no is", "choice is", "choice one of", "set none", *(f"set {op}" for op in SET_OPS),
    *(f"{derived}{kind} none" for kind in ("date", "integer", "decimal") for derived in ("", "derived ")),
    *(f"{derived}date {op}" for op in DATE_OPS for derived in ("", "derived ")),
    *(f"{derived}{kind} {op}" for kind in ("integer", "decimal") for op in NUMBER_OPS for derived in ("", "derived ")),
    *(f"records {op}" for op in RECORD_OPS), *(f"{op} of some" for op in RECORD_OPS), "count of all", "sum of all",
    *(f"{op} {compared}" for op in ("count", "sum") for compared in NUMBER_OPS),
    *(f"record {part}" for part in ("all", "any", "not", "yes_no", "choice", "set", "date", "integer", "decimal")),
    *(f"{name} of a column{where}" for name in ("sum", "count", "sum_excess", "sum_capped") for where in ("", " where")),
    "exact",
    *(f"operand {what} at {at}" for what in ("on", "fact", "parameter") for at in ("on", "a date")),
}  # fmt: skip


def test_every_shape_of_the_language_is_drawn() -> None:
    assert {shape for law in drawn() for shape in shapes(law)} == EXPECTED


def test_cases_give_every_kind_of_answer() -> None:
    given, unknown = set(), 0
    for law in drawn()[:40]:
        for case in (law.case() for _ in range(20)):
            values = {f"{group}.{part}": value for group in "ab" for part, value in case.get(group, {}).items()}
            given |= {(law.bodies["fact"][name]["type"], value is None) for name, value in values.items()}
            unknown += len(law.bodies["fact"]) - len(values)
            assert set(case["readings"]) <= set(law.bodies["open_question"])
    assert given == {(kind, False) for kind in ("yes_no", "choice", "set", "date", "integer", "decimal", "records")} | {
        (kind, True) for kind in ("date", "integer", "decimal", "records")
    }
    assert unknown > 1000


def test_lists_are_given_whole_and_in_part() -> None:
    seen = set()
    for law in drawn()[:40]:
        for case in (law.case() for _ in range(20)):
            for group in "ab":
                lists = [(name, value) for name, value in case.get(group, {}).items() if name.startswith("records")]
                for name, value in lists:
                    columns = law.bodies["fact"][f"{group}.{name}"]["fields"]
                    rows = value["records"] if isinstance(value, dict) else value or []
                    seen.add("incomplete" if isinstance(value, dict) else "complete")
                    seen |= {"whole" if len(row) == len(columns) else "in part" for row in rows} or {"empty"}
                    seen |= {"none" for row in rows if None in row.values()}
    assert seen == {"incomplete", "complete", "whole", "in part", "empty", "none"}


def test_a_law_can_be_drawn_again() -> None:
    one, two = RandomLaw("again"), RandomLaw("again")
    assert one.bodies == two.bodies
    assert one.case() == two.case()


# --- what is seen ------------------------------------------------------------------------------------------------


def disagreements(laws: int = 12) -> int:
    """How many pairs disagree."""
    return sum(map(disagreements_of, range(laws)))


def disagreements_of(number: int) -> int:
    """How many pairs of one law disagree."""
    return Examination(11, number).examine(20).disagreements


def test_nothing_is_seen_where_nothing_is_broken() -> None:
    assert disagreements(4) == 0


def forget_earlier_outcomes(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Network._outcome

    def outcome(self: Network, name: str, part: str) -> int:
        node = self.nodes[whole(self, name, part)]
        kept = tuple(edge for edge in node.children if edge >= 0 or self.nodes[~edge].label is None)
        return self.add(Node(node.kind, kept or node.children, label=node.label))

    monkeypatch.setattr(Network, "_outcome", outcome)


def forget_exceptions(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Network._rule
    monkeypatch.setattr(Network, "_rule", lambda self, rule: whole(self, rule.model_copy(update={"unless": ()})))


def forget_the_date_of_a_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Network.condition
    monkeypatch.setattr(Network, "condition", lambda self, condition, at="on": whole(self, condition))


def forget_coverage(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Network, "_covered", lambda self, declared: [])


def mistake_at_least_for_more_than(monkeypatch: pytest.MonkeyPatch) -> None:
    mistaken = replace(OPERATORS["at_least"], holds=OPERATORS["more_than"].holds)
    monkeypatch.setitem(OPERATORS, "at_least", mistaken)


def read_every_parameter_in_its_first_period(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "parameter_value", lambda parameter, day: facts.typed(parameter, parameter.series[0].value))


def take_none_of_a_collect_for_some(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Network.collect
    monkeypatch.setattr(Network, "collect", lambda self, name, what: whole(self, name, "some" if what == "none" else what))


def prove_any_of_several_outcomes_by_any(monkeypatch: pytest.MonkeyPatch) -> None:
    def outcome_in(self: Network, name: str, outcomes: tuple[str, ...]) -> int:
        return self.add(Node("any", tuple(self.outcome(name, outcome) for outcome in outcomes)))

    monkeypatch.setattr(Network, "outcome_in", outcome_in)


def take_a_list_for_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = atoms.decide_records

    def decided(op: str, test: Any, fact: str, given: Records, *rest: Any) -> bool | None:
        return whole(op, test, fact, Records(given.items), *rest)

    monkeypatch.setattr(atoms, "decide_records", decided)


def add_nothing_for_a_missing_value(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = atoms._number
    monkeypatch.setattr(atoms, "_number", lambda value: whole(value) or whole(0))


def count_every_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facts, "record_truth", lambda condition, record, decide: True)


def take_the_whole_for_what_is_above(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = replace(FUNCTIONS["sum_excess"], compute=lambda column, limit: FUNCTIONS["sum"].compute(column))
    monkeypatch.setitem(FUNCTIONS, "sum_excess", whole)


@pytest.mark.parametrize(
    "fault",
    [
        take_a_list_for_complete, add_nothing_for_a_missing_value, count_every_record,
        forget_earlier_outcomes, forget_exceptions, forget_the_date_of_a_rule, forget_coverage,
        mistake_at_least_for_more_than, read_every_parameter_in_its_first_period, take_none_of_a_collect_for_some,
        prove_any_of_several_outcomes_by_any,
    ],
)  # fmt: skip
def test_a_fault_that_engine_and_specification_share_is_seen(
    monkeypatch: pytest.MonkeyPatch, fault: Callable[[pytest.MonkeyPatch], None]
) -> None:
    """Both read the same network and the same atoms; only the third opinion can tell."""
    fault(monkeypatch)
    assert disagreements() > 0


def round_a_quotient_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = FUNCTIONS["quotient"]
    rounded = replace(whole, compute=lambda *values: facts.round_half_up(whole.compute(*values), 0))
    monkeypatch.setitem(FUNCTIONS, "quotient", rounded)


@pytest.mark.parametrize("fault", [take_the_whole_for_what_is_above, round_a_quotient_twice])
def test_a_fault_of_one_function_is_seen_in_more_laws(
    monkeypatch: pytest.MonkeyPatch, fault: Callable[[pytest.MonkeyPatch], None]
) -> None:
    fault(monkeypatch)
    assert any(disagreements_of(number) for number in range(200))


def test_an_engine_fault_is_a_disagreement(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> dict[int, bool]:
        raise EngineFault("engine_fault", reason="test")

    monkeypatch.setattr(Engine, "run", failing)
    assert disagreements(1) == 20
