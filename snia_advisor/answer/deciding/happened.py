"""What has happened stays as it is: which facts of a case may still change, and to which values.

A fact declared `changeable` may move, but for one that tells what has happened (always, or since a day that is past). No
date moves to a day before the question, and none that is known becomes "never": nobody gains by losing a paper.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from ...law.model.values import NONE
from .situation import Situation


def effort(situation: Situation, name: str) -> int:
    """The effort that the law declares for a change of a fact, 0 for never and for what has happened."""
    return 0 if has_happened(situation, name) else situation.base.facts[name].changeable


def has_happened(situation: Situation, name: str) -> bool:
    """Whether what a fact tells has happened: always, or since a day that is past."""
    happened = situation.base.facts[name].happened
    if happened in (None, "yes"):
        return happened == "yes"
    day = situation.facts.value(str(happened))
    return isinstance(day, date) and day < situation.on


def may_become(known: Any, value: Any) -> bool:
    """Whether a known value may become another: a day that is known does not become "never"."""
    return value is not NONE or not isinstance(known, date)


def is_past(situation: Situation, value: Any) -> bool:
    """Whether a value is a day before the question: nothing can be done on it any more."""
    return isinstance(value, date) and value < situation.on
