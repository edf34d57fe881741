"""Two numbers of one thing that the scorer of pairs takes for the same: “six weapons”, and “the seven weapons”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from reviewlint.claims.pairs import Count, counts_in, pair_features, pairs_of
from reviewlint.claims.scope import tells_otherwise
from reviewlint.claims.scorer import probability
from reviewlint.facts.numbers import numbers_among
from reviewlint.rules.context import Context
from reviewlint.rules.facts.twice import Said

_LIKELY = 0.6  # two wrong in some 300 texts that it has not learnt from, before what is left out below
# Words that pick some out, or count others.
_SOME = re.compile(
    r"\b(?:other|others|more|another|main|only|younger|older|elder|first|last|next|remaining|extra|additional|different|past|previous|"
    r"every|each|my|your|per|least|most|up to|or|between|to|than|about half|half)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r",? (?:who|that|which|whose|of whom|ago|later|apart|away)\b")
_NEAR = 16  # code points before a number


def counted_twice(ctx: Context) -> Iterator[tuple[Said, Said]]:
    """Yield the two numbers, the first with the place of the first."""
    if len(numbers_among(ctx.document.word_starts)) < 2:
        return
    groups: dict[str, list[Count]] = defaultdict(list)
    for one in counts_in(ctx.document, ctx.text):
        groups[one.noun].append(one)
    for group in groups.values():
        for first, second in pairs_of(group):
            if _picks(ctx, first) or _picks(ctx, second):
                continue
            features = pair_features(ctx.document, ctx.text, first, second, len(group))
            if probability(features, "pairs") >= _LIKELY:
                yield Said(first.start, first.end, first.value), Said(second.start, second.end, second.value)


def _picks(ctx: Context, one: Count) -> bool:
    """Tell whether a number is of some among others, or a sentence compares."""
    sentence = ctx.document.sentences[one.sentence]
    if _CLAUSE.match(ctx.text, one.end):
        return True
    return bool(_SOME.search(ctx.text, max(sentence.start, one.start - _NEAR), one.end)) or tells_otherwise(
        ctx.document, ctx.text, sentence
    )
