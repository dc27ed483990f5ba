"""What to do next: at most five acts, the urgent ones first.

They come from the acts that the answer declares, then from the steps of the plan: those with a last day by their day, then
those that can begin today. Where the answer waits for facts or for an authority, the question is the act.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import zip_longest

from ...law.model.act import Act
from ...law.model.act_advice import ActAdvice, Urgency
from ...law.model.advice import MissingFact, OpenQuestionAdvice
from ...law.model.answer import AnswerOutcome
from ...law.model.answer_advice import AnswerAdvice
from ...law.model.values import Text
from ...messages import say
from ...messages.formats import list_text
from ..deciding.situation import Situation
from ..deciding.state import AGAINST
from ..planning.lines import waiting
from ..planning.papers import over
from ..planning.record import PlanStep
from ..telling.wording import Wording
from ..timing.times import dates_of, moved_by
from .procedures import Procedures

MOST_ACTS = 5
QUESTIONS = 3
TELLING_APART = 2
URGENCIES = ("now", "question", "by", "next", "over")


def _urgent(act: ActAdvice) -> tuple[int, date]:
    """Acts of one urgency keep their order, but for those that are told apart by their last day."""
    return URGENCIES.index(act.urgency), act.due or date.max if act.urgency == "by" else date.min


@dataclasses.dataclass(frozen=True)
class Acting:
    """What is done about the answers of one case, from the day `start` on."""

    situation: Situation
    wording: Wording
    procedures: Procedures
    steps: Sequence[PlanStep]
    start: date

    def acts(
        self, answers: Sequence[AnswerAdvice], missing: Sequence[MissingFact], doubts: Sequence[OpenQuestionAdvice]
    ) -> tuple[ActAdvice, ...]:
        """The acts, each once, in the order of their urgency."""
        found: dict[str, ActAdvice] = {}
        for act in self._all(answers, missing, doubts):
            said = any(act.text == other.text and act.where == other.where for other in found.values())
            if not said:  # two procedures may ask for the same thing at the same desk
                found.setdefault(act.step or act.id, act)
        return tuple(sorted(found.values(), key=_urgent)[:MOST_ACTS])

    def _all(
        self, answers: Sequence[AnswerAdvice], missing: Sequence[MissingFact], doubts: Sequence[OpenQuestionAdvice]
    ) -> Iterator[ActAdvice]:
        for answer in answers:
            yield from self._declared(answer)
        yield from (self._fact(fact.fact) for fact in missing[:QUESTIONS])
        waiting_for = {name for answer in answers if answer.id is None for name in answer.open_questions}
        yield from (self._authority(doubt) for doubt in doubts if doubt.id in waiting_for)
        yield from self._of_the_plan()

    # --- declared ------------------------------------------------------------------------------------------------

    def _declared(self, answer: AnswerAdvice) -> Iterator[ActAdvice]:
        if answer.id is None:
            yield from self._undecided(answer)
            return
        outcomes = self.situation.base.answers[answer.path].outcomes
        outcome = outcomes[answer.id]
        yield from self._of(outcome.acts, outcome.alarm or outcome.state in AGAINST)
        if outcome.state in AGAINST:  # whoever is told to stop one thing is told the others that are proved as well
            proved = [other for name, other in outcomes.items() if name != answer.id and other.alarm and self._holds(other)]
            # One act of each before a second of any: there is room for five.
            rounds = zip_longest(*(self._of(other.acts, True) for other in proved))
            yield from (act for acts in rounds for act in acts if act is not None)

    def _undecided(self, answer: AnswerAdvice) -> Iterator[ActAdvice]:
        """What tells the outcomes apart, and what is done whichever of them comes."""
        declared = self.situation.base.answers[answer.path]
        if answer.state == "depends" and not answer.missing:
            yield from self._of(declared.undecided.acts, True)
        if answer.state in ("go", "wait", "stop", "no"):
            yield from (self._fact(name) for name in answer.missing[:TELLING_APART])
        possible = [declared.outcomes[name] for name in answer.possible if name in declared.outcomes]
        if possible and len(possible) == len(answer.possible):
            shared = [act for act in possible[0].acts if all(act in outcome.acts for outcome in possible)]
            yield from self._of(shared, False)

    def _of(self, names: Iterable[str], urgent: bool) -> Iterator[ActAdvice]:
        for act in (self.situation.base.acts[name] for name in names):
            if self.procedures.truth(act.when) is True:
                made = self._step_act(act, urgent) if act.step else self._act(act, urgent)
                if made is not None:
                    yield made

    def _holds(self, outcome: AnswerOutcome) -> bool:
        return self.procedures.truth(outcome.when) is True and self.procedures.truth(outcome.still) is True

    def _act(self, act: Act, urgent: bool) -> ActAdvice | None:
        """An act of its own; None where its last day has passed and nothing remains possible."""
        due, name, passed = self._last_day(act)
        text = act.text if passed is None else act.too_late
        if text is None:
            return None
        lang, authority = self.wording.lang, self.situation.base.authorities.get(act.authority or "")
        awaited = self._awaited(act)
        return ActAdvice(
            id=act.id,
            text=text.to(lang),
            note=act.note.to(lang) if act.note else None,
            actor=str(act.actor),
            authority=authority.title.to(lang) if authority else None,
            place=act.place.to(lang) if act.place else None,
            where=self._where(act.place, act.authority),
            starts=None if awaited else max(self.start, self._day(act.not_before) or self.start),
            waits_for=awaited,
            due=due,
            due_rests_on=self.wording.title(name) if name else None,
            over=passed,
            urgency="over" if passed is not None else "now" if urgent else "by" if due else "next",
            penalty=self.wording.at_stake(act.price, act.loss, self.situation.facts),
            sources=act.sources,
        )

    def _where(self, place: Text | None, authority: str | None) -> str | None:
        """The place, or the authority by its short name."""
        if place is not None or authority is None:
            return place.to(self.wording.lang) if place else None
        declared = self.situation.base.authorities[authority]
        return declared.called.to(self.wording.lang)

    def _last_day(self, act: Act) -> tuple[date | None, str | None, date | None]:
        """The earliest of the last days of an act that is not over, with its fact; the latest of them where all are over."""
        days = {name: day for name in act.by if (day := self._day(name))}
        open_days = {name: day for name, day in days.items() if day >= self.start}
        if not open_days:
            return None, None, max(days.values(), default=None)
        name = min(open_days, key=open_days.__getitem__)
        return open_days[name], name, None

    def _awaited(self, act: Act) -> str | None:
        """The event that an act waits for, in words, while it has not happened."""
        if act.waits_for is None:
            return None
        event = self.situation.base.events[act.waits_for]
        return event.title.to(self.wording.lang) if self._day(event.fact) is None else None

    def _day(self, fact: str | None) -> date | None:
        value = self.situation.facts.value(fact) if fact else None
        return value if isinstance(value, date) else None

    def _step_act(self, act: Act, urgent: bool) -> ActAdvice | None:
        """An act that is a step of the plan; None where the step is not in the plan, or is done."""
        step = next((one for one in self.steps if act.step in (one.key, *one.also)), None)
        if step is None or over(step, self.start):
            return None
        lang = self.wording.lang
        made = self._taken(step, "now" if urgent else "by" if step.due else "next")
        if made.over is not None and act.too_late is None:
            return None
        penalty = self.wording.at_stake(act.price, act.loss, self.situation.facts) or made.penalty
        said = act.text if made.over is None else act.too_late
        text = said.to(lang) if said else made.text
        note = act.note.to(lang) if act.note else made.note
        return made.model_copy(update={"id": act.id, "text": text, "note": note, "penalty": penalty})

    # --- steps of the plan ---------------------------------------------------------------------------------------

    def _of_the_plan(self) -> Iterator[ActAdvice]:
        """The user's steps that are sure, can be dated and are not too late, in the order of the plan.

        The last day of one that still waits for another step is no reason to begin with it.
        """
        done = {step.key for step in self.steps if over(step, self.start)}
        for step in self.steps:
            dates = dates_of(step)
            mine = step.actor != "authority" and not step.only_if and step.key not in done
            first = done.issuperset(dates.follows) if step.dates else not step.after  # without a calendar nothing is dated
            ready = (dates.possible_from or dates.waits_for) if step.dates else first
            if mine and ready and (first or not dates.beside):
                taken = self._taken(step, "by" if step.due and first else "next")
                if taken.over is None:
                    yield taken

    def _taken(self, step: PlanStep, urgency: Urgency) -> ActAdvice:
        dates, lang = dates_of(step), self.wording.lang
        titles = {one.key: one.title for one in self.steps}
        due, passed = self._last_day_of(step)
        return ActAdvice(
            id=step.key,
            text=step.title,
            note=step.note,
            actor=step.actor,
            authority=step.authority_title,
            place=step.place,
            where=step.place or self._where(None, step.authority),
            starts=dates.possible_from if step.dates else self.start,
            waits_for=waiting(step, titles, lang),
            due=due,
            due_rests_on=self._rests_on(step),
            due_moves=moved_by(step) if due else (),
            over=passed,
            urgency="over" if passed else urgency,
            penalty=step.penalty,
            step=step.key,
            sources=step.sources,
        )

    def _last_day_of(self, step: PlanStep) -> tuple[date | None, date | None]:
        """The prudent day of a step while it is not over, then the legal end of its delay; the day that has passed."""
        dates = dates_of(step)
        if not dates.passed:
            return step.due, None
        open_still = dates.legal_end is not None and dates.legal_end >= self.start
        return (dates.legal_end, None) if open_still else (None, step.due)

    def _rests_on(self, step: PlanStep) -> str | None:
        """What the last day of a step is counted from, or the fact that gives it."""
        if step.due is None:
            return None
        clock = [event.title for event in dates_of(step).clock if event.date is not None]
        steps = self.situation.base.procedures[step.procedure].steps
        by = next(one.by for one in steps if one.step == step.id)
        return list_text(clock, self.wording.lang) if clock or by is None else self.wording.title(by)

    # --- questions -----------------------------------------------------------------------------------------------

    def _fact(self, name: str) -> ActAdvice:
        lang, fact = self.wording.lang, self.situation.base.facts[name]
        return ActAdvice(
            id=name,
            text=say("action_answer", lang, question=fact.question.to(lang)),
            actor="you",
            place=say("act_here", lang),
            where=say("act_here", lang),
            starts=self.start,
            urgency="question",
            question=name,
            sources=fact.why,
        )

    def _authority(self, doubt: OpenQuestionAdvice) -> ActAdvice:
        lang, authority = self.wording.lang, list_text(doubt.ask, self.wording.lang)
        return ActAdvice(
            id=doubt.id,
            text=say("action_ask", lang, authority=authority, question=doubt.question),
            note=doubt.prudent,
            actor="you",
            authority=authority,
            where=authority,
            starts=self.start,
            urgency="question",
            question=doubt.id,
        )
