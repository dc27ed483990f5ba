"""Conditions in the words of the law: one clause for a line, a tree for the page of a rule."""

from __future__ import annotations

from datetime import date
from typing import Any

from ...law.logic.conditions import All, AnyOf, CollectIs, Compare, Not, OutcomeIn, ReadingIs, Ref, RuleIs, read
from ...law.logic.facts import Facts
from .view import View
from .words import BULLET


def in_words(view: View, written: Any, on: date, at: str = "on") -> str:
    """A written condition as one clause, its parameters read on `on`."""
    return _clause(view, read(written, view.base), Facts({}, on, view.base), at)


def tree(view: View, written: Any, on: date, depth: int, at: str = "on") -> None:
    """A written condition as an indented tree, with the ids that `rules show` takes."""
    _branch(view, read(written, view.base), Facts({}, on, view.base), at, depth)


def _branch(view: View, item: Any, facts: Facts, at: str, depth: int) -> None:
    group = {All: "group_all", AnyOf: "group_any"}.get(type(item))
    if group is not None:
        view.page.para(view.say("group", text=view.say(group)), depth, mark=BULLET)
        for inner in item.items:
            _branch(view, inner, facts, at, depth + 1)
    elif isinstance(item, Not):
        view.page.para(view.say("group", text=view.say("group_not")), depth, mark=BULLET)
        _branch(view, item.item, facts, at, depth + 1)
    else:
        view.page.para(view.say("with_id", text=_clause(view, item, facts, at), id=_names(item)), depth, mark=BULLET)


def _clause(view: View, item: Any, facts: Facts, at: str) -> str:
    wording = view.wording
    match item:
        case Compare():
            return wording.comparison(item, facts, at)
        case RuleIs(name):
            return view.rule(name)
        case OutcomeIn(name, outcomes):
            return wording.outcome(name, *outcomes)
        case CollectIs(name, what):
            demand = view.say("collect_" + what) if what in ("some", "none") else view.rule(what)
            return view.say("comparison", title=view.base.determinations[name].title.to(view.lang), demand=demand)
        case ReadingIs(question, reading):
            return wording.reading(question, reading)
        case Not(inner):
            return view.say("not_clause", text=_clause(view, inner, facts, at))
        case All(items):
            return view.say("and").join(_clause(view, inner, facts, at) for inner in items)
        case AnyOf(items):
            return view.say("or").join(_clause(view, inner, facts, at) for inner in items)
    raise TypeError(item)


def _names(item: Any) -> str:
    match item:
        case Compare(fact, _, Ref(_, name)):
            return f"{fact}, ${name}"
        case Compare(fact):
            return fact
        case RuleIs(name):
            return name
        case OutcomeIn(name, outcomes):
            return f"{name}: {', '.join(outcomes)}"
        case CollectIs(name, what):
            return f"{name}: {what}"
        case ReadingIs(question, reading):
            return f"{question}: {reading}"
    return ""
