"""British and American spelling in one draft, or a spelling that the configuration does not want."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.document import Word
from reviewlint.finding import Finding
from reviewlint.lexicon.english import american_words, pairs
from reviewlint.rules.context import Context

# Spelt so on the other side, but also another word: “tired”, “mums” the flowers.
_OTHER_WORDS = frozenset("tired tire tires mum mums moustache moustaches artifact artifacts story stories".split())
_NAMES = {"gb": "British", "us": "American"}


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the words of the rarer side, if the other is clear; or those of the side that is not configured."""
    british, american = _words(ctx, pairs()), _words(ctx, american_words())
    english: str = ctx.options["english"]
    if english == "auto":
        if len(british) >= 2 * len(american) and len({w.text for w in british}) > 1:
            english = "gb"
        elif len(american) >= 2 * len(british) and len({w.text for w in american}) > 1:
            english = "us"
        else:
            return
    table = american_words() if english == "gb" else pairs()
    for word in american if english == "gb" else british:
        other = "us" if english == "gb" else "gb"
        yield ctx.finding(word.start, word.end, replace=table[word.text], is_in=_NAMES[other], draft_in=_NAMES[english])


def _words(ctx: Context, table: dict[str, str]) -> list[Word]:
    return [
        word
        for word in ctx.document.words
        if word.text in table
        and word.text not in _OTHER_WORDS
        and ctx.text[word.start : word.end] == word.text
        and not ctx.vocabulary.knows_folded(word.text)
    ]
