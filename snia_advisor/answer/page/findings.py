"""What was found: obstacles, mistakes, breaches, warnings, grounds, duties, each with its article and its confidence."""

from __future__ import annotations

from ...law.model.advice import Advice, DeterminationAdvice, Finding
from ..telling.document import Determination
from ..telling.view import View
from ..telling.words import TONES

TONE_ORDER = {"unfavourable": 0, "favourable": 1, "neutral": 2}


def findings(view: View, advice: Advice) -> None:
    """What speaks for or against: bad news first. It comes before the procedures."""
    for determination in sorted(_found(advice, neutral=False), key=lambda d: TONE_ORDER[d.tone]):
        _collect(view, determination)


def notes(view: View, advice: Advice) -> None:
    """What is good to know, after the papers; and the other determinations that are not headline."""
    _others(view, advice)
    for determination in _found(advice, neutral=True):
        _collect(view, determination)


def _found(advice: Advice, *, neutral: bool) -> list[DeterminationAdvice]:
    collects = [d for d in advice.determinations if d.kind == "collect" and d.findings]
    return [d for d in collects if (d.tone == "neutral") is neutral]


def _collect(view: View, determination: DeterminationAdvice) -> None:
    view.page.heading(determination.title)
    for finding in determination.findings:
        _finding(view, finding, determination.tone)


def _finding(view: View, finding: Finding, tone: str) -> None:
    title = finding.title
    if finding.amount:
        title = view.say("with_amount", title=title, amount=view.amount(finding.id, finding.amount))
    doubt = view.confidence(finding.confidence)
    if doubt:
        title = view.say("with_doubt", title=title, doubt=doubt)
    view.page.para(title, mark=TONES[tone], strong=True)
    if tone == "neutral" and not view.whole:
        return view.cited(finding.sources, 1)  # a note is a line with its article; the rest comes with the whole advice
    if finding.text != finding.title:
        view.page.para(finding.text, 1)
    if finding.proof_documents:
        papers = [view.document(name) for name in finding.proof_documents]
        view.page.labelled(view.say("label_proof"), view.clauses(papers), 1)
    return view.cited(finding.sources, 1)


def _others(view: View, advice: Advice) -> None:
    from .answers import status_mark

    others = [d for d in advice.determinations if d.kind == "choose" and not d.headline and d.status == "decided"]
    if not others:
        return
    view.page.heading(view.say("head_also"))
    for determination in others:
        mark = status_mark(determination)
        view.page.add(Determination(determination.title, str(determination.outcome_title), mark))
        if determination.outcome_text:
            view.page.para(determination.outcome_text, 1)
        view.cited(determination.sources, 1)
