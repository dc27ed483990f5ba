"""The papers on the screen: each once, with a box, by who brings it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ....messages.formats import long_date
from ....messages.plurals import quantity
from ...planning.record import PlanPaper, TickGroup
from ...telling.view import View
from ...telling.words import BULLET


def tick_list(view: View, groups: Sequence[TickGroup], start: date) -> None:
    """Every paper once, with a box and a line on which to write when it came; then how many there are."""
    if not groups:
        return
    view.page.heading(view.say("head_tick_list"))
    for group in groups:
        view.page.blank()
        view.page.para(view.say("tick_" + group.provided_by, **view.named(group.provided_by)), strong=True)
        for paper in group.papers:
            _paper(view, paper, start)
    _total(view, groups)


def numbers(view: View, originals: int, copies: int, forms: tuple[str, ...]) -> str:
    """`3 originals, 1 copy, signed, signature legalised`."""
    counted = [quantity("originals", originals, view.lang)] if originals else []
    counted += [quantity("copies", copies, view.lang)] if copies else []
    return view.join([*counted, *(view.say("form_" + form) for form in forms)])


def numbered(view: View, number: int, title: str) -> str:
    """`[3] Title`: a step by its number in the plan."""
    return view.say("plan_step_number", number=f"[{number}]", title=title)


def _paper(view: View, paper: PlanPaper, start: date) -> None:
    page, lang = view.page, view.lang
    details = numbers(view, paper.originals, paper.copies, paper.form)
    page.paper(view.say("cover_line", title=paper.title, details=details), 1)
    for use in paper.uses if len(paper.uses) > 1 else ():
        details = numbers(view, use.originals, use.copies, use.form)
        page.para(view.say("tick_use", step=numbered(view, use.number, use.title), details=details), 3, mark=BULLET)
    if paper.only_if:
        page.labelled(view.say("label_only_if"), paper.only_if, 3)
    if paper.expired and paper.valid_until:
        later = paper.needed_on is not None and paper.valid_until >= start
        day = long_date(paper.needed_on or start, lang)
        until = long_date(paper.valid_until, lang)
        page.warn(view.say("tick_will_expire" if later else "tick_expired", until=until, day=day), 3)
    elif paper.valid_until:
        page.para(view.say("tick_valid_until", day=long_date(paper.valid_until, lang)), 3)
    if paper.issued_after:
        page.para(view.say("tick_issued_after", day=long_date(paper.issued_after, lang)), 3)
    for note in paper.notes:
        page.para(note, 3)
    received = view.say("tick_received")
    if len(paper.uses) == 1:
        received = view.say("tick_for", number=paper.uses[0].number, received=received)
    page.para(received, 3)


def _total(view: View, groups: Sequence[TickGroup]) -> None:
    """How many papers each person brings; what an authority hands over is no paper to bring."""
    brought = {group.provided_by: len(group.papers) for group in groups if group.provided_by != "authority"}
    if not brought:
        return
    counts = {who: quantity("papers", n, view.lang) for who, n in brought.items()}
    parts = [view.say("tick_total_" + who, papers=papers, **view.named(who)) for who, papers in counts.items()]
    whole = quantity("papers", sum(brought.values()), view.lang)
    view.page.para(view.say("tick_total", papers=whole, parts=view.join(parts)), strong=True)


def short_list(view: View, groups: Sequence[TickGroup], start: date) -> None:
    """Every paper in a line, by who brings it, with how many there are."""
    brought = [group for group in groups if group.provided_by != "authority"]
    if not brought:
        return
    view.page.heading(view.say("head_tick_list"))
    for group in brought:
        view.page.para(view.say("tick_" + group.provided_by, **view.named(group.provided_by)), strong=True)
        for paper in group.papers:
            details = numbers(view, paper.originals, paper.copies, paper.form)
            text = view.say("cover_line", title=paper.title, details=details)
            view.page.paper(view.say("paper_on_condition", text=text) if paper.only_if else text, 1)
            if paper.expired and paper.valid_until:
                until, day = (long_date(one, view.lang) for one in (paper.valid_until, paper.needed_on or start))
                view.page.warn(view.say("tick_will_expire", until=until, day=day), 3)
    _total(view, brought)
