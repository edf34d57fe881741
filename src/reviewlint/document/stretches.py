"""Stretches of a source that are no prose, though no parser of its format knows them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reviewlint.finding import Span

FILLER = "x"
_VISIBLE = re.compile(r"[^\r\n]")


class Stretch(NamedTuple):
    """A stretch of the source that is no prose: where, and whether readers see anything in its place.

    `comment` is what it says, where it is a remark of the author's to himself.
    """

    span: Span
    shown: bool
    comment: str | None = None


def in_order(stretches: Iterable[Stretch]) -> list[Stretch]:
    """Return stretches by place; of two that overlap, the first."""
    kept: list[Stretch] = []
    for stretch in sorted(stretches, key=lambda stretch: (stretch.span.start, -stretch.span.end)):
        if stretch.span.end > stretch.span.start and (not kept or stretch.span.start >= kept[-1].span.end):
            kept.append(stretch)
    return kept


def blanked(text: str, stretches: Sequence[Stretch], start: int = 0, end: int | None = None) -> str:
    """Return `text[start:end]` with filler for what the stretches take of it; line ends stay.

    What has its lines to itself and shows nothing leaves empty lines.
    """
    parts = []
    at, end = start, len(text) if end is None else end
    for span, shown, _ in stretches:
        first, last = max(at, span.start), min(end, span.end)
        if first < last:
            filler = FILLER if shown or not has_its_lines(text, span) else " "
            parts += [text[at:first], _VISIBLE.sub(filler, text[first:last])]
            at = last
    return "".join([*parts, text[at:end]])


def has_its_lines(text: str, span: Span) -> bool:
    """Tell whether nothing but blanks, or the marks of a quotation, stands beside a span on the lines it touches."""
    before, after = span.start - 1, span.end
    while before >= 0 and text[before] in " \t>":
        before -= 1
    while after < len(text) and text[after] in " \t":
        after += 1
    return (before < 0 or text[before] in "\r\n") and (after == len(text) or text[after] in "\r\n")


class Ahead:
    """Finds the next place of a mark in a text. Asked in order, it looks at each character once, mark by mark."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._next: dict[str, int] = {}

    def __call__(self, mark: str, at: int) -> int:
        """Return the first place of `mark` from `at` on, or -1."""
        known = self._next.get(mark, -2)
        if known == -1 or known >= at:
            return known
        self._next[mark] = found = self._text.find(mark, at)
        return found
