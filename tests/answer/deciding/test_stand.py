"""How one determination stands, and that the advice and the searches agree on a path."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fishing import ON, altered, case, fishing, unknown

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.deciding.situation import Situation
from snia_advisor.answer.deciding.state import Stand, headline, path_state, stand
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.law.rulebase.load import load_rules


def situation(base: RuleBase, on: date = ON, **groups: Any) -> Situation:
    return Situation(base, case_from_values(case(on=on, **groups), base), on, "fish")


@pytest.fixture(scope="module")
def law(tmp_path_factory: pytest.TempPathFactory) -> RuleBase:
    """What was found stands in the first line too."""
    return load_rules(
        altered(tmp_path_factory.mktemp("law"), {"headline: [permit, start]": "headline: [permit, start, breaches]"})
    )


CASES: list[dict[str, Any]] = [
    {},
    {"trip": {"rods": unknown}},
    {"angler": {"ties": unknown}},
    {"angler": {"birth_date": unknown, "ties": unknown, "permit_expires": unknown}},
    {"angler": {"permit_expires": date(2026, 12, 31)}},
    {"angler": {"permit_expires": date(2026, 12, 31)}, "trip": {"catch_weight": unknown}},
    {"angler": {"ties": ["guest"]}},
    {"on": date(1999, 1, 1), "trip": {"began_on": date(1998, 12, 31)}},
]


@pytest.mark.parametrize("groups", CASES)
def test_the_advice_and_the_searches_agree(law: RuleBase, groups: dict[str, Any]) -> None:
    for base in (fishing(), law):
        on = groups.get("on", ON)
        assert advise(case(**groups), base, on).answer.state == path_state(situation(base, **groups), "fish").state


def test_a_list_that_is_still_open_leaves_the_determination_open(law: RuleBase) -> None:
    held = case(angler={"permit_expires": date(2026, 12, 31)}, trip={"catch_weight": unknown})
    at = Situation(law, case_from_values(held, law), ON, "fish")
    assert stand(at, "breaches") == Stand("depends", possible=("heavy_catch",))


def test_how_one_determination_stands() -> None:
    open_ = situation(fishing(), angler={"ties": unknown}, trip={"tournament": unknown})
    assert stand(open_, "permit").missing
    assert stand(open_, "exemptions") == Stand("depends", possible=("exempt_as_guest", "exempt_in_tournament"))
    found = situation(fishing(), trip={"tournament": True})
    assert stand(found, "exemptions") == Stand(
        "decided", possible=("exempt_in_tournament",), certain=("exempt_in_tournament",)
    )
    assert stand(found, "permit") == Stand("decided", possible=("not_required",), certain=("not_required",))
    guest = stand(situation(fishing(), angler={"ties": ["guest"]}), "permit")
    assert (guest.status, guest.missing, guest.questions) == ("depends", (), ("guests",))
    assert set(guest.possible) == {"not_required", "required"}


def test_before_there_was_a_law() -> None:
    early = situation(fishing(), date(1999, 1, 1), trip={"began_on": date(1998, 12, 31)})
    assert stand(early, "permit") == Stand("not_covered")
    # What reads it is open, and nothing that anybody could say would settle it.
    assert stand(early, "start").status == "not_covered"


def test_the_headline_of_several_paths() -> None:
    assert headline(fishing(), ("fish", "renew_permit", "fish")) == ("permit", "start", "renewal")
