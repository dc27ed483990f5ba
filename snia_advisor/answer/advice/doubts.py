"""Facts that are missing and open questions that are reached, gathered over a whole advice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...law.logic.network import NO_OUTCOME
from ...law.model.advice import DeterminationAdvice, MissingFact, OpenQuestionAdvice, ProcedureAdvice, ReadingAdvice
from ...law.model.answer_advice import AnswerAdvice
from ...messages import say
from ...messages.formats import list_text
from ..deciding.dependence import Dependence
from ..deciding.order import in_order, open_uses
from ..deciding.situation import Situation
from ..telling.wording import Wording


def missing_facts(
    situation: Situation,
    wording: Wording,
    answers: Sequence[AnswerAdvice],
    determinations: Sequence[DeterminationAdvice],
    nodes: Mapping[str, Mapping[str, int]],
) -> tuple[MissingFact, ...]:
    """The facts missing for the answers and the headline determinations, the most decisive question first."""
    waiting = [(a.path, a.path_title, a.missing) for a in answers if a.state == "depends"]
    waiting += [(d.id, d.title, d.missing) for d in determinations if d.headline]
    decides: dict[str, list[str]] = {}
    for _, title, missing in waiting:
        for fact in missing:
            decides.setdefault(fact, []).append(title)
    uses = open_uses(situation, ((nodes[name], missing) for name, _, missing in waiting if missing))
    order = in_order(situation, decides, uses)
    return tuple(_missing(situation, wording, fact, decides[fact]) for fact in order)


def _missing(situation: Situation, wording: Wording, fact: str, titles: Sequence[str]) -> MissingFact:
    declared = situation.base.facts[fact]
    lang = wording.lang
    options = None
    if declared.options is not None:
        options = {name: text.to(lang) for name, text in declared.options.items()}
    return MissingFact(
        fact=fact,
        question=declared.question.to(lang),
        hint=declared.hint.to(lang) if declared.hint else None,
        options=options,
        why_asked=say("why_asked", lang, decides=list_text(dict.fromkeys(titles), lang)),
        decides=tuple(dict.fromkeys(titles)),
        sources=declared.why,
    )


def open_questions(
    situation: Situation,
    wording: Wording,
    answers: Sequence[AnswerAdvice],
    determinations: Sequence[DeterminationAdvice],
    dependences: Mapping[str, Dependence],
    procedures: Sequence[ProcedureAdvice],
) -> tuple[OpenQuestionAdvice, ...]:
    """Every open question that is reached, or attached to something that is shown."""
    doubted: dict[str, tuple[str, list[str]]] = {}
    for answer in answers:
        for question in answer.open_questions:
            _note(doubted, question, "determination" if answer.state == "depends" else "note", answer.path)
    for determination in determinations:
        reached = set(determination.open_questions) if determination.status == "depends" else set()
        for question in determination.open_questions:
            affects = "determination" if question in reached and determination.kind == "choose" else "note"
            _note(doubted, question, affects, determination.id)
    for procedure in (p for p in procedures if p.certain):
        for step in procedure.steps:
            for question in step.open_questions:
                unspecified = step.delay is not None and step.delay.unit == "unspecified"
                days = set(situation.base.questions[question].readings) == {"calendar_days", "working_days"}
                _note(doubted, question, "delay" if unspecified and days else "step", f"{procedure.id}.{step.id}")
    return tuple(
        _question(situation, wording, name, affects, where, dependences) for name, (affects, where) in doubted.items()
    )


def _note(doubted: dict[str, tuple[str, list[str]]], question: str, affects: str, where: str) -> None:
    if question not in doubted:
        doubted[question] = (affects, [])
    if where not in doubted[question][1]:
        doubted[question][1].append(where)


def _question(
    situation: Situation,
    wording: Wording,
    name: str,
    affects: str,
    where: Sequence[str],
    dependences: Mapping[str, Dependence],
) -> OpenQuestionAdvice:
    base, lang = situation.base, wording.lang
    declared = base.questions[name]
    outcomes: dict[str, list[str]] = {reading: [] for reading in declared.readings}
    for determination, dependence in dependences.items():
        for reading, left in dependence.readings.get(name, {}).items():
            outcomes[reading] += [f"{determination}.{outcome}" for outcome in left if outcome != NO_OUTCOME]
    return OpenQuestionAdvice(
        id=name,
        kind=declared.question_kind,
        title=declared.title.to(lang),
        question=declared.question.to(lang),
        affects=affects,
        where=tuple(where),
        readings=tuple(
            ReadingAdvice(answer=reading, text=body.text.to(lang), outcomes=tuple(outcomes[reading]), sources=body.sources)
            for reading, body in declared.readings.items()
        ),
        recorded=situation.readings.get(name),
        prudent=declared.prudent.to(lang),
        ask=tuple(base.authorities[authority].title.to(lang) for authority in declared.ask),
    )
