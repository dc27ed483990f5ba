"""Facts, values and comparisons in words, for explanations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ...law.logic.conditions import All, Compare, Not, RecordTest, Ref
from ...law.logic.facts import UNKNOWN, Facts, parameter_value
from ...law.logic.functions import Row, Scale, round_half_up
from ...law.logic.network import LabelKind, NodeKind
from ...law.logic.operators import OPERATORS
from ...law.model.values import NONE, Records, Text
from ...law.rulebase.base import RuleBase
from ...messages import say
from ...messages.formats import date_text, list_text, money_text, number_text, range_text
from ...messages.plurals import quantity

COUNTED_UNITS = {"years", "months", "days", "hours", "originals"}
MONEY_UNITS = {"MAD", "MAD_per_hour", "MAD_per_day", "MAD_per_month", "MAD_per_quarter", "MAD_per_year"}


class Wording:
    """The words of one rule base in one language."""

    def __init__(self, base: RuleBase, lang: str) -> None:
        self.base = base
        self.lang = lang

    def title(self, fact: str) -> str:
        """The short name of a fact, a derived fact, or the date of the question."""
        if fact == "on":
            return say("date_of_question", self.lang)
        if fact.count(".") == 2:
            owner, _, name = fact.rpartition(".")
            return self.base.facts[owner].column(name).title.to(self.lang)
        table = self.base.facts if fact in self.base.facts else self.base.derived
        return table[fact].title.to(self.lang)

    def option(self, fact: str, option: str) -> str:
        """The text of an option."""
        return self.base.options(fact)[option].to(self.lang)

    def value(self, fact: str, value: Any) -> str:
        """A value of a fact, as people write it."""
        if value is UNKNOWN:
            return say("unknown", self.lang)
        if isinstance(value, bool):
            return say("yes" if value else "no", self.lang)
        if isinstance(value, frozenset):
            return self.options(fact, sorted(value)) or say("none_of_them", self.lang)
        if isinstance(value, str):
            return self.option(fact, value)
        if isinstance(value, Records):
            return self.records(fact, value)
        return self.plain(value, self.unit_of(fact))

    def unit_of(self, fact: str) -> str:
        """The unit of a fact, a derived fact or a column."""
        if fact.count(".") == 2:
            owner, _, name = fact.rpartition(".")
            return self.base.facts[owner].column(name).unit
        declared = self.base.facts[fact] if fact in self.base.facts else self.base.derived.get(fact)
        return str(getattr(declared, "unit", "none"))

    def records(self, fact: str, value: Records) -> str:
        """A list of records, one after the other."""
        texts = [self.record(fact, record) for record in value.items]
        if not value.complete:
            texts.append(say("list_incomplete", self.lang))
        return " | ".join(texts) or say("none_of_them", self.lang)

    def record(self, fact: str, record: Mapping[str, Any]) -> str:
        """One record: each column with its value."""
        parts = (
            say("comparison", self.lang, title=self.title(f"{fact}.{name}"), demand=self.value(f"{fact}.{name}", value))
            for name, value in record.items()
        )
        return list_text(parts, self.lang)

    def plain(self, value: Any, unit: str = "none") -> str:
        """A date, a number with its unit, a range, or `none`."""
        if value is NONE:
            return say("none_held", self.lang)
        if isinstance(value, date):
            return date_text(value, self.lang)
        if isinstance(value, Fraction):
            value = shortened(value)
        if isinstance(value, tuple) and isinstance(value[0], Row):
            return self.table(value)
        if isinstance(value, tuple):
            return range_text(value[0], value[1], self.lang)
        if unit in MONEY_UNITS:
            return money_text(value, self.lang)
        if unit in COUNTED_UNITS:
            return quantity(unit, value, self.lang)
        number = number_text(value, self.lang)
        return number if unit == "none" else say("unit_" + unit, self.lang, n=number)

    def table(self, rows: Scale) -> str:
        """The rows of a scale, one after the other."""
        parts = []
        for row in rows:
            end = number_text(row.to, self.lang) if row.to is not None else "…"
            parts.append(f"{number_text(row.from_, self.lang)} – {end} : {number_text(row.value, self.lang)}")
        return " | ".join(parts)

    def options(self, fact: str, names: Any) -> str:
        """Several options, joined."""
        return list_text((self.option(fact, name) for name in names), self.lang)

    def comparison(self, atom: Compare, facts: Facts, at: str) -> str:
        """What a comparison demands, as a clause: `Title: at least 18 years`."""
        return say("comparison", self.lang, title=self.title(atom.fact), demand=self.demand(atom, facts, at))

    def demand(self, atom: Compare, facts: Facts, at: str) -> str:
        operand = atom.operand
        if isinstance(operand, RecordTest):
            return self.of_records(atom, operand, facts, at)
        if operand == ():
            return say("none_of_them", self.lang)
        value = self.options(atom.fact, operand) if isinstance(operand, tuple) else self.operand(atom, facts, at)
        return say(OPERATORS[atom.op].said(isinstance(operand, tuple) and len(operand) > 1), self.lang, value=value)

    def of_records(self, atom: Compare, test: RecordTest, facts: Facts, at: str) -> str:
        """What is asked of a list: one of them, each of them, their number, a total."""
        where = self.of_record(test.where, facts, at) if test.where is not None else None
        asked = OPERATORS[atom.op]
        if asked.members:
            return say(asked.shown, self.lang, where=where)
        name = f"{atom.fact}.{test.of}" if test.of else atom.fact
        demand = self.demand(Compare(name, test.op, test.operand), facts, at)
        title = self.title(name) if test.of else ""
        return say(asked.said(bool(where)), self.lang, title=title, demand=demand, where=where)

    def of_record(self, condition: Any, facts: Facts, at: str) -> str:
        """A condition over the columns of a record, in words."""
        match condition:
            case Compare():
                return self.comparison(condition, facts, at)
            case Not(item):
                return say("not_clause", self.lang, text=self.of_record(item, facts, at))
            case All(items):
                return say("and", self.lang).join(self.of_record(item, facts, at) for item in items)
        return say("or", self.lang).join(self.of_record(item, facts, at) for item in condition.items)

    def operand(self, atom: Compare, facts: Facts, at: str) -> str:
        """The value compared with; a parameter or another fact by its value, or by its name while that is unknown."""
        operand = atom.operand
        if not isinstance(operand, Ref):
            return self.value(atom.fact, operand)
        value = facts.ref(operand, facts.value(at))
        if value is not UNKNOWN:
            return (
                self.value(atom.fact, value) if operand.kind != "parameter" else self.plain(value, self.unit(operand.name))
            )
        return (
            self.base.parameters[operand.name].title.to(self.lang)
            if operand.kind == "parameter"
            else self.title(operand.name)
        )

    def unit(self, parameter: str) -> str:
        return self.base.parameters[parameter].unit

    def named(self, name: str) -> str:
        """The title of a parameter or of a derived fact."""
        return self.base.parameters[name].title.to(self.lang) if name in self.base.parameters else self.title(name)

    def parameter(self, written: str, facts: Facts) -> str | None:
        """The value of `$parameter` or `$derived.fact` on the date of the question, with its unit and what a text adds."""
        name = written.removeprefix("$")
        if "." in name:
            value = facts.value(name)
            return None if value is UNKNOWN else self.value(name, value)
        declared = self.base.parameters[name]
        value = parameter_value(declared, facts.on)
        if value is UNKNOWN:
            return None
        amount = self.plain(value, self.unit(name))
        return say("fine_adds", self.lang, amount=amount, adds=declared.adds.to(self.lang)) if declared.adds else amount

    def at_stake(self, price: Iterable[str], loss: Text | None, facts: Facts) -> str | None:
        """What it costs not to act: the amounts of the rules in `price`, each said to be a fine, and what else is lost."""
        amounts = [self.parameter(rule.amount, facts) for rule in map(self.base.rules.__getitem__, price) if rule.amount]
        parts = [say("fine", self.lang, amount=amount) for amount in dict.fromkeys(amounts) if amount]
        parts += [loss.to(self.lang)] if loss else []
        return say("semicolon", self.lang).join(parts) or None

    def condition(self, edge: int, network: Any, facts: Facts) -> str:
        """A whole condition in one clause, for `only if` lines."""
        node = network.nodes[edge if edge >= 0 else ~edge]
        if node.label and node.label.kind == LabelKind.RULE:
            text = self.base.rules[node.label.name].title.to(self.lang)
        elif node.label and node.label.kind in (LabelKind.OUTCOME, LabelKind.OUTCOMES):
            text = self.outcome(node.label.name, *node.label.parts)
        elif node.label and node.label.kind == LabelKind.COLLECT:
            text = self.base.determinations[node.label.name].title.to(self.lang)
        elif isinstance(node.atom, Compare):
            text = self.comparison(node.atom, facts, node.at)
        elif node.atom is not None and not isinstance(node.atom, str):
            text = self.reading(node.atom.question, node.atom.reading)
        else:
            parts = (self.condition(child, network, facts) for child in node.children)
            text = say("and" if node.kind == NodeKind.ALL else "or", self.lang).join(parts)
        return text if edge >= 0 else say("not_clause", self.lang, text=text)

    def outcome(self, of: str, *outcomes: str) -> str:
        """`Title: outcome`, or several outcomes joined by or."""
        titles = [self.outcome_title(of, name) for name in outcomes]
        return say("comparison", self.lang, title=self.about(of), demand=say("or", self.lang).join(titles))

    def outcome_title(self, of: str, name: str) -> str:
        """The title of an outcome of an answer or of a determination, or of a rule of a collect."""
        if of in self.base.answers:
            outcome = self.base.answers[of].outcomes[name]
            return (outcome.title_without or outcome.title).to(self.lang)
        chosen = self.base.determinations[of].choose if of in self.base.determinations else None
        if chosen is not None and name in chosen:
            return chosen[name].title.to(self.lang)
        return self.base.rules[name].title.to(self.lang) if name in self.base.rules else name

    def about(self, name: str) -> str:
        """The title of a path or of a determination; the name itself where it is neither."""
        entry = self.base.paths.get(name) or self.base.determinations.get(name)
        return entry.title.to(self.lang) if entry else name

    def reading(self, question: str, reading: str) -> str:
        """An open question and the reading of it."""
        declared = self.base.questions[question]
        demand = declared.readings[reading].text.to(self.lang)
        return say("comparison", self.lang, title=declared.title.to(self.lang), demand=demand)


def shortened(value: Fraction) -> Decimal:
    """An exact fraction as it is shown: at most four decimals, without zeros at the end."""
    text = str(round_half_up(value, 4)).rstrip("0").rstrip(".")
    return Decimal(text)


def exact(value: int | Decimal | Fraction) -> Decimal:
    """A number as a decimal; of an exact fraction, what is shown of it."""
    return shortened(value) if isinstance(value, Fraction) else Decimal(value)


def raw(value: Any) -> Any:
    """A value for JSON: ISO dates, numbers as text where they are decimals, sets as sorted lists."""
    if value is UNKNOWN:
        return None
    if value is NONE:
        return "none"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, Records):
        items = [{name: raw(item) for name, item in record.items()} for record in value.items]
        return items if value.complete else {"complete": False, "records": items}
    if isinstance(value, Fraction):
        return str(round_half_up(value, 4))
    if isinstance(value, Decimal):
        return str(value)
    return value
