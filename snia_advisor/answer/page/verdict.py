"""The first screen: the answer, what to do first, and what the law determines on each question."""

from __future__ import annotations

from ...law.model.advice import Advice, DeterminationAdvice, Verdict
from ..telling.document import Answer, Determination, Mark
from ..telling.view import View
from ..telling.words import ARROW, BULLET
from .reasons import reason, why

FIRST_ACTIONS = 4


def verdicts(view: View, advice: Advice) -> None:
    """Each path with its verdict: sign, word, title, sentence; the date under the first."""
    for verdict in advice.verdicts:
        _verdict(view, verdict)
    date = view.say("on_date", date=view.wording.plain(advice.on))
    view.page.para(view.say("with_ref", date=date, ref=advice.ref) if advice.ref else date)
    for warning in advice.warnings:
        view.page.warn(warning.text)


def _verdict(view: View, verdict: Verdict) -> None:
    view.page.add(Answer(Mark(verdict.state), headline_text(view, verdict.state, verdict.title), verdict.sentence))


def headline_text(view: View, state: str, title: str) -> str:
    """`YES: title of the path`."""
    return view.say("headline", word=view.say("state_" + state), title=title)


def recall(view: View, advice: Advice) -> None:
    """The verdicts once more, one line each."""
    for verdict in advice.verdicts:
        view.page.add(Answer(Mark(verdict.state), headline_text(view, verdict.state, verdict.title)))


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


def status_mark(determination: DeterminationAdvice) -> Mark:
    """The sign of one determination: a neutral outcome has a bullet, since it is neither good nor bad news."""
    if determination.status == "not_covered":
        return Mark("not_covered")
    if determination.status == "depends":
        return Mark("depends_on_facts" if determination.missing else "depends_on_open_question")
    if determination.favourable in ("yes", "no"):
        return Mark(determination.favourable)
    return BULLET


def _determination(view: View, determination: DeterminationAdvice) -> None:
    mark = status_mark(determination)
    details: tuple[str, ...] = ()
    if determination.status == "decided":
        text, details = str(determination.outcome_title), (reason(view, determination),)
    elif determination.status == "not_covered":
        text = view.say("not_covered_text")
    else:
        titles = dict.fromkeys(p.title for p in determination.possible)
        text, details = view.say("state_" + mark.value), (view.say("possible", outcomes=view.clauses(titles)),)
    view.page.add(Determination(determination.title, text, mark, toned=bool(details), details=details))


def reasons(view: View, advice: Advice) -> None:
    """Why: three lines for each headline determination that is decided."""
    decided = [determination for determination in headline(view, advice) if determination.status == "decided"]
    if not decided:
        return
    view.page.heading(view.say("head_why"))
    for determination in decided:
        view.page.para(str(determination.outcome_title), mark=status_mark(determination), strong=True)
        why(view, determination, 1)
