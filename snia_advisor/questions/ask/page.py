"""The screens of the interview: the choice of a path, a question, its help, names to choose from, and what was noted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from ...answer.page.missing import hints, register_status
from ...answer.telling.document import Document, First, Mark
from ...answer.telling.view import View
from ...answer.telling.words import BULLET
from ...law.logic.operators import inclusive
from ...law.model.values import NONE, Records
from ...law.rulebase.base import RuleBase
from ...messages import say
from ...messages.formats import date_text, number_text
from ...messages.plurals import quantity
from .interview import Interview, Question
from .keys import Key
from .understand import AskedField
from .what_it_settles import Alone, Settled, Ticked, ValueRange

SETTLES_SHOWN, ANSWERS_SHOWN, OUTCOMES_SHOWN = 3, 5, 2
CHOICES_SHOWN = 12
EXAMPLE = Decimal("1234.50")


def paths_page(base: RuleBase, lang: str, names: Sequence[str]) -> Document:
    """The paths, numbered, each with its question."""
    view = View(base, lang)
    view.page.para(view.say("ask_paths"), strong=True)
    view.page.blank()
    for number, name in enumerate(names, 1):
        path = base.paths[name]
        view.page.item(number, path.title.to(lang), strong=True)
        view.page.para(path.question.to(lang), 2)
    view.page.blank()
    view.page.para(view.say("ask_path_form"))
    return view.page


# --- a question --------------------------------------------------------------------------------------------------


def question_page(talk: Interview, field: AskedField, question: Question) -> Document:
    """The present question: its number, how to answer, why it is asked, and what an answer would settle."""
    view = View(talk.rules, talk.lang)
    page = view.page
    page.para(progress(view, talk), strong=True)
    page.blank()
    page.para(question.question, strong=True)
    if question.hint:
        page.para(question.hint, 1)
    given = talk.case.facts.get(question.fact)
    if given is not None:  # a list that lacks values: the answer replaces it
        page.labelled(view.say("ask_known"), view.wording.value(question.fact, given), 1)
    options(view, field)
    page.para(form(view, field, talk.on), 1)
    page.blank()
    page.para(why_asked(view, question.why_asked), 1)
    view.cited(question.sources, 1)
    settles(view, field, question.settles)
    page.blank()
    page.para(" · ".join(f"{key} {view.say('ask_key_' + key.name)}" for key in Key))
    return page


def progress(view: View, talk: Interview) -> str:
    """`Question 3, at most 7 more`."""
    if not talk.at_most:
        return view.say("ask_progress_last", n=talk.asked)
    return view.say("ask_progress", n=talk.asked, left=quantity("questions_left", talk.at_most, view.lang))


def options(view: View, field: AskedField) -> None:
    """The options with their numbers; a long list is searched instead."""
    if field.type == "yes_no":
        view.page.item(1, view.say("yes"), 1)
        view.page.item(2, view.say("no"), 1)
    elif not field.searched:
        for number, name in enumerate(field.options, 1):
            view.page.item(number, view.wording.option(field.id, name), 1)


def form(view: View, field: AskedField, on: date) -> str:
    """How to type the answer."""
    key = "ask_form_" + field.type
    if field.searched:
        key = "ask_form_search_set" if field.type == "set" else "ask_form_search"
    values = {
        "ask_form_date": {"figures": f"{on.day}/{on.month}/{on.year}", "words": date_text(on, view.lang)},
        "ask_form_decimal": {"example": number_text(EXAMPLE, view.lang)},
    }
    text = view.say(key, **values.get(key, {}))
    return view.say("ask_form_or_none", form=text) if field.none_allowed else text


def why_asked(view: View, determinations: Sequence[str]) -> str:
    """Which answers and headline determinations the answer can change; none, where it makes the advice more precise."""
    base = view.base
    if not determinations:
        return view.say("why_sharpen")
    titles = ((base.determinations.get(name) or base.paths[name]).title.to(view.lang) for name in determinations)
    return view.say("why_asked", decides=view.join(dict.fromkeys(titles)))


def settles(view: View, field: AskedField, settled: Sequence[Settled]) -> None:
    """The answers that settle a determination by themselves, those that settle the same together.

    A question must fit a small screen: there the first few stand, by outcome; the help has them all, by determination.
    """
    lines = _by_outcome(settled)
    if not lines:
        return
    view.page.para(view.say("ask_settles"), 1)
    for outcomes, answers in list(lines.items())[: None if view.whole else SETTLES_SHOWN]:
        told = _first(view, [answer_text(view, field, answer) for answer in answers], ANSWERS_SHOWN)
        if view.whole:
            text = view.clauses(view.wording.outcome(*pair) for pair in outcomes)
        else:
            text = view.some(list(dict.fromkeys(view.outcome(*pair) for pair in outcomes)), OUTCOMES_SHOWN)
        view.page.para(view.say("ask_settles_line", answer=told, outcomes=text), 2, mark=BULLET)
    if not view.whole and len(lines) > SETTLES_SHOWN:
        view.page.para(view.say("ask_settles_more", n=len(lines) - SETTLES_SHOWN, letter=Key.help), 2)


def _first(view: View, parts: list[str], most: int) -> str:
    """The first parts and how many more there are; all of them on a whole screen."""
    if view.whole or len(parts) <= most:
        return view.join(parts)
    return view.join([*parts[:most], view.say("and_more", n=len(parts) - most)])


def _by_outcome(settled: Sequence[Settled]) -> dict[tuple[tuple[str, str], ...], list[Any]]:
    """Answers by all that each of them settles."""
    by_answer: dict[Any, list[tuple[str, str]]] = {}
    for one in settled:
        by_answer.setdefault(one.answer, []).append((one.determination, one.outcome))
    lines: dict[tuple[tuple[str, str], ...], list[Any]] = {}
    for answer, outcomes in by_answer.items():
        lines.setdefault(tuple(outcomes), []).append(answer)
    return lines


def answer_text(view: View, field: AskedField, answer: Any) -> str:
    """An answer as it is typed: the number of an option, its name in a long list, a span of values."""
    if isinstance(answer, ValueRange):
        return _span(view, field, answer)
    if isinstance(answer, bool):
        return view.say("yes" if answer else "no")
    if answer is NONE:
        return view.say("none_held")
    if isinstance(answer, (frozenset, Records)):
        return view.say("none_of_them")
    if isinstance(answer, Alone):
        return view.say("ask_alone", answer=answer_text(view, field, answer.option))
    option = answer.option if isinstance(answer, Ticked) else answer
    return view.wording.option(field.id, option) if field.searched else str(field.options.index(option) + 1)


def _span(view: View, field: AskedField, span: ValueRange) -> str:
    low, high = (None if end is None else view.wording.plain(end, field.unit) for end in (span.low, span.high))
    later, earlier = inclusive(field.type)
    if low is None and high is None:
        return view.say("ask_any")
    if high is None:
        return view.say(later.shown, value=low)
    if low is None:
        return view.say(earlier.shown, value=high)
    if low == high:
        return low
    return view.say("ask_span_days" if field.type == "date" else "ask_span", low=low, high=high)


# --- help, names, notes ------------------------------------------------------------------------------------------


def help_page(talk: Interview, field: AskedField, question: Question) -> Document:
    """Everything about a question, and the keys."""
    view = View(talk.rules, talk.lang, whole=True)
    page, fact = view.page, talk.rules.facts[question.fact]
    page.para(fact.title.to(view.lang), strong=True)
    page.para(question.question, 1)
    if question.hint:
        page.para(question.hint, 1)
    if not field.searched:
        for number, name in enumerate(field.options, 1):
            text = view.say("option", name=name, text=view.wording.option(field.id, name))
            page.item(number, text, 1)
    page.para(form(view, field, talk.on), 1)
    page.para(why_asked(view, question.why_asked), 1)
    view.cited(question.sources, 1)
    if fact.proved_by:
        page.labelled(view.say("label_proof"), view.clauses(view.document(name) for name in fact.proved_by), 1)
    if fact.sensitive:
        page.para(view.say("sensitive"), 1)
    for name in fact.hints_from:
        page.para(talk.rules.lists[name].title.to(view.lang), 1, strong=True)
        register_status(view, talk.rules.lists[name])
        hints(view, talk.rules.lists[name])
    settles(view, field, question.settles)
    keys(page)
    return page


def keys(page: Document) -> None:
    """What each key does."""
    page.blank()
    page.para(say("ask_keys", page.lang), 1, strong=True)
    page.table([(str(key), say("ask_long_" + key.name, page.lang)) for key in Key], First.KEY)


def choices_page(base: RuleBase, lang: str, titles: Mapping[str, str]) -> Document:
    """Names that a text may mean, numbered; `titles` holds them all, the first ones are shown."""
    view = View(base, lang)
    view.page.para(view.say("ask_mean"), 1, strong=True)
    for number, (name, title) in enumerate(list(titles.items())[:CHOICES_SHOWN], 1):
        view.page.item(number, f"{title} [{name}]" if name.isupper() else title, 1)
    view.page.item(0, view.say("ask_mean_none"), 1)
    if len(titles) > CHOICES_SHOWN:
        view.page.para(view.say("ask_mean_more", n=len(titles)), 1)
    return view.page


def record_page(talk: Interview, field: AskedField, number: int) -> Document:
    """A column of one entry of a list."""
    view = View(talk.rules, talk.lang)
    title = view.wording.title(field.id)
    view.page.para(view.say("ask_record", n=number, title=title), 1, strong=True)
    options(view, field)
    view.page.para(form(view, field, talk.on), 1)
    return view.page


def noted_page(talk: Interview, fact: str) -> Document:
    """What was understood, in full: the date in words, the names of the options; or that it is not known."""
    view = View(talk.rules, talk.lang)
    if fact in talk.case.facts:
        view.page.para(view.fact(fact, view.wording.value(fact, talk.case.facts[fact])), mark=Mark.YES)
    else:
        view.page.para(view.say("ask_noted_unknown", title=view.wording.title(fact)), mark=BULLET)
    return view.page


def sentence_page(lang: str, text: str, *, problem: bool = False) -> Document:
    """One sentence of the conversation; a problem has a sign in front."""
    page = Document(lang)
    page.para(text, mark=Mark.QUESTION if problem else None)
    return page
