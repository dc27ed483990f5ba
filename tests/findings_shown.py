"""Which findings the two pages show, and how many of them are common to everybody on a path.

    python tests/findings_shown.py          every scenario, a line a path

What is true of more than nine cases in ten of a path says nothing about this one: its rule says `unremarkable: yes`, and it
is left to `--only risks` and `--explain`. A test looks at a sample.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.page.full import remarkable_findings
from snia_advisor.law.model.advice import Advice
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.questions.scenarios.files import load_scenarios
from snia_advisor.questions.scenarios.record import Scenario

COMMON = 0.9
MOST_COMMON = 4


def shown(base: RuleBase, advice: Advice) -> set[str]:
    """The rules whose findings the two pages show, those for which there was no room included."""
    return {finding.id for _, finding in remarkable_findings(base, advice)}


def by_path(base: RuleBase, scenarios: Iterable[Scenario]) -> Mapping[str, list[set[str]]]:
    """What is shown in each case of each path."""
    found: dict[str, list[set[str]]] = defaultdict(list)
    for scenario in scenarios:
        advice = advise(scenario.case, base, lang="en")
        found[advice.answer.path].append(shown(base, advice))
    return found


def common(cases: list[set[str]]) -> list[str]:
    """The rules shown in more than nine cases in ten."""
    counted = Counter(name for names in cases for name in names)
    return [name for name, times in counted.items() if times > COMMON * len(cases)]


def report(base: RuleBase) -> Iterator[str]:
    """A line a path: how many findings a case shows, and which of them are common to everybody."""
    for path, cases in sorted(by_path(base, load_scenarios(base)).items()):
        mean = sum(map(len, cases)) / len(cases)
        names = common(cases)
        yield f"{path}: {len(cases)} cases, {mean:.1f} findings a case, {len(names)} common: {', '.join(names)}"


if __name__ == "__main__":
    sys.stdout.writelines(line + "\n" for line in report(load_rules()))
