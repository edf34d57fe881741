"""Frames: patterns of words between which something is missing, and how they are searched."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import Any, NamedTuple

import re2

from reviewlint.document import Sentence
from reviewlint.rules.context import Context


class Gap(NamedTuple):
    """A stretch that shows a gap: view offsets, and the frame that matched."""

    start: int
    end: int
    match: Any


class Frames:
    """Patterns that are searched together: one pass over a text tells which of them occur in it at all."""

    __slots__ = ("_together", "patterns")

    def __init__(self, patterns: tuple[str, ...]) -> None:
        self.patterns = patterns
        self._together: Any = None

    def occurring(self, text: str) -> Iterator[Any]:
        """Yield the compiled patterns that match somewhere in `text`."""
        if self._together is None:
            self._together = re2.Set.SearchSet()
            for pattern in self.patterns:
                self._together.Add(pattern)
            self._together.Compile()
        for index in self._together.Match(text) or ():
            yield compiled(self.patterns[index])


@cache
def compiled(pattern: str) -> Any:
    """Return a compiled RE2 pattern. Few patterns ever match, so each is compiled when it first does."""
    return re2.compile(pattern)


def frames_of(*patterns: str) -> Frames:
    """Return frames of RE2 patterns, blind to case; the group `span` of each is what a finding marks."""
    return Frames(tuple("(?i)" + pattern for pattern in patterns))


def gaps(text: str, *frames: Frames) -> Iterator[Gap]:
    """Yield what the frames match, in order; of two that overlap, the earlier or longer one."""
    found = []
    for pattern in chain.from_iterable(each.occurring(text) for each in frames):
        group = pattern.groupindex["span"]
        found += [Gap(match.start(group), match.end(group), match) for match in pattern.finditer(text)]
    last = -1
    for gap in sorted(found, key=lambda gap: (gap.start, -gap.end)):
        if gap.start >= last:
            last = gap.end
            yield gap


def sentence_at(ctx: Context, at: int) -> Sentence:
    """Return the sentence that holds view offset `at`; outside any, an empty one there."""
    return ctx.sentence_of(at) or Sentence(at, at, -1)
