"""The smallest lawful change that would turn a no into a yes.

The facts of a case that may change are tried, one, then two, then three together, until the path no longer decides
against the person. What is found is proved by the engine, like any case, before anybody sees it. Where no change removes
the refusal, the other goals are looked at.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ...answer.advice.advise import advise
from ...answer.deciding.compiled import advisor
from ...answer.deciding.situation import Situation
from ...errors import BadInput
from ...law.logic.facts import UNKNOWN
from ...law.model.advice import Advice
from ...law.model.answer_advice import State
from ...law.model.case import Case
from ...law.model.proof import ProofNode
from ...law.rulebase.base import RuleBase
from .goals import RANK, OtherPath, concerns, may_be_yes, not_established, other_paths, refusals, state_of
from .lawful import NONE_WORD, Lawful, Outlook
from .search import Search
from .span import Changed, Moves, Reach

BEST = 5
OTHERS = 3  # other goals that are named
STATES = 1 << 11  # sets of changes that are looked at
JUDGED, VALUES = 1 << 6, 4  # of those of one size: sets that are judged, and values of the same facts
CLOSED = 8  # changes that only hide a refusal, after which no more are looked at
LARGEST = 8  # facts in one change
REMOTE = 3  # the effort of what nobody does for an answer: to become a partner, to change profession
FURTHER = 1  # once something is found, changes of so many facts more are looked at


@dataclass(frozen=True)
class Change:
    """Facts that, changed together, lead to another answer, and that answer as the engine proved it."""

    facts: tuple[Changed, ...]
    effort: int
    asked_anew: tuple[str, ...]  # what was known and no longer is
    state: State
    outcomes: Mapping[str, str]  # headline determination -> outcome, where it is decided
    missing: tuple[str, ...]
    questions: tuple[str, ...]
    case: Case


@dataclass(frozen=True)
class Changes:
    """The changes that were found, the best first.

    `exhaustive`: no other set of facts would do. Otherwise every change of at most `bound` facts was looked at.
    """

    path: str
    found: tuple[Change, ...]
    exhaustive: bool
    bound: int
    other_paths: tuple[OtherPath, ...] = ()
    happened: bool = False  # nothing was looked for: what decides has happened, and the way out is an act


@dataclass(frozen=True)
class Candidate:
    """A set of changes that is not refused, before the engine has seen it."""

    moves: Moves
    names: frozenset[str]
    state: State
    case: Case
    given: dict[str, Any]
    effort: int
    order: tuple[Any, ...]


def smallest_changes(
    case: Case, rules: RuleBase, on: date, path: str, *, best: int = BEST, states: int = STATES, further: int = FURTHER
) -> Changes | None:
    """The changes that would make `path` possible for this case on this day; None when the answer is not no.

    At most `best` changes are kept; the search stops after about `states` sets of changes, or `further` sizes after the
    first that leads to a yes. Other paths are looked at when nothing was found. Raises `BadInput` when the case is wrong.
    """
    searching = _Searching(dataclasses.replace(case, on=on, path=path), rules, on, path)
    if state_of(searching.situation, rules.paths[path]) != "no":
        return None
    return searching.changes(best, states, further)


def moved(moves: Moves) -> frozenset[str]:
    """The facts that change; the others are only asked anew."""
    return frozenset(name for name, value in moves.items() if value is not UNKNOWN)


class _Searching:
    """The search for one case and one path."""

    def __init__(self, case: Case, rules: RuleBase, on: date, path: str) -> None:
        self.case = case
        self.base = rules
        self.on = on
        self.path = rules.paths[path]
        self.situation = Situation(rules, case, on, path, advisor(rules, (path,)).network)
        self.lawful = Lawful(self.situation)
        self.author = {name: position for position, name in enumerate(rules.facts)}
        self.candidates: dict[frozenset[Any], Candidate] = {}
        self.closed = self.inexact = False
        self.concerns = concerns(self.situation, self.path)

    def changes(self, best: int, states: int, further: int) -> Changes:
        """What two searches find: no longer refused, and established beyond doubt."""
        refused = refusals(self.situation, self.path)
        established = [*refused, *not_established(self.situation, self.path)]
        self.possible = Search(self.situation, self.lawful, refused, states, LARGEST)
        self.certain = Search(self.situation, self.lawful, established, states, LARGEST)
        exhaustive, bound = self._search(self.possible, best, further)
        if not self.candidates or any(candidate.state != "yes" for candidate in self.candidates.values()):
            all_seen, size = self._search(self.certain, best, further)
            exhaustive, bound = exhaustive and all_seen, min(bound, size)
        proved = self._proved(best)
        if not proved and self.closed:
            exhaustive, bound = self._search_outlook(states)
            proved = self._proved(best)
        others = () if proved else other_paths(self.case, self.base, self.on, self.path.id, OTHERS)
        return Changes(self.path.id, proved, exhaustive and not self.inexact, bound, others)

    # --- search --------------------------------------------------------------------------------------------------

    def _search_outlook(self, states: int) -> tuple[bool, int]:
        """Changes under which some answers to what is not known lead to a yes: what was found so far leads to none."""
        self.candidates.clear()
        outlook = Outlook(self.situation)
        search = Search(self.situation, outlook, self.certain.faults, states, LARGEST)
        bound = 0
        for reached in search.run():
            bound = search.size if search.whole else bound
            self._judge_all(
                {name: value for name, value in moves.items() if value is UNKNOWN or outlook.moves(name)}
                for moves in reached
            )
            search.accepted[:] = {candidate.names for candidate in self.candidates.values()}
        self.inexact |= outlook.nearby.inexact
        return search.exhausted, bound

    def _search(self, search: Search, best: int, further: int) -> tuple[bool, int]:
        """Whether every change was looked at, and up to how many facts."""
        bound, last = 0, LARGEST
        for reached in search.run():
            bound = search.size if search.whole else bound
            self._judge_all(reached)
            yes = {candidate.names for candidate in self.candidates.values() if candidate.state == "yes"}
            # What is no longer refused is not looked at with more facts, unless it is certainty that is looked for.
            search.accepted[:] = (
                yes if search is self.certain else {candidate.names for candidate in self.candidates.values()}
            )
            if yes and last == LARGEST:
                last = bound + further
            if bound >= last or len(yes) >= best:
                break
        self.inexact |= self.lawful.nearby.inexact
        return search.exhausted, bound

    def _judge_all(self, reached: Iterable[Moves]) -> None:
        """Judge the sets of one size, the easiest first; of each set of facts a few values, until one leads to a yes."""
        tried: Counter[frozenset[str]] = Counter()
        for moves in sorted(reached, key=lambda moves: (self._effort(moves), len(moves))):
            names = moved(moves)
            if not names or any(c.names == names and c.state == "yes" for c in self.candidates.values()):
                continue
            if tried[names] == VALUES or tried.total() == JUDGED:
                self.inexact = True
                continue
            tried[names] += 1
            self._judge(moves, names)

    def _judge(self, moves: Moves, names: frozenset[str]) -> None:
        """Keep a set of changes under which the path does not say no any more."""
        key = frozenset(moves.items())
        given, _ = self.lawful.given(moves)
        case = self._case(moves, given)
        state = self._state(case)
        if state in RANK:
            effort = self._effort(moves)
            place = sorted(self.author[name] for name in names)
            order = (len(names), self._remote(names), RANK[state], effort, len(moves), place)
            self.candidates[key] = Candidate(moves, names, state, case, given, effort, order)

    def _effort(self, moves: Moves) -> int:
        return sum(map(self.lawful.effort, moved(moves)))

    def _remote(self, names: Iterable[str]) -> bool:
        """Whether a change is no paper to obtain and nothing to answer with yes or no, but another life."""
        return any(self.lawful.effort(name) == REMOTE and self.base.facts[name].type != "yes_no" for name in names)

    def _state(self, case: Case) -> State:
        """The state of the path, no where its goal is no longer the same."""
        try:
            situation = Situation(self.base, case, self.on, self.path.id, self.situation.network)
            if self.concerns is not None and situation.truth(self.concerns) is False:
                return "no"
            return state_of(situation, self.path)
        except BadInput:
            return "no"  # no single constraint forbids it, but several together

    def _closed(self, candidate: Candidate) -> bool:
        """Whether no answer to what is still open leads to a yes."""
        situation = Situation(self.base, candidate.case, self.on, self.path.id, self.situation.network)
        return not may_be_yes(situation, self.path)

    def _case(self, moves: Moves, given: Moves) -> Case:
        """The case with the changes; what no longer follows is left out."""
        kept = {name: value for name, value in self.case.facts.items() if given.get(name, UNKNOWN) == value}
        new = {name: value for name, value in moves.items() if value is not UNKNOWN}
        return dataclasses.replace(self.case, facts={**kept, **new}, places={})

    # --- choosing ------------------------------------------------------------------------------------------------

    def _proved(self, best: int) -> tuple[Change, ...]:
        """The best candidates that the engine confirms: few facts before many, certain before doubtful."""
        kept: list[Candidate] = []
        changes: list[Change] = []
        closed = 0
        for candidate in sorted(self.candidates.values(), key=lambda c: c.order):
            if len(changes) == best or closed == CLOSED:
                self.inexact |= closed == CLOSED
                break
            if self._dominated(candidate, kept) or self._unfinished(candidate) or self._dear(candidate):
                continue
            if candidate.state != "yes" and self._closed(candidate):
                self.closed = True
                closed += 1
                continue
            advice = self._engine(candidate.case)
            if advice.verdict.state == candidate.state:
                kept.append(candidate)
                changes.append(self._change(candidate, advice))
        return tuple(changes)

    @staticmethod
    def _dominated(candidate: Candidate, kept: Sequence[Candidate]) -> bool:
        """Whether fewer facts, or the same ones, lead to an answer that is as good."""
        return any(c.names <= candidate.names and RANK[c.state] <= RANK[candidate.state] for c in kept)

    def _unfinished(self, candidate: Candidate) -> bool:
        """Whether it is only the beginning of a change that answers what this one leaves open."""
        larger = (c for c in self.candidates.values() if candidate.names < c.names)
        return candidate.state == "depends_on_facts" and any(
            RANK[c.state] <= RANK[candidate.state] and all(name not in candidate.given for name in c.names - candidate.names)
            for c in larger
        )

    def _engine(self, case: Case) -> Advice:
        return advise(case, self.base, self.on, path=self.path.id)

    def _dear(self, candidate: Candidate) -> bool:
        """Whether a doubtful change takes no less effort than a certain one."""
        remote = self._remote(candidate.names)
        certain = [c.effort for c in self.candidates.values() if c.state == "yes" and self._remote(c.names) <= remote]
        return candidate.state != "yes" and candidate.effort >= min(certain, default=candidate.effort + 1)

    def _change(self, candidate: Candidate, advice: Advice) -> Change:
        decided = [d for d in advice.determinations if d.headline]
        names = sorted(candidate.names, key=self.author.__getitem__)
        search = self.certain if candidate.state == "yes" else self.possible
        reach = Reach(
            self.situation,
            search,
            candidate.moves,
            lambda moves: self._state(self._case(moves, self.lawful.given(moves)[0])) == candidate.state,
            lambda moves: self._engine(self._case(moves, self.lawful.given(moves)[0])).verdict.state == candidate.state,
        )
        return Change(
            facts=tuple(reach.changed(name, self.lawful.known[name], candidate.given) for name in names),
            effort=candidate.effort,
            asked_anew=tuple(n for n in self.author if n in self.lawful.known and n not in candidate.given),
            state=candidate.state,
            outcomes={d.id: d.outcome for d in decided if d.outcome is not None},
            missing=tuple(fact.fact for fact in advice.missing),
            questions=tuple(dict.fromkeys(q for d in decided if d.status == "depends" for q in d.open_questions)),
            case=candidate.case,
        )


def changes_of(base: RuleBase, case: Case, advice: Advice) -> Changes | None:
    """The smallest changes of a case whose advice says no; None where it does not.

    Where the answer rests on what has happened (a refusal, a contract that ended) there is no change to look for. What is
    being done and forbidden stops by an act: nobody becomes another person for that.
    """
    if advice.verdict.state != "no":
        return None
    answer = advice.answer
    if answer.because is not None and _rests_on_the_past(base, advice, answer.because):
        return Changes(answer.path, (), True, 0, happened=True)
    found = smallest_changes(case, base, advice.on, answer.path)
    if found is None or answer.state != "stop":
        return found
    near = (c for c in found.found if all(base.facts[f.fact].changeable < REMOTE for f in c.facts))
    return dataclasses.replace(found, found=tuple(near))


def _rests_on_the_past(base: RuleBase, advice: Advice, node: ProofNode) -> bool:
    """Whether a fact that tells what has happened is one of the grounds of a proof, or of what was decided and it names."""
    if node.truth != "true" or node.group == "not":
        return False
    if node.fact in base.facts:
        return base.facts[str(node.fact)].happened == "yes" and node.given != NONE_WORD
    name, children = str(node.outcome).partition(".")[0], node.children
    if node.outcome and not children:
        children = tuple(d.because for d in advice.determinations if d.id == name and d.because is not None)
    return any(_rests_on_the_past(base, advice, child) for child in children)
