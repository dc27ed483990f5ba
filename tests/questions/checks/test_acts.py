"""Each finding about what to do: on the law of the river spoilt on purpose, none on the clean one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from fishing import altered

from snia_advisor.messages import LANGUAGES, catalogue
from snia_advisor.messages.imperatives import FIRST_WORDS, is_first_word
from snia_advisor.questions.checks.rule_base import check_rules

PLACE = '      place: {fr: "chez soi", ar: "في البيت", en: "at home"}\n'
ACT = "acts: [carry_the_proof]"


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("P001", f"      {ACT}\n", ""),
        ("P002", '"Remettre le poisson à l\'eau"', '"Le poisson est remis à l\'eau"'),
        ("P002", "Gather the papers", "The papers are gathered"),
        ("P003", PLACE, ""),
    ],
)
def test_an_answer_says_what_to_do(tmp_path: Path, code: str, old: str, new: str) -> None:
    found = check_rules(altered(tmp_path, {old: new}), date(2026, 6, 1))
    assert code in {finding.code for finding in found}


def test_an_act_that_is_a_step_needs_its_procedure_opened(tmp_path: Path) -> None:
    added = "- act: lodge_it\n  step: get_permit.lodge\n"
    found = check_rules(altered(tmp_path, {ACT: "acts: [carry_the_proof, lodge_it]"}, added), date(2026, 6, 1))
    assert [finding.code for finding in found] == ["P004"]


def test_the_clean_law_says_what_to_do(tmp_path: Path) -> None:
    assert check_rules(altered(tmp_path), date(2026, 6, 1)) == []


def test_every_code_is_tested_here() -> None:
    assert {key for key in catalogue() if key[0] == "P" and key[1:].isdigit()} == {"P001", "P002", "P003", "P004"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_first_words_are_words(lang: str) -> None:
    assert all(is_first_word(word, lang) for word in FIRST_WORDS[lang])
    assert not is_first_word({"fr": "Réponse à donner", "ar": "الجواب", "en": "An answer"}[lang], lang)
