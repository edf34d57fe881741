"""A sentence that begins in lower case, in a draft whose sentences otherwise begin with a capital."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import share_capital
from reviewlint.rules.context import Context
from reviewlint.rules.grammar.clauses import is_abbreviation
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import words

# A small letter after these stops is sound: “etc. and”, “approx. ten”.
_SHORTENED = words(
    "etc eg ie vs approx ca cf al ed eds pp no nos vol fig min mins max hr hrs st ft feat dept est inc ltd co jr sr"
)
# Words that often begin a sentence and are no names in lower case.
_OPENERS = words(
    "the a an it he she they we you this that these those there his her its their our my but and so when if in on "
    "at as for with from after before although though while because since what who how where why not no yes all "
    "some one each every both many most only even then now here however also still yet once despite after by to"
)
_SHARE = 0.1  # of the sentences; where more begin in lower case, that is a manner


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each such first word, if there are few of them."""
    tokens = tokens_of(ctx.text)
    small, starts, manner = [], 0, 0
    for i in range(1, len(tokens)):
        if tokens.near[i]:
            continue
        gap = tokens.gap(i)
        if gap not in (". ", "! ", "? ", ".\n", "!\n", "?\n"):
            continue
        starts += 1
        manner += tokens.word(i).islower()
        if tokens.lower[i] in _OPENERS and tokens.word(i).islower() and _ends(tokens, i - 1, gap):
            small.append(i)
    if manner > max(1, _SHARE * starts):
        return
    for i in small:
        word = tokens.word(i)
        yield ctx.finding(tokens.starts[i], tokens.ends[i], replace=word[0].upper() + word[1:])


def _ends(tokens: Tokens, i: int, gap: str) -> bool:
    """Tell whether the mark after token i ends a sentence: no abbreviation, initial, number or name in “!”."""
    word = tokens.lower[i]
    if gap[0] == "!" or (gap[0] == "?" and tokens.capital(i)):
        return False  # “Yahoo! and”, “Oh! what a …”
    if word in _SHORTENED or is_abbreviation(tokens, i) or word[-1].isdigit() or tokens.word(i).isupper():
        return False
    return len(word) > 2 and share_capital(word) < 0.8 and not tokens.capital(i)
