"""Where an answer goes: a pipe, a terminal and its pager, a file; each in one language."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from terminal import Session

from snia_advisor.answer.telling import pager
from snia_advisor.answer.telling.target import written_by_snia
from snia_advisor.errors import BadInput
from snia_advisor.messages import LANGUAGES, say

GOLDEN = Path(__file__).parents[1] / "golden"
YES, NO = "cases/yes.yaml", "cases/no.yaml"
RULES = ("--rules", "rules")
ARABIC = re.compile("[\u0600-\u06ff]")
ENGLISH = re.compile(r"\b(CASE|OPTIONS|COMMAND|FILE|VALUE|PATH|DIR|the|this|is not)\b")


def at_terminal(*args: str, **environ: str) -> tuple[int, str]:
    """`snia` on a terminal of 24 lines: its exit code, and what was seen."""
    with Session(args, GOLDEN, {"SNIA_RULES": "rules", "LANG": "C.UTF-8", "SNIA_LANG": "en", **environ}) as session:
        code = session.end()
    return code, session.text


# --- a pipe --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check cases/no.yaml --explain", "plan cases/yes.yaml", "check --help", "sources"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_a_pipe_a_line_is_an_item_and_a_space_a_space(snia, monkeypatch, command: str, lang: str) -> None:
    rules = () if "--help" in command else RULES
    plain = snia(*command.split(), *rules, "--lang", lang).out
    assert not set(plain) & {"\u00a0", "\u202f"}
    monkeypatch.setenv("COLUMNS", "40")
    assert snia(*command.split(), *rules, "--lang", lang).out == plain


def test_what_a_person_types_is_found_in_a_pipe_and_in_a_file(snia, tmp_path: Path) -> None:
    file = tmp_path / "avis.txt"
    assert snia("check", YES, *RULES, "-o", str(file)).code == 0
    for text in (snia("check", YES, *RULES).out, file.read_text(encoding="utf-8")):
        (line,) = [line for line in text.splitlines() if "(Loi n° 10-00 relative au travail, art. 5, 20)" in line]
        assert line.startswith("  ✗ Travail commencé trop tôt : amende : 2 000 à 5 000 DH ")
    assert "pas un conseil juridique." in snia("check", NO, *RULES).out


def test_the_answer_is_in_the_first_three_lines(snia) -> None:
    head = snia("check", YES, *RULES).out.splitlines()[:3]
    assert head[:2] == ["→ OUI, MAIS PAS AVANT LE VISA", "  La carte dispense de l'attestation."]
    assert "2 000 à 5 000 DH" in head[2]


def test_an_error_in_a_pipe_has_plain_spaces_too(snia) -> None:
    assert snia("chek").err.startswith("commande mal écrite : la commande « chek »")


@pytest.mark.usefixtures("at_a_terminal")
def test_on_a_terminal_lines_are_broken(snia) -> None:
    out = snia("check", NO, *RULES, "--explain").out
    assert max(len(line) for line in out.splitlines() if "://" not in line) <= 78
    assert "\u00a0:" in out


# --- the pager -----------------------------------------------------------------------------------------------------


@pytest.fixture
def counting(tmp_path: Path) -> str:
    """A pager that tells how much it was given."""
    program = tmp_path / "a pager"
    program.write_text('#!/bin/sh\necho "PAGER $1 $(wc -l)"\n', encoding="utf-8")
    program.chmod(0o755)
    return f"'{program}' -x"


def test_a_text_longer_than_the_screen_goes_to_the_pager(counting: str) -> None:
    code, seen = at_terminal("check", NO, "--explain", PAGER=counting)
    lines = re.fullmatch(r"PAGER -x (\d+)\n", seen)
    assert code == 0
    assert lines
    assert int(lines[1]) > 24
    assert at_terminal("--help", PAGER=counting)[1].startswith("PAGER -x ")


@pytest.mark.parametrize(
    ("args", "environ"),
    [
        (("check", NO), {}),  # 24 lines or less
        (("check", NO, "--explain", "--no-pager"), {}),
        (("--no-pager", "check", NO, "--explain"), {}),
        (("check", NO, "--json"), {}),
        (("plan", YES, "--format", "ics"), {}),
        (("check", NO, "--explain"), {"TERM": "dumb"}),
    ],
)
def test_where_no_pager_is_wanted(counting: str, args: tuple[str, ...], environ: dict[str, str]) -> None:
    seen = at_terminal(*args, PAGER=counting, **environ)[1]
    assert "PAGER -x" not in seen
    assert seen.count("\n") > 5


def test_never_a_pager_in_a_pipe(snia, monkeypatch: pytest.MonkeyPatch, counting: str) -> None:
    monkeypatch.setenv("PAGER", counting)
    assert "PAGER -x" not in snia("check", NO, *RULES, "--explain").out


@pytest.mark.parametrize("broken", ["", "/nowhere/pager", "false", "'", "sh -c 'exit 3'"])
def test_a_pager_that_fails_is_no_loss(broken: str) -> None:
    code, seen = at_terminal("check", NO, "--explain", PAGER=broken)
    assert (code, seen) == at_terminal("check", NO, "--explain", "--no-pager")


@pytest.mark.parametrize("closing", ["true", "head -2", "sh -c 'head -1; kill -INT $$'"])
def test_a_pager_that_is_closed_is_no_error(closing: str) -> None:
    code, seen = at_terminal("check", NO, "--explain", PAGER=closing)
    assert code == 0
    assert seen.count("\n") <= 2


def test_the_pager_when_nobody_chose_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    assert pager.command_of({}) == ["less", "-R"]
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert pager.command_of({}) == []
    assert pager.command_of({"PAGER": "most -w"}) == ["most", "-w"]


# --- a file --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "plan"])
def test_the_extension_chooses_the_format(snia, tmp_path: Path, command: str) -> None:
    text, record = tmp_path / "a.txt", tmp_path / "a.json"
    assert [snia(command, YES, *RULES, "-o", str(file)).code for file in (text, record)] == [0, 0]
    assert text.read_text(encoding="utf-8").startswith("→ OUI")
    assert json.loads(record.read_text(encoding="utf-8"))["schema_version"] == 2
    calendar = snia(command, YES, *RULES, "-o", str(tmp_path / "a.ics"))
    assert calendar.code == (0 if command == "plan" else 2)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", ["avis", "avis.pdf", "avis.html", "avis.yaml"])
def test_any_other_extension_is_refused_with_the_list(snia, tmp_path: Path, name: str, lang: str) -> None:
    for command, names in (("check", ".txt, .json"), ("plan", ".txt, .json, .ics")):
        ran = snia(command, YES, *RULES, "-o", str(tmp_path / name), "--lang", lang)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
        assert f"{names}." in ran.err
        assert name in ran.err
    assert not list(tmp_path.iterdir())


def test_a_format_that_contradicts_the_extension_is_refused(snia, tmp_path: Path) -> None:
    for command, options, extension in (
        ("check", ("--json", "-o", "a.txt"), ".json"),
        ("plan", ("--format", "ics", "-o", "a.txt"), ".ics"),
        ("plan", ("--format", "text", "-o", "a.ics"), ".txt"),
    ):
        ran = snia(command, YES, *RULES, *options)
        assert (ran.code, ran.out) == (2, "")
        assert extension in ran.err
    assert not Path("a.txt").exists()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_input_is_never_replaced(snia, tmp_path: Path, lang: str) -> None:
    case, link = tmp_path / "case.json", tmp_path / "link.json"
    written = '{"path": "hire", "on": "2026-03-02"}'
    case.write_text(written, encoding="utf-8")
    link.symlink_to(case)
    for command in ("check", "plan"):
        for name in (case, link):
            ran = snia(command, str(case), *RULES, "--force", "-o", str(name), "--lang", lang)
            assert (ran.code, ran.out) == (2, "")
            assert ran.err.strip() == say("output_is_input", lang, file=str(name)).strip()
    assert case.read_text(encoding="utf-8") == written


@pytest.mark.parametrize("extension", ["txt", "json", "ics"])
def test_the_work_of_others_is_replaced_by_force_only(snia, tmp_path: Path, extension: str) -> None:
    file = tmp_path / f"plan.{extension}"
    for theirs in ("mine\n", "", '{"schema_version": 3}', "BEGIN:VCALENDAR\r\nPRODID:-//other//\r\n"):
        file.write_text(theirs, encoding="utf-8", newline="")
        refused = snia("plan", YES, *RULES, "-o", str(file))
        assert (refused.code, refused.out) == (2, "")
        assert "--force" in refused.err
        assert file.read_bytes().decode() == theirs
    assert snia("plan", YES, *RULES, "-o", str(file), "--force").code == 0
    assert written_by_snia(file)
    for lang in LANGUAGES:  # its own work it replaces, whatever the language and the day
        assert snia("plan", YES, *RULES, "-o", str(file), "--on", "2026-03-09", "--lang", lang).code == 0


def test_a_file_tells_who_wrote_it(snia, tmp_path: Path) -> None:
    for options, name in (((), "a.txt"), (("--full",), "b.txt"), (("--explain",), "c.txt"), ((), "d.json")):
        assert snia("check", NO, *RULES, *options, "-o", str(tmp_path / name)).code == 0
        assert written_by_snia(tmp_path / name)
    for case in (YES, NO, "cases/facts.yaml"):
        assert not written_by_snia(Path(case))
    assert not written_by_snia(tmp_path / "missing")


def test_nothing_is_asked_before_a_name_that_will_be_refused(snia, tmp_path: Path) -> None:
    case = tmp_path / "c.yaml"
    case.write_text("path: hire\non: 2026-03-02\n", encoding="utf-8")
    code, seen = at_terminal("check", str(case), "--ask", "-o", str(tmp_path / "a.pdf"))
    assert code == 2
    assert ".txt, .json" in seen
    code, seen = at_terminal("ask", "hire", "--save", str(tmp_path / "case.txt"))
    assert code == 2
    assert ".yaml, .yml" in seen


def test_what_is_no_file_is_refused_at_once(snia, tmp_path: Path) -> None:
    directory = tmp_path / "a.txt"
    directory.mkdir()
    ran = snia("check", YES, *RULES, "-o", str(directory), "--lang", "en")
    assert (ran.code, ran.out) == (2, "")
    assert "not a regular file" in ran.err


def test_a_reading_error_of_the_target_is_not_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from snia_advisor.answer.telling.target import require_free

    file = tmp_path / "a.txt"
    file.write_text("Written by snia_advisor 1.0\n", encoding="utf-8")
    require_free(str(file), [])

    def closed(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    with pytest.raises(BadInput, match="--force"):
        require_free(str(file), [])


# --- one language --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "command", [f"check {case} {option}" for case in (YES, NO) for option in ("--explain", "--full", "")] + [f"plan {YES}"]
)
def test_a_page_has_one_language(snia, command: str) -> None:
    pages = {lang: snia(*command.split(), *RULES, "--lang", lang).out for lang in LANGUAGES}
    assert not ARABIC.search(pages["fr"] + pages["en"])
    told = {lang: pages[lang].count(say("not_legal_advice", lang)) for lang in LANGUAGES}
    assert [say("not_legal_advice", other) in pages[lang] for lang in LANGUAGES for other in LANGUAGES if other != lang] == (
        [False] * 6
    )
    assert len(set(told.values())) == 1


@pytest.mark.parametrize("lang", ["fr", "ar"])
@pytest.mark.parametrize("command", ["", "check", "plan", "ask", "compare", "rules show", "scenarios run", "calendar add"])
def test_help_has_no_english_word(snia, command: str, lang: str) -> None:
    page = snia(*command.split(), "--help", "--lang", lang).out
    own = {"OPTIONS"} if lang == "fr" else set()  # a French word too
    assert set(ENGLISH.findall(page)) - own == set()
    assert {"fr": "[OPTIONS]", "ar": "[خيارات]"}[lang] in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_missing_is_named_as_the_help_names_it(snia, lang: str) -> None:
    assert {"fr": "il manque CAS.", "ar": "ينقص حالة.", "en": "CASE is missing."}[lang] in snia("check", "--lang", lang).err
