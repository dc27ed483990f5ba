"""Lists of records before the law: read from a case, said in words, proved record by record, and asked while incomplete."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fishing import altered, ask, case
from small_laws import base_of

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.deciding.cut import fact_variables, settled
from snia_advisor.answer.deciding.dependence import Dependence, depend
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.errors import BadInput
from snia_advisor.law.logic.network import Network
from snia_advisor.law.model.advice import Advice
from snia_advisor.law.model.proof import ProofNode
from snia_advisor.law.model.values import NONE, Records
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values, read_case, with_facts
from snia_advisor.law.rulebase.load import from_yaml
from snia_advisor.messages import LANGUAGES
from snia_advisor.questions.lawbook.schemas import schema

ADDED = """\
- fact: trip.fish
  type: records
  title: {fr: "Poissons", ar: "الأسماك", en: "Fish"}
  question: {fr: "Quels poissons ?", ar: "أي أسماك؟", en: "Which fish?"}
  why: ["river-act#4"]
  sensitive: no
  changeable: 1
  fields:
    weight:
      {type: decimal, places: 2, unit: kg, minimum: 0, none_allowed: yes, title: {fr: "Poids", ar: "الوزن", en: "Weight"}}
    kind:
      type: choice
      title: {fr: "Espèce", ar: "النوع", en: "Kind"}
      options: {trout: {fr: "Truite", ar: "تراوت", en: "Trout"}, carp: {fr: "Carpe", ar: "شبوط", en: "Carp"}}
    caught_on: {type: date, title: {fr: "Pris le", ar: "تاريخ الصيد", en: "Caught on"}}
- parameter: daily_weight
  title: {fr: "Poids permis", ar: "الوزن المسموح", en: "Allowed weight"}
  type: decimal
  places: 2
  unit: kg
  series:
    - {from: 2004-06-08, to: 2025-12-31, value: 4.00, sources: ["river-act#3"], confidence: high}
    - {from: 2026-01-01, to: none, value: 5.00, sources: ["river-act#6"], confidence: high}
- derived: trip.excess
  type: decimal
  places: 2
  unit: kg
  amount: yes
  title: {fr: "Excédent", ar: "الفائض", en: "Excess"}
  compute: {sum_excess: [$trip.fish.weight, $daily_weight]}
  where: {kind: trout}
  sources: ["river-act#6"]
"""
TROUT, CARP = {"kind": "trout", "weight": Decimal("6.50")}, {"kind": "carp", "weight": Decimal(3)}
TOTAL = "{trip.fish: {sum: {of: weight, more_than: $daily_weight, where: {kind: trout}}}}"


def law_with(directory: Path, condition: str = TOTAL) -> RuleBase:
    """The law of the river, in which a list decides one exemption."""
    changes = {"when: {not: adult}": f"when: {condition}", "amounts: [trip.fee]": "amounts: [trip.fee, trip.excess]"}
    return from_yaml(altered(directory, changes, ADDED))


def proof(found: Advice) -> ProofNode:
    """The step that compares the list."""

    def steps(node: ProofNode) -> Any:
        yield node
        for child in node.children:
            yield from steps(child)

    exemptions = found.determination("exemptions")
    roots = [node for node in (exemptions.because, *exemptions.not_because) if node]
    return next(step for root in roots for step in steps(root) if step.fact == "trip.fish")


# --- reading a case ----------------------------------------------------------------------------------------------

TEXT = """\
on: 2026-06-01
trip:
  rods: 2
  fish:
    - {kind: trout, weight: 6.50}
    - {kind: carp, weight: none, caught_on: 2026-05-31}
    - {}
