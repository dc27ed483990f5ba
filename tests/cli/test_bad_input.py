"""Whatever is wrong is said in one sentence on standard error: exit 2, nothing on standard output, no traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from snia_advisor.messages import LANGUAGES

BAD: dict[str, bytes] = {
    "unknown key": b"path: hire\nwrker: {nationality: other}\n",
    "unknown fact": b"worker: {nationalty: other}\n",
    "a name is refused": b"name: Fatou\npath: hire\n",
    "wrong type": b"worker: {birth_date: [1, 2]}\n",
    "not yes or no": b"job: {rare: maybe}\n",
    "unknown option": b"worker: {nationality: french}\n",
    "impossible date": b"worker: {birth_date: 2026-02-30}\n",
    "date without zeros": b"on: 2026-1-1\n",
    "derived fact given": b"worker: {age: 30}\n",
    "group without facts": b"worker: other\n",
    "empty": b"",
    "only spaces": b"  \n\n",
    "only a comment": b"# nothing\n",
    "not a map": b"- a\n- b\n",
    "not utf-8": b"ref: \xff\xfe\n",
    "binary": bytes(range(256)),
    "broken yaml": b"worker: {nationality: other\n",
    "broken json": b'{"path": "hire"',
    "two documents": b"path: hire\n---\npath: hire\n",
    "anchor": b"worker: &a {nationality: other}\njob: *a\n",
    "bomb": b"a: &a [x]\nb: &b [*a,*a]\nc: [*b,*b]\n",
    "duplicate key": b"path: hire\npath: hire\n",
    "tag": b"on: !!python/object/apply:os.system [true]\n",
    "deep": b"a: " + b"[" * 2000 + b"]" * 2000 + b"\n",
    "huge": b"a: " + b"x" * 3_000_000,
    "long key": b"? " + b"k" * 100_000 + b"\n: 1\n",
    "control characters": b'"\\e[31mred": 1\n',
    "contradiction": b"on: 2026-03-02\npath: hire\nworker: {birth_date: 2030-01-01}\n",
    "unknown path": b"path: hir\n",
    "unknown reading": b"path: hire\nreadings: {convention_visa: perhaps}\n",
    "long code": b"ref: " + b"x" * 60 + b"\n",
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", BAD)
def test_a_bad_case_is_one_sentence(snia, tmp_path: Path, name: str, lang: str) -> None:
    file = tmp_path / "case.yaml"
    file.write_bytes(BAD[name])
    _refused(snia("check", str(file), "--rules", "rules", "--lang", lang))


@pytest.mark.parametrize("command", ["check", "why"])
def test_files_that_cannot_be_read(snia, tmp_path: Path, command: str) -> None:
    more = ["visa"] if command == "why" else []
    for file in (tmp_path / "absent.yaml", tmp_path, Path("/dev/null"), Path("a\0b")):
        _refused(snia(command, str(file), *more, "--rules", "rules"))


def test_a_file_without_permission(snia, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("path: hire\n", encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, whom no permission stops
    ran = snia("check", str(file), "--rules", str(Path("rules")))
    _refused(ran)
    assert "Permission denied" in ran.err


@pytest.mark.parametrize(
    "args",
    [
        ["chek"],
        ["check"],
        ["check", "a", "b"],
        ["check", "cases/yes.yaml", "--nothing"],
        ["check", "cases/yes.yaml", "--on"],
        ["check", "cases/yes.yaml", "--json=yes"],
        ["check", "cases/yes.yaml", "-x"],
        ["check", "cases/yes.yaml", "--on", "2026-02-30"],
        ["check", "cases/yes.yaml", "--on", "yesterday"],
        ["check", "cases/yes.yaml", "--path", "hir"],
        ["check", "cases/yes.yaml", "--set", "worker.nationality"],
        ["check", "cases/yes.yaml", "--set", "worker.nation=other"],
        ["check", "cases/yes.yaml", "--set", "worker.nationality=french"],
        ["check", "cases/yes.yaml", "--rules", "nowhere"],
        ["check", "cases/yes.yaml", "--rules", "cases"],
        ["check", "cases/yes.yaml", "--lang", "de"],
        ["--lang=", "check", "cases/yes.yaml"],
        ["why", "cases/yes.yaml", "vizzz"],
        ["why", "cases/yes.yaml", "visa", "requird"],
        ["scenarios", "rn"],
        ["scenarios", "run", "nowhere"],
        ["scenarios", "list", "scenarios", "--path", "hir"],
        ["scenarios", "show", "nothing"],
        ["rules", "show", "nothing"],
        ["rules", "show"],
        ["facts", "nothing"],
        ["sources", "nothing"],
        ["schema", "nothing"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bad_command_is_one_sentence(snia, monkeypatch: pytest.MonkeyPatch, args: list[str], lang: str) -> None:
    monkeypatch.setenv("SNIA_LANG", lang)
    if "--rules" not in args:
        monkeypatch.setenv("SNIA_RULES", "rules")
    _refused(snia(*args))


def test_the_sentence_names_the_place_and_the_nearest_name(snia, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text("path: hire\nworker:\n  nationalty: other\n", encoding="utf-8")
    err = snia("check", str(file), "--rules", "rules").err
    assert f"{file}:3" in err
    assert "worker.nationality" in err


def test_no_control_character_reaches_the_terminal(snia, tmp_path: Path) -> None:
    file = tmp_path / "case.yaml"
    file.write_text('on: 2026-03-02\npath: hire\nref: "\\e]0;title\\a\\e[31m"\n', encoding="utf-8")
    ran = snia("check", str(file), "--rules", "rules")
    assert not set(ran.out + ran.err) & {chr(n) for n in range(32) if chr(n) != "\n"}


def _refused(ran) -> None:
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err.count("\n") == 1
    assert ran.err.endswith("\n")
    assert 10 < len(ran.err) < 1000
    assert "Traceback" not in ran.err
    assert not set(ran.err[:-1]) & {chr(n) for n in range(32)}
