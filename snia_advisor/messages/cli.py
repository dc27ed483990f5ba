"""cli."""

TEXTS: dict[str, tuple[str, str, str]] = {}
