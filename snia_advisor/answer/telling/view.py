"""What every part of a screen needs: the page, the law in the language of the reader, and how much to show."""

from __future__ import annotations

from collections.abc import Iterable

from ...law.model.advice import Advice
from ...law.rulebase.base import RuleBase
from ...messages import say
from ...messages.formats import list_text
from .cite import cites
from .document import Document
from .wording import Wording


class View:
    """A page being written for one reader. `whole` shows what the short screen leaves out (`--explain`)."""

    def __init__(self, base: RuleBase, lang: str, whole: bool = False, advice: Advice | None = None) -> None:
        self.base = base
        self.advice = advice
        self.lang = lang
        self.whole = whole
        self.wording = Wording(base, lang)
        self.page = Document(lang)

    def say(self, key: str, **args: object) -> str:
        """A sentence of the catalogue in the language of the page."""
        return say(key, self.lang, **args)

    def join(self, parts: Iterable[str]) -> str:
        """Parts of a list in one line."""
        return list_text(parts, self.lang)

    def clauses(self, parts: Iterable[str]) -> str:
        """Longer parts in one line; they may hold commas themselves."""
        return self.say("semicolon").join(parts)

    def some(self, parts: list[str], limit: int) -> str:
        """The first parts, and how many more there are (all of them on a whole screen)."""
        if self.whole or len(parts) <= limit:
            return self.clauses(parts)
        return self.clauses([*parts[:limit], self.say("and_more", n=len(parts) - limit)])

    def cites(self, citations: Iterable[str], limit: int | None = 2) -> str:
        """Citations in words, all of them on a whole screen."""
        return cites(self.base, citations, self.lang, None if self.whole else limit)

    def cited(self, citations: Iterable[str], depth: int, limit: int | None = 2) -> None:
        """A line of citations, if there are any."""
        text = self.cites(citations, limit)
        if text:
            self.page.labelled(self.say("label_law"), text, depth)

    def confidence(self, level: str | None) -> str:
        """How sure the law dossier is, when it is not."""
        return self.say(f"confidence_{level}") if level in ("medium", "low") else ""

    def who(self, actor: str) -> str:
        """Who acts; where every path of the advice names its person otherwise than as an employee, that name."""
        if actor != "worker" or self.advice is None:
            return self.say("actor_" + actor)
        parties = {self.base.paths[answer.path].party for answer in self.advice.answers}
        party = parties.pop() if len(parties) == 1 else None
        return party.to(self.lang) if party else self.say("actor_worker")

    def named(self, actor: str) -> dict[str, str]:
        """`who`, for a sentence about what the person brings: only that person has a name of the path's own."""
        return {"who": self.who(actor)} if actor == "worker" else {}

    def fact(self, name: str, given: str | None) -> str:
        """`Title : value given`."""
        value = given or self.say("unknown")
        return self.say("comparison", title=self.wording.title(name), demand=value)

    def outcome(self, of: str, name: str) -> str:
        """The title of an outcome of an answer or of a determination, or of a rule of a collect."""
        return self.wording.outcome_title(of, name)

    def settled(self, determination: str) -> str | None:
        """The title of the outcome that this advice decided for a determination, if it did."""
        named = next((d for d in self.advice.determinations if d.id == determination), None) if self.advice else None
        return named.outcome_title if named else None

    def amount(self, rule: str, amount: str) -> str:
        """The amount of a rule, said to be a fine where it is one: what the law gives as a range of money."""
        declared = self.base.parameters.get(str(self.base.rules[rule].amount).removeprefix("$"))
        fine = declared is not None and declared.is_fine
        return self.say("fine", amount=amount) if fine else amount

    def amount_meant(self, rule: str, amount: str) -> str:
        """The amount of a rule with what it is: a fine, or the title that the law gives it."""
        name = str(self.base.rules[rule].amount).removeprefix("$")
        said = self.amount(rule, amount)
        return said if said != amount else self.say("comparison", title=self.wording.named(name), demand=amount)

    def rule(self, name: str) -> str:
        """The title of a rule."""
        return self.base.rules[name].title.to(self.lang) if name in self.base.rules else name

    def document(self, name: str) -> str:
        """The title of a paper."""
        return self.base.documents[name].title.to(self.lang) if name in self.base.documents else name
