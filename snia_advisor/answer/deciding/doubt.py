"""Whether what is proved rests on a doubt: a reading that was recorded of an open question, or a rule that is not sure.

Both are taken for unknown, and what is proved is proved again. So a doubt far below a determination is seen, and one beside
which another ground holds is not. An alarm that is passed over stays so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from ...law.logic.conditions import ReadingIs
from ...law.logic.evaluate import evaluate
from ...law.logic.network import LabelKind
from ...law.logic.truth import TRUE_MASKS, UNKNOWN_MASKS
from ...law.model.values import Confidence
from .situation import Situation


def rests_on_doubt(situation: Situation, index: int, recorded: Set[str]) -> bool:
    """Whether a node that is true would be unknown without the readings of the questions `recorded` and the unsure rules.

    A rule that does not hold is no doubt: its facts are otherwise, however sure it is.
    """
    order = situation.network.below([index])
    masks = situation.masks(order)
    truth = evaluate(situation.network, order, masks)
    unsure = (n for n in _unsure_rules(situation, order) if truth[n] == TRUE_MASKS)
    doubts = dict.fromkeys([*unsure, *_readings(situation, order, recorded)], UNKNOWN_MASKS)
    return bool(doubts) and evaluate(situation.network, order, masks | doubts)[index] != TRUE_MASKS


def _unsure_rules(situation: Situation, order: Iterable[int]) -> Iterator[int]:
    rules, nodes = situation.base.rules, situation.network.nodes
    for index in order:
        label = nodes[index].label
        if label and label.kind == LabelKind.RULE and rules[label.name].confidence is not Confidence.high:
            yield index


def _readings(situation: Situation, order: Iterable[int], recorded: Set[str]) -> Iterator[int]:
    for index in situation.network.atoms(order):
        atom = situation.network.nodes[index].atom
        if isinstance(atom, ReadingIs) and atom.question in recorded:
            yield index
