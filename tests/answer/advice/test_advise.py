"""The one function behind `check`: its arguments, its answer in words, and what holds of every answer on the real law."""

from __future__ import annotations

import dataclasses
import json
import pickle
import random
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from fishing import ON, altered, ask, case, fishing, unknown
from pydantic import ValidationError

from snia_advisor import Advice, Case, advise, load_rules, messages
from snia_advisor.answer.deciding import compiled as advisor_module
from snia_advisor.answer.deciding.compiled import MAX_KEPT, advisor
from snia_advisor.errors import BadInput, EngineDisagreement, EngineFault, EngineLimit
from snia_advisor.law.engine.prove import Engine
from snia_advisor.law.rulebase.base import RuleBase
from snia_advisor.law.rulebase.case_file import case_from_values, read_case
from snia_advisor.law.rulebase.load import from_yaml
from snia_advisor.messages import LANGUAGES

FILES = sorted(Path("scenarios").rglob("*.yaml"))
SAMPLE = FILES[:: max(1, len(FILES) // 16)]


def case_of(file: Path, rules: RuleBase) -> Case:
    """The case of a scenario file."""
    return read_case(file.read_text(encoding="utf-8"), file.name, rules)


@pytest.fixture(autouse=True)
def in_french(monkeypatch: pytest.MonkeyPatch) -> None:
    """A refusal speaks the language of the process, whatever ran before."""
    monkeypatch.setattr(messages, "_current", "fr")


# --- arguments ---------------------------------------------------------------------------------------------------


def test_the_python_api_is_two_names() -> None:
    advice = advise(case(), rules=load_rules("tests/law/rulebase/good"), on=date(2026, 6, 2))
    assert isinstance(advice, Advice)
    assert advice.on == date(2026, 6, 2)


def test_the_date_is_the_one_asked_then_that_of_the_case_then_today() -> None:
    assert advise(case(), fishing(), date(2026, 7, 1)).on == date(2026, 7, 1)
    assert advise(case(), fishing()).on == ON
    before = date.today()
    assert before <= advise(case(on=unknown), fishing()).on <= date.today()


def test_the_path_is_the_one_asked_then_that_of_the_case() -> None:
    assert ask().answer.path == "fish"
    assert advise(case(), fishing(), path="renew_permit").answer.path == "renew_permit"
    advice = ask(path=unknown, trip={"request": "renewal"})
    assert (advice.answer.path, len(advice.answers)) == ("renew_permit", 1)


def test_without_a_path_every_path_that_may_concern_the_case() -> None:
    advice = ask(path=unknown)
    assert [a.path for a in advice.answers] == ["fish", "renew_permit"]
    assert [p.concerned for p in advice.paths_considered] == [None, None]
    assert {d.path for d in advice.determinations} == {"fish", "renew_permit"}


def test_a_path_that_is_none() -> None:
    with pytest.raises(BadInput, match="fish") as caught:
        advise(case(), fishing(), path="fishing")
    assert caught.value.key == "unknown_path"


def test_no_path_at_all(tmp_path: Path) -> None:
    law = from_yaml(altered(tmp_path, {"concerns: {trip.request: renewal}": "concerns: {trip.water: SEA}"}))
    with pytest.raises(BadInput) as caught:
        ask(law, path=unknown, trip={"request": "renewal"})
    assert caught.value.key == "no_path_concerns"
    assert "fish, renew_permit" in caught.value.sentence("en")


def test_a_wrong_case_is_bad_input() -> None:
    with pytest.raises(BadInput):
        advise({"trip": {"rod": 1}}, fishing())


def test_facts_that_only_several_constraints_forbid(tmp_path: Path) -> None:
    """No law is not the same as no such case: it is refused, and only the constraints that forbid it are told."""
    added = """
- constraint: with_a_permit
  text: {fr: "Avec un permis, pas de concours.", ar: "لا مسابقة مع الرخصة.", en: "With a permit, no tournament."}
  holds: {any: [{trip.tournament: no}, {angler.permit_expires: none}]}
- constraint: without_a_permit
  text: {fr: "Sans permis, pas de concours.", ar: "لا مسابقة بدون رخصة.", en: "Without a permit, no tournament."}
  holds: {any: [{trip.tournament: no}, {not: {angler.permit_expires: none}}]}
"""
    law = from_yaml(altered(tmp_path, added=added))
    assert ask(law, angler={"permit_expires": unknown}).determination("permit").status == "depends"
    with pytest.raises(BadInput) as caught:
        ask(law, trip={"tournament": True, "water": unknown}, angler={"permit_expires": unknown})
    assert caught.value.args_ == {
        "text": "Avec un permis, pas de concours. Sans permis, pas de concours.",
        "facts": "trip.tournament (case:1)",
    }


def test_the_language_is_the_one_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    titles = ["Oui, après le permis", "نعم، بعد الرخصة", "Yes, after the permit"]
    assert [ask(fishing(), lang).answer.title for lang in LANGUAGES] == titles
    assert {ask(fishing(), lang).lang for lang in LANGUAGES} == set(LANGUAGES)


# --- the answer in words -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("groups", "state", "depends_on", "verdict", "code"),
    [
        ({}, "wait", None, "yes", 0),
        ({"trip": {"water": "SEA"}}, "go", None, "yes", 0),
        ({"trip": {"catch_weight": 9}}, "stop", None, "no", 0),
        ({"path": "renew_permit"}, "no", None, "no", 0),
        ({"angler": {"birth_date": unknown}}, "depends", "facts", "depends_on_facts", 3),
        ({"angler": {"ties": ["guest"]}}, "depends", "question", "depends_on_open_question", 4),
        ({"angler": {"ties": ["guest"]}, "trip": {"tournament": unknown}}, "depends", "both", "depends_on_facts", 3),
        ({"on": date(2004, 6, 7), "trip": {"began_on": date(2004, 6, 7)}}, "not_covered", None, "not_covered", 0),
    ],
)
def test_the_answer_and_the_exit_code(
    groups: dict[str, Any], state: str, depends_on: str | None, verdict: str, code: int
) -> None:
    advice = ask(**groups)
    assert (advice.answer.state, advice.answer.depends_on, advice.exit_code) == (state, depends_on, code)
    assert (advice.verdict.state, advice.verdict.sentence) == (verdict, advice.answer.title)


def test_before_its_law_a_determination_says_nothing() -> None:
    found = ask(on=date(2004, 6, 7), trip={"began_on": date(2004, 6, 7)}).determination("permit")
    assert (found.status, found.outcome, found.possible, found.missing) == ("not_covered", None, (), ())
    assert ask(on=date(2004, 6, 8), trip={"began_on": date(2004, 6, 7)}).determination("permit").status == "decided"


def test_what_reads_a_determination_without_law_is_without_law_too() -> None:
    """`otherwise` never fires by absence of law, not even one step further."""
    found = ask(on=date(2004, 6, 7), trip={"began_on": date(2004, 6, 7)}).determination("start")
    assert (found.status, found.outcome) == ("not_covered", None)


def test_a_rule_is_no_law_before_its_own_date() -> None:
    """Measured on the day the fishing began, whatever the date of the question."""
    for began, found in ((date(2004, 6, 7), ()), (date(2004, 6, 8), ("heavy_catch",))):
        breaches = ask(trip={"catch_weight": 9, "began_on": began}).determination("breaches")
        assert (breaches.status, tuple(f.id for f in breaches.findings)) == ("decided", found)


def test_what_to_do() -> None:
    def texts(advice: Advice) -> list[str]:
        return [act.text for act in advice.acts]

    assert texts(ask())[0] == "Gather the papers"
    missing = texts(ask(angler={"birth_date": unknown, "permit_expires": unknown}, trip={"water": unknown, "rods": unknown}))
    assert len([line for line in missing if line.startswith("Answer the question: ")]) == 3
    assert texts(ask(angler={"ties": ["guest"]})) == ["Ask the authority (Water office): Is a guest exempt?"]
    assert texts(ask(path="renew_permit")) == ["Wait for that day"]


def test_warnings() -> None:
    assert ask().warnings == ()
    assert [w.id for w in ask(on=date(2026, 11, 24)).warnings] == []
    (late,) = ask(on=date(2026, 11, 25)).warnings
    assert late.id == "law_after_cutoff"
    assert "25 November 2026" in late.text
    assert "24 November 2026" in late.text
    assert [w.id for w in ask(ref="12345").warnings] == []
    assert [w.id for w in ask(ref="AB1234567").warnings] == ["ref_digits"]
    (other,) = ask(trip={"request": "renewal"}).warnings
    assert other.id == "path_not_concerned"
    assert "To fish" in other.text


def test_sources_are_gathered_by_rank() -> None:
    advice = ask(angler={"ties": ["guest"]})
    assert [(s.id, s.rank) for s in advice.sources] == [("river-act", 1), ("angler-guide", 5)]
    assert advice.sources[1].note == "Not official."


def test_an_unknown_determination_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        ask().determination("permits")


# --- an engine that errs -----------------------------------------------------------------------------------------


def lying(node_named: str) -> Any:
    """An engine that turns the truth of one rule round."""
    real = Engine.run

    def run(engine: Engine, atoms: Any) -> dict[int, bool]:
        proved = real(engine, atoms)
        (node,) = [i for i, n in enumerate(engine.network.nodes) if n.label and n.label.name == node_named]
        return {**proved, node: not proved[node]} if node in proved else proved

    return run


def test_a_disagreement_is_an_error_that_names_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Engine, "run", lying("permit_in_force"))
    with pytest.raises(EngineDisagreement) as caught:
        ask()
    assert "permit_in_force" in caught.value.sentence("en")
    assert caught.value.exit_code == 70
    monkeypatch.undo()
    assert caught.value.args_["case"] == ask().receipt.case_sha256


