"""Whole screens of a terminal of 80 columns in three languages, compared with reviewed files.

After a change that you have looked at: `SNIA_ACCEPT=1 pytest tests/cli/test_golden.py`, then read the diff.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from snia_advisor.messages import LANGUAGES
from snia_advisor.version import __version__

SCREENS = Path(__file__).parents[1] / "golden" / "screens"
REAL = "../../scenarios"  # seen from the golden directory
SESSIONS: dict[str, list[str]] = {
    "check_yes": ["check cases/yes.yaml"],
    "check_no": ["check cases/no.yaml"],
    "check_facts": ["check cases/facts.yaml"],
    "check_question": ["check cases/question.yaml"],
    "check_before_the_law": ["check cases/yes.yaml --on 2001-01-01"],
    "check_explain": ["check cases/yes.yaml --explain"],
    "why": [
        "why cases/yes.yaml",
        "why cases/no.yaml",
        "why cases/stop.yaml",
        "why cases/facts.yaml",
        "why cases/question.yaml",
        "why cases/yes.yaml attestation",
        "why cases/yes.yaml attestation required",
        "why cases/yes.yaml findings",
        "why cases/stop.yaml begun_early",
        "why cases/question.yaml visa not_required",
    ],
    "compare": [
        "compare cases/yes.yaml cases/question.yaml",
        "compare cases/facts.yaml cases/no.yaml",
        "compare cases/yes.yaml cases/yes.yaml",
        "compare cases/yes.yaml cases/question.yaml --full",
        "compare cases/facts.yaml cases/no.yaml --full",
        "compare cases/yes.yaml cases/yes.yaml --full",
    ],
    "whatif": [
        "whatif cases/yes.yaml --set papers.card_expires=none --set job.started=no",
        "whatif cases/yes.yaml --set papers.card_expires=2027-03-02",
        "whatif cases/yes.yaml",
        "whatif cases/no.yaml",
        "whatif cases/yes.yaml --set papers.card_expires=none --set job.started=no --full",
        "whatif cases/yes.yaml --full",
    ],
    # A plan is long, so its screens are those of the real law: a change of procedures shows here as its readers see it.
    "plan_hire": [f"plan {REAL}/hire_employee/costs/post_found_on_list_a1_date_of_reading_noted.yaml --from 2026-11-05"],
    "plan_renewal": [
        f"plan {REAL}/residence_title/fifteenth_day_after_the_expiry_of_the_card.yaml --explain",
    ],
    "watch": [
        "watch cases/yes.yaml",
        "watch cases/yes.yaml --on 2025-12-01 --until 2027-12-31",
        "watch cases/facts.yaml",
        "watch cases/no.yaml --until 2031-01-01",
        "watch cases/question.yaml --until 2027-02-28",
        "watch cases/yes.yaml --full",
        "watch cases/yes.yaml --on 2025-12-01 --until 2027-12-31 --full",
        "watch cases/facts.yaml --full",
    ],
    "rules": [
        "rules list",
        *(
            f"rules show {name} --on 2026-03-02"
            for name in ("begun_early", "attestation", "hourly", "convention_visa", "ask_visa", "hire")
        ),
        *(
            f"rules show {name} --on 2026-03-02"
            for name in ("worker.age", "born_before", "rare_posts", "desk", "contract", "visa")
        ),
        "rules check",
    ],
    "calendar_table": [
        "calendar list 2026",
        "calendar list 2025 --list private",
        "calendar list 2027 --list public",
        "calendar list 2000",
        "calendar check --on 2026-11-24",
        *(
            f"rules show {name} --on 2026-03-02"
            for name in (
                "small_table",
                "offices_rest",
                "river_day",
                "lanterns",
                "lanterns_2027",
                "closures_2027",
                "desk_hours",
            )
        ),
        *(f"rules show {name} --on 2026-03-02" for name in ("closure_2025_06_09", "closure_2026_05_29")),
    ],
    "calendar_add": [
        "calendar add 2026-10-30 48h",
        "calendar add 2027-05-10 5wd --for authority --explain",
        "calendar add 2026-05-25 3wd",
        "calendar add 2026-04-01 1m --for user --explain",
        "calendar add 2026-04-11 20? --for authority",
        "calendar add 2026-04-01 60fd --for user",
        "calendar add 2027-12-20 20d --for user",
        "calendar add 2027-12-20 20? --for authority",
        "calendar add 2026-04-24 2wd --list private --rest sunday",
    ],
    "facts": ["facts", "facts job", "facts papers.card_expires"],
    "sources": ["sources", "sources work-law"],
    "scenarios": ["scenarios list scenarios", "scenarios show scenarios/a_card_exempts.yaml", "scenarios run scenarios"],
    "help": ["--help", "check --help", "scenarios --help"],
    "errors": [
        "chek",
        "check",
        "check nothing.yaml",
        "check cases/yes.yaml --on 2026-02-30",
        "check cases/yes.yaml --set x=1",
        "why cases/yes.yaml nothing",
        "why cases/yes.yaml visa nothing",
        "rules show nothing",
        "sources nothing",
    ],
}
WITHOUT_RULES = ("--help", "chek", "check", "scenarios --help", "check --help")


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SESSIONS)
def test_the_screens_are_those_that_were_reviewed(snia, name: str, lang: str) -> None:
    seen = "\n".join(_session(snia, command, lang) for command in SESSIONS[name])
    assert "[70]" not in seen, "an internal error is no screen to accept"
    file = SCREENS / f"{name}.{lang}.txt"
    if os.environ.get("SNIA_ACCEPT") == "1":
        file.write_text(seen, encoding="utf-8")
    assert seen == file.read_text(encoding="utf-8")


def _session(snia, command: str, lang: str) -> str:
    rules = [] if command in WITHOUT_RULES or REAL in command else ["--rules", "rules"]
    ran = snia(*command.split(), *rules, "--lang", lang)
    text = f"$ snia {command}\n{ran.out}{ran.err}[{ran.code}]\n"
    text = text.replace(f"snia_advisor {__version__}", "snia_advisor X.Y.Z")
    return re.sub(r"\b[0-9a-f]{12}\b", "HASH", text) if REAL in command else text


def test_no_reviewed_screen_is_left_over() -> None:
    expected = {f"{name}.{lang}.txt" for name in SESSIONS for lang in LANGUAGES}
    assert {file.name for file in SCREENS.glob("*.txt")} == expected


@pytest.mark.parametrize("file", sorted(SCREENS.glob("*.txt")), ids=lambda file: file.name)
def test_the_screens_fit_eighty_columns(file: Path) -> None:
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("$") and "://" not in line and " " in line.strip() and not file.name.startswith("errors"):
            assert len(line) <= 78, line


def test_a_screen_is_the_same_in_the_three_languages_but_for_the_words() -> None:
    # The same case gives the same outcomes, steps and papers whatever the language: the signs tell.
    for name in ("check_yes", "check_no", "check_question"):
        signs = {
            lang: re.findall(r"^ *[✓✗?!☐→–] ", (SCREENS / f"{name}.{lang}.txt").read_text(encoding="utf-8"), re.MULTILINE)
            for lang in LANGUAGES
        }
        assert signs["fr"] == signs["ar"] == signs["en"]
