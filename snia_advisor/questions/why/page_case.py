"""`snia why CASE`: the first line of the answer, then what decides it, a few lines each, then the way to another one.

Each part takes at most ten lines of a terminal: it is written with all it has to say, measured, and written again with less.
The proof of one part is what `snia why CASE NAME` is for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from ...answer.page.answers import answer_mark, dated, headline, recall, status_mark
from ...answer.page.reasons import decided_elsewhere, grounds, told, why
from ...answer.telling.as_text import height
from ...answer.telling.document import Document
from ...answer.telling.view import View
from ...answer.telling.words import first_sentence
from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.answer_advice import AnswerAdvice
from ...law.rulebase.base import RuleBase
from .page_change import ROOMS as CHANGE_ROOMS
from .page_change import first_act, smallest_change
from .smallest_change import Changes

LINES = 10  # of one part
NAMED = 3  # outcomes, questions and findings that are named
ROOMS = [(4, 2), (3, 2), (2, 2), (2, 1), (1, 1), (0, 1)]  # facts and citations, then fewer
Room = TypeVar("Room")


def case_page(base: RuleBase, advice: Advice, changes: Changes | None) -> Document:
    """The answer, why, and the smallest change."""
    view = View(base, advice.lang, False, advice)
    recall(view, advice)
    dated(view, advice)
    for answer in advice.answers:
        fitted(view, ROOMS, lambda part, room, answer=answer: _answer(part, answer, *room))  # type: ignore[misc]
    view.page.heading(view.say("head_why"))
    for determination in headline(view, advice):
        fitted(view, ROOMS, lambda part, room, d=determination: _determination(part, d, *room))  # type: ignore[misc]
    if changes is not None:
        fitted(view, CHANGE_ROOMS, lambda part, room: smallest_change(part, changes, room))
    else:
        view.page.blank()
        _onward(view, advice.answer)
    return view.page


def fitted(view: View, rooms: Sequence[Room], write: Callable[[View, Room], None]) -> None:
    """A part of the page, with the first of the rooms in which it takes few enough lines."""
    part = view
    for room in rooms:
        part = View(view.base, view.lang, False, view.advice)
        write(part, room)
        if height(part.page) <= LINES:
            break
    view.page.add(*part.page.blocks)


def _answer(view: View, answer: AnswerAdvice, facts: int, cites: int) -> None:
    """What the answer rests on where no determination says it: a rule that holds; or what it waits for."""
    rules = grounds(answer.because) if answer.id is not None else []
    if rules:
        view.page.blank()
        if len(view.advice.answers if view.advice else ()) > 1:
            view.page.para(answer.title, mark=answer_mark(answer), strong=True)
        view.page.labelled(view.say("label_ground"), view.clauses(dict.fromkeys(rule.text for rule in rules[:2])), 1)
        shown = told(view, answer.because, decided_elsewhere(view))
        if shown and facts:
            view.page.labelled(view.say("label_facts"), view.some(shown, facts), 1)
        view.cited([*(s for rule in rules for s in rule.sources), *answer.sources], 1, cites)
    elif answer.missing or answer.open_questions:
        view.page.blank()
        _waits(view, answer.missing, answer.open_questions if answer.depends_on in ("question", "both") else ())


def _determination(view: View, determination: DeterminationAdvice, facts: int, cites: int) -> None:
    """The outcome, what decides it, the article; or what it waits for."""
    mark = status_mark(determination)
    if determination.status == "not_covered":
        text = view.say("comparison", title=determination.title, demand=view.say("not_covered_text"))
        view.page.para(text, mark=mark, strong=True)
    elif determination.kind == "collect":
        titles = [finding.title for finding in determination.findings] or [view.say("nothing_found")]
        text = view.say("comparison", title=determination.title, demand=view.some(titles, NAMED))
        view.page.para(text, mark=mark, strong=True)
        view.cited(determination.sources, 1, cites)
    elif determination.status == "decided":
        view.page.para(str(determination.outcome_title), mark=mark, strong=True)
        why(view, determination, 1, facts, cites)
    else:
        view.page.para(determination.title, mark=mark, strong=True)
        titles = list(dict.fromkeys(p.title for p in determination.possible))
        view.page.para(view.say("possible", outcomes=view.some(titles, max(facts, 1))), 1)
        _waits(view, determination.missing, determination.open_questions)


def _waits(view: View, missing: Sequence[str], questions: Sequence[str]) -> None:
    """The facts, and the questions to an authority, that would settle it."""
    if missing:
        titles = [view.wording.title(name) for name in missing]
        view.page.labelled(view.say("label_missing"), view.some(titles, NAMED), 1)
    for name in questions[: NAMED - 1]:
        view.page.labelled(view.say("label_doubt"), first_sentence(view.base.questions[name].title.to(view.lang)), 1)


def _onward(view: View, answer: AnswerAdvice) -> None:
    """An answer that is no no: nothing is to be changed; the first thing to do, where there is one."""
    if answer.state in ("go", "wait"):
        view.page.para(view.say("change_no_need"))
    first_act(view, "why_first_act")
