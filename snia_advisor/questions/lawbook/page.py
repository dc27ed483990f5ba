"""The rule base on the screen: a rule, determination, parameter, question, procedure or fact as `rules show` prints it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ...answer.telling.condition import in_words, tree
from ...answer.telling.document import Document
from ...answer.telling.document import Step as Titled
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...law.logic.facts import Facts, typed
from ...law.model.act import Act, PersonalDeadline
from ...law.model.answer import Answer
from ...law.model.entries import (
    Constraint,
    Derived,
    Determination,
    OpenQuestion,
    Outcome,
    Parameter,
    Path,
    Procedure,
    Rule,
    Step,
)
from ...law.model.former import Former
from ...law.rulebase.base import RuleBase
from ...messages.plurals import quantity
from .calendar_entries import CALENDAR_SHOWN


def entry_page(base: RuleBase, entries: list[tuple[str, str]], lang: str, on: date) -> Document:
    """The entries, each as (kind, id), in words."""
    view = View(base, lang)
    for kind, name in entries:
        view.page.blank()
        _head(view, kind, name)
        shown = SHOWN.get(kind)
        if shown is not None:
            shown(view, base.tables()[kind][name], on)
        _foot(view, kind, name)
    return view.page


def rules_page(base: RuleBase, lang: str) -> Document:
    """Every rule, one title a line, by file."""
    view = View(base, lang)
    file = ""
    for rule in base.rules.values():
        raw = base.raws["rule"][rule.id]
        if raw.file != file:
            file = raw.file
            view.page.blank()
            view.page.para(file, strong=True)
        view.page.para(view.say("row", name=rule.id, text=rule.title.to(lang)), 1, mark=BULLET)
    view.page.blank()
    view.page.para(view.say("rules_count", n=len(base.rules), hash=base.sha256[:12]))
    return view.page


def _head(view: View, kind: str, name: str) -> None:
    entry = view.base.tables()[kind][name]
    title = getattr(entry, "title", None)
    view.page.para(view.say("entry_head", kind=view.say("kind_of_" + kind), name=name), strong=True)
    if title is not None:
        view.page.para(title.to(view.lang), 1)


def _foot(view: View, kind: str, name: str) -> None:
    entry = view.base.tables()[kind][name]
    sources = tuple(getattr(entry, "sources", ())) + tuple(getattr(entry, "why", ()))
    view.cited(sources, 1, None)
    if getattr(entry, "confidence", None):
        view.page.labelled(view.say("label_confidence"), view.say("level_" + entry.confidence.value), 1)
    if getattr(entry, "basis", ()):
        view.page.labelled(view.say("label_basis"), view.join(entry.basis), 1)
    view.page.labelled(view.say("label_place"), view.base.place(kind, name), 1)


# --- one function a kind -----------------------------------------------------------------------------------------------


def _rule(view: View, rule: Rule, on: date) -> None:
    if rule.text:
        view.page.para(rule.text.to(view.lang), 1)
    view.page.para(view.say("holds_when"), 1)
    tree(view, rule.when, on, 2, rule.at)
    for name in rule.unless:
        view.page.para(view.say("with_id", text=view.say("unless", text=view.rule(name)), id=name), 2, mark=BULLET)
    _dates(view, rule)
    if rule.at != "on":
        view.page.labelled(view.say("label_measured"), view.wording.title(rule.at), 1)
    if rule.amount:
        value = view.wording.parameter(rule.amount, Facts({}, on, view.base)) or rule.amount
        view.page.labelled(view.say("label_amount"), view.say("with_id", text=value, id=rule.amount), 1)
    if rule.proof_documents:
        view.page.labelled(view.say("label_proof"), view.clauses(view.document(d) for d in rule.proof_documents), 1)
    for question in rule.open_questions:
        view.page.labelled(view.say("label_doubt"), view.base.questions[question].title.to(view.lang), 1)


def _dates(view: View, entry: Any) -> None:
    if entry.from_ or entry.to:
        first = view.wording.plain(entry.from_) if entry.from_ else view.say("no_start")
        last = view.wording.plain(entry.to) if entry.to else view.say("no_end")
        view.page.labelled(view.say("label_law_dates"), view.say("from_to", first=first, last=last), 1)


def _determination(view: View, declared: Determination, on: date) -> None:
    view.page.para(declared.question.to(view.lang), 1)
    for name, outcome in (declared.choose or {}).items():
        view.page.blank()
        view.page.para(view.say("with_id", text=outcome.title.to(view.lang), id=name), 1, mark=BULLET, strong=True)
        _outcome(view, outcome, on)
    for name in declared.collect or ():
        view.page.para(view.say("with_id", text=view.rule(name), id=name), 1, mark=BULLET)
    _dates(view, declared)


def _outcome(view: View, outcome: Outcome, on: date) -> None:
    if outcome.text:
        view.page.para(outcome.text.to(view.lang), 2)
    if outcome.otherwise:
        view.page.para(view.say("otherwise"), 2)
    else:
        tree(view, outcome.when, on, 2)
    view.cited(outcome.sources, 2, None)


def _parameter(view: View, parameter: Parameter, on: date) -> None:
    for period in parameter.series:
        value = parameter_text(view, parameter, period.value)
        first = view.wording.plain(period.from_) if period.from_ else view.say("no_start")
        last = view.wording.plain(period.to) if period.to else view.say("no_end")
        doubt = view.confidence(period.confidence.value)
        text = view.say("period", value=value, first=first, last=last)
        view.page.para(view.say("with_doubt", title=text, doubt=doubt) if doubt else text, 1, mark=BULLET)
        if period.note:
            view.page.para(period.note.to(view.lang), 2)
        view.cited(period.sources, 2, None)


def parameter_text(view: View, parameter: Parameter, value: Any) -> str:
    """The value of a period with its unit."""
    return view.wording.plain(typed(parameter, value), parameter.unit)


def _question(view: View, question: OpenQuestion, on: date) -> None:
    view.page.para(question.question.to(view.lang), 1)
    view.page.para(view.say("question_kind_" + question.question_kind), 1)
    for name, reading in question.readings.items():
        view.page.para(view.say("with_id", text=reading.text.to(view.lang), id=name), 1, mark=BULLET)
        view.cited(reading.sources, 2, None)
    view.page.labelled(view.say("label_prudent"), question.prudent.to(view.lang), 1)
    authorities = [view.base.authorities[name].title.to(view.lang) for name in question.ask]
    view.page.labelled(view.say("label_ask"), view.clauses(authorities), 1)


def _procedure(view: View, procedure: Procedure, on: date) -> None:
    view.page.labelled(view.say("label_only_if"), in_words(view, procedure.when, on), 1)
    if procedure.note:
        view.page.para(procedure.note.to(view.lang), 1)
    for number, step in enumerate(procedure.steps, 1):
        view.page.blank()
        view.page.add(Titled(number, view.say("with_id", text=step.title.to(view.lang), id=step.step), 1))
        _step(view, step, on)


def _step(view: View, step: Step, on: date) -> None:
    who = view.say("actor_" + step.actor)
    if step.authority:
        where = view.base.authorities[step.authority].title.to(view.lang)
        who = view.say("who_where", who=who, where=where)
    view.page.labelled(view.say("label_who"), who, 2)
    if step.when is not None:
        view.page.labelled(view.say("label_only_if"), in_words(view, step.when, on), 2)
    for paper in step.documents:
        view.page.paper(view.document(paper.document), 2)
    if step.delay:
        view.page.labelled(view.say("label_delay"), _delay(view, step.delay.amount, step.delay.unit, on), 2)
    if step.fee:
        amount = view.say("fee_unpublished") if step.fee.amount is None else _referred(view, step.fee.amount, on)
        view.page.labelled(view.say("label_fee"), amount, 2)
    if step.note:
        view.page.para(step.note.to(view.lang), 2)
    view.cited(step.sources, 2, None)


def _referred(view: View, written: str, on: date) -> str:
    return view.wording.parameter(written, Facts({}, on, view.base)) or written


def _delay(view: View, written: str | None, unit: str, on: date) -> str:
    if written is None:
        return view.say("delay_unknown")
    value = Facts({}, on, view.base).argument(written)
    text = quantity(unit, value, view.lang) if isinstance(value, int) else written
    return view.say("with_id", text=text, id=written)


def _derived(view: View, derived: Derived, on: date) -> None:
    view.page.labelled(view.say("label_computed"), f"{derived.function}({', '.join(derived.arguments)})", 1)


def _constraint(view: View, constraint: Constraint, on: date) -> None:
    view.page.para(constraint.text.to(view.lang), 1)
    if constraint.holds is not None:
        tree(view, constraint.holds, on, 1)
        return
    view.page.labelled(view.say("label_only_if"), in_words(view, constraint.when, on), 1)
    for name, value in (constraint.then or {}).items():
        view.page.para(view.say("comparison", title=view.wording.title(name), demand=str(value)), 2, mark=BULLET)


def _path(view: View, path: Path, on: date) -> None:
    view.page.para(path.question.to(view.lang), 1)
    view.page.labelled(view.say("label_only_if"), in_words(view, path.concerns, on), 1)
    for name in path.determinations:
        view.page.para(view.say("row", name=name, text=view.base.determinations[name].title.to(view.lang)), 1, mark=BULLET)


def _former(view: View, former: Former, on: date) -> None:
    for old, new in former.renamed.items():
        view.page.para(f"{old} → {new}", 1, mark=BULLET)
    for value, today in former.groups.items():
        names = "; ".join(f"{old} → {new}" for old, new in today.items())
        view.page.para(view.say("row", name=f"{former.by} = {value}", text=names), 1, mark=BULLET)


def _answer(view: View, answer: Answer, on: date) -> None:
    from .answers import answer_details

    answer_details(view, answer, on)


def _act(view: View, act: Act, on: date) -> None:
    """What, who, where, when, and what is at stake."""
    from .acts import act_details

    act_details(view, act, on)


def _deadline(view: View, deadline: PersonalDeadline, on: date) -> None:
    from .acts import deadline_details

    deadline_details(view, deadline, on)


def _fact(view: View, fact: Any, on: date) -> None:
    from .facts import fact_details

    fact_details(view, fact)


def _register(view: View, register: Any, on: date) -> None:
    from ...answer.page.missing import hints, register_status

    register_status(view, register)
    for line in register.entries:
        view.page.para(view.say("row", name=line.id, text=line.title.to(view.lang)), 1, mark=BULLET)
    hints(view, register)


def _source(view: View, source: Any, on: date) -> None:
    from .sources import source_details

    source_details(view, source)


def _document(view: View, document: Any, on: date) -> None:
    note = document.note or getattr(document, "where", None)
    if note:
        view.page.para(note.to(view.lang), 1)


def _authority(view: View, authority: Any, on: date) -> None:
    if authority.where:
        view.page.para(authority.where.to(view.lang), 1)


SHOWN: dict[str, Callable[[View, Any, date], None]] = {
    "answer": _answer,
    "act": _act,
    "deadline": _deadline,
    "former": _former,
    "rule": _rule,
    "determination": _determination,
    "parameter": _parameter,
    "open_question": _question,
    "procedure": _procedure,
    "derived": _derived,
    "constraint": _constraint,
    "path": _path,
    "fact": _fact,
    "list": _register,
    "source": _source,
    "document": _document,
    "authority": _authority,
    **CALENDAR_SHOWN,
}
