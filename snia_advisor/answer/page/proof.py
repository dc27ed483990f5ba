"""The whole proof as an indented tree: the steps the author wrote, each with its truth, its value, its article."""

from __future__ import annotations

from collections.abc import Iterable

from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.proof import ProofNode
from ..telling.document import Mark
from ..telling.view import View
from ..telling.words import BULLET

TRUTH_STATES = {"true": "yes", "false": "no", "unknown": "depends_on_facts"}


def proofs(view: View, advice: Advice) -> None:
    """The proof of every answer, then of every determination, headline ones first."""
    view.page.heading(view.say("head_proof"))
    view.page.para(view.say("proof_legend"))
    for answer in advice.answers:
        if answer.because is not None:
            view.page.blank()
            view.page.para(answer.path_title, strong=True)
            trees(view, [answer.because], 0)
    for determination in sorted(advice.determinations, key=lambda d: not d.headline):
        view.page.blank()
        view.page.para(determination.question, strong=True)
        if determination.status == "not_covered":
            view.page.para(view.say("not_covered_text"), 1)
        trees(view, nodes_of(determination), 0)


def nodes_of(determination: DeterminationAdvice) -> list[ProofNode]:
    """What was proved of a determination, then what was refused."""
    return [*([determination.because] if determination.because else []), *determination.not_because]


def trees(view: View, nodes: Iterable[ProofNode], depth: int) -> None:
    """Some proofs, one after the other. A rule that was already shown is named, not repeated."""
    shown: set[str] = set()
    for node in nodes:
        _tree(view, node, depth, shown)


def _tree(view: View, node: ProofNode, depth: int, shown: set[str]) -> None:
    while node.group in ("all", "any") and len(node.children) == 1:
        node = node.children[0]  # a group of one says nothing more than its member
    if node.group == "not" and len(node.children) == 1 and _bare(node.children[0]):
        view.page.para(node.text, depth, mark=Mark(TRUTH_STATES[node.truth]))
        return
    again = node.rule is not None and node.rule in shown and bool(node.children)
    view.page.para(_line(view, node, again), depth, mark=Mark(TRUTH_STATES[node.truth]))
    if again:
        return
    if node.rule is not None:
        shown.add(node.rule)
    for child in node.children:
        if node.group == "cases":
            _supposed(view, child, depth + 1, shown)
        else:
            _tree(view, child, depth + 1, shown)


def _supposed(view: View, node: ProofNode, depth: int, shown: set[str]) -> None:
    """One of the cases of a proof by cases: what it supposes is neither given nor proved."""
    view.page.para(view.say("proof_supposed", text=node.text), depth, mark=BULLET)
    for child in node.children:
        _tree(view, child, depth + 1, shown)


def _bare(node: ProofNode) -> bool:
    """Whether a step has nothing to add to the sentence that denies it."""
    return not (node.children or node.sources or node.fact or node.question)


def _line(view: View, node: ProofNode, again: bool) -> str:
    text = view.say("group", text=view.say("group_not")) if node.group == "not" else node.text
    if node.fact is not None and node.given_text is not None:
        text = view.say("proof_given", text=text, given=node.given_text)
    elif node.fact is not None and node.truth == "unknown":
        text = view.say("proof_not_given", text=text)
    elif node.question is not None:
        given = node.given_text or view.say("unknown")
        text = view.say("proof_reading", text=text, given=given)
    notes = [view.cites(node.sources, None)] if node.sources and not again else []
    notes += [view.confidence(node.confidence)] if view.confidence(node.confidence) else []
    notes += [view.say("shown_above")] if again else []
    return view.say("with_cites", text=text, cites=view.clauses(notes)) if notes else text
