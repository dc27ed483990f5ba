"""Random laws and random cases, in every shape the language allows.

What is drawn is what a lawyer could write: entries as text, in an order that says nothing. Values come from short lists of
numbers and days around a few pivots, so that comparisons often fall on their limit, one below it and one above.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from laws import SOURCE, TEXT, filled

from snia_advisor.law.model.entries import KINDS
from snia_advisor.law.rulebase.base import Raw, RuleBase

PIVOTS = [
    date(2006, 3, 1), date(2008, 2, 29), date(2024, 2, 29), date(2025, 1, 31), date(2025, 2, 28), date(2025, 6, 30),
    date(2026, 1, 1), date(2026, 2, 28), date(2026, 8, 31),
]  # fmt: skip
EXTREMES = [date.min, date.max]
DECIMALS = [Decimal(text) for text in ("0.00", "17.10", "17.1", "17.11", "17.92", "17.93", "60.00", "-0.01", "3")]
OPTIONS = ["p", "q", "r", "s"]
NUMBER_OPS = ["at_least", "more_than", "at_most", "less_than", "equal"]
DATE_OPS = ["before", "on_or_before", "after", "on_or_after", "equal"]
TYPES = ["yes_no", "choice", "set", "date", "integer", "decimal", "records"]
TOTALS = ["0", "17.10", "17.11", "34.20", "35.02", "35.03", "60.00", "95.25"]
LIMITS = [{}, {"minimum": "0"}, {"minimum": "1"}, {"maximum": "0"}, {"minimum": "0", "maximum": "6"}]  # of a column
ENDS = ["0", "1", "3", "5", "17.10", "60"]
USUAL = {  # thresholds that results of these functions come near
    "whole_years_between": [-1, 0, 1, 17, 18, 19],
    "whole_months_between": [-1, 0, 1, 6, 12, 216],
    "days_between": [-365, -1, 0, 1, 28, 31, 365],
}
SIGNATURES = {  # D date, I integer, N number, C column, Y yes or no, T table; the last N of three may be left out
    "whole_years_between": "DD", "whole_months_between": "DD", "days_between": "DD", "add_days": "DI", "add_months": "DI",
    "add_years": "DI", "last_day_of_months": "DI", "end_of_month": "DI",
    "later_of": "DD", "earlier_of": "DD", "product": "NNN", "sum": "NNN",
    "share": "NN", "difference": "NN", "quotient": "NN", "largest": "NNN", "smallest": "NNN", "if_at_least": "NNNN",
    "if_yes": "YNN", "bracket": "NT", "service_hours": "DDT", "service_hours_full_years": "DDT", "count": "C",
    "sum_excess": "CN", "sum_capped": "CN",
}  # fmt: skip
OF_COLUMNS = ["sum", "count", "sum_excess", "sum_capped"]


class RandomLaw:
    """One random law. The same seed gives the same law and the same cases."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)
        self.bodies: dict[str, dict[str, Any]] = {kind: {} for kind in KINDS}
        self.bodies["source"]["s"] = SOURCE
        self._vocabulary()
        self._law()

    def base(self) -> RuleBase:
        """The rule base, its entries in any order."""
        raws: dict[str, dict[str, Raw]] = {}
        for kind, bodies in self.bodies.items():
            names = self.random.sample(list(bodies), len(bodies))
            raws[kind] = {name: Raw(kind, name, filled(kind, bodies[name]), "law.yaml", 1) for name in names}
        return RuleBase(raws, "random")

    # --- vocabulary ----------------------------------------------------------------------------------------------

    def _vocabulary(self) -> None:
        self.bodies["list"]["letters"] = {"entries": OPTIONS}
        for position in range(self.random.randint(7, 11)):
            kind = TYPES[position] if position < len(TYPES) else self.random.choice(TYPES)
            self.bodies["fact"][f"{self.random.choice('ab')}.{kind}{position}"] = self._fact(kind)
        for position in range(self.random.randint(3, 5)):
            kind = self.random.choice(["integer", "decimal", "date"])
            self.bodies["parameter"][f"{kind}_limit{position}"] = self._parameter(kind)
        self.bodies["parameter"]["rows"] = self._parameter("table")
        for position in range(self.random.randint(3, 8)):
            self.bodies["derived"][f"c.derived{position}"] = self._derived()
        for position in range(self.random.randint(1, 3)):
            self.bodies["open_question"][f"doubt{position}"] = {"readings": ["x", "y", "z"][: self.random.randint(2, 3)]}

    def _fact(self, kind: str) -> dict[str, Any]:
        body: dict[str, Any] = {"type": kind}
        if kind in ("choice", "set"):
            body |= {"options_from": "letters"} if self.random.random() < 0.3 else {"options": OPTIONS}
        if kind in ("date", "integer", "decimal"):
            body["none_allowed"] = self.random.choice(["yes", "no"])
        if kind == "integer" and self.random.random() < 0.3:
            body |= {"minimum": "-1", "maximum": "12"}
        if kind == "records":
            kinds = ["integer", "decimal", *self.random.sample(TYPES[:-1], self.random.randint(0, 3))]
            body["fields"] = {f"{each}{position}": self._column(each) for position, each in enumerate(kinds)}
        return body | ({"places": "2"} if kind == "decimal" else {})

    def _column(self, kind: str) -> dict[str, Any]:
        body = self._fact(kind)
        if kind in ("integer", "decimal"):
            body |= self.random.choice(LIMITS)
        return body

    def _parameter(self, kind: str) -> dict[str, Any]:
        cuts = sorted(self.random.sample(PIVOTS, self.random.randint(1, 4)))
        series = []
        for position, start in enumerate(cuts):
            end = cuts[position + 1] - timedelta(days=1) if position + 1 < len(cuts) else None
            period: dict[str, Any] = {"from": start.isoformat(), "to": end.isoformat() if end else "none"}
            period["value"] = self._rows() if kind == "table" else written(self.of(kind))
            if position == 0 and self.random.random() < 0.5:
                del period["from"]
            series.append(period)
        if len(series) > 2 and self.random.random() < 0.5:
            del series[1]  # a gap: on these days the law is not known
        return {"type": kind, "places": "2" if kind == "decimal" else "0", "series": series}

    def _rows(self) -> list[dict[str, str]]:
        """A table: its rows end at some of the usual ends, the last one somewhere or nowhere."""
        ends = sorted(self.random.sample(ENDS, self.random.randint(1, 4)), key=Decimal)
        ends += ["none"] if self.random.random() < 0.7 else []
        return [{"from": "0", "to": end, "value": str(self.random.choice(["0", "96", "144", "17.92"]))} for end in ends]

    def _derived(self) -> dict[str, Any]:
        function = self.random.choice([*SIGNATURES, *OF_COLUMNS])
        letters = SIGNATURES[function]
        if letters == "NNN":
            letters = letters[: self.random.randint(1, 3)]
        if function == "sum" and self.random.random() < 0.6:
            letters = "C"
        body: dict[str, Any] = {"type": "date", "places": "0"}
        if function in USUAL or function == "count":
            body["type"] = "integer"
        elif letters[0] in "NCY" or letters[-1] == "T":
            body |= {"type": "decimal", "places": self.random.choice(["2", "2", "4"])}
            body |= {"exact": "yes"} if self.random.random() < 0.3 else {}
        if letters[0] != "C":
            return body | {"compute": {function: [self._argument(letter) for letter in letters]}}
        name = self.random.choice(self._named("records"))
        fields = self.bodies["fact"][name]["fields"]
        columns = [c for c, field in fields.items() if function == "count" or field["type"] in ("integer", "decimal")]
        body["compute"] = {function: [f"${name}.{self.random.choice(columns)}", *map(self._argument, letters[1:])]}
        return body | ({"where": self._of_record(name, self.random.randint(0, 2))} if self.random.random() < 0.6 else {})

    def _argument(self, letter: str) -> str:
        kinds = {"D": ["date"], "I": ["integer"], "N": ["integer", "decimal"], "Y": ["yes_no"], "T": ["table"]}[letter]
        pool = [f"${name}" for kind in kinds for name in self._named(kind)]
        if letter == "D":
            return self.random.choice([*pool, "$on", "$on"])
        if letter in "YT":
            return self.random.choice(pool)
        literals = [str(self.random.randint(-3, 14)), *(["17.92"] if letter == "N" else [])]
        return self.random.choice([*pool, *literals])

    def _named(self, kind: str) -> list[str]:
        tables = (self.bodies[table] for table in ("fact", "derived", "parameter"))
        return [name for table in tables for name, body in table.items() if body["type"] == kind]

    # --- values --------------------------------------------------------------------------------------------------

    def day(self) -> date:
        """A day on a pivot, or next to it."""
        if self.random.random() < 0.01:
            return self.random.choice(EXTREMES)
        return self.random.choice(PIVOTS) + timedelta(days=self.random.randint(-1, 1))

    def of(self, kind: str) -> Any:
        """A value of a type."""
        draws: dict[str, Callable[[], Any]] = {
            "yes_no": lambda: self.random.random() < 0.5,
            "choice": lambda: self.random.choice(OPTIONS),
            "set": lambda: frozenset(self.random.sample(OPTIONS, self.random.randint(0, 3))),
            "date": self.day,
            "integer": lambda: self.random.randint(-1, 6),
            "decimal": lambda: self.random.choice(DECIMALS),
        }
        return draws[kind]()

    # --- conditions ----------------------------------------------------------------------------------------------

    def condition(self, depth: int) -> Any:
        """A condition of at most `depth` connectives above its comparisons."""
        if depth == 0 or self.random.random() < 0.25:
            return self._leaf()
        shape = self.random.choice(["all", "any", "any", "all", "not"])
        if shape == "not":
            return {"not": self.condition(depth - 1)}
        return {shape: [self.condition(depth - 1) for _ in range(self.random.choice([1, 2, 2, 2, 3, 4]))]}

    def _leaf(self) -> Any:
        drawn = self.random.random()
        if drawn < 0.12 and self.bodies["rule"]:
            return self.random.choice(list(self.bodies["rule"]))
        if drawn < 0.24 and self.bodies["determination"]:
            return self._premise()
        if drawn < 0.32:
            question, body = self.random.choice(list(self.bodies["open_question"].items()))
            return {"open_question": {question: self.random.choice(body["readings"])}}
        return self._comparison()

    def _premise(self) -> Any:
        name, body = self.random.choice(list(self.bodies["determination"].items()))
        if "collect" in body:
            return {name: self.random.choice(["some", "none", self.random.choice(body["collect"])])}
        outcomes = list(body["choose"])
        if self.random.random() < 0.4:
            return {name: self.random.choice(outcomes)}
        return {name: self.random.sample(outcomes, self.random.randint(1, len(outcomes) - 1))}

    def _comparison(self) -> Any:
        name = self.random.choice([*self.bodies["fact"], *self.bodies["derived"]])
        derived = name in self.bodies["derived"]
        body = self.bodies["derived" if derived else "fact"][name]
        kind = body["type"]
        if (derived or body.get("none_allowed") == "yes") and self.random.random() < 0.15:
            return {name: "none"}
        return {name: self._of_list(name) if kind == "records" else self._demand(name, kind, body)}

    def _demand(self, name: str, kind: str, body: dict[str, Any]) -> Any:
        draws = {"yes_no": self._yes_no, "choice": self._choice, "set": self._set}
        return draws[kind]() if kind in draws else self._order(name, kind, body)

    def _of_list(self, name: str) -> dict[str, Any]:
        """What may be asked of a list."""
        op = self.random.choice(["any_of", "every", "count", "sum"])
        inner = self._of_record(name, self.random.choice([0, 0, 1, 2]))
        if op in ("any_of", "every"):
            return {op: inner}
        asked: dict[str, Any] = {"where": inner} if self.random.random() < 0.5 else {}
        if op == "count":
            return {op: asked | self._order(name, "integer", {"minimum": "0"})}
        fields = self.bodies["fact"][name]["fields"]
        asked["of"] = self.random.choice([c for c, field in fields.items() if field["type"] in ("integer", "decimal")])
        compared = self._order(name, fields[asked["of"]]["type"], {})
        if fields[asked["of"]]["type"] == "decimal" and self.random.random() < 0.4:
            compared = {next(iter(compared)): self.random.choice(TOTALS)}
        return {op: asked | compared}

    def _of_record(self, name: str, depth: int) -> dict[str, Any]:
        """A condition over the columns of a record."""
        shape = self.random.choice(["all", "any", "not"]) if depth else None
        if shape:
            inner = [self._of_record(name, depth - 1) for _ in range(1 if shape == "not" else self.random.randint(1, 3))]
            return {shape: inner[0] if shape == "not" else inner}
        column, body = self.random.choice(list(self.bodies["fact"][name]["fields"].items()))
        if body.get("none_allowed") == "yes" and self.random.random() < 0.15:
            return {column: "none"}
        return {column: self._demand("", body["type"], body)}

    def _yes_no(self) -> str:
        return self.random.choice(["yes", "no"])

    def _choice(self) -> Any:
        return self.random.choice([self.random.choice(OPTIONS), self.random.sample(OPTIONS, self.random.randint(1, 3))])

    def _set(self) -> Any:
        some = self.random.sample(OPTIONS, self.random.randint(1, 3))
        return self.random.choice(
            ["none", {"includes": some[0]}, {"includes_any": some}, {"only": some}, {"only": some[1:]}]
        )

    def _order(self, name: str, kind: str, body: dict[str, Any]) -> dict[str, str]:
        op = self.random.choice(DATE_OPS if kind == "date" else NUMBER_OPS)
        if self.random.random() < 0.45:
            kinds = ["date"] if kind == "date" else ["integer", "decimal"]
            refs = [other for each in kinds for other in self._named(each) if other != name]
            refs += ["on", "on"] if kind == "date" else []
            if refs:
                return {op: f"${self.random.choice(refs)}"}
        usual = USUAL.get(next(iter(body["compute"]))) if "compute" in body else None
        return {op: str(self.random.choice(usual)) if usual else written(self._within(kind, body))}

    def _within(self, kind: str, body: dict[str, Any]) -> Any:
        """A value that a fact or a column may have."""
        low, high = body.get("minimum"), body.get("maximum")
        while True:
            value = self.of(kind)
            if (low is None or value >= int(low)) and (high is None or value <= int(high)):
                return value

    # --- law -----------------------------------------------------------------------------------------------------

    def _law(self) -> None:
        """Rules and determinations, each reading only those drawn before it, so that there is no cycle."""
        for position in range(self.random.choice([8, 14, 14, 20, 40])):
            if position > 1 and self.random.random() < 0.35:
                self.bodies["determination"][f"d{position}"] = self._dates(0.3) | self._determination()
            else:
                self.bodies["rule"][f"r{position}"] = self._rule()
        if self.bodies["rule"]:
            self.bodies["path"]["p"] = {"concerns": self._comparison()}
            self.bodies["answer"]["p"] = self._answer()
        if self.random.random() < 0.03:
            self.bodies["rule"]["wide"] = {"when": {"any": [self._comparison() for _ in range(60)]}}

    def _rule(self) -> dict[str, Any]:
        earlier = list(self.bodies["rule"])
        body: dict[str, Any] = {"when": self.condition(self.random.randint(0, 3))} | self._dates(0.25)
        if earlier and self.random.random() < 0.3:
            body["unless"] = self.random.sample(earlier, min(len(earlier), self.random.randint(1, 2)))
        if self.random.random() < 0.3:
            body["at"] = self.random.choice([name for name, fact in self.bodies["fact"].items() if fact["type"] == "date"])
        return body

    def _determination(self) -> dict[str, Any]:
        if self.random.random() < 0.4:
            rules = list(self.bodies["rule"])
            return {"collect": self.random.sample(rules, self.random.randint(1, min(4, len(rules))))}
        names = [f"o{position}" for position in range(self.random.randint(2, 5))]
        outcomes: dict[str, Any] = {name: {"when": self.condition(self.random.randint(0, 2))} for name in names[:-1]}
        return {"choose": outcomes | {names[-1]: {"otherwise": "yes"}}}

    def _answer(self) -> dict[str, Any]:
        """Gates and alarms in any order; they read rules, determinations and readings, never a fact."""
        outcomes: dict[str, Any] = {}
        for position in range(self.random.randint(1, 7)):
            outcome: dict[str, Any] = {"when": self._of_answer(self.random.randint(0, 2))}
            outcome["state"] = self.random.choice(["go", "wait", "stop", "no"])
            if self.random.random() < 0.5 and outcome["state"] != "go":
                outcome["alarm"] = "yes"
                outcome |= {"still": self._of_answer(self.random.randint(0, 1))} if self.random.random() < 0.6 else {}
            outcomes[f"a{position}"] = outcome
        points = {"checks": "everything", "points": {"all": {"title": TEXT, "rules": [next(iter(self.bodies["rule"]))]}}}
        return {"outcomes": outcomes} | (points if self.random.random() < 0.4 else {})

    def _of_answer(self, depth: int) -> Any:
        """A condition that reads no fact by itself."""
        if depth and self.random.random() < 0.7:
            shape = self.random.choice(["all", "any", "not"])
            if shape == "not":
                return {"not": self._of_answer(depth - 1)}
            return {shape: [self._of_answer(depth - 1) for _ in range(self.random.choice([1, 2, 3]))]}
        drawn = self.random.random()
        if drawn < 0.4 and self.bodies["determination"]:
            return self._premise()
        if drawn < 0.5:
            question, body = self.random.choice(list(self.bodies["open_question"].items()))
            return {"open_question": {question: self.random.choice(body["readings"])}}
        return self.random.choice(list(self.bodies["rule"]))

    def _dates(self, share: float) -> dict[str, str]:
        first, last = sorted(self.random.sample(PIVOTS, 2))
        body = {"from": first.isoformat(), "to": last.isoformat()}
        return {key: value for key, value in body.items() if self.random.random() < share}

    # --- cases ---------------------------------------------------------------------------------------------------

    def case(self) -> dict[str, Any]:
        """A case as Python values: facts by group, `on`, readings. What is not there is unknown."""
        drawn: dict[str, Any] = {"on": self.day()}
        unknown = self.random.choice([0.0, 0.15, 0.3, 0.5, 0.8])
        for name, body in self.bodies["fact"].items():
            group, _, part = name.partition(".")
            if self.random.random() >= unknown:
                drawn.setdefault(group, {})[part] = self._given(body, unknown)
        readings = {
            name: self.random.choice(body["readings"])
            for name, body in self.bodies["open_question"].items()
            if self.random.random() >= unknown
        }
        return drawn | {"readings": readings}

    def _given(self, body: dict[str, Any], unknown: float) -> Any:
        if body.get("none_allowed") == "yes" and self.random.random() < 0.2:
            return None
        return self._list(body, unknown) if body["type"] == "records" else self._within(body["type"], body)

    def _list(self, body: dict[str, Any], unknown: float) -> Any:
        """A list of records, some of them without all their values; one that may be incomplete."""
        lacking = self.random.choice([0.0, 0.0, unknown / 2, unknown])
        records = [
            {name: self._given(field, unknown) for name, field in body["fields"].items() if self.random.random() >= lacking}
            for _ in range(self.random.choice([0, 1, 1, 2, 2, 3, 4]))
        ]
        if unknown and self.random.random() < 0.2:
            return {"complete": False, "records": records}
        return records or self.random.choice([[], None])

    def conditions(self) -> Iterator[tuple[Any, str]]:
        """Every condition written in a rule or an outcome, and every one inside it, with its `at`."""
        for body in self.bodies["rule"].values():
            yield from ((inner, body.get("at", "on")) for inner in parts(body["when"]))
        for body in self.bodies["determination"].values():
            for outcome in body.get("choose", {}).values():
                yield from ((inner, "on") for inner in parts(outcome.get("when")))
        for body in self.bodies["answer"].values():
            for outcome in body["outcomes"].values():
                for written in (outcome["when"], outcome.get("still")):
                    yield from ((inner, "on") for inner in parts(written))


def parts(condition: Any) -> Iterator[Any]:
    """A condition and every condition inside it."""
    if condition is None:
        return
    yield condition
    if isinstance(condition, dict):
        ((key, value),) = condition.items()
        inner = value if key in ("all", "any") else [value] if key == "not" else []
        for item in inner:
            yield from parts(item)


def written(value: Any) -> str:
    """A value as it stands on the page."""
    return value.isoformat() if isinstance(value, date) else str(value)
