"""A page as a document: typed blocks in the order in which they are read.

A block says what a text is (a heading, a step, a paper), never how it is set: no block knows a width, a colour or a
terminal. A writer decides that; `as_text.py` is the one for terminals and pipes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum


class Mark(Enum):
    """What stands in front of a paragraph. The first six are the states of an answer."""

    YES = "yes"
    WAIT = "wait"
    NO = "no"
    FACTS = "depends_on_facts"
    QUESTION = "depends_on_open_question"
    NOT_COVERED = "not_covered"
    AGAINST = "against"  # a finding that is bad news, without being a no
    BULLET = "bullet"
    ARROW = "arrow"
    LEFT_ARROW = "left_arrow"


class First(Enum):
    """What the first column of a table holds."""

    KEY = "key"
    OPTION = "option"
    DAY = "day"


@dataclass(frozen=True)
class Gap:
    """The end of a group: what follows is about something else."""


@dataclass(frozen=True)
class Heading:
    """The title of a section."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """A text; `lead` is what it is about. `toned`: the text has the colour of its mark, since it is the news itself."""

    text: str
    depth: int = 0
    mark: Mark | None = None
    lead: str = ""
    strong: bool = False
    toned: bool = False


@dataclass(frozen=True)
class Item:
    """A numbered paragraph."""

    number: int
    text: str
    depth: int = 0
    strong: bool = False


@dataclass(frozen=True)
class KeyValue:
    """`Label: text`."""

    label: str
    text: str
    depth: int = 0


@dataclass(frozen=True)
class Answer:
    """The answer of a path, in a line; then in a sentence, where there is one."""

    mark: Mark
    text: str
    sentence: str = ""


@dataclass(frozen=True)
class Determination:
    """What the law determines on one question: its title, the answer, and why or what becomes of it."""

    title: str
    text: str
    mark: Mark
    depth: int = 0
    toned: bool = False
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """A step of a procedure, by its number; what belongs to it follows."""

    number: int
    title: str
    depth: int = 0


@dataclass(frozen=True)
class Paper:
    """A paper to bring, with a box to tick."""

    text: str
    depth: int = 0


@dataclass(frozen=True)
class Note:
    """A sentence beside the answer; `doubt`: because of it the answer may be another. `lead`: whom alone it concerns."""

    text: str
    doubt: bool = False
    depth: int = 0
    lead: str = ""


@dataclass(frozen=True)
class Command:
    """What to type, letter by letter."""

    label: str
    text: str
    depth: int = 0


@dataclass(frozen=True)
class Address:
    """An address or the name of a file: never broken."""

    text: str
    depth: int = 0


@dataclass(frozen=True)
class Table:
    """Rows of a name and what it means."""

    rows: tuple[tuple[str, str], ...]
    first: First


@dataclass(frozen=True)
class ColumnHeads:
    """What the cells of the rows below are, where they stand beside each other."""

    labels: tuple[str, ...]


@dataclass(frozen=True)
class SideBySide:
    """Cells to be read beside each other, each with its label; a cell holds blocks."""

    labels: tuple[str, ...]
    cells: tuple[tuple[Block, ...], ...]


Block = (
    Gap | Heading | Paragraph | Item | KeyValue | Answer | Determination | Step | Paper | Note | Command | Address | Table
    | ColumnHeads | SideBySide
)  # fmt: skip


class Document:
    """Blocks in one language, in the order in which they are added."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.blocks: list[Block] = []

    def add(self, *blocks: Block) -> None:
        """Blocks of any kind."""
        self.blocks += blocks

    def blank(self) -> None:
        """The end of a group."""
        self.add(Gap())

    def heading(self, text: str) -> None:
        """The title of a section."""
        self.add(Heading(text))

    def para(
        self,
        text: str,
        depth: int = 0,
        *,
        mark: Mark | None = None,
        lead: str = "",
        strong: bool = False,
        toned: bool = False,
    ) -> None:
        """A paragraph."""
        self.add(Paragraph(text, depth, mark, lead, strong, toned))

    def item(self, number: int, text: str, depth: int = 0, *, strong: bool = False) -> None:
        """A numbered paragraph."""
        self.add(Item(number, text, depth, strong))

    def labelled(self, label: str, text: str, depth: int = 0) -> None:
        """`Label: text`."""
        self.add(KeyValue(label, text, depth))

    def paper(self, text: str, depth: int = 0) -> None:
        """A paper to bring."""
        self.add(Paper(text, depth))

    def warn(self, text: str, depth: int = 0) -> None:
        """A note because of which the answer may be another."""
        self.add(Note(text, True, depth))

    def command(self, label: str, text: str, depth: int = 0) -> None:
        """What to type."""
        self.add(Command(label, text, depth))

    def address(self, text: str, depth: int = 0) -> None:
        """An address or the name of a file."""
        self.add(Address(text, depth))

    def table(self, rows: Iterable[tuple[str, str]], first: First) -> None:
        """Rows of a name and what it means."""
        self.add(Table(tuple(rows), first))
