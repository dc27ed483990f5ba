"""The answers: nothing against somebody is forgotten, no favourable outcome stands beside a bar, every title can be read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ...answer.advice.titles import written
from ...law.logic.network import Network
from ...law.model.answer import VALUE, AnswerOutcome, Saying
from ...law.model.values import Text
from ...law.rulebase.base import Raw, RuleBase
from ...law.rulebase.strict_yaml import line_of
from ...messages import LANGUAGES
from .findings import RuleFinding, finding
from .proof.pairs import Pair, PathProof, Prover
from .proof.universe import forgotten, named_twice

TITLE = 60  # characters of a first line
SPECIAL = {"by": None, "found": 99, "unchecked": 99}


def check_answers(base: RuleBase, today: date) -> Iterator[RuleFinding]:
    """Findings A001 to A008, path by path."""
    for path in base.paths:
        if path not in base.answers:
            yield finding("A008", base.raws["path"][path], name=path)
    for path in base.answers:
        raw = base.raws["answer"][path]
        network = Network(base)
        for one, by in forgotten(base, network, path).items():
            yield finding("A002", raw, name=path, what=one.name, by=by)
        for one in named_twice(base.answers[path]):
            yield finding("A003", raw, name=path, what=one.name)
        yield from _proof(base, raw, Prover(base, path, today).proof())
        yield from _titles(base, raw)


def _proof(base: RuleBase, raw: Raw, proof: PathProof) -> Iterator[RuleFinding]:
    for pair in proof.unproved:
        yield finding("A001", raw, _line(raw, pair), name=proof.path, outcome=pair.outcome, bar=pair.bar.name)
    for code, names in (("A004", proof.dead), ("A005", proof.groundless)):
        for name in names:
            yield finding(code, raw, line_of(raw.body, ("outcomes", name), raw.line), name=proof.path, outcome=name)
    if proof.incomplete:
        yield finding("A006", raw, name=proof.path)


def _line(raw: Raw, pair: Pair) -> int:
    return line_of(raw.body, ("outcomes", pair.outcome), raw.line)


def _titles(base: RuleBase, raw: Raw) -> Iterator[RuleFinding]:
    """Every first line, with the longest of the values it may hold, has room in every language."""
    answer = base.answers[raw.id]
    undecided = [answer.undecided.facts, answer.undecided.question, answer.undecided.not_covered]
    sayings: list[Saying | AnswerOutcome] = [*undecided, *answer.undecided.same.values(), *answer.outcomes.values()]
    for saying in sayings:
        without = saying.title_without if isinstance(saying, AnswerOutcome) else None
        for title in (saying.title, *([without] if without else [])):
            for lang in LANGUAGES:
                length = max(len(text) for text in _rendered(base, title, lang))
                if length > TITLE:
                    text = title.to(lang)
                    yield finding("A007", raw, name=raw.id, text=text, which=lang, length=length, limit=TITLE)


def _rendered(base: RuleBase, title: Text, lang: str) -> Iterator[str]:
    """The title with each of its values at its longest."""
    text = title.to(lang)
    names = VALUE.findall(text)
    longest = {name: max((written(base, name, value, lang) for value in _values(base, name)), key=len) for name in names}
    yield VALUE.sub(lambda match: longest[match.group(1)], text)


def _values(base: RuleBase, name: str) -> list[object]:
    """Values of every length that a title may have to hold."""
    if name in SPECIAL and SPECIAL[name] is not None:
        return [SPECIAL[name]]
    table = base.facts if name in base.facts else base.derived
    kind = "date" if name == "by" else table[name].type
    if kind == "date":
        first = date(base.law_known_to.year, 1, 28)
        return [first + timedelta(days=31 * month) for month in range(12)]
    if kind == "choice":
        return list(base.options(name))
    return [True, False] if kind == "yes_no" else [99]
