"""What an entry gives of itself, beyond what is written: the columns of a list of records."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from pydantic import ValidationError

from snia_advisor.law.model.entries import Determination, Fact, OpenQuestion, Procedure

SAID = {"fr": "t", "ar": "ت", "en": "t"}
WRITTEN: dict[str, Any] = {
    "id": "shop.clients", "type": "records", "title": SAID, "question": SAID, "why": ["law"], "sensitive": "no",
    "changeable": "no", "fields": {"turnover": {"type": "decimal", "places": "2", "minimum": "0", "title": SAID}},
}  # fmt: skip


def test_a_column_is_read_like_a_fact() -> None:
    fact = Fact.model_validate(WRITTEN)
    turnover = fact.column("turnover")
    assert (turnover.id, turnover.type, turnover.places, turnover.minimum) == ("shop.clients.turnover", "decimal", 2, 0)
    assert pickle.loads(pickle.dumps(fact)).column("turnover").id == "shop.clients.turnover"
    with pytest.raises(KeyError):
        fact.column("nothing")


def test_the_id_of_a_column_is_not_written() -> None:
    field = {**WRITTEN["fields"]["turnover"], "id": "shop.other"}
    with pytest.raises(ValidationError):
        Fact.model_validate({**WRITTEN, "fields": {"turnover": field}})


def test_a_total_may_be_more_than_one_record_can_have() -> None:
    fact = Fact.model_validate(WRITTEN)
    total, number = fact.number("turnover"), fact.number(None)
    assert (total.id, total.minimum, total.places) == ("shop.clients.turnover", None, 2)
    assert (number.id, number.type, number.minimum) == ("shop.clients", "integer", 0)
    assert fact.column("turnover").minimum == 0


def test_the_conditions_of_a_procedure_are_its_own_those_of_its_steps_and_of_their_papers() -> None:
    paper = {"document": "card", "originals": "1", "copies": "0", "provided_by": "worker", "sources": ["law"]}
    step = {"step": "go", "title": SAID, "actor": "worker", "authority": "none", "sources": ["law"]}
    procedure = Procedure.model_validate(
        {
            "id": "file", "title": SAID, "when": "asked", "sources": ["law"],
            "steps": [{**step, "when": "far", "documents": [paper, {**paper, "when": "held"}]}, step],
        }
    )  # fmt: skip
    assert list(procedure.conditions()) == ["asked", "far", "held"]


def test_the_prudent_reading_is_one_of_the_readings() -> None:
    reading = {"text": SAID, "sources": ["law"]}
    written: dict[str, Any] = {
        "id": "open", "kind": "silent", "title": SAID, "question": SAID, "prudent": SAID, "ask": [],
        "readings": {"strict": reading, "lenient": reading},
    }  # fmt: skip
    assert OpenQuestion.model_validate(written).prudent_reading is None
    assert OpenQuestion.model_validate({**written, "prudent_reading": "strict"}).prudent_reading == "strict"
    with pytest.raises(ValidationError):
        OpenQuestion.model_validate({**written, "prudent_reading": "other"})
    with pytest.raises(ValidationError):
        OpenQuestion.model_validate({**written, "readings": {"strict": reading}})


@pytest.mark.parametrize(
    ("otherwise", "good"),
    [(["no", "no", "yes"], True), (["no", "no", "no"], False), (["yes", "no", "no"], False), (["no", "yes", "yes"], False)],
)
def test_the_last_outcome_and_only_it_is_what_is_left(otherwise: list[str], good: bool) -> None:
    choose = {
        name: {"title": SAID, "sources": ["law"], **({"otherwise": "yes"} if last == "yes" else {"when": "r"})}
        for name, last in zip("abc", otherwise, strict=True)
    }
    written = {"id": "d", "title": SAID, "question": SAID, "choose": choose}
    if good:
        assert list(Determination.model_validate(written).choose or {}) == ["a", "b", "c"]
    else:
        with pytest.raises(ValidationError):
            Determination.model_validate(written)
