"""Every fact of the law dossier is encoded, or says why not; the page that shows it is current."""

from __future__ import annotations

import runpy
from pathlib import Path

PAGE = runpy.run_path(str(Path(__file__).resolve().parent.parent / "docs" / "make_coverage.py"))


def test_every_fact_of_the_dossier_is_accounted_for() -> None:
    text, wrong = PAGE["page"]()
    assert wrong == []
    assert (PAGE["HERE"] / "coverage.md").read_text(encoding="utf-8") == text