def test_an_engine_that_forgets_is_an_error_too(monkeypatch: pytest.MonkeyPatch) -> None:
    real = Engine.run
    monkeypatch.setattr(Engine, "run", lambda engine, atoms: {k: v for k, v in real(engine, atoms).items() if k in atoms})
    with pytest.raises(EngineDisagreement):
        ask()


def test_a_rule_too_wide_for_the_engine_is_an_error(tmp_path: Path) -> None:
    limits = ", ".join(f"{{trip.catch_weight: {{at_least: {n}.5}}}}" for n in range(61))
    law = from_yaml(altered(tmp_path, {"when: {not: adult}": f"when: {{any: [{limits}]}}"}))
    with pytest.raises(EngineLimit) as caught:
        ask(law)
    assert isinstance(caught.value, EngineFault)
    assert "exempt_as_minor" in caught.value.sentence("en")


# --- the record --------------------------------------------------------------------------------------------------


def test_an_advice_is_frozen_and_can_cross_a_process() -> None:
    advice = ask(angler={"ties": ["guest"]})
    with pytest.raises(ValidationError):
        advice.lang = "fr"  # type: ignore[misc]
    with pytest.raises(ValidationError):
        advice.verdict.state = "no"  # type: ignore[misc]
    assert pickle.loads(pickle.dumps(advice)) == advice


