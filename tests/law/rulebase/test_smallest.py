"""The smallest rule base of `docs/authoring.md` is one: it loads, nothing is wrong with it, and it answers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from snia_advisor.answer.advice.advise import advise
from snia_advisor.law.rulebase.load import load_rules
from snia_advisor.questions.checks.rule_base import check_rules

PAGE = Path(__file__).parents[3] / "docs" / "authoring.md"


def test_the_smallest_rule_base_works(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8").partition("## The smallest rule base")[2]
    written = page.partition("```yaml\n")[2].partition("```")[0]
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "law.yaml").write_text(written, encoding="utf-8")
    assert check_rules(tmp_path / "rules", date(2026, 1, 10)) == []
    base = load_rules(tmp_path / "rules")
    for expires, answer in ((date(2026, 1, 10), "yes_now"), (date(2026, 1, 9), "not_now")):
        case = {"on": date(2026, 1, 10), "angler": {"permit_expires": expires}}
        assert advise(case, base).answer.id == answer
    assert advise({"on": date(2026, 1, 10)}, base, path="fish").answer.state == "depends"
