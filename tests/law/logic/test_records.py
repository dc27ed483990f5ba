"""Lists of records: what is decided while a value is missing, and what never is too early."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import event, given
from hypothesis import strategies as st
from oracle import HOLDS

from snia_advisor.errors import RuleBaseError
from snia_advisor.law.logic.atoms import decide
from snia_advisor.law.logic.conditions import Compare, Ref, read, refs
from snia_advisor.law.logic.facts import UNKNOWN, Facts
from snia_advisor.law.logic.records import compare_range, sum_range
from snia_advisor.law.logic.truth import conjunction, disjunction
from snia_advisor.law.model.values import NONE, Records
from snia_advisor.law.rulebase.base import RuleBase

Law = Callable[[str], RuleBase]
ON = date(2026, 3, 1)
OPS = ["at_least", "more_than", "at_most", "less_than", "equal"]
TEXT = """
- fact: shop.clients
  type: records
  fields:
    turnover: {type: decimal, places: 2, minimum: 0}
    balance: {type: decimal, places: 2}
    gift: {type: decimal, places: 2, minimum: 100, maximum: 500, none_allowed: yes}
    share: {type: integer, minimum: 0, maximum: 100}
    loss: {type: integer, maximum: 0}
    kind: {type: choice, options: [person, company]}
    ties: {type: set, options: [p, q]}
    abroad: {type: yes_no}
    since: {type: date, none_allowed: yes}
- fact: shop.signed
  type: date
- fact: shop.ceiling
  type: decimal
  places: 2
  none_allowed: yes
- parameter: ceiling
  type: decimal
  places: 2
  series:
    - {from: none, to: 2025-12-31, value: 100.00}
    - {from: 2026-01-01, to: none, value: 200.00}
- derived: shop.third
  type: decimal
  exact: yes
  compute: {quotient: [$shop.ceiling, 3]}
- derived: shop.total
  type: decimal
  places: 2
  compute: {sum: [$shop.clients.turnover]}
- derived: shop.companies
  type: integer
  compute: {count: [$shop.clients.turnover]}
  where: {kind: company}
- derived: shop.large
  type: decimal
  places: 2
  compute: {sum: [$shop.clients.turnover]}
  where: {turnover: {more_than: $shop.ceiling}}
- derived: shop.given
  type: integer
  compute: {count: [$shop.clients.gift]}
