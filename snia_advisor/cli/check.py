"""`snia check CASE`: the advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .reply import Reply

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ..answer.page.page import Level
    from ..law.model.advice import Advice, PathConsidered
    from ..law.model.case import Case
    from ..law.rulebase.base import RuleBase

FORMATS = ("text", "json")
FACTS_MISSING = 3
FAILING = ("stop", "no")


def run(
    case: options.CaseFile,
    path: options.PathName = None,
    set_: options.Set = None,
    full: Annotated[bool, typer.Option("--full", help="opt_full")] = False,
    only: Annotated[str | None, typer.Option("--only", metavar="steps,papers,…", help="opt_only")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="opt_explain")] = False,
    output: options.Output = None,
    force: options.Force = False,
    json: options.Json = False,
    fail_on: Annotated[str | None, typer.Option("--fail-on", metavar="stop,no", help="opt_fail_on")] = None,
    ask: Annotated[bool, typer.Option("--ask", help="opt_ask")] = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> Reply:
    """Advise on a case; the exit code says whether facts or an open question remain."""
    from ..answer.advice.advise import advised, paths_of
    from ..answer.page.page import advice_page
    from ..questions.why.as_json import checked_json
    from ..questions.why.page_change import section_of
    from ..questions.why.smallest_change import changes_of
    from . import inputs

    if ask:
        _require_answers(case, json)
    asked_on = inputs.day(on)
    level: Level = "whole" if explain else "full" if full else "first"
    base = inputs.rule_base(rules)
    given = inputs.case(case, base, set_, path)
    failing, sections = _failing(fail_on), inputs.sections(only)
    if path is None and given.path is None and not ask:
        considered = paths_of(given, base, asked_on)
        if sum(one.concerned is not False for one in considered) > 1:
            return _which_path(base, case, given, asked_on, considered)
    answer = advised(given, base, asked_on, path=path)
    further = _further(answer.advice)
    if ask and (answer.advice.missing or further):
        from ..questions.ask.dialogue import converse

        told = converse(base, path, asked_on, given, source=case, further=further)
        if told is None:
            return Reply()
        answer, given = told
    advice = answer.advice
    smallest = changes_of(base, given, advice)
    return Reply(
        lambda: advice_page(base, answer, level, only=sections, case=case, change=section_of(smallest)),
        lambda: checked_json(base, advice, smallest),
        1 if advice.answer.state in failing else advice.exit_code,
    )


def _further(advice: Advice) -> tuple[str, ...]:
    """What to ask where the answer misses nothing: the facts that would make it more precise."""
    return () if advice.missing else tuple(fact for group in advice.sharpen for fact in group.facts)


def _which_path(base: RuleBase, case: str, given: Case, on: date | None, considered: Sequence[PathConsidered]) -> Reply:
    """Several paths may concern the case: name them, and answer none."""
    from datetime import date as day

    from ..answer.advice.paths import paths_json
    from ..answer.page.paths import paths_page
    from ..messages import language

    asked_on = on or given.on or day.today()
    return Reply(
        lambda: paths_page(base, language(), case, considered),
        lambda: paths_json(language(), asked_on, considered),
        FACTS_MISSING,
    )


def _failing(written: str | None) -> tuple[str, ...]:
    """The states of `--fail-on`. Raises `BadInput`."""
    from ..errors import BadInput

    states = tuple(written.split(",")) if written is not None else ()
    for state in states:
        if state not in FAILING:
            raise BadInput("fail_on_option", value=state)
    return states


def _require_answers(case: str, json: bool) -> None:
    """Refuse `--ask` where it cannot be answered, or where the conversation would stand among the result."""
    from ..errors import BadInput
    from ..questions.ask.terminal import require_terminal

    if json:
        raise BadInput("ask_json")
    require_terminal(case)
