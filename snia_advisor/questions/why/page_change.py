"""The smallest change that would turn a no into a yes: which facts, to what, and the answer that follows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from shlex import quote
from typing import Any

from ...answer.page.answers import doubt_word
from ...answer.page.doing.acts import in_a_line
from ...answer.telling.document import Mark
from ...answer.telling.view import View
from ...answer.telling.words import ARROW, BULLET
from ...law.logic.operators import inclusive
from ...law.model.act_advice import ActAdvice
from ...law.model.values import Records
from ...law.rulebase.case_text import assignment
from ...messages.plurals import quantity
from .smallest_change import Change, Changes
from .span import Changed

SHOWN = 2  # changes in an advice
FACTS_SHOWN = 3


@dataclass(frozen=True)
class Room:
    """How much is said of the changes: how many, how many facts of each, whether how to try it."""

    changes: int = SHOWN
    facts: int | None = None
    command: bool = True


ROOMS = [Room(), Room(1), Room(1, 4), Room(1, 3), Room(1, 3, False), Room(1, 2, False), Room(1, 1, False)]


def smallest_change(view: View, changes: Changes | None, room: Room = ROOMS[0]) -> None:
    """The best changes, the command that tries each; where there is none, what else is open; the first act."""
    if changes is None:
        return
    view.page.heading(view.say("head_change" if changes.found else "head_change_none"))
    if view.advice is not None and len(view.advice.answers) > 1:
        view.page.para(view.base.paths[changes.path].title.to(view.lang), strong=True)
    shown = changes.found if view.whole else changes.found[: room.changes]
    for number, change in enumerate(shown, 1):
        _change(view, number, change, len(shown) == 1, room)
    if changes.found[len(shown) :]:
        view.page.para(view.say("change_more", n=len(changes.found) - len(shown)))
    if not changes.found:
        _nothing(view, changes)
    _act(view, "change_way_out", _way_out(view))


def first_act(view: View, key: str) -> None:
    """The first thing to do, in a line."""
    _act(view, key, view.advice.acts[0] if view.advice is not None and view.advice.acts else None)


def _act(view: View, key: str, act: ActAdvice | None) -> None:
    if act is not None:
        view.page.labelled(view.say(key), in_a_line(view, act))


def _way_out(view: View) -> ActAdvice | None:
    """The act that leads out of a no: the first of those of the answer that is more than not to do something.

    Where there is none, the first step of what the answer opens; else the first act, whatever it is.
    """
    if view.advice is None or not view.advice.acts:
        return None
    acts, answer, declared = view.advice.acts, view.advice.answer, view.base.acts
    outcome = view.base.answers[answer.path].outcomes.get(answer.id or "")
    own = [act for act in acts if outcome is not None and act.id in outcome.acts and not declared[act.id].abstains]
    steps = [act for act in acts if act.step is not None and act.id not in declared]
    return next(iter([*own, *steps, acts[0]]))


def section_of(changes: Changes | None) -> Callable[[View], None]:
    """The best changes as a section of an advice."""
    return lambda view: smallest_change(view, changes)


def _nothing(view: View, changes: Changes) -> None:
    if changes.happened:
        view.page.para(view.say("change_happened"))
    elif changes.exhaustive:
        view.page.para(view.say("change_nothing"))
    elif changes.bound == 0:
        view.page.para(view.say("change_not_searched"))
    else:
        view.page.para(view.say("change_not_found", facts=quantity("facts", changes.bound, view.lang)))
    if changes.other_paths:
        view.page.para(view.say("change_other_paths"))
    for other in changes.other_paths:
        word = doubt_word(view, other.state, other.questions)
        text = view.say("headline", word=word, title=view.base.paths[other.path].title.to(view.lang))
        view.page.para(view.say("with_id", text=text, id=f"--path {other.path}"), 1, mark=Mark(other.state))


def _change(view: View, number: int, change: Change, alone: bool, room: Room) -> None:
    texts = [changed_text(view, changed) for changed in change.facts]
    if room.facts is not None and len(texts) > room.facts:
        texts[room.facts :] = [view.say("and_more", n=len(texts) - room.facts)]
    if len(change.facts) > 1:
        texts.insert(0, view.say("change_together"))
    if alone:
        view.page.para(texts[0], mark=ARROW, strong=True)
    else:
        view.page.item(number, texts[0], strong=True)
    for text in texts[1:]:
        view.page.para(text, 1, mark=BULLET)
    _then(view, change)
    if not room.command:
        return
    if change.asked_anew:
        titles = [view.wording.title(name) for name in change.asked_anew]
        view.page.labelled(view.say("label_asked_anew"), view.some(titles, FACTS_SHOWN), 1)
    view.page.command(view.say("label_set"), options(change), 1)


def _then(view: View, change: Change) -> None:
    """The answer that follows: yes, or what it still depends on."""
    mark = Mark(change.state)
    if change.state == "yes":
        view.page.para(view.say("change_yes"), 1, mark=mark, toned=True)
        return
    titles = [view.base.questions[name].title.to(view.lang) for name in change.questions]
    if change.state == "depends_on_facts":
        titles = [view.wording.title(name) for name in change.missing]
    view.page.para(view.say("change_" + change.state, what=view.some(titles, FACTS_SHOWN)), 1, mark=mark)


# --- one fact ----------------------------------------------------------------------------------------------------


def changed_text(view: View, changed: Changed) -> str:
    """`Title: new value, instead of: old value`; of a set or a list, what is added and what is taken out."""
    title = view.wording.title(changed.fact)
    if isinstance(changed.after, frozenset):
        added = [view.wording.option(changed.fact, name) for name in sorted(changed.after - changed.before)]
        dropped = [view.wording.option(changed.fact, name) for name in sorted(changed.before - changed.after)]
        return view.say("comparison", title=title, demand=_moved(view, added, dropped, changed.example))
    if isinstance(changed.after, Records):
        before = changed.before.items if isinstance(changed.before, Records) else ()
        added, dropped = _records(view, changed.fact, changed.after.items, before)
        return view.say("comparison", title=title, demand=_moved(view, added, dropped, changed.example))
    return view.say("change_to", title=title, after=after_text(view, changed), before=_value(view, changed, changed.before))


def after_text(view: View, changed: Changed) -> str:
    """The new value in words, with how far it may go and what would do as well."""
    value = _value(view, changed, changed.after)
    if changed.span in ("or_more", "or_less"):
        more, less = inclusive("date" if isinstance(changed.after, date) else "decimal")
        return view.say((more if changed.span == "or_more" else less).shown, value=value)
    if changed.span == "up_to":
        low, high = sorted((changed.after, changed.until))
        return view.say("change_between", low=_value(view, changed, low), high=_value(view, changed, high))
    text = view.say("or").join([value, *(_value(view, changed, other) for other in changed.others)])
    return view.say("change_example", text=text) if changed.example else text


def _value(view: View, changed: Changed, value: Any) -> str:
    return view.wording.value(changed.fact, value)


def _moved(view: View, added: list[str], dropped: list[str], example: bool) -> str:
    parts = [view.say("change_dropped", text=view.join(dropped))] if dropped else []
    if added:
        text = view.say("change_added", text=view.join(added))
        parts.append(view.say("change_example", text=text) if example else text)
    return view.clauses(parts)


def _records(view: View, fact: str, after: Iterable[Any], before: Iterable[Any]) -> tuple[list[str], list[str]]:
    """The records that are added and those that are taken out, each kind once with its number."""
    new, old = (Counter(view.wording.record(fact, record) for record in records) for records in (after, before))
    return (
        [_times(view, text, n) for text, n in (new - old).items()],
        [_times(view, text, n) for text, n in (old - new).items()],
    )


def _times(view: View, text: str, n: int) -> str:
    text = view.say("quoted", text=text)
    return text if n == 1 else view.say("change_times", text=text, n=n)


# --- for the command line ----------------------------------------------------------------------


def assignments(change: Change) -> list[str]:
    """What to write after `--set`, once for each fact; what is asked anew is forgotten."""
    changed = [assignment(changed.fact, changed.after) for changed in change.facts]
    return [*changed, *(f"{name}=" for name in change.asked_anew)]


def options(change: Change) -> str:
    """The same as a shell takes it."""
    return " ".join("--set " + quote(text) for text in assignments(change))
