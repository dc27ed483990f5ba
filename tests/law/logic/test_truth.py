"""Kleene's truth in each of its shapes, and that no other file converts between them."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from snia_advisor.law.logic.truth import (
    UNKNOWN_MASKS,
    Kleene,
    conjunction,
    disjunction,
    either,
    masks_of,
    opposite,
    signed,
    truth_of,
    word_of,
)

PACKAGE = Path(__file__).parents[3] / "snia_advisor"
TRUTHS: tuple[Kleene, ...] = (True, False, None)


def completions(truths: tuple[Kleene, ...]) -> list[tuple[bool, ...]]:
    """Every way in which the unknown ones may turn out."""
    return list(product(*((True, False) if truth is None else (truth,) for truth in truths)))


@pytest.mark.parametrize("truths", [t for n in range(4) for t in product(TRUTHS, repeat=n)], ids=str)
def test_and_and_or_are_what_every_completion_agrees_on(truths: tuple[Kleene, ...]) -> None:
    for said, decide in ((conjunction(iter(truths)), all), (disjunction(iter(truths)), any)):
        outcomes = {decide(completion) for completion in completions(truths)}
        assert said is (outcomes.pop() if len(outcomes) == 1 else None)


def test_not_leaves_unknown_unknown() -> None:
    assert [opposite(truth) for truth in TRUTHS] == [False, True, None]
    for node in (0, 3):  # the first node is not the negation of anything
        assert [signed(node, truth) for truth in TRUTHS] == [True, False, None]
        assert [signed(~node, truth) for truth in TRUTHS] == [False, True, None]


def test_masks_hold_a_truth_for_each_case() -> None:
    assert [masks_of(truth) for truth in TRUTHS] == [(1, 0), (0, 1), UNKNOWN_MASKS]
    assert [truth_of(masks_of(truth)) for truth in TRUTHS] == list(TRUTHS)
    assert [truth_of((0b101, 0b010), case) for case in range(4)] == [True, False, True, None]


def test_a_truth_has_a_word() -> None:
    assert [word_of(truth) for truth in TRUTHS] == ["true", "false", "unknown"]
    assert [either(True, False), either(False, True), either(False, False)] == [True, False, None]


def test_truths_are_converted_in_one_place() -> None:
    """`{True: ...}` and `None if truth is None else not truth` stood in six files."""
    converts = re.compile(r"\{True: [\"(].*None:|True if true else False|is None else not \w+")
    words = re.compile(r"collect_")  # the words of a collect are sentences of the catalogue
    lines = [
        f"{file.relative_to(PACKAGE).as_posix()}:{number}"
        for file in sorted(PACKAGE.rglob("*.py"))
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if file.name != "truth.py" and converts.search(line) and not words.search(line)
    ]
    assert lines == []
