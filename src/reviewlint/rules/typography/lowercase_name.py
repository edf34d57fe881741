"""Names without their capital."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from reviewlint.document import Word
from reviewlint.finding import Finding
from reviewlint.lexicon import is_word
from reviewlint.rules.context import Context
from reviewlint.rules.typography.capitals import bare
from reviewlint.rules.typography.names import (
    DAYS_AND_MONTHS,
    NAMED_AFTER,
    PEOPLES,
    PERSONS,
    PLACES,
    SECOND_WORDS,
)
from reviewlint.rules.wordsets import SHARED

_NAMES = DAYS_AND_MONTHS | PEOPLES | PLACES | PERSONS
_SMALL_STYLE = 0.15  # of sentences start with a small letter: the author writes so
_OFTEN = 3  # more of them in a draft, and it is how the author writes
_SHORT = 3  # letters
_ADDRESS = frozenset("@#/._-[]")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield names in small letters, unless that is how the whole draft is written."""
    words = ctx.document.words
    own = _own_names(ctx)
    found = [
        (i, start)
        for i, word in enumerate(words)
        if (low := bare(word.text)) in _NAMES or low in SECOND_WORDS or low in own
        if (start := _starts(ctx, words, i, low)) is not None
    ]
    if not found or len({words[i].text for i, _ in found}) > _OFTEN or _writes_small(ctx):
        return
    for i, start in found:
        text = ctx.document.prose.text[start : words[i].end]
        yield ctx.finding(start, words[i].end, replace=" ".join(part[0].upper() + part[1:] for part in text.split()))


def _starts(ctx: Context, words: tuple[Word, ...], i: int, low: str) -> int | None:
    """Return where the name starts that word `i`, in small letters, ends; None if it is none, or right so."""
    word = words[i]
    before, after = ctx.text[word.start - 1 : word.start], ctx.text[word.end : word.end + 1]
    if ctx.text[word.start : word.end] != word.text or before in _ADDRESS or after in _ADDRESS - {"."}:
        return None
    if after == "." and ctx.text[word.end + 1 : word.end + 2].isalnum():
        return None
    follows = words[i + 1].text if i + 1 < len(words) else ""
    if low in SECOND_WORDS:
        first = words[i - 1] if i else None
        if first is not None and first.text in SECOND_WORDS[low].split() and ctx.text[first.end : word.start] == " ":
            return first.start if low not in ctx.vocabulary.exact else None
        if low not in _NAMES:
            return None
    if low in ctx.vocabulary.exact or (low not in _NAMES and i and words[i - 1].text in SHARED["degree"]):
        return None  # “she seems more unsane by the day”, of a film of that name
    if low not in PERSONS and (follows in NAMED_AFTER or (low == "danish" and after != " ")):
        return None
    return word.start


def _own_names(ctx: Context) -> frozenset[str]:
    """Return the names, in small letters, that the draft writes with a capital again and again, but for once."""
    counts = Counter(bare(word.text) for word in ctx.document.words)
    return frozenset(
        low
        for low, count in counts.items()
        if count == 1
        and low.islower()
        and low.isalpha()
        and len(low) > _SHORT
        and counts[low.capitalize()] >= _OFTEN
        and not is_word(low)
    )


def _writes_small(ctx: Context) -> bool:
    starts = [ctx.text[s.start] for s in ctx.document.sentences if ctx.text[s.start].isalpha()]
    return not starts or sum(char.islower() for char in starts) > _SMALL_STYLE * len(starts)
