"""The one file that touches durable-rules.

It uses the C module and nothing else: no `Host`, no threads, no consequents, no `delete_state`. One shard is one engine
ruleset with its single default state: assert a flat fact, read every firing, retract. Anything unexpected, an interrupt
included, poisons the ruleset, because its state is then unknown.
"""

from __future__ import annotations

import itertools
import json
import sys
import threading
from typing import Any

from ...errors import EngineFault, EngineMissing

FACT_ID = '{"id":"case"}'
_serial = itertools.count()


def engine_module() -> Any:
    """The C module of durable-rules. Raises `EngineMissing` with the command that repairs it."""
    try:
        import durable_rules_engine
    except ImportError:
        raise EngineMissing("engine_missing", python=sys.executable or "python3") from None
    return durable_rules_engine


class Ruleset:
    """One engine ruleset of pure conjunctions over booleans."""

    def __init__(self, definition: dict[str, object]) -> None:
        self._engine = engine_module()
        self._thread = threading.get_ident()
        self._poisoned = False
        self._handle = self._create(definition)

    def _create(self, definition: dict[str, object]) -> int:
        name = f"snia{next(_serial)}"
        try:
            return int(self._engine.create_ruleset(name, json.dumps(definition)))
        except Exception as problem:
            raise EngineFault("engine_fault", reason=str(problem)) from problem

    def fire(self, fact: dict[str, bool]) -> list[str]:
        """The names of the rules that `fact` fires, in firing order. The ruleset is clean again afterwards."""
        if self._poisoned:
            raise EngineFault("engine_fault", reason="poisoned")
        if threading.get_ident() != self._thread:
            raise EngineFault("engine_fault", reason="thread")
        self._poisoned = True
        try:
            fired = self._run(json.dumps({"id": "case", **fact}))
        except EngineFault:
            raise
        except Exception as problem:
            raise EngineFault("engine_fault", reason=str(problem)) from problem
        self._poisoned = False
        return fired

    def _run(self, fact: str) -> list[str]:
        code, state = self._engine.assert_fact(self._handle, fact)
        fired: list[str] = []
        if code == 0:
            started = self._engine.start_action_for_state(self._handle, state)
            if not started:
                raise EngineFault("engine_fault", reason="no action")
            message = started[1]
            while message:
                fired.append(next(iter(json.loads(message))))
                message = self._engine.complete_and_start_action(self._handle, state)
        elif code != 1:
            raise EngineFault("engine_fault", reason=f"code {code}")
        self._engine.retract_fact(self._handle, FACT_ID)
        return fired
