"""YAML without guesses: what is written stays text, and what a data file never needs is an error with its line."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from snia_advisor.errors import BadInput, RuleBaseError
from snia_advisor.law.rulebase import strict_yaml
from snia_advisor.law.rulebase.strict_yaml import (
    MAX_DEPTH,
    Scalar,
    YamlList,
    YamlMap,
    decode,
    line_of,
    parse,
    plain,
    read_text,
)
from snia_advisor.messages import LANGUAGES


def refused(text: str) -> tuple[str, str | None]:
    """The key and the place of the error that `text` gives."""
    with pytest.raises(BadInput) as caught:
        parse(text, "f.yaml")
    assert caught.value.sentence("fr")
    return caught.value.key, caught.value.place


# --- scalars -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "written",
    [
        "NO",
        "no",
        "yes",
        "on",
        "off",
        "y",
        "true",
        "True",
        "null",
        "~",
        "010",
        "0x1F",
        "0o17",
        "12:30",
        "1_000",
        "1e3",
        ".inf",
        "2026-02-30",
        "2026-11-02",
        "1.10",
        "+7",
        ".nan",
        "=",
        "-0",
    ],
)
def test_nothing_is_typed_by_guess(written: str) -> None:
    document = parse(f"k: {written}\n", "f.yaml")
    assert document == {"k": written}
    assert type(document["k"]) is Scalar


def test_the_usual_loader_would_have_guessed() -> None:
    """The reason of this reader: the same page means other things to the usual one."""
    assert yaml.safe_load("[NO, 010, 12:30, 2026-11-02]") != ["NO", "010", "12:30", "2026-11-02"]


@pytest.mark.parametrize(
    ("written", "text"),
    [('"a: b # c"', "a: b # c"), ("'it''s'", "it's"), ("|\n  one\n  two\n", "one\ntwo\n"), (">-\n  one\n  two\n", "one two"),
     ('"\\u0627"', "ا"), ("السلام", "السلام"), ("a#b", "a#b"), ("a # b", "a"), ('""', ""), ("", "")],
)  # fmt: skip
def test_a_scalar_is_the_text_it_writes(written: str, text: str) -> None:
    assert parse(f"k: {written}\n", "f.yaml") == {"k": text}


def test_every_element_knows_its_line() -> None:
    document = parse("a: 1\nb:\n  - x\n  - {c: y,\n     d: z}\n", "f.yaml")
    assert isinstance(document, YamlMap)
    assert document.key_lines == {"a": 1, "b": 2}
    assert isinstance(document["b"], YamlList)
    assert document["b"].line == 3
    assert document["b"][0].line == 3
    assert document["b"][1].key_lines == {"c": 4, "d": 5}
    assert document["b"][1]["d"].line == 5


def test_line_of_goes_as_deep_as_it_can() -> None:
    document = parse("a: 1\nb:\n  - x\n  - {c: y,\n     d: z}\n", "f.yaml")
    assert line_of(document, ("b", 1, "d"), 99) == 5
    assert line_of(document, ("b", 1, "nowhere", "deeper"), 99) == 4
    assert [line_of(document, ("b", position), 99) for position in (0, 1, 2, 7)] == [3, 4, 2, 2]
    assert line_of({"compiled": "no lines"}, ("compiled",), 99) == 99


# --- refused -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("a: 1\nb: 2\na: 3\n", "yaml_duplicate", 3),
        ("a: {b: 1,\n    b: 2}\n", "yaml_duplicate", 2),
        ('a: 1\n"a": 2\n', "yaml_duplicate", 2),
        ("a: &x 1\n", "yaml_anchor", 1),
        ("a: 1\nb: *a\n", "yaml_anchor", 2),
        ("a: &x\n  b: 1\n", "yaml_anchor", 1),
        ("- &x [1]\n", "yaml_anchor", 1),
        ("&x a: 1\n", "yaml_anchor", 1),
        ("a: !!int 1\n", "yaml_tag", 1),
        ("a: !own 1\n", "yaml_tag", 1),
        ("a: !!python/object/apply:os.system [ls]\n", "yaml_tag", 1),
        ("!!map\na: 1\n", "yaml_tag", 1),
        ("a: 1\n---\nb: 2\n", "yaml_documents", 2),
        ("a: 1\n...\n---\nb: 2\n", "yaml_documents", 3),
        ("? [a]\n: 1\n", "yaml_key", 1),
        ("? {a: 1}\n: 1\n", "yaml_key", 1),
        ("a: [1\n", "yaml_syntax", 2),
        ("a:\n\t- 1\n", "yaml_syntax", 2),
        ("a: b: c\n", "yaml_syntax", 1),
        ("%YAML 9.9\n---\na: 1\n", "yaml_syntax", 1),
        ("a: '1\n", "yaml_syntax", 2),
        ("a: \x00\n", "yaml_syntax", 1),
        ("a: \x1b[31m\n", "yaml_syntax", 1),
    ],
)
def test_what_a_data_file_never_needs(text: str, key: str, line: int) -> None:
    assert refused(text) == (key, f"f.yaml:{line}")


def test_a_bomb_is_an_anchor() -> None:
    """Nine levels of nine would be 387 million; nothing is expanded, so nothing is counted."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    assert refused("\n".join(lines)) == ("yaml_anchor", "f.yaml:1")
    assert refused("a: 1\n" + "\n".join(lines).replace("&a0 ", "")) == ("yaml_anchor", "f.yaml:3")


