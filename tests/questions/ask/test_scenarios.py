"""The real law: a sample of the scenarios played as interviews, their facts given as answers.

A scenario may leave unsaid a fact that another of its facts makes needless through a constraint: who lives here since 2025
has not worked here since 2010. A person is asked that fact all the same, and knows it; nothing waits for the other one.
"""

from __future__ import annotations

import gc
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.answer.deciding.standing import standing
from snia_advisor.law.model.case import Case
from snia_advisor.law.model.values import Records
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import read_case
from snia_advisor.questions.ask.interview import Interview
from snia_advisor.questions.ask.what_it_settles import contains

ROOT = Path(__file__).parents[3] / "scenarios"
FILES = sorted(ROOT.rglob("*.yaml"))
STEP = 16  # every so many scenarios of each path; the whole suite is a measure of its own
SAMPLE = [file for path in sorted(ROOT.iterdir()) for file in sorted(path.rglob("*.yaml"))[3::STEP]]
ADVISED = SAMPLE[::5]
MOST_SECONDS = 0.1


@dataclass
class Played:
    """What happened in one interview."""

    interview: Interview
    wanted: Case
    asked: list[str] = field(default_factory=list)
    bounds: list[tuple[int, int]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)
    unasked: list[str] = field(default_factory=list)  # asked although nothing waited for it
    unsettled: list[str] = field(default_factory=list)


def play(rules: RuleBase, file: Path) -> Played:
    case = read_case(file.read_text(encoding="utf-8"), file.name, rules)
    path = case.path or file.relative_to(ROOT).parts[0]
    # What contradicts the path that is named is said at the beginning: naming a path says something.
    said = {name: value for name, value in case.facts.items() if name in rules.paths[path].gives}
    known = Situation(rules, case, case.on, path).facts.given  # type: ignore[arg-type]
    played = Played(Interview(rules, path, case.on, Case(said, readings=case.readings)), case)
    talk = played.interview
    while (question := talk.next()) is not None:
        played.asked.append(question.fact)
        played.bounds.append((talk.asked, talk.at_most))
        if not any(question.fact in missing for missing in talk.standing.missing.values()):
            played.unasked.append(question.fact)
        before = time.process_time()
        if question.fact in known:
            talk.answer(known[question.fact])
            for one in question.settles:
                outcome = talk.standing.dependences[one.determination].outcome
                if contains(one.answer, known[question.fact]) and outcome != one.outcome:
                    played.unsettled.append(f"{question.fact}: {one}, but {outcome}")
        else:
            talk.dont_know()
        talk.next()
        played.seconds.append(time.process_time() - before)
    return played


@pytest.fixture(scope="module")
def games(rules: RuleBase) -> dict[Path, Played]:
    gc.collect()
    gc.freeze()  # the rule base stays: a collection in the middle of a question would measure the tests before this one
    try:
        return {file: play(rules, file) for file in SAMPLE}
    finally:
        gc.unfreeze()


def test_the_sample_has_every_path(rules: RuleBase) -> None:
    assert {file.relative_to(ROOT).parts[0] for file in SAMPLE} == set(rules.paths)
    assert len(SAMPLE) > 60


def test_only_what_can_matter_is_asked(games: dict[Path, Played]) -> None:
    assert {file.stem: played.unasked for file, played in games.items() if played.unasked} == {}
    assert all(len(set(played.asked)) == len(played.asked) for played in games.values())


def test_the_bound_is_never_too_low(games: dict[Path, Played]) -> None:
    for file, played in games.items():
        total = len(played.asked)
        assert [number for number, _ in played.bounds] == list(range(1, total + 1)), file.stem
        assert all(number + more >= total for number, more in played.bounds), file.stem


def test_what_is_said_to_settle_settles(games: dict[Path, Played]) -> None:
    assert {file.stem: played.unsettled for file, played in games.items() if played.unsettled} == {}


def test_nothing_that_still_matters_is_forgotten(games: dict[Path, Played]) -> None:
    for file, played in games.items():
        left = {fact for missing in played.interview.standing.missing.values() for fact in missing}
        assert left <= set(played.interview.unknown), file.stem


def needless(played: Played) -> set[str]:
    """Facts that the scenario does not say, and that its other facts make needless by a constraint."""
    talk = played.interview
    whole = standing(talk._advisor, Situation(talk.rules, played.wanted, talk.on, talk.path, talk._advisor.network))
    left = {fact for missing in talk.standing.missing.values() for fact in missing}
    return left - {fact for missing in whole.missing.values() for fact in missing}


