"""Running scenarios, and what they cover of the law."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree

from ...answer.advice.advise import advise
from ...answer.deciding.compiled import advisor
from ...answer.deciding.situation import Situation
from ...errors import SniaError
from ...law.logic.network import DETERMINED, LabelKind, Network, positive
from ...law.model.advice import Advice, DeterminationAdvice
from ...law.model.answer_advice import AnswerAdvice
from ...law.model.proof import ProofNode
from ...law.rulebase.base import RuleBase
from .files import load_scenarios, read_scenario
from .record import NOT_COVERED, Depends, SameState, Scenario

Progress = Callable[[int, int, str], None]


@dataclass(frozen=True)
class ScenarioResult:
    """How one scenario went: what was expected and what came, one line a difference."""

    id: str
    path: str | None
    file: str
    differences: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return not self.differences


@dataclass
class Coverage:
    """Which rules the proofs of the scenarios have shown true and false (by name, the file that showed it first), and
    which outcomes they reached."""

    rules: frozenset[str]
    outcomes: frozenset[str]
    seen_true: dict[str, str] = field(default_factory=dict)
    seen_false: dict[str, str] = field(default_factory=dict)
    reached: set[str] = field(default_factory=set)

    def see(self, determination: DeterminationAdvice, file: str) -> None:
        """Count what the proof of one expected determination contains."""
        for node in walk([determination.because, *determination.not_because]):
            if node.rule in self.rules and node.truth != "unknown":
                self._show(str(node.rule), node.truth == "true", file)
        if determination.outcome is not None:
            self.reached.add(f"{determination.id}.{determination.outcome}")
        self.reached |= {f"{determination.id}.{finding.id}" for finding in determination.findings}

    def add(self, other: Coverage) -> None:
        """Count what later scenarios have shown elsewhere."""
        self.seen_true = {**other.seen_true, **self.seen_true}
        self.seen_false = {**other.seen_false, **self.seen_false}
        self.reached |= other.reached

    def _show(self, rule: str, truth: bool, file: str) -> None:
        (self.seen_true if truth else self.seen_false).setdefault(rule, file)

    def see_answer(self, situation: Situation, answer: AnswerAdvice, file: str) -> None:
        """Count the outcome of an answer, and the rules that it, and those before it, were found by."""
        if answer.id is None:
            return
        self.reached.add(f"{answer.path}.{answer.id}")
        network, names = situation.network, list(situation.base.answers[answer.path].outcomes)
        looked_at = names[: names.index(answer.id) + 1]
        for index in network.below(positive(network.holds(answer.path, name)) for name in looked_at):
            label = network.nodes[index].label
            if label and label.kind == LabelKind.RULE and label.name in self.rules:
                truth = situation.truth(index)
                if truth is not None:
                    self._show(label.name, truth, file)

    def untested(self) -> list[str]:
        """What no scenario has shown, by name."""
        lines = [f"rule {name}: never true" for name in sorted(self.rules - self.seen_true.keys())]
        lines += [f"rule {name}: never false" for name in sorted(self.rules - self.seen_false.keys())]
        return lines + [f"outcome {name}: never reached" for name in sorted(self.outcomes - self.reached)]

    def to_json(self) -> dict[str, Any]:
        """The coverage as in the outside contract."""
        return {
            "rules": {
                "total": len(self.rules),
                "seen_true": len(self.rules & self.seen_true.keys()),
                "seen_false": len(self.rules & self.seen_false.keys()),
            },
            "outcomes": {"total": len(self.outcomes), "reached": len(self.reached & self.outcomes)},
            "untested": self.untested(),
        }


@dataclass(frozen=True)
class SuiteReport:
    """The results of a run and its coverage; for each rule, the first scenario that showed it true, and false."""

    results: tuple[ScenarioResult, ...]
    coverage: dict[str, Any]
    shown_true: dict[str, str] = field(default_factory=dict)
    shown_false: dict[str, str] = field(default_factory=dict)

    @property
    def passed(self) -> int:
        return sum(result.passed for result in self.results)

    @property
    def failed(self) -> int:
        return len(self.results) - self.passed

    def to_json(self) -> dict[str, Any]:
        """`{passed, failed, scenarios, coverage}`."""
        scenarios = [
            {"id": r.id, "path": r.path, "passed": r.passed, "differences": list(r.differences)} for r in self.results
        ]
        return {"passed": self.passed, "failed": self.failed, "scenarios": scenarios, "coverage": self.coverage}


def run_scenarios(base: RuleBase, scenarios: Sequence[Scenario], progress: Progress | None = None) -> SuiteReport:
    """Run every scenario; `progress(done, total, id)` is called after each."""
    coverage = Coverage(*universe(base))
    results = []
    for number, scenario in enumerate(scenarios, 1):
        results.append(run_scenario(base, scenario, coverage))
        if progress:
            progress(number, len(scenarios), scenario.id)
    return SuiteReport(tuple(results), coverage.to_json(), coverage.seen_true, coverage.seen_false)


def run_scenario(base: RuleBase, scenario: Scenario, coverage: Coverage | None = None) -> ScenarioResult:
    """Run one scenario and the cases beside it, and compare."""
    result = _run_one(base, scenario, coverage)
    beside = tuple(
        f"near {number}: {difference}"
        for number, near in enumerate(scenario.near, 1)
        for difference in _run_one(base, near, coverage).differences
    )
    return dataclasses.replace(result, differences=(*result.differences, *beside))


def _run_one(base: RuleBase, scenario: Scenario, coverage: Coverage | None) -> ScenarioResult:
    try:
        advice = advise(scenario.case, base)
    except SniaError as problem:
        return ScenarioResult(scenario.id, scenario.path, scenario.file, (problem.sentence(),))
    differences = tuple(_differences(scenario, advice))
    if coverage is not None and not differences:
        for determination in advice.determinations:
            if determination.id in scenario.body.expect:
                coverage.see(determination, scenario.file)
        if scenario.body.answer is not None:
            coverage.see_answer(_situation(base, scenario, advice), advice.answer, scenario.file)
    return ScenarioResult(scenario.id, scenario.path, scenario.file, differences)


def _situation(base: RuleBase, scenario: Scenario, advice: Advice) -> Situation:
    """The case of a scenario, on the network that its advice was proved on."""
    path = advice.answer.path
    return Situation(base, scenario.case, advice.on, path, advisor(base, (path,)).network)


def universe(base: RuleBase) -> tuple[frozenset[str], frozenset[str]]:
    """The rules and the outcomes that the paths can reach."""
    network = Network(base)
    pending = [name for path in base.paths.values() for name in path.determinations]
    answers = [(path, name) for path, answer in base.answers.items() for name in answer.outcomes]
    rules: set[str] = set()
    done: set[str] = set()
    for path in base.answers:
        below = network.below(network.answer(path).values())
        labels = [network.nodes[index].label for index in below]
        rules |= {label.name for label in labels if label and label.kind == LabelKind.RULE}
        pending += network.labels_below(network.answer(path).values(), *DETERMINED)
    while pending:
        name = pending.pop()
        if name in done:
            continue
        done.add(name)
        nodes = network.determination(name).values()
        rules.update(network.labels_below(nodes, LabelKind.RULE))
        pending += network.labels_below(nodes, *DETERMINED)
    outcomes = {
        f"{name}.{outcome}"
        for name in done
        for outcome in (base.determinations[name].choose or base.determinations[name].collect or ())
    }
    return frozenset(rules), frozenset({f"{path}.{name}" for path, name in answers} | outcomes)


def walk(nodes: Iterable[ProofNode | None]) -> Iterator[ProofNode]:
    """Every step of some proofs."""
    pending = [node for node in nodes if node is not None]
    while pending:
        node = pending.pop()
        yield node
        pending += node.children


def _differences(scenario: Scenario, advice: Advice) -> Iterator[str]:
    for name, expected in scenario.body.expect.items():
        try:
            determination = advice.determination(name)
        except KeyError:
            yield f"{name}: not in this path"
            continue
        yield from _difference(name, expected, determination)
    if scenario.body.answer is not None:
        yield from _answer_difference(scenario.body.answer, advice.answer)
    if advice.exit_code != scenario.body.exit:
        yield f"exit: expected {scenario.body.exit}, got {advice.exit_code}"
    if scenario.body.procedures is not None:
        yield from _same("procedures", scenario.body.procedures, [p.id for p in advice.procedures if p.certain])
    got = {amount.id: str(amount.value) for amount in advice.amounts}
    for name, value in (scenario.body.amounts or {}).items():
        if got.get(name) != value:
            yield f"{name}: expected {value}, got {got.get(name, 'no amount')}"
    cited = set(_cited(scenario, advice))
    for cite in scenario.body.cites:
        if cite not in cited:
            yield f"cites: {cite} is not cited"


def _difference(name: str, expected: Any, determination: DeterminationAdvice) -> Iterator[str]:
    got = determination.outcome if determination.kind == "choose" else [f.id for f in determination.findings]
    if expected == NOT_COVERED or determination.status == NOT_COVERED:
        if (expected == NOT_COVERED) != (determination.status == NOT_COVERED):
            yield f"{name}: expected {expected}, got {determination.status}"
    elif isinstance(expected, Depends):
        if determination.outcome is not None:
            yield f"{name}: expected to depend, got {determination.outcome}"
            return
        yield from _same(f"{name} depends", expected.depends, dict.fromkeys(p.outcome for p in determination.possible))
        yield from _same(f"{name} missing", expected.missing, determination.missing)
        yield from _same(f"{name} open", expected.open, determination.open_questions)
    elif isinstance(expected, str):
        if got != expected:
            still = ", ".join(p.outcome for p in determination.possible)
            need = ", ".join((*determination.missing, *determination.open_questions))
            yield f"{name}: expected {expected}, got {got or f'depends ({still}) on {need}'}"
    else:
        yield from _same(name, expected, got if isinstance(got, list) else [str(got)])


def _answer_difference(expected: str | Depends | SameState, got: AnswerAdvice) -> Iterator[str]:
    if isinstance(expected, str):
        reached = got.id or got.state
        if reached != expected:
            yield f"answer: expected {expected}, got {reached} (possible: {', '.join(got.possible)})"
        return
    wanted = "depends" if isinstance(expected, Depends) else expected.state
    if got.state != wanted or got.id is not None:
        yield f"answer: expected {wanted}, got {got.id or got.state}"
        return
    if isinstance(expected, SameState):
        yield from _same("answer possible", expected.possible, got.possible)
        return
    yield from _same("answer depends", expected.depends, got.possible)
    yield from _same("answer missing", expected.missing, got.missing)
    yield from _same("answer open", expected.open, got.open_questions)


def _same(what: str, expected: Iterable[str], got: Iterable[str]) -> Iterator[str]:
    want, have = set(expected), set(got)
    if want - have:
        yield f"{what}: expected but not found: {', '.join(sorted(want - have))}"
    if have - want:
        yield f"{what}: found but not expected: {', '.join(sorted(have - want))}"


def _cited(scenario: Scenario, advice: Advice) -> Iterator[str]:
    for determination in advice.determinations:
        if determination.id in scenario.body.expect:
            yield from determination.sources
            for finding in determination.findings:
                yield from finding.sources
            for node in walk([determination.because, *determination.not_because]):
                yield from node.sources
    yield from (source for answer in advice.answers for source in answer.sources)
    for procedure in advice.procedures:
        for step in procedure.steps:
            yield from step.sources
            for document in step.documents:
                yield from document.sources


def junit_xml(report: SuiteReport) -> str:
    """The report in the JUnit format that CI servers read."""
    root = ElementTree.Element(
        "testsuite", name="snia scenarios", tests=str(len(report.results)), failures=str(report.failed)
    )
    for result in report.results:
        case = ElementTree.SubElement(root, "testcase", classname=result.path or "any", name=result.id)
        if not result.passed:
            failure = ElementTree.SubElement(case, "failure", message=result.differences[0])
            failure.text = "\n".join(result.differences)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


__all__ = ["ScenarioResult", "SuiteReport", "junit_xml", "load_scenarios", "read_scenario", "run_scenario", "run_scenarios"]