def test_a_merge_key_is_a_key_like_any_other() -> None:
    assert parse("<<: {a: 1}\n", "f.yaml") == {"<<": {"a": "1"}}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_depth_has_a_limit(opening: str) -> None:
    closing = {"[": "]", "{a: ": "}", "- ": ""}[opening]
    just = opening * MAX_DEPTH + "x" + closing * MAX_DEPTH
    parse(just, "f.yaml")
    assert refused(opening + just + closing)[0] == "yaml_depth"


def test_siblings_are_not_depth() -> None:
    document = parse("a:\n" + "  - [x, [y]]\n" * (2 * MAX_DEPTH), "f.yaml")
    assert len(document["a"]) == 2 * MAX_DEPTH


@pytest.mark.parametrize("opening", ["[", "{", '{"a":', '{"a": [', "- ", "a: {"])
def test_absurd_depth_is_refused_quickly(opening: str) -> None:
    started = time.monotonic()
    assert refused(opening * 50_000)[0] in {"yaml_depth", "yaml_syntax"}
    assert time.monotonic() - started < 5


@pytest.mark.parametrize("text", ["", "   \n", "# only a comment\n", "\ufeff"])
def test_an_empty_document(text: str) -> None:
    assert refused(text)[0] == "file_empty"


def test_text_that_no_file_can_hold_is_refused() -> None:
    """A command line passes bytes that are not UTF-8 as lone surrogates."""
    assert refused("a: 1\nb: \udcff") == ("file_not_utf8", "f.yaml:2")


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        document = parse(text, "f.yaml")
    except BadInput as problem:
        said = [problem.sentence(lang) for lang in LANGUAGES]
    else:
        said = ["read"] if only_text(document) else []
    assert all(said)
    assert said


def only_text(node: Any) -> bool:
    """Whether a document holds nothing but text."""
    if isinstance(node, YamlMap):
        return all(type(key) is Scalar and only_text(value) for key, value in node.items())
    return all(map(only_text, node)) if isinstance(node, YamlList) else type(node) is Scalar


# --- JSON --------------------------------------------------------------------------------------------------------


def test_json_is_read_as_text() -> None:
    text = '{\n\t"on": "2026-11-02",\n\t"n": 010.5, "e": 1e3,\t"t": true, "z": null, "l": [1, "NO"]}'
    assert parse(text.replace("010.5", "10.5"), "f.json") == {
        "on": "2026-11-02", "n": "10.5", "e": "1e3", "t": "true", "z": "null", "l": ["1", "NO"],
    }  # fmt: skip


def test_json_without_spaces() -> None:
    assert parse('{"a":{"b":1},"c":[],"d":"x"}', "f.json") == {"a": {"b": "1"}, "c": [], "d": "x"}


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [('{"a": 1,\n "a": 2}', "yaml_duplicate", 2), ('{"a": {"b": 1, "b": 2}}', "yaml_duplicate", 1),
     ('{"a": 1,\n "b": }{', "yaml_syntax", 2)],
)  # fmt: skip
def test_json_is_as_strict(text: str, key: str, line: int) -> None:
    assert refused(text) == (key, f"f.yaml:{line}")


