"""Two advices side by side, on the screen: only what differs, the answer first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ...answer.page.answers import answer_mark, recall, state_word, status_mark
from ...answer.page.reasons import why
from ...answer.page.sources import HASH_SHOWN
from ...answer.planning.advised import Advised
from ...answer.telling.document import Document, Note
from ...answer.telling.words import BULLET, TONES
from ...law.logic.facts import UNKNOWN
from ...law.model.advice import DeterminationAdvice
from ...law.model.answer_advice import AnswerAdvice
from ...law.rulebase.base import RuleBase
from .differences import Comparison, Difference
from .page_steps import steps_to_take
from .two_columns import Beside, CellView

NAME_BESIDE_DATE = 45  # cells; a longer file name has its own line


def compare_page(base: RuleBase, comparison: Comparison, a: Advised, b: Advised, names: Sequence[str]) -> Document:
    """The comparison as a page in the language of the advices; `names` says what the two sides are."""
    beside = Beside(base, a, b)
    _opening(beside, names)
    _given(beside, comparison)
    if comparison.same_answer:
        _same(beside, comparison)
    else:
        _answers(beside, comparison)
        _determinations(beside, comparison)
        _findings(beside, comparison)
        _open(beside, comparison)
        steps_to_take(beside, comparison)
    _closing(beside)
    return beside.page


def _opening(beside: Beside, names: Sequence[str]) -> None:
    view = beside.view
    for label, name, advice in zip(beside.labels, names, beside.advices, strict=True):
        date = view.say("on_date", date=view.wording.plain(advice.on))
        if len(name) <= NAME_BESIDE_DATE:
            view.page.labelled(label, view.say("side_named", name=name, date=date))
        else:
            view.page.labelled(label, date)
            view.page.address(name, 1)
    texts = [[warning.text for warning in advice.warnings] for advice in beside.advices]
    for text in dict.fromkeys(text for side in texts for text in side):
        only = [label for label, side in zip(beside.labels, texts, strict=True) if text in side]
        view.page.add(Note(text, doubt=True, lead=only[0] if len(only) == 1 else ""))


def _same(beside: Beside, comparison: Comparison) -> None:
    view = beside.view
    view.page.blank()
    view.page.para(view.say("compare_same_case" if comparison.same_case else "compare_same_answer"), strong=True)
    recall(view, beside.advices[0])


def _closing(beside: Beside) -> None:
    view = beside.view
    first, second = (advice.receipt for advice in beside.advices)
    view.page.blank()
    text = view.say(
        "compare_receipt",
        known_to=view.wording.plain(first.law_known_to),
        notes_to=view.wording.plain(first.law_notes_to),
        rules=first.rulebase_sha256[:HASH_SHOWN],
        a=first.case_sha256[:HASH_SHOWN],
        b=second.case_sha256[:HASH_SHOWN],
        program=first.program,
    )
    view.page.para(text)
    view.page.para(view.say("not_legal_advice"))


def plain(cell: CellView, text: str) -> None:
    """A cell that holds a text."""
    cell.page.para(text)


# --- what was given ----------------------------------------------------------------------------------------------


def _given(beside: Beside, comparison: Comparison) -> None:
    if comparison.same_case:
        return
    beside.section("head_facts_differ")
    wording = beside.view.wording
    for fact in comparison.facts:
        a, b = (wording.value(fact.id, UNKNOWN if value is None else value) for value in (fact.a, fact.b))
        beside.row(wording.title(fact.id), Difference(fact.id, a, b), plain)
    for reading in comparison.readings:
        question = beside.base.questions[reading.id]
        texts = {answer: body.text.to(beside.view.lang) for answer, body in question.readings.items()}
        beside.row(question.title.to(beside.view.lang), reading.each(texts.__getitem__), plain)


# --- what was answered -------------------------------------------------------------------------------------------


def _answers(beside: Beside, comparison: Comparison) -> None:
    if not comparison.answers:
        beside.page.heading(beside.view.say("head_answer"))
        beside.page.para(beside.view.say("compare_same_verdict"))
        return recall(beside.view, beside.advices[0])
    beside.section("head_answer")
    for answer in comparison.answers:
        beside.row(answer.either.path_title, answer, _answer)
    return None


def _answer(cell: CellView, answer: AnswerAdvice) -> None:
    cell.page.para(answer.title, mark=answer_mark(answer), strong=True, toned=True)
    if answer.text:
        cell.page.para(answer.text)


def _determinations(beside: Beside, comparison: Comparison) -> None:
    chosen = [d for d in comparison.determinations if d.either.kind == "choose"]
    if not chosen:
        return
    beside.section("head_determined")
    for d in sorted(chosen, key=lambda d: not d.either.headline):
        beside.row(d.either.title, d, _determination)


def _determination(cell: CellView, determination: DeterminationAdvice) -> None:
    mark = status_mark(determination)
    if determination.status == "not_covered":
        return cell.page.para(cell.say("not_covered_text"), mark=mark)
    if determination.status == "decided":
        cell.page.para(str(determination.outcome_title), mark=mark, toned=True)
        return why(cell, determination, 1)
    cell.page.para(state_word(cell, determination), mark=mark, toned=True)
    cell.page.para(cell.say("possible", outcomes=cell.clauses(dict.fromkeys(p.title for p in determination.possible))), 1)
    if determination.missing:
        cell.page.labelled(cell.say("label_missing"), cell.clauses(map(cell.wording.title, determination.missing)), 1)
    for question in determination.open_questions:
        cell.page.labelled(cell.say("label_doubt"), cell.base.questions[question].title.to(cell.lang), 1)
    return None


def _findings(beside: Beside, comparison: Comparison) -> None:
    collected = [d for d in comparison.determinations if d.either.kind == "collect"]
    if not collected:
        return
    beside.section("head_found")
    for d in collected:
        beside.row(d.either.title, d.each(_Collected(comparison, d).of), _collected)


class _Collected:
    """What each side of a collect found, or leaves open, and the other side does not."""

    def __init__(self, comparison: Comparison, determination: Difference[DeterminationAdvice]) -> None:
        self.differ = {f.id for f in comparison.findings if f.place == determination.id}
        either = (set(side.could_also_matter) if side else set() for side in (determination.a, determination.b))
        self.unsure = set.symmetric_difference(*either)

    def of(self, side: DeterminationAdvice) -> DeterminationAdvice:
        """One side, without what it shares with the other."""
        findings = tuple(f for f in side.findings if f.id in self.differ)
        could = tuple(name for name in side.could_also_matter if name in self.unsure)
        return side.model_copy(update={"findings": findings, "could_also_matter": could})


def _collected(cell: CellView, determination: DeterminationAdvice) -> None:
    if determination.status == "not_covered":
        cell.page.para(cell.say("not_covered_text"))
    for finding in determination.findings:
        amount = cell.say("with_amount", title=finding.title, amount=finding.amount)
        cell.page.para(amount if finding.amount else finding.title, mark=TONES[determination.tone])
    if determination.could_also_matter:
        cell.page.labelled(cell.say("label_could_add"), cell.clauses(map(cell.rule, determination.could_also_matter)))


def _open(beside: Beside, comparison: Comparison) -> None:
    """The facts that are missing on one side only, and the questions that are open on one side only."""
    if comparison.missing:
        beside.section("head_missing_differ")
        _lists(beside, (m.each(lambda missing: beside.view.wording.title(missing.fact)) for m in comparison.missing))
    if comparison.open_questions:
        beside.section("head_doubts")
        _lists(beside, (q.each(lambda question: question.title) for q in comparison.open_questions))


def _lists(beside: Beside, differences: Iterable[Difference[str]]) -> None:
    cells = beside.cell_view(0), beside.cell_view(1)
    for one in differences:
        for cell, text in zip(cells, (one.a, one.b), strict=True):
            if text is not None:
                cell.page.para(text, mark=BULLET)
    beside.cells(*cells)
