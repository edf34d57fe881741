"""Sentences that lose their readers: long, and clause within clause."""

from __future__ import annotations

import re
from typing import NamedTuple

from reviewlint.rules.readability.measures import word_count

# "that" before a noun of time or after a preposition points; it opens nothing.
_OPENERS = re.compile(
    r"\b(?:(?<!\bof )(?<!\bat )(?<!\bto )"
    r"that(?! (?:year|month|week|day|night|evening|morning|time|moment|summer|way)s?\b)"
    r"|who|whom|whose|which|what|whatever|whoever|whichever|why|how|whether|because|although|though|if"
    r"|unless|when|whenever|while|whilst|where|wherever|until|till|since|lest|whereas)\b",
    re.IGNORECASE,
)
# A reader rests here, so clauses on both sides do not nest.
_REST = re.compile(r"[;:]|\s[–—-]+\s|—|--|[()]")


class Tangle(NamedTuple):
    """The words of the longest stretch of a sentence without a rest, and the clauses opened in it."""

    words: int
    clauses: int


def tangle_of(sentence: str) -> Tangle:
    """Return the worst stretch of a sentence."""
    return max(Tangle(word_count(piece), len(_OPENERS.findall(piece))) for piece in _REST.split(sentence))
