"""Anything may be in a case file: `snia check` answers it or refuses it in one sentence, and never falls over.

    SNIA_FUZZ=5000 python -m pytest tests/fuzz            the long run

Real scenarios are spoilt as text and as structure, and pure noise is read. Through the command line in this process: the
exit code is one of the published ones, a refusal is one line on standard error and nothing on standard output, an answer is
on standard output, and JSON is JSON.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from snia_advisor import messages
from snia_advisor.cli.main import main
from snia_advisor.law.logic.network import Network
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.law.rulebase.strict_yaml import parse, plain

# The suite tries a hundred, to stay within the time of a laptop; SNIA_FUZZ asks for more.
EXAMPLES = int(os.environ.get("SNIA_FUZZ", "100"))
TEXTS = [file.read_text(encoding="utf-8") for file in sorted(Path("scenarios").rglob("*.yaml"))]
CASES: list[dict[str, Any]] = [plain(parse(text, "scenario"))["case"] for text in TEXTS]
ANSWERED, REFUSED = {0, 3, 4}, 2
HALF = settings(
    max_examples=max(1, EXAMPLES * 2 // 5),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
FIFTH = settings(HALF, max_examples=max(1, EXAMPLES // 5))


@pytest.fixture(scope="module", autouse=True)
def language_of_the_process() -> Iterator[None]:
    """A command fixes the language of its process; the tests that follow must not inherit it."""
    before = messages._current
    yield
    messages._current = before


TO_CHECK = tuple(text.rpartition("}")[2] for text in messages.catalogue()["unusual_value"])


def check(data: bytes, directory: Path, *options: str) -> tuple[int, str]:
    """The exit code and standard output of `snia check` on a file with this content."""
    file = directory / "case.yaml"
    file.write_bytes(data)
    out, err = io.TextIOWrapper(io.BytesIO(), "utf-8"), io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(["check", str(file), *options])
    out.seek(0)
    err.seek(0)
    said = out.read()
    # A value that is taken, and to be checked, has a line of its own.
    complained = "".join(line for line in err.read().splitlines(True) if not line.rstrip().endswith(TO_CHECK))
    assert code in ANSWERED | {REFUSED}, complained
    assert "Traceback" not in complained
    if code == REFUSED:
        assert said == ""
        assert complained.strip()
        assert complained.count("\n") == 1, complained
        assert len(complained) < 2_000
    else:
        assert said.strip()
        assert complained == ""
    return code, said


# --- text --------------------------------------------------------------------------------------------------------

ODD = [
    *(
        "\t",
        "\x00",
        "\ufeff",
        "\u202e",
        "\n",
        "é",
        "لا",
        "'",
        '"',
        "{",
        "}",
        "[",
        "]",
        "#",
        "%",
        "|\n",
        ": ",
        "- ",
        "? ",
        "<<: ",
    ),
    *(
        "&a ",
        "*a",
        "!!int ",
        "---\n",
        "010",
        "12:30",
        "NO",
        "none",
        "null",
        "~",
        "1e999",
        "-0",
        "9" * 30,
        "2026-02-30",
        "0000-00-00",
    ),
]


def spoilt(text: str, draw: random.Random) -> str:
    """A text with some of its lines and words changed, moved or gone."""
    for _ in range(draw.choice([1, 1, 1, 2, 4])):
        text = draw.choice([by_characters, by_lines, by_words])(text, draw)
    return text


def by_characters(text: str, draw: random.Random) -> str:
    """Something put in, taken out, cut off or grafted on."""
    place = draw.randrange(len(text) + 1)
    whole = [
        text[:place] + draw.choice(ODD) + text[place:],
        text[:place] + text[place + draw.randint(1, 30) :],
        text[:place],
    ]
    return draw.choice([*whole, draw.choice(TEXTS)[:place] + text[place:]])


def by_lines(text: str, draw: random.Random) -> str:
    """A line left out, written twice, or moved to the side."""
    lines = text.split("\n")
    at = draw.randrange(len(lines))
    moved = [[], [lines[at], draw.choice(lines)], [" " * draw.randint(1, 3) + lines[at]], [lines[at].lstrip()]]
    return "\n".join([*lines[:at], *draw.choice(moved), *lines[at + 1 :]])


def by_words(text: str, draw: random.Random) -> str:
    """A word replaced by another of the text, or by an odd one."""
    words = text.split() or ["x"]
    return text.replace(draw.choice(words), draw.choice([*words, *ODD, *ODD]), 1)


@HALF
@given(st.sampled_from(TEXTS), st.integers(0, 2**32), st.sampled_from(["fr", "ar", "en"]))
def test_spoilt_texts(tmp_path_factory: pytest.TempPathFactory, text: str, seed: int, lang: str) -> None:
    draw = random.Random(seed)
    data = spoilt(text, draw).encode()
    if draw.random() < 0.1:
        place = draw.randrange(len(data) + 1)
        data = data[:place] + bytes([draw.randrange(256)]) + data[place:]
    event(f"exit {check(data, tmp_path_factory.getbasetemp(), '--lang', lang)[0]}")


# --- structure ---------------------------------------------------------------------------------------------------


WRONG = ["", "none", [], {}, ["x"], {"a": 1}, -1, 10**15, "2026-02-30", True, None, "\u202e", "x" * 5_000]


def value_of(fact: str, rules: RuleBase, draw: random.Random) -> Any:
    """Some value of a fact, mostly one that may be; sometimes one that may not."""
    declared = rules.facts[fact]
    if draw.random() < 0.03:
        return draw.choice(WRONG)
    if declared.type != "records":
        return single(declared, list(rules.options(fact)), draw)
    records = [record(declared, rules, draw) for _ in range(draw.choice([0, 1, 1, 2, 3]))]
    return records if draw.random() < 0.7 else {"complete": draw.choice(["yes", "no"]), "records": records}


def record(declared: Any, rules: RuleBase, draw: random.Random) -> dict[str, Any]:
    """One record of a list, with some of its columns."""
    found = {}
    for name, column in declared.fields.items():
        if draw.random() < 0.8:
            listed = (
                [e.id for e in rules.lists[column.options_from].entries]
                if column.options_from
                else list(column.options or ())
            )
            found[name] = draw.choice(WRONG) if draw.random() < 0.02 else single(column, listed, draw)
    return found


def single(declared: Any, options: list[str], draw: random.Random) -> Any:
    """A value of a fact or of a column."""
    if declared.none_allowed and draw.random() < 0.2:
        return "none"
    low, high = declared.minimum or 0, declared.maximum or draw.choice([3, 100, 600_000])
    match declared.type:
        case "yes_no":
            return draw.choice(["yes", "no"])
        case "choice":
            return draw.choice(options)
        case "set":
            return draw.sample(options, min(len(options), draw.choice([0, 0, 1, 1, 2, 3])))
        case "date":
            return (date(2026, 11, 2) + timedelta(days=draw.choice([0, -1, 1, draw.randint(-9_000, 900)]))).isoformat()
        case "integer":
            return draw.randint(low, max(low, high))
    return round(draw.uniform(low, max(low, high)), declared.places)


def changed(case: dict[str, Any], rules: RuleBase, draw: random.Random) -> dict[str, Any]:
    """A case with facts forgotten, changed and added, another date, path or reading."""
    case = json.loads(json.dumps(case))
    facts = [
        (group, name) for group, names in case.items() if isinstance(names, dict) and group != "readings" for name in names
    ]
    for group, name in draw.sample(facts, min(len(facts), draw.choice([0, 0, 1, 2, len(facts) // 2]))):
        del case[group][name]
    for fact in draw.sample(list(rules.facts), draw.choice([0, 1, 1, 2, 5])):
        group, _, name = fact.partition(".")
        if isinstance(case.setdefault(group, {}), dict):
            case[group][name] = value_of(fact, rules, draw)
    if draw.random() < 0.2:
        case["on"] = draw.choice(["0001-01-01", "1999-12-31", "2004-06-08", "2026-02-12", "2031-01-01", "9999-12-31"])
    if draw.random() < 0.2:
        case["path"] = draw.choice([*rules.paths, "nowhere"])
    if draw.random() < 0.1:
        case.pop("path", None)
    for question in draw.sample(list(rules.questions), draw.choice([0, 0, 1, 3])):
        case.setdefault("readings", {})[question] = draw.choice(
            [*rules.questions[question].readings, "neither"][: None if draw.random() < 0.05 else -1]
        )
    return case  # type: ignore[no-any-return]


@HALF
@given(st.sampled_from(CASES), st.integers(0, 2**32), st.sampled_from(["fr", "ar", "en"]))
def test_changed_cases(tmp_path_factory: pytest.TempPathFactory, case: dict[str, Any], seed: int, lang: str) -> None:
    """What is answered is also sound in form: decided things have sources, open things say what they wait for."""
    draw = random.Random(seed)
    data = json.dumps(changed(case, load_rules(), draw)).encode()
    options = draw.choice([(), ("--explain",), ("--json",), ("--json",), ("--on", "2026-11-24")])
    code, said = check(data, tmp_path_factory.getbasetemp(), "--lang", lang, *options)
    event(f"exit {code}")
    if code in ANSWERED and "--json" in options:
        check_answer(code, json.loads(said))


@cache
def read_by() -> dict[str, set[str]]:
    """For each determination, itself and every one that it reads, directly or not."""
    rules = load_rules()
    network = Network(rules)
    found = {}
    for name in rules.determinations:
        labels = (network.nodes[index].label for index in network.below(network.determination(name).values()))
        found[name] = {name} | {label.name for label in labels if label and label.name in rules.determinations}
    return found


def check_answer(code: int, advice: dict[str, Any]) -> None:
    """What holds of every answer."""
    if advice["answer"] is None:  # several paths may concern the case: they are named
        assert code == 3
        assert advice["paths_considered"]
        return
    on = date.fromisoformat(advice["on"])
    for found in advice["determinations"]:
        if found["status"] == "not_covered":
            assert any(not load_rules().determinations[name].covers(on) for name in read_by()[found["id"]]), found["id"]
        if found["status"] == "decided" and found["kind"] == "choose":
            assert found["outcome"] in {p["outcome"] for p in found["possible"]}
            assert found["sources"]
            assert found["because"]["truth"] == "true"
        elif found["status"] == "depends" and found["kind"] == "choose":
            assert found["outcome"] is None
            assert len({p["outcome"] for p in found["possible"]}) > 1
            assert found["missing"] or found["open_questions"]
    waits = {"facts": 3, "both": 3, "question": 4}
    answer = advice["answers"][0]
    assert code == (waits[answer["depends_on"]] if answer["state"] == "depends" else 0)
    headline = [d for d in advice["determinations"] if d["headline"]]
    waiting = [*headline, *(a for a in advice["answers"] if a["state"] == "depends")]
    assert {m["fact"] for m in advice["missing"]} == {f for one in waiting for f in one["missing"]}


# --- noise -------------------------------------------------------------------------------------------------------

SCALARS = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=20), st.dates().map(str))
WORDS = st.one_of(
    st.sampled_from(
        ["on", "path", "ref", "readings", "case", "expect", *sorted({f.split(".")[0] for f in load_rules().facts})]
    ),
    st.sampled_from([f.split(".")[1] for f in load_rules().facts]),
    st.text(max_size=10),
)
TREES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=5), max_leaves=12
)


@FIFTH
@given(
    st.one_of(
        TREES.map(lambda tree: json.dumps(tree).encode()), st.text(max_size=200).map(str.encode), st.binary(max_size=200)
    )
)
def test_noise(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    event(f"exit {check(data, tmp_path_factory.getbasetemp(), '--lang', 'fr')[0]}")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"\x00",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"[" * 100_000,
        b"{" * 100_000,
        b'{"a":' * 50_000,
        b"- " * 50_000,
        b"a: " * 10_000,
        b"? " * 10_000,
        b"'" + b"x" * 100_000,
        b"a" * 3_000_000,
        b"&a [*a]",
        b"a: &a [*a, *a]",
        b"%TAG ! tag:x,2000:\n---\n!x {}",
        b"on: 2026-11-02",
        b"readings: {}",
        b"worker: {}",
        b"ref: '\xe2\x80\xae\x1b[31m'",
        b"on: 9999-12-31\npath: hire_employee",
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_people_and_attackers_try(tmp_path: Path, data: bytes) -> None:
    check(data, tmp_path, "--lang", "en")
