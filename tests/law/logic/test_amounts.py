"""Amounts: exact fractions down to one rounding, and the worked examples of the law of domestic work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from oracle import PLAIN, hours, rounded, row_of

from snia_advisor.law.logic.facts import UNKNOWN, Facts
from snia_advisor.law.logic.functions import (
    OutOfCalendar,
    Row,
    add_days,
    add_months,
    bracket,
    difference,
    if_at_least,
    if_yes,
    last_day_of_months,
    later_of,
    product,
    quotient,
    round_half_up,
    service_hours,
    service_hours_full_years,
    share,
    sum_capped,
    sum_excess,
    total,
    whole_years_between,
)
from snia_advisor.law.logic.operators import FUNCTIONS
from snia_advisor.law.model.values import NONE
from snia_advisor.law.rulebase.base import RuleBase

Law = Callable[[str], RuleBase]
ON = date(2026, 3, 1)
money = st.decimals(-(10**6), 10**6, places=2) | st.fractions(-1000, 1000, max_denominator=60) | st.integers(-1000, 1000)
days = st.dates(date(1996, 1, 1), date(2040, 12, 31)) | st.sampled_from([date(2024, 2, 29), date(2023, 2, 28)])


def rows(*written: tuple[Any, Any, Any]) -> tuple[Row, ...]:
    """A table of the law."""
    return tuple(Row(Decimal(low), None if to is None else Decimal(to), Decimal(value)) for low, to, value in written)


BANDS = rows((1, 5, 96), (6, 10, 144), (11, 15, 192), (16, None, 240))
TAXED = rows((0, 500, "0.5"), ("500.01", 1000, "1.25"), (2000, 3000, 2))


# --- one rounding ------------------------------------------------------------------------------------------------


@given(money, st.integers(0, 6))
def test_halves_go_away_from_zero(value: Any, places: int) -> None:
    found = round_half_up(value, places)
    assert Fraction(found) == rounded(Fraction(value), places)
    assert found.as_tuple().exponent == -places
    assert round_half_up(-value, places) == -found


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [("0.005", 2, "0.01"), ("-0.005", 2, "-0.01"), ("2.675", 2, "2.68"), ("0.5", 0, "1"), ("-0.5", 0, "-1"),
     ("1.4999", 0, "1"), ("0", 2, "0.00"), ("1e20", 6, "100000000000000000000.000000")],
)  # fmt: skip
def test_rounding(value: str, places: int, expected: str) -> None:
    assert str(round_half_up(Fraction(value), places)) == expected


def test_more_digits_than_a_decimal_usually_keeps() -> None:
    value = Fraction(10**40 + 1, 1000)
    assert str(round_half_up(value, 3)) == f"{10**37}.001"


def test_rounding_comes_once_at_the_end(law: Law) -> None:
    base = law("""
- fact: a.hours
  type: integer
- derived: a.month
  type: decimal
  exact: yes
  compute: {quotient: [$a.hours, 3]}
- derived: a.month_rounded
  type: decimal
  places: 2
  compute: {quotient: [$a.hours, 3]}
- derived: a.year
  type: decimal
  places: 2
  compute: {product: [$a.month, 3]}
- derived: a.year_rounded
  type: decimal
  places: 2
  compute: {product: [$a.month_rounded, 3]}
