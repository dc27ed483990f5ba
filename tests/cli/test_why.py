"""`snia why`: the conditions that fail, as sets; and the smallest change, which `check` prints too when the answer is no."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fishing import altered

from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.questions.lawbook.schemas import schema

HOME = Path(__file__).parents[2] / "scenarios" / "hire_domestic_worker"
# A path on which an outing is refused for some reasons that a person can change and for some that nobody can.
OUTING = """
- fact: trip.crew
  type: records
  fields:
    role:
      type: choice
      options:
        skipper: {fr: "patron", ar: "ربان", en: "skipper"}
        hand: {fr: "matelot", ar: "بحار", en: "hand"}
      title: {fr: "Rôle", ar: "الدور", en: "Role"}
  title: {fr: "Équipage", ar: "الطاقم", en: "Crew"}
  question: {fr: "Qui est à bord ?", ar: "من على المتن؟", en: "Who is on board?"}
  why: ["river-act#4"]
  sensitive: no
  changeable: 3
- determination: outing
  title: {fr: "Sortie", ar: "الخروج", en: "Outing"}
  question: {fr: "La sortie est-elle permise ?", ar: "هل الخروج مسموح؟", en: "Is the outing allowed?"}
  choose:
    too_young:
      when: {angler.age: {less_than: 12}}
      title: {fr: "trop jeune", ar: "صغير السن", en: "too young"}
      favourable: no
      sources: ["river-act#2"]
    refused:
      when:
        any:
          - {trip.rods: {more_than: 3}}
          - {all: [{not: {angler.permit_expires: {on_or_after: $on}}}, {not: {angler.ties: {includes: club}}}]}
          - {trip.crew: {count: {where: {role: skipper}, less_than: 1}}}
      title: {fr: "refusée", ar: "مرفوض", en: "refused"}
      favourable: no
      sources: ["river-act#4"]
    allowed:
      otherwise: yes
      title: {fr: "permise", ar: "مسموح", en: "allowed"}
      favourable: yes
      sources: ["river-act#4"]
- path: boating
  title: {fr: "Sortir en bateau", ar: "الخروج بالقارب", en: "Go out by boat"}
  question: {fr: "Puis-je sortir ?", ar: "هل يمكنني الخروج؟", en: "May I go out?"}
  concerns: {trip.request: first}
  gives: {trip.request: first}
  headline: [outing]
  sources: ["river-act#4"]
- answer: boating
  outcomes:
    child: {state: no, when: {outing: too_young}, title: {fr: "Non.", ar: "لا.", en: "No."}, sources: ["river-act#2"]}
    against: {state: no, when: {outing: refused}, title: {fr: "Non.", ar: "لا.", en: "No."}, sources: ["river-act#4"]}
    free: {state: go, when: {outing: allowed}, title: {fr: "Oui.", ar: "نعم.", en: "Yes."}, sources: ["river-act#4"]}
  undecided:
    facts: {title: {fr: "Des faits manquent.", ar: "تنقص وقائع.", en: "Facts are missing."}}
    question: {title: {fr: "À demander.", ar: "يسأل.", en: "To be asked."}}
    not_covered: {title: {fr: "Inconnu.", ar: "غير معروف.", en: "Not known."}}
    same: {no: {title: {fr: "Non.", ar: "لا.", en: "No."}}}
  bars: [{outcomes: {outing: [too_young, refused]}}]
