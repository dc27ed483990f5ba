"""`snia whatif CASE [--set FACT=VALUE]`: the case with and without a change, or what each single change would do."""

from __future__ import annotations

from . import options
from .reply import Reply


def run(
    case: options.CaseFile,
    set_: options.Set = None,
    path: options.PathName = None,
    full: options.FullComparison = False,
    json: options.Json = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> Reply:
    """Try changes of a case. The exit code is 0 whatever they change."""
    from ..answer.advice.advise import advised
    from ..law.rulebase.case_file import with_facts
    from ..messages import say
    from ..questions.compare.as_json import compare_json, table_json
    from ..questions.compare.differences import compare
    from ..questions.compare.page import compare_page
    from ..questions.compare.page_first import compare_first
    from ..questions.compare.page_table import table_first
    from ..questions.compare.page_whatif import table_page
    from ..questions.compare.whatif import one_fact_changes
    from . import inputs

    date = inputs.day(on)
    base = inputs.rule_base(rules)
    given = inputs.case(case, base, path=path)
    changed = with_facts(given, set_ or [], base, path)
    answer = advised(given, base, date, path=path)
    advice = answer.advice
    if not set_:
        table = one_fact_changes(base, given, advice, path)
        return Reply(
            lambda: table_page(base, table, advice) if full else table_first(base, table, given, advice),
            lambda: table_json(base, table, advice),
        )
    other = advised(changed, base, date, path=path)
    comparison = compare(given, advice, changed, other.advice)
    names = [say("whatif_as_it_is"), say("whatif_changed")]
    return Reply(
        lambda: (
            compare_page(base, comparison, answer, other, names)
            if full
            else compare_first(base, comparison, (given, changed), (advice, other.advice))
        ),
        lambda: compare_json(base, comparison, advice, other.advice),
    )
