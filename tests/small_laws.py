"""Small random laws for hypothesis, as they are written, and the brute force that answers them.

A law is `bodies` by kind and id, the form that `oracle.Opinion` reads. The brute force gives every fact that is not known
each of many concrete values, asks the opinion once for each combination, and looks at what came out. It knows nothing of
classes, of masks, nor of Kleene.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st
from laws import SOURCE, filled
from oracle import Opinion
from random_law import parts

from snia_advisor.law.model.entries import KINDS
from snia_advisor.law.rulebase.base import Raw, RuleBase
from snia_advisor.law.rulebase.resolve import resolve

ON = date(2026, 3, 15)
OPTIONS = ["p", "q", "r"]
# Every value a fact may have in real life, or enough of them: dates dense around the question, numbers dense around limits.
NEAR = [None, *(ON + timedelta(days=days) for days in range(-130, 131))]
DOMAINS: dict[str, list[Any]] = {
    "a.flag": [True, False],
    "a.kind": OPTIONS,
    "a.ties": [frozenset(some) for size in range(4) for some in itertools.combinations(OPTIONS, size)],
    "a.day": NEAR,
    "a.count": list(range(7)),
    "a.wage": [None, *(Decimal(cents) / 100 for cents in (0, 99, 100, 101, 249, 250, 251, 300, 301, 999))],
    "a.later": [None, *(ON + timedelta(days=days) for days in (-40, -1, 0, 1, 40))],
}
FACTS: dict[str, dict[str, Any]] = {
    "a.flag": {"type": "yes_no"},
    "a.kind": {"type": "choice", "options": OPTIONS},
    "a.ties": {"type": "set", "options": OPTIONS},
    "a.day": {"type": "date", "none_allowed": "yes"},
    "a.count": {"type": "integer", "minimum": "0", "maximum": "6"},
    "a.wage": {"type": "decimal", "places": "2", "none_allowed": "yes"},
    "a.later": {"type": "date", "none_allowed": "yes"},
}
DERIVED: dict[str, dict[str, Any]] = {
    "c.months": {"type": "integer", "compute": {"whole_months_between": ["$a.day", "$on"]}},
    "c.until": {"type": "integer", "compute": {"whole_months_between": ["$on", "$a.day"]}},
    "c.end": {"type": "date", "compute": {"last_day_of_months": ["$a.day", "1"]}},
    "c.tripled": {"type": "decimal", "places": "2", "compute": {"product": ["$a.wage", "3"]}},
    "c.elapsed": {"type": "integer", "compute": {"days_between": ["$a.day", "$a.later"]}},
}
PARAMETERS: dict[str, dict[str, Any]] = {
    "least": {"type": "decimal", "places": "2", "series": [{"from": "none", "to": "2026-02-28", "value": "1.00"},
                                                           {"from": "2026-03-01", "to": "none", "value": "2.50"}]},
}  # fmt: skip
Bodies = dict[str, dict[str, Any]]


def base_of(bodies: Bodies) -> RuleBase:
    """The rule base that `bodies` write."""
    whole = {kind: dict(bodies.get(kind, {})) for kind in KINDS}
    whole["source"] = {"s": SOURCE}
    raws = {
        kind: {name: Raw(kind, name, filled(kind, body), "law.yaml", 1) for name, body in table.items()}
        for kind, table in whole.items()
    }
    base = RuleBase(raws, "small")
    resolve(base)
    return base


# --- drawing -----------------------------------------------------------------------------------------------------


def comparisons(facts: Iterable[str], linked: bool) -> st.SearchStrategy[Any]:
    """A comparison of one of `facts`, or of what is computed from it; `linked` ones compare two facts."""
    days = [(ON + timedelta(days=days)).isoformat() for days in (-31, -1, 0, 1, 40)]
    order = st.sampled_from(["at_least", "more_than", "at_most", "less_than", "equal"])
    when = st.sampled_from(["before", "on_or_before", "after", "on_or_after", "equal"])
    some = st.lists(st.sampled_from(OPTIONS), min_size=1, max_size=2, unique=True)
    by_fact: dict[str, list[st.SearchStrategy[Any]]] = {
        "a.flag": [st.sampled_from([{"a.flag": "yes"}, {"a.flag": "no"}])],
        "a.kind": [st.one_of(st.sampled_from(OPTIONS), some).map(lambda v: {"a.kind": v})],
        "a.ties": [
            some.map(lambda v: {"a.ties": {"includes_any": v}}),
            some.map(lambda v: {"a.ties": {"only": v}}),
            st.sampled_from([{"a.ties": "none"}, {"a.ties": {"includes": "p"}}]),
        ],
        "a.day": [
            st.tuples(when, st.sampled_from([*days, "$on"])).map(lambda v: {"a.day": {v[0]: v[1]}}),
            st.just({"a.day": "none"}),
            st.tuples(st.sampled_from(["c.months", "c.until"]), order, st.integers(-2, 2)).map(
                lambda v: {v[0]: {v[1]: str(v[2])}}
            ),
            st.tuples(when, st.sampled_from([*days, "$on"])).map(lambda v: {"c.end": {v[0]: v[1]}}),
        ],
        "a.count": [
            st.tuples(order, st.sampled_from(["0", "2", "3", "6", "$least"])).map(lambda v: {"a.count": {v[0]: v[1]}})
        ],
        "a.wage": [
            st.tuples(order, st.sampled_from(["1", "2.50", "3", "$least"])).map(lambda v: {"a.wage": {v[0]: v[1]}}),
            st.just({"a.wage": "none"}),
        ],
    }
    drawn = [strategy for name in facts for strategy in by_fact.get(name, [])]
    if linked:
        drawn += [
            when.map(lambda op: {"a.day": {op: "$a.later"}}),
            st.tuples(order, st.integers(-1, 1)).map(lambda v: {"c.elapsed": {v[0]: str(v[1])}}),
            st.tuples(order, st.sampled_from(["3", "7.50"])).map(lambda v: {"c.tripled": {v[0]: v[1]}}),
        ]
    return st.one_of(drawn)


def conditions(leaves: st.SearchStrategy[Any], depth: int = 2) -> st.SearchStrategy[Any]:
    """A tree over `leaves`."""
    if depth == 0:
        return leaves
    inner = conditions(leaves, depth - 1)
    several = st.lists(inner, min_size=1, max_size=3)
    return st.one_of(
        leaves, several.map(lambda v: {"all": v}), several.map(lambda v: {"any": v}), inner.map(lambda v: {"not": v})
    )


@dataclass(frozen=True)
class Drawn:
    """A law, the facts that it may read, and what is known of one case."""

    bodies: Bodies
    facts: tuple[str, ...]
    given: Mapping[str, Any]
    readings: Mapping[str, str]

    @property
    def unknown(self) -> tuple[str, ...]:
        return tuple(name for name in self.facts if name not in self.given)

    def values(self) -> dict[str, Any]:
        """The case as Python values."""
        values: dict[str, Any] = {"on": ON, "readings": dict(self.readings)}
        for name, value in self.given.items():
            group, _, part = name.partition(".")
            values.setdefault(group, {})[part] = value
        return values


@st.composite
def laws(draw: st.DrawFn, linked: bool = False, constrained: bool = True) -> Drawn:
    """A small law of two to four facts, its determination `d`, and a case of which some facts are known."""
    pool = [name for name in DOMAINS if name != "a.later"]
    facts = draw(st.lists(st.sampled_from(pool), min_size=2, max_size=4, unique=True))
    if linked:
        facts = list(dict.fromkeys([*facts[:2], "a.day", "a.later", "a.wage"]))
    questions = {
        name: {"readings": OPTIONS[:size]} for name, size in draw(st.sampled_from([{}, {"x": 2}, {"x": 2, "y": 3}])).items()
    }
    leaves = comparisons(facts, linked)
    asked = [{"open_question": {name: reading}} for name, body in questions.items() for reading in body["readings"]]
    if asked:
        leaves = st.one_of(leaves, leaves, st.sampled_from(asked))
    rules: dict[str, Any] = {}
    for name in ("r1", "r2", "r3", "r4")[: draw(st.integers(2, 4))]:
        known = st.one_of(leaves, leaves, st.sampled_from(list(rules))) if rules else leaves
        rules[name] = {"when": draw(conditions(known))}
        if len(rules) > 1 and draw(st.integers(0, 3)) == 0:
            rules[name]["unless"] = ["r1"]
    rules["r1"].update(draw(st.sampled_from([{}, {}, {"at": "a.day", "from": "2026-03-01"} if "a.day" in facts else {}])))
    lower = {
        "e": {
            "choose": {"e1": {"when": draw(leaves)}, "e2": {"when": draw(conditions(leaves, 1))}, "e3": {"otherwise": "yes"}}
        },
        "f": {"collect": list(rules)[:2]},
    }
    premises = [{"e": "e1"}, {"e": ["e1", "e3"]}, {"e": ["e2", "e3"]}, {"f": "some"}, {"f": "none"}, {"f": "r2"}, *rules]
    named = conditions(st.one_of(leaves, st.sampled_from(premises)), 1)
    choose = {name: {"when": draw(named)} for name in ("o1", "o2", "o3")[: draw(st.integers(1, 3))]}
    bodies: Bodies = {
        "fact": FACTS, "derived": DERIVED, "parameter": PARAMETERS, "open_question": questions, "rule": rules,
        "determination": {**lower, "d": {"choose": {**choose, "last": {"otherwise": "yes"}}}}, "constraint": {},
    }  # fmt: skip
    if constrained:
        bodies["constraint"] = draw(_constraints(facts, comparisons(facts, False)))
    given = {name: draw(st.sampled_from(DOMAINS[name])) for name in facts if draw(st.booleans())}
    readings = {
        name: draw(st.sampled_from(body["readings"])) for name, body in questions.items() if draw(st.integers(0, 3)) == 0
    }
    return Drawn(bodies, tuple(facts), given, readings)


def _constraints(facts: list[str], leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    holds = conditions(leaves, 1).map(lambda c: {"holds": c})
    follows = [
        {"a.flag": "yes"}, {"a.flag": "no"}, {"a.kind": "p"}, {"a.ties": "none"}, {"a.ties": ["p"]}, {"a.day": "none"},
        {"a.count": "2"}, {"a.wage": "none"},
    ]  # fmt: skip
    known = [then for then in follows if next(iter(then)) in facts]
    one = st.one_of(holds, st.tuples(leaves, st.sampled_from(known)).map(lambda v: {"when": v[0], "then": v[1]}))
    return st.lists(one, max_size=2).map(lambda found: {f"k{number}": body for number, body in enumerate(found)})


# --- brute force -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Answer:
    """What the brute force found: the outcomes by readings and facts, and what follows."""

    possible: frozenset[str]
    missing: frozenset[str]
    reached: frozenset[str]
    by_reading: Mapping[tuple[str, ...], frozenset[str]]
    questions: tuple[str, ...]


def brute_force(drawn: Drawn) -> Answer | None:
    """The answer on determination `d`; None when real life does not allow the case at all."""
    bodies = drawn.bodies
    questions = tuple(name for name in bodies["open_question"] if name not in drawn.readings)
    domains = [representatives(drawn, name) for name in drawn.unknown]
    combinations = list(itertools.product(*(bodies["open_question"][name]["readings"] for name in questions)))
    outcomes: dict[tuple[str, ...], dict[tuple[int, ...], str]] = {combination: {} for combination in combinations}
    for positions in itertools.product(*(range(len(domain)) for domain in domains)):
        given = {**drawn.given, **{n: domains[i][p] for i, (n, p) in enumerate(zip(drawn.unknown, positions, strict=True))}}
        if not real(bodies, given):
            continue
        for combination in combinations:
            readings = {**drawn.readings, **dict(zip(questions, combination, strict=True))}
            opinion = Opinion(bodies, given, ON, readings)
            (outcome,) = [name for name in bodies["determination"]["d"]["choose"] if opinion.outcome("d", name)]
            outcomes[combination][positions] = outcome
    if not any(outcomes.values()):
        return None
    by_reading = {combination: frozenset(found.values()) for combination, found in outcomes.items()}
    return Answer(
        frozenset().union(*by_reading.values()),
        frozenset(n for axis, n in enumerate(drawn.unknown) if any(differs(found, axis) for found in outcomes.values())),
        frozenset(n for axis, n in enumerate(questions) if differs(by_reading, axis)),
        by_reading,
        questions,
    )


def rule_truths(drawn: Drawn) -> dict[str, set[bool]]:
    """The truths that each rule has in some real case, nothing being known."""
    nothing = Drawn(drawn.bodies, drawn.facts, {}, {})
    questions = drawn.bodies["open_question"]
    answers = [dict(zip(questions, c, strict=True)) for c in itertools.product(*(q["readings"] for q in questions.values()))]
    found: dict[str, set[bool]] = {name: set() for name in drawn.bodies["rule"]}
    for values in itertools.product(*(representatives(nothing, name) for name in drawn.facts)):
        given = dict(zip(drawn.facts, values, strict=True))
        if real(drawn.bodies, given):
            for readings in answers:
                opinion = Opinion(drawn.bodies, given, ON, readings)
                for name, truths in found.items():
                    truths.add(bool(opinion.rule(name)))
    return found


def differs(found: Mapping[tuple[Any, ...], Any], axis: int) -> bool:
    """Whether two entries that differ on `axis` only have different values."""
    groups: dict[tuple[Any, ...], set[Any]] = {}
    for position, value in found.items():
        groups.setdefault((*position[:axis], *position[axis + 1 :]), set()).add(value)
    return any(len(values) > 1 for values in groups.values())


def real(bodies: Bodies, given: Mapping[str, Any]) -> bool:
    """Whether a case in which every fact is known breaks no constraint."""
    opinion = Opinion(bodies, given, ON, {})
    for body in bodies["constraint"].values():
        if "holds" in body and opinion.holds(body["holds"]) is not True:
            return False
        if "when" in body and opinion.holds(body["when"]):
            ((name, value),) = body["then"].items()
            wanted = {"yes": True, "no": False, "none": frozenset() if name == "a.ties" else None, "2": 2}
            if given[name] != (frozenset(value) if isinstance(value, list) else wanted.get(value, value)):
                return False
    return True


def representatives(drawn: Drawn, name: str) -> list[Any]:
    """The values of a fact, but for those to which every comparison of the law answers as to an earlier one.

    Only where no comparison reads another unknown fact as well; there every value is kept.
    """
    read = [leaf for leaf in leaves_of(drawn.bodies) if name in inputs(leaf)]
    if any(set(inputs(leaf)) - {name} - set(drawn.given) for leaf in read):
        return DOMAINS[name] if name != "a.day" else NEAR[:1] + NEAR[85:178:3]
    found: dict[tuple[Any, ...], Any] = {}
    for value in DOMAINS[name]:
        opinion = Opinion(drawn.bodies, {**drawn.given, name: value}, ON, {})
        found.setdefault(tuple(opinion.holds(leaf) for leaf in read), value)
    return list(found.values())


def leaves_of(bodies: Bodies) -> Iterator[Any]:
    """Every comparison that the law writes, those that dates and consequences imply included."""
    written = [body["when"] for body in bodies["rule"].values()]
    chosen = [body["choose"] for body in bodies["determination"].values() if "choose" in body]
    written += [outcome.get("when") for choose in chosen for outcome in choose.values()]
    for body in bodies["constraint"].values():
        written += [body.get("holds"), body.get("when")]
        for name, value in body.get("then", {}).items():
            if FACTS[name]["type"] in ("integer", "decimal") and value != "none":
                written.append({name: {"equal": value}})
            elif isinstance(value, list):
                written += [{name: {"only": value}}, *({name: {"includes": option}} for option in value)]
            else:
                written.append({name: value})
    for body in bodies["rule"].values():
        if "at" in body:
            written.append({body["at"]: {"on_or_after": body["from"]}})
    for condition in written:
        for part in parts(condition):
            if isinstance(part, dict) and "." in next(iter(part)):
                yield part
                yield from _each_period(part)


def _each_period(leaf: Any) -> Iterator[Any]:
    """The same comparison with every value that the parameter ever had: some rule reads it on another date."""
    ((name, wanted),) = leaf.items()
    if isinstance(wanted, dict) and next(iter(wanted.values())) == "$least":
        yield from ({name: {next(iter(wanted)): period["value"]}} for period in PARAMETERS["least"]["series"])


def inputs(leaf: Any) -> tuple[str, ...]:
    """The facts that a comparison reads."""
    ((name, wanted),) = leaf.items()
    operand = next(iter(wanted.values())) if isinstance(wanted, dict) else ""
    names = [name, *([operand[1:]] if isinstance(operand, str) and operand.startswith("$") and "." in operand else [])]
    found: list[str] = []
    for one in names:
        if one in DERIVED:
            arguments = next(iter(DERIVED[one]["compute"].values()))
            found += [argument[1:] for argument in arguments if argument.startswith("$") and "." in argument]
        else:
            found.append(one)
    return tuple(found)
