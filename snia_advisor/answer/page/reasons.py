"""A proof in a few lines: the ground, the facts that made it true, and what refused the other outcomes.

The proof tree is whole and exact; nobody reads it to learn whether to go to the desk. Here it is cut down to the rule that
carries the outcome and to the values that the user gave. `--explain` prints the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ...law.logic.conditions import ON
from ...law.model.advice import DeterminationAdvice
from ...law.model.proof import ProofNode
from ..telling.view import View
from ..telling.words import first_sentence

FACTS_SHOWN = 4
NOTHING: tuple[object, ...] = (False, None, "none", (), [])  # values that say only what is not
NOWHERE: Mapping[str, ProofNode] = MappingProxyType({})


def grounds(node: ProofNode | None) -> list[ProofNode]:
    """The topmost rules that are true in a proof, not looking into negations, nor into cases that are only supposed."""
    if node is None or node.group in ("not", "cases"):
        return []
    if node.rule is not None and node.truth == "true":
        return [node]
    return [ground for child in node.children for ground in grounds(child)]


def given(node: ProofNode | None, decided: Mapping[str, ProofNode] = NOWHERE) -> Iterator[ProofNode]:
    """The steps about a fact that was given (or computed from given ones), each fact once, the nearest first.

    Where a step names what another determination decided, its facts come from the proof of that one, if it is in `decided`.
    """
    seen: set[str] = set()
    pending = [node] if node else []
    while pending:
        node = pending.pop(0)
        if node.group == "cases":
            continue  # its values are tried one after the other; nobody gave them
        elsewhere = str(node.outcome).partition(".")[0]
        if node.outcome and not node.children and elsewhere in decided and elsewhere not in seen:
            seen.add(elsewhere)
            pending.append(decided[elsewhere])
        elif node.fact is None:
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


def why(view: View, determination: DeterminationAdvice, depth: int, facts: int = FACTS_SHOWN, cites: int | None = 2) -> None:
    """Three lines: the ground, the facts with their values, the articles."""
    rules = grounds(determination.because)
    ground = view.clauses(dict.fromkeys(rule.text for rule in rules[:2])) or _by_default(view, determination)
    if ground != determination.outcome_title:
        view.page.labelled(view.say("label_ground"), ground, depth)
    shown = carrying(view, determination)
    if shown and facts:
        view.page.labelled(view.say("label_facts"), view.some(shown, facts), depth)
    view.cited([*(s for rule in rules for s in rule.sources), *determination.sources], depth, cites)


def carrying(view: View, determination: DeterminationAdvice) -> list[str]:
    """The facts that carry an outcome, with their values.

    For the last outcome, which nothing but the others' failing carries, the nearest thing that refuses each of them: what is
    comes before what is not.
    """
    decided = decided_elsewhere(view, determination.id)
    own = told(view, determination.because, decided)
    if own:
        return own
    nearest = [_nearest(view, decided, node) for node in determination.not_because]
    refusing = dict(pair for pair in nearest if pair is not None)
    return sorted(refusing, key=lambda text: not refusing[text])


def told(view: View, node: ProofNode | None, decided: Mapping[str, ProofNode] = NOWHERE) -> list[str]:
    """The facts of a proof in words; the day of the question, which is common to everything, is none of them."""
    return [view.fact(str(one.fact), one.given_text) for one in given(node, decided) if one.fact != ON]


def _nearest(view: View, decided: Mapping[str, ProofNode], refused: ProofNode) -> tuple[str, bool] | None:
    """The nearest fact that refuses an outcome, and whether it is one that is; else what was decided elsewhere."""
    for node in given(refused):
        if node.fact != ON:
            return view.fact(str(node.fact), node.given_text), node.given not in NOTHING
    pending = [refused]
    while pending:
        node = pending.pop(0)
        name = str(node.outcome).partition(".")[0]
        if node is not refused and name in decided:
            fact = next(given(decided[name]), None)
            return (view.fact(str(fact.fact), fact.given_text) if fact else _otherwise_settled(view, node)), True
        pending += node.children
    return None


def decided_elsewhere(view: View, besides: str | None = None) -> dict[str, ProofNode]:
    """The proofs of the determinations that are decided, but for one."""
    others = view.advice.determinations if view.advice else ()
    return {d.id: d.because for d in others if d.id != besides and d.status == "decided" and d.because is not None}


def _by_default(view: View, determination: DeterminationAdvice) -> str:
    """What is said where no rule is the ground: what the outcome says of itself, never what it is not."""
    cases = determination.because is not None and any(
        child.group == "cases" for child in (determination.because, *determination.because.children)
    )
    if cases:
        return view.say("ground_cases")
    return first_sentence(determination.outcome_text or determination.outcome_title or "")


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
