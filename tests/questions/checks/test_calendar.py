"""Gaps and faults of the table of closed days: each finding on a small table spoilt on purpose, none on the clean one."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from snia_advisor import messages
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_yaml
from snia_advisor.messages import LANGUAGES
from snia_advisor.questions.checks.calendar import TableFinding, YearCount, calendar_json, check_calendar, counts, to_do
from snia_advisor.questions.checks.rule_base import check_rules

SMALL = Path(__file__).parents[2] / "golden" / "rules"
BEFORE = date(2026, 5, 1)  # before the feast of 2026, and before the table was made
NOTES = {"K004", "K014", "K018"}  # what the small table does not know, whatever the day
SURE = {"  status: forecast\n  within: 1\n": "  status: official\n"}  # what makes the feast of 2026 certain


@pytest.fixture(autouse=True)
def _in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "_current", "fr")


@pytest.fixture
def altered(tmp_path: Path):
    """A function that gives the small rule base with parts of its calendar replaced."""

    def make(changes: dict[str, str], added: str = "") -> RuleBase:
        rules = tmp_path / "rules"
        shutil.rmtree(rules, ignore_errors=True)
        shutil.copytree(SMALL, rules)
        text = (rules / "calendar.yaml").read_text(encoding="utf-8")
        for old, new in changes.items():
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        (rules / "calendar.yaml").write_text(text + added, encoding="utf-8")
        return from_yaml(rules)

    return make


def waiting(base: RuleBase, on: date = BEFORE) -> list[tuple[str, str, str]]:
    """The findings that ask for something: code, severity, entry."""
    return [(f.code, f.severity, f.id) for f in to_do(check_calendar(base, on))]


# --- the clean table ---------------------------------------------------------------------------------------------


def test_only_what_waits_for_the_moon(altered) -> None:
    """The table was made on 30 June: the feast of May has been seen by then."""
    base = altered(SURE)
    assert waiting(base) == []
    assert {f.code for f in check_calendar(base, BEFORE)} == NOTES - {"K018"}
    assert {f.severity for f in check_calendar(base, BEFORE)} == {"note"}


def test_the_real_table_waits_for_three_notices_and_nothing_else(rules: RuleBase) -> None:
    found = check_calendar(rules, date(2026, 11, 24))
    assert waiting(rules, date(2026, 11, 24)) == [
        ("K003", "warning", "adha_2026"),
        ("K003", "warning", "moharram_2026"),
        ("K003", "warning", "mawlid_2026"),
    ]
    notes = Counter(f.code for f in found if f.severity == "note")
    assert notes == {"K003": 15, "K004": 8, "K014": 4, "K017": 1}
    assert {"2025" in f.message or "2026" in f.message for f in found if f.id == "closures_fitr_2025"} == {True}
    assert all(f.file.startswith("rules/calendar/") and f.line > 1 for f in found)


def test_how_sure_each_year_is(rules: RuleBase) -> None:
    by_year = {row.year: (row.certain, row.uncertain) for row in counts(rules)}
    assert sorted(by_year) == list(range(2012, 2031))
    assert by_year[2019] == (16, 0)
    assert by_year[2024] == (18, 0)
    assert by_year[2026] == (14, 5)
    assert by_year[2030] == (11, 7)
    assert by_year[2020] == (15, 1)  # 1 Moharram on a fixed day


def test_as_json(rules: RuleBase) -> None:
    document = calendar_json(check_calendar(rules, date(2026, 11, 24)), [YearCount(2026, 14, 5)])
    assert set(document) == {"findings", "years"}
    assert set(document["findings"][0]) == {"code", "severity", "id", "file", "line", "message", "fix"}
    assert document["years"] == [{"year": 2026, "certain": 14, "uncertain": 5}]


# --- each finding ------------------------------------------------------------------------------------------------

SECOND_TABLE = """
- calendar: another
  title: {fr: "Autre", ar: "آخر", en: "Other"}
  version: 1
  as_of: 2026-01-01
  from: 2025-01-01
  to: 2027-12-31
  sources: ["work-law#8"]
"""
SECOND_REST = """
- weekly_rest: more_rest
  which: public
  days: [sunday]
  title: {fr: "Dimanche", ar: "الأحد", en: "Sunday"}
  sources: ["work-law#8"]
  confidence: high
