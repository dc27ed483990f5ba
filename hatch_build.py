"""Build hook: the wheel carries the law. The YAML is checked and compiled to JSON, and goes in beside the scenarios."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileRules(BuildHookInterface):  # type: ignore[type-arg]
    """Refuses to build a package whose rule base does not load."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        if self.target_name != "wheel" or version == "editable":
            return  # a checkout compiles on the fly
        root = Path(self.root)
        sys.path.insert(0, self.root)
        from snia_advisor.law.rulebase.load import from_yaml, to_json

        compiled = Path(tempfile.mkdtemp()) / "rules.json"
        compiled.write_text(to_json(from_yaml(root / "rules")), encoding="utf-8")
        included = build_data["force_include"]
        included[str(compiled)] = "snia_advisor/data/rules.json"
        included[str(root / "rules")] = "snia_advisor/data/rules"
        included[str(root / "scenarios")] = "snia_advisor/data/scenarios"
