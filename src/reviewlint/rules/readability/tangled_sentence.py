"""A sentence so long and nested that a reader must start again."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.readability.measures import own_sentences
from reviewlint.rules.readability.tangle import Tangle, tangle_of

# Words beyond the limit that make up for two clauses fewer: at 60 words four opened clauses are as hard to
# hold as six at 45. Read off 1,000 long sentences of published reviews.
_LONGER = 15


def check(ctx: Context) -> Iterator[Finding]:
    """Yield each sentence that is over the limit of words and opens many clauses."""
    limit: int = ctx.options["max-words"]
    clauses: int = ctx.options["max-clauses"]
    text = ctx.text
    for sentence in own_sentences(ctx.document):
        # Forty-five words take at least twice as many characters: most sentences end here.
        if sentence.end - sentence.start < 2 * limit:
            continue
        tangle = tangle_of(text[sentence.start : sentence.end])
        if tangle.words >= limit and is_tangled(tangle, limit, clauses):
            yield ctx.finding(sentence.start, sentence.end, words=tangle.words, clauses=tangle.clauses)


def is_tangled(tangle: Tangle, limit: int, clauses: int) -> bool:
    """Tell whether a stretch over the limit of words also nests too deep."""
    return tangle.clauses >= clauses or (tangle.words >= limit + _LONGER and tangle.clauses >= clauses - 2)