def test_the_law_after_the_law_is_another_advice(tmp_path: Path) -> None:
    """The compiled law is kept by its hash: a changed law must not be answered from the old one."""
    other = from_yaml(altered(tmp_path, {"when: {not: adult}": "when: adult"}))
    assert ask().determination("permit").outcome == "required"
    assert ask(other).determination("permit").outcome == "not_required"
    assert ask().determination("permit").outcome == "required"


def test_only_so_many_compiled_laws_are_kept(tmp_path: Path) -> None:
    made = [from_yaml(altered(tmp_path / str(n), {"value: 95.25": f"value: 95.{n + 10}"})) for n in range(MAX_KEPT + 2)]
    first = advisor(made[0], ("fish",))
    assert advisor(made[0], ("fish",)) is first
    for law in made[1:]:
        advisor(law, ("fish",))
    assert advisor(made[0], ("fish",)) is not first


def test_several_paths_share_one_compiled_law(rules: RuleBase, monkeypatch: pytest.MonkeyPatch) -> None:
    """The engine never gives its memory back: a law compiled for every set of paths would fill a long-lived process."""
    made = []
    real = Engine.__init__
    monkeypatch.setattr(Engine, "__init__", lambda engine, *args: made.append(args) or real(engine, *args))
    monkeypatch.setattr(advisor_module, "_local", threading.local())
    paths = list(rules.paths)
    for size in range(2, len(paths) + 1):
        found = advisor(rules, tuple(paths[:size]))
        assert found.paths == tuple(paths[:size])
        assert set(found.nodes) == {*found.determinations, *found.paths}
    assert len(made) == 1


