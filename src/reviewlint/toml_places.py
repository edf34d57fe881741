"""Reads TOML, and says on which line each key and list item stands, which the standard library does not."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

Key = tuple[str | int, ...]  # keys from the top; a number for an item of a list, from 0

_TOKEN = re.compile(
    r'''(?P<skip>[ \t\r]+|\#[^\n]*)
      |(?P<string>"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
      |(?P<mark>[\n\[\]{},=])
      |(?P<bare>[^\s"'\#\[\]{},=]+)''',
    re.DOTALL | re.VERBOSE,
)


def read_toml(text: str) -> dict[str, Any]:
    """Return a TOML text as a table; raise TOMLDecodeError for anything wrong with it.

    The standard library lets two things through as errors of other kinds: a number of thousands of digits, and
    nesting without end.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError("It is nested too deep") from None
    except ValueError:
        at = re.search(r"[0-9_]{4000}", text)
        line = text.count("\n", 0, at.start()) + 1 if at else 1
        raise tomllib.TOMLDecodeError(f"A number has too many digits (at line {line}, column 1)") from None


class _Token(NamedTuple):
    kind: str
    text: str
    line: int


def key_lines(text: str) -> dict[Key, int]:
    """Return the line (from 1) of each key, table and list item of a sound TOML text; in doubt, none."""
    lines: dict[Key, int] = {}
    tables: Counter[Key] = Counter()
    tokens = list(_tokens(text))
    table: Key = ()
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.text == "\n":
            at += 1
        elif token.text == "[":
            many = tokens[at + 1].text == "["
            parts, at = _key(tokens, at + 1 + many)
            at += 1 + many
            table = _within(parts, tables, many)
            if many:
                lines.setdefault(table, token.line)
                tables[table] += 1
                table = (*table, tables[table] - 1)
            lines[table] = token.line
        else:
            at = _pair(tokens, at, table, lines)
    return lines


def _within(parts: Key, tables: Counter[Key], many: bool) -> Key:
    """Return the full key of a table's header: what it opens may lie in the last of several equal tables."""
    key: Key = ()
    for part in parts:
        if key in tables:
            key = (*key, tables[key] - 1)
        key = (*key, part)
    return key if many or key not in tables else (*key, tables[key] - 1)


def _tokens(text: str) -> Iterator[_Token]:
    line, at = 1, 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            return
        kind = match.lastgroup or ""
        if kind != "skip":
            yield _Token(kind, match.group(), line)
        line += match.group().count("\n")
        at = match.end()


def _key(tokens: list[_Token], at: int) -> tuple[Key, int]:
    """Return a dotted key and the index of the token after it."""
    parts: list[str] = []
    while at < len(tokens) and tokens[at].kind != "mark":
        token = tokens[at]
        if token.kind == "bare":
            parts += [part for part in token.text.split(".") if part]
        else:
            parts.append(_unquoted(token.text))
        at += 1
    return tuple(parts), at


def _unquoted(text: str) -> str:
    return str(tomllib.loads(f"x = {text}")["x"])


def _pair(tokens: list[_Token], at: int, table: Key, lines: dict[Key, int]) -> int:
    """Note `key = value` and return the index of the token after it."""
    line = tokens[at].line
    parts, at = _key(tokens, at)
    lines[(*table, *parts)] = line
    return _value(tokens, at + 1, (*table, *parts), lines)


def _value(tokens: list[_Token], at: int, key: Key, lines: dict[Key, int]) -> int:
    """Note what stands within a value and return the index of the token after it."""
    if at >= len(tokens):
        return at
    if tokens[at].text == "[":
        return _items(tokens, at + 1, key, lines)
    if tokens[at].text == "{":
        at += 1
        while at < len(tokens) and tokens[at].text != "}":
            at = at + 1 if tokens[at].text in (",", "\n") else _pair(tokens, at, key, lines)
        return at + 1
    while at < len(tokens) and tokens[at].kind != "mark":  # a date has two tokens
        at += 1
    return at


def _items(tokens: list[_Token], at: int, key: Key, lines: dict[Key, int]) -> int:
    number = 0
    while at < len(tokens) and tokens[at].text != "]":
        if tokens[at].text in (",", "\n"):
            at += 1
            continue
        lines[(*key, number)] = tokens[at].line
        at = max(_value(tokens, at, (*key, number), lines), at + 1)
        number += 1
    return at + 1
