"""Help pages: usage, what it does, arguments, options, commands, an example; in the language of the process."""

from __future__ import annotations

from typing import Any

from ..answer.telling.document import Document, First
from ..answer.telling.output import as_shown
from ..messages import language, say

ENVIRONMENT = ("SNIA_LANG", "SNIA_RULES", "SNIA_DAYS", "SNIA_DEBUG", "PAGER", "NO_COLOR", "FORCE_COLOR")
EXIT_CODES = (0, 1, 2, 3, 4, 70)


def help_page(command: Any, ctx: Any) -> str:
    """The help of a command or group."""
    page = Document(language())
    usage = " ".join([ctx.command_path, *usage_pieces(command, ctx)])
    page.command(say("help_usage"), usage)
    page.blank()
    page.para(say("cmd_" + command.key if command.key else "cmd"), 1)
    params = command.get_params(ctx)
    _table(page, "help_arguments", [(p.metavar or p.name, p.help) for p in params if p.param_type_name == "argument"])
    _table(page, "help_options", [(option_form(p), p.help) for p in params if p.param_type_name == "option"])
    names = command.list_commands(ctx) if hasattr(command, "list_commands") else []
    _table(page, "help_commands", [(name, say("cmd_" + f"{command.key}_{name}".lstrip("_"))) for name in names])
    page.blank()
    example = "eg_" + command.key if command.key else "eg"
    page.command(say("help_example"), say(example))
    if not command.key:
        _closing(page)
    return as_shown(page)


def usage_pieces(command: Any, ctx: Any) -> list[str]:
    """What may follow the name of a command: `CASE [OUTCOME] [OPTIONS]`, in the language of the process."""
    arguments = [p for p in command.get_params(ctx) if p.param_type_name == "argument"]
    pieces = [p.metavar if p.required else f"[{p.metavar}]" for p in arguments]
    return [*pieces, f"[{say('meta_OPTIONS')}]", *([say("meta_COMMAND")] if hasattr(command, "list_commands") else [])]


def option_form(param: Any) -> str:
    """`-o, --output FILE`."""
    names = ", ".join(sorted(param.opts, key=len))
    return f"{names} {param.metavar}" if param.metavar else names


def _table(page: Document, head: str, rows: list[tuple[str, str]]) -> None:
    if not rows:
        return
    page.blank()
    page.para(say("group", text=say(head)), strong=True)
    page.table(rows, First.OPTION)


def _closing(page: Document) -> None:
    _table(page, "help_environment", [(name, say("env_" + name)) for name in ENVIRONMENT])
    _table(page, "help_exit", [(str(code), say(f"exit_{code}")) for code in EXIT_CODES])
    page.blank()
    page.para(say("help_more"))
