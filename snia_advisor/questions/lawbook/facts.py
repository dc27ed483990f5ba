"""The vocabulary: each fact with its question, its answers, why it is asked, and the word to write."""

from __future__ import annotations

from typing import Any

from ...answer.page.missing import hints, how_to_write, register_status
from ...answer.telling.document import Document
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...errors import BadInput
from ...law.logic.reading import unknown
from ...law.model.entries import Fact
from ...law.rulebase.base import RuleBase

OPTIONS_SHOWN = 30


def facts_named(base: RuleBase, name: str | None) -> list[str]:
    """Every fact, those of a group, or one. Raises `BadInput` with the nearest name."""
    if name is None:
        return list(base.facts)
    names = [fact for fact in base.facts if name in (fact, fact.split(".")[0])]
    if not names:
        pool = [*base.facts, *dict.fromkeys(fact.split(".")[0] for fact in base.facts)]
        raise unknown("unknown_item", name, pool, BadInput)
    return names


def vocabulary_page(base: RuleBase, lang: str) -> Document:
    """Every fact by group, one line each."""
    view = View(base, lang)
    group = ""
    for fact in base.facts.values():
        name = fact.id.split(".")[0]
        if name != group:
            group = name
            view.page.blank()
            view.page.para(group, strong=True)
        view.page.para(view.say("row", name=fact.id, text=fact.title.to(lang)), 1, mark=BULLET)
    view.page.blank()
    view.page.para(view.say("facts_count", n=len(base.facts)))
    return view.page


def facts_page(base: RuleBase, names: list[str], lang: str) -> Document:
    """Some facts in full; a long list of answers is shown only when the fact is asked for alone."""
    view = View(base, lang, whole=len(names) == 1)
    for name in names:
        fact = base.facts[name]
        view.page.blank()
        view.page.para(view.say("entry_head", kind=fact.title.to(lang), name=name), strong=True)
        fact_details(view, fact)
        view.cited(fact.why, 1, None)
        view.page.labelled(view.say("label_place"), base.place("fact", name), 1)
    return view.page


def fact_details(view: View, fact: Fact) -> None:
    """Question, hint, form, answers, papers that prove it, unofficial hints."""
    lang = view.lang
    view.page.para(fact.question.to(lang), 1)
    if fact.hint:
        view.page.para(fact.hint.to(lang), 1)
    view.page.labelled(view.say("label_write"), how_to_write(view, fact.id), 1)
    options = list(view.base.options(fact.id).items())
    shown = options if view.whole else options[:OPTIONS_SHOWN]
    for option, text in shown:
        view.page.para(view.say("option", name=option, text=text.to(lang)), 2, mark=BULLET)
    if len(shown) < len(options):
        view.page.para(view.say("more_options", n=len(options) - len(shown), fact=fact.id), 2)
    if fact.proved_by:
        view.page.labelled(view.say("label_proof"), view.clauses(view.document(d) for d in fact.proved_by), 1)
    if fact.sensitive:
        view.page.para(view.say("sensitive"), 1)
    for name in fact.hints_from:
        register = view.base.lists[name]
        view.page.para(register.title.to(lang), 1, strong=True)
        register_status(view, register)
        hints(view, register)


def facts_json(base: RuleBase, names: list[str], lang: str) -> list[dict[str, Any]]:
    """The vocabulary as JSON values, texts in one language."""
    return [_json(base, base.facts[name], lang) for name in names]


def _json(base: RuleBase, fact: Fact, lang: str) -> dict[str, Any]:
    raw = base.raws["fact"][fact.id]
    return {
        "id": fact.id,
        "type": fact.type,
        "unit": fact.unit,
        "none_allowed": fact.none_allowed,
        "title": fact.title.to(lang),
        "question": fact.question.to(lang),
        "hint": fact.hint.to(lang) if fact.hint else None,
        "options": {name: text.to(lang) for name, text in base.options(fact.id).items()} or None,
        "unofficial_hints": [
            {"list": name, "title": hint.title.to(lang), "conditions": hint.conditions.to(lang) if hint.conditions else None,
             "sources": list(hint.sources)}
            for name in fact.hints_from
            for hint in base.lists[name].unofficial_hints
        ],
        "why": list(fact.why),
        "basis": list(fact.basis),
        "ask_after": list(fact.ask_after),
        "sensitive": fact.sensitive,
        "changeable": fact.changeable,
        "proved_by": list(fact.proved_by),
        "file": raw.file,
        "line": raw.line,
    }  # fmt: skip
