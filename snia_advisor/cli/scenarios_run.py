"""`snia scenarios run`: the suite, its failures and its coverage."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from . import options
from .reply import Reply

if TYPE_CHECKING:
    from ..questions.scenarios.suite import Progress


def run(
    files: options.Scenarios = None,
    path: options.OnlyPath = None,
    junit: Annotated[str | None, typer.Option("--junit", metavar="FILE", help="opt_junit")] = None,
    force: options.Force = False,
    jobs: Annotated[int | None, typer.Option("--jobs", metavar="N", min=1, help="opt_jobs")] = None,
    json: options.Json = False,
    rules: options.Rules = None,
) -> Reply:
    """Run the scenarios; 1 when one fails."""
    from ..messages import language
    from ..questions.scenarios.chosen import of_path
    from ..questions.scenarios.jobs import run_in_processes
    from ..questions.scenarios.page import report_page
    from ..questions.scenarios.suite import junit_xml, load_scenarios
    from . import inputs

    base = inputs.rule_base(rules)
    scenarios = of_path(base, load_scenarios(base, files), path)
    with progress_bar() as progress:
        report = run_in_processes(base, scenarios, jobs, progress)
    return Reply(
        lambda: report_page(base, report, language()),
        lambda: report.to_json(),
        1 if report.failed else 0,
        files={junit: lambda: junit_xml(report)} if junit is not None else {},
    )


@contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """A bar on standard error while it is a terminal; nothing otherwise."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
    from rich.progress import Progress as Bar

    from ..messages import say

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say("scenarios_progress"), total=None)

        def advance(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total)

        yield advance
