"""TOML values with their places: tomllib judges the head, a small scan finds where its values stand."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from reviewlint.document.head_faults import toml_fault
from reviewlint.document.model import FrontValue
from reviewlint.finding import Span
from reviewlint.toml_places import read_toml

_TABLE = re.compile(r"[ \t]*\[{1,2}(?P<name>[^\[\]]+)\]{1,2}")
_KEY = re.compile(r"[ \t]*(?P<key>[\w.\"'-]+)[ \t]*=[ \t]*")
_VALUE = re.compile(
    r'"""(?P<long>.*?)"""|\'\'\'(?P<raw>.*?)\'\'\'|"(?P<text>(?:[^"\\\n]|\\.)*)"|\'(?P<plain>[^\'\n]*)\''
    r"|(?P<bare>[^\s,\[\]{}#\"']+)",
    re.DOTALL,
)


def toml_values(text: str, start: int, end: int) -> tuple[list[FrontValue], tuple[str, int] | None]:
    """Return the scalars of the TOML in `text[start:end]`; or none, and what is wrong with the line it is in."""
    head = text[start:end]
    try:
        read_toml(head.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"at line (\d+)", str(error))
        line = text.count("\n", 0, start) + (int(found[1]) if found else max(1, len(head.splitlines())))
        return [], (f"The front matter is not TOML: {toml_fault(str(error))}.", line)
    return list(_scalars(text, start, end)), None


def _scalars(text: str, start: int, end: int) -> Iterator[FrontValue]:
    table = ""
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop == -1 else stop
        if found := _KEY.match(text, at, end):
            at = found.end()
            key = f"{table}{found['key']}".replace('"', "").replace("'", "")
            for value in _values(text, at, end):
                group = value.lastgroup or "bare"
                yield FrontValue(key, value[group], Span(*value.span(group)))
                at = max(at, value.end())
            newline = text.find("\n", at, end)
            at = end if newline == -1 else newline + 1
        else:
            if header := _TABLE.match(text, at, stop):
                table = f"{header['name'].strip()}."
            at = stop + 1


def _values(text: str, at: int, end: int) -> Iterator[re.Match[str]]:
    """Yield the scalars of one value: of an array or inline table, each of them."""
    depth = 0
    while at < end:
        char = text[at]
        if char in "[{":
            depth += 1
        elif char in "]}":
            depth -= 1
        elif char == "#":
            at = text.find("\n", at, end)
            if at == -1:
                return
            continue
        elif not char.isspace() and char != ",":
            value = _VALUE.match(text, at, end)
            if value is None:
                return
            if not re.match(r"[ \t]*=", text[value.end() : value.end() + 4]):  # the key of an inline table
                yield value
            at = value.end() + (0 if depth == 0 else text[value.end() : value.end() + 1] == "=")
            if depth == 0:
                return
            continue
        at += 1
        if depth == 0 and char in "]}":
            return
