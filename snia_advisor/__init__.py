"""snia_advisor: an advisor on work authorisation for foreigners in Morocco.

What is public, and what `__all__` names:

    load_rules()                  the rule base, read once in a process; whoever gives `advise` none gets it
    advise(case, rules, on=...)   the advice on a `Case`, or on a mapping as a case file writes it
    Advice                        the answer: frozen, compared by value, pickled; `advice.model_dump_json()` gives
                                  its JSON, whose shape `snia schema advice` prints and `schema_version` numbers
    Case                          the facts, the date of the question, the readings that an authority has confirmed

and `snia_advisor.errors`, whose classes say what each raises. Every other module is the inside of the house: it may change
from one version to the next.

>>> from snia_advisor import load_rules, advise                                      # doctest: +SKIP
>>> advice = advise({"path": "hire_employee", ...}, rules=load_rules(), on=date(2026, 11, 2))   # doctest: +SKIP
>>> print(advice.model_dump_json())                                                             # doctest: +SKIP
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
