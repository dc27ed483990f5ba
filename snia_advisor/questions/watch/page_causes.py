"""Why an answer changes on a day, in one line a reason, with its sources."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from ...answer.telling.view import View
from ...law.logic.conditions import ON, Compare, Ref
from ...law.logic.facts import UNKNOWN
from ...law.logic.network import Label, LabelKind
from ...law.model.values import Records
from .causes import Turn
from .walk import ChangeDay


def reason(view: View, change: ChangeDay, turn: Turn) -> str:
    """The sentence of one reason."""
    if turn.kind == "parameter":
        return view.say("row", name=view.base.parameters[turn.id].title.to(view.lang), text=_moved(view, turn))
    if turn.kind in ("rule", "determination"):
        table: Any = view.base.rules if turn.kind == "rule" else view.base.determinations
        text = view.say("quoted", text=table[turn.id].title.to(view.lang))
        return view.say("watch_in_force" if turn.truth else "watch_out_of_force", text=text)
    return _fact(view, change, turn)


def _fact(view: View, change: ChangeDay, turn: Turn) -> str:
    title = view.wording.title(turn.id)
    atom = turn.node.atom if turn.node is not None else None
    value = view.wording.value(turn.id, turn.now)
    moved = turn.before != turn.now
    if isinstance(turn.now, date) and not moved and isinstance(atom, Compare) and atom.operand == Ref(ON, ON):
        return view.say("watch_reached" if turn.now == change.on else "watch_passed", title=title, value=value)
    if moved and not isinstance(turn.now, Records):
        return view.say("row", name=title, text=_moved(view, turn))
    if turn.node is None or turn.truth is None:
        return view.say("watch_not_given", title=title)
    demand = view.wording.demand(turn.node.atom, change.facts, turn.node.at)
    key = "watch_condition_met" if turn.truth else "watch_condition_unmet"
    return view.say(key, title=title, value=value, demand=demand)


def _moved(view: View, turn: Turn) -> str:
    """`17 years -> 18 years`."""
    before, now = (_value(view, turn, value) for value in (turn.before, turn.now))
    return view.say("watch_from_to", before=before, now=now)


def _value(view: View, turn: Turn, value: Any) -> str:
    if turn.kind == "fact" or value is UNKNOWN:
        return view.wording.value(turn.id, value)
    return view.wording.plain(value, view.wording.unit(turn.id))


def sources(view: View, change: ChangeDay, turn: Turn) -> tuple[str, ...]:
    """The sources of a reason: those of the period of a parameter, of the rule or outcome that reads it, or its own."""
    if turn.kind == "parameter":
        series = view.base.parameters[turn.id].series
        return _once(source for period in series if period.covers(change.on) for source in period.sources)
    return _of_reader(view, turn.rule) or _own(view, turn)


def _of_reader(view: View, label: Label | None) -> tuple[str, ...]:
    if label is None or label.kind not in (LabelKind.RULE, LabelKind.OUTCOME):
        return ()
    if label.kind == LabelKind.RULE:
        return view.base.rules[label.name].sources
    return (view.base.determinations[label.name].choose or {})[label.part].sources


def _own(view: View, turn: Turn) -> tuple[str, ...]:
    base = view.base
    if turn.kind == "rule":
        return base.rules[turn.id].sources
    if turn.kind == "determination":
        declared = base.determinations[turn.id]
        outcomes = (declared.choose or {}).values()
        of_outcomes = [outcome.sources for outcome in outcomes] + [
            base.rules[name].sources for name in declared.collect or ()
        ]
        return _once([*declared.sources, *(source for cited in of_outcomes for source in cited)])
    return base.facts[turn.id].why if turn.id in base.facts else base.derived[turn.id].sources


def _once(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
