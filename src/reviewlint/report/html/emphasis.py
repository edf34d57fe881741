"""Which stretches of a draft are in italics or bold, as the page shows them."""

from __future__ import annotations

import re
from typing import NamedTuple

from reviewlint.document import Block, Document, Kind

# A run of stars or underscores beside a letter, or a tag; a star before a blank is the bullet of a list.
_MARK = re.compile(r"(?P<run>(?P<sign>[*_])(?P=sign){0,2})|<(?P<end>/?)(?P<tag>em|i|strong|b)\b[^<>]*>", re.IGNORECASE)
_TAGS = {"em": "em", "i": "em", "strong": "strong", "b": "strong"}
_RUNS = {1: ("em",), 2: ("strong",), 3: ("strong", "em")}


class Emphasis(NamedTuple):
    """A stretch of the prose view and the elements that it stands in, the outer first."""

    start: int
    end: int
    tags: tuple[str, ...]


def emphasis_in(document: Document, block: Block) -> list[Emphasis]:
    """Return the emphasised stretches of a block, in order; of a Word document, its titles in italics.

    It is read from the marks that the source has between the segments of the view.
    """
    view, text = document.prose, document.source.text
    first, found = view.segment_at(block.start), []
    last_end = view.segments[first - 1].source_end if first else 0
    open_tags: list[str] = []
    for index in range(first, len(view.segments)):
        start, source_start, source_end, kind = view.segments[index]
        if start >= block.end:
            break
        end = view.segments[index + 1].start if index + 1 < len(view.segments) else len(view.text)
        if document.source.packed is not None:
            open_tags = ["em"] if kind & Kind.TITLE and text[source_start - 1 : source_start] not in "“‘\"'" else []
        else:
            _follow(open_tags, text, last_end, source_start)
        if open_tags:
            found.append(Emphasis(max(start, block.start), min(end, block.end), tuple(open_tags)))
        last_end = source_end
    return found


def _follow(open_tags: list[str], text: str, start: int, end: int) -> None:
    """Open and close elements by the marks in a stretch of the source that shows nothing."""
    for mark in _MARK.finditer(text, start, end):
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        names = _RUNS[len(mark["run"])] if mark["run"] else (_TAGS[mark["tag"].lower()],)
        closing = bool(mark["end"]) if mark["tag"] else names[0] in open_tags and not before.isspace()
        for name in names:
            if closing and name in open_tags:
                open_tags.remove(name)
            elif not closing and (mark["tag"] or after.strip()) and name not in open_tags:
                open_tags.append(name)
