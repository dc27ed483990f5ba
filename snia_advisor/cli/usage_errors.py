"""Running the parsed command, and wrong usage said in one sentence of the catalogue."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer

from ..answer.telling.output import emit
from ..errors import BadInput
from ..messages import say

# typer brings its own copy of click, or, in older versions, uses click itself: its usage errors stand in one module.
click: Any = import_module(typer.BadParameter.__module__)


def run(group: Any, args: list[str], program: str) -> int:
    """Parse `args` and run the command. Returns its exit code; wrong usage is a `BadInput`, leaving `KeyboardInterrupt`."""
    try:
        with group.make_context(program, args) as ctx:
            code = group.invoke(ctx)
            return code if isinstance(code, int) else 0
    except click.UsageError as problem:
        if type(problem).__name__ == "NoArgsIsHelpError":
            emit(problem.message + "\n")
            return 0
        raise BadInput("usage", reason=reason(problem)) from None
    except typer.Exit as ended:
        return ended.exit_code
    except typer.Abort:
        raise KeyboardInterrupt from None


def check_command(group: Any, args: list[str]) -> None:
    """Refuse a command that does not exist, with the nearest one."""
    name = args[0]
    if name not in group.tree and not name.startswith("-"):
        raise wrong("usage_no_command", name=name, nearest=near(name, group.tree))


def wrong(key: str, **args: Any) -> BadInput:
    """Wrong usage, as an error of the program."""
    return BadInput("usage", reason=say(key, **args))


def near(name: str, names: Any) -> str:
    """The nearest name, or all of them."""
    from difflib import get_close_matches

    close = get_close_matches(name, list(names), n=1, cutoff=0.5)
    return close[0] if close else ", ".join(names)


def reason(problem: Any) -> str:
    """What is wrong, in the language of the process."""
    if isinstance(problem, click.NoSuchOption):
        options = problem.possibilities or [o for p in _params(problem) if p.param_type_name == "option" for o in p.opts]
        return say("usage_no_option", name=problem.option_name, nearest=near(problem.option_name, options))
    if isinstance(problem, click.BadOptionUsage):
        takes = "requires" in problem.message
        return say("usage_option_value" if takes else "usage_option_no_value", name=problem.option_name)
    if isinstance(problem, click.MissingParameter) and problem.param is not None:
        return say("usage_missing", name=problem.param.metavar or problem.param.name)
    if isinstance(problem, click.BadParameter) and problem.param is not None:
        return say("usage_bad_value", name=problem.param.opts[0] if problem.param.opts else problem.param.name)
    if "extra argument" in problem.message:
        return say("usage_extra", name=problem.message.partition("(s) (")[2].rstrip(")"))
    return say("usage_missing", name="COMMAND")


def _params(problem: Any) -> list[Any]:
    return problem.ctx.command.get_params(problem.ctx) if problem.ctx else []
