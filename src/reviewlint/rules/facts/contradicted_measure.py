"""Two heights, lengths, weights, capacities or prices of one thing."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.measures import Measure, read_measures
from reviewlint.finding import Finding
from reviewlint.rules.context import Context
from reviewlint.rules.facts.twice import Said, second_finding

_NEAR = 0.12  # of the larger: people round


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two measures of one thing that are too far apart."""
    first: dict[tuple[str, str], Measure] = {}
    for measure in read_measures(ctx.document, ctx.text, ctx.facts):
        key = (measure.quantity, measure.subject)
        before = first.setdefault(key, measure)
        if measure.sure and abs(before.value - measure.value) > _NEAR * max(before.value, measure.value):
            one, two = (Said(m.start, m.end, m.value) for m in (before, measure))
            yield second_finding(ctx, one, two)
