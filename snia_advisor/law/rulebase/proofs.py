"""The papers that prove a finding, written once: a step that says `proofs_of` a determination asks for those of its rules.

They are put into the step when the files are read, so that nothing below knows that they were not written by hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ...errors import RuleBaseError
from ..logic.reading import known
from .base import Raw
from .strict_yaml import YamlList, YamlMap

Raws = Mapping[str, Mapping[str, Raw]]


def add_proofs(raws: Raws) -> None:
    """Put into every step that has `proofs_of` the papers of the rules that its determination collects."""
    for raw in raws["procedure"].values():
        for step in _steps(raw):
            if "proofs_of" in step:
                proofs = [_paper(paper, rules) for paper, rules in missing_proofs(raws, raw, step) if "lodged" in paper.body]
                step.setdefault("documents", YamlList()).extend(proofs)


def missing_proofs(raws: Raws, raw: Raw, step: Mapping[str, Any]) -> Iterator[tuple[Raw, list[str]]]:
    """The papers that prove what a step has `proofs_of`, and that it does not name itself; with the rules they prove.

    Raises `RuleBaseError` when there is no such determination.
    """
    place = f"{raw.file}:{step.key_lines['proofs_of'] if isinstance(step, YamlMap) else raw.line}"
    name = str(step["proofs_of"])
    known("unknown_name", name, raws["determination"], RuleBaseError, place=place, entry=raw.id, what="determination")
    proved: dict[str, list[str]] = {}
    for rule in raws["determination"][name].body.get("collect") or ():
        declared = raws["rule"].get(str(rule))
        for paper in declared.body.get("proof_documents") or () if declared else ():
            proved.setdefault(str(paper), []).append(str(rule))
    named = {str(paper["document"]) for paper in step.get("documents") or ()}
    for paper, rules in proved.items():
        if paper in raws["document"] and paper not in named:
            yield raws["document"][paper], rules


def _paper(paper: Raw, rules: list[str]) -> YamlMap:
    """The paper as a step asks for it: how it is lodged, where one of the rules holds."""
    made = YamlMap(paper.line)
    made.update({"document": paper.id, **paper.body["lodged"], "when": rules[0] if len(rules) == 1 else {"any": rules}})
    made.key_lines.update(dict.fromkeys(made, paper.line))
    return made


def _steps(raw: Raw) -> Iterator[YamlMap]:
    steps = raw.body.get("steps")
    yield from (step for step in steps if isinstance(step, YamlMap)) if isinstance(steps, list) else ()
