"""What a reader sees of a draft, position by position with the source."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntFlag
from typing import NamedTuple

from reviewlint.errors import ReviewlintError, nearest
from reviewlint.finding import Span

# Stands in a masked view for each character that a rule does not read. It is no word character and no space,
# so a pattern never reaches across what it cannot see.
HIDDEN = "\ufffc"


class Kind(IntFlag):
    """What a stretch of a draft is: one kind of block, and what it is within the block.

    Plain text of a paragraph is PROSE alone; a title in a list item is LIST | TITLE.
    """

    PROSE = 1  # paragraphs, footnotes
    HEADING = 2
    LIST = 4  # list items
    TABLE = 8  # table cells
    FRONT = 16  # text in front matter values that is meant for readers
    BLOCKQUOTE = 32  # somebody else's words, set apart
    QUOTE = 64  # somebody else's words in quotation marks
    TITLE = 128  # emphasised, italic or quoted titles
    CODE = 256  # code, template tags
    URL = 512  # an address shown as text
    LABEL = 1024  # "Rating:" before its value, captions, alternative texts of pictures

    @classmethod
    def of(cls, names: Iterable[str]) -> Kind:
        """Return the kinds named in a rule's `reads`; raise ReviewlintError on an unknown name."""
        kinds = cls(0)
        for name in names:
            try:
                kinds |= cls[name.upper()]
            except KeyError:
                known = [kind.name.lower() for kind in cls if kind.name]
                raise ReviewlintError(f"“{name}” is not a kind of text.", hint=nearest(name, known)) from None
        return kinds


class Segment(NamedTuple):
    """View text from `start` that stands for the source from `source_start` to `source_end`.

    It runs to the start of the next segment. Where both lengths are equal, characters map one to one; else
    (an entity, a line break with its indentation) the segment maps as a whole. A tuple, since there are many.
    """

    start: int
    source_start: int
    source_end: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class ProseView:
    """The visible text of a draft. Blocks stand in the order of the source, with a blank line between.

    `segments` cover `text` without gaps, in order.
    """

    text: str
    segments: tuple[Segment, ...]
    _starts: list[int] = field(init=False, repr=False, compare=False)
    _masked: dict[int, str] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", [segment.start for segment in self.segments])

    def segment_at(self, at: int) -> int:
        """Return the index of the segment that holds view offset `at`."""
        return max(0, bisect_right(self._starts, at) - 1)

    def _end(self, index: int) -> int:
        return self._starts[index + 1] if index + 1 < len(self._starts) else len(self.text)

    def kind_at(self, at: int) -> Kind:
        """Return the kinds of the character at view offset `at`."""
        return self.segments[self.segment_at(at)].kind if self.segments else Kind(0)

    def to_source(self, start: int, end: int) -> Span:
        """Return the source span of view offsets `start` to `end`; defined for every pair with start <= end."""
        if not self.segments:
            return Span(0, 0)
        first = self._source(start, upper=False)
        last = first if end <= start else self._source(end - 1, upper=True)
        return Span(first, max(first, last))

    def _source(self, at: int, *, upper: bool) -> int:
        index = self.segment_at(at)
        start, source_start, source_end, _ = self.segments[index]
        if source_end - source_start == self._end(index) - start:
            return min(source_start + at - start + upper, source_end)
        return source_end if upper or at >= self._end(index) else source_start

    def masked(self, reads: Kind) -> str:
        """Return the text with HIDDEN for each character whose kinds are not all in `reads`.

        It is as long as `text`, so offsets hold for both. Line breaks between blocks stay.
        """
        shown = int(reads)  # plain integers: arithmetic on enums is slow
        if shown not in self._masked:
            parts = []
            for index, segment in enumerate(self.segments):
                piece = self.text[segment.start : self._end(index)]
                hidden = int(segment.kind) & ~shown
                parts.append(piece if not hidden else "".join("\n" if c == "\n" else HIDDEN for c in piece))
            self._masked[shown] = "".join(parts)
        return self._masked[shown]
