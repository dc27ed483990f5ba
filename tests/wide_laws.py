"""Small random laws in several layers, for what looks for the smallest set of facts that would change an outcome."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from small_laws import DERIVED, DOMAINS, FACTS, PARAMETERS, Drawn, comparisons, conditions


@st.composite
def wide_laws(draw: st.DrawFn, known: float) -> Drawn:
    """A law that reads four facts in several layers, and a case; the share `known` of what may be known is."""
    facts = draw(st.lists(st.sampled_from([n for n in DOMAINS if n != "a.later"]), min_size=4, max_size=4, unique=True))
    questions = {"x": {"readings": ["p", "q"]}}
    asked = [{"open_question": {"x": reading}} for reading in ("p", "q")]
    leaves = st.one_of(*[comparisons([name], False) for name in facts], st.sampled_from(asked))
    rules = {name: {"when": draw(conditions(leaves, 2))} for name in ("r1", "r2", "r3")}
    rules["r3"]["unless"] = ["r1"]
    several = st.lists(st.one_of(st.sampled_from(["r1", "r2", "r3"]), leaves), min_size=2, max_size=3)
    trees = st.one_of(several.map(lambda v: {"all": v}), several.map(lambda v: {"any": v}))
    lower = {"choose": {"e1": {"when": draw(leaves)}, "e2": {"when": draw(trees)}, "e3": {"otherwise": "yes"}}}
    premise = st.sampled_from([{"e": "e1"}, {"e": ["e1", "e3"]}, {"e": ["e2", "e3"]}, {"f": "some"}, {"f": "none"}])
    named = st.one_of(trees, st.tuples(trees, premise).map(lambda v: {"all": list(v)}), premise)
    choose = {name: {"when": draw(named)} for name in ("o1", "o2", "o3")}
    upper = {"choose": {**choose, "last": {"otherwise": "yes"}}}
    bodies: Any = {
        "fact": FACTS, "derived": DERIVED, "parameter": PARAMETERS, "open_question": questions, "rule": rules,
        "determination": {"e": lower, "f": {"collect": ["r1", "r2"]}, "d": upper},
        "constraint": {},
    }  # fmt: skip
    luck = st.floats(0, 1, allow_nan=False)
    given = {name: draw(st.sampled_from(DOMAINS[name])) for name in facts if draw(luck) <= known}
    return Drawn(bodies, tuple(facts), given, {"x": draw(st.sampled_from("pq"))} if draw(luck) <= known else {})
