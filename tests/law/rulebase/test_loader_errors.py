"""Every way in which a rule file can be wrong: `bad/` holds one small file each, read beside the clean files of `good/`.

The first lines of a bad file say what must come: the key of the error, its line, and the sentence in English. `…` in the
sentence stands for the words of the YAML library.
"""

from __future__ import annotations

import ast
import inspect
import pickle
import shutil
from pathlib import Path

import pytest
from fishing import GOOD, altered

from snia_advisor.errors import BadInput, RuleBaseError, SniaError
from snia_advisor.law.logic import conditions, reading
from snia_advisor.law.rulebase import base as base_module
from snia_advisor.law.rulebase import load as load_module
from snia_advisor.law.rulebase import resolve as resolve_module
from snia_advisor.law.rulebase import resolve_answers, strict_yaml
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import from_json, from_yaml, load_rules, read_entries
from snia_advisor.law.rulebase.resolve import problems
from snia_advisor.messages import LANGUAGES

BAD = Path(__file__).parent / "bad"
FILES = sorted(BAD.glob("*.yaml"))
# Errors of files rather than of their text have no bad file: they are tested below and in test_strict_yaml.
NAMES = {"known", "unknown"}  # of a value, only its names: the rest is tried in cases
NO_FILE = {"rules_not_found", "file_not_found", "file_is_directory", "file_unreadable", "file_too_large", "file_not_utf8"}


def heading(file: Path) -> tuple[str, str, str]:
    """The error, the line and the sentence that the head of a bad file announces."""
    lines = file.read_text(encoding="utf-8").splitlines()[:3]
    found = [line.partition(": ") for line in lines]
    assert [name for name, _, _ in found] == ["# error", "# line", "# says"]
    return found[0][2], found[1][2], found[2][2]


def error_of(directory: Path) -> RuleBaseError:
    """The error that loading `directory` gives."""
    with pytest.raises(RuleBaseError) as caught:
        from_yaml(directory)
    return caught.value


def test_the_good_files_are_good() -> None:
    assert isinstance(from_yaml(GOOD), RuleBase)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_bad_file_is_refused_with_its_line(file: Path, tmp_path: Path) -> None:
    key, line, says = heading(file)
    shutil.copytree(GOOD, tmp_path / "rules")
    shutil.copy(file, tmp_path / "rules")
    problem = error_of(tmp_path / "rules")
    place = None if line == "none" else f"rules/{file.name}:{line}"
    assert (problem.key, problem.place) == (key, place)
    sentence = problem.sentence("en").replace(str(tmp_path / "rules"), "DIR")
    begin, wild, end = (f"{place}: {says}" if place else says).partition("…")
    assert sentence.startswith(begin)
    assert sentence.endswith(end)
    assert wild or sentence == begin
    for lang in LANGUAGES:
        assert (place or "") in problem.sentence(lang)


def test_every_error_of_the_loader_has_a_bad_file() -> None:
    assert not possible_keys() - {heading(file)[0] for file in FILES} - NO_FILE


def test_no_two_bad_files_are_the_same() -> None:
    texts = [file.read_text(encoding="utf-8") for file in FILES]
    assert len(set(texts)) == len(texts)


def possible_keys() -> set[str]:
    """The keys with which the loader can raise, as its code writes them."""
    raising = {"RuleBaseError", "ConditionError", "fail", "error", *NAMES}
    found: set[str] = set()
    for module in (base_module, load_module, resolve_module, resolve_answers, strict_yaml, conditions, reading):
        calls = NAMES if module is reading else raising
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in calls:
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
                elif isinstance(first, ast.JoinedStr):
                    found |= {f"{kind}_expected" for kind in ("yes_no", "date", "integer", "decimal")}
    assert len(found) > 40
    return found


# --- files -------------------------------------------------------------------------------------------------------


