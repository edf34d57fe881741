"""Two lengths or two years of release for one work, in a draft of which no facts are known."""

from __future__ import annotations

from collections.abc import Iterator

from reviewlint.claims.claim import ValueClaim
from reviewlint.claims.figures import read_lengths
from reviewlint.claims.scope import is_in_head
from reviewlint.claims.years import is_by_kind, read_years
from reviewlint.facts.compare.durations import compare_length
from reviewlint.facts.lengths import Length
from reviewlint.facts.relations import Relation
from reviewlint.facts.values import PartialDate
from reviewlint.finding import Finding, Related
from reviewlint.rules.context import Context


def check(ctx: Context) -> Iterator[Finding]:
    """Yield the second of two values that cannot both be true."""
    for relation, claims in (
        (Relation.DURATION, list(read_lengths(ctx.document, ctx.text, ctx.facts))),
        (Relation.DATE_PUBLISHED, sorted(read_years(ctx.document, ctx.text, ctx.facts), key=lambda c: c.start)),
    ):
        if len(claims) < 2 or (ctx.facts and ctx.facts.main.best(relation)):
            continue
        first = claims[0]
        headed = is_in_head(ctx.document, first.start) or ctx.text[: first.start].rstrip("* ").endswith(":")
        for claim in claims[1:]:
            if not headed and not is_by_kind(ctx.text, claim):
                continue  # two works may be meant
            if _differ(first, claim) and not is_in_head(ctx.document, claim.start):
                line = ctx.document.source.position(ctx.document.prose.to_source(first.start, first.end).start).line
                note = Related(ctx.text[first.start : first.end], ctx.document.source.path, line)
                said = ctx.text[claim.start : claim.end]
                yield ctx.finding(claim.start, claim.end, related=(note,), first=note.message, second=said)
                break


def _differ(first: ValueClaim, second: ValueClaim) -> bool:
    if isinstance(first.value, Length) and isinstance(second.value, Length):
        return compare_length(second.value, first.value.minutes).contradicts
    if isinstance(first.value, PartialDate) and isinstance(second.value, PartialDate):
        return abs(first.value.year - second.value.year) > 1
    return False
