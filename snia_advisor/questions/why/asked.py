"""What `why` is asked about, by an id or by words: a determination, a rule that one collects, the path itself.

People type what they remember: "ANAPEC", "visa", "commencer", an Arabic word. It is looked for in the titles, then in the
questions, then in the outcomes and the findings; what decides the answer comes before the rest. The first place where
something is found decides; where it is several things, they are named and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from ...answer.page.proof import nodes_of
from ...answer.telling.spelling import spelt, words
from ...errors import BadInput
from ...law.logic.reading import known
from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.proof import ProofNode
from ...law.model.values import Text
from ...law.rulebase.base import RuleBase
from ...messages import LANGUAGES, language, say

SHOWN = 5  # of several that are meant
NEAR, ALIKE = 3, 0.6  # names that are shown where nothing is found, and how alike they are
SHORTEST = 2  # letters of a word that may begin another


@dataclass(frozen=True)
class Asked:
    """What was asked about: a determination, perhaps an outcome of it or a rule that it collects; or the whole of a path."""

    determination: str | None = None
    outcome: str | None = None


@dataclass(frozen=True)
class _Named:
    """Something that can be asked about, with the texts by which it is found, the surest first."""

    id: str
    asked: Asked
    title: Text
    names: tuple[str, ...]
    questions: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ()
    first: bool = False  # the path, or a determination that decides its answer


def asked_about(base: RuleBase, advice: Advice, typed: str, outcome: str | None = None) -> Asked:
    """What `typed` means, of which one `outcome` may be asked about.

    Raises `BadInput`: with the few things that it may mean, or with the nearest name.
    """
    about = _meant(base, advice, typed)
    if outcome is None:
        return about
    if about.determination is None or about.outcome is not None:  # a path and a finding have no outcomes of their own
        raise BadInput("why_no_outcome", name=typed)
    return Asked(about.determination, outcome)


def _meant(base: RuleBase, advice: Advice, typed: str) -> Asked:
    named = [*_determinations(base, advice), *_paths(base, advice)]
    rules = list(_rules(base, advice))
    for pool in (named, rules):
        exact = next((one for one in pool if one.id == typed), None)
        if exact is not None:
            return exact.asked
    for found in _tiers(named, rules, typed):
        if len(found) == 1:
            return found[0].asked
        if found:
            raise BadInput("why_several", name=typed, several=_list(found))
    raise BadInput("unknown_determination", name=typed, nearest=_list(_near([*named, *rules], typed)))


def _tiers(named: Sequence[_Named], rules: Sequence[_Named], typed: str) -> Iterator[list[_Named]]:
    """What is found in one place after the other."""
    key, part = spelt(typed), words(typed)
    first = [one for one in named if one.first]
    yield [one for one in named if key in map(spelt, (one.id, *one.names))]
    for field in ("names", "questions", "outcomes"):
        for pool in (first, named):
            yield [one for one in pool if any(_holds(text, part) for text in getattr(one, field))]
    yield [one for one in rules if any(_holds(text, part) for text in one.names)]


def _holds(text: str, part: tuple[str, ...]) -> bool:
    """Whether each word of `part` begins a word of the text."""
    return bool(part) and all(
        any(word == wanted or (len(wanted) > SHORTEST and word.startswith(wanted)) for word in words(text))
        for wanted in part
    )


def _near(named: Sequence[_Named], typed: str) -> list[_Named]:
    """The few whose names resemble what was typed; where none does, what decides the answer."""
    texts = {spelt(text): one for one in reversed(named) for text in one.names}
    close = get_close_matches(spelt(typed), texts, n=NEAR, cutoff=ALIKE)
    return list({texts[text].id: texts[text] for text in close}.values()) or [one for one in named if one.first]


def _list(found: Sequence[_Named]) -> str:
    lang = language()
    shown = [say("with_id", text=one.title.to(lang), id=one.id) for one in found[:SHOWN]]
    shown += [say("and_more", n=len(found) - SHOWN)] if len(found) > SHOWN else []
    return say("semicolon").join(shown)


# --- what can be asked about -------------------------------------------------------------------------------------


def _paths(base: RuleBase, advice: Advice) -> Iterator[_Named]:
    for answer in advice.answers:
        path = base.paths[answer.path]
        yield _Named(path.id, Asked(), path.title, _texts(path.id, path.title), _texts(None, path.question), first=True)


def _determinations(base: RuleBase, advice: Advice) -> Iterator[_Named]:
    for one in advice.determinations:
        declared = base.determinations[one.id]
        outcomes = (text for o in (declared.choose or {}).values() for text in _texts(None, o.title))
        names, questions = _texts(one.id, declared.title), _texts(None, declared.question)
        yield _Named(one.id, Asked(one.id), declared.title, names, questions, tuple(outcomes), one.headline)


def _rules(base: RuleBase, advice: Advice) -> Iterator[_Named]:
    """Every rule that a determination of the advice collects, once: where it was found, if it was."""
    seen: set[str] = set()
    found = {finding.id: one.id for one in advice.determinations for finding in one.findings}
    for one in advice.determinations:
        for name in _collected(base, one.id):
            if name not in seen:
                seen.add(name)
                title = base.rules[name].title
                yield _Named(name, Asked(found.get(name, one.id), name), title, _texts(name, title))


def _collected(base: RuleBase, determination: str) -> Iterable[str]:
    return base.determinations[determination].collect or ()


def _texts(name: str | None, title: Text) -> tuple[str, ...]:
    return (*([name.replace("_", " ")] if name else []), *(title.to(lang) for lang in LANGUAGES))


# --- what is shown of it -------------------------------------------------------------------------------------------


def asked_nodes(base: RuleBase, determination: DeterminationAdvice, outcome: str | None) -> list[ProofNode]:
    """The proofs to show: that of one outcome or rule, or what carries the determination. Raises `BadInput`."""
    declared = base.determinations[determination.id]
    if outcome is None:
        return _carrying(determination)
    pool = list(declared.choose or declared.collect or ())
    known("why_outcome", outcome, pool, BadInput, of=determination.id)
    return [node for node in _each(determination) if node.rule == outcome or node.outcome == f"{determination.id}.{outcome}"]


def _carrying(determination: DeterminationAdvice) -> list[ProofNode]:
    if determination.status == "decided" and determination.because is not None:
        return [determination.because]
    return [node for node in nodes_of(determination) if node.truth != "false"]


def _each(determination: DeterminationAdvice) -> list[ProofNode]:
    """One proof an outcome, or a rule of a collect."""
    collected = list(determination.because.children) if determination.kind == "collect" and determination.because else []
    return [*collected, *nodes_of(determination)]


def exit_code(determination: DeterminationAdvice) -> int:
    """As for an advice, for this determination: 3 facts are missing, 4 a question remains, when it is a headline one."""
    if not determination.headline or determination.status != "depends":
        return 0
    return 3 if determination.missing else 4


def wants_sets(determination: DeterminationAdvice, outcome: str | None) -> bool:
    """Whether there are conditions to look for: an outcome was asked about that is neither established nor struck out."""
    if outcome is None or determination.status == "not_covered" or outcome == determination.outcome:
        return False
    nodes = [n for n in _each(determination) if n.rule == outcome or n.outcome == f"{determination.id}.{outcome}"]
    left = {p.outcome for p in determination.possible} | set(determination.could_also_matter)
    return any(node.truth == "false" or (node.truth == "unknown" and outcome in left) for node in nodes)
