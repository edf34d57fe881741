"""How a text is laid out, where its file says so by other means than signs in the text: Word, OpenDocument, RTF."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from reviewlint.document.builder import ViewBuilder
from reviewlint.document.extra import Extra
from reviewlint.document.source import Source
from reviewlint.document.view import HIDDEN, Kind

BREAK = "\v"  # a line break within a paragraph, as Word itself writes it in plain text
PICTURE = HIDDEN  # one character for a picture, a formula or a sign of a symbol font
_SPLIT = re.compile(f"({PICTURE}|{BREAK})")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>()\[\]\"]+[^\s<>()\[\]\".,;:!?'’]")


class Stretch(NamedTuple):
    """Part of a paragraph: offsets into the text, and what it is; None for text that is struck out."""

    start: int
    end: int
    kind: Kind | None


class Paragraph(NamedTuple):
    """A line of the text: its offsets, its kind, the level of a heading, and the parts that are more than text."""

    start: int
    end: int
    kind: Kind
    level: int = 0
    stretches: tuple[Stretch, ...] = ()


def moved(layout: Sequence[Paragraph], old: str, new: str) -> tuple[Paragraph, ...]:
    """Return the layout of a text after edits within its lines: paragraphs and what stands in them are moved along.

    A stretch that an edit touches is plain text from then on.
    """
    found, start = [], 0
    for paragraph, line in zip(layout, new.split("\n"), strict=True):
        before = old[paragraph.start : paragraph.end]
        same = _shared(before, line)
        tail = min(_shared(before[::-1], line[::-1]), min(len(before), len(line)) - same)
        shift, after = start - paragraph.start, len(line) - len(before)
        kept = [_shifted(each, shift) for each in paragraph.stretches if each.end <= paragraph.start + same]
        first = paragraph.start + same
        late = [each for each in paragraph.stretches if each.start >= paragraph.end - tail and each.end > first]
        kept += [_shifted(each, shift + after) for each in late]
        found.append(Paragraph(start, start + len(line), paragraph.kind, paragraph.level, tuple(kept)))
        start += len(line) + 1
    return tuple(found)


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    shorter = min(len(one), len(other))
    return next((at for at in range(shorter) if one[at] != other[at]), shorter)


def _shifted(stretch: Stretch, by: int) -> Stretch:
    return Stretch(stretch.start + by, stretch.end + by, stretch.kind)


def read_laid_out(source: Source, start: int, builder: ViewBuilder) -> Extra:
    """Add the paragraphs of a text whose layout is known, from offset `start` on."""
    for paragraph in source.layout:
        if paragraph.start >= start and source.text[paragraph.start : paragraph.end].strip():
            builder.open(paragraph.kind, paragraph.start, paragraph.level)
            for stretch in _whole(paragraph, source.text):
                if stretch.kind is None and _parts_words(source.text, stretch):
                    builder.stand_in(stretch.start, stretch.end)
                elif stretch.kind is None:
                    builder.leave_out(stretch.start, stretch.end)
                else:
                    _add(source.text, stretch.start, stretch.end, stretch.kind, builder)
            builder.close()
    return Extra()


def _whole(paragraph: Paragraph, text: str) -> Sequence[Stretch]:
    """Return all parts of a paragraph, plain ones and addresses too, less the blanks at its ends."""
    inside = text[paragraph.start : paragraph.end]
    begin = paragraph.start + len(inside) - len(inside.lstrip())
    finish = paragraph.start + len(inside.rstrip())
    marked = paragraph.stretches or [
        Stretch(paragraph.start + found.start(), paragraph.start + found.end(), Kind.URL)
        for found in _URL.finditer(inside)
    ]
    parts, at = [], begin
    for stretch in marked:
        first, last = max(stretch.start, at), min(stretch.end, finish)
        if first < last:
            parts += [Stretch(at, first, Kind(0)), Stretch(first, last, stretch.kind)]
            at = last
    return [*parts, Stretch(at, finish, Kind(0))]


def _parts_words(text: str, stretch: Stretch) -> bool:
    """Tell whether what stands before and after a stretch would be one word without it."""
    before, after = text[max(0, stretch.start - 1) : stretch.start], text[stretch.end : stretch.end + 1]
    return before.isalnum() and after.isalnum()


def _add(text: str, start: int, end: int, kind: Kind, builder: ViewBuilder) -> None:
    at = start
    for part in _SPLIT.split(text[start:end]):
        if part == PICTURE:
            builder.stand_in(at, at + 1)
        else:
            builder.add("\n" if part == BREAK else part, at, at + len(part), kind)
        at += len(part)
