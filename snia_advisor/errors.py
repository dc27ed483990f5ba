"""Every error that snia_advisor raises on purpose.

::

    SniaError                     exit code   what it means
    ├── BadInput                  2           the case, the file or the command line is wrong
    ├── RuleBaseError             2           a file of the rule base is wrong (file, line)
    └── EngineFault               70          the engine failed: no answer is given
        ├── EngineMissing         70          the engine cannot be imported
        ├── EngineLimit           70          a rule does not fit the safe core of the engine
        └── EngineDisagreement    70          engine and specification differ on a rule

An error is a sentence of the catalogue (`messages`): a key and its arguments, so that it can be said in
French, Arabic and English. `place` is ``file:line`` when the error has one.
"""

from __future__ import annotations

from typing import Any


class SniaError(Exception):
    """A problem that is told to the user in one sentence."""

    exit_code = 70

    def __init__(self, key: str, *, place: str | None = None, **args: Any) -> None:
        self.key = key
        self.place = place
        self.args_ = args
        super().__init__(key)

    def sentence(self, lang: str | None = None) -> str:
        """The message in `lang` (default: the language of the process), with its place in front."""
        from .messages import say

        text = say(self.key, lang=lang, **self.args_)
        return f"{self.place}: {text}" if self.place else text

    def __str__(self) -> str:
        return self.sentence()

    def __reduce__(self) -> tuple[Any, ...]:
        return (_rebuild, (type(self), self.key, self.place, self.args_))


def _rebuild(kind: type[SniaError], key: str, place: str | None, args: dict[str, Any]) -> SniaError:
    return kind(key, place=place, **args)


class BadInput(SniaError):
    """The user's file, fact, option or command is wrong."""

    exit_code = 2


class RuleBaseError(SniaError):
    """A file under `rules/` is wrong."""

    exit_code = 2


class EngineFault(SniaError):
    """The engine failed; an answer would not be proved, so none is given."""


class EngineMissing(EngineFault):
    """`durable_rules_engine` cannot be imported."""


class EngineLimit(EngineFault):
    """A rule is larger than the safe core of the engine allows."""


class EngineDisagreement(EngineFault):
    """The engine and the specification do not agree on a node."""
