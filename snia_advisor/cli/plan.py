"""`snia plan CASE`: the dated procedure, the papers, the questions for the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .reply import Reply

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from ..law.model.advice import Advice
    from ..law.model.case import Case
    from ..law.rulebase.base import RuleBase

FORMATS = ("text", "json", "ics")


def run(
    case: options.CaseFile,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", help="opt_plan_from")] = None,
    event: Annotated[list[str] | None, typer.Option("--event", metavar="NAME=DATE", help="opt_event")] = None,
    days: Annotated[str | None, typer.Option("--days", metavar="FILE", help="opt_days")] = None,
    path: options.PathName = None,
    set_: options.Set = None,
    explain: Annotated[bool, typer.Option("--explain", help="opt_plan_explain")] = False,
    format_: Annotated[str | None, typer.Option("--format", metavar="text|json|ics", help="opt_format")] = None,
    json: options.Json = False,
    output: options.Output = None,
    force: options.Force = False,
    on: options.On = None,
    rules: options.Rules = None,
) -> Reply:
    """Plan a case; the exit code is that of the advice."""
    from ..answer.advice.advise import advised
    from ..answer.deciding.situation import case_identity
    from ..answer.planning.plan import plan_of
    from ..answer.telling.output import complain
    from ..answer.timing.timing import Timing
    from ..messages import say
    from ..questions.plan.ics import plan_calendar, plan_events
    from ..questions.plan.page import plan_page
    from . import inputs

    _check_format(format_, json)
    start, asked_on = inputs.day(from_), inputs.day(on)
    base = inputs.rule_base(rules)
    asked = inputs.case(case, base, set_, path)
    timing = Timing(start, _events(event or [], base, asked), inputs.local_days(days, base))
    answer = advised(asked, base, asked_on, path=path, timing=timing)
    advice = answer.advice
    _check_events(advice, base, timing.events)
    plan = plan_of(answer, base, timing)
    identity = case_identity(asked)
    if format_ == "ics" and not plan_events(base, plan, identity):
        complain(say("ics_none"))
    return Reply(
        lambda: plan_page(base, answer, plan, explain),
        lambda: plan.to_json(),
        advice.exit_code,
        others={"ics": lambda: plan_calendar(base, plan, identity)},
    )


# --- what is asked -----------------------------------------------------------------------------------------------


def _check_format(written: str | None, json: bool) -> None:
    from ..errors import BadInput
    from ..law.logic.reading import nearest

    if written is not None and written not in FORMATS:
        raise BadInput("format_unknown", value=written, nearest=nearest(written, FORMATS))
    if json and written not in (None, "json"):
        raise BadInput("format_and_json", value=written)


def _events(written: Sequence[str], base: RuleBase, case: Case) -> dict[str, date]:
    """What has happened, by event or by `procedure.event`. Raises `BadInput`."""
    from ..errors import BadInput

    told: dict[str, date] = {}
    for one in written:
        name, equals, value = (part.strip() for part in one.partition("="))
        if not (name and equals and value):
            raise BadInput("event_form", value=one)
        _check_name(name, base)
        if name in told:
            raise BadInput("event_twice", name=name)
        told[name] = _date(name, value)
        _check_fact(name, told[name], base, case)
    return told


def _check_name(name: str, base: RuleBase) -> None:
    from ..errors import BadInput
    from ..law.logic.reading import nearest

    procedure, dot, event = name.rpartition(".")
    if dot and procedure not in base.procedures:
        raise BadInput("event_unknown", name=name, nearest=f"{nearest(procedure, base.procedures)}.{event}")
    if event not in base.events:
        raise BadInput("event_unknown", name=name, nearest=procedure + dot + nearest(event, base.events))


def _date(name: str, written: str) -> date:
    from ..errors import BadInput
    from ..law.model.values import read_date

    try:
        return read_date(written)
    except ValueError:
        raise BadInput("event_date", name=name, value=written) from None


def _check_fact(name: str, told: date, base: RuleBase, case: Case) -> None:
    """The case may know the date of the event already: two dates would be one too many."""
    from datetime import date

    from ..errors import BadInput

    fact = base.events[name.rpartition(".")[2]].fact
    given = case.facts.get(fact) if fact else None
    if isinstance(given, date) and given != told:
        raise BadInput("event_and_fact", name=name, fact=fact, given=given.isoformat(), told=told.isoformat())


def _check_events(advice: Advice, base: RuleBase, events: Mapping[str, date]) -> None:
    """An event that happens in several procedures of the case needs the name of one."""
    from ..answer.timing.schedule import ambiguous
    from ..errors import BadInput

    for name, names in ambiguous(advice, base, events).items():
        raise BadInput("event_several", name=name, names=", ".join(names))
