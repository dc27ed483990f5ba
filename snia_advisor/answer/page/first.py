"""The first screen: at most 24 lines. The answer, what is forbidden or to be obtained, what to do, cost, deadline, doubt.

What has no room is left to `--only` and `--full`, and the last line says so. The page is built with everything, measured as
a terminal of 80 columns shows it, and built again with less until it fits.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from ...law.model.advice import Advice
from ...law.model.answer_advice import AnswerAdvice
from ...law.rulebase.base import RuleBase
from ...messages.formats import short_before, short_date
from ...messages.plurals import quantity
from ..planning.advised import Advised
from ..telling.as_text import height
from ..telling.document import Answer, Block, Document, Mark
from ..telling.view import View
from ..telling.words import BULLET, first_sentence
from .answers import answer_mark, headline, on_a_doubt, remarkable, status_mark, to_be_confirmed
from .costs import fees
from .doing.acts import deadline_day, in_a_line
from .doubts import not_recorded
from .reasons import reason

LINES = 23  # the line that is left is for the prompt of a terminal, or for what a file says of itself
WIDTH = 78
LINE = 60  # characters of a headline determination with its ground


@dataclass(frozen=True)
class Room:
    """How much of each part is shown."""

    acts: int
    forbidden: int
    obtained: int
    text: bool = True
    sharpen: bool = True


# The most that is shown, then less and less: what would make it more precise goes first, the acts last.
ROOMS = [
    Room(acts, forbidden, obtained, text, sharpen)
    for text, acts, obtained, forbidden, sharpen in itertools.product(
        (True, False), (5, 4, 3, 2, 1), (3, 2, 1, 0), (3, 2, 1), (True, False)
    )
]


def first_screen(base: RuleBase, advised: Advised, case: str) -> Document:
    """The advice in at most 24 lines of 80 columns; `case` is how the case is named in the commands that follow."""
    document = Document(advised.advice.lang)
    for room in ROOMS:
        document = _Screen(base, advised, case, room).document()
        if height(document) <= LINES:
            break
    return document


def first_blocks(base: RuleBase, advised: Advised, case: str) -> list[Block]:
    """The first screen with all it has to say, for a page that has room."""
    return _Screen(base, advised, case, ROOMS[0]).document().blocks


class _Screen:
    """The screen with a certain room."""

    def __init__(self, base: RuleBase, advised: Advised, case: str, room: Room) -> None:
        self.advice: Advice = advised.advice
        self.view = View(base, self.advice.lang, False, self.advice)
        self.page = self.view.page
        self.case = case
        self.room = room

    def document(self) -> Document:
        answer = self.advice.answer
        text = answer.text or ""
        if not self.room.text:
            text = first_sentence(text)
        self.page.add(Answer(answer_mark(answer), answer.title, text))
        self._forbidden(answer)
        self._determined()
        self._acts()
        self._costs()
        self._deadline()
        self._doubts()
        if self.room.sharpen and self.advice.sharpen and not self.advice.missing:
            self.page.command(self.say("first_sharpen"), f"snia check {self.case} --ask")
        self._foot()
        return self.page

    def say(self, key: str, **args: object) -> str:
        return self.view.say(key, **args)

    # --- what is forbidden, and what is to be obtained -------------------------------------------------------------

    def _forbidden(self, answer: AnswerAdvice) -> None:
        # What has a price comes first: it is what may not be missed where there is room for one.
        shown = sorted(answer.forbidden, key=lambda one: one.penalty is None)[: self.room.forbidden]
        for one in shown:
            text = (
                self.say("comparison", title=one.text, demand=self.say("fine", amount=one.penalty))
                if one.penalty
                else one.text
            )
            cites = self.view.cites(one.sources, 1)
            self.page.para(self.say("with_cites", text=text, cites=cites) if cites else text, 1, mark=Mark.AGAINST)
        more = len(answer.forbidden) - len(shown)
        if more:
            others = quantity("others", more, self.view.lang)
            self.page.para(self.say("first_more", others=others, option="--only risks"), 1)

    def _determined(self) -> None:
        """The headline determinations that say something, each in a line."""
        told = [d for d in headline(self.view, self.advice) if remarkable(self.view, d)]
        for determination in told[: self.room.obtained]:
            mark = status_mark(determination)
            if determination.status == "decided":
                title, ground = str(determination.outcome_title), reason(self.view, determination)
                text = self.say("comparison", title=title, demand=ground)
                whole = text if ground and len(text) <= LINE + len(title) // 2 and len(text) < WIDTH - 4 else title
                doubted = to_be_confirmed(self.advice.answer) and on_a_doubt(determination.because)
                self.page.para(whole, 1, mark=Mark.QUESTION if doubted else Mark.WAIT if mark is BULLET else mark)
            else:
                self.page.para(
                    self.say("comparison", title=determination.title, demand=self.say("first_unknown")), 1, mark=mark
                )

    # --- what to do ------------------------------------------------------------------------------------------------

    def _acts(self) -> None:
        self.page.heading(self.say("first_acts"))
        if not self.advice.acts:
            self.page.para(self.say("acts_none"))
        for number, act in enumerate(self.advice.acts[: self.room.acts], 1):
            self.page.item(number, in_a_line(self.view, act))
        if any(act.question in self.view.base.facts for act in self.advice.acts):
            self.page.command(self.say("first_ask"), f"snia check {self.case} --ask")

    # --- cost, deadline, doubt ---------------------------------------------------------------------------------------

    def _costs(self) -> None:
        text = self.say("semicolon").join(fees(self.view, self.advice)) or self.say("first_no_cost")
        self.page.labelled(self.say("first_cost"), text)

    def _deadline(self) -> None:
        nearest = next((one for one in self.advice.deadlines if not one.over), None)
        if nearest is None:
            self.page.labelled(self.say("first_deadline"), self.say("first_no_deadline"))
            return
        day = deadline_day(self.view, nearest, brief=True)
        self.page.labelled(self.say("first_deadline"), self.say("comparison", title=nearest.title, demand=day))

    def _doubts(self) -> None:
        open_ = not_recorded(self.view, self.advice)
        unchecked = self.advice.answer.unchecked
        counted = quantity("doubts", len(open_), self.view.lang)
        confirm = to_be_confirmed(self.advice.answer)
        none = [] if confirm else [self.say("first_no_doubt")]
        parts = [
            *([self.say("first_to_confirm")] if confirm else []),
            *([self.say("first_doubts", doubts=counted, title=open_[0].title)] if open_ else none),
            *([self.say("answer_unchecked", n=unchecked)] if unchecked else []),
        ]
        self.page.labelled(self.say("first_doubt"), self.say("semicolon").join(parts))

    def _foot(self) -> None:
        told = self.advice.receipt
        lang = self.view.lang
        known = short_before(told.law_known_to, told.law_notes_to, lang)
        notes, on = (short_date(day, lang) for day in (told.law_notes_to, self.advice.on))
        text = self.say("first_foot", known=known, notes=notes, on=on)
        text = self.say("with_goal", goal=self.advice.answer.path_title, text=text)
        self.page.para(self.say("with_ref", date=text, ref=self.advice.ref) if self.advice.ref else text)
        for warning in self.advice.warnings:
            if warning.id != "law_after_cutoff":  # the line above says both days
                self.page.warn(warning.text)
        self.page.command(self.say("first_next"), "--only steps|papers|dates|costs|risks|doubts|why · --full · --explain")
