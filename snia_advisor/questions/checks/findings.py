"""A finding of the static checks: a code, a place, a cause and a fix."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from ...law.rulebase.base import Raw
from ...messages import say


@dataclass(frozen=True)
class RuleFinding:
    """One thing wrong with the rule base."""

    code: str
    severity: str
    file: str
    line: int
    message: str
    fix: str

    def to_json(self) -> dict[str, Any]:
        return asdict(self)


def finding(code: str, raw: Raw, line: int | None = None, **args: Any) -> RuleFinding:
    """The finding `code` about an entry, in the language of the process."""
    severity = "warning" if code in ("T002",) else "error"
    return RuleFinding(code, severity, raw.file, line or raw.line, say(code, **args), say(code + "_fix", **args))