def test_the_interview_ends_where_the_scenario_does(games: dict[Path, Played]) -> None:
    """Every headline determination has the outcome, or the outcomes and doubts, of `check` on the scenario's case."""
    tied = 0
    for file, played in games.items():
        talk = played.interview
        whole = standing(talk._advisor, Situation(talk.rules, played.wanted, talk.on, talk.path, talk._advisor.network))
        unsaid = needless(played)
        tied += bool(unsaid)
        for name, wanted in whole.dependences.items():
            found = talk.standing.dependences[name]
            # Alarms that the scenario raises are not asked for: only what the answer depends on is.
            if name == talk.path and wanted.outcome and talk.rules.answers[name].outcomes[wanted.outcome].alarm:
                continue
            if name == talk.path and talk.standing.states[name].by_state:
                # The answer is known whichever of its outcomes is reached: nothing more is asked for it.
                assert talk.standing.states[name].state == whole.states[name].state, file.stem
                assert set(wanted.possible) <= set(found.possible), file.stem
                continue
            if name == talk.path and talk.standing.states[name].state == whole.states[name].state == "not_covered":
                # No law for that day: nothing is asked, so the facts leave open more than the scenario's do.
                assert set(wanted.possible) <= set(found.possible), file.stem
                continue
            if unsaid & set(talk.standing.missing[name]):
                assert set(wanted.possible) <= set(found.possible), (file.stem, name)
                continue
            assert (found.outcome, set(found.possible), set(found.questions)) == (
                wanted.outcome, set(wanted.possible), set(wanted.questions),
            ), (file.stem, name)  # fmt: skip
            assert set(talk.standing.missing[name]) == set(whole.missing[name]), (file.stem, name)
    assert tied <= len(SAMPLE) // 20


@pytest.mark.parametrize("file", ADVISED, ids=lambda file: file.stem)
def test_the_advice_is_that_of_check(rules: RuleBase, games: dict[Path, Played], file: Path) -> None:
    """By the engine, in full: what is decided, what is missing in its order, the exit code."""
    played = games[file]
    found = played.interview.advice()
    wanted = advise(played.wanted, rules, path=played.interview.path, lang="fr")
    if not needless(played):
        assert [seen(d) for d in found.determinations if d.headline] == [
            seen(d) for d in wanted.determinations if d.headline
        ]
        assert found.exit_code == wanted.exit_code
    assert [m.fact for m in found.missing] == list(played.interview.standing.order)


def seen(found: Any) -> tuple[Any, ...]:
    return (found.id, found.status, found.outcome, found.possible, set(found.missing), set(found.open_questions))


@pytest.mark.parametrize("path", sorted({file.relative_to(ROOT).parts[0] for file in FILES}))
def test_with_every_answer_unknown_it_ends_and_exits_3(rules: RuleBase, path: str) -> None:
    talk = Interview(rules, path)
    first = talk.next()
    assert first is not None
    assert talk.advice().missing[0].fact == first.fact
    assert talk.at_most + 1 >= len(talk.standing.order)
    while talk.next() is not None:
        talk.dont_know()
    assert talk.asked == len(talk.unknown) == len(talk.standing.order)
    assert talk.advice().exit_code == 3


def test_each_next_question_comes_at_once(games: dict[Path, Played]) -> None:
    """In seconds of this process, so that a busy machine is not a failure; the first of each path compiles the law."""
    seconds = sorted(s for played in games.values() for s in played.seconds)
    assert seconds[int(len(seconds) * 0.99)] < MOST_SECONDS


def test_a_partly_known_list_is_not_asked_again(rules: RuleBase) -> None:
    for fact in (f for f in rules.facts.values() if f.type == "records"):
        for path in rules.paths:
            talk = Interview(rules, path)
            while (question := talk.next()) is not None and question.fact != fact.id:
                talk.dont_know()
            if question is None:
                continue
            talk.answer(Records(({},), complete=False))
            assert fact.id in talk.unknown
            while (question := talk.next()) is not None:
                assert question.fact != fact.id
                talk.dont_know()
            assert fact.id in talk.case.facts
            return
    pytest.fail("no list is asked for on any path")
