"""What to do after each answer: no outcome leaves the reader without an act, and every act can be done by somebody."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.model.steps import Step
from ...law.model.values import Text
from ...law.rulebase.base import RuleBase
from ...law.rulebase.strict_yaml import line_of
from ...messages import LANGUAGES
from ...messages.imperatives import first_word, is_first_word
from .findings import RuleFinding, finding


def check_acts(base: RuleBase) -> Iterator[RuleFinding]:
    """Findings P001 to P004."""
    yield from _outcomes(base)
    for name, act in base.acts.items():
        for text in (act.text, act.too_late):
            yield from _imperative(base, "act", name, text)
    for name, procedure in base.procedures.items():
        for index, step in enumerate(procedure.steps):
            if step.actor != "authority":
                yield from _step(base, name, index, step)


def _outcomes(base: RuleBase) -> Iterator[RuleFinding]:
    """An outcome has acts, or opens a procedure, or says that there is nothing to do; an act that is a step is opened."""
    for path, answer in base.answers.items():
        raw = base.raws["answer"][path]
        for name, outcome in answer.outcomes.items():
            line = line_of(raw.body, ("outcomes", name), raw.line)
            if not (outcome.acts or outcome.opens or outcome.nothing_to_do):
                yield finding("P001", raw, line, name=path, outcome=name)
            for act in outcome.acts:
                step = base.acts[act].step
                if step and step.partition(".")[0] not in outcome.opens:
                    yield finding("P004", raw, line, name=path, outcome=name, act=act, procedure=step.partition(".")[0])


def _step(base: RuleBase, name: str, index: int, step: Step) -> Iterator[RuleFinding]:
    raw = base.raws["procedure"][name]
    yield from _imperative(base, "procedure", name, step.title, line_of(raw.body, ("steps", index), raw.line))
    if step.authority is None and step.place is None:
        yield finding("P003", raw, line_of(raw.body, ("steps", index), raw.line), name=f"{name}.{step.step}")


def _imperative(base: RuleBase, kind: str, name: str, text: Text | None, line: int | None = None) -> Iterator[RuleFinding]:
    raw = base.raws[kind][name]
    for lang in LANGUAGES if text else ():
        assert text is not None
        if not is_first_word(text.to(lang), lang):
            yield finding("P002", raw, line or raw.line, text=text.to(lang), word=first_word(text.to(lang)), which=lang)
