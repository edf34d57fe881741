"""Puts a prose view together, block by block: what every parser of a format writes to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewlint.document.composed import composed
from reviewlint.document.model import Block
from reviewlint.document.quotes import find_quotes
from reviewlint.document.view import HIDDEN, Kind, ProseView, Segment

BLOCK_BREAK = "\n\n"
_NOTHING = Kind(0)
_QUOTED = Kind.PROSE | Kind.LIST | Kind.FRONT | Kind.HEADING | Kind.BLOCKQUOTE | Kind.TABLE
# "Verdict: see it", "Rating - 4/5": a label of a few words with a short value.
_LABEL = re.compile(r"[^\W\d_][\w &/'’.-]{0,30}?:(?=\s+\S)")
_BLANK = frozenset(" \t\u00a0")
_MARKS = frozenset(".,;:!?)]}”’%")
_NO_TEXT = " \t\r\n\u00a0" + HIDDEN
_LONGEST_LABELLED = 60  # characters of the whole block


class ViewBuilder:
    """Collects text with its place in the source. Parsers open a block, add text, close it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._length = 0
        self._open: tuple[Kind, int] | None = None
        self._block_start = 0
        self._first_segment = 0
        self._first_part = 0
        self._source_end = 0
        self._gap: tuple[int, int] | None = None  # source span of what was left out at the end of the text so far

    def open(self, kind: Kind, source_start: int, level: int = 0) -> None:
        """Begin a block; one that is still open is closed first."""
        self.close()
        self._first_segment, self._first_part = len(self._segments), len(self._parts)
        if self._blocks:
            self._append(BLOCK_BREAK, self._source_end, max(source_start, self._source_end), kind)
        self._open = (kind, level)
        self._block_start = self._length

    def close(self) -> None:
        """End the open block, if there is one; a block without text is left out."""
        if self._open is None:
            return
        kind, level = self._open
        self._open, self._gap = None, None
        text = "".join(self._parts[self._first_part + bool(self._blocks) :])
        if not text.strip(_NO_TEXT):
            del self._parts[self._first_part :], self._segments[self._first_segment :]
            self._length = self._block_start - (len(BLOCK_BREAK) if self._blocks else 0)
            return
        self._blocks.append(Block(self._block_start, self._length, kind, level))
        self._mark_quotes(text, kind)

    def add(self, text: str, source_start: int, source_end: int, inline: Kind = _NOTHING) -> None:
        """Add visible text that stands for a stretch of the source, within the open block.

        `inline` says what it is beyond the kind of its block. Text outside any block is left out.
        """
        if not text or self._open is None:
            return
        if self._gap is not None and self.ends_in_blank:
            if text[0] in _BLANK:  # one of the blanks around what was left out goes with it
                text, source_start = text[1:], source_start + (source_end - source_start == len(text))
            elif text[0] in _MARKS:  # what the mark belongs to was left out
                self._append(HIDDEN, *self._gap, self._open[0] | Kind.CODE)
        if text:
            self._gap = None
            for piece in composed(text, source_start, source_end):
                self._append(*piece, self._open[0] | inline)

    def leave_out(self, source_start: int, source_end: int) -> None:
        """Note that a stretch of the source shows nothing; of the blanks on both sides of it one stays."""
        if self._open is not None:
            first = self._gap[0] if self._gap else source_start
            self._gap = (first, source_end)

    def stand_in(self, source_start: int, source_end: int) -> None:
        """Add a sign for something that is shown but is no text, such as a picture; none at the start of a block."""
        if self._length == self._block_start:
            self.leave_out(source_start, source_end)
        else:
            self.add(HIDDEN, source_start, source_end, Kind.CODE)

    @property
    def kind(self) -> Kind | None:
        """Return the kind of the open block, or None outside any."""
        return self._open[0] if self._open else None

    @property
    def is_open(self) -> bool:
        """Tell whether a block is open."""
        return self._open is not None

    @property
    def length(self) -> int:
        """Return the length of the view so far."""
        return self._length

    @property
    def ends_in_blank(self) -> bool:
        """Tell whether the open block is empty so far, or ends in a blank."""
        return self._length == self._block_start or (bool(self._parts) and self._parts[-1][-1:].isspace())

    def _append(self, text: str, source_start: int, source_end: int, kind: Kind) -> None:
        self._segments.append(Segment(self._length, source_start, source_end, kind))
        self._parts.append(text)
        self._length += len(text)
        self._source_end = source_end

    def _mark_quotes(self, text: str, kind: Kind) -> None:
        """Give the text between quotation marks, and a label before its value, their kinds."""
        at = self._block_start
        if kind & _QUOTED and (marks := [(at + start, at + end, inline) for start, end, inline in find_quotes(text)]):
            self._mark(marks)
        if len(text) <= _LONGEST_LABELLED and kind & (Kind.PROSE | Kind.LIST) and (label := _LABEL.match(text)):
            self._mark([(at, at + label.end(), Kind.LABEL)])

    def _mark(self, marks: list[tuple[int, int, Kind]]) -> None:
        """Add a kind to each stretch of view offsets, splitting segments at both ends. They are in order and apart."""
        new: list[Segment] = []
        old = self._segments[self._first_segment :]
        first = 0  # of the marks that may reach into the segment
        for index, segment in enumerate(old):
            stop = old[index + 1].start if index + 1 < len(old) else self._length
            while first < len(marks) and marks[first][1] <= segment.start:
                first += 1
            begin = segment.start
            for start, end, inline in _reaching(marks, first, stop):
                if start > begin:
                    new.append(_part_of(segment, stop, begin, start, segment.kind))
                    begin = start
                new.append(_part_of(segment, stop, begin, min(end, stop), segment.kind | inline))
                begin = min(end, stop)
            if begin < stop:
                new.append(_part_of(segment, stop, begin, stop, segment.kind))
        self._segments[self._first_segment :] = new

    def build(self) -> tuple[ProseView, tuple[Block, ...]]:
        """Return the view and its blocks."""
        self.close()
        return ProseView("".join(self._parts), tuple(self._segments)), tuple(self._blocks)


def _reaching(marks: list[tuple[int, int, Kind]], first: int, stop: int) -> Iterator[tuple[int, int, Kind]]:
    """Yield the marks from number `first` on that begin before an offset."""
    for number in range(first, len(marks)):
        if marks[number][0] >= stop:
            return
        yield marks[number]


def _part_of(segment: Segment, stop: int, begin: int, finish: int, kind: Kind) -> Segment:
    """Return the part of a segment between view offsets; one that maps as a whole keeps its whole source."""
    if segment.source_end - segment.source_start != stop - segment.start:
        return Segment(begin, segment.source_start, segment.source_end, kind)
    source = segment.source_start + begin - segment.start
    return Segment(begin, source, source + finish - begin, kind)
