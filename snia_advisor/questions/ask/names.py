"""Finding an entry of a list by what people type: a part of its name, in any of the three languages, or another spelling.

Only one entry that nothing resembles is taken for sure. Where the text also begins the name of another entry, where two
names resemble each other (Niger and Nigeria, the two Congos, the three Guineas), and where the text is only nearly a name,
the entries are shown and the person confirms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from ...answer.telling.spelling import letters, spelt, words
from ...law.rulebase.base import RuleBase

ALIKE = 0.75  # how alike two names must be to be taken for one another
LONG_ENOUGH = 3  # letters below which a part of a name is not sure
ENDING = 4  # letters that may follow a name: sénégal, sénégalaise
LITTLE_MORE = 2  # letters by which one name goes beyond another: niger, nigeria
MOST_NEAR = 6


@dataclass(frozen=True)
class NameMatches:
    """The entries that a text may mean, the most likely first; `sure` when it can mean only the one that it names."""

    ids: tuple[str, ...]
    sure: bool = False


@dataclass(frozen=True)
class NamedEntry:
    """One entry: its id, its titles in French, Arabic and English, and other spellings."""

    id: str
    titles: tuple[str, ...]
    aliases: tuple[str, ...] = ()

    @cached_property
    def bare(self) -> tuple[str, ...]:
        """The titles without what stands in brackets, one a language."""
        return tuple(spelt(re.sub(r"\(.*?\)", " ", title)) for title in self.titles)

    @cached_property
    def keys(self) -> frozenset[str]:
        """Every spelling by which it can be found."""
        inside = [part for title in self.titles for part in re.findall(r"\((.*?)\)", title)]
        return frozenset(filter(None, (*map(spelt, (*self.titles, *self.aliases, *inside)), *self.bare)))


class Names:
    """The entries of one list."""

    def __init__(self, entries: Iterable[NamedEntry]) -> None:
        self.entries = {entry.id: entry for entry in entries}

    def find(self, typed: str) -> NameMatches:
        """What `typed` may mean."""
        key = spelt(typed)
        if not key:
            return NameMatches(())
        if typed.strip() in self.entries and not typed.strip().islower():
            return self._with_like((typed.strip(),), (typed.strip(),), key)  # the id as it is written in a case: SN
        exact = self._those(lambda entry: key in entry.keys or letters(entry.id) == letters(typed))
        begun = self._those(lambda entry: any(k.startswith(key) for k in entry.keys))
        if exact:
            return self._with_like(exact, (*exact, *begun), key)
        part = words(typed)
        begun = (*begun, *self._those(lambda entry: any(_begin(part, k.split()) for k in entry.keys)))
        if begun:
            return self._with_like(begun, begun, key) if len(key) >= LONG_ENOUGH else NameMatches(unique(begun))
        longer = self._those(lambda entry: any(_lengthened(key, k) for k in entry.keys))
        inside = self._those(lambda entry: len(key) >= LONG_ENOUGH and any(key in k for k in entry.keys))
        return NameMatches(unique((*longer, *inside)) or self._near(key))

    def resembling(self, name: str, typed: str = "") -> tuple[str, ...]:
        """The other entries whose names can be taken for those of `name`.

        One name is a part of the other in some language, or they are nearly the same in one in which `typed` names it;
        another spelling is compared itself.
        """
        mine = self.entries[name].bare
        said = {lang: title for lang, title in enumerate(mine) if typed in title} or dict.fromkeys(range(len(mine)), typed)
        return tuple(
            other
            for other, entry in self.entries.items()
            if other != name
            and (any(map(part_of, mine, entry.bare)) or any(_ratio(text, entry.bare[lang]) for lang, text in said.items()))
        )

    def _with_like(self, meant: tuple[str, ...], shown: tuple[str, ...], key: str) -> NameMatches:
        """One entry is sure when none resembles it; otherwise it is shown with those that do."""
        ids = unique((*shown, *(other for name in unique(meant)[:MOST_NEAR] for other in self.resembling(name, key))))
        return NameMatches(ids, sure=len(ids) == 1)

    def _those(self, test: Callable[[NamedEntry], bool]) -> tuple[str, ...]:
        return tuple(name for name, entry in self.entries.items() if test(entry))

    def _near(self, key: str) -> tuple[str, ...]:
        scores = {name: max(_ratio(key, k) for k in entry.keys) for name, entry in self.entries.items()}
        close = [name for name, score in scores.items() if score]
        return tuple(sorted(close, key=lambda name: -scores[name])[:MOST_NEAR])


def unique(ids: Iterable[str]) -> tuple[str, ...]:
    """Each id once, in the order in which they come."""
    return tuple(dict.fromkeys(ids))


def _begin(part: tuple[str, ...], of: list[str]) -> bool:
    """Whether each word typed begins a word of the name."""
    return all(any(word.startswith(piece) for word in of) for piece in part)


def _lengthened(key: str, name: str) -> bool:
    """Whether the text is the name and a few letters more: sénégalaise."""
    return len(name) > LONG_ENOUGH and key.startswith(name) and len(key) - len(name) <= ENDING


def part_of(a: str, b: str) -> bool:
    """Whether one of two names is a part of the other, or the other goes a little beyond it.

    >>> part_of("nigeria", "niger"), part_of("guinee", "guinee bissau"), part_of("inde", "honduras")
    (True, True, False)
    """
    short, long = sorted((a, b), key=len)
    if not short:
        return False
    first = long.split()[0]
    beyond = first.startswith(short) and len(first) - len(short) <= LITTLE_MORE
    return beyond or f" {short} " in f" {long} "


def _ratio(a: str, b: str) -> float:
    """How alike two texts are, 0 below `ALIKE`."""
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if not a or not b or matcher.real_quick_ratio() < ALIKE or matcher.quick_ratio() < ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= ALIKE else 0.0


def names_of(base: RuleBase, fact: str) -> Names:
    """The options of a fact, or of a column of a list, with every name by which they can be found."""
    owner, _, column = fact.rpartition(".") if fact.count(".") == 2 else (fact, "", "")
    declared = base.facts[owner]
    field = (declared.fields or {})[column] if column else declared
    aliases: Mapping[str, tuple[str, ...]] = {}
    if field.options_from:
        aliases = {entry.id: entry.aliases for entry in base.lists[field.options_from].entries}
    return Names(
        NamedEntry(name, (text.fr, text.ar, text.en), aliases.get(name, ())) for name, text in base.options(fact).items()
    )
