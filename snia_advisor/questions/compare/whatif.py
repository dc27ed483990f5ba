"""What if one fact were otherwise: which other values of the facts that a person can change lead to another answer.

One fact at a time, everything else as it is. The values tried are the options of a choice, one value of each class that the
rules can tell apart for a date or a number (`answer/deciding/cut.py`), and of a list of answers one more, one less, or
none at all. What has happened is no change (`answer/deciding/happened.py`). A value that leaves the specification where it
was is passed over; what is reported is proved by the engine.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ...answer.advice.advise import advise
from ...answer.deciding.compiled import Advisor, advisor
from ...answer.deciding.cut import candidates, fact_variables, unknown_inputs
from ...answer.deciding.happened import effort, has_happened, is_past, may_become
from ...answer.deciding.situation import Situation
from ...answer.deciding.state import headline, path_state, stand
from ...errors import BadInput
from ...law.logic.facts import Facts
from ...law.logic.truth import Kleene
from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.answer_advice import AnswerAdvice
from ...law.model.case import Case
from ...law.model.entries import Fact
from ...law.rulebase.base import RuleBase
from .differences import Comparison, Difference, compare
from .turned import outcomes

MAX_VALUES = 40  # of one fact
MAX_PROOFS = 80  # of one case


@dataclass(frozen=True)
class OneChange:
    """One fact given another value, and what becomes of the answers and the headline determinations."""

    fact: str
    before: Any
    after: Any
    case: Case
    advice: Advice
    comparison: Comparison
    determinations: tuple[Difference[DeterminationAdvice], ...]

    @property
    def answers(self) -> tuple[Difference[AnswerAdvice], ...]:
        """The answers that change."""
        return self.comparison.answers


@dataclass
class OneFactTable:
    """The changes that matter, and the other changeable facts by the reason why they are not among them."""

    changes: list[OneChange] = field(default_factory=list)
    without_effect: list[str] = field(default_factory=list)  # no value that was tried changes a headline outcome
    tied: list[str] = field(default_factory=list)  # the other facts, or the goal, allow no other value
    not_tried: list[str] = field(default_factory=list)  # not all values were tried: no finite choice, or too large a one
    happened: list[str] = field(default_factory=list)  # it has happened, and stays as it is


def one_fact_changes(base: RuleBase, case: Case, advice: Advice, path: str | None = None) -> OneFactTable:
    """The one-fact changes of `case`, whose advice is `advice`; `path` is the one that `advise` was given."""
    return _Trials(base, dataclasses.replace(case, on=advice.on), advice, path or case.path).table()


class _Trials:
    def __init__(self, base: RuleBase, case: Case, advice: Advice, path: str | None) -> None:
        self.base = base
        self.case = case
        self.advice = advice
        self.path = path
        self.paths = tuple(answer.path for answer in advice.answers)
        self.advisor: Advisor = advisor(base, self.paths)
        self.headline = headline(base, self.paths)
        self.whole = self.situation(case)
        self.proofs = 0

    def table(self) -> OneFactTable:
        """Every fact that is given and can be changed, the easiest first."""
        table = OneFactTable()
        present = self.state(self.whole)
        known = [name for name in self.base.facts if name in self.case.facts and self.base.facts[name].changeable]
        table.happened = [name for name in known if has_happened(self.whole, name)]
        movable = (name for name in known if effort(self.whole, name))
        for name in sorted(movable, key=lambda name: self.base.facts[name].changeable):
            self._try(table, self.base.facts[name], present)
        return table

    def situation(self, case: Case) -> Situation:
        """A case before the law. Raises `BadInput` when a constraint forbids it."""
        return Situation(self.base, case, self.advice.on, self.path, self.advisor.network)

    def state(self, situation: Situation) -> tuple[Any, ...]:
        """Where the specification stands: the paths that concern the case, its answers, and the headline."""
        concerned = None if self.path else tuple(situation.truth(edge) is not False for edge in self._concerns(situation))
        states = (path_state(situation, path) for path in self.paths)
        answers = ((at.state, at.outcome, at.depends_on == "question") for at in states)
        return concerned, *answers, *(self._standing(situation, name) for name in self.headline)

    @staticmethod
    def _concerns(situation: Situation) -> list[int]:
        return [situation.network.written(path.concerns) for path in situation.base.paths.values()]

    def _standing(self, situation: Situation, name: str) -> Any:
        at = stand(situation, name)
        # Whether it waits for facts or for a question matters to the verdict; for which ones does not.
        return at.status, at.possible, at.certain, bool(at.missing), bool(at.questions)

    # --- one fact ------------------------------------------------------------------------------------------------

    def _try(self, table: OneFactTable, fact: Fact, present: tuple[Any, ...]) -> None:
        without = self.situation(self._with(fact.id))
        tried = [] if fact.id in without.facts.given else self._values(without, fact)
        values = None if tried is None else [value for value in tried if self._lies_ahead(fact.id, value)]
        if values is None:
            table.not_tried.append(fact.id)
            return
        changes: list[OneChange] = []
        allowed = fact.id not in without.facts.given and not values
        for value in values[:MAX_VALUES]:
            changed = self._with(fact.id, value)
            try:
                if self.state(self.situation(changed)) != present:
                    changes += self._proved(fact.id, changed)
                allowed = True
            except BadInput:  # real life does not allow this value beside the other facts
                continue
        table.changes += changes
        if len(values) > MAX_VALUES or self.proofs > MAX_PROOFS:
            table.not_tried.append(fact.id)
        elif not changes:
            (table.without_effect if allowed else table.tied).append(fact.id)

    def _lies_ahead(self, fact: str, value: Any) -> bool:
        return may_become(self.case.facts[fact], value) and not is_past(self.whole, value)

    def _with(self, fact: str, *value: Any) -> Case:
        """The case with another value of `fact`, or without any."""
        facts = {name: given for name, given in self.case.facts.items() if name != fact}
        return dataclasses.replace(self.case, facts={**facts, **dict.fromkeys([fact][: len(value)], *value)})

    def _proved(self, fact: str, changed: Case) -> list[OneChange]:
        """The change, if the advice confirms that it changes an answer."""
        self.proofs += 1
        if self.proofs > MAX_PROOFS:
            return []
        advice = advise(changed, self.base, self.advice.on, path=self.path, lang=self.advice.lang)
        comparison = compare(self.case, self.advice, changed, advice)
        decided = tuple(d for d in comparison.determinations if d.either.headline and outcomes(d.a) != outcomes(d.b))
        if not decided and not comparison.answers:
            return []
        return [OneChange(fact, self.case.facts[fact], changed.facts[fact], changed, advice, comparison, decided)]

    # --- its values ----------------------------------------------------------------------------------------------

    def _values(self, without: Situation, fact: Fact) -> Sequence[Any] | None:
        """The other values to try, None where no finite choice represents them."""
        now = self.case.facts[fact.id]
        if fact.type == "records":
            return None
        if fact.type == "set":
            return self._neighbours(without, fact, now)
        if fact.type in ("yes_no", "choice"):
            return [value for value in candidates(without, fact.id, ()) if value != now]
        atoms = self._atoms(without, fact.id)
        if not atoms:
            return []  # nothing reads it
        variable = next((v for v in fact_variables(without, atoms, {}) if v.name == fact.id), None)
        if variable is None:
            return None
        rows = zip(variable.rows, variable.values, strict=True)
        return [value for row, value in rows if any(self.whole.atom(n) != truth for n, truth in row.items())]

    def _atoms(self, without: Situation, fact: str) -> list[int]:
        """The comparisons of `fact` alone that a headline determination or a path reads."""
        roots = [node for name in (*self.paths, *self.headline) for node in self.advisor.nodes[name].values()]
        order = without.network.below([*roots, *self._concerns(without)])
        return [n for n in without.network.atoms(order) if unknown_inputs(without, n) == (fact,)]

    def _neighbours(self, without: Situation, fact: Fact, now: Any) -> list[frozenset[str]]:
        """None at all, one answer less, one more; of those that the rules do not tell apart, the first."""
        atoms = [*self._atoms(without, fact.id), *self._constraint_atoms(without, fact.id)]
        by_truths: dict[tuple[Kleene, ...], frozenset[str]] = {tuple(self.whole.atom(n) for n in atoms): now}
        changed = [now ^ {option} for option in self.base.options(fact.id)]
        for value in (frozenset(), *sorted(changed, key=len)):
            facts = Facts({**without.facts.given, fact.id: value}, without.on, self.base)
            by_truths.setdefault(tuple(without.atom_truth(n, facts) for n in atoms), value)
        return [value for value in by_truths.values() if value != now]

    @staticmethod
    def _constraint_atoms(without: Situation, fact: str) -> list[int]:
        order = without.network.below(edge for edge, read in without.constraint_edges() if fact in read)
        return [n for n in without.network.atoms(order) if unknown_inputs(without, n) == (fact,)]
