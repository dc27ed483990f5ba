"""`snia calendar add`: the answer in words, in three languages, as JSON, day by day; and every refusal in one sentence."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from snia_advisor.messages import LANGUAGES
from snia_advisor.messages.formats import WEEKDAYS, day_beside, long_date


def flat(text: str) -> str:
    """A page in one line, its unbreakable spaces plain."""
    return " ".join(text.replace("\u00a0", " ").split())


def said(snia, *args: str, lang: str = "en") -> str:
    ran = snia("calendar", "add", *args, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    return flat(ran.out)


def told(snia, *args: str) -> dict:
    ran = snia("calendar", "add", *args, "--json", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    return ran.json()


# --- the answer --------------------------------------------------------------------------------------------------

GREEN_MARCH = {
    "fr": "À compter du jeudi 5 novembre 2026, 48 heures comptées en jours ouvrables (deux) finissent le mardi 10 novembre "
    "2026, car le vendredi 6 est fermé (Marche Verte) et le week-end ne compte pas.",
    "ar": "48 ساعة محتسبة بأيام العمل (يومان) ابتداء من الخميس 5 نونبر 2026 تنتهي يوم الثلاثاء 10 نونبر 2026، لأن الجمعة 6 "
    "عطلة (عيد المسيرة الخضراء) ونهاية الأسبوع لا تحتسب.",
    "en": "From Thursday 5 November 2026, 48 hours counted in working days (two) end Tuesday 10 November 2026, because "
    "Friday 6 is closed (Green March Day) and the weekend does not count.",
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_first_line_is_the_answer(snia, lang: str) -> None:
    assert said(snia, "2026-11-05", "48h", lang=lang).startswith(GREEN_MARCH[lang])


def test_the_claim_date(snia) -> None:
    text = said(snia, "2026-11-05", "48h", "--for", "authority")
    assert "From Wednesday 11 November 2026 you may ask where the file is." in text
    assert "shorter reading" not in text
    assert "may ask" not in said(snia, "2026-11-05", "48h")


def test_both_readings_where_the_text_does_not_say(snia) -> None:
    text = said(snia, "2025-07-21", "20?", "--for", "authority")
    assert "20 days end Sunday 10 August 2025 in calendar days or Friday 22 August 2025 in working days" in text
    assert "Wednesday 30 July is closed (Throne Day), Thursday 14 is closed (Oued Eddahab Day)" in text
    assert "From Monday 25 August 2025 you may ask where the file is." in text
    assert "On the shorter reading: from Monday 11 August 2025." in text
    assert "The text does not say whether these are working or calendar days." in text


def test_the_prudent_date_comes_first_and_the_extension_is_a_note(snia) -> None:
    text = said(snia, "2026-01-27", "60fd", "--for", "user")
    assert text.startswith("→ Act by Friday 27 March 2026 at the latest (prudent date), because Saturday 28 is closed")
    assert "The law extends the end to Monday 30 March 2026: this is a note, do not count on it." in text


def test_both_ways_of_counting_a_month(snia) -> None:
    text = said(snia, "2026-02-20", "1m", "--for", "user")
    assert "Act by Thursday 19 March 2026 at the latest (prudent date), because Friday 20 is closed (Eid al-Fitr)." in text
    assert "Friday 20 March 2026 from date to date or Sunday 22 March 2026 at 30 days a month" in text


def test_a_closed_start_is_said(snia) -> None:
    text = said(snia, "2026-03-14", "2wd")
    assert "Saturday 14 March 2026 is closed (weekly rest): it is still the day that is not counted." in text
    assert "Saturday" not in said(snia, "2026-03-12", "1wd")


def test_a_clipped_month_is_said(snia) -> None:
    text = said(snia, "2026-01-31", "1m")
    assert "1 month ends Saturday 28 February 2026." in text
    assert "That month has no day 31" in text
    assert "Saturday 28 February 2026 is closed (weekly rest). For the prudent date: --for user" in text


def test_a_feast_that_may_close_the_last_days_brings_the_prudent_date_forward(snia) -> None:
    text = said(snia, "2027-05-08", "9d", "--for", "user")
    assert text.startswith("→ Act by Friday 14 May 2027 at the latest (prudent date), because Saturday 15 and Sunday 16")
    assert "Eid al-Adha (day to be confirmed) may close the days before" in text


def test_an_end_is_named_once(snia) -> None:
    text = said(snia, "2026-04-01", "1m", "--for", "user", "--explain")  # 30 days and one month end on the same day
    assert text.count("; the end") == 1


def test_a_range_names_the_feast_and_its_days(snia) -> None:
    text = said(snia, "2027-05-10", "5wd", "--for", "authority")
    assert "5 working days end between Monday 17 and Wednesday 19 May 2027, depending on the moon" in text
    assert "Eid al-Adha (computed, to be confirmed) begins on Sunday 16, Monday 17 or Tuesday 18 May 2027." in text
    assert "The table was brought up to date on Monday 23 November 2026" in text


def test_a_feast_that_moves_nothing_is_still_named_among_the_days_skipped(snia) -> None:
    text = said(snia, "2026-05-25", "20wd")
    assert "end Thursday 25 June 2026" in text
    assert "Eid al-Adha (day to be confirmed) does not count" in text
    assert "depends on the moon" not in text


def test_what_is_not_known_of_closures(snia) -> None:
    assert "it is not known whether a closure was decided around the feast" in said(snia, "2026-05-25", "20wd")
    assumed = said(snia, "2025-06-05", "2wd", "--for", "authority")
    assert "Monday after Eid al-Adha, Monday 9 June 2025: the decision does not name public establishments" in assumed


def test_outside_the_table(snia) -> None:
    text = said(snia, "2030-12-27", "5wd", "--for", "authority")
    assert "the end of 5 working days is not known: the table of closed days ends on Tuesday 31 December 2030" in text
    user = said(snia, "2011-06-01", "10d", "--for", "user")
    assert user.startswith("→ The prudent date is not known: the table of closed days begins on Sunday 1 January 2012")
    half = said(snia, "2031-01-06", "20?")
    assert "Sunday 26 January 2031 in calendar days or on a day that is not known in working days" in half
    assert "The table of closed days ends on Tuesday 31 December 2030" in half


@pytest.mark.parametrize("lang", LANGUAGES)
def test_day_by_day(snia, lang: str) -> None:
    ran = snia("calendar", "add", "2026-11-05", "48h", "--for", "authority", "--explain", "--lang", lang)
    lines = [line.strip() for line in ran.out.splitlines()]
    for day in range(5, 12):
        row = [line for line in lines if line.startswith(long_date(date(2026, 11, day), lang) + "  ")]
        assert len(row) == 1
        words = row[0].removeprefix(long_date(date(2026, 11, day), lang)).strip()
        numbered = re.match(r"\d", words)
        assert bool(numbered) is (day in (9, 10))
        assert not numbered or words[0] == str(day - 8)


def test_day_by_day_names_the_first_days_that_close_a_day(snia) -> None:
    text = said(snia, "2027-05-10", "5wd", "--explain")
    assert "Monday 17 May 2027 closed if Eid al-Adha begins on Sunday 16 or Monday 17 May 2027; may be the end" in text
    assert "Wednesday 19 May 2027 5; closed if Eid al-Adha begins on Tuesday 18 May 2027; may be the end" in text


@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "args",
    [
        ["2027-05-10", "5wd", "--for", "authority", "--explain"],
        ["2026-02-20", "1m", "--for", "user", "--explain"],
        ["2025-07-21", "20?", "--for", "authority"],
        ["2030-12-27", "5?", "--for", "user"],
    ],
)
def test_eighty_columns(snia, args: list[str], lang: str) -> None:
    ran = snia("calendar", "add", *args, "--lang", lang)
    assert max(map(len, ran.out.splitlines())) <= 78


def test_signs_in_ascii(snia, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    text = said(snia, "2027-05-10", "5wd", "--for", "authority")
    assert "-> From" in text
    assert "[!] The date" in text
    assert text.isascii()


# --- what is typed -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "args",
    [
        ["2026-11-05", "48h"],
        ["2026-11-05", "2", "jours", "ouvrables"],
        ["5/11/2026", "2wd"],
        ["5 novembre 2026", "2 working days"],
        ["5", "novembre", "2026", "2", "jours", "ouvrables"],
        ["5", "نونبر", "2026", "يوما", "عمل"],
    ],
)
def test_the_date_and_the_delay_as_people_type_them(snia, args: list[str]) -> None:
    assert told(snia, *args)["due"] == "2026-11-10"


REFUSED = {
    "x 5d": "is not a date",
    "2026-02-30 5d": "there is no such day",
    "2026-11-05": "DELAY is missing",
    "5 novembre 2026": "DELAY is missing",
    "2026-11-05 5": '"5" has no unit',
    "2026-11-05 5 zorglub": "is not a unit of delay",
    "2026-11-05 36h": "nothing is counted in hours",
    "2026-11-05 0d": "one day at least",
    "2026-11-05 11000d": "longer than ten years",
    "2026-11-05 48h --for me": '"--for" takes authority | user, not "me"',
    "2026-11-05 48h --list other": '"--list" takes public | private, not "other"',
    "2026-11-05 48h --list private": "--rest sunday",
    "2026-11-05 20? --list private": "--rest sunday",
    "2026-11-05 20fd --list private": "--rest sunday",
    "2026-11-05 48h --rest sunday": "--rest goes with --list private",
    "2026-11-05 48h --list private --rest sonday": "The nearest is: sunday",
    "2026-11-05 48h --list private --rest ": "is not a day of the week",
    "2026-11-05 48h --no-office": "--no-office goes with --for user",
    "2026-11-05 48h --for authority --list private --rest sunday": "counted on the public list",
    "2026-11-05 48h --for user --list private --rest sunday": "counted on the public list",
    "2026-11-05 48h --days absent.yaml": "absent.yaml does not exist",
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("line", REFUSED)
def test_what_is_wrong_is_one_sentence(snia, line: str, lang: str) -> None:
    ran = snia("calendar", "add", *line.split(" "), "--lang", lang)
    assert ran.code == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert "Traceback" not in ran.err
    if lang == "en":
        assert REFUSED[line] in ran.err


def test_rules_without_a_calendar(snia, tmp_path: Path) -> None:
    (tmp_path / "law.yaml").write_text(Path("rules/law.yaml").read_text(encoding="utf-8"), encoding="utf-8")
    ran = snia("calendar", "add", "2026-11-05", "48h", "--rules", str(tmp_path), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "no table of closed days" in ran.err


def test_the_private_list_with_its_rest(snia) -> None:
    text = said(snia, "2026-05-01", "2wd", "--list", "private", "--rest", "sunday")
    assert "2 working days end Monday 4 May 2026, because the weekly rest (Sunday) does not count." in text
    assert "List: private sector, rest: Sunday" in text
    both = told(snia, "2026-05-01", "2wd", "--list", "private", "--rest", "saturday,sunday")
    assert (both["list"], both["due"]) == ("private", "2026-05-05")
    # Neither an office nor working days: the weekly rest is not needed.
    assert told(snia, "2026-05-01", "8d", "--list", "private", "--for", "user", "--no-office")["due"] == "2026-05-09"
    assert told(snia, "2026-05-01", "8d", "--list", "private")["due"] == "2026-05-09"


# --- the user's file ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by", ["option", "environment"])
def test_the_users_days_are_used_and_said(snia, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    file = tmp_path / "days.yaml"
    file.write_text('closed: [{day: 2026-11-09, title: "grève du guichet"}]\n', encoding="utf-8")
    args = ["--days", str(file)] if by == "option" else []
    if by == "environment":
        monkeypatch.setenv("SNIA_DAYS", str(file))
    text = said(snia, "2026-11-05", "48h", *args)
    assert "end Wednesday 11 November 2026" in text
    assert "Monday 9 is closed (grève du guichet)" in text
    assert "Your file of days was used" in text
    found = told(snia, "2026-11-05", "48h", *args)
    assert found["corrected"] is True
    assert found["calendar"].endswith("+local")
    elsewhere = told(snia, "2026-12-05", "48h", *args)
    assert elsewhere["corrected"] is False


def test_the_rest_of_the_users_file(snia, tmp_path: Path) -> None:
    file = tmp_path / "days.yaml"
    file.write_text("weekly_rest: [sunday]\n", encoding="utf-8")
    found = told(snia, "2026-05-01", "2wd", "--list", "private", "--days", str(file))
    assert found["due"] == "2026-05-04"
    assert found["corrected"] is False


def test_a_wrong_file_of_days_is_said_with_its_line(snia, tmp_path: Path) -> None:
    file = tmp_path / "days.yaml"
    file.write_text("open:\n  - {day: 2026-13-01}\n", encoding="utf-8")
    ran = snia("calendar", "add", "2026-11-05", "48h", "--days", str(file), "--lang", "en")
    assert ran.code == 2
    assert flat(ran.err).startswith(f'{file}:2: "day" takes a date that exists')


# --- JSON --------------------------------------------------------------------------------------------------------

KEYS = [
    "schema_version", "lang", "start", "delay", "for", "list", "office", "sentence", "due", "earliest", "latest", "certain",
    "claim_from", "claim_from_shorter", "outer_limit", "readings", "days", "moons", "gaps", "assumed", "unknown_from",
    "corrected", "start_closed", "notes", "sources", "calendar",
]  # fmt: skip


def test_the_json_answer(snia) -> None:
    found = told(snia, "2026-11-05", "48h", "--for", "authority")
    assert list(found) == KEYS
    assert found["delay"] == {"amount": 2, "unit": "working_days", "written": "48h"}
    assert found["sentence"] == GREEN_MARCH["en"]
    assert (found["due"], found["earliest"], found["latest"]) == ("2026-11-10",) * 3
    assert found["claim_from"] == "2026-11-11"
    assert found["certain"] is True
    assert [(d["date"], d["weekday"], d["counts"]) for d in found["days"]] == [
        ("2026-11-06", "friday", None), ("2026-11-07", "saturday", None), ("2026-11-08", "sunday", None),
        ("2026-11-09", "monday", 1), ("2026-11-10", "tuesday", 2), ("2026-11-11", "wednesday", None),
    ]  # fmt: skip
    assert found["days"][0]["closed"] == [
        {"kind": "closed_day", "id": "green_march", "title": "Green March Day", "status": "official",
         "sources": ["decree-2-77-169#1"]}
    ]  # fmt: skip
    assert "decree-2-77-169#1" in found["sources"]
    assert re.fullmatch(r"\d+ \(\d{4}-\d{2}-\d{2}\) [0-9a-f]{12}", found["calendar"])


def test_the_json_of_two_readings_and_of_the_moon(snia) -> None:
    both = told(snia, "2026-02-02", "20?", "--for", "authority")
    assert [(r["reading"], r["due"], r["claim_from"]) for r in both["readings"]] == [
        ("calendar", "2026-02-22", "2026-02-23"),
        ("working", "2026-03-02", "2026-03-03"),
    ]
    moon = told(snia, "2027-05-10", "5wd")
    assert (moon["earliest"], moon["latest"], moon["certain"]) == ("2027-05-17", "2027-05-19", False)
    (feast,) = moon["moons"]
    assert feast["possible"] == ["2027-05-16", "2027-05-17", "2027-05-18"]
    assert (feast["feast"], feast["status"], feast["sources"][0]) == ("adha", "predicted", "crescent-model")
    assert [d["doubtful"][0]["feast"] for d in moon["days"] if d["doubtful"]] == ["adha"] * 4
    assert any("Eid al-Adha" in note for note in moon["notes"])


def test_the_json_is_certain_only_without_doubt(snia) -> None:
    assert told(snia, "2026-11-05", "48h")["certain"] is True
    gap = told(snia, "2026-05-25", "20wd")
    assert (gap["earliest"], gap["latest"], gap["certain"]) == ("2026-06-25", "2026-06-25", False)
    assert [found["id"] for found in gap["gaps"]] == ["closures_adha_2026"]
    assumed = told(snia, "2025-06-05", "2wd")
    assert [found["id"] for found in assumed["assumed"]] == ["closure_2025_06_09"]
    assert assumed["certain"] is False


def test_the_json_outside_the_table(snia) -> None:
    found = told(snia, "2030-12-27", "5wd")
    assert (found["due"], found["earliest"], found["latest"], found["certain"]) == (None, None, None, False)
    assert found["unknown_from"] == "2031-01-01"
    assert found["days"] == []
    user = told(snia, "2030-12-20", "20d", "--for", "user")
    assert user["due"] is None
    assert (user["readings"][0]["end_latest"], user["readings"][0]["due"]) == ("2031-01-09", None)


def test_the_dates_are_the_same_in_every_language(snia) -> None:
    def plain(lang: str) -> str:
        found = snia("calendar", "add", "2025-07-21", "20?", "--for", "authority", "--json", "--lang", lang).json()
        for key in ("lang", "sentence", "notes"):
            del found[key]
        return re.sub(r'"title": "[^"]*"', "", json.dumps(found))

    assert plain("fr") == plain("ar") == plain("en")


# --- formats, speed ----------------------------------------------------------------------------------------------


def test_days_of_the_week() -> None:
    for day in range(1, 8):
        for lang in LANGUAGES:
            assert long_date(date(2026, 6, day), lang).startswith(WEEKDAYS[lang][day - 1] + " ")  # 1 June 2026: a Monday
    assert long_date(date(2026, 11, 1), "fr") == "dimanche 1er novembre 2026"
    near = date(2026, 11, 10)
    told_beside = [day_beside(date(*parts), near, "fr") for parts in ((2026, 11, 1), (2026, 10, 30), (2025, 11, 10))]
    assert told_beside == ["dimanche 1er", "vendredi 30 octobre", "lundi 10 novembre 2025"]


def test_the_engine_is_not_imported() -> None:
    code = (
        "import sys; from snia_advisor.cli.main import main; code = main(['calendar', 'add', '2026-11-05', '48h']);"
        "assert code == 0; print([m for m in sys.modules if 'durable' in m or m.startswith('snia_advisor.law.engine')])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"
