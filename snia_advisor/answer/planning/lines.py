"""The one plan and its papers as an advice writes them: a line a step, a line a paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ...law.model.act_advice import PaperLine, PlanLine
from ...messages import say
from ..timing.times import dates_of, moved_by
from .papers import over
from .record import PlanPaper, PlanStep, TickGroup


def plan_lines(steps: Sequence[PlanStep], start: date, lang: str) -> tuple[PlanLine, ...]:
    """The steps in their order; an authority's step is a date."""
    titles = {step.key: step.title for step in steps}
    return tuple(_line(step, start, lang, titles) for step in steps)


def _line(step: PlanStep, start: date, lang: str, titles: Mapping[str, str]) -> PlanLine:
    dates = dates_of(step)
    return PlanLine(
        number=step.number,
        step=step.key,
        text=step.title,
        actor=step.actor,
        authority=step.authority_title,
        place=step.place,
        starts=dates.possible_from if dates.happened is None else None,
        until=step.due,
        legal_end=dates.legal_end,
        counted_from=dates.starts,
        moves=moved_by(step),
        waits_for=waiting(step, titles, lang),
        beside=dates.beside,
        done=dates.happened if over(step, start) else None,
        over=step.due if dates.passed else None,
        only_if=step.only_if,
        papers=len(step.documents),
        penalty=step.penalty,
        sources=step.sources,
    )


def waiting(step: PlanStep, titles: Mapping[str, str], lang: str) -> str | None:
    """What a step without a date waits for, in words: an event, or a step whose end nothing fixes."""
    dates = dates_of(step)
    if step.dates is None or dates.possible_from is not None or dates.happened is not None:
        return None
    events = dates.awaits or tuple(event.title for event in dates.clock if event.date is None)
    names = events or tuple(titles.get(key, key) for key in dates.waits_for)
    return say("semicolon", lang).join(names) or None


def paper_lines(groups: Iterable[TickGroup]) -> tuple[PaperLine, ...]:
    """The papers, once for each person who brings them."""
    return tuple(_paper(group.provided_by, paper) for group in groups for paper in group.papers)


def _paper(by: str, paper: PlanPaper) -> PaperLine:
    return PaperLine(
        id=paper.id,
        title=paper.title,
        by=by,
        originals=paper.originals,
        copies=paper.copies,
        form=paper.form,
        for_steps=tuple(dict.fromkeys(use.number for use in paper.uses)),
        condition=paper.only_if,
        valid_until=paper.valid_until,
        too_old=paper.expired,
        issued_after=paper.issued_after,
        sources=tuple(dict.fromkeys(source for use in paper.uses for source in use.sources)),
    )
