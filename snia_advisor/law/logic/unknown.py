"""The absence of a value."""

from __future__ import annotations


class Unknown:
    """The absence of a value. There is one, and it is neither true nor false."""

    def __repr__(self) -> str:
        return "unknown"

    def __bool__(self) -> bool:
        raise TypeError("unknown is neither true nor false")


UNKNOWN = Unknown()
