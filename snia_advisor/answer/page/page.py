"""An advice on the screen: the answer first, then why, what is doubtful, what to do, and what it rests on."""

from __future__ import annotations

from collections.abc import Callable

from ...law.rulebase.base import RuleBase
from ..telling.document import Document
from ..telling.view import View
from ..timing.advised import Advised
from .amounts import amounts
from .answers import answers, determined, next_actions, reasons, recall
from .doubts import attached_questions, deciding_questions
from .findings import findings, notes
from .missing import missing_facts
from .procedures import procedures
from .proof import proofs
from .ruled_out import changes
from .sources import receipt, sources

Section = Callable[[View], None]


def advice_page(base: RuleBase, advised: Advised, explain: bool = False, after_reasons: Section | None = None) -> Document:
    """The advice as a page, in its own language; `explain` shows everything, the whole proof included.

    `after_reasons` is a section of another question about the case, such as what would turn a no into a yes.
    """
    advice = advised.advice
    view = View(base, advice.lang, explain, advice)
    answers(view, advice)
    next_actions(view, advice)
    determined(view, advice)
    reasons(view, advice)
    if after_reasons is not None:
        after_reasons(view)
    missing_facts(view, advice.missing)
    deciding_questions(view, advice)
    findings(view, advice)
    procedures(view, advised)
    attached_questions(view, advice)
    notes(view, advice)
    amounts(view, advice.amounts)
    changes(view, advice)
    if explain:
        proofs(view, advice)
    sources(view, advice)
    receipt(view, advice)
    view.page.blank()
    recall(view, advice)  # the top of a long advice has left the screen
    return view.page
