"""What a typed answer means for each type of fact."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from fishing import altered, fishing

from snia_advisor.errors import BadInput
from snia_advisor.law.model.values import NONE
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_yaml
from snia_advisor.messages import LANGUAGES
from snia_advisor.questions.ask.understand import AskedField, Choose, field_of, parts_of, understand


def field(fact: str) -> AskedField:
    return field_of(fishing(), fact)


def refused(fact: AskedField, typed: str) -> str:
    with pytest.raises(BadInput) as problem:
        understand(fact, typed)
    assert all(problem.value.sentence(lang) for lang in LANGUAGES)
    return problem.value.key


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("trip.tournament", "oui", True),
        ("trip.tournament", "2", False),
        ("trip.request", "1", "first"),
        ("trip.request", "٢", "renewal"),
        ("trip.request", "2.", "renewal"),
        ("trip.request", "renewal", "renewal"),
        ("trip.request", "renouvellement", "renewal"),
        ("trip.request", "تجديد", "renewal"),
        ("trip.request", "renouv", "renewal"),
        ("trip.rods", "0", 0),
        ("trip.rods", "20", 20),
        ("trip.catch_weight", "3,5", Decimal("3.5")),
        ("trip.catch_weight", "0", Decimal(0)),
        ("trip.catch_weight", "aucun", NONE),
        ("angler.birth_date", "5/11/1990", date(1990, 11, 5)),
        ("angler.permit_expires", "none", NONE),
        ("angler.permit_expires", "Aucun", NONE),
        ("angler.permit_expires", "لا يوجد", NONE),
        ("angler.permit_expires", "non", NONE),
        ("angler.permit_expires", "0", NONE),
        ("angler.permit_expires", "1er mars 2027", date(2027, 3, 1)),
        ("angler.ties", "0", frozenset()),
        ("angler.ties", "aucun", frozenset()),
        ("angler.ties", "none", frozenset()),
        ("angler.ties", "1", frozenset({"guest"})),
        ("angler.ties", "1,3", frozenset({"guest", "warden"})),
        ("angler.ties", "1 3", frozenset({"guest", "warden"})),
        ("angler.ties", "1، ٣", frozenset({"guest", "warden"})),
        ("angler.ties", "1 et 3", frozenset({"guest", "warden"})),
        ("angler.ties", "3, 1, 3", frozenset({"guest", "warden"})),
        ("angler.ties", "warden", frozenset({"warden"})),
        ("angler.ties", "garde", frozenset({"warden"})),
    ],
)
def test_values(fact: str, typed: str, value: Any) -> None:
    assert understand(field(fact), typed) == value
    assert type(understand(field(fact), typed)) is type(value)


@pytest.mark.parametrize(
    ("fact", "typed", "key"),
    [
        ("trip.tournament", "peut-être", "ask_yes_no_form"),
        ("trip.request", "3", "ask_option_number"),
        ("trip.request", "0", "ask_option_number"),
        ("trip.request", "zzz", "ask_option_form"),
        ("trip.rods", "21", "ask_number_high"),
        ("trip.rods", "-1", "ask_number_low"),
        ("trip.rods", "2,5", "ask_number_whole"),
        ("trip.rods", "aucun", "ask_number_form"),
        ("trip.catch_weight", "3,505", "ask_number_ambiguous"),
        ("angler.birth_date", "aucun", "ask_date_form"),
        ("angler.birth_date", "0", "ask_date_form"),
        ("angler.birth_date", "5/11/90", "ask_date_year"),
        ("angler.permit_expires", "", "ask_date_form"),
        ("angler.permit_expires", "-", "ask_date_form"),
        ("angler.ties", "1, 4", "ask_option_number"),
        ("angler.ties", "0, 1", "ask_option_number"),
        ("angler.ties", "zzz", "ask_option_form"),
        ("trip.request", "1, 2", "ask_option_form"),
    ],
)
def test_sentences(fact: str, typed: str, key: str) -> None:
    assert refused(field(fact), typed) == key


def test_a_long_list_is_searched_by_name_only(rules: RuleBase) -> None:
    (fact,) = [f.id for f in rules.facts.values() if f.options_from == "countries" and f.type == "set"]
    nationalities = field_of(rules, fact)
    assert nationalities.searched
    assert understand(nationalities, "sénégal") == frozenset({"SN"})
    found = understand(nationalities, "Niger")
    assert isinstance(found, Choose)
    assert {"NE", "NG"} <= set(found.ids)
    assert refused(nationalities, "1") == "ask_not_found"
    assert refused(nationalities, "zzzz") == "ask_not_found"
    assert understand(nationalities, "0") == frozenset()


def test_no_is_norway(rules: RuleBase) -> None:
    """A country is never taken for "none"."""
    (fact,) = [f.id for f in rules.facts.values() if f.options_from == "countries" and f.type == "set"]
    nationalities = field_of(rules, fact)
    assert understand(nationalities, "NO") == frozenset({"NO"})
    found = understand(nationalities, "no")
    assert isinstance(found, Choose)
    assert found.ids[0] == "NO"


def test_several_names_in_one_line(rules: RuleBase) -> None:
    (fact,) = [f.id for f in rules.facts.values() if f.options_from == "countries" and f.type == "set"]
    nationalities = field_of(rules, fact)
    assert parts_of(nationalities, "sénégal, france") == ["sénégal", "france"]
    assert parts_of(nationalities, "sénégal ؛ فرنسا") == ["sénégal", "فرنسا"]
    assert parts_of(nationalities, "sénégal") == ["sénégal"]
    whole = "Pays-Bas caribéens (Bonaire, Saint-Eustache, Saba)"
    assert parts_of(nationalities, whole) == [whole]


def test_a_word_that_means_two_options_is_not_taken(tmp_path: Path) -> None:
    law = from_yaml(altered(tmp_path, {'fr: "première demande"': 'fr: "demande de renouveler"'}))
    found = understand(field_of(law, "trip.request"), "renouv")
    assert isinstance(found, Choose)
    assert set(found.ids) == {"first", "renewal"}


def test_columns_are_read_like_facts(rules: RuleBase) -> None:
    seen = set()
    for fact in rules.facts.values():
        for name in fact.fields or {}:
            column = field_of(rules, fact.id, name)
            assert column.id == f"{fact.id}.{name}"
            seen.add(column.type)
            if column.type == "choice":
                assert understand(column, "1") == column.options[0]
            elif column.type == "decimal":
                assert understand(column, "12,50") == Decimal("12.50")
            elif column.type == "yes_no":
                assert understand(column, "n") is False
    assert {"choice", "decimal", "yes_no", "integer"} <= seen
