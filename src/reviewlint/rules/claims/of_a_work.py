"""Whether a draft speaks of a work at all: only there is an unnamed opinion one on the work."""

from __future__ import annotations

import re

from reviewlint.rules.context import Context

_WORK = re.compile(
    r"\b(?:films?|movies?|documentary|series|show|seasons?|episodes?|books?|novels?|memoir|anthology|manga|anime|comics?|"
    r"games?|sequels?|albums?|songs?|tracks?|records?|bands?|plays?|opera|directors?|authors?|actors?|actress|"
    r"characters?|plot|restaurants?|dish(?:es)?|reviews?|reviewers?)\b",
    re.IGNORECASE,
)
_EVERY = 100  # words: one of the above in so many at least
_SHORT = 60  # words: a text so short says nothing by its count


def is_of_work(ctx: Context) -> bool:
    """Tell whether a draft speaks of a film, book, game or the like again and again, and so reviews it."""
    words = len(ctx.document.words)
    return words < _SHORT or sum(1 for _ in _WORK.finditer(ctx.text)) * _EVERY >= words
