"""Numbers, yes and no, as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snia_advisor.errors import BadInput
from snia_advisor.messages import LANGUAGES
from snia_advisor.messages.formats import money_text, number_text
from snia_advisor.questions.ask.numbers import read_number, read_yes_or_no


@pytest.mark.parametrize(
    ("typed", "places", "number"),
    [
        ("3 500,50", 2, "3500.50"),
        ("3500.50", 2, "3500.50"),
        ("3500,5", 2, "3500.5"),
        ("3.500,50", 2, "3500.50"),
        ("3,500.50", 2, "3500.50"),
        ("3\u00a0500,50", 2, "3500.50"),
        ("3\u202f500", 2, "3500"),
        ("3'500.50", 2, "3500.50"),
        ("٣٥٠٠٫٥٠", 2, "3500.50"),
        ("٣٥٠٠", 0, "3500"),
        ("3500 DH", 2, "3500"),
        ("3500dhs", 2, "3500"),
        ("3500 MAD", 2, "3500"),
        ("3500 درهم", 2, "3500"),
        ("40 %", 0, "40"),
        ("1 234 567", 0, "1234567"),
        ("1.234.567", 0, "1234567"),
        ("1.200", 0, "1200"),
        ("-5", 2, "-5"),
        ("0,125", 3, "0.125"),
        ("0.500", 2, "0.50"),
        ("7,00", 0, "7"),
        ("007", 0, "7"),
    ],
)
def test_numbers(typed: str, places: int, number: str) -> None:
    assert read_number(typed, places) == Decimal(number)


@pytest.mark.parametrize(
    ("typed", "places", "key"),
    [
        ("3.500", 2, "ask_number_ambiguous"),
        ("3,500", 2, "ask_number_ambiguous"),
        ("1,5", 0, "ask_number_whole"),
        ("0,125", 2, "ask_number_places"),
        ("3500,505", 2, "ask_number_places"),
        ("12 00", 2, "ask_number_form"),
        ("1,23,4", 2, "ask_number_form"),
        ("1.2.3,4,5", 2, "ask_number_form"),
        ("abc", 2, "ask_number_form"),
        ("1e5", 2, "ask_number_form"),
        ("3500,", 2, "ask_number_form"),
        ("", 2, "ask_number_form"),
        ("-", 2, "ask_number_form"),
        ("DH", 2, "ask_number_form"),
        ("1" * 16, 2, "ask_number_form"),
        ("5 ou 6", 0, "ask_number_form"),
    ],
)
def test_what_is_not_one_number_is_refused(typed: str, places: int, key: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_number(typed, places)
    assert refused.value.key == key
    assert all(refused.value.sentence(lang) for lang in LANGUAGES)


@given(st.decimals(0, 10**9, places=2), st.sampled_from(LANGUAGES))
def test_a_number_that_is_shown_is_read_back(number: Decimal, lang: str) -> None:
    assert read_number(number_text(number, lang), 2) == number
    assert read_number(money_text(number, lang), 2) == number


@given(st.integers(0, 10**12), st.sampled_from(LANGUAGES))
def test_a_whole_number_that_is_shown_is_read_back(number: int, lang: str) -> None:
    assert read_number(number_text(number, lang), 0) == number


@pytest.mark.parametrize("typed", ["o", "O", "oui", "y", "yes", "YES", "نعم", "1", "١", "ن"])
def test_yes(typed: str) -> None:
    assert read_yes_or_no(typed) is True


@pytest.mark.parametrize("typed", ["n", "non", "No", "لا", "2", "٢"])
def test_no(typed: str) -> None:
    assert read_yes_or_no(typed) is False


@pytest.mark.parametrize("typed", ["", "0", "3", "12", "peut-être", "ouinon", "yn"])
def test_neither(typed: str) -> None:
    with pytest.raises(BadInput, match=r"."):
        read_yes_or_no(typed)
