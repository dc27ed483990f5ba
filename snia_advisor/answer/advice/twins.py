"""An act that several procedures describe is done once, with the papers of all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...law.model.advice import ProcedureAdvice, StepAdvice
from ...law.rulebase.base import RuleBase


def done_once(base: RuleBase, procedures: Sequence[ProcedureAdvice]) -> tuple[ProcedureAdvice, ...]:
    """The procedures without the steps that are the same as one of another procedure that applies too (`same_as`)."""
    steps = {f"{p.id}.{step.id}": step for p in procedures if p.certain for step in p.steps}
    twins = _twins(base, steps)
    if not twins:
        return tuple(procedures)
    kept = [_without(procedure, twins, steps) for procedure in procedures]
    return tuple(procedure for procedure in kept if procedure.steps)


def _twins(base: RuleBase, steps: Mapping[str, StepAdvice]) -> dict[str, str]:
    """Each step that falls away, with the one that is done for it."""
    shown = {key.partition(".")[0] for key in steps}
    written = {f"{name}.{step.step}": step.same_as for name in shown for step in base.procedures[name].steps}
    twins: dict[str, str] = {}
    for key, step in steps.items():
        for other in written[key]:
            # A step whose condition is open cannot stand for one that is sure.
            if other in steps and other not in twins and (step.only_if or not steps[other].only_if):
                twins[key] = other
                break
    return twins


def _without(procedure: ProcedureAdvice, twins: Mapping[str, str], steps: Mapping[str, StepAdvice]) -> ProcedureAdvice:
    kept = []
    for step in procedure.steps:
        key = f"{procedure.id}.{step.id}"
        if key not in twins or not procedure.certain:
            same = [other for other, stays in twins.items() if stays == key]
            kept.append(_with(procedure.id, step, same, twins, steps))
    return procedure.model_copy(update={"steps": tuple(kept)})


def _with(
    procedure: str, step: StepAdvice, same: Sequence[str], twins: Mapping[str, str], steps: Mapping[str, StepAdvice]
) -> StepAdvice:
    """A step, after all that comes before it or before its twins, with all their papers."""
    before = [_named(procedure, name, twins) for name in step.after]
    documents, sources = list(step.documents), list(step.sources)
    for other in same:
        owner = other.partition(".")[0]
        before += [_named(procedure, f"{owner}.{name}", twins) for name in steps[other].after]
        known = {(paper.id, paper.provided_by) for paper in documents}
        documents += [paper for paper in steps[other].documents if (paper.id, paper.provided_by) not in known]
        sources += steps[other].sources
    update = {
        "after": tuple(dict.fromkeys(name for name in before if name != step.id)),
        "documents": tuple(documents),
        "sources": tuple(dict.fromkeys(sources)),
        "also": tuple(same),
    }
    return step.model_copy(update=update)


def _named(procedure: str, name: str, twins: Mapping[str, str]) -> str:
    """A step as `procedure` names it: by its own name, or with the procedure of another in front."""
    whole = name if "." in name else f"{procedure}.{name}"
    stays = twins.get(whole, whole)
    return stays.removeprefix(f"{procedure}.")
