"""The interview: which question next, until no answer can change a headline determination of the path any more.

    talk = Interview(load_rules(), "hire_employee")
    while (question := talk.next()) is not None:
        talk.answer(...)  # or talk.dont_know(), or talk.back()
    advice = talk.advice()

It asks what `check` would list as missing, in the same order: the first missing fact of `check` is the next question. A
fact answered "don't know" stays unknown and is not asked again.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from ...answer.advice.advise import advised
from ...answer.deciding.compiled import advisor
from ...answer.deciding.cut import settled
from ...answer.deciding.situation import Situation
from ...answer.deciding.standing import Standing, standing
from ...answer.planning.advised import Advised
from ...law.logic.network import NO_OUTCOME, positive
from ...law.model.advice import Advice
from ...law.model.case import Case
from ...law.model.values import Records
from ...law.rulebase.base import RuleBase
from ...law.rulebase.case_file import case_from_values
from .what_it_settles import Settled, settled_by


@dataclass(frozen=True)
class Question:
    """A fact to ask for, in the language of the interview."""

    fact: str
    type: str
    question: str
    hint: str | None
    options: Mapping[str, str]  # empty where the answer is not chosen from a list
    why_asked: tuple[str, ...]  # the path, and the headline determinations, that the answer can change
    sources: tuple[str, ...]
    settles: tuple[Settled, ...]


@dataclass
class _State:
    """What is known before a question: facts given, facts that the user does not know; and the question."""

    facts: Mapping[str, Any]
    unknown: frozenset[str]
    standing: Standing
    asked: tuple[str, ...] = ()
    question: Question | None = None
    further: tuple[str, ...] = ()

    @cached_property
    def fact(self) -> str | None:
        """The fact to ask for; None at the end."""
        return next((fact for fact in (*self.standing.order, *self.beside) if fact not in self.unknown), None)

    @property
    def beside(self) -> tuple[str, ...]:
        """The further facts that nobody has given, and that do not follow from what was given."""
        return tuple(fact for fact in self.further if fact not in self.standing.situation.facts.given)


class Interview:
    """One interview about one path. For one thread, as the compiled law is.

    `case` gives what is known already; `on` is the date of the question (default: that of the case, else today); `further`
    are facts to ask after those: they make the advice more precise and change no headline. Raises `BadInput` when the path
    or the case is wrong.
    """

    def __init__(
        self,
        rules: RuleBase,
        path: str,
        on: date | None = None,
        case: Case | None = None,
        lang: str = "fr",
        further: Sequence[str] = (),
    ) -> None:
        rules.paths.named("unknown_path", path)
        given = case or Case({})
        self.rules = rules
        self.path = path
        self.lang = lang
        self.dated = on is not None or given.on is not None  # a date was chosen; today is not a choice
        self.on = on or given.on or date.today()
        self._start = dataclasses.replace(given, on=self.on, path=path, places={})
        self._advisor = advisor(rules, (path,))
        facts = dict(given.facts)
        self._states = [_State(facts, frozenset(), self._standing(facts), further=tuple(further))]

    # --- where it stands -----------------------------------------------------------------------------------------

    @property
    def case(self) -> Case:
        """The case so far, on its date, about its path."""
        return self._case(self._states[-1].facts)

    @property
    def standing(self) -> Standing:
        """How the headline determinations stand on the facts so far."""
        return self._states[-1].standing

    @property
    def unknown(self) -> tuple[str, ...]:
        """The facts that the user does not know, or knows in part only, in the order in which they were asked."""
        state = self._states[-1]
        return tuple(fact for fact in state.asked if fact in state.unknown)

    @property
    def asked(self) -> int:
        """How many questions were asked, the present one included."""
        state = self._states[-1]
        return len(state.asked) + (state.fact is not None)

    @property
    def at_most(self) -> int:
        """How many questions may still come after the present one; there may be fewer, there are never more."""
        state = self._states[-1]
        return len(state.standing.may_be_missing.union(state.beside) - state.unknown - {state.fact})

    def advice(self) -> Advice:
        """The advice on the facts so far, proved by the engine. Raises as `advise` does."""
        return self.advised().advice

    def advised(self) -> Advised:
        """The advice with the schedule of its steps."""
        return advised(self.case, self.rules, lang=self.lang)

    # --- asking and answering ------------------------------------------------------------------------------------

    def next(self) -> Question | None:
        """The present question; None when nothing more can matter, or everything that is left is not known."""
        state = self._states[-1]
        if state.fact is not None and state.question is None:
            state.question = self._question(state.standing, state.fact)
        return state.question

    def answer(self, value: Any) -> None:
        """Answer the present question: bool, text, date, number, set, `NONE` or `Records`, as the fact is declared.

        Raises `BadInput` when the value is not one of the fact, or when real life does not allow it together with the
        answers before it; the question then stays.
        """
        state, fact = self._present()
        facts = {**state.facts, fact: self._typed(fact, value)}
        checked = self._standing(facts)
        in_part = frozenset() if settled(checked.situation, fact) else frozenset({fact})
        asked = (*state.asked, fact)
        self._states.append(_State(facts, state.unknown | in_part, checked, asked, further=state.further))

    def dont_know(self) -> None:
        """Leave the present question unanswered for good."""
        state, fact = self._present()
        asked = (*state.asked, fact)
        self._states.append(_State(state.facts, state.unknown | {fact}, state.standing, asked, further=state.further))

    def back(self) -> bool:
        """Take back the last answer; False when there is none."""
        if len(self._states) == 1:
            return False
        self._states.pop()
        return True

    # --- inside --------------------------------------------------------------------------------------------------

    def _present(self) -> tuple[_State, str]:
        state = self._states[-1]
        if state.fact is None:
            raise ValueError("the interview is over")
        return state, state.fact

    def _case(self, facts: Mapping[str, Any]) -> Case:
        return dataclasses.replace(self._start, facts=facts)

    def _standing(self, facts: Mapping[str, Any]) -> Standing:
        situation = Situation(self.rules, self._case(facts), self.on, self.path, self._advisor.network)
        return standing(self._advisor, situation)

    def _typed(self, fact: str, value: Any) -> Any:
        if isinstance(value, Records):
            return value
        group, _, name = fact.partition(".")
        return case_from_values({group: {name: value}}, self.rules).facts[fact]

    def _may_alarm(self, path: str, fact: str, situation: Situation) -> bool:
        """Whether an answer may raise an alarm: then what it settles is known only once it is given."""
        network, outcomes = situation.network, self.rules.answers[path].outcomes.values()
        alarms = [positive(network.written(outcome.when)) for outcome in outcomes if outcome.alarm]
        return any(fact in situation.reads(index) for index in network.atoms(network.below(alarms)))

    def _question(self, stands: Standing, fact: str) -> Question:
        declared = self.rules.facts[fact]
        open_ = {
            name: self._advisor.nodes[name]
            for name, missing in stands.missing.items()
            if missing and not (name in self.rules.answers and self._may_alarm(name, fact, stands.situation))
        }
        return Question(
            fact=fact,
            type=declared.type,
            question=declared.question.to(self.lang),
            hint=declared.hint.to(self.lang) if declared.hint else None,
            options={name: text.to(self.lang) for name, text in self.rules.options(fact).items()},
            why_asked=stands.serves(fact),
            sources=declared.why,
            # That no outcome of a list is left is nothing that one wants to hear beforehand.
            settles=tuple(one for one in settled_by(stands.situation, fact, open_) if one.outcome != NO_OUTCOME),
        )
