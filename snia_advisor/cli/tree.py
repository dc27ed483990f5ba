"""The tree of commands. A command's module is imported when the command is run or asked for help, not before."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from ..messages import catalogue, say
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
LANG = Annotated[str | None, typer.Option("--lang", metavar="fr|ar|en", help="opt_lang", expose_value=False)]


class AsTyped:
    """Values stay the text that was typed; typer would import pydantic to convert text to text, even for a help page."""

    @staticmethod
    def coerce(value: Any, param: Any, ctx: Any) -> Any:
        """The value as it is; several values are never None."""
        return () if value is None and (param.multiple or param.nargs == -1) else value


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
            option.help, option._runtime_param = say("opt_help"), AsTyped
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
    run = import_module(f"{__package__}.{key}").run
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command(name, cls=Command)(run)
    made: Command = _worded(typer.main.get_command(app), key)
    return made


def group(key: str, name: str, tree: Tree) -> Group:
    """A group below the root."""
    app = typer.Typer(name=name, cls=Group, add_completion=False, rich_markup_mode=None, no_args_is_help=True)
    app.callback()(_no_options)
    made: Group = _worded(typer.main.get_command(app), key)
    made.tree = tree
    return made


def root() -> Group:
    """`snia` itself."""
    app = typer.Typer(cls=Group, add_completion=True, rich_markup_mode=None, no_args_is_help=True)
    app.callback()(_root_options)
    made: Group = _worded(typer.main.get_command(app), "")
    made.tree = COMMANDS
    return made


def _worded(made: Any, key: str) -> Any:
    made.key = key
    if key:
        made.params += _lang_option()
    for param in made.params:
        param._runtime_param = AsTyped
        known = [key for key in (param.help, "opt_" + param.name) if key in catalogue()]
        param.help = say(known[0]) if known else ""
    return made


def _lang_option() -> list[Any]:
    app = typer.Typer(add_completion=False, rich_markup_mode=None)
    app.command()(_lang_only)
    return typer.main.get_command(app).params


def _lang_only(lang: LANG = None) -> None:
    """`--lang` is read before anything else (`main.asked_language`); here it is declared, for the parser and the help."""


def _no_options() -> None:
    """A group has no option of its own."""


def _show_version(asked: bool) -> None:
    if asked:
        from ..answer.telling.output import emit
        from ..version import __version__

        emit(f"snia_advisor {__version__}\n")
        raise typer.Exit(0)


def _root_options(
    version: Annotated[bool, typer.Option("--version", help="opt_version", callback=_show_version, is_eager=True)] = False,
    lang: LANG = None,
) -> None:
    """The options of `snia` before a command."""
