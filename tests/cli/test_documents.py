"""Pages are documents: another writer finds every text in their blocks, and none of them knows a terminal."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from snia_advisor.answer.telling import output
from snia_advisor.answer.telling.as_text import as_text
from snia_advisor.answer.telling.document import Block, Document, Gap, Heading, Note, Paper, SideBySide, Table
from snia_advisor.messages import LANGUAGES

PACKAGE = Path(output.__file__).parents[2]
COMMANDS = [
    "check cases/no.yaml --explain",
    "check cases/facts.yaml",
    "check cases/question.yaml",
    "why cases/no.yaml",
    "why cases/question.yaml visa not_required",
    "plan cases/yes.yaml --explain",
    "compare cases/facts.yaml cases/no.yaml",
    "whatif cases/yes.yaml",
    "watch cases/yes.yaml",
    "rules show hire",
    "rules check",
    "facts",
    "sources",
    "calendar add 2026-11-05 48h --explain",
    "calendar list 2026",
    "scenarios show scenarios/a_card_exempts.yaml",
]
OPENINGS: dict[type, str] = {Heading: "## ", Paper: "- [ ] ", Note: "> "}
WORD = re.compile(r"\w+")


def markdown(blocks: Iterable[Block]) -> str:
    """A writer to be thrown away: it knows a few blocks by their kind, and of the others that their fields are texts."""
    lines = []
    for block in blocks:
        if isinstance(block, Gap):
            lines.append("")
        elif isinstance(block, Table):
            lines += [f"| {left} | {right} |" for left, right in block.rows]
        elif isinstance(block, SideBySide):
            lines += [f"* {label}\n{markdown(cell)}" for label, cell in zip(block.labels, block.cells, strict=True)]
        else:
            parts = [value if isinstance(value, tuple) else (str(value),) for value in vars(block).values()]
            lines.append(OPENINGS.get(type(block), "") + " ".join(part for several in parts for part in several) + "\n")
    return "\n".join(lines)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("command", COMMANDS)
def test_another_writer_finds_every_text(snia, monkeypatch: pytest.MonkeyPatch, command: str, lang: str) -> None:
    seen: list[Document] = []
    monkeypatch.setattr(output, "show_document", seen.append)
    assert snia(*command.split(), "--rules", "rules", "--lang", lang).err == ""
    (page,) = seen
    words = Counter(WORD.findall(as_text(page).casefold()))
    assert sum(words.values()) >= 3
    assert words - Counter(WORD.findall(markdown(page.blocks).casefold())) == Counter()


def test_no_page_knows_a_terminal() -> None:
    """What a terminal wants is known to its writer, to who opens the stream, and to nobody who makes a page."""
    knowing = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if re.search(r"import .*\bLook\b|\blook_of\b|class Look\b", file.read_text())
    }
    assert knowing == {"answer/telling/as_text.py", "answer/telling/look.py", "answer/telling/output.py"}


def test_nothing_is_decided_in_a_page() -> None:
    """A page has no exit code, refuses no name, and makes no JSON: what it shows was found before."""
    pages = [file for file in PACKAGE.rglob("*.py") if file.name.startswith("page") or file.parent.name == "page"]
    assert len(pages) > 20
    deciding = re.compile(r"\.exit_code\b|def exit_code|\bBadInput\b|import .*\bnearest\b|_json\b|^\s+raise\b", re.MULTILINE)
    assert [
        file.relative_to(PACKAGE).as_posix() for file in pages if deciding.search(file.read_text(encoding="utf-8"))
    ] == []
