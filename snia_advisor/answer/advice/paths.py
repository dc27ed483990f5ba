"""No answer yet: the paths that may concern a case that names none, as JSON values."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from ...law.model.advice import PathConsidered


def paths_json(lang: str, on: date, considered: Sequence[PathConsidered]) -> dict[str, Any]:
    """No answer yet: every path, with whether it concerns the case and by which condition."""
    paths = [path.model_dump(mode="json") for path in considered]
    return {"schema_version": 2, "lang": lang, "on": on.isoformat(), "answer": None, "paths_considered": paths}