"""
WHOLE: dict[str, Any] = {
    "on": "2026-06-01",
    "path": "boating",
    "angler": {"birth_date": "1990-01-01", "ties": [], "permit_expires": "2026-05-01"},
    "trip": {"water": "RIVER", "rods": 2, "crew": [{"role": "skipper"}]},
}


@pytest.fixture
def outing(tmp_path: Path, snia: Any) -> Any:
    """A function that runs a command on a case of the outing: `why`, changed facts, what stands after the case."""
    rules = altered(tmp_path, added=OUTING)
    file = tmp_path / "case.yaml"

    def run(command: str, facts: dict[str, Any], *args: str, lang: str = "en") -> Any:
        case = json.loads(json.dumps(WHOLE))
        for name, value in facts.items():
            group, _, part = name.partition(".")
            case[group].pop(part, None)
            if value != "?":
                case[group][part] = value
        file.write_text(json.dumps(case), encoding="utf-8")
        return snia(command, str(file), *args, "--rules", str(rules), "--lang", lang)

    return run


def body(text: str) -> str:
    """The screen in one line."""
    return " ".join(text.split())


# --- the smallest change -----------------------------------------------------------------------------------------


def test_the_smallest_change_is_printed_by_check_when_the_answer_is_no(outing: Any) -> None:
    ran = outing("check", {"trip.rods": 5, "angler.ties": ["club"]}, "--only", "change")
    assert ran.code == 0
    text = body(ran.out)
    assert "THE SMALLEST CHANGE THAT WOULD BE ENOUGH -> Rods: at most 3" in text.replace("→", "->")
    assert "The answer would then be yes. To try it: --set trip.rods=3" in text
    assert text.index("SMALLEST CHANGE") < text.index("WHAT IS RULED OUT")
    assert "SMALLEST CHANGE" not in outing("check", {"angler.ties": ["club"]}, "--only", "change").out


def test_what_is_printed_after_set_leads_to_the_answer_that_is_said(outing: Any) -> None:
    refused = {"trip.rods": 5, "trip.crew": [{"role": "hand"}]}
    found = outing("check", refused, "--json").json()["changes"]
    assert [[f["fact"] for f in change["facts"]] for change in found["found"]] == [
        ["angler.ties", "trip.rods", "trip.crew"],
        ["angler.permit_expires", "trip.rods", "trip.crew"],
    ]
    for change in found["found"]:
        typed = [argument for text in change["set"] for argument in ("--set", text)]
        assert outing("check", refused, "--json", *typed).json()["verdict"]["state"] == change["state"] == "yes"


def test_the_changes_as_json(outing: Any) -> None:
    document = outing("check", {}, "--json").json()
    jsonschema.validate(document, schema("advice", None))
    changes = document["changes"]
    assert (changes["path"], changes["exhaustive"], changes["other_paths"]) == ("boating", True, [])
    (ties, permit) = [change["facts"][0] for change in changes["found"]]
    assert permit == {
        "fact": "angler.permit_expires", "title": "Permit valid until", "before": "2026-05-01", "after": "2026-06-01",
        "after_text": "1 June 2026", "span": "or_more", "until": None, "others": [], "example": False,
    }  # fmt: skip
    assert (ties["fact"], ties["before"], ties["after"], ties["example"]) == ("angler.ties", [], ["club"], False)
    assert [change["set"] for change in changes["found"]] == [["angler.ties=club"], ["angler.permit_expires=2026-06-01"]]
    allowed = outing("check", {"angler.ties": ["club"]}, "--json").json()
    jsonschema.validate(allowed, schema("advice", None))
    assert allowed["changes"] is None


def test_every_change_is_shown_with_the_whole_advice(outing: Any) -> None:
    refused = {"trip.rods": 5, "angler.ties": [], "trip.crew": [{"role": "hand"}, {"role": "hand"}]}
    whole = body(outing("check", refused, "--explain").out)
    assert whole.count("To try it:") == 2
    assert "Together:" in whole
    assert 'Crew: add: "Role: skipper"' in whole
    assert "Ties: add: member of a club" in whole
    assert "Permit valid until: on or after 1 June 2026, instead of: 1 May 2026" in whole
    brief = outing("why", refused).out
    assert body(brief).count("To try it:") == 1
    assert "The other changes found (1): snia check CASE --explain." in body(brief)
    assert brief[brief.index("THE SMALLEST CHANGE") :].count("\n") <= 10


def test_nobody_can_change_an_age(outing: Any) -> None:
    ran = outing("why", {"angler.birth_date": "2020-01-01"})
    text = body(ran.out)
    assert ran.code == 0
    assert "WHAT COULD CHANGE THE ANSWER Nothing you can change makes this possible." in text
    assert "What is still open to the same person:" in text
    assert "YES · To fish [--path fish]" in text
    document = outing("why", {"angler.birth_date": "2020-01-01"}, "--json").json()
    assert list(document) == ["schema_version", "lang", "on", "answer", "verdict", "changes", "receipt"]
    assert document["changes"]["found"] == []
    assert document["changes"]["other_paths"][0]["path"] == "fish"


def test_a_yes_needs_no_change(outing: Any) -> None:
    ran = outing("why", {"angler.ties": ["club"]})
    assert "The answer is not no: there is nothing to change." in body(ran.out)
    assert outing("why", {"angler.ties": ["club"]}, "--json").json()["changes"] is None
    assert outing("why", {"angler.ties": "?", "angler.permit_expires": "?"}).code == 3


def test_the_file_of_check_holds_the_changes_too(outing: Any, tmp_path: Path) -> None:
    target = tmp_path / "advice.json"
    outing("check", {}, "--json", "-o", str(target))
    assert len(json.loads(target.read_text(encoding="utf-8"))["changes"]["found"]) == 2
    text = tmp_path / "advice.txt"
    outing("check", {}, "--full", "-o", str(text))
    assert "SMALLEST CHANGE" in text.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", ["LE PLUS PETIT CHANGEMENT QUI SUFFIRAIT", "le 1er juin 2026 ou après, au lieu de : 1er mai 2026"]),
        ("ar", ["أصغر تغيير يكفي", "في 1 يونيو 2026 أو بعده، بدلا من: 1 ماي 2026"]),
    ],
)
def test_the_change_in_other_languages(outing: Any, lang: str, words: list[str]) -> None:
    text = body(outing("why", {}, lang=lang).out)
    assert all(word in text for word in words), text


# --- why not -----------------------------------------------------------------------------------------------------


def reasons(outing: Any, facts: dict[str, Any], lang: str = "en") -> str:
    """The part of the answer that names the conditions."""
    return body(outing("why", facts, "outing", "allowed", lang=lang).out).partition(" PROOF")[0]


def test_one_condition_or_any_of_some(outing: Any) -> None:
    assert "This would have to hold: • Rods: at most 3 — given: 5" in reasons(
        outing, {"trip.rods": 5, "angler.ties": ["club"]}
    )
    text = reasons(outing, {})
    assert "Any one of these would be enough: • Permit valid until: on or after 1 June 2026 — given: 1 May 2026" in text
    assert '• Ties: includes "member of a club" — given: none of these' in text


def test_sets_of_conditions(outing: Any) -> None:
    text = reasons(outing, {"trip.rods": 5})
    assert "Any one of these sets would be enough: 1. Together: • Rods: at most 3 — given: 5" in text
    assert "2. Together:" in text
    together = reasons(outing, {"trip.rods": 5, "angler.birth_date": "2020-01-01", "angler.ties": ["club"]})
    assert "These together would have to hold: • Age: at least 12 years — given: 6 years • Rods: at most 3" in together


def test_what_is_then_only_possible_is_said(outing: Any) -> None:
    text = reasons(outing, {"trip.rods": 5, "angler.ties": ["club"], "trip.crew": "?"})
    assert "It would then be possible, not yet established: other facts are missing." in text
    assert "possible, not yet" not in reasons(outing, {"trip.rods": 5, "angler.ties": ["club"]})


def test_what_is_missing(outing: Any) -> None:
    known = {"angler.ties": ["club"]}
    one = reasons(outing, {**known, "trip.rods": "?"})
    assert "To establish it, this is missing: • Rods: at most 3 Missing: Rods" in one
    both = reasons(outing, {**known, "trip.rods": "?", "trip.crew": "?"})
    assert "To establish it, these together are missing: • Rods: at most 3 • it is not the case: Crew: number" in both
    any_ = reasons(outing, {"angler.ties": "?", "angler.permit_expires": "?"})
    assert (
        "Any one of these answers would establish it: • Permit valid until: on or after 1 June 2026 • Ties: includes" in any_
    )
    sets = reasons(outing, {"angler.ties": "?", "angler.permit_expires": "?", "trip.rods": "?"})
    assert "Any one of these sets of answers would establish it: 1. Together:" in sets


def test_the_sets_as_json(outing: Any) -> None:
    document = outing("why", {"trip.rods": 5}, "outing", "allowed", "--json").json()
    assert [[c["fact"] for c in conditions] for conditions in document["failing"]] == [
        ["trip.rods", "angler.permit_expires"],
        ["trip.rods", "angler.ties"],
    ]
    assert document["failing"][0][0] == {
        "fact": "trip.rods", "question": None, "text": "Rods: at most 3", "given": 5, "given_text": "5",
    }  # fmt: skip
    assert (document["missing_sets"], document["more_sets"]) == ([], False)
    assert document["nodes"][0]["truth"] == "false"
    open_ = outing("why", {"angler.ties": ["club"], "trip.rods": "?"}, "outing", "allowed", "--json").json()
    assert [[(c["fact"], c["given"]) for c in conditions] for conditions in open_["missing_sets"]] == [[("trip.rods", None)]]
    assert open_["failing"] == []


def test_nothing_is_wanted_of_an_outcome_that_is_established(outing: Any) -> None:
    for asked in (["outing", "refused"], ["outing"]):
        document = outing("why", {"trip.rods": 5}, *asked, "--json").json()
        assert (document["failing"], document["missing_sets"], document["more_sets"]) == ([], [], False)


def test_an_open_question_is_a_condition_like_another(snia: Any) -> None:
    """On the law of the golden screens."""
    ran = snia("why", "cases/question.yaml", "visa", "not_required", "--rules", "rules", "--json", "--lang", "en")
    (conditions,) = ran.json()["missing_sets"]
    assert [(c["fact"], c["question"]) for c in conditions] == [(None, "convention_visa")]
    assert ran.code == 4


def test_a_finding_that_was_not_made(snia: Any) -> None:
    ran = snia("why", "cases/no.yaml", "findings", "begun_early", "--rules", "rules", "--lang", "en")
    assert "This would have to hold: • Work begun: yes — given: no" in body(ran.out)


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", "Une seule de ces conditions suffirait : • Permis valable jusqu'au : le 1er juin 2026 ou après — donné :"),
        ("ar", "تكفي واحدة من هذه الشروط: • الرخصة صالحة إلى غاية: في 1 يونيو 2026 أو بعده — المعطى: 1 ماي 2026"),
    ],
)
def test_the_conditions_in_other_languages(outing: Any, lang: str, words: str) -> None:
    assert words in reasons(outing, {}, lang).replace("\u00a0", " ")


# --- the whole answer --------------------------------------------------------------------------------------------


def parts(text: str) -> list[list[str]]:
    """The lines of each determination on the screen of `why CASE`."""
    shown = text.partition("\nWHY\n")[2].partition("\n\n")[0].splitlines()
    starts = [number for number, line in enumerate(shown) if not line.startswith(" ")]
    return [shown[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"angler.ties": ["club"]}, "✓ allowed Facts:"),
        ({"trip.rods": 5}, "✗ refused Facts: Rods: 5"),
        ({"trip.rods": "?", "angler.ties": ["club"]}, "? Outing Still possible: refused; allowed Missing: Rods"),
    ],
)
def test_why_tells_each_determination_in_few_lines(outing: Any, facts: dict[str, Any], says: str) -> None:
    text = outing("why", facts).out
    assert says in body(text)
    assert all(len(part) <= 10 for part in parts(text))
    assert "PROOF" not in text


def test_what_nothing_but_the_failing_of_the_others_carries_is_told_by_its_facts(outing: Any) -> None:
    text = body(outing("why", {"angler.ties": ["club"]}).out)
    assert "✓ allowed Facts: Age: 36 years; Rods: 2" in text
    assert "none of the other cases" not in text
    assert "too young" not in text


# --- names in words ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["outing", "OUTING", "Sortie", "الخروج", "sortie permise", "trop jeune", "young"])
def test_a_determination_is_found_by_words_of_three_languages(outing: Any, typed: str) -> None:
    assert outing("why", {}, typed, "--json").json()["determination"] == "outing"


def test_the_path_is_found_by_its_title(outing: Any) -> None:
    ran = outing("why", {}, "boat")
    assert ran.out.startswith("✗ NO.")
    assert "THE SMALLEST CHANGE" in ran.out


def test_several_meanings_are_named_and_none_is_guessed(snia: Any) -> None:
    """On the real law, without accents, in another language than the screen."""
    case = str(HOME / "a_letter_of_the_ministry_of_20_october.yaml")
    for typed in ("séjour", "SEJOUR"):
        ran = snia("why", case, typed, "--lang", "en")
        assert ran.code == 2
        assert f'"{typed}" may mean several things: ' in body(ran.err)
        assert "[stay_status]" in ran.err
        assert ran.err.count("[") <= 5
    for typed, meant in [("ANAPEC", "attestation"), ("تأشيرة", "visa"), ("commencer", "start"), ("starting", "start")]:
        assert snia("why", case, typed, "--json").json()["determination"] == meant


def test_a_name_that_means_nothing_is_answered_by_the_nearest(outing: Any) -> None:
    ran = outing("why", {}, "outnig")
    assert ran.code == 2
    assert "Outing [outing]" in ran.err
    assert "outing" in outing("why", {}, "zzzz").err


def test_a_path_has_no_outcomes(outing: Any) -> None:
    ran = outing("why", {}, "boating", "allowed")
    assert (ran.code, ran.err.strip()) == (2, '"boating" has no outcomes: give this name alone.')


# --- a finding ---------------------------------------------------------------------------------------------------


def test_a_finding_tells_its_sentence_and_whether_it_holds(snia: Any) -> None:
    ran = snia("why", "cases/stop.yaml", "begun_early", "--rules", "rules", "--lang", "en")
    document = snia("why", "cases/stop.yaml", "begun_early", "--rules", "rules", "--lang", "en", "--json").json()
    finding = document["finding"]
    assert (document["determination"], finding["id"], finding["holds"]) == ("findings", "begun_early", "true")
    assert finding["text"] in body(ran.out)
    assert "Established: yes" in ran.out
    assert "Work begun: yes" in ran.out
    other = snia("why", "cases/no.yaml", "begun_early", "--rules", "rules", "--lang", "en").out
    assert "Established: no" in other
    assert snia("why", "cases/no.yaml", "visa", "--rules", "rules", "--json").json()["finding"] is None


def test_the_amount_of_a_finding_says_what_it_is(snia: Any) -> None:
    """On the real law: a range of money is a fine, any other amount has the title that the law gives it."""
    case = str(HOME / "a_housekeeper_at_work_before_any_paper.yaml")
    written = body(snia("why", case, "domestic_contract_not_written", "--lang", "en").out).replace("\u00a0", " ")
    assert "fine: 3,000 to 5,000 MAD Established: yes Facts: Written and signed contract: no" in written
    trial = body(snia("why", case, "domestic_trial_too_long", "--lang", "en").out)
    assert "Longest trial, open-ended contract: 15 days" in trial


# --- what has happened -------------------------------------------------------------------------------------------


def test_after_a_refusal_the_way_out_is_an_act(snia: Any) -> None:
    case = str(HOME / "a_letter_of_the_ministry_of_20_october.yaml")
    text = body(snia("why", case, "--lang", "en").out)
    assert "What decides has happened and cannot be changed. The way out: " in text
    assert "--set" not in text
    assert snia("why", case, "--json").json()["changes"]["happened"] is True


def test_the_way_out_is_more_than_not_to_do_something(snia: Any) -> None:
    """A visa is refused: not to let the person work is the first act, the appeal is the way out."""
    case = str(HOME / "a_letter_of_the_ministry_of_20_october.yaml")
    way_out = body(snia("why", case, "--lang", "en").out).partition("The way out: ")[2]
    acts = snia("check", case, "--json", "--lang", "en").json()["acts"]
    told = next(act for act in acts if way_out.replace("\u00a0", " ").startswith(act["text"]))
    assert told["step"] is not None
    assert not load_rules().acts[acts[0]["id"]].abstains or told != acts[0]


def test_an_act_that_abstains_says_so_in_the_law() -> None:
    abstaining = [act for act in load_rules().acts.values() if act.abstains]
    assert len(abstaining) > 10
    for act in abstaining:
        assert act.text is not None
        assert act.text.to("fr").startswith("Ne pas "), act.id
        with pytest.raises(ValueError, match="abstains"):
            act.model_validate({**act.model_dump(exclude_unset=True), "by": ["request.visa_appeal_until"]})
