"""Write `docs/rules.md`, the table that a lawyer can tick: `python docs/make_table.py`. A test fails when it is not current.

For every rule that an answer or a determination reads: its sentence in French, its articles, how sure it is, and two
scenarios, one that shows it true and one that shows it false. The scenarios come from a run of the whole suite.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from snia_advisor.law.model.entries import Rule  # noqa: E402
from snia_advisor.law.rulebase.base import RuleBase  # noqa: E402
from snia_advisor.law.rulebase.load import load_rules  # noqa: E402
from snia_advisor.questions.scenarios.files import load_scenarios  # noqa: E402
from snia_advisor.questions.scenarios.jobs import run_in_processes  # noqa: E402
from snia_advisor.questions.scenarios.suite import SuiteReport  # noqa: E402

PAGE = ROOT / "docs" / "rules.md"
HEAD = """# The rules, for a lawyer to tick

Written from the program by `docs/make_table.py`. One row a rule: what it says in French, the articles it rests on, how sure
it is (`low` never decides), the days it is in force where the text gives them, and two scenarios to read or to run with
`snia check`: in the first it is true, in the second it is false. Sources and their links: `snia sources`.
"""
COLUMNS = (
    "| ok | rule | what it says | articles | sure | true in | false in |\n| --- | --- | --- | --- | --- | --- | --- |\n"
)


def page(base: RuleBase, report: SuiteReport) -> str:
    """The whole page."""
    true, false = report.shown_true, report.shown_false
    by_file: dict[str, list[Rule]] = {}
    for raw in base.raws["rule"].values():
        if raw.id in true or raw.id in false:
            by_file.setdefault(raw.file, []).append(base.rules[raw.id])
    parts = [HEAD]
    for file, rules in sorted(by_file.items()):
        parts += [f"\n## {file}\n\n", COLUMNS, *(row(rule, true, false) for rule in rules)]
    return "".join(parts)


def row(rule: Rule, true: Mapping[str, str], false: Mapping[str, str]) -> str:
    """One rule."""
    days = " ".join(f"{word} {day}" for word, day in (("from", rule.from_), ("to", rule.to)) if day is not None)
    said = " ".join(part.fr for part in (rule.title, rule.text) if part is not None).strip()
    cells = (
        "☐",
        f"`{rule.id}`" + (f" {days}" if days else ""),
        " ".join(said.split()).replace("|", "\\|"),
        ", ".join(rule.sources),
        rule.confidence.value,
        true.get(rule.id, ""),
        false.get(rule.id, ""),
    )
    return "| " + " | ".join(cells) + " |\n"


if __name__ == "__main__":
    law = load_rules(ROOT / "rules")
    PAGE.write_text(page(law, run_in_processes(law, load_scenarios(law))), encoding="utf-8")
