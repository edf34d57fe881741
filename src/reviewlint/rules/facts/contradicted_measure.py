"""Two heights, lengths, weights, capacities or prices of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.measures import Measure, read_measures
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.counted_twice import counted_twice
from reviewlint.rules.facts.twice import Said, second_finding

_NEAR = 0.12  # of the larger: people round
_BESIDE = 16  # code points between two findings on one measure


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two measures of one thing that are too far apart."""
    told = [(before, said) for before, said in _by_thing(ctx)]
    places = [said.start for _, said in told]
    for before, said in (*told, *counted_twice(ctx, ("measure", "price", "percent"))):
        if (before, said) in told or not any(abs(place - said.start) <= _BESIDE for place in places):
            yield second_finding(ctx, before, said)


def _by_thing(ctx: Context) -> Iterator[tuple[Said, Said]]:
    """Yield two measures of the same thing by name."""
    first: dict[tuple[str, str], Measure] = {}
    for measure in read_measures(ctx.document, ctx.text, ctx.facts):
        key = (measure.quantity, measure.subject)
        before = first.setdefault(key, measure)
        if measure.sure and abs(before.value - measure.value) > _NEAR * max(before.value, measure.value):
            one, two = (Said(m.start, m.end, m.value) for m in (before, measure))
            yield one, two
