"""A noun joined to itself: “deep feelings and feelings”."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import SHARED, words

_NOUNS = Tag.NOUN | Tag.PLURAL
# “Years and years”, “layers and layers”: a great many.
_MEASURES = SHARED["unit"] | words(
    "ages age pages page layers loads tons heaps piles rows lots lot dozens hundreds thousands millions miles times "
    "generations levels rounds waves lists bits piece pieces half drop drops inch round street block blocks row night "
    "part parts hand arm side face neck back end"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each “adjective noun and noun” whose nouns are the same word, unless it means a great many."""
    tokens = tokens_of(ctx.text)
    for i in tokens.at(["and"]):
        noun = tokens.before(i)
        if noun and noun == tokens.after(i) and noun not in _MEASURES and _is_slip(tokens, i, noun):
            yield ctx.finding(tokens.starts[i - 1], tokens.ends[i + 1])


def _is_slip(tokens: Tokens, i: int, noun: str) -> bool:
    adjective = tokens.before(i, 2)
    small = not tokens.capital(i - 1) and not tokens.capital(i + 1)
    last = tokens.low(i + 2) != "of" and tokens.after(i + 1) != "and"
    return small and last and bool(adjective) and share(noun, _NOUNS) > 0.8 and share(adjective, Tag.ADJECTIVE) > 0.7
