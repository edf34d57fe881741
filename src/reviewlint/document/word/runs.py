"""Cuts the runs of a Word document at given characters, so that a mark can stand at exactly these."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any, NamedTuple

from reviewlint.document.word.names import RUN, RUN_PROPERTIES, SPACE
from reviewlint.document.word.walk import Line, Piece, lines_of


class Placed(NamedTuple):
    """A piece of the document and the offset in the text at which it starts."""

    start: int
    piece: Piece

    def meets(self, start: int, end: int) -> bool:
        """Tell whether some of it stands between two offsets."""
        return self.start < end and self.start + len(self.piece.text) > start


class PlacedLine(NamedTuple):
    """A paragraph and the offset in the text at which it starts."""

    start: int
    line: Line

    @property
    def pieces(self) -> Iterator[Placed]:
        """Yield its pieces with their offsets."""
        at = self.start
        for piece in self.line.pieces:
            yield Placed(at, piece)
            at += len(piece.text)


class Places:
    """Where the characters of a document stand: its paragraphs with their offsets, in order."""

    def __init__(self, document: Any) -> None:
        self._lines: list[PlacedLine] = []
        start = 0
        for line in lines_of(document):
            self._lines.append(PlacedLine(start, line))
            start += len(line.text) + 1

    def lines_from(self, offset: int) -> Sequence[PlacedLine]:
        """Return the paragraph that holds an offset, and all that follow."""
        after = bisect_right(self._lines, offset, key=lambda each: each.start)
        return self._lines[max(0, after - 1) :]

    def pieces(self, start: int, end: int) -> list[Placed]:
        """Return the pieces of a paragraph that stand between two offsets of it, in whole or in part."""
        return [placed for placed in self.lines_from(start)[0].pieces if placed.meets(start, end)]


def cut_runs(document: Any, offsets: Iterable[int], apart: Sequence[tuple[int, int]]) -> None:
    """Cut runs so that at each offset one run ends and another begins.

    Within the stretches in `apart`, everything that a run holds becomes a run of its own, so that a picture beside
    words can stay when they go. What each run looks like stays the same.
    """
    for start, line in Places(document).lines_from(0):
        end = start + len(line.text)
        wanted = {offset for offset in offsets if start <= offset <= end} if line.anchor is None else set()
        at = start
        for piece in line.pieces if wanted else ():
            finish = at + len(piece.text)
            if piece.run is not None:
                alone = any(at < last and finish > first for first, last in apart)
                first = _of_run(piece.element)
                last = _cut(first, sorted(offset - at for offset in wanted if at < offset < finish), alone=alone)
                if at in wanted or alone:
                    _part_before(first)
                if finish in wanted or alone:
                    _part_after(last)
            at = finish


def _of_run(element: Any) -> Any:
    """Return the child of a run that an element is, or stands in, as a picture stands in one of two alternatives."""
    while element.getparent().tag != RUN:
        element = element.getparent()
    return element


def _cut(element: Any, places: Sequence[int], *, alone: bool) -> Any:
    """Cut a text at some places, each part in a run of its own, and return the last part."""
    last = element
    for place in reversed(places):
        text = element.text or ""
        rest = deepcopy(element)
        element.text, rest.text = text[:place], text[place:]
        for part in (element, rest):
            part.set(SPACE, "preserve")
        element.addnext(rest)
        _part_before(rest)
        if alone:
            _part_after(rest)
        last = rest if last is element else last
    return last


def _part_before(element: Any) -> None:
    """Let the run of an element begin with it, and what stands before it be in a run of its own before that."""
    run = element.getparent()
    before = [child for child in run[: run.index(element)] if child.tag != RUN_PROPERTIES]
    if before:
        run.addprevious(_like(run, before))


def _part_after(element: Any) -> None:
    """Let the run of an element end with it, and what stands after it be in a run of its own after that."""
    run = element.getparent()
    after = list(run[run.index(element) + 1 :])
    if after:
        run.addnext(_like(run, after))


def _like(run: Any, children: Sequence[Any]) -> Any:
    """Return a new run that looks like another, with children that move into it."""
    new = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
    properties = run.find(RUN_PROPERTIES)
    if properties is not None:
        new.append(deepcopy(properties))
    new.extend(children)
    return new
