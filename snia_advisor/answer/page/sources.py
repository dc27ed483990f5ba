"""The sources cited, the articles of each, how much each is worth; then the receipt."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.model.advice import Advice, SourceAdvice
from ...law.model.proof import ProofNode
from ..telling.cite import articles_of
from ..telling.view import View
from ..telling.words import BULLET

HASH_SHOWN = 12


def sources(view: View, advice: Advice) -> None:
    """Every source with the articles cited, its rank in words, whether it was read, and its address."""
    view.page.heading(view.say("head_sources"))
    cited: dict[str, list[str]] = {}
    for citation in citations(advice, view.whole):
        cited.setdefault(citation.partition("#")[0], []).append(citation)
    rank = 0
    for source in advice.sources:
        if source.rank != rank:
            rank = source.rank
            view.page.para(view.say("rank_head", rank=rank, text=view.say(f"rank_{rank}")), strong=True)
        _source(view, source, articles_of(cited.get(source.id, ()), view.lang))


def _source(view: View, source: SourceAdvice, articles: str) -> None:
    title = view.say("source_articles", title=source.title, articles=articles) if articles else source.title
    if source.read == "not_read":
        title = view.say("with_cites", text=title, cites=view.say("read_not_read"))
    view.page.para(title, mark=BULLET)
    if view.whole and source.note:
        view.page.para(source.note, 1)
    if view.whole and source.url:
        view.page.address(source.url, 1)


def rank_text(view: View, kind: str, rank: int, read: str) -> str:
    """What a source is worth, in words: its kind, its rank, and whether it could be read."""
    parts = [view.say("kind_" + kind), view.say(f"rank_{rank}")]
    return view.join([*parts, view.say("read_" + read)])


def citations(advice: Advice, whole: bool) -> Iterator[str]:
    """The citations that a screen shows; those of the refused outcomes only with the whole proof."""
    for answer in advice.answers:
        yield from answer.sources
        if whole and answer.because is not None:
            yield from _of_nodes([answer.because])
    for determination in advice.determinations:
        yield from determination.sources
        for finding in determination.findings:
            yield from finding.sources
        if whole:
            yield from _of_nodes([*([determination.because] if determination.because else []), *determination.not_because])
    for procedure in advice.procedures:
        yield from procedure.sources
        for step in procedure.steps:
            yield from step.sources
            for document in step.documents:
                yield from document.sources
    for question in advice.open_questions:
        for reading in question.readings:
            yield from reading.sources
    for fact in advice.missing:
        yield from fact.sources
    for amount in advice.amounts:
        for line in amount.lines:
            yield from line.sources


def _of_nodes(nodes: list[ProofNode]) -> Iterator[str]:
    while nodes:
        node = nodes.pop()
        yield from node.sources
        nodes.extend(node.children)


def receipt(view: View, advice: Advice) -> None:
    """What makes the advice reproducible, and what it is not."""
    told = advice.receipt
    view.page.blank()
    text = view.say(
        "receipt",
        on=view.wording.plain(told.on),
        known_to=view.wording.plain(told.law_known_to),
        notes_to=view.wording.plain(told.law_notes_to),
        rules=told.rulebase_sha256[:HASH_SHOWN],
        case=told.case_sha256[:HASH_SHOWN],
        program=told.program,
    )
    view.page.para(text)
    for name, day in told.dates_used.items():
        if name != "on" and (name, day) != ("from", told.on):
            view.page.para(_dated(view, name, view.wording.plain(day)), 1)
    if told.calendar:
        view.page.para(view.say("receipt_calendar", version=told.calendar), 1)
    if not view.whole:
        view.page.para(view.say("more_with_explain"))
    view.page.para(view.say("not_legal_advice"))


def _dated(view: View, name: str, day: str) -> str:
    """A date that was used: of a fact, of an event that was told, or of the first day of the plan."""
    procedure, _, event = name.rpartition(".")
    if name == "from":
        return view.say("receipt_from", day=day)
    if event in view.base.events and (not procedure or procedure in view.base.procedures):
        return view.say("comparison", title=view.base.events[event].title.to(view.lang), demand=day)
    return view.fact(name, day)
