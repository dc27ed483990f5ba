"""The procedures of a case: which apply, which steps and papers remain, in the language of the user."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from ...law.logic.evaluate import evaluate
from ...law.logic.network import positive
from ...law.logic.truth import Kleene, Masks, signed, truth_of
from ...law.model.advice import DelayAdvice, DocumentAdvice, FeeAdvice, ProcedureAdvice, StepAdvice
from ...law.model.entries import Procedure
from ...law.model.steps import Delay, Fee, Step, StepDocument
from ...law.model.values import NONE
from ...messages import say
from ...messages.formats import list_text
from ..deciding.situation import Situation
from ..telling.wording import Wording, exact
from .twins import done_once


class Procedures:
    """Chooses steps and papers by the determinations already made."""

    def __init__(self, situation: Situation, wording: Wording, settled: Mapping[int, Masks]) -> None:
        self.situation = situation
        self.wording = wording
        self.lang = wording.lang
        self.settled = settled

    def truth(self, written: Any) -> Kleene:
        """The truth of a written condition, outcomes that exactness settled being taken as settled."""
        if written is None:
            return True
        edge = self.situation.network.written(written)
        order = self.situation.network.below([edge])
        atoms = {**self.situation.masks(order), **{n: self.settled[n] for n in order if n in self.settled}}
        return signed(edge, truth_of(evaluate(self.situation.network, order, atoms)[positive(edge)]))

    def of(self, opened: tuple[str, ...], possible: tuple[str, ...] = ()) -> tuple[ProcedureAdvice, ...]:
        """The procedures that apply, or that may: those `opened` by the answer, those that are `possible` with it."""
        procedures = []
        for name in dict.fromkeys((*opened, *possible)):
            procedure = self.situation.base.procedures[name]
            truth = self.truth(procedure.when)
            if truth is not False:
                procedures.append(self.procedure(procedure, certain=truth is True and name in opened))
        return done_once(self.situation.base, sorted(procedures, key=lambda p: not p.certain))

    def procedure(self, procedure: Procedure, certain: bool) -> ProcedureAdvice:
        kept = [step for step in procedure.steps if self.truth(step.when) is not False]
        names = [step.step for step in kept]
        return ProcedureAdvice(
            id=procedure.id,
            title=procedure.title.to(self.lang),
            certain=certain,
            only_if=self.only_if(procedure.when),
            note=procedure.note.to(self.lang) if procedure.note else None,
            steps=tuple(self.step(step, names) for step in kept),
            sources=procedure.sources,
        )

    def step(self, step: Step, names: list[str]) -> StepAdvice:
        base = self.situation.base
        position = names.index(step.step)
        before = step.after if step.after is not None else tuple(names[position - 1 : position])
        documents = [d for d in step.documents if self.truth(d.when) is not False]
        return StepAdvice(
            id=step.step,
            title=step.title.to(self.lang),
            actor=step.actor,
            authority=step.authority,
            authority_title=base.authorities[step.authority].title.to(self.lang) if step.authority else None,
            only_if=self.only_if(step.when),
            documents=tuple(self.document(d) for d in documents),
            delay=self.delay(step.delay) if step.delay else None,
            starts_when=self.starts_when(step),
            fee=self.fee(step.fee) if step.fee else None,
            after=tuple(name for name in before if name in names),
            place=step.place.to(self.lang) if step.place else None,
            penalty=self.wording.at_stake(step.price, step.loss, self.situation.facts),
            note=step.note.to(self.lang) if step.note else None,
            sources=step.sources,
            open_questions=step.open_questions,
        )

    def only_if(self, written: Any) -> str | None:
        """The condition of a procedure, step or paper in words, while it is not known to hold."""
        if written is None or self.truth(written) is True:
            return None
        network = self.situation.network
        return self.wording.condition(network.written(written), network, self.situation.facts)

    def document(self, paper: StepDocument) -> DocumentAdvice:
        declared = self.situation.base.documents[paper.document]
        notes = [text.to(self.lang) for text in (declared.note, paper.note) if text]
        return DocumentAdvice(
            id=paper.document,
            code=declared.code,
            title=declared.title.to(self.lang),
            originals=paper.originals,
            copies=paper.copies,
            form=paper.form,
            provided_by=paper.provided_by,
            only_if=self.only_if(paper.when),
            note=" ".join(notes) or None,
            sources=paper.sources,
        )

    def delay(self, delay: Delay) -> DelayAdvice:
        return DelayAdvice(
            amount=self._amount(delay.amount),
            unit=delay.unit,
            max=delay.max,
            in_hours=delay.in_hours,
            note=delay.note.to(self.lang) if delay.note else None,
            sources=delay.sources,
        )

    def fee(self, fee: Fee) -> FeeAdvice:
        return FeeAdvice(
            amount=self._amount(fee.amount),
            currency=fee.currency,
            confidence=fee.confidence.value,
            note=fee.note.to(self.lang) if fee.note else None,
            sources=fee.sources,
        )

    def _amount(self, written: str | None) -> Decimal | None:
        if written is None:
            return None
        from ...law.logic.facts import UNKNOWN, parameter_value

        name = written.removeprefix("$")
        facts = self.situation.facts
        value = facts.value(name) if "." in name else parameter_value(self.situation.base.parameters[name], facts.on)
        return None if value is UNKNOWN or value is NONE else exact(value)

    def starts_when(self, step: Step) -> str | None:
        """The event, or the last of several, that starts the clock, in words."""
        if step.starts_when is None:
            return None
        events = [self.situation.base.events[name].title.to(self.lang) for name in step.starts_when.last_of]
        key = "last_of" if len(events) > 1 else "only_event"
        return say(key, self.lang, events=list_text(events, self.lang))
