"""What could still change the answer, and which outcomes were refused, by which fact."""

from __future__ import annotations

from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.proof import ProofNode
from ..telling.view import View
from ..telling.words import BULLET
from .reasons import refusal

RULES_SHOWN = 3


def changes(view: View, advice: Advice) -> None:
    """Rules that a missing fact may still bring in; then what the given facts have ruled out."""
    _could_matter(view, advice)
    refused = [d for d in advice.determinations if d.headline and d.kind == "choose" and _refused(d)]
    if not refused:
        return
    view.page.heading(view.say("head_refused"))
    for determination in refused:
        view.page.para(determination.title, strong=True)
        for node in _refused(determination):
            outcome = str(node.outcome).partition(".")[2]
            text = view.say("refused", outcome=view.outcome(determination.id, outcome), because=refusal(view, node))
            view.page.para(text, 1, mark=BULLET)


def _refused(determination: DeterminationAdvice) -> list[ProofNode]:
    return [node for node in determination.not_because if node.truth == "false"]


def _could_matter(view: View, advice: Advice) -> None:
    open_ = [d for d in advice.determinations if d.could_also_matter]
    if not open_:
        return
    view.page.heading(view.say("head_could_matter"))
    view.page.para(view.say("could_matter"))
    for determination in open_:
        titles = [view.rule(name) for name in determination.could_also_matter]
        view.page.para(view.some(titles, RULES_SHOWN), 1, lead=determination.title)
