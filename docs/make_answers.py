"""Write `docs/answers.md` from the program: `python docs/make_answers.py`. A test fails when the page is not current.

The ten people of `tests/people.yaml`, and one scenario of each path, as each reads the first screen in three languages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "tests"))

from people import PEOPLE, case_of, read  # noqa: E402

from snia_advisor.answer.advice.advise import advised  # noqa: E402
from snia_advisor.answer.page.page import advice_page  # noqa: E402
from snia_advisor.answer.telling.as_text import as_text  # noqa: E402
from snia_advisor.answer.telling.look import Look  # noqa: E402
from snia_advisor.law.rulebase.base import RuleBase  # noqa: E402
from snia_advisor.law.rulebase.load import load_rules  # noqa: E402
from snia_advisor.messages import LANGUAGES  # noqa: E402

PAGE = ROOT / "docs" / "answers.md"
COLUMNS = 78
HEAD = """# Twenty answers

Written from the program by `docs/make_answers.py`: what twenty people read first, in French, Arabic and English. The first
ten are those of `tests/people.yaml`; the others are scenarios, one a path.
"""
SCENARIOS = (
    "anapec_services/ivorian_graduate_and_an_insertion_contract",
    "become_auto_entrepreneur/a_tourist_guide_from_spain",
    "change_employment/another_employer_for_the_same_post",
    "create_company/a_manager_living_in_morocco_without_a_title",
    "create_cooperative/four_members_for_exactly_one_year",
    "domestic_contract/1600_dirhams_in_july_2019",
    "hire_domestic_worker/a_paid_broker_who_keeps_the_papers",
    "hire_employee/contract_nature/a_nigerian_at_work_since_19_october_without_a_contract_visa",
    "renew_employee/work_goes_on_after_the_visa_ends",
    "residence_title/without_a_title_or_a_lawful_stay",
)


def people() -> Iterator[tuple[str, dict[str, Any], str | None]]:
    """Each of the twenty: a name, the case, the path that is asked about."""
    for person in PEOPLE:
        yield str(person["person"]), case_of(person), person.get("path")
    for name in SCENARIOS:
        title = name.partition("/")[2].replace("_", " ")
        yield title, dict(read(ROOT / "scenarios" / f"{name}.yaml")["case"]), None


def page(base: RuleBase | None = None) -> str:
    """The whole page."""
    law = base if base is not None else load_rules(ROOT / "rules")
    parts = [HEAD]
    for name, case, path in people():
        parts.append(f"\n## {name[:1].upper()}{name[1:]}\n")
        for lang in LANGUAGES:
            found = advised(case, law, lang=lang, path=path)
            screen = as_text(advice_page(law, found, case="case.yaml"), Look(width=COLUMNS))
            parts.append(f"\n```text\n{screen}```\n")
    return "".join(parts)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