"""


FIRST_CLOSURE = "  day: 2025-06-09\n  weekday: monday"
FEAST_2025 = "2025-06-07\n  weekday: saturday"
LAST_DAY = "  to: 2027-12-31\n  note"


@pytest.mark.parametrize(
    ("found", "changes", "added"),
    [
        ([("K002", "error", "lanterns")], {LAST_DAY: "  to: 2028-12-31\n  note"}, ""),
        ([("K005", "error", "lanterns_2025")], {"weekday: saturday": "weekday: sunday"}, ""),
        ([("K005", "error", "closure_2025_06_09")], {"day: 2025-06-09": "day: 2025-06-10"}, ""),
        ([("K006", "warning", "lanterns_2025")], {"  weekday: saturday\n": ""}, ""),
        ([("K007", "error", "another")], {}, SECOND_TABLE),
        ([("K007", "error", "more_rest")], {}, SECOND_REST),
        (
            [("K007", "error", "lanterns_2026"), ("K008", "error", "lanterns_2026")],
            {
                FEAST_2025: "2026-05-26\n  weekday: tuesday",
                "from: 2025-01-01": "from: 2026-01-01",
                FIRST_CLOSURE: "  day: 2026-06-08\n  weekday: monday",
            },
            "",
        ),
        ([("K010", "error", "lanterns_2026")], {"hijri_year: 1446": "hijri_year: 1445"}, ""),
        ([("K009", "error", "lanterns_2027")], {"[2027-05-18]": "[2027-05-19]"}, ""),
        ([("K011", "error", "work_day")], {"  public: {from: 2001-01-01, sources": "  public: {sources"}, ""),
        ([("K011", "error", "river_day")], {"    sources: [desk-page]\n": "    sources: []\n"}, ""),
        (
            [("K012", "warning", "small_table"), ("K016", "error", "lanterns_2027")],
            {LAST_DAY: "  to: 2027-04-30\n  note"},
            "",
        ),
        ([("K013", "error", "closure_2026_05_29")], {"first_day: 2026-05-27}": "first_day: 2026-05-28}"}, ""),
        ([("K015", "warning", "closure_2025_06_09")], {FIRST_CLOSURE: "  day: 2025-06-08\n  weekday: sunday"}, ""),
        ([("K016", "error", "closure_2025_06_09")], {FIRST_CLOSURE: "  day: 2024-06-10\n  weekday: monday"}, ""),
    ],
)  # fmt: skip
def test_each_finding(altered, found: list[tuple[str, str, str]], changes: dict[str, str], added: str) -> None:
    assert sorted(waiting(altered({**SURE, **changes}, added))) == found


@pytest.mark.parametrize(
    ("first_day", "weekday", "expected"),
    [
        ("2025-06-05", "thursday", "warning"),  # 356 days: rare, to be read again
        ("2025-06-08", "sunday", "warning"),  # 353 days
        ("2025-06-04", "wednesday", "error"),
        ("2025-05-07", "wednesday", "error"),
        ("2025-06-06", "friday", None),
        ("2025-06-07", "saturday", None),
    ],
)
def test_the_distance_between_two_feasts(altered, first_day: str, weekday: str, expected: str | None) -> None:
    base = altered({**SURE, "2025-06-07\n  weekday: saturday": f"{first_day}\n  weekday: {weekday}"})
    found = {(f.code, f.severity, f.id) for f in to_do(check_calendar(base, BEFORE)) if f.code == "K008"}
    assert found == ({("K008", expected, "lanterns_2026")} if expected else set())


def test_an_uncertain_feast_is_given_its_day_of_doubt(altered) -> None:
    """From 27 May 2026, certain, to a predicted day: 353 to 356 days are within the doubt of one day."""
    for first_day, weekday, clean in (("2027-05-15", "saturday", True), ("2027-05-14", "friday", False)):
        change = {
            "2027-05-17\n  weekday: monday": f"{first_day}\n  weekday: {weekday}",
            "  alternatives: [2027-05-18]\n": "",
        }
        assert (waiting(altered({**SURE, **change})) == []) is clean, first_day


# --- the moon ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("on", "severities"),
    [
        (date(2026, 11, 24), {"lanterns_2026": "warning"}),
        (date(2027, 5, 16), {"lanterns_2026": "warning"}),
        (date(2027, 5, 17), {"lanterns_2026": "warning", "lanterns_2027": "warning"}),
        (date(2029, 1, 1), {"lanterns_2026": "note", "lanterns_2027": "warning"}),
        (date(2026, 1, 1), {"lanterns_2026": "warning"}),  # past on the day the table was made
    ],
)
def test_a_past_day_that_nobody_confirmed(altered, on: date, severities: dict[str, str]) -> None:
    found = [f for f in check_calendar(altered({}), on) if f.code == "K003"]
    assert {f.id: f.severity for f in found} == severities
    assert all("Fête des lanternes" in f.message and "communiqué" in f.fix for f in found)


def test_a_closure_that_waits_for_its_feast(altered) -> None:
    (found,) = [f for f in check_calendar(altered({}), BEFORE) if f.code == "K018"]
    assert (found.id, found.severity) == ("closure_2026_05_29", "note")
    assert "27 mai 2026" in found.message


def test_a_table_that_is_not_brought_up_to_date(altered) -> None:
    base = altered(SURE)
    assert "K017" not in {f.code for f in check_calendar(base, date(2026, 6, 30))}
    assert "K017" in {f.code for f in check_calendar(base, date(2026, 7, 1))}
    assert waiting(base, date(2026, 12, 31)) == []
    assert [code for code, _, _ in waiting(base, date(2027, 1, 1))] == ["K012"]


def test_no_table_at_all(altered) -> None:
    base = altered({})
    base.raws["calendar"].clear()  # type: ignore[attr-defined]
    (found,) = check_calendar(base, BEFORE)
    assert (found.code, found.severity) == ("K001", "error")
    assert counts(base) == []


def test_the_gravest_comes_first(altered) -> None:
    found = check_calendar(
        altered({"weekday: saturday": "weekday: sunday", "  weekday: wednesday\n": ""}), date(2026, 12, 1)
    )
    order = [f.severity for f in found]
    assert order == sorted(order, key=("error", "warning", "note").index)
    assert set(order) == {"error", "warning", "note"}


def test_every_kind_of_finding_is_tested() -> None:
    """The catalogue names the codes; each stands in a test of this file, with its fix."""
    known = {key for key in messages.catalogue() if re.fullmatch(r"K\d{3}", key)}
    assert known == set(re.findall(r'"(K\d{3})"', Path(__file__).read_text(encoding="utf-8")))
    assert all(f"{code}_fix" in messages.catalogue() for code in known)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_every_language(altered, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    monkeypatch.setattr(messages, "_current", lang)
    found: list[TableFinding] = check_calendar(altered({}), date(2029, 1, 1))
    assert len({f.message for f in found}) == len(found)
    assert all(f.message and f.fix and "{" not in f.message + f.fix for f in found)


# --- `rules check` knows the kinds -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("R001", {"feast: lanterns\n  first_day: 2025-06-07": "feast: lantern\n  first_day: 2025-06-07"}),
        ("R001", {"{feast_day: lanterns_2026,": "{feast_day: lanterns_2024,"}),
        ("R001", {"  authority: desk\n": "  authority: desks\n"}),
        ("R001", {"  status: predicted\n  within: 1\n  alternatives: [2027-05-18]\n": "  status: predicted\n"}),
        ("R001", {"month_day: 10-31": "month_day: 13-31"}),
        ("R001", {"sources: [blog]": "sources: [blogg]"}),
        ("C001", {"sources: [blog]": "sources: []"}),
        ("C002", {'  public: {days: 2, sources: ["work-law#9"]': "  public: {days: 2, sources: [work-law]"}),
        ("D001", {"  from: 2027-01-01\n  to: 2027-03-31": "  from: 2027-04-01\n  to: 2027-03-31"}),
        ("D001", {"    from: 2026-10-31\n": "    from: 2026-10-31\n    to: 2026-10-30\n"}),
        ("T001", {'ar: "بداية 2027: لا شيء معروف."': 'ar: "Rien"'}),
    ],
)
def test_rules_check_finds_it(tmp_path: Path, code: str, changes: dict[str, str]) -> None:
    shutil.copytree(SMALL, tmp_path / "rules")
    file = tmp_path / "rules" / "calendar.yaml"
    text = file.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")
    found = check_rules(tmp_path / "rules", date(2026, 6, 1))
    assert {f.code for f in found} == {code}
    assert all(f.file == "rules/calendar.yaml" for f in found)


def test_a_feast_without_a_date_is_unused(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "rules")
    file = tmp_path / "rules" / "calendar.yaml"
    more = """
- feast: forgotten
  title: {fr: "Oubliée", ar: "منسي", en: "Forgotten"}
  hijri: {fr: "1", ar: "1", en: "1"}
  public: {days: 1, sources: ["work-law#9"], confidence: high}
  private: {days: 1, sources: ["work-law#9"], confidence: high}
"""
    file.write_text(file.read_text(encoding="utf-8") + more, encoding="utf-8")
    (found,) = check_rules(tmp_path / "rules", date(2026, 6, 1))
    assert (found.code, "forgotten" in found.message) == ("U001", True)
