"""The first screen: the answer, what to do first, and what the law determines on each question."""

from __future__ import annotations

from ...law.model.advice import Advice, DeterminationAdvice, Verdict
from ..telling.page import Mark
from ..telling.view import View
from ..telling.words import ARROW, BULLET, CONFLICT, FACTS, WARNING, state_mark
from .reasons import reason, why

FIRST_ACTIONS = 4


def verdicts(view: View, advice: Advice) -> None:
    """Each path with its verdict: sign, word, title, sentence; the date under the first."""
    for verdict in advice.verdicts:
        _verdict(view, verdict)
    date = view.say("on_date", date=view.wording.plain(advice.on))
    view.page.para(view.say("with_ref", date=date, ref=advice.ref) if advice.ref else date)
    for warning in advice.warnings:
        view.page.para(warning.text, mark=WARNING)


def _verdict(view: View, verdict: Verdict) -> None:
    mark = state_mark(verdict.state, view.lang)
    word = view.say("state_" + verdict.state)
    sign = mark.text(view.page.look)
    view.page.para(view.say("headline", word=word, title=verdict.title), mark=mark, style=f"bold {mark.style}".strip())
    view.page.para(verdict.sentence, mark=Mark(" " * len(sign), " " * len(sign)))


def recall(view: View, advice: Advice) -> None:
    """The verdicts once more, one line each."""
    for verdict in advice.verdicts:
        mark = state_mark(verdict.state, view.lang)
        text = view.say("headline", word=view.say("state_" + verdict.state), title=verdict.title)
        view.page.para(text, mark=mark, style=f"bold {mark.style}".strip())


def next_actions(view: View, advice: Advice) -> None:
    """What to do first, numbered."""
    if not advice.next_actions:
        return
    view.page.heading(view.say("head_next"))
    if len(advice.next_actions) == 1:
        view.page.para(advice.next_actions[0], mark=ARROW)
        return
    shown = advice.next_actions if view.whole else advice.next_actions[:FIRST_ACTIONS]
    for number, action in enumerate(shown, 1):
        view.page.item(number, action)


def determined(view: View, advice: Advice) -> None:
    """The headline determinations, an outcome and one reason a line; what two paths share is said once."""
    view.page.heading(view.say("head_determined"))
    for determination in headline(view, advice):
        _determination(view, determination)


def headline(view: View, advice: Advice) -> list[DeterminationAdvice]:
    """The headline determinations of the paths, in the author's order."""
    names = dict.fromkeys(name for verdict in advice.verdicts for name in view.base.paths[verdict.path].headline)
    return [advice.determination(name) for name in names]


def status_mark(view: View, determination: DeterminationAdvice) -> Mark:
    """The sign of one determination: a neutral outcome has a bullet, since it is neither good nor bad news."""
    if determination.status == "not_covered":
        return state_mark("not_covered", view.lang)
    if determination.status == "depends":
        return state_mark("depends_on_facts" if determination.missing else "depends_on_open_question", view.lang)
    if determination.favourable in ("yes", "no"):
        return state_mark(determination.favourable, view.lang)
    return BULLET


def _determination(view: View, determination: DeterminationAdvice) -> None:
    mark = status_mark(view, determination)
    lead = view.lead(determination.title)
    if determination.status == "decided":
        view.page.para(str(determination.outcome_title), mark=mark, lead=lead, style=mark.style)
        view.page.para(reason(view, determination), 2)
    elif determination.status == "not_covered":
        view.page.para(view.say("not_covered_text"), mark=mark, lead=lead)
    else:
        style = FACTS if determination.missing else CONFLICT
        view.page.para(view.say("state_depends_on_facts" if determination.missing else "state_depends_on_open_question"),
                       mark=mark, lead=lead, style=style)  # fmt: skip
        titles = dict.fromkeys(p.title for p in determination.possible)
        view.page.para(view.say("possible", outcomes=view.clauses(titles)), 2)


def reasons(view: View, advice: Advice) -> None:
    """Why: three lines for each headline determination that is decided."""
    decided = [determination for determination in headline(view, advice) if determination.status == "decided"]
    if not decided:
        return
    view.page.heading(view.say("head_why"))
    for determination in decided:
        view.page.para(str(determination.outcome_title), mark=status_mark(view, determination), style="bold")
        why(view, determination, 1)
