"""A draft as an engine reads it: passages of text and markup, which together are the source, character by character.

LanguageTool takes `{"annotation": [{"text": …}, {"markup": …, "interpretAs": …}]}` and answers in offsets of the
source; an engine that knows plain text only is given what is read, and its offsets are led back. So nothing is ever
searched for again. Code, addresses and titles stand there as words that an engine knows.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from reviewlint.document import Block, Document, Kind
from reviewlint.finding import Span

# Nouns that any engine knows, by whether a vowel opens them, for “an *Alien* fan” and “a *Jaws* fan” alike.
_TITLE = {True: "Othello", False: "Hamlet"}
_THING = {True: "item", False: "thing"}
_VOWELS = "aeiouAEIOU"


class Piece(NamedTuple):
    """A stretch of the source, and what is read there: itself in text, something else in markup."""

    source: str
    read: str
    markup: bool

    @property
    def annotation(self) -> dict[str, str]:
        """Return the piece as LanguageTool takes it."""
        if not self.markup:
            return {"text": self.source}
        return {"markup": self.source} | ({"interpretAs": self.read} if self.read else {})


class Passage(NamedTuple):
    """A paragraph or list item: the source offset at which it starts, and its pieces without a gap."""

    start: int
    pieces: tuple[Piece, ...]

    @property
    def source(self) -> str:
        """Return the stretch of the source that this is."""
        return "".join(piece.source for piece in self.pieces)

    @property
    def read(self) -> str:
        """Return what is read there."""
        return "".join(piece.read for piece in self.pieces)

    def to_source(self, start: int, end: int) -> Span:
        """Return the span of the source, from the passage's start, behind a stretch of `read` that is not empty.

        Of markup all is taken that stands for what is read.
        """
        read = [0, *accumulate(len(piece.read) for piece in self.pieces)]
        stands = [0, *accumulate(len(piece.source) for piece in self.pieces)]
        first, last = bisect_right(read, start) - 1, bisect_right(read, end - 1) - 1
        at = stands[first] + (0 if self.pieces[first].markup else start - read[first])
        to = stands[last] + (len(self.pieces[last].source) if self.pieces[last].markup else end - read[last])
        return Span(at, to)


def passages_of(document: Document, reads: Kind) -> tuple[Passage, ...]:
    """Return the blocks of a draft whose kind is one of `reads`, in order; those without a word are left out."""
    found = (_passage(document, block) for block in document.blocks if not block.kind & ~reads)
    return tuple(passage for passage in found if any(char.isalpha() for piece in passage.pieces for char in piece.read))


def _passage(document: Document, block: Block) -> Passage:
    source = document.source.text
    pieces: list[Piece] = []
    start = at = document.prose.to_source(block.start, block.end).start
    shown: Kind | None = None  # what a word of ours stands for in the piece before
    for read, first, last, kind in _stretches(document, block):
        if first > at:
            pieces.append(Piece(source[at:first], "", markup=True))
        hidden = kind & (Kind.TITLE | Kind.CODE | Kind.URL)
        if hidden and hidden == shown:  # the title goes on
            before = pieces.pop() if first <= at else Piece(pieces.pop().source, "", markup=True)
            word = pieces.pop() if first > at else before
            between = before.source if first > at else ""
            pieces.append(Piece(word.source + between + source[max(at, first) : last], word.read, markup=True))
        elif hidden:
            pieces.append(Piece(source[max(at, first) : last], _stand_in(read, hidden), markup=True))
        else:
            exact = last - first == len(read) and source[first:last] == read
            pieces.append(Piece(source[max(at, first) : last], read, markup=not exact))
        shown, at = hidden or None, max(at, last)
    return Passage(start, tuple(piece for piece in pieces if piece.source or piece.read))


def _stretches(document: Document, block: Block) -> Iterator[tuple[str, int, int, Kind]]:
    """Yield what a reader sees of a block, segment by segment, with its place in the source and its kinds."""
    view = document.prose
    at = block.start
    index = view.segment_at(at)
    while at < block.end:
        end = min(block.end, view.segments[index + 1].start if index + 1 < len(view.segments) else len(view.text))
        if end > at:
            span = view.to_source(at, end)
            yield view.text[at:end], span.start, span.end, view.segments[index].kind
        at, index = end, index + 1


def _stand_in(read: str, kind: Kind) -> str:
    words = _TITLE if kind & Kind.TITLE else _THING
    return words[read.lstrip("“\"'‘(")[:1] in _VOWELS and bool(read)]
