"""Patterns that are compiled when they are first needed: most drafts need few of them, and start-up counts."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache


class Pattern:
    """A Python regular expression, compiled on first use; otherwise as `re.Pattern`."""

    __slots__ = ("_source",)

    def __init__(self, source: str) -> None:
        self._source = source

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first match in `text[start:end]`, anchors and look-arounds seeing no further."""
        return _compiled(self._source).search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the match at `start`, or None."""
        return _compiled(self._source).match(text, start, end)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Return the match of the whole of `text`, or None."""
        return _compiled(self._source).fullmatch(text)

    def sub(self, replacement: str, text: str) -> str:
        """Return `text` with every match replaced."""
        return _compiled(self._source).sub(replacement, text)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Yield every match in `text[start:end]`."""
        return _compiled(self._source).finditer(text, start, end)


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)