def test_a_directory_that_is_none(tmp_path: Path) -> None:
    assert error_of(tmp_path / "nowhere").key == "rules_not_found"
    (tmp_path / "empty").mkdir()
    assert error_of(tmp_path / "empty").key == "rules_not_found"
    file = tmp_path / "file.yaml"
    file.write_text("- rule: x\n")
    assert error_of(file).key == "rules_not_found"


def test_a_directory_named_like_a_file(tmp_path: Path) -> None:
    rules = altered(tmp_path)
    (rules / "trap.yaml").mkdir()
    assert error_of(rules).key == "file_is_directory"


def test_a_rule_file_that_is_not_utf8(tmp_path: Path) -> None:
    rules = altered(tmp_path)
    (rules / "latin.yaml").write_bytes(b"# one line\n# \xe9\n")
    problem = error_of(rules)
    assert (problem.key, problem.place) == ("file_not_utf8", f"{rules / 'latin.yaml'}:2")


def test_a_rule_file_that_is_too_large(tmp_path: Path) -> None:
    rules = altered(tmp_path)
    with (rules / "large.yaml").open("wb") as stream:
        stream.truncate(50_000_000)
    assert error_of(rules).key == "file_too_large"


@pytest.mark.parametrize("written", ["", "{", "[]", "null", '{"format": 1}', '{"format": 2, "entries": []}'])
def test_a_compiled_form_that_is_none(tmp_path: Path, written: str) -> None:
    file = tmp_path / "rules.json"
    file.write_text(written)
    with pytest.raises(RuleBaseError):
        from_json(file)
    with pytest.raises(RuleBaseError):
        from_json(tmp_path / "nowhere.json")


def test_the_environment_names_the_rule_base(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SNIA_RULES", str(altered(tmp_path)))
    assert "permit_in_force" in load_rules().rules
    monkeypatch.setenv("SNIA_RULES", str(tmp_path / "nowhere"))
    with pytest.raises(RuleBaseError, match="nowhere"):
        load_rules()


# --- several errors, in order ------------------------------------------------------------------------------------


def test_everything_wrong_is_reported_not_only_the_first(tmp_path: Path) -> None:
    wrong = {"unless: [too_many_rods]": "unless: [too_many]", "ask_after: [trip.rods]": "ask_after: [trip.rod]"}
    found = problems(RuleBase(read_entries(altered(tmp_path, wrong)), "rules"))
    assert {(problem.key, problem.args_["name"]) for problem in found} == {
        ("unknown_name", "too_many"),
        ("unknown_name", "trip.rod"),
    }


def test_what_has_happened_is_yes_or_a_day_that_the_law_knows(tmp_path: Path) -> None:
    for written, wrong in (("yes", False), ("trip.began_on", False), ("trip.rods", True), ("trip.nowhere", True)):
        rules = altered(tmp_path / written, {"ask_after: [trip.rods]": f"happened: {written}"})
        found = problems(RuleBase(read_entries(rules), "rules"))
        assert [problem.args_["name"] for problem in found] == ([written] if wrong else []), written


def test_names_are_looked_up_once_every_entry_has_its_shape(tmp_path: Path) -> None:
    wrong = {"unless: [too_many_rods]": "unless: [too_many]", "confidence: medium": "confidence: middling"}
    found = problems(RuleBase(read_entries(altered(tmp_path, wrong)), "rules"))
    assert {problem.key for problem in found} == {"entry_bad_value"}
    assert {problem.args_["name"] for problem in found} == {"confidence", "series.0.confidence"}
    for problem in found:
        name, _, line = str(problem.place).partition(":")
        assert "middling" in (tmp_path / name).read_text(encoding="utf-8").splitlines()[int(line) - 1]


def test_an_error_can_cross_a_process() -> None:
    problem = BadInput("unknown_path", place="f:1", name="a", nearest="b")
    copy = pickle.loads(pickle.dumps(problem))
    assert isinstance(copy, SniaError)
    assert copy.sentence("en") == problem.sentence("en")
    assert (copy.exit_code, copy.place) == (2, "f:1")
