"""Kleene's truth: true, false or unknown, and the shapes in which it is written.

One truth is `True`, `False` or `None`; the truths of many cases at once are two bit masks `(t, f)`: in which of the cases
it is true, and in which it is false. A case in neither is unknown there. On a page a truth is a word.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..model.proof import Truth

Kleene = bool | None
Masks = tuple[int, int]

TRUE_MASKS: Masks = (1, 0)
FALSE_MASKS: Masks = (0, 1)
UNKNOWN_MASKS: Masks = (0, 0)
_MASKS: dict[Kleene, Masks] = {True: TRUE_MASKS, False: FALSE_MASKS, None: UNKNOWN_MASKS}
_WORDS: dict[Kleene, Truth] = {True: "true", False: "false", None: "unknown"}


def opposite(truth: Kleene) -> Kleene:
    """Kleene's not: what is unknown stays unknown."""
    return None if truth is None else not truth


def signed(edge: int, truth: Kleene) -> Kleene:
    """The truth of a signed edge, given that of its node.

    >>> signed(7, True), signed(~7, True), signed(~7, None)
    (True, False, None)
    """
    return truth if edge >= 0 else opposite(truth)


def conjunction(truths: Iterable[Kleene]) -> Kleene:
    """Kleene's and: false where one is false, true where each is true (so of none at all)."""
    seen = set(truths)
    return False if False in seen else None if None in seen else True


def disjunction(truths: Iterable[Kleene]) -> Kleene:
    """Kleene's or: true where one is true, false where each is false (so of none at all)."""
    seen = set(truths)
    return True if True in seen else None if None in seen else False


def either(true: bool, false: bool) -> Kleene:
    """The truth of what is shown to be true, or shown to be false, or neither."""
    return True if true else False if false else None


def masks_of(truth: Kleene) -> Masks:
    """The truth of one case as masks."""
    return _MASKS[truth]


def truth_of(masks: Masks, case: int = 0) -> Kleene:
    """The truth in one case, by its number."""
    true, false = masks
    return either(bool(true >> case & 1), bool(false >> case & 1))


def word_of(truth: Kleene) -> Truth:
    """`true`, `false` or `unknown`, as an advice writes it."""
    return _WORDS[truth]
