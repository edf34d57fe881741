"""Frames: patterns of words between which something is missing, and how they are searched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import re2

from reviewlint.document import Sentence
from reviewlint.rules.context import Context


class Gap(NamedTuple):
    """A stretch that shows a gap: view offsets, and the frame that matched."""

    start: int
    end: int
    match: Any


def compile_frames(*patterns: str) -> tuple[Any, ...]:
    """Return RE2 patterns, blind to case; the group `span` of each is what a finding marks."""
    return tuple(re2.compile("(?i)" + pattern) for pattern in patterns)


def gaps(text: str, frames: Iterable[Any]) -> Iterator[Gap]:
    """Yield what the frames match, in order; of two that overlap, the earlier or longer one."""
    found = sorted(
        (Gap(*match.span(match.re.groupindex["span"]), match) for frame in frames for match in frame.finditer(text)),
        key=lambda gap: (gap.start, -gap.end),
    )
    last = -1
    for gap in found:
        if gap.start >= last:
            last = gap.end
            yield gap


def sentence_at(ctx: Context, at: int) -> Sentence:
    """Return the sentence that holds view offset `at`; outside any, an empty one there."""
    sentences = ctx.document.sentences
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].end <= at:
            low = middle + 1
        else:
            high = middle
    if low < len(sentences) and sentences[low].start <= at:
        return sentences[low]
    return Sentence(at, at, -1)
