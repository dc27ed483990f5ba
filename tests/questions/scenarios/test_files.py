"""Reading scenarios: every name in one must exist, and every headline determination must be expected."""

from __future__ import annotations

from pathlib import Path

import pytest
from fishing import fishing

from snia_advisor.errors import BadInput
from snia_advisor.messages import LANGUAGES
from snia_advisor.questions.scenarios import files
from snia_advisor.questions.scenarios.files import load_scenarios, read_scenario, scenarios_directory
from snia_advisor.questions.scenarios.record import Depends, Scenario

WHOLE = """\
title: {fr: "Un pêcheur adulte a besoin d'un permis", ar: "صياد راشد يحتاج إلى رخصة", en: "An adult needs a permit"}
story: {fr: "Une histoire.", ar: "قصة.", en: "A story."}
case:
  on: 2026-06-01
  path: fish
  angler: {birth_date: 1990-01-01, ties: none, permit_expires: none}
  trip: {water: RIVER, rods: 2, tournament: no, catch_weight: none, began_on: 2026-05-31}
expect:
  permit: required
  start: after_permit
  exemptions: []
procedures: [get_permit]
cites: ["river-act#1"]
basis: [RIV-001]
exit: 0
"""


def read(text: str, directory: Path, name: str = "an_adult_needs_a_permit.yaml") -> Scenario:
    """The scenario that `text` writes."""
    file = directory / name
    file.write_text(text, encoding="utf-8")
    return read_scenario(file, f"fish/{name}", fishing())


def test_a_whole_scenario(tmp_path: Path) -> None:
    found = read(WHOLE, tmp_path)
    assert (found.id, found.file, found.path) == ("an_adult_needs_a_permit", "fish/an_adult_needs_a_permit.yaml", "fish")
    assert found.title.to("en") == "An adult needs a permit"
    assert found.story is not None
    assert found.body.expect == {"permit": "required", "start": "after_permit", "exemptions": ()}
    assert (found.body.procedures, found.body.cites, found.body.basis) == (("get_permit",), ("river-act#1",), ("RIV-001",))
    assert found.body.exit == 0


def test_what_is_left_open(tmp_path: Path) -> None:
    depends = "{depends: [required, held], missing: [trip.rods], open: [guests]}"
    found = read(WHOLE.replace("permit: required", f"permit: {depends}"), tmp_path)
    assert found.body.expect["permit"] == Depends(depends=("required", "held"), missing=("trip.rods",), open=("guests",))


NEAR = """\
near:
  - change: {on: 2026-06-02, trip: {rods: 3}}
  - change: {angler: {permit_expires: 2027-01-01}}
    unknown: [trip.tournament]
    expect: {permit: held}
    exit: 5
"""


def test_the_cases_beside_a_scenario(tmp_path: Path) -> None:
    found = read(WHOLE + NEAR, tmp_path)
    first, second = found.near
    assert (first.id, first.file, first.path) == ("an_adult_needs_a_permit (1)", found.file, "fish")
    assert (str(first.case.on), first.case.facts["trip.rods"]) == ("2026-06-02", 3)
    assert (first.body.expect, first.body.exit) == (found.body.expect, 0)
    assert (first.body.procedures, first.body.cites, first.body.near) == (None, (), ())
    assert {name for name in found.case.facts if name not in second.case.facts} == {"trip.tournament"}
    assert second.body.expect == {**found.body.expect, "permit": "held"}
    assert (second.body.exit, second.case.on) == (5, found.case.on)
    assert found.case.facts["trip.rods"] == 2, "the scenario itself stays as it is"


@pytest.mark.parametrize(
    ("old", "new", "line", "name"),
    [
        ("rods: 3", "rod: 3", 17, "trip.rod"),
        ("[trip.tournament]", "[trip.tourney]", 19, "trip.tourney"),
        ("permit: held", "permit: hold", 20, "hold"),
        ("    expect:", "    expects:", 20, "near.1.expects"),
    ],
)
def test_a_wrong_name_beside_a_scenario_is_named(tmp_path: Path, old: str, new: str, line: int, name: str) -> None:
    with pytest.raises(BadInput) as problem:
        read(WHOLE + NEAR.replace(old, new), tmp_path)
    assert name in problem.value.sentence()
    assert f"yaml:{line}" in (problem.value.place or "")


