"""The next dates on which an answer changes, as JSON values (`schema_version` 2, stable key names)."""

from __future__ import annotations

from typing import Any

from ...answer.telling.view import View
from ...law.model.answer_advice import AnswerAdvice
from ...law.rulebase.base import RuleBase
from ..compare.as_json import compare_json
from .ends import deadlines, papers
from .page_causes import reason, sources
from .record import WatchRecord
from .walk import ChangeDay, Watch, only

SIDES = {"a": "from", "b": "to"}
PARTS = ("procedures", "documents", "delays", "fees", "amounts")


def watch_json(base: RuleBase, watch: Watch) -> dict[str, Any]:
    """What was found: `changes`, what ends (`deadlines`, `papers`), the facts on which further changes hang (`unknown`).

    `from` and `to` are null where the day before, or the day, does not have the thing. `stops` says from which day the facts
    contradict each other, so that nothing is computed beyond it; `running` names amounts that change nearly every day. The
    receipt is that of today's advice.
    """
    record = WatchRecord.model_validate(_watched(base, watch))
    return record.model_dump(mode="json", by_alias=True, exclude_unset=True)


def _watched(base: RuleBase, watch: Watch) -> dict[str, Any]:
    view = View(base, watch.today.lang)
    law_known_to = watch.today.receipt.law_known_to
    refusal = watch.refusal
    return {
        "schema_version": 2,
        "lang": watch.today.lang,
        "on": watch.today.on,
        "until": watch.until,
        "law_known_to": law_known_to,
        "notice": view.say("watch_after_cutoff", known_to=view.wording.plain(law_known_to))
        if watch.until > law_known_to
        else None,
        "answers": [_answer(answer) for answer in watch.today.answers],
        "verdict": watch.today.verdict.state,
        "changes": [_change(view, watch, change) for change in watch.changes],
        "deadlines": [deadline.model_dump() for deadline in deadlines(watch)],
        "papers": [paper.model_dump() for paper in papers(watch)],
        "unknown": [
            {
                "fact": waiting.fact,
                "question": base.facts[waiting.fact].question.to(view.lang),
                "determinations": list(waiting.determinations),
            }
            for waiting in watch.waiting
        ],
        "stops": {"date": refusal.on, "text": refusal.problem.sentence(view.lang)} if refusal else None,
        "running": list(watch.running),
        "receipt": watch.today.receipt.model_dump(),
    }


def _answer(answer: AnswerAdvice) -> dict[str, Any]:
    return {"path": answer.path, "id": answer.id, "state": answer.state, "title": answer.title}


def _change(view: View, watch: Watch, change: ChangeDay) -> dict[str, Any]:
    differs = compare_json(view.base, change.difference, change.before, change.after)
    return {
        "date": change.on,
        "days": (change.on - watch.today.on).days,
        "after_law_known_to": change.on > watch.today.receipt.law_known_to,
        "verdict": {"from": change.before.verdict.state, "to": change.after.verdict.state},
        "answers": [_sides(row) for row in differs["answers"]],
        "determinations": [_determination(change, row) for row in differs["determinations"]],
        "missing": {"appeared": differs["missing"]["only_b"], "gone": differs["missing"]["only_a"]},
        **{part: [_sides(row) for row in differs[part]] for part in PARTS},
        "because": [
            {
                "kind": turn.kind,
                "id": turn.id,
                "text": reason(view, change, turn),
                "sources": list(sources(view, change, turn)),
            }
            for turn in change.because
        ],
    }


def _sides(row: dict[str, Any]) -> dict[str, Any]:
    """A row whose sides `a` and `b` are the day before and the day."""
    return {SIDES.get(key, key): value for key, value in row.items()}


def _determination(change: ChangeDay, row: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in _sides(row).items() if not key.startswith("because")}
    (difference,) = (d for d in change.difference.determinations if d.id == row["id"])
    appeared, gone = only(difference.b, difference.a), only(difference.a, difference.b)
    side = difference.b or difference.a
    return {
        **kept,
        "appeared": [{"id": f.id, "text": f.text, "amount": f.amount} for f in appeared],
        "gone": [{"id": f.id, "text": f.text} for f in gone],
        "sources": list(side.sources) if side else [],
    }
