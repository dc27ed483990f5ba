"""YAML, read strictly.

YAML guesses: `NO` becomes false, `010` eight, `12:30` seven hundred and fifty. Here every scalar stays the text that was
written, with its line; the declared type reads it later. What a data file never needs is an error: duplicate keys, anchors
and aliases (and with them the bombs), tags, several documents. JSON is read the same way, since JSON is YAML.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from ...errors import BadInput, SniaError

MAX_BYTES = 2_000_000
MAX_DEPTH = 40
Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class Scalar(str):
    """Text as it was written, and its line."""

    line: int = 0

    @classmethod
    def at(cls, value: str, line: int) -> Scalar:
        scalar = cls(value)
        scalar.line = line
        return scalar


class YamlMap(dict[str, Any]):
    """A mapping that knows its line and that of each key."""

    line: int = 0

    def __init__(self, line: int = 0) -> None:
        super().__init__()
        self.line = line
        self.key_lines: dict[str, int] = {}


class YamlList(list[Any]):
    """A sequence that knows its line."""

    line: int = 0


def read_text(path: Path, *, limit: int = MAX_BYTES, error: type[SniaError] = BadInput) -> str:
    """The text of a file: it must exist, be a file, be readable, small, UTF-8 and not empty."""
    name = str(path)
    try:
        if path.is_dir():
            raise error("file_is_directory", file=name)
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        raise error("file_not_found", file=name) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise error("file_unreadable", file=name, reason=reason) from None
    return decode(data, name, limit=limit, error=error)


def decode(data: bytes, name: str, *, limit: int = MAX_BYTES, error: type[SniaError] = BadInput) -> str:
    """UTF-8 text of `data`, refused when too large, not UTF-8 or empty."""
    if len(data) > limit:
        raise error("file_too_large", file=name, limit=limit // 1_000_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
        raise error("file_not_utf8", place=f"{name}:{line}") from None
    if not text.strip():
        raise error("file_empty", file=name)
    return text


def parse(text: str, name: str, *, error: type[SniaError] = BadInput) -> Any:
    """The document in `text`, as `YamlMap`, `YamlList` and `Scalar`."""
    if text.lstrip()[:1] == "{":
        text = _as_json(text, name, error)
    try:
        return _Builder(yaml.parse(text, Loader), name, error).document()
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line = mark.line + 1 if mark else 1
        raise error("yaml_syntax", place=f"{name}:{line}", reason=problem.problem or problem.context) from None
    except UnicodeEncodeError as problem:  # a command line hands over bytes that are not UTF-8 as lone surrogates
        raise error("file_not_utf8", place=f"{name}:{text.count(chr(10), 0, problem.start) + 1}") from None
    except yaml.YAMLError as problem:
        reason = getattr(problem, "reason", None) or str(problem).splitlines()[0]
        raise error("yaml_syntax", place=f"{name}:1", reason=reason) from None


def _as_json(text: str, name: str, error: type[SniaError]) -> str:
    # A flow mapping may also be YAML; only text that is JSON has its tabs replaced, since YAML refuses them.
    try:
        json.loads(text, parse_constant=str, parse_int=str, parse_float=str)
    except (json.JSONDecodeError, RecursionError):
        return text
    return text.replace("\t", " ")


class _Builder:
    """Builds the document from the events of the parser: one pass, nothing expanded."""

    def __init__(self, events: Iterator[Any], name: str, error: type[SniaError]) -> None:
        self.events = events
        self.name = name
        self.error = error
        self.depth = 0

    def fail(self, key: str, line: int, **args: Any) -> SniaError:
        return self.error(key, place=f"{self.name}:{line}", **args)

    @staticmethod
    def line(event: Any) -> int:
        return int(event.start_mark.line) + 1

    def document(self) -> Any:
        root: Any = None
        seen = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                seen += 1
                if seen > 1:
                    raise self.fail("yaml_documents", self.line(event))
            elif isinstance(event, (yaml.ScalarEvent, yaml.MappingStartEvent, yaml.SequenceStartEvent, yaml.AliasEvent)):
                root = self.node(event)
        if root is None:
            raise self.error("file_empty", file=self.name)
        return root

    def node(self, event: Any) -> Any:
        line = self.line(event)
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            raise self.fail("yaml_anchor", line)
        # "!" alone is how the parser reports a quoted scalar.
        if event.tag and event.tag != "!":
            raise self.fail("yaml_tag", line, tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar.at(event.value, line)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.fail("yaml_depth", line, limit=MAX_DEPTH)
        built = self.mapping(line) if isinstance(event, yaml.MappingStartEvent) else self.sequence(line)
        self.depth -= 1
        return built

    def mapping(self, line: int) -> YamlMap:
        result = YamlMap(line)
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self.node(event)
            key_line = self.line(event)
            if not isinstance(key, Scalar):
                raise self.fail("yaml_key", key_line)
            if key in result:
                raise self.fail("yaml_duplicate", key_line, name=str(key), first=result.key_lines[key])
            result.key_lines[key] = key_line
            result[key] = self.node(next(self.events))
        return result

    def sequence(self, line: int) -> YamlList:
        result = YamlList()
        result.line = line
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            result.append(self.node(event))
        return result


def line_of(node: Any, path: tuple[Any, ...], default: int) -> int:
    """The line of the deepest existing element of `path` below `node`."""
    line = getattr(node, "line", default) or default
    for part in path:
        if isinstance(node, YamlMap):
            if part not in node:
                break
            line = node.key_lines[part]
            node = node[part]
        elif isinstance(node, YamlList) and isinstance(part, int) and part < len(node):
            node = node[part]
            line = getattr(node, "line", line) or line
        else:
            break
    return line


def plain(node: Any) -> Any:
    """The same document as plain dicts, lists and strings."""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list):
        return [plain(item) for item in node]
    return str(node)
