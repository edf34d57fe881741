"""The reviewer's own rating, given twice and not the same."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.claim import ValueClaim
from reviewlint.claims.ratings import read_own_ratings
from reviewlint.facts.compare.quantities import compare_own_rating
from reviewlint.facts.model import Fact
from reviewlint.facts.relations import Relation
from reviewlint.facts.values import Rating
from reviewlint.finding import Finding, Related
from reviewlint.rules.context import Context


def check(ctx: Context) -> Iterator[Finding]:
    """Yield ratings of the draft that differ from the front matter's, or from the first in the draft."""
    claims = [claim for claim in read_own_ratings(ctx.text) if isinstance(claim.value, Rating)]
    if not claims:
        return
    facts = ctx.facts.main.best(Relation.REVIEW_RATING) if ctx.facts else ()
    if facts:
        yield from _against_front(ctx, claims, facts[0])
    elif len(claims) == 2:  # more are a list of works, each with its own
        first, second = claims
        assert isinstance(first.value, Rating)
        assert isinstance(second.value, Rating)
        if compare_own_rating(second.value, first.value).contradicts:
            place = ctx.document.source.position(ctx.document.prose.to_source(first.start, first.end).start)
            note = Related(f"{ctx.text[first.start : first.end]}", ctx.document.source.path, place.line)
            yield _finding(ctx, second, note, f"it is {ctx.text[first.start : first.end]} above")


def _against_front(ctx: Context, claims: list[ValueClaim], fact: Fact) -> Iterator[Finding]:
    for claim in claims if len(claims) <= 2 else ():
        assert isinstance(claim.value, Rating)
        if isinstance(fact.value, Rating) and compare_own_rating(claim.value, fact.value).contradicts:
            yield _finding(ctx, claim, fact.related(), f"the front matter says {fact.text}")


def _finding(ctx: Context, claim: ValueClaim, related: Related, other: str) -> Finding:
    return ctx.finding(
        claim.start, claim.end, related=(related,), claimed=ctx.text[claim.start : claim.end], other=other
    )
