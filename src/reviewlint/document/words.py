"""Words of a text, with offsets."""

from __future__ import annotations

import re
from typing import NamedTuple

# A word may hold apostrophes, hyphens between letters, and combining marks; digits make a word of their own kind.
_WORD = re.compile(r"[^\W_](?:[\w\u0300-\u036f]|['’\-](?=[^\W_]))*")


class Word(NamedTuple):
    """A word and its offsets. A tuple, since a draft has thousands."""

    start: int
    end: int
    text: str


def words_of(text: str) -> list[Word]:
    """Return the words and numbers of `text`; "jack-o’-lantern" and "don't" are one word each."""
    return [Word(match.start(), match.end(), match.group()) for match in _WORD.finditer(text)]
