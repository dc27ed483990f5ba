"""Reading one answer in a conversation: again until it is understood, names confirmed, lists entry by entry."""

from __future__ import annotations

from typing import Any

from ...answer.telling.spelling import digits
from ...answer.telling.words import usual_text
from ...errors import BadInput
from ...law.model.values import Records
from ...law.rulebase.bounds import outside
from ...messages import say
from ...messages.formats import list_text
from .interview import Interview, Question
from .keys import Key, Pressed
from .numbers import read_yes_or_no
from .page import CHOICES_SHOWN, choices_page, record_page
from .terminal import confirmed, line, show, tell
from .understand import AskedField, Choose, field_of, parts_of, understand


def read_answer(talk: Interview, question: Question) -> Any:
    """The value that the person gives. Raises `Pressed` for a key."""
    if question.type == "records":
        return _Entries(talk, question.fact).read()
    return read_value(talk, field_of(talk.rules, question.fact))


def read_value(talk: Interview, field: AskedField) -> Any:
    """The value of a fact or of a column."""
    if field.type == "set" and field.searched:
        return _several(talk, field)
    while True:
        typed = line()
        try:
            value = understand(field, typed)
        except BadInput as problem:
            tell(problem.sentence(), problem=True)
            continue
        if not isinstance(value, Choose):
            if _meant(talk, field, value, typed):
                return value
            tell(say("ask_again"))
            continue
        chosen = _one_of(talk, field, value)
        if chosen is not None:
            return frozenset({chosen}) if field.type == "set" else chosen


def _meant(talk: Interview, field: AskedField, value: Any, typed: str) -> bool:
    """Whether a number or a date is what the person meant: asked only where it is unusual."""
    limits = outside(field.usual, value, talk.on)
    return limits is None or confirmed(say("ask_unusual", value=typed, usual=usual_text(*limits)))


def _several(talk: Interview, field: AskedField) -> frozenset[str]:
    """Options of a long list, one name after the other, until an empty line."""
    chosen: list[str] = []
    while True:
        try:
            typed = line(empty=bool(chosen))
        except Pressed as pressed:
            if pressed.key is not Key.back or not chosen:
                raise
            tell(say("ask_removed", title=_title(talk, field, chosen.pop())))
            continue
        if not typed:
            return frozenset(chosen)
        for part in parts_of(field, typed):
            options = _named(talk, field, part)
            if options == frozenset() and not chosen:
                return frozenset()
            chosen += sorted(options or ())
        if chosen:
            tell(_titles(talk, field, chosen))
            tell(say("ask_another"))


def _named(talk: Interview, field: AskedField, typed: str) -> frozenset[str] | None:
    """What one name means; None when it means nothing, or none of what was proposed."""
    try:
        value = understand(field, typed)
    except BadInput as problem:
        tell(problem.sentence(), problem=True)
        return None
    if not isinstance(value, Choose):
        return frozenset(value)
    chosen = _one_of(talk, field, value)
    return None if chosen is None else frozenset({chosen})


def _one_of(talk: Interview, field: AskedField, choice: Choose) -> str | None:
    """The option that the person confirms among those that a name may mean; None for none of them."""
    while True:
        titles = {name: _title(talk, field, name) for name in choice.ids}
        show(choices_page(talk.rules, talk.lang, titles))
        try:
            typed = line()
        except Pressed as pressed:
            if pressed.key is Key.back:
                return None
            raise
        number = digits(typed).rstrip(".")
        if number == "0":
            return None
        shown = choice.ids[:CHOICES_SHOWN]
        if number.isdigit() and 1 <= int(number) <= len(shown):
            return shown[int(number) - 1]
        if number.isdigit():
            tell(say("ask_option_number", value=typed, last=len(shown)), problem=True)
            continue
        again = field.names.find(typed)  # another name, or more letters of the same
        if again.sure:
            return again.ids[0]
        if not again.ids:
            tell(say("ask_not_found", value=typed), problem=True)
        choice = Choose(again.ids or choice.ids, typed)


def _title(talk: Interview, field: AskedField, option: str) -> str:
    return talk.rules.options(field.id)[option].to(talk.lang)


def _titles(talk: Interview, field: AskedField, options: list[str]) -> str:
    return list_text((_title(talk, field, option) for option in dict.fromkeys(options)), talk.lang)


class _Entries:
    """A list of records: entry by entry, column by column; `back` goes one column back."""

    def __init__(self, talk: Interview, fact: str) -> None:
        self.talk = talk
        self.fact = fact
        self.columns = list(talk.rules.facts[fact].fields or {})
        self.items: list[dict[str, Any]] = []

    def read(self) -> Records:
        """The list. Raises `Pressed` for a key; `back` and "I don't know" only before the first entry."""
        column = 0
        while True:
            if not self.items:
                if not _more("ask_record_any"):
                    return Records(())
                self.items.append({})
            try:
                if column < len(self.columns):
                    self._column(self.columns[column])
                    column += 1
                elif _more("ask_record_more"):
                    self.items.append({})
                    column = 0
                else:
                    return Records(tuple(self.items))
            except Pressed as pressed:
                if pressed.key is Key.unknown and column == len(self.columns):
                    return Records(tuple(self.items), complete=False)  # there may be others
                column = self._moved(pressed, column)

    def _column(self, name: str) -> None:
        field = field_of(self.talk.rules, self.fact, name)
        show(record_page(self.talk, field, len(self.items)), apart=True)
        self.items[-1][name] = read_value(self.talk, field)

    def _moved(self, pressed: Pressed, column: int) -> int:
        """The column after a key: the next one, which is left unknown, or the one before, in this entry or the last."""
        if pressed.key is Key.unknown:
            self.items[-1].pop(self.columns[column], None)
            return column + 1
        if pressed.key is not Key.back:
            raise pressed
        if column:
            return column - 1
        self.items.pop()
        return len(self.columns) - 1 if self.items else 0


def _more(question: str) -> bool:
    """Yes or no to whether there is an entry, or another one."""
    tell(say(question))
    while True:
        try:
            return read_yes_or_no(line())
        except BadInput as problem:
            tell(problem.sentence(), problem=True)
