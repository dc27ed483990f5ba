"""A delay: how many, of what. Written as people and texts write it.

"48 h" in the text of the simplified procedure is two working days: the clock moves by an hour in Ramadan and desks close in
the afternoon, so nothing is ever counted in hours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from ...errors import BadInput

DelayUnit = Literal["working_days", "calendar_days", "full_days", "months", "month_ends", "unspecified"]
UNITS: tuple[DelayUnit, ...] = ("working_days", "calendar_days", "full_days", "months", "month_ends", "unspecified")
LONGEST = 3_700  # days; ten years hold every delay
HOURS_A_DAY = 24
DAYS_OF_A_MONTH = 30  # obligations and contracts: a month is thirty full days; the other reading is date to date
WORDS: dict[str, DelayUnit] = {
    **dict.fromkeys(
        ("wd", "working_day", "working_days", "workday", "workdays", "business_day", "business_days", "jo", "jour_ouvrable",
         "jours_ouvrables", "jour_ouvré", "jours_ouvrés", "jour_ouvre", "jours_ouvres", "يوم_عمل", "يوما_عمل", "أيام_عمل",
         "ايام_عمل"),
        "working_days",
    ),
    **dict.fromkeys(
        ("d", "day", "days", "calendar_day", "calendar_days", "cd", "j", "jour", "jours", "jour_calendaire",
         "jours_calendaires", "jc", "يوم", "يوما", "أيام", "ايام", "يوم_تقويمي", "يوما_تقويميا", "أيام_تقويمية",
         "ايام_تقويمية"),
        "calendar_days",
    ),
    **dict.fromkeys(
        ("fd", "full_day", "full_days", "clear_day", "clear_days", "jf", "jour_franc", "jours_francs", "يوم_كامل",
         "يوما_كاملا", "أيام_كاملة", "ايام_كاملة"),
        "full_days",
    ),
    **dict.fromkeys(("m", "month", "months", "mois", "شهر", "شهرا", "أشهر", "اشهر", "شهور"), "months"),
    **dict.fromkeys(
        ("?", "d?", "j?", "days?", "day?", "jours?", "jour?", "unspecified", "not_said", "days_unspecified", "non_précisé",
         "non_précisés", "jours_non_précisés", "يوم؟", "أيام؟", "؟", "غير_محدد", "غير_محددة"),
        "unspecified",
    ),
}  # fmt: skip
SHORT = "h, wd, d, fd, m, ?"
HOURS = ("h", "hr", "hrs", "hour", "hours", "heure", "heures", "ساعة", "ساعات")
# Arabic writes one and two of a thing as one word.
ALONE: dict[str, tuple[int, DelayUnit]] = {
    "يوم عمل واحد": (1, "working_days"),
    "يوما عمل": (2, "working_days"),
    "يومي عمل": (2, "working_days"),
    "يوم واحد": (1, "calendar_days"),
    "يوم تقويمي واحد": (1, "calendar_days"),
    "يومان": (2, "calendar_days"),
    "يومان تقويميان": (2, "calendar_days"),
    "يومين": (2, "calendar_days"),
    "يوم كامل واحد": (1, "full_days"),
    "يومان كاملان": (2, "full_days"),
    "شهر واحد": (1, "months"),
    "شهران": (2, "months"),
    "شهرين": (2, "months"),
}


@dataclass(frozen=True)
class Duration:
    """An amount and its unit. `hours`: how many were written, when it was hours."""

    amount: int
    unit: DelayUnit
    hours: int | None = field(default=None, compare=False)


def read_delay(written: str) -> Duration:
    """`48h`, `2wd`, `20d`, `30fd`, `1m`, `20?`, `2 jours ouvrables`, `3 mois`, `أيام عمل 2`. Raises `BadInput`."""
    words = " ".join(re.sub(r"\(.*?\)", " ", written).split()).lower()  # what the program itself says of them, in brackets
    if words in ALONE:
        return Duration(*ALONE[words])
    match = re.fullmatch(r"(\d{1,9})([^\d]*)|([^\d]+?)(\d{1,9})", words)
    if not match:
        raise BadInput("delay_unread", value=written)
    duration = _counted(int(match[1] or match[4]), (match[2] or match[3] or "").strip(), written)
    if duration.amount == 0:
        raise BadInput("delay_is_nothing", value=written)
    if duration.amount * (DAYS_OF_A_MONTH if duration.unit == "months" else 1) > LONGEST:
        raise BadInput("delay_too_long", value=written)
    return duration


def _counted(amount: int, words: str, written: str) -> Duration:
    from ..logic.reading import nearest

    unit = re.sub(r"[\s_-]+", "_", words)
    unit = unit if unit in WORDS else re.sub(r"_(?=[?؟])", "", unit)
    if unit in HOURS:
        if amount % HOURS_A_DAY:
            raise BadInput("delay_in_hours", value=written)
        return Duration(amount // HOURS_A_DAY, "working_days", hours=amount)
    if not unit:
        raise BadInput("delay_needs_unit", value=written, unsaid="?")
    if unit not in WORDS:
        close = nearest(unit, [*WORDS, *HOURS])
        close = close.replace("_", " ") if close in (*WORDS, *HOURS) else SHORT
        raise BadInput("delay_unit_unknown", value=words, nearest=close)
    return Duration(amount, WORDS[unit])
