"""What is declared is used: by another entry, every rule by a determination of a path, every proof by a step."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...law.logic.network import LabelKind, Network
from ...law.model.answer import VALUE
from ...law.rulebase.base import RuleBase
from ...law.rulebase.proofs import missing_proofs
from .findings import RuleFinding, finding

KINDS = (
    "fact", "source", "parameter", "derived", "document", "authority", "event", "list", "open_question", "procedure",
    "determination", "feast",
)  # fmt: skip
# Read by the program itself: how far the dossier reaches, and from when its coverage is checked.
BUILT_IN = {("parameter", "law_known_to"), ("parameter", "law_notes_to"), ("parameter", "law_checked_from")}


def check_usage(base: RuleBase) -> Iterator[RuleFinding]:
    """Findings U001, U002 and U003."""
    words: dict[str, set[tuple[str, str]]] = {}
    for kind, table in base.raws.items():
        if kind == "order":
            continue  # it names every fact, used or not
        for name, raw in table.items():
            for word in _words(raw.body):
                words.setdefault(word, set()).add((kind, name))
    for kind in KINDS:
        for name, raw in base.raws[kind].items():
            users = words.get(name, set()) - {(kind, name)}
            if not users and (kind, name) not in BUILT_IN:
                from ...messages import say

                yield finding("U001", raw, kind=say("kind_" + kind), name=name)
    reached = _rules_reached(base)
    for name, raw in base.raws["rule"].items():
        if name not in reached:
            yield finding("U002", raw, name=name)
    for raw in base.raws["procedure"].values():
        for step in raw.body["steps"]:
            for paper, rules in missing_proofs(base.raws, raw, step) if "proofs_of" in step else ():
                yield finding("U003", raw, name=paper.id, rules=", ".join(rules), step=step["step"])


def _words(node: Any) -> Iterator[str]:
    """Every name that an entry may mention: keys and scalars, without `$` or article; values that a title holds."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield str(key)
            yield from _words(value)
    elif isinstance(node, list):
        for item in node:
            yield from _words(item)
    else:
        yield str(node).removeprefix("$").split("#")[0]
        yield from VALUE.findall(str(node))


def _rules_reached(base: RuleBase) -> set[str]:
    """The rules under the answers, the determinations and the procedures of the paths."""
    network = Network(base)
    roots: list[int] = []
    for answer in base.answers.values():
        roots += [*network.answer(answer.id).values(), *network.bars(answer.id)]
        roots += [network.written(bar.still) for bar in answer.bars if bar.still is not None]
        roots += [network.rule(one.rule) for outcome in answer.outcomes.values() for one in outcome.forbids]
        roots += [node for name in answer.progress for node in network.determination(name).values()]
    for path in base.paths.values():
        for name in path.determinations:
            roots += network.determination(name).values()
        roots.append(network.written(path.concerns))
        for name in path.procedures:
            roots += [network.written(condition) for condition in base.procedures[name].conditions()]
    return set(network.labels_below(roots, LabelKind.RULE))
