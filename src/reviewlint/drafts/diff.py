"""Reads which lines a patch adds."""

from __future__ import annotations

import re

Lines = tuple[tuple[int, int], ...]  # half-open ranges of line numbers from 1, as git counts lines
_HUNK = re.compile(rb"@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_CHARACTERS = {b"a": 7, b"b": 8, b"t": 9, b"n": 10, b"v": 11, b"f": 12, b"r": 13}


def added_lines(patch: bytes) -> dict[bytes, Lines]:
    """Return for each file of a patch without context the lines that it adds; a file without any is left out.

    A file is named as after the change, without the prefix `b/`.
    """
    lines = patch.split(b"\n")
    found: dict[bytes, list[tuple[int, int]]] = {}
    name = b""
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if line.startswith(b"+++ "):
            name = _name(line[4:])
        elif hunk := _HUNK.match(line):
            removed, start, added = (1 if part is None else int(part) for part in hunk.groups())
            if added:
                found.setdefault(name, []).append((start, start + added))
            at += removed + added  # lines of text, which may look like a header
    return {name: tuple(ranges) for name, ranges in found.items()}


def _name(shown: bytes) -> bytes:
    """Return the name in a header; one with unusual characters stands in quotes, one with blanks ends in a tab."""
    quoted = shown.startswith(b'"')
    name = _ESCAPE.sub(_character, shown.rstrip(b"\t")[1:-1]) if quoted else shown.removesuffix(b"\t")
    return name.removeprefix(b"b/")


def _character(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    if len(code) == 3:
        return bytes([int(code, 8)])
    return bytes([_CHARACTERS[code]]) if code in _CHARACTERS else code
