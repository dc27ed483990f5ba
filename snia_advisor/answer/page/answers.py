"""The first screen: the answer, what to do first, and what the law determines on each question."""

from __future__ import annotations

from collections.abc import Sequence

from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.answer_advice import AnswerAdvice, ForbiddenAdvice, StateOfAnswer
from ...law.model.proof import ProofNode
from ..telling.document import Answer, Determination, Mark
from ..telling.view import View
from ..telling.words import BULLET
from .reasons import reason, why

FORBIDDEN_SHOWN = 3
MARKS: dict[StateOfAnswer, Mark] = {
    "go": Mark.YES,
    "wait": Mark.WAIT,
    "stop": Mark.AGAINST,
    "no": Mark.NO,
    "not_covered": Mark.NOT_COVERED,
}


def answers(view: View, advice: Advice) -> None:
    """Each answer: its first line, why in a sentence, what is forbidden at which price; then the goal and the date."""
    for answer in advice.answers:
        view.page.add(Answer(answer_mark(answer), _first_line(view, advice, answer), answer.text or ""))
        _forbidden(view, answer)
        if to_be_confirmed(answer):
            view.page.para(view.say("first_to_confirm"), 1, mark=Mark.QUESTION)
        if answer.unchecked:
            view.page.para(view.say("answer_unchecked", n=answer.unchecked), 1, mark=BULLET)
    dated(view, advice)


def dated(view: View, advice: Advice) -> None:
    """The goal, the date of the law, the name of the case, the warnings."""
    date = view.say("on_date", date=view.wording.plain(advice.on))
    if len(advice.answers) == 1:
        date = view.say("goal_on_date", goal=advice.answer.path_title, date=date)
    view.page.para(view.say("with_ref", date=date, ref=advice.ref) if advice.ref else date)
    for warning in advice.warnings:
        view.page.warn(warning.text)


def answer_mark(answer: AnswerAdvice) -> Mark:
    """The sign of an answer; a no that an authority has to confirm is no cross."""
    if answer.state == "depends":
        return Mark.QUESTION if answer.depends_on == "question" else Mark.FACTS
    if answer.to_confirm and answer.state in ("no", "stop"):
        return Mark.QUESTION
    return MARKS[answer.state]


def to_be_confirmed(answer: AnswerAdvice) -> bool:
    """Whether an answer that is good news rests on a doubt; a no that does has its own sign."""
    return answer.to_confirm and answer.state in ("go", "wait")


def on_a_doubt(node: ProofNode | None) -> bool:
    """Whether a proof stands on a rule that is not sure, or on a recorded reading of an open question."""
    if node is None or node.truth != "true":
        return False
    doubted = node.question is not None or (node.rule is not None and node.confidence in ("medium", "low"))
    return doubted or any(map(on_a_doubt, node.children))


def _first_line(view: View, advice: Advice, answer: AnswerAdvice) -> str:
    """The title of the answer; where several goals are asked about, with its goal."""
    if len(advice.answers) == 1:
        return answer.title
    return view.say("headline", word=answer.title, title=answer.path_title)


def _forbidden(view: View, answer: AnswerAdvice) -> None:
    """What is forbidden, with its price and its article, the first few in a short view."""
    shown = answer.forbidden if view.whole else answer.forbidden[:FORBIDDEN_SHOWN]
    for one in shown:
        forbidden(view, one)
    if answer.forbidden[len(shown) :]:
        view.page.para(view.say("and_more", n=len(answer.forbidden) - len(shown)), 1)


def forbidden(view: View, one: ForbiddenAdvice) -> None:
    """A prohibition, with its fine and its article."""
    fine = view.say("fine", amount=one.penalty) if one.penalty else None
    text = view.say("with_amount", title=one.text, amount=fine) if fine else one.text
    cites = view.cites(one.sources, 1)
    view.page.para(view.say("with_cites", text=text, cites=cites) if cites else text, 1, mark=Mark.AGAINST)


def recall(view: View, advice: Advice) -> None:
    """The answers once more, one line each."""
    for answer in advice.answers:
        view.page.add(Answer(answer_mark(answer), _first_line(view, advice, answer)))


def determined(view: View, advice: Advice) -> None:
    """The headline determinations, an outcome and one reason a line; what two paths share is said once."""
    view.page.heading(view.say("head_determined"))
    for determination in headline(view, advice):
        _determination(view, determination)


def headline(view: View, advice: Advice) -> list[DeterminationAdvice]:
    """The headline determinations of the paths, in the author's order."""
    names = dict.fromkeys(name for answer in advice.answers for name in view.base.paths[answer.path].headline)
    return [advice.determination(name) for name in names]


def remarkable(view: View, determination: DeterminationAdvice) -> bool:
    """Whether a determination says something that is not common to everybody on its path (`unremarkable`)."""
    outcomes = view.base.determinations[determination.id].choose or {}
    outcome = outcomes.get(determination.outcome or "")
    return determination.status != "not_covered" and not (outcome is not None and outcome.unremarkable)


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
        text, details = state_word(view, determination), (view.say("possible", outcomes=view.clauses(titles)),)
    view.page.add(Determination(determination.title, text, mark, toned=bool(details), details=details))


def state_word(view: View, determination: DeterminationAdvice) -> str:
    """What a determination that is not decided waits for, in a word."""
    return doubt_word(view, status_mark(determination).value, determination.open_questions)


def doubt_word(view: View, state: str, questions: Sequence[str]) -> str:
    """A state in a word; a conflict is one only where sources contradict each other.

    Where the texts are silent, or an authority has its discretion, it is to be confirmed.
    """
    disputed = any(view.base.questions[name].question_kind == "disputed" for name in questions)
    return view.say("state_disputed" if disputed and state == Mark.QUESTION.value else "state_" + state)


def reasons(view: View, advice: Advice) -> None:
    """Why: three lines for each headline determination that is decided."""
    decided = [determination for determination in headline(view, advice) if determination.status == "decided"]
    if not decided:
        return
    view.page.heading(view.say("head_why"))
    for determination in decided:
        view.page.para(str(determination.outcome_title), mark=status_mark(determination), strong=True)
        why(view, determination, 1)
