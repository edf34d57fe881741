"""Two numbers that are likely said of one thing and differ: “six weapons”, and “the seven weapons”."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from reviewlint.claims.pairs import likely_pairs
from reviewlint.claims.quantities import Quantity, quantities_in
from reviewlint.document import Document
from reviewlint.facts.numbers import numbers_among
from reviewlint.rules.context import Context
from reviewlint.rules.facts.twice import Said

# How likely two numbers must be of one thing, by what they are numbers of; data/PAIRS.md says what each costs.
_LEAST = {"count": 0.7, "age": 0.5, "time": 0.68, "measure": 0.55, "price": 0.5, "percent": 0.5}
# Words beside a count that pick some out, or count others.
_SOME = re.compile(
    r"\b(?:other|others|more|another|main|only|younger|older|elder|first|last|next|remaining|extra|additional|different|past"
    r"|previous|every|each|my|your|per|least|most|up to|or|between|to|than|half)\b",
    re.IGNORECASE,
)
_LONG = 0.87  # of years and the like: a story has many
_LONG_TIMES = frozenset("year month decade century".split())
_ANYBODY = frozenset("man woman person child kid boy girl guy".split())  # two men here, four men there
_PAIR = 2
_NEAR = 16  # code points before a number
_CLAUSE = re.compile(r",? (?:that|which|whose|of whom|ago|later|apart|away)\b")


def counted_twice(ctx: Context, kinds: Collection[str]) -> Iterator[tuple[Said, Said]]:
    """Yield the two numbers of these kinds, in order."""
    if len(numbers_among(ctx.document.word_starts)) < 2:
        return
    for one, two in _pairs(ctx.document, ctx.text):
        if one.kind in kinds:
            yield Said(one.start, one.end, one.value), Said(two.start, two.end, two.value)


@lru_cache(maxsize=4)
def _pairs(document: Document, text: str) -> tuple[tuple[Quantity, Quantity], ...]:
    """Return the likely pairs; several rules ask for those of one draft, so the last are kept."""
    quantities = [one for one in quantities_in(document, text) if one.kind in _LEAST]
    return tuple(
        (one, two)
        for one, two, likely in likely_pairs(document, text, quantities)
        if likely >= (_LONG if one.noun in _LONG_TIMES else _LEAST[one.kind])
        and not (one.kind == "count" and (one.noun in _ANYBODY or _is_part(text, one, two)))
    )


def _is_part(text: str, one: Quantity, two: Quantity) -> bool:
    """Tell whether one of two counts is of some among others: “the two” named after four may be any of them."""
    return two.value <= min(_PAIR, one.value) or any(_picks(text, count) for count in (one, two))


def _picks(text: str, one: Quantity) -> bool:
    """Tell whether a count is of some among others."""
    return bool(_CLAUSE.match(text, one.end) or _SOME.search(text, max(0, one.start - _NEAR), one.end))
