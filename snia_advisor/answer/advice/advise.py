"""From a case to its advice: the one function behind `check`, the scenarios and the Python API."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from ...errors import BadInput
from ...law.logic.network import Label, LabelKind
from ...law.logic.truth import FALSE_MASKS, TRUE_MASKS, Masks
from ...law.model.act_advice import SharpenAdvice
from ...law.model.advice import (
    Advice,
    Amount,
    DeterminationAdvice,
    MissingFact,
    Notice,
    OpenQuestionAdvice,
    PathConsidered,
    ProcedureAdvice,
    SourceAdvice,
)
from ...law.model.answer_advice import AnswerAdvice, ProgressAdvice
from ...law.model.case import Case
from ...law.rulebase.base import RuleBase
from ...law.rulebase.case_file import case_from_values
from ...law.rulebase.load import load_rules
from ...messages import language, say
from ..deciding.compiled import Advisor, advisor, network_of
from ..deciding.situation import Situation, case_hash
from ..planning.advised import Advised
from ..planning.lines import paper_lines, plan_lines
from ..planning.papers import tick_list
from ..planning.plan import in_order
from ..planning.record import PlanStep
from ..telling.wording import Wording
from ..timing.step_dates import schedule_of, with_dates
from ..timing.timing import Timing, calendar_of
from .acts import Acting
from .after_cutoff import may_have_changed
from .amounts import amounts
from .answers import Answering
from .deadlines import deadlines
from .determine import Determiner
from .doubts import missing_facts, open_questions
from .procedures import Procedures
from .receipt import receipt
from .sharpen import sharpened

REF_DIGITS = 6


def advise(
    case: Case | Mapping[str, Any],
    rules: RuleBase | None = None,
    on: date | None = None,
    *,
    path: str | None = None,
    lang: str | None = None,
    timing: Timing | None = None,
) -> Advice:
    """The advice on a case.

    `case` is a `Case`, or a mapping as in a case file; `on` the date of the question (default: that of the case, else
    today); `path` the goal (default: that of the case, else every path that concerns it); `lang` fr, ar or en; `timing` from
    which day on somebody acts (default: `on`), which events have happened when, which days the user corrects. Raises
    `BadInput` when the case is wrong and `EngineFault` when nothing can be proved.
    """
    return advised(case, rules, on, path=path, lang=lang, timing=timing).advice


def advised(
    case: Case | Mapping[str, Any],
    rules: RuleBase | None = None,
    on: date | None = None,
    *,
    path: str | None = None,
    lang: str | None = None,
    timing: Timing | None = None,
) -> Advised:
    """The advice on a case as `advise` gives it, with what a page needs to tell how its dates were counted."""
    base = rules if rules is not None else load_rules()
    asked = case if isinstance(case, Case) else case_from_values(dict(case), base, path)
    situation = _situation(asked, base, on, path)
    considered = consider(situation, Wording(base, lang or language()))
    paths = (situation.path,) if situation.path else tuple(p.id for p in considered if p.concerned is not False)
    if not paths:
        raise BadInput("no_path_concerns", paths=", ".join(base.paths))
    return _Advising(base, situation, paths, considered, lang or language(), timing or Timing()).advised()


def paths_of(case: Case, rules: RuleBase, on: date | None = None, lang: str | None = None) -> tuple[PathConsidered, ...]:
    """Every path, with whether it concerns a case that names none. Raises `BadInput` when the case is wrong."""
    return consider(_situation(case, rules, on, None), Wording(rules, lang or language()))


def _situation(case: Case, base: RuleBase, on: date | None, path: str | None) -> Situation:
    """The case on the day that is asked about, for the path that is named."""
    named = path or case.path
    if named is not None:
        base.paths.named("unknown_path", named)
    day = on or case.on or date.today()
    return Situation(base, dataclasses.replace(case, on=day), day, named, network_of(base))


def consider(situation: Situation, wording: Wording) -> tuple[PathConsidered, ...]:
    """Every path, with whether it concerns the case and by which condition."""
    considered = []
    for name, path in situation.base.paths.items():
        edge = situation.network.written(path.concerns, Label(LabelKind.PATH, name))
        considered.append(
            PathConsidered(
                id=name,
                title=path.title.to(wording.lang),
                concerned=situation.truth(edge),
                because=wording.condition(situation.network.nodes[edge].children[0], situation.network, situation.facts),
            )
        )
    return tuple(considered)


class _Advising:
    """The making of one advice."""

    def __init__(
        self,
        base: RuleBase,
        situation: Situation,
        paths: tuple[str, ...],
        considered: tuple[PathConsidered, ...],
        lang: str,
        timing: Timing,
    ) -> None:
        self.base = base
        self.timing = timing
        self.calendar = calendar_of(base, timing.local)
        self.lang = lang
        self.paths = [base.paths[name] for name in paths]
        self.considered = considered
        self.wording = Wording(base, lang)
        self.advisor: Advisor = advisor(base, paths)
        # The same facts, on the network that the engine has compiled.
        self.situation = Situation(base, situation.case, situation.on, situation.path, self.advisor.network)
        self.hash = case_hash(self.situation)

    def advised(self) -> Advised:
        determiner = self._determiner()
        determinations = self._determinations(determiner)
        self.answering = Answering(determiner)
        answers = tuple(self.answering.answer(path.id) for path in self.paths)
        undated = self._procedures(determiner, answers)
        start = self.timing.start or self.situation.on
        schedule = schedule_of(undated, self.situation.facts, self.calendar, start, self.timing.events)
        procedures = undated if schedule is None else with_dates(schedule, self.lang)
        steps = tuple(in_order(procedure for procedure in procedures if procedure.certain))
        advice = self._advice(determiner, answers, determinations, procedures, steps)
        return Advised(advice, schedule, steps, frozenset(self.situation.case.facts))

    def _advice(
        self,
        determiner: Determiner,
        answers: tuple[AnswerAdvice, ...],
        determinations: tuple[DeterminationAdvice, ...],
        procedures: tuple[ProcedureAdvice, ...],
        steps: tuple[PlanStep, ...],
    ) -> Advice:
        start = self.timing.start or self.situation.on
        missing = missing_facts(self.situation, self.wording, answers, determinations, self.advisor.nodes)
        doubts = open_questions(self.situation, self.wording, answers, determinations, determiner.dependences, procedures)
        names = [name for path in self.paths for name in path.amounts]
        acting = Acting(self.situation, self.wording, self.chosen, steps, start)
        cited = self.sources(answers, determinations, procedures, doubts, missing)
        counted = amounts(self.situation, self.wording, names)
        return Advice(
            lang=self.lang,
            on=self.situation.on,
            ref=self.situation.case.ref,
            answers=answers,
            progress=self.progress(determiner),
            acts=acting.acts(answers, missing, doubts),
            plan=plan_lines(steps, start, self.lang),
            papers=paper_lines(tick_list(steps, self.base, start)),
            deadlines=deadlines(self.situation, self.wording, self.chosen, start),
            determinations=determinations,
            procedures=procedures,
            missing=missing,
            sharpen=self._sharpened(determinations, procedures, names, missing),
            open_questions=doubts,
            amounts=counted,
            warnings=self.warnings(cited, counted),
            paths_considered=self.considered,
            sources=cited,
            receipt=receipt(self.situation, self._dated_by(), self.timing, self.calendar),
        )

    def _sharpened(
        self,
        determinations: Sequence[DeterminationAdvice],
        procedures: Sequence[ProcedureAdvice],
        names: Sequence[str],
        missing: Sequence[MissingFact],
    ) -> tuple[SharpenAdvice, ...]:
        asked = {fact.fact for fact in missing}
        over, settled = self.answering.passed_over, self.chosen.settled
        return sharpened(self.situation, self.wording, over, determinations, names, procedures, settled, asked)

    def _determiner(self) -> Determiner:
        engine = self.advisor.engine
        proved = engine.prove(self.situation.known_atoms(engine.order), self.hash)
        return Determiner(self.advisor, self.situation, self.wording, proved, self.hash)

    def _determinations(self, determiner: Determiner) -> tuple[DeterminationAdvice, ...]:
        determined = []
        for name in self.advisor.shown:
            owner = next((p for p in self.paths if name in p.determinations), self.paths[0])
            headline = any(name in p.headline for p in self.paths)
            determined.append(determiner.determine(name, owner.id, headline))
        return tuple(determined)

    def _procedures(self, determiner: Determiner, answers: Sequence[AnswerAdvice]) -> tuple[ProcedureAdvice, ...]:
        settled: dict[int, Masks] = {}
        for name, dependence in determiner.dependences.items():
            for outcome, node in self.advisor.nodes[name].items():
                if outcome == dependence.outcome:
                    settled[node] = TRUE_MASKS
                elif outcome not in dependence.possible:
                    settled[node] = FALSE_MASKS
        # Each answer opens its procedures; one that none opens is not shown, whatever its own condition.
        opened = tuple(dict.fromkeys(name for answer in answers for name in answer.opens))
        possible = tuple(dict.fromkeys(name for answer in answers for name in answer.may_open))
        self.chosen = Procedures(self.situation, self.wording, settled)
        return self.chosen.of(opened, possible)

    def _dated_by(self) -> set[str]:
        return {node.at for node in self.advisor.network.nodes if node.at != "on"} | {
            rule.at for rule in self.base.rules.values() if rule.at != "on"
        }

    # --- the answer in words -------------------------------------------------------------------------------------

    def progress(self, determiner: Determiner) -> tuple[ProgressAdvice, ...]:
        """Where the file stands, for each of the small determinations that say so."""
        names = dict.fromkeys(name for path in self.paths for name in self.base.answers[path.id].progress)
        return tuple(
            ProgressAdvice(id=d.id, title=d.title, outcome=d.outcome, outcome_title=d.outcome_title)
            for d in (determiner.determine(name, self.paths[0].id, headline=False) for name in names)
        )

    def warnings(self, cited: Sequence[SourceAdvice], counted: Sequence[Amount]) -> tuple[Notice, ...]:
        """What must be known of the whole advice."""
        notices = []
        known_to = self.base.law_known_to
        if self.situation.on > known_to and may_have_changed(self.base, cited, counted):
            days = {"on": self.situation.on, "known_to": known_to, "notes_to": self.base.law_notes_to}
            args = {name: self.wording.plain(day) for name, day in days.items()}
            notices.append(Notice(id="law_after_cutoff", text=say("law_after_cutoff", self.lang, **args)))
        ref = self.situation.case.ref or ""
        if sum(character.isdigit() for character in ref) >= REF_DIGITS:
            notices.append(Notice(id="ref_digits", text=say("ref_digits", self.lang)))
        for path in self.considered:
            if path.concerned is False and any(path.id == p.id for p in self.paths):
                text = say("path_not_concerned", self.lang, title=path.title, because=path.because)
                notices.append(Notice(id="path_not_concerned", text=text))
        return tuple(notices)

    def sources(
        self,
        answers: Sequence[AnswerAdvice],
        determinations: Sequence[DeterminationAdvice],
        procedures: Sequence[ProcedureAdvice],
        doubts: Sequence[OpenQuestionAdvice],
        missing: Sequence[MissingFact],
    ) -> tuple[SourceAdvice, ...]:
        """Every source cited, the highest authority first."""
        cites: list[str] = [s for answer in answers for s in answer.sources]
        for d in determinations:
            cites += [*d.sources, *(s for f in d.findings for s in f.sources)]
        for p in procedures:
            cites += [*p.sources, *(s for step in p.steps for s in step.sources)]
            cites += [s for step in p.steps for document in step.documents for s in document.sources]
        cites += [s for q in doubts for reading in q.readings for s in reading.sources]
        cites += [s for m in missing for s in m.sources]
        names = dict.fromkeys(cite.split("#")[0] for cite in cites)
        entries = [self.base.sources[name] for name in names]
        return tuple(
            SourceAdvice(
                id=s.id,
                title=s.title.to(self.lang),
                kind=s.source_kind,
                rank=s.rank,
                read=s.read,
                url=s.url,
                note=s.note.to(self.lang) if s.note else None,
            )
            for s in sorted(entries, key=lambda s: s.rank)
        )
