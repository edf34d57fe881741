"""The decoded text of a file and the places in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from reviewlint.errors import ReviewlintError

BOM = "\ufeff"


class Position(NamedTuple):
    """A line and a column, both from 1; the column counts code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A file's text as decoded: line endings kept, a byte order mark taken off and remembered."""

    path: str
    text: str
    bom: bool = False

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> Source:
        """Decode UTF-8, with or without a byte order mark; raise ReviewlintError on anything else."""
        if b"\0" in data[:8192]:
            raise ReviewlintError("This looks like a binary file, not a draft.", path=path)
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise ReviewlintError(
                f"This file is not UTF-8: byte 0x{data[error.start]:02x} cannot be read.",
                path=path,
                line=line,
                hint="Save it as UTF-8.",
            ) from error
        return cls(path, text.removeprefix(BOM), text.startswith(BOM))

    def to_bytes(self, text: str) -> bytes:
        """Encode a changed text the way the file was: UTF-8, with its byte order mark if it had one."""
        return ((BOM if self.bom else "") + text).encode("utf-8")

    @property
    def suffix(self) -> str:
        """Return the file name's ending in lower case, dot included."""
        return PurePath(self.path).suffix.lower()

    @cached_property
    def line_starts(self) -> list[int]:
        """Return the offset at which each line starts; lines end at \\n, \\r\\n or a lone \\r."""
        starts = [0]
        text = self.text
        at = 0
        while (found := _next_line_end(text, at)) != -1:
            at = found + (2 if text.startswith("\r\n", found) else 1)
            starts.append(at)
        return starts

    def position(self, offset: int) -> Position:
        """Return the line and column of a code-point offset."""
        line = bisect_right(self.line_starts, offset)
        return Position(line, offset - self.line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return line `number` (from 1) without its line ending."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    @cached_property
    def _astral(self) -> list[int]:
        return [at for at, char in enumerate(self.text) if ord(char) > 0xFFFF]

    def utf16(self, offset: int) -> int:
        """Return the UTF-16 unit at which the code point at `offset` starts."""
        return offset + bisect_right(self._astral, offset - 1)

    def from_utf16(self, unit: int) -> int:
        """Return the code-point offset that holds UTF-16 unit `unit`: the inverse of `utf16`."""
        low, high = 0, len(self._astral)
        while low < high:
            middle = (low + high) // 2
            if self._astral[middle] + middle + 1 < unit:
                low = middle + 1
            else:
                high = middle
        return unit - low


def _next_line_end(text: str, start: int) -> int:
    newline, carriage = text.find("\n", start), text.find("\r", start)
    if newline == -1 or carriage == -1:
        return max(newline, carriage)
    return min(newline, carriage)
