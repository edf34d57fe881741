"""A word that its neighbour echoes: “distant distances”, “the eaten cakes are eaten”."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import words

_ENDINGS = (
    "ingness", "iness", "ances", "ences", "ness", "ance", "ence", "ings", "eries", "ery", "ful", "less", "ous", "ing",
    "ity", "ies", "ent", "ant", "ed", "en", "es", "ly", "er", "al", "ic", "y", "s", "e",
)  # fmt: skip
_SHORTEST = 4  # letters of a stem that tells something
_NOUNS = Tag.NOUN | Tag.PLURAL
_DESCRIBES = Tag.ADJECTIVE | Tag.PARTICIPLE | Tag.ING
# Terms, and what is said on purpose: “living life”, “human humanity”.
_TERMS = words("living live national nation human music musical king kings party parties")


def check(ctx: Context) -> Iterator[Finding]:
    """Yield “adjective noun” and “noun of noun” made from one stem, and a participle that its clause says again."""
    tokens = tokens_of(ctx.text)
    for i in range(1, len(tokens)):
        if tokens.near[i] and _echoes(tokens, i - 1, i):
            yield ctx.finding(tokens.starts[i - 1], tokens.ends[i])
    for i in tokens.at(("is", "are", "was", "were")):
        if _says_again(tokens, i):
            yield ctx.finding(tokens.starts[i - 3], tokens.ends[i + 1])


def _says_again(tokens: Tokens, i: int) -> bool:
    """Tell whether a participle stands before the subject of the “is” at i and after it."""
    said = tokens.after(i)
    if not said or said != tokens.before(i, 2) or tokens.before(i, 3) not in ("the", "his", "her", "their", "its"):
        return False
    return share(said, Tag.PARTICIPLE | Tag.PAST) > 0.7 and share(tokens.before(i), _NOUNS) > 0.5


def _echoes(tokens: Tokens, first: int, second: int) -> bool:
    """Tell whether an adjective and the noun after it come from one stem and are two words."""
    a, b = tokens.lower[first], tokens.lower[second]
    if a[:_SHORTEST] != b[:_SHORTEST] or a == b or a in _TERMS or b in _TERMS:
        return False
    if tokens.capital(first) or tokens.capital(second) or "-" in a + b or "'" in a + b:
        return False
    if share(a, _DESCRIBES) < 0.7 or share(b, _NOUNS) < 0.4:
        return False
    return _stem(a) == _stem(b)


def _stem(word: str) -> str:
    """Return a word without its endings."""
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
                word = word[: -len(ending)]
                break
    return word
