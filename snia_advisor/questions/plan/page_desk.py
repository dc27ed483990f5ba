"""The questions for the desk on the screen: one sheet for each authority."""

from __future__ import annotations

from ...answer.planning.record import DeskQuestion, DeskReading, Plan
from ...answer.telling.view import View
from ...answer.telling.words import BULLET


def desk_questions(view: View, plan: Plan) -> None:
    """By authority; a question that stands on another sheet above is only named."""
    told: set[str] = set()
    for group in plan.desk_questions:
        view.page.heading(view.say("head_desk", authority=group.authority or view.say("desk_any")))
        for number, question in enumerate(group.questions, 1):
            if question.id in told:
                view.page.item(number, view.say("desk_above", title=question.title))
            else:
                told.add(question.id)
                _question(view, number, question)


def _question(view: View, number: int, question: DeskQuestion) -> None:
    page = view.page
    page.item(number, question.question, strong=True)
    page.para(view.say("question_kind_" + question.kind), 1)
    if question.deciding:
        page.para(view.say("desk_deciding"), 1)
    for reading in question.readings:
        _reading(view, reading)
    page.labelled(view.say("label_prudent"), question.prudent, 1)
    if question.depends:
        page.labelled(view.say("desk_depends"), view.clauses(dict.fromkeys(question.depends)), 1)
    page.para(view.say("desk_answer"), 1)
    if question.deciding:
        answers = " | ".join(reading.answer for reading in question.readings)
        page.labelled(view.say("label_record"), f"readings: {{{question.id}: {answers}}}", 1)


def _reading(view: View, reading: DeskReading) -> None:
    cited = view.cites(reading.sources)
    text = (
        view.say("with_cites", text=reading.text, cites=cited) if cited else view.say("reading_unsourced", text=reading.text)
    )
    view.page.para(text, 1, mark=BULLET)
    if reading.then:
        view.page.para(view.say("then_possible", outcomes=view.clauses(reading.then)), 2)
