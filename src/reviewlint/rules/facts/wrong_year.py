"""A year of release that is not the work's."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.years import read_years
from reviewlint.facts.compare.works import hold_value
from reviewlint.facts.relations import Relation
from reviewlint.facts.values import PartialDate
from reviewlint.finding import Finding
from reviewlint.rules.context import Context

_NEAR = 1  # years between a festival and the cinemas


def check(ctx: Context) -> Iterator[Finding]:
    """Yield years of release that are off by two years or more."""
    known = ctx.facts.main.best(Relation.DATE_PUBLISHED) if ctx.facts else ()
    if not known or not isinstance(known[0].value, PartialDate):
        return
    year = known[0].value.year
    for claim in read_years(ctx.document, ctx.text, ctx.facts):
        held = hold_value(claim.value, Relation.DATE_PUBLISHED, ctx.facts.main)
        near = isinstance(claim.value, PartialDate) and abs(claim.value.year - year) <= _NEAR
        if held.comparison.contradicts and held.fact is not None and not near:
            yield ctx.finding(
                claim.start,
                claim.end,
                replace=str(year),
                related=(held.fact.related(),),
                known=year,
                claimed=ctx.text[claim.start : claim.end],
            )
