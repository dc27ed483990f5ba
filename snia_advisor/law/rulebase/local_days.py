"""The user's own file of days: closed, open, the first day of a feast, the weekly rest of a contract.

What it says wins over the table. A feast may be moved by a few days only: the moon does no more, and a date typed wrong
would take the feast out of its season without a word.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, get_args

from ...errors import BadInput
from ...messages.formats import WEEKDAYS, date_text
from ..logic.reading import known, nearest
from ..model.closed_days import LocalDays, Weekday
from ..model.values import read_date
from .base import RuleBase
from .strict_yaml import Scalar, YamlList, YamlMap, parse, read_text

EXAMPLES = {
    "closed": '[{day: 2026-12-24, title: "..."}]',
    "open": "[{day: 2026-12-24}]",
    "feasts": "[{feast_day: fitr_2027, first_day: 2027-03-10}]",
    "weekly_rest": "[sunday]",
}
NAMES: tuple[Weekday, ...] = get_args(Weekday)
MOON_MOVES = 3  # days
LONGEST_TITLE = 100


def load_local_days(name: str, base: RuleBase) -> LocalDays:
    """The days of the file `name`. Raises `BadInput`."""
    try:
        return read_local_days(read_text(Path(name)), name, base)
    except BadInput as problem:
        if problem.key == "file_empty":
            raise BadInput("days_not_map", place=name, keys=", ".join(EXAMPLES)) from None
        raise


def read_local_days(text: str, name: str, base: RuleBase) -> LocalDays:
    """The days that `text` adds or corrects; `name` is its file, for errors. Raises `BadInput` with file and line."""
    document = parse(text, name)
    if not isinstance(document, YamlMap):
        raise BadInput("days_not_map", place=f"{name}:{getattr(document, 'line', 1)}", keys=", ".join(EXAMPLES))
    return _LocalDaysReader(name, base).read(document)


def read_weekdays(words: list[str]) -> tuple[Weekday, ...]:
    """Days of the week by their names in English, French or Arabic. Raises `BadInput`."""
    named: dict[str, Weekday] = {}
    for names in (NAMES, *WEEKDAYS.values()):
        named.update({word.lower(): day for word, day in zip(names, NAMES, strict=True)})
    days: list[Weekday] = []
    for word in words:
        written = word.strip().lower()
        if written not in named:
            raise BadInput("days_weekday", name=word.strip(), nearest=nearest(written, named))
        days.append(named[written])
    if not 0 < len(set(days)) < len(NAMES):
        raise BadInput("days_rest")
    return tuple(day for day in NAMES if day in days)


class _LocalDaysReader:
    def __init__(self, name: str, base: RuleBase) -> None:
        self.name = name
        self.base = base
        self.lines: dict[date | str, int] = {}  # where each day, and each feast, was written

    def fail(self, key: str, line: int, **args: Any) -> BadInput:
        return BadInput(key, place=f"{self.name}:{line}", **args)

    def read(self, document: YamlMap) -> LocalDays:
        self.keys(document, list(EXAMPLES))
        closed: dict[date, str] = {}
        for item in self.items(document, "closed", ("day", "title")):
            closed[self.once(item, "day")] = self.title(item)
        opened = frozenset(self.once(item, "day") for item in self.items(document, "open", ("day",)))
        feasts = dict(self.feast(item) for item in self.items(document, "feasts", ("feast_day", "first_day")))
        return LocalDays(closed, opened, feasts, self.rest(document))

    def keys(self, written: YamlMap, names: list[str]) -> None:
        for key, line in written.key_lines.items():
            known("days_unknown_key", key, names, self.fail, line=line)

    def sequence(self, document: YamlMap, key: str) -> tuple[YamlList, int]:
        line = document.key_lines[key]
        written = document[key]
        if not isinstance(written, YamlList) or not written:
            raise self.fail("days_list", line, name=key, example=f"{key}: {EXAMPLES[key]}")
        return written, line

    def items(self, document: YamlMap, key: str, parts: tuple[str, ...]) -> list[YamlMap]:
        """The lines of a list; each has exactly its parts, each a single value."""
        if key not in document:
            return []
        rows: list[YamlMap] = []
        written, line = self.sequence(document, key)
        for item in written:
            line = getattr(item, "line", line)
            if not isinstance(item, YamlMap):
                raise self.fail("days_item", line, name=key, example=f"{key}: {EXAMPLES[key]}")
            self.keys(item, list(parts))
            for part in parts:
                if part not in item:
                    raise self.fail("days_lacks", line, name=part, example=f"{key}: {EXAMPLES[key]}")
                if not isinstance(item[part], Scalar):
                    raise self.fail("single_expected", item.key_lines[part], name=part)
            rows.append(item)
        return rows

    def day(self, item: YamlMap, key: str) -> date:
        try:
            return read_date(item[key])
        except ValueError:
            raise self.fail("date_expected", item.key_lines[key], name=key, value=str(item[key])) from None

    def once(self, item: YamlMap, key: str) -> date:
        """A day of the lists of closed and open days: it stands in them once."""
        day, line = self.day(item, key), item.key_lines[key]
        if day in self.lines:
            raise self.fail("days_twice", line, name=day.isoformat(), first=self.lines[day])
        self.lines[day] = line
        return day

    def title(self, item: YamlMap) -> str:
        text = " ".join(item["title"].split())
        if not 0 < len(text) <= LONGEST_TITLE:
            raise self.fail("days_title", item.key_lines["title"], limit=LONGEST_TITLE)
        return text

    def feast(self, item: YamlMap) -> tuple[str, date]:
        name, line = str(item["feast_day"]), item.key_lines["feast_day"]
        self.base.feast_days.named("days_feast", name, self.fail, line=line)
        if name in self.lines:
            raise self.fail("days_twice", line, name=name, first=self.lines[name])
        self.lines[name] = line
        first = self.day(item, "first_day")
        table = self.base.feast_days[name].first_day
        if abs((first - table).days) > MOON_MOVES:
            raise self.far(item, name, first, table)
        return name, first

    def far(self, item: YamlMap, name: str, first: date, table: date) -> BadInput:
        from ...messages import language

        lang = language()
        days = {"value": date_text(first, lang), "table": date_text(table, lang)}
        return self.fail("days_feast_far", item.key_lines["first_day"], name=name, limit=MOON_MOVES, **days)

    def rest(self, document: YamlMap) -> tuple[Weekday, ...] | None:
        if "weekly_rest" not in document:
            return None
        written, line = self.sequence(document, "weekly_rest")
        if any(not isinstance(word, Scalar) for word in written):
            raise self.fail("days_item", line, name="weekly_rest", example=f"weekly_rest: {EXAMPLES['weekly_rest']}")
        try:
            return read_weekdays([str(word) for word in written])
        except BadInput as problem:
            raise self.fail(problem.key, line, **problem.args_) from None
