"""The papers of a plan on the screen: the tick list by who provides them, and the cover list of each file."""

from __future__ import annotations

from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...messages.formats import long_date
from ...messages.plurals import quantity
from .record import CoverLine, CoverList, Plan, PlanPaper


def tick_list(view: View, plan: Plan) -> None:
    """Every paper once, with a box, and a line on which to write when it came."""
    if not plan.tick_list:
        return
    view.page.heading(view.say("head_tick_list"))
    for group in plan.tick_list:
        view.page.blank()
        view.page.para(view.say("tick_" + group.provided_by), strong=True)
        for paper in group.papers:
            _paper(view, plan, paper)


def numbers(view: View, originals: int, copies: int, forms: tuple[str, ...]) -> str:
    """`3 originals, 1 copy, signed, signature legalised`."""
    counted = [quantity("originals", originals, view.lang)] if originals else []
    counted += [quantity("copies", copies, view.lang)] if copies else []
    return view.join([*counted, *(view.say("form_" + form) for form in forms)])


def numbered(view: View, number: int, title: str) -> str:
    """`[3] Title`: a step by its number in the plan."""
    return view.say("plan_step_number", number=f"[{number}]", title=title)


def _paper(view: View, plan: Plan, paper: PlanPaper) -> None:
    page, lang = view.page, view.lang
    details = numbers(view, paper.originals, paper.copies, paper.form)
    page.paper(view.say("cover_line", title=paper.title, details=details), 1)
    for use in paper.uses if len(paper.uses) > 1 else ():
        details = numbers(view, use.originals, use.copies, use.form)
        page.para(view.say("tick_use", step=numbered(view, use.number, use.title), details=details), 3, mark=BULLET)
    if paper.only_if:
        page.labelled(view.say("label_only_if"), paper.only_if, 3)
    if paper.expired and paper.valid_until:
        later = paper.needed_on is not None and paper.valid_until >= plan.from_
        day = long_date(paper.needed_on or plan.from_, lang)
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


# --- cover lists -------------------------------------------------------------------------------------------------


def cover_lists(view: View, plan: Plan) -> None:
    """What goes with each file, numbered, to be signed for at the desk."""
    told: set[str] = set()
    for cover in plan.cover_lists:
        _cover(view, plan, cover, where=cover.authority not in told)
        told.add(cover.authority)


def _cover(view: View, plan: Plan, cover: CoverList, where: bool) -> None:
    page = view.page
    page.heading(view.say("head_cover_list", title=numbered(view, cover.number, cover.title)))
    page.labelled(view.say("cover_to"), cover.authority_title, 1)
    if cover.where and where:
        page.para(cover.where, 1)
    if plan.ref:
        page.labelled(view.say("cover_case"), plan.ref, 1)
    if cover.only_if:
        page.labelled(view.say("label_only_if"), cover.only_if, 1)
    if cover.date:
        page.labelled(view.say("cover_planned"), long_date(cover.date, view.lang), 1)
    for line in cover.lines:
        _line(view, line)
    total = numbers(view, sum(line.originals for line in cover.lines), sum(line.copies for line in cover.lines), ())
    papers = quantity("papers", len(cover.lines), view.lang)
    page.para(view.say("cover_total", papers=papers, details=total), 1)
    page.para(view.say("cover_lodged"), 1)


def _line(view: View, line: CoverLine) -> None:
    details = numbers(view, line.originals, line.copies, line.form)
    view.page.item(line.number, view.say("cover_line", title=line.title, details=details), 1)
    if line.only_if:
        view.page.labelled(view.say("label_only_if"), line.only_if, 3)
