"""A step of a proof, as it is printed and written to JSON."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, model_serializer

Truth = Literal["true", "false", "unknown"]


class Frozen(BaseModel):
    """Immutable and closed: an advice is a record."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ProofNode(Frozen):
    """A step of the proof: a rule, a comparison of a fact, an open question, an outcome, or a group of steps."""

    rule: str | None = None
    fact: str | None = None
    question: str | None = None
    outcome: str | None = None
    group: Literal["all", "any", "not", "cases"] | None = None
    text: str
    truth: Truth
    given: Any = None
    given_text: str | None = None
    sources: tuple[str, ...] = ()
    confidence: str | None = None
    children: tuple[ProofNode, ...] = ()

    @model_serializer(mode="wrap")
    def _compact(self, handler: Any) -> dict[str, Any]:
        written: dict[str, Any] = handler(self)
        optional = ("rule", "fact", "question", "outcome", "group", "given_text")
        return {key: value for key, value in written.items() if value is not None or key not in optional}
