"""The next dates on which an answer changes, on the screen: the date, what changes, why."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator
from datetime import date, timedelta
from functools import partial

from ...answer.page.answers import answer_mark, recall, status_mark
from ...answer.page.missing import how_to_write
from ...answer.page.sources import receipt
from ...answer.telling.document import Determination, Document
from ...answer.telling.view import View
from ...answer.telling.words import BULLET, amount_text
from ...law.model.advice import Amount, DeterminationAdvice
from ...law.model.answer_advice import AnswerAdvice
from ...law.rulebase.base import RuleBase
from ...messages.formats import long_date
from ...messages.plurals import quantity
from ..compare.differences import Difference
from .page_causes import reason, sources
from .page_ends import ends
from .walk import ChangeDay, Waiting, Watch, only

OTHERS_SHOWN = 5
FINDINGS_SHOWN = 2
REASONS_SHOWN = 3
TITLES_SHOWN = 4
IN_FULL = 3
OTHER_FACTS_SHOWN = 8
STEPS = {"watch_appears": "b", "watch_goes": "a", "watch_differs": "both"}


def watch_page(base: RuleBase, watch: Watch) -> Document:
    """The changes as a page, in the language of the advice."""
    view = View(base, watch.today.lang)
    opening(view, watch)
    _changes(view, watch)
    ends(view, watch)
    refusal(view, watch)
    if watch.running:
        view.page.blank()
        view.page.para(view.say("watch_running", names=view.clauses(map(view.wording.title, watch.running))))
    _waiting(view, watch)
    ending = View(base, view.lang, whole=True)  # its receipt does not speak of options that are not here
    receipt(ending, watch.today)
    view.page.blank()
    view.page.add(*ending.page.blocks)
    return view.page


def opening(view: View, watch: Watch) -> None:
    """The answer of today, and the days that were looked at."""
    recall(view, watch.today)
    span = {name: view.wording.plain(day) for name, day in (("on", watch.today.on), ("until", watch.until))}
    view.page.para(view.say("watch_span", **span))


def refusal(view: View, watch: Watch) -> None:
    """The day from which the facts cannot stand together any more, if there is one."""
    if watch.refusal is not None:
        view.page.heading(view.say("head_watch_refusal"))
        text = watch.refusal.problem.sentence(view.lang)
        view.page.warn(view.say("watch_refusal", day=long_date(watch.refusal.on, view.lang), text=text))


def _changes(view: View, watch: Watch) -> None:
    known_to = watch.today.receipt.law_known_to
    warned = watch.until <= known_to
    heading = view.say("head_watch_changes", n=len(watch.changes)) if watch.changes else view.say("head_watch_none")
    view.page.heading(heading)
    if not watch.changes:
        key = "watch_none_known" if watch.waiting else "watch_none"
        last = watch.refusal.on - timedelta(days=1) if watch.refusal else watch.until
        view.page.para(view.say(key, until=view.wording.plain(last)), mark=BULLET)
    for change in watch.changes:
        if not warned and change.on > known_to:
            if change is not watch.changes[0]:
                view.page.blank()
            _cutoff(view, known_to)
            warned = True
        _change(view, watch, change)
    if not warned:
        if watch.changes:
            view.page.blank()
        _cutoff(view, known_to)


def _cutoff(view: View, known_to: date) -> None:
    """Which of the dates suppose that the law stays as it is known: those below."""
    view.page.warn(view.say("watch_after_cutoff", known_to=view.wording.plain(known_to)))


def _change(view: View, watch: Watch, change: ChangeDay) -> None:
    view.page.blank()
    days = quantity("days", (change.on - watch.today.on).days, view.lang)
    view.page.para(view.say("watch_day", day=long_date(change.on, view.lang), days=days), strong=True)
    for answer in change.difference.answers:
        _answer(view, answer)
    determinations = change.difference.determinations
    told = [d for d in determinations if not _unsettled(d)]
    shown = sorted(told or determinations, key=lambda d: not d.either.headline)
    many = sum(d.either.headline for d in shown) + OTHERS_SHOWN
    for determination in shown[:many]:
        _determination(view, determination)
    if told and len(told) < len(determinations):
        titles = (d.either.title for d in determinations if _unsettled(d))
        view.page.para(view.say("watch_unsettled", titles=view.some(list(titles), TITLES_SHOWN)), 1, mark=BULLET)
    _steps(view, change)
    why = list(dict.fromkeys(reason(view, change, turn) for turn in change.because))
    view.page.labelled(view.say("label_watch_why"), view.some(why, REASONS_SHOWN), 1)
    view.cited(dict.fromkeys(source for turn in change.because for source in sources(view, change, turn)), 1)
    if shown[many:]:
        view.page.para(view.say("watch_more", n=len(shown) - many, day=change.on.isoformat()), 1)


def _unsettled(difference: Difference[DeterminationAdvice]) -> bool:
    """Whether all that changes is what might be found besides, if facts that are missing were given."""
    settled = difference.each(
        lambda d: (d.kind == "collect", d.status == "not_covered", {(f.id, f.amount) for f in d.findings})
    )
    return settled.a == settled.b and difference.either.kind == "collect"


def _answer(view: View, difference: Difference[AnswerAdvice]) -> None:
    before, now = (side.title if side else view.say("watch_absent") for side in (difference.a, difference.b))
    mark = answer_mark(difference.b) if difference.b else BULLET
    text = view.say("watch_from_to", before=before, now=now)
    view.page.para(text, 1, mark=mark, lead=difference.either.path_title, toned=True)


# --- what changes ------------------------------------------------------------------------------------------------


def _determination(view: View, difference: Difference[DeterminationAdvice]) -> None:
    before, now = (_state(view, side) for side in (difference.a, difference.b))
    details = list(clauses_of(view, difference))
    mark, changed = BULLET, before != now and not _both_open(difference)
    if changed:
        mark = status_mark(difference.b) if difference.b and difference.b.kind == "choose" else BULLET
        details.insert(0, view.say("watch_from_to", before=before, now=now))
    text, *more = details or [now]
    view.page.add(Determination(difference.either.title, text, mark, 1, toned=changed, details=tuple(more)))


def _state(view: View, side: DeterminationAdvice | None) -> str:
    """The outcome in words; a `collect` is told by its findings."""
    if side is None:
        return view.say("watch_absent")
    if side.status == "not_covered":
        return view.say("watch_not_covered")
    if side.kind == "collect":
        return view.say("watch_covered")
    if side.status == "decided":
        return str(side.outcome_title)
    return view.say("watch_open", outcomes=view.some(list(dict.fromkeys(p.title for p in side.possible)), TITLES_SHOWN))


def _both_open(difference: Difference[DeterminationAdvice]) -> bool:
    return difference.each(lambda d: d.status == "depends" and d.kind == "choose") == Difference(difference.id, True, True)


def clauses_of(view: View, difference: Difference[DeterminationAdvice]) -> Iterator[str]:
    """What appears and what goes: findings, what may be found, the facts and questions on which the day depends."""
    appeared, gone = only(difference.b, difference.a), only(difference.a, difference.b)
    yield from _some(view, "watch_appears", (_with_amount(view, f.title, f.amount) for f in appeared))
    yield from _some(view, "watch_goes", (f.title for f in gone))
    if difference.a is None or difference.b is None:
        return
    amounts = {f.id: f.amount for f in difference.a.findings}
    for f in difference.b.findings:
        if amounts.get(f.id, f.amount) != f.amount:
            text = view.say("watch_from_to", before=amounts[f.id], now=f.amount)
            yield _with_amount(view, f.title, text)
    if _both_open(difference):
        titles = [list(dict.fromkeys(p.title for p in side.possible)) for side in (difference.a, difference.b)]
        yield from _more(view, "watch_possible", titles[1], titles[0], str)
        yield from _more(view, "watch_impossible", titles[0], titles[1], str)
    if _unsettled(difference):
        yield from _more(view, "watch_may", difference.b.could_also_matter, difference.a.could_also_matter, view.rule)
        yield from _more(view, "watch_may_not", difference.a.could_also_matter, difference.b.could_also_matter, view.rule)
    if difference.b.status == "depends" and difference.b.kind == "choose":
        yield from _more(view, "watch_counts", difference.b.missing, difference.a.missing, view.wording.title)
        yield from _more(view, "watch_counts_not", difference.a.missing, difference.b.missing, view.wording.title)
        yield from _more(
            view, "watch_asked", difference.b.open_questions, difference.a.open_questions, partial(_question, view)
        )


def _question(view: View, name: str) -> str:
    return view.base.questions[name].title.to(view.lang)


def _with_amount(view: View, title: str, amount: str | None) -> str:
    return view.say("with_amount", title=title, amount=amount) if amount else title


def _more(view: View, key: str, names: Iterable[str], known: Container[str], word: Callable[[str], str]) -> Iterator[str]:
    """A line of those of `names` that are not known, in words."""
    return _some(view, key, (word(name) for name in names if name not in known))


def _some(view: View, key: str, texts: Iterable[str]) -> Iterator[str]:
    several = list(dict.fromkeys(texts))
    if several:
        yield view.say(key, text=view.some(several, FINDINGS_SHOWN))


def _steps(view: View, change: ChangeDay) -> None:
    """Procedures and papers that come or go, and amounts that change."""
    for label, text in comes_and_goes(view, change):
        view.page.labelled(label, text, 1)
    for title, text in amounts_moved(view, change):
        view.page.para(text, 1, mark=BULLET, lead=title)


def comes_and_goes(view: View, change: ChangeDay) -> Iterator[tuple[str, str]]:
    """Procedures and papers that come or go, each kind with its label."""
    differs = change.difference
    procedures = {side: [d.either.title for d in differs.procedures if d.side == side] for side in STEPS.values()}
    papers = {side: [d.either[0].document.title for d in differs.documents if d.side == side] for side in STEPS.values()}
    for label, titles in (("label_watch_procedures", procedures), ("label_watch_papers", papers)):
        for key, side in STEPS.items():
            if titles[side]:
                yield view.say(label), view.say(key, text=view.some(titles[side], TITLES_SHOWN))


def amounts_moved(view: View, change: ChangeDay) -> Iterator[tuple[str, str]]:
    """Amounts that change: the title, and from what to what."""
    for amount in change.difference.amounts:
        before, now = (_money(view, side) for side in (amount.a, amount.b))
        yield amount.either.title, view.say("watch_from_to", before=before, now=now)


def _money(view: View, amount: Amount | None) -> str:
    return view.say("unknown") if amount is None else amount_text(amount, view.lang)


# --- what is missing ---------------------------------------------------------------------------------------------


def _waiting(view: View, watch: Watch) -> None:
    """The facts on which further changes hang: those of headline determinations in full, the others by name."""
    if not watch.waiting:
        return
    headline = {d.id for d in watch.today.determinations if d.headline}
    first = [waiting for waiting in watch.waiting if headline & set(waiting.determinations)]
    others = [waiting for waiting in watch.waiting if waiting not in first]
    view.page.heading(view.say("head_watch_waiting", n=len(watch.waiting)))
    view.page.para(view.say("watch_waiting"))
    for waiting in first[:IN_FULL]:
        _in_full(view, waiting)
    titles = [view.wording.title(waiting.fact) for waiting in first[IN_FULL:]]
    if titles:
        view.page.para(view.clauses(titles), 1, mark=BULLET)
    if others:
        titles = [view.wording.title(waiting.fact) for waiting in others]
        view.page.labelled(view.say("label_watch_minor"), view.some(titles, OTHER_FACTS_SHOWN), 1)


def _in_full(view: View, waiting: Waiting) -> None:
    view.page.para(view.base.facts[waiting.fact].question.to(view.lang), 1, mark=BULLET, strong=True)
    view.page.labelled(view.say("label_write"), how_to_write(view, waiting.fact), 2)
