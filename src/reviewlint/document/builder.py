"""Puts a prose view together, block by block: what every parser of a format writes to."""

from __future__ import annotations

from reviewlint.document.model import Block
from reviewlint.document.view import Kind, ProseView, Segment

BLOCK_BREAK = "\n\n"


class ViewBuilder:
    """Collects text with its place in the source. Parsers open a block, add text, close it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._open: tuple[Kind, int] | None = None
        self._block_start = 0
        self._source_end = 0

    def open(self, kind: Kind, source_start: int, level: int = 0) -> None:
        """Begin a block; one that is still open is closed first."""
        self.close()
        if self._blocks:
            self._append(BLOCK_BREAK, self._source_end, source_start, kind)
        self._open = (kind, level)
        self._block_start = self._length

    def close(self) -> None:
        """End the open block, if there is one; a block without text is left out."""
        if self._open is None:
            return
        kind, level = self._open
        self._open = None
        if self._length > self._block_start:
            self._blocks.append(Block(self._block_start, self._length, kind, level))
        elif self._blocks:  # take the break back
            self._length -= len(self._parts.pop())
            self._segments.pop()

    def add(self, text: str, source_start: int, source_end: int, inline: Kind = Kind(0)) -> None:
        """Add visible text that stands for a stretch of the source, within the open block.

        `inline` says what it is beyond the kind of its block. Text outside any block is left out.
        """
        if text and self._open is not None:
            self._append(text, source_start, source_end, self._open[0] | inline)

    @property
    def is_open(self) -> bool:
        """Tell whether a block is open."""
        return self._open is not None

    def _append(self, text: str, source_start: int, source_end: int, kind: Kind) -> None:
        self._segments.append(Segment(self._length, source_start, source_end, kind))
        self._parts.append(text)
        self._length += len(text)
        self._source_end = source_end

    def build(self) -> tuple[ProseView, tuple[Block, ...]]:
        """Return the view and its blocks."""
        self.close()
        return ProseView("".join(self._parts), tuple(self._segments)), tuple(self._blocks)
