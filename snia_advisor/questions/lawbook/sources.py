"""The instruments: every source with what it is worth, and what rests on it."""

from __future__ import annotations

from typing import Any

from ...answer.page.sources import rank_text
from ...answer.telling.cite import articles_of
from ...answer.telling.document import Document
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...law.model.entries import Source
from ...law.rulebase.base import RuleBase


def sources_named(base: RuleBase, name: str | None) -> list[str]:
    """Every source, or one. Raises `BadInput` with the nearest name."""
    if name is None:
        return list(base.sources)
    return [base.sources.named("unknown_item", name).id]


def sources_page(base: RuleBase, lang: str) -> Document:
    """Every source by rank, one title each."""
    view = View(base, lang)
    rank = 0
    for source in sorted(base.sources.values(), key=lambda s: s.rank):
        if source.rank != rank:
            rank = source.rank
            view.page.blank()
            view.page.para(view.say("rank_head", rank=rank, text=view.say(f"rank_{rank}")), strong=True)
        view.page.para(view.say("row", name=source.id, text=source.title.to(lang)), 1, mark=BULLET)
    view.page.blank()
    view.page.para(view.say("sources_count", n=len(base.sources)))
    return view.page


def source_page(base: RuleBase, name: str, lang: str) -> Document:
    """One source in full, with the entries that cite it."""
    view = View(base, lang, whole=True)
    source = base.sources[name]
    view.page.para(source.title.to(lang), strong=True)
    source_details(view, source)
    used = cited_by(base, name)
    articles = articles_of([c for _, _, cites in used for c in cites], lang)
    if articles:
        view.page.labelled(view.say("label_articles"), articles, 1)
    view.page.labelled(view.say("label_place"), base.place("source", name), 1)
    view.page.blank()
    view.page.para(view.say("cited_by", n=len(used)))
    for kind, entry, cites in used:
        where = articles_of(cites, lang)
        text = view.say("row", name=entry, text=view.say("kind_of_" + kind))
        view.page.para(view.say("with_cites", text=text, cites=where) if where else text, 1, mark=BULLET)
    return view.page


def source_details(view: View, source: Source) -> None:
    """Kind, rank, whether it was read, date, edition, reservations, address."""
    view.page.para(rank_text(view, source.source_kind, source.rank, source.read), 1)
    if source.date:
        view.page.labelled(view.say("label_date"), source.date, 1)
    if source.version:
        view.page.labelled(view.say("label_version"), source.version, 1)
    if source.note:
        view.page.para(source.note.to(view.lang), 1)
    if source.url:
        view.page.address(source.url, 1)


def cited_by(base: RuleBase, name: str) -> list[tuple[str, str, list[str]]]:
    """The entries that cite a source: kind, id, citations."""
    citing = []
    for kind, table in base.raws.items():
        for raw in table.values():
            cites = [c for c in _strings(raw.body) if c.partition("#")[0] == name]
            if cites:
                citing.append((kind, raw.id, list(dict.fromkeys(cites))))
    return citing


def _strings(body: Any) -> list[str]:
    """The citations in an entry: the items of its `sources` and `why` lists, wherever they stand."""
    if isinstance(body, dict):
        own = [item for key in ("sources", "why") for item in (body.get(key) or ()) if isinstance(item, str)]
        return own + [s for key, value in body.items() if key not in ("sources", "why") for s in _strings(value)]
    return [s for item in body for s in _strings(item)] if isinstance(body, list) else []


def sources_json(base: RuleBase, names: list[str], lang: str) -> list[dict[str, Any]]:
    """Sources as JSON values."""
    return [_json(base, base.sources[name], lang) for name in names]


def _json(base: RuleBase, source: Source, lang: str) -> dict[str, Any]:
    used = cited_by(base, source.id)
    raw = base.raws["source"][source.id]
    return {
        "id": source.id,
        "title": source.title.to(lang),
        "kind": source.source_kind,
        "rank": source.rank,
        "date": source.date,
        "version": source.version or None,
        "read": source.read,
        "url": source.url,
        "note": source.note.to(lang) if source.note else None,
        "cited_by": [{"kind": kind, "id": entry, "citations": cites} for kind, entry, cites in used],
        "file": raw.file,
        "line": raw.line,
    }
