"""Two advices in at most 24 lines: the two answers, what turned first, the acts that change. `--full` has the rest.

As on the first screen of an advice, the page is built with all it has to say, measured, and built again with less.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from ...answer.page.answers import answer_mark, recall, state_word
from ...answer.page.doing.acts import when
from ...answer.telling.as_text import height
from ...answer.telling.document import Document
from ...answer.telling.view import View
from ...answer.telling.words import BULLET, first_sentence
from ...law.logic.facts import UNKNOWN
from ...law.model.act_advice import ActAdvice
from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.answer_advice import AnswerAdvice
from ...law.model.case import Case
from ...law.rulebase.base import RuleBase
from ...messages.formats import short_before, short_date
from ...messages.plurals import quantity
from .differences import Comparison, Difference
from .turned import ActChanges, Turned, act_changes, turned_first

LINES = 23  # the line that is left is for the prompt of a terminal
LONGEST = 72  # letters of a value that is told whole
NOT_SAID = -1  # no fact, and not even how many differ
Room = TypeVar("Room")


@dataclass(frozen=True)
class _Room:
    """How much is told: answers, acts of each kind, facts, whether why the answer is so."""

    answers: int
    acts: int
    facts: int
    text: bool


ROOMS = [
    _Room(answers, acts, facts, text)
    for answers in (4, 2, 1)
    for text, acts, facts in (
        *itertools.product((True,), (4, 3, 2), (3, 2, 1)),
        *itertools.product((False,), (4, 3, 2, 1), (3, 2, 1, 0)),
    )
]
ROOMS += [_Room(1, 1, NOT_SAID, False), _Room(1, 0, NOT_SAID, False)]


def compare_first(
    base: RuleBase, comparison: Comparison, cases: Sequence[Case], advices: Sequence[Advice], names: Sequence[str] = ()
) -> Document:
    """The comparison in short. `names`: the names of the two files; without them it is one case before and after."""
    turned = None if comparison.same_answer else turned_first(base, comparison, cases, advices)
    told = _Told(base, comparison, tuple(advices), tuple(names), turned, act_changes(*advices))
    return fitted(ROOMS, lambda room: _Screen(told, room).document())


def fitted(rooms: Sequence[Room], write: Callable[[Room], Document]) -> Document:
    """The document in the first of the rooms in which it takes few enough lines."""
    document = write(rooms[0])
    for room in rooms[1:]:
        if height(document) <= LINES:
            break
        document = write(room)
    return document


@dataclass(frozen=True)
class _Told:
    """What there is to tell."""

    base: RuleBase
    comparison: Comparison
    advices: tuple[Advice, ...]
    names: tuple[str, ...]
    turned: Turned | None
    acts: ActChanges


class _Screen:
    """The screen with a certain room."""

    def __init__(self, told: _Told, room: _Room) -> None:
        self.told = told
        self.comparison = told.comparison
        self.advices = told.advices
        self.names = told.names
        self.room = room
        self.view = View(told.base, told.advices[0].lang, False, told.advices[0])
        self.page = self.view.page
        keys = ("side_a", "side_b") if told.names else ("side_before", "side_after")
        self.labels = [self.view.say(key) for key in keys]

    def document(self) -> Document:
        self._given()
        if self.comparison.same_answer:
            same = "compare_same_case" if self.comparison.same_case else "compare_same_answer"
            self.page.para(self.view.say(same), strong=True)
            recall(self.view, self.advices[0])
        else:
            self._answers()
            self._turned()
            self._acts()
        if self.room.text:
            self.page.blank()
        foot(self.view, self.advices, further=not self.comparison.same_case)
        return self.page

    def _given(self) -> None:
        """Which cases, and what was given otherwise."""
        view = self.view
        for label, name, advice in zip(self.labels, self.names, self.advices, strict=False):
            date = view.say("on_date", date=view.wording.plain(advice.on))
            view.page.labelled(label, view.say("side_named", name=name, date=date))
        facts = [moved(view, fact) for fact in self.comparison.facts]
        facts += [view.base.questions[one.id].title.to(view.lang) for one in self.comparison.readings]
        if facts and self.room.facts != NOT_SAID:
            label = view.say("label_changed" if not self.names else "head_facts_differ")
            counted = quantity("facts", len(facts), view.lang)
            view.page.labelled(label, view.some(facts, self.room.facts) if self.room.facts else counted)
        view.page.blank()

    def _answers(self) -> None:
        view, answers = self.view, self.comparison.answers
        if not answers:
            view.page.para(view.say("compare_same_verdict"), strong=True)
            recall(view, self.advices[0])
        paths = {answer.path for advice in self.advices for answer in advice.answers}
        if len(paths) == 2 and all(len(advice.answers) == 1 for advice in self.advices):
            return self._two_goals()
        for answer in answers[: self.room.answers]:
            if len(paths) > 1:
                view.page.para(answer.either.path_title, strong=True)
            for label, side in zip(self.labels, (answer.a, answer.b), strict=True):
                self._answer(label, side)
        if answers[self.room.answers :]:
            view.page.para(more(view, len(answers) - self.room.answers))
        return None

    def _two_goals(self) -> None:
        """Two cases that ask about two things: each answer with its goal."""
        for label, advice in zip(self.labels, self.advices, strict=True):
            text = self.view.say("headline", word=advice.answer.title, title=advice.answer.path_title)
            self.page.para(text, 1, mark=answer_mark(advice.answer), lead=label, toned=True)

    def _answer(self, label: str, side: AnswerAdvice | None) -> None:
        if side is None:
            self.page.para(self.view.say("watch_absent"), 1, mark=BULLET, lead=label)
            return
        self.page.para(side.title, 1, mark=answer_mark(side), lead=label, toned=True)
        if self.room.text and side.text:
            self.page.para(first_sentence(side.text), 3)

    def _turned(self) -> None:
        turned = self.told.turned
        if turned is None:
            return
        self.page.heading(self.view.say("head_turned"))
        shown = {fact.id for fact in self.comparison.facts} if len(self.comparison.facts) == 1 else set()
        facts = [moved(self.view, fact) for fact in turned.facts if fact.id not in shown]
        tell_turned(self.view, turned, facts, max(self.room.facts, 0))
        if turned.others:
            self.page.para(more(self.view, turned.others), 1)

    def _acts(self) -> None:
        view, changes = self.view, self.told.acts
        self.page.heading(view.say("head_acts_differ"))
        views = [View(self.told.base, view.lang, False, advice) for advice in self.advices]
        for label, of, acts in zip(self.labels, views, (changes.only_a, changes.only_b), strict=True):
            self._only(label, of, acts)
        for pair in changes.moved[: self.room.acts]:
            a, b = (when(of, act, brief=True) for of, act in zip(views, pair, strict=True))
            self.page.para(view.say("becomes", title=act_text(view, pair[1]), a=a, b=b), 1, mark=BULLET)
        left = sum(max(0, len(kind) - self.room.acts) for kind in (changes.only_a, changes.only_b, changes.moved))
        if left:
            self.page.para(more(view, left), 1)
        if not (changes.only_a or changes.only_b or changes.moved):
            self.page.para(view.say("acts_same"), 1)

    def _only(self, label: str, view: View, acts: Iterable[ActAdvice]) -> None:
        for act in list(acts)[: self.room.acts]:
            self.page.para(act_in_brief(view, act), 1, mark=BULLET, lead=label)


# --- parts that the table of changes has too ----------------------------------------------------------------------


def foot(view: View, advices: Sequence[Advice], *, further: bool = True) -> None:
    """How far the law is known, warnings that say more than that, and where the rest is, if there is any."""
    told = advices[0].receipt
    known = short_before(told.law_known_to, told.law_notes_to, view.lang)
    notes, on = (short_date(day, view.lang) for day in (told.law_notes_to, advices[0].on))
    one_day = len({advice.on for advice in advices}) == 1
    read = (
        view.say("first_foot", known=known, notes=notes, on=on)
        if one_day
        else view.say("compare_foot", known=known, notes=notes)
    )
    view.page.para(read)
    said = dict.fromkeys(w.text for advice in advices for w in advice.warnings if w.id != "law_after_cutoff")
    for text in said:
        view.page.warn(text)
    if further:
        view.page.command(view.say("first_next"), "--full")


def act_in_brief(view: View, act: ActAdvice) -> str:
    """What and when; `view` is that of the advice that holds the act."""
    return view.say("act_in_brief", text=act_text(view, act), when=when(view, act, brief=True))


def act_text(view: View, act: ActAdvice) -> str:
    """What to do; a question by its title, since questions are long."""
    if act.question in view.base.facts:
        return view.say("act_answer_brief", title=view.wording.title(str(act.question)))
    if act.question in view.base.questions:
        title = view.base.questions[str(act.question)].title.to(view.lang)
        return view.say("act_ask_brief", title=title, authority=act.authority)
    return act.text


def more(view: View, n: int) -> str:
    """How many there are besides, and how to see them."""
    return view.say("first_more", others=quantity("others", n, view.lang), option="--full")


def tell_turned(view: View, turned: Turned, facts: list[str], most: int) -> None:
    """What turned, and the facts behind it."""
    one = turned.determination
    if turned.finding is not None:
        text = view.say("comparison", title=one.either.title, demand=appears(view, turned))
    else:
        text = becomes(view, one.either.title, one.each(lambda side: in_short(view, side)))
    view.page.para(text, 1, mark=BULLET)
    if facts and most:
        view.page.labelled(view.say("label_facts"), view.some(facts, most), 2)


def appears(view: View, turned: Turned) -> str:
    """The finding that turned: that it is added, or that it goes."""
    now = turned.determination.b
    has = now is not None and turned.finding in {found.id for found in now.findings}
    return view.say("watch_appears" if has else "watch_goes", text=view.rule(str(turned.finding)))


def moved(view: View, fact: Difference[Any]) -> str:
    """`Title: value before → value now`; of long values only the title."""
    a, b = (view.wording.value(fact.id, UNKNOWN if value is None else value) for value in (fact.a, fact.b))
    title = view.wording.title(fact.id)
    return becomes(view, title, Difference(fact.id, a, b)) if len(a) + len(b) <= LONGEST else title


def becomes(view: View, title: str, sides: Difference[str]) -> str:
    """`Title: before → now`."""
    without = view.say("side_without")
    return view.say("becomes", title=title, a=sides.a or without, b=sides.b or without)


def in_short(view: View, determination: DeterminationAdvice) -> str:
    """What a determination answers, or the word for what it waits for."""
    waits = determination.status == "depends" and determination.kind == "choose"
    return state_word(view, determination) if waits else outcome(view, determination)


def outcome(view: View, determination: DeterminationAdvice) -> str:
    """What a determination answers, in a clause."""
    if determination.status == "decided" and determination.outcome_title:
        return determination.outcome_title
    if determination.status == "not_covered":
        return view.say("state_not_covered")
    titles = [p.title for p in determination.possible] or [f.title for f in determination.findings]
    if not titles:
        return view.say("nothing_found")
    return view.say("outcomes_left", outcomes=view.some(list(dict.fromkeys(titles)), 2))
