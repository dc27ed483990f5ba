"""Running the parsed command, and wrong usage said in one sentence of the catalogue."""

from __future__ import annotations

from typing import Any

import typer

from ..answer.telling.output import show
from ..errors import BadInput
from ..messages import say


def run(group: Any, args: list[str], program: str) -> int:
    """Parse `args` and run the command. Returns its exit code; wrong usage is a `BadInput`, leaving `KeyboardInterrupt`."""
    try:
        with group.make_context(program, args) as ctx:
            code = group.invoke(ctx)
            return code if isinstance(code, int) else 0
    except typer.TyperException as problem:
        if _kind(problem) == "NoArgsIsHelpError":
            show(problem.message + "\n")
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
    """What is wrong, in the language of the process. typer names the kinds of wrong usage, and exports one of them only."""
    param = getattr(problem, "param", None)
    match _kind(problem):
        case "NoSuchOption":
            options = [o for p in _params(problem) if p.param_type_name == "option" for o in p.opts]
            return say("usage_no_option", name=problem.option_name, nearest=near(problem.option_name, options))
        case "BadOptionUsage":
            takes = "requires" in problem.message
            return say("usage_option_value" if takes else "usage_option_no_value", name=problem.option_name)
        case "MissingParameter" if param is not None:
            return say("usage_missing", name=param.metavar or param.name)
        case _ if isinstance(problem, typer.BadParameter) and param is not None:
            return say("usage_bad_value", name=param.opts[0] if param.opts else param.name)
    if "extra argument" in problem.message:
        return say("usage_extra", name=problem.message.partition("(s) (")[2].rstrip(")"))
    return say("usage_missing", name=say("meta_COMMAND"))


def _kind(problem: Exception) -> str:
    return type(problem).__name__


def _params(problem: Any) -> list[Any]:
    return problem.ctx.command.get_params(problem.ctx) if problem.ctx else []
