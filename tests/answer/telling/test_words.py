"""The small words of the screens: citations, quantities, typography, wrapping."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from snia_advisor.answer.telling.cite import articles_of, cite, cites, short_title
from snia_advisor.answer.telling.look import wants_ascii, wants_colour
from snia_advisor.answer.telling.typography import harmless, typeset
from snia_advisor.answer.telling.words import amount_text, figure_text, first_sentence
from snia_advisor.law.model.advice import Amount
from snia_advisor.messages import LANGUAGES
from snia_advisor.messages.plurals import plural_form, quantity


@pytest.mark.parametrize(
    ("citation", "lang", "words"),
    [
        ("labour-code#516", "fr", "Code du travail, art. 516"),
        ("labour-code#516", "en", "Labour Code, art. 516"),
        ("labour-code#516", "ar", "مدونة الشغل، المادة 516"),
        ("law-02-03#17-6", "fr", "Loi n° 02-03, art. 17-6"),
        ("arrete-1356-19#annex", "fr", "Arrêté n° 1356-19, annexe"),
        ("arrete-1356-19#model", "ar", "قرار رقم 1356.19، النموذج"),
        ("arrete-1356-19#model-3", "fr", "Arrêté n° 1356-19, modèle, art. 3"),
        ("cass-2018-936", "fr", "Cass. soc. 16 octobre 2018, n° 1/936, dossier n° 2016/1/5/1743"),
        ("nothing#1", "fr", "nothing, art. 1"),
    ],
)
def test_citations_in_words(rules, citation: str, lang: str, words: str) -> None:
    assert cite(rules, citation, lang) == words


def test_several_citations_by_rank_with_their_articles_together(rules) -> None:
    several = ["snia-2020", "law-02-03#8", "law-02-03#17-6", "law-02-03#5"]
    assert cites(rules, several, "fr").startswith("Loi n° 02-03, art. 5, 8, 17-6 ; Rapport SNIA 2020")
    assert cites(rules, several, "en", limit=1).endswith("arts. 5, 8, 17-6; and 1 more")
    assert cites(rules, [], "fr") == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_short_title_is_short(rules, lang: str) -> None:
    for source in rules.sources.values():
        title = source.short.to(lang) if source.short else short_title(source.title.to(lang))
        assert 1 < len(title) <= 110, title
        assert title.count("(") == title.count(")"), title


def test_the_articles_of_a_source() -> None:
    assert articles_of(["a#9", "a#12", "a#1", "a"], "fr") == "art. 1, 9, 12"
    assert articles_of(["a#9"], "ar") == "المادة 9"
    assert articles_of(["a#2", "a#model-1", "a#annex"], "fr") == "art. 2 ; annexe ; modèle, art. 1"
    assert articles_of(["a"], "fr") == ""


@pytest.mark.parametrize(
    ("n", "lang", "words"),
    [
        (0, "fr", "0 jour ouvrable"),
        (1, "fr", "1 jour ouvrable"),
        (2, "fr", "2 jours ouvrables"),
        (0, "en", "0 working days"),
        (1, "en", "1 working day"),
        (0, "ar", "لا يوم عمل"),
        (1, "ar", "يوم عمل واحد"),
        (2, "ar", "يوما عمل"),
        (10, "ar", "10 أيام عمل"),
        (11, "ar", "11 يوم عمل"),
        (100, "ar", "100 يوم عمل"),
        (103, "ar", "103 أيام عمل"),
    ],
)
def test_counted_nouns(n: int, lang: str, words: str) -> None:
    assert quantity("working_days", n, lang) == words


def test_the_six_arabic_forms() -> None:
    assert [plural_form(n, "ar") for n in (0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 111)] == [0, 1, 2, 3, 3, 4, 4, 5, 5, 3, 4]


def test_every_count_has_its_forms() -> None:
    from snia_advisor.messages.answer import TEXTS

    for key, texts in TEXTS.items():
        if key.startswith("count_"):
            assert [text.count("|") for text in texts] == [1, 5, 1] or key == "count_months", key


def test_numbers_in_the_language() -> None:
    assert figure_text(Decimal("3422.72"), "fr") == "3\u00a0422,72"
    assert figure_text(Decimal(191), "en") == "191"
    assert figure_text("Titre", "fr") == "Titre"
    assert figure_text(date(2026, 11, 2), "fr") == "2026-11-02"


@pytest.mark.parametrize(
    ("unit", "value", "text"),
    [
        ("MAD", Decimal("1234.50"), "1,234.50\u00a0MAD"),
        ("none", Decimal("1234.50"), "1,234.50"),
        ("MAD", "unknown", "unknown"),
    ],
)
def test_amounts_in_dirhams_where_they_are_money(unit: str, value: Any, text: str) -> None:
    assert amount_text(Amount(id="a.b", title="A", value=value, unit=unit, lines=()), "en") == text


def test_first_sentences() -> None:
    assert first_sentence("Le délai court. Il est long.") == "Le délai court."
    assert first_sentence("Voir l'art. 516 du Code. Puis payer.") == "Voir l'art. 516 du Code."
    assert first_sentence("Sans point") == "Sans point"
    assert first_sentence("يسري العقد. ثم يبدأ العمل.") == "يسري العقد."


def test_french_spaces_and_no_others() -> None:
    assert (
        typeset("Visa : « exigé » ? Oui ; 20 % !", "fr")
        == "Visa\u00a0: «\u00a0exigé\u00a0»\u00a0? Oui\u00a0; 20\u00a0%\u00a0!"
    )
    assert typeset("https://a.ma:80/x?y=1", "fr") == "https://a.ma:80/x?y=1"
    assert typeset("Visa: required?", "en") == "Visa: required?"
    assert typeset("art. 5, n° 3", "fr") == "art.\u00a05, n°\u00a03"


def test_control_characters_are_taken_out() -> None:
    assert harmless("a\x1b[31m\x07\u202eb\n") == "a [31m  b "


# --- the terminal ----------------------------------------------------------------------------------------------------


class _Stream:
    def __init__(self, tty: bool, encoding: str | None = "utf-8") -> None:
        self.tty, self.encoding = tty, encoding

    def isatty(self) -> bool:
        return self.tty


@pytest.mark.parametrize(
    ("tty", "environ", "wanted"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
        (False, {"FORCE_COLOR": "1"}, True),
        (True, {"TERM": "dumb", "FORCE_COLOR": "1"}, True),
        (True, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ],
)
def test_when_colour_is_wanted(tty: bool, environ: dict[str, str], wanted: bool) -> None:
    assert wants_colour(_Stream(tty), environ) is wanted  # type: ignore[arg-type]


def test_when_ascii_is_wanted() -> None:
    assert not wants_ascii(_Stream(True), {})  # type: ignore[arg-type]
    assert wants_ascii(_Stream(True), {"LC_ALL": "C"})  # type: ignore[arg-type]
    assert wants_ascii(_Stream(True, "iso-8859-1"), {})  # type: ignore[arg-type]
    assert wants_ascii(_Stream(True, None), {})  # type: ignore[arg-type]
