"""What the steps cost, and who pays."""

from __future__ import annotations

from collections.abc import Iterator

from ...law.model.advice import Advice, StepAdvice
from ...messages.formats import money_text
from ..telling.view import View
from ..telling.words import BULLET
from .amounts import amounts
from .doing.procedures import fee_text


def fees(view: View, advice: Advice) -> Iterator[str]:
    """The fees of the steps that are sure, each once and in a few words; one that is not published is said to be so."""
    told = dict.fromkeys(
        view.say("comparison", title=_desk(view, step) or step.title, demand=_amount(view, step)) for step in _paid(advice)
    )
    yield from told


def costs(view: View, advice: Advice) -> None:
    """Each fee with its step, who pays it and its note; then the amounts of money, with their computation."""
    paid = list(_paid(advice))
    view.page.heading(view.say("head_costs"))
    if not paid:
        view.page.para(view.say("first_no_cost"))
    for step in paid:
        assert step.fee is not None, "it was chosen for its fee"
        text = view.say("comparison", title=step.title, demand=fee_text(view, step.fee))
        view.page.para(view.say("cost_paid_by", text=text, who=view.who(step.actor)), mark=BULLET)
        view.cited(step.fee.sources, 1)
    amounts(view, advice.amounts)


def _paid(advice: Advice) -> Iterator[StepAdvice]:
    steps = (step for procedure in advice.procedures if procedure.certain for step in procedure.steps)
    return (step for step in steps if step.fee is not None and not step.only_if)


def _amount(view: View, step: StepAdvice) -> str:
    published = step.fee is not None and step.fee.amount is not None
    return money_text(step.fee.amount, view.lang) if published and step.fee else view.say("first_fee_unpublished")  # type: ignore[arg-type]


def _desk(view: View, step: StepAdvice) -> str | None:
    declared = view.base.authorities[step.authority] if step.authority else None
    return declared.called.to(view.lang) if declared else None
