"""The questions to put to the authorities, made from the questions that are still open."""

from __future__ import annotations

from collections.abc import Iterable

from ...law.model.advice import Advice, OpenQuestionAdvice
from ...law.rulebase.base import RuleBase
from ..telling.wording import Wording
from .record import DeskQuestion, DeskQuestions, DeskReading


def desk_questions(advice: Advice, base: RuleBase) -> tuple[DeskQuestions, ...]:
    """By authority, the questions that nobody has answered yet: first those on which the answer depends."""
    wording = Wording(base, advice.lang)
    pending = [question for question in advice.open_questions if question.recorded is None]
    by_place: dict[str, list[DeskQuestion]] = {}
    for question in sorted(pending, key=lambda question: question.affects != "determination"):
        for authority in question.ask or ("",):
            by_place.setdefault(authority, []).append(_question(advice, wording, question, authority))
    return tuple(DeskQuestions(authority=name, questions=tuple(questions)) for name, questions in by_place.items())


def _question(advice: Advice, wording: Wording, question: OpenQuestionAdvice, authority: str) -> DeskQuestion:
    return DeskQuestion(
        id=question.id,
        kind=question.kind,
        deciding=question.affects == "determination",
        title=question.title,
        question=question.question,
        readings=tuple(
            DeskReading(
                answer=reading.answer,
                text=reading.text,
                then=tuple(dict.fromkeys(wording.outcome_title(*name.split(".", 1)) for name in reading.outcomes)),
                sources=reading.sources,
            )
            for reading in question.readings
        ),
        prudent=question.prudent,
        depends=tuple(_titles(advice, wording, question.where)),
        also_at=tuple(other for other in question.ask if other != authority),
    )


def _titles(advice: Advice, wording: Wording, where: Iterable[str]) -> Iterable[str]:
    """The answers, determinations and steps that a question bears on, by title."""
    steps = {f"{p.id}.{step.id}": step.title for p in advice.procedures for step in p.steps}
    for name in where:
        yield steps.get(name) or wording.about(name)
