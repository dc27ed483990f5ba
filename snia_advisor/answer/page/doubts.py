"""What is doubtful: open questions, each with its readings, the prudent conduct and whom to ask."""

from __future__ import annotations

from collections.abc import Sequence

from ...law.model.advice import Advice, OpenQuestionAdvice, ReadingAdvice
from ..telling.view import View
from ..telling.words import BULLET, WARNING


def not_recorded(view: View, advice: Advice) -> list[OpenQuestionAdvice]:
    """The doubts nobody has settled, without those that only a note common to everybody carries (`unremarkable`)."""
    carried = {name for answer in advice.answers for name in answer.open_questions}
    for determination in advice.determinations:
        if determination.kind == "choose":
            carried |= set(determination.open_questions)
        told = (one for one in determination.findings if not view.base.rules[one.id].unremarkable)
        carried |= {name for one in told for name in one.open_questions}
    return [one for one in advice.open_questions if one.recorded is None and (one.affects != "note" or one.id in carried)]


def deciding_questions(view: View, advice: Advice) -> None:
    """The doubts on which a determination depends."""
    _questions(view, "head_doubts", [q for q in advice.open_questions if q.affects == "determination"])


def attached_questions(view: View, advice: Advice) -> None:
    """The doubts about a step, a delay or a note: they stand after the procedures, which name them."""
    _questions(view, "head_other_doubts", [q for q in advice.open_questions if q.affects != "determination"])


def _questions(view: View, head: str, questions: Sequence[OpenQuestionAdvice]) -> None:
    if not questions:
        return
    view.page.heading(view.say(head))
    for question in questions:
        view.page.para(question.question, mark=WARNING, strong=True)
        view.page.para(view.say("question_kind_" + question.kind), 1)
        for reading in question.readings:
            _reading(view, question, reading)
        if question.recorded:
            view.page.labelled(view.say("label_recorded"), _text(question, question.recorded), 1)
        view.page.labelled(view.say("label_prudent"), question.prudent, 1)
        view.page.labelled(view.say("label_ask"), view.join(question.ask), 1)
        if question.affects == "determination" and not question.recorded:
            view.page.labelled(view.say("label_record"), f"readings: {{{question.id}: {_answers(question)}}}", 1)


def _answers(question: OpenQuestionAdvice) -> str:
    return " | ".join(reading.answer for reading in question.readings)


def _text(question: OpenQuestionAdvice, answer: str) -> str:
    return next((r.text for r in question.readings if r.answer == answer), answer)


def _reading(view: View, question: OpenQuestionAdvice, reading: ReadingAdvice) -> None:
    cited = view.cites(reading.sources)
    unsourced = view.say("reading_unsourced", text=reading.text)
    view.page.para(view.say("with_cites", text=reading.text, cites=cited) if cited else unsourced, 1, mark=BULLET)
    if question.affects == "determination" and reading.outcomes:
        outcomes = [view.outcome(*name.split(".", 1)) for name in reading.outcomes]
        view.page.para(view.say("then_possible", outcomes=view.clauses(dict.fromkeys(outcomes))), 2)


def step_doubts(view: View, advice: Advice, names: Sequence[str], depth: int) -> None:
    """The doubts of one step, by title: they are told in full in their own section."""
    titles = {question.id: question.title for question in advice.open_questions}
    for name in names:
        if name in titles:
            view.page.labelled(view.say("label_doubt"), titles[name], depth)
