"""Values as a case or a condition writes them, read by the type that is declared."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any, Protocol

from ..model.entries import Derived, Determination, Fact, Field, OpenQuestion, Parameter
from ..model.values import NONE, Records, read_date, read_decimal, read_integer, read_yes_no

Declared = Fact | Derived | Field
Fail = Callable[..., Exception]  # makes an error of its key and its arguments


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


def nearest(name: str, names: Iterable[str]) -> str:
    """The nearest valid name, or the first few, for an error message."""
    pool = list(names)
    close = difflib.get_close_matches(name, pool, n=1, cutoff=0.5)
    return close[0] if close else ", ".join(sorted(pool)[:6])


def unknown(key: str, name: object, names: Iterable[str], fail: Fail, **args: Any) -> Exception:
    """The error `key` for a name that is none of `names`: it says the nearest one. `fail(key, **args)` makes it."""
    return fail(key, name=str(name), nearest=nearest(str(name), names), **args)


def known(key: str, name: object, names: Collection[str], fail: Fail, **args: Any) -> str:
    """`name`, which is one of `names`. Raises the error `key`, made by `fail`, where it is not."""
    if not isinstance(name, str) or name not in names:
        raise unknown(key, name, names, fail, **args)
    return str(name)


def read_value(declared: Declared, value: Any, words: Vocabulary, fail: Fail) -> Any:  # the declared type decides
    """`value` read as a value of the declared fact; `fail(key, **args)` makes the error that is raised."""
    name = declared.id
    if isinstance(declared, Fact) and declared.type == "records":
        return read_records(declared, value, words, fail)
    if declared.type == "set":
        if value == "none":
            return frozenset()
        items = value if isinstance(value, list) else None
        if items is None:
            raise fail("set_expected", name=name)
        return frozenset(known_option(declared, item, words, fail) for item in items)
    if isinstance(value, (list, dict)):
        raise fail("single_expected", name=name)
    if value == "none" and getattr(declared, "none_allowed", False):
        return NONE
    if declared.type == "choice":
        return known_option(declared, value, words, fail)
    try:
        number = _typed(declared, value)
    except ValueError:
        raise fail(f"{declared.type}_expected", name=name, value=str(value), places=declared.places) from None
    bounds = ("earliest", "latest") if declared.type == "date" else ("minimum", "maximum")
    low, high = (getattr(declared, bound, None) for bound in bounds)
    if (low is not None and number < low) or (high is not None and number > high):
        raise fail("out_of_range", name=name, value=str(value), low=low, high=high)
    return number


def read_records(fact: Fact, value: Any, words: Vocabulary, fail: Fail) -> Records:
    """A list of records, or `{complete: no, records: [...]}`; a column that is not written is unknown."""
    complete = True
    if isinstance(value, dict) and set(value) <= {"complete", "records"} and "records" in value:
        try:
            complete = read_yes_no(value.get("complete", "yes"))
        except ValueError:
            raise fail("yes_no_expected", name=f"{fact.id}.complete", value=str(value["complete"]), places=0) from None
        value = value["records"]
    if value == "none":
        value = []
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise fail("records_expected", name=fact.id, columns=", ".join(fact.fields or {}))
    items = []
    for written in value:
        record = {}
        for name, item in written.items():
            field = known("unknown_column", name, fact.fields or {}, fail, of=fact.id)
            record[field] = read_value(fact.column(field), item, words, fail)
        items.append(record)
    return Records(tuple(items), complete)


def _typed(declared: Declared, value: Any) -> Any:
    if declared.type == "yes_no":
        return read_yes_no(value)
    if declared.type == "date":
        return read_date(value)
    if declared.type == "integer":
        return read_integer(value)
    return read_decimal(value, declared.places)


def known_option(declared: Declared, item: Any, words: Vocabulary, fail: Fail) -> str:
    """`item`, an option of a choice or a set."""
    return known("unknown_option", item, words.options(declared.id), fail, of=declared.id)
