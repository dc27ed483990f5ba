"""Two advices side by side, and the table of one-fact changes, as JSON values (`schema_version` 2, stable key names)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from ...answer.page.reasons import FACTS_SHOWN, given, grounds
from ...answer.telling.wording import Wording, raw
from ...law.model.advice import Advice, DelayAdvice, DeterminationAdvice, FeeAdvice, ProcedureAdvice, StepAdvice
from ...law.model.answer_advice import AnswerAdvice
from ...law.model.proof import ProofNode
from ...law.rulebase.base import RuleBase
from .differences import APART, DATES, Comparison, Difference, Requirement
from .record import ComparisonRecord
from .record_table import TableRecord
from .whatif import OneChange, OneFactTable

T = TypeVar("T")


def compare_json(base: RuleBase, comparison: Comparison, a: Advice, b: Advice) -> dict[str, Any]:
    """The comparison: what each side is, then what differs, one list a kind. A side without the thing is null."""
    return ComparisonRecord.model_validate(_compared(base, comparison, a, b)).model_dump(mode="json", exclude_unset=True)


def _compared(base: RuleBase, comparison: Comparison, a: Advice, b: Advice) -> dict[str, Any]:
    titles = {(p.id, s.id): s.title for advice in (a, b) for p in advice.procedures for s in p.steps}

    def timed(differences: tuple[Difference[Any], ...], read: Callable[[Any], Any]) -> list[dict[str, Any]]:
        return [{"procedure": d.place, "step": d.id, "title": titles[d.place, d.id], **_sides(d, read)} for d in differences]

    return {
        "schema_version": 2,
        "lang": a.lang,
        "same_case": comparison.same_case,
        "same_answer": comparison.same_answer,
        "a": _what(a),
        "b": _what(b),
        "facts": _facts(comparison, Wording(base, a.lang)),
        "readings": [{"question": d.id, "a": d.a, "b": d.b} for d in comparison.readings],
        "answers": [_answers(d) for d in comparison.answers],
        "determinations": [_determination(d) for d in comparison.determinations],
        "findings": [
            {
                "determination": d.place,
                "id": d.id,
                "title": d.either.title,
                "side": d.side,
                **_sides(d, lambda finding: {"amount": finding.amount}),
            }
            for d in comparison.findings
        ],
        "missing": _only(comparison.missing, lambda m: {"fact": m.fact, "question": m.question}),
        "open_questions": _only(comparison.open_questions, lambda q: {"id": q.id, "title": q.title}),
        "procedures": [_changed(d, _procedure) for d in comparison.procedures],
        "steps": [_step(d) for d in comparison.steps],
        "documents": [
            {"id": d.id, "title": d.either[0].document.title, "change": d.change, **_sides(d, _requirements)}
            for d in comparison.documents
        ],
        "delays": timed(comparison.delays, _delay),
        "fees": timed(comparison.fees, _fee),
        "dates": timed(comparison.dates, _dates),
        "amounts": [
            {"id": d.id, "title": d.either.title, **_sides(d, lambda x: {"value": x.value, "unit": x.unit})}
            for d in comparison.amounts
        ],
        "receipts": {"a": a.receipt.model_dump(), "b": b.receipt.model_dump()},
    }


def _what(advice: Advice) -> dict[str, Any]:
    return {
        "case_sha256": advice.receipt.case_sha256,
        "on": advice.on,
        "ref": advice.ref,
        "answer": _said(advice.answer),
        "verdict": advice.verdict.model_dump(),
    }


def _sides(difference: Difference[T], read: Callable[[T], Any]) -> dict[str, Any]:
    both = difference.each(read)
    return {"a": both.a, "b": both.b}


def _only(differences: tuple[Difference[T], ...], read: Callable[[T], Any]) -> dict[str, Any]:
    """What only one side has, by side."""
    return {f"only_{side}": [read(d.either) for d in differences if d.side == side] for side in ("a", "b")}


def _facts(comparison: Comparison, wording: Wording) -> list[dict[str, Any]]:
    """Null where a fact is not given."""
    return [{"fact": d.id, "title": wording.title(d.id), **_sides(d, raw)} for d in comparison.facts]


def _answers(difference: Difference[AnswerAdvice]) -> dict[str, Any]:
    return {"path": difference.id, "title": difference.either.path_title, **_sides(difference, _said)}


def _said(answer: AnswerAdvice) -> dict[str, Any]:
    return {
        "id": answer.id,
        "state": answer.state,
        "depends_on": answer.depends_on,
        "title": answer.title,
        "text": answer.text,
    }


def _determination(difference: Difference[DeterminationAdvice]) -> dict[str, Any]:
    either = difference.either
    because = difference.each(lambda side: first_lines(side.because) if side.status == "decided" else [])
    return {
        "id": difference.id,
        "title": either.title,
        "path": either.path,
        "headline": either.headline,
        "kind": either.kind,
        **_sides(difference, _answer),
        "because_a": because.a or [],
        "because_b": because.b or [],
    }


def _answer(determination: DeterminationAdvice) -> dict[str, Any]:
    return {
        "status": determination.status,
        "outcome": determination.outcome,
        "outcome_title": determination.outcome_title,
        "favourable": determination.favourable,
        "possible": [{"outcome": p.outcome, "under": p.under} for p in determination.possible],
        "findings": [finding.id for finding in determination.findings],
        "could_also_matter": list(determination.could_also_matter),
        "missing": list(determination.missing),
        "open_questions": list(determination.open_questions),
    }


def first_lines(node: ProofNode | None) -> list[str]:
    """What decides, in a few lines: the ground (for a last outcome, what is not the case), then the facts given."""
    if node is None:
        return []
    rules = grounds(node) or list(node.children)
    facts = [f"{n.text} ({n.given_text})" if n.given_text else n.text for n in given(node)]
    return list(dict.fromkeys([*(rule.text for rule in rules[:FACTS_SHOWN]), *facts[:FACTS_SHOWN]]))


def _changed(difference: Difference[ProcedureAdvice], read: Callable[[ProcedureAdvice], Any]) -> dict[str, Any]:
    return {"id": difference.id, "title": difference.either.title, "change": difference.change, **_sides(difference, read)}


def _procedure(procedure: ProcedureAdvice) -> dict[str, Any]:
    return {"certain": procedure.certain, "steps": [step.id for step in procedure.steps]}


def _step(difference: Difference[StepAdvice]) -> dict[str, Any]:
    kept = [name for name in StepAdvice.model_fields if name not in APART]
    sides = difference.each(lambda step: step.model_dump(include=set(kept)))
    values = (sides.a or {}, sides.b or {})
    return {
        "procedure": difference.place,
        "id": difference.id,
        "title": difference.either.title,
        "change": difference.change,
        "fields": [name for name in kept if values[0].get(name) != values[1].get(name)],
        "a": sides.a,
        "b": sides.b,
    }


def _requirements(papers: tuple[Requirement, ...]) -> list[dict[str, Any]]:
    shown = {"originals", "copies", "form", "provided_by", "only_if"}
    return [
        {
            "procedure": paper.procedure,
            "step": paper.step,
            "certain": paper.certain,
            **paper.document.model_dump(include=shown),
        }
        for paper in papers
    ]


def _delay(delay: DelayAdvice) -> dict[str, Any]:
    return {"amount": delay.amount, "unit": delay.unit, "max": delay.max}


def _fee(fee: FeeAdvice) -> dict[str, Any]:
    return {"amount": fee.amount, "currency": fee.currency}


def _dates(step: StepAdvice) -> dict[str, Any]:
    told = step.dates.model_dump(include={"possible_from", "happened", "late", "passed"}) if step.dates else {}
    return {**step.model_dump(include=set(DATES)), **told}


# --- one fact at a time ------------------------------------------------------------------------------------------


def table_json(base: RuleBase, table: OneFactTable, advice: Advice) -> dict[str, Any]:
    """What one change would do: each change that matters with its effects, then the other facts by reason."""
    record = TableRecord.model_validate(_table(base, table, advice))
    return record.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _table(base: RuleBase, table: OneFactTable, advice: Advice) -> dict[str, Any]:
    wording = Wording(base, advice.lang)
    return {
        "schema_version": 2,
        "lang": advice.lang,
        **_what(advice),
        "changes": [_one(base, wording, change) for change in table.changes],
        "without_effect": table.without_effect,
        "tied": table.tied,
        "not_tried": table.not_tried,
        "happened": table.happened,
        "receipt": advice.receipt.model_dump(),
    }


def _one(base: RuleBase, wording: Wording, change: OneChange) -> dict[str, Any]:
    return {
        "fact": change.fact,
        "title": wording.title(change.fact),
        "effort": base.facts[change.fact].changeable,
        "from": raw(change.before),
        "to": raw(change.after),
        "determinations": [_determination(d) for d in change.determinations],
        "answers": [_answers(d) for d in change.answers],
        "case_sha256": change.advice.receipt.case_sha256,
    }
