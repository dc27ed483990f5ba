"""What an answer names is resolved when the rule base is loaded; and it reads rules and determinations, never raw facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..logic.conditions import All, AnyOf, Compare, ConditionError, Not, read
from ..logic.network import Network
from ..model.answer import Answer, AnswerOutcome, Bar, Tolerated
from .base import Raw
from .names import Names

SPECIAL_VALUES = ("by", "found", "unchecked")  # the earliest open day, how many bars were found, how many points are open


def path_name(resolver: Names, raw: Raw) -> None:
    """What is proved of a path and of a determination is told apart by the name alone. Raises `RuleBaseError`."""
    if raw.id in resolver.base.determinations:
        raise resolver.fail("path_is_a_determination", raw, first=resolver.base.place("determination", raw.id))


def answer_names(resolver: Names, raw: Raw, answer: Answer) -> None:
    """Every name that an answer gives. Raises `RuleBaseError`."""
    base = resolver.base
    resolver.known(raw, (), [answer.id], base.paths, "path")
    resolver.known(raw, ("progress",), answer.progress, base.determinations, "determination")
    for name, outcome in answer.outcomes.items():
        _outcome(resolver, raw, name, outcome)
    for index, bar in enumerate(answer.bars):
        _group(resolver, raw, ("bars", index), bar)
    for index, tolerated in enumerate(answer.tolerates):
        _group(resolver, raw, ("tolerates", index), tolerated)
    for name, point in answer.points.items():
        resolver.known(raw, ("points", name), point.rules, base.rules, "rule")
    resolver.known(raw, ("undecided", "acts"), answer.undecided.acts, base.acts, "act")
    _same_states(resolver, raw, answer)


def _outcome(resolver: Names, raw: Raw, name: str, outcome: AnswerOutcome) -> None:
    base, path = resolver.base, ("outcomes", name)
    dates = resolver.date_names()
    resolver.known(raw, path, outcome.opens, base.procedures, "procedure")
    resolver.known(raw, path, outcome.acts, base.acts, "act")
    resolver.known(raw, path, outcome.open_questions, base.questions, "open_question")
    resolver.known(raw, path, outcome.by, dates, "fact")
    resolver.known(raw, path, [f.rule for f in outcome.forbids], base.rules, "rule")
    resolver.known(raw, path, [f.until for f in outcome.forbids if f.until], dates, "fact")
    pool: dict[str, Any] = {**dict.fromkeys(SPECIAL_VALUES), **base.facts.raws, **base.derived.raws}
    for place, names in outcome.values().items():
        resolver.known(raw, (*path, *place), names, pool, "fact")


def _group(resolver: Names, raw: Raw, path: tuple[Any, ...], group: Bar | Tolerated) -> None:
    resolver.known(raw, path, group.rules, resolver.base.rules, "rule")
    resolver.known(raw, path, group.outcomes, resolver.base.determinations, "determination")
    for of, names in group.outcomes.items():
        chosen: Mapping[str, Any] = resolver.base.determinations[of].choose or {}
        resolver.known(raw, path, names, chosen, "outcome")


def _same_states(resolver: Names, raw: Raw, answer: Answer) -> None:
    """Where two outcomes have one state, the path says what it answers while either is possible."""
    states = [outcome.state for outcome in answer.outcomes.values()]
    for state in dict.fromkeys(states):
        if states.count(state) > 1 and state not in answer.undecided.same:
            raise resolver.fail("answer_same_state", raw, ("undecided",), state=state)


def answer_conditions(resolver: Names, network: Network, answer: Answer) -> None:
    """The conditions of an answer are read, and read no fact by themselves. Raises `RuleBaseError`."""
    for written in _written(answer):
        try:
            facts = list(_raw_facts(read(written, resolver.base)))
        except ConditionError as problem:
            raise resolver.base.condition_error(problem, written) from None
        if facts:
            refused = ConditionError("answer_reads_fact", written, name=facts[0])
            raise resolver.base.condition_error(refused, written)
        network.written(written)


def _written(answer: Answer) -> Iterator[Any]:
    for outcome in answer.outcomes.values():
        yield outcome.when
        if outcome.still is not None:
            yield outcome.still
    yield from (bar.still for bar in answer.bars if bar.still is not None)


def _raw_facts(condition: Any) -> Iterator[str]:
    match condition:
        case Compare(fact):
            yield fact
        case Not(item):
            yield from _raw_facts(item)
        case All(items) | AnyOf(items):
            for item in items:
                yield from _raw_facts(item)
