"""Whether what an advice rests on may have changed since the last official text was read."""

from __future__ import annotations

from collections.abc import Iterable

from ...law.model.advice import Amount, SourceAdvice
from ...law.rulebase.base import RuleBase


def may_have_changed(base: RuleBase, cited: Iterable[SourceAdvice], counted: Iterable[Amount]) -> bool:
    """A source of the advice is later than the texts read, or one of its amounts has changed before and may again."""
    known_to = base.law_known_to.isoformat()
    if any(str(base.sources[source.id].date or "") > known_to for source in cited):
        return True
    moving = {
        cite
        for parameter in base.parameters.values()
        if len(parameter.series) > 1 and parameter.series[-1].to is None
        for cite in parameter.series[-1].sources
    }
    return any(cite in moving for amount in counted for line in amount.lines for cite in line.sources)
