"""JSON: what the program holds exactly is text there, and comes back as it was."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from fishing import ask
from pydantic import BaseModel, Field

from snia_advisor.answer.telling.as_json import dump
from snia_advisor.law.model.advice import Advice, Notice


def test_days_decimals_and_records() -> None:
    record = {"day": date(2026, 11, 2), "fee": Decimal("90.50"), "notice": Notice(id="a", text="é")}
    assert json.loads(dump(record)) == {"day": "2026-11-02", "fee": "90.50", "notice": {"id": "a", "text": "é"}}
    assert "é" in dump(record)
    assert dump({"a": [1]}) == '{\n  "a": [\n    1\n  ]\n}\n'
    assert dump(record, escaped=True).isascii()
    with pytest.raises(TypeError):
        dump({"what": object()})


def test_an_advice_comes_back_from_its_json() -> None:
    advice = ask(trip={"rods": 3})
    assert {type(line.value) for line in advice.amounts[0].lines} == {Decimal}
    assert Advice.model_validate_json(advice.model_dump_json()) == advice
    assert advice.to_json()["amounts"][0]["value"] == "285.75"


class Aliased(BaseModel):
    """A record with a word of Python among its fields."""

    from_: int = Field(alias="from")


def test_a_field_has_the_name_that_is_written() -> None:
    assert json.loads(dump([Aliased(**{"from": 1})])) == [{"from": 1}]
