"""Random deadlines computed twice: by the program, and by the slow oracle. They must agree to the day.

    python tests/law/calendar/agreement.py --pairs 100000

Half the pairs are on the calendar that is shipped (both lists, with and without corrections of a user), half on calendars
made up at random, where feasts whose day is not certain stand close together. Exit 1 when one pair differs.
"""

from __future__ import annotations

import argparse
import importlib.util
import random
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from snia_advisor.law.calendar.closed import ClosedDays
from snia_advisor.law.calendar.deadline import Deadline, deadline
from snia_advisor.law.calendar.delays import UNITS, Duration
from snia_advisor.law.model.closed_days import CALENDAR_KINDS, LocalDays

HERE = Path(__file__).parent
RULES = HERE.parents[2] / "rules"
ONE = timedelta(days=1)
A_CALENDAR = 40  # pairs on one calendar
FEASTS = (("f", "1"), ("g", "2"), ("h", "3"))


def _oracle() -> Any:
    """The module beside this one, by its place: `tests` has another of that name."""
    spec = importlib.util.spec_from_file_location("calendar_oracle", HERE / "oracle.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules.setdefault(spec.name, importlib.util.module_from_spec(spec))
    if not hasattr(module, "answer"):
        spec.loader.exec_module(module)
    return module


oracle = _oracle()


@dataclass(frozen=True)
class Pair:
    """One question."""

    start: date
    delay: Duration
    whose: str
    office: bool


@dataclass(frozen=True)
class Calendars:
    """One calendar, as the program reads it and as the oracle does."""

    days: ClosedDays
    almanac: Any
    feasts: tuple[date, ...]


# --- calendars ---------------------------------------------------------------------------------------------------


def tables_of(entries: list[dict[str, Any]]) -> Mapping[str, Mapping[str, Any]]:
    """The tables of a rule base, from entries as they stand in a file."""
    models = {model.kind: model for model in CALENDAR_KINDS}
    tables: dict[str, dict[str, Any]] = {kind: {} for kind in models}
    for entry in entries:
        kind = next(iter(entry))
        body = {key: value for key, value in entry.items() if key != kind}
        tables[kind][entry[kind]] = models[kind].model_validate({"id": entry[kind], **body})
    return tables


def made_up(rng: random.Random) -> list[dict[str, Any]]:
    """A calendar of eighteen months in which uncertain feasts meet each other, fixed days, closures and the weekend."""
    text = {"fr": "t", "ar": "t", "en": "t"}
    law = {"sources": [], "confidence": "high"}
    first = date(2020, 1, 1) + rng.randrange(1500) * ONE
    found: list[dict[str, Any]] = [
        {"calendar": "c", "title": text, "version": "1", "as_of": "2026-01-01", "sources": [],
         "from": str(first), "to": str(first + 540 * ONE)},
        {"weekly_rest": "w", "which": "public", "days": rng.sample(oracle.NAMES, rng.randrange(1, 4)), "title": text, **law},
    ]  # fmt: skip
    for name, length in FEASTS:
        parts = {which: {"days": str(max(1, int(length) - (which == "private"))), **law} for which in ("public", "private")}
        found.append({"feast": name, "title": text, "hijri": text, **parts})
    for number in range(rng.randrange(4)):
        day = first + rng.randrange(365) * ONE
        if day.isoformat()[5:] != "02-29":
            part = {"from": str(day + rng.choice((-400, 0, 200)) * ONE), **law}
            found.append({"closed_day": f"d{number}", "month_day": day.isoformat()[5:], "title": text, "public": part,
                          "private": rng.choice(("none", part))})  # fmt: skip
    for number in range(rng.randrange(1, 5)):
        found += list(_feast_day(rng, f"m{number}", first + rng.randrange(60, 260) * ONE, text, law))
    return found


def _feast_day(rng: random.Random, name: str, day: date, text: Any, law: Any) -> Iterator[dict[str, Any]]:
    certain = rng.random() < 0.25
    entry = {"feast_day": name, "feast": rng.choice(FEASTS)[0], "first_day": str(day), "hijri_year": "1440",
             "status": "official" if certain else "predicted", **law}  # fmt: skip
    if not certain:
        entry |= {"within": rng.choice(("0", "1", "1", "2"))}
        if entry["within"] == "0" or rng.random() < 0.3:
            entry |= {"alternatives": [str(day + rng.choice((-3, -1, 1, 2, 4)) * ONE)]}
    yield entry
    if rng.random() < 0.5:
        closure = {"closure": f"c_{name}", "day": str(day + rng.randrange(-2, 7) * ONE), "title": text, "scope": text,
                   "status": "official", "public_establishments": "assumed", **law}  # fmt: skip
        if rng.random() < 0.7:
            closure |= {"condition": {"feast_day": name, "first_day": str(day + rng.choice((-1, 0, 0, 1)) * ONE)}}
        yield closure


def corrections(rng: random.Random, entries: list[dict[str, Any]], which: str) -> LocalDays:
    """What a user may add: days beside the feasts, where they matter."""
    feasts = {e["feast_day"]: date.fromisoformat(e["first_day"]) for e in entries if "feast_day" in e}
    near = [day + n * ONE for day in feasts.values() for n in range(-3, 6)]
    rest = tuple(rng.sample(oracle.NAMES, rng.randrange(1, 3))) if which == "private" else None
    if rng.random() < 0.4:
        return LocalDays(rest=rest)
    picked = rng.sample(near, min(len(near), 60))
    moved = {name: feasts[name] + rng.randrange(-2, 3) * ONE for name in rng.sample(sorted(feasts), len(feasts) // 3)}
    return LocalDays(dict.fromkeys(picked[:20], "x"), frozenset(picked[20:40]), moved, rest)


def calendars(rng: random.Random, shipped: list[dict[str, Any]]) -> Calendars:
    """A calendar of either sort."""
    real = rng.random() < 0.5
    entries = shipped if real else made_up(rng)
    which = "private" if rng.random() < 0.3 else "public"
    local = corrections(rng, entries, which)
    own = oracle.Own(frozenset(local.closed), local.open, dict(local.feasts), local.rest)
    days = ClosedDays(tables_of(entries), which, local)
    feasts = tuple(date.fromisoformat(entry["first_day"]) for entry in entries if "feast_day" in entry)
    return Calendars(days, oracle.Almanac(entries, which, own), feasts)


def pair(rng: random.Random, both: Calendars) -> Pair:
    """A question; mostly some days or weeks that end near a feast, now and then half a year, or a date outside the table."""
    unit = rng.choice(UNITS)
    amount = rng.randrange(1, 1 + (9 if unit in ("months", "month_ends") else rng.choice((3, 12, 40, 90))))
    if rng.random() < 0.6:
        before = amount * (30 if unit in ("months", "month_ends") else 1) + rng.randrange(-5, 6)
        start = rng.choice(both.feasts) - before * ONE
    else:
        first, last = both.days.first - 40 * ONE, both.days.last + 20 * ONE
        start = first + rng.randrange((last - first).days) * ONE
    return Pair(start, Duration(amount, unit), rng.choice(("user", "authority", "plain")), rng.random() < 0.7)


# --- comparing ---------------------------------------------------------------------------------------------------


def differences(found: Deadline, told: Any) -> list[str]:
    """What the two say differently."""
    ends = {end.reading: end for end in found.ends}
    wrong = []
    for reading, opinion in told.readings.items():
        end = ends.get(reading)
        mine = (None, None, None) if end is None else (set(end.plain), set(end.due), set(end.claim))
        theirs = (opinion.plain, opinion.due, opinion.claim)
        for part, one, other in zip(("plain", "due", "claim"), mine, theirs, strict=True):
            if (one or set()) != (other or set()):
                wrong.append(f"{reading} {part}: {_shown(one)} / {_shown(other)}")
    for name in ("due", "earliest", "latest", "claim_from", "claim_from_shorter", "outer_limit"):
        if getattr(found, name) != getattr(told, name):
            wrong.append(f"{name}: {getattr(found, name)} / {getattr(told, name)}")
    return wrong


def _shown(days: set[date] | None) -> str:
    return ", ".join(sorted(map(str, days or ()))) or "-"


def compare(pairs: int, seed: int, compute: Any = deadline) -> tuple[int, list[str]]:
    """How many pairs were compared, and what differs in each that does."""
    rng = random.Random(seed)
    shipped = oracle.shipped(RULES / "calendar")
    wrong: list[str] = []
    for number in range(pairs):
        if number % A_CALENDAR == 0:
            both = calendars(rng, shipped)
        asked = pair(rng, both)
        found = compute(both.days, asked.start, asked.delay, asked.whose, asked.office)
        args = (asked.start, asked.delay.amount, asked.delay.unit, asked.whose, asked.office)
        wrong += [f"{args}: {text}" for text in differences(found, oracle.answer(both.almanac, *args))]
    return pairs, wrong


def main() -> int:
    """Compare, and say the figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pairs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    began = time.perf_counter()
    pairs, wrong = compare(asked.pairs, asked.seed)
    for line in wrong[:20]:
        print(line)
    print(f"{pairs} deadlines, {len(wrong)} differences, {time.perf_counter() - began:.0f} s (seed {asked.seed})")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
