"""YAML values with their places, from the parser's events: each is looked at once, however they are nested."""

from __future__ import annotations

import re
from typing import Any

import yaml

from reviewlint.document.head_faults import yaml_fault
from reviewlint.document.model import FrontValue
from reviewlint.finding import Span

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 40
_UNCLOSED = re.compile(r"end of stream|expected ',' or|expected ':'")
_BLANKS = re.compile(r"\s+")
MOST = 10_000  # values of a head: an alias stands for many, and one of aliases for more than any memory holds


class _Refused(Exception):
    """What is wrong with a head, and the line of it, from 0."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.problem = problem
        self.line = line


def yaml_values(text: str, start: int, end: int) -> tuple[list[FrontValue], tuple[str, int] | None]:
    """Return the scalars of the YAML in `text[start:end]`; or none, and what is wrong with the line it is in.

    An alias has the values of what it stands for, under its own key; one within itself, or nesting without end, is
    left out.
    """
    head = text[start:end]
    first = text.count("\n", 0, start) + 1
    values = _Values(head, start)
    try:
        for event in yaml.parse(head, Loader=_LOADER):
            values.take(event)
    except yaml.MarkedYAMLError as error:
        problem = error.problem or error.context or ""
        unclosed = _UNCLOSED.search(problem) is not None  # the place that tells is where it was opened
        mark = (unclosed and error.context_mark) or error.problem_mark or error.context_mark
        line = mark.line if mark else 0
        fault = yaml_fault(problem, head.splitlines()[line] if line < len(head.splitlines()) else "")
        return [], (f"The front matter is not YAML: {fault}.", first + line)
    except _Refused as error:
        lines = head.splitlines()
        fault = yaml_fault(error.problem, lines[error.line] if error.line < len(lines) else "")
        return [], (f"The front matter is not YAML: {fault}.", first + error.line)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        reason = str(error).splitlines()[0]
        return [], (f"The front matter is not YAML: {reason}.", first)
    return values.found, None


class _Open:
    """A list or mapping that has begun: its key, the key that waits for its value, and where its values begin."""

    __slots__ = ("anchor", "begin", "key", "mapping", "waiting")

    def __init__(self, key: str, mapping: bool, anchor: str | None, begin: int) -> None:
        self.key, self.mapping, self.anchor, self.begin = key, mapping, anchor, begin
        self.waiting: str | None = None


class _Values:
    """Gathers the values from the events of one document."""

    def __init__(self, head: str, base: int) -> None:
        self.found: list[FrontValue] = []
        self._head, self._base = head, base
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[str, int, int]] = {}  # the key, and which of the values
        self._documents = 0

    def take(self, event: Any) -> None:
        """Take the next event; raise _Refused for what is no front matter."""
        name = type(event).__name__
        if name == "ScalarEvent":
            self._scalar(event)
        elif name in ("MappingStartEvent", "SequenceStartEvent"):
            mapping = name == "MappingStartEvent"
            self._open.append(_Open(self._key(), mapping, event.anchor, len(self.found)))
        elif name in ("MappingEndEvent", "SequenceEndEvent"):
            part = self._open.pop()
            self._note(part.anchor, part.key, part.begin)
            self._over()
        elif name == "AliasEvent":
            self._alias(event.anchor, event.start_mark.line)
        elif name == "DocumentStartEvent":
            self._documents += 1
            if self._documents > 1:
                raise _Refused("expected a single document in the stream", event.start_mark.line)

    def _key(self) -> str:
        """Return the key of what begins now; what is itself a key has none."""
        if not self._open:
            return ""
        top = self._open[-1]
        if not top.mapping:
            return top.key
        waiting = top.waiting or ""
        return f"{top.key}.{waiting}" if top.key else waiting

    def _over(self) -> None:
        """Go on after a value, or after a key that is no scalar."""
        if self._open and self._open[-1].mapping:
            top = self._open[-1]
            top.waiting = "" if top.waiting is None else None

    def _scalar(self, event: Any) -> None:
        top = self._open[-1] if self._open else None
        if top is not None and top.mapping and top.waiting is None:
            top.waiting = event.value
            self._note(event.anchor, self._key(), len(self.found))
            return
        begin = len(self.found)
        if len(self._open) <= _DEEPEST:
            self._add(FrontValue(self._key(), event.value, self._span(event)), event.start_mark.line)
        self._note(event.anchor, self._key(), begin)
        self._over()

    def _alias(self, anchor: str, line: int) -> None:
        if anchor in self._anchors:
            key, begin, end = self._anchors[anchor]
            for value in self.found[begin:end]:
                self._add(FrontValue(self._key() + value.key[len(key) :], value.value, value.span), line)
        elif all(part.anchor != anchor for part in self._open):
            raise _Refused(f"found undefined alias '{anchor}'", line)
        self._over()

    def _note(self, anchor: str | None, key: str, begin: int) -> None:
        if anchor is not None:
            self._anchors[anchor] = (key, begin, len(self.found))

    def _add(self, value: FrontValue, line: int) -> None:
        if len(self.found) >= MOST:
            raise _Refused(f"it has more than {MOST:,} values, with what its aliases stand for", line)
        self.found.append(value)

    def _span(self, event: Any) -> Span:
        """Return the place of a scalar's text, without its anchor, tag, quotes or block mark."""
        head, base = self._head, self._base
        begin, end = event.start_mark.index, event.end_mark.index
        while begin < end and head[begin] in "&!" and (blank := _BLANKS.search(head, begin, end)):
            begin = blank.end()
        if event.style in ("'", '"'):
            begin, end = begin + 1, end - 1
        elif event.style in ("|", ">"):
            line = head.find("\n", begin)
            begin = line + 1 if line != -1 else end
            begin += len(head[begin:end]) - len(head[begin:end].lstrip())
            end = begin + len(head[begin:end].rstrip())
        return Span(base + begin, base + max(begin, end))
