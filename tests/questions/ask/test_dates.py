"""Dates as people type them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snia_advisor.errors import BadInput
from snia_advisor.messages import LANGUAGES
from snia_advisor.messages.formats import date_text
from snia_advisor.questions.ask.dates import read_day

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        "5/11/2026", "05/11/2026", "05-11-2026", "5.11.2026", "5 11 2026", "2026-11-05", "2026/11/5", "5 novembre 2026",
        "5 NOVEMBRE 2026", "le 5 novembre 2026", "5 nov. 2026", "5-nov-2026", "5 November 2026", "November 5, 2026",
        "5th of November 2026", "Nov 5 2026", "5 نونبر 2026", "٥ نونبر ٢٠٢٦", "٥/١١/٢٠٢٦", "5 نوفمبر 2026",
        "5 تشرين الثاني 2026", " 5/11/2026 ", "2026 novembre 5",
    ],
)  # fmt: skip
def test_the_fifth_of_november(typed: str) -> None:
    assert read_day(typed) == date(2026, 11, 5)


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("1er mars 2027", date(2027, 3, 1)),
        ("1 غشت 2026", date(2026, 8, 1)),
        ("1 أغسطس 2026", date(2026, 8, 1)),
        ("1 آب 2026", date(2026, 8, 1)),
        ("1 août 2026", date(2026, 8, 1)),
        ("1 aout 2026", date(2026, 8, 1)),
        ("3 يوليوز 2026", date(2026, 7, 3)),
        ("3 تموز 2026", date(2026, 7, 3)),
        ("3 juil. 2026", date(2026, 7, 3)),
        ("31 ماي 2026", date(2026, 5, 31)),
        ("31 مايو 2026", date(2026, 5, 31)),
        ("31 أيار 2026", date(2026, 5, 31)),
        ("9 شتنبر 2026", date(2026, 9, 9)),
        ("9 سبتمبر 2026", date(2026, 9, 9)),
        ("9 دجنبر 2026", date(2026, 12, 9)),
        ("9 كانون الأول 2026", date(2026, 12, 9)),
        ("9 كانون الثاني 2026", date(2026, 1, 9)),
        ("9 ديسمبر 2026", date(2026, 12, 9)),
        ("29/02/2028", date(2028, 2, 29)),
    ],
)
def test_months_have_many_names(typed: str, day: date) -> None:
    assert read_day(typed) == day


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("31/2/2026", "ask_date_impossible"),
        ("29/02/2027", "ask_date_impossible"),
        ("0/1/2026", "ask_date_impossible"),
        ("31 avril 2026", "ask_date_impossible"),
        ("11/25/2026", "ask_date_order"),
        ("2026-13-01", "ask_date_order"),
        ("5/11/26", "ask_date_year"),
        ("26/11/05", "ask_date_year"),
        ("5 nov 26", "ask_date_year"),
        ("5/11/0026", "ask_date_far"),
        ("5/11/2926", "ask_date_far"),
        ("5 jui 2026", "ask_date_month"),
        ("5 brumaire 2026", "ask_date_form"),
        ("5 d 2026", "ask_date_form"),  # too short to be sure, though only December begins so
        ("5 fe 2026", "ask_date_form"),
        ("hier", "ask_date_form"),
        ("2026", "ask_date_form"),
        ("5/11", "ask_date_form"),
        ("05112026", "ask_date_form"),
        ("5/11/2026/1", "ask_date_form"),
        ("5/11/20266", "ask_date_form"),
        ("5=11=2026", "ask_date_form"),
        ("5 mars 2026 ou 2027", "ask_date_form"),
        ("2026 2026 mars", "ask_date_form"),
        ("", "ask_date_form"),
    ],
)
def test_what_is_not_a_date_is_refused_with_a_sentence(typed: str, key: str) -> None:
    with pytest.raises(BadInput) as refused:
        read_day(typed)
    assert refused.value.key == key
    for lang in LANGUAGES:
        assert typed in refused.value.sentence(lang)


@given(DAYS, st.sampled_from(LANGUAGES))
def test_a_date_in_words_is_read_back(day: date, lang: str) -> None:
    assert read_day(date_text(day, lang)) == day


@given(DAYS)
def test_a_date_in_figures_is_read_back(day: date) -> None:
    for text in (day.isoformat(), f"{day.day}/{day.month}/{day.year}", f"{day:%d-%m-%Y}", f"{day:%d.%m.%Y}"):
        assert read_day(text) == day


@given(st.text(alphabet="0123456789/-. novjuiمارس", max_size=14))
def test_anything_typed_is_a_date_or_a_sentence(typed: str) -> None:
    try:
        found = read_day(typed)
    except BadInput:
        return
    assert date(1900, 1, 1) <= found < date(2200, 1, 1) + timedelta(0)


def test_the_years_that_somebody_may_mean() -> None:
    assert (read_day("1/1/1900"), read_day("31/12/2199")) == (date(1900, 1, 1), date(2199, 12, 31))
    for typed in ("31/12/1899", "1/1/2200"):
        with pytest.raises(BadInput) as refused:
            read_day(typed)
        assert refused.value.key == "ask_date_far"
