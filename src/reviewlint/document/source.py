"""The decoded text of a file and the places in it."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from reviewlint.document.formats import MAGIC, PACKED, refuse_unread
from reviewlint.errors import ReviewlintError
from reviewlint.finding import Span

if TYPE_CHECKING:
    from reviewlint.document.layout import Paragraph

BOM = "\ufeff"
# Notepad and PowerShell still write it; UTF-32 begins like the first of them, and holds zeros once it is decoded.
_UTF_16 = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}


class Position(NamedTuple):
    """A line and a column, both from 1; the column counts code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A file's text as decoded: line endings kept, a byte order mark taken off and remembered, as is the encoding.

    Of a document of a word processor it is the text that its reader sees, one paragraph a line; `layout` says what the
    paragraphs are, and `packed` is the file itself.
    """

    path: str
    text: str
    bom: bool = False
    encoding: str = "utf-8"
    layout: tuple[Paragraph, ...] = ()
    packed: bytes | None = field(default=None, repr=False)

    @classmethod
    def from_bytes(cls, path: str, data: bytes) -> Source:
        """Decode UTF-8, or UTF-16 with a byte order mark; read a document of a word processor.

        Raise ReviewlintError on anything else, and on a file whose name says that it is no draft that can be read.
        """
        refuse_unread(path)
        if PurePath(path).suffix.lower() in PACKED:
            from reviewlint.document.word.read import read_document  # most drafts are text

            text, layout = read_document(path, data)
            return cls(path, text, layout=layout, packed=data)
        encoding = next((name for mark, name in _UTF_16.items() if data.startswith(mark)), "utf-8")
        if data.startswith(MAGIC):
            from reviewlint.document.word.read import not_what_it_says

            raise not_what_it_says(path, data)
        if encoding == "utf-8" and b"\0" in data[:8192]:
            raise ReviewlintError("This looks like a binary file, not a draft.", path=path)
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            if encoding != "utf-8":
                raise ReviewlintError(
                    "This file is UTF-16, and part of it cannot be read.", path=path, hint="Save it as UTF-8."
                ) from error
            line = data.count(b"\n", 0, error.start) + 1
            raise ReviewlintError(
                f"This file is not UTF-8: byte 0x{data[error.start]:02x} cannot be read.",
                path=path,
                line=line,
                hint="Save it as UTF-8.",
            ) from error
        if "\0" in text[:8192]:
            raise ReviewlintError("This looks like a binary file, not a draft.", path=path)
        return cls(path, text.removeprefix(BOM), text.startswith(BOM), encoding)

    def as_written(self, text: str) -> str:
        """Return a changed text with the byte order mark that the file had."""
        return (BOM if self.bom else "") + text

    def to_bytes(self, text: str) -> bytes:
        """Encode a changed text the way the file was, with its byte order mark if it had one.

        A document of a word processor is not made anew from its text: it is returned as it is.
        """
        if self.packed is not None:
            return self.packed
        return self.as_written(text).encode(self.encoding)

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

    def line_span(self, number: int) -> Span:
        """Return where line `number` (from 1) stands, without its line ending."""
        start = self.line_starts[number - 1]
        end = self.line_starts[number] if number < len(self.line_starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

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
