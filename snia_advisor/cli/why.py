"""`snia why CASE [DETERMINATION [OUTCOME]]`: why, why not, or what would turn a no into a yes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from . import options

if TYPE_CHECKING:
    from ..law.model.advice import Advice
    from ..law.model.case import Case
    from ..law.rulebase.base import RuleBase
    from ..questions.why.smallest_change import Changes


def run(
    case: options.CaseFile,
    determination: Annotated[str | None, typer.Argument(metavar="DETERMINATION", help="arg_determination")] = None,
    outcome: Annotated[str | None, typer.Argument(metavar="OUTCOME", help="arg_outcome")] = None,
    path: options.PathName = None,
    set_: options.Set = None,
    json: options.Json = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> int:
    """Explain one determination, or the smallest change; the exit code is that of the advice for what was asked."""
    from ..answer.advice.advise import advise
    from ..answer.telling.output import emit_document, emit_json
    from ..questions.why.page import asked_nodes, determination_of, exit_code, wants_sets, why_json, why_page
    from ..questions.why.why_not import why_not
    from . import inputs

    date = inputs.day(on)
    base = inputs.rule_base(rules)
    given = inputs.case(case, base, set_)
    advice = advise(given, base, date, path=path)
    if determination is None:
        return _smallest_change(base, given, advice, json)
    asked = determination_of(base, advice, determination)
    nodes = asked_nodes(base, asked, outcome)
    sets = None
    if outcome is not None and wants_sets(asked, outcome):
        sets = why_not(given, base, advice.on, path or given.path, asked.id, outcome)
    if json:
        emit_json(why_json(base, advice, asked, outcome, nodes, sets))
    else:
        emit_document(why_page(base, advice, asked, outcome, nodes, sets))
    return exit_code(asked)


def changes_of(base: RuleBase, case: Case, advice: Advice) -> Changes | None:
    """The smallest changes of a case whose advice says no; None where it does not."""
    from ..questions.why.smallest_change import smallest_changes

    if advice.verdict.state != "no":
        return None
    return smallest_changes(case, base, advice.on, advice.verdict.path)


def _smallest_change(base: RuleBase, case: Case, advice: Advice, json: bool) -> int:
    from ..answer.telling.output import emit_document, emit_json
    from ..questions.why.page_change import change_json, change_page

    changes = changes_of(base, case, advice)
    if json:
        emit_json(change_json(base, advice, changes))
    else:
        emit_document(change_page(base, advice, changes))
    return advice.exit_code
