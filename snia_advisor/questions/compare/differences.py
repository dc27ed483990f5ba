"""Two advices side by side: only what differs.

    a, b         the two sides; nothing is said of which is better
    Difference   one thing that is not the same on both sides; None where a side does not have it

What a side *answers* is compared, not how it is worded or which sources carry it: an outcome, the outcomes left, what was
found, what is missing, the papers with their numbers and forms, the delays, the fees, the dates, the amounts. A paper is
compared over the whole advice: asked for by another procedure in the same number and form, it is the same paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, fields
from typing import Any, Generic, Literal, TypeVar

from ...law.model.advice import (
    Advice,
    Amount,
    DelayAdvice,
    DeterminationAdvice,
    DocumentAdvice,
    FeeAdvice,
    Finding,
    MissingFact,
    OpenQuestionAdvice,
    ProcedureAdvice,
    StepAdvice,
)
from ...law.model.answer_advice import AnswerAdvice
from ...law.model.case import Case

Side = Literal["a", "b", "both"]
Presence = Literal["added", "removed", "changed"]
Place = tuple[str, str]  # a procedure and a step, a determination and a finding
T = TypeVar("T")
R = TypeVar("R")
DATES = ("due", "earliest", "latest")
# Of a step: these are compared on their own, or are words and sources of the rule base.
APART = {"id", "title", "note", "sources", "documents", "delay", "fee", "dates", *DATES}


@dataclass(frozen=True)
class Difference(Generic[T]):
    """What `id` is on each side, None where a side does not have it; `place` is what it belongs to."""

    id: str
    a: T | None
    b: T | None
    place: str = ""

    @property
    def change(self) -> Presence:
        """Seen from side a: `added` when only b has it, `removed` when only a has it."""
        return "added" if self.a is None else "removed" if self.b is None else "changed"

    @property
    def side(self) -> Side:
        """The side that has it."""
        return "b" if self.a is None else "a" if self.b is None else "both"

    def each(self, read: Callable[[T], R]) -> Difference[R]:
        """What `read` makes of each side."""
        a, b = (None if value is None else read(value) for value in (self.a, self.b))
        return Difference(self.id, a, b, self.place)

    @property
    def either(self) -> T:
        """The one side that is there, a first: for titles, which do not depend on the side."""
        side = self.a if self.a is not None else self.b
        assert side is not None
        return side


@dataclass(frozen=True)
class Requirement:
    """A paper as a step asks for it; `certain` is that of the procedure."""

    procedure: str
    step: str
    document: DocumentAdvice
    certain: bool

    @property
    def asked(self) -> tuple[Any, ...]:
        """How many, in which form, from whom, in which case: what makes a requirement another one."""
        paper = self.document
        return (paper.originals, paper.copies, tuple(sorted(paper.form)), paper.provided_by, paper.only_if or "")


@dataclass(frozen=True)
class Comparison:
    """All that differs between two cases and their advices."""

    facts: tuple[Difference[Any], ...]  # the date of the question is `on`
    readings: tuple[Difference[str], ...]
    answers: tuple[Difference[AnswerAdvice], ...]
    determinations: tuple[Difference[DeterminationAdvice], ...]
    findings: tuple[Difference[Finding], ...]  # placed in their determination
    missing: tuple[Difference[MissingFact], ...]
    open_questions: tuple[Difference[OpenQuestionAdvice], ...]
    procedures: tuple[Difference[ProcedureAdvice], ...]
    steps: tuple[Difference[StepAdvice], ...]  # of the procedures that both sides have
    documents: tuple[Difference[tuple[Requirement, ...]], ...]
    delays: tuple[Difference[DelayAdvice], ...]  # of a step; placed in its procedure, as fees and dates are
    fees: tuple[Difference[FeeAdvice], ...]
    dates: tuple[Difference[StepAdvice], ...]
    amounts: tuple[Difference[Amount], ...]

    @property
    def same_case(self) -> bool:
        """Nothing was given that differs."""
        return not (self.facts or self.readings)

    @property
    def same_answer(self) -> bool:
        """Nothing that was answered differs, whatever the facts."""
        given = {"facts", "readings"}
        return not any(getattr(self, part.name) for part in fields(self) if part.name not in given)


def compare(case_a: Case, a: Advice, case_b: Case, b: Advice) -> Comparison:
    """What differs between two cases and the advices on them, which must be in the same language."""
    shared = {p.id for p in a.procedures} & {p.id for p in b.procedures}
    return Comparison(
        facts=_differences({"on": a.on, **case_a.facts}, {"on": b.on, **case_b.facts}),
        readings=_differences(_readings(case_a), _readings(case_b)),
        answers=_differences(_answers(a), _answers(b), said),
        determinations=_differences(_determinations(a), _determinations(b), answered),
        findings=_differences(_findings(a), _findings(b), lambda f: f.amount or ""),
        missing=_differences(_missing(a), _missing(b), lambda m: m.fact),
        open_questions=_differences(_questions(a), _questions(b), lambda q: q.id),
        procedures=_differences(_procedures(a), _procedures(b), _shape),
        steps=_differences(_steps(a, shared), _steps(b, shared), _step),
        documents=_differences(_papers(a), _papers(b), _asked),
        delays=_differences(_delays(a), _delays(b), lambda d: (d.amount, d.unit, d.max)),
        fees=_differences(_fees(a), _fees(b), lambda f: (f.amount, f.currency)),
        dates=_differences(_dated(a), _dated(b), times),
        amounts=_differences(_amounts(a), _amounts(b), lambda x: (x.value, x.unit)),
    )


def said(answer: AnswerAdvice) -> tuple[Any, ...]:
    """What an answer says; while it depends, whether facts could still decide it or only an authority can."""
    return answer.id, answer.state, answer.depends_on == "question"


def answered(determination: DeterminationAdvice) -> tuple[Any, ...]:
    """What a determination answers: two determinations with the same are not different."""
    possible = frozenset((p.outcome, tuple(sorted((p.under or {}).items()))) for p in determination.possible)
    findings = frozenset((f.id, f.amount) for f in determination.findings)
    open_ = (
        frozenset(determination.missing),
        frozenset(determination.open_questions),
        frozenset(determination.could_also_matter),
    )
    return (determination.status, determination.outcome, possible, findings, *open_)


def times(step: StepAdvice) -> tuple[Any, ...]:
    """When a step is due, and when it can be taken or was, with whether that is too late."""
    dates = step.dates
    return (
        *(getattr(step, name) for name in DATES),
        *((dates.possible_from, dates.happened, dates.late, dates.passed) if dates else (None, None, False, False)),
    )


# --- one kind after the other ------------------------------------------------------------------------------------


def _itself(value: Any) -> Any:
    return value


def _differences(a: Mapping[Any, T], b: Mapping[Any, T], key: Callable[[T], Any] = _itself) -> tuple[Difference[T], ...]:
    """The entries of `a` and `b` that one side lacks or whose `key` differs; a name is an id, or a place and an id."""
    differences = []
    for name in dict.fromkeys([*a, *b]):
        place, own = name if isinstance(name, tuple) else ("", name)
        if name not in a or name not in b or key(a[name]) != key(b[name]):
            differences.append(Difference(own, a.get(name), b.get(name), place))
    return tuple(differences)


def _readings(case: Case) -> dict[str, str]:
    return {question: recorded.reading for question, recorded in case.readings.items()}


def _answers(advice: Advice) -> dict[str, AnswerAdvice]:
    return {answer.path: answer for answer in advice.answers}


def _determinations(advice: Advice) -> dict[str, DeterminationAdvice]:
    return {d.id: d for d in advice.determinations}


def _findings(advice: Advice) -> dict[tuple[str, str], Finding]:
    return {(d.id, f.id): f for d in advice.determinations for f in d.findings}


def _missing(advice: Advice) -> dict[str, MissingFact]:
    return {m.fact: m for m in advice.missing}


def _questions(advice: Advice) -> dict[str, OpenQuestionAdvice]:
    return {q.id: q for q in advice.open_questions}


def _amounts(advice: Advice) -> dict[str, Amount]:
    return {amount.id: amount for amount in advice.amounts}


# --- procedures --------------------------------------------------------------------------------------------------


def _procedures(advice: Advice) -> dict[str, ProcedureAdvice]:
    return {p.id: p for p in advice.procedures}


def _shape(procedure: ProcedureAdvice) -> tuple[Any, ...]:
    """Whether a procedure applies or only may, and its steps."""
    return procedure.certain, tuple(step.id for step in procedure.steps)


def _steps(advice: Advice, among: Set[str] | None = None) -> dict[Place, StepAdvice]:
    kept = (p for p in advice.procedures if among is None or p.id in among)
    return {(p.id, step.id): step for p in kept for step in p.steps}


def _step(step: StepAdvice) -> list[Any]:
    """A step without what is compared apart. What a step may say one day beside this is compared as well."""
    return [getattr(step, name) for name in StepAdvice.model_fields if name not in APART]


def _papers(advice: Advice) -> dict[str, tuple[Requirement, ...]]:
    papers: dict[str, list[Requirement]] = {}
    for procedure in advice.procedures:
        for step in procedure.steps:
            for document in step.documents:
                papers.setdefault(document.id, []).append(Requirement(procedure.id, step.id, document, procedure.certain))
    return {name: tuple(asked) for name, asked in papers.items()}


def _asked(requirements: Iterable[Requirement]) -> list[Any]:
    """How often a paper is asked for in each form, whichever step asks for it."""
    return sorted(requirement.asked for requirement in requirements)


def _delays(advice: Advice) -> dict[Place, DelayAdvice]:
    return {place: step.delay for place, step in _steps(advice).items() if step.delay is not None}


def _fees(advice: Advice) -> dict[Place, FeeAdvice]:
    return {place: step.fee for place, step in _steps(advice).items() if step.fee is not None}


def _dated(advice: Advice) -> dict[Place, StepAdvice]:
    """The steps that have a date, of the procedures that apply: one that only may apply has none to count on."""
    certain = {p.id for p in advice.procedures if p.certain}
    return {place: step for place, step in _steps(advice, certain).items() if any(times(step))}