""")
    facts = Facts({"a.hours": 200}, ON, base)
    assert facts.value("a.month") == Fraction(200, 3)
    assert str(facts.value("a.month_rounded")) == "66.67"
    assert str(facts.value("a.year")) == "200.00"
    assert str(facts.value("a.year_rounded")) == "200.01"


# --- each function -----------------------------------------------------------------------------------------------


@given(money, money, money, money)
def test_numbers_are_as_the_third_opinion_has_them(a: Any, b: Any, c: Any, d: Any) -> None:
    exact = [Fraction(value) for value in (a, b, c, d)]
    for function in ("product", "sum", "largest", "smallest", "if_at_least"):
        assert FUNCTIONS[function].compute(a, b, c, d) == PLAIN[function](*exact), function
    for function in ("difference", "share"):
        assert FUNCTIONS[function].compute(a, b) == PLAIN[function](*exact[:2]), function
    for function in FUNCTIONS.keys() & PLAIN.keys() - {"later_of", "earlier_of", "count", "if_yes"}:
        if function.startswith("sum_"):
            assert FUNCTIONS[function].compute([a, b, c], d) == PLAIN[function](exact[:3], exact[3]), function
    if b:
        assert quotient(a, b) * Fraction(b) == Fraction(a)


@given(st.lists(money, max_size=6), money)
def test_what_is_above_a_limit_and_what_is_below_make_the_whole(column: list[Any], limit: Any) -> None:
    assert sum_excess(column, limit) + sum_capped(column, limit) == total(column)
    assert sum_excess(column, limit) >= 0


def test_a_client_above_the_limit() -> None:
    clients = [Decimal(100000), Decimal("80000.01"), Decimal(80000), Decimal(5)]
    assert sum_excess(clients, 80000) == Fraction("20000.01")
    assert sum_capped(clients, 80000) == 240005
    assert (sum_excess([], 1), sum_capped([], 1), total([])) == (0, 0, 0)


@pytest.mark.parametrize(
    ("value", "chosen"), [(1, 10), (Decimal("0.99"), 20), (Fraction(1, 1), 10), (Fraction(99, 100), 20)]
)
def test_a_threshold_is_reached_by_itself(value: Any, chosen: int) -> None:
    for threshold in (1, Decimal("1.00"), Fraction(1)):
        assert if_at_least(value, threshold, 10, 20) == chosen


def test_the_answer_chooses() -> None:
    assert (if_yes(True, Decimal("1.5"), 2), if_yes(False, Decimal("1.5"), 2)) == (Fraction(3, 2), 2)


@pytest.mark.parametrize(
    ("value", "expected"),
    [(-5, "0.5"), (0, "0.5"), (500, "0.5"), (Fraction(1001, 2), "1.25"), (Decimal("500.005"), "1.25"), (1000, "1.25"),
     (1500, 2), (3000, 2)],
)  # fmt: skip
def test_a_bracket_ends_with_its_end(value: Any, expected: Any) -> None:
    """What falls between two rows belongs to the upper one."""
    assert bracket(value, TAXED) == Fraction(expected)


def test_beyond_the_last_row_nothing_is_known() -> None:
    with pytest.raises(OutOfCalendar):
        bracket(Decimal("3000.01"), TAXED)
    with pytest.raises(OutOfCalendar):
        service_hours(date(2000, 1, 1), date(2006, 1, 2), BANDS[:1])
    assert service_hours(date(2000, 1, 1), date(2005, 1, 1), BANDS[:1]) == 480, "the sixth year has not begun"


@given(money, st.lists(st.integers(-1000, 1000), min_size=1, max_size=5, unique=True))
def test_brackets_as_the_third_opinion_has_them(value: Any, ends: list[int]) -> None:
    table = rows(*((0, end, number) for number, end in enumerate(sorted(ends))), (0, None, 99))
    plain = [(None if row.to is None else Fraction(row.to), Fraction(row.value)) for row in table]
    assert bracket(value, table) == row_of(plain, Fraction(value))


@given(days, days)
def test_hours_of_service_as_the_third_opinion_has_them(start: date, end: date) -> None:
    plain = [(None if row.to is None else Fraction(row.to), Fraction(row.value)) for row in BANDS]
    assert service_hours(start, end, BANDS) == hours(start, end, plain, full=False)
    assert service_hours_full_years(start, end, BANDS) == hours(start, end, plain, full=True)


@given(days, st.integers(0, 12000))
def test_service_earns_every_day(start: date, count: int) -> None:
    one, next_ = (service_hours(start, start + timedelta(days=n), BANDS) for n in (count, count + 1))
    assert 0 < next_ - one <= Fraction(240, 365)
    assert one <= service_hours_full_years(start, start + timedelta(days=count), BANDS)
    if end_of := whole_years_between(start, start + timedelta(days=count)):
        whole = add_months(start, 12 * end_of)
        assert service_hours(start, whole, BANDS) == service_hours_full_years(start, whole, BANDS)


def test_no_hours_before_service() -> None:
    assert service_hours(date(2026, 1, 2), date(2026, 1, 1), BANDS) == 0
    assert service_hours_full_years(date(2026, 1, 1), date(2026, 1, 1), BANDS) == 0


# --- what is not known -------------------------------------------------------------------------------------------

DERIVED = """
- fact: a.x
  type: decimal
  places: 2
  none_allowed: yes
- fact: a.y
  type: decimal
  places: 2
  none_allowed: yes
- fact: a.agreed
  type: yes_no
- parameter: scale
  type: table
  series:
    - {from: 2026-01-01, to: none, value: [{from: 0, to: 10, value: 1.5}, {from: 10.01, to: none, value: 2}]}
- derived: a.quotient
  type: decimal
  places: 2
  compute: {quotient: [$a.x, $a.y]}
- derived: a.exact
  type: decimal
  exact: yes
  compute: {quotient: [$a.x, 3]}
- derived: a.bracket
  type: decimal
  places: 1
  compute: {bracket: [$a.exact, $scale]}
