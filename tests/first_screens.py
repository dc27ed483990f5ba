"""The first screen held to what a person needs on it, in 24 lines of 80 columns.

    python tests/first_screens.py                 every scenario, in three languages
    python tests/first_screens.py --only refugee  those whose file name holds this

The test suite looks at every story, at every scenario with three prohibitions or more (`tests/many_alarms.txt`; the command
says which of them the list does not name), and at ten scenarios a path drawn at random.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from random import Random

from snia_advisor.answer.advice.advise import advised
from snia_advisor.answer.page.doing.acts import in_a_line
from snia_advisor.answer.page.doubts import not_recorded
from snia_advisor.answer.page.first import LINES, first_screen
from snia_advisor.answer.planning.advised import Advised
from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.look import Look
from snia_advisor.answer.telling.view import View
from snia_advisor.law.model.act_advice import ActAdvice
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.messages import LANGUAGES, say
from snia_advisor.messages.plurals import quantity
from snia_advisor.questions.scenarios.files import load_scenarios
from snia_advisor.questions.scenarios.record import Scenario

COLUMNS = 80
ON_A_TERMINAL = 78  # what a terminal of 80 columns leaves
MANY = 3
RANDOM = 10
MANY_ALARMS = Path(__file__).parent / "many_alarms.txt"


def faults(base: RuleBase, found: Advised) -> Iterator[str]:
    """What the first screen of an advice lacks, or has too much of."""
    document = first_screen(base, found, "case.yaml")
    lines = as_text(document, Look(width=ON_A_TERMINAL)).splitlines()
    if len(lines) > LINES:
        yield f"{len(lines)} lines"
    yield from (f"too wide: {line}" for line in lines if len(line) > COLUMNS)
    text = _plain(as_text(document, Look(width=1000)))
    for name, words in _wanted(base, found):
        if _plain(words) not in text:
            yield f"no {name}: {words}"


def _plain(text: str) -> str:
    """A text whatever its spaces, which hold numbers together, and its capitals, in which a title is written."""
    return " ".join(text.split()).casefold()


def _wanted(base: RuleBase, found: Advised) -> Iterator[tuple[str, str]]:
    advice, lang = found.advice, found.advice.lang
    answer = advice.answer
    yield "sentence", answer.title
    if answer.forbidden:
        yield "prohibition", next((one for one in answer.forbidden if one.penalty), answer.forbidden[0]).text
        shown = _plain(as_text(first_screen(base, found, "case.yaml"), Look(width=1000)))
        left = len([one for one in answer.forbidden if _plain(one.text) not in shown])
        if left:
            yield "count of prohibitions", quantity("others", left, lang)
    yield from ((name, words) for name, words in _act(View(base, lang, False, advice), advice.acts))
    yield "cost", say("first_cost", lang)
    deadline = next((one for one in advice.deadlines if not one.over), None)
    yield "deadline", deadline.title if deadline else say("first_no_deadline", lang)
    open_ = len(not_recorded(View(base, lang, False, advice), advice))
    confirm = answer.to_confirm and answer.state in ("go", "wait")
    if confirm:
        yield "word that it is to be confirmed", say("first_to_confirm", lang)
    if open_ or not confirm:
        yield "doubts", quantity("doubts", open_, lang) if open_ else say("first_no_doubt", lang)


def _act(view: View, acts: Sequence[ActAdvice]) -> Iterator[tuple[str, str]]:
    """The first act with who or where, and a date or an event."""
    if not acts:
        yield "word that there is nothing to do", view.say("acts_none")
        return
    act = acts[0]
    if act.starts is None and act.due is None and act.waits_for is None and act.over is None:
        yield "date of the first act", act.text + " (undated)"
    yield "first act", in_a_line(view, act)


# --- which scenarios -------------------------------------------------------------------------------------------------


def looked_at(scenarios: Sequence[Scenario], seed: int) -> list[Scenario]:
    """Stories, scenarios with many alarms, and ten a path drawn with `seed`."""
    many = set(MANY_ALARMS.read_text(encoding="utf-8").split())
    chosen = {one.file for one in scenarios if one.story is not None or one.file in many}
    paths = sorted({str(one.path) for one in scenarios})
    dice = Random(seed)
    for path in paths:
        chosen |= {one.file for one in dice.sample([s for s in scenarios if str(s.path) == path], RANDOM)}
    return [one for one in scenarios if one.file in chosen]


@cache
def _law() -> RuleBase:
    return load_rules()


def share(part: int, parts: int, files: frozenset[str]) -> list[str]:
    """The faults of every `parts`-th of the files, from number `part` on, in three languages."""
    many = set(MANY_ALARMS.read_text(encoding="utf-8").split())
    found = []
    for scenario in [one for one in load_scenarios(_law()) if one.file in files][part::parts]:
        for lang in LANGUAGES:
            one = advised(scenario.case, _law(), lang=lang)
            found += [f"{scenario.file} [{lang}]: {fault}" for fault in faults(_law(), one)]
            if lang == "fr" and len(one.advice.answer.forbidden) >= MANY and scenario.file not in many:
                found.append(f"{scenario.file}: not in {MANY_ALARMS.name}")
    return found


def shares(files: frozenset[str]) -> list[str]:
    """The faults of the files. The engine must not be carried into a process, so each begins afresh."""
    parts = os.cpu_count() or 1
    with ProcessPoolExecutor(parts, mp_context=get_context("spawn")) as pool:
        lists = pool.map(share, range(parts), [parts] * parts, [files] * parts)
        return [fault for found in lists for fault in found]


def main() -> int:
    """Print every fault, and how many there are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", default="", help="only scenarios whose file name holds this")
    only = parser.parse_args().only
    wrong = shares(frozenset(one.file for one in load_scenarios(_law()) if only in one.file))
    sys.stdout.writelines(line + "\n" for line in [*wrong, f"{len(wrong)} faults"])
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
