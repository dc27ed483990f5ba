"""A scenario: a case with its expected advice. A test, a demonstration and an exercise at once."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import ConfigDict, Field, StringConstraints, WithJsonSchema

from ...law.model.answer import AnswerState
from ...law.model.case import Case
from ...law.model.values import Basis, Cite, Integer, Name, Strict, Text

NOT_COVERED = "not_covered"
ScenarioId = Annotated[str, StringConstraints(min_length=1)]


class Depends(Strict):
    """What an undecided determination must still depend on: exactly these outcomes, facts and questions."""

    depends: tuple[Name, ...]
    missing: tuple[str, ...] = ()
    open: tuple[Name, ...] = ()


class SameState(Strict):
    """An answer of which only the state is known: exactly these outcomes are possible, and each has it."""

    state: AnswerState
    possible: tuple[Name, ...]


Expected = str | tuple[str, ...] | Depends


class Neighbour(Strict):
    """A case beside a scenario: what is told otherwise, or is not known, and what then comes otherwise.

    What it does not name stays as the scenario expects it; procedures, amounts and citations are the scenario's alone.
    """

    change: Annotated[Any, WithJsonSchema({"x-ref": "Case"})] = None
    unknown: tuple[str, ...] = ()
    answer: str | Depends | SameState | None = None
    expect: dict[Name, Expected] = Field(default_factory=dict)
    exit: Integer | None = None


class ScenarioFile(Strict):
    """A scenario as it is written. `answer` is the outcome of its path, `expect` names every headline determination.

    `lesson` says the point of it; the title, the story and the name of the file do not tell the answer. `near` are cases
    beside it, each a step away: one more member of a list, the day after, the guard that does not hold.
    """

    title: Text
    story: Text | None = None
    case: Annotated[Any, WithJsonSchema({"x-ref": "Case"})]
    answer: str | Depends | SameState | None = None
    lesson: Text | None = None
    expect: dict[Name, Expected] = Field(min_length=1)
    procedures: tuple[Name, ...] | None = None
    amounts: dict[str, Annotated[str, WithJsonSchema({"type": ["string", "number"]})]] | None = None
    cites: tuple[Cite, ...] = ()
    basis: tuple[Basis, ...] = ()
    exit: Integer
    near: tuple[Neighbour, ...] = ()


class Scenario(Strict):
    """A scenario that has been read: its id is its file name, its path that of its case."""

    model_config = ConfigDict(arbitrary_types_allowed=True, frozen=True)

    id: ScenarioId
    file: str
    body: ScenarioFile
    case: Case
    near: tuple[Scenario, ...] = ()

    @property
    def path(self) -> str | None:
        return self.case.path

    @property
    def title(self) -> Text:
        return self.body.title

    @property
    def story(self) -> Text | None:
        return self.body.story