- derived: a.reached
  type: decimal
  places: 0
  compute: {if_at_least: [$a.exact, $a.y, 1, 0]}
- derived: a.chosen
  type: decimal
  places: 2
  compute: {if_yes: [$a.agreed, $a.x, $a.y]}
"""


def value(base: RuleBase, name: str, on: date = ON, **known: Any) -> Any:
    """A derived fact of the law above."""
    return Facts({f"a.{key}": item for key, item in known.items()}, on, base).value(name)


def test_a_quotient_by_zero_is_unknown(law: Law) -> None:
    base = law(DERIVED)
    assert value(base, "a.quotient", x=Decimal(1), y=Decimal(3)) == Decimal("0.33")
    assert value(base, "a.quotient", x=Decimal(1), y=Decimal(0)) is UNKNOWN
    assert value(base, "a.quotient", x=Decimal(1), y=NONE) is NONE
    assert value(base, "a.quotient", x=Decimal(1)) is UNKNOWN


def test_exact_figures_meet_brackets_and_thresholds(law: Law) -> None:
    base = law(DERIVED)
    assert value(base, "a.bracket", x=Decimal(30)) == Decimal("1.5")
    assert value(base, "a.bracket", x=Decimal("30.01")) == 2
    assert value(base, "a.bracket", x=Decimal(30), on=date(2025, 12, 31)) is UNKNOWN
    assert value(base, "a.reached", x=Decimal(30), y=Decimal("10.00")) == 1
    assert value(base, "a.reached", x=Decimal("29.99"), y=Decimal("10.00")) == 0


def test_only_the_branch_taken_counts(law: Law) -> None:
    base = law(DERIVED)
    assert value(base, "a.chosen", agreed=True, x=Decimal(1)) == 1
    assert value(base, "a.chosen", agreed=False, x=Decimal(1)) is UNKNOWN
    assert value(base, "a.chosen", agreed=False, y=NONE) is NONE
    assert value(base, "a.chosen", agreed=True, x=Decimal(1), y=NONE) == 1
    for x, y in ((NONE, Decimal(1)), (Decimal(1), NONE), (NONE, NONE)):
        assert value(base, "a.chosen", x=x, y=y) is UNKNOWN, "the answer may choose the other branch"


# --- the worked examples of the dossier (domestic work, W1 to W19) ------------------------------------------------


def centimes(amount: Fraction) -> str:
    return str(round_half_up(amount, 2))


def strict(smig: str, weekly: int) -> Fraction:
    """The floor by the hours of the week."""
    return product(share(Decimal(smig), 60), quotient(product(weekly, 52), 12))


def practice(smig: str) -> Fraction:
    """The floor by the month of 191 hours."""
    return product(share(Decimal(smig), 60), 191)


def severance(start: date, end: date, wage: str, month: int, table: Any = service_hours) -> str:
    """The indemnity of a dismissal; nothing under a year of service."""
    begun = later_of(start, date(2018, 10, 2))
    amount = quotient(product(table(begun, end, BANDS), Decimal(wage)), month)
    return centimes(if_at_least(whole_years_between(begun, end), 1, amount, 0))


def contributions(wage: str) -> tuple[str, str, str]:
    """The shares of the worker and of the employer, each rounded, and their sum."""
    capped = sum_capped([Decimal(wage)], 6000)
    worker = total(share(capped, Decimal("0.52")), share(capped, Decimal("3.96")), share(Decimal(wage), Decimal("2.26")))
    whole = total(share(Decimal(wage), Decimal("6.40")), share(Decimal(wage), Decimal("4.11")))
    employer = total(whole, share(capped, Decimal("1.05")), share(capped, Decimal("7.93")))
    both = total(round_half_up(worker, 2), round_half_up(employer, 2))
    return centimes(worker), centimes(employer), centimes(both)


def leave(months: int) -> Fraction:
    return if_at_least(months, 6, product(months, Decimal("1.5")), 0)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(lambda: centimes(practice("16.29")), "1866.83", id="W1 low"),
        pytest.param(lambda: centimes(strict("16.29", 48)), "2032.99", id="W1 high"),
        pytest.param(lambda: centimes(practice("13.46")), "1542.52", id="W2 June low"),
        pytest.param(lambda: centimes(strict("13.46", 48)), "1679.81", id="W2 June high"),
        pytest.param(lambda: centimes(practice("14.13")), "1619.30", id="W2 July low"),
        pytest.param(lambda: centimes(difference(round_half_up(practice("14.13"), 2), 1600)), "19.30", id="W2 short"),
        pytest.param(lambda: centimes(strict("17.10", 24)), "1067.04", id="W3 24 hours"),
        pytest.param(lambda: centimes(strict("17.10", 6)), "266.76", id="W3 6 hours"),
        pytest.param(lambda: centimes(strict("17.10", 44)), "1956.24", id="W4 strict"),
        pytest.param(lambda: centimes(practice("17.10")), "1959.66", id="W4 practice"),
        pytest.param(lambda: [leave(m) for m in (5, 6, 7, 10, 15)], [0, 9, Fraction(21, 2), 15, Fraction(45, 2)], id="W5"),
        pytest.param(lambda: severance(date(2020, 6, 15), date(2022, 6, 15), "2200", 191), "2211.52", id="W6 191"),
        pytest.param(lambda: severance(date(2020, 6, 15), date(2022, 6, 15), "2200", 208), "2030.77", id="W6 208"),
        pytest.param(lambda: severance(date(2022, 11, 1), date(2023, 10, 31), "2100", 191), "0.00", id="W7"),
        pytest.param(lambda: severance(date(2017, 4, 1), date(2024, 10, 2), "2800", 191), "9147.64", id="W8 191"),
        pytest.param(lambda: severance(date(2017, 4, 1), date(2024, 10, 2), "2800", 208), "8400.00", id="W8 208"),
        pytest.param(lambda: severance(date(2021, 9, 1), date(2025, 12, 1), "2500", 191), "5339.45", id="W9 191"),
        pytest.param(lambda: severance(date(2021, 9, 1), date(2025, 12, 1), "2500", 208), "4903.06", id="W9 208"),
        pytest.param(lambda: severance(date(2021, 9, 1), date(2025, 12, 1), "2500", 191, service_hours_full_years),
                     "6282.72", id="W9 full 191"),
        pytest.param(lambda: severance(date(2021, 9, 1), date(2025, 12, 1), "2500", 208, service_hours_full_years),
                     "5769.23", id="W9 full 208"),
        pytest.param(lambda: severance(date(2016, 5, 1), date(2026, 4, 2), "2600", 191), "11431.87", id="W10 191"),
        pytest.param(lambda: severance(date(2016, 5, 1), date(2026, 4, 2), "2600", 208), "10497.53", id="W10 208"),
        pytest.param(lambda: severance(date(2016, 5, 1), date(2026, 4, 2), "2600", 191, service_hours_full_years),
                     "12414.66", id="W10 full 191"),
        pytest.param(lambda: severance(date(2016, 5, 1), date(2026, 4, 2), "2600", 208, service_hours_full_years),
                     "11400.00", id="W10 full 208"),
        pytest.param(lambda: contributions("2400.00"), ("161.76", "467.76", "629.52"), id="W11"),
        pytest.param(lambda: contributions("8500.00"), ("460.90", "1432.15", "1893.05"), id="W12"),
        pytest.param(lambda: centimes(share(Decimal("1959.66"), difference(100, Decimal("6.74")))), "1827.58", id="W13 net"),
        pytest.param(lambda: centimes(quotient(product(1800, 100), Decimal("93.26"))), "1930.09", id="W13 gross"),
        pytest.param(lambda: centimes(product(quotient(Decimal(2340), 26), 3)), "270.00", id="W14"),
        pytest.param(lambda: severance(date(2025, 1, 1), add_days(date(2025, 1, 1), 18), "2400", 191), "0.00", id="W15"),
        pytest.param(lambda: last_day_of_months(date(2025, 3, 3), 12), date(2026, 3, 2), id="W16"),
        pytest.param(lambda: add_months(date(2026, 5, 12), 1), date(2026, 6, 12), id="W17"),
        pytest.param(lambda: add_days(date(2026, 5, 12), 30), date(2026, 6, 11), id="W17 by days"),
        pytest.param(lambda: add_months(date(2026, 2, 1), 3), date(2026, 5, 1), id="W18"),
        pytest.param(lambda: add_days(date(2026, 2, 3), 8), date(2026, 2, 11), id="W19"),
    ],
)  # fmt: skip
def test_a_worked_example(found: Callable[[], Any], expected: Any) -> None:
    assert found() == expected


def test_the_hours_of_the_worked_examples() -> None:
    assert service_hours(date(2020, 6, 15), date(2022, 6, 15), BANDS) == 192
    assert service_hours(date(2018, 10, 2), date(2024, 10, 2), BANDS) == 624
    for start, end, pro_rata, full in ((date(2021, 9, 1), date(2025, 12, 1), "407.9342", 480),
                                       (date(2018, 10, 2), date(2026, 4, 2), "839.8027", 912)):  # fmt: skip
        assert str(round_half_up(service_hours(start, end, BANDS), 4)) == pro_rata
        assert service_hours_full_years(start, end, BANDS) == full
