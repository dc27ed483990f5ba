"""One form of address: French "vous", Arabic the polite plural or the verbal noun, never the familiar singular.

Arabic writes no vowels, so a familiar imperative is told by its place: it opens a clause. A list names what opens one today;
a form of four letters with an alif before them is an imperative wherever it opens a clause, save the words reviewed below. A
noun with the familiar "your" is one of the other words of the rule base with a kaf behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.messages import LANGUAGES, catalogue

LETTERS = "\u0621-\u0652"
OPENS = r"(?:^|[.:;؛،؟!«(\"]\s*|\sثم\s|\sأو\s)"
FAMILIAR_WORDS = """
    أجب أضف أعد اترك ابحث اجمع احسب احتفظ اختر اذكر اذكره ارجع اسأل استشر اطلب اطلع اعتبر اعرض افتح اقرأ اكتب أعط أكمل انتظر
    املأ اتصل أحضر أرفق أرجع أدخل أخبر ادفع خذ قارن انظر تحقق تأكد تجنب ابدأ اتبع اقسم احذف صحح جدد قم
"""
FAMILIAR = re.compile(rf"{OPENS}[وف]?(?:{'|'.join(FAMILIAR_WORDS.split())})(?![{LETTERS}])")
FOUR_LETTERS = re.compile(rf"{OPENS}(ا[^لأإآ\W][^\W][^\W])(?![{LETTERS}])")
NOT_IMPERATIVES = {"اتخذ", "اسما", "اسمه", "ابنه", "اثنا", "اتحد", "امتد", "ارتد"}
# "Do not", with the singular of a verb whose object follows: the feminine and the passive are written alike, so by verb.
FAMILIAR_NOT = re.compile(
    rf"(?<![{LETTERS}])[وف]?لا (?:تخلط|تخلطها|تأخذ|تعتبر (?:السكوت|هذا)|تجب|تنس|تترك|تودع|توقع|تدفع|تؤد|تعتمد على)"
    rf"(?![{LETTERS}])"
)
YOU = re.compile(rf"(?<![{LETTERS}])[وفلب]?(?:أنت|عليك|لديك|منك|عندك|إليك|يهمك|يمكنك|يجب عليك|بك|لك)(?![{LETTERS}])")
WORD = re.compile(rf"[{LETTERS}]+")
# A word and the same with a kaf behind it that are two words.
NOT_YOUR = {"هناك", "وهناك", "مالك", "المالك", "ترك", "السيرك", "بالسيرك", "شك", "شرك", "حرك"}
FRENCH = re.compile(r"\b(?:tu|toi|te|ton|tes|tienne?s?)\b|\bt'", re.IGNORECASE)


def texts(node: Any) -> Iterator[dict[str, str]]:
    """Every text below a node of the rule base."""
    if isinstance(node, dict):
        if set(node) == set(LANGUAGES):
            yield {lang: " ".join(str(text).split()) for lang, text in node.items()}
            return
        for value in node.values():
            yield from texts(value)
    elif isinstance(node, list):
        for value in node:
            yield from texts(value)


def written(rules: RuleBase) -> Iterator[tuple[str, str]]:
    """The French and the Arabic of every text of the rule base and of every sentence of the program."""
    for table in rules.raws.values():
        for raw in table.values():
            for text in texts(raw.body):
                yield text["fr"], text["ar"]
    for said in catalogue().values():
        yield said[0], said[1]


def familiar(arabic: str) -> list[str]:
    """What speaks to the reader as to a friend, but for "your"."""
    found = [match.group() for pattern in (FAMILIAR, FAMILIAR_NOT, YOU) for match in pattern.finditer(arabic)]
    return found + [match.group(1) for match in FOUR_LETTERS.finditer(arabic) if match.group(1) not in NOT_IMPERATIVES]


def test_the_arabic_never_uses_the_familiar_form(rules: RuleBase) -> None:
    found = {arabic: marks for _, arabic in written(rules) if (marks := familiar(arabic))}
    assert found == {}


def test_the_arabic_has_no_familiar_your(rules: RuleBase) -> None:
    words = {word for _, arabic in written(rules) for word in WORD.findall(arabic)}
    stems = {form for word in words for form in (word, word[:-1] + "ت" if word.endswith("ة") else word)}
    assert {word for word in words if len(word) > 3 and word.endswith("ك") and word[:-1] in stems} <= NOT_YOUR


def test_the_french_says_vous(rules: RuleBase) -> None:
    assert {french for french, _ in written(rules) if FRENCH.search(french)} == set()


@pytest.mark.parametrize(
    ("arabic", "is_familiar"),
    [
        ("اقرأ صفحة الهوية.", True),
        ("لا يكفي السجل التجاري: اطلب رقم الرخصة.", True),
        ("عند الشك، اسأل الإدارة واترك السؤال.", True),
        ("افحص البطاقة أولا", True),
        ("لا تخلط بين النيجر ونيجيريا", True),
        ("عليك أداء الفرق", True),
        ("اقرؤوا صفحة الهوية.", False),
        ("قراءة صفحة الهوية، ثم طلب التجديد", False),
        ("على أي استمارة أعد العقد؟", False),
        ("احتساب المدة من يوم التبليغ", False),
    ],
)
def test_what_is_familiar(arabic: str, is_familiar: bool) -> None:
    assert bool(familiar(arabic)) is is_familiar
