"""Clauses over numbered statements, and what follows from some of them: unit propagation with two watched literals.

A literal is a statement or its complement (`n`, `-n`); a clause is a list of literals of which one at least is true.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Literal = int


class Clauses:
    """What is true of every case; then assumptions are made, and taken back.

    >>> law = Clauses()
    >>> rain, wet = law.statement(), law.statement()
    >>> law.add(-rain, wet)
    >>> law.assume([rain, -wet])
    False
    """

    def __init__(self) -> None:
        self.truth: list[int] = [0]  # by statement: 1 true, -1 false, 0 unknown
        self.contradictory = False  # no case at all satisfies the clauses
        self._watched: dict[Literal, list[list[Literal]]] = {}
        self._trail: list[Literal] = []
        self._done = 0

    def statement(self) -> int:
        """A new statement."""
        self.truth.append(0)
        return len(self.truth) - 1

    def value(self, literal: Literal) -> int:
        """1 where the literal is true, -1 where it is false, 0 where it is not known."""
        return self.truth[literal] if literal > 0 else -self.truth[-literal]

    def add(self, *literals: Literal) -> None:
        """One of these is true. Only while nothing is assumed: what is known by then is known of every case."""
        if any(self.value(literal) == 1 or -literal in literals for literal in literals):
            return
        clause = [literal for literal in dict.fromkeys(literals) if self.value(literal) == 0]
        if len(clause) == 1:
            self.contradictory |= not self._set(clause[0])
        elif clause:
            for literal in clause[:2]:
                self._watched.setdefault(literal, []).append(clause)
        else:
            self.contradictory = True

    def exactly_one(self, literals: Sequence[Literal]) -> None:
        """One of these is true, and only one."""
        self.add(*literals)
        for position, one in enumerate(literals):
            for other in literals[position + 1 :]:
                self.add(-one, -other)

    def equal(self, one: Literal, other: Literal) -> None:
        """Both are true or both are false."""
        self.add(-one, other)
        self.add(one, -other)

    def either(self, result: Literal, parts: Iterable[Literal]) -> None:
        """`result` is true where one of the parts is."""
        listed = list(parts)
        for part in listed:
            self.add(result, -part)
        self.add(-result, *listed)

    def every(self, result: Literal, parts: Iterable[Literal]) -> None:
        """`result` is true where each of the parts is."""
        self.either(-result, [-part for part in parts])

    # --- assumptions -----------------------------------------------------------------------------------------

    @property
    def mark(self) -> int:
        """Where the assumptions made so far end, for `back`."""
        return len(self._trail)

    def assume(self, literals: Iterable[Literal]) -> bool:
        """Add assumptions and all that follows; False where they cannot hold together."""
        return all(self._set(literal) for literal in literals) and self._propagate()

    def back(self, mark: int) -> None:
        """Take back every assumption made since `mark`."""
        for literal in self._trail[mark:]:
            self.truth[abs(literal)] = 0
        del self._trail[mark:]
        self._done = min(self._done, mark)

    def _set(self, literal: Literal) -> bool:
        value = self.value(literal)
        if value == 0:
            self.truth[abs(literal)] = 1 if literal > 0 else -1
            self._trail.append(literal)
        return value >= 0

    def _propagate(self) -> bool:
        while self._done < len(self._trail):
            literal = self._trail[self._done]
            if not self._falsified(-literal):
                return False
            self._done += 1
        return True

    def _falsified(self, literal: Literal) -> bool:
        """Look at the clauses that watch a literal which became false."""
        kept: list[list[Literal]] = []
        watchers = self._watched.get(literal, [])
        for position, clause in enumerate(watchers):
            if clause[0] == literal:
                clause[0], clause[1] = clause[1], clause[0]
            if self.value(clause[0]) == 1 or not self._rewatched(clause):
                kept.append(clause)
                if not self._set(clause[0]):
                    self._watched[literal] = kept + watchers[position + 1 :]
                    return False
        self._watched[literal] = kept
        return True

    def _rewatched(self, clause: list[Literal]) -> bool:
        """Watch another literal of the clause than the second one, if one is not false."""
        for position in range(2, len(clause)):
            if self.value(clause[position]) >= 0:
                clause[1], clause[position] = clause[position], clause[1]
                self._watched.setdefault(clause[1], []).append(clause)
                return True
        return False
