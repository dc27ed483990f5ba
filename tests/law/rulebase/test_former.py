"""Names of facts of an earlier version: carried over before anything else reads them, and an error names the former name."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from laws import law_from

from snia_advisor.errors import BadInput, RuleBaseError
from snia_advisor.law.model.case import Case
from snia_advisor.law.model.values import NONE
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values, read_case, with_facts
from snia_advisor.law.rulebase.former import Carried, carry_over, former_names
from snia_advisor.messages import LANGUAGES

FACTS = """
- fact: permit.river
  type: choice
  options: [pending, granted, refused]
- fact: permit.river_on
  type: date
  none_allowed: yes
- fact: permit.river_how
  type: choice
  options: [written, oral]
- fact: permit.sea
  type: choice
  options: [pending, granted, refused]
- fact: permit.sea_on
  type: date
  none_allowed: yes
- fact: angler.fishing_since
  type: date
  none_allowed: yes
"""
PATH = """
- rule: angler
  when: {permit.sea: refused}
- determination: fishing
  collect: [angler]
  basis: []
  tone: neutral
- path: at_sea
  title: {fr: t, ar: t, en: t}
  question: {fr: t, ar: t, en: t}
  concerns: {permit.sea: refused}
  headline: [fishing]
  also: []
  procedures: []
  amounts: []
  sources: [s]
  basis: []
- answer: at_sea
  outcomes:
    sailing: {state: go, when: angler}
    ashore: {state: no, when: {not: angler}}
"""
FORMER = """
- former: permit_by_office
  facts: [office.asked, office.said, office.said_on]
  by: office.asked
  groups:
    club: {office.said: permit.river, office.said_on: permit.river_on}
    navy: {office.said: permit.sea}
  values: {not_yet: pending}
  paths: {at_sea: navy}
  implies:
    office.said_on:
      club: {permit.river_how: written}
- former: angler_since
  facts: [angler.since]
  renamed: {angler.since: angler.fishing_since}
"""
DAY = date(2026, 10, 26)


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> RuleBase:
    """A law in which one office's answer became one fact for each office."""
    return law_from(FACTS + PATH + FORMER, tmp_path_factory.mktemp("law"))


def case(law: RuleBase, **values: Any) -> Case:
    return case_from_values(values, law)


def refused(law: RuleBase, text: str) -> str:
    """The sentence, in English, with which a case is refused; it can be said in every language."""
    with pytest.raises(BadInput) as caught:
        read_case(text, "case.yaml", law)
    for lang in LANGUAGES:
        assert caught.value.sentence(lang)
    return caught.value.sentence("en")


def test_the_value_of_one_former_name_chooses_the_facts(law: RuleBase) -> None:
    club = case(law, office={"asked": "club", "said": "refused", "said_on": DAY})
    assert dict(club.facts) == {"permit.river": "refused", "permit.river_on": DAY, "permit.river_how": "written"}
    assert dict(case(law, office={"asked": "navy", "said": "refused"}).facts) == {"permit.sea": "refused"}


def test_a_fact_may_only_have_another_name(law: RuleBase) -> None:
    read = case(law, angler={"since": DAY})
    assert dict(read.facts) == {"angler.fishing_since": DAY}
    assert carry_over(read.former, None, law) == Carried(
        facts={"angler.fishing_since": DAY},
        places={"angler.fishing_since": "case:1"},
        today={"angler.since": "angler.fishing_since"},
    )
    assert dict(case(law, angler={"since": None}).facts) == {"angler.fishing_since": NONE}
    assert "angler.since" in refused(law, "angler: {since: yes}")


def test_a_former_option_has_its_name_of_today(law: RuleBase) -> None:
    assert case(law, office={"asked": "club", "said": "not_yet"}).facts["permit.river"] == "pending"


def test_none_implies_nothing(law: RuleBase) -> None:
    assert dict(case(law, office={"asked": "club", "said_on": None}).facts) == {"permit.river_on": NONE}


def test_the_facts_of_today_stand_where_the_former_ones_were_written(law: RuleBase) -> None:
    read = read_case("office:\n  asked: club\n  said: granted\n", "case.yaml", law)
    assert dict(read.places) == {"permit.river": "case.yaml:3"}


def test_the_path_may_say_what_a_former_name_was_about(law: RuleBase) -> None:
    assert dict(case(law, path="at_sea", office={"said": "refused"}).facts) == {"permit.sea": "refused"}
    assert dict(read_case("office: {said: refused}", "case.yaml", law, "at_sea").facts) == {"permit.sea": "refused"}


def test_without_it_nothing_is_guessed(law: RuleBase) -> None:
    read = case(law, office={"said": "refused"})
    assert dict(read.facts) == {}
    assert carry_over(read.former, None, law) == Carried(waiting={"office.said": "office.asked"})


