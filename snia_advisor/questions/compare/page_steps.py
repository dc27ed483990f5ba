"""Two advices side by side: what there is to do, with which papers, within which time, for how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from ...answer.page.doing.procedures import delay_text, fee_text
from ...answer.page.doing.step_words import StepWords
from ...answer.telling.condition import in_words
from ...answer.telling.view import View
from ...answer.telling.words import amount_text
from ...answer.timing.times import together
from ...law.model.advice import Amount, DelayAdvice, FeeAdvice, ProcedureAdvice, StepAdvice
from ...messages.plurals import quantity
from .differences import Comparison, Difference, Requirement
from .two_columns import Beside, CellView

T = TypeVar("T")
Parts = tuple[tuple[str, str], ...]


def steps_to_take(beside: Beside, comparison: Comparison) -> None:
    """Procedures and steps, papers, delays, fees, dates, amounts: the sections in which something differs."""
    _procedures(beside, comparison)
    _papers(beside, comparison)
    _timed(beside, "head_delays_differ", comparison.delays, _delay)
    _timed(beside, "head_fees_differ", comparison.fees, _fee)
    _timed(beside, "head_dates_differ", [one.each(partial(_Dated, one.place)) for one in comparison.dates], _dates)
    if comparison.amounts:
        beside.section("head_amounts")
    for amount in comparison.amounts:
        beside.row(amount.either.title, amount, _amount)


# --- procedures and steps ----------------------------------------------------------------------------------------


def _procedures(beside: Beside, comparison: Comparison) -> None:
    applies = [p for p in comparison.procedures if p.a is None or p.b is None or p.a.certain != p.b.certain]
    if applies or comparison.steps:
        beside.section("head_steps_differ")
    for procedure in applies:
        beside.row(procedure.either.title, procedure, _procedure)
    for name in dict.fromkeys(step.place for step in comparison.steps):
        _steps(beside, name, [step for step in comparison.steps if step.place == name])


def _steps(beside: Beside, procedure: str, steps: Sequence[Difference[StepAdvice]]) -> None:
    """The steps of one procedure that differ in what is shown."""
    told = [(step.either.title, step.each(_Step(beside.view, step).of)) for step in steps]
    told = [(title, parts) for title, parts in told if parts.a or parts.b]
    if told:
        beside.page.para(beside.view.say("group", text=_title(beside.view, procedure)))
    for title, parts in told:
        beside.row(title, parts, _step)


def _procedure(cell: CellView, procedure: ProcedureAdvice) -> None:
    steps = quantity("steps", len(procedure.steps), cell.lang)
    cell.page.para(cell.say("procedure_applies" if procedure.certain else "procedure_may_apply", steps=steps))
    if not procedure.certain and cell.advice is not None:
        condition = in_words(cell, cell.base.procedures[procedure.id].when, cell.advice.on)
        cell.page.labelled(cell.say("label_only_if"), condition, 1)


def _title(view: View, procedure: str) -> str:
    return view.base.procedures[procedure].title.to(view.lang)


class _Step:
    """The parts of a step that are not the same on the other side; all of them where it has none."""

    def __init__(self, view: View, step: Difference[StepAdvice]) -> None:
        self.view = view
        self.titles = {s.step: s.title.to(view.lang) for s in view.base.procedures[step.place].steps}
        sides = [set(self.parts(side)) for side in (step.a, step.b) if side is not None]
        self.shared = set.intersection(*sides) if len(sides) == 2 else set()

    def of(self, step: StepAdvice) -> Parts:
        """The parts to show of one side."""
        return tuple(part for part in self.parts(step) if part not in self.shared)

    def parts(self, step: StepAdvice) -> Iterator[tuple[str, str]]:
        """Who acts and where, when, after what, with which doubts: a label and a text each."""
        view = self.view
        who = view.who(step.actor)
        yield "label_who", view.say("who_where", who=who, where=step.authority_title) if step.authority_title else who
        if step.only_if:
            yield "label_only_if", step.only_if
        if step.starts_when:
            yield "label_starts", step.starts_when
        if step.after:
            yield "label_after", view.clauses(map(self.titles.__getitem__, step.after))
        for question in step.open_questions:
            yield "label_doubt", view.base.questions[question].title.to(view.lang)


def _step(cell: CellView, parts: Parts) -> None:
    for label, text in parts:
        cell.page.labelled(cell.say(label), text)


# --- papers ------------------------------------------------------------------------------------------------------


def _papers(beside: Beside, comparison: Comparison) -> None:
    if not comparison.documents:
        return
    both = [d for d in comparison.documents if d.side == "both"]
    if both:
        beside.section("head_papers_differ")
    else:
        beside.page.heading(beside.view.say("head_papers_differ"))
    for document in both:
        beside.row(document.either[0].document.title, _more(document), _requirements)
    for side, key in (("a", "papers_only_a"), ("b", "papers_only_b")):
        only = [paper for d in comparison.documents if d.side == side for paper in d.either]
        if only:
            beside.page.para(beside.view.say(key), strong=True)
        for procedure in dict.fromkeys(paper.procedure for paper in only):
            _papers_of(beside.view, procedure, [paper for paper in only if paper.procedure == procedure])


def _papers_of(view: View, procedure: str, papers: Sequence[Requirement]) -> None:
    view.page.para(view.say("group", text=_title(view, procedure)), 1)
    for paper in papers:
        text = view.say("row", name=paper.document.title, text=view.clauses(_asked(view, paper)))
        view.page.paper(text, 2)


def _more(papers: Difference[tuple[Requirement, ...]]) -> Difference[tuple[Requirement, ...]]:
    """What each side asks for beyond the other: of what both ask for, the other procedures first."""

    def beyond(own: tuple[Requirement, ...], other: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
        there = {(paper.procedure, paper.asked) for paper in other}
        left = Counter(paper.asked for paper in other)
        more = []
        for paper in sorted(own, key=lambda paper: (paper.procedure, paper.asked) not in there):
            left[paper.asked] -= 1
            more += [paper] if left[paper.asked] < 0 else []
        return tuple(more)

    a, b = papers.a or (), papers.b or ()
    return Difference(papers.id, beyond(a, b), beyond(b, a))


def _requirements(cell: CellView, papers: tuple[Requirement, ...]) -> None:
    if not papers:
        cell.page.para(cell.say("paper_nothing_more"))
    for paper in papers:
        cell.page.paper(cell.clauses([*_asked(cell, paper), _title(cell, paper.procedure)]))


def _asked(view: View, paper: Requirement) -> Iterator[str]:
    """How many, in which form, from whom, in which case."""
    asked = paper.document
    copies = [quantity("originals", asked.originals, view.lang)] if asked.originals else []
    copies += [quantity("copies", asked.copies, view.lang)] if asked.copies else []
    details = [*copies, *(view.say("form_" + form) for form in asked.form)]
    if details:
        yield view.join(details)
    yield view.say("provided_" + asked.provided_by, **view.named(asked.provided_by))
    if asked.only_if:
        yield view.say("only_if", text=asked.only_if)
    elif not paper.certain:
        yield view.say("if_procedure_applies")


# --- times and money ---------------------------------------------------------------------------------------------


def _timed(beside: Beside, head: str, differences: Sequence[Difference[T]], write: Callable[[CellView, T], None]) -> None:
    """What belongs to a step: its delay, its fee, its dates."""
    if not differences:
        return
    beside.section(head)
    titles = {(p.id, s.id): s.title for advice in beside.advices for p in advice.procedures for s in p.steps}
    for procedure in dict.fromkeys(one.place for one in differences):
        beside.page.para(beside.view.say("group", text=_title(beside.view, procedure)))
        for one in (one for one in differences if one.place == procedure):
            beside.row(titles[procedure, one.id], one, write)


def _delay(cell: CellView, delay: DelayAdvice) -> None:
    cell.page.para(delay_text(cell, delay))


def _fee(cell: CellView, fee: FeeAdvice) -> None:
    cell.page.para(fee_text(cell, fee))


@dataclass(frozen=True)
class _Dated:
    """A step of a procedure."""

    procedure: str
    step: StepAdvice


def _dates(cell: CellView, dated: _Dated) -> None:
    """The dates of a step, and in the words of `check` what may move them and that one is over."""
    step = dated.step
    if step.due is not None:
        cell.page.labelled(cell.say("date_due"), cell.wording.plain(step.due))
    elif step.dates and step.dates.happened:
        cell.page.labelled(cell.say("date_happened"), cell.wording.plain(step.dates.happened))
    elif step.dates and step.dates.possible_from:
        cell.page.labelled(cell.say("date_possible_from"), cell.wording.plain(step.dates.possible_from))
    for name in ("earliest", "latest"):
        day = getattr(step, name)
        if day not in (None, step.due):
            cell.page.labelled(cell.say("date_" + name), cell.wording.plain(day))
    if step.dates and cell.advice and cell.schedule:
        words = StepWords(cell, cell.advice, cell.schedule)
        moved = [flag for flag in together(step.dates.certainty, step.dates.rests_on) if flag != "certain"]
        if moved:
            cell.page.para(cell.say("plan_may_move", doubts=words.doubts(moved)))
        cell.page.add(*words.overdue(dated.procedure, step))


def _amount(cell: CellView, amount: Amount) -> None:
    cell.page.para(amount_text(amount, cell.lang))
