"""The conditions that fail or that wait for an answer, as sets: what would have to hold, with the value that was given."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...law.logic.conditions import Compare, ReadingIs, RecordTest
from ...law.logic.facts import UNKNOWN
from ...law.logic.operators import OPERATORS
from .why_not import Sets, Wanted, WhyNot

NAMED = 6  # options of a condition that are named


def wanted_sets(view: View, why_not: WhyNot) -> None:
    """The sets of failing conditions, or of missing answers, the shortest first."""
    sets = why_not.failing if why_not.refused else why_not.missing
    shape = _shape(sets)
    if sets.sets or not sets.more:
        view.page.para(view.say("wanted_" + shape) if why_not.refused else view.say("lacking_" + shape), 1)
    for number, conditions in enumerate(sets.sets, 1):
        texts = _texts(view, why_not, conditions)
        if len(sets.sets) == 1 or len(texts) == 1:
            for one in texts:
                view.page.para(one, 2, mark=BULLET)
        else:
            view.page.item(number, view.say("change_together"), 2)
            for one in texts:
                view.page.para(one, 3, mark=BULLET)
    if sets.open:
        view.page.para(view.say("wanted_open"), 1)
    if sets.more:
        view.page.para(view.say("wanted_more"), 1)


def _texts(view: View, why_not: WhyNot, conditions: Sequence[Wanted]) -> list[str]:
    """Each condition once; options that one fact must not be are named together."""
    nodes = why_not.situation.network.nodes
    excluded: dict[str, tuple[Any, ...]] = {}
    for one in conditions:
        atom = nodes[one.index].atom
        if _excludes(one, atom):
            options = atom.operand if isinstance(atom.operand, tuple) else (atom.operand,)
            excluded[atom.fact] = (*excluded.get(atom.fact, ()), *options)
    texts = []
    for one in conditions:
        atom = nodes[one.index].atom
        if not _excludes(one, atom):
            texts.append(text(view, why_not, one, with_given=True))
        elif atom.fact in excluded:
            together = Compare(atom.fact, "one_of", tuple(dict.fromkeys(excluded.pop(atom.fact))))
            said, given = _listed(view, together, False), given_text(view, why_not, atom)
            texts.append(said if given is None else view.say("proof_given", text=said, given=given))
    return texts


def _excludes(one: Wanted, atom: Any) -> bool:
    """Whether a fact must not be some options."""
    return (
        not one.truth
        and isinstance(atom, Compare)
        and OPERATORS[atom.op].meets
        and OPERATORS[atom.op].confines
        and isinstance(atom.operand, (str, tuple))
    )


def _shape(sets: Sets) -> str:
    if not sets.sets:
        return "none"
    if len(sets.sets) == 1:
        return "one" if len(sets.sets[0]) == 1 else "all"
    return "any" if all(len(conditions) == 1 for conditions in sets.sets) else "sets"


# --- one condition -----------------------------------------------------------------------------------------------


def text(view: View, why_not: WhyNot, one: Wanted, with_given: bool = False) -> str:
    """What would have to hold, and the value given where there is one."""
    node = why_not.situation.network.nodes[one.index]
    if isinstance(node.atom, ReadingIs):
        said = view.wording.reading(node.atom.question, node.atom.reading)
        said = said if one.truth else view.say("not_clause", text=said)
        key = "proof_reading"
    else:
        said = _comparison(view, why_not, node.atom, node.at, one.truth)
        key = "proof_given"
    given = given_text(view, why_not, node.atom)
    return view.say(key, text=said, given=given) if with_given and given is not None else said


def given_text(view: View, why_not: WhyNot, atom: Any) -> str | None:
    """The value that was given, in words; None where there is none."""
    value = given_value(why_not, atom)
    if value is None or value is UNKNOWN:
        return None
    if isinstance(atom, ReadingIs):
        return view.base.questions[atom.question].readings[value].text.to(view.lang)
    if isinstance(value, frozenset) and value:
        return _options(view, atom.fact, tuple(sorted(value)))
    return view.wording.value(atom.fact, value)


def given_value(why_not: WhyNot, atom: Any) -> Any:
    """The value that was given for the fact or the question of a condition."""
    if isinstance(atom, ReadingIs):
        return why_not.situation.readings.get(atom.question)
    return why_not.situation.facts.value(atom.fact)


def _comparison(view: View, why_not: WhyNot, atom: Compare, at: str, truth: bool) -> str:
    """A comparison, or its opposite in the same words."""
    title, facts = view.wording.title(atom.fact), why_not.situation.facts
    if isinstance(atom.operand, tuple) and atom.operand:
        return _listed(view, atom, truth)
    if truth:
        return view.wording.comparison(atom, facts, at)
    if isinstance(atom.operand, RecordTest):
        return view.say("not_clause", text=view.wording.comparison(atom, facts, at))
    if isinstance(atom.operand, bool):
        return view.wording.comparison(dataclasses.replace(atom, operand=not atom.operand), facts, at)
    if opposite := OPERATORS[atom.op].opposite:
        said = view.wording.comparison(dataclasses.replace(atom, op=opposite), facts, at)
        declared = view.base.facts.get(atom.fact)
        return view.say("wanted_or_none", text=said) if declared and declared.none_allowed else said
    return view.say("wanted_other_than", title=title, value=view.wording.demand(atom, facts, at))


def _listed(view: View, atom: Compare, truth: bool) -> str:
    """A comparison with options, of which the first are named."""
    options = atom.operand if isinstance(atom.operand, tuple) else ()
    title, value = view.wording.title(atom.fact), _options(view, atom.fact, options)
    asked = OPERATORS[atom.op]
    if truth:
        return view.say("comparison", title=title, demand=view.say(asked.said(len(options) > 1), value=value))
    return view.say(asked.denied, title=title, value=value)


def _options(view: View, fact: str, options: tuple[Any, ...]) -> str:
    named = [view.wording.option(fact, option) for option in options[:NAMED]]
    rest = len(options) - NAMED
    return view.join([*named, view.say("and_more", n=rest)] if rest > 0 else named)
