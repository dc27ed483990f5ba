"""The interview on a terminal: one question after the other, then the advice."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shlex import quote
from typing import Any

from ...answer.planning.advised import Advised
from ...answer.telling.document import Document
from ...answer.telling.output import complain, note_written, write_file
from ...answer.telling.spelling import digits
from ...answer.telling.target import format_of
from ...errors import BadInput
from ...law.model.case import Case
from ...law.rulebase.base import RuleBase
from ...law.rulebase.case_file import OWN_KEYS, read_case
from ...law.rulebase.case_text import case_text
from ...law.rulebase.strict_yaml import parse, read_text
from ...messages import language, say
from .interview import Interview, Question
from .keys import Key, Pressed
from .names import NamedEntry, Names
from .page import help_page, keys, noted_page, paths_page, question_page
from .terminal import confirmed, line, raw_line, show, tell
from .typed import read_answer
from .understand import field_of


def converse(
    base: RuleBase,
    path: str | None,
    on: date | None,
    case: Case | None = None,
    source: str | None = None,
    save: str | None = None,
    force: bool = False,
    further: Sequence[str] = (),
) -> tuple[Advised, Case] | None:
    """Ask until nothing more can matter: the advice and the facts it rests on; None when the person stopped.

    `source` is the file the case came from, `save` the one it goes to, whatever stands there if `force`; `further` what to
    ask beyond the headline. Raises `BadInput` when the case is wrong.
    """
    try:
        gc.freeze()  # the law stays in memory; looking through it for rubbish would hold up a question
        chosen = path or (case.path if case else None) or _chosen_path(base, case, on)
        talk = _Talk(Interview(base, chosen, on, case, language(), further), source, save, force)
        answer = talk.run()
        return None if answer is None else (answer, talk.talk.case)
    except Pressed:
        complain(say("ask_stopped"))
        return None


def _chosen_path(base: RuleBase, case: Case | None, on: date | None) -> str:
    """The path that the person chooses; with facts already given, among those that still may concern them."""
    names = list(base.paths)
    if case is not None and case.facts:
        names = _concerned(base, case, on) or names
        if len(names) == 1:
            return names[0]
    matches = Names(
        NamedEntry(name, (p.title.fr, p.title.ar, p.title.en)) for name, p in base.paths.items() if name in names
    )
    show(paths_page(base, language(), names))
    while True:
        try:
            typed = line()
        except Pressed as pressed:
            if pressed.key is Key.quit:
                raise
            if pressed.key is Key.help:
                page = Document(language())
                keys(page)
                show(page)
            else:
                tell(say("ask_path_first"), problem=True)
            continue
        number = digits(typed).rstrip(".")
        if number.isdigit() and 1 <= int(number) <= len(names):
            return names[int(number) - 1]
        meant = matches.find(typed).ids if not number.isdigit() else ()
        if len(meant) == 1:
            return meant[0]
        if meant:
            names = list(meant)
            show(paths_page(base, language(), names))
        else:
            tell(say("ask_option_form", value=typed, last=len(names)), problem=True)


def _concerned(base: RuleBase, case: Case, on: date | None) -> list[str]:
    from ...answer.advice.advise import consider
    from ...answer.deciding.situation import Situation
    from ...answer.telling.wording import Wording

    situation = Situation(base, case, on or case.on or date.today(), None)
    return [path.id for path in consider(situation, Wording(base, language())) if path.concerned is not False]


class _Talk:
    """One interview with one person."""

    def __init__(self, talk: Interview, source: str | None, save: str | None, force: bool = False) -> None:
        self.talk = talk
        self.source = source
        self.target = save
        self.force = force

    def run(self) -> Advised | None:
        """Question after question, then the advice; None once the case was saved to be taken up again."""
        while True:
            question = self.talk.next()
            if question is None:
                answer = self._end()
                if answer is not None:
                    return answer
                continue
            show(question_page(self.talk, field_of(self.talk.rules, question.fact), question), apart=True)
            if self._answered(question):
                return None

    def _answered(self, question: Question) -> bool:
        """Read one answer or key; True when the person stops."""
        try:
            value = self._value(question)
        except Pressed as pressed:
            return self._press(pressed, question)
        try:
            self.talk.answer(value)
        except BadInput as problem:
            self._refuse(problem)
        else:
            show(noted_page(self.talk, question.fact))
        return False

    def _value(self, question: Question) -> Any:
        """The answer; help is given on the way, as often as it is asked for."""
        while True:
            try:
                return read_answer(self.talk, question)
            except Pressed as pressed:
                if pressed.key is not Key.help:
                    raise
                show(help_page(self.talk, field_of(self.talk.rules, question.fact), question), apart=True)

    def _refuse(self, problem: BadInput) -> None:
        """An answer that real life does not allow: the statement it breaks, and the answers it does not go with."""
        if "text" not in problem.args_:
            tell(problem.sentence(), problem=True)
            return
        tell(say("ask_refused", text=problem.args_["text"]), problem=True)
        facts = [name for name in str(problem.args_.get("facts", "")).split(", ") if name in self.talk.rules.facts]
        if facts:
            titles = say("semicolon").join(self.talk.rules.facts[name].title.to(language()) for name in facts)
            tell(say("ask_check_them", facts=titles))

    def _press(self, pressed: Pressed, question: Question) -> bool:
        if pressed.key is Key.back:
            taken = self.talk.back()
            tell(say("ask_taken_back" if taken else "ask_first"), problem=not taken)
        elif pressed.key is Key.unknown:
            self.talk.dont_know()
            show(noted_page(self.talk, question.fact))
        elif pressed.key is Key.save:
            return self._save()
        else:
            raise pressed
        return False

    # --- the end ---------------------------------------------------------------------------------------------------

    def _end(self) -> Advised | None:
        """The advice; None when the answers together turn out to be impossible, and the last one is taken back."""
        try:
            answer = self.talk.advised()
        except BadInput as problem:
            if not self.talk.back():
                raise
            self._refuse(problem)
            return None
        tell(say("ask_done_unknown" if answer.advice.missing else "ask_done"))
        if self.target is not None:
            self._save()
        return answer

    def _save(self) -> bool:
        """Write the case; False when the person would rather go on."""
        while True:
            name = self.target or self._named()
            self.target = None
            if not name:
                return False
            try:
                format_of(name, ("yaml",))
                if not self._may_replace(name):
                    continue
                write_file(name, case_text(self.talk.case, self.talk.rules, self.talk.dated))
            except BadInput as problem:
                tell(problem.sentence(), problem=True)
                continue
            note_written(name)
            if self.talk.next() is not None:
                tell(say("ask_resume", file=quote(name)))
            return True

    @staticmethod
    def _named() -> str:
        tell(say("ask_file"))
        return os.path.expanduser(raw_line())

    def _may_replace(self, name: str) -> bool:
        """A new file, the case that this one continues, or whatever the person agrees to replace."""
        if not os.path.exists(name):
            return True
        kind = "case" if _is_case(name, self.talk.rules) else "other"
        same = self.source is not None and os.path.exists(self.source) and os.path.samefile(name, self.source)
        return self.force or (same and kind == "case") or confirmed(say("ask_replace_" + kind, file=name))


def _is_case(name: str, base: RuleBase) -> bool:
    """Whether a file holds a case and nothing else: a scenario is more than a case."""
    try:
        text = read_text(Path(name))
        groups = {fact.partition(".")[0] for fact in base.facts}
        return set(parse(text, name)) <= {*OWN_KEYS, *groups} and read_case(text, name, base) is not None
    except (BadInput, TypeError):
        return False
