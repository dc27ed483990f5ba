"""The values that the first line of an answer holds: `{worker.age}`, `{by}`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from ...law.logic.facts import UNKNOWN
from ...law.model.answer import VALUE
from ...law.model.values import NONE
from ...law.rulebase.base import RuleBase
from ...messages.formats import short_date
from ..telling.wording import Wording

BY = "by"


def filled(base: RuleBase, text: str, values: Callable[[str], Any], lang: str) -> str | None:
    """`text` with its values; None where one of them is unknown, or there is none."""
    known: Mapping[str, Any] = {name: values(name) for name in VALUE.findall(text)}
    if any(value is None or value is UNKNOWN or value is NONE for value in known.values()):
        return None
    return VALUE.sub(lambda match: written(base, match.group(1), known[match.group(1)], lang), text)


def written(base: RuleBase, name: str, value: Any, lang: str) -> str:
    """One value as a first line writes it: short dates, numbers without their unit."""
    if isinstance(value, date):
        return short_date(value, lang)
    wording = Wording(base, lang)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return wording.plain(value)
    return wording.value(name, value)