@pytest.mark.parametrize("loader", [strict_yaml.Loader, yaml.BaseLoader])
def test_tabs_are_forgiven_in_json_only(loader: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """JSON indented with tabs is valid; the slower of the two loaders alone would refuse it."""
    monkeypatch.setattr(strict_yaml, "Loader", loader)
    assert parse('{\n\t"a": [\n\t\t1\n\t]\n}', "f.json") == {"a": ["1"]}
    assert refused("{a: 1,\n\tb: [2\n}")[0] == "yaml_syntax"
    assert refused("a:\n\t- 1\n")[0] == "yaml_syntax"


# --- files -------------------------------------------------------------------------------------------------------


def file_refused(path: Path) -> BadInput:
    """The error that reading `path` gives."""
    with pytest.raises(BadInput) as caught:
        read_text(path)
    return caught.value


def test_a_byte_order_mark_is_not_part_of_the_text(tmp_path: Path) -> None:
    file = tmp_path / "bom.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: 1\n")
    assert read_text(file) == "a: 1\n"


def test_windows_line_ends(tmp_path: Path) -> None:
    file = tmp_path / "crlf.yaml"
    file.write_bytes(b"a: 1\r\nb: 2\r\n")
    assert plain(parse(read_text(file), "crlf.yaml")) == {"a": "1", "b": "2"}


@pytest.mark.parametrize(
    ("data", "line"), [(b"a: 1\nb: \xe9t\xe9\n", 2), ("a: 1".encode("utf-16"), 1), (b"\xff\xfe\x00", 1)]
)
def test_not_utf8(tmp_path: Path, data: bytes, line: int) -> None:
    file = tmp_path / "latin.yaml"
    file.write_bytes(data)
    problem = file_refused(file)
    assert (problem.key, problem.place) == ("file_not_utf8", f"{file}:{line}")


def test_files_that_are_none(tmp_path: Path) -> None:
    assert file_refused(tmp_path / "nowhere.yaml").key == "file_not_found"
    assert file_refused(tmp_path).key == "file_is_directory"
    assert file_refused(tmp_path / "file.yaml" / "below").key == "file_not_found"
    (tmp_path / "file.yaml").write_text("a: 1")
    assert file_refused(tmp_path / "file.yaml" / "below").key in {"file_unreadable", "file_not_found"}
    assert file_refused(Path("a\0b")).key == "file_unreadable"
    assert file_refused(tmp_path / ("x" * 300)).key == "file_unreadable"


def test_an_empty_file_is_named(tmp_path: Path) -> None:
    file = tmp_path / "empty.yaml"
    file.write_text(" \n\n")
    assert str(file) in file_refused(file).sentence("fr")


def test_an_unreadable_file_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*args: object, **kwargs: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", denied)
    problem = file_refused(tmp_path / "closed.yaml")
    assert problem.key == "file_unreadable"
    assert "Permission denied" in problem.sentence("en")


def test_a_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    file = tmp_path / "large.yaml"
    with file.open("wb") as stream:
        stream.write(b"a: [")
        stream.truncate(50_000_000)
    started = time.monotonic()
    assert file_refused(file).key == "file_too_large"
    assert time.monotonic() - started < 1


def test_the_limit_is_what_it_says() -> None:
    assert decode(b"a" * strict_yaml.MAX_BYTES, "f")
    with pytest.raises(BadInput, match=r"2"):
        decode(b"a" * (strict_yaml.MAX_BYTES + 1), "f")


def test_a_rule_file_gives_an_error_of_the_rule_base() -> None:
    with pytest.raises(RuleBaseError):
        parse("a: [", "f.yaml", error=RuleBaseError)


def test_both_loaders_agree(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML was built without its C loader, the same page says the same."""
    text = "a: [NO, 010]\nb: {c: 'x', d: |\n  block}\n".replace("|\n  block", "y")
    fast = plain(parse(text, "f.yaml"))
    monkeypatch.setattr(strict_yaml, "Loader", yaml.BaseLoader)
    assert plain(parse(text, "f.yaml")) == fast
    assert refused("a: &x 1")[0] == "yaml_anchor"
    assert refused("a: !own 1")[0] == "yaml_tag"
    assert parse('a: "quoted"', "f.yaml") == {"a": "quoted"}
