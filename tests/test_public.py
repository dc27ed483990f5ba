"""What is public: `__init__` names it, and it stays as it is."""

from __future__ import annotations

import json
import pickle

import pytest
from fishing import ON, ask, case, fishing
from pydantic import ValidationError

import snia_advisor
from snia_advisor import Advice, Case, advise
from snia_advisor.law.rulebase.case_file import case_from_values


def test_the_names() -> None:
    assert snia_advisor.__all__ == ["Advice", "Case", "__version__", "advise", "load_rules"]
    for name in snia_advisor.__all__:
        assert getattr(snia_advisor, name) is not None
        assert name in (snia_advisor.__doc__ or "") or name == "__version__"
    with pytest.raises(AttributeError):
        snia_advisor.something_else  # noqa: B018


def test_an_advice_is_a_value() -> None:
    advice = ask()
    assert isinstance(advice, Advice)
    assert advice == ask()
    assert pickle.loads(pickle.dumps(advice)) == advice
    with pytest.raises(ValidationError):
        advice.lang = "fr"
    with pytest.raises(ValidationError):
        advice.verdict.state = "yes"


def test_its_json_is_what_the_command_line_writes() -> None:
    advice = ask(trip={"catch_weight": 6})
    written = advice.model_dump_json()
    assert json.loads(written) == advice.to_json()
    assert Advice.model_validate_json(written) == advice


def test_a_case_is_a_mapping_or_a_case() -> None:
    base = fishing()
    read = case_from_values(case(), base)
    assert isinstance(read, Case)
    assert advise(read, base, ON, lang="en") == ask()
