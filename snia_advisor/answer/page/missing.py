"""The facts that are missing: the most decisive questions in full, with the word to write for each answer."""

from __future__ import annotations

from collections.abc import Sequence

from ...law.model.advice import Advice, MissingFact
from ...law.model.entries import Register
from ..telling.view import View
from ..telling.words import BULLET

IN_FULL = 3
OPTIONS_SHOWN = 12
SETTLED_SHOWN = 3


def missing_facts(view: View, missing: Sequence[MissingFact]) -> None:
    """Numbered questions; after the first few, the question and the name of the fact only."""
    if not missing:
        return
    view.page.heading(view.say("head_missing", n=len(missing)))
    full = len(missing) if view.whole else IN_FULL
    for number, fact in enumerate(missing[:full], 1):
        view.page.item(number, fact.question, strong=True)
        _details(view, fact)
    if missing[full:]:
        view.page.blank()
        view.page.para(view.say("then_asked"))
    for number, fact in enumerate(missing[full:], full + 1):
        view.page.item(number, view.say("question_and_fact", question=fact.question, fact=fact.fact))


def sharpen(view: View, advice: Advice) -> None:
    """The facts that would make the advice more precise, and what they bear on."""
    if not advice.sharpen:
        return
    view.page.heading(view.say("first_sharpen"))
    passed_over = {point for answer in advice.answers for point in answer.unchecked_points}
    for group in advice.sharpen:
        facts = view.clauses(view.wording.title(name) for name in group.facts)
        view.page.para(view.say("sharpen_facts", facts=facts), mark=BULLET)
        # An alarm is named once it is proved: who was refused nothing reads of no appeal.
        alarms = passed_over.intersection(group.settles)
        points = view.say("sharpen_points", n=len(alarms)) if alarms else view.some(list(group.settles), SETTLED_SHOWN)
        view.page.para(view.say("sharpen_settles", settles=points), 1)


def _details(view: View, fact: MissingFact) -> None:
    if fact.hint:
        view.page.para(fact.hint, 1)
    view.page.labelled(view.say("label_write"), how_to_write(view, fact.fact), 1)
    for option, text in list((fact.options or {}).items())[:OPTIONS_SHOWN]:
        view.page.para(view.say("option", name=option, text=text), 2, mark=BULLET)
    view.page.para(fact.why_asked, 1)
    view.cited(fact.sources, 1)


def how_to_write(view: View, name: str) -> str:
    """`contract.request=...` as `--set` takes it, with the form of the value."""
    declared = view.base.facts[name]
    form = view.say("write_listed", fact=name) if declared.options_from else view.say("write_" + declared.type)
    if declared.none_allowed:
        form = view.say("write_or_none", form=form)
    return view.say("write", fact=name, form=form)


def register_status(view: View, register: Register) -> None:
    """Whether a list is official, unofficial, or not available."""
    version = view.say("list_version", version=register.version) if register.version else ""
    view.page.para(view.say("list_" + register.status) + version, 1)


def hints(view: View, register: Register) -> None:
    """Unofficial hints, said to be so: they suggest a check and decide nothing."""
    if not register.unofficial_hints:
        return
    view.page.warn(view.say("hints"), 1)
    for hint in register.unofficial_hints:
        text = hint.title.to(view.lang)
        if hint.conditions:
            text = view.say("with_cites", text=text, cites=hint.conditions.to(view.lang))
        view.page.para(view.say("with_cites", text=text, cites=view.cites(hint.sources, None)), 2, mark=BULLET)
