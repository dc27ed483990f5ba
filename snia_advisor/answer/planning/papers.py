"""The papers of a plan: a tick list by who provides them, and what is handed in at each desk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ...law.model.advice import DocumentAdvice
from ...law.rulebase.base import RuleBase
from .record import CoverLine, CoverList, PaperUse, PlanPaper, PlanStep, TickGroup

PROVIDERS = ("employer", "worker", "third_party", "authority")
Use = tuple[PlanStep, DocumentAdvice]


def tick_list(steps: Sequence[PlanStep], base: RuleBase, start: date) -> tuple[TickGroup, ...]:
    """Every paper of the steps that are not over, once for each person who provides it."""
    uses: dict[tuple[str, str], list[Use]] = {}
    for step, document in _uses(steps, start):
        uses.setdefault((document.provided_by, document.id), []).append((step, document))
    groups = []
    for provider in PROVIDERS:
        papers = tuple(_paper(base, paper) for (who, _), paper in uses.items() if who == provider)
        if papers:
            groups.append(TickGroup(provided_by=provider, papers=papers))
    return tuple(groups)


def _uses(steps: Iterable[PlanStep], start: date) -> Iterator[Use]:
    for step in steps:
        if not over(step, start):
            yield from ((step, document) for document in step.documents)


def over(step: PlanStep, start: date) -> bool:
    """Whether the step was done before anybody acts again."""
    happened = step.dates.happened if step.dates else None
    return happened is not None and happened <= start


def _paper(base: RuleBase, uses: Sequence[Use]) -> PlanPaper:
    documents = [document for _, document in uses]
    first = documents[0]
    originals = [document.originals for document in documents]
    one_of_its_kind = base.documents[first.id].expires is not None
    conditions = [document.only_if or step.only_if for step, document in uses]
    days = [step.dates.possible_from for step, _ in uses if step.dates and step.dates.possible_from]
    return PlanPaper(
        id=first.id,
        code=first.code,
        title=first.title,
        form=tuple(dict.fromkeys(form for document in documents for form in document.form)),
        originals=max(originals) if one_of_its_kind else _together(uses, originals),
        copies=_together(uses, [document.copies for document in documents]),
        valid_until=first.valid_until,
        expired=any(document.expired for document in documents),
        needed_on=max(days, default=None),
        issued_after=max((d.issued_after for d in documents if d.issued_after), default=None),
        only_if=conditions[0] if all(conditions) else None,
        notes=tuple(dict.fromkeys(document.note for document in documents if document.note)),
        uses=tuple(_use(step, document) for step, document in uses),
    )


def _together(uses: Sequence[Use], numbers: Sequence[int]) -> int:
    """How many are needed: the steps add up, except those of one procedure that stand there instead of each other."""
    sure, either = 0, dict[str, int]()
    for (step, _), number in zip(uses, numbers, strict=True):
        if step.only_if:
            either[step.procedure] = max(either.get(step.procedure, 0), number)
        else:
            sure += number
    return sure + sum(either.values())


def _use(step: PlanStep, document: DocumentAdvice) -> PaperUse:
    return PaperUse(
        number=step.number,
        procedure=step.procedure,
        step=step.id,
        title=step.title,
        originals=document.originals,
        copies=document.copies,
        form=document.form,
        only_if=document.only_if or step.only_if,
        sources=document.sources,
    )


# --- cover lists -------------------------------------------------------------------------------------------------


def cover_lists(steps: Sequence[PlanStep], base: RuleBase, start: date, lang: str) -> tuple[CoverList, ...]:
    """One list for each step at which papers are handed to an authority."""
    return tuple(
        cover
        for step in steps
        if step.actor != "authority" and not over(step, start) and (cover := _cover(step, base, lang))
    )


def _cover(step: PlanStep, base: RuleBase, lang: str) -> CoverList | None:
    handed = [document for document in step.documents if document.provided_by != "authority"]
    if step.authority is None or not handed:
        return None
    authority = base.authorities[step.authority]
    return CoverList(
        number=step.number,
        procedure=step.procedure,
        step=step.id,
        title=step.title,
        authority=step.authority,
        authority_title=authority.title.to(lang),
        where=authority.where.to(lang) if authority.where else None,
        date=step.dates.possible_from if step.dates else None,
        only_if=step.only_if,
        lines=tuple(
            CoverLine(
                number=number,
                document=document.id,
                title=document.title,
                originals=document.originals,
                copies=document.copies,
                form=document.form,
                only_if=document.only_if,
            )
            for number, document in enumerate(handed, 1)
        ),
    )
