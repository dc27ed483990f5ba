"""Two ways to write the same name are the same text; two names are not."""

from __future__ import annotations

import pytest

from snia_advisor.answer.telling.spelling import digits, letters, spelt, words
from snia_advisor.questions.ask.keys import Key, key_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sénégal", "SENEGAL"),
        ("Côte d'Ivoire", "cote d ivoire"),
        ("Côte d’Ivoire", "Cote d'Ivoire"),
        ("le Niger", "Niger"),
        ("São Tomé", "sao tome"),
        ("Équateur", "equateur"),
        ("الإمارات", "الامارات"),
        ("إفريقيا", "افريقيا"),
        ("أفغانستان", "افغانستان"),
        ("آذربيجان", "اذربيجان"),
        ("السنغال", "سنغال"),
        ("السَّنْغال", "السنغال"),
        ("الســـنغال", "السنغال"),
        ("غينيا الاستوائية", "غينيا الإستوائيه"),
        ("مالى", "مالي"),
        ("الطوگو", "الطوغو"),
    ],
)
def test_the_same_name(one: str, other: str) -> None:
    assert spelt(one) == spelt(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Niger", "Nigeria"), ("النيجر", "نيجيريا"), ("Iran", "Irak"), ("Mali", "Malte")]
)
def test_not_the_same_name(one: str, other: str) -> None:
    assert spelt(one) != spelt(other)


def test_the_article_is_only_taken_off_where_a_word_remains() -> None:
    assert words("الهند") == ("هند",)
    assert words("الا") == ("الا",)
    assert words("La") == ("la",)  # a small word alone is still a word


def test_digits_of_every_script() -> None:
    assert digits("٢٠٢٦ ۲۰۲۶ 2026 x") == "2026 2026 2026 x"


def test_letters_keep_figures_and_nothing_else() -> None:
    assert letters("  A1, (n° 2) !") == "a1 n 2"


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("?", Key.help), ("؟", Key.help), ("aide", Key.help), ("مساعدة", Key.help), ("b", Key.back), (" B ", Key.back),
        ("retour", Key.back), ("رجوع", Key.back), ("u", Key.unknown), ("Je ne sais pas", Key.unknown),
        ("I don't know", Key.unknown), ("لا أعرف", Key.unknown), ("s", Key.save), ("حفظ", Key.save), ("q", Key.quit),
        ("arrêter", Key.quit), ("o", None), ("n", None), ("bénin", None), ("sénégal", None), ("0", None), ("", None),
    ],
)  # fmt: skip
def test_keys(typed: str, key: Key | None) -> None:
    assert key_of(typed) is key
