"""Every name that one entry gives of another is resolved when the rule base is loaded, or it is an error with its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ...errors import RuleBaseError
from ..logic.conditions import ConditionError, read_record
from ..logic.facts import typed
from ..logic.network import Cycle, Label, LabelKind, Network
from ..logic.operators import FUNCTIONS
from ..logic.reading import known, read_value
from ..model.act import Act, PersonalDeadline
from ..model.answer import Answer
from ..model.entries import Constraint, Derived, Entry, Path, Procedure
from ..model.former import Former, QuestionOrder
from .base import Raw, RuleBase
from .resolve_acts import act_names, deadline_names, step_name
from .resolve_answers import answer_conditions, answer_names, path_name
from .strict_yaml import line_of


def resolve(base: RuleBase) -> None:
    """Validate every entry, then every reference, then every condition. Raises the first `RuleBaseError`."""
    errors = problems(base)
    if errors:
        raise errors[0]


def problems(base: RuleBase) -> list[RuleBaseError]:
    """Everything that is wrong with the names and the values of the entries."""
    errors: list[RuleBaseError] = []
    for table in base.tables().values():
        for name in table:
            try:
                table[name]
            except RuleBaseError as problem:
                errors.append(problem)
    return errors or Resolver(base).run()


class Resolver:
    """Looks at every entry once; what is wrong is gathered."""

    def __init__(self, base: RuleBase) -> None:
        self.base = base
        self.network = Network(base)
        self.errors: list[RuleBaseError] = []

    def run(self) -> list[RuleBaseError]:
        for kind, table in self.base.tables().items():
            for name in table:
                raw, entry = self.base.raws[kind][name], table[name]
                self.attempt(self.citations, raw, raw.body, ())
                self.attempt(self.references, raw, entry)
        if not self.errors:
            self.conditions()
        return self.errors

    def attempt(self, step: Callable[..., Any], *args: Any) -> None:
        """Run one check; what is wrong is noted, and the next entry is looked at."""
        try:
            step(*args)
        except RuleBaseError as problem:
            self.errors.append(problem)

    def fail(self, key: str, raw: Raw, path: tuple[Any, ...] = (), **args: Any) -> RuleBaseError:
        return RuleBaseError(key, place=f"{raw.file}:{line_of(raw.body, path, raw.line)}", entry=raw.id, **args)

    def known(self, raw: Raw, path: tuple[Any, ...], names: Iterable[str], pool: Mapping[str, Any], what: str) -> None:
        for name in names:
            known("unknown_name", name, pool, self.fail, raw=raw, path=path, what=what)

    def citations(self, raw: Raw, node: Any, path: tuple[Any, ...]) -> None:
        """Every `sources:` and `why:` below an entry names sources that exist."""
        if isinstance(node, dict):
            for key, value in node.items():
                if key in ("sources", "why") and isinstance(value, list):
                    self.known(raw, (*path, key), (str(c).split("#")[0] for c in value), self.base.sources, "source")
                else:
                    self.citations(raw, value, (*path, key))
        elif isinstance(node, list):
            for index, item in enumerate(node):
                self.citations(raw, item, (*path, index))

    def references(self, raw: Raw, entry: Entry) -> None:
        b = self.base
        pools: dict[str, tuple[Mapping[str, Any], str]] = {
            "unless": (b.rules, "rule"),
            "collect": (b.rules, "rule"),
            "proof_documents": (b.documents, "document"),
            "proved_by": (b.documents, "document"),
            "open_questions": (b.questions, "open_question"),
            "ask": (b.authorities, "authority"),
            "ask_after": (b.facts, "fact"),
            "hints_from": (b.lists, "list"),
            "headline": (b.determinations, "determination"),
            "also": (b.determinations, "determination"),
            "procedures": (b.procedures, "procedure"),
            "amounts": (b.derived, "derived"),
        }
        for field, (pool, what) in pools.items():
            self.known(raw, (field,), getattr(entry, field, None) or (), pool, what)
        if getattr(entry, "options_from", None):
            self.known(raw, ("options_from",), [entry.options_from], b.lists, "list")  # type: ignore[attr-defined]
        happened = getattr(entry, "happened", None)
        if happened not in (None, "yes"):
            days = {name: one for pool in (b.facts, b.derived) for name, one in pool.items() if one.type == "date"}
            self.known(raw, ("happened",), [happened], days, "fact")
        for name, outcome in (getattr(entry, "choose", None) or {}).items():
            self.known(raw, ("choose", name, "open_questions"), outcome.open_questions, b.questions, "open_question")
        if getattr(entry, "amount", None) and isinstance(entry.amount, str):  # type: ignore[attr-defined]
            self.parameter(raw, ("amount",), entry.amount)  # type: ignore[attr-defined]
        at = getattr(entry, "at", "on")
        if at != "on":
            dates = [name for name, fact in b.facts.items() if fact.type == "date"]
            known("at_needs_date_fact", at, dates, self.fail, raw=raw, path=("at",))
        if raw.kind == "parameter":
            self.periods(raw)
        if isinstance(entry, Derived):
            self.known(raw, ("unremarkable_without",), [entry.unremarkable_without or ""], {"": None, **b.facts}, "fact")
            self.circle(raw, entry)
            self.function(raw, entry)
        if isinstance(entry, Procedure):
            self.steps(raw, entry)
        if isinstance(entry, Path):
            path_name(self, raw)
        if isinstance(entry, Answer):
            answer_names(self, raw, entry)
        if isinstance(entry, Act):
            act_names(self, raw, entry)
        if isinstance(entry, PersonalDeadline):
            deadline_names(self, raw, entry)
        if isinstance(entry, Former):
            self.former(raw, entry)
        if isinstance(entry, QuestionOrder):
            self.order(raw, entry)
        self.dates(raw, entry)

    def order(self, raw: Raw, order: QuestionOrder) -> None:
        """Every fact has its place in the order of questions, once."""
        self.known(raw, ("facts",), order.facts, self.base.facts, "fact")
        for name in order.facts:
            if order.facts.count(name) > 1:
                raise self.fail("order_twice", raw, ("facts",), name=name)
        for name in self.base.facts:
            if name not in order.facts:
                raise self.fail("order_misses_fact", raw, ("facts",), name=name, fact=self.base.place("fact", name))

    def former(self, raw: Raw, former: Former) -> None:
        """Former names are no names of today; what they became, and what they imply, exists and has the values said."""
        b = self.base
        today: dict[str, Any] = {**b.facts.raws, **b.derived.raws}
        for name in former.facts:
            if name in today:
                raise self.fail("former_is_a_fact", raw, ("facts",), name=name)
        named = dict.fromkeys(former.facts)
        self.known(raw, ("by",), [former.by] if former.by else [], named, "fact")
        self.known(raw, ("renamed",), former.renamed, named, "fact")
        self.known(raw, ("renamed",), former.renamed.values(), b.facts, "fact")
        self.known(raw, ("paths",), former.paths, b.paths, "path")
        self.known(raw, ("paths",), former.paths.values(), former.groups, "option")
        for group, names in former.groups.items():
            self.known(raw, ("groups", group), names, named, "fact")
            self.known(raw, ("groups", group), names.values(), b.facts, "fact")
        for name, groups in former.implies.items():
            self.known(raw, ("implies",), [name], named, "fact")
            self.known(raw, ("implies", name), groups, former.groups, "option")
            for group, values in groups.items():
                at = ("implies", name, group)
                self.known(raw, at, values, b.facts, "fact")
                for fact, value in values.items():
                    read_value(b.facts[fact], value, b, lambda key, at=at, **a: self.fail(key, raw, at, **a))

    def date_names(self) -> dict[str, Any]:
        """The facts and derived facts that are dates."""
        tables = (self.base.facts, self.base.derived)
        return {name: fact for table in tables for name, fact in table.items() if fact.type == "date"}

    def dates(self, raw: Raw, entry: Entry) -> None:
        """The names that events, papers and the calendar give."""
        b = self.base
        for field, pool, what in (
            ("fact", self.date_names(), "fact"),
            ("expires", self.date_names(), "fact"),
            ("feast", b.feasts, "feast"),
            ("authority", b.authorities, "authority"),
        ):
            name = getattr(entry, field, None)
            if name:
                self.known(raw, (field,), [name], pool, what)
        condition = getattr(entry, "condition", None)
        if condition:
            self.known(raw, ("condition", "feast_day"), [condition.feast_day], b.feast_days, "feast_day")
        validity = getattr(entry, "valid", None)
        if validity:
            self.parameter(raw, ("valid", "amount"), validity.amount)

    def parameter(self, raw: Raw, path: tuple[Any, ...], written: str) -> None:
        name = written.removeprefix("$")
        if written == name:
            raise self.fail("parameter_needs_dollar", raw, path, name=written)
        pool: dict[str, Any] = {**self.base.parameters.raws, **self.base.derived.raws}
        self.known(raw, path, [name], pool, "parameter")

    def periods(self, raw: Raw) -> None:
        parameter = self.base.parameters[raw.id]
        for index, period in enumerate(parameter.series):
            try:
                typed(parameter, period.value)
            except (ValueError, KeyError, TypeError):
                raise self.fail(
                    "entry_bad_value", raw, ("series", index, "value"), name="value", expected=parameter.type
                ) from None

    def function(self, raw: Raw, derived: Derived) -> None:
        self.known(raw, ("compute",), [derived.function], FUNCTIONS, "function")
        function = FUNCTIONS[derived.function]
        kinds = function.arguments
        if not function.repeats and len(kinds) != len(derived.arguments):
            raise self.fail("argument_count", raw, ("compute",), name=derived.function, expected=len(kinds))
        if function.result != derived.type:
            raise self.fail("entry_bad_value", raw, ("type",), name="type", expected=function.result)
        for index, written in enumerate(derived.arguments):
            kind = kinds[0] if function.repeats else kinds[index]
            allowed = {kind, *({"integer", "decimal"} if kind == "number" else ())}
            if function.or_column and len(derived.arguments) == 1:
                allowed.add("column")
            if self.argument_type(raw, written) not in allowed:
                raise self.fail("argument_type", raw, ("compute",), name=written, expected=kind)
        if derived.where is not None:
            self.columns(raw, derived)

    def columns(self, raw: Raw, derived: Derived) -> None:
        """`where` reads the columns of the one list that the arguments name."""
        lists = {w[1:].rpartition(".")[0] for w in derived.arguments if w.count(".") == 2}
        if len(lists) != 1:
            raise self.fail("where_needs_list", raw, ("where",))
        try:
            read_record(derived.where, self.base.facts[lists.pop()], self.base)
        except ConditionError as problem:
            raise self.base.condition_error(problem, derived.where) from None

    def circle(self, raw: Raw, derived: Derived) -> None:
        """A derived fact must not be computed from itself."""
        path = [derived.id]
        pending = [(derived, path)]
        while pending:
            current, path = pending.pop()
            for name in (written.removeprefix("$") for written in current.arguments):
                if name in path:
                    raise self.fail("cycle", raw, ("compute",), names=" -> ".join([*path, name]))
                if name in self.base.derived:
                    pending.append((self.base.derived[name], [*path, name]))

    def argument_type(self, raw: Raw, written: str) -> str:
        if not written.startswith("$"):
            return "decimal" if "." in written else "integer"
        name = written[1:]
        if name == "on":
            return "date"
        if name.count(".") == 2:
            fact, _, column = name.rpartition(".")
            self.known(raw, ("compute",), [fact], self.base.facts, "fact")
            self.known(raw, ("compute",), [column], self.base.facts[fact].fields or {}, "column")
            return "column"
        pool: dict[str, Any] = {**self.base.facts.raws, **self.base.derived.raws, **self.base.parameters.raws}
        self.known(raw, ("compute",), [name], pool, "fact")
        for table in (self.base.facts, self.base.derived, self.base.parameters):
            if name in table:
                return str(table[name].type)
        raise AssertionError(name)

    def steps(self, raw: Raw, procedure: Procedure) -> None:
        b, seen = self.base, [step.step for step in procedure.steps]
        dates = self.date_names()
        for index, step in enumerate(procedure.steps):
            path: tuple[Any, ...] = ("steps", index)
            if step.authority:
                self.known(raw, path, [step.authority], b.authorities, "authority")
            self.known(raw, path, step.open_questions, b.questions, "open_question")
            self.known(raw, path, step.after or (), dict.fromkeys(seen[:index]), "step")
            self.known(raw, path, [d.document for d in step.documents], b.documents, "document")
            self.known(raw, path, step.starts_when.last_of if step.starts_when else (), b.events, "event")
            self.known(raw, path, step.brings, b.events, "event")
            self.known(raw, path, [name for name in (step.by, step.not_before) if name], dates, "fact")
            self.known(raw, path, step.after_procedures, b.procedures, "procedure")
            self.known(raw, path, step.needs, b.events, "event")
            self.known(raw, path, step.price, b.rules, "rule")
            for name in step.same_as:
                step_name(self, raw, path, name)
            for amount in (step.delay and step.delay.amount, step.fee and step.fee.amount):
                if amount:
                    self.parameter(raw, path, amount)

    def conditions(self) -> None:
        b = self.base
        for name in b.rules:
            self.attempt(self.acyclic, "rule", name, self.network.rule)
        for name in b.determinations:
            self.attempt(self.acyclic, "determination", name, self.network.determination)
        for procedure in b.procedures.values():
            for written in procedure.conditions():
                self.attempt(self.network.written, written)
        conditions = [one.when for one in b.acts.values()] + [one.when for one in b.deadlines.values()]
        for written in (condition for condition in conditions if condition is not None):
            self.attempt(self.network.written, written)
        for answer in b.answers.values():
            self.attempt(answer_conditions, self, self.network, answer)
        for path in b.paths.values():
            self.attempt(self.network.written, path.concerns)
            self.attempt(self.gives, "path", path.id, path.gives)
        for constraint in b.constraints.values():
            self.attempt(self.constraint, constraint)

    def acyclic(self, kind: str, name: str, build: Callable[[str], Any]) -> None:
        try:
            build(name)
        except Cycle as cycle:
            raise RuleBaseError("cycle", place=self.base.place(kind, name), names=" -> ".join(cycle.names)) from None

    def constraint(self, constraint: Constraint) -> None:
        label = Label(LabelKind.CONSTRAINT, constraint.id)
        self.network.written(constraint.holds if constraint.holds is not None else constraint.when, label)
        self.gives("constraint", constraint.id, constraint.then or {})

    def gives(self, kind: str, name: str, values: Mapping[str, Any]) -> None:
        raw = self.base.raws[kind][name]
        for fact, value in values.items():
            path = ("gives" if kind == "path" else "then", fact)
            self.known(raw, path, [fact], self.base.facts, "fact")
            read_value(self.base.facts[fact], value, self.base, lambda key, at=path, **a: self.fail(key, raw, at, **a))
