"""What is wrong with the acts and the plan of an advice. Nothing may be.

python tests/plan_faults.py                          every scenario
python tests/plan_faults.py --events 5 --seed 1      every scenario again, with events told at random
python tests/plan_faults.py --longest 20             the longest plans, with the number of their steps
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from snia_advisor.answer.advice.acts import MOST_ACTS
from snia_advisor.answer.advice.advise import advised
from snia_advisor.answer.planning.advised import Advised
from snia_advisor.answer.planning.record import PlanStep
from snia_advisor.answer.timing.times import dates_of
from snia_advisor.answer.timing.timing import Timing
from snia_advisor.law.model.act_advice import ActAdvice
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.messages.imperatives import is_first_word
from snia_advisor.questions.scenarios.files import load_scenarios


def faults(base: RuleBase, found: Advised, start: date) -> Iterator[str]:
    """Everything that may not be, in words."""
    advice = found.advice
    yield from _acts(found, start)
    yield from _order(found.steps)
    yield from _times(found.steps, start)
    open_steps = [step for step in found.steps if not step.only_if and dates_of(step).happened is None]
    told_of = Counter((step.title, step.authority) for step in open_steps)
    yield from (f"twice in the plan: {title} ({where})" for (title, where), times in told_of.items() if times > 1)
    opened = {name for answer in advice.answers for name in (*answer.opens, *answer.may_open)}
    shown = {procedure.id for procedure in advice.procedures}
    yield from (f"not opened by the answer: {name}" for name in sorted(shown - opened))
    yield from _papers(found)
    for answer in advice.answers:
        outcome = base.answers[answer.path].outcomes[answer.id] if answer.id else None
        nothing = outcome.nothing_to_do if outcome else answer.state == "go" and not answer.missing
        if not advice.acts and not nothing and answer.state != "not_covered":
            yield f"nothing to do under {answer.path}.{answer.id} ({answer.state})"


def _acts(found: Advised, start: date) -> Iterator[str]:
    advice, steps = found.advice, {step.key: step for step in found.steps}
    if len(advice.acts) > MOST_ACTS:
        yield f"{len(advice.acts)} acts"
    texts = Counter((act.text, act.authority) for act in advice.acts)
    yield from (f"an act twice: {text}" for (text, _), times in texts.items() if times > 1)
    for act in advice.acts:
        yield from _act(act, advice.lang, start)
        step = steps.get(act.step or "")
        if step is not None and dates_of(step).happened is not None:
            yield f"an act that is done: {act.id}"


def _act(act: ActAdvice, lang: str, start: date) -> Iterator[str]:
    if act.question is None and not is_first_word(act.text, lang):
        yield f"no imperative: {act.text}"
    if not (act.place or act.authority):
        yield f"an act without a place: {act.id}"
    if act.starts is None and act.waits_for is None and act.due is None:
        yield f"an act without a day: {act.id}"
    if act.starts is not None and act.starts < start:
        yield f"an act that begins in the past: {act.id} {act.starts}"
    if act.due is not None and act.due < start:
        yield f"a last day that is over, offered: {act.id} {act.due}"


def _order(steps: tuple[PlanStep, ...]) -> Iterator[str]:
    """No step stands before what it needs, on the page or in time."""
    places = {step.key: step.number for step in steps}
    by_key = {step.key: step for step in steps}
    for step in steps:
        for key in dates_of(step).follows:
            earlier = by_key.get(key)
            if earlier is None:
                continue
            if places[key] > step.number and not (dates_of(earlier).beside and not dates_of(step).beside):
                yield f"{step.key} stands before {key}, which it needs"
            first, then = dates_of(earlier).done_by, dates_of(step).possible_from
            if first and then and step.after and key in step.after and then < first:
                yield f"{step.key} begins before {key} is done"


def _times(steps: tuple[PlanStep, ...], start: date) -> Iterator[str]:
    for step in steps:
        dates = dates_of(step)
        if dates.happened is None and dates.possible_from and dates.possible_from < start:
            yield f"{step.key} is offered from {dates.possible_from}, which is over"


def _papers(found: Advised) -> Iterator[str]:
    """Each paper stands once for each person who brings it."""
    lines = Counter((paper.by, paper.id) for paper in found.advice.papers)
    yield from (f"a paper twice: {name} by {by}" for (by, name), times in lines.items() if times > 1)


def told(base: RuleBase, found: Advised, dice: Random, start: date) -> dict[str, date]:
    """Some events of the plan, told as having happened in the weeks before; none that the case dates itself."""
    names = []
    for step in found.steps:
        for event in dates_of(step).clock:
            if event.basis != "fact" and not base.events[event.id].fact:
                names.append(event.id)
    chosen = dice.sample(sorted(set(names)), min(len(set(names)), dice.randint(0, 3)))
    return {name: start - timedelta(days=dice.randint(0, 40)) for name in chosen}


def examine(base: RuleBase, case: Case, dice: Random | None, lang: str = "fr") -> list[str]:
    """The faults of one case; with dice, of the same case with events told at random."""
    found = advised(case, base, lang=lang)
    start = found.advice.on
    if dice is not None:
        timing = Timing(events=told(base, found, dice, start))
        found = advised(case, base, lang=lang, timing=timing)
    return list(faults(base, found, start))


def main() -> int:
    """Print every fault, and how many there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=0, help="how often each scenario is asked with events told at random")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--longest", type=int, default=0, help="only the longest plans")
    parser.add_argument("--only", default="", help="only scenarios whose file name holds this")
    asked = parser.parse_args()
    base, dice, wrong, sizes = load_rules(), Random(asked.seed), 0, Counter[str]()
    for scenario in load_scenarios(base):
        if asked.only not in scenario.file:
            continue
        for turn in range(max(1, asked.events)):
            if asked.longest:
                sizes[scenario.file] = len(advised(scenario.case, base, lang="fr").steps)
                continue
            for fault in examine(base, scenario.case, dice if asked.events else None, ("fr", "ar", "en")[turn % 3]):
                wrong += 1
                print(f"{scenario.file}: {fault}")
    for file, size in sizes.most_common(asked.longest):
        print(f"{size:3} {file}")
    print(f"{wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
