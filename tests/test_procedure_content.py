"""The procedures as they are written: a dated plan can be made of them."""

from __future__ import annotations

from collections.abc import Iterator

from snia_advisor.law.model.entries import Procedure
from snia_advisor.law.model.steps import Step
from snia_advisor.law.rulebase.base import RuleBase

# What comes from outside and has no date in a case: each says so in a comment where it is declared.
OUTSIDE = {"worker_data_changed"}


def steps(rules: RuleBase) -> Iterator[tuple[Procedure, Step]]:
    """Every step, with its procedure."""
    for procedure in rules.procedures.values():
        for step in procedure.steps:
            yield procedure, step


def before(procedure: Procedure, step: Step) -> tuple[str, ...]:
    """The steps that come first: those that are named, else the one before."""
    if step.after is not None:
        return step.after
    names = [one.step for one in procedure.steps]
    place = names.index(step.step)
    return tuple(names[place - 1 : place]) if place else ()


def test_every_event_that_starts_a_clock_can_be_dated(rules: RuleBase) -> None:
    brought = {event for _, step in steps(rules) for event in step.brings}
    started = {event for _, step in steps(rules) if step.starts_when for event in step.starts_when.last_of}
    undated = {event for event in started if rules.events[event].fact is None and event not in brought}
    assert undated == OUTSIDE


def test_the_fact_of_an_event_or_of_a_paper_is_a_date(rules: RuleBase) -> None:
    dates = {name for table in (rules.facts, rules.derived) for name, fact in table.items() if fact.type == "date"}
    assert {event.fact for event in rules.events.values() if event.fact} <= dates
    assert {paper.expires for paper in rules.documents.values() if paper.expires} <= dates


def test_a_delay_has_a_start_and_a_start_has_a_delay(rules: RuleBase) -> None:
    assert [(p.id, s.step) for p, s in steps(rules) if (s.delay is None) != (s.starts_when is None)] == []


def test_nothing_waits_for_a_step_beside_the_way(rules: RuleBase) -> None:
    """A step beside the way may only be followed by another one."""
    wrong = []
    for procedure, step in steps(rules):
        beside = {one.step for one in procedure.steps if one.beside}
        if not step.beside and beside & set(before(procedure, step)):
            wrong.append((procedure.id, step.step))
    assert wrong == []


def test_every_procedure_has_a_way_to_its_end(rules: RuleBase) -> None:
    assert [p.id for p in rules.procedures.values() if all(step.beside for step in p.steps)] == []


def test_no_procedure_waits_for_itself(rules: RuleBase) -> None:
    waits = {p.id: {name for step in p.steps for name in step.after_procedures} for p in rules.procedures.values()}
    reached = {name: set(others) for name, others in waits.items()}
    for _ in waits:
        for others in reached.values():
            others |= {further for other in others for further in waits[other]}
    assert [name for name, others in reached.items() if name in others] == []


def test_a_step_and_the_procedures_it_waits_for_meet_in_a_path(rules: RuleBase) -> None:
    """A link between procedures that no path holds together would never order anything."""
    together = [set(path.procedures) for path in rules.paths.values()]
    lonely = [
        (procedure.id, step.step)
        for procedure, step in steps(rules)
        if step.after_procedures
        and not any(procedure.id in names and names & set(step.after_procedures) for names in together)
    ]
    assert lonely == []
