"""A facts file as a small tree whose every value knows its line, whatever it was written in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from reviewlint.errors import ReviewlintError

MAX_BYTES = 1_000_000
MAX_NODES = 50_000
MAX_DEPTH = 24


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number or date, as written."""

    text: str
    line: int | None = None


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    line: int | None = None


class Entry(NamedTuple):
    """A key with its value; `line` is that of the key."""

    key: str
    value: Node
    line: int | None


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, in the order written; keys may repeat."""

    entries: tuple[Entry, ...]
    line: int | None = None

    def get(self, *keys: str) -> Node | None:
        """Return the value of the first of `keys` that is there, as spelt."""
        for entry in self.entries:
            if entry.key in keys:
                return entry.value
        return None


Node = Scalar | Items | Table | None  # None is an empty value


class Composed(NamedTuple):
    """The tree of a file, and what is wrong with it. The tree may hold what stood before the fault."""

    root: Node
    problem: ReviewlintError | None


def plain_tree(value: Any, lines: Mapping[str, int] | None = None, path: str = "") -> Node:
    """Return the tree of a plain value (dict, list, text, number, date).

    `lines` gives the line of each value by its keys from the top, joined by dots; without it there are none.
    """
    line = (lines or {}).get(path)
    if value is None:
        return None
    if isinstance(value, Mapping):
        inner = [(str(key), item, f"{path}.{key}" if path else str(key)) for key, item in value.items()]
        entries = (Entry(key, plain_tree(item, lines, at), (lines or {}).get(at)) for key, item, at in inner)
        return Table(tuple(entries), line)
    if isinstance(value, Sequence) and not isinstance(value, str):
        return Items(tuple(plain_tree(item, lines, path) for item in value), line)
    return Scalar(value.isoformat() if hasattr(value, "isoformat") else str(value), line)


def plain_value(node: Node) -> Any:
    """Return a tree as a plain value, as `plain_tree` reads it. Scalars are texts; of equal keys the last stays."""
    if isinstance(node, Table):
        return {entry.key: plain_value(entry.value) for entry in node.entries}
    if isinstance(node, Items):
        return [plain_value(item) for item in node.items]
    return node.text if isinstance(node, Scalar) else None


def read_yaml(text: str, path: str | None = None, first_line: int = 1) -> Composed:
    """Return the tree of a YAML text (JSON is YAML too). Never raises; `first_line` is the line it starts on.

    It is built from events, not composed: the composer in C ends the process on deep nesting, and a cycle or a
    bomb made of aliases is seen here before it grows.
    """
    import yaml

    builder = _Builder(path, first_line)
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            builder.take(event)
    except ReviewlintError as error:
        problem = error
    except (yaml.YAMLError, UnicodeEncodeError) as error:
        problem = _syntax_error(error, text, path, first_line)
    else:
        return Composed(builder.root, None)
    return Composed(builder.whole_entries(problem.line or first_line), problem)


def _syntax_error(error: Any, text: str, path: str | None, first_line: int) -> ReviewlintError:
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    mark = getattr(error, "problem_mark", None)
    line = mark.line if mark is not None else text.count("\n", 0, getattr(error, "position", 0) or 0)
    hint = "Put values with a colon in quotation marks." if "mapping values" in problem else None
    return ReviewlintError(f"These facts are not YAML: {problem}.", path=path, line=first_line + line, hint=hint)


class _Open:
    """A list or mapping that has begun and not ended."""

    __slots__ = ("anchor", "key", "key_line", "line", "parts", "size", "table")

    def __init__(self, table: bool, line: int, anchor: str | None) -> None:
        self.table = table
        self.line = line
        self.anchor = anchor
        self.parts: list[Any] = []
        self.key: str | None = None
        self.key_line = line
        self.size = 1

    def add(self, node: Node, line: int, size: int) -> None:
        self.size += size
        if not self.table:
            self.parts.append(node)
        elif self.key is None:
            self.key = node.text if isinstance(node, Scalar) else ""
            self.key_line = line
        else:
            self.parts += _entries(self.key, node, self.key_line)
            self.key = None

    def close(self) -> Node:
        if self.table:
            return Table(tuple(self.parts), self.line)
        return Items(tuple(self.parts), self.line)


def _entries(key: str, node: Node, line: int) -> Iterator[Entry]:
    """Yield one entry, or those that a merge key (<<) brings in."""
    merged = node.items if key == "<<" and isinstance(node, Items) else (node,)
    if key == "<<" and all(isinstance(item, Table) for item in merged):
        for item in merged:
            if isinstance(item, Table):
                yield from item.entries
    else:
        yield Entry(key, node, line)


class _Builder:
    """Puts a tree together from YAML events, within bounds."""

    def __init__(self, path: str | None, first_line: int) -> None:
        self._path = path
        self._first_line = first_line
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._top: list[Node] = []
        self._count = 0

    @property
    def root(self) -> Node:
        return self._top[0] if self._top else None

    def whole_entries(self, fault_line: int) -> Node:
        """Return what of the outermost mapping was over before the line of a fault; a list cut short is not."""
        root = self._open[0].close() if self._open else self.root
        if not isinstance(root, Table):
            return None
        return Table(tuple(entry for entry in root.entries if (entry.line or 0) < fault_line), root.line)

    def take(self, event: Any) -> None:
        line = self._first_line + event.start_mark.line
        name = type(event).__name__
        if name == "ScalarEvent":
            empty = event.implicit[0] and event.value in ("", "~", "null", "Null", "NULL")
            self._put(None if empty else Scalar(event.value, line), line, 1, event.anchor)
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            if len(self._open) >= MAX_DEPTH:
                raise self._wrong(f"These facts are nested more than {MAX_DEPTH} deep.", line)
            self._open.append(_Open(name == "MappingStartEvent", line, event.anchor))
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            self._end()
        elif name == "AliasEvent":
            self._alias(event.anchor, line)
        elif name == "DocumentStartEvent" and self._top:
            raise self._wrong("A facts file is one document.", line, "List several works under the key “works”.")

    def _alias(self, anchor: str, line: int) -> None:
        if any(part.anchor == anchor for part in self._open):
            raise self._wrong(f"“*{anchor}” is used inside its own value.", line)
        if anchor not in self._anchors:
            raise self._wrong(f"Nothing is marked “&{anchor}” before this “*{anchor}”.", line)
        node, size = self._anchors[anchor]
        self._put(node, line, size, None)

    def _end(self) -> None:
        part = self._open.pop()
        self._put(part.close(), part.line, part.size, part.anchor, counted=True)

    def _put(self, node: Node, line: int, size: int, anchor: str | None, counted: bool = False) -> None:
        self._count += 1 if counted else size
        if self._count > MAX_NODES:
            raise self._wrong(f"These facts have more than {MAX_NODES:,} values.", line)
        if anchor:
            self._anchors[anchor] = (node, size)
        if self._open:
            self._open[-1].add(node, line, size)
        elif not self._top:
            self._top.append(node)

    def _wrong(self, message: str, line: int, hint: str | None = None) -> ReviewlintError:
        return ReviewlintError(message, path=self._path, line=line, hint=hint)
