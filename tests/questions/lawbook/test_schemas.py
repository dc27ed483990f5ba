"""The published schemas: current, valid, and of one mind with the loader about files and answers."""

from __future__ import annotations

import copy
import importlib.util
import itertools
import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from fishing import GOOD, ask, case, fishing

from snia_advisor.answer.advice.advise import advise
from snia_advisor.answer.telling.as_json import dump
from snia_advisor.law.model.advice import StepAdvice
from snia_advisor.law.model.case import Case
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values
from snia_advisor.questions.compare.as_json import compare_json, table_json
from snia_advisor.questions.compare.differences import APART, compare
from snia_advisor.questions.compare.record import FactDifference, FindingDifference, StepDifference, StepShape
from snia_advisor.questions.compare.whatif import one_fact_changes
from snia_advisor.questions.lawbook.schemas import NAMES, schema
from snia_advisor.questions.scenarios.files import load_scenarios
from snia_advisor.questions.watch.as_json import watch_json
from snia_advisor.questions.watch.record import DeterminationChange
from snia_advisor.questions.watch.walk import watch
from snia_advisor.questions.why.as_json import change_json, why_json
from snia_advisor.questions.why.asked import asked_nodes, wants_sets
from snia_advisor.questions.why.smallest_change import changes_of
from snia_advisor.questions.why.why_not import why_not

ROOT = Path(__file__).parents[3]
SCHEMAS = ROOT / "docs" / "schemas"