@pytest.mark.parametrize(
    ("old", "new", "key", "line", "names"),
    [
        (WHOLE, "- a\n", "scenario_not_map", 1, ()),
        ("exit: 0", "exits: 0", "scenario_key", 15, ("exits", "exit")),
        ("story:", "storey:", "scenario_key", 2, ("storey", "story")),
        ("exit: 0\n", "", "scenario_missing", 1, ("exit",)),
        ('title: {fr: "Un pêcheur adulte a besoin d\'un permis", ', "title: {", "scenario_missing", 1, ("title.fr",)),
        ("exit: 0", "exit: zero", "scenario_value", 15, ("exit",)),
        ("basis: [RIV-001]", "basis: [RIV1]", "scenario_value", 14, ("basis",)),
        ('cites: ["river-act#1"]', "cites: [River]", "scenario_value", 13, ("cites",)),
        ("  permit: required\n  start: after_permit\n  exemptions: []\n", "  {}\n", "scenario_value", 8, ("expect",)),
        ("  on: 2026-06-01\n", "", "scenario_missing", 3, ("case.on",)),
        ("rods: 2", "rod: 2", "unknown_fact", 7, ("trip.rod", "trip.rods")),
        ("path: fish", "path: fishing", "unknown_path", 5, ("fishing", "fish")),
        ("  permit: required", "  permitt: required", "unknown_item", 9, ("permitt", "permit")),
        ("  permit: required", "  permit: requird", "unknown_item", 9, ("requird", "required")),
        ("  exemptions: []", "  exemptions: [exempt_as_gest]", "unknown_item", 11, ("exempt_as_gest", "exempt_as_guest")),
        ("permit: required", "permit: {depends: [requird]}", "unknown_item", 9, ("requird",)),
        (
            "permit: required",
            "permit: {depends: [required], missing: [trip.rod]}",
            "unknown_item",
            9,
            ("trip.rod", "trip.rods"),
        ),
        ("permit: required", "permit: {depends: [required], open: [gests]}", "unknown_item", 9, ("gests", "guests")),
        ("procedures: [get_permit]", "procedures: [get_permits]", "unknown_item", 12, ("get_permits", "get_permit")),
        ("river-act#1", "river-akt#1", "unknown_item", 13, ("river-akt#1", "river-act")),
        ("  start: after_permit\n", "", "scenario_missing", 8, ("expect.start",)),
        ("permit: required", "permit: {depends: [required], mising: []}", "scenario_value", 9, ("expect.permit",)),
        ("exit: 0", "exit: 0\nexit: 3", "yaml_duplicate", 16, ("exit",)),
    ],
)
def test_what_is_refused_and_where(tmp_path: Path, old: str, new: str, key: str, line: int, names: tuple[str, ...]) -> None:
    assert old in WHOLE
    with pytest.raises(BadInput) as caught:
        read(WHOLE.replace(old, new), tmp_path)
    assert (caught.value.key, caught.value.place) == (key, f"fish/an_adult_needs_a_permit.yaml:{line}")
    for name in names:
        assert name in caught.value.sentence("en")
    for lang in LANGUAGES:
        assert caught.value.sentence(lang)


def test_a_case_that_cannot_be_is_told_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as caught:
        read(WHOLE.replace("birth_date: 1990-01-01", "birth_date: 1990-02-30"), tmp_path)
    assert caught.value.place == "fish/an_adult_needs_a_permit.yaml:6"


def test_not_covered_can_be_expected(tmp_path: Path) -> None:
    early = WHOLE.replace("2026-06-01", "2004-06-07").replace("2026-05-31", "2004-06-07")
    early = early.replace("permit: required", "permit: not_covered").replace("start: after_permit", "start: not_covered")
    assert read(early, tmp_path).body.expect["permit"] == "not_covered"


# --- directories -------------------------------------------------------------------------------------------------


def test_scenarios_come_in_the_order_of_their_files(tmp_path: Path) -> None:
    for name in ("renew/b.yaml", "fish/z.yaml", "fish/a.yaml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(WHOLE, encoding="utf-8")
    found = load_scenarios(fishing(), tmp_path)
    assert [scenario.id for scenario in found] == ["a", "z", "b"]
    assert found[0].file == f"{tmp_path.name}/fish/a.yaml"


def test_one_file_is_a_suite_of_one(tmp_path: Path) -> None:
    file = tmp_path / "alone.yaml"
    file.write_text(WHOLE, encoding="utf-8")
    (found,) = load_scenarios(fishing(), file)
    assert (found.id, found.file) == ("alone", "alone.yaml")


def test_no_scenario_is_an_error(tmp_path: Path) -> None:
    for directory in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(BadInput) as caught:
            load_scenarios(fishing(), directory)
        assert caught.value.key == "scenario_none"
        assert str(directory) in caught.value.sentence("en")


def test_an_installed_program_carries_its_scenarios(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert scenarios_directory() == files.CHECKOUT
    monkeypatch.setattr(files, "CHECKOUT", tmp_path / "nowhere")
    assert scenarios_directory() == files.CARRIED