def test_a_name_that_nothing_reads_any_more_is_named(law: RuleBase) -> None:
    read = case(law, office={"asked": "navy", "said": "granted", "said_on": DAY})
    assert dict(read.facts) == {"permit.sea": "granted"}
    assert carry_over(read.former, None, law).unused == ["office.said_on"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            "office: {asked: club, said: refusd}",
            'case.yaml:1: "refusd" is not a possible answer to "office.said". The nearest is: refused.',
        ),
        (
            "office: {asked: club, said: not_yt}",
            'case.yaml:1: "not_yt" is not a possible answer to "office.said". The nearest is: not_yet.',
        ),
        (
            "office: {asked: clb, said: refused}",
            'case.yaml:1: "clb" is not a possible answer to "office.asked". The nearest is: club.',
        ),
        ("office: {asked: club, said_on: soon}", "office.said_on"),
        ("office: {asked: club, said: [refused]}", "office.said"),
        ("office: {asked: [club], said: refused}", "office.asked"),
        (
            "office: {asked: club, said: refused}\npermit: {river: granted}",
            'case.yaml:1: the name of an earlier version "office.said" does not say the same as "permit.river". Keep '
            '"permit.river".',
        ),
        ("office: {asked: club, sad: refused}", "office.sad"),
    ],
)
def test_an_error_names_the_former_name(law: RuleBase, text: str, says: str) -> None:
    sentence = refused(law, text)
    assert sentence == says if says.startswith("case.yaml") else says in sentence


def test_both_names_may_say_the_same(law: RuleBase) -> None:
    text = "office: {asked: club, said: refused}\npermit: {river: refused, river_how: oral}"
    assert dict(read_case(text, "case.yaml", law).facts) == {"permit.river": "refused", "permit.river_how": "oral"}


def test_what_a_former_name_implies_gives_way_to_what_is_said(law: RuleBase) -> None:
    text = "permit: {river_how: oral}\noffice: {asked: club, said_on: 2026-10-26}"
    assert read_case(text, "case.yaml", law).facts["permit.river_how"] == "oral"


# --- one fact at a time ------------------------------------------------------------------------------------------


def test_former_names_may_be_set_one_by_one(law: RuleBase) -> None:
    read = with_facts(Case({}), ["office.asked=club", "office.said=refused", "office.said_on=2026-10-26"], law)
    assert dict(read.facts) == {"permit.river": "refused", "permit.river_on": DAY, "permit.river_how": "written"}
    assert read.places["permit.river"] == "--set office.said"


def test_setting_one_keeps_the_others_of_the_file(law: RuleBase) -> None:
    read = with_facts(case(law, office={"asked": "club", "said": "refused"}), ["office.said=granted"], law)
    assert dict(read.facts) == {"permit.river": "granted"}
    assert dict(with_facts(read, ["office.asked=navy"], law).facts) == {"permit.sea": "granted"}


def test_a_former_name_can_be_forgotten(law: RuleBase) -> None:
    read = case(law, permit={"sea": "pending"}, office={"asked": "club", "said": "refused"})
    assert dict(with_facts(read, ["office.said="], law).facts) == {"permit.sea": "pending"}


def test_a_name_of_today_wins_over_a_former_one(law: RuleBase) -> None:
    read = with_facts(Case({}), ["permit.river=granted", "office.asked=club", "office.said=refused"], law)
    assert dict(read.facts) == {"permit.river": "granted"}


def test_a_case_with_former_names_crosses_a_process(law: RuleBase) -> None:
    read = read_case("office: {asked: club, said: refused}", "case.yaml", law)
    assert pickle.loads(pickle.dumps(read)) == read


# --- the declaration ---------------------------------------------------------------------------------------------


def test_former_names_are_no_facts(law: RuleBase) -> None:
    assert former_names(law) == {"office.asked", "office.said", "office.said_on", "angler.since"}
    assert former_names(law).isdisjoint(law.facts)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("by: office.asked", "by: office.askd"),
        ("office.said: permit.sea", "office.sad: permit.sea"),
        ("office.said: permit.sea", "office.said: permit.see"),
        ("paths: {at_sea: navy}", "paths: {at_see: navy}"),
        ("paths: {at_sea: navy}", "paths: {at_sea: army}"),
        ("club: {permit.river_how: written}", "clab: {permit.river_how: written}"),
        ("club: {permit.river_how: written}", "club: {permit.river_hw: written}"),
        ("club: {permit.river_how: written}", "club: {permit.river_how: shouted}"),
        ("    office.said_on:\n", "    office.sad_on:\n"),
    ],
)
def test_every_name_of_the_declaration_is_checked(old: str, new: str, tmp_path: Path) -> None:
    assert old in FORMER
    with pytest.raises(RuleBaseError) as caught:
        law_from(FACTS + PATH + FORMER.replace(old, new), tmp_path)
    for lang in LANGUAGES:
        assert caught.value.sentence(lang)
