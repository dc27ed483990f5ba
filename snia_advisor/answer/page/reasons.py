"""A proof in a few lines: the ground, the facts that made it true, and what refused the other outcomes.

The proof tree is whole and exact; nobody reads it to learn whether to go to the desk. Here it is cut down to the rule that
carries the outcome and to the values that the user gave. `--explain` prints the tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...law.model.advice import DeterminationAdvice
from ...law.model.proof import ProofNode
from ..telling.view import View
from ..telling.words import first_sentence

FACTS_SHOWN = 4


def grounds(node: ProofNode | None) -> list[ProofNode]:
    """The topmost rules that are true in a proof, not looking into negations, nor into cases that are only supposed."""
    if node is None or node.group in ("not", "cases"):
        return []
    if node.rule is not None and node.truth == "true":
        return [node]
    return [ground for child in node.children for ground in grounds(child)]


def given(node: ProofNode | None) -> Iterator[ProofNode]:
    """The steps about a fact that was given (or computed from given ones), each fact once, the nearest first."""
    seen: set[str] = set()
    pending = [node] if node else []
    while pending:
        node = pending.pop(0)
        if node.group == "cases":
            continue  # its values are tried one after the other; nobody gave them
        if node.fact is None:
            pending += node.children
        elif node.fact not in seen and node.given is not None:
            seen.add(node.fact)
            yield node


def reason(view: View, determination: DeterminationAdvice) -> str:
    """Why, in one line: the ground; where there is none, what the outcome itself says."""
    rules = grounds(determination.because)
    if rules:
        return view.clauses(dict.fromkeys(rule.text for rule in rules[:2]))
    if determination.outcome_text:
        return first_sentence(determination.outcome_text)
    facts = [view.fact(str(n.fact), n.given_text) for n in given(determination.because)]
    return view.clauses(facts[:2])


def why(view: View, determination: DeterminationAdvice, depth: int) -> None:
    """Three lines: the ground, the facts with their values, the articles."""
    rules = grounds(determination.because)
    ground = view.clauses(dict.fromkeys(rule.text for rule in rules[:2])) or _by_default(view, determination)
    view.page.labelled(view.say("label_ground"), ground, depth)
    facts = [view.fact(str(n.fact), n.given_text) for n in _carrying(determination)]
    if facts:
        view.page.labelled(view.say("label_facts"), view.some(facts, FACTS_SHOWN), depth)
    view.cited([*(s for rule in rules for s in rule.sources), *determination.sources], depth)


def _carrying(determination: DeterminationAdvice) -> list[ProofNode]:
    """The facts that carry an outcome; for the last one, the nearest fact that refuses each of the others."""
    own = list(given(determination.because))
    if own:
        return own
    nearest = (next(given(node), None) for node in determination.not_because)
    return list({node.fact: node for node in nearest if node is not None}.values())


def _by_default(view: View, determination: DeterminationAdvice) -> str:
    cases = determination.because is not None and any(
        child.group == "cases" for child in (determination.because, *determination.because.children)
    )
    if cases:
        return view.say("ground_cases")
    others = [_outcome_name(view, node) for node in determination.not_because if node.outcome]
    if others and _is_otherwise(view, determination):
        return view.say("ground_otherwise", others=view.clauses(others))
    return first_sentence(determination.outcome_text or determination.outcome_title or "")


def _is_otherwise(view: View, determination: DeterminationAdvice) -> bool:
    choose = view.base.determinations[determination.id].choose or {}
    return determination.outcome in choose and choose[str(determination.outcome)].otherwise


def _outcome_name(view: View, node: ProofNode) -> str:
    determination, _, outcome = str(node.outcome).partition(".")
    return view.say("quoted", text=view.outcome(determination, outcome))


def refusal(view: View, node: ProofNode) -> str:
    """What refuses an outcome, in one clause: the facts that are otherwise, or the outcome that comes first."""
    parts = list(dict.fromkeys(_refusals(view, node)))
    return view.some(parts, 2)


def _refusals(view: View, refused: ProofNode) -> Iterator[str]:
    pending = [refused]
    while pending:
        node = pending.pop(0)
        if node.fact is not None and node.given is not None:
            yield view.fact(node.fact, node.given_text)
        elif node.group == "not":
            yield from (_established(view, refused, child) for child in node.children if child.truth == "true")
        elif node.outcome and not node.children:
            yield _otherwise_settled(view, node)
        elif node.fact is None:
            pending += node.children


def _established(view: View, refused: ProofNode, node: ProofNode) -> str:
    determination, _, outcome = str(node.outcome or "").partition(".")
    if determination and determination == str(refused.outcome).partition(".")[0]:
        return view.say("refused_by_outcome", text=view.outcome(determination, outcome))
    return view.say("refused_by_truth", text=node.text)


def _otherwise_settled(view: View, node: ProofNode) -> str:
    """A premise that another determination decided otherwise is said by what was decided."""
    determination = str(node.outcome).partition(".")[0]
    settled = view.settled(determination)
    if settled is None:
        return view.say("refused_by_falsehood", text=node.text)
    return view.say("comparison", title=view.base.determinations[determination].title.to(view.lang), demand=settled)
