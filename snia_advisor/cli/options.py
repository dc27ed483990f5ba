"""The options and arguments that several commands share. The help of each is a key of the catalogue."""

from __future__ import annotations

from typing import Annotated

import typer

CaseFile = Annotated[str, typer.Argument(metavar="CASE", help="arg_case")]
PathName = Annotated[str | None, typer.Option("--path", metavar="PATH", help="opt_path")]
OnlyPath = Annotated[str | None, typer.Option("--path", metavar="PATH", help="opt_only_path")]
Set = Annotated[list[str] | None, typer.Option("--set", metavar="FACT=VALUE", help="opt_set")]
On = Annotated[str | None, typer.Option("--on", metavar="DATE", help="opt_on")]
Rules = Annotated[str | None, typer.Option("--rules", metavar="DIR", help="opt_rules")]
Time = Annotated[bool, typer.Option("--time", help="opt_time")]
FullComparison = Annotated[bool, typer.Option("--full", help="opt_full_compare")]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="opt_output")]
Force = Annotated[bool, typer.Option("--force", help="opt_force")]
Json = Annotated[bool, typer.Option("--json", help="opt_json")]
Scenarios = Annotated[str | None, typer.Argument(metavar="FILES", help="arg_scenarios")]
