"""Two pages: the first screen, then steps, papers, days, costs, doubts, risks, reasons, what would change the answer, notes.

A citation is a number in brackets; the notes at the end give each source once, in a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from ...law.model.advice import Advice, Amount, DeterminationAdvice, Finding
from ...law.rulebase.base import RuleBase
from ...messages.plurals import quantity
from ..planning.advised import Advised
from ..planning.papers import tick_list as paper_groups
from ..telling.cite import cites
from ..telling.document import Document, Mark
from ..telling.view import View
from ..telling.words import BULLET, WARNING, amount_text, first_sentence
from .answers import headline, remarkable, status_mark
from .costs import fees
from .doing.dates import in_five_lines
from .doing.papers import short_list
from .doing.steps import in_lines
from .doubts import not_recorded
from .first import first_blocks
from .missing import sharpen
from .reasons import reason

DATES = 5
RISKS = 6
DOUBTS = 5
Section = Callable[[View], None]


def full_page(base: RuleBase, advised: Advised, case: str, start: date, change: Section | None) -> Document:
    """The advice in two pages; `case` is how the case is named in the commands."""
    page = _Full(base, advised, case, start)
    page.write(change)
    return page.view.page


def remarkable_findings(base: RuleBase, advice: Advice) -> Iterator[tuple[bool, Finding]]:
    """What speaks against somebody (then True), or has a price, and is not common to everybody (`unremarkable`)."""
    for determination in (one for one in advice.determinations if one.kind == "collect"):
        for finding in determination.findings:
            rule = base.rules[finding.id]
            against = determination.tone == "unfavourable" or rule.adverse
            if not rule.unremarkable and (against or finding.amount):
                yield against, finding


class _Full:
    def __init__(self, base: RuleBase, advised: Advised, case: str, start: date) -> None:
        self.advised = advised
        self.advice: Advice = advised.advice
        self.view = View(base, self.advice.lang, False, self.advice)
        self.start = start
        self.case = case
        self.notes: dict[str, int] = {}

    def write(self, change: Section | None) -> None:
        view, advice = self.view, self.advice
        view.page.add(*first_blocks(view.base, self.advised, self.case))
        if self.advised.steps:
            view.page.heading(view.say("full_steps"))
            in_lines(view, self.advised, self.start)
        short_list(view, paper_groups(self.advised.steps, view.base, self.start), self.start)
        in_five_lines(view, self.advised, DATES)
        view.page.heading(view.say("head_costs"))
        for text in fees(view, advice) or ():
            view.page.para(text, mark=BULLET)
        for amount in filter(self._told, advice.amounts):
            view.page.labelled(amount.title, amount_text(amount, view.lang))
        self._doubts()
        self._risks()
        self._why()
        if change is not None:
            change(view)
        sharpen(view, advice)
        self._notes()

    def _told(self, amount: Amount) -> bool:
        """Whether an amount is not common to everybody, or the case gives the fact that it goes with."""
        derived = self.view.base.derived[amount.id]
        without = derived.unremarkable_without
        return not derived.unremarkable and (without is None or without in self.advised.given)

    # --- doubts and risks ------------------------------------------------------------------------------------------

    def _doubts(self) -> None:
        """Each question to put at the desk, with the prudent conduct and whom to ask."""
        open_ = not_recorded(self.view, self.advice)
        if not open_:
            return
        self.view.page.heading(self.view.say("full_doubts"))
        for question in open_[:DOUBTS]:
            self.view.page.para(question.question, mark=WARNING)
            prudent = self.view.say("comparison", title=self.view.say("label_prudent"), demand=question.prudent)
            self.view.page.para(self.view.say("full_ask", prudent=prudent, who=self.view.join(question.ask)), 1)
        if open_[DOUBTS:]:
            others = quantity("others", len(open_) - DOUBTS, self.view.lang)
            self.view.page.para(self.view.say("first_more", others=others, option="--only doubts"))

    def _risks(self) -> None:
        """What speaks against somebody, and what has a price, each with its sentence."""
        found = list(remarkable_findings(self.view.base, self.advice))
        if not found:
            return
        self.view.page.heading(self.view.say("full_risks"))
        for against, finding in sorted(found, key=lambda pair: not pair[0])[:RISKS]:
            text = self._noted(self._priced(finding), finding.sources)
            self.view.page.para(text, mark=Mark.AGAINST if against else BULLET)
            if finding.text != finding.title:
                self.view.page.para(finding.text if against else first_sentence(finding.text), 1)
        if found[RISKS:]:
            others = quantity("others", len(found) - RISKS, self.view.lang)
            self.view.page.para(self.view.say("first_more", others=others, option="--only risks"))

    def _priced(self, finding: Finding) -> str:
        if finding.amount is None:
            return finding.title
        amount = self.view.amount(finding.id, finding.amount)
        return self.view.say("with_amount", title=finding.title, amount=amount)

    # --- why -------------------------------------------------------------------------------------------------------

    def _why(self) -> None:
        """One line a determination: its outcome, the facts that decide, the article."""
        decided = [d for d in headline(self.view, self.advice) if d.status == "decided" and remarkable(self.view, d)]
        if not decided:
            return
        self.view.page.heading(self.view.say("head_why"))
        for determination in decided:
            self._reason(determination)

    def _reason(self, determination: DeterminationAdvice) -> None:
        title, ground = str(determination.outcome_title), reason(self.view, determination)
        text = self.view.say("full_because", outcome=title, because=ground) if ground else title
        self.view.page.para(self._noted(text, determination.sources), mark=status_mark(determination))

    # --- notes -----------------------------------------------------------------------------------------------------

    def _noted(self, text: str, sources: Iterable[str]) -> str:
        """A text with the number of the note of its first source."""
        first = next(iter(sources), None)
        if first is None:
            return text
        number = self.notes.setdefault(first, len(self.notes) + 1)
        return f"{text} [{number}]"

    def _notes(self) -> None:
        for source in self.advice.answer.sources:
            self.notes.setdefault(source, len(self.notes) + 1)
        if not self.notes:
            return
        self.view.page.heading(self.view.say("full_notes"))
        for citation, number in self.notes.items():
            rank = self.view.say(f"rank_{self.view.base.sources[citation.partition('#')[0]].rank}")
            self.view.page.para(f"[{number}] {cites(self.view.base, [citation], self.view.lang, None)} ({rank})")