def test_several_paths_answer_as_each_does(rules: RuleBase) -> None:
    """What a path determines does not depend on which other paths were asked about."""
    compared = 0
    for file in SAMPLE[::5]:
        whole = dataclasses.replace(case_of(file, rules), path=None)
        together = advise(whole, rules, lang="en")
        for answer in together.answers:
            if set(rules.paths[answer.path].gives) <= set(whole.facts):  # naming the path adds nothing
                named = advise(whole, rules, lang="en", path=answer.path)
                assert (named.answer.id, named.answer.state) == (answer.id, answer.state)
                for alone in named.determinations:
                    found = together.determination(alone.id)
                    assert (found.status, found.outcome, found.findings) == (alone.status, alone.outcome, alone.findings)
                    assert set(found.missing) == set(alone.missing)
                    compared += 1
    assert compared > 10


def test_threads_do_not_share_an_engine() -> None:
    cases = [{"trip": {"rods": n}} for n in range(8)]
    expected = [ask(**groups).to_json() for groups in cases]
    barrier = threading.Barrier(4)

    def one(groups: dict[str, Any]) -> Any:
        if groups["trip"]["rods"] < 4:
            barrier.wait(timeout=30)
        return ask(**groups).to_json()

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(one, cases)) == expected


# --- what holds of every answer on the real law ------------------------------------------------------------------


@pytest.fixture(scope="module")
def answers(rules: RuleBase) -> dict[str, dict[str, Advice]]:
    """The advice on some scenarios in three languages."""
    return {file.stem: {lang: advise(case_of(file, rules), rules, lang=lang) for lang in LANGUAGES} for file in SAMPLE}


def each(answers: dict[str, dict[str, Advice]]) -> Iterator[Advice]:
    for by_lang in answers.values():
        yield from by_lang.values()


def test_the_three_languages_say_the_same(answers: dict[str, dict[str, Advice]]) -> None:
    def skeleton(advice: Advice) -> Any:
        return (
            advice.on,
            advice.ref,
            advice.exit_code,
            [(a.path, a.id, a.state, a.by, len(a.forbidden), a.unchecked, a.opens) for a in advice.answers],
            [(a.id, a.starts, a.due, a.urgency, a.step) for a in advice.acts],
            [
                (
                    d.id,
                    d.path,
                    d.headline,
                    d.status,
                    d.exact,
                    d.outcome,
                    d.favourable,
                    [(p.outcome, p.under) for p in d.possible],
                    [f.id for f in d.findings],
                    d.could_also_matter,
                    d.missing,
                    d.open_questions,
                    d.sources,
                    len(d.not_because),
                )
                for d in advice.determinations
            ],
            [
                (
                    p.id,
                    p.certain,
                    [
                        (
                            s.id,
                            s.actor,
                            s.authority,
                            s.after,
                            s.due,
                            s.open_questions,
                            [(x.id, x.originals, x.copies, x.form, x.provided_by) for x in s.documents],
                            s.delay and (s.delay.amount, s.delay.unit, s.delay.max),
                            s.fee and s.fee.amount,
                        )
                        for s in p.steps
                    ],
                )
                for p in advice.procedures
            ],
            [(m.fact, m.sources) for m in advice.missing],
            [
                (q.id, q.kind, q.affects, q.where, [(r.answer, r.outcomes) for r in q.readings])
                for q in advice.open_questions
            ],
            [(a.id, a.value, a.unit) for a in advice.amounts],
            [w.id for w in advice.warnings],
            [(p.id, p.concerned) for p in advice.paths_considered],
            [s.id for s in advice.sources],
            advice.receipt,
        )

    for name, by_lang in answers.items():
        french, arabic, english = (skeleton(by_lang[lang]) for lang in LANGUAGES)
        assert french == arabic == english, name


