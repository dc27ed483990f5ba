"""A case that names no path, where several may concern it: which ones, and how to name one."""

from __future__ import annotations

from collections.abc import Sequence

from ...law.model.advice import PathConsidered
from ...law.rulebase.base import RuleBase
from ..telling.document import Document, First
from ..telling.view import View


def paths_page(base: RuleBase, lang: str, case: str, considered: Sequence[PathConsidered]) -> Document:
    """One line a path that may concern the case, and the command for the first of them."""
    view = View(base, lang)
    concerned = [path for path in considered if path.concerned is not False]
    view.page.para(view.say("which_path"), strong=True)
    view.page.table([(path.id, path.title) for path in concerned], First.OPTION)
    view.page.command(view.say("which_path_command"), f"snia check {case} --path {concerned[0].id}")
    return view.page
