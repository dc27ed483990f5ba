"""Delays as people and texts write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from snia_advisor.errors import BadInput
from snia_advisor.law.calendar.delays import ALONE, HOURS, UNITS, WORDS, Duration, read_delay
from snia_advisor.messages import LANGUAGES
from snia_advisor.messages.plurals import quantity


@pytest.mark.parametrize(
    ("written", "amount", "unit"),
    [
        ("48h", 2, "working_days"),
        ("48 heures", 2, "working_days"),
        ("24 H", 1, "working_days"),
        ("72 ساعة", 3, "working_days"),
        ("2wd", 2, "working_days"),
        ("2 jours ouvrables", 2, "working_days"),
        ("2 working-days", 2, "working_days"),
        ("5 أيام عمل", 5, "working_days"),
        ("20d", 20, "calendar_days"),
        ("20 jours", 20, "calendar_days"),
        ("20 يوما", 20, "calendar_days"),
        ("30fd", 30, "full_days"),
        ("30 Jours Francs", 30, "full_days"),
        ("1m", 1, "months"),
        ("3 mois", 3, "months"),
        ("شهران", 2, "months"),
        ("20?", 20, "unspecified"),
        ("20 ?", 20, "unspecified"),
        ("20 days ?", 20, "unspecified"),
        ("20؟", 20, "unspecified"),
        ("٢٠ يوما", 20, "calendar_days"),
        ("أيام عمل 2", 2, "working_days"),
        ("  2   jours   ouvrables ", 2, "working_days"),
    ],
)
def test_a_delay_is_read(written: str, amount: int, unit: str) -> None:
    assert read_delay(written) == Duration(amount, unit)  # type: ignore[arg-type]


def test_hours_are_days_and_are_remembered() -> None:
    assert read_delay("48h").hours == 48
    assert read_delay("2wd").hours is None


@given(
    st.integers(1, 120), st.sampled_from(sorted(WORDS)), st.sampled_from(["{n}{w}", "{n} {w}", " {w} {n}"]), st.booleans()
)
def test_every_word_is_read_before_and_after_the_number(n: int, word: str, form: str, loud: bool) -> None:
    text = form.format(n=n, w=word.replace("_", " "))
    assert read_delay(text.upper() if loud and word.isascii() else text) == Duration(n, WORDS[word])


@given(
    st.integers(1, 120),
    st.sampled_from([u for u in UNITS if u not in ("unspecified", "month_ends")]),
    st.sampled_from(LANGUAGES),
)
def test_what_the_program_writes_it_reads(n: int, unit: str, lang: str) -> None:
    """A person copies a delay from the screen. Days of an unsaid kind are written as days: they cannot come back; the end
    of a month that follows is a delay of the law, which nobody types."""
    assert read_delay(quantity(unit, n, lang)) == Duration(n, unit)  # type: ignore[arg-type]


@given(st.integers(1, 90), st.sampled_from(HOURS))
def test_hours_in_whole_days(n: int, word: str) -> None:
    assert read_delay(f"{24 * n}{word}") == Duration(n, "working_days")


def test_no_word_has_two_meanings() -> None:
    assert not set(HOURS) & set(WORDS)
    assert not {word.replace(" ", "_") for word in ALONE} & set(HOURS)


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("", "delay_unread"),
        ("two days", "delay_unread"),
        ("2 days 3", "delay_unread"),
        ("-2d", "delay_unread"),
        ("2", "delay_needs_unit"),
        ("2 jous", "delay_unit_unknown"),
        ("36h", "delay_in_hours"),
        ("0d", "delay_is_nothing"),
        ("0h", "delay_is_nothing"),
        ("3701d", "delay_too_long"),
        ("124m", "delay_too_long"),
        ("999999d", "delay_too_long"),
        ("9999999999d", "delay_unread"),
    ],
)
def test_what_is_wrong_is_said(written: str, key: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_delay(written)
    assert caught.value.key == key
    for lang in LANGUAGES:
        said = caught.value.sentence(lang)
        assert said.endswith((".", "؟"))
        assert written.strip("-0123456789 ") in said


def test_the_nearest_unit_is_named() -> None:
    with pytest.raises(BadInput) as caught:
        read_delay("2 jours ouvrabes")
    assert "jours ouvrables" in caught.value.sentence("fr")
    with pytest.raises(BadInput) as caught:
        read_delay("2 zorglub")
    assert "h, wd, d, fd, m, ?" in caught.value.sentence("fr")


@given(st.text(max_size=30))
def test_any_text_is_a_delay_or_a_sentence(text: str) -> None:
    try:
        found = read_delay(text)
    except BadInput as problem:
        found = problem.sentence("en")
    assert found
    assert isinstance(found, str) or 1 <= found.amount <= 3700


def test_what_arabic_writes_as_one_word_is_one_or_two_of_a_thing() -> None:
    """ "-ان" and "-ين" are two of a thing; "واحد" is one."""
    for words, (amount, unit) in ALONE.items():
        two = any(word.endswith(("ان", "ين")) or word in ("يوما", "يومي") for word in words.split(" "))
        assert amount == (2 if two else 1), words
        assert read_delay(words) == Duration(amount, unit)
