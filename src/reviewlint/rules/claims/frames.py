"""Frames: patterns of words between which something is missing, and how they are searched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import re2

from reviewlint.document import Sentence
from reviewlint.rules.context import Context


class Gap(NamedTuple):
    """A stretch that shows a gap: view offsets, and the frame that matched."""

    start: int
    end: int
    match: Any


@dataclass(frozen=True, slots=True)
class Frames:
    """Patterns that are searched together: one pass over a text tells which of them occur in it at all."""

    patterns: tuple[Any, ...]
    any_of_them: Any  # an RE2 set

    def __add__(self, other: Frames) -> Frames:
        return _together(self.patterns + other.patterns)


def compile_frames(*patterns: str) -> Frames:
    """Return frames of RE2 patterns, blind to case; the group `span` of each is what a finding marks."""
    return _together(tuple(re2.compile("(?i)" + pattern) for pattern in patterns))


def _together(patterns: tuple[Any, ...]) -> Frames:
    together = re2.Set.SearchSet()
    for pattern in patterns:
        together.Add(pattern.pattern)
    together.Compile()
    return Frames(patterns, together)


def gaps(text: str, frames: Frames) -> Iterator[Gap]:
    """Yield what the frames match, in order; of two that overlap, the earlier or longer one."""
    found = []
    for index in frames.any_of_them.Match(text) or ():
        pattern = frames.patterns[index]
        group = pattern.groupindex["span"]
        for match in pattern.finditer(text):
            start, end = match.span(group)
            found.append(Gap(start, end, match))
    last = -1
    for gap in sorted(found, key=lambda gap: (gap.start, -gap.end)):
        if gap.start >= last:
            last = gap.end
            yield gap


def sentence_at(ctx: Context, at: int) -> Sentence:
    """Return the sentence that holds view offset `at`; outside any, an empty one there."""
    return ctx.sentence_of(at) or Sentence(at, at, -1)
