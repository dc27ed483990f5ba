"""Why, why not and the smallest change as JSON values (`schema_version` 2), with stable key names."""

from __future__ import annotations

from typing import Any

from ...answer.telling.view import View
from ...answer.telling.wording import raw
from ...law.logic.conditions import Compare, ReadingIs
from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.proof import ProofNode
from ...law.rulebase.base import RuleBase
from .page import amount_of
from .page_change import assignments
from .page_conditions import given_text, given_value, text
from .record import (
    AskedFinding,
    ChangeAdvice,
    ChangedFactAdvice,
    ChangesAdvice,
    ChangesRecord,
    OtherPathAdvice,
    WhyRecord,
)
from .smallest_change import Change, Changes
from .span import Changed
from .why_not import Wanted, WhyNot


def why_json(
    base: RuleBase,
    advice: Advice,
    determination: DeterminationAdvice,
    outcome: str | None,
    nodes: list[ProofNode],
    sets: WhyNot | None,
) -> dict[str, Any]:
    """The answer as JSON values: what was asked, the proof nodes, and the conditions that fail or are missing, as sets."""
    none: dict[str, Any] = {"failing": [], "missing_sets": [], "more_sets": False}
    view = View(base, advice.lang)
    record = WhyRecord(
        schema_version=2,
        lang=advice.lang,
        on=advice.on,
        determination=determination.id,
        status=determination.status,
        outcome=determination.outcome,
        asked=outcome,
        finding=finding_json(view, determination, outcome, nodes, sets),
        nodes=tuple(nodes),
        missing=determination.missing,
        open_questions=determination.open_questions,
        **(sets_json(view, sets) if sets else none),
        receipt=advice.receipt,
    )
    return record.model_dump(mode="json")


def finding_json(
    view: View, determination: DeterminationAdvice, outcome: str | None, nodes: list[ProofNode], sets: WhyNot | None
) -> AskedFinding | None:
    """The rule that was asked about, where it is one that the determination collects: its sentence, and whether it holds."""
    if outcome is None or determination.kind != "collect":
        return None
    rule = view.base.rules[outcome]
    return AskedFinding(
        id=rule.id,
        title=rule.title.to(view.lang),
        text=(rule.text or rule.title).to(view.lang),
        amount=amount_of(view, determination, outcome, sets),
        holds=nodes[0].truth if nodes else "false",
        sources=rule.sources,
        confidence=rule.confidence.value,
    )


def checked_json(base: RuleBase, advice: Advice, changes: Changes | None) -> dict[str, Any]:
    """The advice with its changes, as `snia check --json` writes it."""
    return {**advice.to_json(), "changes": _changes(base, advice, changes)}


def change_json(base: RuleBase, advice: Advice, changes: Changes | None) -> dict[str, Any]:
    """The changes alone, as `snia why CASE --json` writes them."""
    record = ChangesRecord(
        schema_version=2,
        lang=advice.lang,
        on=advice.on,
        answer=advice.answer,
        verdict=advice.verdict,
        changes=None if changes is None else changes_model(View(base, advice.lang), changes),
        receipt=advice.receipt,
    )
    return record.model_dump(mode="json")


def _changes(base: RuleBase, advice: Advice, changes: Changes | None) -> dict[str, Any] | None:
    return None if changes is None else changes_model(View(base, advice.lang), changes).model_dump(mode="json")


def changes_model(view: View, changes: Changes) -> ChangesAdvice:
    """The changes as a record."""
    return ChangesAdvice(
        path=changes.path,
        found=tuple(_model(view, change) for change in changes.found),
        exhaustive=changes.exhaustive,
        bound=changes.bound,
        happened=changes.happened,
        other_paths=tuple(
            OtherPathAdvice(path=o.path, title=view.base.paths[o.path].title.to(view.lang), state=o.state)
            for o in changes.other_paths
        ),
    )


def _model(view: View, change: Change) -> ChangeAdvice:
    return ChangeAdvice(
        facts=tuple(_fact(view, changed) for changed in change.facts),
        effort=change.effort,
        state=change.state,
        outcomes=dict(change.outcomes),
        asked_anew=change.asked_anew,
        missing=change.missing,
        open_questions=change.questions,
        set=tuple(assignments(change)),
    )


def _fact(view: View, changed: Changed) -> ChangedFactAdvice:
    return ChangedFactAdvice(
        fact=changed.fact,
        title=view.wording.title(changed.fact),
        before=raw(changed.before),
        after=raw(changed.after),
        after_text=view.wording.value(changed.fact, changed.after),
        span=changed.span,
        until=None if changed.until is None else raw(changed.until),
        others=tuple(raw(other) for other in changed.others),
        example=changed.example,
    )


def sets_json(view: View, why_not: WhyNot) -> dict[str, Any]:
    """The sets as JSON values: each condition with what is wanted and what was given."""
    return {
        "failing": [[_json(view, why_not, one) for one in conditions] for conditions in why_not.failing.sets],
        "missing_sets": [[_json(view, why_not, one) for one in conditions] for conditions in why_not.missing.sets],
        "more_sets": why_not.failing.more or why_not.missing.more,
    }


def _json(view: View, why_not: WhyNot, one: Wanted) -> dict[str, Any]:
    atom = why_not.situation.network.nodes[one.index].atom
    value = given_value(why_not, atom)
    return {
        "fact": atom.fact if isinstance(atom, Compare) else None,
        "question": atom.question if isinstance(atom, ReadingIs) else None,
        "text": text(view, why_not, one),
        "given": value if isinstance(atom, ReadingIs) else raw(value),
        "given_text": given_text(view, why_not, atom),
    }
