"""The answer of a path in words: the first line, why, what is forbidden at which price, and what nobody has checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ...law.logic.network import positive
from ...law.model.answer import Answer, AnswerOutcome, Saying
from ...law.model.answer_advice import AnswerAdvice, ForbiddenAdvice
from ...law.model.entries import Rule
from ...law.model.values import Text
from ..deciding.state import PathState, path_state, ruled_out
from .answer_proof import AnswerProof
from .determine import Determiner, cited
from .titles import BY, filled


class Answering:
    """Makes the answers of one advice."""

    def __init__(self, determiner: Determiner) -> None:
        self.determiner = determiner
        self.situation = determiner.situation
        self.base = determiner.situation.base
        self.network = determiner.situation.network
        self.wording = determiner.wording
        self.lang = determiner.lang
        self.proved = determiner.proved
        self.passed_over: dict[str, list[int]] = {}  # what was not checked in the answers made so far, by title

    def answer(self, path: str) -> AnswerAdvice:
        """The answer of `path`, proved by the engine."""
        declared = self.base.answers[path]
        proved = AnswerProof(self.determiner, declared, path_state(self.situation, path)).proved()
        state = proved.state
        self.determiner.dependences[path] = state.dependence
        outcome = declared.outcomes[state.outcome] if state.outcome else None
        found, unchecked = self._bars(path), self._unchecked(declared)
        by = self._by(outcome) if outcome else None
        values = {BY: by, "found": len(found), "unchecked": len(unchecked)}
        saying = self._saying(declared, state)
        opens, may_open = self._opened(declared, state)
        return AnswerAdvice(
            path=path,
            path_title=self.base.paths[path].title.to(self.lang),
            id=state.outcome,
            state=state.state,
            depends_on=state.depends_on,
            title=self._title(saying, values),
            text=self._filled(saying.text, values) if saying.text else None,
            by=by,
            because=proved.because,
            forbidden=(*(self._forbidden(rule) for rule in found), *self._conditions(outcome)),
            unchecked=len(unchecked),
            unchecked_points=tuple(unchecked),
            to_confirm=proved.to_confirm,
            missing=state.dependence.missing,
            possible=tuple(name for name in state.dependence.possible if name),
            opens=opens,
            may_open=may_open,
            open_questions=tuple(dict.fromkeys((*state.dependence.questions, *(outcome.open_questions if outcome else ())))),
            sources=cited(proved.because, *self._own_sources(declared, state)),
        )

    @staticmethod
    def _own_sources(declared: Answer, state: PathState) -> list[str]:
        """The sources of what is said: of the outcome, or of those that are possible where their state is known."""
        names = [state.outcome] if state.outcome else state.dependence.possible if state.by_state else ()
        return [source for name in names if name for source in declared.outcomes[name].sources]

    # --- words ---------------------------------------------------------------------------------------------------

    def _saying(self, declared: Answer, state: PathState) -> Saying | AnswerOutcome:
        if state.outcome is not None:
            return declared.outcomes[state.outcome]
        if state.state == "not_covered":
            return declared.undecided.not_covered
        if state.state == "depends":
            return declared.undecided.question if state.depends_on == "question" else declared.undecided.facts
        return declared.undecided.same[state.state]

    def _title(self, saying: Saying | AnswerOutcome, values: Mapping[str, Any]) -> str:
        title = self._filled(saying.title, values)
        if title is None:
            without = saying.title_without if isinstance(saying, AnswerOutcome) else None
            assert without is not None, "the loader asks for it"
            title = without.to(self.lang)
        return title

    def _filled(self, text: Text, values: Mapping[str, Any]) -> str | None:
        def value(name: str) -> Any:
            return values[name] if name in values else self._value(name)

        return filled(self.base, text.to(self.lang), value, self.lang)

    def _value(self, name: str) -> Any:
        return self.situation.facts.value(name)

    def _by(self, outcome: AnswerOutcome) -> date | None:
        """The earliest of the days of an outcome that is not over."""
        days = [day for day in map(self._value, outcome.by) if isinstance(day, date) and day >= self.situation.on]
        return min(days, default=None)

    # --- what is forbidden, and what nobody has checked ----------------------------------------------------------

    def _bars(self, path: str) -> list[Rule]:
        """The rules that bar the path and are proved to hold, and to matter, in the order in which they are declared."""
        found: dict[str, Rule] = {}
        for bar in self.base.answers[path].bars:
            if bar.still is None or self._true(self.network.written(bar.still)):
                found |= {name: self.base.rules[name] for name in bar.rules if self._true(self.network.rule(name))}
        return list(found.values())

    def _true(self, edge: int) -> bool:
        return self.proved.get(positive(edge)) is (edge >= 0)

    def _forbidden(self, rule: Rule, until: date | None = None) -> ForbiddenAdvice:
        return ForbiddenAdvice(
            id=rule.id,
            text=rule.title.to(self.lang),
            penalty=self.wording.parameter(str(rule.amount), self.situation.facts) if self._is_fine(rule.amount) else None,
            until=until,
            sources=rule.sources,
        )

    def _is_fine(self, amount: str | None) -> bool:
        """Whether the amount of a rule is a fine, which a text gives from and to: two years, or a share, is none."""
        parameter = self.base.parameters[amount.removeprefix("$")] if amount and "." not in amount else None
        return parameter is not None and parameter.is_fine

    def _conditions(self, outcome: AnswerOutcome | None) -> list[ForbiddenAdvice]:
        """What the outcome forbids until something happens."""
        found = []
        for condition in outcome.forbids if outcome else ():
            until = self._value(condition.until) if condition.until else None
            day = until if isinstance(until, date) else None
            found.append(self._forbidden(self.base.rules[condition.rule], day))
        return found

    def _unchecked(self, declared: Answer) -> list[str]:
        """The points, or the alarms that were passed over, of which nobody has said enough."""
        unknown: dict[str, list[int]] = {}
        for title, edges in self._points(declared) if declared.checks else self._alarms(declared):
            unknown.setdefault(title.to(self.lang), []).extend(edges)
        self.passed_over |= unknown
        return list(unknown)

    def _points(self, declared: Answer) -> Iterator[tuple[Text, list[int]]]:
        for point in declared.points.values():
            unknown = [node for name in point.rules if (node := self.network.rule(name)) not in self.proved]
            if unknown:
                yield point.title, unknown

    def _alarms(self, declared: Answer) -> Iterator[tuple[Text, list[int]]]:
        for outcome in declared.outcomes.values():
            when = self.network.written(outcome.when) if outcome.alarm else None
            if when is not None and positive(when) not in self.proved and not ruled_out(self.situation, when):
                yield outcome.title_without or outcome.title, [when]

    @staticmethod
    def _opened(declared: Answer, state: PathState) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The procedures that every possible outcome opens, and those that only some of them do."""
        possible = [state.outcome] if state.outcome else [name for name in state.dependence.possible if name]
        sets = [declared.outcomes[name].opens for name in possible] if state.state != "not_covered" else []
        opened = dict.fromkeys(name for names in sets for name in names)
        certain = tuple(name for name in opened if all(name in names for names in sets))
        return certain, tuple(name for name in opened if name not in certain)