def test_every_answer_fits_the_published_schema(answers: dict[str, dict[str, Advice]]) -> None:
    schema = json.loads(Path("docs/schemas/advice.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    for number, by_lang in enumerate(list(answers.values())[::4]):
        advice = by_lang[LANGUAGES[number % 3]]
        written = json.loads(json.dumps(advice.to_json(), ensure_ascii=False))
        assert not [error.message for error in validator.iter_errors(written)]


def test_what_is_decided_has_its_source(answers: dict[str, dict[str, Advice]], rules: RuleBase) -> None:
    for advice in each(answers):
        cited = {source.id for source in advice.sources}
        for found in advice.determinations:
            if found.kind == "choose" and found.status == "decided":
                assert found.sources, found.id
                assert found.because is not None
                assert found.because.truth == "true"
            assert all(finding.sources for finding in found.findings)
            assert {cite.split("#")[0] for cite in found.sources} <= cited
        assert cited <= set(rules.sources)


def test_what_depends_says_on_what(answers: dict[str, dict[str, Advice]], rules: RuleBase) -> None:
    for advice in each(answers):
        for found in advice.determinations:
            if found.kind == "choose" and found.status == "depends":
                assert found.missing or found.open_questions, found.id
                assert len({p.outcome for p in found.possible}) > 1
            if found.status == "decided":
                assert (found.missing, len(found.possible)) == ((), 1 if found.kind == "choose" else 0)
        assert {m.fact for m in advice.missing} == {name for d in advice.determinations if d.headline for name in d.missing}


def test_every_answer_can_be_asked_again_in_another_process(answers: dict[str, dict[str, Advice]]) -> None:
    for advice in each(answers):
        assert pickle.loads(pickle.dumps(advice)) == advice


def test_less_is_known_nothing_firm_changes(rules: RuleBase) -> None:
    """Facts of a scenario are forgotten at random: what is still decided is what the whole case decides."""
    draw = random.Random(20261102)
    for file in SAMPLE:
        whole = case_of(file, rules)
        full = advise(whole, rules, lang="en")
        for share in (0.2, 0.6):
            kept = {name: value for name, value in whole.facts.items() if draw.random() > share}
            readings = {name: value for name, value in whole.readings.items() if draw.random() > share}
            partial = advise(dataclasses.replace(whole, facts=kept, readings=readings), rules, lang="en")
            for before in partial.determinations:
                after = full.determination(before.id)
                if before.kind == "choose" and before.status != "not_covered":
                    assert {p.outcome for p in after.possible} <= {p.outcome for p in before.possible}, (
                        file.stem,
                        before.id,
                    )
                if before.status == "decided":
                    assert after.outcome == before.outcome, (file.stem, before.id)
                assert {f.id for f in before.findings} <= {f.id for f in after.findings}, (file.stem, before.id)


def test_an_empty_case_is_answered_on_every_path(rules: RuleBase) -> None:
    """Nothing is known: nothing headline is decided favourably, and every path has something to ask."""
    for path in rules.paths:
        advice = advise({"on": "2026-11-02", "path": path}, rules, lang="en")
        assert advice.exit_code == 3
        assert advice.missing
        assert not [d.id for d in advice.determinations if d.headline and d.favourable == "yes"]


@pytest.mark.parametrize("day", ["0001-01-01", "1956-03-02", "2003-11-10", "2019-12-31", "2100-01-01", "9999-12-31"])
def test_any_day_can_be_asked_about(rules: RuleBase, day: str) -> None:
    """Far away days answer, or refuse facts that lie later; they never fall over."""
    refused: set[str] = set()
    for file in SAMPLE[::6]:
        found = case_of(file, rules)
        try:
            advice = advise(dataclasses.replace(found, on=date.fromisoformat(day)), rules, lang="fr")
        except BadInput as problem:
            refused.add(problem.key)
            continue
        for d in advice.determinations:
            assert d.status != "depends" or d.kind == "collect" or d.missing or d.open_questions, d.id
    assert refused <= {"constraint_broken"}


def test_the_order_of_the_facts_does_not_matter(rules: RuleBase) -> None:
    draw = random.Random(7)
    for file in SAMPLE[::4]:
        whole = case_of(file, rules)
        facts = list(whole.facts.items())
        draw.shuffle(facts)
        shuffled = dataclasses.replace(whole, facts=dict(facts))
        assert advise(shuffled, rules, lang="ar").to_json() == advise(whole, rules, lang="ar").to_json()


def test_python_values_are_as_good_as_a_file(rules: RuleBase) -> None:
    values: dict[str, Any] = {"on": "2026-11-02", "path": "hire_employee", "worker": {"nationalities": ["NO"], "ties": None}}
    text = "on: 2026-11-02\npath: hire_employee\nworker: {nationalities: [NO], ties: none}\n"
    assert advise(values, rules, lang="fr").to_json() == advise(read_case(text, "f", rules), rules, lang="fr").to_json()
    assert case_from_values(values, rules).facts["worker.nationalities"] == {"NO"}
