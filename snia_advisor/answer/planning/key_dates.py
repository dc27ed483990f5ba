"""The dates of a plan that matter, in order: when one can act, when one must, when an authority answers, what expires."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ...law.model.act_advice import DeadlineAdvice
from ..timing.times import CERTAIN, together
from .papers import over
from .record import KeyDate, PlanStep, TickGroup


def key_dates(
    steps: Sequence[PlanStep], papers: Iterable[TickGroup], deadlines: Iterable[DeadlineAdvice], start: date
) -> tuple[KeyDate, ...]:
    """Every dated thing of the plan and of the person, by date."""
    dates = [dated for step in steps if not over(step, start) for dated in _of_step(step)]
    return tuple(sorted([*dates, *_expiries(papers, start), *_of_the_person(deadlines)], key=lambda dated: dated.date))


def _of_step(step: PlanStep) -> Iterator[KeyDate]:
    dates = step.dates
    if dates is None:
        return
    about = {
        "title": step.title,
        "number": step.number,
        "procedure": step.procedure,
        "step": step.id,
        "conditional": step.only_if is not None,
        "sources": step.sources,
    }
    if step.actor != "authority" and dates.possible_from and not dates.beside:
        yield KeyDate(date=dates.possible_from, kind="act_from", certainty=dates.rests_on or CERTAIN, **about)
    if step.due is None:
        return
    moved = together(dates.certainty, dates.rests_on)
    kind = "answer_by" if step.actor == "authority" else "deadline"
    bounds = {"earliest": step.earliest, "latest": step.latest}
    yield KeyDate(date=step.due, kind=kind, certainty=moved, passed=dates.passed, late=dates.late, **bounds, **about)
    if dates.claim_from:
        yield KeyDate(date=dates.claim_from, kind="claim", certainty=moved, earliest=dates.claim_from_shorter, **about)


def _of_the_person(deadlines: Iterable[DeadlineAdvice]) -> Iterator[KeyDate]:
    for one in deadlines:
        day = one.act_by if one.act_by and not one.over else one.date
        yield KeyDate(
            date=day,
            kind="personal",
            title=one.title,
            deadline=one.id,
            certainty=CERTAIN,
            passed=one.over,
            sources=one.sources,
        )


def _expiries(papers: Iterable[TickGroup], start: date) -> Iterator[KeyDate]:
    told = set()
    for paper in (paper for group in papers for paper in group.papers):
        if paper.valid_until and paper.id not in told:
            told.add(paper.id)
            yield KeyDate(
                date=paper.valid_until,
                kind="paper_expires",
                title=paper.title,
                document=paper.id,
                certainty=CERTAIN,
                conditional=paper.only_if is not None,
                passed=paper.valid_until < start,
                sources=tuple(dict.fromkeys(source for use in paper.uses for source in use.sources)),
            )
