"""`snia plan`: what is asked, what is printed, what is written, and with which exit code."""

from __future__ import annotations

import json
import re
import stat
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import pytest
from dated import THURSDAY, law_of, paper, procedure, step

from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.messages import LANGUAGES
from snia_advisor.version import __version__

LODGE = step(
    "lodge", desk=True, brings=["file_complete"], documents=[paper("card", 0, 1), paper("contract", 3, 0, "employer")]
)
VALIDATE = step("validate", "authority", desk=True, brings=["validated"])
ANSWER = step(
    "answer", "authority", desk=True, clock=["file_complete", "validated"], delay="2 working_days", after=["lodge"]
)
QUICK = step("answer", "authority", desk=True, clock=["file_complete"], delay="2 working_days")
THINK = step("think", "authority", desk=True)
USE = step("use")
LIMIT = step("limit", "authority", desk=True, clock=["file_complete"], delay="60 full_days", beside="yes", after=["lodge"])
CASE = {
    "on": "2026-11-05",
    "path": "fish",
    "ref": "G-1",
    "angler": {"birth_date": "1990-01-01", "ties": "none", "permit_expires": "none"},
    "trip": {"water": "RIVER", "rods": 2, "tournament": "no", "catch_weight": "none", "began_on": "2026-10-31"},
}


class Planning:
    """`snia plan` on a case of the river."""

    def __init__(self, snia: Any, tmp_path: Path, *procedures: dict[str, Any]) -> None:
        self.snia, self.directory = snia, tmp_path
        self.procedures = procedures or (procedure("get", LODGE, VALIDATE, ANSWER, THINK, USE, LIMIT),)
        law_of(tmp_path, *self.procedures)

    def __call__(self, *args: str, **groups: Any) -> Any:
        case = self.directory / "case.yaml"
        case.write_text(json.dumps({**CASE, **groups}), encoding="utf-8")
        return self.snia("plan", str(case), "--rules", str(self.directory / "rules"), "--lang", "en", *args)


@pytest.fixture
def plan(snia, tmp_path: Path) -> Planning:
    """`snia plan` on the small law."""
    return Planning(snia, tmp_path)


def steps(ran: Any) -> dict[str, Any]:
    """The steps of a JSON plan."""
    return {one["id"]: one for one in ran.json()["steps"]}


def flat(text: str) -> str:
    """A page in one line."""
    return " ".join(text.split())


# --- the screen --------------------------------------------------------------------------------------------------


def test_the_verdict_comes_first_then_the_dated_steps(plan: Planning) -> None:
    ran = plan()
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("→ YES, AFTER THE PERMIT\n")
    page = flat(ran.out)
    assert "case G-1" in page
    assert (
        "From Thursday 5 November 2026, 2 working days end Tuesday 10 November 2026, because Friday 6 is closed (march en) "
        "and the weekend does not count." in page
    )
    assert "From Wednesday 11 November 2026 you may ask where the file is." in page


def test_what_is_assumed_is_named_with_the_way_to_tell_it(plan: Planning) -> None:
    page = flat(plan().out)
    assert (
        'Assumed: "validated en" on the same day, for want of a date. When you know it: --event validated=YYYY-MM-DD' in page
    )
    told = flat(plan("--event", "validated=2026-11-09", "--event", "file_complete=2026-11-05").out)
    assert "Assumed" not in told
    assert "validated en: Monday 9 November 2026" in told
    assert "end Wednesday 11 November 2026" in told
    assert "This date is certain." in told


def test_a_step_that_waits_has_no_date_and_says_for_what(plan: Planning) -> None:
    page = flat(plan().out)
    assert 'Date: none: it waits for "think en", whose end nothing fixes.' in page
    assert "Nothing fixes the end of: [2] validate en; [4] think en." in page


def test_what_stands_beside_the_way_has_its_own_section(plan: Planning) -> None:
    page = plan().out
    assert page.index("BESIDE THE WAY") > page.index("5. use en")
    assert "6. Answer expected: limit en" in page


def test_papers_covers_dates_and_footer(plan: Planning) -> None:
    ran = plan()
    page = flat(ran.out)
    assert "☐ contract en: 3 originals received on ................ (step 1)" in page
    assert page.index("From the employer ☐") < page.index("From the worker ☐")
    assert "COVER LIST: [1] LODGE EN To: Water office Case: G-1 Lodging foreseen: Thursday 5 November 2026" in page
    assert "1. card en: 1 copy 2. contract en: 3 originals Total: 2 papers, 3 originals, 1 copy" in page
    assert "Tuesday 10 November 2026 • answer due by this day · [3] answer en · may move: assumed dates" in page
    assert "Help document, no official value" in page
    assert not re.search("[\u0600-\u06ff]|Document d'aide", page)  # each page has its own language, and no other
    assert "Calendar: 1 (2027-12-31)" in page


