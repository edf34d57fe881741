"""A running time that is not the work's."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.figures import read_lengths
from reviewlint.facts.compare.works import hold_value
from reviewlint.facts.relations import Relation
from reviewlint.finding import Finding
from reviewlint.rules.context import Context


def check(ctx: Context) -> Iterator[Finding]:
    """Yield lengths of the whole work that are off by more than people round."""
    known = ctx.facts.main.best(Relation.DURATION) if ctx.facts else ()
    if not known:
        return
    for claim in read_lengths(ctx.document, ctx.text, ctx.facts):
        held = hold_value(claim.value, Relation.DURATION, ctx.facts.main)
        if held.comparison.contradicts and held.fact is not None:
            minutes = f"{known[0].value:g}"
            claimed = ctx.text[claim.start : claim.end]
            replace = f"{minutes} minutes" if claimed.endswith("minutes") else None
            yield ctx.finding(
                claim.start, claim.end, replace=replace, related=(held.fact.related(),), known=minutes, claimed=claimed
            )
