"""The same word twice in a row."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding, Safety
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import words

# Never sound twice in a row.
_ALWAYS = words(
    "the a an and of from with by as are am its their our my your his i we they she or nor but if than because "
    "while this these those into onto upon during without within between among about against through until also "
    "been being were would should must might shall could cannot don't doesn't didn't isn't wasn't aren't it's he's "
    "she's they're we're you're i'm there's that's can't won't couldn't wouldn't i've what's whose which when "
    "where although though unless whether every each some any such both either neither be to then just even only "
    "still already almost am"
)
# Sound where one ends a clause and the other begins one: “what it is is”, “the bed he slept in in May”.
_MOSTLY = words("in on for at is was has have")
_CLAUSE_WORDS = words(
    "what whatever all who whoever where which that how thing things problem point truth question trouble reason"
)
_STRANDED = words("in on for at")
# What may follow a doubled “in in”, “on on” or “for for” that is a slip.
_PHRASE_START = words(
    "the a an this that these those his her its my your our their some any every each all no one most such order "
    "fact general particular case spite addition terms front place top board show example instance sure"
)
# “It goes on on the roof”, “they look at at night”.
_PARTICLE_VERBS = words(
    "fit fits fitting goings go goes went gone going come comes came coming look looks looked looking get gets got "
    "move moves moved shot "
    "live lives lived jump jumps jumped check checks log logs zoom zooms join joins put puts take takes took turn "
    "turns turned settle settles step steps stay stays stayed drop drops fill fills let lets call calls left hand "
    "close closes kick kicks drag drags carry carries keep keeps tune tunes catch catches caught sign signs set "
    "sets work works play plays wait waits ask asks call calls fall falls fell pay pays paid sleep sleeps slept "
    "care cares"
)


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each pair of equal function words that no sentence needs twice."""
    tokens = tokens_of(ctx.text)
    for word in (_ALWAYS | _MOSTLY) & tokens.places.keys():
        previous = -2
        for i in tokens.places[word]:
            if i == previous + 1 and tokens.near[i] and _is_slip(tokens, i, word):
                start, end = tokens.starts[i - 1], tokens.ends[i]
                # The second “in” of “to fit in in the end” is as sound as it is rare.
                safety = Safety.UNSAFE if word in _STRANDED else None
                yield ctx.finding(start, end, replace=tokens.word(i - 1), safety=safety)
            previous = i


def _is_slip(tokens: Tokens, i: int, word: str) -> bool:
    """Tell whether tokens i - 1 and i, the same word, are one too many."""
    if tokens.after(i) == word or tokens.before(i, 2) == word:
        return False  # three in a row are a stammer, and meant
    first, second = tokens.word(i - 1), tokens.word(i)
    if second != first and not (tokens.starts_sentence(i - 1) and second.islower()):
        return False  # “of The The”, “the The”: a name begins
    if first[0].isupper() and second[0].isupper() and not (word == "i" or tokens.starts_sentence(i - 1)):
        return False
    if first.isupper() and len(first) > 1:
        return False
    if word in _ALWAYS:
        return True
    if word in _STRANDED:
        return (
            tokens.after(i) in _PHRASE_START
            and tokens.before(i, 2) not in _PARTICLE_VERBS
            and not _in_clause(tokens, i)
        )
    return not _in_clause(tokens, i) and not tokens.starts_sentence(i)


def _in_clause(tokens: Tokens, i: int) -> bool:
    """Tell whether a word that opens a clause stands in the ten words before."""
    for k in range(i - 1, max(-1, i - 11), -1):
        if tokens.lower[k] in _CLAUSE_WORDS:
            return True
        if tokens.starts_sentence(k):
            break
    return False
