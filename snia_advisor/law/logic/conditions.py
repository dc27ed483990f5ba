"""Condition trees: from the page to typed objects.

A condition on the page is the name of a rule or a map with one key. Reading it resolves every name and every value
against what is declared, so that nothing is left to guess when it is decided.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ..model.entries import Derived, Fact
from ..model.values import NONE, Nothing, Records
from .operators import OPERATORS, operators_of
from .reading import Declared, Fail, Vocabulary, known, known_option, nearest, read_records, read_value, unknown

__all__ = ["Declared", "Vocabulary", "nearest", "read_records", "read_value"]
ON = "on"


@dataclass(frozen=True)
class Ref:
    """A value read elsewhere: `on`, a parameter, or another fact."""

    kind: str  # "on" | "parameter" | "fact"
    name: str


@dataclass(frozen=True)
class RecordTest:
    """What is asked of a list: which records (`where`), which column (`of`), compared how (`op`, `operand`)."""

    where: Any = None
    of: str | None = None
    op: str = ""
    operand: Any = None


Value = bool | str | int | Decimal | date | frozenset[str] | Nothing | Records
Operand = Value | Ref | RecordTest | tuple[str, ...]


@dataclass(frozen=True)
class Compare:
    """`fact op operand`; `fact` may be `on`."""

    fact: str
    op: str
    operand: Operand


@dataclass(frozen=True)
class RuleIs:
    rule: str


@dataclass(frozen=True)
class OutcomeIn:
    determination: str
    outcomes: tuple[str, ...]


@dataclass(frozen=True)
class CollectIs:
    determination: str
    what: str  # "some", "none" or a rule


@dataclass(frozen=True)
class ReadingIs:
    question: str
    reading: str


@dataclass(frozen=True)
class All:
    items: tuple[Any, ...]


@dataclass(frozen=True)
class AnyOf:
    items: tuple[Any, ...]


@dataclass(frozen=True)
class Not:
    item: Any


def refs(operand: Any) -> Iterator[Ref]:
    """The values that an operand reads elsewhere, those read by the conditions over records included."""
    match operand:
        case Ref():
            yield operand
        case RecordTest():
            yield from refs(operand.where)
            yield from refs(operand.operand)
        case Compare():
            yield from refs(operand.operand)
        case Not(item):
            yield from refs(item)
        case All(items) | AnyOf(items):
            for item in items:
                yield from refs(item)


class ConditionError(Exception):
    """A condition that cannot be read: a message key, its arguments, and the node where it stands."""

    def __init__(self, key: str, node: Any, **args: Any) -> None:
        super().__init__(key)
        self.key, self.node, self.args_ = key, node, args


def read(node: Any, words: Vocabulary) -> Any:
    """The condition that `node` writes. Raises `ConditionError`."""
    if isinstance(node, str):
        return RuleIs(known("unknown_rule", node, words.rules, _at(node)))
    if not isinstance(node, dict) or len(node) != 1:
        raise ConditionError("condition_one_key", node)
    (key, value), *_ = node.items()
    if key in ("all", "any"):
        if not isinstance(value, list) or not value:
            raise ConditionError("condition_list", node, name=str(key))
        items = tuple(read(item, words) for item in value)
        return All(items) if key == "all" else AnyOf(items)
    if key == "not":
        return Not(read(value, words))
    if key == "open_question":
        return _question(node, value, words)
    if "." in key:
        return _comparison(node, str(key), value, words)
    if key in words.determinations:
        return _determination(node, str(key), value, words)
    pool = [*words.determinations, *words.facts, *words.derived, "all", "any", "not", "open_question"]
    raise unknown("unknown_condition", key, pool, _at(node))


def _at(node: Any) -> Fail:
    """The error of a condition that stands at `node`."""
    return lambda key, **args: ConditionError(key, node, **args)


def _question(node: Any, value: Any, words: Vocabulary) -> ReadingIs:
    if not isinstance(value, dict) or len(value) != 1:
        raise ConditionError("condition_one_key", node)
    (name, reading), *_ = value.items()
    question = known("unknown_question", name, words.questions, _at(node))
    return ReadingIs(question, known("unknown_reading", reading, words.questions[question].readings, _at(node)))


def _determination(node: Any, name: str, value: Any, words: Vocabulary) -> OutcomeIn | CollectIs:
    declared = words.determinations[name]
    if declared.choose is not None:
        wanted = value if isinstance(value, list) else [value]
        outcomes = {known("unknown_outcome", outcome, declared.choose, _at(node), of=name) for outcome in wanted}
        if len(outcomes) in (0, len(declared.choose)):
            raise ConditionError("outcomes_all_or_none", node, name=name)
        return OutcomeIn(name, tuple(sorted(outcomes)))
    return CollectIs(name, known("unknown_outcome", value, [*(declared.collect or ()), "some", "none"], _at(node), of=name))


def _comparison(node: Any, name: str, value: Any, words: Vocabulary) -> Compare:
    return _compared(node, _fact_or_derived(node, name, words), value, words)


def _fact_or_derived(node: Any, name: str, words: Vocabulary) -> Fact | Derived:
    known("unknown_fact", name, [*words.facts, *words.derived], _at(node))
    return words.facts[name] if name in words.facts else words.derived[name]


def _compared(node: Any, declared: Declared, value: Any, words: Vocabulary) -> Compare:
    name = declared.id
    if isinstance(value, dict):
        if len(value) != 1:
            raise ConditionError("condition_one_key", node)
        (op, operand), *_ = value.items()
        return _operator(node, declared, str(op), operand, words)
    if declared.type == "set":
        if value != "none":
            raise ConditionError("set_needs_operator", node, name=name)
        return Compare(name, "only", ())
    if isinstance(value, list):
        if declared.type != "choice" or not value:
            raise ConditionError("list_needs_choice", node, name=name)
        options = tuple(known_option(declared, item, words, _at(node)) for item in value)
        return Compare(name, "one_of", tuple(sorted(set(options))))
    if value == "none" and getattr(declared, "none_allowed", isinstance(declared, Derived)):
        return Compare(name, "is", NONE)
    if declared.type in ("yes_no", "choice"):
        return Compare(name, "is", read_value(declared, value, words, _at(node)))
    raise ConditionError("needs_operator", node, name=name, expected=", ".join(operators_of(declared.type)))


def read_record(node: Any, fact: Fact, words: Vocabulary) -> Any:
    """A condition over the columns of one record of a list."""
    if not isinstance(node, dict) or len(node) != 1:
        raise ConditionError("condition_one_key", node)
    (key, value), *_ = node.items()
    if key in ("all", "any"):
        if not isinstance(value, list) or not value:
            raise ConditionError("condition_list", node, name=str(key))
        items = tuple(read_record(item, fact, words) for item in value)
        return All(items) if key == "all" else AnyOf(items)
    if key == "not":
        return Not(read_record(value, fact, words))
    name = known("unknown_column", key, fact.fields or {}, _at(node), of=fact.id)
    return _compared(node, fact.column(name), value, words)


def _records(node: Any, fact: Fact, op: str, written: Any, words: Vocabulary) -> Compare:
    """`any_of`, `every`, `count` or `sum` of a list."""
    if OPERATORS[op].members:
        return Compare(fact.id, op, RecordTest(where=read_record(written, fact, words)))
    if not isinstance(written, dict):
        raise ConditionError("condition_one_key", node)
    parts = dict(written)
    where = parts.pop("where", None)
    summed_up = OPERATORS[op].of_column
    of = parts.pop("of", None) if summed_up else None
    if (summed_up and of not in (fact.fields or {})) or len(parts) != 1:
        raise ConditionError("aggregate_form", node, name=op)
    (compared, operand), *_ = parts.items()
    number = fact.number(of)
    if number.type not in ("integer", "decimal"):
        raise ConditionError("operand_type", node, name=str(of), of=fact.id, expected="integer, decimal")
    inner = _operator(node, number, str(compared), operand, words)
    test = RecordTest(read_record(where, fact, words) if where is not None else None, of, inner.op, inner.operand)
    return Compare(fact.id, op, test)


def _operator(node: Any, declared: Declared, op: str, operand: Any, words: Vocabulary) -> Compare:
    allowed = operators_of(declared.type)
    if op not in allowed:
        expected = ", ".join(allowed) or "value, [values]"
        raise ConditionError("unknown_operator", node, name=op, of=declared.id, expected=expected)
    if isinstance(declared, Fact) and declared.type == "records":
        return _records(node, declared, op, operand, words)
    if several := OPERATORS[op].several:
        return Compare(declared.id, several, (known_option(declared, operand, words, _at(node)),))
    if declared.type == "set":
        if not isinstance(operand, list) or (OPERATORS[op].meets and not operand):
            raise ConditionError("condition_list", node, name=op)
        return Compare(declared.id, op, tuple(sorted({known_option(declared, item, words, _at(node)) for item in operand})))
    if isinstance(operand, str) and operand.startswith("$"):
        return Compare(declared.id, op, _ref(node, declared, operand[1:], words))
    if operand == "none":  # by order it would be false whatever the fact, and its `not` true
        raise ConditionError(f"{declared.type}_expected", node, name=declared.id, value="none", places=declared.places)
    return Compare(declared.id, op, read_value(declared, operand, words, _at(node)))


def _ref(node: Any, declared: Declared, name: str, words: Vocabulary) -> Ref:
    def same(other: str) -> bool:
        return other == declared.type or {other, declared.type} == {"integer", "decimal"}

    if name == ON:
        if declared.type != "date":
            raise ConditionError("operand_type", node, name="$on", of=declared.id, expected=declared.type)
        return Ref("on", ON)
    if "." in name:
        if not same(_fact_or_derived(node, name, words).type):
            raise ConditionError("operand_type", node, name=f"${name}", of=declared.id, expected=declared.type)
        return Ref("fact", name)
    if not same(words.parameters[known("unknown_parameter", name, words.parameters, _at(node))].type):
        raise ConditionError("operand_type", node, name=f"${name}", of=declared.id, expected=declared.type)
    return Ref("parameter", name)
