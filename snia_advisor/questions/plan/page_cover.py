"""The cover list of each file that is handed in, numbered, to be signed for at the desk."""

from __future__ import annotations

from ...answer.page.doing.papers import numbered, numbers
from ...answer.planning.record import CoverLine, CoverList, Plan
from ...answer.telling.view import View
from ...messages.formats import long_date
from ...messages.plurals import quantity


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