class Editor(yaml.SafeLoader):
    """YAML as editors read it (version 1.2): only true, false, null and plain numbers are not text."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 - PyYAML's own way


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("null", r"^(?:null|~|)$", ["n", "~", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?[0-9]+\.[0-9]*$", "-+0123456789"),
):
    import re

    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first))


def as_an_editor(text: str) -> Any:
    """The document that an editor checks against the schema."""
    return yaml.load(text, Editor)


def validator(name: str, base: RuleBase | None = None) -> jsonschema.Draft202012Validator:
    """The validator of a schema; of the published file when no rule base is given."""
    made = schema(name, base) if base else json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(made)


def errors(name: str, document: Any, base: RuleBase | None = None) -> list[str]:
    """What is wrong with a document."""
    return [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator(name, base).iter_errors(document)]


# --- the files ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_the_published_schema_is_current(name: str) -> None:
    """`python docs/make_schemas.py` writes them again."""
    spec = importlib.util.spec_from_file_location("make_schemas", ROOT / "docs" / "make_schemas.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert (SCHEMAS / f"{name}.json").read_text(encoding="utf-8") == script.written(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_one(name: str) -> None:
    made = schema(name, fishing())
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert made["title"] == f"snia_advisor {name}"
    text = json.dumps(made)
    assert "x-ref" not in text
    assert "x-none" not in text
    for reference in set(references(made)):
        assert reference.removeprefix("#/$defs/") in made["$defs"], reference


def references(node: Any) -> list[str]:
    """Every reference of a schema."""
    if isinstance(node, dict):
        own = [node["$ref"]] if isinstance(node.get("$ref"), str) else []
        return own + [found for value in node.values() for found in references(value)]
    return [found for item in node for found in references(item)] if isinstance(node, list) else []


# --- rules -------------------------------------------------------------------------------------------------------

RULE_FILES = sorted((ROOT / "rules").rglob("*.yaml")) + sorted(GOOD.glob("*.yaml"))


@pytest.mark.parametrize("file", RULE_FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_a_rule_file_fits(file: Path) -> None:
    assert errors("rules", as_an_editor(file.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize(
    "stem",
    [
        "unknown_kind",
        "unknown_key",
        "unknown_key_deep",
        "unknown_step_key",
        "missing_key",
        "missing_language",
        "bad_confidence",
        "bad_citation",
        "bad_id",
        "two_keys",
        "condition_is_a_list",
        "empty_all",
        "parameter_unit",
        "delay_unit",
        "list_expected",
        "entry_is_a_word",
        "effort_of_four",
        "argument_without_dollar",
        "answer_without_a_sentence",
        "answer_otherwise",
        "checks_something",
        "tolerated_without_reason",
        "unknown_state",
        "question_without_reading",
    ],
)
def test_an_editor_sees_what_the_loader_refuses(stem: str) -> None:
    file = ROOT / "tests" / "law" / "rulebase" / "bad" / f"{stem}.yaml"
    assert errors("rules", as_an_editor(file.read_text(encoding="utf-8")))


# --- cases and scenarios -----------------------------------------------------------------------------------------


def plain_case(**groups: Any) -> dict[str, Any]:
    """A case of the fishing law as JSON."""
    return json.loads(json.dumps(case(**groups), default=str).replace("null", '"none"'))  # type: ignore[no-any-return]


def test_a_case_fits() -> None:
    assert errors("case", plain_case(), fishing()) == []
    assert errors("case", plain_case(readings={"guests": "exempt", "scales": {"reading": "warden"}}), fishing()) == []


@pytest.mark.parametrize(
    "change",
    [
        {"name": "x"},
        {"path": "fishing"},
        {"on": "soon"},
        {"ref": "x" * 41},
        {"trip": {"rod": 1}},
        {"trip": {"rods": "two"}},
        {"trip": {"water": "sea"}},
        {"trip": {"tournament": "perhaps"}},
        {"angler": {"ties": ["gest"]}},
        {"angler": {"ties": "guest"}},
        {"angler": {"birth_date": "none"}},
        {"angler": {"age": 3}},
        {"readings": {"gests": "exempt"}},
        {"readings": {"guests": "exemt"}},
        {"readings": {"guests": {"confirmed_by": "x"}}},
    ],
)
def test_a_case_that_does_not_fit(change: dict[str, Any]) -> None:
    assert errors("case", plain_case(**change), fishing())


def test_every_scenario_fits() -> None:
    found = {}
    check = validator("scenario")
    for file in sorted((ROOT / "scenarios").rglob("*.yaml")):
        document = as_an_editor(file.read_text(encoding="utf-8"))
        found[file.name] = [f"{list(e.absolute_path)}: {e.message[:200]}" for e in check.iter_errors(document)]
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize(
    "change",
    [
        lambda s: s.pop("expect"), lambda s: s.pop("exit"), lambda s: s.update(expect={}), lambda s: s.update(expected={}),
        lambda s: s["title"].pop("ar"), lambda s: s["case"].update(name="x"), lambda s: s.update(basis=["EMP1"]),
        lambda s: s["expect"].update(permit={"depends": ["a"], "mising": []}),
    ],
)  # fmt: skip
def test_a_scenario_that_does_not_fit(change: Callable[[dict[str, Any]], Any]) -> None:
    scenario: dict[str, Any] = {
        "title": {"fr": "a", "ar": "b", "en": "c"}, "case": plain_case(), "expect": {"permit": "required", "exemptions": []},
        "basis": ["EMP-001"], "exit": 0,
    }  # fmt: skip
    assert errors("scenario", scenario, fishing()) == []
    broken = copy.deepcopy(scenario)
    change(broken)
    assert errors("scenario", broken, fishing())


# --- advice ------------------------------------------------------------------------------------------------------


def test_an_advice_fits_and_a_changed_one_does_not() -> None:
    advice = ask(angler={"ties": ["guest"]}, trip={"catch_weight": 9}).to_json()
    assert errors("advice", advice) == []
    for change in (
        lambda a: a.pop("answers"), lambda a: a["answers"][0].update(state="perhaps"), lambda a: a.update(schema_version=1),
        lambda a: a.pop("verdict"), lambda a: a["verdict"].update(state="perhaps"),
        lambda a: a["answers"][0].pop("unchecked"),
        lambda a: a["determinations"][0].update(status="unsure"), lambda a: a["receipt"].pop("case_sha256"),
        lambda a: a["determinations"][0]["because"].update(truth="maybe"), lambda a: a.update(on="soon", extra=1),
    ):  # fmt: skip
        broken = copy.deepcopy(advice)
        change(broken)
        assert errors("advice", broken)


# --- two days, two cases -----------------------------------------------------------------------------------------

EVERY = 89
FULL = "renew_employee/move_to_another_company_of_the_group.yaml"


def written(document: Any) -> Any:
    """A document as another program reads it."""
    return json.loads(dump(document))


def some_cases(rules: RuleBase, lang: str) -> list[Case]:
    """A case in which every list has something, then cases of every path, others in each language.

    Which ones the others are moves with each scenario that is added: what must be there cannot rest on them.
    """
    scenarios = load_scenarios(rules)
    full = next(scenario.case for scenario in scenarios if scenario.file.endswith(FULL))
    first = ("fr", "ar", "en").index(lang)
    return [full, *[scenario.case for scenario in scenarios[first * EVERY // 3 :: EVERY]]]


def filled(documents: list[Any]) -> set[str]:
    """The lists that hold something in one of the documents."""
    return {key for document in documents for key, value in document.items() if value and isinstance(value, list)}


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_what_watch_writes_fits(rules: RuleBase, lang: str) -> None:
    found = [written(watch_json(rules, watch(rules, case, lang=lang))) for case in some_cases(rules, lang)[::2]]
    check = validator("watch")
    assert [error.message[:200] for document in found for error in check.iter_errors(document)] == []
    assert all(set(document) == set(check.schema["properties"]) for document in found)
    assert {"answers", "changes", "deadlines", "papers", "unknown"} <= filled(found)
    changes = [change for document in found for change in document["changes"]]
    assert {"answers", "determinations", "procedures", "documents", "because"} <= filled(changes)


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_what_compare_writes_fits(rules: RuleBase, lang: str) -> None:
    asked = [(case, advise(case, rules, lang=lang)) for case in some_cases(rules, lang)]
    found = [written(compare_json(rules, compare(*a, *b), a[1], b[1])) for a, b in itertools.pairwise(asked)]
    check = validator("compare")
    assert [error.message[:200] for document in found for error in check.iter_errors(document)] == []
    assert all(set(document) == set(check.schema["properties"]) for document in found)
    assert {"facts", "answers", "determinations", "findings", "procedures", "documents", "dates"} <= filled(found)


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_what_why_writes_fits(rules: RuleBase, lang: str) -> None:
    check, found = validator("why"), []
    for one in some_cases(rules, lang)[::2]:
        advice = advise(one, rules, lang=lang)
        found.append(change_json(rules, advice, changes_of(rules, one, advice)))
        for about in advice.determinations:
            for outcome in (None, *[name for name in (rules.determinations[about.id].choose or {}) if about.headline][:2]):
                sets = None
                if outcome is not None and wants_sets(about, outcome):
                    sets = why_not(one, rules, advice.on, one.path, about.id, outcome)
                nodes = asked_nodes(rules, about, outcome)
                found.append(why_json(rules, advice, about, outcome, nodes, sets))
    documents = [written(document) for document in found]
    assert [error.message[:200] for document in documents for error in check.iter_errors(document)] == []
    assert {document["schema_version"] for document in documents} == {2}
    assert {"nodes", "failing"} <= filled(documents)


@pytest.mark.parametrize("lang", ["fr", "ar", "en"])
def test_what_whatif_writes_fits(rules: RuleBase, lang: str) -> None:
    found = []
    for one in some_cases(rules, lang)[::3]:
        advice = advise(one, rules, lang=lang)
        found.append(written(table_json(rules, one_fact_changes(rules, one, advice), advice)))
        found.append(written(compare_json(rules, compare(one, advice, one, advice), advice, advice)))
    check = validator("whatif")
    assert [error.message[:200] for document in found for error in check.iter_errors(document)] == []
    assert {"changes", "without_effect"} <= filled(found)


def test_a_step_is_compared_as_the_schema_says() -> None:
    assert list(StepShape.model_fields) == [name for name in StepAdvice.model_fields if name not in APART]


def test_each_row_says_what_it_is_about_before_its_sides() -> None:
    """The keys of JSON keep their order: a record is read by people as well."""
    rows = [list(Row.model_fields) for Row in (FactDifference, FindingDifference, StepDifference, DeterminationChange)]
    assert rows == [
        ["fact", "title", "a", "b"],
        ["determination", "id", "title", "side", "a", "b"],
        ["procedure", "id", "title", "change", "fields", "a", "b"],
        ["id", "title", "path", "headline", "kind", "from_", "to", "appeared", "gone", "sources"],
    ]


@cache
def of_one_pair() -> dict[str, Any]:
    """What `watch` and `compare` write of two fishing trips, the first with a birthday to come."""
    cases = [case_from_values(case(angler={"birth_date": birth}), fishing()) for birth in ("2010-05-01", "1960-01-01")]
    asked = [(one, advise(one, fishing(), lang="en")) for one in cases]
    compared = compare_json(fishing(), compare(*asked[0], *asked[1]), asked[0][1], asked[1][1])
    (one, advice), _ = asked
    about = advice.determinations[0]
    why = why_json(fishing(), advice, about, None, asked_nodes(fishing(), about, None), None)
    return {
        "watch": written(watch_json(fishing(), watch(fishing(), cases[0]))),
        "compare": written(compared),
        "why": written(why),
        "whatif": written(table_json(fishing(), one_fact_changes(fishing(), one, advice), advice)),
    }


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("watch", lambda w: w.pop("until")), ("watch", lambda w: w.update(verdict="perhaps")),
        ("watch", lambda w: w.update(extra=1)), ("watch", lambda w: w["changes"][0].pop("because")),
        ("watch", lambda w: w["changes"][0]["because"][0].update(kind="chance")),
        ("watch", lambda w: w["changes"][0]["determinations"][0].pop("from")),
        ("why", lambda w: w.update(schema_version=1)), ("why", lambda w: w.pop("nodes")),
        ("why", lambda w: w["nodes"][0].update(truth="maybe")), ("why", lambda w: w.update(status="unsure")),
        ("whatif", lambda w: w.pop("happened")), ("whatif", lambda w: w.update(schema_version=1)),
        ("whatif", lambda w: w["answer"].update(state="perhaps")),
        ("compare", lambda c: c.pop("same_answer")), ("compare", lambda c: c["a"].pop("answer")),
        ("compare", lambda c: c["determinations"][0].update(kind="both")), ("compare", lambda c: c["facts"][0].pop("a")),
    ],
)  # fmt: skip
def test_a_changed_one_does_not_fit(name: str, change: Callable[[dict[str, Any]], Any]) -> None:
    broken = copy.deepcopy(of_one_pair()[name])
    assert errors(name, broken) == []
    change(broken)
    assert errors(name, broken)


# --- names -------------------------------------------------------------------------------------------------------


def test_the_names_of_the_outside_contract() -> None:
    """Other programs read these keys; they are not renamed."""
    advice = ask(angler={"ties": ["guest"]}).to_json()
    assert {
        "schema_version",
        "lang",
        "on",
        "answers",
        "progress",
        "verdict",
        "verdicts",
        "acts",
        "determinations",
        "procedures",
        "missing",
        "open_questions",
        "amounts",
        "warnings",
        "paths_considered",
        "receipt",
    } <= advice.keys()
    assert {"path", "sentence", "state"} <= advice["verdict"].keys()  # of schema_version 1, for one version more
    assert {
        "path",
        "id",
        "state",
        "depends_on",
        "title",
        "text",
        "by",
        "because",
        "forbidden",
        "unchecked",
        "open_questions",
        "sources",
    } <= advice["answers"][0].keys()
    forbidden = ask(trip={"catch_weight": 9}).to_json()["answers"][0]["forbidden"]
    assert {"id", "text", "penalty", "until", "sources"} <= forbidden[0].keys()
    assert {
        "id",
        "path",
        "headline",
        "status",
        "exact",
        "outcome",
        "favourable",
        "possible",
        "findings",
        "could_also_matter",
        "because",
        "not_because",
        "missing",
        "open_questions",
        "sources",
    } <= advice["determinations"][0].keys()
    assert {"text", "truth", "given", "sources", "confidence", "children"} <= advice["determinations"][0]["because"].keys()
    assert {"rulebase_sha256", "program", "on", "dates_used", "calendar", "case_sha256", "law_known_to"} <= advice[
        "receipt"
    ].keys()
    assert {"id", "kind", "affects", "readings", "prudent", "ask"} <= advice["open_questions"][0].keys()
    assert {"answer", "outcomes", "sources"} <= advice["open_questions"][0]["readings"][0].keys()
    step = ask().to_json()["procedures"][0]["steps"][0]
    assert {
        "id",
        "actor",
        "authority",
        "documents",
        "delay",
        "starts_when",
        "due",
        "earliest",
        "latest",
        "fee",
        "sources",
        "open_questions",
    } <= step.keys()
    assert {"id", "title", "originals", "copies", "form", "provided_by", "sources"} <= step["documents"][0].keys()
