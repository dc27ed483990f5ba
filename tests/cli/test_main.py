"""The frame around commands: language, streams, interrupts, internal errors, start-up."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from terminal import Session

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden"
YES = "cases/yes.yaml"


def _process(*args: str, code: str = "import sys; from snia_advisor.__main__ import main; sys.exit(main())", **environ: str):
    """`snia` as its own process, with plain surroundings and `environ` on top."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-c", code, *args],
        cwd=ROOT / "tests" / "golden",
        env={**kept, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "TERM": "xterm", "SNIA_RULES": "rules", **environ},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def _run(*args: str, **environ: str) -> tuple[int, bytes, bytes]:
    process = _process(*args, **environ)
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


# --- language ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "environ", "word"),
    [
        (["--lang", "en"], {"SNIA_LANG": "ar", "LANG": "fr_FR.UTF-8"}, "YES"),
        (["--lang=en"], {"SNIA_LANG": "ar"}, "YES"),
        ([], {"SNIA_LANG": "ar", "LANG": "en_US.UTF-8"}, "نعم"),
        ([], {"LANG": "en_US.UTF-8"}, "YES"),
        ([], {"LC_ALL": "ar_MA.UTF-8", "LANG": "en_US.UTF-8"}, "نعم"),
        ([], {"LANG": "de_DE.UTF-8"}, "OUI"),
        ([], {}, "OUI"),
    ],
)
def test_the_language_is_chosen_in_order(snia, monkeypatch, args: list[str], environ: dict[str, str], word: str) -> None:
    for name in ("SNIA_LANG", "LC_ALL", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    assert word in snia("check", YES, "--rules", "rules", *args).out.splitlines()[0]


def test_lang_may_stand_before_the_command(snia) -> None:
    assert "YES" in snia("--lang", "en", "check", YES, "--rules", "rules").out.splitlines()[0]


def test_help_and_errors_follow_the_language(snia) -> None:
    assert "Commandes" in snia("--help").out
    assert "الأوامر" in snia("--help", "--lang", "ar").out
    assert "Commands" in snia("--lang", "en").out or "Commands" in snia("--lang", "en", "--help").out
    assert "wrong usage" in snia("chek", "--lang", "en").err


# --- help and version ----------------------------------------------------------------------------------------------


def test_help_without_arguments_is_not_an_error(snia) -> None:
    for args in ([], ["--help"], ["rules"], ["rules", "--help"], ["check", "--help"]):
        ran = snia(*args)
        assert (ran.code, ran.err) == (0, "")
        assert "snia" in ran.out


def test_version(snia) -> None:
    from snia_advisor.version import __version__

    assert snia("--version").out == f"snia_advisor {__version__}\n"


@pytest.mark.parametrize("args", [["--help"], ["--version"], ["check", "--help"], ["rules", "--help"]], ids=" ".join)
def test_help_imports_nothing_heavy(args: list[str]) -> None:
    code = (
        "import sys; from snia_advisor.__main__ import main; main(sys.argv[1:]);"
        "print(sorted({m.split('.')[0] for m in sys.modules} & {'rich', 'pydantic', 'yaml', 'durable_rules_engine'}))"
    )
    process = _process(*args, code=code)
    out, _ = process.communicate(timeout=60)
    assert out.decode().splitlines()[-1] == "[]"


def test_completion_is_available() -> None:
    for words, found in (("snia che", b"check"), ("snia rules sh", b"show"), ("snia check --ex", b"--explain")):
        code, out, _ = _run(_SNIA_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(words.count(" ")))
        assert code == 0
        assert found in out


# --- streams -------------------------------------------------------------------------------------------------------


def test_a_reader_that_leaves_is_not_an_error() -> None:
    process = _process("check", YES, "--explain")
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0


def test_a_full_disk_is_a_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        process = subprocess.run(
            [sys.executable, "-m", "snia_advisor", "check", YES],
            cwd=ROOT / "tests" / "golden",
            env={**os.environ, "PYTHONPATH": str(ROOT), "SNIA_RULES": "rules", "SNIA_LANG": "en"},
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert process.returncode == 2
    assert process.stderr.count(b"\n") == 1
    assert b"Traceback" not in process.stderr


def test_a_closed_standard_output_is_quiet() -> None:
    command = f"{sys.executable} -m snia_advisor check {YES} >&-"
    environ = {**os.environ, "PYTHONPATH": str(ROOT), "SNIA_RULES": "rules"}
    process = subprocess.run(
        ["sh", "-c", command], cwd=ROOT / "tests" / "golden", env=environ, capture_output=True, check=False
    )
    assert (process.returncode, process.stderr) == (0, b"")


def test_colour_only_where_it_is_wanted() -> None:
    assert b"\x1b" not in _run("check", YES)[1]
    assert b"\x1b[36m" in _run("check", YES, FORCE_COLOR="1")[1]
    assert b"\x1b" not in _run("check", YES, FORCE_COLOR="1", NO_COLOR="1")[1]
    assert b"\x1b" not in _run("check", YES, "--json", FORCE_COLOR="1")[1]


def test_colour_on_a_terminal() -> None:
    def shown(**environ: str) -> bytes:
        with Session(("check", YES), GOLDEN, {"SNIA_RULES": "rules", "NO_COLOR": "", **environ}) as session:
            session.end()
        return session.seen

    assert b"\x1b[36m" in shown(TERM="xterm")
    assert b"\x1b" not in shown(TERM="dumb")
    assert b"\x1b" not in shown(TERM="xterm", NO_COLOR="1")


def test_symbols_become_ascii_under_the_c_locale() -> None:
    out = _run("check", YES, LC_ALL="C")[1].decode()
    assert out.startswith("[->] OUI")
    assert not set(out) & set("✓✗•☐→–")


def test_an_encoding_without_the_letters_stops_nothing() -> None:
    code, out, err = _run("check", YES, PYTHONIOENCODING="ascii")
    assert (code, err) == (0, b"")
    out.decode("ascii")
    assert b"Attestation non exigee" in out
    code, out, _ = _run("check", YES, "--json", PYTHONIOENCODING="ascii")
    import json

    assert json.loads(out)["verdict"]["title"] == "Recruter"
    assert b"exig\\u00e9e" in out


def test_wide_terminals_get_the_same_text() -> None:
    def shown(columns: int) -> str:
        with Session(("check", YES, "--explain"), GOLDEN, {"SNIA_RULES": "rules"}, columns) as session:
            session.end()
        return session.text

    assert shown(200) == shown(80)
    for columns, most in ((80, 78), (50, 50)):
        assert max(len(line) for line in shown(columns).splitlines() if "://" not in line) <= most


# --- what goes wrong inside ------------------------------------------------------------------------------------------


def test_an_internal_error_is_a_sentence_without_the_facts(snia, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("worker.nationality is SY")

    monkeypatch.setattr("snia_advisor.answer.advice.advise.advised", broken)
    ran = snia("check", YES, "--rules", "rules")
    assert (ran.code, ran.out) == (70, "")
    assert ran.err.count("\n") == 1
    assert "RuntimeError" in ran.err
    assert "nationality" not in ran.err
    monkeypatch.setenv("SNIA_DEBUG", "1")
    assert "Traceback" in snia("check", YES, "--rules", "rules").err


def test_an_engine_fault_gives_no_answer(snia, monkeypatch: pytest.MonkeyPatch) -> None:
    from snia_advisor.errors import EngineFault

    def broken(*_: object, **__: object) -> None:
        raise EngineFault("engine_fault", reason="test")

    monkeypatch.setattr("snia_advisor.answer.advice.advise.advised", broken)
    ran = snia("check", YES, "--rules", "rules", "--json")
    assert (ran.code, ran.out) == (70, "")


def test_an_interrupt_is_quiet(snia, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("snia_advisor.answer.advice.advise.advised", interrupted)
    ran = snia("check", YES, "--rules", "rules")
    assert (ran.code, ran.out, ran.err) == (130, "", "")


def test_a_real_interrupt_is_quiet() -> None:
    code = (  # a shell that starts a command in the background has it ignore interrupts
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler);"
        "import sys, time; import snia_advisor.cli.main as m;"
        "m._run = lambda args: (print('ready', flush=True), time.sleep(30));"
        "sys.exit(m.main([]))"
    )
    process = _process(code=code)
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")
