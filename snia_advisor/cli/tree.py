"""The tree of commands. A command's module is imported when the command is run or asked for help, not before."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from importlib import import_module
from types import MappingProxyType
from typing import Annotated, Any, get_args

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

from ..messages import catalogue, say
from . import reply
from .help import help_page

Tree = Mapping[str, "Tree | None"]
COMMANDS: Tree = {
    "ask": None,
    "check": None,
    "why": None,
    "plan": None,
    "whatif": None,
    "compare": None,
    "watch": None,
    "scenarios": {"run": None, "list": None, "show": None},
    "rules": {"list": None, "show": None, "check": None},
    "calendar": {"add": None, "list": None, "check": None},
    "facts": None,
    "sources": None,
    "schema": None,
    "doctor": None,
}
COMPLETION = ("install_completion", "show_completion")  # the options that typer brings


class Worded:
    """A command or group whose texts are those of the catalogue: `cmd_` and `eg_` with its `key`."""

    key: str = ""

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The help page, in the language of the process."""
        formatter.write(help_page(self, ctx))

    def get_help_option(self, ctx: Any) -> Any:
        """`--help`, described in the language of the process."""
        option = super().get_help_option(ctx)  # type: ignore[misc]
        if option is not None:
            option.help = say("opt_help")
            option.default = False  # typer would import pydantic to read that it was not given
            option.callback = _show_help
        return option

    def get_short_help_str(self, limit: int = 45) -> str:
        """One line for the list of commands."""
        return command_text(self.key)


class Command(Worded, TyperCommand):
    """A command."""


class Group(Worded, TyperGroup):
    """A group of commands, made when they are asked for."""

    tree: Tree = MappingProxyType({})

    def list_commands(self, ctx: Any) -> list[str]:
        """The names, without importing anything."""
        return list(self.tree)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command or group `cmd_name`, None when there is none."""
        if cmd_name not in self.tree:
            return None
        key = f"{self.key}_{cmd_name}".lstrip("_")
        below = self.tree[cmd_name]
        return command(key, cmd_name) if below is None else group(key, cmd_name, below)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """An unknown command is refused with the nearest name."""
        from .usage_errors import check_command

        check_command(self, args)
        return super().resolve_command(ctx, args)


def command_text(key: str) -> str:
    """What a command does, in one sentence or two."""
    return say(f"cmd_{key}" if key else "cmd")


def command(key: str, name: str) -> Command:
    """The command of the module `key`, its options described in the language of the process."""
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    module = import_module(f"{__package__}.{key}")
    app.command(name, cls=Command)(_spoken(module.run, getattr(module, "FORMATS", ())))
    made: Command = _worded(get_command(app), key)
    return made


def group(key: str, name: str, tree: Tree) -> Group:
    """A group below the root."""
    app = typer.Typer(name=name, cls=Group, add_completion=False, rich_markup_mode=None, no_args_is_help=True)
    app.callback()(_spoken(_no_options))
    made: Group = _worded(get_command(app), key)
    made.tree = tree
    return made


def root(completion: bool = True) -> Group:
    """`snia` itself; its options of `completion` cost an import of pydantic, so they are left out before a command."""
    app = typer.Typer(cls=Group, add_completion=completion, rich_markup_mode=None, no_args_is_help=True)
    app.callback()(_spoken(_root_options))
    made: Group = _worded(get_command(app), "")
    made.tree = COMMANDS
    return made


def _worded(made: Any, key: str) -> Any:
    made.key = key
    for param in made.params:
        if param.name in COMPLETION:
            param.help = say("opt_" + param.name)
    return made


def _spoken(run: Callable[..., reply.Reply | None], formats: Sequence[str] = ()) -> Callable[..., int | None]:
    """`run` as typer takes it: its reply is written, to a file in one of `formats`; the options that every command has are
    declared, and each help is a sentence instead of its key."""

    def spoken(lang: bool = False, no_pager: bool = False, **options: Any) -> int | None:
        reply.require_target(formats, **options)
        answer = run(**options)
        return None if answer is None else reply.write(answer, **options)

    declared = inspect.signature(run, eval_str=True)
    everywhere = inspect.signature(_everywhere, eval_str=True).parameters.values()
    told = [_described(parameter) for parameter in (*declared.parameters.values(), *everywhere)]
    spoken.__signature__ = declared.replace(parameters=told)  # type: ignore[attr-defined]
    return spoken


def _described(parameter: inspect.Parameter) -> inspect.Parameter:
    kind, written = get_args(parameter.annotation)
    info = copy(written)
    info.help = say(info.help)
    info.metavar = spoken_metavar(info.metavar)
    return parameter.replace(annotation=Annotated[kind, info])


def spoken_metavar(written: str | None) -> str | None:
    """What an option or an argument takes, in the language of the process; what is typed letter by letter stays so."""
    known = catalogue()
    return written and re.sub(r"[A-Z]+", lambda word: say(key) if (key := f"meta_{word[0]}") in known else word[0], written)


def _everywhere(
    no_pager: Annotated[bool, typer.Option("--no-pager", help="opt_no_pager")] = False,
    lang: Annotated[bool, typer.Option("--lang", metavar="fr|ar|en", help="opt_lang")] = False,
) -> None:
    """The options of every command. They are read and taken out before anything else, wherever they stand (`main.py`); here
    they are declared, for the help and for completion, both as flags, since typer would import pydantic to read a value."""


def _no_options() -> None:
    """A group has no option of its own."""


def _show_help(ctx: Any, param: Any, asked: bool) -> None:
    if asked and not ctx.resilient_parsing:
        from ..answer.telling.output import show

        show(ctx.get_help() + "\n")
        raise typer.Exit(0)


def _show_version(asked: bool) -> None:
    if asked:
        from ..answer.telling.output import emit
        from ..version import __version__

        emit(f"snia_advisor {__version__}\n")
        raise typer.Exit(0)


def _root_options(
    version: Annotated[bool, typer.Option("--version", help="opt_version", callback=_show_version, is_eager=True)] = False,
) -> None:
    """The options of `snia` before a command."""
