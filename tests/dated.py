"""Small procedures in the law of the river, with a calendar of a few days, for tests about dates.

`law_of(directory, procedure("get", step("lodge", ...), ...))` is a rule base whose path `fish` has these procedures, which
a permit that is required opens; the calendar has the weekend, the sixth of November, and one feast whose day is not certain.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from fishing import altered, case

from snia_advisor.answer.advice.advise import advised
from snia_advisor.answer.planning.plan import plan_of
from snia_advisor.answer.planning.record import Plan
from snia_advisor.answer.timing.timing import Timing
from snia_advisor.law.model.advice import Advice, StepAdvice
from snia_advisor.law.model.closed_days import LocalDays
from snia_advisor.law.model.dates import StepDates
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_yaml

CITED = ["river-act#8"]
THURSDAY = date(2026, 11, 5)  # the day before a holiday and a weekend
BEFORE_THE_FEAST = date(2027, 5, 13)  # a Thursday; the feast begins on Sunday 16, Monday 17 or Tuesday 18


def text(word: str) -> dict[str, str]:
    """A title that tells its own language."""
    return {"fr": f"{word} fr", "ar": f"{word} ar", "en": f"{word} en"}


def step(name: str, actor: str = "worker", **more: Any) -> dict[str, Any]:
    """A step as it is written: `delay="2 working_days"`, `clock=["file_complete"]`, papers as `paper(...)`."""
    found: dict[str, Any] = {"step": name, "title": text(name), "actor": actor, "authority": "none", "sources": CITED}
    if "clock" in more:
        found["starts_when"] = {"last_of": more.pop("clock")}
    if "delay" in more:
        amount, unit = more.pop("delay").split()
        found["delay"] = {"amount": f"$n{amount}", "unit": unit, "max": "yes", "sources": CITED}
    if more.pop("desk", False):
        found["authority"] = "water_office"
    return {**found, **more}


def paper(name: str, originals: int = 0, copies: int = 0, by: str = "worker", **more: Any) -> dict[str, Any]:
    """A paper of a step."""
    return {"document": name, "originals": originals, "copies": copies, "provided_by": by, "sources": CITED, **more}


def procedure(name: str, *steps: dict[str, Any], when: Any = None) -> dict[str, Any]:
    """A procedure that applies, unless `when` says otherwise."""
    return {"procedure": name, "title": text(name), "when": when or {"permit": "required"}, "steps": steps, "sources": CITED}


def date_fact(name: str, **more: Any) -> dict[str, Any]:
    """A date of the case."""
    words = {"title": text(name), "question": text(name), "why": CITED}
    return {"fact": name, "type": "date", "none_allowed": "yes", "sensitive": "no", "changeable": "no", **words, **more}


CALENDAR: list[dict[str, Any]] = [
    {"calendar": "days", "title": text("days"), "version": 1, "as_of": "2027-12-31", "from": "2026-01-01",
     "to": "2027-12-31", "sources": CITED},
    {"weekly_rest": "weekend", "which": "public", "days": ["saturday", "sunday"], "from": "2000-01-01",
     "title": text("weekend"), "sources": CITED, "confidence": "high"},
    {"closed_day": "march", "month_day": "11-06", "title": text("march"),
     "public": {"sources": CITED, "confidence": "high", "from": "2000-01-01"}, "private": "none"},
    {"feast": "lamb", "title": text("lamb"), "hijri": text("10"),
     "public": {"days": 2, "sources": CITED, "confidence": "high"},
     "private": {"days": 1, "sources": CITED, "confidence": "high"}},
    {"feast_day": "lamb_2027", "feast": "lamb", "first_day": "2027-05-17", "hijri_year": 1448, "status": "predicted",
     "within": 1, "sources": CITED, "confidence": "medium"},
]  # fmt: skip
# Amounts are parameters: `$n2` is two.
NUMBERS: list[dict[str, Any]] = [
    {"parameter": f"n{n}", "title": text(f"n{n}"), "type": "integer", "unit": "none",
     "series": [{"from": "none", "to": "none", "value": str(n), "sources": CITED, "confidence": "high"}]}
    for n in (1, 2, 3, 5, 10, 20, 30, 60)
]  # fmt: skip
FACTS = [
    date_fact("file.opened_on"),
    date_fact("file.last_day"),
    date_fact("file.first_day"),
    date_fact("file.card_until"),
    date_fact("file.secret_until", sensitive="yes"),
]
EVENTS = [{"event": name, "title": text(name)} for name in ("validated", "missing", "lodged", "answered")]
EVENTS.append({"event": "opened", "title": text("opened"), "fact": "file.opened_on"})
PAPERS = [
    {"document": "card", "title": text("card"), "expires": "file.card_until", "sources": CITED},
    {"document": "secret", "title": text("secret"), "expires": "file.secret_until", "sources": CITED},
    {"document": "extract", "title": text("extract"), "valid": {"amount": "$n3", "unit": "months", "sources": CITED},
     "note": text("from the court"), "sources": CITED},
    {"document": "contract", "title": text("contract"), "sources": CITED},
]  # fmt: skip


def law_of(
    directory: Path,
    *procedures: dict[str, Any],
    changes: dict[str, str] | None = None,
    acts: Sequence[dict[str, Any]] = (),
) -> RuleBase:
    """The law of the river with these procedures; `changes` are replacements in what is added (`as_of`, for one).

    The permit that is required has these `acts`.
    """
    entries = [*CALENDAR, *NUMBERS, *FACTS, *EVENTS, *PAPERS, *procedures, *acts]
    added = "".join(f"- {json.dumps(entry, ensure_ascii=False)}\n" for entry in entries)
    for old, new in (changes or {}).items():
        assert old in added
        added = added.replace(old, new)
    names = ", ".join(one["procedure"] for one in procedures)
    opened = {"procedures: [get_permit]": f"procedures: [{names}]", "opens: [get_permit]": f"opens: [{names}]"}
    if acts:
        opened["opens: [get_permit]"] += f"\n      acts: [{', '.join(act['act'] for act in acts)}]"
    return from_yaml(altered(directory, opened, added))


class Dated:
    """An advice and its plan, and their steps by `procedure.step` (or by the step alone, of the procedure `get`)."""

    def __init__(self, base: RuleBase, start: date, told: dict[str, date] | None = None, **groups: Any) -> None:
        self.base = base
        lang = groups.pop("lang", "en")
        local: LocalDays | None = groups.pop("local", None)
        timing = Timing(start, told or {}, local)
        on = groups.pop("on", start)
        self.advised = advised(case(on=on, **groups), base, lang=lang, timing=timing)
        self.advice: Advice = self.advised.advice
        self.plan: Plan = plan_of(self.advised, base, timing)

    def step(self, name: str) -> StepAdvice:
        """A step of the advice."""
        owner, _, short = name.rpartition(".")
        procedure = next(p for p in self.advice.procedures if p.id == (owner or "get"))
        return next(one for one in procedure.steps if one.id == short)

    def dates(self, name: str) -> StepDates:
        """Its dates."""
        found = self.step(name).dates
        assert found is not None
        return found
