"""Reading what a command is given: the rules, the date, the case."""

from __future__ import annotations

import os
import sys
from datetime import date
from pathlib import Path

from ..answer.telling.output import STDIN
from ..errors import BadInput
from ..law.model.case import Case
from ..law.model.closed_days import LocalDays
from ..law.model.values import read_date
from ..law.rulebase.base import RuleBase
from ..law.rulebase.case_file import read_case, with_facts
from ..law.rulebase.load import load_rules
from ..law.rulebase.local_days import load_local_days
from ..law.rulebase.strict_yaml import MAX_BYTES, decode, read_text


def day(written: str | None) -> date | None:
    """The date of `--on`. Raises `BadInput`."""
    if written is None:
        return None
    try:
        return read_date(written)
    except ValueError:
        raise BadInput("date_option", value=written) from None


def typed_day(written: str) -> date:
    """A date as people type it: 2026-11-05, 5/11/2026, 5 novembre 2026. Raises `BadInput`."""
    from ..questions.ask.dates import read_day

    return read_day(written)


def local_days(option: str | None, base: RuleBase) -> LocalDays:
    """The user's own days: the file of `--days`, else that of `SNIA_DAYS`; none without either. Raises `BadInput`."""
    name = option if option is not None else os.environ.get("SNIA_DAYS")
    return load_local_days(name, base) if name else LocalDays()


def rule_base(directory: str | None) -> RuleBase:
    """The rule base of `--rules`, or the one in use."""
    return load_rules(directory)


def case(written: str, base: RuleBase, assignments: list[str] | None = None, path: str | None = None) -> Case:
    """The case in a file or on standard input, with `--set` applied; `path` is the goal of `--path`. Raises `BadInput`."""
    if written == STDIN:
        name, text = "stdin", decode(sys.stdin.buffer.read(MAX_BYTES + 1), "stdin")
    else:
        name, text = written, read_text(Path(written))
    read = with_facts(read_case(text, name, base, path), assignments or [], base, path)
    if read.former:
        _note_former(read, path or read.path, base)
    _note_unusual(read, base)
    return read


def _note_unusual(read: Case, base: RuleBase) -> None:
    """Say on standard error which values are outside what is usual: they are taken as they are."""
    from ..answer.telling.output import complain
    from ..answer.telling.words import usual_text, value_text
    from ..law.rulebase.bounds import unusual
    from ..messages import say

    for found in unusual(base, read, read.on or date.today()):
        usual = usual_text(found.low, found.high)
        complain(say("unusual_value", name=found.name, value=value_text(found.value), usual=usual))


def _note_former(read: Case, path: str | None, base: RuleBase) -> None:
    """Say on standard error which names of an earlier version the case uses, and what they are called today."""
    from ..answer.telling.output import complain
    from ..law.rulebase.former import carry_over
    from ..messages import say

    carried = carry_over(read.former, path, base)
    left_out = {*carried.waiting, *carried.unused}
    parts = []
    if carried.facts:
        names = ", ".join(name for name in read.former if name not in left_out)
        parts.append(say("former_names", names=names, today=", ".join(carried.facts)))
    if carried.waiting:
        needed = ", ".join(dict.fromkeys(carried.waiting.values()))
        parts.append(say("former_waiting", names=", ".join(carried.waiting), needed=needed))
    if carried.unused:
        parts.append(say("former_unused", names=", ".join(carried.unused)))
    if parts:
        complain(" ".join(parts))


def sections(written: str | None) -> tuple[str, ...]:
    """The sections of `--only`. Raises `BadInput`."""
    from ..answer.page.page import SECTIONS

    names = tuple(part.strip() for part in written.split(",")) if written is not None else ()
    for name in names:
        if name not in SECTIONS:
            raise BadInput("only_unknown", value=name, names=", ".join(SECTIONS))
    return names
