"""An answer on the screen: its outcomes in order, then what bars the path, and what is let stand with the reason."""

from __future__ import annotations

from datetime import date

from ...answer.page.answers import MARKS
from ...answer.telling.condition import in_words, tree
from ...answer.telling.document import Determination
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...law.model.answer import Answer, AnswerOutcome, Bar, Tolerated


def answer_details(view: View, answer: Answer, on: date) -> None:
    """Every outcome with its condition; then the bars, and what is tolerated."""
    for name, outcome in answer.outcomes.items():
        _outcome(view, name, outcome, on)
    view.page.heading(view.say("head_bars"))
    for bar in answer.bars:
        for text in _named(view, bar):
            view.page.para(text, 1, mark=BULLET)
        if bar.still is not None:
            view.page.labelled(view.say("label_still"), in_words(view, bar.still, on), 2)
    if answer.tolerates:
        view.page.heading(view.say("head_tolerates"))
    for tolerated in answer.tolerates:
        view.page.para(tolerated.reason.to(view.lang), 1)
        for text in _named(view, tolerated):
            view.page.para(text, 2, mark=BULLET)


def _outcome(view: View, name: str, outcome: AnswerOutcome, on: date) -> None:
    kind = view.say("outcome_alarm" if outcome.alarm else "outcome_gate")
    head = view.say("outcome_kind", name=name, state=view.say("answer_" + outcome.state), kind=kind)
    view.page.add(Determination(head, outcome.title.to(view.lang), MARKS[outcome.state]))
    tree(view, outcome.when, on, 2)
    if outcome.still is not None:
        view.page.labelled(view.say("label_still"), in_words(view, outcome.still, on), 1)
    if outcome.opens:
        titles = (view.base.procedures[opened].title.to(view.lang) for opened in outcome.opens)
        view.page.labelled(view.say("label_opens"), view.clauses(titles), 1)
    view.cited(outcome.sources, 1, None)


def _named(view: View, group: Bar | Tolerated) -> list[str]:
    """The rules and the outcomes of a group, each with its title."""
    rules = [view.say("row", name=name, text=view.rule(name)) for name in group.rules]
    pairs = [(of, name) for of, names in group.outcomes.items() for name in names]
    return rules + [view.say("row", name=f"{of}.{name}", text=view.outcome(of, name)) for of, name in pairs]