"""


class Page:
    """The law above, and what is true of a list under it."""

    def __init__(self, base: RuleBase) -> None:
        self.base = base

    def facts(self, records: Any, complete: bool = True, **more: Any) -> Facts:
        known = {f"shop.{name}": value for name, value in more.items()}
        if records is not UNKNOWN:
            known["shop.clients"] = Records(tuple(records), complete)
        return Facts(known, ON, self.base)

    def truth(self, asked: Any, records: Any, complete: bool = True, at: str = "on", **more: Any) -> bool | None:
        comparison = read({"shop.clients": asked}, self.base)
        return decide(comparison, self.facts(records, complete, **more), at)


@pytest.fixture
def page(law: Law) -> Page:
    return Page(law(TEXT))


def rows(column: str, *values: Any) -> list[dict[str, Any]]:
    """Records of one column; `None` for a value that is not given."""
    return [{} if value is None else {column: value if value is NONE else Decimal(value)} for value in values]


# --- the example of the page -------------------------------------------------------------------------------------


def test_a_total_that_is_passed_whatever_is_missing(page: Page) -> None:
    asked = {"sum": {"of": "turnover", "more_than": "200000"}}
    assert page.truth(asked, rows("turnover", 150000, None, 90000)) is True
    assert page.truth(asked, rows("turnover", 150000, None, 50000)) is None
    assert page.truth(asked, rows("turnover", 150000, 50000)) is False
    assert page.truth(asked, rows("balance", 150000, None, 90000)) is None


# --- any of them, each of them -----------------------------------------------------------------------------------

TRUTHS: list[bool | None] = [True, False, None]


@pytest.mark.parametrize("truths", [list(t) for n in range(4) for t in itertools.product(TRUTHS, repeat=n)], ids=str)
@pytest.mark.parametrize("complete", [True, False])
def test_one_and_each_are_what_every_completion_says(page: Page, truths: list[bool | None], complete: bool) -> None:
    """Unknown exactly where two completions of the list disagree."""
    records = [{} if truth is None else {"abroad": truth} for truth in truths]
    full = [(True, False) if truth is None else (truth,) for truth in truths]
    endings: list[tuple[bool, ...]] = [()] if complete else [(), (True,), (False,)]
    lists = [(*one, *end) for one in itertools.product(*full) for end in endings]
    for op, whole in (("any_of", any), ("every", all)):
        answers = {whole(one) for one in lists}
        expected = answers.pop() if len(answers) == 1 else None
        assert page.truth({op: {"abroad": "yes"}}, records, complete) is expected


def test_nothing_is_true_of_an_empty_list_but_each(page: Page) -> None:
    assert page.truth({"any_of": {"abroad": "yes"}}, []) is False
    assert page.truth({"every": {"abroad": "yes"}}, []) is True
    assert page.truth({"count": {"equal": "0"}}, []) is True
    assert page.truth({"sum": {"of": "turnover", "equal": "0"}}, []) is True


@pytest.mark.parametrize("asked", [{"any_of": {"abroad": "yes"}}, {"every": {"abroad": "yes"}}, {"count": {"at_least": "0"}},
                                   {"sum": {"of": "turnover", "at_least": "0"}}], ids=str)  # fmt: skip
def test_a_list_that_is_not_given_is_unknown(page: Page, asked: Any) -> None:
    assert page.truth(asked, UNKNOWN) is None


def test_conditions_inside_a_record(page: Page) -> None:
    records = [{"kind": "company", "turnover": Decimal(10), "ties": frozenset({"p"}), "since": NONE}, {"kind": "person"}]
    for inner, expected in (
        ({"all": [{"kind": "company"}, {"turnover": {"at_least": "10"}}]}, True),
        ({"all": [{"kind": "company"}, {"turnover": {"more_than": "10"}}]}, False),
        ({"all": [{"kind": "person"}, {"turnover": {"more_than": "10"}}]}, None),
        ({"any": [{"abroad": "yes"}, {"kind": ["person", "company"]}]}, True),
        ({"not": {"kind": ["person", "company"]}}, False),
        ({"not": {"abroad": "yes"}}, None),
        ({"ties": {"includes": "p"}}, True),
        ({"ties": {"only": ["q"]}}, None),  # of the second nothing is known
        ({"since": "none"}, True),
        ({"all": [{"kind": "company"}, {"since": {"before": "$on"}}]}, False),
    ):
        assert page.truth({"any_of": inner}, records) is expected, inner


@given(st.lists(st.sampled_from(TRUTHS), max_size=5))
def test_kleene_is_the_weakest_and_the_strongest(truths: list[bool | None]) -> None:
    rank = {False: 0, None: 1, True: 2}
    assert conjunction(truths) is min(truths, key=rank.__getitem__, default=True)
    assert disjunction(truths) is max(truths, key=rank.__getitem__, default=False)


# --- how many ----------------------------------------------------------------------------------------------------


def test_how_many_is_between_the_certain_and_the_possible(page: Page) -> None:
    records = [{"kind": "company"}, {"kind": "person"}, {}]
    asked = {"where": {"kind": "company"}}
    expected = {"at_least": [True, True, None, False], "less_than": [False, False, None, True],
                "more_than": [True, None, False, False], "at_most": [False, None, True, True],
                "equal": [False, None, None, False]}  # fmt: skip
    for op, truths in expected.items():
        found = [page.truth({"count": {**asked, op: str(number)}}, records) for number in range(4)]
        assert found == truths, op


def test_an_incomplete_list_has_at_least_these(page: Page) -> None:
    for op, number, truth in (("at_least", 2, True), ("at_least", 3, None), ("less_than", 2, False), ("at_most", 2, None),
                              ("equal", 1, False), ("equal", 2, None)):  # fmt: skip
        assert page.truth({"count": {op: str(number)}}, [{}, {}], complete=False) is truth
    assert page.truth({"count": {"where": {"kind": "company"}, "at_least": "1"}}, [{"kind": "person"}], False) is None


# --- totals ------------------------------------------------------------------------------------------------------


def test_the_limits_of_the_column_bound_what_is_missing(page: Page) -> None:
    def total(column: str, op: str, limit: str, *values: Any, complete: bool = True) -> bool | None:
        return page.truth({"sum": {"of": column, op: limit}}, rows(column, *values), complete)

    assert total("share", "at_most", "150", 50, None) is True
    assert total("share", "at_most", "149", 50, None) is None
    assert total("share", "less_than", "50", 50, None) is False
    assert total("share", "at_most", "150", 50, None, complete=False) is None
    assert total("loss", "at_most", "-5", -5, None, complete=False) is True
    assert total("loss", "at_least", "-5", -5, None) is None
    assert total("turnover", "at_least", "5", 5, complete=False) is True
    assert total("turnover", "equal", "5", 5, complete=False) is None
    assert total("turnover", "equal", "4.99", 5, complete=False) is False
    assert total("balance", "at_least", "5", 5, complete=False) is None


def test_a_value_that_is_none_counts_for_nothing(page: Page) -> None:
    def gifts(op: str, limit: str, *values: Any) -> bool | None:
        return page.truth({"sum": {"of": "gift", op: limit}}, rows("gift", *values))

    assert gifts("equal", "120", 120, NONE) is True
    assert gifts("at_least", "220", 120, None) is None
    assert gifts("at_least", "200", 120, None) is None, "the gift that is not known may be none at all"
    assert gifts("at_most", "620", 120, None) is True
    assert page.facts(rows("gift", 120, NONE)).value("shop.given") == 1


def test_a_total_may_be_compared_beyond_what_one_record_can_have(page: Page) -> None:
    assert page.truth({"sum": {"of": "share", "at_most": "250"}}, rows("share", 100, 100, 50)) is True
    assert page.truth({"sum": {"of": "gift", "more_than": "0"}}, rows("gift", 100)) is True
    with pytest.raises(Exception, match="out_of_range"):
        page.truth({"any_of": {"share": {"at_most": "250"}}}, [])


def test_a_record_that_may_count_adds_something_or_nothing(page: Page) -> None:
    asked = {"of": "balance", "where": {"kind": "company"}}
    records = [{"kind": "company", "balance": Decimal(10)}, {"balance": Decimal(-4)}, {"kind": "person"}]
    for op, limit, truth in (("at_least", "6", True), ("more_than", "6", None), ("at_most", "10", True),
                             ("less_than", "10", None), ("equal", "11", False)):  # fmt: skip
        assert page.truth({"sum": {**asked, op: limit}}, records) is truth


def test_what_a_total_is_compared_with(page: Page) -> None:
    records = rows("turnover", 100, 50)
    ceiling = {"sum": {"of": "turnover", "more_than": "$shop.ceiling"}}
    assert page.truth(ceiling, records) is None
    assert page.truth(ceiling, records, ceiling=NONE) is False
    assert page.truth(ceiling, records, ceiling=Decimal("149.99")) is True
    third = {"sum": {"of": "turnover", "more_than": "$shop.third"}}
    assert page.facts(records, ceiling=Decimal(451)).value("shop.third") == Fraction(451, 3)
    assert page.truth(third, records, ceiling=Decimal(450)) is False
    assert page.truth(third, records, ceiling=Decimal("449.99")) is True
    assert page.truth({"any_of": {"turnover": {"more_than": "$shop.third"}}}, records, ceiling=Decimal("299.99")) is True


def test_a_parameter_is_read_on_the_date_of_the_rule(law: Law) -> None:
    """In the comparison of a total, and in the condition over a record."""
    inner = "{any_of: {turnover: {more_than: $ceiling}}}", "{sum: {of: turnover, more_than: $ceiling}}"
    counted = "{count: {where: {turnover: {more_than: $ceiling}}, at_least: 1}}"
    rules = "".join(
        f"- rule: r{n}\n  when: {{shop.clients: {c}}}\n  at: shop.signed\n" for n, c in enumerate((*inner, counted))
    )
    base = law(TEXT + rules)
    from snia_advisor.law.logic.network import Network

    network = Network(base)
    for name in base.rules:
        atom = network.nodes[network.nodes[network.rule(name)].children[0]]
        assert isinstance(atom.atom, Compare)
        for signed, truth in ((date(2025, 12, 31), True), (date(2026, 1, 1), False), (None, None)):
            known = {"signed": signed} if signed else {}
            assert decide(atom.atom, Page(base).facts(rows("turnover", 150), **known), atom.at) is truth


# --- what every completion says ----------------------------------------------------------------------------------

GRID = [Decimal(number) / 2 for number in range(-8, 9)]


@st.composite
def partial_lists(draw: st.DrawFn) -> tuple[list[Any], list[Any], Any, Any, bool]:
    """Truths and values of some records, either of them missing at times, and the limits of the column."""
    minimum, maximum = draw(st.sampled_from([(None, None), (0, None), (None, 0), (0, 3), (-2, 2), (1, 3)]))
    values = [v for v in GRID if (minimum is None or v >= minimum) and (maximum is None or v <= maximum)]
    size = draw(st.integers(0, 3))
    one = st.sampled_from([*values, None, None])
    truths = draw(st.lists(st.sampled_from(TRUTHS), min_size=size, max_size=size))
    return truths, [draw(one) for _ in range(size)], minimum, maximum, draw(st.booleans())


def completions(truths: list[Any], values: list[Any], complete: bool, minimum: Any, maximum: Any) -> Iterator[Decimal]:
    """Totals of the list filled in: with the limits of the column, or with much where it has none."""
    ends = [Decimal(-(10**6) if minimum is None else minimum), Decimal(10**6 if maximum is None else maximum)]
    parts = []
    for truth, value in zip(truths, values, strict=True):
        counted = [value] if value is not None else [*ends, *(v for v in GRID if ends[0] <= v <= ends[1])]
        parts.append([Decimal(0)] if truth is False else counted if truth else [Decimal(0), *counted])
    if not complete:
        parts.append([Decimal(0), *(10**7 * end for end in ends)])
    totals = {Decimal(0)}
    for part in parts:
        totals = {total + value for total in totals for value in set(part)}
    yield from totals


@given(partial_lists(), st.sampled_from(OPS), st.sampled_from(GRID))
def test_what_is_decided_stays_and_what_is_not_can_go_both_ways(drawn: Any, op: str, limit: Decimal) -> None:
    truths, values, minimum, maximum, complete = drawn
    low, high = (None if end is None else Decimal(end) for end in (minimum, maximum))
    records = Records(tuple({} for _ in truths), complete)
    found = compare_range(*sum_range(records, truths, values, low, high), op, limit)
    totals = set(completions(truths, values, complete, minimum, maximum))
    answers = {HOLDS[op][1 + (total > limit) - (total < limit)] for total in totals}
    event(f"{op} {found}")
    if found is not None:
        assert answers == {found}
    elif op != "equal":
        assert answers == {True, False}
    else:  # between its ends a total need not take every value, but it is not always there
        assert False in answers


@given(st.lists(st.sampled_from(TRUTHS), max_size=5), st.booleans(), st.sampled_from(OPS), st.integers(-1, 6))
def test_a_number_of_records_likewise(truths: list[bool | None], complete: bool, op: str, limit: int) -> None:
    from snia_advisor.law.logic.records import count_range

    found = compare_range(*count_range(Records(tuple({} for _ in truths), complete), truths), op, Decimal(limit))
    least = truths.count(True)
    counts = range(least, least + truths.count(None) + (1 if complete else 20))
    answers = {HOLDS[op][1 + (count > limit) - (count < limit)] for count in counts}
    assert found is (answers.pop() if len(answers) == 1 else None)


# --- columns of derived facts ------------------------------------------------------------------------------------


def test_a_column_is_known_when_all_that_counts_is(page: Page) -> None:
    whole = [{"turnover": Decimal(10), "kind": "company"}, {"turnover": Decimal("5.50"), "kind": "person"}]
    assert page.facts(whole).value("shop.total") == Decimal("15.50")
    assert page.facts(whole).value("shop.companies") == 1
    assert page.facts([*whole, {"kind": "person"}]).value("shop.companies") == 1
    assert page.facts([*whole, {"kind": "person"}]).value("shop.total") is UNKNOWN
    assert page.facts([*whole, {"turnover": Decimal(1)}]).value("shop.companies") is UNKNOWN
    assert page.facts([]).value("shop.total") == 0
    assert page.facts(UNKNOWN).value("shop.total") is UNKNOWN


@pytest.mark.parametrize("records", [[], [{"turnover": Decimal(10), "kind": "person"}]])
def test_a_column_of_an_incomplete_list_is_unknown(page: Page, records: Any) -> None:
    for name in ("shop.total", "shop.companies"):
        assert page.facts(records, complete=False).value(name) is UNKNOWN


def test_a_column_waits_for_what_its_condition_reads(page: Page) -> None:
    assert page.facts([]).inputs("shop.large") == {"shop.clients", "shop.ceiling"}
    records = rows("turnover", 10, 30)
    assert page.facts(records).value("shop.large") is UNKNOWN
    assert page.facts(records, ceiling=Decimal(20)).value("shop.large") == 30


def test_what_a_comparison_reads_elsewhere(page: Page) -> None:
    written = {"sum": {"of": "turnover", "more_than": "$ceiling", "where": {"any": [
        {"not": {"balance": {"at_most": "$shop.ceiling"}}}, {"since": {"before": "$on"}}, {"kind": "person"}]}}}  # fmt: skip
    found = set(refs(read({"shop.clients": written}, page.base).operand))
    assert found == {Ref("parameter", "ceiling"), Ref("fact", "shop.ceiling"), Ref("on", "on")}


# --- what cannot be written --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "key", "said"),
    [
        ("{any_of: {turnovr: {more_than: 1}}}", "unknown_column", "turnover"),
        ("{any_of: {kind: persn}}", "unknown_option", "person"),
        ("{sum: {of: turnovr, more_than: 1}}", "aggregate_form", ""),
        ("{sum: {more_than: 1}}", "aggregate_form", ""),
        ("{sum: {of: kind, more_than: 1}}", "operand_type", "integer, decimal"),
        ("{count: {where: {kind: person}}}", "aggregate_form", ""),
        ("{count: {at_least: 1, at_most: 2}}", "aggregate_form", ""),
        ("{count: {at_least: 1.5}}", "integer_expected", ""),
        ("{count: 3}", "condition_one_key", ""),
        ("{includes: person}", "unknown_operator", "any_of, count, every, sum"),
        ("{any_of: {all: []}}", "condition_list", ""),
        ("{any_of: some_rule}", "condition_one_key", ""),
        ("none", "needs_operator", "any_of, count, every, sum"),
    ],
)  # fmt: skip
def test_a_misuse_is_told_at_its_line(law: Law, asked: str, key: str, said: str) -> None:
    with pytest.raises(RuleBaseError) as caught:
        law(TEXT + f"- rule: r\n  when: {{shop.clients: {asked}}}\n")
    assert caught.value.key == key
    assert (caught.value.place or "").endswith(f"law.yaml:{TEXT.count(chr(10)) + 3}")
    for lang in ("fr", "ar", "en"):
        assert said in caught.value.sentence(lang)


@pytest.mark.parametrize(
    ("derived", "key"),
    [
        ("compute: {sum: [$shop.clients.turnovr]}", "unknown_name"),
        ("compute: {sum: [$shop.clents.turnover]}", "unknown_name"),
        ("compute: {sum: [$shop.clients.turnover, 1]}", "argument_type"),
        ("compute: {sum_excess: [$shop.clients.turnover]}", "argument_count"),
        ("compute: {product: [$shop.ceiling]}\n  where: {kind: person}", "where_needs_list"),
        ("compute: {sum: [$shop.clients.turnover]}\n  where: {knd: person}", "unknown_column"),
    ],
)
def test_a_column_that_is_not_there(law: Law, derived: str, key: str) -> None:
    with pytest.raises(RuleBaseError) as caught:
        law(f"{TEXT}- derived: shop.bad\n  type: decimal\n  places: 2\n  {derived}\n")
    assert caught.value.key == key