def test_a_paper_that_will_have_expired(plan: Planning) -> None:
    assert "Valid until Tuesday 10 November 2026." in flat(plan(file={"card_until": "2026-11-10"}).out)
    soon = flat(plan("--from", "2026-11-12", file={"card_until": "2026-11-10"}).out)
    assert "! Expired on Tuesday 10 November 2026. Renew it" in soon
    steps = [{**LODGE, "documents": []}, QUICK, {**USE, "documents": [paper("card", 0, 1)]}]
    later = Planning(plan.snia, plan.directory / "b", procedure("get", *steps))
    page = flat(later(file={"card_until": "2026-11-09"}).out)
    assert "! Will have expired on Monday 9 November 2026, before the step of Tuesday 10 November 2026." in page


def test_deadlines_that_are_over_or_come_too_soon(snia, tmp_path: Path) -> None:
    act = step("act", desk=True, by="file.last_day")
    planning = Planning(
        snia, tmp_path, procedure("get", LODGE, {**ANSWER, "starts_when": {"last_of": ["file_complete"]}}, act)
    )
    over = flat(planning(file={"last_day": "2026-11-03"}).out)
    assert "! This deadline passed on Tuesday 3 November 2026." in over
    soon = flat(planning(file={"last_day": "2026-11-09"}).out)
    assert "Date: to be done by Monday 9 November 2026 at the latest (file.last_day en)." in soon
    assert "! This deadline comes before the step can be taken (Tuesday 10 November 2026)" in soon


def test_a_prudent_date_that_is_over_while_the_delay_runs(snia, tmp_path: Path) -> None:
    act = step(
        "act", desk=True, clock=["lodged"], delay="2 calendar_days"
    )  # ends on the holiday; the prudent date is the 5th
    planning = Planning(snia, tmp_path, procedure("get", act))
    still = flat(planning("--event", "lodged=2026-11-04", "--from", "2026-11-06").out)
    assert "! The prudent date is over, but the delay itself ends on Friday 6 November 2026" in still
    over = flat(planning("--event", "lodged=2026-11-04", "--from", "2026-11-07").out)
    assert "! This deadline passed on Thursday 5 November 2026." in over


def test_the_legal_extension_is_only_a_note(snia, tmp_path: Path) -> None:
    act = step("act", desk=True, clock=["lodged"], delay="10 calendar_days")
    page = flat(Planning(snia, tmp_path, procedure("get", act))("--event", "lodged=2026-11-05").out)
    assert "Act by Friday 13 November 2026 at the latest (prudent date)" in page
    assert "The law extends the end to Monday 16 November 2026: this is a note, do not count on it." in page


def test_both_readings_where_the_text_does_not_say(snia, tmp_path: Path) -> None:
    answer = step("answer", "authority", desk=True, clock=["file_complete"], delay="2 unspecified")
    page = flat(Planning(snia, tmp_path, procedure("get", LODGE, answer))().out)
    assert "2 days end Saturday 7 November 2026 in calendar days or Tuesday 10 November 2026 in working days" in page
    assert "From Wednesday 11 November 2026 you may ask where the file is." in page
    assert "On the shorter reading: from Monday 9 November 2026." in page


def test_the_moon_is_named(snia, tmp_path: Path) -> None:
    page = flat(Planning(snia, tmp_path, procedure("get", LODGE, QUICK))("--from", "2027-05-13").out)
    assert "end between Monday 17 and Wednesday 19 May 2027, depending on the moon" in page
    assert "The date depends on the moon: lamb en" in page
    assert "begins on Sunday 16, Monday 17 or Tuesday 18 May 2027." in page


def test_a_day_outside_the_table_is_said_not_guessed(snia, tmp_path: Path) -> None:
    planning = Planning(snia, tmp_path, procedure("get", LODGE, QUICK, USE))
    page = flat(planning("--from", "2027-12-30").out)
    assert "the table of closed days ends on Friday 31 December 2027" in page
    assert 'Date: none: it waits for "answer en"' in page
    assert steps(planning("--from", "2027-12-30", "--json"))["answer"]["due"] is None
    assert planning("--from", "0001-01-01").code == planning("--from", "9999-12-31", "--explain").code == 0


