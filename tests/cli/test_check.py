"""`snia check`: exit codes, streams, JSON, files."""

from __future__ import annotations

import io
import json
import stat
from pathlib import Path

import pytest
from fishing import GOOD

YES, STOP, NO, FACTS, QUESTION = (f"cases/{name}.yaml" for name in ("yes", "stop", "no", "facts", "question"))


@pytest.mark.parametrize(("case", "code"), [(YES, 0), (STOP, 0), (NO, 0), (FACTS, 3), (QUESTION, 4)])
@pytest.mark.parametrize("options", [(), ("--json",), ("--explain",)])
def test_the_exit_code_says_what_remains(snia, case: str, code: int, options: tuple[str, ...]) -> None:
    ran = snia("check", case, "--rules", "rules", *options)
    assert (ran.code, ran.err) == (code, "")


def test_the_answer_is_the_first_line(snia) -> None:
    """Its sign and its words in capitals, its text, what is forbidden at which price; goal and date stand at the foot."""
    for case, first in (
        (YES, "→ OUI, MAIS PAS AVANT LE VISA"),
        (STOP, "✗ ARRÊTER : TRAVAIL COMMENCÉ AVANT LE VISA"),
        (NO, "✗ NON : TROP JEUNE, 10 ANS"),
        (FACTS, "? DES FAITS MANQUENT"),
        (QUESTION, "! L'AUTORITÉ DOIT RÉPONDRE"),
    ):
        lines = snia("check", case, "--rules", "rules").out.replace("\u00a0", " ").splitlines()
        assert lines[0] == first
        assert any(line.startswith("Recruter. Textes lus au ") for line in lines)
        assert len(lines) <= 24


def test_what_is_forbidden_stands_under_the_answer_with_its_price(snia) -> None:
    for case in (YES, STOP):
        lines = snia("check", case, "--rules", "rules", "--lang", "en").out.replace("\u00a0", " ").splitlines()
        (line,) = [line for line in lines[:5] if "Work begun too early" in line]
        assert "2,000 to 5,000 MAD" in line


def test_fail_on_turns_an_answer_into_an_exit_code(snia) -> None:
    def code(case: str, *states: str) -> int:
        return int(snia("check", case, "--rules", "rules", *states).code)

    assert [code(case, "--fail-on", "stop,no") for case in (YES, STOP, NO, FACTS, QUESTION)] == [0, 1, 1, 3, 4]
    assert [code(case, "--fail-on", "stop") for case in (YES, STOP, NO)] == [0, 1, 0]
    for word in ("perhaps", "wait"):
        refused = snia("check", YES, "--rules", "rules", "--lang", "en", "--fail-on", word)
        assert (refused.code, refused.out) == (2, "")
        assert word in refused.err


def test_json_is_one_document_that_the_schema_accepts(snia) -> None:
    import jsonschema

    schema = snia("schema", "advice", "--rules", "rules").json()
    for case in (YES, STOP, NO, FACTS, QUESTION):
        document = snia("check", case, "--rules", "rules", "--json").json()
        jsonschema.validate(document, schema)
        assert document["schema_version"] == 2
        assert list(document)[:3] == ["schema_version", "lang", "on"]


def test_json_keeps_letters_and_plain_spaces(snia) -> None:
    out = snia("check", YES, "--rules", "rules", "--json", "--lang", "ar").out
    assert "\\u" not in out
    assert "\u00a0:" not in snia("check", YES, "--rules", "rules", "--json").out


def test_the_same_case_gives_the_same_outcomes_in_three_languages(snia) -> None:
    seen = []
    for lang in ("fr", "ar", "en"):
        document = snia("check", YES, "--rules", "rules", "--json", "--lang", lang).json()
        outcomes = [(d["id"], d["outcome"]) for d in document["determinations"]]
        steps = [
            (p["id"], [(s["id"], [d["id"] for d in s["documents"]]) for s in p["steps"]]) for p in document["procedures"]
        ]
        seen.append((outcomes, steps, document["receipt"]))
    assert seen[0] == seen[1] == seen[2]


def test_set_changes_a_fact_and_an_empty_value_forgets_it(snia) -> None:
    changed = snia("check", YES, "--rules", "rules", "--json", "--set", "worker.nationality=moroccan").json()
    assert {d["id"]: d["outcome"] for d in changed["determinations"]}["visa"] == "not_required"
    assert snia("check", YES, "--rules", "rules", "--set", "worker.nationality=").code == 3


