"""`why`: why this outcome, or why not that one, in the words of the rule."""

from __future__ import annotations

from ...answer.page.answers import status_mark
from ...answer.page.proof import trees
from ...answer.page.reasons import decided_elsewhere, refusal, told, why
from ...answer.telling.document import Document
from ...answer.telling.view import View
from ...answer.telling.words import BULLET, TONES
from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.proof import ProofNode
from ...law.rulebase.base import RuleBase
from .page_conditions import wanted_sets
from .why_not import WhyNot

FACTS_SHOWN = 5


def why_page(
    base: RuleBase,
    advice: Advice,
    determination: DeterminationAdvice,
    outcome: str | None,
    nodes: list[ProofNode],
    sets: WhyNot | None,
) -> Document:
    """The answer as a page: in short, the conditions that stand in the way, then the proof."""
    view = View(base, advice.lang, advice=advice)
    view.page.para(determination.question, strong=True)
    if outcome is not None and determination.kind == "collect":
        finding(view, determination, outcome, nodes[0] if nodes else None, sets)
    else:
        _chosen(view, determination, outcome, nodes, sets)
    if nodes:
        view.page.heading(view.say("head_proof"))
        view.page.para(view.say("proof_legend"))
        view.page.blank()
        trees(view, nodes, 0)
    elif outcome is not None:
        view.page.para(view.say("why_whatever"), 1)
        trees(view, [determination.because] if determination.because else [], 0)
    return view.page


def _chosen(
    view: View, determination: DeterminationAdvice, outcome: str | None, nodes: list[ProofNode], sets: WhyNot | None
) -> None:
    """What was determined, then why it, or why not another outcome; what is missing and doubtful."""
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
        view.page.labelled(view.say("label_doubt"), view.base.questions[question].title.to(view.lang), 1)


def _answer(view: View, determination: DeterminationAdvice) -> None:
    mark = status_mark(determination)
    if determination.status == "not_covered":
        view.page.para(view.say("not_covered_text"), mark=mark)
    elif determination.kind == "collect":
        for found in determination.findings:
            amount = view.amount(found.id, found.amount) if found.amount else None
            text = view.say("with_amount", title=found.title, amount=amount) if amount else found.title
            view.page.para(text, mark=TONES[determination.tone])
            if found.text != found.title:
                view.page.para(found.text, 1)
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


# --- a rule that a determination collects ----------------------------------------------------------------------------


def finding(view: View, determination: DeterminationAdvice, rule: str, node: ProofNode | None, sets: WhyNot | None) -> None:
    """The rule in full; where it does not hold, what would have to hold."""
    declared = view.base.rules[rule]
    truth = node.truth if node is not None else "false"
    title = declared.title.to(view.lang)
    doubt = view.confidence(declared.confidence.value)
    text = view.say("with_doubt", title=title, doubt=doubt) if doubt else title
    view.page.para(text, mark=TONES[determination.tone] if truth == "true" else BULLET, strong=True)
    if declared.text is not None:
        view.page.para(declared.text.to(view.lang), 1)
    amount = amount_of(view, determination, rule, sets)
    if amount is not None:
        view.page.para(view.amount_meant(rule, amount), 1)
    view.page.labelled(view.say("label_holds"), view.say(f"holds_{truth}"), 1)
    facts = told(view, node, decided_elsewhere(view))
    if facts:
        view.page.labelled(view.say("label_facts"), view.some(facts, FACTS_SHOWN), 1)
    if sets is not None:
        wanted_sets(view, sets)
    view.cited(declared.sources, 1, None)


def amount_of(view: View, determination: DeterminationAdvice, rule: str, sets: WhyNot | None) -> str | None:
    """The amount of a rule as it was found; of one that was not, as the facts give it."""
    found = next((one for one in determination.findings if one.id == rule), None)
    if found is not None:
        return found.amount
    written = view.base.rules[rule].amount
    return view.wording.parameter(written, sets.situation.facts) if written and sets else None