def test_day_by_day(plan: Planning) -> None:
    assert "Day by day" not in plan().out
    page = plan("--explain").out
    for row in (
        "Friday 6 November 2026 closed: march en",
        "Monday 9 November 2026 1",
        "Tuesday 10 November 2026 2; the end",
    ):
        assert row in flat(page)


def test_a_refused_path_has_no_procedure_and_says_so(plan: Planning, snia) -> None:
    ran = plan(trip={**CASE["trip"], "water": "SEA"})
    assert "No procedure to follow" in ran.out
    assert "THE STEPS" not in ran.out
    refused = snia("plan", "cases/no.yaml", "--rules", "rules", "--lang", "en")
    assert refused.code == 0
    assert refused.out.startswith("✗ NO: ")
    assert "No procedure to follow" in refused.out


def test_the_exit_code_is_that_of_the_advice(plan: Planning) -> None:
    assert plan(trip={"water": "RIVER"}).code == 3
    assert plan(angler={**CASE["angler"], "ties": ["guest"]}).code == 4
    missing = plan(trip={}).out
    assert "No procedure is sure while the answer depends on a question" in flat(missing)
    assert "[trip.water]" in missing


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_fits_eighty_columns_in_every_language_and_in_ascii(plan: Planning, monkeypatch, lang: str) -> None:
    wide = plan("--explain", "--lang", lang).out
    assert max(map(len, wide.splitlines())) <= 78
    monkeypatch.setenv("LC_ALL", "C")
    plain = plan("--lang", lang).out
    assert "[ ] " in plain
    assert not set("✓☐•→·") & set(plain)


def test_check_tells_the_dates_too(plan: Planning) -> None:
    case = plan.directory / "case.yaml"
    plan()
    rules = str(plan.directory / "rules")
    page = flat(plan.snia("check", str(case), "--only", "steps", "--rules", rules, "--lang", "en").out)
    assert "Date: from Thursday 5 November 2026." in page
    assert "2 working days end Tuesday 10 November 2026" in page
    assert "Assumed: " in page


# --- what is asked -----------------------------------------------------------------------------------------------


def test_from_is_the_first_day_on_which_somebody_acts(plan: Planning) -> None:
    assert steps(plan("--json"))["lodge"]["dates"]["possible_from"] == "2026-11-05"
    later = plan("--json", "--from", "2026-11-07")
    assert (later.json()["from"], steps(later)["lodge"]["dates"]["possible_from"]) == ("2026-11-07", "2026-11-09")
    before = plan("--from", "2026-11-02")
    assert before.code == 0
    assert "before the date of the question" in flat(before.out)


def test_the_user_s_own_days(plan: Planning) -> None:
    days = plan.directory / "days.yaml"
    days.write_text("closed: [{day: 2026-11-09, title: strike}]\n", encoding="utf-8")
    ran = plan("--days", str(days), "--json")
    assert steps(ran)["answer"]["due"] == "2026-11-11"
    assert "corrected" in steps(ran)["answer"]["dates"]["certainty"]
    assert "+local" in ran.json()["receipt"]["calendar"]
    assert "a local correction" in flat(plan("--days", str(days)).out)


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (["--from", "5/11/2026"], "5/11/2026"),
        (["--event", "validated"], "write the name, the sign = and the date"),
        (["--event", "=2026-11-05"], "write the name, the sign = and the date"),
        (["--event", "validatd=2026-11-05"], 'no event "validatd". The nearest is: validated.'),
        (["--event", "gett.validated=2026-11-05"], "The nearest is: get.validated."),
        (["--event", "get.validatd=2026-11-05"], "The nearest is: get.validated."),
        (["--event", "validated=05-11-2026"], '"05-11-2026" is not a date'),
        (["--event", "validated=2026-11-05", "--event", "validated=2026-11-06"], "given twice"),
        (["--format", "jsn"], 'no "--format jsn". The nearest is: json.'),
        (["--json", "--format", "ics"], "contradict each other"),
        (["--days", "nothing.yaml"], "nothing.yaml"),
    ],
)
def test_a_wrong_option_is_one_sentence(plan: Planning, args: list[str], sentence: str) -> None:
    ran = plan(*args)
    assert (ran.code, ran.out) == (2, "")
    assert sentence in ran.err
    assert ran.err.count("\n") == 1


def test_an_event_that_the_case_dates_otherwise(plan: Planning) -> None:
    same = plan("--event", "opened=2026-11-02", file={"opened_on": "2026-11-02"})
    assert same.code == 0
    ran = plan("--event", "opened=2026-11-03", file={"opened_on": "2026-11-02"})
    assert (ran.code, ran.out) == (2, "")
    assert "--set file.opened_on=2026-11-03" in ran.err