"""


def test_a_list_is_read_with_its_columns(tmp_path: Path) -> None:
    base = law_with(tmp_path)
    read = read_case(TEXT, "case.yaml", base)
    assert read.places["trip.fish"] == "case.yaml:4"
    assert read.facts["trip.fish"] == Records(
        ({"kind": "trout", "weight": Decimal("6.50")}, {"kind": "carp", "weight": NONE, "caught_on": date(2026, 5, 31)}, {})
    )
    values = {"on": "2026-06-01", "trip": {"rods": 2, "fish": [TROUT,
        {**CARP, "weight": None, "caught_on": date(2026, 5, 31)},
                                                               {}]}}  # fmt: skip
    assert case_from_values(values, base).facts == read.facts
    assert hash(read.facts["trip.fish"]) == hash(case_from_values(values, base).facts["trip.fish"])


@pytest.mark.parametrize(
    ("written", "records", "complete"),
    [("none", 0, True), ("[]", 0, True), ("{records: none}", 0, True), ("{records: [{}]}", 1, True),
     ("{complete: yes, records: [{}, {}]}", 2, True), ("{complete: no, records: []}", 0, False),
     ("{records: [{kind: carp}], complete: non}", 1, False)],
)  # fmt: skip
def test_a_list_says_whether_it_is_complete(tmp_path: Path, written: str, records: int, complete: bool) -> None:
    base = law_with(tmp_path)
    found = read_case(f"trip:\n  fish: {written}\n", "f", base).facts["trip.fish"]
    assert (len(found.items), found.complete) == (records, complete)
    assert with_facts(case_from_values({}, base), [f"trip.fish={written}"], base).facts["trip.fish"] == found


@pytest.mark.parametrize(
    ("written", "key", "said"),
    [
        ("trout", "records_expected", "weight, kind, caught_on"), ("[trout]", "records_expected", "weight"),
        ("{kind: trout}", "records_expected", "weight"), ("{complete: no}", "records_expected", "weight"),
        ("{complete: no, records: trout}", "records_expected", "weight"),
        ("{records: [], more: 1}", "records_expected", "kind"),
        ("{complete: maybe, records: []}", "yes_no_expected", "maybe"), ("[{wieght: 3}]", "unknown_column", "weight"),
        ("[{}, {knd: trout}]", "unknown_column", "kind"), ("[{kind: trot}]", "unknown_option", "trout"),
        ("[{weight: -1}]", "out_of_range", "-1"), ("[{weight: heavy}]", "decimal_expected", "heavy"),
        ("[{weight: 1.234}]", "decimal_expected", "1.234"), ("[{caught_on: 2026-02-30}]", "date_expected", "2026-02-30"),
        ("[{caught_on: none}]", "date_expected", "none"), ("[{kind: [trout]}]", "single_expected", "trip.fish.kind"),
    ],
)  # fmt: skip
def test_a_refusal_names_place_and_nearest_column(tmp_path: Path, written: str, key: str, said: str) -> None:
    with pytest.raises(BadInput) as caught:
        read_case(f"on: 2026-06-01\ntrip:\n  rods: 2\n  fish: {written}\n", "case.yaml", law_with(tmp_path))
    assert (caught.value.key, caught.value.place, caught.value.exit_code) == (key, "case.yaml:4", 2)
    for lang in LANGUAGES:
        assert said in caught.value.sentence(lang)


def test_the_schema_of_a_case_knows_the_columns(tmp_path: Path) -> None:
    made = schema("case", law_with(tmp_path))
    validator = jsonschema.Draft202012Validator(made)
    for good in ("none", [], [{}], [{"kind": "trout", "weight": 3, "caught_on": "2026-05-31"}, {"weight": "none"}],
                 {"records": []}, {"complete": "no", "records": [{"kind": "carp"}]}):  # fmt: skip
        assert not list(validator.iter_errors({"trip": {"fish": good}})), good
    for bad in ("trout", {}, {"complete": "no"}, ["trout"], [{"knd": "trout"}], [{"kind": "trot"}], [{"caught_on": "none"}],
                {"complete": "perhaps", "records": []}):  # fmt: skip
        assert list(validator.iter_errors({"trip": {"fish": bad}})), bad


# --- words and proof ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("{trip.fish: {any_of: {kind: trout}}}", "Fish: at least one of them: Kind: Trout"),
        ("{trip.fish: {every: {not: {weight: {more_than: $daily_weight}}}}}",
         "Fish: each of them: it is not the case: Weight: more than 5.00 kg"),
        ("{trip.fish: {count: {at_least: 3}}}", "Fish: number: at least 3"),
        ("{trip.fish: {count: {at_least: 3, where: {any: [{kind: trout}, {weight: none}]}}}}",
         "Fish: number of those (Kind: Trout or Weight: none): at least 3"),
        ("{trip.fish: {sum: {of: weight, at_most: 7.5}}}", "Fish: total (Weight): at most 7.5 kg"),
        (TOTAL, "Fish: total (Weight) of those (Kind: Trout): more than 5.00 kg"),
        ("{trip.fish: {any_of: {all: [{kind: [trout, carp]}, {caught_on: {before: $on}}]}}}",
         "Fish: at least one of them: Kind: one of: Carp, Trout and Caught on: before 1 June 2026"),
    ],
)  # fmt: skip
def test_what_is_asked_of_a_list_in_words(tmp_path: Path, condition: str, said: str) -> None:
    base = law_with(tmp_path, condition)
    assert proof(ask(base, trip={"fish": [TROUT]})).text == said
    for lang in ("fr", "ar"):
        text = proof(advise(case(trip={"fish": [TROUT]}), base, lang=lang)).text
        assert "{" not in text
        assert text != said


def test_the_proof_shows_each_record(tmp_path: Path) -> None:
    node = proof(ask(law_with(tmp_path), trip={"fish": [TROUT, CARP, {"weight": 2}]}))
    assert (node.truth, node.sources) == ("true", ("river-act#6",))
    assert [(child.truth, child.given) for child in node.children] == [
        ("true", {"kind": "trout", "weight": "6.50"}), ("false", {"kind": "carp", "weight": "3"}),
        ("unknown", {"weight": "2"}),
    ]  # fmt: skip
    assert node.children[0].text == "no. 1: Kind: Trout, Weight: 6.50 kg"
    assert node.given_text == "Kind: Trout, Weight: 6.50 kg | Kind: Carp, Weight: 3 kg | Weight: 2 kg"
    assert node.given == [{"kind": "trout", "weight": "6.50"}, {"kind": "carp", "weight": "3"}, {"weight": "2"}]


def test_the_source_of_a_parameter_inside_a_record(tmp_path: Path) -> None:
    base = law_with(tmp_path, "{trip.fish: {any_of: {weight: {more_than: $daily_weight}}}}")
    assert proof(ask(base, trip={"fish": [TROUT]})).sources == ("river-act#6",)
    assert proof(ask(base, on=date(2025, 12, 31), trip={"fish": [TROUT], "began_on": date(2025, 1, 1)})).sources == (
        "river-act#3",
    )


def test_an_incomplete_list_says_so(tmp_path: Path) -> None:
    node = proof(ask(law_with(tmp_path), trip={"fish": {"complete": False, "records": [CARP]}}))
    assert node.truth == "unknown"
    assert node.given == {"complete": False, "records": [{"kind": "carp", "weight": "3"}]}
    assert node.given_text == "Kind: Carp, Weight: 3 kg | incomplete list"


def test_an_answer_with_lists_is_json_and_fits_its_schema(tmp_path: Path) -> None:
    base, validator = law_with(tmp_path), jsonschema.Draft202012Validator(schema("advice", None))
    for fish in ([TROUT, {**CARP, "weight": None}, {}], {"complete": False, "records": [TROUT]}, None):
        found = ask(base, trip={"fish": fish}).to_json()
        assert json.loads(json.dumps(found)) == found
        validator.validate(found)


def test_the_hash_of_a_case_sees_its_lists(tmp_path: Path) -> None:
    base = law_with(tmp_path)
    lists: list[Any] = [[], [{}], [TROUT], [TROUT, CARP], [CARP, TROUT], {"complete": False, "records": [TROUT]}]
    hashes = {ask(base, trip={"fish": fish}).receipt.case_sha256 for fish in lists}
    assert len(hashes) == len(lists)
    turned = dict(reversed(TROUT.items()))
    assert ask(base, trip={"fish": [turned]}).receipt.case_sha256 in hashes


def test_an_amount_over_a_column_prints_what_it_adds(tmp_path: Path) -> None:
    fish = [TROUT, CARP, {"kind": "trout", "weight": Decimal("5.25")}, {"kind": "trout", "weight": None}]
    base = law_with(tmp_path)
    amount = next(a for a in ask(base, trip={"fish": fish}).amounts if a.id == "trip.excess")
    assert (amount.value, amount.unit) == (Decimal("1.75"), "kg")
    lines = [(line.text, line.value) for line in amount.lines]
    assert [line for line in lines if line[0].startswith("no. ")] == [
        ("no. 1: Kind: Trout, Weight: 6.50 kg", Decimal("6.50")), ("no. 2: Kind: Carp, Weight: 3 kg", Decimal(3)),
        ("no. 3: Kind: Trout, Weight: 5.25 kg", Decimal("5.25")),
    ]  # fmt: skip
    assert ("Allowed weight (since 1 January 2026)", Decimal("5.00")) in lines
    assert lines[-1][1] == Decimal("1.75")
    assert "6.50 + 5.25" in lines[-1][0]
    assert "trip.excess" not in {a.id for a in ask(base, trip={"fish": [TROUT, {"kind": "trout"}]}).amounts}


# --- what is still to ask ----------------------------------------------------------------------------------------

BODIES: dict[str, Any] = {
    "fact": {
        "a.list": {"type": "records", "fields": {
            "n": {"type": "integer", "minimum": "0"}, "flag": {"type": "yes_no"}, "day": {"type": "date"}}},
        "a.limit": {"type": "decimal", "places": "2"}, "a.signed": {"type": "date"}, "a.flag": {"type": "yes_no"},
    },
    "parameter": {"most": {"type": "integer", "series": [
        {"to": "2025-12-31", "value": "5"}, {"from": "2026-01-01", "value": "9"}]}},
    "derived": {
        "a.third": {"type": "decimal", "exact": "yes", "compute": {"quotient": ["10", "3"]}},
        "a.large": {"type": "decimal", "compute": {"sum": ["$a.list.n"]}, "where": {"n": {"more_than": "$a.limit"}}},
    },
}  # fmt: skip
ON = date(2026, 3, 1)


def question(when: Any, values: dict[str, Any], at: str | None = None) -> tuple[Situation, Dependence]:
    """Whether a rule with this condition holds, in a case."""
    rule = {"when": when} | ({"at": at} if at else {})
    choose = {"yes": {"when": "r"}, "no": {"otherwise": "yes"}}
    base = base_of({**BODIES, "rule": {"r": rule}, "determination": {"d": {"choose": choose}}})
    network = Network(base)
    situation = Situation(base, case_from_values({"a": values}, base), ON, None, network)
    return situation, depend(situation, network.determination("d"))


SUM = {"a.list": {"sum": {"of": "n", "more_than": "$most"}}}


@pytest.mark.parametrize(
    "records",
    [[{"n": 4, "flag": True, "day": ON}, {}], [{"n": 4}, {"flag": True}],
     {"complete": False, "records": [{"n": 4, "flag": True, "day": ON}]}, {"complete": False, "records": []}],
    ids=str,
)  # fmt: skip
def test_a_list_known_in_part_is_a_missing_fact(records: Any) -> None:
    situation, found = question(SUM, {"list": records})
    assert not settled(situation, "a.list")
    assert (found.outcome, set(found.possible), found.missing) == (None, {"yes", "no"}, ("a.list",))


@pytest.mark.parametrize(
    ("records", "outcome"),
    [([{"n": 4}, {"n": 5}], "no"), ([{"n": 9}, {}, {"n": 1}], "yes"), ({"complete": False, "records": [{"n": 10}]}, "yes"),
     ([], "no"), ([{"n": 10, "flag": True, "day": ON}], "yes")],
)  # fmt: skip
def test_what_is_missing_in_a_list_that_decides_is_not_asked(records: Any, outcome: str) -> None:
    _, found = question(SUM, {"list": records})
    assert (found.outcome, found.missing) == (outcome, ())


def test_a_list_that_nobody_gave_is_asked() -> None:
    assert question(SUM, {})[1].missing == ("a.list",)


WHOLE = [{"n": 4, "flag": True, "day": ON}]


@pytest.mark.parametrize(
    "when",
    [
        {"a.list": {"sum": {"of": "n", "more_than": "$a.limit"}}},
        {"a.list": {"any_of": {"n": {"at_least": "$a.limit"}}}},
        {"a.list": {"every": {"not": {"n": {"at_most": "$a.limit"}}}}},
        {"a.list": {"count": {"at_least": "1", "where": {"any": [{"flag": "no"}, {"n": {"more_than": "$a.limit"}}]}}}},
        {"a.large": {"more_than": "1"}},
    ],
    ids=str,
)
def test_a_fact_that_a_list_is_compared_with_is_asked(when: Any) -> None:
    _, found = question(when, {"list": WHOLE})
    assert (found.outcome, set(found.possible), found.missing) == (None, {"yes", "no"}, ("a.limit",))
    for limit, outcome in (("3.99", "yes"), ("4.01", "no")):
        assert question(when, {"list": WHOLE, "limit": limit})[1].outcome == outcome


def test_the_date_on_which_a_total_is_judged_is_cut_at_the_periods() -> None:
    records = [{"n": 6, "flag": True, "day": ON}]
    situation, found = question(SUM, {"list": records}, "a.signed")
    assert (found.outcome, found.missing, found.exact) == (None, ("a.signed",), True)
    (variable,) = fact_variables(situation, sorted(situation.network.atoms(range(len(situation.network.nodes)))), {})
    assert {truth for row in variable.rows for truth in row.values()} == {True, False}
    assert question(SUM, {"list": [{"n": 5, "flag": True, "day": ON}]}, "a.signed")[1].outcome == "no"


def test_whatever_the_list_says() -> None:
    """An incomplete list still decides when both of its answers lead to the same outcome."""
    when = {"any": [{"all": [{"a.flag": "yes"}, SUM]}, {"all": [{"a.flag": "yes"}, {"not": SUM}]}]}
    _, found = question(when, {"flag": True, "list": [{"n": 4}, {}]})
    assert (found.outcome, found.by_cases) == ("yes", True)


@pytest.mark.parametrize("op", ["at_least", "more_than", "at_most", "less_than", "equal"])
def test_a_fact_compared_with_an_exact_fraction_is_cut_around_it(op: str) -> None:
    """No decimal is ten thirds: below it and above it are the two classes."""
    situation, found = question({"a.limit": {op: "$a.third"}}, {})
    if op == "equal":
        assert found.outcome == "no"
        return
    assert (set(found.possible), found.missing) == ({"yes", "no"}, ("a.limit",))
    (variable,) = found.split
    assert len(variable.rows) == 2
    assert all(Decimal(value).as_tuple().exponent >= -2 for value in variable.values if value is not NONE)
    assert situation.facts.value("a.third") * 3 == 10
