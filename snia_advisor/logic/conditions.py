"""Condition trees: from the page to typed objects.

A condition on the page is the name of a rule or a map with one key. Reading it resolves every name and every value
against what is declared, so that nothing is left to guess when it is decided.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from ..model.entries import Derived, Determination, Fact, OpenQuestion, Parameter
from ..model.values import NONE, Nothing, read_date, read_decimal, read_integer, read_yes_no

ON = "on"
NUMBER_OPS = {"at_least", "more_than", "at_most", "less_than", "equal"}
DATE_OPS = {"before", "on_or_before", "after", "on_or_after", "equal"}
SET_OPS = {"includes", "includes_any", "only"}


@dataclass(frozen=True)
class Ref:
    """A value read elsewhere: `on`, a parameter, or another fact."""

    kind: str  # "on" | "parameter" | "fact"
    name: str


Value = bool | str | int | Decimal | date | frozenset[str] | Nothing
Operand = Value | Ref | tuple[str, ...]


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


class Vocabulary(Protocol):
    """What a condition may name."""

    @property
    def facts(self) -> Mapping[str, Fact]: ...
    @property
    def derived(self) -> Mapping[str, Derived]: ...
    @property
    def rules(self) -> Mapping[str, Any]: ...
    @property
    def determinations(self) -> Mapping[str, Determination]: ...
    @property
    def questions(self) -> Mapping[str, OpenQuestion]: ...
    @property
    def parameters(self) -> Mapping[str, Parameter]: ...
    def options(self, fact: str) -> Mapping[str, Any]: ...


class ConditionError(Exception):
    """A condition that cannot be read: a message key, its arguments, and the node where it stands."""

    def __init__(self, key: str, node: Any, **args: Any) -> None:
        super().__init__(key)
        self.key, self.node, self.args_ = key, node, args


def nearest(name: str, names: Iterable[str]) -> str:
    """The nearest valid name, or the first few, for an error message."""
    pool = list(names)
    close = difflib.get_close_matches(name, pool, n=1, cutoff=0.5)
    return close[0] if close else ", ".join(sorted(pool)[:6])


def read(node: Any, words: Vocabulary) -> Any:
    """The condition that `node` writes. Raises `ConditionError`."""
    if isinstance(node, str):
        if node not in words.rules:
            raise ConditionError("unknown_rule", node, name=str(node), nearest=nearest(node, words.rules))
        return RuleIs(str(node))
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
    raise ConditionError("unknown_condition", node, name=str(key), nearest=nearest(key, pool))


def _question(node: Any, value: Any, words: Vocabulary) -> ReadingIs:
    if not isinstance(value, dict) or len(value) != 1:
        raise ConditionError("condition_one_key", node)
    (name, reading), *_ = value.items()
    if name not in words.questions:
        raise ConditionError("unknown_question", node, name=str(name), nearest=nearest(name, words.questions))
    readings = words.questions[name].readings
    if not isinstance(reading, str) or reading not in readings:
        raise ConditionError("unknown_reading", node, name=str(reading), nearest=nearest(str(reading), readings))
    return ReadingIs(str(name), str(reading))


def _determination(node: Any, name: str, value: Any, words: Vocabulary) -> OutcomeIn | CollectIs:
    declared = words.determinations[name]
    if declared.choose is not None:
        wanted = value if isinstance(value, list) else [value]
        for outcome in wanted:
            if not isinstance(outcome, str) or outcome not in declared.choose:
                raise ConditionError(
                    "unknown_outcome", node, name=str(outcome), of=name, nearest=nearest(str(outcome), declared.choose)
                )
        if len(set(wanted)) in (0, len(declared.choose)):
            raise ConditionError("outcomes_all_or_none", node, name=name)
        return OutcomeIn(name, tuple(sorted(set(map(str, wanted)))))
    known = [*(declared.collect or ()), "some", "none"]
    if value not in known:
        raise ConditionError("unknown_outcome", node, name=str(value), of=name, nearest=nearest(str(value), known))
    return CollectIs(name, str(value))


def _comparison(node: Any, name: str, value: Any, words: Vocabulary) -> Compare:
    declared: Fact | Derived | None = words.facts.get(name) or words.derived.get(name)
    if declared is None:
        raise ConditionError("unknown_fact", node, name=name, nearest=nearest(name, [*words.facts, *words.derived]))
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
        options = tuple(_option(node, declared, item, words) for item in value)
        return Compare(name, "one_of", tuple(sorted(set(options))))
    if value == "none" and getattr(declared, "none_allowed", isinstance(declared, Derived)):
        return Compare(name, "is", NONE)
    if declared.type in ("yes_no", "choice"):
        return Compare(name, "is", read_value(declared, value, words, lambda key, **a: ConditionError(key, node, **a)))
    raise ConditionError("needs_operator", node, name=name, expected=", ".join(sorted(_operators(declared))))


def _operators(declared: Fact | Derived) -> set[str]:
    by_type = {"integer": NUMBER_OPS, "decimal": NUMBER_OPS, "date": DATE_OPS, "set": SET_OPS}
    return by_type.get(declared.type, set())


def _operator(node: Any, declared: Fact | Derived, op: str, operand: Any, words: Vocabulary) -> Compare:
    allowed = _operators(declared)
    if op not in allowed:
        expected = ", ".join(sorted(allowed)) or "value, [values]"
        raise ConditionError("unknown_operator", node, name=op, of=declared.id, expected=expected)
    if op == "includes":
        return Compare(declared.id, "includes_any", (_option(node, declared, operand, words),))
    if op in SET_OPS:
        if not isinstance(operand, list) or (op == "includes_any" and not operand):
            raise ConditionError("condition_list", node, name=op)
        return Compare(declared.id, op, tuple(sorted({_option(node, declared, item, words) for item in operand})))
    if isinstance(operand, str) and operand.startswith("$"):
        return Compare(declared.id, op, _ref(node, declared, operand[1:], words))
    if operand == "none":  # by order it would be false whatever the fact, and its `not` true
        raise ConditionError(f"{declared.type}_expected", node, name=declared.id, value="none", places=declared.places)
    return Compare(declared.id, op, read_value(declared, operand, words, lambda key, **a: ConditionError(key, node, **a)))


def _option(node: Any, declared: Fact | Derived, item: Any, words: Vocabulary) -> str:
    options = words.options(declared.id)
    if not isinstance(item, str) or item not in options:
        raise ConditionError("unknown_option", node, name=str(item), of=declared.id, nearest=nearest(str(item), options))
    return str(item)


def _ref(node: Any, declared: Fact | Derived, name: str, words: Vocabulary) -> Ref:
    def same(other: str) -> bool:
        return other == declared.type or {other, declared.type} == {"integer", "decimal"}

    if name == ON:
        if declared.type != "date":
            raise ConditionError("operand_type", node, name="$on", of=declared.id, expected=declared.type)
        return Ref("on", ON)
    if "." in name:
        other = words.facts.get(name) or words.derived.get(name)
        if other is None:
            raise ConditionError("unknown_fact", node, name=name, nearest=nearest(name, [*words.facts, *words.derived]))
        if not same(other.type):
            raise ConditionError("operand_type", node, name=f"${name}", of=declared.id, expected=declared.type)
        return Ref("fact", name)
    if name not in words.parameters:
        raise ConditionError("unknown_parameter", node, name=name, nearest=nearest(name, words.parameters))
    if not same(words.parameters[name].type):
        raise ConditionError("operand_type", node, name=f"${name}", of=declared.id, expected=declared.type)
    return Ref("parameter", name)


def read_value(
    declared: Fact | Derived, value: Any, words: Vocabulary, fail: Callable[..., Exception]
) -> Any:  # the declared type decides
    """`value` read as a value of the declared fact; `fail(key, **args)` makes the error that is raised."""
    name = declared.id
    if isinstance(declared, Fact) and declared.type == "set":
        if value == "none":
            return frozenset()
        items = value if isinstance(value, list) else None
        if items is None:
            raise fail("set_expected", name=name)
        return frozenset(_known_option(declared, item, words, fail) for item in items)
    if isinstance(value, (list, dict)):
        raise fail("single_expected", name=name)
    if value == "none" and getattr(declared, "none_allowed", False):
        return NONE
    if isinstance(declared, Fact) and declared.type == "choice":
        return _known_option(declared, value, words, fail)
    try:
        number = _typed(declared, value)
    except ValueError:
        raise fail(f"{declared.type}_expected", name=name, value=str(value), places=declared.places) from None
    low, high = getattr(declared, "minimum", None), getattr(declared, "maximum", None)
    if (low is not None and number < low) or (high is not None and number > high):
        raise fail("out_of_range", name=name, value=str(value), low=low, high=high)
    return number


def _typed(declared: Fact | Derived, value: Any) -> Any:
    if declared.type == "yes_no":
        return read_yes_no(value)
    if declared.type == "date":
        return read_date(value)
    if declared.type == "integer":
        return read_integer(value)
    return read_decimal(value, declared.places)


def _known_option(declared: Fact, item: Any, words: Vocabulary, fail: Callable[..., Exception]) -> str:
    options = words.options(declared.id)
    if not isinstance(item, str) or item not in options:
        raise fail("unknown_option", name=str(item), of=declared.id, nearest=nearest(str(item), options))
    return str(item)
