"""The procedures that may apply, with the condition on which they depend; and delays and fees in words."""

from __future__ import annotations

from ....law.model.advice import Advice, DelayAdvice, DocumentAdvice, FeeAdvice, ProcedureAdvice, StepAdvice
from ....messages.formats import money_text
from ....messages.plurals import quantity
from ...telling.condition import in_words
from ...telling.document import Step
from ...telling.view import View
from ..doubts import step_doubts


def procedures(view: View, advice: Advice) -> None:
    """The procedures that may apply: named with their condition, or told in full on a whole screen."""
    possible = [p for p in advice.procedures if not p.certain]
    if possible and not view.whole:
        view.page.heading(view.say("head_possible_procedures"))
    for procedure in possible:
        if view.whole:
            _procedure(view, advice, procedure)
        else:
            _outline(view, advice, procedure)


def _procedure(view: View, advice: Advice, procedure: ProcedureAdvice) -> None:
    view.page.heading(view.say("head_procedure", title=procedure.title))
    _condition(view, advice, procedure.id, 0)
    if procedure.note:
        view.page.para(procedure.note)
    view.cited(procedure.sources, 0)
    for number, step in enumerate(procedure.steps, 1):
        view.page.blank()
        _step(view, advice, number, step)
        _about_step(view, advice, step)


def _outline(view: View, advice: Advice, procedure: ProcedureAdvice) -> None:
    view.page.para(procedure.title, strong=True)
    _condition(view, advice, procedure.id, 1)
    steps = quantity("steps", len(procedure.steps), view.lang)
    view.page.para(view.say("outline", steps=steps, id=procedure.id), 1)


def _condition(view: View, advice: Advice, name: str, depth: int) -> None:
    text = in_words(view, view.base.procedures[name].when, advice.on)
    view.page.labelled(view.say("label_only_if"), text, depth)


def _step(view: View, advice: Advice, number: int, step: StepAdvice) -> None:
    page = view.page
    page.add(Step(number, step.title))
    who = view.who(step.actor)
    page.labelled(view.say("label_who"), view.say("who_where", who=who, where=step.authority_title) if step.authority_title
                  else who, 1)  # fmt: skip
    if step.only_if:
        page.labelled(view.say("label_only_if"), step.only_if, 1)
    if step.documents:
        page.para(view.say("papers"), 1)
    for document in step.documents:
        _document(view, document)
    if step.delay:
        page.labelled(view.say("label_delay"), delay_text(view, step.delay), 1)
    if step.starts_when:
        page.labelled(view.say("label_starts"), step.starts_when, 1)


def _about_step(view: View, advice: Advice, step: StepAdvice) -> None:
    page = view.page
    if step.fee:
        page.labelled(view.say("label_fee"), fee_text(view, step.fee), 1)
    if step.note:
        page.labelled(view.say("label_note"), step.note, 1)
    step_doubts(view, advice, step.open_questions, 1)
    view.cited(step.sources, 1)


def _document(view: View, document: DocumentAdvice) -> None:
    copies = [quantity("originals", document.originals, view.lang)] if document.originals else []
    copies += [quantity("copies", document.copies, view.lang)] if document.copies else []
    forms = [view.say("form_" + form) for form in document.form]
    text = view.say(
        "paper",
        title=document.title,
        details=view.join([*copies, *forms]),
        provider=view.say("provided_" + document.provided_by, **view.named(document.provided_by)),
    )
    view.page.paper(text, 1)
    if document.only_if:
        view.page.labelled(view.say("label_only_if"), document.only_if, 3)
    if document.note:
        view.page.para(document.note, 3)


def delay_text(view: View, delay: DelayAdvice) -> str:
    """A delay with its unit in words; a text that names no kind of days is said to name none."""
    if delay.amount is None:
        text = view.say("delay_unknown")
    else:
        text = quantity(delay.unit, int(delay.amount), view.lang)
        text = view.say("at_most", text=text) if delay.max else text
    parts = [text, *([view.say("days_unspecified")] if delay.unit == "unspecified" and delay.amount else [])]
    parts += [delay.note] if delay.note else []
    cited = view.cites(delay.sources)
    text = view.clauses(parts)
    return view.say("with_cites", text=text, cites=cited) if cited else text


def fee_text(view: View, fee: FeeAdvice) -> str:
    """A fee, or that an invoice exists whose amount is not published."""
    amount = view.say("fee_unpublished") if fee.amount is None else money_text(fee.amount, view.lang)
    parts = [amount, *([view.confidence(fee.confidence)] if fee.confidence != "high" else [])]
    parts += [fee.note] if fee.note else []
    return view.clauses(parts)