def test_on_changes_the_date(snia) -> None:
    assert snia("check", YES, "--rules", "rules", "--json", "--on", "2026-01-05").json()["on"] == "2026-01-05"


def test_a_case_may_come_from_standard_input(snia, monkeypatch: pytest.MonkeyPatch) -> None:
    text = Path(YES).read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text)))
    from_input = snia("check", "-", "--rules", "rules")
    assert from_input.out == snia("check", YES, "--rules", "rules").out


def test_a_wrong_case_on_standard_input_is_named(snia, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"path: hire\nwrker: 1\n")))
    ran = snia("check", "-", "--rules", "rules")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("stdin:2:")


def test_a_scenario_is_a_case_and_its_answer_is_not_printed(snia) -> None:
    ran = snia("check", "scenarios/a_wrong_expectation.yaml", "--rules", "rules")
    assert ran.code == 0
    assert "expect" not in ran.out


def test_without_a_path_every_path_that_may_concern_the_case_is_answered(snia, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("on: 2026-03-02\nworker: {nationality: moroccan}\n", encoding="utf-8")
    ran = snia("check", str(case), "--rules", "rules")
    assert ran.code == 3
    assert "Recruter" in ran.out


def test_where_several_paths_may_concern_a_case_they_are_listed(snia, tmp_path: Path) -> None:
    """Nobody is told many answers at once: which one is wanted is asked first, in fifteen lines at most."""
    case = tmp_path / "case.yaml"
    case.write_text("on: 2026-06-01\ntrip: {water: SEA}\n", encoding="utf-8")
    rules = ["--rules", str(GOOD)]
    for lang in ("fr", "ar", "en"):
        ran = snia("check", str(case), *rules, "--lang", lang)
        assert (ran.code, ran.err) == (3, "")
        assert len(ran.out.splitlines()) <= 15
        assert all(name in ran.out for name in ("fish", "renew_permit"))
    document = snia("check", str(case), *rules, "--json").json()
    assert (document["schema_version"], document["answer"]) == (2, None)
    assert [path["id"] for path in document["paths_considered"]] == ["fish", "renew_permit"]
    assert snia("check", str(case), *rules, "--path", "fish").code == 0
    case.write_text("on: 2026-06-01\ntrip: {water: SEA, request: first}\n", encoding="utf-8")
    assert snia("check", str(case), *rules).code == 0


# --- files ---------------------------------------------------------------------------------------------------------


def test_output_goes_to_the_file_and_the_screen_stays_empty(snia, tmp_path: Path) -> None:
    file = tmp_path / "avis.txt"
    ran = snia("check", YES, "--rules", "rules", "-o", str(file))
    assert (ran.code, ran.out) == (0, "")
    assert str(file) in ran.err.replace("\u00a0", " ")
    assert "OUI" in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [f.name for f in tmp_path.iterdir()] == ["avis.txt"]


def test_output_as_json(snia, tmp_path: Path) -> None:
    file = tmp_path / "avis.json"
    assert snia("check", FACTS, "--rules", "rules", "--json", "-o", str(file)).code == 3
    assert json.loads(file.read_text(encoding="utf-8"))["answers"][0]["state"] == "depends"


def test_a_failed_write_loses_nothing(snia, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "avis.txt"
    file.write_text("before", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    ran = snia("check", YES, "--rules", "rules", "--force", "-o", str(file))
    assert (ran.code, ran.out) == (2, "")
    assert "No space left" in ran.err
    assert file.read_text(encoding="utf-8") == "before"
    assert [f.name for f in tmp_path.iterdir()] == ["avis.txt"]


def test_what_is_not_a_file_is_never_replaced(snia, tmp_path: Path) -> None:
    for target in (tmp_path, Path("/dev/null"), tmp_path / "missing" / "avis.txt"):
        ran = snia("check", YES, "--rules", "rules", "-o", str(target))
        assert (ran.code, ran.out) == (2, "")
    assert Path("/dev/null").is_char_device()


def test_a_link_is_followed_and_the_mode_of_a_file_is_kept(snia, tmp_path: Path) -> None:
    file, link = tmp_path / "avis.txt", tmp_path / "link.txt"
    file.write_text("before", encoding="utf-8")
    file.chmod(0o644)
    link.symlink_to(file)
    assert snia("check", YES, "--rules", "rules", "--force", "-o", str(link)).code == 0
    assert link.is_symlink()
    assert "OUI" in file.read_text(encoding="utf-8")
    assert stat.S_IMODE(file.stat().st_mode) == 0o644
