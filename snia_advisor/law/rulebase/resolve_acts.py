"""What acts and deadlines name is resolved when the rule base is loaded."""

from __future__ import annotations

from typing import Any

from ..model.act import Act, PersonalDeadline
from .base import Raw
from .names import Names


def act_names(resolver: Names, raw: Raw, act: Act) -> None:
    """Every name that an act gives. Raises `RuleBaseError`."""
    base, dates = resolver.base, resolver.date_names()
    if act.step:
        step_name(resolver, raw, ("step",), act.step)
    if act.authority:
        resolver.known(raw, ("authority",), [act.authority], base.authorities, "authority")
    if act.waits_for:
        resolver.known(raw, ("waits_for",), [act.waits_for], base.events, "event")
    resolver.known(raw, ("by",), act.by, dates, "fact")
    resolver.known(raw, ("not_before",), [act.not_before] if act.not_before else [], dates, "fact")
    resolver.known(raw, ("price",), act.price, base.rules, "rule")


def deadline_names(resolver: Names, raw: Raw, deadline: PersonalDeadline) -> None:
    """Every name that a deadline gives. Raises `RuleBaseError`."""
    dates = resolver.date_names()
    resolver.known(raw, ("date",), [deadline.date], dates, "fact")
    resolver.known(raw, ("act_by",), [deadline.act_by] if deadline.act_by else [], dates, "fact")


def step_name(resolver: Names, raw: Raw, path: tuple[Any, ...], name: str) -> None:
    """`procedure.step` is a step of a procedure. Raises `RuleBaseError`."""
    procedure, _, step = name.partition(".")
    resolver.known(raw, path, [procedure], resolver.base.procedures, "procedure")
    steps = dict.fromkeys(one.step for one in resolver.base.procedures[procedure].steps)
    resolver.known(raw, path, [step], steps, "step")
