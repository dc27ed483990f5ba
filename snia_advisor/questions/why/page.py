"""`why`: why this outcome, or why not that one, in the words of the rule."""

from __future__ import annotations

from typing import Any

from ...answer.page.proof import nodes_of, trees
from ...answer.page.reasons import refusal, why
from ...answer.page.verdict import status_mark
from ...answer.telling.document import Document
from ...answer.telling.view import View
from ...answer.telling.words import BULLET, TONES
from ...errors import BadInput
from ...law.logic.reading import known, unknown
from ...law.model.advice import Advice, DeterminationAdvice, ProofNode
from ...law.rulebase.base import RuleBase
from .page_conditions import sets_json, wanted_sets
from .why_not import WhyNot


def determination_of(base: RuleBase, advice: Advice, name: str) -> DeterminationAdvice:
    """The determination asked about. Raises `BadInput` with the nearest name."""
    try:
        return advice.determination(name)
    except KeyError:
        pool = [d.id for d in advice.determinations]
        raise unknown("unknown_determination", name, pool, BadInput) from None


def asked_nodes(base: RuleBase, determination: DeterminationAdvice, outcome: str | None) -> list[ProofNode]:
    """The proofs to show: that of one outcome or rule, or what carries the determination. Raises `BadInput`."""
    declared = base.determinations[determination.id]
    if outcome is None:
        return _carrying(determination)
    pool = list(declared.choose or declared.collect or ())
    known("why_outcome", outcome, pool, BadInput, of=determination.id)
    return [node for node in _each(determination) if node.rule == outcome or node.outcome == f"{determination.id}.{outcome}"]


def _carrying(determination: DeterminationAdvice) -> list[ProofNode]:
    if determination.status == "decided" and determination.because is not None:
        return [determination.because]
    return [node for node in nodes_of(determination) if node.truth != "false"]


def _each(determination: DeterminationAdvice) -> list[ProofNode]:
    """One proof an outcome, or a rule of a collect."""
    collected = list(determination.because.children) if determination.kind == "collect" and determination.because else []
    return [*collected, *nodes_of(determination)]


def exit_code(determination: DeterminationAdvice) -> int:
    """As for an advice, for this determination: 3 facts are missing, 4 a question remains, when it is a headline one."""
    if not determination.headline or determination.status != "depends":
        return 0
    return 3 if determination.missing else 4


def wants_sets(determination: DeterminationAdvice, outcome: str | None) -> bool:
    """Whether there are conditions to look for: an outcome was asked about that is neither established nor struck out."""
    if outcome is None or determination.status == "not_covered" or outcome == determination.outcome:
        return False
    nodes = [n for n in _each(determination) if n.rule == outcome or n.outcome == f"{determination.id}.{outcome}"]
    left = {p.outcome for p in determination.possible} | set(determination.could_also_matter)
    return any(node.truth == "false" or (node.truth == "unknown" and outcome in left) for node in nodes)


def why_json(
    base: RuleBase,
    advice: Advice,
    determination: DeterminationAdvice,
    outcome: str | None,
    nodes: list[ProofNode],
    sets: WhyNot | None,
) -> dict[str, Any]:
    """The answer as JSON values: what was asked, the proof nodes, and the conditions that fail or are missing, as sets."""
    none = {"failing": [], "missing_sets": [], "more_sets": False}
    return {
        "schema_version": 1,
        "lang": advice.lang,
        "on": advice.on,
        "determination": determination.id,
        "status": determination.status,
        "outcome": determination.outcome,
        "asked": outcome,
        "nodes": nodes,
        "missing": list(determination.missing),
        "open_questions": list(determination.open_questions),
        **(sets_json(View(base, advice.lang), sets) if sets else none),
        "receipt": advice.receipt,
    }


def why_page(
    base: RuleBase,
    advice: Advice,
    determination: DeterminationAdvice,
    outcome: str | None,
    nodes: list[ProofNode],
    sets: WhyNot | None,
) -> Document:
    """The answer as a page: in short, the conditions that stand in the way, then the proof."""
    view = View(base, advice.lang)
    view.page.para(determination.question, strong=True)
    _answer(view, determination)
    if outcome is not None and outcome != determination.outcome:
        _why_not(view, determination, outcome, nodes)
        if sets is not None:
            wanted_sets(view, sets)
    elif determination.status == "decided" and determination.kind == "choose":
        why(view, determination, 1)
    if determination.missing:
        facts = [view.wording.title(name) for name in determination.missing]
        view.page.labelled(view.say("label_missing"), view.some(facts, 5), 1)
    for question in determination.open_questions:
        view.page.labelled(view.say("label_doubt"), base.questions[question].title.to(view.lang), 1)
    if nodes:
        view.page.heading(view.say("head_proof"))
        view.page.para(view.say("proof_legend"))
        view.page.blank()
        trees(view, nodes, 0)
    elif outcome is not None:
        view.page.para(view.say("why_whatever"), 1)
        trees(view, [determination.because] if determination.because else [], 0)
    return view.page


def _answer(view: View, determination: DeterminationAdvice) -> None:
    mark = status_mark(determination)
    if determination.status == "not_covered":
        view.page.para(view.say("not_covered_text"), mark=mark)
    elif determination.kind == "collect":
        for finding in determination.findings:
            view.page.para(finding.title, mark=TONES[determination.tone])
        if not determination.findings:
            view.page.para(view.say("nothing_found"), mark=BULLET)
        if determination.could_also_matter:
            titles = [view.rule(name) for name in determination.could_also_matter]
            view.page.labelled(view.say("label_could_add"), view.some(titles, 5))
    elif determination.status == "decided":
        view.page.para(str(determination.outcome_title), mark=mark)
    else:
        titles = list(dict.fromkeys(p.title for p in determination.possible))
        view.page.para(view.say("possible", outcomes=view.clauses(titles)), mark=mark)


def _why_not(view: View, determination: DeterminationAdvice, outcome: str, nodes: list[ProofNode]) -> None:
    title = view.outcome(determination.id, outcome)
    for node in nodes[:1]:
        view.page.blank()
        key = {"true": "why_yes", "false": "why_not", "unknown": "why_open"}[node.truth]
        view.page.para(view.say(key, outcome=title), strong=True)
        if node.truth == "false":
            view.page.para(refusal(view, node), 1)
