"""Citations in words: `labour-code#516` is "Code du travail, art. 516".

The short title is that of the registry, or the title before its parenthesis. A long one keeps its first word and its number
("Loi n° 02-03", "Arrêté n° 1356-19"), or ends at its first comma. Every source cited stands with its whole title at the
end of an advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...law.rulebase.base import RuleBase
from ...messages import say
from ...messages.formats import list_text

LONGEST = 70
_NUMBER = re.compile(r"^(?:(\S+) .*?)??((?:n°|رقم|Convention|Law|Decree|Order) \d[\w./-]*)")
_REPEATED = re.compile(r"-(bis|ter)\b")
_PART = re.compile(r"^(annex|model|note)(?:-(\w+))?$")


def short_title(title: str) -> str:
    """A title short enough to be quoted in a sentence.

    >>> short_title("Loi n° 65-99 relative au Code du travail (dahir n° 1-03-194)")
    'Loi n° 65-99 relative au Code du travail'
    """
    head = title.split(" (", 1)[0]
    if len(head) <= LONGEST:
        return head
    number = _NUMBER.match(head)
    if number:
        return " ".join(part for part in number.groups() if part)
    return re.split(r"[,،:;؛]", head, maxsplit=1)[0].rstrip()


def numbered(article: str, lang: str) -> str:
    """The number of an article as the language writes it: 2-bis, of the general tax code (`CGI-`)."""
    written = _REPEATED.sub(lambda match: say("cite_" + match.group(1), lang), article.removeprefix("CGI-"))
    return say("cite_tax_code", lang, number=written) if article.startswith("CGI-") else written


def locator(article: str, lang: str) -> str:
    """What follows the title: an article, an annex, the model contract and its articles."""
    part = _PART.match(article)
    if part is None:
        return say("cite_article", lang, article=numbered(article, lang))
    if part.group(1) == "note":
        return say("cite_note", lang, number=part.group(2) or "")
    text = say("cite_" + part.group(1), lang)
    return text + say("cite_article", lang, article=part.group(2)) if part.group(2) else text


def cite(base: RuleBase, citation: str, lang: str) -> str:
    """A citation in words. An unknown source is shown as it is written."""
    name, _, article = citation.partition("#")
    title = _title(base, name, lang)
    return title + locator(article, lang) if article else title


def _title(base: RuleBase, name: str, lang: str) -> str:
    """The short title that the registry gives, else the beginning of the title."""
    if name not in base.sources:
        return name
    source = base.sources[name]
    return source.short.to(lang) if source.short else short_title(source.title.to(lang))


def cites(base: RuleBase, citations: Iterable[str], lang: str, limit: int | None = None) -> str:
    """Several citations: those with an article first, then by rank; articles of one text together."""
    groups: dict[str, list[str]] = {}
    for citation in dict.fromkeys(citations):
        name, _, article = citation.partition("#")
        groups.setdefault(name, []).extend([article] if article else [])
    order = sorted(groups, key=lambda name: (_rank(base, name), not groups[name]))
    shown = [_group(base, name, groups[name], lang) for name in order[:limit]]
    if limit is not None and len(order) > limit:
        shown.append(say("and_more", lang, n=len(order) - limit))
    return say("cite_separator", lang).join(shown)


def _rank(base: RuleBase, name: str) -> int:
    return base.sources[name].rank if name in base.sources else 9


def _group(base: RuleBase, name: str, articles: list[str], lang: str) -> str:
    if len(articles) < 2 or any(_PART.match(a) for a in articles):
        return say("cite_separator", lang).join(cite(base, f"{name}#{a}" if a else name, lang) for a in articles or [""])
    several = list_text((numbered(one, lang) for one in sorted(articles, key=_natural)), lang)
    return cite(base, name, lang) + say("cite_articles", lang, articles=several)


def articles_of(citations: Iterable[str], lang: str) -> str:
    """The articles of one source, for the list of sources: `art. 9, 12, 516`."""
    articles = sorted({c.partition("#")[2] for c in citations} - {""}, key=_natural)
    plain = [a for a in articles if not _PART.match(a)]
    parts = [locator(a, lang) for a in articles if _PART.match(a)]
    if plain:
        key = "cite_articles" if len(plain) > 1 else "cite_article"
        parts.insert(
            0,
            say(
                key, lang, articles=list_text((numbered(one, lang) for one in plain), lang), article=numbered(plain[0], lang)
            ),
        )
    return say("cite_separator", lang).join(part.lstrip(",، ") for part in parts)


def _natural(article: str) -> list[tuple[int, str]]:
    """Article 9 before article 12, 17-1 after 17."""
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", article) if part]
