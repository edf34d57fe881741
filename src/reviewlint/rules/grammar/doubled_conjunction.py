"""“Although … but” and “because … so”: two conjunctions for one link."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.lexicon import Tag, share
from reviewlint.rules.context import Context
from reviewlint.rules.tokens import Tokens, tokens_of
from reviewlint.rules.wordsets import words

_SECOND = {"although": "but", "though": "but", "despite": "but", "because": "so", "since": "so"}
_SUBJECTS = words("it he she they we i you there the this that these those his her its their my our nobody everyone")
_LONGEST = 25


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each “but” or “so” that begins the main clause after a clause with “although” or “because”."""
    tokens = tokens_of(ctx.text)
    for i in tokens.at(_SECOND):
        if not _begins_sentence(tokens, i):
            continue
        comma = next((k for k in range(i + 2, min(len(tokens), i + _LONGEST)) if not tokens.near[k]), None)
        if comma is None or tokens.gap(comma) != ", " or tokens.lower[comma] != _SECOND[tokens.lower[i]]:
            continue
        if tokens.after(comma) not in _SUBJECTS or not _holds_verb(tokens, i, comma):
            continue
        yield ctx.finding(tokens.starts[comma], tokens.ends[comma])


def _begins_sentence(tokens: Tokens, i: int) -> bool:
    return tokens.starts_sentence(i) or (tokens.before(i) == "even" and tokens.starts_sentence(i - 1))


def _holds_verb(tokens: Tokens, first: int, last: int) -> bool:
    kinds = Tag.VERB_S | Tag.PAST | Tag.VERB | Tag.MODAL
    return tokens.lower[first] == "despite" or any(share(tokens.lower[k], kinds) > 0.5 for k in range(first + 1, last))
