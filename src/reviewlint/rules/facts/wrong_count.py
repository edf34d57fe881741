"""A number of seasons, episodes, tracks or pages that is not the work's."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.counts import read_counts, read_last, read_ordinals
from reviewlint.facts.compare.works import hold_value
from reviewlint.finding import Finding
from reviewlint.rules.context import Context


def check(ctx: Context) -> Iterator[Finding]:
    """Yield counts that differ from the known ones, and seasons beyond the last."""
    if not ctx.facts:
        return
    counts = (*read_counts(ctx.document, ctx.text, ctx.facts), *read_last(ctx.document, ctx.text, ctx.facts))
    for claim in counts:
        held = hold_value(claim.value, claim.relation, ctx.facts.main)
        if held.comparison.contradicts and held.fact is not None:
            yield ctx.finding(
                claim.start,
                claim.end,
                related=(held.fact.related(),),
                known=held.fact.value,
                claimed=ctx.text[claim.start : claim.end],
            )
    for claim in read_ordinals(ctx.document, ctx.text, ctx.facts):
        for fact in ctx.facts.main.best(claim.relation):
            if isinstance(fact.value, int) and isinstance(claim.value, int) and claim.value > fact.value:
                yield ctx.finding(
                    claim.start,
                    claim.end,
                    related=(fact.related(),),
                    known=fact.value,
                    claimed=ctx.text[claim.start : claim.end],
                )
