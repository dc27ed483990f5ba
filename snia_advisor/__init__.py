"""snia_advisor: an advisor on work authorisation for foreigners in Morocco.

>>> from snia_advisor import load_rules, advise                                      # doctest: +SKIP
>>> advice = advise({"path": "hire_employee", ...}, rules=load_rules(), on=date(2026, 11, 2))   # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .version import __version__

if TYPE_CHECKING:
    from .answer.advice.advise import advise
    from .law.model.advice import Advice
    from .law.model.case import Case
    from .law.rulebase.load import load_rules

__all__ = ["Advice", "Case", "__version__", "advise", "load_rules"]
_WHERE = {
    "advise": "answer.advice.advise",
    "load_rules": "law.rulebase.load",
    "Advice": "law.model.advice",
    "Case": "law.model.case",
}


def __getattr__(name: str) -> Any:
    # The command line must start fast, so nothing is imported before it is asked for.
    if name in _WHERE:
        from importlib import import_module

        return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
    raise AttributeError(name)
