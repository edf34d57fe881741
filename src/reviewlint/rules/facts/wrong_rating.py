"""A rating that a site does not give."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.ratings import read_site_ratings
from reviewlint.facts.compare.quantities import compare_rating, same_site
from reviewlint.facts.relations import Relation
from reviewlint.facts.values import Rating
from reviewlint.finding import Finding
from reviewlint.rules.context import Context


def check(ctx: Context) -> Iterator[Finding]:
    """Yield ratings that differ from the one known for the same site by more than time explains."""
    known = ctx.facts.main.get(Relation.AGGREGATE_RATING) if ctx.facts else ()
    if not known:
        return
    for claim in read_site_ratings(ctx.document, ctx.text, ctx.facts):
        rating = claim.value
        if not isinstance(rating, Rating) or rating.author is None:
            continue
        for fact in known:
            value = fact.value
            if isinstance(value, Rating) and value.author and same_site(rating.author, value.author):
                if compare_rating(rating, value).contradicts:
                    yield ctx.finding(
                        claim.start,
                        claim.end,
                        related=(fact.related(),),
                        site=value.author,
                        known=f"{value.value:g}",
                        claimed=ctx.text[claim.start : claim.end],
                    )
                break