def test_an_event_of_several_procedures_needs_the_name_of_one(snia, tmp_path: Path) -> None:
    planning = Planning(snia, tmp_path, procedure("get", LODGE, VALIDATE), procedure("other", LODGE, VALIDATE))
    ran = planning("--event", "validated=2026-11-09")
    assert (ran.code, ran.out) == (2, "")
    assert "get.validated, other.validated" in ran.err
    assert planning("--event", "other.validated=2026-11-09").code == 0
    page = flat(planning().out)
    assert "--event get.validated=YYYY-MM-DD" in page
    assert "--event other.validated=YYYY-MM-DD" in page


def test_nothing_is_asked_about_a_step_that_is_over(snia, tmp_path: Path) -> None:
    act = step("act", desk=True, clock=["opened"], brings=["lodged"])
    planning = Planning(snia, tmp_path, procedure("get", act))
    assert "--event opened=" in planning().out
    page = flat(planning("--event", "lodged=2026-11-04").out)
    assert "Date: done, by Wednesday 4 November 2026 at the latest." in page
    assert "--event opened=" not in page


def test_the_receipt_tells_what_was_used(plan: Planning) -> None:
    page = flat(plan("--from", "2026-11-06", "--event", "get.validated=2026-11-09").out)
    assert "First day on which somebody acts: 6 November 2026 validated en: 9 November 2026" in page


def test_an_event_that_nothing_waits_for(plan: Planning) -> None:
    assert 'No step of this plan waits for "answered en" (answered)' in flat(plan("--event", "answered=2026-11-06").out)


# --- what is written ---------------------------------------------------------------------------------------------


def test_json_twice_the_same(plan: Planning) -> None:
    one = plan("--json")
    assert one.out == plan("--format", "json").out
    written = one.json()
    assert (written["schema_version"], written["lang"], written["on"], written["ref"]) == (2, "en", "2026-11-05", "G-1")
    assert written["critical_path"] == ["get.lodge", "get.answer"]
    assert steps(one)["use"]["dates"]["waits_for"] == ["get.think"]
    told = plan("--json", "--from", "2026-11-06", "--event", "validated=2026-11-09").json()
    assert {name: told["receipt"]["dates_used"][name] for name in ("on", "from", "validated")} == {
        "on": "2026-11-05",
        "from": "2026-11-06",
        "validated": "2026-11-09",
    }


def test_a_calendar_file(plan: Planning) -> None:
    ran = plan("--format", "ics")
    assert (ran.code, ran.err) == (0, "")
    assert "\r\n" in ran.out
    found = icalendar.Calendar.from_ical(ran.out).walk("VEVENT")
    assert {event.decoded("DTSTART") for event in found} >= {date(2026, 11, 5), date(2026, 11, 10)}
    assert all(str(event["SUMMARY"]).startswith("G-1 · ") for event in found)
    assert ran.out == plan("--format", "ics").out


def test_a_calendar_without_a_date_says_so_on_the_side(snia, tmp_path: Path) -> None:
    ran = Planning(snia, tmp_path, procedure("get", step("use", clock=["opened"])))("--format", "ics")
    assert ran.code == 0
    assert "the calendar is empty" in ran.err
    assert icalendar.Calendar.from_ical(ran.out).walk("VEVENT") == []


@pytest.mark.parametrize(("form", "extension"), [("text", "txt"), ("json", "json"), ("ics", "ics")])
def test_into_a_file(plan: Planning, form: str, extension: str) -> None:
    target = plan.directory / f"plan.{extension}"
    ran = plan("-o", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert str(target) in ran.err
    written = target.read_bytes().decode()
    assert written.removesuffix(f"Written by snia_advisor {__version__}\n") == plan("--format", form).out
    assert plan("--format", form, "-o", str(target)).code == 0  # what it wrote, it may write again
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_the_schema_is_printed(snia, rules: RuleBase) -> None:
    assert snia("schema", "plan").json()["title"] == "snia_advisor plan"


def test_the_issue_s_example_on_the_real_law(snia) -> None:
    scenarios = Path(__file__).parents[2] / "scenarios" / "hire_employee"
    case = scenarios / "costs" / "post_found_on_list_a1_date_of_reading_noted.yaml"
    page = flat(snia("plan", str(case), "--from", THURSDAY.isoformat(), "--lang", "en").out)
    assert "end Tuesday 10 November 2026, because Friday 6 is closed" in page
    assert "and the weekend does not count." in page
    assert "--event file_validated=YYYY-MM-DD" in page
